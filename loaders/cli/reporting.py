"""report: what is published about an actor or a period as one HTML file."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path

from dossier.cli.console import output
from dossier.errors import DossierError, ExitCode
from dossier.published import open_published, published_database
from dossier.settings import PROJECT_ROOT, Warehouse


def run_report(warehouse: Warehouse, file: Path, *, actor: str | None, since: date | None, until: date | None) -> None:
    """Write the file."""
    if importlib.util.find_spec("vl_convert") is None:
        raise DossierError("Altair's converter is not installed. Run: make install", ExitCode.NOTHING_TO_DO)
    if str(PROJECT_ROOT) not in sys.path:
        sys.path.insert(0, str(PROJECT_ROOT))  # dashboards/ lies beside the package
    from dashboards.report.writing import Choice, write_report

    version = int(published_database(warehouse).parent.name)
    with open_published(warehouse) as connection:
        text = write_report(connection, version, Choice(actor, since, until))
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DossierError(f"{file} cannot be written ({error.strerror}).", ExitCode.NO_ROOM) from None
    output.print(f"written: {file} ({len(text.encode()) / 1_000_000:.1f} MB), which needs no network", markup=False)
