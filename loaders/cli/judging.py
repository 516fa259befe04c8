"""review and judge: what the rules are least sure of, and a person's verdict on it."""

from __future__ import annotations

import getpass
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from rich.text import Text

from dossier.cli.console import output
from dossier.cli.passages import passage, printable
from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.judgements import Judgement, record_judgement
from dossier.settings import Warehouse
from dossier.sql_files import load_sql

SINGULAR = {"actors": "actor", "events": "event", "figures": "figure"}


@dataclass(frozen=True)
class Judged:
    """A verdict that was written."""

    judgement: Judgement
    replaced: Judgement | None
    is_one_fact: bool  # whether both belong to one fact until the next build
    documents: str | None  # the folder or file that was landed last


def run_review(warehouse: Warehouse, table_name: str | None, limit: int) -> None:
    """Print the unsure pairs, those first on which most published counts hang."""
    pairs = unsure_pairs(warehouse, table_name, limit)
    for number, pair in enumerate(pairs, start=1):
        _print_pair(number, pair)
    if not pairs:
        output.print("There is no pair that the rules are unsure of, or all of them are judged.")
        return
    output.print('\nDecide: dossier judge same|different|unsure LEFT RIGHT --why "…"', markup=False)


def unsure_pairs(warehouse: Warehouse, table_name: str | None, limit: int) -> list[dict[str, Any]]:
    """The pairs that the last build was least sure of and nobody had judged then."""
    with _built(warehouse) as connection:
        found = connection.execute(load_sql(__file__, "review"), {"table_name": table_name, "row_limit": limit})
        names = [str(column[0]) for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def run_judge(
    warehouse: Warehouse, verdict: str, left: str, right: str, *, why: str, by: str | None, seed: Path
) -> None:
    """Write a verdict and tell what comes of it."""
    judged = judge(warehouse, verdict, left, right, why=why, by=by, seed=seed)
    judgement, replaced = judged.judgement, judged.replaced
    if replaced is not None:
        output.print(f"replaces: {replaced.verdict}, {replaced.judged_on}, {replaced.judged_by}", markup=False)
    singular = SINGULAR[judgement.table_name]
    state = f"one {singular}" if judged.is_one_fact else f"two {singular}s"
    output.print(f"{verdict}: {judgement.left_id} {judgement.right_id} (now {state})", markup=False)
    if verdict == "unsure":
        output.print("It is noted and changes nothing; the pair is no longer listed for review.")
        return
    documents = shlex.quote(judged.documents) if judged.documents else "DOCUMENTS"
    output.print(f"Next: dossier build {documents} -w {shlex.quote(str(warehouse.root))}", markup=False)


def judge(warehouse: Warehouse, verdict: str, left: str, right: str, *, why: str, by: str | None, seed: Path) -> Judged:
    """Check both ids against the working database and write the verdict into the seed."""
    if not why.strip():
        raise DossierError("A judgement needs its reason: --why", ExitCode.USAGE)
    with _built(warehouse) as connection:
        (table, left_id, left_fact), (right_table, right_id, right_fact) = (
            _find_report(connection, given) for given in (left, right)
        )
        location = connection.execute(load_sql(__file__, "last_location")).fetchone()
    if table != right_table:
        raise DossierError(
            f"{left} belongs to {table} and {right} to {right_table}: a judgement is on two of a kind.", ExitCode.USAGE
        )
    if left_id == right_id:
        raise DossierError(f"{left} and {right} are the same report. Name the two reports.", ExitCode.USAGE)
    first, second = sorted((left_id, right_id))
    who = by or getpass.getuser()
    judgement = Judgement(table, first, second, verdict, why.strip(), who, date.today().isoformat())
    replaced = record_judgement(judgement, seed)
    documents = str(location[0]) if location and Path(location[0]).exists() else None
    return Judged(judgement, replaced, left_fact == right_fact, documents)


@contextmanager
def _built(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    """The working database, read-only, with its models built."""
    nothing = DossierError(
        f"Nothing is built in {warehouse.root}. Run dossier build, or name another warehouse with -w DIR.",
        ExitCode.NOTHING_TO_DO,
    )
    if not warehouse.working_database.is_file():
        raise nothing
    with open_for_reading(warehouse.working_database) as connection:
        try:
            yield connection
        except duckdb.CatalogException:
            raise nothing from None


def _find_report(connection: duckdb.DuckDBPyConnection, given_id: str) -> tuple[str, str, str]:
    """Table, report or mention, and present fact of an id."""
    row = connection.execute(load_sql(__file__, "judged_report"), {"given_id": given_id}).fetchone()
    if row is None:
        raise DossierError(
            f"{given_id} is no report, mention, event, figure or actor of this warehouse. dossier review lists pairs.",
            ExitCode.NOT_FOUND,
        )
    return row[0], row[1], row[2]


def _print_pair(number: int, pair: dict[str, Any]) -> None:
    kind = SINGULAR[pair["table_name"]]
    state = f"one {kind} ({pair['reason']})" if pair["is_taken"] else f"two {kind}s ({pair['reason']})"
    noun = "mentions" if pair["table_name"] == "actors" else "reports"
    effect = f"{pair['reports']} {noun}, {pair['articles']} articles, {pair['origins']} origins would change hands"
    output.print()
    output.print(Text(f"{number}. taken for {state}: {effect}", style="bold"))
    for side in ("left", "right"):
        heading = " · ".join(
            printable(str(part))
            for part in (
                pair[f"{side}_id"],
                pair[f"{side}_outlet"] or "unknown outlet",
                pair[f"{side}_published"] or "undated",
                pair[f"{side}_uri"],
            )
        )
        output.print(Text(heading, style="cyan"))
        words = passage(pair[f"{side}_text"], pair[f"{side}_start_char"], pair[f"{side}_end_char"])
        output.print(Text("  ").append_text(words))
