"""The Parquet files of a publication: a file a month, linked where nothing changed, clustered by days."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from dossier.publishing.manifest import Column, PublishedTable
from dossier.publishing.parquet import PublishedFile, describe_files, files_of, write_parquet

EVENTS = 45_000


def table(name: str, key: str, **columns: str) -> PublishedTable:
    fields = tuple(Column(column, kind, "", False) for column, kind in columns.items())
    return PublishedTable("marts", name, "", fields, (key,), (), False, False, "")


TABLES = (
    table("events", "event_id", event_id="varchar", title="varchar", occurred_from="date", first_published_on="date"),
    table("event_participants", "event_id", event_id="varchar", role="varchar"),
    table(
        "articles", "article_id", article_id="varchar", document_id="varchar", is_main="boolean", published_from="date"
    ),
)


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """Events of three months and of no known day, told in no order, as the database that is being published."""
    connection = duckdb.connect()
    connection.execute("set preserve_insertion_order = false")
    connection.execute("attach ':memory:' as dossier")
    connection.execute("create schema dossier.marts")
    connection.execute(
        f"""
        create table dossier.marts.events as
        select md5(cast(range as varchar)) as event_id, 'told ' || range as title,
            date '2024-01-01' + cast(hash(range) % 80 as integer) as occurred_from,
            case when range % 9 > 0 then date '2024-01-01' + cast(hash(range) % 80 as integer) end as first_published_on
        from range({EVENTS})
        """
    )
    connection.execute(
        "create table dossier.marts.event_participants as select event_id, 'agent' as role from dossier.marts.events"
    )
    columns = "article_id varchar, document_id varchar, is_main boolean, published_from date"
    connection.execute(f"create table dossier.marts.articles ({columns})")
    return connection


def publish(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    previous: Path | None = None,
    known: dict[str, PublishedFile] | None = None,
) -> dict[str, PublishedFile]:
    folder.mkdir()
    written = write_parquet(connection, TABLES, folder, previous, known or {})
    return files_of({"resources": [describe_files(files) for files in written.values()]})


def test_one_glob_reads_a_table_and_its_files_are_months(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    files = publish(connection, tmp_path / "1")
    names = sorted(path.removeprefix("parquet/marts/") for path in files)
    months = ("2024-01", "2024-02", "2024-03", "undated")
    assert names == [
        "articles/all.parquet",
        *(f"{t}/{m}.parquet" for t in ("event_participants", "events") for m in months),
    ]
    for name in ("events", "event_participants", "articles"):
        read = f"read_parquet('{tmp_path}/1/parquet/marts/{name}/*.parquet')"
        for one, other in ((read, f"dossier.marts.{name}"), (f"dossier.marts.{name}", read)):
            assert connection.execute(f"select count(*) from (from {one} except all from {other})").fetchone() == (0,)
    assert sum(file.rows for path, file in files.items() if "/events/" in path) == EVENTS
    assert all((tmp_path / "1" / path).stat().st_size == file.bytes for path, file in files.items())


def test_a_range_of_days_lies_in_few_row_groups(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    publish(connection, tmp_path / "1")
    connection.execute("update dossier.marts.events set first_published_on = date '2024-03-01'")
    publish(connection, tmp_path / "2")
    metadata = pq.ParquetFile(tmp_path / "2" / "parquet/marts/events/2024-03.parquet").metadata
    column = metadata.schema.to_arrow_schema().names.index("occurred_from")
    days = [metadata.row_group(n).column(column).statistics for n in range(metadata.num_row_groups)]
    assert len(days) >= 2
    assert all(before.max <= after.min for before, after in zip(days, days[1:], strict=False))


def test_a_month_in_which_nothing_changed_is_the_file_of_before(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    first = publish(connection, tmp_path / "1")
    connection.execute(
        "update dossier.marts.events set title = 'told otherwise' where event_id = "
        "(select min(event_id) from dossier.marts.events where first_published_on < date '2024-02-01')"
    )
    second = publish(connection, tmp_path / "2", tmp_path / "1", first)
    anew = publish(connection, tmp_path / "3")
    written = {p for p in second if not (tmp_path / "2" / p).samefile(tmp_path / "1" / p)}
    assert written == {"parquet/marts/events/2024-01.parquet"}
    for path in second:
        linked, fresh = ((tmp_path / n / path).read_bytes() for n in ("2", "3"))
        assert hashlib.sha256(linked).digest() == hashlib.sha256(fresh).digest()
        assert second[path] == anew[path]


def test_a_damaged_file_of_before_is_written_again(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    first = publish(connection, tmp_path / "1")
    damaged = "parquet/marts/events/2024-02.parquet"
    (tmp_path / "1" / damaged).write_bytes(b"PAR1")
    second = publish(connection, tmp_path / "2", tmp_path / "1", first)
    assert (tmp_path / "2" / damaged).stat().st_size == second[damaged].bytes == first[damaged].bytes
