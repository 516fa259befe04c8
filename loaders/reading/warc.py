"""WARC archives of the web, packed or not: every page that answered well is a document under its address.

Other answers (redirects, errors, pictures, scripts) are no documents and are passed over.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from dossier.reading.html import FORMAT as HTML
from dossier.reading.html import make_page_text, recognise_html
from dossier.reading.html.markup import MAX_HTML_BYTES
from dossier.reading.plain_text import FORMAT as PLAIN_TEXT
from dossier.reading.records import Document, Format, InputFile, Metadata, Rejection, Unreadable, reject_bytes
from dossier.reading.whole_files import from_decoded, make_document

PAGE_TYPES = ("text/html", "application/xhtml+xml")
TEXT_TYPES = ("text/plain",)
MAX_RECORD_BYTES = 256 * 2**20


def recognise_warc(file: InputFile) -> bool:
    """By the first words of its first record, packed or not."""
    head = file.head
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def read_warc(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield a document a page in the order of the archive; one record is in memory at a time."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    count = 0
    try:
        with file.open() as stream:
            for record in ArchiveIterator(stream, record_types=wanted, parse_http=False):
                count += 1
                if not file.passes(count):
                    yield from _read_record(file, record, count)
    except (OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
        what = " ".join(str(error).split())[:120]
        problem = Unreadable("broken-archive", f"it is damaged or cut off after {count:,} records ({what})")
        yield reject_bytes(file, b"", problem, reader=FORMAT.name)


def _read_record(file: InputFile, record: Any, number: int) -> Iterator[Document | Rejection]:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    place = f"{file.uri}#record-{number}"
    announced = record.content_length
    if announced > MAX_RECORD_BYTES:
        problem = Unreadable("too-large", f"it has {announced:,} bytes, more than {MAX_RECORD_BYTES:,}")
        yield reject_bytes(file, b"", problem, reader=FORMAT.name, record_key=address or place)
        return
    whole: bytes = record.reader.read()
    if len(whole) < announced:
        problem = Unreadable("truncated", f"{announced:,} bytes were announced, {len(whole):,} are there")
        yield reject_bytes(file, whole, problem, reader=FORMAT.name, record_key=address or place)
        return
    record.set_bytes_content(whole)
    if record.is_http:
        record.parse_http(auto_decode="all")
    http = record.http_headers
    if http is not None and http.status_code != 200:
        return
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if kind not in (*PAGE_TYPES, *TEXT_TYPES, "", "application/octet-stream"):
        return
    content: bytes = record.reader.read(MAX_HTML_BYTES + 1)
    page = InputFile(
        address or place, address or place, None, lambda: io.BytesIO(content), file.sidecar, container=file.file_uri
    )
    is_page = kind in PAGE_TYPES or recognise_html(page)
    if not content or not is_page and kind not in TEXT_TYPES:
        return
    try:
        declared = _content_length(http)
        if declared is not None and len(content) < declared and record.headers.get("WARC-Truncated") is None:
            raise Unreadable("truncated", f"{declared:,} bytes were announced, {len(content):,} are there")
        if len(content) > MAX_HTML_BYTES:
            raise Unreadable("too-large", f"it has more than {MAX_HTML_BYTES:,} bytes")
        yield make_document(
            page,
            content,
            HTML if is_page else PLAIN_TEXT,
            make_page_text if is_page else from_decoded(lambda text: ((), text)),
            (*(file.sidecar.metadata if file.sidecar else ()), *_given(address, record)),
            record_key=address or place,
            uri=address or place,
        )
    except Unreadable as problem:
        yield reject_bytes(file, content[:MAX_HTML_BYTES], problem, reader=FORMAT.name, record_key=address or place)


def _given(address: str, record: Any) -> Iterator[Metadata]:
    """What the archive says of a record: its address, the charset of its answer, the day it was fetched."""
    if address.startswith(("http://", "https://")):
        yield Metadata("url", address, "record")
    if record.http_charset:
        yield Metadata("encoding", record.http_charset, "record")
    if record.headers.get("WARC-Date"):
        yield Metadata("fetched", record.headers.get("WARC-Date"), "record")


def _content_length(http: Any) -> int | None:
    """Length announced for a body that was sent as it is; packed ones are unpacked by now."""
    if http is None or http.get("Content-Encoding") or http.get("Transfer-Encoding"):
        return None
    length = http.get("Content-Length") or ""
    return int(length) if length.isdecimal() else None


FORMAT = Format("warc", "1", "application/warc", precedence=5, recognises=recognise_warc, read=read_warc)
