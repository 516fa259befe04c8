"""Hashes of published rows and of all published data, the same over runs, machines and orders of arrival."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import duckdb

from dossier.publishing.manifest import PublishedTable

ROWS_AT_A_TIME = 50_000


def row_hash_expression(columns: Iterable[str]) -> str:
    """SQL: a SHA-256 over the columns, told apart by U+001F, with a mark for NULL."""
    values = ", ".join(f"""coalesce(cast("{column}" as varchar), chr(30))""" for column in columns)
    return f"sha256(concat_ws(chr(31), {values}))"


def hash_tables(connection: duckdb.DuckDBPyConnection, tables: Iterable[PublishedTable]) -> str:
    """The data hash over the tables of the attached database ``dossier``: names, columns, rows in a fixed order."""
    digest = hashlib.sha256()
    for table in sorted(tables, key=lambda t: t.relation):
        if not table.is_hashed:
            continue
        digest.update(f"{table.relation}({','.join(table.hashed_columns)})\n".encode())
        rows = connection.execute(
            f"select {row_hash_expression(table.hashed_columns)} as row_hash "
            f"from dossier.{table.relation} order by row_hash"
        )
        while batch := rows.fetchmany(ROWS_AT_A_TIME):
            digest.update("\n".join(row[0] for row in batch).encode())
    return digest.hexdigest()
