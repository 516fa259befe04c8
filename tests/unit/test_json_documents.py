"""JSON files with records, and JSON Feeds."""

from __future__ import annotations

import json

from tests.unit.reading import documents, read_bytes, reasons

RAIN = {"headline": "Rain", "body": "It rained all day.", "publishedAt": "2024-03-02T10:00:00Z", "source": "Fen Post"}


def test_a_list_of_records_or_an_object_that_holds_one_is_read_by_usual_names() -> None:
    for whole in ([RAIN], {"status": "ok", "articles": [RAIN]}, {"response": 1, "results": {"items": [RAIN]}}, RAIN):
        for indent in (None, 1):
            name, records = read_bytes("a.json", json.dumps(whole, indent=indent).encode())
            (record,) = documents(records)
            assert (name, record.text) == ("json", "Rain\n\nIt rained all day.")
            assert (record.field("outlet"), record.field("published")) == ("Fen Post", "2024-03-02")


def test_a_json_feed_gives_an_entry_a_document() -> None:
    items = [
        {"id": "1", "url": "https://f.example/1", "title": "Rain", "content_html": "<p>It rained.</p><p>All day.</p>"},
        {"id": "2", "content_text": "Then it snowed.", "date_published": "2024-03-03T09:00:00+01:00"},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Fen Feed", "items": items}
    first, second = documents(read_bytes("feed.json", json.dumps(feed, indent=1).encode())[1])
    assert (first.text, first.uri, first.field("outlet")) == (
        "Rain\n\nIt rained.\n\nAll day.", "https://f.example/1", "Fen Feed",
    )  # fmt: skip
    assert (second.text, second.field("published")) == ("Then it snowed.", "2024-03-03")


def test_json_without_texts_is_set_aside_with_what_to_do() -> None:
    cases = (b"[1, 2]", b"{}", b'{"a":\n {"b": 1}}', b"[{")
    codes = [reasons(read_bytes("a.json", content)[1])[0][1] for content in cases]
    assert codes == ["unsupported-format", "bad-mapping", "bad-mapping", "bad-json"]
