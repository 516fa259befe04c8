"""Sending a publication to PostgreSQL, for tools that connect to a server: Tableau, Power BI, Metabase, Grafana.

Everything is written in one transaction into schemas named ``…_new``. At its end the tables of the version before are
locked for the moment of the swap, ``marts`` becomes ``marts_old_1`` and ``marts_new`` becomes ``marts``: a query sees
the one version or the other. Rows are frozen as they are copied, so a transaction that began before the swap and had
read nothing yet finds them too. The old schemas are dropped afterwards, as soon as nobody reads them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, LiteralString

import duckdb
import psycopg
from psycopg.sql import SQL, Composable, Identifier, Literal

from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.publishing.manifest import PUBLISHED_SCHEMAS
from dossier.publishing.package import StoredTable, read_description, read_stored_tables
from dossier.publishing.postgres_server import connect, explained, require_roles, require_server
from dossier.publishing.publish import Publication
from dossier.sql_files import load_sql

MARK = "Published by dossier"
ASIDE = rf"^({'|'.join(PUBLISHED_SCHEMAS)})_(new|old_\d+)$"
TYPES: Mapping[str, LiteralString] = {
    "VARCHAR": "text",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "DOUBLE": "double precision",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "timestamp",
}
ROWS_AT_A_TIME = 2_000
LONGEST_PAUSE_SECONDS = 2.0
PATIENCE_SECONDS = 60.0
ONE_AT_A_TIME = 0x646F7373  # key of the advisory lock: two publications never write at once

Server = psycopg.Connection[tuple[Any, ...]]


def send_to_postgres(
    publication: Publication,
    address: str,
    readers: Sequence[str] = (),
    on_step: Callable[[str, int], None] = lambda name, row_count: None,
    patience_seconds: float = PATIENCE_SECONDS,
) -> list[str]:
    """Make the database hold this publication and nothing else of ours; returns notes on what a person should know.

    ``readers`` are roles that may read all of it, beside those that could read the version before. Raises
    ``DossierError`` with the last version untouched.
    """
    description = read_description(publication.folder)
    with connect(address) as server, explained(server):
        require_server(server)
        require_roles(server, readers)
        _require_our_schemas(server)
        with server.transaction():
            server.execute("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0")
            _take_turn(server)
            _drop_unfinished(server)
            with open_for_reading(publication.database) as file:
                tables = read_stored_tables(file, description)
                _write_tables(server, file, [table for table in tables if table.view_sql is None], on_step)
            _write_publication_row(server, publication, description)
            on_step("swap", 0)
            _swap(server, tables, readers, patience_seconds)
        return list(_drop_old(server))


def _write_tables(
    server: Server, file: duckdb.DuckDBPyConnection, tables: list[StoredTable], on_step: Callable[[str, int], None]
) -> None:
    for schema in PUBLISHED_SCHEMAS:
        comment = f"{MARK}; replaced as a whole by every publication."
        _run(server, "create schema {0}; comment on schema {0} is {1}", _new(schema), Literal(comment))
    for table in tables:
        _run(server, "create table {} ({})", _at(table), SQL(", ").join(_definitions(table)))
        on_step(f"{table.schema}.{table.name}", _copy_rows(server, file, table))
    on_step("keys and comments", 0)
    for table in tables:
        for key in table.foreign_keys:
            if (key.column,) != table.primary_key[:1]:  # its index begins with this column
                _run(server, "create index on {} ({})", _at(table), Identifier(key.column))
            _run(
                server,
                "alter table {} add foreign key ({}) references {} ({})",
                _at(table),
                Identifier(key.column),
                Identifier(f"{key.schema}_new", key.table),
                Identifier(key.target),
            )
        server.execute(SQL(";").join(_comments(table, "table", _at(table))))
        _run(server, "analyze {}", _at(table))


def _definitions(table: StoredTable) -> Iterator[Composable]:
    for column in table.columns:
        required = SQL(" not null" if column.is_required else "")
        yield SQL("{} {}{}").format(Identifier(column.name), SQL(TYPES[column.data_type]), required)


def _copy_rows(server: Server, file: duckdb.DuckDBPyConnection, table: StoredTable) -> int:
    # PostgreSQL's text cannot hold U+0000.
    expressions = [
        f"replace({_quoted(c.name)}, chr(0), chr(65533))" if c.data_type == "VARCHAR" else _quoted(c.name)
        for c in table.columns
    ]
    rows = file.execute(f"select {', '.join(expressions)} from {_quoted(table.schema)}.{_quoted(table.name)}")
    count = 0
    with server.cursor().copy(SQL("copy {} from stdin (freeze)").format(_at(table))) as copy:
        while batch := rows.fetchmany(ROWS_AT_A_TIME):
            for row in batch:
                copy.write_row(row)
            count += len(batch)
    if table.primary_key:  # made when the rows are there, which is quicker
        key = SQL(", ").join(map(Identifier, table.primary_key))
        _run(server, "alter table {} add primary key ({})", _at(table), key)
    return count


def _comments(table: StoredTable, kind: LiteralString, place: Composable) -> Iterator[Composable]:
    yield SQL("comment on {} {} is {}").format(SQL(kind), place, Literal(table.comment))
    for column in table.columns:
        yield SQL("comment on column {}.{} is {}").format(place, Identifier(column.name), Literal(column.comment))


def _write_publication_row(server: Server, publication: Publication, description: Mapping[str, Any]) -> None:
    _run(server, _sql("publication"), schema=_new("quality"))
    row = (
        publication.version,
        publication.data_hash,
        description["version"],
        description["code_version"],
        description["text_level"],
        datetime.fromisoformat(description["created"]).astimezone(UTC).replace(tzinfo=None),
        datetime.now(UTC).replace(tzinfo=None),
    )
    with server.cursor().copy("copy quality_new.publication from stdin (freeze)") as copy:
        copy.write_row(row)


def _swap(server: Server, tables: list[StoredTable], readers: Sequence[str], patience_seconds: float) -> None:
    present = [name for name, is_ours in _schemas(server) if is_ours and name in PUBLISHED_SCHEMAS]
    earlier = server.execute(_sql("grants"), {"names": present}).fetchall()
    if present:
        _lock(server, present, patience_seconds)
    number = max([0, *(int(name.rpartition("_")[2]) for name in _old_schemas(server))]) + 1
    for schema in PUBLISHED_SCHEMAS:
        if schema in present:
            _run(server, "alter schema {} rename to {}", Identifier(schema), Identifier(f"{schema}_old_{number}"))
        _run(server, "alter schema {} rename to {}", _new(schema), Identifier(schema))
    for table in tables:
        if table.view_sql is not None:
            server.execute(table.view_sql.encode())
            server.execute(SQL(";").join(_comments(table, "view", Identifier(table.schema, table.name))))
    _grant(server, tables, readers, earlier)


def _lock(server: Server, schemas: list[str], patience_seconds: float) -> None:
    """Keep readers from reading one table of the old version and the next of the new one.

    A reader who has one table and waits for a second that we have stops us at the first: next time that one is locked
    first, which keeps further readers from getting so far.
    """
    places = [row[0] for row in server.execute(_sql("lockable"), {"names": schemas}).fetchall()]
    give_up, pause = time.monotonic() + patience_seconds, 0.1
    while True:
        try:
            with _not_waiting_long(server):
                server.execute("select set_config('dossier.tables', %s, true)", (" ".join(places),))
                server.execute(_sql("lock"))
            return
        except psycopg.errors.QueryCanceled as error:
            context = error.diag.context or ""
            places.sort(key=lambda place: f"lock table {place} in" not in context)
            if time.monotonic() > give_up:
                raise DossierError(
                    f"The tables have been read without a pause for {patience_seconds:.0f} seconds, so they cannot be "
                    f"swapped: {_holders(server, schemas)}. End it (select pg_terminate_backend(…)) or wait, and run "
                    "the command again. The last version stands.",
                    ExitCode.IN_USE,
                ) from None
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE_SECONDS)


@contextmanager
def _not_waiting_long(server: Server) -> Iterator[None]:
    """A try that needs locks: given up (``QueryCanceled``) before the server, looking for deadlocks, would end a reader
    who waits behind it."""
    with server.transaction():
        server.execute(_sql("wait_less_than_a_deadlock"))
        yield
        server.execute("set local statement_timeout = 0")


def _grant(server: Server, tables: list[StoredTable], readers: Sequence[str], earlier: list[tuple[Any, ...]]) -> None:
    """Who could read a table of the version before may read it in this one."""
    present = {(table.schema, table.name) for table in tables} | {("quality", "publication")}
    for schema, table, role in earlier:
        if (schema, table) in present:
            grantee = SQL("public") if role is None else Identifier(role)
            _run(server, "grant usage on schema {} to {}", Identifier(schema), grantee)
            _run(server, "grant select on {} to {}", Identifier(schema, table), grantee)
    schemas = SQL(", ").join(map(Identifier, PUBLISHED_SCHEMAS))
    for reader in readers:
        _run(server, "grant usage on schema {} to {}", schemas, Identifier(reader))
        _run(server, "grant select on all tables in schema {} to {}", schemas, Identifier(reader))


def _drop_unfinished(server: Server) -> None:
    for schema in PUBLISHED_SCHEMAS:
        _run(server, "drop schema if exists {} cascade", _new(schema))


def _drop_old(server: Server) -> Iterator[str]:
    """Drop what was set aside, unless somebody still reads it or has built views on it: then say so."""
    old = _old_schemas(server)
    for number in sorted({name.rpartition("_")[2] for name in old}, key=int):
        names = [name for name in old if name.rpartition("_")[2] == number]
        views = [row[0] for row in server.execute(_sql("dependents"), {"names": names}).fetchall()]
        if views:
            yield f"{', '.join(views)} still shows an earlier version, kept in {', '.join(names)}: create it anew."
            continue
        try:
            with _not_waiting_long(server):
                _run(server, "drop schema {} cascade", SQL(", ").join(map(Identifier, names)))
        except psycopg.errors.QueryCanceled:
            yield f"{', '.join(names)} is still being read and stays until the next publication."


def _require_our_schemas(server: Server) -> None:
    """Nobody's schema is dropped because it has one of our names."""
    for name, is_ours in _schemas(server):
        if not is_ours:
            raise DossierError(
                f"The database has a schema {name} that dossier did not make. Send the publication to a database of "
                "its own (create database news).",
                ExitCode.SERVER,
            )


