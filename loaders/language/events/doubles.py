"""One passage, one event: leaves out what only carries, echoes or follows from another event of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.events.concrete import is_concrete
from dossier.language.events.grammar import is_verb
from dossier.language.events.matching import CRIME, Candidate
from dossier.language.events.reality import REPELLING

# What follows from an attack or an accident rather than being one.
CONSEQUENCES = frozenset("kill injure wound hurt maim displace trap strand damage destroy claim".split())
DYING = frozenset("die kill injure hurt wound perish".split())
DEADLY = frozenset({"kill", "injure", "claim", "wound", "hurt"})
ECHOING = frozenset({"in", "by", "from", "with", "to", "on", "for", "of"})
ENTERING = frozenset({"enter", "engage", "participate", "come"})
WEAK = frozenset({"discuss", "talk", "consult", "greet", "confer", "negotiate"})


@dataclass(frozen=True)
class Selected:
    """A candidate that counts, with the status the passage gives it."""

    candidate: Candidate
    status: str
    rule: str


def without_doubles(selected: Sequence[Selected]) -> list[Selected]:
    """One event stated by a verb and the noun it carries counts once: the more particular trigger stays."""
    kept: list[Selected] = []
    consulted = {
        s.candidate.head.sent.start
        for s in selected
        if s.candidate.trigger.event_type == "consult" and s.candidate.head.lemma_.lower() not in WEAK
    }
    selected = [
        s
        for s in selected
        if s.candidate.head.lemma_.lower() not in WEAK
        or s.candidate.head.sent.start not in consulted
        or s.candidate.trigger.part_of_speech == "noun"
    ]
    verbs = {s.candidate.head.i: s for s in selected if s.candidate.trigger.part_of_speech != "noun"}
    for one in selected:
        candidate = one.candidate
        if candidate.trigger.part_of_speech == "noun":
            covering = next((v for v in verbs.values() if _states_same(v.candidate, candidate)), None)
            if covering is not None:
                continue
        kept.append(one)
    leaving = {s.candidate.head for s in kept if "casualty" in s.candidate.trigger.object_classes}
    kept = [s for s in kept if s.candidate.trigger.part_of_speech != "adjective" or s.candidate.head not in leaving]
    kept = _one_a_document(kept)
    nouns = [
        s.candidate
        for s in kept
        if s.candidate.trigger.part_of_speech == "noun" and s.candidate.trigger.event_type != "other"
    ]
    kept = [s for s in kept if not _only_carries(s.candidate, nouns) and not _enters_into(s.candidate, nouns)]
    heads = {s.candidate.head for s in kept if s.candidate.trigger.event_type in {"assault", "other", "coerce"}}
    return [s for s in kept if not _is_consequence(s.candidate, heads) and not _is_echo(s.candidate, heads)]


def _enters_into(candidate: Candidate, nouns: Sequence[Candidate]) -> bool:
    """'entered into an agreement', 'engaged in talks': the noun is the event."""
    if candidate.trigger.event_type != "other" or candidate.head.lemma_.lower() not in ENTERING:
        return False
    return any(n.head.dep_ == "pobj" and n.head.head.head == candidate.head for n in nouns)


def _is_consequence(candidate: Candidate, heads: AbstractSet[Token]) -> bool:
    """'…, killing six' and 'killed six and injured ten' belong to the attack or accident that the sentence tells."""
    verb = candidate.head
    if candidate.trigger.part_of_speech != "verb" or verb.lemma_.lower() not in CONSEQUENCES:
        return False
    if verb.lemma_.lower() in DEADLY and any(map(is_concrete, candidate.patients)):
        return False  # how many died is told, dated and corrected apart from the mishap or the attack
    while verb.dep_ in {"conj", "advcl", "relcl"} and verb.head != verb:
        if verb.dep_ == "advcl" and (verb.tag_ != "VBG" or any(c.dep_ == "mark" for c in verb.children)):
            return False
        if verb.dep_ == "relcl" and verb.head in heads:
            return True
        verb = next((a for a in verb.ancestors if is_verb(a)), verb.head)
        if verb in heads:
            return True
    return False


def _is_echo(candidate: Candidate, heads: AbstractSet[Token]) -> bool:
    """A noun of no particular type inside the clause of a verb that is told already: 'died in an outbreak'."""
    if candidate.trigger.part_of_speech != "noun" or candidate.trigger.event_type != "other":
        return False
    if candidate.trigger is CRIME:
        return False
    verb, noun = candidate.support, candidate.head
    if verb is None or verb not in heads:
        return False
    if verb.lemma_.lower() in REPELLING or noun.pos_ == "PROPN":
        return False  # an attempt and how it was foiled; a named contest and who staged it
    if verb.lemma_.lower() in DYING and candidate.trigger.frame == "undergo" and noun.dep_ == "pobj":
        return False  # 'were killed in a crash': a crash, and its deaths
    if noun.dep_ == "pobj" and any(c.dep_ == "poss" for c in noun.children):
        return False  # 'fell to his death'
    return noun.head == verb or noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in ECHOING


def _one_a_document(selected: Sequence[Selected]) -> list[Selected]:
    """A report that is 'released in May' and 'accuses' is published once: the first clause about it stays."""
    seen: set[int] = set()
    kept: list[Selected] = []
    for one in selected:
        candidate = one.candidate
        if candidate.trigger.event_subtype == "report-published":
            nouns = (
                (candidate.patients or candidate.agents)
                if candidate.trigger.part_of_speech == "verb"
                else (candidate.head,)
            )
            documents = {n.i for n in nouns}
            if documents & seen:
                continue
            seen |= documents
        kept.append(one)
    return kept


def _states_same(verb: Candidate, noun: Candidate) -> bool:
    if any(t.i == noun.head.i for t in verb.words):
        return True
    if "cooperation" in verb.trigger.object_classes and noun.head in verb.patients:
        return True
    if {"cooperation", "talks"} & set(verb.trigger.subject_classes) and noun.head in verb.agents:
        return True  # 'suspended the talks', 'resumed cooperation'
    if noun.trigger.event_type == "other" and noun.head.pos_ == "PROPN":
        return False  # 'hosted the Oscars': a named occasion, and somebody's part in it
    if noun.trigger.event_type not in {verb.trigger.event_type, "other"}:
        return False
    if verb.trigger.event_subtype == "visit" and noun.trigger.event_subtype != "visit":
        return False  # 'flew in for talks': a visit and talks
    return any(
        p.i == noun.head.i or p.is_ancestor(noun.head) and noun.head.head == p for p in (*verb.patients, *verb.agents)
    ) or (
        noun.head.dep_ == "pobj"
        and noun.head.head.head == verb.head
        and noun.trigger.event_type == verb.trigger.event_type
    )


def _only_carries(verb: Candidate, nouns: Sequence[Candidate]) -> bool:
    if verb.trigger.part_of_speech != "verb" or verb.trigger.event_type != "other":
        return False
    if verb.head.lemma_.lower() in REPELLING:
        return False  # an attack, and what was done about it
    return any(noun.head in verb.patients or noun.head in verb.agents for noun in nouns)
