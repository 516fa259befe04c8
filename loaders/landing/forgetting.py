"""Forgetting a document: bytes, text, readings and everything computed from it leave the working database for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from dossier.database import open_working_database
from dossier.errors import DossierError, ExitCode
from dossier.ids import make_id
from dossier.raw_tables import append_rows, create_raw_tables, raw_tables, transaction
from dossier.settings import Warehouse

REWRITTEN = "working.rewritten.duckdb"  # the new working database until it replaces the old one
MATCHES = """
    select distinct record_key
    from raw.documents
    where document_id = $name or record_key = $name or uri = $name or name = $name
    union
    select distinct record_key
    from raw.rejections
    where record_key = $name or uri = $name or name = $name
    union
    select distinct record_key
    from raw.tombstones
    where record_key = $name
    order by record_key
"""
CONTENTS = """
    select record_key, sha256, document_id from raw.documents where record_key = $record_key
    union
    select record_key, sha256, null as document_id from raw.rejections where record_key = $record_key
    order by sha256, document_id
"""
# Those of its tombstones too: forgetting that was stopped half way is finished by forgetting again.
DOCUMENTS = """
    select document_id from raw.documents where record_key = $record_key
    union
    select document_id from raw.tombstones where record_key = $record_key and document_id is not null
    order by document_id
"""


@dataclass(frozen=True)
class Forgotten:
    """What was forgotten."""

    record_key: str
    document_ids: tuple[str, ...]


def forget_document(warehouse: Warehouse, name: str, why: str) -> Forgotten:
    """Forget every version of the record that is called so; leaves a tombstone for each content it had."""
    with open_working_database(warehouse) as connection:
        forgotten = _remove_rows(connection, name, why)
    _rewrite_database(warehouse)
    return forgotten


def _remove_rows(connection: duckdb.DuckDBPyConnection, name: str, why: str) -> Forgotten:
    keys = [row[0] for row in connection.execute(MATCHES, {"name": name}).fetchall()]
    if not keys:
        raise DossierError(
            f"No document is called {name!r}, and none was set aside under this name.", ExitCode.NOT_FOUND
        )
    if len(keys) > 1:
        raise DossierError(f"{name!r} could be {', '.join(keys)}. Give its uri or record id.", ExitCode.NOT_FOUND)
    key = keys[0]
    ids = connection.execute(DOCUMENTS, {"record_key": key})
    document_ids = tuple(row[0] for row in ids.fetchall())
    forgotten_at = datetime.now(UTC).replace(tzinfo=None)
    with transaction(connection):
        append_rows(
            connection,
            "tombstones",
            (
                {
                    "tombstone_id": make_id("tmb", record_key, sha256, *([] if document_id is None else [document_id])),
                    "record_key": record_key,
                    "sha256": sha256,
                    "document_id": document_id,
                    "forgotten_at": forgotten_at,
                    "why": why,
                }
                for record_key, sha256, document_id in connection.execute(CONTENTS, {"record_key": key}).fetchall()
            ),
        )
        for table in raw_tables().values():
            columns = {column for column, _ in table.columns}
            if table.view is None and table.name != "tombstones" and columns & {"document_id", "record_key"}:
                if "document_id" in columns:
                    connection.execute(
                        f"delete from raw.{table.name} where document_id in (select unnest($ids))",
                        {"ids": list(document_ids)},
                    )
                if "record_key" in columns:
                    connection.execute(f"delete from raw.{table.name} where record_key = $key", {"key": key})
    return Forgotten(key, document_ids)


def _rewrite_database(warehouse: Warehouse) -> None:
    """Copy what is left into a new file: freed blocks of the old one still hold the words, as do tables of models."""
    fresh = warehouse.work / REWRITTEN
    fresh.unlink(missing_ok=True)
    connection = duckdb.connect(str(fresh))
    try:
        create_raw_tables(connection)
        old = str(warehouse.working_database).replace("'", "''")
        connection.execute(f"attach '{old}' as before (read_only)")
        for table in raw_tables().values():
            if table.view is None:
                connection.execute(f"insert into raw.{table.name} by name select * from before.raw.{table.name}")
        connection.execute("detach before")
    finally:
        connection.close()
    fresh.replace(warehouse.working_database)
    warehouse.working_database.with_name("working.duckdb.wal").unlink(missing_ok=True)
