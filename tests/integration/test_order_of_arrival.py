"""What is published depends on the set of documents: not on their order of arrival, nor on what was forgotten.

DOSSIER_ARRIVAL_ORDERS=20 pytest tests/integration/test_order_of_arrival.py    twenty orders of all sample documents
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pytest

from dossier.database import open_working_database
from dossier.landing.documents import land_documents
from dossier.landing.readings import read_new_documents
from dossier.publishing.manifest import RUN_DEPENDENT_COLUMNS, RUN_DEPENDENT_TABLES
from dossier.settings import SAMPLE_DOCUMENTS, Warehouse
from tests.integration.conftest import run_dossier

# A wire story with its rewrite, a report with its correction, and one that nothing else here tells of.
FIVE = (
    "wire-rotterdam-seizure.txt",
    "rewrite-rotterdam-seizure.txt",
    "raids-first-report.txt",
    "correction-arrests.txt",
    "later-controls.txt",
)
LONG_FORM = int(os.environ.get("DOSSIER_ARRIVAL_ORDERS", "0"))
NAMES = (
    sorted(path.name for path in SAMPLE_DOCUMENTS.iterdir() if path.suffix != ".yml" and not path.name.startswith("."))
    if LONG_FORM
    else FIVE
)


def copy_documents(names: Iterable[str], folder: Path) -> Path:
    """A folder with these sample documents and their sidecars."""
    folder.mkdir()
    for name in names:
        for path in SAMPLE_DOCUMENTS.glob(f"{Path(name).stem}.*"):
            shutil.copy(path, folder)
    return folder


def build(documents: Path, warehouse: Path) -> Path:
    done = run_dossier("build", documents, "-w", warehouse, "--workers", "1")
    assert done.returncode == 0, done.stderr
    return warehouse


def land_and_read(documents: Path, warehouse: Warehouse) -> None:
    with open_working_database(warehouse) as connection:
        assert land_documents(connection, str(documents)).rejected_count == 0
        read_new_documents(connection, workers=1)


def add_words(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    document.write_text(f"{text}\nPolice in Antwerp arrested 12 people on 3 March 2025.\n", encoding="utf-8")


def data_hash(warehouse: Path) -> str:
    package = (warehouse / "published" / "current" / "datapackage.json").read_text(encoding="utf-8")
    return str(json.loads(package)["data_hash"])


def differing_rows(one: Path, other: Path) -> list[str]:
    """Rows of the marts that only one of two publications holds, the first three a table, for people to read."""
    found = []
    with duckdb.connect() as connection:
        for name, warehouse in (("one", one), ("other", other)):
            connection.execute(f"attach '{warehouse}/published/current/dossier.duckdb' as {name} (read_only)")
        tables = connection.execute(
            "select table_name, string_agg('\"' || column_name || '\"', ', ' order by column_index) filter "
            "(where column_name not in (select unnest($left_out))) from duckdb_columns() "
            "where database_name = 'one' and schema_name = 'marts' group by 1 order by 1",
            {"left_out": sorted(RUN_DEPENDENT_COLUMNS)},
        ).fetchall()
        for table, columns in tables:
            if table in RUN_DEPENDENT_TABLES:
                continue
            for left, right in (("one", "other"), ("other", "one")):
                rows = connection.execute(
                    f"select {columns} from {left}.marts.{table} except select {columns} from {right}.marts.{table}"
                ).fetchall()
                found += [f"{table}, only in {left}: {row}" for row in rows[:3]]
    return found


@pytest.fixture(scope="module")
def in_one_load(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents, loaded and built at once."""
    folder = tmp_path_factory.mktemp("arrival")
    return build(copy_documents(NAMES, folder / "documents"), folder / "warehouse")


@pytest.mark.parametrize("seed", range(LONG_FORM or 2))
def test_documents_that_come_one_at_a_time_give_the_same_rows(in_one_load: Path, tmp_path: Path, seed: int) -> None:
    order = list(NAMES)
    random.Random(seed).shuffle(order)
    documents = copy_documents(NAMES, tmp_path / "documents")
    warehouse = Warehouse(tmp_path / "warehouse")
    warehouse.work.mkdir(parents=True)
    for name in order:
        land_and_read(documents / name, warehouse)
    build(documents, warehouse.root)
    assert differing_rows(in_one_load, warehouse.root) == [], f"order: {order}"
    assert data_hash(warehouse.root) == data_hash(in_one_load)


@pytest.mark.skipif(LONG_FORM > 0, reason="the long form tries orders only")
def test_a_forgotten_and_a_changed_document_leave_the_rows_of_one_build(in_one_load: Path, tmp_path: Path) -> None:
    """The wire story goes: it anchors events and figures that its rewrite tells too, and both share its origin. A later
    document comes again with more words. Here that befalls a warehouse that stands, there one that was never built."""
    warehouse = Path(shutil.copytree(in_one_load, tmp_path / "warehouse", symlinks=True))
    changed = copy_documents(FIVE, tmp_path / "changed") / "later-controls.txt"
    add_words(changed)
    land_and_read(changed, Warehouse(warehouse))
    done = run_dossier("forget", "wire-rotterdam-seizure", "-w", warehouse, "--published")
    assert done.returncode == 0, done.stderr
    documents, other = copy_documents(FIVE[1:], tmp_path / "documents"), Warehouse(tmp_path / "other")
    other.work.mkdir(parents=True)
    land_and_read(documents, other)
    add_words(documents / "later-controls.txt")
    never_there = build(documents, other.root)
    assert differing_rows(never_there, warehouse) == []
    assert data_hash(warehouse) == data_hash(never_there)
    with duckdb.connect(str(warehouse / "published" / "current" / "dossier.duckdb"), read_only=True) as connection:
        told = connection.execute(
            "select count(*) from marts.id_history where table_name = 'events' and reason = 're-anchored'"
        ).fetchone()
        versions = connection.execute("select max(version_number) from marts.documents").fetchone()
    assert told is not None and told[0] > 0, "events that only lost their anchor keep a trail from their old id"
    assert versions == (2,)
