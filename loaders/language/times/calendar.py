"""Rules for expressions that name places in the calendar: days, months, quarters, seasons, years, decades."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from dossier.language.times.parsed import Built, Point, at
from dossier.language.times.vocabulary import (
    SEASONS,
    month_of,
    number_of,
    ordinal_of,
    weekday_of,
    year_of,
)
from dossier.month_names import MONTHS

MODIFIERS = {
    "early": "early",
    "very early": "early",
    "mid": "mid",
    "late": "late",
    "middle of": "mid",
    "start of": "start",
    "beginning of": "start",
    "outset of": "start",
    "first days of": "start",
    "opening days of": "start",
    "end of": "end",
    "close of": "end",
    "final days of": "end",
    "last days of": "end",
    "closing days of": "end",
    "first half of": "first-half",
    "second half of": "second-half",
}
YEAR_SHIFTS = {
    "this": 0,
    "last": -1,
    "next": 1,
    "that": 0,
    "of that": 0,
    "the same": 0,
    "the following": 1,
    "the previous": -1,
}
IN_STORY = ("that", "the following")
ANAPHORIC = ("that", "of that", "the same", "the following", "the previous")


def in_story(point: Point, which: str) -> Point:
    """'that June', 'the following spring': in the year told of, or the first one after what was told."""
    direction = "next" if which == "the following" else None
    return replace(point, anchor="previous", shift_count=0, shift_unit="year", direction=direction)


def modifier_of(match: re.Match[str]) -> str | None:
    """The part of the period that is meant."""
    words = match.groupdict().get("modifier")
    return None if words is None else MODIFIERS[" ".join(words.lower().split())]


def with_year(match: re.Match[str], point: Point) -> Point:
    """The point with the year its words give, be it a number or 'last year'."""
    groups = match.groupdict()
    if groups.get("year") or groups.get("shortyear"):
        return replace(point, anchor="absolute", year=year_of(groups.get("year") or groups["shortyear"]))
    if groups.get("whichyear"):
        which = " ".join(groups["whichyear"].lower().split())
        anchor = "previous" if which in ANAPHORIC else "publication"
        return replace(point, anchor=anchor, shift_count=YEAR_SHIFTS[which], shift_unit="year")
    return point


def weekday_in(match: re.Match[str]) -> int | None:
    """The weekday that stands beside a date."""
    words = match.groupdict().get("weekday") or match.groupdict().get("weekdayafter")
    return None if words is None else weekday_of(words)


def real_day(year: int, month: int, day: int) -> Built | None:
    """A day that exists."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return at(Point(grain="day", anchor="absolute", year=year, month=month, day=day))


def numeric_day(match: re.Match[str]) -> Built | None:
    """'10/31/1974': month first unless that cannot be, or dots are used and it need not be."""
    joint = match["joint"] or "."
    first, second, year = (
        int(match["a"] or match["a2"]),
        int(match["b"] or match["b2"]),
        year_of(match["year"] or match["year2"]),
    )
    if first > 12 or (joint == "." and second <= 12):
        first, second = second, first
    return real_day(year, first, second) if 1 <= first <= 12 else None


def day_of_month(match: re.Match[str]) -> Built | None:
    """'5 June', 'June 5th, 2020', 'the third of March this year'."""
    month, day = month_of(match["month"]), ordinal_of(match["day"])
    if day > 31 or (match["month"][:3] in ("may", "mar") and match["day"].isdigit() and not match.string.islower()):
        return None
    return at(with_year(match, Point(grain="day", month=month, day=day, weekday=weekday_in(match))))


def days_of_month(match: re.Match[str]) -> Built:
    """'July 13-15', 'from 13th to 15th of July', 'March 30 to April 2, 2021'."""
    month = month_of(match["month"])
    last_month = month_of(match.groupdict().get("lastmonth") or match["month"])
    first = with_year(match, Point(grain="day", position="from", month=month, day=ordinal_of(match["day"])))
    last = replace(first, position="to", month=last_month, day=ordinal_of(match["lastday"]))
    return Built("interval", (first, last))


