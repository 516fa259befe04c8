"""Percentages of lists and amendments, which the lines around them explain: 'Japan (25%)', 'by striking “84%”'."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.language.quantities.cues import cues
from dossier.language.rows import FigureReportRow

LONGEST_ITEM = 60  # characters of the line of a bare list item
LOOKED_BACK = 3_000  # characters before an item that its lead may stand in
# '- Japan (25%)', '* Serbia: 35%', and what a converter leaves between items
ITEM = re.compile(
    r"(?:[-*•–·]|\d{1,3}[.)])?\s{0,6}\W{0,4}[A-Z][^.!?]{0,50}(?:\(|:|–|-)\s?[-+~$€£]?\d[^()]{0,20}\)?\W{0,6}|<[^>]*>"
)
AMENDED = re.compile(
    r"\b(?:striking|deleting|inserting|replacing|substituting|words?|figures?|phrase)\b[^.;\"“”]{0,40}"
    r"(?:[\"“][^\"”]{0,40}[\"”][^.;\"“”]{0,80}){0,2}[\"“]?\s?$"
)
RATED = re.compile(r"\b(?:tariffs?|dut(?:y|ies)|ad valorem)\b", re.I)
TOLD_BY_LEAD = frozenset(("tariff-rate", "interest-rate", "inflation-rate", "growth-rate", "change-rate"))


def with_list_items(text: str, rows: Sequence[FigureReportRow]) -> list[FigureReportRow]:
    """Rows whose percentages stand in a bare list or in the words of an amendment, with the measure that is meant.

    A list item measures what the line before its list speaks of, else what most other percentages of the article do.
    """
    plain = [row for row in rows if row.unit == "percent" and row.measure == "share"]
    items = {row.figure_report_id for row in plain if _is_list_item(text, row)}
    amended = {row.figure_report_id for row in plain if _is_levied(text, row)} | {
        row.figure_report_id for row in plain if _is_amended(text, row)
    }
    if not items and not amended:
        return list(rows)
    others = _most_told(rows, items)
    of_tariffs = RATED.search(text) is not None
    found = []
    last: FigureReportRow | None = None  # the list item before, and what its list measures
    told: str | None = None
    for row in rows:
        if row.figure_report_id in items:
            if last is None or not _goes_on(text, last, row):
                told = _told_by_lead(text, row)
            last = row
            row = replace(row, measure=told or others or row.measure)
        elif row.figure_report_id in amended:
            row = replace(row, measure=others or ("tariff-rate" if of_tariffs else row.measure))
        found.append(row)
    return found


def _goes_on(text: str, last: FigureReportRow, row: FigureReportRow) -> bool:
    """Is a list item of the list of the one before: nothing but items between their lines?"""
    if row.start_char - last.end_char > 4 * LONGEST_ITEM:
        return False
    lines = text[last.end_char : row.start_char].split("\n")[1:-1]
    return all(not line.strip() or ITEM.fullmatch(line.strip()) for line in lines)


def _most_told(rows: Sequence[FigureReportRow], items: set[str]) -> str | None:
    """What most percentages of the article that are no list items measure, where it is not a share."""
    told = Counter(row.measure for row in rows if row.unit == "percent" and row.measure != "share")
    measure, count = min(told.items(), key=lambda item: (-item[1], item[0]), default=("share", 0))
    plain = sum(row.unit == "percent" and row.figure_report_id not in items for row in rows)
    return measure if count >= 2 and 2 * count > plain else None


def _is_amended(text: str, row: FigureReportRow) -> bool:
    """Is the figure among the words that an amendment takes out or puts in?"""
    return AMENDED.search(text[max(0, row.start_char - 240) : row.start_char]) is not None


LEVIED = re.compile(
    r"\b(?:pay|pays|paid|paying|face|faces|faced|facing|charge[ds]?|charging|settled on|subject to|hit with|set at)\s"
    r"(?:(?:an?|the|only|flat|just|additional|extra|up to|of)\s){0,3}$"
)


def _is_levied(text: str, row: FigureReportRow) -> bool:
    """'these goods will pay a flat 50%': a rate, where the paragraphs around speak of tariffs and of no other tax."""
    before = text[max(0, row.start_char - 60) : row.start_char]
    near = text[max(0, row.start_char - 600) : row.end_char + 300]
    is_part = text[row.end_char : row.end_char + 4] == " of "
    return not is_part and LEVIED.search(before) is not None and RATED.search(near) is not None and "tax" not in near


def _is_list_item(text: str, row: FigureReportRow) -> bool:
    """Does the figure stand on a line of a name and little else, in brackets or behind a colon?"""
    line_start = text.rfind("\n", 0, row.start_char) + 1
    line_end = text.find("\n", row.end_char)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    before = text[max(line_start, row.start_char - 3) : row.start_char].rstrip()
    return len(line) <= LONGEST_ITEM and before[-1:] in ("(", ":", "–", "-") and len(before) > 0


def _told_by_lead(text: str, row: FigureReportRow) -> str | None:
    """What the last lines before a list that are no items of it speak of: 'will face these tariffs:'."""
    lines = text[max(0, row.start_char - LOOKED_BACK) : row.start_char].split("\n")[:-1]
    while lines and (not lines[-1].strip() or ITEM.fullmatch(lines[-1].strip())):
        lines.pop()
    lead: list[str] = []
    while lines and lines[-1].strip() and len(lead) < 4:
        lead.append(lines.pop())
    words = re.findall(r"[a-z]+", " ".join(reversed(lead)).lower())
    weights: Counter[str] = Counter()
    for at in range(len(words)):
        for size in (1, 2, 3):
            for measure, weight in _percent_cues().get(" ".join(words[at : at + size]), ()):
                weights[measure] = max(weights[measure], int(10 * weight))
    return min(weights, key=lambda m: (-weights[m], m), default=None)


@functools.cache
def _percent_cues() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Cues of percentages that a lead can give to a list, also in the plural."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for cue, by_family in cues().items():
        told = tuple((m, w) for m, w in by_family.get("percent", ()) if m in TOLD_BY_LEAD)
        if told:
            found[cue] = told
            found.setdefault(cue[:-1] + "ies" if cue.endswith("y") else cue + "s", told)
    return found
