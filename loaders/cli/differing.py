"""diff: the facts that two publications do not share, what changed in them, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dossier.cli.console import messages
from dossier.cli.querying import PRINTERS
from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.published import open_published
from dossier.publishing.history import FACT_TABLES
from dossier.publishing.manifest import RUN_DEPENDENT_COLUMNS
from dossier.settings import Warehouse
from dossier.sql_files import load_sql

COLUMNS = ("fact_table", "change", "fact_id", "reason", "label", "what_changed")
INPUTS = ("code_version", "reader_version", "documents_hash", "model_hash", "judgements_hash", "text_level")
Facts = dict[tuple[str, str], dict[str, Any]]


def run_diff(warehouse: Warehouse, earlier: int, later: int, form: str) -> None:
    """Print the differences between two versions; what both are made from goes to standard error."""
    if earlier > later:
        raise DossierError(f"Name the earlier version first: dossier diff {later} {earlier}", ExitCode.USAGE)
    with open_published(warehouse) as connection:
        known = connection.execute("select max(last_version) from fact_history").fetchone()
        if known is None or known[0] is None or later > known[0] or earlier < 1:
            raise DossierError(
                f"There are no such versions. The last one is {known[0] if known else 'not there'}.", ExitCode.NOT_FOUND
            )
        changes = connection.execute(load_sql(__file__, "diff"), {"earlier": earlier, "later": later}).fetchall()
    wanted: dict[str, list[str]] = {}
    for table, _, fact_id, _ in changes:
        wanted.setdefault(table, []).append(fact_id)
    before, after = (_facts(warehouse, version, wanted) for version in (earlier, later))
    _print_inputs(warehouse, earlier, later)
    standing = _standing(changes, before, after)
    if standing:
        words = f"{len(standing) // 2:,} facts of documents with a new version stand in it as they did, under new ids"
        messages.print(words, markup=False)
    PRINTERS[form](
        COLUMNS,
        [
            (table, change, fact_id, reason, *_words(before.get((table, fact_id)), after.get((table, fact_id))))
            for table, change, fact_id, reason in changes
            if (table, fact_id) not in standing
        ],
    )


def _standing(changes: list[tuple[Any, ...]], before: Facts, after: Facts) -> set[tuple[str, str]]:
    """Facts gone and added that differ in their ids and places only: ids hash the document that a fact was read in."""
    gone: dict[tuple[object, ...], list[tuple[str, str]]] = {}
    standing = set()
    for table, change, fact_id, _ in sorted(changes, key=lambda row: row[1] != "gone"):
        rows = {"gone": before, "added": after}.get(change, {})
        row = rows.get((table, fact_id))
        if row is None:
            continue
        content = (table, *((name, str(value)) for name, value in row.items() if not _is_place(name)))
        if change == "gone":
            gone.setdefault(content, []).append((table, fact_id))
        elif gone.get(content):
            standing |= {gone[content].pop(0), (table, fact_id)}
    return standing


def _is_place(column: str) -> bool:
    return column.endswith(("_id", "_char")) or column in RUN_DEPENDENT_COLUMNS


def _facts(warehouse: Warehouse, version: int, wanted: dict[str, list[str]]) -> Facts:
    """The rows of facts in a version; nothing where the version is no longer kept."""
    found: Facts = {}
    with _open_version(warehouse, version) as connection:
        for fact in FACT_TABLES if connection is not None else ():
            assert connection is not None
            rows = connection.execute(
                f"select * from marts.{fact.name} where {fact.id_column} in (select unnest($ids))",
                {"ids": wanted.get(fact.name, [])},
            )
            names = [str(column[0]) for column in rows.description or ()]
            for values in rows.fetchall():
                row = dict(zip(names, values, strict=True))
                found[fact.name, row[fact.id_column]] = row
    return found


@contextmanager
def _open_version(warehouse: Warehouse, version: int) -> Iterator[duckdb.DuckDBPyConnection | None]:
    database = _folder(warehouse, version) / "dossier.duckdb"
    if not database.is_file():
        messages.print(f"version {version} is no longer kept: its words cannot be shown", markup=False)
        yield None
        return
    with open_for_reading(database) as connection:
        yield connection


def _words(before: dict[str, Any] | None, after: dict[str, Any] | None) -> tuple[str, str]:
    row = after or before
    if row is None:
        return "", ""
    label = next((row[name] for name in ("title", "name", "quote", "reason") if row.get(name)), None)
    if label is None:
        label = " ".join(str(row[name]) for name in ("measure", "value", "unit") if row.get(name) is not None)
    if before is None or after is None:
        return str(label), ""
    changed = [
        f"{name}: {_word(before.get(name))} → {_word(after.get(name))}"
        for name in after
        if name not in RUN_DEPENDENT_COLUMNS and before.get(name) != after.get(name)
    ]
    return str(label), "; ".join(changed)


def _word(value: Any) -> str:
    return "nothing" if value is None else str(value)


def _print_inputs(warehouse: Warehouse, earlier: int, later: int) -> None:
    packages = []
    for version in (earlier, later):
        try:
            package = _folder(warehouse, version) / "datapackage.json"
            packages.append(json.loads(package.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return
    for name in INPUTS:
        old, new = (str(package.get(name))[:16] for package in packages)
        state = "same" if old == new else f"{old} → {new}"
        messages.print(f"{name}: {state}", markup=False)


def _folder(warehouse: Warehouse, version: int) -> Path:
    return warehouse.published / f"{version:06d}"
