"""The patterns of expressions that name places in the calendar; what is made of them is in calendar.py."""

from __future__ import annotations

from dossier.language.times.calendar import (
    MODIFIERS,
    century,
    counted_in,
    day_near,
    day_of_month,
    day_only,
    days_of_month,
    decade,
    early_year,
    fiscal_year,
    half,
    month_only,
    month_quarter,
    months_of_year,
    numeric_day,
    numeric_month,
    period_to,
    quarter,
    real_day,
    season,
    week_of,
    weekday,
    weekday_after_next,
    weekday_week,
    year,
    years,
    years_to,
)
from dossier.language.times.parsed import Built, Point, at, rule
from dossier.language.times.vocabulary import (
    DASH,
    DAY,
    DAY_NUMBER,
    DAY_ORDINAL,
    LONG_WEEKDAY,
    MONTH,
    NUMBER,
    SEASON,
    WEEKDAY,
    YEAR,
    month_of,
    ordinal_of,
    year_of,
)

_MODIFIER_WORDS = "|".join(w.replace(" ", r"\s+") for w in sorted(MODIFIERS, key=len, reverse=True))
MODIFIED = rf"(?:(?:the\s+)?(?P<modifier>{_MODIFIER_WORDS})(?:\s+|-)(?:around\s+)?(?:the\s+)?)?"
_MODIFIED_DAY = rf"(?:the\s+)?(?:{_MODIFIER_WORDS})\s+(?:the\s+)?{MONTH}\s+\d{{1,2}}\b"  # 'the close of July 31'
PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|midday|noon))?"
BEFORE_DAY = r"(?:(?:the\s+)?(?:early|late|(?:morning|afternoon|evening|night|eve|close|end|start|beginning)\s+of)\s+)?"
WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY}){PART_OF_DAY}\s*,?\s+)?"
NOT_COUNT = (
    r"(?!\s+(?:people|per\s?cent|million|billion|trillion|thousand|hundred|years|days|times|men|women|others|more)\b)"
)
OF_YEAR = (
    rf"(?:\s*,?\s*(?:of\s+)?(?:(?P<year>{YEAR})|(?P<shortyear>['’]\d\d|(?<=\s)\d\d(?=\s*$)))"
    r"|\s*,?\s+(?:of\s+|in\s+)?(?P<whichyear>this|last|next|that|the\s+same|the\s+following|the\s+previous|"
    r"of\s+that)\s+(?:past\s+)?year)?"
)
WEEK_OF = r"(?:of|beginning|commencing|starting|ending|ended)\s+(?:on\s+)?(?:the\s+)?"
TO_MONTH = r"(?:to|through|ending|ended|up\s+to)\s+(?:in\s+|on\s+)?(?:the\s+)?(?:end\s+of\s+)?"
WHICH_MONTH = r"(?P<whichmonth>this|last|next|the\s+current|the\s+previous|the\s+next|the\s+following|the)\s+month"
CALENDAR_RULES = (
    rule(
        "iso-day",
        rf"(?P<year>{YEAR})(?P<joint>[-/.])(?P<a>\d{{1,2}})(?P=joint)(?P<b>\d{{1,2}})",
        lambda m: real_day(int(m["year"]), int(m["a"]), int(m["b"])) if 1 <= int(m["a"]) <= 12 else None,
    ),
    rule(
        "numeric-day",
        # Dots with a short year ('4.3.10') are numbers of sections, unless zeros stand before single digits.
        r"(?:(?P<a>\d{1,2})(?P<joint>[-/.])(?P<b>\d{1,2})(?P=joint)(?P<year>(?:19|20)\d\d|(?<!\.)\d\d)"
        r"|(?P<a2>\d\d)\.(?P<b2>\d\d)\.(?P<year2>\d\d))",
        numeric_day,
    ),
    rule(
        "named-numeric-day",
        rf"(?P<day>{DAY_NUMBER})[-/](?P<month>{MONTH})[-/](?P<year>{YEAR}|\d\d)",
        lambda m: real_day(year_of(m["year"]), month_of(m["month"]), int(m["day"])),
    ),
    rule(
        "day-month",
        rf"{BEFORE_DAY}{WEEKDAY_BEFORE}(?:the\s+)?(?P<day>{DAY}|{DAY_ORDINAL})\s*(?:of\s+)?(?P<month>{MONTH}){OF_YEAR}{PART_OF_DAY}",
        day_of_month,
    ),
    rule(
        "month-day",
        rf"{BEFORE_DAY}{WEEKDAY_BEFORE}(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY_ORDINAL}|{DAY_NUMBER}){NOT_COUNT}{OF_YEAR}"
        rf"(?:,?\s+(?P<weekdayafter>{WEEKDAY}))?{PART_OF_DAY}",
        day_of_month,
    ),
    rule(
        "year-month-day",
        rf"(?P<year>{YEAR})\s+(?P<month>{MONTH})\s+(?P<day>{DAY})",
        lambda m: real_day(int(m["year"]), month_of(m["month"]), ordinal_of(m["day"])),
    ),
    rule(
        "month-days",
        rf"(?:(?:from|between)\s+)?(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?:{DASH}|\s*(?:and|&)\s*)"
        rf"(?:(?P<lastmonth>{MONTH})\s+)?(?P<lastday>{DAY}){OF_YEAR}",
        days_of_month,
    ),
    rule(
        "days-month",
        rf"(?:(?:from|between)\s+)?(?:the\s+)?(?P<day>{DAY})(?:{DASH}|\s*(?:and|&)\s*)(?P<lastday>{DAY})\s+"
        rf"(?:of\s+)?(?P<month>{MONTH}){OF_YEAR}",
        days_of_month,
    ),
    rule(
        "counted-in-month",
        rf"(?:the\s+)?(?P<nth>(?:(?:{DAY_ORDINAL})\s+)?last|final|{DAY_ORDINAL})\s+(?P<unit>day|week|weekend|{LONG_WEEKDAY}"
        rf")\s+(?:of|in)\s+(?:the\s+)?(?P<month>{MONTH}){OF_YEAR}",
        counted_in,
    ),
    rule(
        "counted-in-this-month",
        rf"(?:the\s+)?(?P<nth>(?:(?:{DAY_ORDINAL})\s+)?last|final|{DAY_ORDINAL})\s+(?P<unit>day|week|weekend|{LONG_WEEKDAY}"
        rf")\s+(?:of|in)\s+{WHICH_MONTH}",
        counted_in,
    ),
    rule(
        "counted-in-year",
        rf"(?:the\s+)?(?P<nth>(?:(?:{DAY_ORDINAL})\s+)?last|final|{DAY_ORDINAL})\s+(?P<unit>day|week|weekend)"
        rf"\s+(?:of|in)\s+(?P<bareyear>{YEAR})",
        counted_in,
    ),
    rule(
        "months-of-year",
        rf"(?:(?:in|during|over|for)\s+)?the\s+(?P<nth>first|opening|last|final)\s+(?P<count>{NUMBER})\s+"
        rf"(?P<unit>months|quarters)(?=\s+of)(?:\s+of\s+the\s+year)?{OF_YEAR}",
        months_of_year,
    ),
    rule(
        "week-of",
        rf"(?:the\s+)?week\s+{WEEK_OF}(?:{WEEKDAY}\s*,?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY}){OF_YEAR}",
        week_of,
    ),
    rule(
        "week-of-day",
        rf"(?:the\s+)?week\s+{WEEK_OF}(?:{WEEKDAY}\s*,?\s+)?(?P<day>{DAY})\s+(?P<month>{MONTH}){OF_YEAR}",
        week_of,
    ),
    rule(
        "period-to",
        rf"(?:(?:in|for|over|during)\s+)?the\s+(?:(?P<count>{NUMBER})\s+(?P<unit>months?)|(?:full\s+|financial\s+|fiscal\s+)?"
        rf"(?P<whole>year|quarter|half-year|half))\s+{TO_MONTH}(?:(?P<day>{DAY})\s+)?(?P<month>{MONTH})"
        rf"(?:\s+(?P<dayafter>{DAY})\b)?{OF_YEAR}",
        period_to,
    ),
    rule(
        "years-to",
        rf"the\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>years|decade)\s+(?:to|through|ending|ended)\s+(?:in\s+)?(?P<lastyear>{YEAR})",
        years_to,
    ),
    rule("month-quarter", rf"(?P<month>March|June|September|December)\s+quarter{OF_YEAR}", month_quarter),
    rule(
        "weekday-week",
        rf"(?P<weekday>{LONG_WEEKDAY})\s+week(?=\s*[.,;:)]|\s*$|\s+(?:and|at|when|after|in|to|with)\b)",
        weekday_week,
    ),
    rule(
        "closest-weekday",
        rf"the\s+(?:(?P<nth>{DAY_ORDINAL})\s+)?closest\s+(?P<weekday>{WEEKDAY})\s+to\s+(?P<month>{MONTH})\s+"
        rf"(?P<day>{DAY}|{DAY_ORDINAL})",
        day_near,
    ),
    rule("day-of-month-of", rf"(?:the\s+)?(?P<day>{DAY}|{DAY_ORDINAL})\s+of\s+{WHICH_MONTH}", day_only),
    rule("weekday-day", rf"(?P<weekday>{WEEKDAY})\s*,?\s+(?:the\s+)?(?P<day>{DAY_NUMBER}(?:st|nd|rd|th))", day_only),
    rule(
        "day-alone",
        rf"(?:(?<=on )|(?<=On ))(?:the\s+)?(?P<day>{DAY_NUMBER}(?:st|nd|rd|th))(?!\s+\w)|(?:(?<=on )|(?<=On )"
        rf")the\s+(?P<dayword>{DAY_ORDINAL})(?=\s*[.,;]|\s*$)",
        lambda m: at(Point(grain="day", day=ordinal_of(m["day"] or m["dayword"]))),
    ),
    rule("day-fragment", rf"(?:^|(?<=^on ))the\s+(?P<day>{DAY_NUMBER}(?:st|nd|rd|th)?)$", day_only),
    rule(
        "month-day-fragment",
        r"(?:^|(?<=\bon )|(?<=\bOn ))(?P<a>\d{1,2})\s*[/-]\s*(?P<b>\d{1,2})$",
        lambda m: (
            at(Point(grain="day", month=int(m["a"]), day=int(m["b"])))
            if 1 <= int(m["a"]) <= 12 and 1 <= int(m["b"]) <= 31
            else None
        ),
    ),
    rule(
        "month-year",
        rf"(?!{_MODIFIED_DAY}){MODIFIED}(?:(?P<which>this\s+past|this\s+coming|this|last|next|the\s+current|the\s+previous|"
        rf"the\s+coming|that|the\s+following)\s+)?(?P<month>{MONTH}){OF_YEAR}",
        month_only,
    ),
    rule(
        "month-in-years",
        rf"(?P<month>{MONTH})\s+in\s+(?P<count>a|one|1|two|2|three|3)\s+years?",
        lambda m: at(
            Point(
                grain="month",
                month=month_of(m["month"]),
                shift_count={"two": 2, "2": 2, "three": 3, "3": 3}.get(m["count"].lower(), 1),
                shift_unit="year",
            )
        ),
    ),
    rule(
        "year-month",
        rf"(?P<year>{YEAR})\s+(?P<month>{MONTH})(?!\s+\d)",
        lambda m: at(Point(grain="month", anchor="absolute", year=int(m["year"]), month=month_of(m["month"]))),
    ),
    rule(
        "numeric-month",
        rf"(?:(?P<a>0?[1-9]|1[0-2])/(?P<year>{YEAR})|(?P<yearfirst>{YEAR})[-/](?P<b>0?[1-9]|1[0-2]))",
        numeric_month,
    ),
    rule("after-next", rf"(?P<name>{WEEKDAY}|{MONTH})\s+after\s+next", weekday_after_next),
    rule(
        "quarter",
        r"(?:the\s+)?(?:(?P<fiscal>fiscal)\s+)?(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?:quart"
        rf"er|qtr)|Q(?P<q>[1-4]))(?!-?finals?|\s*-?\s*finals?)(?:\s*(?:of\s+)?(?:fiscal\s+)?(?:(?P<year>{YEAR})"
        r"|(?P<shortyear>['’]\d\d)|(?:of\s+)?(?P<whichyear>this|last|next)\s+year))?",
        quarter,
    ),
    rule("year-quarter", r"(?P<year>(?:20|19)?\d\d)\s?Q(?P<q>[1-4])", quarter),
    rule(
        "half-year",
        r"(?:the\s+)?(?:(?P<nth>first|second)\s+half(?=\s+of\s+(?:(?:the\s+|this\s+|last\s+|next\s+|fiscal\s+"
        rf")*year\b|{YEAR}))|H(?P<h>[12])(?=\s+\d))(?:\s+of\s+the\s+year)?{OF_YEAR}",
        half,
    ),
    rule(
        "season",
        rf"{MODIFIED}(?:(?P<which>this\s+past|this\s+coming|this|current|last|next|previous|the\s+previous|"
        rf"the\s+coming|the\s+past|that|the\s+following)\s+)?(?P<season>{SEASON}){OF_YEAR}",
        season,
    ),
    rule("decade", rf"(?:the\s+)?{MODIFIED}(?P<decade>(?:1[5-9]|20)\d0s|['’][2-9]0s)", decade),
    rule("century", rf"{MODIFIED}(?:the\s+)?(?P<nth>{DAY_ORDINAL})[\s-]century", century),
    rule("years", rf"(?P<year>{YEAR})(?:\s*[-–—/]\s*)(?P<lastyear>{YEAR}|\d\d)", years),
    rule(
        "fiscal-year",
        rf"(?:the\s+)?(?P<fiscal>fiscal|financial|FY)\s?(?:year\s+)?(?:(?P<year>{YEAR})(?:[-/]\d\d)?|(?P<shortyear>"
        r"['’]?\d\d))",
        year,
    ),
    rule(
        "this-fiscal-year",
        r"(?:the\s+|this\s+)?(?P<which>this|current|present|last|previous|past|next|coming|upcoming)\s+(?:fiscal|"
        r"financial)\s+year",
        fiscal_year,
    ),
    rule(
        "part-of-fiscal-year",
        r"(?:the\s+)?(?:end|close|start|beginning)\s+of\s+(?:the|this|next|last|its|their)\s+(?:current\s+)?"
        r"(?:fiscal|financial)\s+year",
        lambda m: Built("vague"),  # fiscal years begin in different months
    ),
    rule("year", rf"(?:(?:all\s+of|throughout)\s+)?{MODIFIED}(?P<year>{YEAR})(?:\s+(?:AD|A\.D\.|CE))?", year),
    rule("early-year", r"(?P<year>\d{1,4})\s+(?:(?-i:AD|CE)|A\.D\.)(?!\w)", early_year),
    rule(
        "weekday",
        rf"{BEFORE_DAY}(?:(?P<which>last|past|this\s+past|this\s+coming|this|current|next|coming|the\s+coming|"
        rf"previous|the\s+previous|the\s+following|the\s+next)\s+)?(?P<weekday>{LONG_WEEKDAY})(?:{PART_OF_DAY})"
        r"(?:\s+(?:of\s+|from\s+)?(?P<week>last|previous|past|this|the\s+following|next|the\s+coming|the)\s+"
        r"week)?",
        weekday,
    ),
)
