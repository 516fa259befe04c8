"""Explorer and report in headless Chromium: ``make browser`` or ``python -m tests.browser [WAREHOUSE]``.

Needs Debian's packages chromium, nodejs and npm. playwright-core and axe-core come from the npm registry into
``target/browser``; nothing else is fetched. Without a warehouse the sample is built into a folder that is removed
afterwards, and a second round looks at the same publication with hostile words in every text.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from dossier.settings import PROJECT_ROOT
from tests.browser.hostile import hostile_copy

MODULES = PROJECT_ROOT / "target" / "browser"
PACKAGES = ("playwright-core@1.65.1", "axe-core@4.14.1")
SCRIPTS = PROJECT_ROOT / "tests" / "browser"
SCREENSHOTS = PROJECT_ROOT / "docs" / "screenshots"


def main() -> None:
    """Check everything; the exit code says whether all was right."""
    node, npm = _need("node", "nodejs"), _need("npm", "npm")
    chromium = _need("chromium", "chromium")
    if not (MODULES / "node_modules" / "axe-core").is_dir():
        MODULES.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", str(MODULES), *PACKAGES], check=True)
    environment = {**os.environ, "BROWSER_MODULES": str(MODULES / "node_modules"), "CHROMIUM": chromium}
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else Path(folder) / "sample"
        if not warehouse.is_dir():
            _dossier("build", "--warehouse", str(warehouse))
        shots = Path(folder) / "screenshots"
        shots.mkdir()
        hostile = hostile_copy(warehouse, Path(folder) / "hostile")
        for place, script, pictures in ((warehouse, "explorer", [str(shots)]), (hostile, "hostile", [])):
            print(f"\n{script} on {place.name}")
            with _explorer(place, Path(folder) / "judgements.csv") as address:
                status |= _run(node, f"{script}.mjs", address, *pictures, environment=environment)
            report = Path(folder) / f"{script}.html"
            _dossier("report", str(report), "--warehouse", str(place))
            status |= _run(node, "report.mjs", str(report), *pictures, environment=environment)
        if len(sys.argv) == 1 and status == 0:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            for name in ("timeline", "fact", "figures", "report"):
                shutil.copy(shots / f"{name}.png", SCREENSHOTS / f"{name}.png")
            print(f"\nscreenshots: {SCREENSHOTS}")
    sys.exit(status)


def _need(program: str, package: str) -> str:
    path = shutil.which(program)
    if path is None:
        sys.exit(f"{program} is missing. On Debian: apt-get install {package}")
    return path


def _dossier(*arguments: str) -> None:
    subprocess.run([sys.executable, "-c", "from dossier.cli import main; main()", *arguments], check=True)


def _run(node: str, script: str, *arguments: str, environment: dict[str, str]) -> int:
    return subprocess.run([node, str(SCRIPTS / script), *arguments], env=environment, check=False).returncode


@contextlib.contextmanager
def _explorer(warehouse: Path, judgements: Path) -> Iterator[str]:
    """The explorer on a free port; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from dossier.cli import main; main()",
            "explore",
            "-w",
            str(warehouse),
            "--port",
            str(port),
        ],
        env={**os.environ, "DOSSIER_JUDGEMENTS": str(judgements)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(f"{address}/_stcore/health"):
                break
            time.sleep(0.5)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


if __name__ == "__main__":
    main()
