"""What the words beside a number say of its measure, beyond the cues of its sentence: ``vocabulary/measure_contexts``.

The first row that fits decides: 'billions in lost property' is no firm's loss, '$9 million to fight measles' a grant.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.candidate import Candidate
from dossier.language.quantities.cues import cues_of, is_blank

NEAR_AFTER = 14  # words behind a number that are looked at
NEAR_BEFORE = 34  # words before it
WINDOW = 80  # words on each side that count as its sentence, so that endless ones cost no more than long ones
REPEATS = 5  # words of a starred list in a row
GAPS: Mapping[str, int] = {"..": 3, "....": 6, "......": 24}  # words that may stand between
STOPS = frozenset((".", ";", "!", "?", "<", "|"))


class Slot(NamedTuple):
    """A place of a row's words: one of a set of words or up to so many of them, of all others, or of any words."""

    words: frozenset[str] | None  # None: any
    most: int  # 0 for exactly one
    is_other: bool = False  # any word but these

    def takes(self, word: Collection[str]) -> bool:
        """May a word, by its lemma or as printed, stand here?"""
        return self.words is None or self.words.isdisjoint(word) == self.is_other


@dataclass(frozen=True)
class Context:
    """A row: where a number stands so, its measure is this. An empty measure leaves what the cues told."""

    family: str
    told: frozenset[str]
    before: tuple[Slot, ...]
    gap: int  # words between the words before and the number, fillers such as 'more than' not counted
    after: tuple[Slot, ...]
    has: frozenset[str]  # one of these stands in the sentence
    lacks: frozenset[str]  # none of these does
    paragraph: frozenset[str]  # one of these stands in the paragraph
    least: float
    below: float
    measure: str


