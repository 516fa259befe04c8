"""Which words of no particular type still tell of a dated occurrence, and not of a state, a habit or a saying."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.grammar import is_passive, is_verb
from dossier.language.events.lexicon import load_status_cues
from dossier.language.events.matching import Candidate

# Who is tried for an act has done it by the court's finding: 'convicted of taking bribes'.
JUDGING = frozenset("convict sentence jail imprison guilty find fine".split())
LATER = frozenset({"after", "before", "following", "since"})
TELLING = frozenset({"after", "before", "following", "while", "by", "for", "when"})


def is_occurrence(candidate: Candidate, status: str, has_time: bool, has_own_time: bool, has_actor: bool) -> bool:
    """Whether an event of no particular type is worth telling: dated, or a plain past act or mishap of somebody."""
    if candidate.trigger.part_of_speech == "noun":
        return _noun_occurs(candidate, has_time, has_own_time)
    verb = candidate.head
    if not is_verb(verb):
        return has_time
    if _is_habit(candidate):
        return False
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    is_particular = candidate.trigger.needs == "" and candidate.trigger.key != "verb|dated"
    if not auxiliaries and verb.tag_ in {"VBG", "VBN", "VB"}:
        return _bare_form_occurs(candidate, has_time) or is_particular and has_actor and _tells_on(verb)
    if status != "occurred":  # 'an agreement to replace that of 2004' is dated by its past
        return has_time and not (verb.dep_ == "acl" and verb.tag_ == "VB")
    perfect = verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in auxiliaries)
    if is_particular and has_actor and _is_told(verb, perfect):
        return True
    if perfect and candidate.trigger.key == "verb|dated":
        return False
    infinitive = any(c.lower_ == "to" for c in auxiliaries)
    if perfect or infinitive or verb.dep_ == "relcl" or candidate.trigger.needs == "dated":
        return has_time
    return has_time or has_actor or candidate.trigger.frame == "undergo"


def _bare_form_occurs(candidate: Candidate, has_time: bool) -> bool:
    """Participles tell what another clause is about; only a dated one, or a crime found by a court, stands alone."""
    verb = candidate.head
    if candidate.trigger.object_classes and verb.dep_ == "pcomp":
        judged = [a.lemma_.lower() for a in verb.ancestors]
        return bool(JUDGING & set(judged[:3]))
    if verb.dep_ == "ROOT":
        return True  # a headline, a clause whose auxiliary the parser lost
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        return is_passive(verb) and has_time
    if verb.tag_ == "VBN":
        return verb.dep_ in {"acl", "advcl"} and has_time and candidate.trigger.needs != "dated"
    return verb.dep_ == "pcomp" and verb.head.lower_ in LATER and has_time


def _is_told(verb: Token, perfect: bool) -> bool:
    """'A climber has fallen to his death', 'a driver who fled': told in a main clause, or of somebody in the past."""
    if perfect:
        return verb.dep_ in {"ROOT", "conj"} or verb.dep_ == "ccomp" and verb.head.lemma_.lower() == "say"
    if verb.dep_ == "relcl" and not any(c.lower_ == "who" for c in verb.children):
        return False
    return verb.tag_ == "VBD" or is_passive(verb) and any(c.tag_ == "VBD" for c in verb.children)


def _tells_on(verb: Token) -> bool:
    """'died after slipping and falling': a participle that tells how the main clause came about."""
    above = verb
    while above.dep_ == "conj" and is_verb(above.head):
        above = above.head
    if above.tag_ != "VBG" or above.dep_ != "pcomp" or above.head.lower_ not in TELLING:
        return False
    main = above.head.head
    return main.tag_ == "VBD" or main.tag_ == "VBN" and any(c.dep_ in {"aux", "auxpass"} for c in main.children)


def _noun_occurs(candidate: Candidate, has_time: bool, has_own_time: bool) -> bool:
    noun, support = candidate.head, candidate.support
    if candidate.trigger.needs == "dated":
        return has_own_time
    determined = any(c.dep_ in {"det", "poss", "nummod", "compound"} for c in noun.children)
    carried = support is not None and noun.head == support and noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
    if has_own_time or carried and has_time:
        return True
    if noun.tag_ in {"NNS", "NNPS"} and not determined:
        return False
    past = support is not None and (support.tag_ == "VBD" or is_passive(support))
    return carried and past or candidate.trigger.frame == "undergo" and determined and noun.dep_ != "pobj"


def _is_habit(candidate: Candidate) -> bool:
    cues = load_status_cues()
    return any(cues.get(("adverb", c.lower_)) == "habitual" for c in candidate.head.children if c.dep_ == "advmod")
