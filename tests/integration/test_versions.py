"""Versions of a warehouse: what changed between two, what of the words is published, backups, older databases, logs."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb

from dossier.database import open_working_database
from dossier.publishing.publish import current_publication, publish
from dossier.publishing.rights import TextLevel
from dossier.raw_tables import raw_tables
from dossier.settings import Warehouse
from tests.integration.conftest import HARBOUR, RIVER, run_dossier, write_files

FIRST_SCHEMA = Path(__file__).with_name("first_raw_schema.sql")


def published(warehouse: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(warehouse / "published" / "current" / "dossier.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def publish_again(warehouse: Path, text: TextLevel | None = None) -> None:
    with open_working_database(Warehouse(warehouse)) as connection:
        publish(connection, Warehouse(warehouse), text=text)


def test_diff_lists_facts_added_gone_and_changed_with_the_reason(own_copy: Path) -> None:
    with open_working_database(Warehouse(own_copy)) as connection:
        connection.execute("update marts.actors set name = 'Ines Marlow' where name = 'Ines Marlowe'")
        connection.execute(
            "update marts.figures set figure_id = 'fig0' where value = 41"
        )  # as a new version of a page does
        connection.execute("delete from marts.statements where quote ilike '%what we came for%'")
        connection.execute(
            "insert into marts.relations by name "
            "select 'rel0' as relation_id, 'contradicts' as relation_kind, 'events' as left_table, 'a' as left_id, "
            "'events' as right_table, 'b' as right_id, 'planted' as reason, 'planted' as rule"
        )
    publish_again(own_copy)
    done = run_dossier("diff", "1", "2", "-w", own_copy, "--format", "json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(row["fact_table"], row["change"]) for row in rows} == {
        ("actors", "changed"),
        ("statements", "gone"),
        ("relations", "added"),
    }
    assert [row["what_changed"] for row in rows if row["change"] == "changed"] == ["name: Ines Marlowe → Ines Marlow"]
    assert {row["reason"] for row in rows} == {"new rule"}
    assert "documents_hash: same" in done.stderr
    assert "1 facts of documents with a new version stand" in done.stderr
    assert run_dossier("diff", "1", "9", "-w", own_copy).returncode == 8


def test_a_version_names_what_it_was_made_from_and_what_the_gates_said(built: Path) -> None:
    package = json.loads((built / "published" / "current" / "datapackage.json").read_text())
    for name in ("code_version", "reader_version", "documents_hash", "model_hash", "judgements_hash", "data_hash"):
        assert package[name]
    assert {gate["gate"] for gate in package["gates"]} == {"landing", "marts"}


def test_words_without_an_open_licence_are_withheld_and_offsets_still_hold(own_copy: Path) -> None:
    """The harbour story is CC-BY and stays whole; the others have no licence."""
    river = "select text from marts.documents where name = 'river'"
    wrong = (
        "select count(*) from marts.evidence join marts.documents using (document_id) "
        "where substr(text, start_char + 1, end_char - start_char) <> quote"
    )
    for level in (TextLevel.quotes, TextLevel.none, None):  # what was withheld once is withheld until somebody asks
        publish_again(own_copy, level)
        assert published(own_copy, "select text from marts.documents where name = 'harbour'") == [(HARBOUR,)]
        assert published(own_copy, wrong) == [(0,)]
        text = str(published(own_copy, river)[0][0])
        assert len(text) == len(RIVER) and "Tomas Erling" in text and "·" in text
        assert ("The water is falling by ten centimetres" in text) == (level is TextLevel.quotes)
    folder = (own_copy / "published" / "current").resolve()
    told = [path.name for path in folder.rglob("*") if path.is_file() and b"The water is falling" in path.read_bytes()]
    assert told == []


def test_a_backup_restores_the_warehouse_elsewhere_and_overwrites_none(own_copy: Path, tmp_path: Path) -> None:
    archive = tmp_path / "backups" / "news.tar.gz"
    assert run_dossier("backup", archive, "-w", own_copy).returncode == 0
    restored = tmp_path / "restored"
    done = run_dossier("restore", archive, "-w", restored)
    assert done.returncode == 0 and "version 1 is in force" in done.stdout, done.stderr
    assert current_publication(Warehouse(restored)) is not None
    assert run_dossier("status", "-w", restored).returncode == 0
    assert run_dossier("restore", archive, "-w", restored).returncode == 2
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    refused = run_dossier("restore", broken, "-w", tmp_path / "other")
    assert refused.returncode == 3 and "no whole backup" in refused.stderr
    assert not (tmp_path / "other" / "published").exists()


def test_a_database_of_the_first_version_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse")
    warehouse.work.mkdir(parents=True)
    with duckdb.connect(str(warehouse.working_database)) as connection:
        connection.execute(FIRST_SCHEMA.read_text(encoding="utf-8"))
        connection.execute(
            "insert into raw.rejections (rejection_id, record_key, uri, sha256, bytes, reason, reader) "
            "values ('rej0', 'old.txt', 'old.txt', 'x', 'A bridge opened in Oslo.'::blob, 'unknown', 'plain_text')"
        )
    documents = write_files(tmp_path / "in", {"river.txt": RIVER})
    assert run_dossier("land", documents, "-w", warehouse.root).returncode == 0
    retried = run_dossier("retry", "-w", warehouse.root)
    assert "1 tried again: 1 landed; 0 still set aside" in retried.stdout, retried.stderr
    with duckdb.connect(str(warehouse.working_database), read_only=True) as connection:
        assert connection.execute("select count(*) from raw.current_documents").fetchone() == (2,)
        for table in raw_tables().values():
            described = connection.execute(f"select column_name, column_type from (describe raw.{table.name})")
            assert {(name, kind.lower()) for name, kind in described.fetchall()} >= set(table.columns)


def test_the_doctor_mends_what_a_killed_run_left(own_copy: Path) -> None:
    (own_copy / "published" / ".building").mkdir()
    (own_copy / "private" / "working.rewritten.duckdb").touch()
    (own_copy / "published" / "current").unlink()
    found = run_dossier("doctor", "-w", own_copy)
    assert found.returncode == 3 and found.stdout.count("mend  ") == 2
    mended = run_dossier("doctor", "--mend", "-w", own_copy)
    assert mended.returncode == 0, mended.stdout
    assert run_dossier("query", "select 1", "-w", own_copy).returncode == 0
    assert not (own_copy / "published" / ".building").exists()


def test_the_log_holds_every_step_as_json(own_copy: Path, documents: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    assert run_dossier("--log", log, "land", documents, "-w", own_copy).returncode == 0
    assert run_dossier("land", tmp_path / "nothing", "-w", own_copy, DOSSIER_LOG=str(log)).returncode == 3
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(line["event"], line.get("step")) for line in lines[:2]] == [("step begins", "land"), ("step ends", "land")]
    assert lines[-1]["level"] == "error" and "There is nothing at" in lines[-1]["error"]
