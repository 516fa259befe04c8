"""What of a text is prose: web addresses, tags and endless rows of numbers measure nothing."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from dossier.language.quantities.atoms import Atom

STRETCH = 128  # atoms
FEWEST_WORDS = 16


def noise(atoms: Sequence[Atom]) -> list[bool]:
    """Which stretches of an endless text hold hardly a word, or the same few: such rows are no prose."""
    stretches = [atoms[at : at + STRETCH] for at in range(0, len(atoms), STRETCH)]
    return [
        len(stretch) == STRETCH and len({atom.lower for atom in stretch if atom.kind == "word"}) < FEWEST_WORDS
        for stretch in stretches
    ]


@functools.lru_cache(maxsize=4)
def without_addresses(text: str) -> str:
    """Blank out web addresses, targets of links, telephone numbers and marks of emphasis, one for one."""
    text = CELL.sub(lambda cell: "_" * len(cell.group()), text)
    text = ATTRIBUTE.sub(lambda pair: "_" * len(pair.group()), text)
    text = TAG.sub(lambda tag: "_" * len(tag.group()), text)
    text = PHONE.sub(lambda number: "_" * len(number.group()), text)
    text = EMPHASIS.sub(lambda marks: " " * len(marks.group()), text)
    pieces, at = [], 0
    for chunk in CHUNK.finditer(text):
        words = chunk.group()
        if any(mark in words for mark in ADDRESS_MARKS) or ESCAPED.search(words):
            cut = words.find("](")
            cut = cut if cut >= 0 else 0
            pieces += [text[at : chunk.start() + cut], "_" * (len(words) - cut)]
            at = chunk.end()
    return "".join([*pieces, text[at:]])


CELL = re.compile(r"<t[dh]\b[^<>]*>[^<]*(?:<(?!/?t[dhr]\b)[^<]*)*</t[dh]>")  # what it counts stands in the head
ATTRIBUTE = re.compile(r"(?<=\s)[a-zA-Z][\w:-]{0,30}=\"[^\"\n]*\"")  # of a tag that a wrapped line cuts
TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
EMPHASIS = re.compile(
    r"(?<=[$€£¥₹])\*{1,3}(?=\d)|\*{1,3}(?=[\w$€£¥₹(])|(?<=[\w%.,;:!?)])\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=[\w%])_{1,2}(?!\w)"
)
PHONE = re.compile(
    r"(?<![\w.,$€£+-])(?:\+\d{1,3}[ .-](?:\(?\d{1,4}\)?[ .-]){1,4}\d{2,4}|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}"
    r"|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}-\d{4}|\d{3}-\d{4}(?=[.,;]? ?(?:$|\n)))(?![\w%])"
)
CHUNK = re.compile(r"\S+")
ADDRESS_MARKS = ("://", "www.", "](", ".jpg", ".png", ".html", ".pdf", "?resize=", "srcset=", "@")
ESCAPED = re.compile(r"%[0-9A-F]{2}[\w%]")
