"""backup and restore: a whole warehouse as one file."""

from __future__ import annotations

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dossier.cli.console import output
from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.locking import lock_warehouse, make_folder
from dossier.publishing.publish import BUILDING, current_publication
from dossier.settings import Warehouse

RESTORING = ".restoring"


def run_backup(warehouse: Warehouse, archive: Path) -> None:
    """Write everything but what a build makes anew by itself; the file gets its name when it is whole."""
    if not warehouse.work.is_dir():
        raise DossierError(f"There is no warehouse in {warehouse.root}.", ExitCode.NOTHING_TO_DO)
    if archive.resolve().is_relative_to(warehouse.root):
        raise DossierError("Put the backup outside of the warehouse.", ExitCode.USAGE)
    make_folder(archive.resolve().parent)
    aside = archive.with_name(f"{archive.name}.part")
    with lock_warehouse(warehouse, "backup"), _removed_on_error(aside):
        with tarfile.open(aside, "w:gz", compresslevel=3) as tar:
            for folder in (warehouse.work, warehouse.published):
                if folder.is_dir():
                    tar.add(folder, folder.name, filter=_kept)
        with aside.open("rb") as file:
            os.fsync(file.fileno())
        aside.replace(archive)
    output.print(f"backup of {warehouse.root}: {archive} ({archive.stat().st_size:,} bytes)", markup=False)


def run_restore(warehouse: Warehouse, archive: Path) -> None:
    """Unpack a backup into a warehouse that holds nothing yet; nothing is there before all of it is."""
    if not archive.is_file():
        raise DossierError(f"There is no backup {archive}.", ExitCode.NOTHING_TO_DO)
    if warehouse.working_database.exists() or warehouse.published.exists():
        raise DossierError(
            f"{warehouse.root} holds a warehouse. Restore into another folder with -w DIR, or move this one away.",
            ExitCode.USAGE,
        )
    with lock_warehouse(warehouse, "restore"):
        aside = warehouse.root / RESTORING
        shutil.rmtree(aside, ignore_errors=True)
        try:
            with tarfile.open(archive, "r:gz") as tar:
                tar.extractall(aside, filter="data")
        except (tarfile.TarError, EOFError) as error:
            shutil.rmtree(aside, ignore_errors=True)
            raise DossierError(f"{archive} is no whole backup ({error}).", ExitCode.NOTHING_TO_DO) from None
        _check(Warehouse(aside))
        for path in sorted((aside / "private").iterdir()):
            path.replace(warehouse.work / path.name)
        if (aside / "published").is_dir():
            (aside / "published").replace(warehouse.published)
        shutil.rmtree(aside)
    publication = current_publication(warehouse)
    state = "nothing was published" if publication is None else f"version {publication.version} is in force"
    output.print(f"restored {warehouse.root}: {state}", markup=False)


def _check(unpacked: Warehouse) -> None:
    """Refuse what does not open, before it becomes the warehouse."""
    try:
        if unpacked.working_database.exists():
            with open_for_reading(unpacked.working_database) as connection:
                connection.execute("select count(*) from raw.documents")
    except (duckdb.Error, DossierError) as error:
        raise DossierError(f"The backup's working database does not open: {error}", ExitCode.NOTHING_TO_DO) from None
    if (unpacked.published / "current").is_symlink() and current_publication(unpacked) is None:
        raise DossierError("The publication in the backup is not whole.", ExitCode.NOTHING_TO_DO)


def _kept(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    left_out = entry.name in {"private/lock", "private/logs"} or f"/{BUILDING}" in entry.name
    return None if left_out else entry


@contextmanager
def _removed_on_error(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise
