"""What the tests of formats share: a file in memory, and what its format makes of it."""

from __future__ import annotations

import io
from collections.abc import Sequence

from dossier.reading.formats import format_of
from dossier.reading.metadata import read_sidecar
from dossier.reading.records import Document, InputFile, Rejection


def read_bytes(name: str, content: bytes, sidecar: bytes | None = None) -> tuple[str, list[Document | Rejection]]:
    """The format that was told, and all records."""
    given = read_sidecar(sidecar) if sidecar is not None else None
    file = InputFile(name, name.rsplit(".", 1)[0], None, lambda: io.BytesIO(content), given)
    form = format_of(file)
    return form.name, list(form.read(file))


def documents(records: Sequence[Document | Rejection]) -> list[Document]:
    """The documents among them."""
    return [record for record in records if isinstance(record, Document)]


def reasons(records: Sequence[Document | Rejection]) -> list[tuple[str, str]]:
    """Key and reason code of the rejections among them."""
    return [(record.record_key, record.reason_code) for record in records if isinstance(record, Rejection)]
