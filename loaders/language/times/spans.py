"""Rules for lengths, repetitions, clock times and vague words: 'for 90 days', 'annually', '8 a.m.', 'recently'."""

from __future__ import annotations

import re

from dossier.language.times.parsed import Built, rule
from dossier.language.times.relative import APPROXIMATE, words_of
from dossier.language.times.vocabulary import (
    COMPOUND_UNIT,
    DAY_NUMBER,
    LONG_WEEKDAY,
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    VAGUE,
    in_plain_units,
    iso_duration,
    number_of,
    unit_of,
)

SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "biannual": "P6M",
    "biannually": "P6M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "annualized": "P1Y",
    "annualised": "P1Y",
    "biennial": "P2Y",
    "triennial": "P3Y",
}
COMPARED = {"year": "P1Y", "month": "P1M", "quarter": "P3M", "week": "P1W", "day": "P1D"}
FREE = r"(?!\s+(?:ago|earlier|later|before|hence|from\s+now|back\b|old\b|of\s+age))(?!-olds?\b)"
DURATION_UNIT = rf"(?P<unit>{UNIT}|night|century|centurie|weekend)s?"
SPEED = re.compile(r"\b(?:miles|kilometers|kilometres|km|kms|knots)$", re.IGNORECASE)
# Words after which 'a year' is a length, not a rate.
LENGTH_BEFORE = re.compile(
    r"\b(?:for|in|within|after|than|about|nearly|almost|over|under|around|roughly|once|of|last|takes?|took|spend|spent|"
    r"lasting|lasted|only|just|by|every|per|at\s+least|up\s+to|to|as|quite|what|such|is|was|be|been|and|or|"
    r"the|from|with|on|into|during)$",
    re.IGNORECASE,
)


def duration(match: re.Match[str]) -> Built | None:
    """'90 days', 'for more than two decades', 'half a year', 'a year and a half'."""
    unit = unit_of(match["unit"])
    about = words_of(match, "about") not in ("", "just", "only")
    if match.groupdict().get("half"):
        halves = {"month": "P15D", "year": "P6M", "decade": "P5Y", "century": "P50Y", "hour": "PT30M", "day": "PT12H"}
        return Built("duration", (), halves.get(unit, iso_duration(0.5, unit)), about)
    if match.groupdict().get("vague"):
        return Built("vague", (), iso_duration(None, unit), about)
    count = number_of(match["count"]) + (0.5 if match.groupdict().get("andhalf") else 0)
    count, unit = in_plain_units(count, match["unit"])
    if match["unit"].lower() == "second" and match["count"].lower() in ("a", "one"):
        return None
    if unit == "quarter" and PARTS_OF.match(match.string, match.end("all")):
        return None  # 'three quarters of voters'
    return Built("duration", (), iso_duration(count, unit), about)


PARTS_OF = re.compile(r"\s+of\b(?!\s+(?:\w+\s)?(?:growth|decline|contraction|recession|expansion|loss|losses|gains))")
A_PART = re.compile(r"\s+(?:of|the|as|to|its|their|point|mile|final|finals)\b|-(?:point|mile|final)")


def one_unit(match: re.Match[str]) -> Built | None:
    """'a year': a rate after an amount ('deaths a year'), else a length ('after a year')."""
    unit = unit_of(match["unit"])
    words = match.string[: match.start("all")].rstrip()
    if unit == "quarter" and A_PART.match(match.string, match.end("all")):
        return None  # 'a quarter of a point', 'a quarter the size'
    if unit == "hour" and SPEED.search(words[-16:]):
        return None
    kind = "duration" if not words or words[-1] in ".,;:(–—-" or LENGTH_BEFORE.search(words[-24:]) else "set"
    if kind == "duration" and match["unit"].lower() == "night":
        return None  # 'it was a night to remember'
    return Built(kind, (), iso_duration(*in_plain_units(1, match["unit"])))


