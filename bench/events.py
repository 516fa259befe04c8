"""Events against public cases: PETRARCH2's validation set (root types) and ECB+ (occurrences found).

    python bench/events.py [--errors]

Reads ``$DOSSIER_SHARED/bench`` (default ``../shared/bench``); says so and stops where it is not there.
The mapping from CAMEO to root types (``cameo_roots.csv``) was written before any error was looked at.
A PETRARCH2 case with typed events is right when one of our typed events has an expected root; a case without events, or
with public statements only (CAMEO 01), is right when we find no typed event.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path
from typing import Any

from dossier.ids import make_id
from dossier.language.reader import read_document

BENCH = Path(os.environ.get("DOSSIER_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "bench"


def load_roots() -> dict[str, str]:
    """Root types by CAMEO root; empty where there is none."""
    with (Path(__file__).parent / "cameo_roots.csv").open(encoding="utf-8", newline="") as file:
        return {row["cameo_root"]: row["event_type"] for row in csv.DictReader(file)}


def read_cases(name: str) -> list[dict[str, Any]]:
    """Cases of a JSON Lines file."""
    return [json.loads(line) for line in (BENCH / name).read_text(encoding="utf-8").splitlines()]


def score_petrarch(show_errors: bool) -> tuple[int, int, int, int]:
    """Right and all cases with typed events expected; right and all cases where none is."""
    roots, right, cases, quiet_right, quiet = load_roots(), 0, 0, 0, 0
    for case in read_cases("event.petr2_gsr_validation.jsonl"):
        if not case["text"]:
            continue
        expected = {roots[e["eventcode"][:2]] for e in case["expected"] if "eventcode" in e} - {""}
        rows = read_document(make_id("doc", case["id"]), case["text"], {})
        found = {e["event_type"] for e in rows["read_event_reports"]} - {"other"}
        is_right = bool(found & expected) if expected else not found
        if expected:
            right, cases = right + is_right, cases + 1
        else:
            quiet_right, quiet = quiet_right + is_right, quiet + 1
        if show_errors and not is_right:
            print(case["id"], sorted(expected), sorted(found), case["text"][:200], sep=" | ")
    return right, cases, quiet_right, quiet


def score_ecbplus(show_errors: bool) -> tuple[int, int]:
    """ACTION_OCCURRENCE mentions that overlap the trigger of an event, and all of them."""
    hit = total = 0
    for case in read_cases("coref.ecbplus_dev.jsonl"):
        rows = read_document(make_id("doc", case["id"]), case["text"], {})
        spans = [(e["trigger_start_char"], e["trigger_end_char"]) for e in rows["read_event_reports"]]
        for mention in case["expected"]:
            if mention["tag"] == "ACTION_OCCURRENCE":
                found = any(start < mention["end"] and end > mention["start"] for start, end in spans)
                hit, total = hit + found, total + 1
                if show_errors and not found:
                    print(
                        case["id"],
                        mention["text"],
                        case["text"][max(0, mention["start"] - 60) : mention["end"] + 40].replace("\n", " "),
                        sep=" | ",
                    )
    return hit, total


def main() -> None:
    """Print all figures."""
    if not BENCH.is_dir():
        print(f"skipped: {BENCH} is not there (set DOSSIER_SHARED)")
        return
    show_errors = "--errors" in sys.argv
    right, cases, quiet_right, quiet = score_petrarch(show_errors)
    print(f"petrarch2 root type        {right / cases:.3f}  ({right} of {cases})")
    print(f"petrarch2 rightly silent   {quiet_right / quiet:.3f}  ({quiet_right} of {quiet})")
    hit, total = score_ecbplus(show_errors)
    print(f"ecb+ occurrences found     {hit / total:.3f}  ({hit} of {total})")


if __name__ == "__main__":
    main()
