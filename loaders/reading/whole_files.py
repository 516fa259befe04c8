"""Reading a format in which one file is one document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from dossier.reading.decoding import decode_bytes
from dossier.reading.records import (
    MAX_DOCUMENT_BYTES,
    MAX_KEPT_BYTES,
    Document,
    Format,
    InputFile,
    Metadata,
    Rejection,
    Unreadable,
    check_text,
    clean_text,
    effective_metadata,
    reject_bytes,
)

TextMaker = Callable[[str], tuple[tuple[Metadata, ...], str]]


def read_whole_file(file: InputFile, form: Format, make_text: TextMaker) -> Iterator[Document | Rejection]:
    """Yield the file as one document or one rejection; ``make_text`` turns what was decoded into metadata and text."""
    content = _read_bytes(file, form.name)
    if isinstance(content, Rejection):
        yield content
        return
    metadata = file.sidecar.metadata if file.sidecar else ()
    try:
        if not content:
            raise Unreadable("empty", "the file is empty")
        decoded = decode_bytes(content, effective_metadata(metadata).get("encoding"))
        found, text = make_text(check_text(decoded.text))
        text = check_text(clean_text(text))
    except Unreadable as problem:
        yield reject_bytes(file, content, problem, reader=form.name)
        return
    yield Document(
        record_key=file.uri,
        name=file.name,
        uri=file.uri,
        sha256=hashlib.sha256(content).hexdigest(),
        sidecar_sha256=file.sidecar.sha256 if file.sidecar else None,
        media_type=form.media_type,
        byte_count=len(content),
        encoding=decoded.encoding,
        text=text,
        metadata=metadata + found,
        text_reader=form.name,
        text_reader_version=form.version,
    )


def _read_bytes(file: InputFile, reader: str) -> bytes | Rejection:
    """All bytes of a file, or its rejection where it is too large to be one document."""
    with file.open() as stream:
        content = stream.read(MAX_DOCUMENT_BYTES + 1)
        if len(content) <= MAX_DOCUMENT_BYTES:
            return content
        digest, size = hashlib.sha256(content), len(content)
        kept: bytearray | None = bytearray(content)
        while chunk := stream.read(2**20):
            digest.update(chunk)
            size += len(chunk)
            if kept is not None and size <= MAX_KEPT_BYTES:
                kept += chunk
            else:
                kept = None
    return Rejection(
        record_key=file.uri,
        name=file.name,
        uri=file.uri,
        sha256=digest.hexdigest(),
        byte_count=size,
        content=None if kept is None else bytes(kept),
        reason_code="too-large",
        reason=f"it has {size:,} bytes, more than {MAX_DOCUMENT_BYTES:,} for one document; split it",
        reader=reader,
    )