def joined(match: re.Match[str]) -> Built | None:
    """'two-day', '10-year', 'month-long', 'decades-long'."""
    unit = unit_of(match["unit"])
    known = match.groupdict().get("count")
    if known is None and match["unit"].lower().endswith("s"):
        return Built("vague", (), iso_duration(None, unit))
    if match.groupdict().get("vague"):
        return Built("vague", (), iso_duration(None, unit))
    count = 1 if known is None else number_of(known)
    return Built("duration", (), iso_duration(*in_plain_units(count, match["unit"])))


def vague_length(match: re.Match[str]) -> Built:
    """'for months', 'over the years', 'for decades'."""
    return Built("vague", (), iso_duration(None, unit_of(match["unit"])))


def repeated(match: re.Match[str]) -> Built:
    """'annually', 'every Monday', 'each year', 'every two weeks', 'on Fridays'."""
    groups = match.groupdict()
    if groups.get("word"):
        return Built("set", (), SETS[groups["word"].lower()])
    if groups.get("weekday"):
        return Built("set", (), "P1W")
    if groups.get("yearly"):
        return Built("set", (), "P1Y")
    count = number_of(groups["count"]) if groups.get("count") else 2.0 if groups.get("other") else 1.0
    return Built("set", (), iso_duration(*in_plain_units(count, groups["unit"])))


def compared(match: re.Match[str]) -> Built:
    """'year-on-year', 'quarter over quarter'."""
    return Built("duration", (), COMPARED[match["unit"].lower()])


def clock(match: re.Match[str]) -> Built | None:
    """'8:40 p.m. GMT', 'noon', '1500 GMT'."""
    groups = match.groupdict()
    if groups.get("word"):
        return Built("time", (), {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}[groups["word"].lower()])
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Built("time", (), f"T{hour:02d}:{minute:02d}") if hour < 25 and minute < 60 else None


def vague(match: re.Match[str]) -> Built:
    """'recently', 'so far', 'going forward': a time, but no date."""
    return Built("vague")


