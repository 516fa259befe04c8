"""The command line on a built warehouse: answers, refusals, exit codes."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import duckdb
import pytest

from dossier.database import open_working_database
from dossier.errors import DossierError, ExitCode
from dossier.locking import lock_warehouse
from dossier.published import ask as ask_connection
from dossier.published import open_published
from dossier.settings import Warehouse
from tests.integration.conftest import HARBOUR, run_dossier, write_files


def ask(warehouse: Path, sql: str) -> list[dict[str, object]]:
    done = run_dossier("query", sql, "-w", warehouse, "--format", "json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_help_is_there_within_half_a_second() -> None:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        done = run_dossier("--help")
        times.append(time.perf_counter() - started)
    assert done.returncode == 0 and "Exit codes" in done.stdout
    assert min(times) < 1.0  # 0.3 s on an idle machine; twice the promised half second for a busy one


def test_building_again_with_nothing_changed_publishes_nothing(own_copy: Path, documents: Path) -> None:
    started = time.perf_counter()
    done = run_dossier("build", documents, "-w", own_copy)
    assert done.returncode == 0, done.stderr
    assert "Nothing has changed" in done.stdout
    assert time.perf_counter() - started < 8
    assert (own_copy / "published" / "current").readlink() == Path("000001")


def test_the_same_documents_give_the_same_data_in_any_order_of_arrival(
    built: Path, documents: Path, tmp_path: Path
) -> None:
    warehouse = tmp_path / "other"
    late_first = write_files(tmp_path / "part", {"vaccine.jsonl": (documents / "vaccine.jsonl").read_bytes()})
    run_dossier("land", late_first, "-w", warehouse, PYTHONHASHSEED="5")
    run_dossier("read", "-w", warehouse, PYTHONHASHSEED="6")
    done = run_dossier(
        "build", documents, "-w", warehouse, "--workers", "2", PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C.UTF-8"
    )
    assert done.returncode == 0, done.stderr
    hashes = [
        json.loads((place / "published" / "current" / "datapackage.json").read_text())["data_hash"]
        for place in (built, warehouse)
    ]
    assert hashes[0] == hashes[1]


REFUSED = """
select * from read_text('/etc/passwd')
select * from read_blob('/etc/passwd')
select * from read_csv('https://example.org/a.csv')
select * from read_parquet('s3://bucket/a')
select * from sniff_csv('/etc/passwd')
select * from glob('/etc/*')
select * from duckdb_secrets()
select * from query('select * from read_text(''/etc/passwd'')')
select * from query_table('/etc/passwd')
from json_execute_serialized_sql(json_serialize_sql('select * from read_text(''/etc/passwd'')'))
select getenv('HOME')
from '/etc/passwd'
attach '/tmp/other.duckdb' as other
attach ':memory:' as other
detach dossier
copy documents to '/tmp/documents.csv'
explain copy documents to '/tmp/documents.csv'
explain analyze copy documents to '/tmp/documents.csv'
export database '/tmp/all'
import database '/tmp/all'
install httpfs
load httpfs
set enable_external_access = true
set temp_directory = '/tmp'
reset lock_configuration
pragma memory_limit = '1GB'
pragma database_list; drop table marts.events
call enable_logging(storage = 'file', storage_config = {'path': '/tmp/log'})
select 1; select 2
/* select 1 */ drop table marts.events
with gone as (delete from marts.events returning *) select * from gone
explain analyze delete from marts.events
update marts.documents set text = ''
create temp table t as select 1
prepare p as select 1
selec
"""


def test_what_is_not_one_harmless_select_is_refused(built: Path) -> None:
    for sql in [*REFUSED.strip().splitlines(), "", "-- nothing"]:
        with open_published(Warehouse(built)) as connection, pytest.raises(DossierError) as refused:
            ask_connection(connection, sql).fetchall()
        assert refused.value.exit_code == ExitCode.QUERY_REFUSED, sql
    done = run_dossier("query", "from '/etc/passwd'", "-w", built)
    assert done.returncode == 7 and done.stderr.startswith("dossier: ") and "Traceback" not in done.stderr


def test_rows_come_as_csv_with_formulas_guarded_and_as_markdown_escaped(built: Path) -> None:
    sql = "select '=1+1' as a, '<b>|' as b"
    assert run_dossier("query", sql, "-w", built, "-f", "csv").stdout == "a,b\n'=1+1,<b>|\n"
    assert run_dossier("query", sql, "-w", built, "-f", "markdown").stdout.splitlines()[2] == "| =1+1 | \\<b\\>\\| |"


def test_tables_need_no_schema_name_and_carry_keys_and_comments(built: Path) -> None:
    assert ask(built, "select count(*) as n from documents") == [{"n": 3}]
    assert ask(built, "select count(*) as n from evidence")[0]["n"]
    unexplained = ask(
        built,
        "select table_name, column_name from duckdb_columns() where not internal "
        "and schema_name in ('marts', 'topics', 'quality') and coalesce(comment, '') = ''",
    )
    assert unexplained == []
    keyed = ask(built, "select table_name from duckdb_constraints() where constraint_type = 'PRIMARY KEY'")
    assert {"documents", "events", "figures", "actors"} <= {row["table_name"] for row in keyed}


def test_show_prints_the_words_of_every_report_and_follows_old_ids(own_copy: Path) -> None:
    event_id = ask(own_copy, "select event_id from events order by event_id limit 1")[0]["event_id"]
    done = run_dossier("show", str(event_id), "-w", own_copy)
    quote = ask(own_copy, f"select quote from event_reports where event_id = '{event_id}'")[0]["quote"]
    assert done.returncode == 0 and str(quote)[:40] in done.stdout
    connection = duckdb.connect(str(own_copy / "published" / "current" / "dossier.duckdb"))
    connection.execute(
        "insert into marts.id_history by name select 'events' as table_name, 'evt00' as old_id, ? as current_id, "
        "1 as changed_in_version, 'merged' as reason",
        [event_id],
    )
    connection.close()
    assert run_dossier("show", "evt00", "-w", own_copy).stdout.startswith(
        f"evt00 is {event_id} since version 1 (merged)"
    )
    assert run_dossier("show", "evt11", "-w", own_copy).returncode == 8


def test_explain_prints_the_whole_document_with_rules(built: Path) -> None:
    done = run_dossier("explain", "harbour", "-w", built)
    assert done.returncode == 0
    assert "41 ships" in done.stdout and "[" in done.stdout
    assert run_dossier("explain", "nothing", "-w", built).returncode == 8


def test_status_and_doctor_find_a_healthy_warehouse_healthy(built: Path) -> None:
    status = run_dossier("status", "-w", built)
    assert status.returncode == 0 and "version 1" in status.stdout
    doctor = run_dossier("doctor", "-w", built)
    assert doctor.returncode == 0 and "mend" not in doctor.stdout


def test_a_broken_row_stops_the_publication_and_is_shown(own_copy: Path) -> None:
    with open_working_database(Warehouse(own_copy)) as connection:
        connection.execute("update marts.event_reports set quote = 'words nobody printed'")
    stopped = run_dossier("publish", "-w", own_copy)
    assert stopped.returncode == 4
    assert "offsets of evidence" in stopped.stderr and "words nobody printed" in stopped.stderr
    assert (own_copy / "published" / "current").readlink() == Path("000001")
    explained = run_dossier("check", "--explain", "-w", own_copy)
    assert explained.returncode == 4 and "words nobody printed" in explained.stdout


def test_publishing_swaps_the_link_keeps_five_versions_and_readers_keep_theirs(own_copy: Path) -> None:
    published = own_copy / "published"
    reader = duckdb.connect(str(published / "current" / "dossier.duckdb"), read_only=True)
    (published / ".building").mkdir()  # left by a run that was killed
    for version in range(2, 5):
        (published / f"{version:06d}").mkdir()
    done = run_dossier("publish", "-w", own_copy)
    assert done.returncode == 0, done.stderr
    assert (published / "current").readlink() == Path("000005")
    assert run_dossier("publish", "-w", own_copy).returncode == 0
    assert sorted(path.name for path in published.iterdir()) == [
        "000002", "000003", "000004", "000005", "000006", "current",
    ]  # fmt: skip
    assert reader.execute("select count(*) from marts.documents").fetchone() == (3,)
    reader.close()
    package = json.loads((published / "current" / "datapackage.json").read_text())
    assert {resource["name"] for resource in package["resources"]} >= {"marts.events", "marts.documents"}
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    history = ask(
        own_copy,
        "select distinct fact_table, first_version, last_version from fact_history where fact_table = 'events'",
    )
    assert history == [{"fact_table": "events", "first_version": 1, "last_version": 6}]


def test_a_forgotten_document_leaves_bytes_text_and_publications(own_copy: Path, documents: Path) -> None:
    done = run_dossier("forget", "harbour", "-w", own_copy, "--why", "asked for")
    assert done.returncode == 0, done.stderr
    work = [path for path in (own_copy / "private").iterdir() if path.is_file() and b"Dockers" in path.read_bytes()]
    assert work == []
    assert "1 forgotten earlier" in run_dossier("land", documents, "-w", own_copy).stdout
    # With nothing left there is nothing to publish anew, and what was published of the last document goes.
    run_dossier("forget", "river", "-w", own_copy)
    assert "removed publications: 1" in run_dossier("forget", "trial-7", "-w", own_copy, "--published").stdout
    assert run_dossier("query", "select 1", "-w", own_copy).returncode == 3
    assert [path for path in own_copy.rglob("*") if path.is_file() and b"malaria" in path.read_bytes()] == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "/no/such/place"], 3, "There is nothing at /no/such/place"),
        (["build", "{empty}"], 3, "There are no documents in"),
        (["build", "{bad}"], 3, "No document could be landed"),
        (["query", "select 1"], 3, "Nothing is published"),
        (["read"], 3, "No document could be landed"),
        (["show", "xyz"], 8, "is no id of an event"),
        (["forget", "nobody"], 8, "No document is called"),
        (["status"], 3, "Nothing was landed here yet"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line_or_two(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    places = {
        "{empty}": tmp_path / "empty",
        "{bad}": write_files(tmp_path / "bad", {"a.txt": b"", "b.txt": bytes(9999)}),
    }
    (tmp_path / "empty").mkdir()
    done = run_dossier(*(places.get(argument, argument) for argument in arguments), "-w", tmp_path / "warehouse")
    assert done.returncode == code, done.stderr
    message = [line for line in done.stderr.splitlines() if line.startswith("dossier: ")]
    assert words in message[0] and "Traceback" not in done.stderr


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse")
    documents = write_files(tmp_path / "in", {"a.txt": HARBOUR})
    with lock_warehouse(warehouse, "build"):
        refused = run_dossier("land", documents, "-w", warehouse.root)
        assert refused.returncode == 5 and f"process {os.getpid()} (dossier build, since " in refused.stderr
    assert run_dossier("land", documents, "-w", warehouse.root).returncode == 0


def test_a_database_that_another_program_has_open_is_named(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse")
    documents = write_files(tmp_path / "in", {"a.txt": HARBOUR})
    warehouse.work.mkdir(parents=True)
    connection = duckdb.connect(str(warehouse.working_database))
    refused = run_dossier("land", documents, "-w", warehouse.root)
    connection.close()
    assert refused.returncode == 5 and "is open in another program" in refused.stderr
