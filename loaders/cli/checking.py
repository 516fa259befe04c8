"""check: both gates, with what was found, what is allowed and why."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table
from rich.text import Text

from dossier.cli.console import ConsoleProgress, output
from dossier.cli.passages import printable
from dossier.database import open_working_database
from dossier.errors import DossierError, ExitCode
from dossier.locking import lock_warehouse
from dossier.pipeline import require_documents
from dossier.publishing.publish import current_publication
from dossier.quality.gates import GateResult, find_offending_rows, run_gate
from dossier.settings import Warehouse

GATES = ("landing", "marts")


def run_check(warehouse: Warehouse, *, explain: bool, docs_folder: Path | None) -> None:
    """Run both gates; ends with an error where a hard bound is broken."""
    publication = current_publication(warehouse)
    previous = publication.database if publication else None
    with lock_warehouse(warehouse, "check"), open_working_database(warehouse) as connection:
        require_documents(connection)
        with ConsoleProgress() as progress:
            results = []
            for gate in GATES:
                progress.begin(f"gate: {gate}")
                results.append(run_gate(connection, gate, previous=previous, docs_folder=docs_folder))
        for result in results:
            _print_gate(result)
            for broken in (*result.stopped_by, *result.warnings) if explain else ():
                offending = find_offending_rows(connection, broken.bound, previous)
                if offending is None:
                    continue
                output.print(Text(f"\n{broken.bound.expectation}: {len(offending.rows):,} rows", style="bold"))
                table = Table(*offending.columns, show_edge=False)
                for row in offending.rows:
                    table.add_row(*(Text(printable(str(value))) for value in row))
                output.print(table)
    if docs_folder is not None:
        output.print(f"pages: {', '.join(str(docs_folder / gate / 'index.html') for gate in GATES)}", markup=False)
    stopped = sum(len(result.stopped_by) for result in results)
    if stopped:
        raise DossierError(f"{stopped} hard bounds are broken; nothing would be published.", ExitCode.GATE_STOPPED)


def _print_gate(result: GateResult) -> None:
    table = Table(
        "table", "expectation", "found", "allowed", "severity", "why", title=f"gate: {result.gate}", show_edge=False
    )
    for row in result.results:
        bound = row.bound
        style = "" if row.passed else "red" if bound.severity == "hard" else "yellow"
        found = "too little to tell" if row.observed is None else f"{row.observed:.4g}"
        table.add_row(bound.table, bound.expectation, found, bound.allowed, bound.severity, bound.reason, style=style)
    output.print(table)
