"""Landing: records become immutable documents and numbered versions; what cannot be read is set aside with its bytes.

A record's identity is its uri or own id; its content is the SHA-256 of bytes and sidecar. Landing the same content
again changes nothing, and a file that is missing from the folder is no deletion.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

import duckdb

import dossier
from dossier.ids import make_id
from dossier.landing.file_ledger import FileLedger, Taken
from dossier.landing.folders import SIDECAR_SUFFIXES, STREAM, count_bytes, list_files
from dossier.landing.set_aside import (
    can_be_read_again,
    open_rejections,
    open_rejections_named,
    open_rejections_of,
    read_again,
    settle_rejections,
    store_rejections,
)
from dossier.raw_tables import append_rows, transaction
from dossier.reading.formats import read_file
from dossier.reading.languages import detect_language
from dossier.reading.records import Document, InputFile, Record, Reference, Rejection, Unreadable, reject_bytes

BATCH_DOCUMENTS = 200
BATCH_CHARS = 8_000_000
BATCH_REFERENCES = 20_000
RETRY = "retry"  # the location of a load that brings what was set aside before

NEW_VERSIONS = """
    insert into raw.document_versions by name
    with last_of_load as (
        select record_key, arg_max(document_id, arrival) as document_id
        from landed_records
        group by record_key
    ),

    latest as (
        select record_key, max(version_number) as version_number
        from raw.document_versions
        group by record_key
    )

    select
        landed.record_key,
        coalesce(latest.version_number, 0) + 1 as version_number,
        landed.document_id,
        cast($load_id as varchar) as load_id,
        cast($landed_at as timestamp) as landed_at
    from last_of_load as landed
    left join latest on landed.record_key = latest.record_key
    left join raw.document_versions as present
        on latest.record_key = present.record_key and latest.version_number = present.version_number
    where present.document_id is distinct from landed.document_id
    order by landed.record_key
