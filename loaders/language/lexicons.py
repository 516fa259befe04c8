"""Lexicons: the same CSV files that dbt seeds into the warehouse, read from ``seeds/``."""

from __future__ import annotations

import csv
import functools
import hashlib
from pathlib import Path

import dossier
from dossier.settings import PROJECT_ROOT

LEXICON_FOLDERS = ("vocabulary", "reference", "topics")


@functools.cache
def load_lexicon(name: str) -> tuple[dict[str, str], ...]:
    """Rows of ``seeds/NAME.csv`` (for example ``vocabulary/units``) as dictionaries of strings."""
    with (PROJECT_ROOT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@functools.cache
def speech_words(name: str) -> frozenset[str]:
    """The words of one list of seeds/vocabulary/speech_word_lists.csv."""
    return frozenset(row["word"] for row in load_lexicon("vocabulary/speech_word_lists") if row["list_name"] == name)


@functools.cache
def reader_version() -> str:
    """Version of everything a reading depends on: the package version and a hash of reading code and lexicons."""
    digest = hashlib.sha256()
    files = [*Path(__file__).parent.rglob("*.py")]
    for folder in LEXICON_FOLDERS:
        files += (PROJECT_ROOT / "seeds" / folder).rglob("*.csv")
    for path in sorted(files, key=lambda p: p.relative_to(PROJECT_ROOT).as_posix()):
        digest.update(path.relative_to(PROJECT_ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{dossier.__version__}+{digest.hexdigest()[:12]}"
