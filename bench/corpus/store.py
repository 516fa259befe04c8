"""Writing the made-up pages: raw tables of a working database with the truth beside them, or documents as JSON
Lines."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from corpus.pages import Page
from corpus.tellings import plan_tellings, write_page
from corpus.world import World
from dossier.raw_tables import create_raw_tables, raw_tables

TRUTH = pa.schema([("kind", pa.string()), ("row_id", pa.string()), ("truth", pa.string())])
DOCUMENTS_A_FILE = 2000


def write_pages(world: World, first: int, last: int) -> Iterator[tuple[Page, str]]:
    """The documents with these numbers, ``last`` not included."""
    ends = list(accumulate(world.stories))
    for number, end in enumerate(ends):
        begin = end - world.stories[number]
        if end <= first:
            continue
        if begin >= last:
            break
        story = world.story(number)
        for telling in plan_tellings(world, story, world.stories[number]):
            document = begin + telling.number
            if first <= document < last:
                yield write_page(world, story, telling, document)


def write_warehouse(
    database: Path, document_count: int, seed: int, workers: int = 2, first: int = 0, last: int | None = None
) -> None:
    """Append the documents from ``first`` up to ``last`` of a corpus to the raw tables of a working database, and
    what is
    true of them to ``truth.rows``."""
    last = document_count if last is None else last
    with tempfile.TemporaryDirectory(dir=database.parent) as folder:
        jobs = [
            (seed, document_count, start, min(start + DOCUMENTS_A_FILE, last), folder)
            for start in range(first, last, DOCUMENTS_A_FILE)
        ]
        if len(jobs) == 1 or workers == 1:
            for job in jobs:
                _write_files(job)
        else:
            with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
                list(pool.map(_write_files, jobs))
        with duckdb.connect(str(database)) as connection:
            connection.execute("set preserve_insertion_order = false")
            create_raw_tables(connection)
            connection.execute("create schema if not exists truth")
            connection.execute("create table if not exists truth.rows (kind varchar, row_id varchar, truth varchar)")
            for path in sorted(Path(folder).iterdir()):
                table = "truth.rows" if path.name == "truth" else f"raw.{path.name}"
                connection.execute(f"insert into {table} by name select * from read_parquet('{path}/*.parquet')")
                shutil.rmtree(path)


def write_documents(path: Path, document_count: int, seed: int) -> None:
    """The same documents as JSON Lines, to be landed and read."""
    world = World(seed, document_count)
    with path.open("w", encoding="utf-8") as file:
        for page, text in write_pages(world, 0, document_count):
            given = {row.field: row.value for table, row in page.rows if table == "document_metadata"}
            record = {"id": f"page-{page.number:07d}", "text": text, **given}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_files(job: tuple[int, int, int, int, str]) -> None:
    seed, document_count, first, last, folder = job
    world = _world(seed, document_count)
    rows: dict[str, list[Any]] = defaultdict(list)
    truth: list[tuple[str, str, str]] = []
    for page, _ in write_pages(world, first, last):
        for table, row in page.rows:
            rows[table].append(row)
        truth += page.truth
    for table, found in rows.items():
        _write_file(Path(folder) / table / f"{first}.parquet", found, raw_tables()[table].arrow_schema)
    _write_file(Path(folder) / "truth" / f"{first}.parquet", truth, TRUTH)


def _write_file(path: Path, rows: list[Any], schema: pa.Schema) -> None:
    path.parent.mkdir(exist_ok=True)
    columns = [pa.array(values, field.type) for values, field in zip(zip(*rows, strict=True), schema, strict=True)]
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), path, compression="zstd")


_WORLDS: dict[tuple[int, int], World] = {}


def _world(seed: int, document_count: int) -> World:
    """The world of a process, made once."""
    if (seed, document_count) not in _WORLDS:
        _WORLDS[seed, document_count] = World(seed, document_count)
    return _WORLDS[seed, document_count]
