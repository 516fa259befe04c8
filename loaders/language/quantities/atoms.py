"""Atoms of a stretch of text: numbers in digits, words and single signs, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

ATOM = re.compile(
    r"(?P<digits>[0-9]+(?:[.,][0-9]+|['’][0-9]{3}(?![0-9]))*)|(?P<glyph>[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘])"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>[^\s])"
)
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
SWISS = re.compile(r"[1-9][0-9]{0,2}(?:['’][0-9]{3})+")
CONTINENTAL = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}")
DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")  # or two numbers of a list, unless a unit or a magnitude follows
LARGEST = 1e18
HYPHENS = "-‐‑–—"


class Atom(NamedTuple):
    """A number in digits, a word or a sign; offsets are code points into the text that was split."""

    start: int
    end: int
    text: str
    lower: str
    kind: str  # digits, glyph, word, sign


def split_atoms(text: str) -> list[Atom]:
    """Split a text into atoms, in order; white space is left out."""
    return [
        Atom(found.start(), found.end(), found.group(), found.group().lower(), found.lastgroup or "sign")
        for found in ATOM.finditer(text)
    ]


def digits_value(text: str) -> float | None:
    """Value of a number in digits, or None where the digits are a date, a version, a code or too large to measure."""
    if GROUPED.fullmatch(text):
        value = float(text.replace(",", ""))
    elif PLAIN.fullmatch(text):
        value = float(text)
    elif DOTTED.fullmatch(text):
        value = float(text.replace(".", ""))
    elif SWISS.fullmatch(text):
        value = float(text.replace("'", "").replace("’", ""))
    elif CONTINENTAL.fullmatch(text) or DECIMAL_COMMA.fullmatch(text):
        value = float(text.replace(".", "").replace(",", "."))
    else:
        return None
    return value if value < LARGEST else None


def touches(left: Atom, right: Atom) -> bool:
    """Do two atoms stand together without white space?"""
    return left.end == right.start
