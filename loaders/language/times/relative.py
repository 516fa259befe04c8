"""Rules for expressions that count from the day of the article or from an expression before: 'two months ago'."""

from __future__ import annotations

import re

from dossier.language.times.parsed import Built, Point, at, rule
from dossier.language.times.vocabulary import (
    LONG_WEEKDAY,
    NUMBER,
    UNIT,
    VAGUE,
    in_plain_units,
    iso_duration,
    number_of,
    unit_of,
    weekday_of,
)

DAYS_AWAY = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "overnight": 0,
    "tomorrow": 1,
    "tomorrows": 1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "the": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
PARTS = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "start of": "start",
    "beginning of": "start",
    "middle of": "mid",
    "end of": "end",
    "first half of": "first-half",
    "second half of": "second-half",
    "rest of": "rest",
    "remainder of": "rest",
}
CLOCK_UNITS = ("second", "minute", "hour")
PERIOD = r"(?P<unit>week|month|quarter|qtr|year|yr|decade|century|weekend)s?"
PART = (
    r"(?:(?:the\s+)?(?P<part>"
    + "|".join(p.replace(" ", r"\s+") for p in sorted(PARTS, key=len, reverse=True))
    + r")(?:\s+|-)(?:around\s+)?)?"
)
ABOUT = r"about|around|some|roughly|nearly|almost|more\s+than|over|less\s+than|at\s+least|just\s+over|just\s+under"
APPROXIMATE = rf"(?:(?P<about>{ABOUT}|just|only|barely)\s+)?"
COUNT = rf"(?:{APPROXIMATE}(?:(?P<count>{NUMBER}|an?)|(?P<vague>{VAGUE}))\s+)"
ANCHOR_WORDS = (
    r"(?P<after>ago|earlier|later|before|prior|after|afterwards?|hence|from\s+now|from\s+today|back|on(?=[\s,.]))"
)


def words_of(match: re.Match[str], group: str) -> str:
    """The words of a group, lower case, single-spaced; empty where it is missing."""
    return " ".join((match.groupdict().get(group) or "").lower().split())


def day_away(match: re.Match[str]) -> Built:
    """'yesterday', 'tomorrow morning', 'last night'."""
    return at(Point(grain="day", shift_count=DAYS_AWAY[words_of(match, "word")], shift_unit="day"))


def period(match: re.Match[str]) -> Built | None:
    """'last year', 'late last month', 'the end of the week', 'this quarter'."""
    unit, which, part = unit_of(match["unit"]), words_of(match, "which"), words_of(match, "part")
    if which in ("the", "") and not part:
        return None
    # 'the following week' is counted in the story, 'next week' from the day it is told.
    anchor = "previous" if which in ("following", "previous") and "the " in words_of(match, "all") else "publication"
    point = Point(grain=unit, anchor=anchor, shift_count=STEPS.get(which, 0), shift_unit=unit, modifier=PARTS.get(part))
    return at(point)


def part_of_period(match: re.Match[str]) -> Built:
    """'earlier this year', 'later this month', 'so far this year', 'this year so far'."""
    unit, which, word = unit_of(match["unit"]), words_of(match, "which"), words_of(match, "word")
    shift = STEPS[which.removeprefix("the ")]
    if word in ("earlier", "later", "sometime", "some time", "at some point") or shift != 0:
        return at(Point(grain=unit, shift_count=shift, shift_unit=unit), kind="vague")
    return at(Point(grain=unit, shift_count=shift, shift_unit=unit, modifier="before"), kind="interval")


def week_until_now(match: re.Match[str]) -> Built:
    """'all week', 'the rest of the week'."""
    unit = unit_of(match["unit"])
    return at(Point(grain=unit, shift_count=0, shift_unit=unit), kind="interval")


def bare_week(match: re.Match[str]) -> Built:
    """'the week' as a whole text: what is left of it."""
    return at(Point(grain="week", shift_count=0, shift_unit="week", modifier="rest"), kind="interval")


