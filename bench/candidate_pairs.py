"""How the compared pairs of event reports grow with the reports: about linearly, twenty a report at most.

    python bench/candidate_pairs.py WAREHOUSE [--copies 9 36]

Multiplies what was read in a built warehouse, once as one burst (every copy tells the same stories) and once as other
stories (every copy has words of its own), runs the models up to the compared pairs on each and prints their number.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from dossier.raw_tables import create_raw_tables, raw_tables
from dossier.settings import PROJECT_ROOT, Warehouse

# What tells one copy's rows from another's; the wording of texts stays, so copies of a text are copies.
OWN = ("record_key", "sha256", "name", "uri")


def multiply(source: Path, target: Path, copies: int, is_burst: bool) -> None:
    """Write a working database that holds every raw row of another ``copies`` times, under ids of its own."""
    with duckdb.connect(str(target)) as connection:
        create_raw_tables(connection)
        connection.execute(f"attach '{source}' as source (read_only)")
        for table in (t for t in raw_tables().values() if t.view is None):
            columns = [name for name, _ in table.columns]
            told = [
                f"{c} || '~' || copy" if c.endswith("_id") or c in OWN or (c == "term" and not is_burst) else c
                for c in columns
            ]
            connection.execute(
                f"insert into raw.{table.name} ({', '.join(columns)}) "
                f"select {', '.join(told)} from source.raw.{table.name}, range({copies}) as numbers(copy)"
            )


def build(database: Path, scratch: Path) -> float:
    """Run the models up to the compared pairs; the seconds it took."""
    environment = {**os.environ, "DOSSIER_DATABASE": str(database), "DBT_TARGET_PATH": str(scratch / "target")}
    dbt, started = str(Path(sys.executable).parent / "dbt"), 0.0
    for command in (("seed",), ("run", "--select", "+int_events__candidates")):
        started = time.perf_counter()
        subprocess.run([dbt, "--quiet", *command], cwd=PROJECT_ROOT, env=environment, check=True)
    return time.perf_counter() - started


def main() -> int:
    """Print one line per size and kind of growth."""
    parser = argparse.ArgumentParser(description="Growth of the compared pairs of event reports.")
    parser.add_argument("warehouse", type=Path, help="a built warehouse")
    parser.add_argument("--copies", type=int, nargs="+", default=[9, 36], help="how many times its documents are taken")
    arguments = parser.parse_args()
    for is_burst in (False, True):
        for copies in arguments.copies:
            with tempfile.TemporaryDirectory() as folder:
                database = Path(folder) / "copies.duckdb"
                multiply(Warehouse(arguments.warehouse).working_database, database, copies, is_burst)
                seconds = build(database, Path(folder))
                with duckdb.connect(str(database), read_only=True) as connection:
                    reports, pairs, most = connection.execute(
                        "select (select count(*) from intermediate.int_events__windows), sum(pair_count),"
                        " max(pair_count) from (select count(*) as pair_count from intermediate.int_events__candidates"
                        " group by later_report_id)"
                    ).fetchone() or (0, 0, 0)
            kind = "one burst" if is_burst else "other stories"
            print(
                f"{kind:<14} {reports:>6} reports  {pairs:>7} pairs  {pairs / reports:5.1f} a report, at most {most}"
                f"  {seconds:5.1f} s"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