def month_only(match: re.Match[str]) -> Built:
    """'March', 'late March 2021', 'July that year', 'last September'."""
    point = with_year(match, Point(grain="month", month=month_of(match["month"]), modifier=modifier_of(match)))
    which = " ".join((match.groupdict().get("which") or "").lower().split())
    if point.is_floating and which in IN_STORY:
        return at(in_story(point, which))
    if point.is_floating and which:
        if which.startswith("this") and "past" not in which and "coming" not in which:
            point = replace(point, shift_count=0, shift_unit="year")
        else:
            direction = "previous" if "last" in which or "past" in which or "previous" in which else "next"
            point = replace(point, direction=direction)
    return at(point, is_approximate=point.modifier in ("early", "mid", "late"))


def numeric_month(match: re.Match[str]) -> Built | None:
    """'10/2014', '2014-10'; '2011-12' and '2011/12' are a season or a fiscal year, '2006-09' four: see `years`."""
    first, last = match["yearfirst"], match["b"]
    if first and "-" in match.group() and len(last) == 2 and int(last) > int(first) % 100:
        return None
    if first and "/" in match.group() and len(last) == 2 and int(last) == int(first) % 100 + 1:
        return None
    year, month = int(match["year"] or match["yearfirst"]), int(match["a"] or match["b"])
    return at(Point(grain="month", anchor="absolute", year=year, month=month))


def quarter(match: re.Match[str]) -> Built:
    """'Q3 2018', 'the third quarter of last year', '2018Q4'."""
    groups = match.groupdict()
    number = int(groups["q"]) if groups.get("q") else ordinal_of(groups["nth"])
    return at(with_year(match, Point(grain="quarter", quarter=number, is_fiscal=bool(groups.get("fiscal")))))


def half(match: re.Match[str]) -> Built:
    """'the first half of 2023', 'H1 2023', 'the second half of this year'."""
    nth = (match["nth"] or match["h"]).lower()
    part = "first-half" if nth in ("first", "1") else "second-half"
    if match["year"] is None and match["shortyear"] is None and match["whichyear"] is None:
        return at(Point(grain="year", shift_count=0, shift_unit="year", modifier=part))
    return at(with_year(match, Point(grain="year", modifier=part)))


def season(match: re.Match[str]) -> Built | None:
    """'last fall', 'the summer of 2021', 'this winter'; not a bare 'fall' or 'spring'."""
    point = with_year(
        match, Point(grain="season", season=SEASONS[match["season"].lower()], modifier=modifier_of(match))
    )
    which = " ".join((match["which"] or "").lower().split())
    if point.is_floating and which in IN_STORY:
        return at(in_story(point, which))
    if which.startswith(("this", "current", "the current")) and "past" not in which and "coming" not in which:
        point = replace(point, shift_count=0, shift_unit="season")
    elif which:
        earlier = any(word in which for word in ("last", "past", "previous"))
        point = replace(point, direction="previous" if earlier else "next")
    elif point.is_floating and not re.search(
        r"\b(?:in|by|since|until|during|over|of)\s+(?:the\s+)?$", before(match), re.IGNORECASE
    ):
        return None
    return at(point)


def before(match: re.Match[str], width: int = 24) -> str:
    """The words before a match."""
    return match.string[max(0, match.start("all") - width) : match.start("all")]


def decade(match: re.Match[str]) -> Built:
    """'the 1990s', "the late '80s"."""
    digits = re.sub(r"\D", "", match["decade"])
    number = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if number % 100 == 0 and len(digits) == 4 and number < 2000:
        return at(Point(grain="century", anchor="absolute", decade=number, modifier=modifier_of(match)))
    return at(Point(grain="decade", anchor="absolute", decade=number, modifier=modifier_of(match)))


