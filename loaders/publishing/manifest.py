"""What is to be published, as the dbt manifest of the last build describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.errors import DossierError, ExitCode

PUBLISHED_SCHEMAS = ("marts", "topics", "quality")
# Written by gates and publish after dbt has run: what is built on them is computed anew for every publication.
LATE_SOURCES = frozenset({"publications", "fact_history", "fact_changes", "id_history", "expectation_results"})
# Not part of the data hash: they tell of runs, not of documents.
RUN_DEPENDENT_TABLES = frozenset({"id_history", "fact_history", "changes", "expectation_results"})
RUN_DEPENDENT_COLUMNS = frozenset({"landed_at", "load_id"})


@dataclass(frozen=True)
class Column:
    """A published column."""

    name: str
    data_type: str
    description: str
    is_required: bool


@dataclass(frozen=True)
class PublishedTable:
    """A published table, or a view over published tables where ``is_view``."""

    schema: str
    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[str, str, str], ...]  # column, and the table (schema.name) and column it points to
    is_view: bool
    is_late: bool
    sql: str  # the model's select, naming tables by schema and name

    @property
    def relation(self) -> str:
        """Quoted schema and name."""
        return f'"{self.schema}"."{self.name}"'

    @property
    def is_hashed(self) -> bool:
        """Whether its rows count in the data hash."""
        return not self.is_view and self.name not in RUN_DEPENDENT_TABLES

    @property
    def hashed_columns(self) -> tuple[str, ...]:
        """Columns that do not depend on the run."""
        return tuple(column.name for column in self.columns if column.name not in RUN_DEPENDENT_COLUMNS)


def read_published_tables(manifest_path: Path) -> list[PublishedTable]:
    """All tables to publish, tables before views, by schema and name."""
    if not manifest_path.is_file():
        raise DossierError("Nothing has been built yet. Run: dossier build", ExitCode.NOTHING_TO_DO)
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    nodes: Mapping[str, Mapping[str, Any]] = manifest["nodes"]
    keys = dict(_primary_keys(nodes))
    schemas = {node["name"]: node["schema"] for node in nodes.values() if node["resource_type"] == "model"}
    foreign = {node_id: _pointing(targets, schemas) for node_id, targets in _key_tests(nodes, "foreign_keys")}
    tables = [
        _published_table(node_id, node, manifest, keys.get(node_id, ()), foreign.get(node_id, ()))
        for node_id, node in nodes.items()
        if node["resource_type"] == "model" and node["schema"] in PUBLISHED_SCHEMAS
    ]
    return sorted(tables, key=lambda table: (table.is_view, PUBLISHED_SCHEMAS.index(table.schema), table.name))


def _published_table(
    node_id: str,
    node: Mapping[str, Any],
    manifest: Mapping[str, Any],
    primary_key: tuple[str, ...],
    foreign_keys: tuple[tuple[str, str, str], ...],
) -> PublishedTable:
    nodes = manifest["nodes"]
    sources = set(_raw_sources(node_id, manifest))
    parents = [nodes[parent] for parent in node["depends_on"]["nodes"] if parent in nodes]
    on_published = bool(parents) and all(parent["schema"] in PUBLISHED_SCHEMAS for parent in parents)
    return PublishedTable(
        schema=node["schema"],
        name=node["name"],
        description=node["description"].strip(),
        columns=tuple(
            Column(
                name=column["name"],
                data_type=column["data_type"] or "varchar",
                description=column["description"].strip(),
                is_required=column["name"] in primary_key
                or any(constraint["type"] == "not_null" for constraint in column.get("constraints", ())),
            )
            for column in node["columns"].values()
        ),
        primary_key=primary_key,
        foreign_keys=foreign_keys,
        is_view=node["config"]["materialized"] == "view" and on_published,
        is_late=bool(sources & LATE_SOURCES),
        sql=(node.get("compiled_code") or "").replace(f'"{node["database"]}".', ""),
    )


def _primary_keys(nodes: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Keys as the generic test ``primary_key`` states them."""
    for node_id, columns in _key_tests(nodes, "primary_key"):
        yield node_id, tuple(columns)


def _key_tests(nodes: Mapping[str, Mapping[str, Any]], name: str) -> Iterator[tuple[str, Any]]:
    """Models and the argument ``columns`` of a generic test of theirs."""
    for node in nodes.values():
        test = node.get("test_metadata")
        if test and test["name"] == name and node.get("attached_node"):
            yield node["attached_node"], test["kwargs"]["columns"]


def _pointing(targets: Mapping[str, str], schemas: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Foreign keys to published tables, from the test's ``column: table.column``."""
    keys = ((column, *target.split(".")) for column, target in targets.items())
    return tuple(
        (column, f"{schemas[table]}.{table}", target)
        for column, table, target in keys
        if schemas.get(table) in PUBLISHED_SCHEMAS
    )


def _raw_sources(node_id: str, manifest: Mapping[str, Any]) -> Iterator[str]:
    """Names of the raw tables that a model reads, over any number of staging or intermediate models."""
    waiting, seen = [node_id], {node_id}
    while waiting:
        for parent in manifest["parent_map"].get(waiting.pop(), ()):
            if parent in seen:
                continue
            seen.add(parent)
            waiting.append(parent)
            if parent.startswith("source."):
                yield parent.rsplit(".", 1)[-1]
