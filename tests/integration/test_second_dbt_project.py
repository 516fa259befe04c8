"""Another dbt project, built on what is published: the one that docs/connect/dbt.md tells people to copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

from dossier.settings import PROJECT_ROOT


def test_a_second_dbt_project_builds_on_the_published_tables(built: Path, tmp_path: Path) -> None:
    project = shutil.copytree(PROJECT_ROOT / "dashboards" / "dbt", tmp_path / "desk")
    published = built / "published" / "current" / "dossier.duckdb"
    done = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "build", "--quiet"],
        cwd=project,
        env={**os.environ, "DESK_DATABASE": str(tmp_path / "desk.duckdb"), "DOSSIER_PUBLISHED": str(published)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with duckdb.connect(str(tmp_path / "desk.duckdb"), read_only=True) as desk:
        names = desk.execute("select distinct outlet_names from single_source_events order by 1").fetchall()
    assert names == [("Health Dispatch",), ("Valmouth Courier",), (None,)]
