"""The data hash over processes, batch sizes, numbers of workers, orders of arrival, time zones and locales.

python -m tests.soak.determinism DOCUMENTS FOLDER [--builds N]    prints one JSON object with the figures
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from dossier.publishing.publish import current_publication
from dossier.settings import Warehouse

# One build a row: seed of Python's hashes, documents a batch, workers, time zone, locale, documents landed one by one.
VARIATIONS = (
    ("0", 50, 1, "UTC", "C.UTF-8", False),
    ("1", 1, 1, "Asia/Kathmandu", "POSIX", True),
    ("77", 2, 2, "America/St_Johns", "tr_TR.UTF-8", True),
    ("4294967295", 7, 3, "Pacific/Kiritimati", "de_DE.UTF-8", True),
)
BUILD = """
import sys
import dossier.landing.documents as landing, dossier.landing.readings as reading
from dossier.cli import main
if __name__ == "__main__":  # reading workers import this file
    landing.BATCH_DOCUMENTS = reading.BATCH_DOCUMENTS = int(sys.argv.pop(1))
    main()
"""


def try_builds(documents: Path, folder: Path, builds: int) -> dict[str, int]:
    """Build the documents in so many ways; how many different data hashes came out."""
    script = folder / "build.py"
    script.write_text(BUILD, encoding="utf-8")
    hashes = set()
    for number, (seed, batch, workers, zone, locale, piecemeal) in enumerate(VARIATIONS[:builds]):
        warehouse = folder / f"{number}"
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "OMP_NUM_THREADS": "1",
        }

        def run(*arguments: str | Path, batch: int = batch, environment: dict[str, str] = environment) -> None:
            command = [sys.executable, str(script), str(batch), *map(str, arguments)]
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)

        if piecemeal:
            files = sorted(path for path in documents.iterdir() if path.suffix not in {".yml", ".yaml"})
            random.Random(number).shuffle(files)
            for path in files[: len(files) // 2 + 1]:
                run("land", path, "-w", warehouse)
        run("build", documents, "-w", warehouse, "--workers", str(workers))
        publication = current_publication(Warehouse(warehouse))
        assert publication is not None, "nothing was published"
        hashes.add(publication.data_hash)
        shutil.rmtree(warehouse)
    return {"builds": builds, "data_hashes": len(hashes)}


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("documents", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--builds", type=int, default=len(VARIATIONS))
    given = options.parse_args()
    print(json.dumps(try_builds(given.documents, given.folder, given.builds)))
