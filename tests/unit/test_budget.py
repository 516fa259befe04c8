"""A document beyond its budget keeps its articles and parts, and says so; a reader that hangs holds nobody up."""

from __future__ import annotations

import pytest

from dossier.landing import budget
from dossier.landing.readings import Job, read_job
from dossier.language import reader
from dossier.language.analysis import Article


@pytest.mark.parametrize(("limit", "word"), [("SECONDS", "time"), ("MEMORY_BYTES", "memory")])
def test_what_takes_too_much_is_not_read_and_said_to_be(monkeypatch: pytest.MonkeyPatch, limit: str, word: str) -> None:
    def hang(article: Article) -> None:
        while True:
            sum(range(1000))

    monkeypatch.setattr(reader, "read_items", hang)
    monkeypatch.setattr(budget, "TICK_SECONDS", 0.05)
    text = "Dock workers returned to work in Valmouth on 14 May 2024.\n"
    read_job(Job("warm", text, "zxx", {}, ()))
    reader.read_document("warm", "Rain.", {}, (), "zxx")
    monkeypatch.setattr(budget, limit, 2.0 if limit == "SECONDS" else -(2**40))
    read = read_job(Job("doc", text, "en", {}, ()))
    assert [(row["reader"], row["error"]) for row in read.rows["reading_failures"]][0][0] == "budget"
    assert word in read.rows["reading_failures"][0]["error"]
    assert len(read.rows["read_articles"]) == 1 and "read_actor_mentions" not in read.rows
