"""The last figure of every measurement, kept in a file so that a change shows: JSON Lines, one figure a line, by
name."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

FIGURES = Path(__file__).with_name("figures.json")


def record(name: str, value: float, unit: str, note: str = "", path: Path = FIGURES, target: str = "") -> None:
    """Keep a figure under its name in place of the one before it; ``target`` is what it should be, such as '<= 0.8'."""
    kept = read_figures(path)
    kept[name] = {
        "name": name, "value": round(value, 4), "unit": unit, "target": target, "note": note,
        "measured_on": datetime.now(UTC).date().isoformat(),
    }  # fmt: skip
    lines = [json.dumps(kept[key], ensure_ascii=False) for key in sorted(kept)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_figures(path: Path = FIGURES) -> dict[str, dict[str, object]]:
    """All figures by name."""
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {figure["name"]: figure for figure in map(json.loads, filter(None, lines))}
