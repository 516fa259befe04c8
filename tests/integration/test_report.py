"""The report: one file that needs nothing else, quotes by licence, shows hostile words literally."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.hostile import hostile_copy
from tests.integration.conftest import run_dossier


def write(warehouse: Path, file: Path, *options: str) -> str:
    done = run_dossier("report", file, "-w", warehouse, *options)
    assert done.returncode == 0, done.stderr
    return file.read_text(encoding="utf-8")


def test_the_report_holds_everything_it_needs_and_loads_nothing(built: Path, tmp_path: Path) -> None:
    text = write(built, tmp_path / "all.html")
    page = re.sub(r"<script>.*?</script>", "", text, flags=re.S)
    assert not re.search(r"""(src|href|url\()\s*=?\s*["']?(https?:)?//""", page)
    assert "default-src 'none'" in page and "'unsafe-eval'" not in page
    assert "41 ships" in page and '<mark class="' in page
    # An open licence lets the whole sentence be quoted, no licence only what states the fact.
    assert "The strike had held up" in page and "licence CC-BY-4.0" in page
    assert "no licence known: quoted only" in page and "a week after" not in re.sub("<[^>]+>", "", page)


def test_a_report_keeps_to_an_actor_and_to_days(built: Path, tmp_path: Path) -> None:
    text = write(built, tmp_path / "erling.html", "--actor", "tomas erling")
    assert "<h1>Tomas Erling</h1>" in text and "Marlowe" not in text
    assert "14 May 2024" not in write(built, tmp_path / "march.html", "--to", "2024-03-31")
    nobody = run_dossier("report", tmp_path / "none.html", "-w", built, "--actor", "Nobody Known")
    assert nobody.returncode == 8 and "No actor is called Nobody Known" in nobody.stderr


def test_hostile_words_show_literally(built: Path, tmp_path: Path) -> None:
    text = write(hostile_copy(built, tmp_path / "hostile"), tmp_path / "hostile.html")
    assert "<img" not in text and "<script>alert" not in text and "\u202e" not in text
    assert "&lt;img src=x onerror=" in text
