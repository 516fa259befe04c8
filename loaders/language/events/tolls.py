"""Tolls told apart from what cost them: 'at least 38 were killed', in an article about a ferry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from dossier.language.events.concrete import is_disaster
from dossier.language.events.lexicon import load_noun_classes, word_list
from dossier.language.events.matching import Candidate
from dossier.language.events.refinements import ACCIDENTS, ARMED, MISHAP
from dossier.language.events.roles import Participant
from dossier.language.events.signs import is_counted

TOLL = word_list("verb of killing or hurting")


class Draft(Protocol):
    """What has to be known of an event's passage."""

    @property
    def event_type(self) -> str: ...
    @property
    def event_subtype(self) -> str: ...
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
    return [_as_mishap(d) if d.candidate is not None and _is_toll(d, d.candidate) else d for d in drafts]


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
