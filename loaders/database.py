"""Opening the working database, and published ones for reading."""

from __future__ import annotations

import functools
import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dossier.errors import DossierError, ExitCode, unwritable
from dossier.settings import Warehouse, memory_limit

SETTINGS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
LOCKED_DOWN = {"enable_external_access": False, "lock_configuration": True}


@contextmanager
def open_working_database(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    """The working database for writing, with all raw tables present."""
    from dossier.raw_tables import create_raw_tables  # late: Arrow takes a quarter of a second to import

    connection = connect(warehouse.working_database, read_only=False)
    try:
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"set memory_limit = '{memory_limit()}'")
        if temporary := os.environ.get("DOSSIER_TEMP"):
            connection.execute("set temp_directory = $folder", {"folder": temporary})
        create_raw_tables(connection)
        yield connection
    finally:
        connection.close()


@contextmanager
def open_for_reading(path: Path, search_path: str = "main") -> Iterator[duckdb.DuckDBPyConnection]:
    """A database file, read-only, without access to files or network and with its configuration locked."""
    connection = connect(path, read_only=True)
    try:
        connection.execute(f"set search_path = '{search_path}'")
        lock_down(connection)
        yield connection
    finally:
        connection.close()


def lock_down(connection: duckdb.DuckDBPyConnection) -> None:
    """No access to files or network from now on, for all connections of this process to the same file."""
    is_locked = connection.execute("select current_setting('lock_configuration')").fetchone()
    if is_locked != (True,):
        for name, value in LOCKED_DOWN.items():
            connection.execute(f"set {name} = {str(value).lower()}")


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Connect, turning what can go wrong into a message that says what to do."""
    try:
        return duckdb.connect(str(path), read_only=read_only, config=dict(SETTINGS))
    except duckdb.IOException as error:
        message = str(error)
        if "lock" in message.lower():
            raise DossierError(
                f"{path} is open in another program ({_conflict(message)}). Close it there and run the command again.",
                ExitCode.IN_USE,
            ) from None
        code = ExitCode.NO_ROOM if unwritable(message) else ExitCode.NOTHING_TO_DO
        raise DossierError(f"{path} cannot be opened: {message.splitlines()[0]}", code) from None


@functools.cache
def fts_extension() -> Path:
    """The full-text extension that comes as a wheel; loaded by its path, never downloaded."""
    package = importlib.util.find_spec("duckdb_extension_fts")
    if package is None or package.origin is None:
        raise DossierError("The package duckdb-extension-fts is missing. Run make build again.", ExitCode.NOTHING_TO_DO)
    return next(Path(package.origin).parent.rglob("fts.duckdb_extension"))


def _conflict(message: str) -> str:
    start = message.find("held in ")
    return message[start + 8 :].split(". ")[0] if start >= 0 else "it holds a lock"
