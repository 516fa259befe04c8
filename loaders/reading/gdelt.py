"""GDELT exports (GKG, events, mentions): they name articles and hold none, so each address becomes a reference link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from dossier.reading.records import Format, InputFile, Reference, Rejection, Unreadable, clean_text, reject_bytes

MAX_LINE_BYTES = 4 * 2**20
STAMP = re.compile(r"\d{8}(?:\d{6})?(?:-T?\d+)?")
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
GKG_1_HEAD = "DATE\tNUMARTS\t"


@dataclass(frozen=True)
class _Layout:
    """Where an export has its columns, from 0; ``stamps`` are those that must look like a time."""

    kind: str
    column_counts: tuple[int, ...]
    stamps: tuple[int, ...]
    seen: int
    address: int
    separator: str | None = None  # between several addresses in a field


LAYOUTS = (
    _Layout("gkg", (27,), (0, 1), 1, 4),
    _Layout("event", (61,), (1, 59), 59, 60),
    _Layout("event", (58,), (1, 56), 56, 57),
    _Layout("mention", (14, 16), (1, 2), 2, 5),
    _Layout("gkg", (11,), (0,), 0, 10, "<UDIV>"),
)


def recognise_gdelt(file: InputFile) -> bool:
    """By the number of columns and the times in them; these exports have no names of columns."""
    lines = file.head.decode("utf-8", "replace").split("\n")
    return lines[0].startswith(GKG_1_HEAD) or _layout(lines[0]) is not None


def read_gdelt(file: InputFile) -> Iterator[Reference | Rejection]:
    """Yield a link an address, in the order of the file; several rows may name one address."""
    layout: _Layout | None = None
    count = 0
    with file.open() as stream:
        while line := stream.readline(MAX_LINE_BYTES):
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            layout = layout or _layout(text)
            if layout is None or layout.column_counts[0] > 11 and text.count("\t") + 1 not in layout.column_counts:
                continue
            for address, seen in _addresses(text.split("\t"), layout):
                count += 1
                host = (urlsplit(address).hostname or "").removeprefix("www.")
                yield Reference(file.file_uri, clean_text(address), layout.kind, seen, host)
    if count == 0:
        problem = Unreadable("no-text", "it is a GDELT export that names no address of an article")
        yield reject_bytes(file, b"", problem, reader=FORMAT.name)


def _layout(line: str) -> _Layout | None:
    fields = line.rstrip("\r").split("\t")
    for layout in LAYOUTS:
        if len(fields) in layout.column_counts and all(STAMP.fullmatch(fields[column]) for column in layout.stamps):
            return layout
    return None


def _addresses(fields: list[str], layout: _Layout) -> Iterator[tuple[str, str]]:
    if len(fields) <= max(layout.address, layout.seen):
        return
    day = fields[layout.seen][:8]
    seen = f"{day[:4]}-{day[4:6]}-{day[6:8]}"
    found = fields[layout.address]
    for address in found.split(layout.separator) if layout.separator else (found,):
        if ADDRESS.fullmatch(address.strip()) and _host(address):
            yield address.strip(), seen


def _host(address: str) -> bool:
    try:
        return bool(urlsplit(address.strip()).hostname)
    except ValueError:
        return False


FORMAT = Format("gdelt", "1", "text/tab-separated-values", precedence=11, recognises=recognise_gdelt, read=read_gdelt)
