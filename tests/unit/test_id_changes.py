"""What becomes of published ids: a fact that a new version of its page prints too has a new id and is known again."""

from __future__ import annotations

import duckdb

from dossier.publishing import history
from dossier.raw_tables import create_raw_tables
from dossier.sql_files import load_sql

FIGURES = next(fact for fact in history.FACT_TABLES if fact.name == "figures")


def publication(
    connection: duckdb.DuckDBPyConnection, name: str, reports: list[tuple[str, str, str, str, str, int]]
) -> None:
    """A database with figures and their reports: ids of report, fact and document, words, quote, place."""
    connection.execute(f"attach ':memory:' as {name}; create schema {name}.marts")
    connection.execute(
        f"create table {name}.marts.figure_reports (figure_report_id varchar, figure_id varchar, document_id varchar, "
        "text varchar, quote varchar, start_char integer)"
    )
    connection.executemany(f"insert into {name}.marts.figure_reports values (?, ?, ?, ?, ?, ?)", reports)
    connection.execute(
        f"create table {name}.marts.figures as select distinct figure_id from {name}.marts.figure_reports"
    )


def test_a_fact_that_a_new_version_of_its_page_still_prints_is_anchored_anew_and_a_dropped_one_is_gone() -> None:
    connection = duckdb.connect()
    create_raw_tables(connection)
    connection.execute(
        "insert into raw.documents (document_id, record_key, sha256) values ('d1', 'p', 'x'), ('d2', 'p', 'y')"
    )
    connection.execute("insert into raw.document_versions values ('p', 1, 'd1', 'l', null), ('p', 2, 'd2', 'l', null)")
    before = [
        ("r1", "f1", "d1", "9 ships", "it held up 9 ships", 10),
        ("r2", "f2", "d1", "9 ships", "it held up 9 ships", 90),
        ("r3", "f3", "d1", "40 crew", "40 crew were told", 130),
    ]
    after = [
        ("q1", "g1", "d2", "9 ships", "it held up 9 ships", 31),
        ("q2", "g2", "d2", "9 ships", "it held up 9 ships", 120),
        ("q3", "g3", "d2", "41 crew", "41 crew were told", 160),
    ]
    publication(connection, "previous", before)
    publication(connection, "dossier", after)
    connection.execute(
        "insert into raw.fact_history (fact_table, fact_id, first_version, last_version) "
        "select 'figures', figure_id, 1, 1 from previous.marts.figures"
    )
    names = {"fact_table": "figures", "fact_id": "figure_id", "report_table": FIGURES.report_table}
    sql = load_sql(history.__file__, "id_changes").format(
        **names, report_id=FIGURES.report_id_column, words=FIGURES.words
    )
    changes = connection.execute(
        f"select old_id, current_id, reason from ({sql}) order by old_id", {"version": 2, "previous_version": 1}
    ).fetchall()
    assert changes == [("f1", "g1", "re-anchored"), ("f2", "g2", "re-anchored"), ("f3", None, "gone")]
