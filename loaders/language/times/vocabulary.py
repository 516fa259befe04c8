"""Words of the calendar: months, weekdays, seasons, units and numbers, with the patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.month_names import MONTHS

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "night": "day",
    "morning": "day",
    "afternoon": "day",
    "evening": "day",
    "week": "week",
    "wk": "week",
    "month": "month",
    "quarter": "quarter",
    "qtr": "quarter",
    "season": "season",
    "year": "year",
    "yr": "year",
    "decade": "decade",
    "century": "century",
    "weekend": "weekend",
}
ISO_UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "D",
    "week": "W",
    "month": "M",
    "quarter": "M",
    "season": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
# Units that are several of a plain one.
COMPOUND_UNITS = {
    "fortnight": (2, "week"),
    "quarter century": (25, "year"),
    "quarter of a century": (25, "year"),
    "half century": (50, "year"),
}
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
NUMBER_WORDS = {word: number for number, word in enumerate(ONES)}
NUMBER_WORDS |= {word: 20 + 10 * number for number, word in enumerate(TENS)}
NUMBER_WORDS |= {
    f"{ten}{joint}{one}": 20 + 10 * i + j
    for i, ten in enumerate(TENS)
    for j, one in enumerate(ONES[1:10], start=1)
    for joint in ("-", " ")
}
NUMBER_WORDS |= {
    "a": 1,
    "an": 1,
    "dozen": 12,
    "a dozen": 12,
    "a hundred": 100,
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
}
ORDINAL_WORDS = {word: number for number, word in enumerate(ORDINALS, start=1)}
ORDINAL_WORDS |= {f"twenty-{word}": 20 + number for number, word in enumerate(ORDINALS[:9], start=1)}
ORDINAL_WORDS |= {"thirtieth": 30, "thirty-first": 31}
VAGUE_COUNTS = ("several", "a few", "few", "a number of", "many", "some", "dozens of", "a handful of")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "(?:" + "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w))) + ")"


LONG_MONTH = one_of(m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july"))
SHORT_MONTH = one_of(m for m in MONTHS if len(m) < 5)
MONTH = rf"(?:{LONG_MONTH}(?![a-z])|{SHORT_MONTH}(?![a-z])\.?)"
WEEKDAY = rf"(?:{one_of(WEEKDAYS)}\b\.?)"
LONG_WEEKDAY = one_of(w for w in WEEKDAYS if w.endswith("day"))
SEASON = one_of(SEASONS)
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
DAY_ORDINAL = rf"(?:{DAY_NUMBER}(?:st|nd|rd|th)|{one_of(ORDINAL_WORDS)})"
DAY = rf"(?:{DAY_NUMBER}(?:st|nd|rd|th)?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
NUMBER = rf"(?:(?:\d{{1,4}}(?:\.\d+)?|{one_of(NUMBER_WORDS)})(?:\s+and\s+a\s+half)?)"
VAGUE = one_of(VAGUE_COUNTS)
PLAIN_UNIT = one_of(u for u in UNITS if u not in ("night", "morning", "afternoon", "evening", "weekend", "season"))
COMPOUND_UNIT = r"(?:fortnight|(?:quarter|half)[\s-]century|quarter\s+of\s+a\s+century)"
UNIT = rf"(?:{COMPOUND_UNIT}|{PLAIN_UNIT})"
DASH = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b)\s*(?:the\s+)?"


def month_of(words: str) -> int:
    """Number of a month's name."""
    return MONTHS[words.lower().rstrip(".")]


def weekday_of(words: str) -> int:
    """ISO number of a weekday's name."""
    return WEEKDAYS[words.lower().rstrip(".")]


def unit_of(words: str) -> str:
    """The unit that a word names, singular or plural."""
    word = " ".join(words.lower().replace("-", " ").split())
    if word.removesuffix("s") in COMPOUND_UNITS:
        return COMPOUND_UNITS[word.removesuffix("s")][1]
    return UNITS[word] if word in UNITS else "century" if word.startswith("centurie") else UNITS[word.rstrip("s")]


def number_of(words: str) -> float:
    """Value of a number in digits or words, with or without 'and a half'."""
    word = " ".join(words.lower().replace("-and-a-half", " and a half").split())
    whole = word.removesuffix(" and a half")
    half = 0.5 if whole != word else 0.0
    return half + (float(NUMBER_WORDS[whole]) if whole in NUMBER_WORDS else float(whole))


def in_plain_units(count: float, words: str) -> tuple[float, str]:
    """The count and unit in plain ones: a fortnight is two weeks, a quarter-century 25 years."""
    word = " ".join(words.lower().replace("-", " ").split()).removesuffix("s")
    factor, unit = COMPOUND_UNITS.get(word, (1, ""))
    return factor * count, unit or unit_of(words)


def ordinal_of(words: str) -> int:
    """Value of '3rd' or 'third'."""
    word = words.lower()
    return ORDINAL_WORDS[word] if word in ORDINAL_WORDS else int(re.sub(r"\D", "", word))


def year_of(words: str) -> int:
    """A year in four digits, or in two by the usual window (69 is 1969, 68 is 2068)."""
    number = int(re.sub(r"\D", "", words))
    return number if number > 99 else number + (1900 if number >= 69 else 2000)


def iso_duration(count: float | None, unit: str) -> str:
    """ISO 8601 duration; an unknown count is X ('PXM' for 'months')."""
    factor = {"quarter": 3, "season": 3, "decade": 10, "century": 100, "weekend": 2}.get(unit, 1)
    number = "X" if count is None else f"{count * factor:g}"
    code = ISO_UNITS[unit]
    if count is None and unit in ("decade", "century"):
        return "PXY"
    return f"PT{number}{code[1:]}" if code.startswith("T") else f"P{number}{code}"
