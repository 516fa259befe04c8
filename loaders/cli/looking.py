"""Commands for looking at what is published: explore and report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dossier.cli.options import WarehouseOption, warehouse_of

DAY = ["%Y-%m-%d"]


def explore(
    warehouse: WarehouseOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8501,
) -> None:
    """Look at the published warehouse in a browser: a page on this machine only, read-only but for verdicts.

    Example: dossier explore -w warehouse/clippings
    """
    from dossier.cli.exploring import run_explore

    run_explore(warehouse_of(warehouse), port)


def report(
    file: Annotated[Path, typer.Argument(metavar="OUT.html", help="File to write.")],
    warehouse: WarehouseOption = None,
    actor: Annotated[
        str | None, typer.Option(help="Only what this actor (name or id) did, said or is told of.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--from", formats=DAY, metavar="DAY", help="Only from this day on.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, metavar="DAY", help="Only up to this day.")
    ] = None,
) -> None:
    """Write one HTML file to send to somebody: timeline, figures, statements and their evidence; quotes by licence.

    Examples:

    - dossier report out.html

    - dossier report belgium.html --actor Belgium --from 2025-01-01 --to 2025-06-30
    """
    from dossier.cli.reporting import run_report

    run_report(
        warehouse_of(warehouse),
        file,
        actor=actor,
        since=None if since is None else since.date(),
        until=None if until is None else until.date(),
    )