def same_or_next(match: re.Match[str]) -> Built:
    """'the same day', 'that month', 'the following year', 'the day before'."""
    unit, which = unit_of(match["unit"]), words_of(match, "which")
    if which in ("after", "before") and _hangs_on_event(match, which):
        return (
            Built("duration", (), iso_duration(1, unit)) if words_of(match, "all").startswith("a ") else Built("vague")
        )
    shift = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "prior": -1, "before": -1}.get(
        which, 0
    )
    return at(Point(grain=unit, anchor="previous", shift_count=shift, shift_unit=unit))


def away(match: re.Match[str]) -> Built | None:
    """'two months ago', 'three days later', 'a year earlier', 'weeks after', 'several years ago'."""
    unit, after = unit_of(match["unit"]), words_of(match, "after")
    known = match.groupdict().get("count")
    if unit in CLOCK_UNITS and known is None:
        return Built("vague", (), iso_duration(None, unit))
    if known is None:
        return Built("vague", (), iso_duration(None, unit))
    count, unit = in_plain_units(number_of(known) + (0.5 if match.groupdict().get("andhalf") else 0), match["unit"])
    about = words_of(match, "about")
    approximate = about not in ("", "just", "only", "barely")
    if after == "on" and (words_of(match, "count") in ("a", "an") or _is_a_term(match)):
        return None
    if unit in CLOCK_UNITS:
        return Built("duration", (), iso_duration(count, unit))
    back = after in ("ago", "back", "earlier", "before", "prior")
    if _hangs_on_event(match, after) or _is_compared(match):
        return Built("duration", (), iso_duration(count, unit), approximate)
    if count != int(count):
        return Built("duration", (), iso_duration(count, unit), True)
    anchor = "publication" if after in ("ago", "back", "hence", "from now", "from today") else "previous"
    grain = "day" if unit in ("week",) or after == "from today" else unit
    point = Point(grain=grain, anchor=anchor, shift_count=int(-count if back else count), shift_unit=unit)
    made = at(point, is_approximate=approximate)
    return Built(made.kind, made.points, iso_duration(count, unit), approximate)


def _is_a_term(match: re.Match[str]) -> bool:
    """'jailed for four years on Friday', 'sentenced to six years on two counts': a term, and what 'on' begins."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return re.search(r"(?i)\b(?:for|to|of|nearly|about)\s*$", before) is not None


def _hangs_on_event(match: re.Match[str], after: str) -> bool:
    """'two years after the quake': counted from something that is no time expression."""
    return after in ("after", "before", "prior") and re.match(r"\s+\w", match.string[match.end("all") :]) is not None


def _is_compared(match: re.Match[str]) -> bool:
    """'12% more than a year earlier': what is compared with is the same season of the year, not a date."""
    before = match.string[max(0, match.start("all") - 24) : match.start("all")]
    return (
        re.search(r"\b(?:from|than|over|versus|compared\s+(?:with|to))\s+(?:the\s+)?$", before, re.IGNORECASE)
        is not None
    )


def ago_today(match: re.Match[str]) -> Built:
    """'two years ago today': the day itself, not its year."""
    count, unit = in_plain_units(number_of(match["count"]), match["unit"])
    grain = "day" if words_of(match, "word") == "today" else unit
    return at(Point(grain=grain, shift_count=-int(count), shift_unit=unit))


def weekdays_ago(match: re.Match[str]) -> Built:
    """'two Thursdays ago'."""
    count = -int(number_of(match["count"]))
    return at(
        Point(grain="day", weekday=weekday_of(match["weekday"].rstrip("s")), shift_count=count, shift_unit="weekday")
    )


def ahead(match: re.Match[str]) -> Built | None:
    """'in two weeks', 'in three months' time', 'in the next few days'."""
    unit = unit_of(match["unit"])
    known = match.groupdict().get("count")
    if known is None:
        return Built("vague", (), iso_duration(None, unit))
    if unit == "second" and known.lower() in ("a", "one") and re.match(r"\s+\w", match.string[match.end("all") :]):
        return None  # 'in a second round'
    count, unit = in_plain_units(number_of(known), match["unit"])
    if unit in CLOCK_UNITS or count != int(count):
        return Built("duration", (), iso_duration(count, unit))
    grain = "day" if unit == "week" else unit
    return Built("interval", (Point(grain=grain, shift_count=int(count), shift_unit=unit),), iso_duration(count, unit))


