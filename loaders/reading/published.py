"""Publication dates as metadata gives them, turned into EDTF; never a guess: what cannot be read is None."""

from __future__ import annotations

import datetime
import email.utils
import re

from dossier.month_names import MONTHS

MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
REST = r"(?:[\s,T|–-]+(?:at\s+)?\d{1,2}[:.]\d{2}.*)?"  # a clock time and zone, which the day does not need
EDTF_PART = r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?"
WRITTEN = tuple(
    re.compile(rf"(?:(?:published|updated|posted)(?:\s+on)?:?\s+)?(?:[a-z]{{3,9}}\.?,?\s+)?{form}{REST}", re.IGNORECASE)
    for form in (
        rf"{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        rf"{DAY}-{MONTH}-{YEAR}",
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{MONTH},?\s+{YEAR}",
    )
)
CLOCK_BEFORE_YEAR = re.compile(
    rf"(?:[a-z]{{3}},?\s+)?{MONTH}\s+(?P<day>\d{{1,2}})\s+\d{{2}}:\d{{2}}(?::\d{{2}})?\s+(?:[a-z]{{2,5}}\s+|[+-]\d{{4}}\s+)?{YEAR}",
    re.IGNORECASE,
)
ISO_DAY = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T\s].*)?")
COMPACT_DAY = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{6}.*)?")
EDTF = re.compile(rf"{EDTF_PART}|\d{{3}}X|(?:{EDTF_PART}|\.\.)/(?:{EDTF_PART}|\.\.)")
UNIX_SECONDS = re.compile(r"\d{9,10}|\d{12,13}")


def parse_published(value: str) -> str | None:
    """EDTF of a publication date given as ISO date or timestamp, EDTF, RFC 2822, Unix time or written date.

    The day is the one printed, in the publisher's own zone. Day-and-month orders that cannot be told apart
    ('03/04/2025') are not guessed.
    """
    text = " ".join(value.split()).strip("'\"").strip()
    if EDTF.fullmatch(text):
        return text if all(_is_valid(part) for part in re.split(r"/", text)) else None
    for pattern in (ISO_DAY, COMPACT_DAY, *WRITTEN, CLOCK_BEFORE_YEAR):
        if found := pattern.fullmatch(text):
            fields = found.groupdict()
            month = fields["month"].lower().rstrip(".")
            return _edtf(int(fields["year"]), MONTHS.get(month) or int(month), fields.get("day"))
    if UNIX_SECONDS.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    return _parse_mail_date(text) or _parse_slashed(text)


def _parse_mail_date(text: str) -> str | None:
    parsed = email.utils.parsedate(text) if re.match(r"[A-Za-z]{3},?\s|\d{1,2}\s[A-Za-z]{3}\s", text) else None
    return None if parsed is None else _edtf(parsed[0], parsed[1], str(parsed[2]))


def _parse_slashed(text: str) -> str | None:
    found = re.fullmatch(rf"(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}}){REST}", text)
    if found is None:
        return None
    first, second, year = (int(part) for part in found.groups())
    if first > 12 >= second or first == second:
        return _edtf(year, second, str(first))
    return _edtf(year, first, str(second)) if second > 12 >= first else None


def _edtf(year: int, month: int, day: str | None) -> str | None:
    text = f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{int(day):02d}"
    return text if _is_valid(text) else None


def _is_valid(part: str) -> bool:
    """Whether a single EDTF date names a day, month, season or year that exists."""
    pieces = part.rstrip("~?%").split("-")
    if part == ".." or "X" in part or len(pieces) == 1:
        return True
    if len(pieces) == 2:
        return 1 <= int(pieces[1]) <= 12 or 21 <= int(pieces[1]) <= 41
    try:
        datetime.date(int(pieces[0]), int(pieces[1]), int(pieces[2]))
    except ValueError:
        return False
    return True
