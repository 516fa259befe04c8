"""The raw tables as declared in ``models/staging/_raw__sources.yml``: the one place where their columns stand."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
import yaml

from dossier.settings import PROJECT_ROOT

DECLARATION = PROJECT_ROOT / "models" / "staging" / "_raw__sources.yml"
ARROW_TYPES: Mapping[str, pa.DataType] = {
    "varchar": pa.string(),
    "integer": pa.int32(),
    "bigint": pa.int64(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
    "timestamp": pa.timestamp("us"),
    "blob": pa.binary(),
}


@dataclass(frozen=True)
class RawTable:
    """A raw table, or a view where ``view`` holds its SQL."""

    name: str
    columns: tuple[tuple[str, str], ...]
    view: str | None

    @property
    def arrow_schema(self) -> pa.Schema:
        """Columns with their Arrow types."""
        return pa.schema([(name, ARROW_TYPES[sql_type]) for name, sql_type in self.columns])


@functools.cache
def raw_tables() -> dict[str, RawTable]:
    """All raw tables by name, tables before views."""
    declared = yaml.safe_load(DECLARATION.read_text(encoding="utf-8"))["sources"][0]["tables"]
    tables = [
        RawTable(
            name=entry["name"],
            columns=tuple((column["name"], column["data_type"]) for column in entry["columns"]),
            view=entry.get("config", {}).get("meta", {}).get("view"),
        )
        for entry in declared
    ]
    return {table.name: table for table in sorted(tables, key=lambda t: (t.view is not None, t.name))}


def create_raw_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the raw schema, its missing tables and its views."""
    connection.execute("create schema if not exists raw")
    for table in raw_tables().values():
        if table.view is None:
            columns = ", ".join(f"{name} {sql_type}" for name, sql_type in table.columns)
            connection.execute(f"create table if not exists raw.{table.name} ({columns})")
            _bring_up_to_date(connection, table)
        else:
            connection.execute(f"create or replace view raw.{table.name} as {table.view}")


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection, table: RawTable) -> None:
    """Bring a table of an older database up to its declaration; older rows hold NULL in what is new.

    Columns that are declared no longer stay: nobody reads them, and what was landed is never thrown away.
    """
    described = connection.execute(f"select column_name, column_type from (describe raw.{table.name})").fetchall()
    present = {name: column_type.lower() for name, column_type in described}
    for name, sql_type in table.columns:
        if name not in present:
            connection.execute(f"alter table raw.{table.name} add column {name} {sql_type}")
        elif present[name] != sql_type:
            connection.execute(f"alter table raw.{table.name} alter column {name} type {sql_type}")


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back when an error passes through."""
    connection.execute("begin transaction")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def append_rows(connection: duckdb.DuckDBPyConnection, table_name: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Append rows, given as mappings of column to value, to a raw table; returns how many."""
    table = raw_tables()[table_name]
    batch = pa.Table.from_pylist([dict(row) for row in rows], schema=table.arrow_schema)
    if batch.num_rows:
        connection.register("new_rows", batch)
        connection.execute(f"insert into raw.{table_name} by name select * from new_rows")
        connection.unregister("new_rows")
    return int(batch.num_rows)