def rolling(match: re.Match[str]) -> Built:
    """'in the past week', 'over the last three years', 'within the next 30 days': up to or from the day itself."""
    unit, which = unit_of(match["unit"]), words_of(match, "which")
    known = match.groupdict().get("count")
    if match.groupdict().get("vague") or (known is None and words_of(match, "all").endswith("s")):
        return Built("vague", (), iso_duration(None, unit))
    count, unit = in_plain_units(1.0 if known is None else number_of(known), match["unit"])
    if unit in CLOCK_UNITS or count != int(count):
        return Built("duration", (), iso_duration(count, unit))
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    back = STEPS[which] < 0
    steps = int(count)
    now = Point(grain="day", shift_count=0, shift_unit="day", position="to" if back else "from")
    grain = (
        "day"
        if unit in ("day", "week", "weekend") or back and unit == "month"
        else "month"
        if unit in ("month", "quarter")
        else "year"
    )
    other = Point(
        grain=grain, shift_count=-steps if back else steps, shift_unit=unit, position="from" if back else "to"
    )
    if grain == "year":
        now = Point(grain="year", shift_count=0, shift_unit="year", position=now.position)
    if grain == "month":
        now = Point(grain="month", shift_count=0, shift_unit="month", position=now.position)
    return Built("interval", (other, now) if back else (now, other), iso_duration(count, unit))


def whole_periods(match: re.Match[str]) -> Built | None:
    """'last two weeks', 'next three months': whole periods of the calendar."""
    unit, which = unit_of(match["unit"]), words_of(match, "which")
    is_part = re.match(r"\s+of\b", match.string[match.end("all") :]) is not None  # 'the last two years of his life'
    if unit in CLOCK_UNITS or is_part:
        known = match.groupdict().get("count")
        if known is None:
            return Built("vague", (), iso_duration(None, unit))
        return Built("duration", (), iso_duration(*in_plain_units(number_of(known), match["unit"])))
    if match.groupdict().get("vague"):
        few = (
            words_of(match, "vague") in ("few", "a few") and STEPS[which] > 0 and match.end("all") == len(match.string)
        )
        if not few:
            return Built("vague", (), iso_duration(None, unit))
        count = 3
    else:
        number, unit = in_plain_units(number_of(match["count"]), match["unit"])
        if number != int(number):
            return Built("duration", (), iso_duration(number, unit))
        count = int(number)
    first = -count if STEPS[which] < 0 else 1
    return Built(
        "interval",
        (Point(grain=unit, shift_count=first, shift_unit=unit, span_count=count),),
        iso_duration(count, unit),
    )


def coming_plural(match: re.Match[str]) -> Built:
    """'in the coming weeks', 'in recent months': how many is not said."""
    return Built("vague", (), iso_duration(None, unit_of(match["unit"])))