"""


@dataclass(frozen=True)
class LandingSummary:
    """What a load brought."""

    load_id: str
    record_count: int
    landed_count: int
    unchanged_count: int
    forgotten_count: int
    reference_count: int  # addresses of articles that exports name
    rejections: tuple[tuple[str, str, str], ...]  # uri, reason code, reason: the first hundred
    rejected_count: int


def land_documents(
    connection: duckdb.DuckDBPyConnection,
    location: str,
    on_record: Callable[[str], None] = lambda uri: None,
    on_bytes: Callable[[int, int | None], None] = lambda done, total: None,
) -> LandingSummary:
    """Land everything at a location; one transaction a batch, and one for the new versions at the end.

    ``on_bytes`` is told after every record how many bytes are read, and of how many.
    """
    files: set[str] = set()
    total = count_bytes(location)

    def read(ledger: FileLedger) -> Iterator[Record | Taken]:
        for record in read_records(location, ledger, files.add):
            yield record
            on_bytes(ledger.bytes_read, total)

    return land_records(connection, location, read, files, on_record)


def land_records(
    connection: duckdb.DuckDBPyConnection,
    location: str,
    read: Callable[[FileLedger], Iterable[Record | Taken]],
    files: Set[str],
    on_record: Callable[[str], None] = lambda uri: None,
) -> LandingSummary:
    """Land what is read; ``files`` holds, when it has been, the uris of the files that were read for it."""
    started_at = _now()
    load = _Load(connection, make_id("lod", location, started_at.isoformat()), started_at)
    for record in read(load.ledger):
        if isinstance(record, list):
            load.take(record)
        else:
            on_record(record.uri)
            load.add(record)
    return load.finish(location, open_rejections_of(connection, files - {STREAM, "stdin"}))


def retry_rejections(
    connection: duckdb.DuckDBPyConnection, on_record: Callable[[str], None] = lambda uri: None
) -> LandingSummary:
    """Land what was set aside and can be read by now, from the bytes that were kept."""
    started_at = _now()
    load = _Load(connection, make_id("lod", RETRY, started_at.isoformat()), started_at)
    tried = []
    for aside in open_rejections(connection):
        if not can_be_read_again(aside):
            continue
        tried.append(aside.rejection_id)
        for record in read_again(aside):
            on_record(record.uri)
            load.add(record)
    return load.finish(RETRY, tried)


def read_records(
    location: str,
    ledger: FileLedger,
    on_file: Callable[[str], None] = lambda uri: None,
    as_given: Callable[[InputFile | Rejection], InputFile | Rejection] = lambda file: file,
) -> Iterator[Record | Taken]:
    """All documents and rejections of a location, in a fixed order; of files that are as they were, what they gave.

    ``as_given`` may name the files otherwise.
    """
    for file in map(as_given, list_files(location)):
        on_file(file.uri)
        if isinstance(file, InputFile) and file.sidecar is not None:
            for stem in (file.uri, str(PurePosixPath(file.uri).with_suffix(""))):
                for suffix in SIDECAR_SUFFIXES:
                    on_file(stem + suffix)
        if isinstance(file, Rejection):
            yield file
            continue
        try:
            unread, taken = ledger.begin(file)
            if taken:
                yield taken
            if unread is not None:
                yield from read_file(unread)
                ledger.end()
        except OSError as error:
            ledger.drop()
            yield reject_bytes(
                file, b"", Unreadable("unreadable", f"it cannot be opened ({error.strerror or error})"), reader="folder"
            )


class _Load:
    """One load: gathers records into batches and writes them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, load_id: str, started_at: datetime) -> None:
        self._connection, self._load_id, self._started_at = connection, load_id, started_at
        self._documents: list[Document] = []
        self._references: list[Reference] = []
        self._arrived: list[tuple[str, str]] = []  # record keys and document ids, in order, of what is and was read
        self._rejections: list[Rejection] = []
        self._chars = 0
        self._record_count = self._rejected_count = self._forgotten_count = self._arrivals = 0
        self._reference_count = 0
        self._first_rejections: list[tuple[str, str, str]] = []
        self._set_aside: set[str] = set()
        self.ledger = FileLedger(connection, load_id)
        connection.execute(
            "create or replace temp table landed_records (record_key varchar, document_id varchar, arrival bigint)"
        )

    def take(self, taken: Taken) -> None:
        """Take what earlier loads took of a file: their documents come again as they are."""
        self._arrived += [(key, document_id) for key, document_id in taken if document_id is not None]
        aside = open_rejections_named(self._connection, {key for key, document_id in taken if document_id is None})
        self._record_count += len(taken)
        self._rejected_count += len(aside)
        self._first_rejections += [row[1:] for row in aside[: 100 - len(self._first_rejections)]]
        self._set_aside.update(rejection_id for rejection_id, _, _, _ in aside)

    def add(self, record: Record) -> None:
        """Take a record; writes the batch when it is full."""
        self._record_count += 1
        if isinstance(record, Reference):
            self._references.append(record)
            if len(self._references) >= BATCH_REFERENCES:
                self._write_batch()
            return
        self.ledger.note(record)
        if isinstance(record, Document):
            self._arrived.append((record.record_key, record.document_id))
            self._documents.append(record)
            self._chars += len(record.text)
        else:
            self._rejections.append(record)
            self._chars += len(record.content or b"")
            self._rejected_count += 1
            if len(self._first_rejections) < 100:
                self._first_rejections.append((record.uri, record.reason_code, record.reason))
        if len(self._documents) + len(self._rejections) >= BATCH_DOCUMENTS or self._chars >= BATCH_CHARS:
            self._write_batch()

    def finish(self, location: str, tried: list[str]) -> LandingSummary:
        """Write what is left, the new versions and the load's own row; ``tried`` rejections that did not come again are
        settled."""
        self._write_batch()
        with transaction(self._connection):
            settle_rejections(self._connection, tried, self._set_aside, self._load_id, self._started_at)
            parameters = {"load_id": self._load_id, "landed_at": self._started_at}
            landed_row = self._connection.execute(NEW_VERSIONS, parameters).fetchone()
            landed_count = int(landed_row[0]) if landed_row else 0
            counted = self._rejected_count + self._forgotten_count + self._reference_count + landed_count
            unchanged_count = self._record_count - counted
            append_rows(
                self._connection,
                "loads",
                [
                    {
                        "load_id": self._load_id,
                        "location": location if location == STREAM else location.rstrip("/").rsplit("/", 1)[-1],
                        "started_at": self._started_at,
                        "finished_at": _now(),
                        "record_count": self._record_count,
                        "landed_count": landed_count,
                        "unchanged_count": unchanged_count,
                        "rejected_count": self._rejected_count,
                        "code_version": dossier.__version__,
                    }
                ],
            )
        self._connection.execute("drop table landed_records")
        return LandingSummary(
            self._load_id,
            self._record_count,
            landed_count,
            unchanged_count,
            self._forgotten_count,
            self._reference_count,
            tuple(self._first_rejections),
            self._rejected_count,
        )

    def _write_batch(self) -> None:
        with transaction(self._connection):
            wanted = self._without_forgotten()
            self._write_documents(wanted)
            self._write_rejections()
            self._write_references()
            forgotten = {d.document_id for d in self._documents} - {d.document_id for d in wanted}
            self._write_arrivals([row for row in self._arrived if row[1] not in forgotten])
            self.ledger.write(forgotten)
        self._arrived, self._references = [], []
        self._documents, self._rejections, self._chars = [], [], 0

    def _without_forgotten(self) -> list[Document]:
        forgotten = set(
            self._connection.execute(
                "select record_key, sha256 from raw.tombstones where record_key in (select unnest($keys))",
                {"keys": [document.record_key for document in self._documents]},
            ).fetchall()
        )
        wanted = [d for d in self._documents if (d.record_key, d.sha256) not in forgotten]
        self._forgotten_count += len(self._documents) - len(wanted)
        return wanted

    def _write_documents(self, documents: list[Document]) -> None:
        ids = [document.document_id for document in documents]
        known = self._known("documents", "document_id", ids)
        new = {d.document_id: d for d in documents if d.document_id not in known}
        append_rows(self._connection, "documents", (self._document_row(d) for d in new.values()))
        append_rows(
            self._connection,
            "document_metadata",
            (
                {"document_id": document.document_id, "field": item.field, "value": item.value, "basis": item.basis}
                for document in new.values()
                for item in dict.fromkeys(document.metadata)
            ),
        )
        append_rows(
            self._connection,
            "document_blocks",
            (
                {"document_id": document.document_id, "block_number": number, **dataclasses.asdict(block)}
                for document in new.values()
                for number, block in enumerate(document.blocks, start=1)
            ),
        )

    def _write_arrivals(self, arrived: list[tuple[str, str]]) -> None:
        if arrived:
            self._connection.execute(
                "insert into landed_records select unnest($keys), unnest($ids), unnest($arrivals)",
                {
                    "keys": [key for key, _ in arrived],
                    "ids": [document_id for _, document_id in arrived],
                    "arrivals": list(range(self._arrivals, self._arrivals + len(arrived))),
                },
            )
            self._arrivals += len(arrived)

    def _write_references(self) -> None:
        """The links that are not known yet; of several rows that name one address the first is kept."""
        links = {reference.uri: reference for reference in reversed(self._references)}
        known = self._known("reference_links", "address", list(links))
        self._reference_count += len(self._references)
        append_rows(
            self._connection,
            "reference_links",
            (
                {
                    "address": link.uri,
                    "source_kind": link.source_kind,
                    "source_name": link.source_name,
                    "seen_on": link.seen_on,
                    "file_uri": link.file_uri,
                    "load_id": self._load_id,
                    "landed_at": self._started_at,
                }
                for link in reversed(links.values())
                if link.uri not in known
            ),
        )

    def _write_rejections(self) -> None:
        ids = store_rejections(self._connection, self._rejections, self._load_id, self._started_at)
        self._set_aside.update(ids)

    def _known(self, table: str, id_column: str, ids: list[str]) -> set[str]:
        rows = self._connection.execute(
            f"select {id_column} from raw.{table} where {id_column} in (select unnest($ids))", {"ids": ids}
        )
        return {row[0] for row in rows.fetchall()}

    def _document_row(self, document: Document) -> dict[str, object]:
        return {
            "document_id": document.document_id,
            "record_key": document.record_key,
            "name": document.name,
            "uri": document.uri,
            "sha256": document.sha256,
            "sidecar_sha256": document.sidecar_sha256,
            "media_type": document.media_type,
            "byte_count": document.byte_count,
            "char_count": len(document.text),
            "encoding": document.encoding,
            "text": document.text,
            "language": document.field("language") or _detected_language(document),
            "licence": document.field("licence"),
            "text_reader": document.text_reader,
            "text_reader_version": document.text_reader_version,
            "landed_at": self._started_at,
            "load_id": self._load_id,
        }


def _detected_language(document: Document) -> str | None:
    """The language of its stories' words (of all words where its format shows no stories), else what it declares."""
    stories = [block for block in document.blocks if block.region is not None and block.region != "related"]
    words = "\n".join(document.text[block.start_char : block.end_char] for block in stories) or document.text
    return detect_language(words) or document.field("language_declared")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
