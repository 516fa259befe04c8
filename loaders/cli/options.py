"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dossier.settings import Warehouse, warehouse_for

WarehouseOption = Annotated[
    Path | None,
    typer.Option(
        "--warehouse",
        "-w",
        envvar="DOSSIER_WAREHOUSE",
        metavar="DIR",
        help="Folder of the warehouse. Default: warehouse/sample, or warehouse/<name of the documents' folder>.",
    ),
]
WorkersOption = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes that read. Default: as many as pay.")
]
TopicsOption = Annotated[
    str | None,
    typer.Option(
        "--topics",
        metavar="NAME[,NAME]",
        help="Read only documents that name what one of these topics (folders of seeds/topics) is about; the others "
        "stay landed, and the next build or read without the option reads them. Default: read everything.",
    ),
]
FeedsOption = Annotated[
    Path | None, typer.Option("--feeds", metavar="FILE", help="Land the feeds that a feeds.yml declares instead.")
]
NetworkOption = Annotated[bool, typer.Option("--network", help="Also ask the feeds whose location is an address.")]


def check_feeds_options(documents: str | None, feeds: Path | None, network: bool) -> None:
    """Documents or feeds, and the network for feeds only; raises ``typer.BadParameter``."""
    if documents is not None and feeds is not None:
        raise typer.BadParameter("give documents or --feeds, not both")
    if network and feeds is None:
        raise typer.BadParameter("--network goes with --feeds")


def warehouse_of(root: Path | None, documents: str | None = None) -> Warehouse:
    """The warehouse that the options name."""
    return warehouse_for(None if documents is None else Path("stdin" if documents == "-" else documents), root)
