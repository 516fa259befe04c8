"""What the format readers hand over: documents and rejections, and the file they read them from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from dossier.ids import make_id

# Longer documents are set aside: the longest transcripts and court opinions seen in news feeds stay under 2 MiB,
# and what is longer is a dump, not a document.
MAX_DOCUMENT_BYTES = 8 * 2**20
# A line is analysed as one paragraph, and the parser's memory grows with it (about 1 GB for 100,000 characters);
# chapters printed on one line stay below.
MAX_LINE_CHARS = 100_000
# Rejected bytes are kept up to this size, so that a fixed reader can try again.
MAX_KEPT_BYTES = 64 * 2**20
# Formats are recognised from the beginning of a file.
HEAD_BYTES = 64 * 2**10


@dataclass(frozen=True)
class Metadata:
    """One piece of metadata and where it was found: ``sidecar``, ``record`` or ``page-metadata``."""

    field: str
    value: str
    basis: str


@dataclass(frozen=True)
class Sidecar:
    """The metadata file beside a document."""

    sha256: str
    metadata: tuple[Metadata, ...]


@dataclass(frozen=True)
class InputFile:
    """A file (or stream) to land. ``uri`` is its path relative to the folder given."""

    uri: str
    name: str
    path: Path | None
    open: Callable[[], BinaryIO]
    sidecar: Sidecar | None = None

    @cached_property
    def head(self) -> bytes:
        """The first bytes; empty for a stream, which cannot be read twice."""
        if self.path is None:
            return b""
        with self.open() as file:
            return file.read(HEAD_BYTES)

    @property
    def suffix(self) -> str:
        """Lower-case suffix with its dot."""
        return Path(self.uri).suffix.lower()


@dataclass(frozen=True, kw_only=True)
class Document:
    """One document as it is landed. ``text`` is what every offset points into."""

    record_key: str
    name: str
    uri: str
    sha256: str
    sidecar_sha256: str | None
    media_type: str
    byte_count: int
    encoding: str
    text: str
    metadata: tuple[Metadata, ...]
    text_reader: str
    text_reader_version: str

    @property
    def document_id(self) -> str:
        """Identity: the record, its bytes and its sidecar."""
        return make_id("doc", self.record_key, self.sha256, self.sidecar_sha256)

    def field(self, name: str) -> str | None:
        """A metadata field; a sidecar's word goes before the record's, and that before the page's."""
        return effective_metadata(self.metadata).get(name)


@dataclass(frozen=True, kw_only=True)
class Rejection:
    """A file or record that could not be read, with its bytes and the reason."""

    record_key: str
    name: str
    uri: str
    sha256: str
    byte_count: int
    content: bytes | None
    reason_code: str
    reason: str
    reader: str


@dataclass(frozen=True)
class Format:
    """A document format: how it is recognised and read. A module of this package offers one as ``FORMAT``."""

    name: str
    version: str
    media_type: str
    precedence: int  # lower is asked first
    recognises: Callable[[InputFile], bool]
    read: Callable[[InputFile], Iterator[Document | Rejection]]


class Unreadable(Exception):
    """Bytes that cannot be made into text: a short code and a reason in words."""

    def __init__(self, reason_code: str, reason: str) -> None:
        super().__init__(reason)
        self.reason_code = reason_code


def effective_metadata(metadata: tuple[Metadata, ...]) -> dict[str, str]:
    """One value a field: the sidecar's, else the record's, else the page's."""
    rank = {"page-metadata": 0, "record": 1, "sidecar": 2}
    return {m.field: m.value for m in sorted(metadata, key=lambda m: rank[m.basis])}


def reject_bytes(
    file: InputFile, content: bytes, problem: Unreadable, *, reader: str, record_key: str | None = None
) -> Rejection:
    """The rejection of bytes that are at hand."""
    return Rejection(
        record_key=record_key or file.uri,
        name=file.name,
        uri=record_key or file.uri,
        sha256=hashlib.sha256(content).hexdigest(),
        byte_count=len(content),
        content=content if len(content) <= MAX_KEPT_BYTES else None,
        reason_code=problem.reason_code,
        reason=str(problem),
        reader=reader,
    )


def clean_text(text: str) -> str:
    """Turn U+0000 and lone surrogates into U+FFFD one for one; nothing else is touched."""
    text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def check_text(text: str) -> str:
    """Return the text, or say why it is not a document."""
    if not text.strip():
        raise Unreadable("empty", "it holds no words")
    longest = max(map(len, text.splitlines()))
    if longest > MAX_LINE_CHARS:
        raise Unreadable(
            "line-too-long",
            f"one line has {longest:,} characters, more than {MAX_LINE_CHARS:,}; break it into paragraphs",
        )
    return text
