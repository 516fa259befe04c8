"""What is to come and counts without a day: a plan of somebody named for one occasion, a step decided or under way."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.concrete import is_business, is_undertaking
from dossier.language.events.generality import is_of_a_kind
from dossier.language.events.lexicon import word_list
from dossier.language.events.matching import FALLBACK, Candidate

PLACES = frozenset({"GPE", "LOC", "NORP", "ORG"})
TIMETABLED = word_list("verb in a timetable")
INTO_FORCE = frozenset({"effect", "force", "ahead"})
FUTURE = frozenset({"will", "would", "'ll", "’ll"})
TELLING = word_list("verb of announcing")
DECIDING = word_list("verb of deciding")
ARRANGED = word_list("adjective of what is arranged")
# What is done at one stroke: who 'is stepping down' has said so and will.
AT_ONCE = word_list("verb of what is done at one stroke")


def is_particular_plan(candidate: Candidate, has_actor: bool) -> bool:
    """'will host the Oscars', 'would appeal', 'decided to raise its key rate', 'is stepping down': somebody named, and
    one occasion or step, though no day is told."""
    verb = candidate.head
    if candidate.trigger is FALLBACK:
        return False
    has_actor = has_actor or any(a.pos_ == "PROPN" for a in candidate.agents)
    if verb.lemma_.lower() == "appeal" and is_under_way(verb):
        return bool(candidate.agents)  # 'its European arm is appealing the ruling'
    if has_actor and (is_decided(verb) or is_under_way(verb)):
        return True
    if is_announced_step(candidate):
        return has_actor or any(map(is_business, candidate.agents))
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


def is_voted(verb: Token) -> bool:
    """'Nurses voted to strike': what a vote has decided is still to come."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "vote" and verb.tag_ == "VB"


def is_decided(verb: Token) -> bool:
    """'decided to lower its rates', 'is set to open a plant': a step that has been settled."""
    if verb.dep_ != "xcomp" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    above = verb.head
    if above.lower_ in ARRANGED:
        return True
    return above.lemma_.lower() in DECIDING and above.tag_ in {"VBD", "VBN", "VBZ"}


def is_announced_step(candidate: Candidate) -> bool:
    """'The brewer said it would close its plant in Hull': a stroke to come, told by who will do it."""
    verb = candidate.head
    if verb.dep_ != "ccomp" or verb.lemma_.lower() not in AT_ONCE or verb.head.lemma_.lower() not in TELLING:
        return False
    own = any(c.dep_ == "nsubj" and c.lower_ in {"it", "they", "he", "she"} for c in verb.children)
    ahead = any(c.dep_ == "aux" and c.lower_ in FUTURE for c in verb.children)
    return own and ahead and bool(candidate.patients) and not all(map(is_of_a_kind, candidate.patients))


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
