"""``import dossier`` as somebody uses it from a program or a notebook."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dossier
from dossier.settings import PROJECT_ROOT


def test_importing_it_imports_nothing_heavy() -> None:
    code = "import sys, dossier; print(*{name.partition('.')[0] for name in sys.modules})"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "dossier" in modules
    assert not {"duckdb", "pyarrow", "pandas", "numpy", "spacy", "dbt", "rich", "typer"} & set(modules)


def test_a_published_warehouse_answers_with_parameters_in_every_form(built: Path) -> None:
    with dossier.open(built) as published:
        assert (published.version, published.database.name) == (1, "dossier.duckdb")
        said = published.query("select name from documents where name in (?, ?)", ["harbour", "x' or 1=1"])
        named = published.query("select count(*) as n from events where origin_count >= $least", {"least": 1})
    assert said.columns == ["name"] and len(said) == 1
    assert said.rows() == list(said) == said.arrow().to_pylist() == [{"name": "harbour"}]
    assert said.pandas()["name"].tolist() == ["harbour"]
    assert named.rows()[0]["n"] > 0
    try:
        import polars  # noqa: F401
    except ImportError:
        with pytest.raises(dossier.DossierError, match="pip install polars"):
            said.polars()
    else:
        assert said.polars()["name"].to_list() == ["harbour"]


def test_the_notebook_runs_from_top_to_bottom(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_WAREHOUSE", str(built))
    notebook = json.loads((PROJECT_ROOT / "analyses" / "first_look.ipynb").read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    assert len(names["said"]) > 0


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('/etc/passwd')",
        "copy events to '/tmp/x.csv'",
        "drop table events",
        "select 1; select 1",
    ],
)
def test_only_one_harmless_select_is_answered(built: Path, sql: str) -> None:
    with dossier.open(built) as published, pytest.raises(dossier.DossierError, match="refused|Only one SELECT"):
        published.query(sql)


def test_the_steps_publish_a_version_and_open_ones_keep_theirs(own_copy: Path, documents: Path) -> None:
    before = dossier.open(own_copy)
    assert dossier.land(documents, own_copy).unchanged_count == 3
    assert dossier.build(documents, own_copy).was_unchanged
    assert dossier.publish(own_copy, text="none").version == 2
    with dossier.open(own_copy) as after, dossier.open(own_copy):
        assert after.version == 2
        texts = "select name, text from documents order by name"
        assert "water" in str(before.query(texts).rows()) and "water" not in str(after.query(texts).rows())
    before.close()


def test_what_cannot_be_done_raises_one_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(dossier.DossierError, match="Run dossier build"):
        dossier.open(tmp_path)
    with pytest.raises(dossier.DossierError, match="There is nothing at"):
        dossier.build("/no/such/place", tmp_path / "warehouse")
