"""What is to come and counts without a day: a plan of somebody named for one occasion, a step decided or under way."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.concrete import is_undertaking
from dossier.language.events.matching import FALLBACK, Candidate

PLACES = frozenset({"GPE", "LOC", "NORP", "ORG"})
TIMETABLED = frozenset({"begin", "start", "open", "resume", "expire", "kick", "commence"})
INTO_FORCE = frozenset({"effect", "force", "ahead"})
FUTURE = frozenset({"will", "would", "'ll", "’ll"})
DECIDING = frozenset({"decide", "vote", "opt", "elect", "resolve"})
ARRANGED = frozenset({"set", "due", "slated", "scheduled", "poised"})
# What is done at one stroke: who 'is stepping down' has said so and will.
AT_ONCE = frozenset(
    "resign retire quit leave step stand sell buy acquire merge close shut cut lay axe slash hire launch join release "
    "recall open move scrap cancel suspend appoint replace end pull withdraw raise lower sue appeal list spin "
    "relocate drop shed".split()
)


def is_particular_plan(candidate: Candidate, has_actor: bool) -> bool:
    """'will host the Oscars', 'would appeal', 'decided to raise its key rate', 'is stepping down': somebody named, and
    one occasion or step, though no day is told."""
    verb = candidate.head
    if candidate.trigger is FALLBACK:
        return False
    has_actor = has_actor or any(a.pos_ == "PROPN" for a in candidate.agents)
    if has_actor and (is_decided(verb) or is_under_way(verb)):
        return True
    if not any(c.dep_ == "aux" and c.lower_ in FUTURE for c in verb.children):
        return False
    if verb.lemma_.lower() == "appeal":
        return bool(candidate.agents)
    if not has_actor:
        return False
    if any(p.ent_type_ == "MONEY" or any(c.dep_ == "nummod" for c in p.children) for p in candidate.patients):
        return candidate.trigger.needs == ""  # 'will cut 500 jobs', 'will buy back $5 billion in stock'
    one = [p for p in candidate.patients if p.tag_ in {"NN", "NNP", "NNPS"}]
    return any(is_undertaking(p) or p.tag_ in {"NNP", "NNPS"} and p.ent_type_ not in PLACES for p in one)


def is_decided(verb: Token) -> bool:
    """'decided to lower its rates', 'is set to open a plant': a step that has been settled."""
    if verb.dep_ != "xcomp" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    above = verb.head
    if above.lower_ in ARRANGED:
        return True
    return above.lemma_.lower() in DECIDING and above.tag_ in {"VBD", "VBN", "VBZ"}


def is_under_way(verb: Token) -> bool:
    """'is stepping down', 'are cutting 500 jobs': said of a stroke to come, not of what goes on."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in AT_ONCE:
        return False
    return any(c.dep_ == "aux" and c.lower_ in {"is", "are", "'s", "’s", "'re", "’re"} for c in verb.children)


def is_timetabled(candidate: Candidate) -> bool:
    """'takes effect', 'comes into force', 'begins': in the present tense with a day, what is to come by arrangement."""
    verb = candidate.head
    if verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ not in {"ROOT", "conj", "ccomp", "relcl"}:
        return False
    if any(a.pos_ == "PRON" and a.lower_ not in {"it", "which", "that"} for a in candidate.agents):
        return False
    return not INTO_FORCE.isdisjoint(candidate.trigger.words[-1:]) or verb.lemma_.lower() in TIMETABLED
