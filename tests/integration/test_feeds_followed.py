"""Declared feeds: what feeds.yml may say, and servers that are slow, endless, gone, or turn in a ring."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb
import pytest

from dossier.cli.watching import look
from dossier.errors import DossierError
from dossier.landing.declared_feeds import Feed, read_feeds
from dossier.landing.documents import LandingSummary
from dossier.landing.fetching import Fetcher, FetchError, Limits
from dossier.landing.following import land_feeds
from dossier.raw_tables import create_raw_tables
from tests.integration.conftest import HARBOUR, RIVER, VACCINE, write_files

LIMITS = Limits(max_bytes=100_000, timeout=0.3, max_seconds=0.6, pause=0.0)
ENTRY = "<item><title>{0}</title><link>https://news.example/{0}</link><description>{1}</description></item>"


class Server(BaseHTTPRequestHandler):
    """A small web: ``entries`` is the feed, ``asked`` what was asked for with the mark of a known version."""

    entries: list[str] = []
    asked: list[tuple[str, str | None]] = []
    is_broken = False

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("If-None-Match")))
        match self.path:
            case "/robots.txt":
                self.answer(200, b"User-agent: *\nDisallow: /private\n")
            case "/ring":
                self.answer(302, b"", Location="/ring")
            case "/elsewhere":
                port = self.headers["Host"].rpartition(":")[2]
                self.answer(302, b"", Location=f"http://localhost:{port}/private/feed")
            case "/away":
                self.answer(302, b"", Location="file:///etc/hostname")
            case "/endless" | "/trickle":
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"x" * (20_000 if self.path == "/endless" else 1))
                    time.sleep(0.0 if self.path == "/endless" else 0.05)
            case "/silent":
                time.sleep(0.8)
            case "/cut":
                self.answer(200, b"<rss>", **{"Content-Length": "900"})
            case "/feed" if not self.is_broken:
                mark = f'"{len(self.entries)}"'
                body = f"<rss><channel><title>News</title>{''.join(self.entries)}</channel></rss>".encode()
                self.answer(304 if self.headers.get("If-None-Match") == mark else 200, body, ETag=mark)
            case _:
                self.answer(503, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass

    def handle(self) -> None:
        with contextlib.suppress(OSError):  # the client had enough
            super().handle()


@pytest.fixture
def web() -> Iterator[str]:
    Server.entries, Server.asked, Server.is_broken = [ENTRY.format("harbour", HARBOUR)], [], False
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    create_raw_tables(connection)
    return connection


def declare(folder: Path, text: str) -> tuple[Feed, ...]:
    write_files(folder, {"feeds.yml": text})
    return read_feeds(folder / "feeds.yml")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/ring", "redirected"),
        ("/away", "redirected"),
        ("/endless", "too-large"),
        ("/trickle", "slow"),
        ("/silent", "slow"),
        ("/cut", "truncated"),
        ("/gone", "http-503"),
        ("/private/feed", "robots"),
        ("/elsewhere", "robots"),
    ],
)
def test_an_address_that_is_not_well_fails_soon_and_says_why(web: str, path: str, code: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError) as failure:
        Fetcher(LIMITS).fetch(web + path)
    assert failure.value.reason_code == code
    assert time.monotonic() - started < 3


def test_a_host_is_asked_after_a_pause(web: str) -> None:
    waits: list[float] = []
    fetcher = Fetcher(Limits(pause=5.0), waits.append)
    fetcher.fetch(web + "/feed")
    fetcher.fetch(web + "/feed")
    assert len(waits) == 2 and all(4 < wait <= 5 for wait in waits)
    assert [path for path, _ in Server.asked] == ["/robots.txt", "/feed", "/feed"]


def test_only_new_entries_land_and_an_unchanged_feed_is_not_read(
    web: str, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    feeds = declare(tmp_path, f"feeds: [{{id: news, kind: url, location: {web}/feed, licence: CC-BY-4.0}}]")

    def land() -> LandingSummary:
        return land_feeds(connection, feeds, fetcher=Fetcher(LIMITS))

    assert land().landed_count == 1
    assert land().record_count == 0
    assert Server.asked[-1] == ("/feed", '"1"')
    Server.entries.append(ENTRY.format("river", RIVER))
    assert (land().landed_count, land().record_count) == (1, 0)
    Server.is_broken = True
    assert land().rejections[0][1] == "http-503"
    Server.is_broken = False
    assert (land().unchanged_count, Server.asked[-1]) == (2, ("/feed", None))
    assert connection.execute("select count(*) from raw.current_rejections").fetchone() == (0,)
    assert connection.execute("select distinct licence from raw.documents").fetchall() == [("CC-BY-4.0",)]
    visits = "select record_count from raw.feed_visits where outcome = 'fetched' order by visited_at"
    assert connection.execute(visits).fetchall() == [(1,), (2,), (2,)]


def test_the_network_is_asked_only_when_told_and_when_due(
    web: str, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    feeds = declare(tmp_path, f"feeds: [{{id: news, kind: url, location: {web}/feed, cadence: 6 hours}}]")
    notes: list[str] = []
    land_feeds(connection, feeds, fetcher=None, on_note=notes.append)
    assert Server.asked == []
    for _ in range(2):
        land_feeds(connection, feeds, fetcher=Fetcher(LIMITS), on_note=notes.append)
    assert [path for path, _ in Server.asked] == ["/robots.txt", "/feed"]
    assert "--network" in notes[0] and "not due" in notes[1]


def test_local_feeds_keep_their_files_apart_and_say_what_holds_for_all(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    table = "Kopf,Inhalt\nFlood,The river Teyn rose by two metres on Monday.\n"
    write_files(tmp_path, {"a/x.txt": HARBOUR, "b/x.txt": RIVER, "b/x.yml": "outlet: Own\n", "c/t.csv": table})
    write_files(tmp_path, {"b/v.jsonl": VACCINE})
    feeds = declare(
        tmp_path,
        "feeds:\n  - {id: one, kind: path, location: a}\n  - {id: two, kind: path, location: b, outlet: Declared, "
        "licence: CC0-1.0}\n  - {id: three, kind: path, location: c/t.csv, mapping: {text: Inhalt, title: Kopf}}\n",
    )
    assert land_feeds(connection, feeds, fetcher=None).landed_count == 4
    assert land_feeds(connection, feeds, fetcher=None).landed_count == 0
    rows = connection.execute("select record_key, licence from raw.documents order by 1").fetchall()
    assert rows == [("one/x.txt", None), ("three/t.csv#row-1", None), ("trial-7", "CC0-1.0"), ("two/x.txt", "CC0-1.0")]
    outlets = "select value from raw.document_metadata where field = 'outlet' and basis = 'sidecar' order by value"
    assert connection.execute(outlets).fetchall() == [("Declared",), ("Own",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("feed: []", "no list 'feeds'"),
        ("feeds: [{id: a, kind: url}]", "lacks location"),
        ("feeds: [{id: A b, kind: path, location: .}]", "lower-case"),
        ("feeds: [{id: a, kind: rss, location: x}]", "'path' for a file or folder"),
        ("feeds: [{id: a, kind: url, location: 'ftp://x.example/'}]", "no http or https address"),
        ("feeds: [{id: a, kind: path, location: nowhere}]", "nothing at 'nowhere'"),
        ("feeds: [{id: a, kind: path, location: ., cadense: daily}]", "is it 'cadence'"),
        ("feeds: [{id: a, kind: path, location: ., cadence: often}]", "hourly, daily, weekly"),
        ("feeds: [{id: a, kind: path, location: ., mapping: Body}]", "mapping must be"),
        ("feeds: [{id: a, kind: path, location: .}, {id: a, kind: path, location: .}]", "another feed has the id"),
        ("feeds: [a", "not YAML"),
    ],
)
def test_a_feeds_file_with_a_fault_is_refused_with_what_to_write(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DossierError, match=words):
        declare(tmp_path, text)


def test_a_look_at_a_folder_sees_new_files_changed_ones_and_sidecars(tmp_path: Path) -> None:
    looks = [look(tmp_path)]
    for files in ({"a.txt": "One."}, {"a.txt": "One more."}, {"b.txt": "Two."}, {"a.yml": "outlet: Courier\n"}):
        write_files(tmp_path, files)
        looks.append(look(tmp_path))
    assert len(set(looks)) == 5
    assert look(tmp_path) == looks[-1]
