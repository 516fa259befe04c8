"""Quotations: which quotation marks belong together, and what stands between them.

The apostrophe is the difficulty: a straight or curly single mark may open a quotation, close one, or stand
inside or behind a word ("don't", "the workers' hall", "'90s"). A mark opens only where a word may begin and
closes only where one may end; of several possible ends the first that cannot be a possessive is taken.
All offsets are 0-based code points into the text given, end exclusive. One pass, linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"[\"“”„«»‟]|``|''|['‘’‚‛]")
DOUBLE_OPEN, DOUBLE_CLOSE = {"“", "„", "«", "``", "‟"}, {"”", "»", "''"}
ELISION = re.compile(
    r"(?:\d\ds?\b|(?:em|til|till|cause|tis|twas|twere|bout|round|cos|cuz|n|im|ere|neath|sup|nuff|fraid)\b)",
    re.IGNORECASE,
)
# What may follow a possessive is a noun or an adjective; these words are neither, so a mark before them closes.
AFTER_CLOSING = frozenset(
    "a an and are as at because been but by did does for from had has have he her his i if in into is it "
    "its may might nor of off on or our over said says she should so than that the their them they this "
    "to told under up was we were what when where which while who will with would you your added adds "
    "after before about against amid during following through without".split()
)
NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
TRIMMED = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b"


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks; ``start_char`` and ``end_char`` leave out marks, blanks and a last comma."""

    start_char: int
    end_char: int
    open_char: int  # where the opening mark stands
    close_char: int  # behind the closing mark, or the end of the text where there is none
    is_closed: bool
    is_single: bool


@dataclass(frozen=True)
class _Mark:
    at: int
    end: int
    is_single: bool
    opens: bool
    closes: bool
    is_weak: bool  # may be an apostrophe


def find_quotations(text: str, continues: bool = False) -> list[Quotation]:
    """The outermost quotations of a paragraph, in text order; one that is not closed runs to the end of the paragraph.

    ``continues`` says that the paragraph before ended inside a quotation: a closing mark that comes first then ends it.
    """
    marks = [_classify(text, found) for found in MARK.finditer(text)]
    doubles = [m for m in marks if not m.is_single]
    if continues and doubles and doubles[0].closes and not (doubles[0].opens and not text[: doubles[0].at].strip()):
        doubles.insert(0, _Mark(0, 0, False, True, False, False))
    double, strays = _pair_double(text, doubles)
    single = _pair_single(text, _outside([m for m in marks if m.is_single], double), strays)
    return _outermost(sorted([*double, *single], key=lambda q: (q.open_char, -q.close_char)))


def first_double_mark(text: str) -> str | None:
    """Whether the first double quotation mark of a paragraph 'opens' or 'closes'; None where there is none."""
    for found in MARK.finditer(text):
        mark = _classify(text, found)
        if not mark.is_single:
            return "closes" if mark.closes and not mark.opens else "opens"
    return None


def _classify(text: str, found: re.Match[str]) -> _Mark:
    mark, at, end = found.group(), found.start(), found.end()
    before, after = text[at - 1 : at], text[end : end + 1]
    may_open = (not before or before.isspace() or before in "([{—–-/:'‘“\"…") and bool(after) and not after.isspace()
    may_close = bool(before) and not before.isspace() and before not in "([{" and not after.isalnum()
    if mark in DOUBLE_OPEN:
        return _Mark(at, end, False, True, False, False)
    if mark in ("»", "”") and may_open and after.isalnum() and not may_close:  # »so« and ”so”
        return _Mark(at, end, False, True, False, False)
    if mark in DOUBLE_CLOSE:
        return _Mark(at, end, False, mark == "''" and may_open and not may_close, may_close or mark != "''", False)
    if mark == '"':
        if (not before or before.isspace()) and (not after or after.isspace()):  # tokenised text: blanks on both sides
            return _Mark(at, end, False, True, True, False)
        inches = before.isdigit() and text[at - 2 : at - 1] in ("", "'", "′")
        return _Mark(
            at,
            end,
            False,
            may_open or (not may_close and not after.isalnum() and not before),
            may_close and not inches,
            False,
        )
    if mark in "‘‚‛":
        return _Mark(at, end, True, not ELISION.match(text, end), False, False)
    # ' and ’: an opening straight mark may, by a slip, be followed by a space at the head of a sentence.
    slipped = mark == "'" and after == " " and (not before or before.isspace()) and text[at + 2 : at + 3].isupper()
    opens = (mark == "'" and may_open and not ELISION.match(text, end)) or slipped
    is_word_end = before.isalnum()
    return _Mark(
        at,
        end,
        True,
        opens,
        may_close and not slipped and not (opens and not is_word_end and before not in ".,?!…;"),
        is_word_end,
    )


