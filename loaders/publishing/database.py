"""Writing a publication's files: the DuckDB database, the search index and the data package's description."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from dossier.database import fts_extension
from dossier.publishing.manifest import Column, PublishedTable
from dossier.publishing.parquet import PublishedFile, describe_files
from dossier.sql_files import load_sql

# Readers of DuckDB 1.1 and later open it.
STORAGE_VERSION = "v1.0.0"
JSON_TYPES: Mapping[str, str] = {
    "integer": "integer",
    "bigint": "integer",
    "double": "number",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "datetime",
}


def attach_new_database(connection: duckdb.DuckDBPyConnection, path: Path, alias: str) -> None:
    """Create a database file that older readers can open, and attach it."""
    connection.execute(f"attach {literal(str(path))} as {alias} (storage_version '{STORAGE_VERSION}')")


def write_table(
    connection: duckdb.DuckDBPyConnection, table: PublishedTable, instead: Mapping[str, str] | None = None
) -> None:
    """Create a table in the attached database ``dossier`` with keys, NOT NULLs and comments, filled in key order.

    ``instead`` names the select to publish in place of a table.
    """
    columns = ", ".join(f'"{c.name}" {c.data_type}{" not null" if c.is_required else ""}' for c in table.columns)
    key = f", primary key ({_names(table.primary_key)})" if table.primary_key else ""
    connection.execute(f"create schema if not exists dossier.{table.schema}")
    connection.execute(f"create table dossier.{table.relation} ({columns}{key})")
    select = table.sql if table.is_late else (instead or {}).get(table.relation)
    source = f"working.{table.relation}" if select is None else f"({select})"
    order = _names(table.primary_key) if table.primary_key else "all"
    connection.execute(
        f"insert into dossier.{table.relation} by name "
        f"select {_names(c.name for c in table.columns)} from {source} order by {order}"
    )
    _comment(connection, table, "table")


def write_views(path: Path, views: Iterable[PublishedTable]) -> None:
    """Create the views over published tables, inside the file itself so that they name no other database."""
    connection = duckdb.connect(str(path))
    try:
        for view in views:
            connection.execute(f"create view {view.relation} as {view.sql}")
            _comment(connection, view, "view", database="")
    finally:
        connection.close()


def write_macros(path: Path) -> None:
    """Create the table macros that answer common questions, and lay their text beside the file."""
    macros = load_sql(__file__, "macros")
    connection = duckdb.connect(str(path))
    try:
        connection.execute(macros)
    finally:
        connection.close()
    (path.parent / "macros.sql").write_text(macros, encoding="utf-8")


def write_search_index(path: Path, published: Path) -> None:
    """A database of its own with full-text indexes over documents and statements (an index in the main file would
    make every reader load the extension)."""
    connection = duckdb.connect(str(path), config={"autoinstall_known_extensions": False})
    try:
        connection.execute(f"load {literal(str(fts_extension()))}")
        connection.execute(f"attach {literal(str(published))} as dossier (read_only)")
        present = {
            row[0]
            for row in connection.execute(
                "select table_name from duckdb_tables() where database_name = 'dossier'"
            ).fetchall()
        }
        for table, key, words in (("documents", "document_id", "text"), ("statements", "statement_id", "quote")):
            if table in present:
                connection.execute(
                    f"create table {table} as select {key}, {words} from dossier.marts.{table} order by {key}"
                )
                connection.execute(
                    f"pragma create_fts_index('{table}', '{key}', '{words}', stemmer = 'english', overwrite = 1)"
                )
    finally:
        connection.close()


def describe_package(
    tables: Iterable[PublishedTable],
    files: Mapping[str, list[PublishedFile]],
    facts: Mapping[str, Any],
    licences: list[str],
) -> str:
    """The text of ``datapackage.json`` (Data Package standard): resources with schemas, what they were made from."""
    package = {
        "name": "dossier",
        "title": "Events, actors, figures and statements read from news documents",
        **facts,
        "licenses": [{"name": name} for name in licences],
        "resources": [_describe_table(table, files[table.relation]) for table in tables if not table.is_view],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _describe_table(table: PublishedTable, files: list[PublishedFile]) -> dict[str, Any]:
    return {
        "name": f"{table.schema}.{table.name}",
        **describe_files(files),
        "format": "parquet",
        "description": table.description,
        "rows": sum(file.rows for file in files),
        "schema": {
            "fields": [_describe_column(c) for c in table.columns],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [
                {"fields": [column], "reference": {"resource": resource, "fields": [target]}}
                for column, resource, target in table.foreign_keys
            ],
        },
    }


def _describe_column(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": JSON_TYPES.get(column.data_type.lower(), "string"),
        "description": column.description,
    }
    if column.is_required:
        field["constraints"] = {"required": True}
    return field


def _comment(
    connection: duckdb.DuckDBPyConnection, table: PublishedTable, kind: str, database: str = "dossier."
) -> None:
    connection.execute(f"comment on {kind} {database}{table.relation} is {literal(table.description)}")
    for column in table.columns:
        connection.execute(
            f'comment on column {database}{table.relation}."{column.name}" is {literal(column.description)}'
        )


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def literal(text: str) -> str:
    """A SQL string."""
    return "'" + text.replace("'", "''") + "'"
