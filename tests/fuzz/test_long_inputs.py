"""Long inputs of one pattern: what they cost grows with their length and no faster, so 1 MB never makes a reader hang.

The short form reads 2 kB of some patterns in each shape, the long form (DOSSIER_SOAK=1) all of them: 1 MB where the
pattern stands alone, 50 kB in lines and among words.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from dossier.language.analysis import load_model
from dossier.language.reader import read_document
from dossier.reading.records import NARROW_LINE_CHARS, Document
from tests.fuzz.conftest import IS_LONG, made
from tests.unit.reading import read_bytes

PATTERNS = (
    *"\"“'’([{)<>|*_#-—.,;:!?/\\&%$@^~`=+7a中😀",
    *("“”", "()", "1,", "1.", "A.", "a-", "a@", "'s", "\u0301", "e\u0301", "\u202e", "\u200b", "\u00a0", "\t"),
    *(", ", "- ", "7 ", "A. ", "# ", "> ", "| ", "* ", ". ", "$1 ", "© "),
    *(
        "the the ",
        "Word ",
        "Smith Jones ",
        "USA ",
        "and ",
        "Smith and ",
        "Ministry of ",
        "Paris, ",
        "he said ",
        '"x," he said. ',
    ),
    *(
        "on Monday ",
        "5 May 2024 ",
        "in 2024 ",
        "one hundred ",
        "million ",
        "Mr. Smith ",
        "killed ",
        "John's ",
        "Name: ",
        "http://a.b/ ",
    ),
)


def repeated(pattern: str, length: int) -> str:
    """The pattern over and over, in lines of 90,000 characters."""
    line = pattern * (min(length, 90_000) // len(pattern))
    return "\n\n".join([line] * max(1, length // len(line)))


def in_lines(pattern: str, length: int) -> str:
    """In lines as wide as many must be to be a document; so many of one line are set aside where 1 MB lands."""
    line = (pattern * NARROW_LINE_CHARS).strip()[:NARROW_LINE_CHARS] or pattern * NARROW_LINE_CHARS
    return f"{line}\n" * (length // (len(line) + 1))


def among_words(pattern: str, length: int) -> str:
    """Between words that nobody knows, all different."""
    made_up = random.Random(1)
    pieces: list[str] = []
    size = 0
    while size < length:
        word = "".join(made_up.choice("bdfglmnprst") + made_up.choice("aeiou") for _ in range(3))
        pieces.append(pattern * 3 + (word.title() if size % 2 else word) + " ")
        size += len(pieces[-1])
    return "".join(pieces)


def seconds(text: str) -> float:
    """Processor time to read a text."""
    started = time.process_time()
    rows = read_document("doc", text, {})
    assert rows.get("reading_failures", []) == []
    return time.process_time() - started


@pytest.mark.parametrize("shape", [in_lines, among_words] if IS_LONG else [repeated, in_lines, among_words])
def test_no_pattern_makes_reading_slow(shape: Callable[[str, int], str]) -> None:
    """A million characters of news text take some 50 seconds on a slow machine; nothing may take five times as many."""
    load_model()
    length = 50_000 if IS_LONG else 2_000
    took = {}
    for pattern in PATTERNS if IS_LONG else PATTERNS[::5]:
        made["long texts"] += 1
        took[pattern] = seconds(shape(pattern, length)) * 1_000_000 / length
    slowest = max(took, key=lambda pattern: took[pattern])
    print(f"\n{shape.__name__}: slowest is {slowest!r}, {took[slowest]:.0f} s of processor time a million characters")
    assert took[slowest] < (300 if IS_LONG else 900), {
        pattern: round(each) for pattern, each in took.items() if each > 100
    }


@pytest.mark.skipif(not IS_LONG, reason="the long form")
def test_a_million_repeated_characters_take_less_than_ten_seconds() -> None:
    took = {}
    for pattern in PATTERNS:
        made["inputs of 1 MB"] += 1
        took[pattern] = seconds(repeated(pattern, 1_000_000))
    slowest = max(took, key=lambda pattern: took[pattern])
    print(f"\n1 MB, repeated: slowest is {slowest!r}, {took[slowest]:.1f} s")
    assert took[slowest] < 10, {pattern: round(each, 1) for pattern, each in took.items() if each > 5}


FILES = {
    "deep.html": b"<div>" * 200_000 + b"x",
    "tags.html": b"<p>a" * 250_000,
    "attributes.html": b"<p " + b'a="b" ' * 160_000 + b">x</p>",
    "entities.html": b"&amp;" * 200_000,
    "open.html": b"<" * 1_000_000,
    "comments.html": b"<!--" * 250_000,
    "table.html": b"<table><tr><td>" * 60_000,
    "list.html": b"<ul><li>Dock workers left. " * 40_000,
    "links.html": b'<a href="http://a.b/">Dock workers left</a> ' * 22_000,
    "script.html": b"<script>" * 120_000,
    "json-ld.html": b'<script type="application/ld+json">' + b'{"a":[' * 100_000,
    "deep.json": b'{"a":' * 200_000,
    "deep.jsonl": b'{"text": ' + b"[" * 900_000,
    "deep.xml": b'<?xml version="1.0"?><rss><channel>' + b"<item>" * 150_000,
    "laughs.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "'
    + b"lol" * 99
    + b'">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9))
    + b"]><rss><channel><item><title>&a8;</title></item></channel></rss>",
    "marks.md": b"*" * 1_000_000,
    "quotes.md": b">" * 1_000_000,
    "links.md": b"[a](" * 250_000,
    "brackets.md": b"[" * 1_000_000,
    "table.md": b"|" * 1_000_000,
    "commas.csv": b"title,text\n" + b"," * 1_000_000,
    "quotes.csv": b"title,text\n" + b'"' * 999_999,
    "headers.eml": b"From: a@b.c\n" + b"Subject: x\n" * 90_000 + b"\nbody",
    "parts.eml": b"From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 250_000,
    "nested.eml": b"From: a@b.c\nContent-Type: message/rfc822\n\n" * 20_000,
    "quotes.txt": b'"' * 100_000,
    "damaged.txt": b"\xff\xfe\xfd" * 330_000,
    "nul.txt": b"a\0" * 500_000,
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_format_hangs_on_a_megabyte(name: str) -> None:
    made["files of 1 MB"] += 1
    started = time.process_time()
    _, records = read_bytes(name, FILES[name])
    took = time.process_time() - started
    assert took < 10, f"{took:.1f} s"
    assert all(isinstance(record, Document) or record.reason for record in records)
