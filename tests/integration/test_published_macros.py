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
    assert ask(built, "select count(*) as n from as_of('2023-11-07')") == [{"n": 0}]
    # The harbour story is of 15 May 2024: that day brings what it tells, and nothing else.
    news = ask(
        built,
        "select fact_id from as_of('2024-05-15') where fact_table = 'figures' "
        "and fact_id not in (select fact_id from as_of('2024-05-14')) order by 1",
    )
    told = "select distinct figure_id as fact_id from figure_reports join documents using (document_id)"
    assert news and news == ask(built, f"{told} where documents.name = 'harbour' order by 1")
    counts = "report_count, article_count, origin_count, first_published_on"
    now = f"select event_id, {counts} from events where first_published_on is not null and report_count > 0 order by 1"
    assert ask(built, f"select event_id, {counts} from events_as_of('2030-01-01') order by 1") == ask(built, now)
    assert ask(built, "select count(*) as n from figures_as_of(date '2023-11-08')")[0]["n"]


def test_a_publication_is_remembered_by_its_number(built: Path) -> None:
    held = ask(built, "select count(*) as n from as_of_version(1) where fact_table = 'events' and current_id = fact_id")
    assert held == ask(built, "select count(*) as n from events")
    assert ask(built, "select count(*) as n from as_of_version(2)") == [{"n": 0}]


@pytest.mark.parametrize("table", ["events", "figures", "actors", "statements"])
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


def test_evidence_of_a_page_on_the_web_leads_back_to_its_words(built: Path) -> None:
    link = ask(built, "select page_link('https://a.example/x#top', 'the first-ever, 5% & more') as link")
    assert link == [{"link": "https://a.example/x#:~:text=the%20first%2Dever%2C%205%25%20%26%20more"}]
    long = ask(built, "select page_link('https://a.example/x', repeat('one two three ', 20) || 'end') as link")
    assert long == [
        {
            "link": "https://a.example/x#:~:text=one%20two%20three%20one%20two%20three,two%20three%20one%20two%20three%20end"
        }
    ]
    assert ask(built, "select page_link(null, 'x') as link") == [{"link": None}]
