"""The Superset bundle, imported into a Superset of the test's own and opened in Chromium.

Opt-in, since Superset is 200 packages in an environment of its own: set DOSSIER_SUPERSET to its command, such as
~/superset/bin/superset (with duckdb==1.5.5 and duckdb-engine beside it).
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dossier.settings import PROJECT_ROOT

SUPERSET = os.environ.get("DOSSIER_SUPERSET", "")
CHROMIUM = shutil.which("chromium")
MODULES = PROJECT_ROOT / "target" / "browser" / "node_modules"
CONFIG = """
SECRET_KEY = "only-for-this-test-0123456789"
SQLALCHEMY_DATABASE_URI = "sqlite:///{home}/superset.db"
AUTH_ROLE_PUBLIC = "Admin"  # nobody has to sign in on loopback
TALISMAN_ENABLED = False
WTF_CSRF_ENABLED = False
"""
CHARTS = ("Disputed share", "Events a month", "Best supported events", "Figures by measure", "Outlets")

pytestmark = pytest.mark.skipif(not SUPERSET, reason="DOSSIER_SUPERSET names no superset command")


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a Superset that holds the bundle and nothing else."""
    home = tmp_path_factory.mktemp("superset")
    (home / "superset_config.py").write_text(CONFIG.format(home=home))
    environment = {
        **os.environ,
        "SUPERSET_HOME": str(home),
        "SUPERSET_CONFIG_PATH": str(home / "superset_config.py"),
        "FLASK_APP": "superset",
        "SCARF_ANALYTICS": "false",
    }
    bundle = home / "bundle.zip"
    maker = [sys.executable, str(PROJECT_ROOT / "dashboards" / "superset_bundle.py")]
    subprocess.run([*maker, str(built / "published" / "current" / "dossier.duckdb"), str(bundle)], check=True)
    admin = "--username admin --firstname A --lastname B --email admin@example.org --password admin".split()
    for step in (["db", "upgrade"], ["fab", "create-admin", *admin], ["init"]):
        run_superset(step, environment)
    run_superset(["import-dashboards", "-p", str(bundle), "-u", "admin"], environment)
    with running(environment) as address:
        yield address


def run_superset(arguments: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run([SUPERSET, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@contextmanager
def running(environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [SUPERSET, "run", "-h", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.5)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def ask(address: str, body: dict[str, Any] | None = None) -> tuple[int, dict[str, Any]]:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data=data, headers={"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_every_chart_of_the_bundle_has_an_answer(server: str) -> None:
    _, listed = ask(f"{server}/api/v1/chart/")
    assert listed["count"] == len(CHARTS)
    for chart in listed["result"]:
        asked = json.loads(chart["params"])
        query = {
            "columns": [*asked.get("all_columns", ()), *asked.get("groupby", ())],
            "metrics": asked.get("metrics") or ([asked["metric"]] if "metric" in asked else []),
            "extras": {"where": " and ".join(part["sqlExpression"] for part in asked["adhoc_filters"])},
            "row_limit": 10,
        }
        table = {"id": chart["datasource_id"], "type": "table"}
        status, answer = ask(f"{server}/api/v1/chart/data", {"datasource": table, "queries": [query]})
        assert status == 200, (chart["slice_name"], answer)
        assert answer["result"][0]["rowcount"] > 0, chart["slice_name"]


@pytest.mark.parametrize("sql", ["select * from read_text('/etc/passwd')", "create table marts.mine as select 1 as a"])
def test_the_connection_reads_the_publication_and_nothing_else(server: str, sql: str) -> None:
    status, answer = ask(
        f"{server}/api/v1/sqllab/execute/", {"database_id": 1, "sql": sql, "runAsync": False, "schema": "marts"}
    )
    assert status >= 400 or answer.get("errors"), answer
    assert "root:" not in json.dumps(answer)


@pytest.mark.skipif(CHROMIUM is None or not MODULES.is_dir(), reason="no Chromium, or make browser was never run")
def test_the_dashboard_opens_in_a_browser(server: str) -> None:
    done = subprocess.run(
        ["node", str(PROJECT_ROOT / "tests" / "browser" / "superset.mjs"), server, "Valmouth Courier"],
        env={**os.environ, "BROWSER_MODULES": str(MODULES), "CHROMIUM": str(CHROMIUM)},
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == 0, done.stdout + done.stderr
