"""CSV, TSV and Parquet exports: a row a document, by a mapping of the table's columns to fields.

The mapping stands in the sidecar (``columns: {text: Body, title: Headline, published: Date}``); columns that bear the
usual names need none. Columns that are not mapped are kept as metadata.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dossier.reading.decoding import decode_bytes
from dossier.reading.fields import make_field_text, usual_field
from dossier.reading.metadata import metadata_rows
from dossier.reading.records import (
    Document,
    Format,
    InputFile,
    Rejection,
    Unreadable,
    check_text,
    clean_text,
    effective_metadata,
    reject_bytes,
)

SUFFIXES = {".csv", ".tsv", ".parquet", ".pq"}
MAX_FIELD_CHARS = 8 * 2**20
PARQUET_MARK = b"PAR1"
BATCH_ROWS = 200


def recognise_table(file: InputFile) -> bool:
    """Parquet by its mark; CSV by its suffix, or by a first line of three columns or more with one of texts."""
    if file.head.startswith(PARQUET_MARK):
        return True
    if file.suffix in (".csv", ".tsv"):
        return True
    first = file.head.split(b"\n", 1)[0].decode("utf-8", "replace")
    if file.suffix not in ("", ".txt", ".dat") or len(first) > 2_000:
        return False
    names = [name.strip(' "\r').lower() for name in first.split("\t" if "\t" in first else ",")]
    return (
        len(names) >= 3
        and "text" in {usual_field(name) for name in names}
        and all(name.isidentifier() for name in names)
    )


def read_table(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield every row as a document or a rejection; a batch of rows is in memory at a time."""
    try:
        yield from read_rows(
            file, _parquet_rows(file) if file.head.startswith(PARQUET_MARK) else _csv_rows(file), FORMAT
        )
    except Unreadable as problem:
        yield reject_bytes(file, b"", problem, reader=FORMAT.name)


def read_rows(file: InputFile, rows: Iterable[Mapping[str, Any]], form: Format) -> Iterator[Document | Rejection]:
    """Yield every row (columns with their values) as a document or a rejection; ``Unreadable``: it has none.

    The mapping of columns is told from the first row.
    """
    mapping: dict[str, str] | None = None
    for number, row in enumerate(rows, start=1):
        if mapping is None:
            mapping = _mapping(list(row), _given_mapping(file))
        if file.passes(number):
            continue
        yield _read_row(file, row, mapping, f"{file.uri}#row-{number}", form)
    if mapping is None:
        raise Unreadable("empty", "the table has no rows")


def _given_mapping(file: InputFile) -> Mapping[str, str]:
    """The sidecar's ``columns``: our field to the table's column."""
    given = effective_metadata(file.sidecar.metadata if file.sidecar else ()).get("columns")
    if given is None:
        return {}
    try:
        mapping = json.loads(given)
    except ValueError:
        mapping = None
    if not isinstance(mapping, dict) or not all(isinstance(value, str) for value in mapping.values()):
        raise Unreadable("bad-mapping", "its sidecar's 'columns' is no mapping such as {text: Body, title: Headline}")
    return mapping


def _mapping(names: list[str], given: Mapping[str, str]) -> dict[str, str]:
    """Column to field. Raises ``Unreadable`` where a mapped column is missing or no column holds texts."""
    for field, column in given.items():
        if column not in names:
            raise Unreadable(
                "bad-mapping", f"it has no column {column!r} for {field!r}; it has {', '.join(names)[:300]}"
            )
    mapping = {column: field for field, column in given.items()}
    taken = set(given)
    for name in names:
        usual = usual_field(name)
        if usual is not None and usual not in taken and name not in mapping:
            mapping[name] = usual
            taken.add(usual)
    if "text" not in mapping.values():
        raise Unreadable(
            "bad-mapping",
            f"no column is known to hold texts; name it in a sidecar as 'columns: {{text: …}}'. It has "
            f"{', '.join(names)[:300]}",
        )
    return mapping


def _read_row(
    file: InputFile, row: Mapping[str, Any], mapping: Mapping[str, str], place: str, form: Format
) -> Document | Rejection:
    fields = {mapping.get(column, column.strip().lower()): value for column, value in row.items() if _is_given(value)}
    content = json.dumps(fields, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
    sidecar = tuple(m for m in file.sidecar.metadata if m.field != "columns") if file.sidecar else ()
    try:
        text = fields.pop("text", None)
        if not isinstance(text, str):
            raise Unreadable("no-text", "the row has no text")
        title, own_id, url = fields.get("title"), fields.pop("id", None), fields.get("url")
        made = make_field_text(title if isinstance(title, str) and title.strip() else None, text)
        key = str(own_id) if own_id is not None else url if isinstance(url, str) else place
        return Document(
            record_key=clean_text(key),
            name=clean_text(key if own_id is not None else file.name),
            uri=clean_text(url if isinstance(url, str) else place if key == place else f"{file.uri}#{key}"),
            sha256=hashlib.sha256(content).hexdigest(),
            sidecar_sha256=file.sidecar.sha256 if file.sidecar else None,
            media_type=form.media_type,
            byte_count=len(content),
            encoding="utf-8",
            text=check_text(clean_text(made.text)),
            metadata=sidecar + metadata_rows({name: _plain(value) for name, value in fields.items()}, "record"),
            text_reader=form.name,
            text_reader_version=form.version,
            blocks=made.blocks,
        )
    except Unreadable as problem:
        return reject_bytes(file, content, problem, reader=form.name, record_key=place)


def _is_given(value: Any) -> bool:
    return value is not None and value == value and (not isinstance(value, str) or bool(value.strip()))


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, list, dict)) else str(value)


def _parquet_rows(file: InputFile) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with file.open() as stream:
            source = stream if file.path is not None else io.BytesIO(stream.read())
            for batch in pq.ParquetFile(source).iter_batches(batch_size=BATCH_ROWS):
                yield from batch.to_pylist()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Unreadable("broken-table", f"it is damaged or cut off ({' '.join(str(error).split())[:120]})") from None


def _csv_rows(file: InputFile) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(MAX_FIELD_CHARS)
    encoding = decode_bytes(file.head.rsplit(b"\n", 1)[0] or file.head).encoding.split(",")[0]
    first = file.head.split(b"\n", 1)[0].decode(encoding, "replace")
    delimiter = max("\t,;|", key=lambda mark: (first.count(mark), mark == ","))
    with file.open() as stream:
        lines = io.TextIOWrapper(stream, "utf-8-sig" if encoding == "utf-8" else encoding, "replace", newline="")
        try:
            for row in csv.DictReader(lines, delimiter=delimiter, restkey="_more"):
                row.pop("_more", None)
                yield {str(name): value for name, value in row.items() if name is not None}
        except csv.Error as error:
            raise Unreadable("broken-table", f"it is no table ({error})") from None


FORMAT = Format("table", "1", "text/csv", precedence=16, recognises=recognise_table, read=read_table)
