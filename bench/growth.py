"""How the time of judging grows with the documents: all models on warehouses of a made-up world with known truth.

    python bench/growth.py [--sizes 1000 10000] [--largest 100000] [--keep FOLDER] [--out FILE]

Each size is generated (bench/generator.py), then built exactly as `dossier build` does. Printed: seconds, beside them
the seconds that DuckDB needs to scan, hash and write the same raw rows once; the most memory; the exponent of growth
between the last two sizes, of all models and of the worst; compared pairs a report; and how well merging finds the
truth, by pairs of reports (of actors: of chains) that are put together. With --keep the warehouses stay and are not
generated again.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
from corpus.store import write_warehouse
from figures import FIGURES, record

from dossier.dbt_process import DbtProcess
from dossier.raw_tables import raw_tables
from dossier.settings import Warehouse

SEED = 1
WORST_SHOWN = 8
# Kind of truth, table, its id, the id of what it was merged into.
MERGED = (
    ("event", "marts.event_reports", "event_report_id", "event_id"),
    ("figure", "marts.figure_reports", "figure_report_id", "figure_id"),
    ("actor", "intermediate.int_actors__chains", "chain_id", "actor_id"),
    ("article", "marts.articles", "article_id", "origin_id"),
)
# Table of compared pairs, its id of the later one, how many there are to compare.
PAIRS = (
    ("event reports", "int_events__candidates", "later_report_id", "int_events__windows"),
    ("figure reports", "int_figures__candidates", "later_id", "int_figures__keys"),
    ("actor signatures", "int_actors__pairs", "signature_id", "int_actors__signatures"),
    ("articles", "int_origins__overlaps", "article_id", "int_origins__ranked_articles"),
)


@dataclass(frozen=True)
class Build:
    """One size's measurements: seconds, bytes, seconds by model."""

    documents: int
    rows: int
    seconds: float
    raw_seconds: float
    memory: int
    models: dict[str, float]
    database: Path


def measure(documents: int, folder: Path) -> Build:
    """Generate a warehouse of that size, unless it is there, and build its models."""
    warehouse = Warehouse(folder / f"{documents}")
    database = warehouse.working_database
    if not database.is_file():
        database.parent.mkdir(parents=True, exist_ok=True)
        write_warehouse(database, documents, SEED)
    raw_seconds, rows = scan_hash_write(database, folder)
    started = time.perf_counter()
    with DbtProcess(warehouse) as models, MemoryWatch() as memory:
        models.build(with_seeds=True)
    seconds = time.perf_counter() - started
    results = json.loads((warehouse.work / "target" / "run_results.json").read_text(encoding="utf-8"))["results"]
    by_model = {
        r["unique_id"].split(".")[-1]: r["execution_time"] for r in results if r["unique_id"].startswith("model.")
    }
    return Build(documents, rows, seconds, raw_seconds, memory.most, by_model, database)


def scan_hash_write(database: Path, folder: Path) -> tuple[float, int]:
    """Seconds to read every raw row, hash it and write it with its hash to another file; and how many rows."""
    target = folder / "raw_copy.duckdb"
    rows = 0
    started = time.perf_counter()
    with duckdb.connect(str(target)) as connection:
        connection.execute("set threads = 2")
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"attach '{database}' as source (read_only)")
        for table in (t for t in raw_tables().values() if t.view is None):
            words = ", ".join(f"coalesce(cast({name} as varchar), '')" for name, _ in table.columns)
            connection.execute(
                f"create table {table.name} as "
                f"select *, sha256(concat_ws(chr(31), {words})) as row_hash from source.raw.{table.name}"
            )
            counted = connection.execute(f"select count(*) from {table.name}").fetchone()
            rows += int(counted[0]) if counted else 0
    seconds = time.perf_counter() - started
    target.unlink()
    return seconds, rows


class MemoryWatch:
    """The most memory that this process's children held at one time, in bytes, looked at twice a second."""

    def __init__(self) -> None:
        self.most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.5):
            self.most = max(self.most, sum(_resident(process) for process in _descendants(os.getpid())))


