"""Reading a format in which one file is one document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dossier.budget import BudgetSpent, format_budget
from dossier.reading.decoding import decode_bytes
from dossier.reading.records import (
    MAX_DOCUMENT_BYTES,
    MAX_KEPT_BYTES,
    Document,
    Format,
    InputFile,
    Metadata,
    Rejection,
    TextBlock,
    Unreadable,
    check_text,
    clean_text,
    effective_metadata,
    reject_bytes,
)


@dataclass(frozen=True)
class MadeText:
    """The text that was made of a document's bytes, with what came with it."""

    text: str
    metadata: tuple[Metadata, ...] = ()
    blocks: tuple[TextBlock, ...] = ()
    encoding: str = "utf-8"


# Makes the text of a document's bytes; the second argument is the metadata given with it (a sidecar's, a record's).
TextMaker = Callable[[bytes, Mapping[str, str]], MadeText]


def from_decoded(make_text: Callable[[str], tuple[tuple[Metadata, ...], str]]) -> TextMaker:
    """The maker of a plain format: the bytes are decoded, then made into metadata and text."""

    def make(content: bytes, given: Mapping[str, str]) -> MadeText:
        decoded = decode_bytes(content, given.get("encoding"))
        metadata, text = make_text(check_text(decoded.text))
        return MadeText(text, metadata, encoding=decoded.encoding)

    return make


def read_whole_file(
    file: InputFile, form: Format, make: TextMaker, max_bytes: int = MAX_DOCUMENT_BYTES
) -> Iterator[Document | Rejection]:
    """Yield the file as one document or one rejection."""
    content = read_limited(file, form.name, max_bytes)
    if isinstance(content, Rejection):
        yield content
        return
    metadata = file.sidecar.metadata if file.sidecar else ()
    try:
        yield make_document(file, content, form, make, metadata)
    except Unreadable as problem:
        yield reject_bytes(file, content, problem, reader=form.name)


def make_document(
    file: InputFile,
    content: bytes,
    form: Format,
    make: TextMaker,
    metadata: tuple[Metadata, ...],
    record_key: str | None = None,
    uri: str | None = None,
) -> Document:
    """The document that bytes hold: a file's, or those of a record in it; raises ``Unreadable``."""
    if not content:
        raise Unreadable("empty", "the file is empty")
    try:
        with format_budget(len(content)):
            made = make(content, effective_metadata(metadata))
    except BudgetSpent as spent:
        raise Unreadable("over-budget", f"its text could not be made: {spent}") from None
    except (Unreadable, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault of one reader must not cost the other records
        raise Unreadable.by_fault(error) from error
    if len(made.text) > MAX_DOCUMENT_BYTES:
        raise Unreadable(
            "too-large", f"its text has {len(made.text):,} characters, too many for one document; split it"
        )
    text = check_text(clean_text(made.text))
    return Document(
        record_key=record_key or file.uri,
        name=clean_text(record_key or file.name),
        uri=uri or record_key or file.uri,
        sha256=hashlib.sha256(content).hexdigest(),
        sidecar_sha256=file.sidecar.sha256 if file.sidecar else None,
        media_type=form.media_type,
        byte_count=len(content),
        encoding=made.encoding,
        text=text,
        metadata=metadata + made.metadata,
        text_reader=form.name,
        text_reader_version=form.version,
        blocks=made.blocks,
    )


def read_limited(file: InputFile, reader: str, max_bytes: int = MAX_DOCUMENT_BYTES) -> bytes | Rejection:
    """All bytes of a file, or its rejection where it is too large to be one document."""
    with file.open() as stream:
        content = stream.read(max_bytes + 1)
        if len(content) <= max_bytes:
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
        file_uri=file.file_uri,
        sidecar=file.sidecar.content if file.sidecar else None,
        record_key=file.uri,
        name=file.name,
        uri=file.uri,
        sha256=digest.hexdigest(),
        byte_count=size,
        content=None if kept is None else bytes(kept),
        reason_code="too-large",
        reason=f"it has {size:,} bytes, more than {max_bytes:,} for one document; split it",
        reader=reader,
    )
