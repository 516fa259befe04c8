"""One writer a warehouse: a lock that says who holds it and ends with the process that held it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from dossier.errors import DossierError, ExitCode
from dossier.settings import Warehouse

ORPHANS_LAST = 15.0  # seconds in which dbt and reading workers notice that their starter was killed


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
        if not (_try_lock(file) or _outlast_orphans(file)):
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
    with path.open(encoding="utf-8") as file:  # whoever only looks need not be allowed to write
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


def _outlast_orphans(file: IO[str]) -> bool:
    """Get the lock where its holder was killed and what it had started is about to end."""
    holder = _read_holder(file)
    give_up = time.monotonic() + ORPHANS_LAST
    while holder is not None and not _is_alive(holder.pid) and time.monotonic() < give_up:
        if _try_lock(file):
            return True
        time.sleep(0.1)
    return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's
        return True
    return True


def _read_holder(file: IO[str]) -> LockHolder | None:
    file.seek(0)
    try:
        return LockHolder(**json.load(file))
    except (ValueError, TypeError):
        return None
