"""make soak: the long forms, one after the other, and their figures.

DOSSIER_SOAK_KILLS=200 DOSSIER_SOAK_PUBLICATIONS=50 DOSSIER_SOAK_READERS=8 DOSSIER_SOAK_BUILDS=4 set how long they are;
parts named as arguments (kills, readers, postgres, determinism, fuzz) are the only ones run.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dossier.settings import PROJECT_ROOT, SAMPLE_DOCUMENTS

# A report and its correction: small, with a relation between them.
DOCUMENTS = ("raids-first-report", "correction-arrests")
POSTGRES_TESTS = PROJECT_ROOT / "tests" / "integration" / "test_postgres.py"
FUZZ_TESTS = PROJECT_ROOT / "tests" / "fuzz"


def main() -> int:
    """Run the parts; 1 where one of them found a fault."""
    wanted = sys.argv[1:] or ["determinism", "kills", "readers", "postgres", "fuzz"]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        documents = folder / "documents"
        documents.mkdir()
        for stem in DOCUMENTS:
            for path in SAMPLE_DOCUMENTS.glob(f"{stem}.*"):
                shutil.copy(path, documents)
        faults = sum(_tried(part, documents, folder) for part in wanted)
    print(f"soak: {faults} faults, {(time.monotonic() - started) / 60:.0f} minutes")
    return min(faults, 1)


def _tried(part: str, documents: Path, folder: Path) -> int:
    """Faults of a part; one that breaks off is a fault, and the others go on."""
    started, worked = time.monotonic(), _processor_seconds()
    try:
        faults = PARTS[part](documents, folder)
    except subprocess.CalledProcessError:
        print(f"{part}: broke off, see above")
        faults = 1
    minutes, worked = (time.monotonic() - started) / 60, (_processor_seconds() - worked) / 60
    print(f"{part}: {minutes:.1f} minutes, {worked:.1f} of processor time")
    return faults


def _processor_seconds() -> float:
    """Of all processes started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def soak_kills(documents: Path, folder: Path) -> int:
    place = _made(folder / "kills")
    found = _run("kills", documents, _setting("KILLS", 200), place)
    steps = ", ".join(f"{count} in {step}" for step, count in found["kills"].items())
    print(
        f"crash safety: {sum(found['kills'].values())} kills -9 ({steps}); {found['publications']} publications after "
        f"them, {found['differing']} with other data; {found['torn']} times a version that was not whole"
    )
    return int(found["differing"]) + int(found["torn"])


def soak_readers(documents: Path, folder: Path) -> int:
    warehouse = folder / "readers"
    command = [sys.executable, "-c", "from dossier.cli import main; main()", "build", documents, "-w", warehouse]
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)
    found = _run("readers", warehouse, _setting("PUBLICATIONS", 50), _setting("READERS", 8))
    print(
        f"concurrency: {found['readers']} readers, {found['queries']:,} queries through {found['publications']} "
        f"publications ({found['versions_seen']} versions seen): {found['errors']} errors, {found['mixtures']} mixtures"
    )
    return int(found["errors"]) + int(found["mixtures"])


def soak_determinism(documents: Path, folder: Path) -> int:
    found = _run("determinism", documents, _made(folder / "determinism"), "--builds", _setting("BUILDS", 4))
    print(
        f"determinism: {found['builds']} builds over hash seeds, batch sizes, workers, orders of arrival, time zones "
        f"and locales: {found['data_hashes']} data hash"
    )
    return int(found["data_hashes"]) - 1


def soak_fuzz(documents: Path, folder: Path) -> int:
    """The long form of the tests with hostile input: they print their own figures."""
    if not FUZZ_TESTS.is_dir():
        print("hostile input: there is no tests/fuzz")
        return 0
    command = [sys.executable, "-m", "pytest", "-q", "-s", str(FUZZ_TESTS)]
    done = subprocess.run(command, env={**os.environ, "DOSSIER_SOAK": "1"}, check=False, cwd=PROJECT_ROOT)
    return int(done.returncode != 0)


def soak_postgres(documents: Path, folder: Path) -> int:
    """Nine readers of a PostgreSQL server through twenty versions; the test prints its own figures."""
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-k", "swapped", str(POSTGRES_TESTS)]
    swaps = {"DOSSIER_SWAPS": "20", "DOSSIER_SWAP_READERS": "9"}
    done = subprocess.run(command, env={**os.environ, **swaps}, check=False, cwd=PROJECT_ROOT)
    return int(done.returncode != 0)


PARTS = {
    "kills": soak_kills,
    "readers": soak_readers,
    "postgres": soak_postgres,
    "determinism": soak_determinism,
    "fuzz": soak_fuzz,
}


def _run(module: str, *arguments: object) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.soak.{module}", *map(str, arguments)],
        cwd=PROJECT_ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _setting(name: str, usual: int) -> int:
    return int(os.environ.get(f"DOSSIER_SOAK_{name}", usual))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
