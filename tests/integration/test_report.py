"""The report: one file that needs nothing else, quotes by licence, shows hostile words literally."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import dossier
from dashboards.report.writing import Choice, write_report
from dossier.published import open_published
from dossier.settings import Warehouse
from tests.browser.hostile import hostile_copy
from tests.integration.conftest import run_dossier


def page_of(text: str) -> str:
    """The file without Vega's code."""
    return re.sub(r"<script>.*?</script>", "", text, flags=re.S)


def write(warehouse: Path, choice: Choice) -> str:
    with open_published(Warehouse(warehouse)) as connection:
        return page_of(write_report(connection, 1, choice))


def test_the_report_holds_everything_it_needs_and_loads_nothing(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.html"
    done = run_dossier("report", file, "-w", built)
    assert done.returncode == 0, done.stderr
    page = page_of(file.read_text(encoding="utf-8"))
    assert not re.search(r"""(src|href|url\()\s*=?\s*["']?(https?:)?//""", page)
    assert "default-src 'none'" in page and "'unsafe-eval'" not in page
    assert "41 ships" in page and '<mark class="' in page
    # An open licence lets the whole sentence be quoted, no licence only what states the fact.
    assert "The strike had held up" in page and "licence CC-BY-4.0" in page
    assert "no licence known: quoted only" in page and "a hydrologist at the agency" not in page


def test_a_report_keeps_to_an_actor_and_to_days(built: Path) -> None:
    erling = write(built, Choice(actor="tomas erling"))
    assert "<h1>Tomas Erling</h1>" in erling and "Marlowe" not in erling
    assert "14 May 2024" not in write(built, Choice(day_to=date(2024, 3, 31)))
    with pytest.raises(dossier.DossierError, match="No actor is called Nobody Known"):
        write(built, Choice(actor="Nobody Known"))


def test_hostile_words_show_literally(built: Path, tmp_path: Path) -> None:
    page = write(hostile_copy(built, tmp_path / "hostile"), Choice())
    assert "<img" not in page and "<script>" not in page and "\u202e" not in page
    assert "&lt;img src=x onerror=" in page
