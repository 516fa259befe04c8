"""What the rules for time expressions return: parsed, not resolved, offsets relative to the text given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Point:
    """A calendar point before it has ids; the fields are those of TimePointRow."""

    grain: str
    position: str = "at"
    anchor: str = "publication"
    dated_fact_key: str | None = None
    fact_bound: str | None = None
    direction: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    season: int | None = None
    decade: int | None = None
    ordinal: int | None = None
    ordinal_unit: str | None = None
    shift_count: int | None = None
    shift_unit: str | None = None
    span_count: int | None = None
    modifier: str | None = None
    is_fiscal: bool = False

    @property
    def is_floating(self) -> bool:
        """Whether neither a year nor a step from the anchor fixes it, so that the nearest one is meant."""
        return self.year is None and self.decade is None and self.shift_count is None and self.anchor == "publication"


@dataclass(frozen=True)
class Parsed:
    """One time expression; ``start`` and ``end`` are 0-based code points into the text given, end exclusive."""

    start: int
    end: int
    kind: str  # day, month, year, interval, duration, set, time, vague
    rule: str
    points: tuple[Point, ...] = ()
    duration: str | None = None
    is_approximate: bool = False


Builder = Callable[["re.Match[str]"], "Parsed | None"]


@dataclass(frozen=True)
class Rule:
    """A pattern and what to make of a match; the builder answers None where the match means something else."""

    name: str
    pattern: re.Pattern[str]
    build: Builder


def rule(name: str, pattern: str, build: Callable[[re.Match[str]], Built | None]) -> Rule:
    """A rule whose pattern is compiled without regard to case and bounded by non-word characters."""

    def built(match: re.Match[str]) -> Parsed | None:
        made = build(match)
        if made is None:
            return None
        start, end = match.span("all")
        return Parsed(start, end, made.kind, name, made.points, made.duration, made.is_approximate)

    bounded = rf"(?<![\w$€£¥.,/:])(?=[\w'’])(?P<all>{pattern})(?![\w/]|-\d|[.:,]\d|%)"
    return Rule(name, re.compile(bounded, re.IGNORECASE), built)


@dataclass(frozen=True)
class Built:
    """What a builder makes of a match."""

    kind: str
    points: tuple[Point, ...] = ()
    duration: str | None = None
    is_approximate: bool = False


KIND_OF_GRAIN = {"day": "day", "month": "month", "year": "year"}


def at(point: Point, *, kind: str | None = None, is_approximate: bool = False) -> Built:
    """An expression that is one point; kinds other than day, month and year are intervals."""
    plain = point.span_count is None and point.modifier is None
    named = KIND_OF_GRAIN.get(point.grain, "interval") if plain or point.grain == "month" else "interval"
    return Built(kind or named, (point,), None, is_approximate)
