"""Whatever bytes come, they become documents or are set aside; whatever a text holds, offsets stay exact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given

from dossier.language.reader import read_document
from dossier.reading.metadata import read_sidecar
from dossier.reading.records import Document, Rejection, Unreadable, clean_text
from tests.fuzz.conftest import generated, made
from tests.fuzz.inputs import encoded, files, names, texts
from tests.unit.reading import read_bytes

WORDS = ("text", "quote")  # columns that must be what stands between start_char and end_char


@generated(short=400, long=13_000)
@given(names, files)
def test_bytes_become_documents_or_are_set_aside_with_a_reason(name: str, content: bytes) -> None:
    made["files"] += 1
    _, records = read_bytes(name, content)
    for record in records:
        if isinstance(record, Rejection):
            assert record.reason and record.reason_code and record.sha256
            continue
        check_document(record)


def check_document(document: Document) -> None:
    """What landing and every later step rely on."""
    assert document.text.strip() and document.text == clean_text(document.text)
    document.text.encode("utf-8")
    document.name.encode("utf-8")
    assert document.document_id.startswith("doc")
    for item in document.metadata:
        item.value.encode("utf-8")
    for block in document.blocks:
        assert 0 <= block.start_char < block.end_char <= len(document.text)


@generated(short=120, long=6_500)
@given(texts)
def test_every_row_read_from_a_text_has_its_exact_words(text: str) -> None:
    made["texts"] += 1
    text = clean_text(text)
    if text.strip():
        check_rows(text, read_document("doc", text, {"title": text[:80], "outlet": text[-40:], "published": text[:20]}))


def check_rows(text: str, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    """No reader failed, parts cover the words in order, and offsets give the words."""
    assert [(row["reader"], row["error"]) for row in rows.get("reading_failures", ())] == []
    for table, found in rows.items():
        for row in found:
            words = next((row[column] for column in WORDS if row.get(column) is not None), None)
            if row.get("start_char") is not None and words is not None:
                start, end = (row["start_char"], row["end_char"])
                if table == "read_figure_reports":
                    assert text[row["quote_start_char"] : row["quote_end_char"]] == row["quote"], (table, row)
                assert text[start:end] == words and words == words.strip(), (table, row)
            if row.get("trigger_start_char") is not None:
                assert text[row["trigger_start_char"] : row["trigger_end_char"]] == row["trigger"], (table, row)
    at = 0
    for part in rows["read_parts"]:
        assert not text[at : part["start_char"]].strip() and part["start_char"] >= at, (at, part)
        at = part["end_char"]
    assert not text[at:].strip()


@generated(short=100, long=1_500)
@given(encoded)
def test_a_sidecar_is_read_or_refused(content: bytes) -> None:
    made["sidecars"] += 1
    for body in (content, b"title: " + content, b"- &a [*a, *a]\n" + content, b"outlet: !!python/object:os.system\n"):
        try:
            metadata = read_sidecar(body).metadata
        except Unreadable as refusal:
            assert str(refusal)
        else:
            for item in metadata:
                item.value.encode("utf-8")
