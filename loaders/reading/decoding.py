"""Bytes to text: byte order marks, UTF-8, UTF-16, a declared or a legacy encoding; binary bytes are refused."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from dossier.reading.records import Unreadable, clean_text

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that do not occur in text (tab, line ends, form feed and escape do).
CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
MAX_CONTROL_SHARE = 0.02
# English in a legacy encoding has few bytes beyond ASCII (quotation marks, dashes, accents in names).
MAX_WESTERN_HIGH_SHARE = 0.10

SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"\x28\xb5\x2f\xfd", "an archive packed with zstd; pack it with zip, gzip or xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; pack it with zip, gzip or xz"),
    (b"Rar!\x1a\x07", "a RAR archive; pack it with zip, gzip or xz"),
    (b"\x04\x22\x4d\x18", "an archive packed with lz4; pack it with zip, gzip or xz"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"RIFF", "a picture or a recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)


@dataclass(frozen=True)
class Decoded:
    """Text with the encoding it was read with; ``utf-8, damaged`` where some bytes became U+FFFD."""

    text: str
    encoding: str


def decode_bytes(content: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of one document; raises ``Unreadable`` for binary bytes and for what no encoding fits."""
    for signature, what in SIGNATURES:
        if content.startswith(signature):
            raise unsupported(what)
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_with(content[len(mark) :], encoding)
    wide = utf_16_by_zeros(content)
    if wide is not None:
        return _decode_with(content, wide)
    if len(content) - len(content.translate(None, CONTROL_BYTES)) > MAX_CONTROL_SHARE * len(content):
        raise Unreadable("binary", "it is binary, not text")
    if declared is not None:
        return _decode_with(content, _known_encoding(declared))
    try:
        return Decoded(clean_text(content.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content)


def unsupported(what: str) -> Unreadable:
    """The refusal of a format that has no reader; behind a semicolon ``what`` says what to do."""
    name, _, advice = what.partition("; ")
    return Unreadable("unsupported-format", f"it is {name}, which has no reader here{f'; {advice}' if advice else ''}")


def _decode_with(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(clean_text(content.decode(encoding)), encoding)
    except UnicodeDecodeError:
        replaced = content.decode(encoding, "replace")
    if replaced.count("\ufffd") > MAX_CONTROL_SHARE * len(replaced):
        raise Unreadable("undecodable", f"its bytes are not {encoding}; save it as UTF-8")
    return Decoded(clean_text(replaced), f"{encoding}, damaged")


def _known_encoding(declared: str) -> str:
    try:
        return codecs.lookup(declared).name
    except LookupError:
        raise Unreadable(
            "undecodable", f"the encoding {declared!r} of its sidecar is not known; use a name such as utf-8 or cp1252"
        ) from None


def utf_16_by_zeros(content: bytes) -> str | None:
    """UTF-16 without a mark: Western text has a zero in nearly every second byte, and always on the same side."""
    if len(content) < 4 or len(content) % 2:
        return None
    half = len(content) // 2
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if odd > 0.6 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _decode_legacy(content: bytes) -> Decoded:
    """Not UTF-8: damaged UTF-8 if most of its longer sequences are whole, else Windows Western, else the best guess."""
    replaced = content.decode("utf-8", "replace")
    damaged = replaced.count("\ufffd")
    whole = sum(1 for char in replaced if char > "\x7f") - damaged
    if whole >= 9 * damaged:
        return Decoded(clean_text(replaced), "utf-8, damaged")
    high = sum(1 for byte in content if byte > 0x7F)
    if high <= MAX_WESTERN_HIGH_SHARE * len(content):
        try:
            return Decoded(clean_text(content.decode("cp1252")), "cp1252")
        except UnicodeDecodeError:
            pass  # five byte values have no character in it: another encoding
    from charset_normalizer import from_bytes  # late: it is needed for few files and its import is not free

    best = from_bytes(content).best()
    if best is None:
        raise Unreadable(
            "undecodable", "its encoding cannot be told; save it as UTF-8 or name it in the sidecar's field 'encoding'"
        )
    return Decoded(clean_text(str(best)), best.encoding)
