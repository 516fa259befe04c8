"""Deeds that somebody is charged with or judged for: claims, until a court or he himself has said that he did them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.language.events.concrete import THIRD_PERSONS, is_concrete
from dossier.language.events.generality import is_idea, is_of_a_kind
from dossier.language.events.grammar import agents_of, is_passive, is_verb, patients_of, prepositional
from dossier.language.events.lexicon import load_triggers, word_list
from dossier.language.events.matching import FALLBACK, Candidate, base_form
from dossier.language.events.reality import ALLEGED, DENIED, NEGATED, OCCURRED, UNREAL, reading_of_verb
from dossier.language.events.signs import OWNERS, is_person

CHARGING = word_list("word of a charge")
FINDING = word_list("word of a verdict on a deed")
ARRESTING = frozenset({"arrest", "suspicion"})
CLEARING = word_list("word of a deed that is denied")
OWNING = word_list("verb of owning up")
ATTEMPTING = frozenset({"attempt", "try", "conspire", "plot"})
LEADING = frozenset({"of", "with", "for", "to", "over"})
BEHIND = frozenset({"of", "against", "on", "with"})
NAMED_BY = frozenset({"charge", "count", "suspicion", "allegation"})
TYING = frozenset({"in", "over", "after", "following"})
DEEDS = frozenset({"assault", "other", "coerce"})  # subtypes; a seizure is what police do
# What such a deed needs to count: its victim or day, or, where one was arrested for it just now, no more.
CHARGE, ARREST = "charge", "arrest"
FARTHEST = 5  # words from the deed up to the charge


@dataclass(frozen=True)
class Charge:
    """What a charge or a verdict makes of a deed, and who is said to have done it."""

    status: str
    accused: tuple[Token, ...]
    is_arrest: bool


def is_charged(candidate: Candidate) -> bool:
    """Whether a candidate was found to be the deed of a charge."""
    return candidate.trigger.needs in {CHARGE, ARREST}


def as_charged(candidate: Candidate, charge: Charge) -> Candidate:
    """The deed, done by the accused."""
    key = f"charged:{candidate.trigger.key}"
    trigger = replace(candidate.trigger, key=key, needs=ARREST if charge.is_arrest else CHARGE)
    return replace(candidate, trigger=trigger, agents=candidate.agents or charge.accused)


def charge_over(candidate: Candidate) -> Charge | None:
    """'charged with killing …', 'guilty of the murder of …', 'admitted stealing …'; None where nobody is judged."""
    trigger, first = candidate.trigger, candidate.words[0]
    if trigger.event_subtype not in DEEDS or trigger is FALLBACK or trigger.part_of_speech == "adjective":
        return None
    top = first if first.is_ancestor(candidate.head) else candidate.head  # 'driving under the influence'
    while top.dep_ == "conj" and top.head.pos_ == top.pos_:
        top = top.head
    if top.dep_ == "xcomp" and top.head.tag_ == "VBG" and top.head.lemma_.lower() in ATTEMPTING:
        top = top.head  # 'arrested for attempting to smuggle two men'
    elif is_verb(candidate.head) and candidate.head.tag_ != "VBG":
        return None
    if top.dep_ == "dobj" and top.head.tag_ == "VBG" and top.head.dep_ in {"pcomp", "conj"}:
        top = top.head  # 'accused of launching an attack'
        while top.dep_ == "conj" and is_verb(top.head):
            top = top.head
    named = top.dep_ == "compound" and top.head.lemma_.lower() in NAMED_BY  # 'arrested on a fraud charge'
    if named:
        top = top.head
    if top.dep_ in {"pobj", "pcomp"} and (top.head.lower_ in LEADING or named and top.head.lower_ == "on"):
        above = top.head.head
    elif top.dep_ in {"dobj", "xcomp"} and top.head.lemma_.lower() in OWNING:
        above = top.head
    else:
        return None
    words = [above]
    while not is_verb(words[-1]) and words[-1].head != words[-1] and len(words) < FARTHEST:
        words.append(words[-1].head)
    charge = _charge(top, words)
    if charge is None or trigger.event_type == "other" and "accuse" in {w.lemma_.lower() for w in words}:
        # Who accuses a state of delays speaks of politics, and no court hears it.
        return charge if charge is not None and any(map(_is_one_person, charge.accused)) else None
    return charge


def _charge(top: Token, words: list[Token]) -> Charge | None:
    verb = words[-1]
    words += [c for c in verb.children if c.dep_ in {"acomp", "oprd"}]  # 'was found guilty on two counts of …'
    lemmas = {base_form(w, load_triggers()) for w in words}
    if not lemmas & (CHARGING | FINDING | CLEARING):
        return None
    if lemmas & CLEARING and top.head.lower_ not in {"of", verb.lower_}:
        return None  # 'cleared for take-off'
    denied = any(c.dep_ == "neg" for w in words for c in w.children)  # 'pleaded not guilty to'
    if is_verb(verb) and not denied and reading_of_verb(verb) in {UNREAL, NEGATED}:
        return None
    status = DENIED if lemmas & CLEARING or denied else OCCURRED if lemmas & FINDING else ALLEGED
    charging = lemmas & CHARGING or is_passive(verb)
    accused = (patients_of(verb) if charging else agents_of(verb)) if is_verb(verb) else []
    return Charge(status, tuple(accused or (agents_of(verb) if is_verb(verb) else [])), bool(lemmas & ARRESTING))


def is_one_deed(candidate: Candidate, status: str, has_own_time: bool) -> bool:
    """'the murder of a teacher', 'smuggling 3 kilos': one deed, by its day or by what it was done to; the name of a
    crime alone is that of a charge."""
    agents = candidate.agents
    if agents and all(map(is_of_a_kind, agents)):
        return False  # 'immigrants charged with theft'
    if has_own_time or status == OCCURRED and is_verb(candidate.head) and candidate.trigger.object_classes:
        return True  # 'convicted of taking bribes': found by a court
    head = candidate.head
    done_to = list(candidate.patients)
    if candidate.trigger.part_of_speech == "noun":
        if candidate.trigger.frame == "undergo":
            return False  # 'fined over a deckhand's death': the verdict tells it
        if head.tag_ == "NNS" and not any(c.dep_ == "nummod" for c in head.children):
            return False
        row = [head, *head.conjuncts]  # 'the murder and robbery of …'
        done_to = [noun for n in row for preposition, noun in prepositional(n) if preposition in BEHIND]
        done_to += [c for c in head.children if c.dep_ == "poss"]
        if candidate.trigger.needs == ARREST and any(map(_is_one_person, agents)) and not done_to:
            return True  # 'the driver was arrested on suspicion of arson'
        if _is_tied(head):
            return True
    return any(_is_somebody(n) for n in done_to)


def _is_tied(deed: Token) -> bool:
    """'murder in the death of a guard', 'arson over Monday's fire', 'assault in connection with the brawl'."""
    words = [deed]
    while not is_verb(words[-1]) and words[-1].head != words[-1] and len(words) < FARTHEST:
        words.append(words[-1].head)
    for word in words:
        for preposition, noun in prepositional(word):
            told = [n for p, n in prepositional(noun) if p == "with"] if noun.lower_ == "connection" else [noun]
            if preposition in TYING and any(n.lemma_.lower() in load_triggers().nouns for n in told):
                return True
    return False


def _is_one_person(noun: Token) -> bool:
    named = noun.pos_ == "PROPN" and noun.ent_type_ not in {"GPE", "NORP", "LOC"}
    if noun.tag_ == "NNS":
        return False  # '262 suspects arrested for smuggling': a line of business
    return named or is_person(noun) or noun.lower_ in THIRD_PERSONS


def _is_somebody(noun: Token) -> bool:
    """'his neighbour', 'two ministers', 'Ana Prado', '40 kilos'; no kind of people, no idea."""
    known = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"any", "no"} for c in noun.children)
    if noun.lower_ in OWNERS:
        return True
    return not is_of_a_kind(noun) and (is_concrete(noun) or known and noun.pos_ == "NOUN" and not is_idea(noun))