def _schemas(server: Server) -> list[tuple[str, bool]]:
    names = list(PUBLISHED_SCHEMAS)
    rows = server.execute(_sql("schemas"), {"mark": MARK, "names": names, "aside": ASIDE}).fetchall()
    return [(name, is_ours) for name, is_ours in rows]


def _old_schemas(server: Server) -> list[str]:
    return [name for name, is_ours in _schemas(server) if is_ours and re.search(r"_old_\d+$", name)]


def _holders(server: Server, schemas: list[str]) -> str:
    rows = server.execute(_sql("holders"), {"names": schemas}).fetchall()
    return ", ".join(f"{program} of {user} (pid {pid})" for pid, user, program in rows) or "by many short queries"


def _take_turn(server: Server) -> None:
    row = server.execute("select pg_try_advisory_xact_lock(%s)", (ONE_AT_A_TIME,)).fetchone()
    if row is None or not row[0]:
        raise DossierError("Another dossier is sending a publication to this database. Try again.", ExitCode.IN_USE)


def _new(schema: str) -> Identifier:
    return Identifier(f"{schema}_new")


def _at(table: StoredTable) -> Identifier:
    return Identifier(f"{table.schema}_new", table.name)


def _run(server: Server, template: LiteralString, *parts: Composable, **named: Composable) -> None:
    server.execute(SQL(template).format(*parts, **named))


def _sql(name: str) -> LiteralString:
    return load_sql(__file__, f"postgres/{name}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
