"""Publishing: a new numbered folder, written aside, made durable, renamed, and then the link ``current`` swapped."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

import dossier
from dossier.errors import DossierError, ExitCode, unwritable
from dossier.publishing.database import (
    attach_new_database,
    describe_package,
    literal,
    write_macros,
    write_search_index,
    write_table,
    write_views,
)
from dossier.publishing.history import last_inputs, restore_history, save_history, write_history
from dossier.publishing.inputs import Inputs, built_inputs, current_inputs
from dossier.publishing.manifest import PublishedTable, read_published_tables
from dossier.publishing.package import read_description
from dossier.publishing.parquet import files_of, write_parquet
from dossier.publishing.rights import TextLevel, level_in_force, withhold_words
from dossier.publishing.row_hashes import hash_tables
from dossier.quality.gates import gate_pages
from dossier.settings import Warehouse
from dossier.sql_files import load_sql

CONTRACT_VERSION = "1.0"
KEPT_PUBLICATIONS = 5
BUILDING = ".building"


@dataclass(frozen=True)
class Publication:
    """A published version."""

    version: int
    folder: Path
    data_hash: str

    @property
    def database(self) -> Path:
        """The file that readers open."""
        return self.folder / "dossier.duckdb"


def current_publication(warehouse: Warehouse) -> Publication | None:
    """The publication in force, or None where there is none or where it is not whole."""
    folder = warehouse.published / "current"
    try:
        folder = folder.resolve(strict=True)  # once: the link may be swapped while we look
        if not is_whole(folder):
            return None
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        return Publication(package["publication"], folder, package["data_hash"])
    except (OSError, ValueError, KeyError):
        return None


def is_whole(folder: Path) -> bool:
    """Whether a publication's files have the sizes that its description gives."""
    try:
        sizes = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["files"]
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, KeyError):
        return False


def is_up_to_date(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse) -> bool:
    """Whether the publication in force was made from the inputs as they stand now."""
    publication = current_publication(warehouse)
    if publication is None:
        return False
    restore_history(connection, publication.folder, publication.version)
    return last_inputs(connection) == current_inputs(connection)


def is_published(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse) -> bool:
    """Whether the publication in force was made from the models as they were built last."""
    publication = current_publication(warehouse)
    if publication is None:
        return False
    restore_history(connection, publication.folder, publication.version)
    return last_inputs(connection) == built_inputs(warehouse)


def publish(
    connection: duckdb.DuckDBPyConnection,
    warehouse: Warehouse,
    on_step: Callable[[str], None] = lambda name: None,
    *,
    text: TextLevel | None = None,
) -> Publication:
    """Publish the tables of the last build; a reader sees the old version or the new one, never half of either.

    ``text`` is how much of texts without an open licence is published: without it as much as last time.
    """
    tables = read_published_tables(warehouse.work / "target" / "manifest.json")
    inputs = built_inputs(warehouse)
    if inputs is None:
        raise DossierError(
            "The last build of the models did not finish, so their tables do not belong together. Run: dossier build",
            ExitCode.MODELS_FAILED,
        )
    try:
        warehouse.published.mkdir(parents=True, exist_ok=True)
        for left_over in warehouse.published.glob(f"{BUILDING}*"):
            shutil.rmtree(left_over)
        building = warehouse.published / BUILDING
        building.mkdir()
        publication = _write_publication(connection, warehouse, tables, inputs, building, on_step, text)
        _make_durable(building)
        building.rename(publication.folder)
        swap_link(warehouse.published, publication.folder.name)
        _remove_old(warehouse.published, publication.version)
    except (OSError, duckdb.Error) as error:
        reason = unwritable(str(error))
        if reason is None:
            raise
        shutil.rmtree(warehouse.published / BUILDING, ignore_errors=True)  # a full disk needs the room
        raise DossierError(
            f"{warehouse.published} cannot be written ({reason}). The last published version is untouched.",
            ExitCode.NO_ROOM,
        ) from None
    return publication


