"""The published warehouse, opened to be asked: read-only, without access to files or network, one SELECT at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.settings import Warehouse

READING = {"SELECT", "EXPLAIN"}
SEARCH_PATH = "marts,topics,quality"


def published_database(warehouse: Warehouse) -> Path:
    """The file of the publication in force: under its number, since the link may be swapped while it is open."""
    path = warehouse.published / "current" / "dossier.duckdb"
    if not path.is_file():
        raise DossierError(
            f"Nothing is published in {warehouse.root}. Run dossier build, or name another warehouse with -w DIR.",
            ExitCode.NOTHING_TO_DO,
        )
    return path.resolve()


@contextmanager
def open_published(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    """The publication in force: read-only, external access off, configuration locked; tables need no schema name."""
    with open_for_reading(published_database(warehouse), search_path=SEARCH_PATH) as connection:
        yield connection


def ask(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[Any] | Mapping[str, Any] | None = None
) -> duckdb.DuckDBPyConnection:
    """Run one reading statement, its answer ready to be fetched; anything else raises ``DossierError``."""
    try:
        statements = connection.extract_statements(sql)
        if len(statements) != 1 or statements[0].type.name not in READING:
            raise DossierError(
                "Only one SELECT (or DESCRIBE, SUMMARIZE, EXPLAIN) can be asked; the published warehouse is read-only.",
                ExitCode.QUERY_REFUSED,
            )
        return connection.execute(statements[0], parameters)
    except duckdb.Error as error:
        raise DossierError(f"The query was refused: {_first_lines(error)}", ExitCode.QUERY_REFUSED) from None


def _first_lines(error: duckdb.Error) -> str:
    return "\n".join(line for line in str(error).splitlines()[:4] if line.strip())
