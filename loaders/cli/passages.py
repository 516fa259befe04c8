"""Printed words in their sentence, for the terminal."""

from __future__ import annotations

import re

from rich.text import Text

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n")
LONGEST = 600  # characters shown around the words


def passage(text: str, start_char: int, end_char: int, style: str = "bold reverse") -> Text:
    """The sentence or sentences around ``text[start_char:end_char]`` (0-based, end exclusive), those words marked."""
    begin, finish = sentence_around(text, start_char, end_char)
    shown = Text(printable(text[begin:start_char]).lstrip())
    shown.append(printable(text[start_char:end_char]), style=style)
    shown.append(printable(text[end_char:finish]).rstrip())
    return shown


def sentence_around(text: str, start_char: int, end_char: int) -> tuple[int, int]:
    """Where the sentence or sentences begin and end that hold these characters (0-based, end exclusive)."""
    first = max(0, start_char - LONGEST)
    # An end is one by what follows it, which may be the words themselves.
    ends = (found.end() for found in SENTENCE_END.finditer(text, first, start_char + 2))
    begin = max((end for end in ends if end <= start_char), default=first)
    following = SENTENCE_END.search(text, end_char, min(len(text), end_char + LONGEST))
    return begin, following.end() if following else min(len(text), end_char + LONGEST)


def printable(text: str) -> str:
    """The text with line ends as spaces and control characters (they could rewrite the screen) as U+FFFD."""
    return "".join(" " if char.isspace() else char if char.isprintable() else "\ufffd" for char in text)
