"""One writer a warehouse: a lock that says who holds it and ends with the process that held it."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from dossier.errors import DossierError, ExitCode
from dossier.settings import Warehouse


@dataclass(frozen=True)
class LockHolder:
    """Who works on a warehouse."""

    pid: int
    since: str
    command: str


@contextmanager
def lock_warehouse(warehouse: Warehouse, command: str) -> Iterator[None]:
    """Hold the warehouse while working on it; the system frees it when the process dies, so no lock is ever stale."""
    make_folder(warehouse.work)
    with lock_path(warehouse).open("a+", encoding="utf-8") as file:
        if not _try_lock(file):
            holder = _read_holder(file)
            who = (
                f"process {holder.pid} (dossier {holder.command}, since {holder.since})"
                if holder
                else "another process"
            )
            raise DossierError(
                f"{who} works on {warehouse.root}. Wait until it has finished, or stop it.", ExitCode.IN_USE
            )
        file.seek(0)
        file.truncate()
        since = datetime.now(UTC).isoformat(timespec="seconds")
        json.dump({"pid": os.getpid(), "since": since, "command": command}, file)
        file.flush()
        try:
            yield
        finally:
            file.seek(0)
            file.truncate()


def lock_holder(warehouse: Warehouse) -> LockHolder | None:
    """Who holds the warehouse now, if anybody does."""
    path = lock_path(warehouse)
    if not path.exists():
        return None
    with path.open("r+", encoding="utf-8") as file:
        if _try_lock(file):
            return None
        return _read_holder(file) or LockHolder(0, "unknown", "unknown")


def lock_path(warehouse: Warehouse) -> Path:
    """The lock file."""
    return warehouse.work / "lock"


def make_folder(folder: Path) -> None:
    """Create a folder with its parents, or say why it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DossierError(
            f"{folder} cannot be created ({error.strerror}). Choose another place with --warehouse.", ExitCode.NO_ROOM
        ) from None


def _try_lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _read_holder(file: IO[str]) -> LockHolder | None:
    file.seek(0)
    try:
        return LockHolder(**json.load(file))
    except (ValueError, TypeError):
        return None
