"""Reading what was landed: every current document gets a reading by the present readers, and only once.

A reading is (document, reader, reader version). Its rows are written in one transaction with its own row in
``raw.readings``, so a process that is killed leaves whole readings only.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from dossier.ids import make_id
from dossier.landing.workers import Job, ReadDocument, read_in_processes, read_job
from dossier.raw_tables import append_rows, raw_tables, transaction
from dossier.reading.records import TextBlock

# A worker process takes about three seconds to load the English model; below this many characters a pool does not pay.
POOL_PAYS_FROM_CHARS = 400_000
BATCH_DOCUMENTS = 50
BATCH_CHARS = 1_000_000

UNREAD = """
    select documents.document_id, documents.char_count
    from raw.current_documents as current_documents
    inner join raw.documents as documents on current_documents.document_id = documents.document_id
    inner join raw.wanted_documents as wanted_documents on documents.document_id = wanted_documents.document_id
    left join raw.current_readings as readings on documents.document_id = readings.document_id
    where readings.reader_version is distinct from $reader_version
    order by documents.sha256, documents.document_id
"""
# Readers that came back to an earlier version find their readings there: they are put in force again, not made again.
PUT_IN_FORCE_AGAIN = """
    insert into raw.readings by name
    with latest as (
        select document_id, max(reading_number) as reading_number
        from raw.readings
        group by document_id
    ),

    wanted as (
        select
            readings.*,
            row_number() over (partition by readings.document_id order by readings.reading_number desc) as recency
        from raw.readings as readings
        where readings.reader_version = $reader_version
    )

    select wanted.* exclude (recency) replace (latest.reading_number + 1 as reading_number)
    from wanted
    inner join latest on wanted.document_id = latest.document_id
    where wanted.recency = 1 and wanted.reading_number < latest.reading_number
"""
NOT_WANTED = """
    select count(*)
    from raw.current_documents
    where document_id not in (select document_id from raw.wanted_documents)
        and document_id not in (select document_id from raw.current_readings)
"""
DOCUMENTS = """
    select documents.document_id, documents.text, documents.language
    from raw.documents as documents
    where documents.document_id in (select unnest($ids))
"""
LAST_NUMBERS = """
    select document_id, max(reading_number) as reading_number
    from raw.readings
    where document_id in (select unnest($ids))
    group by document_id
"""
METADATA = """
    select document_id, field, value
    from raw.document_metadata
    where document_id in (select unnest($ids))
    order by document_id, case basis when 'page-metadata' then 0 when 'record' then 1 else 2 end, field, value
"""

BLOCKS = """
    select document_id, start_char, end_char, block_kind, region, story_number, page_number
    from raw.document_blocks
    where document_id in (select unnest($ids))
    order by document_id, block_number
"""


@dataclass(frozen=True)
class ReadingSummary:
    """What a run of the readers did."""

    reader_version: str
    document_count: int
    word_count: int
    failures: tuple[tuple[str, str, str], ...]  # document id, reader, error
    passed_over_count: int = 0  # landed documents that no chosen topic finds anything in, so that nobody read them
    current_count: int = 0


def read_new_documents(
    connection: duckdb.DuckDBPyConnection,
    *,
    workers: int | None = None,
    on_start: Callable[[int], None] = lambda count: None,
    on_document: Callable[[str], None] = lambda document_id: None,
) -> ReadingSummary:
    """Read the documents that are to be read and that these readers have not read; one transaction a batch."""
    from dossier.language.lexicons import reader_version

    version = reader_version()
    connection.execute(PUT_IN_FORCE_AGAIN, {"reader_version": version})
    unread = connection.execute(UNREAD, {"reader_version": version}).fetchall()
    on_start(len(unread))
    failures: list[tuple[str, str, str]] = []
    words = 0
    batch: list[ReadDocument] = []
    for document in _read_all(connection, unread, workers):
        on_document(document.document_id)
        words += document.word_count
        failures += [
            (document.document_id, row["reader"], row["error"]) for row in document.rows.get("reading_failures", ())
        ]
        batch.append(document)
        if len(batch) >= BATCH_DOCUMENTS:
            store_readings(connection, batch, version)
            batch = []
    store_readings(connection, batch, version)
    passed_over = _count(connection, NOT_WANTED)
    current = _count(connection, "select count(*) from raw.current_documents")
    return ReadingSummary(version, len(unread), words, tuple(failures), passed_over, current)


def _count(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0


def count_unread(connection: duckdb.DuckDBPyConnection) -> int:
    """How many documents that are to be read the present readers have not read."""
    from dossier.language.lexicons import reader_version

    return len(connection.execute(UNREAD, {"reader_version": reader_version()}).fetchall())


def store_readings(connection: duckdb.DuckDBPyConnection, documents: list[ReadDocument], reader_version: str) -> None:
    """Store whole readings in one transaction."""
    if not documents:
        return
    from dossier.language.reader import READER

    ids = [document.document_id for document in documents]
    numbers = dict(
        connection.execute(
            LAST_NUMBERS,
            {"ids": ids},
        ).fetchall()
    )
    rows: dict[str, list[dict[str, Any]]] = {"readings": []}
    for document in documents:
        reading_id = make_id("rdg", document.document_id, READER, reader_version)
        rows["readings"].append(
            {
                "reading_id": reading_id,
                "document_id": document.document_id,
                "reading_number": numbers.get(document.document_id, 0) + 1,
                "reader": READER,
                "reader_version": reader_version,
                "read_at": datetime.now(UTC).replace(tzinfo=None),
                "word_count": document.word_count,
                "seconds": document.seconds,
            }
        )
        for table, found in document.rows.items():
            rows.setdefault(table, []).extend({**row, "reading_id": reading_id} for row in found)
    with transaction(connection):
        for table in raw_tables():
            if table in rows:
                append_rows(connection, table, rows[table])


def _read_all(
    connection: duckdb.DuckDBPyConnection, unread: list[tuple[str, int]], workers: int | None
) -> Iterator[ReadDocument]:
    chars = sum(char_count for _, char_count in unread)
    processes = min(workers or os.cpu_count() or 1, len(unread))
    jobs = _jobs(connection, unread)
    if processes < 2 or (workers is None and chars < POOL_PAYS_FROM_CHARS):
        yield from map(read_job, jobs)
    else:
        yield from read_in_processes(jobs, processes)


def _jobs(connection: duckdb.DuckDBPyConnection, unread: list[tuple[str, int]]) -> Iterator[Job]:
    ids: list[str] = []
    chars = 0
    for document_id, char_count in unread:
        ids.append(document_id)
        chars += char_count
        if len(ids) >= BATCH_DOCUMENTS or chars >= BATCH_CHARS:
            yield from _load_jobs(connection, ids)
            ids, chars = [], 0
    yield from _load_jobs(connection, ids)


def _load_jobs(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> list[Job]:
    documents = connection.execute(DOCUMENTS, {"ids": ids}).fetchall()
    contents = {document_id: (text, language) for document_id, text, language in documents}
    metadata: dict[str, dict[str, str]] = {}
    for document_id, field, value in connection.execute(METADATA, {"ids": ids}).fetchall():
        metadata.setdefault(document_id, {})[field] = value
    blocks: dict[str, list[TextBlock]] = {}
    for document_id, *values in connection.execute(BLOCKS, {"ids": ids}).fetchall():
        blocks.setdefault(document_id, []).append(TextBlock(*values))
    return [
        Job(document_id, *contents[document_id], metadata.get(document_id, {}), tuple(blocks.get(document_id, ())))
        for document_id in ids
    ]