@functools.cache
def _lists() -> Mapping[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for row in load_lexicon("vocabulary/measure_word_lists"):
        names.setdefault(row["list_name"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in names.items()}


def _words(written: str) -> frozenset[str]:
    """The words of 'a|b|<list>'."""
    found: set[str] = set()
    for part in written.split("|") if written else ():
        found |= _lists()[part[1:-1]] if part.startswith("<") else {part}
    return frozenset(found)


def _slots(written: str) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for word in written.split():
        if word in GAPS:
            slots.append(Slot(None, GAPS[word]))
        else:
            most = REPEATS if word.endswith("*") else 0
            slots.append(Slot(_words(word.lstrip("!").rstrip("*")), most, word.startswith("!")))
    return tuple(slots)


@functools.cache
def contexts() -> tuple[Context, ...]:
    """The rows, in their order."""
    return tuple(
        Context(
            family=row["quantity_family"],
            told=frozenset(row["measure_told"].split("|")) - {""},
            before=_slots(row["words_before"]),
            gap=int(row["words_between"] or 0),
            after=_slots(row["words_after"]),
            has=_words(row["sentence_has"]),
            lacks=_words(row["sentence_lacks"]),
            paragraph=_words(row["paragraph_has"]),
            least=float(row["value_from"] or "-inf"),
            below=float(row["value_below"] or "inf"),
            measure=row["measure"],
        )
        for row in load_lexicon("vocabulary/measure_contexts")
    )


def told_beside(measure: str, candidate: Candidate) -> str:
    """The measure that the words beside a number tell, else the one that the cues told."""
    rows = [row for row in contexts() if _may_fit(row, measure, candidate)]
    if not rows:
        return measure
    doc, sent = candidate.near.doc, candidate.near.sent
    known = cues_of(doc).lemmas
    first, last = candidate.near.i, candidate.last.i
    while first > sent.start and doc[first - 1].idx >= candidate.start:
        first -= 1
    before = _alternatives(doc[max(sent.start, first - NEAR_BEFORE) : first], known)
    while before and (not before[-1].isdisjoint(_lists()["filler"]) or _is_of_sum(before)):
        before.pop()
    with_noun = candidate.family == "count"  # 'nine counties', whatever they are counted for
    behind = [t for t in doc[last + 1 : last + 1 + NEAR_AFTER] if with_noun or t.idx >= candidate.end]
    after = _alternatives(behind, known)
    while after and not after[0].isdisjoint(_lists()["filler-behind"]):
        after.pop(0)
    around = doc[max(sent.start, first - WINDOW) : min(sent.end, last + WINDOW)]
    here = frozenset(word for words in _alternatives(around, known) for word in words)
    for row in rows:
        if _fits(row, before, after, here, cues_of(doc).words):
            return row.measure or measure
    return measure


def _is_of_sum(before: Sequence[frozenset[str]]) -> bool:
    """'an average of', 'a total of': they say nothing of what is measured."""
    return len(before) > 1 and "of" in before[-1] and not before[-2].isdisjoint(_lists()["summing"])


def _may_fit(row: Context, measure: str, candidate: Candidate) -> bool:
    if row.family and row.family != candidate.family or row.told and measure not in row.told:
        return False
    value = candidate.value
    if value is None:
        return row.below == float("inf")  # 'millions of dollars' are many
    return row.least <= value < row.below


def _alternatives(tokens: Iterable[Token], known: Sequence[str]) -> list[frozenset[str]]:
    """Of each word its lemma and how it is printed."""
    return [frozenset((known[t.i], t.lower_)) for t in tokens if not is_blank(t)]


def _fits(
    row: Context, before: Sequence[frozenset[str]], after: Sequence[frozenset[str]], here: frozenset[str],
    paragraph: frozenset[str],
) -> bool:  # fmt: skip
    if row.has and row.has.isdisjoint(here) or not row.lacks.isdisjoint(here):
        return False
    if row.paragraph and row.paragraph.isdisjoint(paragraph):
        return False
    if row.after and not _matches(row.after, after):
        return False
    return not row.before or _ends_near(row.before, before, row.gap)


def _ends_near(slots: Sequence[Slot], before: Sequence[frozenset[str]], gap: int) -> bool:
    """Do the slots match words that end at most ``gap`` words before the number?"""
    turned, words = tuple(reversed(slots)), list(reversed(before))
    for skipped in range(min(gap, len(words)) + 1):
        if skipped and not words[skipped - 1].isdisjoint(STOPS):
            return False
        if _matches(turned, words[skipped:]):
            return True
    return False


def _matches(slots: Sequence[Slot], words: Sequence[frozenset[str]]) -> bool:
    """Do the slots match from the first word on?"""
    if not slots:
        return True
    slot, rest = slots[0], slots[1:]
    if not slot.most:
        return bool(words) and slot.takes(words[0]) and _matches(rest, words[1:])
    for count in range(slot.most + 1):
        if _matches(rest, words[count:]):
            return True
        if count >= len(words) or not words[count].isdisjoint(STOPS) or not slot.takes(words[count]):
            return False
    return False


LEVELS = ("to", "at", "from", "below", "above", "past", "beyond")


def word_before(candidate: Candidate, first: int) -> str:
    """The word before a number; past 'just over' and 'an average of' where a level or a change stands before them."""
    doc = candidate.near.doc
    beside, at = word_beside(doc, first - 1, -1), first - 1
    while at > 0 and (doc[at].idx >= candidate.start or doc[at].lower_ in FILLING or is_blank(doc[at])):
        at -= 1
    told = doc[at].lower_ if at >= 0 else ""
    up_to = beside == "to" and doc[first - 1].idx >= candidate.start  # 'by up to 30%'
    return told if (up_to or beside not in LEVELS) and told in (*LEVELS, "by") else "" if up_to else beside


FILLING = frozenset("just only merely barely a an average of record low high mere whopping all-time new total".split())


def word_beside(doc: Doc, at: int, step: int) -> str:
    """The word beside the number, past spaces and marks of emphasis."""
    while 0 <= at < len(doc) and is_blank(doc[at]):
        at += step
    return doc[at].lower_ if 0 <= at < len(doc) else ""
