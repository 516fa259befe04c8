"""The compiled dbt project, made once a run in a temporary folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dbt_manifest import Project

from dossier.settings import PROJECT_ROOT


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Compile the project against an empty database."""
    scratch: Path = tmp_path_factory.mktemp("dbt")
    run = subprocess.run(
        [sys.executable, "-m", "dbt.cli.main", "compile", "--quiet"],
        cwd=PROJECT_ROOT,
        env={
            **os.environ,
            "DOSSIER_DATABASE": str(scratch / "empty.duckdb"),
            "DBT_TARGET_PATH": str(scratch / "target"),
            "DBT_LOG_PATH": str(scratch / "logs"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    target = scratch / "target"
    return Project(
        manifest=json.loads((target / "manifest.json").read_text(encoding="utf-8")),
        semantic_manifest=(target / "semantic_manifest.json").read_text(encoding="utf-8"),
    )
