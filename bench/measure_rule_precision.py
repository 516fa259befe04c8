"""Measure how often each reading rule is right on the labelled cases: writes seeds/reference/rule_precisions.csv.

A test module under tests/unit/ takes part by defining ``labelled_rows()``, which reads its own cases and yields
``(reader, rule, is_right)`` for every row that a rule made. Marts join the result to every row of the rule.

    python bench/measure_rule_precision.py            # rewrite the seed
    python bench/measure_rule_precision.py --check    # exit status 1 when the seed is out of date
"""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SEED = PROJECT_ROOT / "seeds" / "reference" / "rule_precisions.csv"
FEWEST_CASES = 5  # fewer say nothing about a rule: it stays unmeasured


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every row read in the cases of all test modules that give them."""
    for path in sorted((PROJECT_ROOT / "tests" / "unit").glob("test_*.py")):
        if "def labelled_rows(" not in path.read_text(encoding="utf-8"):
            continue
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            raise ImportError(f"cannot load {path}")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield from module.labelled_rows()


def measured() -> str:
    """The seed as it should be."""
    cases: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for reader, rule, is_right in labelled_rows():
        cases[reader, rule] += 1
        right[reader, rule] += is_right
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
