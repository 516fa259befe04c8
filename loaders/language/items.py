"""Items: goods, substances, technologies and instruments, found by lexicon."""

from __future__ import annotations

from dossier.language.analysis import Article
from dossier.language.rows import ItemMentionRow


def read_items(article: Article) -> list[ItemMentionRow]:
    """Read the mentions of items."""
    return []
