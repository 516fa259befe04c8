"""The parts of make test-spark, in one Spark session."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

import duckdb
from dbt.cli.main import dbtRunner

from dossier.language.lexicons import reader_version
from dossier.publishing.manifest import PUBLISHED_SCHEMAS, PublishedTable, read_published_tables
from dossier.publishing.row_hashes import hash_tables
from dossier.settings import PROJECT_ROOT
from dossier.spark.reading import reading_schema
from dossier.spark.session import local_session
from dossier.spark.tables import export_raw_tables, load_raw_tables, read_new_documents
from tests.spark.comparing import Comparison, compare, copy_from_spark

# When and how long it was read is not what was read.
OF_THE_RUN = {"readings": ("read_at", "seconds", "reading_number")}
MACROS = "macros_mean_the_same_on_every_engine"
SEEDS = """
    select schema_name, table_name
    from duckdb_tables()
    where schema_name in ('reference', 'judgements')
    order by schema_name, table_name
"""


class OnSpark:
    """A Spark session, with a folder that holds ``KIND/working.duckdb`` for every kind of documents."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._spark = local_session(folder / "spark")
        self._seeded = False
        self.parts: dict[str, Callable[[], int]] = {
            "macros": self._macros,
            "sample": lambda: self._models("sample"),
            "pages": lambda: self._models("pages"),
            "reading": self._reading,
        }

    def __enter__(self) -> OnSpark:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spark.stop()

    def _macros(self) -> int:
        return 0 if _dbt("test", "--select", MACROS) else 1

    def _models(self, kind: str) -> int:
        """The published tables of both engines from the same raw tables; how many differ."""
        database = self._folder / kind / "working.duckdb"
        self._load(kind, database)
        if not self._seeded and not _dbt("seed"):
            return 1
        self._seeded = True
        started = time.monotonic()
        if not _dbt("run"):
            return 1
        print(f"{kind}: dbt run on Spark took {time.monotonic() - started:.0f} seconds")
        tables = read_published_tables(self._folder / kind / "target" / "manifest.json")
        relations = [f"{table.schema}.{table.name}" for table in tables]
        with duckdb.connect() as connection:
            connection.execute(f"attach '{database}' as working (read_only)")
            relations += [f"{schema}.{name}" for schema, name in connection.execute(SEEDS).fetchall()]
            connection.execute("attach ':memory:' as spark")
            copy_from_spark(self._spark, connection, relations)
            found = list(compare(connection, "working", relations))
            hashes = [_data_hash(connection, place, tables) for place in ("working", "spark")]
        faults = _told(kind, found)
        print(f"{kind}: data hash {hashes[0][:16]} on DuckDB, {hashes[1][:16]} on Spark")
        return faults + (hashes[0] != hashes[1])

    def _reading(self) -> int:
        """The sample read by Spark from what was landed; how many raw tables differ from those of `dossier read`."""
        database = self._folder / "sample" / "working.duckdb"
        self._load("sample", database)
        filled = reading_schema().names
        versions = self._spark.sql("select distinct reader_version from raw.readings").collect()
        if [row[0] for row in versions] != [reader_version()]:
            print("reading: the readers were edited while this ran")
            return 1
        for name in filled:
            self._spark.sql(f"truncate table raw.{name}")
        started = time.monotonic()
        read_new_documents(self._spark, self._folder / "read_by_spark", partitions=2)
        print(f"reading: mapInArrow took {time.monotonic() - started:.0f} seconds")
        with duckdb.connect() as connection:
            connection.execute(f"attach '{database}' as landed (read_only)")
            for place in ("working", "spark"):
                connection.execute(f"attach ':memory:' as {place}")
            copy_from_spark(self._spark, connection, [f"raw.{name}" for name in filled])
            connection.execute("create schema working.raw")
            for name in filled:
                of_the_run = ", ".join(f"null as {column}" for column in OF_THE_RUN.get(name, ()))
                same = f"select * replace ({of_the_run})" if of_the_run else "select *"
                connection.execute(f"create table working.raw.{name} as {same} from landed.raw.{name}")
                connection.execute(f"create or replace table spark.raw.{name} as {same} from spark.raw.{name}")
            return _told("reading", compare(connection, "working", [f"raw.{name}" for name in filled]))

    def _load(self, kind: str, database: Path) -> None:
        raw = self._folder / kind / "raw"
        if not raw.exists():
            export_raw_tables(database, raw)
        load_raw_tables(self._spark, raw)


def _dbt(*arguments: str) -> bool:
    """Run dbt in this process, for it to find the session; its options stand in the environment."""
    result = dbtRunner().invoke(["--quiet", *arguments, "--project-dir", str(PROJECT_ROOT), "--target", "spark"])
    if result.exception is not None:
        print(f"dbt {arguments[0]}: {result.exception}")
    return result.success


def _data_hash(connection: duckdb.DuckDBPyConnection, place: str, tables: Iterable[PublishedTable]) -> str:
    """The data hash that a publication of these tables would carry."""
    with duckdb.connect() as own:
        own.execute("attach ':memory:' as dossier")
        for schema in PUBLISHED_SCHEMAS:
            own.execute(f"create schema dossier.{schema}")
        for table in tables:
            rows = connection.execute(f"from {place}.{table.relation}").to_arrow_table()
            own.register("rows_of_table", rows)
            own.execute(f"create table dossier.{table.relation} as from rows_of_table")
        return hash_tables(own, tables)


def _told(kind: str, comparisons: Iterable[Comparison]) -> int:
    """Say what differs, and in how many tables."""
    found = list(comparisons)
    unlike = [comparison for comparison in found if comparison.faults]
    for comparison in unlike:
        print(f"{kind}: {comparison.relation} differs: " + "\n  ".join(comparison.faults))
    alike = [comparison for comparison in found if not comparison.faults]
    rows = sum(comparison.row_count for comparison in alike)
    print(f"{kind}: {len(alike)} of {len(found)} tables are the same row for row ({rows:,} rows)")
    return len(unlike)
