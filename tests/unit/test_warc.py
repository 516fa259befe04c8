"""WARC archives."""

from __future__ import annotations

import gzip

from tests.unit.reading import documents, read_bytes, reasons

PAGE = "<!doctype html><title>Dam holds</title><h1>Dam holds</h1>" + "".join(
    f"<p>Paragraph {n}: the water board said on Friday that the dam would hold through the night – “no leaks”.</p>"
    for n in range(4)
)


def record(url: str, body: bytes, headers: str = "Content-Type: text/html", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


RECORDS = [
    record("https://a.example/1", PAGE.encode("cp1252"), "Content-Type: text/html; charset=windows-1252"),
    record("https://a.example/p.png", b"\x89PNG", "Content-Type: image/png"),
    record("https://a.example/gone", b"<html>gone", status="404 Not Found"),
    record("https://a.example/2", gzip.compress(PAGE.encode()), "Content-Type: text/html\r\nContent-Encoding: gzip"),
    record("https://a.example/3", b"<html><script>x</script>"),
    record("https://a.example/short", b"<html>", "Content-Type: text/html\r\nContent-Length: 9000"),
]


def test_every_page_that_answered_well_is_a_document_under_its_address() -> None:
    for content in (b"".join(RECORDS), b"".join(gzip.compress(one) for one in RECORDS)):
        name, records = read_bytes("crawl.warc.gz", content)
        first, second = documents(records)
        assert name == "warc"
        assert (first.record_key, first.uri, first.encoding) == ("https://a.example/1", "https://a.example/1", "cp1252")
        assert first.text == second.text and "– “no leaks”" in first.text
        assert (first.field("url"), first.field("title")) == ("https://a.example/1", "Dam holds")
        assert reasons(records) == [("https://a.example/3", "empty"), ("https://a.example/short", "truncated")]


def test_what_stands_before_the_cut_of_a_truncated_archive_is_landed() -> None:
    packed = gzip.compress(RECORDS[0]) + gzip.compress(RECORDS[3])
    for content in (packed[:-60], (RECORDS[0] + RECORDS[3])[:-200]):
        records = read_bytes("cut.warc", content)[1]
        assert [one.record_key for one in documents(records)] == ["https://a.example/1"]
        assert [code for _, code in reasons(records)] in (["broken-archive"], ["truncated"])
