"""A Spark session on this machine alone: for trying and for tests. A cluster brings its own."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from pyspark.sql import SparkSession

# What the models ask of any session, here or on a cluster (profiles.yml has it too). Days and times are UTC, without a
# zone; inferred constraints double with every nested `case`, so that a model of dates would be planned for hours.
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.constraintPropagation.enabled": "false",
}
# Nothing here is a matter of what comes out: a table of a few thousand rows is planned, compiled and shuffled as one of
# millions would be, which costs seconds a query; these settings leave that out.
FOR_SMALL_DATA = {
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}
# A small compiler is enough where nothing runs for minutes.
FOR_SHORT_RUNS = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m"


def local_session(folder: Path, *, cores: int = 2) -> SparkSession:
    """A session that keeps its tables under the folder, forgets them at its end, and listens on the loopback only."""
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["OMP_NUM_THREADS"] = "1"
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "2g",
        "spark.driver.extraJavaOptions": f"{FOR_SHORT_RUNS} -Duser.timezone=UTC -Djava.io.tmpdir={folder}",
        "spark.log.level": "FATAL",  # what fails is raised as well
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.local.dir": str(folder),
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        **SETTINGS,
        **FOR_SMALL_DATA,
    }
    builder = SparkSession.builder.master(f"local[{cores}]").appName("dossier")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
