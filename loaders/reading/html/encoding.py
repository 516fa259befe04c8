"""Bytes of an HTML page to text: byte order mark, valid UTF-8, what HTTP and the page declare, else the best guess.

Declarations are often wrong: bytes that are valid UTF-8 are UTF-8 whatever the page says, and a page that says UTF-8
and is not is read as what it is.
"""

from __future__ import annotations

import codecs
import re

from dossier.reading.decoding import BYTE_ORDER_MARKS, Decoded, decode_bytes, utf_16_by_zeros
from dossier.reading.records import Unreadable, clean_text

DECLARED_WITHIN = 8192  # bytes
META_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
XML_ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""", re.I)
# What browsers take a label for (WHATWG): the wider encoding that writers of these labels use.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
MAX_DAMAGE = 0.005  # share of characters that a declared encoding may leave undecoded
# UTF-8 read as Windows Western and written again as UTF-8: 'â€™' for an apostrophe, 'Ã©' for an accent.
MOJIBAKE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
                      "\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e"
                      "\u0178]{1,3}")  # fmt: skip
MIN_MOJIBAKE = 3


def decode_html(content: bytes, declared: str | None = None) -> Decoded:
    """Decode a page; ``declared`` is the charset of HTTP, mail part or sidecar. Raises ``Unreadable``."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :].decode(encoding, "replace"), encoding)
    wide = utf_16_by_zeros(content)
    if wide is not None:
        return _decoded(content.decode(wide, "replace"), wide)
    labels = [known for label in (declared, declared_charset(content)) if (known := _codec(label)) is not None]
    if "iso2022_jp" in labels and b"\x1b$" in content:
        return _decoded(content.decode("iso2022_jp", "replace"), "iso2022_jp")
    try:
        return _decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for label in labels:
        if label == "utf-8":
            continue
        text = content.decode(label, "replace")
        if text.count("\ufffd") <= MAX_DAMAGE * len(text):
            return _decoded(text, label if "\ufffd" not in text else f"{label}, damaged")
    return decode_bytes(content.lstrip())


def declared_charset(content: bytes) -> str | None:
    """The charset that the page declares near its beginning."""
    head = content[:DECLARED_WITHIN]
    found = META_CHARSET.search(head) or XML_ENCODING.search(head)
    return found[1].decode("ascii") if found else None


def repair_mojibake(text: str) -> str:
    """A text whose UTF-8 was taken for Windows Western once too often, put right; any other text as it is."""
    found = MOJIBAKE.findall(text) if not text.isascii() else []
    if len(found) < MIN_MOJIBAKE or sum(map(len, found)) < 0.5 * sum(char > "\x7f" for char in text):
        return text
    return MOJIBAKE.sub(lambda match: _written_twice(match[0]), text)


def _written_twice(piece: str) -> str:
    try:
        return bytes(_western_byte(char) for char in piece).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return piece


def _western_byte(char: str) -> int:
    return ord(char) if ord(char) < 0x100 else char.encode("cp1252")[0]


def _codec(label: str | None) -> str | None:
    if label is None:
        return None
    try:
        name = codecs.lookup(label.strip()).name
        b"".decode(name)  # base64 and the like are codecs, but no encodings of text
    except LookupError:
        return None
    # A label of UTF-16 on bytes that have no zeros is a lie.
    return None if name.startswith(("utf-16", "utf-32")) else WIDER.get(name, name)


def _decoded(text: str, encoding: str) -> Decoded:
    if not text.strip():
        raise Unreadable("empty", "the page is empty")
    repaired = repair_mojibake(text)
    return Decoded(clean_text(repaired), encoding if repaired == text else f"{encoding}, written twice")
