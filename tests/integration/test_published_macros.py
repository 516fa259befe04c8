"""The macros of a published file, asked as a reader asks them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.conftest import run_dossier


def ask(warehouse: Path, sql: str) -> list[dict[str, object]]:
    done = run_dossier("query", sql, "-w", warehouse, "--format", "json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_was_known_on_a_day_is_what_was_published_by_then(built: Path) -> None:
    # The vaccine story is of 8 November 2023, the harbour story of 15 May 2024; nothing dates the flood story but its text.
    known = "select distinct documents.name from {} join evidence on {} join documents using (document_id) order by 1"
    facts = known.format(
        "as_of('2024-05-14') as known join event_reports on known.fact_id = event_reports.event_id",
        "evidence.fact_id = event_reports.event_report_id",
    )
    assert "harbour" not in [row["name"] for row in ask(built, facts)]
    assert ask(built, "select count(*) as n from as_of('2023-11-07')") == [{"n": 0}]
    rows = "select event_id, report_count, article_count, origin_count from {} where report_count > 0 order by 1"
    dated = "events where event_id in (select event_id from event_reports join articles using (article_id) where published_to is not null) and report_count > 0 order by 1"
    assert ask(built, rows.format("events_as_of('2030-01-01')")) == ask(
        built, f"select event_id, report_count, article_count, origin_count from {dated}"
    )
    assert ask(built, "select count(*) as n from figures_as_of(date '2030-01-01')")[0]["n"]


def test_a_publication_is_remembered_by_its_number(built: Path) -> None:
    held = ask(built, "select count(*) as n from as_of_version(1) where fact_table = 'events' and current_id = fact_id")
    assert held == ask(built, "select count(*) as n from events")
    assert ask(built, "select count(*) as n from as_of_version(2)") == [{"n": 0}]


@pytest.mark.parametrize("table", ["events", "figures", "actors", "statements", "items"])
def test_every_fact_leads_to_its_printed_words(built: Path, table: str) -> None:
    fact_id = f"{table[:-1]}_id"
    lacking = (
        f"select count(*) as n from {table} where not exists "
        f"(select 1 from evidence_of((select min({fact_id}) from {table})))"
    )
    assert ask(built, lacking) == [{"n": 0}]


def test_the_timeline_of_an_actor_is_found_by_name(built: Path) -> None:
    said = ask(built, "select what, words from timeline('Ines Marlowe')")
    assert ("statement", "We have what we came for") in [(row["what"], str(row["words"]).strip('",')) for row in said]


def test_the_macros_lie_beside_the_published_file_and_are_described(built: Path) -> None:
    folder = built / "published" / "current"
    assert "macro marts.as_of(" in (folder / "macros.sql").read_text(encoding="utf-8")
    undescribed = (
        "select function_name from duckdb_functions() where not internal and schema_name = 'marts' and comment is null"
    )
    assert ask(built, undescribed) == []
