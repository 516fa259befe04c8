"""Formats, decoding and metadata of what is landed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.reading.decoding import decode_bytes
from dossier.reading.formats import format_of, known_formats
from dossier.reading.markdown import visible_text
from dossier.reading.records import Document, InputFile, Rejection, Unreadable


def read(tmp_path: Path, name: str, content: bytes) -> tuple[str, list[Document | Rejection]]:
    path = tmp_path / name
    path.write_bytes(content)
    file = InputFile(name, path.stem, path, lambda: path.open("rb"))
    form = format_of(file)
    return form.name, list(form.read(file))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"Plain words.", "plain_text"),
        ("a", b"Plain words.", "plain_text"),
        ("a.txt", b'{"id": 1, "text": "A record under a plain name."}\n', "json_lines"),
        ("a.txt", b'{"braces"} begin this sentence.\n', "plain_text"),
        ("a.jsonl", b"not json at all\n", "json_lines"),
        ("a.md", b"Plain words.", "markdown"),
        ("a.txt", b"---\ntitle: A page\n---\nWords.", "markdown"),
        ("a.txt", b"# Heading\n\nSee [this](https://example.org).", "markdown"),
        ("a.txt", b"#hashtag trends again\n", "plain_text"),
        ("a.txt", b"<!doctype html><p>Words.", "html"),
        ("a", b"<div><p>One</p><p>Two</p><a href='/'>three</a></div>", "html"),
        ("a.txt", b"<tag> is what this sentence begins with.", "plain_text"),
        ("a.html", b"Plain words under a name that promises more.", "plain_text"),
        ("a.md", b"<div align=center>\n\n# Title\n\n</div><p><p><p>", "markdown"),
        ("a.html", b"<?xml version='1.0'?>\n<rss><channel><item/></channel></rss>", "feed"),
        ("a.html", b"%PDF-1.4 and so on", "pdf"),
        ("a.csv", b"when,what\n1,2\n", "table"),
    ],
)
def test_a_format_is_told_by_content_before_its_name(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    assert read(tmp_path, name, content)[0] == expected


def test_every_format_module_is_known_and_plain_text_is_asked_last() -> None:
    names = [form.name for form in known_formats()]
    assert names == ("pdf warc docx archive json json_lines gdelt feed mail html table markdown plain_text".split())


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("naïve".encode(), "naïve", "utf-8"),
        ("\ufeffnaïve".encode(), "naïve", "utf-8"),
        ("naïve words".encode("utf-16"), "naïve words", "utf-16-le"),
        ("plain words".encode("utf-16-be"), "plain words", "utf-16-be"),
        ("“It’s done,” she said – and left. No accents elsewhere in the text.".encode("cp1252"),
         "“It’s done,” she said – and left. No accents elsewhere in the text.", "cp1252"),
        ("“é” ".encode() * 9 + b"\xff", "“é” " * 9 + "\ufffd", "utf-8, damaged"),
        (b"one\r\ntwo\r\n", "one\r\ntwo\r\n", "utf-8"),
        (b"a stray \0 byte" + b" among others" * 9, "a stray \ufffd byte" + " among others" * 9, "utf-8"),
    ],
)  # fmt: skip
def test_bytes_are_decoded_and_the_encoding_is_named(content: bytes, text: str, encoding: str) -> None:
    decoded = decode_bytes(content)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"%PDF-1.4", b"\0" * 100, b"PK\x03\x04rest"])
def test_binary_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        decode_bytes(content)


def test_a_declared_encoding_goes_before_a_guess() -> None:
    assert decode_bytes("Łódź".encode("cp1250"), "cp1250").text == "Łódź"
    with pytest.raises(Unreadable, match="not known"):
        decode_bytes(b"words", "cp-nonsense")


def test_markdown_becomes_what_a_reader_sees_a_block_a_line() -> None:
    source = (
        "# Budget *passed*\n\nA [vote](https://x.org) ended\nthe **long** session.\n\n- first\n- second\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- hidden -->\n\n![A crowd](p.png)\n\n> Quoted.\n"
    )
    assert [line for line in visible_text(source).splitlines() if line] == [
        "Budget passed",
        "A vote ended the long session.",
        "- first",
        "- second",
        "a | b",
        "1 | 2",
        "A crowd",
        "Quoted.",
    ]


def test_a_record_becomes_title_blank_line_text_and_keeps_its_other_fields(tmp_path: Path) -> None:
    line = (
        b'{"id": 7, "title": "Rates held", "text": "The bank waited.\\u0000\\ud800", '
        b'"published": "2024-02-01T09:30:00Z", "desk": "money"}\n'
    )
    (record,) = read(tmp_path, "feed.jsonl", line)[1]
    assert isinstance(record, Document)
    assert record.text == "Rates held\n\nThe bank waited.\ufffd\ufffd"
    assert (record.record_key, record.name, record.uri) == ("7", "7", "feed.jsonl#7")
    assert (record.field("published"), record.field("published_as_given")) == ("2024-02-01", "2024-02-01T09:30:00Z")
    assert record.field("desk") == "money"


def test_a_sidecar_goes_before_front_matter(tmp_path: Path) -> None:
    from dossier.reading.metadata import read_sidecar

    path = tmp_path / "a.md"
    path.write_bytes(b"---\noutlet: Page\nauthor: A. Writer\n---\nWords.\n")
    file = InputFile("a.md", "a", path, lambda: path.open("rb"), read_sidecar(b"outlet: Sidecar\nlicense: CC0\n"))
    (record,) = format_of(file).read(file)
    assert isinstance(record, Document)
    assert (record.field("outlet"), record.field("author"), record.field("licence")) == ("Sidecar", "A. Writer", "CC0")


def test_a_sidecar_with_aliases_is_refused_before_it_is_expanded() -> None:
    from dossier.reading.metadata import read_sidecar

    with pytest.raises(Unreadable, match="aliases"):
        read_sidecar(b"a: &x [1, 2]\nb: [*x, *x]\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("style.css", b"body { color: red }"),
        ("app.js", b"var a = 1;"),
        ("a.tar.zst", b"\x28\xb5\x2f\xfd" + b"words " * 9),
        ("font", b"wOF2" + b"words " * 9),
        ("sitemap.xml", b"<?xml version='1.0'?>\n<urlset><url><loc>https://a.example/</loc></url></urlset>"),
        ("feeds.opml", b"<?xml version='1.0'?><!-- mine --><opml><body/></opml>"),
    ],
)
def test_what_lies_about_beside_documents_is_named_and_set_aside(tmp_path: Path, name: str, content: bytes) -> None:
    _, (rejection,) = read(tmp_path, name, content)
    assert isinstance(rejection, Rejection) and rejection.reason_code == "unsupported-format"
    assert "has no reader here" in rejection.reason
