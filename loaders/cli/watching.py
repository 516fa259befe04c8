"""watch on the command line: a build whenever a folder has changed."""

from __future__ import annotations

import time
from pathlib import Path

from dossier.cli.building import run_build
from dossier.cli.console import messages
from dossier.errors import DossierError, ExitCode
from dossier.landing.folders import list_files
from dossier.reading.records import InputFile
from dossier.settings import Warehouse

# What may be over at the next look: an empty folder, another dossier at work, documents that a gate stopped.
PASSING = (ExitCode.NOTHING_TO_DO, ExitCode.IN_USE, ExitCode.GATE_STOPPED)
Look = tuple[tuple[str, int, int, str | None], ...]


def run_watch(warehouse: Warehouse, folder: Path, *, every: float, builds: int | None) -> None:
    """Look at the folder every so many seconds; build a change when two looks agree, so that no file is half there."""
    if not folder.is_dir():
        raise DossierError(f"{folder} is no folder.", ExitCode.NOTHING_TO_DO)
    built: Look | None = None
    before = look(folder)
    done = 0
    messages.print(f"watching {folder} (Ctrl-C ends it)", markup=False)
    try:
        while builds is None or done < builds:
            time.sleep(every)
            now = look(folder)
            if now == before and now != built and now:
                try:
                    run_build(warehouse, str(folder), workers=None, force=False, text=None)
                except DossierError as error:
                    if error.exit_code not in PASSING:
                        raise
                    messages.print(str(error), markup=False)
                    if error.exit_code == ExitCode.IN_USE:
                        continue
                built = now
                done += 1
            before = now
    except KeyboardInterrupt:
        messages.print("stopped")


def look(folder: Path) -> Look:
    """What is in a folder now: names, sizes, times of change, and the sidecars."""
    seen = []
    for file in list_files(str(folder)):
        if isinstance(file, InputFile) and file.path is not None:
            try:
                found = file.path.stat()
            except FileNotFoundError:
                continue
            sidecar = None if file.sidecar is None else file.sidecar.sha256
            seen.append((file.uri, found.st_size, found.st_mtime_ns, sidecar))
    return tuple(seen)