RELATIVE_RULES = (
    rule(
        "day-away",
        r"(?:(?:early|late|later|earlier)\s+)?(?P<word>(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)"
        r"|today|tonight|this\s+(?:morning|afternoon|evening)|yesterday|last\s+night|tomorrows?|overnight)"
        r"(?:\s+(?:morning|afternoon|evening|night))?",
        day_away,
    ),
    rule(
        "rolling-bare",
        rf"(?:the|these|this)\s+(?:{APPROXIMATE})(?P<which>last|past)\s+"
        rf"(?:(?P<count>{NUMBER})\s+|(?=(?:year|decade)\b))(?P<unit>{UNIT})s?(?!\s+of\b)",
        rolling,
    ),
    rule(
        "period",
        rf"{PART}(?:(?:the\s+)?(?P<which>last|past|this|current|present|next|coming|upcoming|following|previous|"
        rf"the)\s+)?{PERIOD}",
        period,
    ),
    rule(
        "part-of-period",
        r"(?P<word>earlier|later|sometime|some\s+time|at\s+some\s+point|so\s+far|thus\s+far|to\s+date)\s+(?:in\s+"
        rf"|during\s+)?(?P<which>this|last|next|the\s+current)\s+{PERIOD}",
        part_of_period,
    ),
    rule("period-so-far", rf"(?P<which>this)\s+{PERIOD}\s+(?P<word>so\s+far|to\s+date)", part_of_period),
    rule(
        "period-to-date",
        r"(?P<unit>year|quarter|month)[\s-]to[\s-]date",
        lambda m: at(
            Point(grain=unit_of(m["unit"]), shift_count=0, shift_unit=unit_of(m["unit"]), modifier="before"),
            kind="interval",
        ),
    ),
    rule(
        "weekend",
        r"(?:(?:at|over|during|on)\s+)?the\s+weekend",
        lambda m: at(Point(grain="weekend", weekday=6)),
    ),
    rule(
        "rest-of-period",
        r"(?:the\s+)?(?:rest|remainder)\s+of\s+(?:the|this)\s+(?P<unit>week|month|quarter|year|decade|century)",
        lambda m: at(Point(grain=unit_of(m["unit"]), shift_count=0, shift_unit=unit_of(m["unit"]), modifier="rest")),
    ),
    rule(
        "season-of-sport", r"(?:this|last|next|past|previous|current|the\s+coming)\s+seasons?", lambda m: Built("vague")
    ),
    rule(
        "whole-period",
        r"(?:all|(?:the\s+)?whole)\s+(?P<unit>week|month|year)(?!\s*-?\s*(?:long|round))",
        week_until_now,
    ),
    rule("bare-week", r"^the\s+week$", bare_week),
    rule(
        "same-period",
        r"(?:(?:on|in|during)\s+)?(?:(?:the|that)\s+(?P<which>same|following|next|previous|preceding|prior|"
        r"very)|that(?:\s+same)?)\s+(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|quarter|year|decade)",
        same_or_next,
    ),
    rule(
        "period-before",
        r"(?:the|a)\s+(?P<unit>day|night|week|month|year|decade)\s+(?P<which>before|after)(?!\s+(?:yesterday|"
        r"tomorrow|next|last))",
        same_or_next,
    ),
    rule("units-away", rf"{COUNT}(?P<unit>{UNIT})s?(?:\s+(?P<andhalf>and\s+a\s+half))?\s+{ANCHOR_WORDS}", away),
    rule(
        "ago-today",
        rf"{APPROXIMATE}(?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\s+ago\s+(?P<word>today|tomorrow|yesterday)",
        ago_today,
    ),
    rule(
        "some-units-away",
        rf"(?:{APPROXIMATE})(?P<unit>{UNIT})s\s+(?P<after>ago|earlier|later|before|prior|after(?:wards?)?)",
        away,
    ),
    rule("weekdays-ago", rf"(?P<count>{NUMBER})\s+(?P<weekday>{LONG_WEEKDAY}s)\s+(?:ago|back)", weekdays_ago),
    rule(
        "in-units",
        rf"in\s+{COUNT}(?P<unit>{UNIT})s?(?:[’']s?)?(?:\s+time)?(?!\s+(?:of|to|that|since|ago|earlier|old))",
        ahead,
    ),
    rule("from-now", rf"{COUNT}(?P<unit>{UNIT})s?\s+(?P<after>from\s+today|from\s+now)", away),
    rule(
        "rolling",
        rf"(?:(?:in|over|for|during|within|across|throughout)\s+)(?:the\s+|these\s+)(?:{APPROXIMATE})(?P<which>last"
        rf"|past|previous|preceding|next|coming|following)\s+(?:(?:(?P<count>{NUMBER})|(?P<vague>{VAGUE}))\s+"
        rf")?(?P<unit>{UNIT})s?",
        rolling,
    ),
    rule(
        "whole-periods",
        rf"(?:the\s+)?(?P<which>last|past|previous|next|coming|upcoming|following)\s+(?:(?P<count>{NUMBER})"
        rf"|(?P<vague>{VAGUE}))\s+(?P<unit>{UNIT})s?",
        whole_periods,
    ),
    rule(
        "whole-periods-inverted",
        rf"(?P<count>{NUMBER})\s+(?P<which>upcoming|coming)\s+(?P<unit>{UNIT})s?",
        whole_periods,
    ),
    rule(
        "coming-plural",
        r"(?:(?:in|over|for|during|within)\s+)?(?:the\s+)?(?:coming|upcoming|following|ensuing|intervening|"
        rf"next|last|past|recent)\s+(?:(?:{VAGUE})\s+)?(?P<unit>days|weeks|months|quarters|years|decades|centuries|"
        r"hours|minutes|weekends)",
        coming_plural,
    ),
)
