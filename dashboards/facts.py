"""Facts of the published warehouse, by id: what a fact is, and the reports it was merged from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.marking import Span, passage
from dossier.sql_files import load_sql

Row = dict[str, Any]
Ask = Callable[[str, Mapping[str, Any]], list[Row]]  # SQL and its parameters to rows
KINDS = {
    "evt": "event",
    "fig": "figure",
    "stm": "statement",
    "act": "actor",
    "art": "article",
    "src": "source",
    "itm": "item",
}
MERGED = ("event", "figure", "statement")


@dataclass(frozen=True)
class Fact:
    """A fact with its row."""

    kind: str
    fact_id: str
    row: Row


def fact_rows(ask: Ask, name: str, **parameters: object) -> list[Row]:
    """Rows of ``sql/NAME.sql``."""
    return ask(load_sql(__file__, name), parameters)


def find_fact(ask: Ask, any_id: str) -> Fact | None:
    """The fact that an id stands for: its own, a report's, a mention's, a document's, or one published earlier."""
    found = fact_rows(ask, "find_fact", any_id=any_id)
    if not found:
        return None
    fact_id = str(found[0]["fact_id"])
    kind = KINDS.get(fact_id[:3], "item")
    if kind in ("source", "item"):
        return Fact(kind, fact_id, {})
    rows = fact_rows(ask, kind, fact_id=fact_id)
    return Fact(kind, fact_id, rows[0]) if rows else None


def reports_of(ask: Ask, fact: Fact, row_limit: int, row_offset: int = 0) -> list[Row]:
    """The reports of a merged fact, or the printings of a statement; ``passage`` of each is its marked sentence."""
    return reports_of_all(ask, fact.kind, [fact.fact_id], row_limit, row_offset)[fact.fact_id]


def reports_of_all(
    ask: Ask, kind: str, fact_ids: Sequence[str], row_limit: int, row_offset: int = 0
) -> dict[str, list[Row]]:
    """The same for many facts of one kind, with two questions in all; ``row_limit`` holds for each fact."""
    found: dict[str, list[Row]] = {fact_id: [] for fact_id in fact_ids}
    reports = fact_rows(ask, f"{kind}_reports", fact_ids=" ".join(fact_ids), row_limit=row_limit, row_offset=row_offset)
    article_ids = " ".join(sorted({str(report["article_id"]) for report in reports}))
    articles = {row["article_id"]: row for row in fact_rows(ask, "report_articles", article_ids=article_ids)}
    for report in reports:
        report |= articles[report["article_id"]]
        report["passage"] = passage(report["window_text"], report_spans(report), report["window_start"])
        found[str(report["fact_id"])].append(report)
    return found


def report_spans(report: Row) -> list[Span]:
    """The quote of a report and, inside it, the words that carry the claim."""
    return [
        Span(report["start_char"], report["end_char"], "evidence"),
        Span(report["core_start_char"], report["core_end_char"], "core"),
    ]
