"""Blocks of a story: the stretches that are analysed one by one, none of which breaks a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.language.analysis import Block
from dossier.language.parts.datelines import Dateline
from dossier.language.parts.page import Page, Story
from dossier.language.parts.roles import BY_LINE

LONGEST_BLOCK = 20_000  # characters: longer paragraphs are cut at the end of a sentence
# A printed date is a dateline: it says when, and is no sentence.
KINDS = {"date": "dateline", "caption": "caption", "transcript": "transcript", "byline": "other", "credits": "other"}
FILED_FROM = re.compile(r"\s(?:in|from)\s+(?P<place>[A-Z][\w ,’'-]{1,60})$")
LABELS = frozenset(
    {"age", "outlet", "cell", "furniture", "separator"}
)  # told in the article's own columns, no text to analyse


def make_blocks(page: Page, story: Story, text: str, dateline: Dateline | None) -> list[Block]:
    """Blocks of a story in text order; units of one sentence that the page broke are joined.

    The dateline is a block of its own, so that no sentence begins with it.
    """
    blocks: list[Block] = []
    last_index = -2
    is_all_labels = all(page.name(index) in LABELS for index in story.units)  # 'yesterday' as the whole text
    for index in story.units:
        if (page.name(index) in LABELS and not is_all_labels) or index in story.header:
            continue
        unit = page.units[index]
        kind = _kind_of(page, story, index)
        start, end = _trim(text, unit.start_char, unit.end_char)
        if dateline is not None and dateline.unit == index:
            blocks.append(Block(dateline.start_char, dateline.end_char, "dateline"))
            start, end = _trim(text, dateline.text_start_char, end)
        if start >= end or (end - start > LONGEST_BLOCK and unit.stop_share < 0.02):
            continue  # no words of a language: nothing to read
        previous = blocks[-1] if blocks else None
        follows, last_index = index == last_index + 1, index
        if (
            previous is not None
            and follows
            and kind == previous.kind == "paragraph"
            and _runs_on(page, index, text, previous)
        ):
            blocks[-1] = Block(previous.start_char, end, "paragraph")
        else:
            blocks += _byline_blocks(text, Block(start, end, kind))
    return [piece for block in blocks for piece in _cut(text, block)]


def _byline_blocks(text: str, block: Block) -> list[Block]:
    """A byline, and the place at its end ('By X in Paris') by itself."""
    words = text[block.start_char : block.end_char] if block.end_char - block.start_char <= 200 else ""
    place = FILED_FROM.search(words) if block.kind == "other" and BY_LINE.match(words) else None
    if place is None:
        return [block]
    start = block.start_char
    return [
        Block(start, start + place.start(), "other"),
        Block(start + place.start("place"), block.end_char, "dateline"),
    ]


def _kind_of(page: Page, story: Story, index: int) -> str:
    unit, name = page.units[index], page.name(index)
    if index == story.headline:
        return "headline"
    if name in KINDS:
        return KINDS[name]
    if unit.bullet is not None:
        return "bullet"
    if name in ("title", "fragment"):
        return (
            "headline" if story.headline is not None and unit.words == page.units[story.headline].words else "heading"
        )
    return "paragraph"


def _runs_on(page: Page, index: int, text: str, previous: Block) -> bool:
    """Whether a unit goes on with the sentence of the block before it."""
    last, first = text[previous.end_char - 1], text[page.units[index].start_char]
    return not page.units[index].after_blank and last not in ".!?…:\"”’')" and (first.islower() or first in ",;")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without Markdown marks, bullets and white space at its ends."""
    while start < end and (
        text[start] in "*_#>•●▪‣◦∙·►▶➤✓|\\"
        or text[start].isspace()
        or text[start] in "-–—+"
        and text[start + 1 : start + 2].isspace()
    ):
        start += 1
    while start < end and (text[end - 1] in "*_|\\" or text[end - 1].isspace()):
        end -= 1
    return start, end


def _cut(text: str, block: Block) -> Sequence[Block]:
    pieces: list[Block] = []
    start = block.start_char
    while block.end_char - start > LONGEST_BLOCK:
        limit = start + LONGEST_BLOCK
        at = max(
            text.rfind(mark, start + LONGEST_BLOCK // 4, limit) for mark in (". ", "? ", "! ", ".\n", "?\n", "!\n")
        )
        at = at + 1 if at > 0 else text.rfind(" ", start + LONGEST_BLOCK // 4, limit)
        if at <= start:
            at = limit
        pieces.append(Block(start, at, block.kind))
        start = at
        while start < block.end_char and text[start].isspace():
            start += 1
    return [*pieces, Block(start, block.end_char, block.kind)]
