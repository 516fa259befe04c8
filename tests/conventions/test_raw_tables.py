"""The raw tables are declared once: what the loaders write equals the declaration."""

from __future__ import annotations

import dataclasses
import typing
from typing import Any

import pytest

from dossier.language import rows
from dossier.raw_tables import raw_tables

WRITTEN = {
    "read_articles": rows.ArticleRow,
    "read_parts": rows.PartRow,
    "read_fingerprints": rows.FingerprintRow,
    "read_corrections": rows.CorrectionRow,
    "read_actor_chains": rows.ActorChainRow,
    "read_actor_mentions": rows.ActorMentionRow,
    "read_actor_roles": rows.ActorRoleRow,
    "read_time_expressions": rows.TimeExpressionRow,
    "read_time_points": rows.TimePointRow,
    "read_publication_evidence": rows.PublicationEvidenceRow,
    "read_figure_reports": rows.FigureReportRow,
    "read_statements": rows.StatementRow,
    "read_event_reports": rows.EventReportRow,
    "read_event_participants": rows.EventParticipantRow,
    "read_item_mentions": rows.ItemMentionRow,
    "read_event_items": rows.EventItemRow,
    "read_event_terms": rows.EventTermRow,
    "read_article_terms": rows.ArticleTermRow,
    "reading_failures": rows.ReadingFailureRow,
}
PYTHON_TYPES = {"varchar": str, "integer": int, "bigint": int, "double": float, "boolean": bool}


def without_none(hint: Any) -> Any:
    """`str` of `str | None`."""
    return next(kind for kind in (typing.get_args(hint) or (hint,)) if kind is not type(None))


@pytest.mark.parametrize("table", WRITTEN)
def test_a_row_has_the_columns_of_its_raw_table(table: str) -> None:
    row = WRITTEN[table]
    types = typing.get_type_hints(row)
    written = [(field.name, without_none(types[field.name])) for field in dataclasses.fields(row)]
    declared = [(name, PYTHON_TYPES[sql_type]) for name, sql_type in raw_tables()[table].columns]
    assert [("reading_id", str), *written] == declared


def test_every_raw_table_of_a_reading_has_a_row_type() -> None:
    assert {name for name in raw_tables() if name.startswith("read_")} <= WRITTEN.keys()