def _write_publication(
    connection: duckdb.DuckDBPyConnection,
    warehouse: Warehouse,
    tables: list[PublishedTable],
    inputs: Inputs,
    building: Path,
    on_step: Callable[[str], None],
    text: TextLevel | None,
) -> Publication:
    previous = current_publication(warehouse)
    previous_version = previous.version if previous else 0
    restore_history(connection, previous.folder if previous else None, previous_version)
    level = text or level_in_force(warehouse)
    version = max([previous_version, *published_versions(warehouse.published)]) + 1
    published_at = datetime.now(UTC)
    database = building / "dossier.duckdb"
    stored = [table for table in tables if not table.is_view]
    attach_new_database(connection, database, "dossier")
    if previous is not None:
        connection.execute(f"attach {literal(str(previous.database))} as previous (read_only)")
    try:
        on_step("tables")
        instead = withhold_words(connection, level)
        for table in stored:
            if not table.is_late:
                write_table(connection, table, instead)
        data_hash = hash_tables(connection, stored)
        write_history(
            connection,
            version=version,
            previous_version=previous_version,
            tables=tables,
            inputs=inputs,
            data_hash=data_hash,
            contract_version=CONTRACT_VERSION,
            published_at=published_at,
        )
        for table in stored:
            if table.is_late:
                write_table(connection, table)
        save_history(connection, building / "history")
        on_step("parquet")
        files = write_parquet(
            connection,
            stored,
            building,
            previous.folder if previous else None,
            files_of(read_description(previous.folder)) if previous else {},
        )
        gates = connection.execute(load_sql(__file__, "last_gate_results")).fetchall()
        licences = [row[0] for row in connection.execute(load_sql(__file__, "licences")).fetchall()]
    finally:
        if previous is not None:
            connection.execute("detach previous")
        connection.execute("detach dossier")
    if gate_pages(warehouse).is_dir():
        shutil.copytree(gate_pages(warehouse), building / "gates")
    write_views(database, [table for table in tables if table.is_view])
    write_macros(database)
    on_step("search index")
    write_search_index(building / "search.duckdb", database)
    facts = {
        "version": CONTRACT_VERSION,
        "publication": version,
        "created": published_at.isoformat(timespec="seconds"),
        "data_hash": data_hash,
        "code_version": dossier.__version__,
        "reader_version": inputs.reader_version,
        "documents_hash": inputs.documents_hash,
        "model_hash": inputs.model_hash,
        "judgements_hash": inputs.judgements_hash,
        "text_level": level.value,
        "files": {name: (building / name).stat().st_size for name in ("dossier.duckdb", "search.duckdb")},
        "gates": [
            dict(zip(("gate", "expectation", "table", "observed", "bound", "passed", "severity"), row, strict=True))
            for row in gates
        ],
    }
    (building / "datapackage.json").write_text(describe_package(stored, files, facts, licences), encoding="utf-8")
    return Publication(version, warehouse.published / f"{version:06d}", data_hash)


def published_versions(folder: Path) -> list[int]:
    """Numbers of the publications that lie in the folder, oldest first."""
    return sorted(int(path.name) for path in folder.iterdir() if path.name.isdecimal() and path.is_dir())


def _make_durable(folder: Path) -> None:
    """Have everything on disk before the folder gets its name."""
    for path in [*folder.rglob("*"), folder]:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def swap_link(published: Path, name: str) -> None:
    """Point ``current`` at a folder in one step: a link made aside replaces the old one."""
    aside = published / ".current"
    aside.unlink(missing_ok=True)
    aside.symlink_to(name, target_is_directory=True)
    aside.replace(published / "current")
    descriptor = os.open(published, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_old(published: Path, current: int) -> None:
    """Keep the newest publications; one that a reader still has open stays readable for it until it closes the file."""
    for version in published_versions(published)[:-KEPT_PUBLICATIONS]:
        if version != current:
            shutil.rmtree(published / f"{version:06d}")
