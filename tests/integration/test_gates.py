"""Each bound of the gates is broken by a fault planted in a built warehouse, and the rows that show it are given."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import duckdb
import pytest

from dossier.quality import gates
from dossier.quality.bounds import Bound, bounds_of
from dossier.settings import Warehouse

PUBLISHED = "{}/published/current/dossier.duckdb"
EARLIER_LOADS = """
    insert into raw.loads by name
    select
        'lod' || n as load_id,
        (select location from raw.loads limit 1) as location,
        timestamp '2020-01-01' + n * interval 1 day as started_at,
        {count} as record_count
    from range(4) as t(n)
"""
VISITS = """
    insert into raw.feed_visits by name
    select
        'wire' as feed_id,
        'x' as declaration,
        timestamp '2020-01-01' + n * interval 1 day as visited_at,
        'fetched' as outcome,
        case when n = 4 then {last} else {usual} end as record_count,
        case when n = 4 then (select load_id from raw.loads order by started_at desc limit 1) end as load_id
    from range(5) as t(n)
"""
# gate, what is planted, table and metric that must be out of bounds, severity, whether rows are shown
FAULTS = [
    ("landing", "update raw.read_statements set start_char = start_char + 1", "mentions.read_offsets", "hard", True),
    ("landing", "update raw.read_articles set is_main = false", "articles.articles_without_main", "hard", True),
    ("landing", "update raw.read_parts set end_char = end_char + 9999", "article_parts.part_offsets", "hard", True),
    ("landing", "delete from raw.read_parts", "article_parts.covered_share", "hard", False),
    ("landing", "update raw.read_parts set part_kind = 'boilerplate'", "article_parts.article_share", "hard", False),
    ("landing", "delete from raw.readings", "documents.unread_count", "hard", True),
    ("landing", "update raw.documents set encoding = 'utf-8 damaged'", "documents.damaged_share", "soft", True),
    (
        "landing",
        "update raw.documents set text = repeat(chr(65533), cast(char_count as integer))",
        "documents.replaced_char_share",
        "hard",
        True,
    ),
    (
        "landing",
        "insert into raw.reading_failures by name select reading_id, document_id, 'times' as reader from raw.readings",
        "reading_failures.failed_share",
        "hard",
        True,
    ),
    ("landing", EARLIER_LOADS.format(count=30), "documents.load_volume", "soft", True),
    (
        "landing",
        EARLIER_LOADS.format(count=20) + "; update raw.loads set record_count = 2000 where landed_count is not null",
        "documents.load_growth",
        "hard",
        True,
    ),
    ("landing", VISITS.format(usual=20, last=4), "feeds.least_volume", "soft", True),
    ("landing", VISITS.format(usual=20, last=2000), "feeds.most_volume", "hard", True),
    (
        "landing",
        "update raw.readings set word_count = 9000; delete from raw.read_time_expressions",
        "time_expressions.rows_of_many_words",
        "hard",
        False,
    ),
    (
        "landing",
        "update raw.readings set word_count = 9000",
        "actor_mentions.per_thousand_words",
        "soft",
        False,
    ),
    ("marts", "update marts.statements set quote = 'Nobody said so'", "evidence.evidence_offsets", "hard", True),
    ("marts", "insert into marts.actors from marts.actors limit 1", "all tables.repeated_ids", "hard", True),
    ("marts", "delete from marts.event_reports", "all facts.facts_without_evidence", "hard", True),
    ("marts", "delete from marts.actor_mentions", "all facts.facts_without_evidence", "hard", True),
    ("marts", "update marts.statements set actor_id = 'act0'", "all facts.facts_without_evidence", "hard", True),
    (
        "marts",
        "update marts.article_parts set part_kind = 'boilerplate'",
        "reports.facts_from_boilerplate",
        "hard",
        True,
    ),
    ("marts", "update marts.events set source_count = 2", "events, figures, actors.inconsistent_counts", "hard", True),
    ("marts", "update marts.figures set origin_count = 0", "events, figures, actors.inconsistent_counts", "hard", True),
    (
        "marts",
        "update marts.actors set mention_count = mention_count + 1",
        "events, figures, actors.inconsistent_counts",
        "hard",
        True,
    ),
    ("marts", "delete from marts.statements", "events, figures, actors.inconsistent_counts", "hard", True),
    (
        "marts",
        "update marts.events set occurred_from = date '2024-03-02', occurred_to = date '2024-03-01'",
        "dated tables.dates_out_of_reason",
        "hard",
        True,
    ),
    (
        "marts",
        "update marts.events set status = 'occurred', occurred_from = date '2024-12-01'",
        "events.events_after_publication",
        "soft",
        True,
    ),
    (
        "marts",
        "update marts.figures set measure = 'share', unit = 'percent', value = 300",
        "figures.values_out_of_range",
        "soft",
        True,
    ),
    ("marts", "update marts.figures set value = 'nan'", "figures.values_that_are_no_numbers", "hard", True),
    ("marts", "update marts.figures set value_max = value - 1", "figures.values_that_are_no_numbers", "hard", True),
    ("marts", "update marts.figures set measure = 'guesses'", "figures.unknown_measures", "hard", True),
    (
        "marts",
        "delete from raw.document_versions where record_key like 'river%'",
        "documents.lost_documents",
        "hard",
        True,
    ),
    ("marts", "delete from marts.documents where name = 'river'", "documents.published_share", "hard", True),
    ("marts", "update marts.events set occurred_edtf = null", "events.dated_share", "soft", False),
    ("marts", "update marts.figures set measure = 'other'", "figures.measured_share", "soft", False),
    ("marts", "update marts.statements set actor_id = null", "statements.attributed_share", "soft", False),
    ("marts", "update marts.actors set actor_type = null", "actors.typed_share", "hard", False),
    ("marts", "update marts.events set event_id = 'evt' || event_id", "events.kept_id_share", "soft", True),
]


@pytest.fixture(scope="module")
def working(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of the built working database beside what was published from it; every test takes back what it planted."""
    copy = tmp_path_factory.mktemp("gates") / "working.duckdb"  # views name the file, so it keeps its name
    shutil.copy(Warehouse(built).working_database, copy)
    with duckdb.connect(str(copy)) as connection, pytest.MonkeyPatch.context() as patch:
        required = connection.execute(
            "select table_name, column_name from duckdb_columns() where schema_name = 'marts' and not is_nullable"
        )
        for table, column in required.fetchall():
            connection.execute(f'alter table marts.{table} alter column "{column}" drop not null')
        connection.execute(f"attach '{PUBLISHED.format(built)}' as previous (read_only)")
        patch.setattr(gates, "_beside", lambda connection, previous: nullcontext())  # once for all of them
        yield connection


