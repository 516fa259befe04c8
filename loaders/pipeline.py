"""The steps from documents to a publication, each on its own and all in order."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import duckdb

from dossier.database import open_working_database
from dossier.dbt_process import DbtProcess
from dossier.errors import DossierError, ExitCode
from dossier.landing.documents import LandingSummary, land_documents
from dossier.landing.folders import STREAM
from dossier.landing.readings import ReadingSummary, count_unread, read_new_documents
from dossier.landing.screening import choose_documents, screen_documents
from dossier.publishing.inputs import current_inputs, note_built, seeds_hash
from dossier.publishing.publish import Publication, current_publication, is_up_to_date, publish
from dossier.publishing.rights import TextLevel, level_in_force
from dossier.quality.gates import (
    GateResult,
    Result,
    compute_metrics,
    find_offending_rows,
    gate_pages,
    judge_metrics,
    run_gate,
    store_results,
)
from dossier.settings import PROJECT_ROOT, Warehouse


class Progress(Protocol):
    """Where a step tells how far it is."""

    def begin(self, step: str, total: int | None = None) -> None:
        """A step begins; ``total`` units of work where known."""

    def advance(self, done: int | None = None, total: int | None = None) -> None:
        """One more unit is done, or ``done`` of ``total``."""

    def note(self, message: str) -> None:
        """Something a person should know now."""


@dataclass
class BuildReport:
    """What a build did."""

    landing: LandingSummary | None = None
    reading: ReadingSummary | None = None
    gates: list[GateResult] = field(default_factory=list)
    publication: Publication | None = None
    was_unchanged: bool = False
    seconds: dict[str, float] = field(default_factory=dict)


def build(
    warehouse: Warehouse,
    location: str | None,
    progress: Progress,
    *,
    workers: int | None,
    force: bool,
    text: TextLevel | None = None,
    topics: Sequence[str] = (),
) -> BuildReport:
    """Land, read, check, model, check and publish; ends early where nothing has changed since the last publication.

    With topics only the documents are read in which one of them finds something.
    """
    report = BuildReport()
    with open_working_database(warehouse) as connection:
        if location is not None:
            with _step(report, progress, "land"):
                report.landing = land(connection, location, progress)
        require_documents(connection)
        choose_documents(connection, topics)
        require_wanted(connection, topics)
        with _step(report, progress, "compare with the last publication"):
            report.was_unchanged = (
                not force
                and text in (None, level_in_force(warehouse))
                and count_unread(connection) == 0
                and is_up_to_date(connection, warehouse)
            )
        if report.was_unchanged:
            report.publication = current_publication(warehouse)
            return report
        inputs = current_inputs(connection)
    note_built(warehouse, None)
    shutil.rmtree(gate_pages(warehouse), ignore_errors=True)
    with DbtProcess(warehouse) as models:
        with open_working_database(warehouse) as connection:
            with _step(report, progress, "read"):
                report.reading = read(connection, progress, workers=workers)
            with _step(report, progress, "check readings"):
                metrics = compute_metrics(connection, "landing", None)
            seeds = seeds_hash()
            with_seeds = not _seeds_stand(connection, warehouse, seeds)
        if with_seeds:
            _seeds_note(warehouse).unlink(missing_ok=True)  # should this run be stopped, some are new and some are not
        # Great Expectations takes seconds to import: it judges the readings while dbt has the database.
        with _step(report, progress, "model"), ThreadPoolExecutor(1) as judge:
            judged = judge.submit(judge_metrics, "landing", metrics, gate_pages(warehouse))
            models.build(with_seeds=with_seeds, on_node=progress.advance)
            landing_gate = judged.result()
        _seeds_note(warehouse).write_text(seeds, encoding="utf-8")
        note_built(warehouse, inputs)
    with open_working_database(warehouse) as connection:
        store_results(connection, landing_gate)
        report.gates.append(tell_result(connection, landing_gate, progress))
        with _step(report, progress, "check marts"):
            report.gates.append(check(connection, warehouse, "marts", progress))
        with _step(report, progress, "publish"):
            report.publication = publish(connection, warehouse, lambda part: progress.advance(), text=text)
    return report


def land(connection: duckdb.DuckDBPyConnection, location: str, progress: Progress) -> LandingSummary:
    """Land what is at a location and tell what was set aside."""
    summary = land_documents(
        connection,
        location,
        lambda uri: progress.advance() if location == STREAM else None,
        lambda done, total: None if total is None else progress.advance(done // 1000, max(1, total // 1000)),
    )
    screen_documents(connection)
    for uri, _, reason in summary.rejections[:10]:
        progress.note(f"set aside {uri}: {reason}")
    if summary.rejected_count > 10:
        progress.note(f"… and {summary.rejected_count - 10:,} more; see raw.rejections")
    if summary.record_count == 0:
        raise DossierError(
            f"There are no documents in {location}. Put text, Markdown or JSON Lines files there.",
            ExitCode.NOTHING_TO_DO,
        )
    return summary


def read(connection: duckdb.DuckDBPyConnection, progress: Progress, *, workers: int | None) -> ReadingSummary:
    """Read what the present readers have not read."""
    summary = read_new_documents(
        connection,
        workers=workers,
        on_start=lambda count: progress.advance(0, count),
        on_document=lambda document_id: progress.advance(),
    )
    for document_id, reader, error in summary.failures[:10]:
        progress.note(f"reader {reader} failed on an article of {document_id} ({error}); the rest was read")
    return summary


def check(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, gate: str, progress: Progress) -> GateResult:
    """Run a gate; broken soft bounds are noted, broken hard ones raise ``DossierError`` with the offending rows."""
    publication = current_publication(warehouse)
    previous = publication.database if publication else None
    shutil.rmtree(gate_pages(warehouse) / gate, ignore_errors=True)
    result = run_gate(connection, gate, previous=previous, docs_folder=gate_pages(warehouse))
    return tell_result(connection, result, progress)


def tell_result(connection: duckdb.DuckDBPyConnection, result: GateResult, progress: Progress) -> GateResult:
    """Note the broken soft bounds of a gate; raise ``DossierError`` for hard ones."""
    for warning in result.warnings:
        progress.note(f"warning: {warning.bound.table}: {_finding(warning)}")
    if result.stopped_by:
        raise DossierError(
            describe_stop(connection, result) + "\nNothing was published; the last published version is untouched. "
            "All rows: dossier check --explain",
            ExitCode.GATE_STOPPED,
        )
    return result


def require_wanted(connection: duckdb.DuckDBPyConnection, topics: Sequence[str]) -> None:
    """Refuse to go on where nothing is read and the chosen topics find nothing to read."""
    row = connection.execute("select document_id from raw.wanted_documents limit 1").fetchone()
    read_before = connection.execute("select document_id from raw.current_readings limit 1").fetchone()
    if topics and row is None and read_before is None:
        raise DossierError(
            f"None of the landed documents names what {', '.join(topics)} is about, so there is nothing to read. "
            "They stay landed; without --topics all are read.",
            ExitCode.NOTHING_TO_DO,
        )


def describe_stop(connection: duckdb.DuckDBPyConnection, result: GateResult, limit: int = 5) -> str:
    """The broken hard bounds of a gate in words, with the first offending rows of each."""
    lines = []
    for stop in result.stopped_by:
        bound = stop.bound
        lines.append(f"{bound.table}: {_finding(stop)}; {bound.reason}")
        offending = find_offending_rows(connection, bound, result.previous)
        if offending is not None:
            lines += [
                "  "
                + ", ".join(f"{name}={str(value)[:80]!r}" for name, value in zip(offending.columns, row, strict=True))
                for row in offending.rows[:limit]
            ]
    return "\n".join(lines)


def _finding(result: Result) -> str:
    found = "nothing" if result.observed is None else f"{result.observed:.4g}"
    return f"expected that {result.bound.expectation} ({result.bound.allowed}), found {found}"


def require_documents(connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse to go on with an empty warehouse."""
    row = connection.execute("select count(*) from raw.current_documents").fetchone()
    if row is None or row[0] == 0:
        raise DossierError(
            "No document could be landed, so there is nothing to build. Give text, Markdown or JSON Lines files.",
            ExitCode.NOTHING_TO_DO,
        )


def _seeds_note(warehouse: Warehouse) -> Path:
    """Where the hash of the seeds stands that the working database was built with."""
    return warehouse.work / "target" / "seeds_hash"


def _seeds_stand(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, seeds: str) -> bool:
    """Whether all seeds are in the database as they are in the project now."""
    note = _seeds_note(warehouse)
    if not note.is_file() or note.read_text(encoding="utf-8") != seeds:
        return False
    row = connection.execute(
        "select count(*) from duckdb_tables() where schema_name in ('reference', 'judgements')"
    ).fetchone()
    return row is not None and row[0] >= len(list((PROJECT_ROOT / "seeds").rglob("*.csv")))


@contextmanager
def _step(report: BuildReport, progress: Progress, name: str) -> Iterator[None]:
    progress.begin(name)
    started = time.perf_counter()
    yield
    report.seconds[name] = time.perf_counter() - started
