"""The readers as a function over Arrow batches, for ``DataFrame.mapInArrow``: a row a document in, and out.

A row that comes out holds, for every raw table that readers fill, the list of the document's rows in it. Each document
is read by the function that reads it on one machine, so both give the same rows; Spark decides only where.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from dossier.ids import make_id
from dossier.landing.workers import Job, read_job
from dossier.raw_tables import raw_tables
from dossier.reading.records import TextBlock

READINGS = "readings"
# A batch that comes out holds all rows of so many documents: it bounds the memory of a worker.
DOCUMENTS_A_BATCH = 20


@functools.cache
def reading_schema() -> pa.Schema:
    """A column a raw table that readers fill, by its name: the list of a document's rows."""
    names = [name for name, table in raw_tables().items() if table.view is None and is_filled_by_readers(name)]
    return pa.schema([(name, pa.list_(pa.struct(list(raw_tables()[name].arrow_schema)))) for name in names])


def is_filled_by_readers(table_name: str) -> bool:
    """Whether readers write this raw table, and not landing, a gate or a publication."""
    columns = [name for name, _ in raw_tables()[table_name].columns]
    return "reading_id" in columns


def read_documents(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Read documents as ``sql/unread_documents.sql`` gives them."""
    from dossier.language.lexicons import reader_version

    version = reader_version()
    for batch in batches:
        for start in range(0, batch.num_rows, DOCUMENTS_A_BATCH):
            documents = batch.slice(start, DOCUMENTS_A_BATCH).to_pylist()
            read = [_read(document, version) for document in documents]
            yield pa.RecordBatch.from_pylist(read, schema=reading_schema())


def _read(document: dict[str, Any], version: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of one document by raw table, as they are stored."""
    from dossier.language.reader import READER

    read = read_job(
        Job(
            document_id=document["document_id"],
            text=document["text"],
            language=document["language"],
            metadata={given["field"]: given["value"] for given in document["metadata"] or ()},
            blocks=tuple(TextBlock(**_without(block, "block_number")) for block in document["blocks"] or ()),
        )
    )
    reading_id = make_id("rdg", read.document_id, READER, version)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in reading_schema().names}
    for table_name, found in read.rows.items():
        rows[table_name] = [{**row, "reading_id": reading_id} for row in found]
    rows[READINGS] = [
        {
            "reading_id": reading_id,
            "document_id": read.document_id,
            "reading_number": document["reading_number"],
            "reader": READER,
            "reader_version": version,
            "read_at": datetime.now(UTC).replace(tzinfo=None),
            "word_count": read.word_count,
            "seconds": read.seconds,
        }
    ]
    return rows


def _without(row: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}
