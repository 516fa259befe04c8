"""build, land, read and publish on the command line."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from rich.table import Table

from dossier import api
from dossier.api import Text
from dossier.cli.console import ConsoleProgress, output
from dossier.cli.passages import printable
from dossier.database import open_for_reading, open_working_database
from dossier.landing.declared_feeds import Feed, read_feeds
from dossier.landing.documents import LandingSummary, retry_rejections
from dossier.landing.fetching import Fetcher
from dossier.landing.following import land_feeds
from dossier.landing.readings import ReadingSummary
from dossier.landing.screening import choose_documents, choose_topics
from dossier.landing.set_aside import open_rejections
from dossier.locking import lock_warehouse
from dossier.pipeline import BuildReport, build, read, require_documents
from dossier.publishing.rights import TextLevel
from dossier.settings import Warehouse, warehouse_for
from dossier.sql_files import load_sql

FIRST_QUERY = "select title, occurred_edtf, status, origin_count from events order by origin_count desc, title limit 5"


def run_build(
    warehouse: Warehouse,
    location: str,
    *,
    workers: int | None,
    force: bool,
    text: str | None,
    topics: str | None = None,
) -> None:
    """All steps, then a short table and what to try."""
    chosen = _topics(topics)
    with ConsoleProgress() as progress:
        report = api.build(
            location,
            warehouse.root,
            workers=workers,
            force=force,
            text=cast("Text | None", text),
            topics=chosen,
            progress=progress,
        )
    _print_report(warehouse, report)


def run_land(warehouse: Warehouse, location: str) -> None:
    """Landing alone."""
    with ConsoleProgress() as progress:
        summary = api.land(location, warehouse.root, progress=progress)
    output.print(_landing_words(summary), markup=False)


def run_land_feeds(warehouse: Warehouse, feeds_file: Path, *, network: bool) -> None:
    """Landing of declared feeds."""
    feeds = read_feeds(feeds_file)
    with lock_warehouse(warehouse, "land"), ConsoleProgress() as progress:
        _land_feeds(warehouse, feeds, progress, network=network)


def run_build_feeds(
    warehouse: Warehouse,
    feeds_file: Path,
    *,
    network: bool,
    workers: int | None,
    force: bool,
    text: str | None,
    topics: str | None = None,
) -> None:
    """Landing of declared feeds, then all other steps."""
    chosen = _topics(topics)
    feeds = read_feeds(feeds_file)
    with lock_warehouse(warehouse, "build"), ConsoleProgress() as progress:
        _land_feeds(warehouse, feeds, progress, network=network)
        level = None if text is None else TextLevel(text)
        report = build(warehouse, None, progress, workers=workers, force=force, text=level, topics=chosen)
    _print_report(warehouse, report)


def _land_feeds(warehouse: Warehouse, feeds: Sequence[Feed], progress: ConsoleProgress, *, network: bool) -> None:
    with open_working_database(warehouse) as connection:
        progress.begin("land")
        summary = land_feeds(
            connection,
            feeds,
            fetcher=Fetcher() if network else None,
            on_record=lambda uri: progress.advance(),
            on_note=progress.note,
        )
    output.print(_landing_words(summary), markup=False)
    for uri, _, reason in summary.rejections[:20]:
        output.print(f"  {printable(uri)}: {printable(reason)}", markup=False)


def _topics(names: str | None) -> tuple[str, ...]:
    return () if names is None else choose_topics(names)


def run_read(warehouse: Warehouse, *, workers: int | None, topics: str | None = None) -> None:
    """Reading alone."""
    chosen = _topics(topics)
    with (
        lock_warehouse(warehouse, "read"),
        ConsoleProgress() as progress,
        open_working_database(warehouse) as connection,
    ):
        require_documents(connection)
        choose_documents(connection, chosen)
        progress.begin("read")
        summary = read(connection, progress, workers=workers)
    words = f"({summary.word_count:,} words), {len(summary.failures):,} failures"
    output.print(f"{summary.document_count:,} documents read {words}")
    _tell_passed_over(summary)


def _tell_passed_over(summary: ReadingSummary) -> None:
    if summary.passed_over_count:
        count = f"{summary.passed_over_count:,} of {summary.current_count:,} documents"
        output.print(f"{count} not relevant, landed and not read (read them: dossier read, or build without --topics)")


def run_retry(warehouse: Warehouse) -> None:
    """Landing of what was set aside before."""
    with (
        lock_warehouse(warehouse, "retry"),
        ConsoleProgress() as progress,
        open_working_database(warehouse) as connection,
    ):
        progress.begin("retry")
        summary = retry_rejections(connection, lambda uri: progress.advance())
        left = [(aside.uri, aside.reason) for aside in open_rejections(connection)]
    output.print(
        f"{summary.record_count:,} tried again: {summary.landed_count:,} landed; {len(left):,} still set aside",
        markup=False,
    )
    for uri, reason in left[:20]:
        output.print(f"  {printable(uri)}: {printable(reason)}", markup=False)
    if summary.landed_count:
        output.print("Next: dossier build with the documents' folder, which reads and publishes them.")


def run_publish(warehouse: Warehouse, *, text: str | None) -> None:
    """Gate 2 and publishing."""
    with ConsoleProgress() as progress:
        publication = api.publish(warehouse.root, text=cast("Text | None", text), progress=progress)
    output.print(f"published version {publication.version}: {publication.database}", markup=False)


def _landing_words(summary: LandingSummary) -> str:
    forgotten = f", {summary.forgotten_count:,} forgotten earlier" if summary.forgotten_count else ""
    links = f", {summary.reference_count:,} links to articles" if summary.reference_count else ""
    return (
        f"{summary.record_count:,} records: {summary.landed_count:,} new or changed, "
        f"{summary.unchanged_count:,} unchanged, {summary.rejected_count:,} set aside{forgotten}{links}"
    )


def _print_report(warehouse: Warehouse, report: BuildReport) -> None:
    if report.publication is None:
        return
    with open_for_reading(report.publication.database) as connection:
        counts = dict(connection.execute(load_sql(__file__, "fact_counts")).fetchall())
    counts["set aside"] = report.landing.rejected_count if report.landing else 0
    table = Table(title=None, show_edge=False, pad_edge=False)
    for name in counts:
        table.add_column(name, justify="right")
    table.add_row(*(f"{count:,}" for count in counts.values()))
    output.print(table)
    output.print(
        "seconds: " + ", ".join(f"{name} {seconds:.1f}" for name, seconds in report.seconds.items()), markup=False
    )
    if report.reading is not None:
        _tell_passed_over(report.reading)
    if report.was_unchanged:
        output.print("Nothing has changed since the last publication, so it stands as it is.")
    place = warehouse.published / "current" / "dossier.duckdb"
    output.print(f"published version {report.publication.version}: {place}", markup=False)
    is_default = warehouse.root == warehouse_for(None, None).root
    option = "" if is_default else f" -w {shlex.quote(str(warehouse.root))}"
    output.print(f'try: .venv/bin/dossier query{option} "{FIRST_QUERY}"', markup=False)
