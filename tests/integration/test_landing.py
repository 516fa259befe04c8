"""Landing: identity, versions, rejections, tombstones."""

from __future__ import annotations

import io
import shutil
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from dossier.errors import DossierError
from dossier.landing import documents
from dossier.landing.documents import land_documents, retry_rejections
from dossier.landing.readings import read_new_documents
from dossier.raw_tables import append_rows, create_raw_tables
from dossier.reading import feeds, json_lines, whole_files
from dossier.reading.records import Unreadable
from tests.integration.conftest import HARBOUR, write_files
from tests.pages import all_cases


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    create_raw_tables(connection)
    return connection


def current(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, int]]:
    return connection.execute(
        "select record_key, version_number from raw.current_documents order by record_key"
    ).fetchall()


def reasons(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return connection.execute("select record_key, reason_code from raw.rejections order by record_key").fetchall()


def test_the_same_bytes_again_change_nothing(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": HARBOUR, "deep/b.txt": HARBOUR})
    land_documents(connection, str(tmp_path))
    before = connection.execute("select * from raw.documents order by all").fetchall()
    again = land_documents(connection, str(tmp_path))
    assert (again.landed_count, again.unchanged_count) == (0, 2)
    assert connection.execute("select * from raw.documents order by all").fetchall() == before
    assert current(connection) == [("a.txt", 1), ("deep/b.txt", 1)]


def test_new_bytes_or_a_new_sidecar_make_a_new_version_and_old_bytes_come_back_as_one(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    for content, sidecar in (
        (HARBOUR, None),
        (HARBOUR + "More.\n", None),
        (HARBOUR, None),
        (HARBOUR, "outlet: Courier\n"),
    ):
        write_files(tmp_path, {"a.txt": content} | ({"a.yml": sidecar} if sidecar else {}))
        land_documents(connection, str(tmp_path))
    versions = connection.execute("select version_number, document_id from raw.document_versions order by 1").fetchall()
    assert [number for number, _ in versions] == [1, 2, 3, 4]
    assert versions[0][1] == versions[2][1]
    assert len({document_id for _, document_id in versions}) == 3


def test_a_file_missing_from_the_folder_is_no_deletion(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": HARBOUR, "b.txt": HARBOUR})
    land_documents(connection, str(tmp_path))
    (tmp_path / "a.txt").unlink()
    land_documents(connection, str(tmp_path))
    assert [key for key, _ in current(connection)] == ["a.txt", "b.txt"]


def test_the_last_record_of_a_feed_with_one_id_is_in_force_and_stays_so(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    write_files(
        tmp_path,
        {
            "day1.jsonl": '{"id": "x", "text": "Rain came."}\n',
            "day2.jsonl": '{"id": "x", "text": "Rain came and went."}\n',
        },
    )
    assert land_documents(connection, str(tmp_path)).landed_count == 1
    assert land_documents(connection, str(tmp_path)).landed_count == 0
    text = connection.execute(
        "select text from raw.documents join raw.current_documents using (document_id)"
    ).fetchall()
    assert text == [("Rain came and went.",)]


def test_what_cannot_be_read_is_set_aside_with_bytes_and_reason_and_the_rest_is_landed(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    outside = write_files(tmp_path / "out", {"secret.txt": "secret"})
    write_files(
        folder,
        {
            "binary.txt": bytes(range(256)) * 50,
            "blank.txt": " \n\n",
            "empty.txt": b"",
            "feed.jsonl": b'{"id": 1, "text": "A bridge opened."}\nno json\n[1]\n{"id": 2}\n{"text": '
            + b"[" * 9000
            + b"\n",
            "good.txt": HARBOUR,
            "lone.yml": "outlet: Nobody\n",
            "long.txt": b"x" * 50_000_000,
            "line.txt": b"word " * 30_000,
            "lines.txt": b"two words\n\n" * 25_001,
            "loop.txt": b"The same line is printed over and over again.\n" * 5_001,
            "list.yml": "- not\n- a mapping\n",
            "list.txt": HARBOUR,
            "page.html": "<!doctype html><script>draw()</script>",
            "report.pdf": b"%PDF-1.7 ...",
        },
    )
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    summary = land_documents(connection, str(folder))
    assert reasons(connection) == [
        ("binary.txt", "binary"),
        ("blank.txt", "empty"),
        ("empty.txt", "empty"),
        ("feed.jsonl#line-2", "bad-json"),
        ("feed.jsonl#line-3", "bad-json"),
        ("feed.jsonl#line-4", "no-text"),
        ("feed.jsonl#line-5", "bad-json"),
        ("line.txt", "line-too-long"),
        ("lines.txt", "lines-too-short"),
        ("link.txt", "link-outside"),
        ("list.yml", "bad-sidecar"),
        ("lone.yml", "lone-sidecar"),
        ("long.txt", "too-large"),
        ("loop.txt", "lines-repeated"),
        ("page.html", "empty"),
        ("report.pdf", "broken-pdf"),
    ]
    assert [key for key, _ in current(connection)] == ["1", "good.txt", "list.txt"]
    kept = connection.execute("select bytes from raw.rejections where record_key = 'feed.jsonl#line-2'").fetchone()
    assert kept == (b"no json",)
    assert summary.rejected_count == land_documents(connection, str(folder)).rejected_count == len(reasons(connection))


def test_a_forgotten_document_is_not_landed_again(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": HARBOUR})
    land_documents(connection, str(tmp_path))
    key, sha256 = connection.execute("select record_key, sha256 from raw.documents").fetchall()[0]
    connection.execute("delete from raw.documents; delete from raw.document_versions")
    append_rows(connection, "tombstones", [{"record_key": key, "sha256": sha256}])
    assert land_documents(connection, str(tmp_path)).forgotten_count == 1
    assert connection.execute("select count(*) from raw.documents").fetchone() == (0,)


def test_a_stream_of_records_is_landed_from_standard_input(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = b'{"url": "https://example.org/1", "text": "Snow fell."}\n{"text": "It melted."}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    land_documents(connection, "-")
    assert [key for key, _ in current(connection)] == ["https://example.org/1", "stdin#line-2"]


def test_a_missing_path_is_told_in_one_line(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DossierError, match="There is nothing at /no/such/folder"):
        land_documents(connection, "/no/such/folder")


def test_an_older_database_gets_the_columns_that_are_new(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("alter table raw.loads drop column code_version")
    create_raw_tables(connection)
    assert "code_version" in [row[0] for row in connection.execute("describe raw.loads").fetchall()]


def test_what_was_set_aside_is_tried_again_from_its_kept_bytes(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a fix of the reader a retry gives what landing would have: the same identities, the sidecar included."""
    feed = b'{"id": "s", "text": "Snow fell."}\n{"text": "It melted."}\n'
    files = {"a.txt": HARBOUR, "a.yml": "outlet: Courier\n", "feed.jsonl": feed, "void.txt": b""}
    documents = write_files(tmp_path, files)

    def give_up(text: str) -> str:
        raise Unreadable("planted", "the reader is broken")

    for module in (whole_files, json_lines):
        monkeypatch.setattr(module, "check_text", give_up)
    assert land_documents(connection, str(documents)).rejected_count == 4
    monkeypatch.undo()
    shutil.rmtree(documents)
    assert retry_rejections(connection).landed_count == 3
    fresh = duckdb.connect()
    create_raw_tables(fresh)
    land_documents(fresh, str(write_files(documents, files)))
    ids = "select document_id from raw.current_documents order by 1"
    assert connection.execute(ids).fetchall() == fresh.execute(ids).fetchall()
    still = "select record_key from raw.current_rejections"
    assert connection.execute(still).fetchall() == fresh.execute(still).fetchall() == [("void.txt",)]


def test_a_fault_of_a_reader_costs_only_what_it_reads(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = b"<rss><channel><item><title>Snow</title><description>It fell.</description></item></channel></rss>"
    write_files(tmp_path, {"a.txt": HARBOUR, "b.jsonl": b'{"text": "Snow fell."}', "c.rss": feed, "d.txt": HARBOUR})

    def stumble(*given: object) -> None:
        raise KeyError("planted")

    monkeypatch.setattr(feeds, "_parse", stumble)
    monkeypatch.setattr(json_lines, "check_text", stumble)
    assert land_documents(connection, str(tmp_path)).landed_count == 2
    assert reasons(connection) == [("b.jsonl", "reader-failed"), ("c.rss", "reader-failed")]
    monkeypatch.undo()
    assert retry_rejections(connection).landed_count == 2
    assert connection.execute("select count(*) from raw.current_rejections").fetchone() == (0,)


def test_a_rejection_is_settled_when_its_file_is_read_well_and_open_again_when_it_breaks_again(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    for content, sidecar, count in (
        (b"", "- no mapping", 2),
        (HARBOUR, "outlet: Courier", 0),
        (b"", "outlet: Courier", 1),
        (b"", "outlet: Courier", 1),
        (HARBOUR, "outlet: Courier", 0),
    ):
        land_documents(connection, str(write_files(tmp_path, {"a.txt": content, "b.txt": HARBOUR, "b.yml": sidecar})))
        assert connection.execute("select count(*) from raw.current_rejections").fetchone() == (count,)
    assert connection.execute("select count(distinct rejection_id), count(*) from raw.rejections").fetchone() == (3, 3)


def test_a_page_is_landed_with_its_blocks_and_read_by_them(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    pages = {
        case.name: case.content for case in all_cases() if case.name in ("wordpress-classic", "chinese-gbk-as-utf8")
    }
    write_files(tmp_path, {f"{name}.htm": content for name, content in pages.items()})
    land_documents(connection, str(tmp_path))
    languages = connection.execute("select name, language, text_reader from raw.documents order by name").fetchall()
    assert languages == [("chinese-gbk-as-utf8", "zh", "html"), ("wordpress-classic", "en", "html")]
    read_new_documents(connection, workers=1)
    kinds = """
        select documents.name, parts.part_kind, parts.rule
        from raw.read_parts as parts
        join raw.documents as documents using (document_id)
        where parts.part_kind = 'article'
        group by all order by all
    """
    assert connection.execute(kinds).fetchall() == [
        ("chinese-gbk-as-utf8", "article", "landed-main"),
        ("wordpress-classic", "article", "landed-main"),
    ]
    read = "select distinct name from raw.read_actor_mentions join raw.documents using (document_id)"
    assert connection.execute(read).fetchall() == [("wordpress-classic",)]
    outside = """
        select count(*)
        from raw.read_figure_reports as figures
        join raw.read_parts as parts
            on figures.document_id = parts.document_id
            and figures.start_char between parts.start_char and parts.end_char
        where parts.part_kind = 'boilerplate'
    """
    assert connection.execute(outside).fetchone() == (0,)


def test_a_load_stopped_in_the_middle_of_archives_goes_on_there_and_unchanged_files_are_not_read_again(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f'{{"id": "r{n}", "text": "Rain fell on day {n}."}}\n' for n in range(40))
    write_files(tmp_path, {"a.jsonl": lines, "c.txt": HARBOUR, "d.txt": b""})
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"{number:02}.txt", f"Snow fell on day {number}.")
    monkeypatch.setattr(documents, "BATCH_DOCUMENTS", 7)
    read: list[str] = []

    def stop(uri: str) -> None:
        read.append(uri)
        if len(read) == 60:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        land_documents(connection, str(tmp_path), stop)
    assert current(connection) == []
    stored = connection.execute("select count(*) from raw.documents").fetchall()[0][0]
    del read[:]
    summary = land_documents(connection, str(tmp_path), read.append)
    assert (summary.record_count, summary.landed_count, summary.rejected_count) == (82, 81, 1)
    assert stored > 50 and len(read) <= 82 - stored + 1
    assert connection.execute("select count(*), count(distinct record_key) from raw.documents").fetchall() == [(81, 81)]
    del read[:]
    again = land_documents(connection, str(tmp_path), read.append)
    assert (again.record_count, again.landed_count, again.unchanged_count, again.rejected_count) == (82, 0, 81, 1)
    assert read == []
    told: list[tuple[int, int | None]] = []
    land_documents(connection, str(tmp_path), on_bytes=lambda done, total: told.append((done, total)))
    assert told == sorted(told) and told[-1][0] <= (told[-1][1] or 0)


def test_the_folder_of_a_saved_page_is_no_folder_of_documents(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    page = next(case.content for case in all_cases() if case.name == "wordpress-classic")
    write_files(tmp_path, {"Story.html": page, "Story_files/frame.html": page, "Other_files/notes.txt": HARBOUR})
    land_documents(connection, str(tmp_path))
    assert [key for key, _ in current(connection)] == ["Other_files/notes.txt", "Story.html"]


def test_links_of_an_export_are_kept_once(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    fields = ["x"] * 27
    fields[0], fields[1], fields[4] = "20240302120000-7", "20240302120000", "https://news.example/1"
    write_files(tmp_path, {"a.csv": "\t".join(fields) + "\n", "b.csv": "\t".join(fields) + "\n"})
    for _ in range(2):
        assert land_documents(connection, str(tmp_path)).reference_count == 2
    links = connection.execute("select address, source_kind, seen_on, file_uri from raw.reference_links").fetchall()
    assert links == [("https://news.example/1", "gkg", "2024-03-02", "a.csv")]
