"""Which of many regular expressions can match a text at all, found in one pass over it.

Most patterns need some word ('year', 'ago', 'Ramadan'), and most paragraphs hold few of them. What a pattern needs is
read off the pattern itself; where a pattern needs nothing that can be told, it is always tried. A pattern that is left
out could not have matched, so the result is that of trying all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

Needs = frozenset[str]  # one of these strings must stand in the text, in lower case
DIGIT = "0"  # stands for any digit
DIGITS = re.compile(r"\d")
# Letters that a pattern without regard to case takes for one of a to z.
ODD_LETTERS = re.compile("[\u017f\u212a\u0130\u0131]")
MANY_STRINGS = 400  # more alternatives than this are not spelled out
COMMON = 0.02  # needs that so large a share of texts' letters may begin are no help
MOST_NEEDS = 3


class Prefilter:
    """A fixed list of patterns."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        bits: dict[Needs, int] = {}
        self._wanted: list[int] = []
        for pattern in patterns:
            wanted = 0
            for needs in needs_of(pattern):
                wanted |= bits.setdefault(needs, 1 << len(bits))
            self._wanted.append(wanted)
        met_by: dict[str, int] = {}
        for needs, bit in bits.items():
            for string in needs:
                met_by[string] = met_by.get(string, 0) | bit
        self._all = range(len(patterns))
        self._by_digit = met_by.pop(DIGIT, 0)
        strings = sorted(met_by)
        self._met_by = [met_by[string] for string in strings]
        self._strings = AhoCorasick(strings) if strings else None

    def possible(self, text: str) -> Iterable[int]:
        """Numbers of the patterns that may match, in order."""
        if ODD_LETTERS.search(text):
            return self._all
        met = self._by_digit if self._by_digit and DIGITS.search(text) else 0
        if self._strings is not None:
            found = self._strings.find_matches_as_indexes(text.lower(), overlapping=True)
            for number in {number for number, _, _ in found}:
                met |= self._met_by[number]
        return [at for at, wanted in enumerate(self._wanted) if wanted & met == wanted]


def needs_of(pattern: re.Pattern[str]) -> list[Needs]:
    """What a text must hold for the pattern to match: one string of each of these sets."""
    found = {needs for needs in _needs(parser.parse(pattern.pattern, pattern.flags)) if _commonness(needs) < COMMON}
    return sorted(found, key=lambda needs: (_commonness(needs), sorted(needs)))[:MOST_NEEDS]


def _commonness(needs: Needs) -> float:
    """How common it is that one of the strings stands at a place of a text, roughly."""
    return sum(0.01 if string == DIGIT else 0.0 if len(string) > 5 else 12.0 ** -len(string) for string in needs)


def _needs(sequence: Iterable[tuple[Any, Any]]) -> list[Needs]:
    """Sets of strings of which a match of the sequence holds one each."""
    needs: list[Needs] = []
    run = {""}  # all strings that can stand at the end of what was looked at
    for op, argument in sequence:
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue
        spelled = _spelled(op, argument)
        if spelled is not None and len(run) * len(spelled) <= MANY_STRINGS:
            run = {before + after for before in run for after in spelled}
            continue
        needs.append(frozenset(run))
        run = {""} if spelled is None else spelled
        if spelled is None:
            needs += _needs_of_part(op, argument)
    needs.append(frozenset(run))
    return [one for one in needs if "" not in one]


def _spelled(op: Any, argument: Any) -> set[str] | None:
    """All strings, in lower case, that a part of a pattern can match; None where they cannot be told."""
    if op is ops.LITERAL:
        return {chr(argument).lower()}
    if op is ops.IN:
        if all(kind is ops.LITERAL for kind, _ in argument):
            return {chr(char).lower() for _, char in argument}
        return None
    if op in (ops.SUBPATTERN, ops.ATOMIC_GROUP):
        return _spelled_sequence(argument[-1] if op is ops.SUBPATTERN else argument)
    if op is ops.BRANCH:
        found: set[str] = set()
        for branch in argument[1]:
            spelled = _spelled_sequence(branch)
            if spelled is None:
                return None
            found |= spelled
        return found if len(found) <= MANY_STRINGS else None
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and argument[1] == 1:
        spelled = _spelled_sequence(argument[2])
        return None if spelled is None else spelled | {""} if argument[0] == 0 else spelled
    return None


def _spelled_sequence(sequence: Iterable[tuple[Any, Any]]) -> set[str] | None:
    run = {""}
    for op, argument in sequence:
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue
        spelled = _spelled(op, argument)
        if spelled is None or len(run) * len(spelled) > MANY_STRINGS:
            return None
        run = {before + after for before in run for after in spelled}
    return run


def _needs_of_part(op: Any, argument: Any) -> list[Needs]:
    """What a part of a pattern needs whose strings cannot all be told."""
    if op is ops.IN and all(one == (ops.CATEGORY, ops.CATEGORY_DIGIT) or _is_digits(one) for one in argument):
        return [frozenset({DIGIT})]
    if op in (ops.SUBPATTERN, ops.ATOMIC_GROUP):
        return _needs(argument[-1] if op is ops.SUBPATTERN else argument)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and argument[0] > 0:
        return _needs(argument[2])
    if op is ops.BRANCH:
        best = [min(_needs(branch), key=_commonness, default=None) for branch in argument[1]]
        told = [needs for needs in best if needs is not None]
        return [frozenset().union(*told)] if len(told) == len(best) else []
    return []


def _is_digits(one: tuple[Any, Any]) -> bool:
    kind, argument = one
    if kind is ops.RANGE:
        return bool(ord("0") <= argument[0] <= argument[1] <= ord("9"))
    return kind is ops.LITERAL and chr(argument).isdigit()
