"""show: a fact, its reports, and the printed words of each in their sentence."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
from rich.text import Text

from dossier.cli.console import output
from dossier.cli.passages import passage, printable
from dossier.errors import DossierError, ExitCode
from dossier.published import open_published
from dossier.settings import Warehouse
from dossier.sql_files import load_sql


@dataclass(frozen=True)
class Showable:
    """A fact table that can be shown: the queries for the fact and its reports are ``show_NAME[_reports].sql``."""

    table: str
    name: str


SHOWABLE = {
    "evt": Showable("events", "event"),
    "fig": Showable("figures", "figure"),
    "act": Showable("actors", "actor"),
}


def run_show(warehouse: Warehouse, fact_id: str, limit: int) -> None:
    """Print a fact; ids that were published once lead on to what they are now."""
    kind = SHOWABLE.get(fact_id[:3])
    if kind is None:
        raise DossierError(
            f"{fact_id} is no id of an event (evt…), a figure (fig…) or an actor (act…).", ExitCode.NOT_FOUND
        )
    with open_published(warehouse) as connection:
        current_id = _follow(connection, kind, fact_id)
        _print_fact(connection, kind, current_id)
        _print_reports(connection, kind, current_id, limit)


def _follow(connection: duckdb.DuckDBPyConnection, kind: Showable, fact_id: str) -> str:
    """The id under which the fact is published now."""
    known = connection.execute(load_sql(__file__, f"show_{kind.name}"), {"fact_id": fact_id}).fetchone()
    if known is not None:
        return fact_id
    moved = connection.execute(
        load_sql(__file__, "follow_id"), {"table_name": kind.table, "old_id": fact_id}
    ).fetchone()
    if moved is None:
        raise DossierError(
            f"There is no {kind.name} {fact_id} in this warehouse, and there never was.", ExitCode.NOT_FOUND
        )
    current_id, version, reason = moved
    if current_id is None:
        raise DossierError(
            f"The {kind.name} {fact_id} is gone since version {version}: nothing reports it any more.",
            ExitCode.NOT_FOUND,
        )
    output.print(f"{fact_id} is {current_id} since version {version} ({reason})", style="yellow", markup=False)
    return str(current_id)


def _print_fact(connection: duckdb.DuckDBPyConnection, kind: Showable, fact_id: str) -> None:
    found = connection.execute(load_sql(__file__, f"show_{kind.name}"), {"fact_id": fact_id})
    names = [column[0] for column in found.description or ()]
    for row in found.fetchall():
        for name, value in zip(names, row, strict=True):
            if value is not None:
                output.print(Text.assemble((f"{name:<22}", "dim"), printable(str(value))))


def _print_reports(connection: duckdb.DuckDBPyConnection, kind: Showable, fact_id: str, limit: int) -> None:
    found = connection.execute(load_sql(__file__, f"show_{kind.name}_reports"), {"fact_id": fact_id})
    rows = found.fetchall()
    for outlet, published, document, detail, text, start_char, end_char in rows[:limit]:
        heading = " · ".join(
            printable(str(part))
            for part in (outlet or "unknown outlet", published or "undated", document, detail)
            if part
        )
        output.print()
        output.print(Text(heading, style="cyan"))
        output.print(Text("  ").append_text(passage(text, start_char, end_char)))
    if len(rows) > limit:
        output.print(f"\n… and {len(rows) - limit:,} more (--limit)", markup=False)