def broken_bounds(connection: duckdb.DuckDBPyConnection, gate: str) -> list[Bound]:
    metrics = gates.compute_metrics(connection, gate, Path("previous"))
    return [
        bound
        for bound in bounds_of(gate)
        if (found := metrics.get(bound.column)) is not None
        and (bound.minimum is not None and found < bound.minimum or bound.maximum is not None and found > bound.maximum)
    ]


@pytest.mark.parametrize(("gate", "fault", "metric", "severity", "has_rows"), FAULTS)
def test_a_planted_fault_breaks_its_bound(
    working: duckdb.DuckDBPyConnection, gate: str, fault: str, metric: str, severity: str, has_rows: bool
) -> None:
    working.execute("begin transaction")
    try:
        working.execute(fault)
        broken = [bound for bound in broken_bounds(working, gate) if bound.column == metric]
        assert severity in [bound.severity for bound in broken]
        shown = gates.find_offending_rows(working, broken[0], Path("previous"))
        assert (shown is not None and len(shown.rows) > 0) == has_rows
    finally:
        working.execute("rollback")


def test_an_unspoilt_warehouse_breaks_no_bound(working: duckdb.DuckDBPyConnection) -> None:
    assert [broken_bounds(working, gate) for gate in ("landing", "marts")] == [[], []]


def test_every_bound_that_looks_at_rows_is_tried() -> None:
    tried = {metric for _, _, metric, _, _ in FAULTS}
    assert {bound.column for gate in ("landing", "marts") for bound in bounds_of(gate) if bound.maximum == 0} <= tried
