"""Which files were read, how far, and what they gave: a file that is as it was is not read again, and one in which a
load was stopped is read on from there.

A file is known by its uri, its bytes, its sidecar and the code of the readers. What it gave is noted a record a row, in
the same transaction as the records themselves; where reading it is done, the file itself is noted.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import duckdb

import dossier.reading
from dossier.ids import make_id
from dossier.raw_tables import append_rows
from dossier.reading.records import Document, InputFile, Position, Rejection

CHUNK = 2**20
# Files of which something was taken: how far, and whether they were read to their end and all of it is still there or
# still set aside. Of most files, which are one document, that document stands beside.
FILES = """
    select
        members.file_id,
        count(distinct members.record_number) filter (
            where documents.document_id is not null or rejections.rejection_id is not null
        ) = max(files.record_count) as is_whole,
        max(members.member_number) as reached,
        max(members.record_number) as stored,
        case when max(members.record_number) = 1 then max(members.record_key) end as record_key,
        max(members.document_id) as document_id
    from raw.landed_members as members
    left join raw.documents as documents on members.document_id = documents.document_id
    left join raw.current_rejections as rejections
        on members.document_id is null and members.record_key = rejections.record_key
    left join raw.landed_files as files on members.file_id = files.file_id
    group by members.file_id
"""
TAKEN = """
    select record_key, document_id, record_number
    from raw.landed_members
    where file_id = $file_id and member_number < $before
    group by record_key, document_id, record_number
    order by record_number
"""
NOTHING = (False, 0, 0, None, None)
Taken = list[tuple[str, str | None]]  # record keys with the documents they gave, None for what was set aside


class FileLedger:
    """The files of one load."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, load_id: str) -> None:
        self._connection, self._load_id = connection, load_id
        self._before = {row[0]: row[1:] for row in connection.execute(FILES).fetchall()}
        self._file_id: str | None = None
        self._position = Position()
        self._record_number = self._stored = 0
        self._passed_bytes = self._byte_count = 0
        self._stream: BinaryIO | None = None
        self._members: list[dict[str, object]] = []
        self._files: list[dict[str, object]] = []

    def begin(self, file: InputFile) -> tuple[InputFile | None, Taken]:
        """The file as it is to be read (None: not at all), and what earlier loads took of it."""
        self._file_id = None
        self._passed_bytes += self._byte_count
        self._byte_count, self._stream = 0, None
        if file.path is None or file.is_stream:
            return file, []
        self._file_id = file_id = make_id(
            "fil", file.uri, _digest(file.path), file.sidecar.sha256 if file.sidecar else None, readers_hash()
        )
        self._byte_count = file.path.stat().st_size
        is_whole, reached, self._stored, record_key, document_id = self._before.get(file_id, NOTHING)
        if is_whole:
            self._file_id = None
            return None, [(record_key, document_id)] if record_key else self._taken(file_id, reached + 1)
        # The member that was read last may have given more than was stored: it is read again.
        taken = self._taken(file_id, reached) if reached else []
        self._position = Position(passed=max(0, reached - 1))
        self._record_number = len(taken)
        return replace(file, position=self._position, open=lambda: self._opened(file)), taken

    @property
    def bytes_read(self) -> int:
        """Bytes of the files so far, and of the one that is being read as far as it is read."""
        is_open = self._stream is not None and not self._stream.closed and self._stream.seekable()
        return self._passed_bytes + (min(self._stream.tell(), self._byte_count) if self._stream and is_open else 0)

    def _opened(self, file: InputFile) -> BinaryIO:
        self._stream = file.open()
        return self._stream

    def _taken(self, file_id: str, before: int) -> Taken:
        rows = self._connection.execute(TAKEN, {"file_id": file_id, "before": before}).fetchall()
        return [(record_key, document_id) for record_key, document_id, _ in rows]

    def note(self, record: Document | Rejection) -> None:
        """A record of the file that is being read."""
        if self._file_id is None:
            return
        self._record_number += 1
        if self._record_number <= self._stored:
            return
        self._members.append(
            {
                "file_id": self._file_id,
                "record_number": self._record_number,
                "member_number": self._position.at,
                "record_key": record.record_key,
                "document_id": record.document_id if isinstance(record, Document) else None,
                "load_id": self._load_id,
            }
        )

    def end(self) -> None:
        """The file is read to its end."""
        if self._file_id is not None:
            self._files.append(
                {
                    "file_id": self._file_id,
                    "byte_count": self._byte_count,
                    "record_count": self._record_number,
                    "load_id": self._load_id,
                }
            )
        self._file_id = None

    def drop(self) -> None:
        """The file could not be read to its end."""
        self._file_id = None

    def write(self, forgotten: set[str]) -> None:
        """Store what was noted, less the documents that were forgotten; to be called in a transaction."""
        append_rows(
            self._connection, "landed_members", (row for row in self._members if row["document_id"] not in forgotten)
        )
        append_rows(self._connection, "landed_files", self._files)
        self._members, self._files = [], []


@functools.cache
def readers_hash() -> str:
    """Hash of the code that reads formats: a newer one may read what an older one set aside."""
    digest = hashlib.sha256(dossier.__version__.encode())
    for folder in dossier.reading.__path__:
        for path in sorted(Path(folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
