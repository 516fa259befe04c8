"""publish --postgres on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from dossier import api
from dossier.api import Text
from dossier.cli.console import ConsoleProgress, output
from dossier.database import open_working_database
from dossier.errors import DossierError, ExitCode
from dossier.locking import lock_warehouse
from dossier.publishing.publish import current_publication, is_published
from dossier.publishing.rights import level_in_force
from dossier.settings import Warehouse


def run_send(warehouse: Warehouse, address: str, readers: Sequence[str], *, text: str | None) -> None:
    """Publish where there is something new, then make the PostgreSQL database hold what is published."""
    try:
        from dossier.publishing.postgres import send_to_postgres
    except ImportError:
        raise DossierError(
            "The package psycopg is missing, which speaks to PostgreSQL. Run: .venv/bin/pip install -e '.[postgres]'",
            ExitCode.NOTHING_TO_DO,
        ) from None
    with ConsoleProgress() as progress:
        with open_working_database(warehouse) as connection:
            is_new = not is_published(connection, warehouse)
        if is_new or text not in (None, level_in_force(warehouse).value):
            api.publish(warehouse.root, text=cast("Text | None", text), progress=progress)
        with lock_warehouse(warehouse, "publish"):
            publication = current_publication(warehouse)
            assert publication is not None
            progress.begin("send to PostgreSQL")
            for note in send_to_postgres(publication, address, readers, lambda name, rows: progress.advance()):
                progress.note(note)
    output.print(f"PostgreSQL holds version {publication.version} ({publication.data_hash[:12]})", markup=False)
