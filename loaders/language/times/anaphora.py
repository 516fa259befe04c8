"""Expressions that count from another one in the story: 'two years later', 'that day', 'the day after Labor Day'."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dossier.language.times.parsed import Parsed, Point
from dossier.language.times.vocabulary import in_plain_units, number_of

DAY_UNITS = ("day", "week", "weekend")
FINE_GRAINS = ("day", "week", "weekend")
NAMED_GRAINS = ("month", "quarter")
BESIDE = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)
STEP = re.compile(
    r"(?:(?P<about>[\w\s]+?)\s+)?(?P<count>\S+(?:-\S+)?)\s+(?P<unit>[a-z]+?)s?\s+(?P<side>before|after)$", re.IGNORECASE
)
STEP_RULES = {"period-before": "period-beside", "units-away": "units-beside"}
STEP_RULES_BESIDE = tuple(STEP_RULES.values())
# How many expressions back a story is taken to still be at the same day.
REACH = 6


@dataclass(frozen=True)
class Told:
    """An expression that a later one may count from: its point, the tense of its clause, what it hangs on itself."""

    time_expression_id: str
    point: Point
    tense: str | None
    hangs_on: str | None


@dataclass
class Story:
    """The expressions of an article so far that later ones may count from."""

    told: list[Told] = field(default_factory=list)

    def add(self, told: Told) -> None:
        """Remember an expression that names a place in the calendar."""
        if told.point.position != "to":
            self.told.append(told)

    def hang(self, point: Point, tense: str | None) -> tuple[Point, str | None]:
        """The point and the expression that it counts from; steps that follow steps are added up."""
        told = self._antecedent(point, tense)
        if told is None:
            return point, None
        before = told.point
        if before.anchor != "previous" or told.hangs_on is None:
            return point, told.time_expression_id
        if not point.shift_count and point.grain == before.grain:
            return replace(point, shift_count=before.shift_count, shift_unit=before.shift_unit), told.hangs_on
        if point.shift_unit == before.shift_unit and None not in (point.shift_count, before.shift_count):
            return replace(point, shift_count=(point.shift_count or 0) + (before.shift_count or 0)), told.hangs_on
        if not point.shift_count and before.shift_unit in DAY_UNITS and point.grain not in FINE_GRAINS:
            return point, told.hangs_on  # 'that month' after 'two days later'
        return point, told.time_expression_id

    def _antecedent(self, point: Point, tense: str | None) -> Told | None:
        """The last expression as fine as the step and on its side of the day of writing."""
        recent = self.told[-REACH:]
        recent = [t for t in recent if tense == "future" or t.tense != "future"] or recent
        if point.shift_unit in DAY_UNITS or point.weekday is not None:
            fine = [t for t in recent if t.point.grain in FINE_GRAINS and t.point.position == "at"]
            recent = fine or recent
        elif point.grain in NAMED_GRAINS and (not point.shift_count or point.shift_unit == "year"):
            grains = NAMED_GRAINS[: NAMED_GRAINS.index(point.grain) + 1]  # 'the same month' is none of 'a year earlier'
            recent = [t for t in recent if t.point.grain in (*FINE_GRAINS, *grains)] or recent
        return recent[-1] if recent else None


def step_beside(text: str, parsed: Parsed, following: Parsed | None) -> Parsed | None:
    """'two days before' right beside a date: a step from that date, else None."""
    if parsed.rule not in STEP_RULES or parsed.points or following is None or len(following.points) != 1:
        return None
    if following.points[0].grain != "day" or BESIDE.fullmatch(text[parsed.end : following.start]) is None:
        return None
    step = STEP.fullmatch(text[parsed.start : parsed.end])
    if step is None:
        return None
    try:
        known = 1.0 if step["count"].lower() == "the" else number_of(step["count"])
        count, unit = in_plain_units(known, step["unit"])
    except (KeyError, ValueError):
        return None
    shift = -int(count) if step["side"].lower() == "before" else int(count)
    grain = "day" if unit in DAY_UNITS else unit
    if unit == "week" and known == 1.0 and step["count"].lower() == "the":
        grain = "week"
    return replace(
        parsed,
        kind="day" if grain == "day" else "interval",
        rule=STEP_RULES[parsed.rule],
        points=(Point(grain=grain, anchor="previous", shift_count=shift, shift_unit=unit),),
    )
