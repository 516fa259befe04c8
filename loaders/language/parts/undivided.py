"""A document that could not be divided: one article of everything, so that it counts and its words can be read."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.ids import IdMaker
from dossier.language.analysis import Block
from dossier.language.parts import DocumentParts
from dossier.language.parts.lines import HEAD_CHARS, LINE
from dossier.language.rows import ArticleRow, PartRow

RULE = "undivided"


def undivided(document_id: str, text: str, metadata: Mapping[str, str], ids: IdMaker) -> DocumentParts:
    """One article and one part from the first printed character to the last; every line is a paragraph."""
    start_char, end_char = len(text) - len(text.lstrip()), len(text.rstrip())
    head = text[start_char : min(end_char, start_char + HEAD_CHARS)]
    article = ArticleRow(
        article_id=ids.next_id("art", head),
        document_id=document_id,
        article_number=1,
        is_main=True,
        headline=metadata.get("title"),
        byline=metadata.get("author"),
        outlet_as_written=metadata.get("outlet"),
        upstream_as_written=None,
        printed_published=None,
        age_count=None,
        age_unit=None,
        dateline_place=None,
        dateline_country_code=None,
        is_transcript=False,
        word_count=len(text.split()),
        rule=RULE,
    )
    part = PartRow(
        article_part_id=ids.next_id("prt", head),
        document_id=document_id,
        article_id=article.article_id,
        part_number=1,
        part_kind="article",
        start_char=start_char,
        end_char=end_char,
        rule=RULE,
    )
    lines = [Block(*_trimmed(match.start(), match.group()), "paragraph") for match in LINE.finditer(text)]
    blocks = [line for line in lines if line.start_char < line.end_char]
    return DocumentParts([article], [part], {article.article_id: blocks})


def _trimmed(start_char: int, line: str) -> tuple[int, int]:
    return start_char + len(line) - len(line.lstrip()), start_char + len(line.rstrip())
