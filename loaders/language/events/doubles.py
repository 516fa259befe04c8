"""One passage, one event: leaves out what only carries, echoes or follows from another event of its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.language.events.charges import is_charged
from dossier.language.events.concrete import is_concrete, is_disaster
from dossier.language.events.grammar import is_verb, prepositional, resolve_relative
from dossier.language.events.lexicon import load_noun_classes, word_list
from dossier.language.events.matching import Candidate
from dossier.language.events.reality import REPELLING

# What follows from an attack or an accident rather than being one.
CONSEQUENCES = word_list("verb of what an attack or accident did")
DYING = word_list("verb of dying or being hurt")
WHEN = frozenset({"when", "as", "after"})
DEADLY = word_list("verb of killing or hurting")
ECHOING = frozenset({"in", "by", "from", "with", "to", "on", "for", "of"})
HITTING = frozenset({"hit", "strike"})  # 'opened fire, hitting two', 'returned fire and struck the man'
RULES = frozenset({"coerce", "regulate", "sanction"})
FREEING = frozenset({"release", "free", "remand"})
ENTERING = frozenset({"enter", "engage", "participate", "come"})
WEAK = word_list("verb of talks")


@dataclass(frozen=True)
class Selected:
    """A candidate that counts, with the status the passage gives it."""

    candidate: Candidate
    status: str
    rule: str
    part_of: Token | None = None  # head of the attack or accident whose dead or injured are told


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
            same = (v for v in verbs.values() if _states_same(v.candidate, candidate))
            covering = next((v for v in same if not is_charged(candidate) or is_charged(v.candidate)), None)
            if covering is not None:
                continue
        kept.append(one)
    breaks = {s.candidate.head for s in kept if s.candidate.trigger.event_type in {"reject", "cooperate"}}
    kept = [s for s in kept if not _is_what_stops(s.candidate, breaks)]
    kept = [s for s in kept if not _is_vote_for(s.candidate, kept)]
    played = {s.candidate.head for s in kept if s.candidate.trigger.part_of_speech == "verb"}
    kept = [s for s in kept if not _is_arena(s.candidate, played)]
    told = {t for s in kept if s.candidate.trigger.part_of_speech == "verb" for t in s.candidate.words}
    kept = [s for s in kept if s.candidate.trigger.part_of_speech != "adjective" or not told & set(s.candidate.words)]
    freed = {s.candidate.head for s in kept if s.candidate.head.lemma_.lower() in FREEING}  # 'was released on bail'
    leaving = {s.candidate.head for s in kept if "casualty" in s.candidate.trigger.object_classes}
    leaving |= {v.candidate.head for v in kept if v.candidate.trigger.event_type == "assault"}  # 'was shot dead'
    kept = [
        s
        for s in kept
        if s.candidate.trigger.part_of_speech != "adjective"
        or s.candidate.head not in leaving | (freed if "bail" in s.candidate.trigger.words else set())
    ]
    kept = [_of_one_deed(s, verbs) for s in kept]
    kept = [s for s in _one_a_document(kept) if not _repeats_in_pair(s.candidate, verbs)]
    nouns = [
        s.candidate
        for s in kept
        if s.candidate.trigger.part_of_speech == "noun" and s.candidate.trigger.event_type != "other"
    ]
    kept = [s for s in kept if not _only_carries(s.candidate, nouns) and not _enters_into(s.candidate, nouns)]
    heads = {s.candidate.head for s in kept if s.candidate.trigger.event_type in {"assault", "other", "coerce"}}
    kept = [s for s in kept if not _is_consequence(s.candidate, heads) and not _is_echo(s.candidate, heads)]
    return [replace(s, part_of=_whole(s, kept)) for s in kept]


def _is_vote_for(candidate: Candidate, kept: Sequence[Selected]) -> bool:
    """'voted to approve the budget': approved by that vote."""
    done = {s.candidate.head for s in kept if s.status == "occurred"}
    return candidate.head.lemma_.lower() == "vote" and any(
        c.dep_ == "xcomp" and c in done for c in candidate.head.children
    )


def _is_arena(candidate: Candidate, verbs: AbstractSet[Token]) -> bool:
    """'won gold at the championships', 'set a record in a road race': where it was done, told with the deed."""
    noun = candidate.head
    if candidate.trigger.event_type != "other" or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "at"}:
        return False
    if noun.lemma_.lower().removesuffix("s") not in load_noun_classes()["competition"]:
        return False
    return next((a for a in noun.head.ancestors if is_verb(a)), noun) in verbs


def _of_one_deed(one: Selected, verbs: Mapping[int, Selected]) -> Selected:
    """'four were killed and ten injured when …': who kills also injures, in an attack."""
    head = one.candidate.head
    first = verbs.get(head.head.i) if head.dep_ == "conj" else None
    if head.lemma_.lower() in HITTING:
        first = first or verbs.get(head.head.i)
        violent = first is not None and first.candidate.trigger.event_type == "assault"
        if first is None or not violent or one.candidate.trigger.event_type != "other" or not one.candidate.patients:
            return one
        return replace(one, candidate=replace(one.candidate, trigger=first.candidate.trigger))
    if first is None or head.lemma_.lower() not in DYING or first.candidate.head.lemma_.lower() not in DYING:
        return one
    if one.candidate.trigger.event_type != "other" or first.candidate.trigger.event_type != "assault":
        return one
    return replace(one, candidate=replace(one.candidate, trigger=first.candidate.trigger))


def _whole(one: Selected, kept: Sequence[Selected]) -> Token | None:
    """Head of the attack or accident of whose dead or injured a clause tells.

    '…, killing six', 'six died when a bus overturned', 'a crash that killed six'.
    """
    verb = one.candidate.head
    if one.candidate.trigger.part_of_speech == "noun" or verb.lemma_.lower() not in DYING | {"leave"}:
        return None
    same = {
        s.candidate.head
        for s in kept
        if s is not one
        and s.status == one.status
        and s.candidate.trigger.event_subtype == one.candidate.trigger.event_subtype
    }
    row = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in DYING)]
    sides = [c for v in row for c in v.children if c.dep_ == "advcl"]  # 'four were killed and ten injured when …'
    clauses = [c for c in sides if any(w.lower_ in WHEN for w in c.children)]
    nouns = [resolve_relative(n) for preposition, n in prepositional(verb) if preposition in {"in", "by", "from"}]
    nouns += [c for noun in nouns for c in noun.children if c.dep_ == "relcl"]  # 'in floods that ripped through …'
    above: list[Token] = []
    top = verb
    while top.dep_ in {"conj", "advcl", "relcl", "acl"} and top.head != top:
        if top.dep_ == "advcl" and (top.tag_ != "VBG" or any(c.dep_ == "mark" for c in top.children)):
            break
        if top.dep_ == "conj" and top.tag_ != "VBG" and top.head.lemma_.lower() not in DYING:
            break  # 'robbed the bank and killed a guard' are two deeds
        top = top.head
        above.append(top)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return next((t for t in (*above, *clauses, *nouns, *subjects) if t in same), None)


def _enters_into(candidate: Candidate, nouns: Sequence[Candidate]) -> bool:
    """'entered into an agreement', 'engaged in talks': the noun is the event."""
    if candidate.trigger.event_type != "other" or candidate.head.lemma_.lower() not in ENTERING:
        return False
    return any(n.head.dep_ == "pobj" and n.head.head.head == candidate.head for n in nouns)


def _is_consequence(candidate: Candidate, heads: AbstractSet[Token]) -> bool:
    """'…, killing six' and 'killed six and injured ten' belong to the attack or accident that the sentence tells."""
    verb = candidate.head
    if candidate.trigger.part_of_speech != "verb":
        return False
    if verb.lemma_.lower() in DEADLY and any(map(is_concrete, candidate.patients)):
        return False  # how many died is told, dated and corrected apart from the mishap or the attack
    if verb.dep_ == "conj" and verb.head in heads and candidate.agents and all(map(is_disaster, candidate.agents)):
        return True  # 'the storm flattened houses and left thousands without power'
    if verb.lemma_.lower() not in CONSEQUENCES:
        return False
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
    if is_charged(candidate):
        return False
    verb, noun = candidate.support, candidate.head
    if verb is None or verb not in heads:
        return False
    if noun.dep_ == "nsubj" and is_disaster(noun):
        return True  # 'Cyclone Idai struck the coast'
    if verb.lemma_.lower() in REPELLING or noun.pos_ == "PROPN":
        return False  # an attempt and how it was foiled; a named contest and who staged it
    if verb.lemma_.lower() in DYING and candidate.trigger.frame == "undergo" and noun.dep_ == "pobj":
        return False  # 'were killed in a crash': a crash, and its deaths
    if noun.dep_ == "pobj" and any(c.dep_ == "poss" for c in noun.children):
        return False  # 'fell to his death'
    return noun.head == verb or noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in ECHOING


def _is_what_stops(candidate: Candidate, breaks: AbstractSet[Token]) -> bool:
    """'the suspension of the talks': one event, told by the word for what became of them."""
    noun = candidate.head
    if candidate.trigger.event_type != "consult" or noun.dep_ != "pobj":
        return False
    return noun.head.lower_ in {"of", "in"} and noun.head.head in breaks and noun.head.head.pos_ == "NOUN"


def _repeats_in_pair(candidate: Candidate, verbs: Mapping[int, Selected]) -> bool:
    """'signed and sealed', 'condemned and denounced': one event in two words."""
    first = verbs.get(candidate.head.head.i)
    if candidate.trigger.part_of_speech != "verb" or candidate.head.dep_ != "conj" or first is None:
        return False
    near = 0 < candidate.head.i - first.candidate.head.i <= 2
    return (
        near
        and candidate.trigger.event_type != "other"
        and (first.candidate.trigger.event_subtype == candidate.trigger.event_subtype)
    )


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
    if {verb.trigger.event_type, noun.trigger.event_type} == {"reject", "accuse"} and noun.head in verb.patients:
        return noun.trigger.event_type == "accuse"  # 'rejects the allegations': the denial
    if verb.trigger.event_subtype == "suspend-cooperation" and noun.trigger.event_type == "agree":
        behind = noun.head.dep_ == "pobj" and noun.head.head.head == verb.head
        return (behind or noun.head in verb.patients) and not any(
            c.dep_ in {"acl", "relcl"} for c in noun.head.children
        )
    if noun.head.head == verb.head and noun.head.dep_ == "dobj" and noun.trigger.event_type == verb.trigger.event_type:
        return True  # 'signed a loan and grant agreement'
    if {verb.trigger.event_type, noun.trigger.event_type} <= RULES and noun.head in verb.patients:
        return bool(verb.trigger.object_classes)  # 'imposed a curfew'
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
