"""The raw tables as tables of Spark: filled from a warehouse on one machine, and by reading there."""

from __future__ import annotations

from pathlib import Path

import duckdb
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from dossier.raw_tables import raw_tables
from dossier.spark.reading import READINGS, read_documents, reading_schema
from dossier.sql_files import load_sql


def export_raw_tables(database: Path, folder: Path) -> None:
    """Write the raw tables of a working database as Parquet, one folder a table: what Spark is given."""
    with duckdb.connect(str(database), read_only=True) as connection:
        for table in raw_tables().values():
            if table.view is None:
                (folder / table.name).mkdir(parents=True)
                target = str(folder / table.name / "part.parquet").replace("'", "''")
                columns = ", ".join(f'"{name}"' for name, _ in table.columns)
                connection.execute(f"copy (select {columns} from raw.{table.name}) to '{target}' (format parquet)")


def load_raw_tables(spark: SparkSession, folder: Path) -> None:
    """Make the raw schema anew from Parquet files, with its views."""
    spark.sql("drop schema if exists raw cascade")
    spark.sql("create schema raw")
    for table in raw_tables().values():
        if table.view is None:
            schema = from_arrow_schema(table.arrow_schema, prefer_timestamp_ntz=True)
            spark.read.schema(schema).parquet(str(folder / table.name)).write.saveAsTable(f"raw.{table.name}")
        else:
            spark.sql(f"create view raw.{table.name} as {table.view}")


def read_new_documents(spark: SparkSession, work: Path, *, partitions: int) -> None:
    """Read all current documents that these readers have not read, and append their rows to the raw tables.

    ``work`` is a folder that all workers reach; it is new for every run, and not needed after it. ``raw.readings`` is
    appended to last: the models read only what it names.
    """
    from dossier.language.lexicons import reader_version

    unread = spark.sql(load_sql(__file__, "unread_documents"), args={"reader_version": reader_version()})
    schema = from_arrow_schema(reading_schema(), prefer_timestamp_ntz=True)
    unread.repartition(partitions).mapInArrow(read_documents, schema).write.parquet(str(work))
    read = spark.read.schema(schema).parquet(str(work))
    for name in sorted(schema.names, key=lambda name: name == READINGS):
        read.selectExpr(f"inline({name})").write.insertInto(f"raw.{name}")
