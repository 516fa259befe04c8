"""What a publication is made from, as hashes: equal inputs give an equal publication, so it need not be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from dossier.language.lexicons import reader_version
from dossier.settings import PROJECT_ROOT, Warehouse
from dossier.sql_files import load_sql

JUDGEMENTS = PROJECT_ROOT / "seeds" / "judgements"


@dataclass(frozen=True)
class Inputs:
    """Hashes of everything that published rows depend on."""

    documents_hash: str
    reader_version: str
    model_hash: str
    judgements_hash: str

    def reason_of_change(self, earlier: Inputs | None) -> str:
        """Why facts differ from the publication made from ``earlier``: the first input that changed."""
        if earlier is None or self.documents_hash != earlier.documents_hash:
            return "new document"
        if self.reader_version != earlier.reader_version:
            return "new reader"
        if self.judgements_hash != earlier.judgements_hash:
            return "new judgement"
        return "new rule"


def current_inputs(connection: duckdb.DuckDBPyConnection) -> Inputs:
    """The inputs as they stand now in the working database and the project."""
    rows = connection.execute(load_sql(__file__, "current_document_ids")).fetchall()
    return Inputs(
        documents_hash=hashlib.sha256("\n".join(row[0] for row in rows).encode()).hexdigest(),
        reader_version=reader_version(),
        model_hash=_hash_files(
            [PROJECT_ROOT / "dbt_project.yml"]
            + [
                path
                for folder, patterns in {
                    "models": ("*.sql", "*.yml", "*.md"),
                    "macros": ("*.sql",),
                    "seeds": ("*.csv", "*.yml"),
                }.items()
                for pattern in patterns
                for path in (PROJECT_ROOT / folder).rglob(pattern)
                if not path.is_relative_to(JUDGEMENTS)
            ]
            + list((PROJECT_ROOT / "loaders").rglob("*.py"))
            + list((PROJECT_ROOT / "loaders").rglob("*.sql"))
        ),
        judgements_hash=_hash_files(JUDGEMENTS.rglob("*.csv")),
    )


def note_built(warehouse: Warehouse, inputs: Inputs | None) -> None:
    """Note what the models in the working database were built from; None while they are being built."""
    note = _built_note(warehouse)
    if inputs is None:
        note.unlink(missing_ok=True)
    else:
        note.write_text(json.dumps(asdict(inputs)), encoding="utf-8")


def built_inputs(warehouse: Warehouse) -> Inputs | None:
    """What the models in the working database were built from; None where their last build did not finish."""
    try:
        return Inputs(**json.loads(_built_note(warehouse).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _built_note(warehouse: Warehouse) -> Path:
    return warehouse.work / "target" / "built_from.json"


def seeds_hash() -> str:
    """Hash of all seeds with their declarations."""
    return _hash_files(path for pattern in ("*.csv", "*.yml") for path in (PROJECT_ROOT / "seeds").rglob(pattern))


def _hash_files(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for name, path in sorted((path.relative_to(PROJECT_ROOT).as_posix(), path) for path in paths):
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
