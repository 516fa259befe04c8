"""Quantities on public cases: share of values with their unit that are read, beside quantulum3 where it is installed.

    python bench/quantities.py [--errors]

Cases are read from ``$DOSSIER_SHARED/bench/qty.quantulum_tests.jsonl`` (default ``../shared``; never copied here). They
count without units 'dimensionless' and without durations; a range is right by both ends; 'from A to B' counts by its
ends too, as news convention gives two figures there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.amounts import Amount, read_amounts
from dossier.language.quantities.units import NAMED_RATES, read_money_context

CASES = "bench/qty.quantulum_tests.jsonl"
DURATIONS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "megayear", "gigayear")
# their names that are not spelled like our unit labels
RENAMED = {
    "pound sterling": "GBP", "dollar": "USD", "euro": "EUR", "yen": "JPY", "percentage": "percent", "pound-mass": "lb",
    "degree fahrenheit": "degF", "british thermal unit": "BTU", "cubic centimetre": "mL", "kilowatt-hour": "kWh",
    "ton per day": "t per day", "count per week": "times", "cent": "cents", "penny": "pence", "tonne": "t",
}  # fmt: skip


def unit_names() -> dict[str, str]:
    """Our units by the names that the cases use."""
    return {row["unit_label"].lower(): row["unit"] for row in load_lexicon("vocabulary/unit_list")}


def our_unit(name: str, names: dict[str, str]) -> str:
    """The unit a case means, also of rates such as 'dollar per hour'."""
    words = name.lower().replace("square second", "second squared")
    if words in RENAMED or words in names:
        return RENAMED.get(words) or names[words]
    parts = [part if part in DURATIONS else names.get(part) or RENAMED.get(part, part) for part in words.split(" per ")]
    return NAMED_RATES.get(" per ".join(parts), " per ".join(parts))


def is_right(expected: dict[str, Any], found: list[Amount], names: dict[str, str]) -> bool:
    """Is there an amount with this value and unit, or, of a range, are both ends there?"""
    unit = our_unit(expected["unit"], names)
    if unit == "dozen":  # we count the things: a dozen eggs are 12 eggs
        return any(
            a.value == 12 * expected["value"] for a in found if a.start < expected["end"] and a.end > expected["start"]
        )
    wanted = [float(expected["value"])]
    if expected.get("uncertainty") and "±" not in expected["text"] and "+/-" not in expected["text"]:
        wanted = [expected["value"] - expected["uncertainty"], expected["value"] + expected["uncertainty"]]
    near = [a for a in found if a.start < expected["end"] and a.end > expected["start"] and a.unit == unit]
    given = [end for a in near for end in (a.value, a.value_max) if end is not None]
    return all(any(abs(end - value) <= 1e-6 * max(1.0, abs(value)) for end in given) for value in wanted)


def counted_cases(shared: Path) -> list[tuple[str, dict[str, Any]]]:
    """Texts with the quantities that count."""
    cases = []
    for line in (shared / CASES).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        cases += [
            (case["text"], wanted)
            for wanted in case["expected"]
            if wanted["unit"] != "dimensionless" and wanted["unit"] not in DURATIONS
        ]
    return cases


def right_by_quantulum(cases: list[tuple[str, dict[str, Any]]]) -> int | None:
    """The same count for quantulum3 (these are its own tests), None where it is not installed."""
    try:
        from quantulum3 import parser  # type: ignore[import-not-found]
    except ImportError:
        return None
    right = 0
    for text, wanted in cases:
        found = parser.parse(text)
        right += any(
            abs(q.value - wanted["value"]) <= 1e-6 * max(1.0, abs(q.value)) and q.unit.name == wanted["unit"]
            for q in found
        )
    return right


def main() -> int:
    """Print the figures; 0 also where the cases are absent."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", action="store_true", help="list what was not read")
    options = arguments.parse_args()
    shared = Path(os.environ.get("DOSSIER_SHARED", "../shared"))
    if not (shared / CASES).is_file():
        print(f"skipped: {shared / CASES} is not there (set DOSSIER_SHARED)")
        return 0
    cases, names = counted_cases(shared), unit_names()
    found = {text: read_amounts(text, read_money_context(text, Counter())) for text, _ in cases}
    missed = [(text, wanted) for text, wanted in cases if not is_right(wanted, found[text], names)]
    print(
        f"quantities, value and unit: {len(cases) - len(missed)} of {len(cases)} = {1 - len(missed) / len(cases):.3f}"
    )
    theirs = right_by_quantulum(cases)
    print(
        "quantulum3: not installed"
        if theirs is None
        else f"quantulum3 (its own tests): {theirs} of {len(cases)} = {theirs / len(cases):.3f}"
    )
    if options.errors:
        for text, wanted in missed:
            print(f"  {wanted['text']!r} ({wanted['value']} {wanted['unit']}) in {text[:80]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
