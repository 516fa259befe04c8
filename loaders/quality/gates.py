"""The two gates: DuckDB computes one small frame of metrics, Great Expectations judges it, results are kept as rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from dossier.errors import DossierError, ExitCode
from dossier.ids import make_id
from dossier.quality.bounds import VIOLATIONS, Bound, Violations, bounds_of
from dossier.raw_tables import append_rows, transaction
from dossier.settings import Warehouse
from dossier.sql_files import load_sql

MAX_SHOWN_ROWS = 1_000
# What lies behind a share or rate that is out of bounds: a query in ``sql/behind/`` for each metric that has rows.
ROWS_BEHIND: Mapping[str, str] = {
    "rejected_share": "set_aside",
    "load_volume": "loads",
    "load_growth": "loads",
    "least_volume": "feeds",
    "most_volume": "feeds",
    "damaged_share": "undecoded",
    "replaced_char_share": "undecoded",
    "foreign_share": "not_english",
    "unknown_language_share": "not_english",
    "unread_count": "unread",
    "failed_share": "failures",
    "published_share": "unpublished",
    "replaced_share": "replaced",
    "kept_id_share": "vanished_ids",
    "size_against_last": "vanished_ids",
}


def gate_pages(warehouse: Warehouse) -> Path:
    """Where the pages about the last run of each gate lie (Data Docs); they are published with what passed."""
    return warehouse.work / "gates"


@dataclass(frozen=True)
class Result:
    """One expectation and what was found; ``observed`` is None where there was too little to judge."""

    bound: Bound
    observed: float | None
    passed: bool


@dataclass(frozen=True)
class GateResult:
    """What a gate found."""

    gate: str
    results: tuple[Result, ...]
    previous: Path | None = None  # the database published last, which it was compared with

    @property
    def stopped_by(self) -> tuple[Result, ...]:
        """Hard bounds that were broken: the publication stops."""
        return tuple(result for result in self.results if not result.passed and result.bound.severity == "hard")

    @property
    def warnings(self) -> tuple[Result, ...]:
        """Soft bounds that were broken."""
        return tuple(result for result in self.results if not result.passed and result.bound.severity == "soft")


@dataclass(frozen=True)
class OffendingRows:
    """Rows that break an expectation or lie behind it, a thousand at most."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run_gate(
    connection: duckdb.DuckDBPyConnection, gate: str, *, previous: Path | None = None, docs_folder: Path | None = None
) -> GateResult:
    """Compute the metrics of a gate, judge them, and store the results.

    ``previous`` is the database published last, for drift; ``docs_folder`` gets the results as HTML pages.
    """
    result = judge_metrics(gate, compute_metrics(connection, gate, previous), docs_folder, previous)
    store_results(connection, result)
    return result


def judge_metrics(
    gate: str, frame: Mapping[str, float | None], docs_folder: Path | None = None, previous: Path | None = None
) -> GateResult:
    """Judge a frame; needs no database, so it can be done while another process has it."""
    from dossier.quality.expectations import judge_frame  # late: Great Expectations takes three seconds to import

    bounds = [bound for bound in bounds_of(gate) if bound.column in frame]
    passed = judge_frame(gate, frame, bounds, docs_folder)
    results = tuple(Result(b, frame[b.column], ok) for b, ok in zip(bounds, passed, strict=True))
    return GateResult(gate, results, previous)


def compute_metrics(connection: duckdb.DuckDBPyConnection, gate: str, previous: Path | None) -> dict[str, float | None]:
    """The frame of a gate: one row, a column ``table.metric`` for every metric."""
    try:
        with _beside(connection, previous):
            rows = connection.execute(load_sql(__file__, f"{gate}_metrics")).fetchall()
            if gate == "marts" and previous is not None:
                rows += connection.execute(load_sql(__file__, "drift_metrics")).fetchall()
            rows += [
                (v.table, v.name, _count(connection, v))
                for v in VIOLATIONS
                if v.gate == gate and (previous is not None or not v.needs_previous)
            ]
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise DossierError(
            f"The gate cannot look at what is not built: {str(error).splitlines()[0]} Run: dossier build",
            ExitCode.MODELS_FAILED,
        ) from None
    return {f"{table}.{metric}": _number(observed) for table, metric, observed in rows}


def find_offending_rows(
    connection: duckdb.DuckDBPyConnection, bound: Bound, previous: Path | None = None
) -> OffendingRows | None:
    """The rows that break a bound or lie behind its share; None where no rows could tell more than the number."""
    sql = next((_violation_sql(v) for v in VIOLATIONS if v.bound == bound), None)
    if sql is None and bound.metric in ROWS_BEHIND:
        sql = load_sql(__file__, f"behind/{ROWS_BEHIND[bound.metric]}").rstrip()
    if sql is None:
        return None
    with _beside(connection, previous):
        parameters = {"table": bound.table} if "$table" in sql else {}
        found = connection.execute(f"{sql} limit {MAX_SHOWN_ROWS}", parameters)
        columns = tuple(str(column[0]) for column in found.description or ())
        return OffendingRows(columns, tuple(found.fetchall()))


@contextmanager
def _beside(connection: duckdb.DuckDBPyConnection, previous: Path | None) -> Iterator[None]:
    """With the database published last, where there is one, attached as ``previous``."""
    if previous is None:
        yield
        return
    connection.execute(f"attach '{str(previous).replace(chr(39), chr(39) * 2)}' as previous (read_only)")
    try:
        yield
    finally:
        connection.execute("detach previous")


def _count(connection: duckdb.DuckDBPyConnection, violations: Violations) -> int:
    row = connection.execute(f"select count(*) from ({_violation_sql(violations)})").fetchone()
    return int(row[0]) if row else 0


def _violation_sql(violations: Violations) -> str:
    return load_sql(__file__, f"violations/{violations.name}").rstrip()


def _number(observed: Any) -> float | None:
    return None if observed is None or math.isnan(float(observed)) else float(observed)


def store_results(connection: duckdb.DuckDBPyConnection, result: GateResult) -> None:
    """Keep what a gate found, as rows."""
    checked_at = datetime.now(UTC).replace(tzinfo=None)
    run_id = make_id("run", result.gate, checked_at.isoformat())
    with transaction(connection):
        append_rows(connection, "expectation_results", (_result_row(run_id, checked_at, row) for row in result.results))


def _result_row(run_id: str, checked_at: datetime, result: Result) -> Mapping[str, Any]:
    bound = result.bound
    return {
        "run_id": run_id,
        "gate": bound.gate,
        "expectation": bound.expectation,
        "table_name": bound.table,
        "observed": None if result.observed is None else f"{result.observed:.6g}",
        "bound": bound.allowed,
        "passed": result.passed,
        "severity": bound.severity,
        "reason": bound.reason,
        "checked_at": checked_at,
    }