def _descendants(process: int) -> Iterator[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield int(child)
        yield from _descendants(int(child))


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def found_truth(
    connection: duckdb.DuckDBPyConnection, kind: str, table: str, key: str, merged: str
) -> tuple[float, float]:
    """Precision and recall over pairs of rows that are put together; sums of squares count them without listing
    them."""
    row = connection.execute(
        f"""
        with joined as (
            select rows_.truth, found.{merged} as merged, count(*) as n
            from truth.rows as rows_ inner join {table} as found on rows_.row_id = found.{key}
            where rows_.kind = '{kind}' group by all
        )
        select (select sum(n * (n - 1) / 2) from joined),
            (select sum(n * (n - 1) / 2) from (select sum(n) as n from joined group by merged)),
            (select sum(n * (n - 1) / 2) from (select sum(n) as n from joined group by truth))
        """
    ).fetchone()
    both, found, true = row or (0, 0, 0)
    return both / max(found, 1), both / max(true, 1)


def show(builds: list[Build], out: Path) -> None:
    """Print and keep the figures."""
    print(
        f"{'documents':>10} {'raw rows':>12} {'build s':>9} {'scan, hash, write s':>20} {'ratio':>6} {'memory GB':>10}"
    )
    for build in builds:
        ratio = build.seconds / build.raw_seconds
        print(
            f"{build.documents:>10,} {build.rows:>12,} {build.seconds:>9.1f} {build.raw_seconds:>20.1f} {ratio:>6.1f}"
            f" {build.memory / 1e9:>10.2f}"
        )
        note = f"{build.documents:,} generated documents, {build.rows:,} raw rows"
        record(f"judging {build.documents} documents", build.seconds, "s", note, out)
        record(f"judging {build.documents} documents, times scan-hash-write", ratio, "x", note, out)
        record(f"judging {build.documents} documents, memory", build.memory / 1e9, "GB", note, out)
        with duckdb.connect(str(build.database), read_only=True) as connection:
            for name, table, later, all_of in PAIRS:
                counted = connection.execute(
                    f"select sum(n), max(n), (select count(*) from intermediate.{all_of}) "
                    f"from (select count(*) as n from intermediate.{table} group by {later})"
                ).fetchone()
                pairs, most, reports = (int(count or 0) for count in counted or (0, 0, 1))
                print(f"{'':>12}{name:<18} {pairs:>10,} pairs, {pairs / reports:.1f} each, at most {most}")
                record(f"pairs a row, {name}, {build.documents} documents", pairs / reports, "pairs", note, out)
            for kind, table, key, merged in MERGED:
                precision, recall = found_truth(connection, kind, table, key, merged)
                print(f"{'':>12}merging of {kind + 's':<10} precision {precision:.3f}  recall {recall:.3f}")
                record(f"merging {kind}s, precision, {build.documents} documents", precision, "", note, out)
                record(f"merging {kind}s, recall, {build.documents} documents", recall, "", note, out)
    if len(builds) > 1:
        smaller, larger = builds[-2:]
        step = math.log(larger.documents / smaller.documents)
        exponent = math.log(larger.seconds / smaller.seconds) / step
        inside = math.log(sum(larger.models.values()) / sum(smaller.models.values())) / step
        sizes = f"{smaller.documents:,} to {larger.documents:,} documents"
        print(f"exponent {exponent:.2f} (models alone {inside:.2f}) from {sizes}")
        record("judging, exponent of growth", exponent, "", sizes, out)
        for name, seconds in sorted(larger.models.items(), key=lambda item: -item[1])[:WORST_SHOWN]:
            growth = math.log(seconds / max(smaller.models.get(name, seconds), 0.01)) / step
            print(f"{'':>12}{name:<40} {seconds:>8.1f} s  exponent {growth:.2f}")


def main() -> int:
    """Measure all sizes, then show."""
    parser = argparse.ArgumentParser(description="Growth of judging with the number of documents.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000], help="documents")
    parser.add_argument("--largest", type=int, help="one more size")
    parser.add_argument("--keep", type=Path, help="folder for the warehouses, which then stay")
    parser.add_argument("--out", type=Path, default=FIGURES, help="file of figures")
    arguments = parser.parse_args()
    sizes = [*arguments.sizes, *([arguments.largest] if arguments.largest else [])]
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        show([measure(size, folder) for size in sizes], arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
