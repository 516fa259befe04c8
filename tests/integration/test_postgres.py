"""Publishing to PostgreSQL, tried on a server started for these tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import psycopg
import pytest

from dossier.database import open_working_database
from dossier.errors import DossierError, ExitCode
from dossier.publishing import postgres_server
from dossier.publishing.postgres import send_to_postgres
from dossier.publishing.publish import Publication, current_publication, publish
from dossier.publishing.rights import TextLevel
from dossier.settings import Warehouse
from tests.integration.conftest import run_dossier
from tests.integration.postgres_cluster import PASSWORDS, Cluster, running_cluster

TABLES = """
    select schemas.nspname, tables.relname, tables.relkind, coalesce(obj_description(tables.oid), '')
    from pg_class as tables join pg_namespace as schemas on tables.relnamespace = schemas.oid
    where schemas.nspname in ('marts', 'topics', 'quality') and tables.relkind in ('r', 'v')
"""
# One statement over several tables: all of one version, or it is a mixture.
VERSION_SEEN = """
    select
        (select text_level from quality.publication),
        (select count(*) > 0 from marts.documents where text like '%··%'),
        (select count(*) > 0 from marts.evidence where quote like '%··%'),
        (select count(*) > 0 from marts.event_reports where quote like '%··%')
"""
JDBC_DRIVER = Path(os.environ.get("DOSSIER_JDBC", "/usr/share/java/postgresql.jar"))
WHOLE = {("full", False, False, False), ("none", True, True, True)}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as started:
        yield started


@pytest.fixture(scope="module")
def publication(built: Path) -> Publication:
    found = current_publication(Warehouse(built))
    assert found is not None
    return found


def ask(address: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(address) as server:
        return server.execute(sql.encode()).fetchall()


def run(address: str, sql: str) -> None:
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(sql.encode())


def test_a_publication_arrives_whole_with_keys_comments_and_a_reader(cluster: Cluster, built: Path) -> None:
    address = cluster.new_database("news")
    done = run_dossier("publish", "-w", built, "--postgres", address, "--reader", "analysts")
    assert done.returncode == 0, done.stderr
    assert PASSWORDS["press"] not in done.stdout + done.stderr
    file = current_publication(Warehouse(built))
    assert file is not None and file.version == 1, "nothing had changed, so nothing is published anew"
    assert ask(address, "select version, data_hash from quality.publication") == [(1, file.data_hash)]
    reader = cluster.address("analysts", "news")
    with duckdb.connect(str(file.database), read_only=True) as published, psycopg.connect(reader) as server:
        for schema, table, _, comment in ask(address, TABLES):
            assert comment or table == "publication", f"{schema}.{table} has no comment"
            if table != "publication":
                count = f"select count(*) from {schema}.{table}"
                there, here = server.execute(count.encode()).fetchone(), published.execute(count).fetchone()
                assert there == here, table
        text = "select document_id, text from marts.documents order by document_id"
        assert server.execute(text.encode()).fetchall() == published.execute(text).fetchall()
        assert server.execute("select count(*) from marts.documents where text = ''").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            server.execute("delete from marts.events")
    bare = "select attrelid::regclass::text, attname from pg_attribute where attnum > 0 and attrelid in"
    in_ours = f"(select (nspname || '.' || relname)::regclass from ({TABLES}) as ours)"
    assert ask(address, f"{bare} {in_ours} and coalesce(col_description(attrelid, attnum), '') = ''") == []
    keys = dict(ask(address, "select contype, count(*) from pg_constraint where contype in ('p', 'f') group by 1"))
    assert keys["p"] >= 30 and keys["f"] >= 50
    reference = "select pg_get_constraintdef(oid) from pg_constraint where conname = 'event_reports_event_id_fkey'"
    assert ask(address, reference) == [("FOREIGN KEY (event_id) REFERENCES marts.events(event_id)",)]


def test_readers_see_one_version_or_the_other_while_versions_are_swapped(cluster: Cluster, own_copy: Path) -> None:
    readers, swaps = int(os.environ.get("DOSSIER_SWAP_READERS", 4)), int(os.environ.get("DOSSIER_SWAPS", 2))
    answers = read_through_swaps(cluster, own_copy, readers=readers, swaps=swaps)
    print(f"postgres: {readers} readers, {swaps} swaps, {answers:,} answers, no error and no mixture")


def read_through_swaps(cluster: Cluster, warehouse: Path, *, readers: int, swaps: int) -> int:
    """Swap two versions while readers read in each way there is; returns how many answers they got."""
    versions = [current_publication(Warehouse(warehouse))]
    with open_working_database(Warehouse(warehouse)) as connection:
        versions.append(publish(connection, Warehouse(warehouse), text=TextLevel.none))
    address = cluster.new_database(f"swapped_{swaps}")
    reader = cluster.address("analysts", f"swapped_{swaps}")
    assert versions[0] is not None and versions[1] is not None
    send_to_postgres(versions[0], address, ["analysts"])
    stop, faults, answers = threading.Event(), list[str](), list[int]()

    def read(number: int) -> None:
        count = 0
        try:
            with psycopg.connect(reader, autocommit=True, prepare_threshold=0 if number % 2 else None) as server:
                if number % 4 == 2:
                    server.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                while not stop.is_set():
                    with server.transaction():
                        if number % 4 == 2:
                            server.execute("select now()")  # the snapshot is taken before a table is looked at
                            time.sleep(0.01)
                        seen = {server.execute(VERSION_SEEN).fetchone() for _ in range(1 + number % 3)}
                    if len(seen) != 1 or not seen <= WHOLE:
                        faults.append(f"reader {number}: {seen}")
                    count += 1
        except psycopg.Error as error:
            faults.append(f"reader {number}: {error}")
        answers.append(count)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for swap in range(swaps):
        send_to_postgres(versions[(swap + 1) % 2] or versions[0], address)
    stop.set()
    for thread in threads:
        thread.join()
    assert not faults, "\n".join(faults[:5])
    assert ask(address, "select count(*) from pg_namespace where nspname ~ '_(new|old_[0-9]+)$'") in ([(0,)], [(3,)])
    assert min(answers) >= swaps
    return sum(answers)


def test_what_an_analyst_built_or_still_reads_is_left_alone(cluster: Cluster, publication: Publication) -> None:
    address = cluster.new_database("held")
    assert send_to_postgres(publication, address, ["analysts"]) == []
    with psycopg.connect(cluster.address("analysts", "held")) as reading:
        reading.execute("select count(*) from marts.events")
        with pytest.raises(DossierError, match=r"of analysts \(pid \d+\)") as stopped:
            send_to_postgres(publication, address, patience_seconds=0.3)
        assert stopped.value.exit_code == ExitCode.IN_USE
    run(cluster.address("boss", "held"), "create view public.mine as select * from marts.events")
    assert send_to_postgres(publication, address) == [
        "public.mine still shows an earlier version, kept in marts_old_1, quality_old_1, topics_old_1: create it anew."
    ]
    assert ask(cluster.address("analysts", "held"), "select count(*) > 0 from marts.events") == [(True,)]


@pytest.mark.parametrize(
    ("user", "database", "prepared_by", "words"),
    [
        ("press", "nowhere", None, 'database "nowhere" does not exist'),
        ("analysts", "no_right", "select 1", "grant create on database"),
        ("press", "of_others", "create schema marts", "a schema marts that dossier did not make"),
        ("press", "old_letters", "select 1", "has the encoding LATIN1"),
        ("press", "standby", "alter database standby set default_transaction_read_only = on", "is read-only"),
        ("press", "no_reader", "select 1", "there is no role nobody_there"),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_the_password(
    cluster: Cluster, publication: Publication, user: str, database: str, prepared_by: str | None, words: str
) -> None:
    if prepared_by is not None:
        cluster.new_database(database, "template template0 encoding 'LATIN1'" if database == "old_letters" else "")
        run(cluster.address("boss", database), prepared_by)
    with pytest.raises(DossierError) as refused:
        send_to_postgres(publication, cluster.address(user, database), ["nobody_there"] if "reader" in database else [])
    assert words in str(refused.value)
    assert refused.value.exit_code == ExitCode.SERVER
    assert PASSWORDS[user] not in str(refused.value)


def test_an_old_server_is_refused(cluster: Cluster, publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_server, "OLDEST", 990_000)
    with pytest.raises(DossierError, match="version 15 or later is needed; this server is 1"):
        send_to_postgres(publication, cluster.address("press", "postgres"))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://press:secret-1@127.0.0.1:1/news",
        "postgresql://press:secret@1@127.0.0.1/news",
        "postgresql:/press:secret-1@host",
        "press:secret-1",
    ],
)
def test_an_address_that_leads_nowhere_is_not_repeated(publication: Publication, address: str) -> None:
    with pytest.raises(DossierError) as refused:
        send_to_postgres(publication, address)
    assert "secret" not in str(refused.value) and "@1" not in str(refused.value)


@pytest.fixture(scope="module")
def held_version(cluster: Cluster, publication: Publication) -> str:
    """Name of a database that holds the publication."""
    send_to_postgres(publication, cluster.new_database("clients"), ["analysts"])
    return "clients"


@pytest.mark.skipif(shutil.which("psql") is None, reason="psql is not installed")
def test_psql_describes_a_table(cluster: Cluster, held_version: str) -> None:
    command = ["psql", "-X", cluster.address("analysts", held_version), "-c", r"\d+ marts.event_reports"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "FOREIGN KEY (article_id) REFERENCES marts.articles(article_id)" in shown
    assert "The clause that states the event" in shown


def test_sqlalchemy_reflects_tables_with_keys_and_comments(cluster: Cluster, held_version: str) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    address = cluster.address("analysts", held_version).replace("postgresql:", "postgresql+psycopg:")
    metadata = sqlalchemy.MetaData()
    metadata.reflect(sqlalchemy.create_engine(address), schema="marts", views=True)
    reports = metadata.tables["marts.event_reports"]
    assert [column.name for column in reports.primary_key] == ["event_report_id"]
    assert "marts.events.event_id" in {key.target_fullname for key in reports.foreign_keys}
    assert reports.comment and all(column.comment for column in reports.columns)


@pytest.mark.skipif(
    shutil.which("java") is None or not JDBC_DRIVER.is_file(),
    reason="no java, or no driver: install libpostgresql-jdbc-java or name a jar with DOSSIER_JDBC",
)
def test_jdbc_sees_tables_keys_and_remarks(cluster: Cluster, held_version: str) -> None:
    program = Path(__file__).with_name("TablesByJdbc.java")
    url = f"jdbc:postgresql://127.0.0.1:{cluster.port}/{held_version}"
    command = ["java", "-cp", str(JDBC_DRIVER), str(program), url, "analysts", PASSWORDS["analysts"]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shown = dict(line.split() for line in done.stdout.splitlines())
    assert int(shown["tables"]) >= 31
    assert int(shown["columns"]) >= 16
    assert (shown["primary"], shown["foreign"]) == ("3", "5")
    assert int(shown["events"]) > 0
