"""Inputs nobody would write: pieces of news among what breaks readers, and bytes that are nearly a format."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import zipfile

from hypothesis import strategies as st

NEWS = (
    "Officials in Valmouth said on Tuesday that 41 ships had waited nine days, costing exporters about $120 million. ",
    '"We have what we came for," said Ines Marlowe, who leads the Valmouth Dockers\' Union.\n\n',
    "Police arrested 13 people on 5 May 2024, the interior ministry of Norway said.\n",
    "PARIS (Reuters) - The European Commission fined Airbus €1.2 billion, up 6 percent from 2019.\n\n",
    "By Tomas Erling\nPublished 2 March 2024\n",
    "Q: Did she resign? A: “No,” he told the BBC; ‘not before June’.\n",
)
INJECTED = (
    "'; drop table marts.events; --",
    '{{ run_query("drop schema raw cascade") }}{% do exit() %}',
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    '=HYPERLINK("http://example.org")\t+1\t@SUM(1)',
    "[bold red]x[/] [/] ![a](javascript:alert(1)) `rm -rf /` $(id)",
    "../../../etc/passwd",
    "%s %n {0} {x!r} \\1 \\g<0>",
    "\x1b[2J\x1b]0;title\x07",
)
SIGNS = (
    *"\"'“”‘’()[]{}<>|*_#>-–—.,;:!?/\\&%$€@^~`=+",
    *(
        "\x00",
        "\ud800",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u00ad",
        "\u0301",
        "\u2028",
        "\x85",
        "\x1c",
        "\x0b",
        "\r\n",
    ),
    *("😀", "👩‍👩‍👧", "中", "ß", "İ", "ﬁ", "١٢", "½", "²", "Ⅷ", "\U0010ffff"),
    *("\n", "\n\n", "\t", " ", "  "),
    *(
        "A. ",
        "the the ",
        "1,",
        "1.",
        "$1",
        "US$",
        "-1",
        "0x",
        "1e309",
        "9" * 40,
        "31 February 0000",
        "25:61",
        "Mr. ",
        "Jr.",
    ),
    *(
        "http://a.b/",
        "a@b.c ",
        "> ",
        "* ",
        "| ",
        "--- ",
        "## ",
        "[1]",
        "](http://x)",
        "said ",
        "killed ",
        "not ",
        "of ",
    ),
)
fragments = st.one_of(st.sampled_from(NEWS), st.sampled_from(SIGNS), st.sampled_from(INJECTED), st.text(max_size=20))
floods = st.builds(lambda sign, count: sign * count, st.sampled_from(SIGNS), st.integers(2, 400))
texts = st.lists(st.one_of(fragments, fragments, fragments, floods), max_size=14).map("".join)

STEMS = ("a", "..", "a'b", "a\nb", "=1+1", "<b>", "x" * 300, "\u202etxt", "{{ x }}", "con", " ", "ü")
SUFFIXES = (
    ".txt .md .html .xml .json .jsonl .csv .tsv .eml .warc .docx .pdf .zip .gz .tar .yml .rss .mbox .srt .rtf".split()
)
names = st.builds(str.__add__, st.sampled_from(STEMS), st.sampled_from(["", *SUFFIXES]))

HEADS = (
    *(
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"BZh9",
        b"\xfd7zXZ\x00",
        b"WARC/1.0\r\nWARC-Type: response\r\n",
    ),
    *(b"<!doctype html><html><head><title>", b"<html><body><article><p>", b'<?xml version="1.0"?><rss><channel><item>'),
    *(
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><feed><entry>',
        b'{"id": "1", "text": "',
        b"[[[[[[[[",
        b"{" * 500,
    ),
    *(
        b"From: a@b.c\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n",
        b"From x\nFrom: a@b.c\n\n",
        b"title,text,date\n",
    ),
    *(
        b"---\ntitle: x\n---\n",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe\x00\x00",
        b"<div>" * 300,
        b"\xd0\xcf\x11\xe0",
    ),
)
ENCODINGS = ("utf-8", "utf-16", "utf-16-be", "cp1252", "gb18030", "utf-7")
encoded = st.builds(lambda text, encoding: text.encode(encoding, "replace"), texts, st.sampled_from(ENCODINGS))


def _zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"../../{name.replace(chr(0), '')}"), content)
    return stream.getvalue()


def _record(text: str, name: str) -> bytes:
    return json.dumps({"id": name, "title": text[:90], "text": text, "outlet": text[-30:], "published": name}).encode()


packed = st.one_of(
    st.builds(_zipped, names, encoded),
    encoded.map(gzip.compress),
    encoded.map(bz2.compress),
    st.builds(_record, texts, names),
)


def _damaged(content: bytes, places: list[int], noise: bytes) -> bytes:
    damaged = bytearray(content)
    for place in places:
        if damaged:
            damaged[place % len(damaged)] = noise[place % len(noise)] if noise else place % 256
    return bytes(damaged)


files = st.one_of(
    st.binary(max_size=400),
    st.builds(bytes.__add__, st.sampled_from(HEADS), st.one_of(encoded, st.binary(max_size=200))),
    packed,
    st.builds(_damaged, st.one_of(packed, encoded), st.lists(st.integers(0, 4000), max_size=9), st.binary(max_size=9)),
)
