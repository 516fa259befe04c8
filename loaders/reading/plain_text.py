"""Plain text: the text is the file as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.decoding import unsupported
from dossier.reading.records import Document, Format, InputFile, Metadata, Rejection
from dossier.reading.whole_files import from_decoded, read_whole_file


def _read(file: InputFile) -> Iterator[Document | Rejection]:
    def make_text(decoded: str) -> tuple[tuple[Metadata, ...], str]:
        if file.suffix == ".json":
            raise unsupported("JSON, but not one object a line")
        return (), decoded

    return read_whole_file(file, FORMAT, from_decoded(make_text))


FORMAT = Format("plain_text", "1", "text/plain", precedence=100, recognises=lambda file: True, read=_read)
