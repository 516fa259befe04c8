"""Parts of a document: articles, related stories and boilerplate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.ids import IdMaker
from dossier.language.analysis import Block
from dossier.language.rows import ArticleRow, PartRow


@dataclass(frozen=True)
class DocumentParts:
    """The articles of a document, its parts, and the blocks to analyse by article id."""

    articles: list[ArticleRow]
    parts: list[PartRow]
    blocks: dict[str, Sequence[Block]]


def read_parts(document_id: str, text: str, metadata: Mapping[str, str], ids: IdMaker) -> DocumentParts:
    """Divide a document into articles, related stories and boilerplate. ``metadata`` may hold title, outlet, url, published, author."""
    article = ArticleRow(
        article_id=ids.next_id("art", text[:200]), document_id=document_id, article_number=1, is_main=True,
        headline=metadata.get("title"), byline=None, outlet_as_written=metadata.get("outlet"), upstream_as_written=None,
        printed_published=None, age_count=None, age_unit=None, is_transcript=False, word_count=len(text.split()), rule="whole-document",
    )
    if not text.strip():
        return DocumentParts([article], [], {article.article_id: []})
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    part = PartRow(article_part_id=ids.next_id("prt", text[start:end]), document_id=document_id, article_id=article.article_id,
                   part_number=1, part_kind="article", start_char=start, end_char=end, rule="whole-document")
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            begin = at + line.index(body)
            blocks.append(Block(begin, begin + len(body), "paragraph"))
        at += len(line)
    return DocumentParts([article], [part], {article.article_id: blocks})
