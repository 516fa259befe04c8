"""Commands that take documents in: land, watch, retry."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dossier.cli.options import (
    FeedsOption,
    NetworkOption,
    TopicsOption,
    WarehouseOption,
    WorkersOption,
    check_feeds_options,
    warehouse_of,
)


def land(
    documents: Annotated[
        str | None, typer.Argument(help="Folder or file, or - for JSON Lines on standard input.")
    ] = None,
    feeds: FeedsOption = None,
    network: NetworkOption = False,
    warehouse: WarehouseOption = None,
) -> None:
    """Take documents in; what is there already stays as it is, what cannot be read is set aside with its reason.

    Web pages, PDF, Word, mail, RSS, Atom and JSON feeds, WARC, JSON, JSON Lines, CSV and Parquet, plain text, Markdown,
    and archives of these; GDELT exports give links. A file NAME.yml beside a document gives its metadata.

    What was stopped goes on where it was, also inside an archive; files that are as they were are not read again.

    A feeds.yml holds a list 'feeds' of id, kind (path or url), location, and if wanted cadence, licence, outlet,
    language and mapping (our fields to the columns of a table). Addresses are asked politely and only with --network:
    one request at a time, robots.txt obeyed, and only for what is new.

    Examples:

    - dossier land ~/clippings

    - dossier land --feeds feeds.yml --network -w /srv/news
    """
    from dossier.cli.building import run_land, run_land_feeds

    check_feeds_options(documents, feeds, network)
    if documents is None and feeds is None:
        raise typer.BadParameter("give documents, or --feeds with a file")
    if feeds is not None:
        run_land_feeds(warehouse_of(warehouse, str(feeds.resolve().parent)), feeds, network=network)
    elif documents is not None:
        run_land(warehouse_of(warehouse, documents), documents)


def read(warehouse: WarehouseOption = None, workers: WorkersOption = None, topics: TopicsOption = None) -> None:
    """Read landed documents that the present readers have not read; reading again does nothing.

    Examples:

    - dossier read -w warehouse/clippings --workers 4

    - dossier read --topics goods            (only what names something of this topic; run it again for the rest)
    """
    from dossier.cli.building import run_read

    run_read(warehouse_of(warehouse), workers=workers, topics=topics)


def watch(
    folder: Annotated[Path, typer.Argument(help="Folder to look at, again and again.")],
    warehouse: WarehouseOption = None,
    every: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Pause between two looks.")] = 30.0,
    builds: Annotated[int | None, typer.Option(min=1, metavar="N", help="End after so many builds.")] = None,
) -> None:
    """Build whenever something in a folder is new or changed, until it is stopped with Ctrl-C.

    Example: dossier watch ~/clippings --every 60
    """
    from dossier.cli.watching import run_watch

    run_watch(warehouse_of(warehouse, str(folder)), folder, every=every, builds=builds)


def retry(warehouse: WarehouseOption = None) -> None:
    """Try again what was set aside, from the bytes that were kept: after an update that reads more, nothing is lost.

    Articles on which a reader failed need no retry: a mended reader is a new version, and dossier build reads again.

    Example: dossier retry -w warehouse/clippings
    """
    from dossier.cli.building import run_retry

    run_retry(warehouse_of(warehouse))
