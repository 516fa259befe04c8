"""Comparators: the words beside a number that say 'more than', 'up to' or 'about'."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.atoms import HYPHENS, Atom, split_atoms, touches

LONGEST_COMPARATOR = 6
ADDED = ("a", "an", "the", "another", "one", "two", "its", "their", "costs", "interest", "tax")  # '8% plus a bonus'
HYPHENED: Mapping[str, str] = {"odd": "about", "some": "about", "ish": "about", "plus": "gt"}  # '500-odd people'


@functools.cache
def comparators(place: str) -> Mapping[tuple[str, ...], str]:
    """Comparator words that stand before or after a number, by their atoms."""
    return {
        tuple(a.lower for a in split_atoms(row["comparator_words"])): row["comparator"]
        for row in load_lexicon("vocabulary/comparator_words")
        if row["word_place"] == place
    }


def comparator_before(atoms: Sequence[Atom], begin: int) -> tuple[str, int]:
    """Comparator that ends right before an offset, and where it begins."""
    low = index_before(atoms, begin) + 1
    if low == 0 or atoms[low - 1].lower not in _last_words():
        return "eq", begin
    for length in range(min(LONGEST_COMPARATOR, low), 0, -1):
        words = tuple(a.lower for a in atoms[low - length : low])
        if words in comparators("before"):
            if words == ("up", "to") and _is_moved(atoms, low - length):
                return "eq", begin
            comparator = comparators("before")[words]
            return comparator, begin if comparator == "eq" else atoms[low - length].start
    return "eq", begin


def _is_moved(atoms: Sequence[Atom], up: int) -> bool:
    """'went up to 8%', 'drove it up to 9%': a level that was reached, and no bound."""
    words = [atom.lower for atom in atoms[max(0, up - 2) : up]]
    return words[-1:] != [] and (words[-1] in WENT or len(words) == 2 and words[0] in DROVE and words[1] not in WENT)


WENT = frozenset("went goes go going gone shot crept climbed".split())
DROVE = frozenset("drove drive drives driving driven push pushed pushes pushing bring brought send sent".split())


@functools.cache
def _last_words() -> frozenset[str]:
    return frozenset(words[-1] for words in comparators("before"))


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in comparators("after"))


def _is_added(atoms: Sequence[Atom], at: int) -> bool:
    """'8% plus a bonus' adds something; '20 plus' alone is more than 20."""
    return at < len(atoms) and (atoms[at].kind != "word" or atoms[at].lower in ADDED)


def comparator_after(atoms: Sequence[Atom], last: int) -> tuple[int, str | None]:
    if last >= len(atoms) or atoms[last].lower not in _first_words() and atoms[last].text not in HYPHENS:
        return last, None
    if atoms[last].text in HYPHENS:
        near = last + 1 < len(atoms) and touches(atoms[last - 1], atoms[last]) and touches(atoms[last], atoms[last + 1])
        kind = HYPHENED.get(atoms[last + 1].lower) if near else None
        return (last + 2, kind) if kind is not None else (last, None)
    for length in range(3, 0, -1):
        words = tuple(a.lower for a in atoms[last : last + length])
        if len(words) == length and words in comparators("after"):
            if words == ("+",) and not touches(atoms[last - 1], atoms[last]):
                continue
            if words == ("plus",) and _is_added(atoms, last + 1):
                continue
            return last + length, comparators("after")[words]
    return last, None


def index_before(atoms: Sequence[Atom], start: int) -> int:
    low, high = 0, len(atoms)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if atoms[middle].start < start else (low, middle)
    return low - 1


def word_before(atoms: Sequence[Atom], start: int) -> str:
    at = index_before(atoms, start)
    return atoms[at].lower if at >= 0 else ""


def start_of_word_before(atoms: Sequence[Atom], start: int) -> int:
    return atoms[index_before(atoms, start)].start
