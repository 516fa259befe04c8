"""Opening the published warehouse to answer from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.settings import Warehouse


@contextmanager
def open_published(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    """The publication in force: read-only, external access off, configuration locked; tables need no schema name."""
    path = warehouse.published / "current" / "dossier.duckdb"
    if not path.is_file():
        raise DossierError(
            f"Nothing is published in {warehouse.root}. Run dossier build, or name another warehouse with -w DIR.",
            ExitCode.NOTHING_TO_DO,
        )
    with open_for_reading(path, search_path="marts,topics,quality") as connection:
        yield connection
