"""The twenty questions of analyses/ asked of a publication with 1,000,000 events: milliseconds of each.

    python bench/queries.py [WAREHOUSE] [--events 1000000] [--keep FOLDER] [--out FILE]

The publication (default: the sample's, built for it where there is none) is copied under new ids and other days until
it has so many events, as bench/explorer.py does; the file is opened read-only with two threads and every question is
asked once to warm up and then five times. Printed: the median against 100 ms, the worst, and the processor time, which
a busy machine does not blur.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import explorer
from figures import FIGURES, record

import dossier
from dossier.publishing.database import literal
from dossier.settings import PROJECT_ROOT, warehouse_for

TARGET_MS, ROUNDS = 100, 5


def ask(connection: duckdb.DuckDBPyConnection, question: str) -> tuple[list[float], float]:
    """Milliseconds of each round, the first left out, and the least of processor time (both cores together)."""
    taken, worked = [], []
    for _ in range(ROUNDS + 1):
        started, processor = time.perf_counter(), time.process_time()
        connection.execute(question).fetchall()
        taken.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - processor) * 1000)
    return taken[1:], min(worked[1:])


def main() -> int:
    """Blow up, ask, print."""
    parser = argparse.ArgumentParser(description="Milliseconds of the twenty questions.")
    parser.add_argument("warehouse", type=Path, nargs="?", help="a built warehouse (default: the sample)")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="folder for the large publication, which then stays")
    parser.add_argument("--out", type=Path, default=FIGURES, help="file of figures")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        published = warehouse_for(None, arguments.warehouse).published / "current"
        if not (published / "dossier.duckdb").is_file():
            if arguments.warehouse is not None:
                raise SystemExit(f"There is no publication in {published.parent}: run make build first.")
            dossier.build(warehouse=Path(scratch) / "sample")
            published = Path(scratch) / "sample" / "published" / "current"
        folder = arguments.keep or Path(scratch) / "large"
        if not (folder / "dossier.duckdb").is_file():
            explorer.blow_up(published, folder, events=arguments.events)
        with duckdb.connect(str(folder / "dossier.duckdb"), read_only=True, config={"threads": 2}) as connection:
            counted = connection.execute("select count(*) from marts.events").fetchone()
            note = f"{counted[0] if counted else 0:,} events, from {literal(published.parent.parent.name)}"
            medians = {}
            for path in sorted((PROJECT_ROOT / "analyses").glob("*.sql")):
                taken, worked = ask(connection, path.read_text(encoding="utf-8"))
                median = medians[path.stem] = statistics.median(taken)
                slow = "" if median <= TARGET_MS else "  slow"
                times = f"median {median:>7.1f} ms   worst {max(taken):>7.1f} ms   processor {worked:>7.1f} ms"
                print(f"{path.stem:<36} {times}{slow}", flush=True)
    for name, median in medians.items():
        record(f"question {name}", median, "ms", note, arguments.out)
    within = sum(median <= TARGET_MS for median in medians.values())
    print(f"{within} of {len(medians)} within {TARGET_MS} ms; {note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
