"""The seed of judgements on merges: one row a pair of reports or mentions, kept sorted, each pair once."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dossier.errors import DossierError, ExitCode
from dossier.settings import PROJECT_ROOT

MERGE_JUDGEMENTS = PROJECT_ROOT / "seeds" / "judgements" / "merge_judgements.csv"


@dataclass(frozen=True, order=True)
class Judgement:
    """A verdict on a pair of ids; the columns of the seed, in its order."""

    table_name: str  # actors, events or figures
    left_id: str
    right_id: str
    verdict: str  # same, different or unsure
    why: str
    judged_by: str
    judged_on: str  # ISO date

    @property
    def pair(self) -> frozenset[str]:
        """What is judged, whichever end is named first."""
        return frozenset((self.left_id, self.right_id))


COLUMNS = [field.name for field in fields(Judgement)]


def read_judgements(path: Path = MERGE_JUDGEMENTS) -> list[Judgement]:
    """All rows of the seed; none where there is no file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != COLUMNS:
            raise DossierError(f"{path} must have the columns {','.join(COLUMNS)}.", ExitCode.USAGE)
        return [Judgement(**row) for row in reader]


def record_judgement(judgement: Judgement, path: Path = MERGE_JUDGEMENTS) -> Judgement | None:
    """Write a verdict into the seed; returns the earlier verdict on the pair, which it replaces."""
    kept, replaced = [], None
    for row in read_judgements(path):
        if (row.table_name, row.pair) == (judgement.table_name, judgement.pair):
            replaced = row
        else:
            kept.append(row)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(row) for row in sorted([*kept, judgement]))
    aside = path.with_name(f".{path.name}")
    try:
        aside.write_text(text.getvalue(), encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise DossierError(f"{path} cannot be written ({error.strerror}).", ExitCode.NO_ROOM) from None
    return replaced
