"""Measure how often each reading rule is right on the labelled cases: writes seeds/reference/rule_precisions.csv.

A test module under tests/unit/ takes part by defining ``labelled_rows()``, which reads its own cases and yields
``(reader, rule, is_right)`` for every row that a rule made. Marts join the result to every row of the rule.

    python bench/measure_rule_precision.py            # rewrite the seed
    python bench/measure_rule_precision.py --check    # exit status 1 when the seed is out of date
"""

from __future__ import annotations

import csv
import importlib
import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SEED = PROJECT_ROOT / "seeds" / "reference" / "rule_precisions.csv"
sys.path.insert(0, str(PROJECT_ROOT))  # the cases are modules of the tests
FEWEST_CASES = 5  # fewer say nothing about a rule: it stays unmeasured


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every row read in the cases of all test modules that give them."""
    for path in sorted((PROJECT_ROOT / "tests" / "unit").glob("test_*.py")):
        if "def labelled_rows(" not in path.read_text(encoding="utf-8"):
            continue
        module = importlib.import_module(f"tests.unit.{path.stem}")
        yield from module.labelled_rows()


def measured() -> str:
    """The seed as it should be."""
    cases: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for reader, rule, is_right in labelled_rows():
        family = rule.partition("|")[0]  # each trigger of an event is a rule: they are measured together
        cases[reader, family] += 1
        right[reader, family] += is_right
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["reader", "rule", "case_count", "rule_precision"])
    for (reader, rule), count in sorted(cases.items()):
        if count >= FEWEST_CASES:
            writer.writerow([reader, rule, count, round(right[reader, rule] / count, 3)])
    return text.getvalue()


def main() -> int:
    """Write or check the seed."""
    text = measured()
    if "--check" in sys.argv[1:]:
        return int(SEED.read_text(encoding="utf-8") != text)
    SEED.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
