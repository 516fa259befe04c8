"""Printed words as HTML. Documents are hostile: every character of theirs comes out as text, never as mark-up."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.cli.passages import sentence_around
from dossier.publishing.rights import WITHHELD

# Runs of dots stand for words that were not published; a single dot is a sign that somebody printed.
WITHHELD_RUN = re.compile(rf"{WITHHELD}{{2,}}(?:[ \t]+{WITHHELD}+)*|(?<!\S){WITHHELD}(?:[ \t]+{WITHHELD}+)+")


@dataclass(frozen=True)
class Span:
    """Characters to mark (0-based, end exclusive) and how."""

    start_char: int
    end_char: int
    style: str  # a CSS class: evidence, core or other


def escape(value: object) -> str:
    """Text for HTML: no mark-up, no control or direction characters, nothing for None."""
    text = "" if value is None else str(value)
    return html.escape("".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text))


def prose(text: object) -> str:
    """Escaped text in which withheld words are told in one sign a run."""
    return WITHHELD_RUN.sub('<span class="withheld" title="not published: no open licence">[…]</span>', escape(text))


def mark(text: str, spans: Iterable[Span], offset: int = 0) -> str:
    """HTML of a text whose first character has the given offset, with the spans marked; overlapping ones nest."""
    end = offset + len(text)
    inside = [s for s in spans if s.start_char < end and s.end_char > offset]
    cuts = sorted({offset, end, *(max(s.start_char, offset) for s in inside), *(min(s.end_char, end) for s in inside)})
    pieces = []
    for start, finish in zip(cuts, cuts[1:], strict=False):
        words = prose(text[start - offset : finish - offset])
        styles = sorted({s.style for s in inside if s.start_char <= start and s.end_char >= finish})
        pieces.append(f'<mark class="{" ".join(styles)}">{words}</mark>' if styles else words)
    return "".join(pieces)


def passage(text: str, spans: Iterable[Span], offset: int = 0) -> str:
    """The sentence or sentences around the first span, marked; ``text`` is a window that begins at ``offset``."""
    marked = sorted(spans, key=lambda s: (s.start_char, -s.end_char))
    start, end = marked[0].start_char - offset, max(s.end_char for s in marked) - offset
    begin, finish = sentence_around(text, start, end)
    return mark(text[begin:finish], marked, offset + begin).strip()
