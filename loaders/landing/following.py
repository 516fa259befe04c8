"""Landing of declared feeds: those that are due are asked for what is new; what fails is set aside with the reason."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from dossier.landing.declared_feeds import Feed
from dossier.landing.documents import LandingSummary, land_records, read_records
from dossier.landing.fetching import Fetcher, FetchError
from dossier.landing.file_ledger import FileLedger, Taken
from dossier.raw_tables import append_rows
from dossier.reading.formats import read_file
from dossier.reading.metadata import metadata_rows
from dossier.reading.records import Document, InputFile, Record, Rejection, Sidecar, Unreadable, reject_bytes

FEEDS = "feeds"  # the location of a load that brings declared feeds
# After a failure the feed is asked for everything, so that what was set aside is settled.
LAST_VISIT = """
    select
        max(visited_at) filter (where outcome <> 'failed') as visited_at,
        arg_max(coalesce(etag, ''), visited_at) as etag,
        arg_max(coalesce(last_modified, ''), visited_at) as last_modified
    from raw.feed_visits
    where feed_id = $feed_id and declaration = $declaration
"""


@dataclass(frozen=True)
class _Visit:
    feed: Feed
    outcome: str  # fetched, unchanged, failed
    etag: str | None = None
    last_modified: str | None = None
    reason: str | None = None
    record_count: int | None = None


def land_feeds(
    connection: duckdb.DuckDBPyConnection,
    feeds: Iterable[Feed],
    *,
    fetcher: Fetcher | None,
    on_record: Callable[[str], None] = lambda uri: None,
    on_note: Callable[[str], None] = lambda words: None,
) -> LandingSummary:
    """Land what the feeds have; addresses are asked only where there is a ``fetcher``."""
    visits: list[_Visit] = []
    files: set[str] = set()
    summary = land_records(
        connection,
        FEEDS,
        lambda ledger: _records(connection, feeds, fetcher, visits, files, on_note, ledger),
        files,
        on_record,
    )
    # A visit is noted when what it brought is stored: a load that was stopped asks again.
    append_rows(
        connection,
        "feed_visits",
        (
            {
                "feed_id": visit.feed.feed_id,
                "declaration": _fingerprint(visit.feed),
                "visited_at": datetime.now(UTC).replace(tzinfo=None),
                "outcome": visit.outcome,
                "etag": visit.etag,
                "last_modified": visit.last_modified,
                "reason": visit.reason,
                "record_count": visit.record_count,
                "load_id": summary.load_id,
            }
            for visit in visits
        ),
    )
    return summary


def _records(
    connection: duckdb.DuckDBPyConnection,
    feeds: Iterable[Feed],
    fetcher: Fetcher | None,
    visits: list[_Visit],
    files: set[str],
    on_note: Callable[[str], None],
    ledger: FileLedger,
) -> Iterator[Record | Taken]:
    now = datetime.now(UTC).replace(tzinfo=None)
    for feed in feeds:
        if feed.kind == "path":
            yield from _read_path(feed, files, ledger)
            continue
        if fetcher is None:
            on_note(f"feed {feed.feed_id} is not asked: it is on the network, and --network was not given")
            continue
        last = connection.execute(LAST_VISIT, {"feed_id": feed.feed_id, "declaration": _fingerprint(feed)}).fetchone()
        visited_at, etag, last_modified = last or (None, None, None)
        if visited_at is not None and feed.cadence is not None and now - visited_at < feed.cadence:
            on_note(f"feed {feed.feed_id} is not due: it was asked at {visited_at:%Y-%m-%d %H:%M} UTC")
            continue
        yield from _read_address(feed, fetcher, (etag, last_modified), visits, files)


def _read_path(feed: Feed, files: set[str], ledger: FileLedger) -> Iterator[Record | Taken]:
    """The files at a path, named after the feed, so that two feeds may hold files of one name."""
    declared = _declaration(feed)

    def as_of_feed(file: InputFile | Rejection) -> InputFile | Rejection:
        name = f"{feed.feed_id}/{file.uri}"
        if isinstance(file, Rejection):
            return replace(file, uri=name, record_key=name, file_uri=name)
        return replace(file, uri=name, sidecar=_joined(declared, file.sidecar))

    yield from read_records(feed.location, ledger, files.add, as_of_feed)


def _read_address(
    feed: Feed, fetcher: Fetcher, known: tuple[str | None, str | None], visits: list[_Visit], files: set[str]
) -> Iterator[Record]:
    name = feed.location
    file = InputFile(name, name, None, io.BytesIO, _declaration(feed))
    try:
        answer = fetcher.fetch(feed.location, *known)
    except FetchError as error:
        visits.append(_Visit(feed, "failed", reason=f"{error.reason_code}: {error}"))
        yield reject_bytes(file, b"", Unreadable(error.reason_code, str(error)), reader="network")
        return
    if answer.content is None:
        visits.append(_Visit(feed, "unchanged", answer.etag, answer.last_modified))
        return
    files.add(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fetched")
        path.write_bytes(answer.content)
        fetched = replace(file, path=path, open=lambda: path.open("rb"))
        count = 0
        for record in read_file(fetched):
            count += isinstance(record, Document)
            yield record
    visits.append(_Visit(feed, "fetched", answer.etag, answer.last_modified, record_count=count))


def _declaration(feed: Feed) -> Sidecar | None:
    """What a feed's declaration says of every document in it, as a sidecar would; None where it says nothing."""
    fields: dict[str, object] = dict(feed.given)
    if feed.mapping:
        fields["columns"] = dict(feed.mapping)
    content = json.dumps(fields, sort_keys=True, ensure_ascii=False).encode()
    return Sidecar(hashlib.sha256(content).hexdigest(), metadata_rows(fields, "sidecar"), content) if fields else None


def _fingerprint(feed: Feed) -> str:
    """Hash of what decides what a visit brings: another address or licence is asked for everything."""
    declared = _declaration(feed)
    return hashlib.sha256(f"{feed.location} {declared.sha256 if declared else ''}".encode()).hexdigest()


def _joined(declared: Sidecar | None, own: Sidecar | None) -> Sidecar | None:
    """A document's own sidecar goes before the feed's declaration."""
    if declared is None or own is None:
        return own or declared
    taken = {item.field for item in own.metadata}
    metadata = own.metadata + tuple(item for item in declared.metadata if item.field not in taken)
    both = f"{declared.sha256} {own.sha256}".encode()
    return Sidecar(hashlib.sha256(both).hexdigest(), metadata, own.content)
