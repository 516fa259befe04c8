"""Readings: once a document and reader version, whole or not at all, and a reader's fault costs its own rows only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from dossier.landing.documents import land_documents
from dossier.landing.readings import read_new_documents
from dossier.language import lexicons, reader
from dossier.language.analysis import Article
from dossier.raw_tables import create_raw_tables
from tests.integration.conftest import HARBOUR, write_files


@pytest.fixture
def connection(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    create_raw_tables(connection)
    land_documents(connection, str(write_files(tmp_path, {"a.txt": HARBOUR})))
    return connection


def readings(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, str]]:
    return connection.execute(
        "select reading_number, reader_version from raw.readings order by reading_number"
    ).fetchall()


def test_a_document_is_read_once_a_reader_version_and_an_old_version_is_put_in_force_again(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("one", "one", "two", "one"):
        monkeypatch.setattr(lexicons, "reader_version", lambda version=version: version)
        read_new_documents(connection)
    assert readings(connection) == [(1, "one"), (2, "two"), (3, "one")]
    assert connection.execute("select reader_version from raw.current_readings").fetchall() == [("one",)]
    articles = connection.execute("select reading_id, count(*) from raw.read_articles group by 1").fetchall()
    assert sorted(count for _, count in articles) == [1, 1]


def rows_of(connection: duckdb.DuckDBPyConnection, table: str, columns: str) -> list[tuple[object, ...]]:
    return connection.execute(f"select {columns} from raw.{table} order by start_char").fetchall()


def test_a_reader_that_fails_loses_its_rows_of_that_article_only(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise KeyError("planted")

    monkeypatch.setattr(reader, "read_quantities", fail)
    summary = read_new_documents(connection)
    assert [(name, error) for _, name, error in summary.failures] == [("quantities", "KeyError: 'planted'")]
    assert connection.execute("select reader, article_id is not null from raw.reading_failures").fetchall() == [
        ("quantities", True)
    ]
    assert connection.execute("select count(*) from raw.read_figure_reports").fetchone() == (0,)
    assert connection.execute("select count(*) > 0 from raw.read_actor_mentions").fetchone() == (True,)


def test_a_reader_that_fails_on_one_paragraph_loses_its_rows_of_that_paragraph_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest keeps its rows, under the ids it has without the fault."""
    documents = write_files(tmp_path, {"a.txt": HARBOUR})
    read_quantities = reader.read_quantities

    def fail_on_ships(article: Article, *others: Any) -> Any:
        if any("41 ships" in paragraph.doc.text for paragraph in article.paragraphs):
            article.ids.next_id("fgr", "6 percent")
            raise ValueError("planted")
        return read_quantities(article, *others)

    found = []
    for planted in (False, True):
        connection = duckdb.connect()
        create_raw_tables(connection)
        land_documents(connection, str(documents))
        if planted:
            monkeypatch.setattr(reader, "read_quantities", fail_on_ships)
        read_new_documents(connection)
        found.append(connection)
    whole, less = (rows_of(c, "read_figure_reports", "figure_report_id, text, start_char") for c in found)
    start_char, end_char = HARBOUR.index("The strike had held"), len(HARBOUR.rstrip())
    assert less == [row for row in whole if row[2] < start_char] and 0 < len(less) < len(whole)
    assert rows_of(found[1], "reading_failures", "reader, start_char, end_char, error") == [
        ("quantities", start_char, end_char, "ValueError: planted")
    ]
    actors = [rows_of(c, "read_actor_mentions", "actor_mention_id, text") for c in found]
    assert actors[0] == actors[1]


def test_a_document_that_cannot_be_divided_is_read_as_one_article(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise KeyError("planted")

    monkeypatch.setattr(reader, "read_parts", fail)
    read_new_documents(connection)
    assert connection.execute("select is_main, rule from raw.read_articles").fetchall() == [(True, "undivided")]
    assert rows_of(connection, "read_parts", "start_char, end_char") == [(0, len(HARBOUR.rstrip()))]
    assert ("41 ships",) in rows_of(connection, "read_figure_reports", "text")
    assert connection.execute("select reader from raw.reading_failures").fetchall() == [("parts",)]
