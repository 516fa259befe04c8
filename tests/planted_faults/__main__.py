"""Plant each fault of faults.yml in a copy of the project and run what should catch it: ``make faults``.

python -m tests.planted_faults [WORDS …]    only faults whose file or catcher holds one of the words
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

from dossier.settings import PROJECT_ROOT

LIST = Path(__file__).with_name("faults.yml")
COPIED = (
    "loaders",
    "models",
    "seeds",
    "macros",
    "tests",
    "documents",
    "analyses",
    "dbt_project.yml",
    "profiles.yml",
    "pyproject.toml",
)
NEEDED_SHARE = 0.9
LONGEST_SECONDS = 1200.0
MAIN = "from dossier.cli import main; main()"


@dataclass(frozen=True)
class Fault:
    """A small edit that makes the project wrong, and what should notice."""

    file: str
    old: str
    new: str
    caught_by: str


@dataclass(frozen=True)
class Copy:
    """A copy of the project whose package is the one imported, with a warehouse of the sample documents."""

    root: Path

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse" / "faults"

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python with the copy's package before the installed one."""
        environment = {
            **os.environ,
            "PYTHONPATH": f"{self.root / 'path'}{os.pathsep}{self.root}",
            "DOSSIER_DATABASE": str(self.warehouse / "private" / "working.duckdb"),
            "DBT_TARGET_PATH": str(self.root / "target"),
            "DBT_LOG_PATH": str(self.root / "logs"),
            "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
            "PYTHONDONTWRITEBYTECODE": "1",
            "OMP_NUM_THREADS": "1",
        }
        arguments = [sys.executable, *map(str, command)]
        try:
            return subprocess.run(
                arguments,
                cwd=self.root,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=LONGEST_SECONDS,
            )
        except subprocess.TimeoutExpired:  # nobody waits for a test that hangs: the fault is missed
            return subprocess.CompletedProcess(arguments, -1, "", "")

    def dossier(self, *arguments: str) -> int:
        return self.run("-c", MAIN, *arguments, "-w", self.warehouse).returncode

    def dbt(self, *arguments: str) -> int:
        return self.run("-c", "from dbt.cli.main import cli; cli()", *arguments).returncode


def main() -> int:
    """Plant them all; 1 where fewer than nine in ten are caught."""
    everything = [Fault(**entry) for entry in yaml.safe_load(LIST.read_text(encoding="utf-8"))]
    wanted = [f for f in everything if not sys.argv[1:] or any(w in f.file or w in f.caught_by for w in sys.argv[1:])]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        copy = make_copy(Path(name))
        if any(not fault.caught_by.startswith("pytest") for fault in wanted):
            assert copy.dossier("build") == 0, "the copy cannot be built even without a fault"
        kept = copy.root / "kept.duckdb"
        working = copy.warehouse / "private" / "working.duckdb"
        if working.is_file():
            shutil.copy(working, kept)
        missed = []
        for fault in wanted:
            caught = is_caught(copy, fault)
            if kept.is_file() and not fault.caught_by.startswith("pytest"):
                shutil.copy(kept, working)
            verdict, edit = "caught" if caught else "MISSED", " ".join(fault.new.split())[:70]
            print(f"{verdict}  {fault.file}: {edit}  ({fault.caught_by})", flush=True)
            missed += [] if caught else [fault]
    caught_count = len(wanted) - len(missed)
    print(f"planted faults: {caught_count} of {len(wanted)} caught, {(time.monotonic() - started) / 60:.0f} minutes")
    return int(caught_count < NEEDED_SHARE * len(wanted))


def make_copy(folder: Path) -> Copy:
    """The project without what is installed or built."""
    for name in COPIED:
        place = PROJECT_ROOT / name
        if place.is_dir():
            shutil.copytree(place, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, folder / name)
    (folder / "path").mkdir()
    (folder / "path" / "dossier").symlink_to(folder / "loaders", target_is_directory=True)
    return Copy(folder.resolve())


def is_caught(copy: Copy, fault: Fault) -> bool:
    """Plant a fault, run its catcher, take the fault out again; the catcher must fail as a check fails."""
    place = copy.root / fault.file
    text = place.read_text(encoding="utf-8")
    if text.count(fault.old) != 1:
        print(f"{fault.file}: {fault.old!r} stands there {text.count(fault.old)} times; mend faults.yml")
        return False
    place.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
    try:
        kind, *arguments = shlex.split(fault.caught_by)
        if kind == "pytest":
            return copy.run("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *arguments).returncode == 1
        if kind == "dbt":
            return copy.dbt("build", "--select", *arguments) == 1
        assert kind == "gate", fault.caught_by
        assert copy.dbt("run", "--select", *arguments) == 0, f"{fault.file} cannot be built"
        return copy.dossier("check") == 4
    finally:
        place.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
