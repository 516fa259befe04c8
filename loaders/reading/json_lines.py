"""JSON Lines: a record a line with the fields id, text, title, url, outlet, published; others are kept as metadata."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dossier.reading.decoding import BYTE_ORDER_MARKS
from dossier.reading.fields import make_field_text, with_usual_names
from dossier.reading.metadata import metadata_rows
from dossier.reading.records import (
    MAX_DOCUMENT_BYTES,
    MAX_KEPT_BYTES,
    Document,
    Format,
    InputFile,
    Rejection,
    Unreadable,
    check_text,
    clean_text,
    reject_bytes,
)

SUFFIXES = {".jsonl", ".ndjson", ".jsonlines"}
RECORD_BEGINNING = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{\s*"(?:[^"\\]|\\.){1,200}"\s*:')


def recognise_json_lines(file: InputFile) -> bool:
    """By its name, or by a first line that is a JSON object (or the beginning of a long one)."""
    if file.suffix in SUFFIXES or file.is_stream:
        return True
    first, separator, _ = file.head.lstrip().partition(b"\n")
    if not RECORD_BEGINNING.match(first):
        return False
    if not separator and file.is_longer_than_head:
        return True
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return file.suffix == ".json"


def read_json_lines(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield every record as a document, every line that is none as a rejection; one line is in memory at a time."""
    with file.open() as stream:
        number = 0
        for line in _lines(stream):
            number += 1
            if file.passes(number):
                continue
            place = f"{file.uri}#line-{number}"
            if isinstance(line, _LongLine):
                yield _reject_long_line(file, line, place)
                continue
            line = line.strip()
            if number == 1:
                line = line.removeprefix(BYTE_ORDER_MARKS[0][0])
            if not line:
                continue
            try:
                yield _read_record(file, line, place)
            except Unreadable as problem:
                yield reject_bytes(file, line, problem, reader=FORMAT.name, record_key=place)
        if number == 0:
            yield reject_bytes(file, b"", Unreadable("empty", "the file is empty"), reader=FORMAT.name)


class _LongLine:
    """A line beyond the limit: measured and hashed as it went by."""

    def __init__(self, beginning: bytes) -> None:
        self.digest = hashlib.sha256(beginning)
        self.byte_count = len(beginning)
        self.kept: bytearray | None = bytearray(beginning)

    def add(self, chunk: bytes) -> None:
        self.digest.update(chunk)
        self.byte_count += len(chunk)
        if self.kept is not None and self.byte_count <= MAX_KEPT_BYTES:
            self.kept += chunk
        else:
            self.kept = None


def _lines(stream: BinaryIO) -> Iterator[bytes | _LongLine]:
    while line := stream.readline(MAX_DOCUMENT_BYTES):
        if len(line) < MAX_DOCUMENT_BYTES or line.endswith(b"\n"):
            yield line
            continue
        long_line = _LongLine(line)
        while chunk := stream.readline(2**20):
            long_line.add(chunk)
            if chunk.endswith(b"\n"):
                break
        yield long_line


def _reject_long_line(file: InputFile, line: _LongLine, place: str) -> Rejection:
    return Rejection(
        file_uri=file.file_uri,
        sidecar=file.sidecar.content if file.sidecar else None,
        record_key=place,
        name=file.name,
        uri=place,
        sha256=line.digest.hexdigest(),
        byte_count=line.byte_count,
        content=None if line.kept is None else bytes(line.kept),
        reason_code="too-large",
        reason=f"the line has {line.byte_count:,} bytes, more than {MAX_DOCUMENT_BYTES:,} for one record; split it",
        reader=FORMAT.name,
    )


def _read_record(file: InputFile, line: bytes, place: str) -> Document:
    record = with_usual_names(_parse_record(line))
    text = record.pop("text", None)
    if not isinstance(text, str):
        raise Unreadable("no-text", "the record has no field 'text' that is a string")
    title = record.get("title")
    own_id = record.pop("id", None)
    url = record.get("url")
    key = (
        str(own_id)
        if isinstance(own_id, (str, int)) and str(own_id).strip()
        else url
        if isinstance(url, str) and url
        else place
    )
    sidecar = file.sidecar
    made = make_field_text(title if isinstance(title, str) and title.strip() else None, text)
    return Document(
        record_key=clean_text(key),
        name=clean_text(key if own_id is not None else file.name),
        uri=clean_text(url if isinstance(url, str) and url else place if key == place else f"{file.uri}#{key}"),
        sha256=hashlib.sha256(line).hexdigest(),
        sidecar_sha256=sidecar.sha256 if sidecar else None,
        media_type="application/json",
        byte_count=len(line),
        encoding="utf-8",
        text=check_text(clean_text(made.text)),
        metadata=(sidecar.metadata if sidecar else ()) + metadata_rows(record, "record"),
        text_reader=FORMAT.name,
        text_reader_version=FORMAT.version,
        blocks=made.blocks,
    )


def _parse_record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise Unreadable("undecodable", "the line is not UTF-8; JSON Lines are always UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "bad-json", f"the line is no JSON ({str(error)[:120]}); write one JSON object a line"
        ) from None
    if not isinstance(record, dict):
        raise Unreadable("bad-json", "the line is JSON but no object; write one JSON object a line")
    return record


FORMAT = Format(
    "json_lines", "1", "application/x-ndjson", precedence=10, recognises=recognise_json_lines, read=read_json_lines
)
