"""Metrics as MetricFlow answers them. Opt-in: set DOSSIER_MF to the command mf of an environment that has the extra
`metrics` (dbt-metricflow, with dbt-core and dbt-duckdb as pinned here)."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from dossier.settings import PROJECT_ROOT

MF = os.environ.get("DOSSIER_MF", "")

pytestmark = pytest.mark.skipif(not MF, reason="DOSSIER_MF names no mf command")


def test_metrics_are_what_the_tables_say(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name in ("models", "macros", "seeds", "tests", "analyses", "dbt_project.yml", "profiles.yml"):
        (project / name).symlink_to(PROJECT_ROOT / name)
    working = shutil.copy(built / "private" / "working.duckdb", tmp_path / "working.duckdb")
    environment = {**os.environ, "DOSSIER_DATABASE": str(working), "PATH": f"{Path(MF).parent}:{os.environ['PATH']}"}
    environment.pop("DBT_TARGET_PATH", None)  # mf looks into the project's own target folder
    subprocess.run([Path(MF).with_name("dbt"), "--quiet", "parse"], cwd=project, env=environment, check=True)
    answer = tmp_path / "answer.csv"
    metrics = "events,origins_per_event,figures,disputed_share,figures_per_outlet"
    done = subprocess.run(
        [MF, "query", "--metrics", metrics, "--csv", str(answer)],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    row = next(csv.DictReader(answer.open()))
    expected = """
        select
            (select count(*) from marts.events) as events,
            (select avg(origin_count) from marts.events) as origins_per_event,
            (select count(*) from marts.figures) as figures,
            (select avg(cast(is_disputed as integer)) from marts.figures) as disputed_share,
            (select sum(figure_count) / count(*) filter (article_count > 0) from marts.sources) as figures_per_outlet
    """
    with duckdb.connect(str(built / "published" / "current" / "dossier.duckdb"), read_only=True) as published:
        values = published.execute(expected).fetchone()
    assert values is not None
    assert [float(row[name]) for name in metrics.split(",")] == pytest.approx([float(value) for value in values])
