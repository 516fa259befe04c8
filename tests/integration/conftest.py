"""A warehouse of three small documents, built once for all tests that look at one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

HARBOUR = """Harbour strike ends after nine days

Dock workers in Valmouth returned to work on 14 May 2024 after the port authority agreed to raise pay by 6 percent.

"We have what we came for," said Ines Marlowe, who leads the Valmouth Dockers' Union.

The strike had held up 41 ships and cost exporters about $120 million, the port authority said.
"""
RIVER = """Flood warning lifted along the Teyn

The environment agency lifted its flood warning for the lower Teyn on 2 March 2024, a week after 1,300 people had left
their homes.

"The water is falling by ten centimetres a day," said Tomas Erling, a hydrologist at the agency.
"""
VACCINE = (
    '{"id": "trial-7", "title": "Malaria vaccine trial reports fewer cases", "outlet": "Health Dispatch", '
    '"published": "2023-11-08", '
    '"text": "A trial in Ghana found that the new vaccine cut malaria cases by 68 percent.\\n\\n'
    "Ghana's health ministry said on Tuesday that it would buy two million doses.\"}\n"
)

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_dossier(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from dossier.cli import main; main()", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "COLUMNS": "200", **environment},
        check=False,
        timeout=300,
    )


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, which is made."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three documents, one with a sidecar."""
    return write_files(
        tmp_path_factory.mktemp("documents"),
        {
            "harbour.txt": HARBOUR,
            "harbour.yml": "outlet: Valmouth Courier\npublished: 15 May 2024\nlicence: CC-BY-4.0\n",
            "river.md": "# " + RIVER,
            "vaccine.jsonl": VACCINE,
        },
    )


@pytest.fixture(scope="session")
def built(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse built from the documents; tests that change it take a copy."""
    warehouse = tmp_path_factory.mktemp("built")
    done = run_dossier("build", documents, "-w", warehouse, PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr
    return warehouse


@pytest.fixture
def own_copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the built warehouse that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "warehouse", symlinks=True))
