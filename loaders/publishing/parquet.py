"""The published tables as Parquet: a folder a table, whose files together are its rows.

``parquet/marts/events/*.parquet`` reads a table, whatever it is. Tables that grow with the documents have, once they
hold more than one row group, a file a month in which their rows were first published (``2025-06.parquet``;
``undated.parquet`` where no day is known), the others one, ``all.parquet``. Rows lie in order of the days they tell of,
in small row groups, so that a range of days is read without the rest. A file whose rows are those of the publication
before is that file, by a hard link: it is never written again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from dossier.publishing.manifest import PublishedTable

UNDIVIDED, UNDATED = "all", "undated"
ROW_GROUP_ROWS = 20_480  # a week or so of a million facts a year
# Tables that grow with the documents, each with what tells the day its rows were first published.
DAYS: Mapping[str, str] = {
    "documents": (
        "left join (select document_id as joined_id, min(published_from) as day from dossier.marts.articles "
        "where is_main group by document_id) on document_id = joined_id"
    ),
    "articles": (
        "left join (select article_id as joined_id, published_from as day from dossier.marts.articles) "
        "on article_id = joined_id"
    ),
    "events": (
        "left join (select event_id as joined_id, first_published_on as day from dossier.marts.events) "
        "on event_id = joined_id"
    ),
    "figures": (
        "left join (select figure_id as joined_id, first_published_on as day from dossier.marts.figures) "
        "on figure_id = joined_id"
    ),
    "event_report_participants": (
        "left join (select event_report_id as joined_id, articles.published_from as day "
        "from dossier.marts.event_reports inner join dossier.marts.articles using (article_id)) "
        "on event_report_id = joined_id"
    ),
}
OF_ARTICLES = (
    "article_parts",
    "actor_mentions",
    "event_reports",
    "figure_reports",
    "statements",
    "time_expressions",
    "item_mentions",
)
OF_EVENTS = ("event_participants", "event_items", "event_dyads")
DIVIDED: Mapping[str, str] = {
    **DAYS,
    **dict.fromkeys(OF_ARTICLES, DAYS["articles"]),
    **dict.fromkeys(OF_EVENTS, DAYS["events"]),
}
# Days that rows tell of: the first of them that a table has comes first in the order of its rows.
DAY_COLUMNS = ("occurred_from", "period_from", "said_from", "value_from", "published_from", "first_published_on")


@dataclass(frozen=True)
class PublishedFile:
    """A Parquet file: where it lies in the publication, its rows, its bytes, a hash over rows and manner of writing."""

    path: str
    rows: int
    bytes: int
    content: str


def write_parquet(
    connection: duckdb.DuckDBPyConnection,
    tables: Iterable[PublishedTable],
    publication: Path,
    previous: Path | None,
    previous_files: Mapping[str, PublishedFile],
) -> dict[str, list[PublishedFile]]:
    """Write the tables of the attached database ``dossier``; returns the files of each by its relation.

    Files of the ``previous`` publication whose rows are the same are linked.
    """
    return {table.relation: _write_table(connection, table, publication, previous, previous_files) for table in tables}


def files_of(description: Mapping[str, Any]) -> dict[str, PublishedFile]:
    """The Parquet files that a publication's description lists, by path; an older one lists none."""
    files = [PublishedFile(**part) for resource in description["resources"] for part in resource.get("parts", ())]
    return {file.path: file for file in files}


def describe_files(files: list[PublishedFile]) -> dict[str, Any]:
    """Path and parts of a table for the description of the publication."""
    return {"path": [file.path for file in files], "parts": [asdict(file) for file in files]}


def _write_table(
    connection: duckdb.DuckDBPyConnection,
    table: PublishedTable,
    publication: Path,
    previous: Path | None,
    previous_files: Mapping[str, PublishedFile],
) -> list[PublishedFile]:
    folder = publication / "parquet" / table.schema / table.name
    folder.mkdir(parents=True)
    names = [column.name for column in table.columns]
    days = DIVIDED.get(table.name) if table.schema == "marts" and _is_large(connection, table) else None
    month = f"coalesce(strftime(day, '%Y-%m'), '{UNDATED}')" if days else f"'{UNDIVIDED}'"
    rows = f"dossier.{table.relation} {days or ''}"
    told_days = [f'"{name}" nulls last' for name in DAY_COLUMNS if name in names]
    order = ", ".join([*told_days, *(f'"{name}"' for name in table.primary_key or names)])
    # How the rows are written counts as content: another order or writer makes another file.
    kinds = ",".join(f"{column.name} {column.data_type}" for column in table.columns)
    writing = f"{duckdb.__version__} zstd {ROW_GROUP_ROWS} {order} ({kinds})"
    values = ", ".join(f"""coalesce(cast("{name}" as varchar), chr(30))""" for name in names)
    counted = connection.execute(
        f"with hashed as (select {month} as month, md5(concat_ws(chr(31), {values})) as row_hash from {rows}) "
        "select month, count(*), "
        "md5(concat_ws(' ', ?, sum(md5_number_lower(row_hash)), sum(md5_number_upper(row_hash)))) "
        "from hashed group by month order by month",
        [writing],
    ).fetchall()
    files, changed = [], []
    for name, row_count, content in counted or [(UNDIVIDED, 0, writing)]:
        path = f"parquet/{table.schema}/{table.name}/{name}.parquet"
        known = previous_files.get(path)
        if known is None or known.content != content or not _link(previous, publication, known):
            changed.append(name)
        files.append((path, row_count, content))
    _write_files(connection, folder, changed, rows, month, ", ".join(f'"{name}"' for name in names), order)
    return [PublishedFile(path, count, (publication / path).stat().st_size, content) for path, count, content in files]


def _write_files(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    months: list[str],
    rows: str,
    month: str,
    columns: str,
    order: str,
) -> None:
    """Write the rows of each month, which is told by the expression ``month``, to a file of its name."""
    if len(months) > 1:  # one look at the table for all files: otherwise the work grows with months times rows
        chosen = ", ".join(f"'{name}'" for name in months)
        connection.execute(
            f"create or replace temp table rows_to_write as select {columns}, {month} as month_of_file from {rows} "
            f"where {month} in ({chosen}) order by month_of_file"
        )
        rows, month = "rows_to_write", "month_of_file"
    for name in months:
        connection.execute(
            f"copy (select {columns} from {rows} where {month} = '{name}' order by {order}) "
            f"to '{_quoted(folder / name)}.parquet' (format parquet, compression zstd, row_group_size {ROW_GROUP_ROWS})"
        )
    connection.execute("drop table if exists rows_to_write")


def _is_large(connection: duckdb.DuckDBPyConnection, table: PublishedTable) -> bool:
    """Whether a table holds more rows than one row group: smaller ones are not worth a file a month."""
    counted = connection.execute(f"select count(*) > {ROW_GROUP_ROWS} from dossier.{table.relation}").fetchone()
    return counted == (True,)


def _link(previous: Path | None, publication: Path, known: PublishedFile) -> bool:
    """Give a file of the publication before a second name; whether that could be done and it is whole."""
    if previous is None:
        return False
    try:
        if (previous / known.path).stat().st_size != known.bytes:
            return False
        os.link(previous / known.path, publication / known.path)
    except OSError:  # gone, or a file system without hard links
        return False
    return True


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
