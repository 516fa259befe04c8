"""Joining expressions that belong together: 'between January and May this year', 'since February', '2019 to 2021'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.language.times.parsed import Parsed, Point

BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
ANY_JOINT = re.compile(
    r"\s*(?:,\s*)?(?:and|to|until|till|through|thru|up\s+to|-|–|—)\s*(?:the\s+|in\s+)?", re.IGNORECASE
)
LINK = re.compile(r"\s*(?:-|–|—|to|until|till|through|thru)\s*(?:the\s+)?", re.IGNORECASE)
SINCE = re.compile(r"\b(?:ever\s+since|since)\s+(?:the\s+)?$", re.IGNORECASE)
THROUGHOUT = re.compile(r"\b(?:throughout|all\s+through)\s+(?:the\s+)?$", re.IGNORECASE)
GRAINS = {"day": 1, "week": 2, "month": 3, "season": 4, "quarter": 4, "year": 5, "decade": 6, "century": 7}


def combine(text: str, found: Sequence[Parsed]) -> list[Parsed]:
    """Joined expressions for parts that stand in a pair or after 'since'; offsets into ``text``."""
    joined: list[Parsed] = []
    position = 0
    while position < len(found):
        first = found[position]
        second = found[position + 1] if position + 1 < len(found) else None
        pair = None if second is None else _pair(text, first, second)
        if pair is not None:
            joined.append(pair)
            position += 2
            continue
        joined.append(_since(text, first))
        position += 1
    return joined


def _pair(text: str, first: Parsed, second: Parsed) -> Parsed | None:
    """An interval of two points, or None where they only stand near each other."""
    lasting = _lasting(text, first, second) or _same_of_year(text, first, second)
    if lasting is not None:
        return lasting
    if len(first.points) != 1 or len(second.points) != 1:
        return None
    between = text[first.end : second.start]
    opening = BETWEEN.search(text[max(0, first.start - 16) : first.start])
    start, end = first.points[0], second.points[0]
    same_grain = start.grain == end.grain and _shape(start) == _shape(end)
    if opening is not None and ANY_JOINT.fullmatch(between):
        if between.strip().lower() == "and" and opening.group().lower().startswith("from"):
            return None
        start_char = first.start - len(opening.group())
    elif LINK.fullmatch(between) and same_grain and start.grain in GRAINS and not start.span_count:
        start_char = first.start
    else:
        return None
    start, end = _share_year(start, end)
    points = (replace(start, position="from"), replace(end, position="to"))
    return Parsed(
        start_char, second.end, "interval", "interval", points, None, first.is_approximate or second.is_approximate
    )


def _same_of_year(text: str, first: Parsed, second: Parsed) -> Parsed | None:
    """'the same quarter last year', 'the same month in 2011': the one spoken of before, in another year."""
    if first.rule != "same-period" or len(first.points) != 1 or len(second.points) != 1:
        return None
    same, year = first.points[0], second.points[0]
    is_year = year.grain == "year" and year.position == "at" and not year.is_fiscal and year.modifier is None
    if (
        same.shift_count
        or same.grain not in SAME_GRAINS
        or not is_year
        or not OF_YEAR.fullmatch(text, first.end, second.start)
    ):
        return None
    if year.year is None and (year.shift_unit != "year" or not year.shift_count):
        return None
    shift = (None, None) if year.year is not None else (year.shift_count, "year")
    point = replace(same, year=year.year, shift_count=shift[0], shift_unit=shift[1])
    return Parsed(first.start, second.end, first.kind, "same-period-of-year", (point,), None, False)


SAME_GRAINS = ("week", "month", "quarter")
OF_YEAR = re.compile(r"\s+(?:(?:in|of|from)\s+)?(?:the\s+)?", re.IGNORECASE)


def _lasting(text: str, first: Parsed, second: Parsed) -> Parsed | None:
    """'from 18 December for 10 days', 'for 10 days from 18 December': a day and how many follow it."""
    day, length = (second, first) if first.kind == "duration" else (first, second)
    between = text[first.end : second.start].strip().lower()
    if length.duration is None or length.kind != "duration" or len(day.points) != 1 or day.points[0].grain != "day":
        return None
    days = re.fullmatch(r"P(\d+)D", length.duration)
    if days is None or between not in (("from", "starting", "beginning") if length is first else ("for",)):
        return None
    opening = re.search(r"\b(?:from|for)\s+$", text[max(0, first.start - 8) : first.start], re.IGNORECASE)
    start = first.start - (len(opening.group()) if opening else 0)
    point = replace(day.points[0], span_count=int(days[1]) + 1)
    return Parsed(start, second.end, "interval", "lasting", (point,), length.duration, False)


def _shape(point: Point) -> tuple[bool, ...]:
    return (point.weekday is not None and point.month is None, point.month is not None, point.quarter is not None)


def _share_year(start: Point, end: Point) -> tuple[Point, Point]:
    """The year of one end goes for both where the other has none."""
    if start.is_floating and not end.is_floating and (end.year or end.shift_unit == "year") and start.weekday is None:
        start = replace(start, anchor=end.anchor, year=end.year, shift_count=end.shift_count, shift_unit=end.shift_unit)
    elif end.is_floating and start.year is not None and (end.month or 12) >= (start.month or 1):
        end = replace(end, anchor="absolute", year=start.year)
    elif end.is_floating and start.shift_unit == "year" and end.month is not None:
        end = replace(end, anchor=start.anchor, shift_count=start.shift_count, shift_unit="year")
    return start, end


def _since(text: str, parsed: Parsed) -> Parsed:
    """'since February' is open at its end; 'throughout 2024' only a longer span."""
    opening = SINCE.search(text[max(0, parsed.start - 20) : parsed.start])
    if opening is not None and (len(parsed.points) == 1 or parsed.rule == "years"):
        point = replace(parsed.points[0], position="from")
        return replace(
            parsed,
            start=parsed.start - len(opening.group()),
            kind="interval",
            rule=f"since {parsed.rule}",
            points=(point,),
        )
    opening = THROUGHOUT.search(text[max(0, parsed.start - 20) : parsed.start])
    if opening is not None:
        return replace(parsed, start=parsed.start - len(opening.group()))
    return parsed
