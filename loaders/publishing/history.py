"""What a publication adds to, changes in and takes from the one before it.

The four history tables in ``raw`` always tell the story up to the publication that ``published/current`` names: a copy
of them lies in every publication's folder, and a run that was stopped half way (or a link that was set back) is
noticed by its number and answered by restoring that copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

import dossier
from dossier.publishing.inputs import Inputs
from dossier.publishing.manifest import PublishedTable
from dossier.publishing.row_hashes import row_hash_expression
from dossier.raw_tables import append_rows, transaction
from dossier.sql_files import load_sql

HISTORY_TABLES = ("publications", "fact_history", "fact_changes", "id_history")


@dataclass(frozen=True)
class FactTable:
    """A published table of facts; merged ones with the table of the reports they are merged from."""

    name: str
    id_column: str
    report_table: str | None = None
    report_id_column: str | None = None
    words: str | None = None  # SQL of what a report prints, by which it is known again in a new version of its document


FACT_TABLES = (
    FactTable("actors", "actor_id", "actor_mentions", "actor_mention_id", "earlier.text"),
    FactTable("events", "event_id", "event_reports", "event_report_id", "concat(earlier.trigger, '|', earlier.quote)"),
    FactTable("figures", "figure_id", "figure_reports", "figure_report_id", "concat(earlier.text, '|', earlier.quote)"),
    FactTable("statements", "statement_id", "statements", "statement_id", "earlier.quote"),
    FactTable("relations", "relation_id"),
)


def restore_history(connection: duckdb.DuckDBPyConnection, publication: Path | None, version: int) -> None:
    """Bring the history tables to what they were when ``version`` was published (0: never)."""
    known = connection.execute("select coalesce(max(version), 0) from raw.publications").fetchone()
    if known is not None and known[0] == version:
        return
    with transaction(connection):
        for table in HISTORY_TABLES:
            connection.execute(f"delete from raw.{table}")
            copy = None if publication is None else publication / "history" / f"{table}.parquet"
            if copy is not None and copy.is_file():
                connection.execute(
                    f"insert into raw.{table} by name select * from read_parquet($copy)", {"copy": str(copy)}
                )


def save_history(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write the copy that ``restore_history`` reads."""
    folder.mkdir()
    for table in HISTORY_TABLES:
        connection.execute(
            f"copy (from raw.{table} order by all) to '{_quoted(folder / f'{table}.parquet')}' (format parquet)"
        )


def last_inputs(connection: duckdb.DuckDBPyConnection) -> Inputs | None:
    """The inputs of the last publication."""
    row = connection.execute(load_sql(__file__, "last_inputs")).fetchone()
    return None if row is None else Inputs(*row)


def write_history(
    connection: duckdb.DuckDBPyConnection,
    *,
    version: int,
    previous_version: int,
    tables: list[PublishedTable],
    inputs: Inputs,
    data_hash: str,
    contract_version: str,
    published_at: datetime,
) -> None:
    """Extend the history tables by the publication in the attached database ``dossier``; all or nothing."""
    published = {table.name: table for table in tables if table.schema == "marts"}
    facts = [fact for fact in FACT_TABLES if fact.name in published]
    _gather_fact_rows(connection, facts, published)
    reason = inputs.reason_of_change(last_inputs(connection))
    parameters = {"version": version, "previous_version": previous_version}
    _gather_id_changes(connection, facts, parameters)
    with transaction(connection):
        for fact in facts:
            changes = load_sql(__file__, "fact_changes")
            connection.execute(
                f"insert into raw.fact_changes by name {changes}",
                parameters | {"fact_table": fact.name, "reason": reason},
            )
        connection.execute(load_sql(__file__, "forward_ids"), {"version": version})
        connection.execute("insert into raw.id_history by name from id_changes")
        connection.execute(load_sql(__file__, "drop_returned_ids"))
        connection.execute(load_sql(__file__, "extend_history"), parameters)
        connection.execute(load_sql(__file__, "begin_history"), {"version": version})
        append_rows(
            connection,
            "publications",
            [
                {
                    "version": version,
                    "published_at": published_at.astimezone(UTC).replace(tzinfo=None),
                    "contract_version": contract_version,
                    "code_version": dossier.__version__,
                    "reader_version": inputs.reader_version,
                    "data_hash": data_hash,
                    "documents_hash": inputs.documents_hash,
                    "model_hash": inputs.model_hash,
                    "judgements_hash": inputs.judgements_hash,
                }
            ],
        )


def _gather_fact_rows(
    connection: duckdb.DuckDBPyConnection, facts: list[FactTable], published: dict[str, PublishedTable]
) -> None:
    connection.execute("create or replace temp table fact_rows (fact_table varchar, fact_id varchar, row_hash varchar)")
    for fact in facts:
        table = published[fact.name]
        connection.execute(
            f"insert into fact_rows select '{fact.name}', {fact.id_column}, "
            f"{row_hash_expression(table.hashed_columns)} from dossier.{table.relation}"
        )


def _gather_id_changes(
    connection: duckdb.DuckDBPyConnection, facts: list[FactTable], parameters: dict[str, int]
) -> None:
    """Needs the last publication attached as ``previous``; without one there is nothing to compare with."""
    connection.execute("create or replace temp table id_changes as from raw.id_history limit 0")
    if parameters["previous_version"] == 0:
        return
    for fact in facts:
        if fact.report_table is not None:
            changes = load_sql(__file__, "id_changes").format(
                fact_table=fact.name,
                fact_id=fact.id_column,
                report_table=fact.report_table,
                report_id=fact.report_id_column,
                words=fact.words,
            )
            connection.execute(f"insert into id_changes by name {changes}", parameters)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
