"""Tables that two engines built from the same raw rows, compared row for row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb
from pyspark.sql import SparkSession

from dossier.publishing.row_hashes import row_hash_expression

SHOWN_ROWS = 3
COLUMNS = """
    select column_name, lower(data_type)
    from duckdb_columns()
    where database_name = ? and schema_name = ? and table_name = ?
    order by column_index
"""


@dataclass(frozen=True)
class Comparison:
    """A table on both engines."""

    relation: str  # schema.name
    row_count: int  # DuckDB's
    faults: tuple[str, ...]


def copy_from_spark(spark: SparkSession, connection: duckdb.DuckDBPyConnection, relations: Iterable[str]) -> None:
    """Copy tables of Spark, given as schema.name, into the attached database ``spark``."""
    for relation in relations:
        connection.register("rows_of_spark", spark.table(relation).toArrow())
        connection.execute(f"create schema if not exists spark.{relation.split('.')[0]}")
        connection.execute(f"create or replace table spark.{relation} as from rows_of_spark")
        connection.unregister("rows_of_spark")


def compare(connection: duckdb.DuckDBPyConnection, database: str, relations: Iterable[str]) -> Iterator[Comparison]:
    """Compare tables of an attached database with those in ``spark``: names and types of columns, then all rows."""
    for relation in relations:
        columns, others = (
            connection.execute(COLUMNS, [place, *relation.split(".")]).fetchall() for place in (database, "spark")
        )
        row = connection.execute(f"select count(*) from {database}.{relation}").fetchone()
        faults: tuple[str, ...] = (f"columns {sorted(set(columns) ^ set(others))}",)
        if columns == others:
            faults = tuple(_differences(connection, database, relation, columns))
        yield Comparison(relation, row[0] if row else 0, faults)


def _differences(
    connection: duckdb.DuckDBPyConnection, database: str, relation: str, columns: list[tuple[str, str]]
) -> Iterator[str]:
    """What stands in one and not in the other: how many rows, and the first of them."""
    row_hash = row_hash_expression(name for name, _ in columns)
    for one, other in ((database, "spark"), ("spark", database)):
        alone = (
            f"select *, count(*) over () from (select * from (select {row_hash} as row_hash, * from {one}.{relation})"
            f" where row_hash not in (select {row_hash} from {other}.{relation})) order by all limit {SHOWN_ROWS}"
        )
        rows = connection.execute(alone).fetchall()
        if rows:
            engine = "Spark" if one == "spark" else "DuckDB"
            yield f"{rows[0][-1]} rows of {engine} alone: " + "; ".join(str(row[1:-1]) for row in rows)
    counts = [
        connection.execute(f"select count(*) from {place}.{relation}").fetchone() for place in (database, "spark")
    ]
    if counts[0] != counts[1]:
        yield f"{counts[0]} rows and {counts[1]}"
