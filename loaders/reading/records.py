"""What the format readers hand over: documents and rejections, and the file they read them from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from dossier.ids import make_id

# Longer documents are set aside: the longest transcripts and court opinions seen in news feeds stay under 2 MiB,
# and what is longer is a dump, not a document.
MAX_DOCUMENT_BYTES = 8 * 2**20
# Chapters printed on one line stay below; what is longer is data without lines, in which offsets help nobody.
MAX_LINE_CHARS = 100_000
# More lines than this, of fewer characters on average, are a list of codes or names: no book is printed so narrow.
MANY_LINES, NARROW_LINE_CHARS = 25_000, 40
# So many lines of which fewer than one in so many differs are data or a mistake, and each of them costs time.
MANY_REPEATED_LINES, LINES_TO_A_DIFFERENT_ONE = 5_000, 10
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
class TextBlock:
    """A stretch of a document's text whose place in the document its format shows.

    Offsets are 0-based code points into the text, end exclusive. In a document that has blocks with a ``region``, lines
    without a block are furniture of the page.
    """

    start_char: int
    end_char: int
    # headline, standfirst, byline, date, paragraph, heading, item, quote, caption, row, preformatted; page: all of one
    block_kind: str
    region: str | None = None  # main, listed (one of equals), related; furniture: the page holds no story
    story_number: int | None = None  # of listed and related: which story, from 1
    page_number: int | None = None  # of a format with pages, from 1


@dataclass(frozen=True)
class Sidecar:
    """The metadata file beside a document."""

    sha256: str
    metadata: tuple[Metadata, ...]
    content: bytes


@dataclass
class Position:
    """How far a file of many members (records, lines, rows, files) is read; its reader moves it on."""

    passed: int = 0  # members that an earlier load has taken and that need not be read again
    at: int = 0  # number of the member that is being read, from 1


@dataclass(frozen=True)
class InputFile:
    """A file to land, a file inside one, or a stream. ``uri`` is its path relative to the folder given.

    ``path`` is None for what is no file on the disk: a member of an archive, which can be opened again and again, or a
    stream, which can be read once.
    """

    uri: str
    name: str
    path: Path | None
    open: Callable[[], BinaryIO]
    sidecar: Sidecar | None = None
    is_stream: bool = False
    container: str | None = None  # uri of the outermost file on the disk that it lies in
    depth: int = 0  # how many archives it lies in
    position: Position = field(default_factory=Position, compare=False)

    def passes(self, number: int) -> bool:
        """Whether the member of that number (from 1) was taken by an earlier load; if not, it is read now."""
        self.position.at = number
        return number <= self.position.passed

    @property
    def file_uri(self) -> str:
        """Uri of the file on the disk that it is or lies in."""
        return self.container or self.uri

    @cached_property
    def head(self) -> bytes:
        """The first bytes; empty for a stream, which cannot be read twice."""
        if self.is_stream:
            return b""
        with self.open() as file:
            return file.read(HEAD_BYTES)

    @property
    def is_longer_than_head(self) -> bool:
        """Whether there is more of it than its head."""
        return len(self.head) == HEAD_BYTES

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
    blocks: tuple[TextBlock, ...] = ()

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

    file_uri: str  # the file it is, or is in
    sidecar: bytes | None  # of the file
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
class Reference:
    """The address of an article that an export names without holding its words."""

    file_uri: str  # of the export
    uri: str
    source_kind: str  # gkg, event, mention
    seen_on: str  # the day the export saw it, ISO
    source_name: str  # host of the address


Record = Document | Rejection | Reference


@dataclass(frozen=True)
class Format:
    """A document format: how it is recognised and read. A module of this package offers one as ``FORMAT``."""

    name: str
    version: str
    media_type: str
    precedence: int  # lower is asked first
    recognises: Callable[[InputFile], bool]
    read: Callable[[InputFile], Iterator[Record]]


class Unreadable(Exception):
    """Bytes that cannot be made into text: a short code and a reason in words."""

    def __init__(self, reason_code: str, reason: str) -> None:
        super().__init__(reason)
        self.reason_code = reason_code

    @classmethod
    def by_fault(cls, error: Exception) -> Unreadable:
        """Bytes that a reader fails on: `dossier retry` reads them when it is mended."""
        return cls("reader-failed", f"its reader failed ({type(error).__name__}: {error})"[:500])


def effective_metadata(metadata: tuple[Metadata, ...]) -> dict[str, str]:
    """One value a field: the sidecar's, else the record's, else the page's."""
    rank = {"page-metadata": 0, "record": 1, "sidecar": 2}
    return {m.field: m.value for m in sorted(metadata, key=lambda m: rank[m.basis])}


def reject_bytes(
    file: InputFile, content: bytes, problem: Unreadable, *, reader: str, record_key: str | None = None
) -> Rejection:
    """The rejection of bytes that are at hand."""
    return Rejection(
        file_uri=file.file_uri,
        sidecar=file.sidecar.content if file.sidecar else None,
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
    lines = [line for line in text.splitlines() if line.strip()]
    lengths = [len(line) for line in lines]
    longest = max(lengths)
    if longest > MAX_LINE_CHARS:
        raise Unreadable(
            "line-too-long",
            f"one line has {longest:,} characters, more than {MAX_LINE_CHARS:,}; break it into paragraphs",
        )
    if len(lengths) > MANY_LINES and sum(lengths) < NARROW_LINE_CHARS * len(lengths):
        raise Unreadable(
            "lines-too-short",
            f"{len(lengths):,} lines have fewer than {NARROW_LINE_CHARS} characters on average: a list, not a document",
        )
    if len(lines) > MANY_REPEATED_LINES and len(lines) > LINES_TO_A_DIFFERENT_ONE * (different := len(set(lines))):
        raise Unreadable("lines-repeated", f"only {different:,} of its {len(lines):,} lines differ from each other")
    return text
