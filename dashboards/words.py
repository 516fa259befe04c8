"""Published values as people write them: dates, amounts, counts."""

from __future__ import annotations

import re

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
SEASONS = {
    **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    **{25: "spring", 26: "summer", 27: "autumn", 28: "winter", 29: "spring", 30: "summer", 31: "autumn", 32: "winter"},
    **{33: "1st quarter", 34: "2nd quarter", 35: "3rd quarter", 36: "4th quarter"},
    **{37: "early", 38: "middle of", 39: "late", 40: "1st half", 41: "2nd half"},
}
EDTF_DAY = re.compile(r"(-?[\dX]{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$")
COMPARATORS = {"about": "about ", "lt": "under ", "gt": "over "}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def when(edtf: str | None) -> str:
    """An EDTF date in words; what is none comes back as it is."""
    if not edtf:
        return "undated"
    if "/" not in edtf:
        return _moment(edtf)
    first, _, last = edtf.partition("/")
    if first in ("", ".."):
        return f"until {_moment(last)}"
    if last in ("", ".."):
        return f"since {_moment(first)}"
    return f"{_moment(first)} – {_moment(last)}"


def amount(value: float | None, value_max: float | None, unit: str | None, comparator: str | None) -> str:
    """A figure's value with its unit: ``about 4.6 million USD``, ``12–15 percent``."""
    if value is None:
        return "no single value"
    number = scaled(value)
    if value_max is not None:
        number = f"{number}–{scaled(value_max)}"
    return f"{COMPARATORS.get(comparator or '', '')}{number}{'' if not unit else f' {unit}'}"


def scaled(value: float) -> str:
    """A number as news print it."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.4g} {name}"
    return f"{value:,.10g}"


def count_of(number: int | None, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    count = number or 0
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def _moment(edtf: str) -> str:
    found = EDTF_DAY.match(edtf)
    if found is None:
        return edtf
    year, month, day, doubt = found.groups()
    words = f"{year[:3]}0s" if year.endswith("X") else year
    if month is not None:
        number = int(month)
        name = MONTHS[number - 1] if 1 <= number <= 12 else SEASONS.get(number)
        if name is None:
            return edtf
        words = f"{name} {words}"
    if day is not None:
        words = f"{int(day)} {words}"
    return f"about {words}" if doubt else words
