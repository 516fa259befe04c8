"""What the pages of docs/connect tell people to type works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from dossier.settings import PROJECT_ROOT

PAGES = PROJECT_ROOT / "docs" / "connect"


def blocks(page: str, language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", (PAGES / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert found, f"{page} has no block of {language}"
    return found


@pytest.mark.parametrize("page", ["duckdb.md", "grafana.md"])
def test_the_sql_of_a_page_runs_on_the_published_file(built: Path, page: str) -> None:
    with duckdb.connect(str(built / "published" / "current" / "dossier.duckdb"), read_only=True) as published:
        for block in blocks(page, "sql"):
            sql = block.replace("$__timeFrom()", "'2024-01-01'").replace("$__timeTo()", "'2025-01-01'")
            for statement in published.extract_statements(sql):
                published.execute(statement).fetchall()


def test_the_cells_of_the_jupyter_page_run(built: Path) -> None:
    (cell,) = blocks("jupyter.md", "python")
    exec(compile(cell.replace("warehouse/sample", str(built)), "jupyter.md", "exec"), {})


def test_every_page_is_on_the_site_and_says_what_was_tried() -> None:
    pages = sorted(path.name for path in PAGES.glob("*.md"))
    site = (PROJECT_ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name for name in pages if f"connect/{name}" not in site] == []
    silent = [name for name in pages if "tried" not in (PAGES / name).read_text(encoding="utf-8").lower()]
    assert silent == []
