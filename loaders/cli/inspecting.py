"""status: what is in a warehouse."""

from __future__ import annotations

import duckdb
from rich.text import Text

from dossier.cli.console import output
from dossier.database import open_for_reading
from dossier.errors import DossierError, ExitCode
from dossier.language.lexicons import reader_version
from dossier.locking import lock_holder
from dossier.publishing.publish import current_publication
from dossier.settings import Warehouse
from dossier.sql_files import load_sql


def run_status(warehouse: Warehouse) -> None:
    """Print what is in the warehouse."""
    _line("warehouse", str(warehouse.root))
    holder = lock_holder(warehouse)
    if holder is not None:
        _line("in use", f"by process {holder.pid} (dossier {holder.command}, since {holder.since})")
        return
    publication = current_publication(warehouse)
    _line("published", "nothing" if publication is None else f"version {publication.version} in {publication.folder}")
    if not warehouse.working_database.is_file():
        raise DossierError(
            "Nothing was landed here yet. Run dossier build, or name another warehouse with -w DIR.",
            ExitCode.NOTHING_TO_DO,
        )
    with open_for_reading(warehouse.working_database) as connection:
        try:
            for _, name, value in connection.execute(
                load_sql(__file__, "status"), {"reader_version": reader_version()}
            ).fetchall():
                _line(name, value)
            for gate, expectation, table, observed, bound, passed, severity in connection.execute(
                load_sql(__file__, "../../publishing/sql/last_gate_results")
            ).fetchall():
                if not passed:
                    _line(
                        f"gate {gate}", f"{severity}: {table}: expected that {expectation} ({bound}), found {observed}"
                    )
        except duckdb.CatalogException:
            raise DossierError(
                "The working database is of another version. Run dossier build to bring it up to date.",
                ExitCode.NOTHING_TO_DO,
            ) from None


def _line(name: str, value: str) -> None:
    output.print(Text.assemble((f"{name:<22}", "dim"), value))
