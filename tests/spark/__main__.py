"""make test-spark: the same readers and the same models on Apache Spark as on one machine, and the same rows.

DuckDB comes first: the documents are landed and read, then dbt runs. Its raw tables are given to Spark as Parquet, dbt
runs there, and every published table is compared row for row and by the data hash that publications carry. Then Spark
reads the sample by itself from its landed documents, and the raw tables are compared.

Parts named as arguments (macros, sample, pages, reading) are the only ones run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dossier.settings import PROJECT_ROOT, SAMPLE_DOCUMENTS

DOSSIER = "from dossier.cli import main; main()"
PARTS = ("macros", "sample", "pages", "reading")


def main() -> int:
    """Run the parts; 1 where one of them found a difference."""
    wanted = sys.argv[1:] or list(PARTS)
    pages = Path(os.environ.get("DOSSIER_SHARED", PROJECT_ROOT.parent / "shared")) / "corpus"
    if "pages" in wanted and not pages.is_dir():
        print(f"skipped pages: there are none in {pages} (name their folder's parent with DOSSIER_SHARED)")
        wanted.remove("pages")
    documents = {"sample": SAMPLE_DOCUMENTS, "pages": pages}
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dossier-spark-") as name:
        folder = Path(name)
        needed = [kind for kind in documents if kind in wanted or (kind == "sample" and "reading" in wanted)]
        for kind in needed:
            _build_on_duckdb(kind, documents[kind], folder, with_models=kind in wanted)
        os.environ.update(_environment(folder / "spark"))
        from tests.spark.on_spark import OnSpark

        with OnSpark(folder) as spark:
            faults = sum(_tried(part, spark.parts[part]) > 0 for part in PARTS if part in wanted)
    print(f"test-spark: {(time.monotonic() - started) / 60:.1f} minutes")
    print(f"{len(wanted) - faults} passed, {faults} failed")
    return min(faults, 1)


def _build_on_duckdb(kind: str, documents: Path, folder: Path, *, with_models: bool) -> None:
    """Land and read documents and, where wanted, run the models: ``folder/KIND/working.duckdb``."""
    warehouse = folder / f"{kind}-warehouse"
    started = time.monotonic()
    _run("-c", DOSSIER, "land", str(documents), "--warehouse", str(warehouse))
    _run("-c", DOSSIER, "read", "--warehouse", str(warehouse))
    (folder / kind).mkdir()
    database = (warehouse / "private" / "working.duckdb").rename(folder / kind / "working.duckdb")
    if with_models:
        environment = _environment(folder / kind) | {"DOSSIER_DATABASE": str(database)}
        for command in ("seed", "run"):
            _run("-m", "dbt.cli.main", "--quiet", command, environment=environment)
    print(f"{kind}: DuckDB took {time.monotonic() - started:.0f} seconds")


def _environment(folder: Path) -> dict[str, str]:
    """What dbt is told: its own files lie in the folder."""
    return {
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
        "DBT_PROFILES_DIR": str(PROJECT_ROOT),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "OMP_NUM_THREADS": "1",
    }


def _run(*arguments: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT_ROOT,
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stdout[-3000:]}")


def _tried(part: str, run: Callable[[], int]) -> int:
    """How many differences a part found, and how long that took."""
    started = time.monotonic()
    faults = run()
    found = f"{faults} differences" if faults else "as it should be"
    print(f"{part}: {found}, {time.monotonic() - started:.0f} seconds", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(main())
