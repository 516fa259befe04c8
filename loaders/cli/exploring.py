"""explore: the explorer's web page, served on this machine only."""

from __future__ import annotations

import importlib.util
import os
import sys

from dossier.errors import DossierError, ExitCode
from dossier.settings import PROJECT_ROOT, Warehouse

EXPLORER = PROJECT_ROOT / "dashboards" / "explorer"


def run_explore(warehouse: Warehouse, port: int) -> None:
    """Become the server, which ends with Ctrl-C; Streamlit reads its settings from the folder that it runs in."""
    if importlib.util.find_spec("streamlit") is None:
        raise DossierError("Streamlit is not installed. Run: make install", ExitCode.NOTHING_TO_DO)
    environment = {
        **os.environ,
        "DOSSIER_WAREHOUSE": str(warehouse.root),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(PROJECT_ROOT), os.environ.get("PYTHONPATH")))),
        # Settings of the person's own Streamlit may not widen what config.toml says.
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    }
    print(f"dossier: http://127.0.0.1:{port} shows {warehouse.root}; Ctrl-C stops it", file=sys.stderr, flush=True)
    os.chdir(EXPLORER)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    os.execve(sys.executable, command, environment)
