"""The explorer's pages on a built warehouse, without a browser (``make browser`` looks at them in one)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import dossier
from dossier.judgements import read_judgements
from dossier.settings import PROJECT_ROOT
from tests.browser.hostile import PAYLOAD, hostile_copy

APP = PROJECT_ROOT / "dashboards" / "explorer" / "app.py"
PAGES = ("timeline", "actors", "figures", "disputed", "sources", "search", "review")


@pytest.fixture(autouse=True)
def verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Verdicts go to a file of the test."""
    monkeypatch.setenv("DOSSIER_JUDGEMENTS", str(tmp_path / "judgements.csv"))


def look(warehouse: Path, page: str | None = None, **address: str) -> Any:
    """A page after its first run: by its name, or what the frame shows at an address."""
    os.environ["DOSSIER_WAREHOUSE"] = str(warehouse)
    try:
        code = f"from dashboards.explorer.pages import {page} as page; page.show()"
        app = AppTest.from_file(str(APP)) if page is None else AppTest.from_string(code)
        app.query_params.update(address)
        app.run(timeout=60)
    finally:
        del os.environ["DOSSIER_WAREHOUSE"]
    assert [error.value for error in app.exception] == []
    return app


def html_of(app: Any) -> str:
    """All HTML that a page writes."""
    return "\n".join(element.proto.body for element in app.get("html"))


def ids(warehouse: Path, sql: str) -> list[str]:
    """The first column of a query on the published file."""
    with dossier.open(warehouse) as published:
        return [str(next(iter(row.values()))) for row in published.query(sql)]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_one_heading_and_leads_on(built: Path, page: str) -> None:
    words = html_of(look(built, page))
    assert words.count("<h1") == 1
    assert page in ("search", "review", "disputed") or "?fact=" in words


@pytest.mark.parametrize(
    "sql",
    [
        "select event_id from marts.events limit 1",
        "select figure_report_id from marts.figure_reports limit 1",
        "select statement_id from marts.statements limit 1",
    ],
)
def test_behind_every_number_stand_its_reports_and_the_marked_text(built: Path, sql: str) -> None:
    words = html_of(look(built, fact=ids(built, sql)[0]))
    assert '<ol class="reports">' in words
    assert '<article class="text"' in words and "<mark class=" in words.partition('<article class="text"')[2]


def test_actors_articles_and_outlets_have_pages_and_an_unknown_id_says_so(built: Path) -> None:
    for sql, expected in (
        ("select actor_id from marts.actors where mention_count > 0 order by 1 limit 1", "Names in print"),
        ("select document_id from marts.documents where name = 'harbour'", "41 ships"),
        ("select source_id from marts.articles where source_id is not null limit 1", "Articles"),
    ):
        assert expected in html_of(look(built, fact=ids(built, sql)[0]))
    assert "There is no evt0." in html_of(look(built, fact="evt0"))


def test_filters_narrow_and_an_empty_answer_says_what_to_do(built: Path) -> None:
    every = html_of(look(built, "timeline")).count("<li>")
    assert 0 < html_of(look(built, "timeline", outlet="valmouth")).count("<li>") < every
    assert "Clear a filter" in html_of(look(built, "timeline", actor="nobody' or 1=1 --"))
    assert "Tomas Erling" in html_of(look(built, "search", words="falling waters"))
    assert "harbour" in html_of(look(built, "search", words="strikes", where="texts")).lower()


def test_words_of_documents_show_literally_on_every_page(built: Path, tmp_path: Path) -> None:
    hostile = hostile_copy(built, tmp_path / "hostile")
    facts = ids(
        hostile, "(select event_id from marts.events limit 1) union all (select actor_id from marts.actors limit 1)"
    )
    for app in [*(look(hostile, page) for page in PAGES if page != "review"), *(look(hostile, fact=i) for i in facts)]:
        words = html_of(app)
        assert "<img" not in words and "<script" not in words and "\u202e" not in words
        assert not any(PAYLOAD[:20] in element.value for element in app.markdown)
    assert "&lt;img src=x onerror=" in html_of(look(hostile, "timeline"))


def test_withheld_words_are_told_as_withheld(built: Path, tmp_path: Path) -> None:
    withheld = hostile_copy(built, tmp_path / "withheld")
    with duckdb.connect(str(withheld / "published" / "000001" / "dossier.duckdb")) as connection:
        connection.execute(r"update marts.documents set text = regexp_replace(text, '\S', '·', 'g')")
    words = html_of(look(withheld, fact=ids(withheld, "select event_id from marts.events limit 1")[0]))
    assert "Words of this text are not published" in words and "··" not in words


def test_without_a_publication_the_page_names_the_commands(tmp_path: Path) -> None:
    app = look(tmp_path)
    assert "Nothing is published here yet" in html_of(app)
    assert any("make build" in block.value for block in app.code)


def test_a_verdict_needs_a_reason_and_is_written_once(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dashboards.explorer.pages import review

    left, right = ids(built, "select event_report_id from marts.event_reports order by 1 limit 2")
    side = {"outlet": None, "published": None, "uri": "a.txt", "text": "Ships came.", "start_char": 0, "end_char": 5}
    pair = {
        **{"table_name": "events", "is_taken": False, "reason": "too little in common"},
        **{"reports": 1, "articles": 1, "origins": 1, "left_id": left, "right_id": right},
        **{f"{end}_{name}": value for end in ("left", "right") for name, value in side.items()},
    }
    monkeypatch.setattr(review, "_queue", lambda table: [pair])
    monkeypatch.setenv("DOSSIER_WAREHOUSE", str(built))
    app = AppTest.from_string("from dashboards.explorer.pages import review; review.show()").run(timeout=60)
    app.button(key=f"different-{left}-{right}").click().run()
    assert "needs its reason" in app.error[0].value
    assert not (tmp_path / "judgements.csv").exists()
    app.text_input(key=f"why-{left}-{right}").set_value("two harbours").run()
    app.text_input(key="judge_name").set_value("Ada").run()
    app.button(key=f"different-{left}-{right}").click().run()
    assert [error.value for error in app.exception] == []
    (written,) = read_judgements(tmp_path / "judgements.csv")
    assert (written.verdict, written.why, written.judged_by, written.pair) == (
        "different", "two harbours", "Ada", frozenset((left, right)),
    )  # fmt: skip
    assert "There is no pair to judge" in html_of(app)
