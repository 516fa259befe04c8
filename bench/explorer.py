"""Speed of the explorer's pages on 1,000,000 facts: a published warehouse copied under new ids until it has so many.

    python bench/explorer.py [WAREHOUSE]     (default: the sample, built before with make build)

Facts are events, figures, statements and actors. Documents, articles, mentions and reports are copied with them, each
copy under ids of its own and dated some days earlier, so that no two copies are one fact. Prints seconds a page: the
first time, then the median and worst of others with other filters, in one process without a browser; beside them the
worst in seconds of processor time (all cores together), which a busy machine does not blur.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

from dossier.database import fts_extension
from dossier.publishing.database import literal
from dossier.settings import PROJECT_ROOT, warehouse_for

FACTS = int(os.environ.get("FACTS", "1000000"))
# Tables whose rows are copied; the others (names, dimensions, outlets) stay as they are.
COPIED = (
    "documents articles article_parts actors actor_names actor_roles actor_mentions events event_reports "
    "event_participants event_items event_dyads event_report_participants figures figure_reports statements relations"
).split()
OWN_IDS = {"source_id", "item_id", "upstream_source_id", "attributed_source_id", "load_id"}


def blow_up(published: Path, target: Path, events: int | None = None) -> int:
    """Write a publication with at least ``FACTS`` facts, or so many ``events``; returns how many copies it holds.

    Rows lie in the order of the first column, as a publication's do. Counted in events, it has no search index.
    """
    target.mkdir(parents=True)
    connection = duckdb.connect(str(target / "dossier.duckdb"))
    connection.execute(f"attach {literal(str(published / 'dossier.duckdb'))} as sample (read_only)")
    connection.execute("set preserve_insertion_order = false")
    facts = connection.execute(
        "select (select count(*) from sample.marts.events) + (select count(*) from sample.marts.figures) "
        "+ (select count(*) from sample.marts.statements) + (select count(*) from sample.marts.actors)"
    ).fetchone()
    copies = -(-FACTS // int(facts[0] if facts else 1))
    if events is not None:
        counted = connection.execute("select count(*) from sample.marts.events").fetchone()
        copies = -(-events // int(counted[0] if counted else 1))
    for schema in ("marts", "topics", "quality"):
        connection.execute(f"create schema {schema}")
    connection.execute(f"create temp table copies as select range as copy from range({copies})")
    tables = connection.execute(
        "select table_name from duckdb_tables() where database_name = 'sample' and schema_name = 'marts' order by 1"
    ).fetchall()
    for (table,) in tables:
        source = f"sample.marts.{table}"
        columns = connection.execute(f"describe {source}").fetchall()
        if table not in COPIED:
            connection.execute(f"create table marts.{table} as from {source}")
            continue
        cells = ", ".join(f"{_cell(str(name), str(kind))} as {name}" for name, kind, *_ in columns)
        key = columns[0][0]
        connection.execute(
            f"create table marts.{table} as select {cells} from {source} as rows_ cross join copies order by 1"
        )
        if table in ("documents", "articles", "events", "figures", "statements", "actors"):
            connection.execute(f"create unique index {table}_key on marts.{table} ({key})")
    connection.close()
    if events is None:
        _index(target)
    return copies


def _cell(name: str, kind: str) -> str:
    if kind == "DATE":
        return f"cast({name} - to_days(cast(copy % 3650 as integer)) as date)"
    if kind == "VARCHAR" and (name.endswith("_id") or name == "sha256") and name not in OWN_IDS:
        # The first three characters tell the kind; the rest is hashed anew.
        return f"left({name}, 3) || case when {name} is null then null else left(md5({name} || copy), 20) end"
    if name in ("title", "headline") or name == "name":
        return f"case when copy = 0 then {name} else {name} || ' ' || copy end"
    return name


def _index(target: Path) -> None:
    connection = duckdb.connect(str(target / "search.duckdb"))
    connection.execute(f"load {literal(str(fts_extension()))}")
    connection.execute(f"attach {literal(str(target / 'dossier.duckdb'))} as published (read_only)")
    for table, key, words in (("documents", "document_id", "text"), ("statements", "statement_id", "quote")):
        connection.execute(f"create table {table} as select {key}, {words} from published.marts.{table}")
        connection.execute(f"pragma create_fts_index('{table}', '{key}', '{words}', stemmer = 'english')")
    connection.close()


def measure(warehouse: Path) -> None:
    """Run every page and print its seconds."""
    os.environ["DOSSIER_WAREHOUSE"] = str(warehouse)
    sys.path.insert(0, str(PROJECT_ROOT))
    from streamlit.testing.v1 import AppTest

    def run(page: str, address: dict[str, str]) -> tuple[float, float]:
        app = AppTest.from_string(
            f"from dashboards.explorer.pages import {page} as page; page.show({_argument(address)})"
        )
        for name, value in address.items():
            app.query_params[name] = value
        started, worked = time.perf_counter(), time.process_time()
        app.run(timeout=120)
        if app.exception:
            raise SystemExit(f"{page} {address}: {app.exception[0].value}")
        return time.perf_counter() - started, time.process_time() - worked

    connection = duckdb.connect(str(warehouse / "published" / "current" / "dossier.duckdb"), read_only=True)
    ids: dict[str, Any] = {
        prefix: [row[0] for row in connection.execute(sql).fetchall()]
        for prefix, sql in {
            "event": "select event_id from marts.events order by report_count desc, event_id limit 4",
            "figure": "select figure_id from marts.figures order by report_count desc, figure_id limit 4",
            "statement": "select statement_id from marts.statements order by statement_id limit 4",
            "actor": "select actor_id from marts.actors order by mention_count desc, actor_id limit 4",
            "source": "select source_id from marts.sources order by article_count desc, source_id limit 4",
        }.items()
    }
    connection.close()
    cases: dict[str, tuple[str, list[dict[str, str]]]] = {
        "timeline": (
            "timeline",
            [{}, {"page": "3000"}, {"actor": "belgium"}, {"outlet": "wire", "type": "coerce"}, {"item": "oxycodone"},
             {"from": "2020-01-01", "to": "2020-12-31"}, {"texts": "2", "oldest": "true"}],
        ),
        "actors": ("actors", [{}, {"name": "ministry"}, {"kind": "person", "page": "400"}]),
        "figures": ("figures", [{}, {"subject": "people"}, {"place": "norway", "page": "20"}, {"disputed": "true"}]),
        "disputed": ("disputed", [{}, {"kind": "corrects"}, {"page": "100"}]),
        "sources": ("sources", [{}, {"name": "wire"}, {"name": "post"}]),
        "search statements": ("search", [{"words": w} for w in ("customs", "water river", "the order of the court")]),
        "search texts": ("search", [{"words": w, "where": "texts"} for w in ("customs", "water", "seized powder")]),
        **{kind: ("fact", [{"fact": found} for found in ids[kind]]) for kind in ids},
    }  # fmt: skip
    for name, (page, addresses) in cases.items():
        first, *others = (run(page, address) for address in addresses)
        seconds = [wall for wall, _ in others]
        median, worst, worked = statistics.median(seconds), max(seconds), max(cpu for _, cpu in others)
        print(f"{name:<20} first {first[0]:5.2f}   median {median:5.2f}   worst {worst:5.2f}   processor {worked:5.2f}")


def _argument(address: dict[str, str]) -> str:
    return repr(address["fact"]) if "fact" in address else ""


def main() -> None:
    """Blow up, then measure."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    published = warehouse_for(None, given).published / "current"
    if not (published / "dossier.duckdb").is_file():
        raise SystemExit(f"There is no publication in {published.parent}: run make build first.")
    kept = os.environ.get("KEEP")
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(kept or folder)
        if not (warehouse / "published" / "current").is_dir():
            started = time.perf_counter()
            copies = blow_up(published, warehouse / "published" / "000001")
            (warehouse / "published" / "current").symlink_to("000001")
            print(f"{copies:,} copies written in {time.perf_counter() - started:.0f} s")
        measure(warehouse)


if __name__ == "__main__":
    main()
