"""Kills at random moments: the next run finishes, and what it publishes is what a run never interrupted publishes.

python -m tests.soak.kills DOCUMENTS KILLS FOLDER [--seed N] [--hash HASH]    prints one JSON object with the figures
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from dossier.publishing.publish import current_publication
from dossier.settings import Warehouse
from tests.soak.victims import kill_step, load_everything, run_step

# Shares of the kills: a model run takes many times as long as the others, so it gets fewer than its time would.
SHARES = {"land": 0.25, "read": 0.25, "build": 0.15, "publish": 0.35}


@dataclass
class Outcome:
    """What came of the kills."""

    kills: Counter[str] = field(default_factory=Counter)
    finished_before: Counter[str] = field(default_factory=Counter)
    publications: int = 0
    differing: int = 0
    torn: int = 0


def try_kills(documents: Path, folder: Path, total: int, seed: int, expected_hash: str | None = None) -> Outcome:
    """Kill each step its share of times in one warehouse, finish it, and compare what is published.

    Publishing is finished after every kill, and whoever asks in between finds a whole version.
    """
    random_moment = random.Random(seed)
    tempfile.tempdir = str(folder)  # what killed processes leave there goes with the folder
    load_everything(folder / "parse")
    warehouse = Warehouse(folder / "killed")
    seconds = {"build": 15.0, "publish": 2.0}
    outcome = Outcome()
    if expected_hash is None:
        whole = Warehouse(folder / "whole")
        for step in ("land", "read", "build", "publish"):
            seconds[step] = run_step(step, whole, documents)
        expected_hash = _data_hash(whole)
    for step in ("land", "read"):
        seconds[step] = run_step(step, warehouse, documents)
    for step, share in SHARES.items():
        wanted = max(1, round(total * share))
        misses = 0
        while outcome.kills[step] < wanted and misses < 3 * wanted + 20:
            if step in ("land", "read") and outcome.kills[step] % 5 == 0:
                _start_again(warehouse, step, documents)
            if kill_step(step, warehouse, documents, random_moment.uniform(0, seconds[step])):
                outcome.kills[step] += 1
            else:
                misses += 1
                outcome.finished_before[step] += 1
                seconds[step] *= 0.95
                if step in ("land", "read"):
                    _start_again(warehouse, step, documents)
            outcome.torn += not _is_whole(warehouse)
            if step == "publish":
                seconds[step] = run_step(step, warehouse, documents)
                _compare(warehouse, expected_hash, outcome)
        run_step(step, warehouse, documents)
        if step == "build":
            _compare(warehouse, expected_hash, outcome)
    return outcome


def _start_again(warehouse: Warehouse, step: str, documents: Path) -> None:
    """An empty warehouse (with the documents landed, to read them): a step that has finished leaves nothing to kill."""
    shutil.rmtree(warehouse.root, ignore_errors=True)
    if step == "read":
        run_step("land", warehouse, documents)


def _data_hash(warehouse: Warehouse) -> str:
    publication = current_publication(warehouse)
    assert publication is not None, "nothing is published, or it is not whole"
    return publication.data_hash


def _compare(warehouse: Warehouse, expected_hash: str, outcome: Outcome) -> None:
    outcome.publications += 1
    outcome.differing += _data_hash(warehouse) != expected_hash


def _is_whole(warehouse: Warehouse) -> bool:
    """Whether a reader finds a whole version, or rightly none."""
    if not (warehouse.published / "current").is_symlink():
        return True
    if current_publication(warehouse) is None:
        return False
    with duckdb.connect(str(warehouse.published / "current" / "dossier.duckdb"), read_only=True) as connection:
        connection.execute("select count(*) from marts.evidence").fetchone()
    return True


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("documents", type=Path)
    options.add_argument("kills", type=int)
    options.add_argument("folder", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--hash", help="what the documents give when nothing is killed; else found out first")
    given = options.parse_args()
    found = try_kills(given.documents, given.folder, given.kills, given.seed, given.hash)
    print(json.dumps(found.__dict__))