def century(match: re.Match[str]) -> Built:
    """'the 19th century'."""
    point = Point(
        grain="century", anchor="absolute", decade=100 * (ordinal_of(match["nth"]) - 1), modifier=modifier_of(match)
    )
    return at(point)


def years(match: re.Match[str]) -> Built | None:
    """'2019-2021', '2019-21', '2019/20'."""
    first, words = int(match["year"]), match["lastyear"]
    last = int(words) if len(words) == 4 else first - first % 100 + int(words)
    if not first < last < first + 120:
        return None
    start = Point(grain="year", position="from", anchor="absolute", year=first)
    return Built("interval", (start, replace(start, position="to", year=last)))


def year(match: re.Match[str]) -> Built:
    """'2019', 'late 2023', '14 AD', 'fiscal 2027'; which bare numbers are years is for the context to say."""
    groups = match.groupdict()
    number = year_of(groups.get("year") or groups["shortyear"])
    is_fiscal = bool(groups.get("fiscal"))
    point = Point(grain="year", anchor="absolute", year=number, modifier=modifier_of(match), is_fiscal=is_fiscal)
    return at(point, is_approximate=point.modifier is not None)


def fiscal_year(match: re.Match[str]) -> Built:
    """'the current fiscal year'."""
    steps = {
        "this": 0,
        "current": 0,
        "present": 0,
        "last": -1,
        "previous": -1,
        "past": -1,
        "next": 1,
        "coming": 1,
        "upcoming": 1,
    }
    return at(Point(grain="year", shift_count=steps[match["which"].lower()], shift_unit="year", is_fiscal=True))


def early_year(match: re.Match[str]) -> Built:
    """'14 AD': years too short to stand alone."""
    return at(Point(grain="year", anchor="absolute", year=int(match["year"])))


def weekday(match: re.Match[str]) -> Built:
    """'Thursday', 'last Friday', 'next Tuesday evening', 'Monday of last week'."""
    groups = match.groupdict()
    number, which = weekday_of(groups["weekday"]), " ".join((groups.get("which") or "").lower().split())
    week = " ".join((groups.get("week") or "").lower().split())
    point = Point(grain="day", weekday=number)
    if week:
        steps = {
            "last": -1,
            "previous": -1,
            "past": -1,
            "this": 0,
            "the": 0,
            "next": 1,
            "the following": 1,
            "the coming": 1,
        }
        return at(replace(point, shift_count=steps.get(week, 1), shift_unit="week"))
    if which in ("next",):
        return at(replace(point, shift_count=1, shift_unit="week"))
    if which in ("this", "current"):
        return at(replace(point, shift_count=0, shift_unit="week"))
    if which in ("the following", "the next"):
        return at(replace(point, anchor="previous", direction="next"))
    if which:
        back = any(word in which for word in ("last", "past", "previous"))
        return at(replace(point, direction="previous" if back else "next"))
    return at(point)


def weekday_after_next(match: re.Match[str]) -> Built:
    """'Friday after next'."""
    words = match["name"].lower().rstrip(".")
    if words in MONTHS:
        return at(Point(grain="month", month=month_of(words), direction="next", ordinal=2))
    return at(Point(grain="day", weekday=weekday_of(words), shift_count=1, shift_unit="week"))


def day_only(match: re.Match[str]) -> Built | None:
    """'on the 15th', 'Tuesday the 19th', 'the 20th of next month'."""
    day = ordinal_of(match["day"])
    point = Point(grain="day", day=day, weekday=weekday_in(match))
    which = " ".join((match.groupdict().get("whichmonth") or "").lower().split())
    if which:
        steps = {
            "this": 0,
            "the current": 0,
            "the": 0,
            "last": -1,
            "the previous": -1,
            "next": 1,
            "the next": 1,
            "the following": 1,
        }
        anchor = "previous" if which == "the following" else "publication"
        return at(replace(point, anchor=anchor, shift_count=steps[which], shift_unit="month"))
    return at(point)


