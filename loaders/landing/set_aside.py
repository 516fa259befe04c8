"""What could not be read: kept with its bytes, tried again on request, and settled when its file is read well.

A rejection stays open until a load meets its file again without it, or a retry reads its bytes. The same bytes set
aside again after that are a new rejection: nothing is ever taken back in these append-only tables.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

import dossier
from dossier.ids import make_id
from dossier.raw_tables import append_rows
from dossier.reading.formats import read_file
from dossier.reading.metadata import read_sidecar
from dossier.reading.records import InputFile, Record, Rejection, Unreadable, reject_bytes

INSIDE = re.compile("[/#]")  # between a file and what lies in it
KNOWN = """
    select
        rejections.record_key,
        rejections.sha256,
        rejections.reason_code,
        count(*) as times,
        max(case when open.rejection_id is not null then open.rejection_id end) as open_id
    from raw.rejections as rejections
    left join raw.current_rejections as open on rejections.rejection_id = open.rejection_id
    where rejections.record_key in (select unnest($keys))
    group by rejections.record_key, rejections.sha256, rejections.reason_code
"""
OPEN = "select rejection_id, file_uri from raw.current_rejections order by record_key, rejection_id"
NAMED = """
    select rejections.rejection_id, rejections.uri, rejections.reason_code, rejections.reason
    from raw.rejections as rejections
    inner join raw.current_rejections as open on rejections.rejection_id = open.rejection_id
    where rejections.record_key in (select unnest($keys))
    order by rejections.uri, rejections.rejection_id
"""
KEPT = """
    select
        rejections.rejection_id,
        cast($file_uri as varchar) as file_uri,
        rejections.record_key,
        rejections.uri,
        rejections.reason,
        rejections.bytes,
        rejections.sidecar_bytes
    from raw.rejections as rejections
    where rejections.rejection_id = $rejection_id
"""


@dataclass(frozen=True)
class SetAside:
    """An open rejection; ``content`` is None where the bytes were too many to keep."""

    rejection_id: str
    file_uri: str
    record_key: str
    uri: str
    reason: str
    content: bytes | None
    sidecar: bytes | None


def store_rejections(
    connection: duckdb.DuckDBPyConnection, rejections: list[Rejection], load_id: str, landed_at: datetime
) -> list[str]:
    """Append the rejections that are not open already; returns the ids of all of them."""
    known = {
        (key, sha256, code): (times, open_id)
        for key, sha256, code, times, open_id in connection.execute(
            KNOWN, {"keys": [rejection.record_key for rejection in rejections]}
        ).fetchall()
    }
    ids: dict[str, Rejection] = {}
    new = []
    for rejection in rejections:
        identity = (rejection.record_key, rejection.sha256, rejection.reason_code)
        times, open_id = known.get(identity, (0, None))
        rejection_id = open_id or make_id("rej", *identity, *([times] if times else []))
        if open_id is None and rejection_id not in ids:
            new.append(rejection_id)
        ids[rejection_id] = rejection
    append_rows(connection, "rejections", (_row(one, ids[one], load_id, landed_at) for one in new))
    return list(ids)


def settle_rejections(
    connection: duckdb.DuckDBPyConnection, tried: Iterable[str], still_open: set[str], load_id: str, at: datetime
) -> None:
    """Note that these rejections are no more, those aside that were set aside again."""
    append_rows(
        connection,
        "settled_rejections",
        (
            {"rejection_id": rejection_id, "load_id": load_id, "settled_at": at}
            for rejection_id in sorted(set(tried) - still_open)
        ),
    )


def open_rejections_of(connection: duckdb.DuckDBPyConnection, files: Set[str]) -> list[str]:
    """Ids of the open rejections of files, named by their uri, and of what lies in them (``feed.zip/day.txt``)."""
    return [
        rejection_id
        for rejection_id, file_uri in connection.execute(OPEN).fetchall()
        if file_uri in files or any(file_uri[: mark.start()] in files for mark in INSIDE.finditer(file_uri))
    ]


def open_rejections_named(connection: duckdb.DuckDBPyConnection, keys: Set[str]) -> list[tuple[str, str, str, str]]:
    """Id, uri, reason code and reason of the open rejections of these records."""
    if not keys:
        return []
    return connection.execute(NAMED, {"keys": sorted(keys)}).fetchall()


def open_rejections(connection: duckdb.DuckDBPyConnection) -> Iterator[SetAside]:
    """All open rejections, one at a time: their bytes may be many."""
    for rejection_id, file_uri in connection.execute(OPEN).fetchall():
        row = connection.execute(KEPT, {"rejection_id": rejection_id, "file_uri": file_uri}).fetchone()
        if row is not None:
            yield SetAside(*row)


def read_again(aside: SetAside) -> Iterator[Record]:
    """Read the kept bytes of a rejection as its file would be read now."""
    assert aside.content is not None
    place, separator, line = aside.record_key.removeprefix(aside.file_uri).partition("#line-")
    is_line = bool(separator) and not place and line.isdecimal()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"again{Path(aside.file_uri).suffix}")
        # A record names its place by the number of its line: it gets that number again.
        path.write_bytes(b"\n" * (int(line) - 1) + aside.content if is_line else aside.content)
        file = InputFile(aside.file_uri, Path(aside.file_uri).stem, path, lambda: path.open("rb"))
        try:
            if aside.sidecar is not None:
                file = replace(file, sidecar=read_sidecar(aside.sidecar))
            yield from read_file(file)
        except Unreadable as problem:
            yield reject_bytes(file, aside.content, problem, reader="sidecar", record_key=aside.record_key)


def can_be_read_again(aside: SetAside) -> bool:
    """Whether the bytes were kept and are those of a whole file or of a line."""
    return bool(aside.content) and aside.record_key.removeprefix(aside.file_uri).partition("#line-")[0] == ""


def _row(rejection_id: str, rejection: Rejection, load_id: str, landed_at: datetime) -> dict[str, object]:
    return {
        "rejection_id": rejection_id,
        "record_key": rejection.record_key,
        "name": rejection.name,
        "uri": rejection.uri,
        "sha256": rejection.sha256,
        "byte_count": rejection.byte_count,
        "bytes": rejection.content,
        "reason_code": rejection.reason_code,
        "reason": rejection.reason,
        "reader": rejection.reader,
        "reader_version": dossier.__version__,
        "file_uri": rejection.file_uri,
        "sidecar_bytes": rejection.sidecar,
        "load_id": load_id,
        "landed_at": landed_at,
    }
