"""Events: what happened, who did it to whom, when and where, as each passage states it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, SpanIndex
from dossier.language.rows import (
    EventItemRow,
    EventParticipantRow,
    EventReportRow,
    ItemMentionRow,
    StatementRow,
    TimeExpressionRow,
)


@dataclass(frozen=True)
class EventReading:
    """Event reports of an article with their participants and items."""

    reports: list[EventReportRow]
    participants: list[EventParticipantRow]
    items: list[EventItemRow]


def read_events(
    article: Article,
    actors: ActorIndex,
    times: SpanIndex[TimeExpressionRow],
    statements: SpanIndex[StatementRow],
    items: SpanIndex[ItemMentionRow],
) -> EventReading:
    """Read the events that an article reports."""
    return EventReading([], [], [])
