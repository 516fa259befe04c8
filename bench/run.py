"""All measurements of speed and growth, one after the other, and one table: `make bench`.

    python bench/run.py [PART …] [--list]

Each part is a script beside this one, run by itself with bounded sizes and a limit of time; what is missing or fails
is said in one line, and nothing here fails a build. The figures go to bench/figures.json; the table shows them beside
those that were there before.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from figures import read_figures

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Part:
    """A script with its arguments, and the minutes that it may take on two quiet cores."""

    name: str
    script: str
    arguments: tuple[str, ...]
    minutes: float


PARTS = (
    Part("pages", "documents.py", ("--speed",), 4),
    Part("screening", "screening.py", ("--megabytes", "200"), 2),
    Part("reading", "reading_speed.py", ("--documents", "150", "--workers"), 5),
    Part("judging", "growth.py", ("--sizes", "1000", "10000"), 14),
    Part("increment", "increment.py", ("--documents", "3000", "--more", "15"), 8),
    Part("queries", "queries.py", (), 6),
)


def run(part: Part) -> str:
    """Run a part with its output shown; returns what to say of it."""
    if not (HERE / part.script).is_file():
        return f"left out: there is no bench/{part.script}"
    print(f"\n# {part.name}: bench/{part.script} {' '.join(part.arguments)}", flush=True)
    started = time.monotonic()
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, str(HERE / part.script), *part.arguments]
    try:
        code = subprocess.run(command, check=False, env=environment, timeout=part.minutes * 60).returncode
    except subprocess.TimeoutExpired:
        return f"stopped after its {part.minutes:g} minutes"
    took = f"{time.monotonic() - started:.0f} s"
    return f"done in {took}" if code == 0 else f"failed after {took} (exit code {code})"


def table(before: dict[str, dict[str, object]], after: dict[str, dict[str, object]]) -> list[str]:
    """The figures as a Markdown table, with what each was before where that is another value."""
    lines = ["| figure | value | unit | target | before | change | note |", "|---|---:|---|---|---:|---:|---|"]
    for name, figure in sorted(after.items()):
        value, was = float(str(figure["value"])), before.get(name, {}).get("value")
        earlier = None if was is None or figure == before.get(name) else float(str(was))
        change = "" if not earlier else f"{100 * (value / earlier - 1):+.0f}%"
        cells = (
            name, f"{value:,.4g}", figure["unit"], figure.get("target", ""),
            "" if earlier is None else f"{earlier:,.4g}", change, figure.get("note", ""),
        )  # fmt: skip
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return lines


def main() -> int:
    """Run the parts named, else all; always 0."""
    names = [part.name for part in PARTS]
    parser = argparse.ArgumentParser(description="All measurements of speed and growth.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(names)}; default: all")
    parser.add_argument("--list", action="store_true", help="only print the table as it stands")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(names):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    before = read_figures()
    said = []
    for part in () if options.list else PARTS:
        if not options.parts or part.name in options.parts:
            said.append(f"{part.name}: {run(part)}")
    print()
    print("\n".join([*said, "", *table(before, read_figures())]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
