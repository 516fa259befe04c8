"""Reading one document: parts, then every kind of mention of every article, as rows for the raw tables."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorIndex
from dossier.language.actors import read_actors
from dossier.language.analysis import Article, Block, SpanIndex, analyse_blocks
from dossier.language.events import read_events
from dossier.language.fingerprints import read_fingerprints
from dossier.language.items import read_items
from dossier.language.parts import read_parts
from dossier.language.quantities import read_quantities
from dossier.language.rows import ArticleRow
from dossier.language.statements import read_statements
from dossier.language.times import read_times

READER = "english-news"
Rows = dict[str, list[dict[str, Any]]]


def read_document(document_id: str, text: str, metadata: Mapping[str, str]) -> Rows:
    """Read a document; returns rows by raw table name, without ``reading_id``."""
    ids = IdMaker(document_id)
    parts = read_parts(document_id, text, metadata, ids)
    rows: Rows = defaultdict(list)
    _add(rows, "read_articles", parts.articles)
    _add(rows, "read_parts", parts.parts)
    for row in parts.articles:
        read_article(analyse_article(text, row, parts.blocks.get(row.article_id, ()), ids), rows)
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
    actor_reading = read_actors(article)
    actors = ActorIndex(actor_reading)
    time_reading = read_times(article)
    times = SpanIndex(time_reading.expressions)
    statements = read_statements(article, actors, times)
    items = read_items(article)
    events = read_events(article, actors, times, SpanIndex(statements), SpanIndex(items))
    _add(rows, "read_actor_chains", actor_reading.chains)
    _add(rows, "read_actor_mentions", actor_reading.mentions)
    _add(rows, "read_actor_roles", actor_reading.roles)
    _add(rows, "read_time_expressions", time_reading.expressions)
    _add(rows, "read_time_points", time_reading.points)
    _add(rows, "read_statements", statements)
    _add(rows, "read_figure_reports", read_quantities(article, actors, times, SpanIndex(statements)))
    _add(rows, "read_item_mentions", items)
    _add(rows, "read_event_reports", events.reports)
    _add(rows, "read_event_participants", events.participants)
    _add(rows, "read_event_items", events.items)
    _add(rows, "read_fingerprints", read_fingerprints(article))


def _add(rows: Rows, table: str, new: Iterable[Any]) -> None:
    rows.setdefault(table, []).extend(dataclasses.asdict(row) for row in new)