def _pair_double(text: str, marks: Sequence[_Mark]) -> tuple[list[Quotation], list[_Mark]]:
    """Pairs of double marks, and closing marks that had no opening one."""
    found: list[Quotation] = []
    strays: list[_Mark] = []
    opening: _Mark | None = None
    for mark in marks:
        if opening is not None and (mark.closes or _ends(text, opening, mark)):
            found.append(_quotation(text, opening, mark))
            opening = None
        elif mark.opens:
            if opening is not None and text[opening.end : mark.at].rstrip()[-1:] in (".", "!", "?", "…"):
                found.append(_reopened(text, opening, mark))  # a new paragraph of the same speech, its line break lost
            opening = mark  # one that was never closed otherwise is dropped
        elif mark.closes:
            strays.append(mark)
    if opening is not None:
        found.append(_quotation(text, opening, None))
    return found, strays


def _ends(text: str, opening: _Mark, mark: _Mark) -> bool:
    """Does a mark that elsewhere opens end a quotation: „so“, »so«, or an opening mark set by mistake behind a word?"""
    behind = text[mark.end : mark.end + 1]
    if mark.at == opening.end or text[mark.at - 1].isspace() or behind.isalnum():
        return False
    return text[opening.at : opening.end] + text[mark.at : mark.end] in ("„“", "»«", "““")


def _pair_single(text: str, marks: Sequence[_Mark], strays: Sequence[_Mark]) -> list[Quotation]:
    found: list[Quotation] = []
    at = 0
    while at < len(marks):
        opening = marks[at]
        at += 1
        if not opening.opens:
            continue
        candidates: list[_Mark] = []
        behind = at
        while behind < len(marks) and not (marks[behind].opens and not marks[behind].closes):
            if marks[behind].closes:
                candidates.append(marks[behind])
            behind += 1
        closing = _choose_closing(text, opening, candidates)
        if closing is not None:
            found.append(_quotation(text, opening, closing))
            while at < len(marks) and marks[at].at <= closing.at:
                at += 1
        elif behind == len(marks) and _begins_sentence(text, opening):
            stray = next((s for s in strays if s.at > opening.at), None)
            before = text[: opening.at].rstrip()
            goes_on = before.endswith(":") and text.rstrip()[-1:] in ".!?…"  # 'He said: ‘It is late.', closed below
            if stray is not None or not before or goes_on:
                found.append(_quotation(text, opening, stray))
                break
    return found


def _choose_closing(text: str, opening: _Mark, candidates: Sequence[_Mark]) -> _Mark | None:
    """The first mark that surely closes; else the first possible possessive that no noun follows; else the first."""
    possible: list[_Mark] = []
    for mark in candidates:
        if mark.at <= opening.end:
            continue
        if not mark.is_weak or text[mark.at - 1] not in "sSzZxX":
            return _weak_before(text, possible) or mark if mark.is_weak else mark
        possible.append(mark)
    return _weak_before(text, possible) or (possible[0] if possible else None)


def _weak_before(text: str, possible: Sequence[_Mark]) -> _Mark | None:
    """Of marks behind an s, the first that cannot be a possessive: before punctuation, the end, or a function word."""
    for mark in possible:
        word = NEXT_WORD.match(text, mark.end)
        if word is None or (text[mark.end : mark.end + 1].isspace() and word.group(1) in AFTER_CLOSING):
            return mark
    return None


def _begins_sentence(text: str, mark: _Mark) -> bool:
    before = text[max(0, mark.at - 3) : mark.at].rstrip()
    first = text[mark.end :][:3].lstrip()[:1]
    return first.isupper() and (not before or before[-1] in ".!?:”\"'")


def _outside(marks: Sequence[_Mark], quotations: Sequence[Quotation]) -> list[_Mark]:
    """Marks that do not stand inside a closed quotation; both are in text order."""
    kept: list[_Mark] = []
    at = 0
    for mark in marks:
        while at < len(quotations) and quotations[at].close_char <= mark.at:
            at += 1
        if at == len(quotations) or mark.at < quotations[at].open_char:
            kept.append(mark)
    return kept


def _outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in quotations:
        if quotation.end_char <= quotation.start_char:
            continue
        if not kept or quotation.open_char >= kept[-1].close_char:
            kept.append(quotation)
    return kept


def _reopened(text: str, opening: _Mark, following: _Mark) -> Quotation:
    """A quotation that is not closed but opened anew."""
    whole = _quotation(text, opening, following)
    return Quotation(whole.start_char, whole.end_char, whole.open_char, following.at, False, whole.is_single)


def _quotation(text: str, opening: _Mark, closing: _Mark | None) -> Quotation:
    start, end = opening.end, len(text) if closing is None else closing.at
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED + ",;":
        end -= 1
    return Quotation(
        start, end, opening.at, len(text) if closing is None else closing.end, closing is not None, opening.is_single
    )