def counted_in(match: re.Match[str]) -> Built | None:
    """'the first week of October 2014', 'the last Friday in May', 'the second last week of 2018'."""
    groups = match.groupdict()
    words = " ".join(groups["nth"].lower().split())
    unit = groups["unit"].lower()
    number = -1 if words in ("last", "final") else ordinal_of(words.split()[0]) * (-1 if words.endswith("last") else 1)
    named = unit if unit in ("day", "week", "weekend", "month") else "weekday"
    grain = "day" if named in ("day", "weekday") else named
    point = Point(
        grain=grain,
        month=month_of(groups["month"]) if groups.get("month") else None,
        weekday=weekday_of(unit) if named == "weekday" else None,
        ordinal=number,
        ordinal_unit=named,
    )
    if groups.get("bareyear"):
        return at(replace(point, anchor="absolute", year=int(groups["bareyear"])))
    if groups.get("whichmonth"):
        which = " ".join(groups["whichmonth"].lower().split())
        return at(replace(point, shift_count={"last": -1, "next": 1}.get(which, 0), shift_unit="month"))
    return at(with_year(match, point))


def months_of_year(match: re.Match[str]) -> Built | None:
    """'the first three months of 2024', 'the last two quarters of this year'."""
    count = int(number_of(match["count"])) * (3 if match["unit"].lower().startswith("quarter") else 1)
    if count > 12:
        return None
    first = 1 if match["nth"].lower() in ("first", "opening") else 13 - count
    point = with_year(match, Point(grain="month", month=first, span_count=count))
    return at(point if not point.is_floating else replace(point, shift_count=0, shift_unit="year"), kind="interval")


def period_to(match: re.Match[str]) -> Built | None:
    """'the year to June', 'the 12 months through September 2024', 'the quarter ended 30 June': months up to one."""
    whole = (match["whole"] or "").lower()
    length = {"year": 12, "half": 6, "half-year": 6, "quarter": 3}.get(whole) or int(number_of(match["count"]))
    month, days = month_of(match["month"]), [int(match[d]) for d in ("day", "dayafter") if match[d]]
    if length > 12 or any(day < 28 for day in days):
        return None
    last = with_year(match, Point(grain="month", position="to", month=month))
    first = replace(last, position="from", month=(month - length) % 12 + 1)
    if length > month:
        first = replace(first, year=None if last.year is None else last.year - 1)
        first = replace(first, shift_count=None if last.shift_count is None else last.shift_count - 1)
    return Built("interval", (first, last))


def years_to(match: re.Match[str]) -> Built | None:
    """'the decade to 2020', 'the five years through 2019'."""
    length = 10 if match["unit"].lower() == "decade" else int(number_of(match["count"] or "1"))
    last = Point(grain="year", position="to", anchor="absolute", year=int(match["lastyear"]))
    first = replace(last, position="from", year=int(match["lastyear"]) - length + 1)
    return Built("interval", (first, last)) if length > 1 else None


def month_quarter(match: re.Match[str]) -> Built:
    """'the September quarter': the quarter that ends with the month."""
    return at(with_year(match, Point(grain="quarter", quarter=month_of(match["month"]) // 3)))


def weekday_week(match: re.Match[str]) -> Built:
    """'on Friday week': a week after the next Friday."""
    return at(Point(grain="day", weekday=weekday_of(match["weekday"]), direction="next", ordinal=2))


def week_of(match: re.Match[str]) -> Built:
    """'the week of October 6th', 'week ending 3 May': the week that holds the day."""
    return at(with_year(match, Point(grain="week", month=month_of(match["month"]), day=ordinal_of(match["day"]))))


def day_near(match: re.Match[str]) -> Built:
    """'the closest Monday to October 5th'."""
    point = Point(
        grain="day", weekday=weekday_of(match["weekday"]), month=month_of(match["month"]), day=ordinal_of(match["day"])
    )
    nth = match["nth"]
    return at(replace(point, ordinal=1 if nth is None else ordinal_of(nth), ordinal_unit="closest"))
