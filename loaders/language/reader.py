"""Reading one document: parts, then every kind of mention of every article, as rows for the raw tables."""

from __future__ import annotations

import dataclasses
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorIndex, ActorReading
from dossier.language.actors import read_actors
from dossier.language.analysis import Article, Block, Paragraph, SpanIndex, analyse_blocks
from dossier.language.corrections import Withdrawn, mark_withdrawn, read_corrections, read_withdrawn
from dossier.language.event_terms import read_article_terms, read_event_terms
from dossier.language.events import EventReading, read_events
from dossier.language.fingerprints import read_fingerprints
from dossier.language.items import read_items
from dossier.language.losses import Losses
from dossier.language.parts import read_parts
from dossier.language.parts.undivided import undivided
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
from dossier.reading.records import TextBlock

READER = "english-news"
Rows = dict[str, list[dict[str, Any]]]
ReadingT = TypeVar("ReadingT")


def read_document(
    document_id: str,
    text: str,
    metadata: Mapping[str, str],
    blocks: Sequence[TextBlock] = (),
    language: str | None = None,
) -> Rows:
    """Read a document; returns rows by raw table name, without ``reading_id``.

    ``blocks`` are those its format showed. In a document of another language than English only articles and parts are
    told.
    """
    ids = IdMaker(document_id)
    rows: Rows = defaultdict(list)
    losses = Losses(rows, ids, None)
    parts = losses.guard("parts", lambda: read_parts(document_id, text, metadata, ids, blocks), None)
    parts = parts or undivided(document_id, text, metadata, ids)
    _add(rows, "read_articles", parts.articles)
    _add(rows, "read_parts", parts.parts)
    if not is_english(language):
        return dict(rows)
    for row in parts.articles:
        losses = Losses(rows, ids, row.article_id)
        article = losses.guard_parts(
            "analysis", parts.blocks.get(row.article_id, ()), functools.partial(analyse_article, text, row, ids), None
        )
        if article is not None:
            read_article(article, rows)
    return dict(rows)


def leave_unread(document_id: str, text: str, metadata: Mapping[str, str], reason: str) -> Rows:
    """The rows of a document whose reading had to be broken off: one article, nothing read from it, and the reason."""
    ids = IdMaker(document_id)
    parts = undivided(document_id, text, metadata, ids)
    rows: Rows = defaultdict(list)
    _add(rows, "read_articles", parts.articles)
    _add(rows, "read_parts", parts.parts)
    failure = ReadingFailureRow(
        document_id=document_id, article_id=None, start_char=None, end_char=None, reader=READER, error=reason
    )
    _add(rows, "reading_failures", [failure])
    return dict(rows)


def is_english(language: str | None) -> bool:
    """Whether a language tag is English, or unknown."""
    return language is None or language.lower().split("-")[0] in ("en", "eng", "und")


def analyse_article(text: str, row: ArticleRow, ids: IdMaker, blocks: Iterable[Block]) -> Article:
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
    losses = Losses(rows, article.ids, article.article_id)

    def guard(reader: str, read: Callable[[Article], ReadingT], instead: ReadingT) -> ReadingT:
        def read_paragraphs(paragraphs: Sequence[Paragraph]) -> ReadingT:
            whole = paragraphs is article.paragraphs
            return read(article if whole else dataclasses.replace(article, paragraphs=paragraphs))

        return losses.guard_parts(reader, article.paragraphs, read_paragraphs, instead)

    actor_reading = guard("actors", read_actors, ActorReading([], [], []))
    actors = ActorIndex(actor_reading)
    time_reading = guard("times", read_times, TimeReading([], [], []))
    times = SpanIndex(time_reading.expressions)
    statements: list[StatementRow] = guard("statements", lambda part: read_statements(part, actors, times), [])
    items: list[ItemMentionRow] = guard("items", read_items, [])
    said = SpanIndex(statements)
    about = SpanIndex(items)
    events = guard("events", lambda part: read_events(part, actors, times, said, about), EventReading([], [], []))
    figures: list[FigureReportRow] = guard("quantities", lambda part: read_quantities(part, actors, times, said), [])
    notices: list[CorrectionRow] = guard("corrections", read_corrections, [])
    withdrawn = guard("corrections", lambda part: read_withdrawn(part, notices), SpanIndex[Withdrawn]([]))
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
    _add(rows, "read_article_terms", losses.guard("article terms", lambda: read_article_terms(article), []))
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


def _add(rows: Rows, table: str, new: Iterable[Any]) -> None:
    rows.setdefault(table, []).extend(dict(vars(row)) for row in new)  # rows are flat: no need to copy deeply
