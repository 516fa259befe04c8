"""Publication dates and ages as pages print them: 'Updated: November 11, 2011 20:09 IST', 'an hour ago'."""

from __future__ import annotations

import datetime
import re

from dossier.month_names import MONTHS

_MONTH = "(?P<month{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_FORMS = (
    (_MONTH + r"\s+" + _DAY + r",?\s+" + _YEAR).format("1"),
    (_DAY + r"(?:\s+of)?[\s-]+" + _MONTH + r",?[\s-]+" + _YEAR).format("2"),
    (_YEAR + r"[-/.](?P<month{0}>\d{{1,2}})[-/.](?P<day{0}>\d{{1,2}})(?!\d)").format("3"),
    (r"(?P<day{0}>\d{{1,2}})(?P<separator>[/.-])(?P<month{0}>\d{{1,2}})[/.-]" + _YEAR).format("4"),
)
DATE = re.compile(r"(?<![\w/])(?:" + "|".join(_FORMS) + ")", re.I)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
TIME = (
    r"(?:at\s+)?(?:\d{4}(?=\s*\(?[A-Z]{2,4}\b)|\d{1,2}(?:[:.h]\d{2}){0,2})\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|local time|hrs|hours)\)?)?"
)
LABEL = re.compile(
    r"\b(?P<label>first published|originally published|last updated|last modified|published|publish date|"
    r"publication date|posted|updated|modified|created|"
    r"released?|release date|date|issued|printed|aired|broadcast|first broadcast|filed)\b(?:\s+(?:on|at))?\s*[:|–-]?",
    re.I,
)
_REST = re.compile(
    rf"(?:{LABEL.pattern.replace('(?P<label>', '(?:')}|\b{WEEKDAY}\b\.?|\b{TIME}|"
    rf"T?\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:Z|[+-]\d{{2}}:?\d{{2}}|[+-]\d{{2}}\b)?|\b(?:on|at|in|by|and|the|"
    rf"first|last|GMT|UTC|EST|EDT|IST|BST|SGT|HKT|JST|PST|PDT|CET|CEST|ET|AM|PM)\b|[\s,|•·:()/–—Z+-])+",
    re.I,
)
_MONTH_NAME = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY_WITHOUT_YEAR = re.compile(rf"\b{_MONTH_NAME}\s+\d{{1,2}}(?:,|\b)|\b\d{{1,2}}\s+{_MONTH_NAME}", re.I)
_NUMBER = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
AGE = re.compile(
    rf"\b{_NUMBER}\s*(?P<unit>seconds?|secs?|s|minutes?|mins?|min|m|hours?|hrs?|hr|h|days?|d|weeks?|wks?|w|months?|"
    rf"mos?|years?|yrs?|y)(?:\s+\d{{1,2}}\s*m(?:in(?:ute)?s?)?)?\s+ago\b|\b(?P<word>just now|yesterday)\b",
    re.I,
)
LONGEST_CREDIT = 18  # words of a line such as 'Harbour Post | Thursday, 4 May 2023 | By Ann Lee | 3 min read'
FEW_NAMES = 3  # words beside a date that need no other sign of a credit
SMALL_WORDS = frozenset("a an and at by de edition for from in la le min mins minute minutes of on read the to".split())
SIGN = re.compile(rf"[|•·]|\([A-Z][\w .&’'-]+\)|\b[Bb][Yy] |\b{WEEKDAY}\b", re.I)
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
UNITS = {
    "s": "minute",
    "min": "minute",
    "m": "minute",
    "h": "hour",
    "d": "day",
    "w": "week",
    "mo": "month",
    "y": "year",
}


def find_date(words: str) -> str | None:
    """The first full date in a line as YYYY-MM-DD; None where there is none or day and month cannot be told apart."""
    for match in DATE.finditer(words[:300]):
        found = {name.rstrip("1234"): value for name, value in match.groupdict().items() if value is not None}
        month = found["month"].lower()
        number, day = MONTHS.get(month) or int(month), int(found["day"])
        if match["year4"]:
            if number > 12 >= day:
                number, day = day, number
            elif (
                day <= 12 and number != day and found["separator"] != "."
            ):  # dots are written where the day comes first
                continue
        try:
            return datetime.date(int(found["year"]), number, day).isoformat()
        except ValueError:
            continue
    return None


def date_label(words: str) -> str | None:
    """'published', 'updated' or another word that tells what a date is, lower case."""
    match = LABEL.search(words[:300])
    return match["label"].lower() if match else None


def is_date_line(words: str) -> bool:
    """Whether a line holds a date, or a labelled or bare time, and nothing else."""
    without = DATE.sub(" ", words, count=2)
    has_date = without != words
    if not has_date and not re.search(r"\d{1,2}[:.]\d{2}", words):
        return False
    short = _DAY_WITHOUT_YEAR.sub(" ", without)
    return not _REST.sub("", short).strip(" .")


def is_dated_credit(words: str) -> bool:
    """Whether a short line holds a date and otherwise names: 'Harbour Post, 4 May 2023. By Ann Lee in Leith'."""
    without = DATE.sub(" ", words, count=2)
    if without == words or len(words.split()) > LONGEST_CREDIT or words.endswith(("?", "!", ":", ",")):
        return False
    if words[0].islower() or re.match(r"(?:at|for|in|of|on|to) ", words, re.I):  # the beginning of a sentence
        return False
    rest = re.sub(rf"\b{WEEKDAY}\b|\b{TIME}|{LABEL.pattern.replace('(?P<label>', '(?:')}", " ", without, flags=re.I)
    names = [word for word in re.findall(r"[^\W\d_][\w’'&-]*", rest) if word.lower() not in SMALL_WORDS]
    if any(word[0].islower() for word in names):
        return False
    return SIGN.search(words) is not None or len(names) <= FEW_NAMES


def find_age(words: str) -> tuple[float, str] | None:
    """Count and unit of an age such as '3 hours ago'; seconds count as minutes."""
    match = AGE.search(words[:200])
    if match is None:
        return None
    if match["word"]:
        return (1.0, "day") if match["word"].lower() == "yesterday" else (0.0, "minute")
    unit = match["unit"].lower()
    key = (
        "mo"
        if unit.startswith("mo")
        else "s"
        if unit.startswith("s")
        else "min"
        if unit.startswith("mi") or unit == "m"
        else unit[0]
    )
    count = float(NUMBERS.get(match["count"].lower()) or match["count"])
    return (0.0 if key == "s" else count), UNITS[key]


def is_age(words: str) -> bool:
    """Whether a line is an age ('an hour ago', 'Updated 5 hours ago', '2h') and nothing else."""
    if re.fullmatch(r"\d{1,2} ?(?:h|hr|hrs|d|m|w)", words.strip(), re.I):
        return True
    if AGE.search(words) is None:
        return False
    return not LABEL.sub("", AGE.sub("", words)).strip(" |•·–—-.,:()")
