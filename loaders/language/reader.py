"""Reading one document: parts, then every kind of mention of every article, as rows for the raw tables."""

from __future__ import annotations

import dataclasses
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorIndex, ActorReading
from dossier.language.actors import read_actors
from dossier.language.analysis import Article, Block, SpanIndex, analyse_blocks
from dossier.language.corrections import Withdrawn, mark_withdrawn, read_corrections, read_withdrawn
from dossier.language.event_terms import read_event_terms
from dossier.language.events import EventReading, read_events
from dossier.language.fingerprints import read_fingerprints
from dossier.language.items import read_items
from dossier.language.parts import DocumentParts, read_parts
from dossier.language.quantities import read_quantities
from dossier.language.rows import (
    ArticleRow,
    CorrectionRow,
    FigureReportRow,
    ItemMentionRow,
    ReadingFailureRow,
    StatementRow,
)
from dossier.language.statements import read_statements
from dossier.language.times import TimeReading, read_times

READER = "english-news"
Rows = dict[str, list[dict[str, Any]]]
ReadingT = TypeVar("ReadingT")


def read_document(document_id: str, text: str, metadata: Mapping[str, str]) -> Rows:
    """Read a document; returns rows by raw table name, without ``reading_id``."""
    ids = IdMaker(document_id)
    rows: Rows = defaultdict(list)
    losses = Losses(rows, document_id, None)
    parts = losses.guard("parts", lambda: read_parts(document_id, text, metadata, ids), DocumentParts([], [], {}))
    _add(rows, "read_articles", parts.articles)
    _add(rows, "read_parts", parts.parts)
    for row in parts.articles:
        losses = Losses(rows, document_id, row.article_id)
        article = losses.guard(
            "analysis", functools.partial(analyse_article, text, row, parts.blocks.get(row.article_id, ()), ids), None
        )
        if article is not None:
            read_article(article, rows)
    return dict(rows)


def analyse_article(text: str, row: ArticleRow, blocks: Iterable[Block], ids: IdMaker) -> Article:
    """Analyse the blocks of one article."""
    return Article(
        document_id=row.document_id,
        article_id=row.article_id,
        article_number=row.article_number,
        is_main=row.is_main,
        text=text,
        headline=row.headline,
        outlet_as_written=row.outlet_as_written,
        paragraphs=analyse_blocks(text, list(blocks)),
        ids=ids,
    )


def read_article(article: Article, rows: Rows) -> None:
    """Read every kind of mention of one article into ``rows``."""
    losses = Losses(rows, article.document_id, article.article_id)
    actor_reading = losses.guard("actors", lambda: read_actors(article), ActorReading([], [], []))
    actors = ActorIndex(actor_reading)
    time_reading = losses.guard("times", lambda: read_times(article), TimeReading([], [], []))
    times = SpanIndex(time_reading.expressions)
    statements: list[StatementRow] = losses.guard("statements", lambda: read_statements(article, actors, times), [])
    items: list[ItemMentionRow] = losses.guard("items", lambda: read_items(article), [])
    said = SpanIndex(statements)
    events = losses.guard(
        "events", lambda: read_events(article, actors, times, said, SpanIndex(items)), EventReading([], [], [])
    )
    figures: list[FigureReportRow] = losses.guard(
        "quantities", lambda: read_quantities(article, actors, times, said), []
    )
    notices: list[CorrectionRow] = losses.guard("corrections", lambda: read_corrections(article), [])
    withdrawn = losses.guard("corrections", lambda: read_withdrawn(article, notices), SpanIndex[Withdrawn]([]))
    figures = mark_withdrawn(figures, withdrawn)
    events = without_withdrawn(events, withdrawn)
    _add(rows, "read_corrections", notices)
    _add(rows, "read_actor_chains", actor_reading.chains)
    _add(rows, "read_actor_mentions", actor_reading.mentions)
    _add(rows, "read_actor_roles", actor_reading.roles)
    _add(rows, "read_time_expressions", time_reading.expressions)
    _add(rows, "read_time_points", time_reading.points)
    _add(rows, "read_publication_evidence", time_reading.evidence)
    _add(rows, "read_statements", statements)
    _add(rows, "read_figure_reports", figures)
    _add(rows, "read_item_mentions", items)
    _add(rows, "read_event_reports", events.reports)
    _add(rows, "read_event_participants", events.participants)
    _add(rows, "read_event_items", events.items)
    _add(rows, "read_event_terms", losses.guard("event terms", lambda: read_event_terms(article, events.reports), []))
    _add(rows, "read_fingerprints", losses.guard("fingerprints", lambda: read_fingerprints(article), []))


def without_withdrawn(events: EventReading, withdrawn: SpanIndex[Withdrawn]) -> EventReading:
    """Less the events that stand in words which a correction notice withdraws."""
    kept = [r for r in events.reports if withdrawn.covering(r.trigger_start_char, r.trigger_end_char) is None]
    ids = {r.event_report_id for r in kept}
    return EventReading(
        kept,
        [p for p in events.participants if p.event_report_id in ids],
        [i for i in events.items if i.event_report_id in ids],
    )


class Losses:
    """Keeps a fault of one reading module to its own rows of one article, and says so in ``reading_failures``."""

    def __init__(self, rows: Rows, document_id: str, article_id: str | None) -> None:
        self._rows, self._document_id, self._article_id = rows, document_id, article_id

    def guard(self, reader: str, read: Callable[[], ReadingT], instead: ReadingT) -> ReadingT:
        """The reading, or ``instead`` where the reader failed."""
        try:
            return read()
        except Exception as error:  # noqa: BLE001 - whatever a reader stumbles over must not cost the rest of the document
            _add(self._rows, "reading_failures", [self._failure(reader, error)])
            return instead

    def _failure(self, reader: str, error: Exception) -> ReadingFailureRow:
        return ReadingFailureRow(
            document_id=self._document_id,
            article_id=self._article_id,
            start_char=None,
            end_char=None,
            reader=reader,
            error=f"{type(error).__name__}: {error}"[:500],
        )


def _add(rows: Rows, table: str, new: Iterable[Any]) -> None:
    rows.setdefault(table, []).extend(dataclasses.asdict(row) for row in new)
