"""A document beyond its budget holds nobody up: it is set aside, or only its parts are read."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dossier import budget
from dossier.landing.documents import land_documents, retry_rejections
from dossier.landing.workers import Job, read_job
from dossier.language import reader
from dossier.language.analysis import Article
from dossier.language.rows import ItemMentionRow
from dossier.raw_tables import create_raw_tables
from dossier.reading import whole_files
from dossier.reading.decoding import Decoded


@pytest.mark.parametrize(("limit", "word"), [("READING_SECONDS", "seconds"), ("MEMORY_BYTES", "memory")])
def test_what_takes_too_much_is_not_read_and_said_to_be(monkeypatch: pytest.MonkeyPatch, limit: str, word: str) -> None:
    def hang(article: Article) -> list[ItemMentionRow]:
        hang_in_python()
        return []

    monkeypatch.setattr(reader, "read_items", hang)
    monkeypatch.setattr(budget, "TICK_SECONDS", 0.05)
    text = "Dock workers returned to work in Valmouth on 14 May 2024.\n"
    read_job(Job("warm", text, "zxx", {}, ()))
    reader.read_document("warm", "Rain.", {}, (), "zxx")
    monkeypatch.setattr(budget, limit, 2.0 if limit == "READING_SECONDS" else -(2**40))
    read = read_job(Job("doc", text, "en", {}, ()))
    assert [(row["reader"], row["error"]) for row in read.rows["reading_failures"]][0][0] == reader.READER
    assert word in read.rows["reading_failures"][0]["error"]
    assert len(read.rows["read_articles"]) == 1 and "read_actor_mentions" not in read.rows


def hang_in_python() -> None:
    """For 30 seconds: a budget that does not work is to fail the test, not to hang it."""
    until = time.process_time() + 30
    while time.process_time() < until:
        sum(range(1000))


def hang_in_an_expression() -> None:
    re.fullmatch(r"(?:a|a)*b", "a" * 30)  # a billion ways


@pytest.mark.parametrize("hang", [hang_in_python, hang_in_an_expression])
def test_a_file_that_cannot_be_made_text_of_in_time_is_set_aside_and_the_next_is_landed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, hang: Callable[[], None]
) -> None:
    (tmp_path / "a.txt").write_text("Dock workers returned to work in Valmouth.\n")
    (tmp_path / "b.txt").write_text("Rain fell on the lower Teyn for a week.\n")
    decode = whole_files.decode_bytes

    def decode_or_hang(content: bytes, encoding: str | None) -> Decoded:
        if b"Dock" in content:
            hang()
        return decode(content, encoding)

    monkeypatch.setattr(whole_files, "decode_bytes", decode_or_hang)
    monkeypatch.setattr(budget, "FORMAT_SECONDS", 0.3)
    monkeypatch.setattr(budget, "TICK_SECONDS", 0.05)
    connection = duckdb.connect()
    create_raw_tables(connection)
    summary = land_documents(connection, str(tmp_path))
    assert [(uri, code) for uri, code, _ in summary.rejections] == [("a.txt", "over-budget")]
    assert "seconds that a document of its length may" in summary.rejections[0][2]
    assert summary.landed_count == 1
    kept = connection.execute("select bytes, reader, reader_version from raw.rejections").fetchone()
    assert kept is not None and kept[0].startswith(b"Dock") and kept[1] == "plain_text" and kept[2]
    monkeypatch.undo()
    assert retry_rejections(connection).landed_count == 1