ZONE = (
    r"(?-i:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|JST|IST|HKT|SGT|AEST|AEDT"
    r"|(?:[Ll]ocal|Beijing|Moscow|Tokyo|London|(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific)"
    r"(?:\s+(?:[Ss]tandard|[Dd]aylight))?)\s+[Tt]ime|Eastern)"
)
SPAN_RULES = (
    rule(
        "duration",
        rf"{APPROXIMATE}(?:(?P<count>{NUMBER})|(?P<vague>{VAGUE}))\s+(?:more\s+|consecutive\s+|straight\s+|"
        rf"full\s+|long\s+|additional\s+|further\s+|whole\s+|entire\s+)?{DURATION_UNIT}(?:\s+(?P<andhalf>and\s+"
        rf"a\s+half))?(?:[’'](?!s\s+(?:old|time)))?{FREE}",
        lambda m: (
            None
            if m["count"] and m["count"].lower() in ("a", "an") and not m["andhalf"] and not m["about"]
            else duration(m)
        ),
    ),
    rule("half-duration", rf"(?P<half>half\s+an?)\s+(?P<about>)?{DURATION_UNIT}{FREE}", duration),
    rule(
        "one-unit",
        rf"(?P<count>an?|per)\s+(?P<unit>{COMPOUND_UNIT}|hour|day|night|week|month|quarter|year|decade|annum)(?!-)"
        rf"(?!\s+(?:and\s+a\s+half|after|before|on\s+year)){FREE}",
        lambda m: (
            Built("set", (), "P1Y")
            if m["unit"].lower() == "annum"
            else Built("set", (), iso_duration(1, unit_of(m["unit"])))
            if m["count"].lower() == "per"
            else one_unit(m)
        ),
    ),
    rule(
        "joined-duration",
        rf"(?:(?P<count>{NUMBER}(?:-and-a-half)?)|(?P<vague>several|multi))[\s-]?(?<=-)(?P<unit>{UNIT})(?:-long)?(?!-?\s?olds?\b)"
        r"(?!-on-|-over-|-to-)",
        joined,
    ),
    rule("long-duration", r"(?P<unit>(?:hour|day|week|month|year|decade|centurie|century)s?)-?long", joined),
    rule(
        "vague-duration",
        r"(?:for|in|over|after|within|throughout|through|across|during|despite)\s+(?:the\s+)?(?:many\s+|countless\s+"
        r"|untold\s+)?(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes|generations(?!\w))(?!\s+"
        r"(?:ago|earlier|later|to\s+come))",
        lambda m: Built("vague") if m["unit"].lower() == "generations" else vague_length(m),
    ),
    rule("units-of", r"(?<!\d\s)(?P<unit>weeks|months|years|decades|centuries)(?=\s+of\s(?!age\b))", vague_length),
    rule("repeated-word", r"(?P<word>" + "|".join(sorted(SETS, key=len, reverse=True)) + r")(?!-)", repeated),
    rule(
        "every",
        rf"(?:every|each)\s+(?:single\s+)?(?:(?P<count>{NUMBER})\s+|(?P<other>other)\s+)?(?:(?P<weekday>{LONG_WEEKDAY}"
        rf")|(?P<yearly>{MONTH}(?:\s+{DAY_NUMBER})?|{DAY_NUMBER}\s+{MONTH}|{SEASON})"
        r"|(?P<unit>hour|day|night|morning|evening|week|fortnight|weekend|month|quarter|year|decade|century)s?)",
        lambda m: Built("set", (), "P1D") if (m["unit"] or "").lower() in ("morning", "evening") else repeated(m),
    ),
    rule(
        "times-a",
        r"(?:once|twice|\w+\s+times)\s+(?:a|an|each|every|per)\s+(?P<unit>hour|day|night|week|month|quarter|"
        r"year|decade)",
        repeated,
    ),
    rule("weekdays", rf"(?P<weekday>{LONG_WEEKDAY})s(?=\W|$)", repeated),
    rule("compared", r"(?P<unit>year|month|quarter|week|day)(?:-|\s)(?:on|over|to)(?:-|\s)(?P=unit)", compared),
    rule(
        "clock", rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?\s?(?P<half>a\.?m\.?|p\.?m\.?)(?:\s+{ZONE})?", clock
    ),
    rule("clock-zone", rf"(?P<hour>[012]?\d)[:.]?(?P<minute>\d{{2}})\s?(?:hours\s+)?{ZONE}", clock),
    rule(
        "clock-at",
        r"(?:(?<=\bat )|(?<=\bby )|(?<=\bAt )|(?<=\bfrom )|(?<=\bshortly after )|(?<=\bjust before ))(?P<hour>[012"
        rf"]?\d):(?P<minute>\d{2})",
        clock,
    ),
    rule(
        "clock-word",
        r"(?:(?<=\bat )|(?<=\bby )|(?<=\bAt )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )|(?<=\baround ))(?P<word>n"
        r"oon|midday|midnight)",
        clock,
    ),
    rule(
        "vague-now",
        r"(?:right\s+now|for\s+now|until\s+now|by\s+now|now(?!\s+that\b)|nowadays|at\s+the\s+moment|at\s+present|"
        r"currently|these\s+days)",
        vague,
    ),
    rule(
        "vague-past",
        r"(?:(?:more\s+|most\s+|very\s+)?recently|(?:more\s+|most\s+)?recent(?!\s+(?:days|weeks|months|years|"
        r"decades|times))|in\s+(?:recent|modern)\s+times|not\s+long\s+ago|long\s+ago)",
        vague,
    ),
    rule(
        "vague-future",
        r"(?:going\s+forward|(?<!as\s)soon(?!er\b)|in\s+the\s+(?:near|foreseeable|not-too-distant|distant)\s+future|"
        r"before\s+long|for\s+the\s+foreseeable\s+future|one\s+day(?=[\s,.]*$))",
        vague,
    ),
    rule(
        "vague-span",
        r"(?:so\s+far|thus\s+far|to\s+date|this\s+time\s+around|for\s+(?:a|quite\s+a)\s+while(?:\s+yet)?|for\s+"
        r"(?:a\s+long|some)\s+time|for\s+ages|for\s+long(?!\s+\w)|(?<=take )long|(?<=took )long|a\s+long\s+time)",
        vague,
    ),
)
