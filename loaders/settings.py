"""Where things are: the project, a warehouse and its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SAMPLE_DOCUMENTS = PROJECT_ROOT / "documents" / "sample"
# What DuckDB may hold while it builds or publishes; what does not fit goes to disk. The process takes some more.
MOST_MEMORY_GB = 5.0


@dataclass(frozen=True)
class Warehouse:
    """A folder with the working database and the published versions."""

    root: Path

    @property
    def work(self) -> Path:
        """Folder of what is private to the build: the working database, dbt's files, the lock."""
        return self.root / "private"

    @property
    def working_database(self) -> Path:
        """The private DuckDB file that loaders and dbt write."""
        return self.work / "working.duckdb"

    @property
    def published(self) -> Path:
        """Folder of numbered publications and the link ``current``."""
        return self.root / "published"


def warehouse_for(documents: Path | None, root: Path | None) -> Warehouse:
    """The warehouse given, or ``warehouse/sample``, or ``warehouse/<folder name>`` for other documents."""
    if root is None:
        root = PROJECT_ROOT / "warehouse" / ("sample" if documents is None else documents.resolve().name)
    return Warehouse(root.resolve())


def memory_limit() -> str:
    """What DuckDB may hold, as it spells it: ``DOSSIER_MEMORY``, else 5 GB or two thirds of a smaller machine."""
    machine_gb = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    return os.environ.get("DOSSIER_MEMORY") or f"{min(MOST_MEMORY_GB, machine_gb * 2 / 3):.2f}GB"
