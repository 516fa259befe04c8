"""Tolls told apart from what cost them: 'at least 38 were killed', in an article about a ferry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from dossier.language.events.concrete import is_disaster
from dossier.language.events.lexicon import load_noun_classes, word_list
from dossier.language.events.matching import Candidate
from dossier.language.events.reality import OCCURRED
from dossier.language.events.refinements import ACCIDENTS, ARMED, MISHAP
from dossier.language.events.roles import Participant
from dossier.language.events.signs import is_counted
from dossier.language.rows import TimeExpressionRow

TOLL = word_list("verb of killing or hurting")
DYING = word_list("verb of dying or being hurt")
PARTIAL = frozenset({"also", "another", "more", "other", "others", "including"})


class Draft(Protocol):
    """What has to be known of an event's passage."""

    @property
    def event_type(self) -> str: ...
    @property
    def event_subtype(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def time(self) -> TimeExpressionRow | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def trigger_start_char(self) -> int: ...
    @property
    def twin_start_char(self) -> int | None: ...
    @property
    def participants(self) -> tuple[Participant, ...]: ...
    @property
    def rule(self) -> str: ...
    @property
    def candidate(self) -> Candidate | None: ...


DraftT = TypeVar("DraftT", bound=Draft)


def type_tolls(drafts: Sequence[DraftT]) -> list[DraftT]:
    """The drafts; the dead that nobody is said to have killed are those of the accident that the article tells.

    Not where it tells of violence, too.
    """
    found = [(d, d.candidate) for d in drafts if d.candidate is not None]
    violent = any(d.event_type == "assault" and not _is_toll(d, c) for d, c in found)
    armed = any(t.lemma_.lower() in ARMED for _, c in found for t in c.head.sent)
    if violent or armed or not any(d.event_type == "other" and _is_mishap(c) for d, c in found):
        return list(drafts)
    typed = [_as_mishap(d) if d.candidate is not None and _is_toll(d, d.candidate) else d for d in drafts]
    return _told_with_mishap(typed)


def _told_with_mishap(drafts: Sequence[DraftT]) -> list[DraftT]:
    """The drafts; a toll in a sentence of its own belongs to the accident that the article opens with."""
    mishaps = [d for d in drafts if d.event_type == "other" and d.candidate is not None and _is_mishap(d.candidate)]
    first = next((d for d in mishaps if d.status == OCCURRED), None)
    if first is None:
        return list(drafts)
    heads = {d.candidate.head.sent for d in mishaps if d.candidate is not None}
    return [
        replace(d, twin_start_char=first.trigger_start_char)  # type: ignore[type-var]
        if d.candidate is not None
        and _is_whole_toll(d, d.candidate)
        and d.candidate.head.sent not in heads
        and d.trigger_start_char > first.trigger_start_char
        else d
        for d in drafts
    ]


def _is_whole_toll(draft: Draft, candidate: Candidate) -> bool:
    """'At least 37 have been killed'; not 'two also died in the north', nor 'he was killed'."""
    if draft.event_type != "other" or draft.status != OCCURRED or draft.time is not None or draft.place is not None:
        return False
    if candidate.head.lemma_.lower() not in DYING or draft.twin_start_char is not None:
        return False
    befallen = candidate.patients or candidate.agents
    added = any(
        t.lower_ in PARTIAL and t.i + 1 < len(t.doc) and t.nbor(1).lower_ != "than" for t in candidate.head.sent
    )
    return bool(befallen) and all(map(is_counted, befallen)) and not added


def _is_toll(draft: Draft, candidate: Candidate) -> bool:
    """'38 were killed', and the headline's 'dozens killed', whose subject the parser makes the killer."""
    if draft.event_type != "assault" or candidate.head.lemma_.lower() not in TOLL:
        return False
    if any(p.role == "agent" for p in draft.participants):
        return False
    return not candidate.agents or not candidate.patients and all(map(is_counted, candidate.agents))


def _is_mishap(candidate: Candidate) -> bool:
    head = candidate.head
    if any(map(is_disaster, candidate.agents)):
        return True
    return head.lemma_.lower() in (ACCIDENTS if head.pos_ == "VERB" else load_noun_classes()["disaster"])


def _as_mishap(draft: DraftT) -> DraftT:
    return replace(draft, event_type=MISHAP.event_type, event_subtype=MISHAP.event_subtype, rule=MISHAP.key)  # type: ignore[type-var]
