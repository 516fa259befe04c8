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
from pathlib import Path

from dossier.settings import PROJECT_ROOT, SAMPLE_DOCUMENTS

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
        os.environ.update(_dbt_environment(folder / "spark"))
        from tests.spark.on_spark import OnSpark

        with OnSpark(folder) as spark:
            faults = sum(_tried(spark, part) for part in PARTS if part in wanted)
    print(f"test-spark: {faults} faults, {(time.monotonic() - started) / 60:.1f} minutes")
    print(f"{len(wanted) - min(faults, len(wanted))} passed, {min(faults, len(wanted))} failed")
    return min(faults, 1)
