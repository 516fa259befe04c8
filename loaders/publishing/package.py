"""A publication as its own files describe it: keys from ``datapackage.json``, the rest from the catalogue."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from dossier.sql_files import load_sql


@dataclass(frozen=True)
class StoredColumn:
    """A column as the published file has it; ``data_type`` is DuckDB's name of the type."""

    name: str
    data_type: str
    is_required: bool
    comment: str


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values, where there are any, are all found in a column of another published table."""

    column: str
    schema: str
    table: str
    target: str


@dataclass(frozen=True)
class StoredTable:
    """A published table, or a view where ``view_sql`` holds the statement that makes it."""

    schema: str
    name: str
    comment: str
    columns: tuple[StoredColumn, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    view_sql: str | None


def read_description(folder: Path) -> dict[str, Any]:
    """What ``datapackage.json`` of a publication says."""
    description: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return description


def read_stored_tables(connection: duckdb.DuckDBPyConnection, description: Mapping[str, Any]) -> list[StoredTable]:
    """All tables and views of the published file that ``connection`` has open, by schema and name."""
    schemas = {resource["name"]: resource["schema"] for resource in description["resources"]}
    keys = {name: tuple(schema["primaryKey"]) for name, schema in schemas.items()}
    columns: dict[tuple[str, str], list[StoredColumn]] = defaultdict(list)
    for schema, table, *facts in connection.execute(load_sql(__file__, "stored_columns")).fetchall():
        columns[schema, table].append(StoredColumn(*facts))
    return [
        StoredTable(
            schema=schema,
            name=name,
            comment=comment,
            columns=tuple(columns[schema, name]),
            primary_key=keys.get(f"{schema}.{name}", ()),
            foreign_keys=tuple(_foreign_keys(schemas.get(f"{schema}.{name}", {}), keys)),
            view_sql=view_sql,
        )
        for schema, name, comment, view_sql in connection.execute(load_sql(__file__, "stored_tables")).fetchall()
    ]


def _foreign_keys(table: Mapping[str, Any], keys: Mapping[str, tuple[str, ...]]) -> list[ForeignKey]:
    """Those that point to a whole primary key, since a database accepts no other."""
    found = []
    for key in table.get("foreignKeys", ()):
        target = key["reference"]["resource"]
        if keys.get(target) == tuple(key["reference"]["fields"]):
            schema, name = target.split(".")
            found.append(ForeignKey(key["fields"][0], schema, name, key["reference"]["fields"][0]))
    return found
