"""Statements: direct, partial and indirect speech, with speaker and cue."""

from __future__ import annotations

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, SpanIndex
from dossier.language.rows import StatementRow, TimeExpressionRow


def read_statements(article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow]) -> list[StatementRow]:
    """Read who said what in an article."""
    return []
