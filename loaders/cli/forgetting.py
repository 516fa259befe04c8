"""forget: a document leaves the warehouse, and on request what was published of it."""

from __future__ import annotations

import shutil

import duckdb

from dossier.cli.console import ConsoleProgress, output
from dossier.database import open_for_reading, open_working_database
from dossier.landing.forgetting import Forgotten, forget_document
from dossier.locking import lock_warehouse
from dossier.pipeline import build
from dossier.publishing.publish import current_publication, published_versions
from dossier.settings import Warehouse


def run_forget(warehouse: Warehouse, name: str, *, published: bool, why: str) -> None:
    """Forget, and with ``published`` publish anew and remove every publication that holds the document."""
    with lock_warehouse(warehouse, "forget"):
        forgotten = forget_document(warehouse, name, why)
        output.print(f"forgotten: {forgotten.record_key} ({len(forgotten.document_ids)} versions)", markup=False)
        if not published:
            output.print(
                "What is published still holds it. Publish without it: dossier forget … --published, or dossier build"
            )
            return
        removed = _remove_publications(warehouse, forgotten)
    output.print(f"removed publications: {', '.join(map(str, removed)) or 'none held it'}", markup=False)


def _remove_publications(warehouse: Warehouse, forgotten: Forgotten) -> list[int]:
    """Publish anew where documents are left; then remove what holds the forgotten one."""
    versions = published_versions(warehouse.published) if warehouse.published.is_dir() else []
    holding = [version for version in versions if _holds(warehouse, version, forgotten)]
    with open_working_database(warehouse) as connection:
        left = connection.execute("select count(*) from raw.current_documents").fetchone()
    if holding and left is not None and left[0] > 0:
        with ConsoleProgress() as progress:
            build(warehouse, None, progress, workers=None, force=True)
    publication = current_publication(warehouse)
    if publication is not None and publication.version in holding:
        (warehouse.published / "current").unlink()
    for version in holding:
        shutil.rmtree(warehouse.published / f"{version:06d}", ignore_errors=True)
    return holding


def _holds(warehouse: Warehouse, version: int, forgotten: Forgotten) -> bool:
    try:
        with open_for_reading(warehouse.published / f"{version:06d}" / "dossier.duckdb") as connection:
            found = connection.execute(
                "select count(*) from marts.documents where document_id in (select unnest($ids))",
                {"ids": list(forgotten.document_ids)},
            ).fetchone()
    except duckdb.Error:
        return True  # it cannot be told, so it goes
    return found is not None and found[0] > 0
