"""The PostgreSQL server as it is found: connecting, what it must offer, and its refusals in words a person can act on.

An address may hold a password, so it is never printed; what libpq says is passed on without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, LiteralString

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from dossier.errors import DossierError, ExitCode
from dossier.sql_files import load_sql

OLDEST = 150_000
SETTINGS: Mapping[str, str | int] = {
    "connect_timeout": 10,
    "application_name": "dossier publish",
    "client_encoding": "utf8",
}


def connect(address: str) -> psycopg.Connection[tuple[Any, ...]]:
    """Connect to a libpq address (``postgresql://…`` or ``host=… dbname=…``); the environment and ~/.pgpass count."""
    try:
        parts = conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        raise DossierError(
            "The address of the PostgreSQL database cannot be read. Write postgresql://USER@HOST:PORT/DATABASE, with "
            "special characters as %40 and so on; a password is better kept in PGPASSWORD or ~/.pgpass.",
            ExitCode.USAGE,
        ) from None
    if "@" in str(parts.get("host", "")):
        raise DossierError(
            "The host in the address of the PostgreSQL database holds an @: write that of the password as %40.",
            ExitCode.USAGE,
        )
    try:
        return psycopg.connect(
            make_conninfo(address, **{name: value for name, value in SETTINGS.items() if name not in parts}),
            autocommit=True,
        )
    except psycopg.Error as error:
        raise DossierError(
            f"PostgreSQL cannot be reached: {_without_password(str(error), parts.get('password'))}", ExitCode.SERVER
        ) from None


@contextmanager
def explained(server: psycopg.Connection[tuple[Any, ...]]) -> Iterator[None]:
    """Turn refusals of the server into messages that say what to do."""
    try:
        yield
    except psycopg.errors.InsufficientPrivilege as error:
        raise DossierError(
            f"PostgreSQL: user {server.info.user} lacks a right: {_first_line(error)}. The schemas marts, topics and "
            "quality must belong to the user who publishes. The last version stands.",
            ExitCode.SERVER,
        ) from None
    except psycopg.Error as error:
        raise DossierError(f"PostgreSQL: {_first_line(error)}. The last version stands.", ExitCode.SERVER) from None


def require_server(server: psycopg.Connection[tuple[Any, ...]]) -> None:
    """A version, an encoding and rights that publishing needs."""
    row = server.execute(_sql("server")).fetchone()
    assert row is not None
    version_number, version, encoding, is_read_only, may_create, user, database = row
    fault = None
    if version_number < OLDEST:
        fault = f"version 15 or later is needed; this server is {version}"
    elif encoding != "UTF8":
        fault = f"database {database} has the encoding {encoding}; make one with: create database … encoding 'UTF8'"
    elif is_read_only:
        fault = f"database {database} is read-only (a standby?); name the server that takes writes"
    elif not may_create:
        fault = (
            f'user {user} may not create schemas; have the owner run: grant create on database "{database}" to "{user}"'
        )
    if fault is not None:
        raise DossierError(f"PostgreSQL: {fault}.", ExitCode.SERVER)


def require_roles(server: psycopg.Connection[tuple[Any, ...]], names: Sequence[str]) -> None:
    """Roles that are to read must be there."""
    for name in names:
        if server.execute("select 1 from pg_roles where rolname = %s", (name,)).fetchone() is None:
            raise DossierError(
                f'PostgreSQL: there is no role {name}. Make it first: create role "{name}" login.', ExitCode.SERVER
            )


def _first_line(error: psycopg.Error) -> str:
    return (error.diag.message_primary or str(error) or type(error).__name__).splitlines()[0].rstrip(".")


def _without_password(words: str, password: object) -> str:
    first = words.strip().splitlines()[0] if words.strip() else "no answer"
    return first.replace(str(password), "…") if password else first


def _sql(name: str) -> LiteralString:
    return load_sql(__file__, f"postgres/{name}")
