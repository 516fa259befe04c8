"""What a day's documents cost: some more, some changed and some forgotten, in a warehouse that stands.

    python bench/increment.py [--documents 10000] [--more 500] [--out FILE]

A made-up warehouse (bench/generator.py) is built and published; then more documents arrive, a twentieth of them new
versions of older ones, some of them late (of days long past), and a few older ones are forgotten; models and
publication are made again. Printed: the seconds of each step beside those of the whole, the Parquet files that were
written again, and whether the rows are those of a warehouse that got everything at once.

The generator writes raw rows, so nothing is read there; what landing and reading would take is reckoned from a hundred
of the same documents, landed and read in this run: so many seconds to start, so many a document. The steps `read` and
`land, read and models` say so.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import duckdb
from corpus.store import write_documents, write_warehouse
from figures import FIGURES, record

from dossier.database import open_working_database
from dossier.dbt_process import DbtProcess
from dossier.landing.documents import land_documents
from dossier.landing.readings import read_new_documents
from dossier.publishing.inputs import current_inputs, note_built
from dossier.publishing.publish import Publication, publish
from dossier.settings import Warehouse

SEED = 2
FORGOTTEN = 10
TRULY_READ = 100


def arrive(warehouse: Warehouse, world_size: int, first: int, last: int) -> None:
    """Append the documents with these numbers to the raw tables."""
    warehouse.working_database.parent.mkdir(parents=True, exist_ok=True)
    write_warehouse(warehouse.working_database, world_size, SEED, first=first, last=last)


def reading_time(folder: Path) -> tuple[float, float]:
    """Seconds to start landing and reading on all cores, and seconds a document from then on."""
    pages, warehouse = folder / "pages.jsonl", Warehouse(folder / "read")
    write_documents(pages, TRULY_READ, SEED)
    warehouse.work.mkdir(parents=True)
    started = time.perf_counter()
    with open_working_database(warehouse) as connection:
        land_documents(connection, str(pages))
        landed = time.perf_counter() - started
        read_new_documents(connection, workers=os.cpu_count())
        whole = time.perf_counter() - started
        spent = connection.execute("select sum(seconds) from raw.readings").fetchone()
    a_document = (landed + float(spent[0] if spent else 0) / (os.cpu_count() or 1)) / TRULY_READ
    return max(0.0, whole - TRULY_READ * a_document), a_document


def change_and_forget(warehouse: Warehouse, first: int, last: int) -> None:
    """Make every twentieth of the documents from ``first`` on a new version of an older one; forget some old ones."""
    with duckdb.connect(str(warehouse.working_database)) as connection:
        for number in range(first, last, 20):
            key, old_key = f"page-{number:07d}", f"page-{number - first:07d}"
            connection.execute("update raw.documents set record_key = ? where record_key = ?", [old_key, key])
            connection.execute(
                "update raw.document_versions set record_key = ?, version_number = 2 where record_key = ?",
                [old_key, key],
            )
        connection.execute(
            "insert into raw.tombstones select document_id, record_key, sha256, document_id, landed_at, 'asked for' "
            "from raw.documents where record_key in "
            f"(select 'page-' || lpad(cast(1000 + range as varchar), 7, '0') from range({FORGOTTEN}))"
        )


def build(warehouse: Warehouse) -> tuple[float, float, Publication]:
    """Build all models and publish: seconds of either, and the publication."""
    started = time.perf_counter()
    with open_working_database(warehouse) as connection:
        inputs = current_inputs(connection)
    with DbtProcess(warehouse) as models:
        models.build(with_seeds=not warehouse.published.is_dir())
    note_built(warehouse, inputs)
    modelled = time.perf_counter()
    with open_working_database(warehouse) as connection:
        publication = publish(connection, warehouse)
    return modelled - started, time.perf_counter() - modelled, publication


def main() -> int:
    """Build, add, build again, compare with all at once."""
    parser = argparse.ArgumentParser(description="Cost of a day's documents.")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--more", type=int, default=500)
    parser.add_argument("--out", type=Path, default=FIGURES, help="file of figures")
    arguments = parser.parse_args()
    older, size = arguments.documents, arguments.documents + arguments.more
    with tempfile.TemporaryDirectory() as scratch:
        growing, whole = Warehouse(Path(scratch) / "growing"), Warehouse(Path(scratch) / "whole")
        arrive(growing, size, 0, older)
        modelled, published, _ = build(growing)
        arrive(growing, size, older, size)
        change_and_forget(growing, older, size)
        more_modelled, more_published, after = build(growing)
        arrive(whole, size, 0, size)
        change_and_forget(whole, older, size)
        *_, at_once = build(whole)
        start, a_document = reading_time(Path(scratch))
        files = list((after.folder / "parquet").rglob("*.parquet"))
        linked = sum(path.stat().st_nlink > 1 for path in files)
    note = f"{arguments.more:,} documents more, {older:,} before"
    read, more_read = start + a_document * older, start + a_document * arguments.more
    steps = (
        ("read", read, more_read),
        ("models", modelled, more_modelled),
        ("publication", published, more_published),
        ("models and publication", modelled + published, more_modelled + more_published),
        ("land, read and models", read + modelled, more_read + more_modelled),
        ("all", read + modelled + published, more_read + more_modelled + more_published),
    )
    print(f"land and read: {start:.1f} s to start, {a_document:.3f} s a document ({TRULY_READ} documents read)")
    for name, first, again in steps:
        print(f"{name:<23} whole {first:>8.1f} s   increment {again:>8.1f} s   {again / first:.0%}")
        target = {"land, read and models": "<= 5", "all": "<= 15"}.get(name, "")
        record(f"increment, {name}", 100 * again / first, "percent of the whole", note, arguments.out, target)
    print(f"Parquet files: {len(files)}, of which {linked} are those of the publication before")
    is_same = after.data_hash == at_once.data_hash
    print(f"rows {'are those' if is_same else 'DIFFER from those'} of a warehouse that got everything at once ({note})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
