"""Time expressions: found and parsed, never resolved (resolving needs the publication date and is SQL)."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.language.analysis import Article
from dossier.language.rows import TimeExpressionRow, TimePointRow


@dataclass(frozen=True)
class TimeReading:
    """Time expressions of an article and their calendar points."""

    expressions: list[TimeExpressionRow]
    points: list[TimePointRow]


def read_times(article: Article) -> TimeReading:
    """Read all time expressions of an article."""
    return TimeReading([], [])
