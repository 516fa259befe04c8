"""Commands and their options: parses and calls; everything is imported late so that --help is quick."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dossier.cli.intake import land, read, retry, watch
from dossier.cli.looking import explore, report
from dossier.cli.options import (
    FeedsOption,
    NetworkOption,
    TopicsOption,
    WarehouseOption,
    WorkersOption,
    check_feeds_options,
    warehouse_of,
)
from dossier.settings import SAMPLE_DOCUMENTS

EXIT_CODES = """
**Exit codes**: 0 done · 2 wrong arguments · 3 nothing could be done (no such path, no documents, nothing
published) · 4 a gate stopped the publication · 5 the warehouse is in use · 6 the models could not be built ·
7 the query was refused or is wrong · 8 no such id or document · 9 the disk is full or cannot be written ·
10 PostgreSQL cannot be reached or refused
"""

app = typer.Typer(
    name="dossier",
    help="Turn a folder of news documents into a warehouse of events, actors, figures and statements, "
    "every row tied to its printed words.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class TableFormat(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"


class Kind(StrEnum):
    """Kinds of rows that stand in a text."""

    actors = "actors"
    times = "times"
    figures = "figures"
    statements = "statements"
    events = "events"
    items = "items"


class MergedTable(StrEnum):
    """Tables whose rows are merged from reports or mentions."""

    actors = "actors"
    events = "events"
    figures = "figures"


class Published(StrEnum):
    """How much is published of texts whose licence does not allow all of it."""

    full = "full"
    quotes = "quotes"
    none = "none"


class Verdict(StrEnum):
    """What a person may say of two reports or mentions."""

    same = "same"
    different = "different"
    unsure = "unsure"


TextOption = Annotated[
    Published | None,
    typer.Option(
        "--text",
        help="How much to publish of texts without an open licence (sidecar or record field 'licence'): all, the "
        "quotes that facts rest on, or no more than names and numbers. Default: as last time; at first full.",
    ),
]


@app.callback()
def main(
    log: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            envvar="DOSSIER_LOG",
            help="Append what is done to a file, one JSON object a line: time, level, event, step, seconds.",
        ),
    ] = None,
) -> None:
    if log is not None:
        from dossier.cli.console import open_log

        open_log(log)


@app.command()
def build(
    documents: Annotated[
        str | None, typer.Argument(help="Folder or file, or - for JSON Lines. Default: the sample documents.")
    ] = None,
    feeds: FeedsOption = None,
    network: NetworkOption = False,
    warehouse: WarehouseOption = None,
    workers: WorkersOption = None,
    topics: TopicsOption = None,
    force: Annotated[bool, typer.Option(help="Build even where nothing has changed.")] = False,
    text: TextOption = None,
) -> None:
    """Do everything: land, read, check, model, check again, publish.

    Examples:

    - dossier build                          (the sample documents into warehouse/sample)

    - dossier build ~/clippings              (a folder into warehouse/clippings)

    - dossier build feed.jsonl -w /srv/news  (records into a warehouse of your choice)

    - dossier build --feeds feeds.yml        (what a feeds.yml declares; see dossier land --help)

    - dossier build year/ --topics goods       (read only what names something of this topic)
    """
    from dossier.cli.building import run_build, run_build_feeds

    check_feeds_options(documents, feeds, network)
    level = None if text is None else text.value
    if feeds is not None:
        target = warehouse_of(warehouse, str(feeds.resolve().parent))
        run_build_feeds(target, feeds, network=network, workers=workers, force=force, text=level, topics=topics)
        return
    location = documents or str(SAMPLE_DOCUMENTS)
    run_build(warehouse_of(warehouse, documents), location, workers=workers, force=force, text=level, topics=topics)


app.command()(land)
app.command()(read)
app.command()(watch)
app.command()(retry)


@app.command()
def check(
    warehouse: WarehouseOption = None,
    explain: Annotated[bool, typer.Option(help="Show the rows that break an expectation.")] = False,
    docs: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the results as HTML pages.")] = None,
) -> None:
    """Run both gates on the working database: each expectation, what was found, what is allowed and why.

    Example: dossier check --explain
    """
    from dossier.cli.checking import run_check

    run_check(warehouse_of(warehouse), explain=explain, docs_folder=docs)


@app.command()
def publish(
    warehouse: WarehouseOption = None,
    text: TextOption = None,
    postgres: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Make this PostgreSQL database (15 or later) hold what is published; nothing is published anew where "
            "nothing has changed. Keep the password out of the address: PGPASSWORD, ~/.pgpass.",
        ),
    ] = None,
    reader: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE", help="With --postgres: a role that may read all tables; may be repeated."),
    ] = None,
) -> None:
    """Publish the models as they were built last, if the gate lets them pass.

    Examples:

    - dossier publish -w warehouse/clippings

    - dossier publish -w warehouse/clippings --text quotes

    - dossier publish -w warehouse/clippings --postgres postgresql://press@db.example.org/news --reader analysts
    """
    level = None if text is None else text.value
    if reader and postgres is None:
        raise typer.BadParameter("--reader goes with --postgres")
    if postgres is not None:
        from dossier.cli.sending import run_send

        run_send(warehouse_of(warehouse), postgres, reader or [], text=level)
        return
    from dossier.cli.building import run_publish

    run_publish(warehouse_of(warehouse), text=level)


@app.command()
def diff(
    earlier: Annotated[int, typer.Argument(help="Number of a published version.")],
    later: Annotated[int, typer.Argument(help="Number of a later one.")],
    warehouse: WarehouseOption = None,
    form: Annotated[TableFormat, typer.Option("--format", "-f", help="How to print the rows.")] = TableFormat.table,
) -> None:
    """List the facts that a later version added, lost or changed, each with the reason.

    Example: dossier diff 6 7 --format csv > changes.csv
    """
    from dossier.cli.differing import run_diff

    run_diff(warehouse_of(warehouse), earlier, later, form.value)


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SELECT over the schemas marts, topics and quality.")],
    warehouse: WarehouseOption = None,
    form: Annotated[TableFormat, typer.Option("--format", "-f", help="How to print the rows.")] = TableFormat.table,
) -> None:
    """Ask the published warehouse; read-only, without access to files or network.

    Examples:

    - dossier query "select title, occurred_edtf, origin_count from events order by origin_count desc limit 10"

    - dossier query "select * from evidence limit 5" --format csv > evidence.csv

    - dossier query "describe figures"
    """
    from dossier.cli.querying import run_query

    run_query(warehouse_of(warehouse), sql, form.value)


@app.command()
def show(
    fact_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an event (evt…), a figure (fig…) or an actor (act…).")
    ],
    warehouse: WarehouseOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Reports or mentions to print.")] = 20,
) -> None:
    """Show a fact with every report of it, its printed words marked in their sentence; old ids lead on to present ones.

    Example: dossier show evt0123456789abcdef0123
    """
    from dossier.cli.showing import run_show

    run_show(warehouse_of(warehouse), fact_id, limit)


@app.command()
def explain(
    document: Annotated[str, typer.Argument(help="A document's id, name or uri.")],
    warehouse: WarehouseOption = None,
    kind: Annotated[
        list[Kind] | None, typer.Option("--kind", "-k", help="Only rows of this kind; may be repeated.")
    ] = None,
) -> None:
    """Print a document with everything read from it marked in colour, and under each line the rows and their rules.

    Example: dossier explain 2024-05-17-port-strike --kind events --kind figures
    """
    from dossier.cli.explaining import run_explain

    run_explain(warehouse_of(warehouse), document, [k.value for k in kind or list(Kind)])


app.command()(explore)
app.command()(report)


@app.command()
def review(
    warehouse: WarehouseOption = None,
    table: Annotated[MergedTable | None, typer.Option(help="Only pairs of this table.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Pairs to print.")] = 20,
) -> None:
    """List the pairs that the rules are least sure of, by how many published counts hang on them.

    Each with the printed words of both sides. Pairs that were judged are left out.

    Example: dossier review --table events --limit 10
    """
    from dossier.cli.judging import run_review

    run_review(warehouse_of(warehouse), None if table is None else table.value, limit)


@app.command()
def judge(
    verdict: Annotated[Verdict, typer.Argument(help="What the two are.")],
    left: Annotated[str, typer.Argument(help="Id of a report or mention; of an event, figure or actor: its anchor.")],
    right: Annotated[str, typer.Argument(help="Id of the other one.")],
    why: Annotated[str, typer.Option(help="What the verdict rests on.")],
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who judges. Default: you.")] = None,
    warehouse: WarehouseOption = None,
    judgements: Annotated[Path | None, typer.Option(hidden=True, metavar="FILE")] = None,
) -> None:
    """Record a verdict on two reports or mentions in seeds/judgements/; from the next build on it outranks every rule.

    Example: dossier judge same evr0123456789abcdef0123 evr3210fedcba9876543210 --why "both tell of the raid of 3 May"
    """
    from dossier.cli.judging import run_judge
    from dossier.judgements import MERGE_JUDGEMENTS

    seed = judgements or MERGE_JUDGEMENTS
    run_judge(warehouse_of(warehouse), verdict.value, left, right, why=why, by=by, seed=seed)


@app.command()
def status(warehouse: WarehouseOption = None) -> None:
    """Tell what is in a warehouse, what waits to be read, what was set aside and what the gates said.

    Example: dossier status -w warehouse/clippings
    """
    from dossier.cli.inspecting import run_status

    run_status(warehouse_of(warehouse))


@app.command()
def doctor(
    warehouse: WarehouseOption = None,
    mend: Annotated[bool, typer.Option("--mend", help="Mend what can be mended without losing anything.")] = False,
) -> None:
    """Look for what commonly goes wrong with an installation or a warehouse, and mend it or say how to.

    Example: dossier doctor --mend -w warehouse/clippings
    """
    from dossier.cli.doctor import run_doctor

    run_doctor(warehouse_of(warehouse), mend=mend)


@app.command()
def backup(
    archive: Annotated[Path, typer.Argument(metavar="FILE", help="Archive to write, such as news.tar.gz.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Write a whole warehouse, working database and publications, into one file.

    Example: dossier backup ~/news-2025-06-20.tar.gz -w warehouse/clippings
    """
    from dossier.cli.archiving import run_backup

    run_backup(warehouse_of(warehouse), archive)


@app.command()
def restore(
    archive: Annotated[Path, typer.Argument(metavar="FILE", help="Archive that dossier backup wrote.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Unpack a backup into a warehouse that holds nothing yet.

    Example: dossier restore ~/news-2025-06-20.tar.gz -w warehouse/clippings
    """
    from dossier.cli.archiving import run_restore

    run_restore(warehouse_of(warehouse), archive)


@app.command()
def forget(
    document: Annotated[str, typer.Argument(help="A document's id, name, uri or record id.")],
    warehouse: WarehouseOption = None,
    published: Annotated[bool, typer.Option(help="Also remove it from what is published, by publishing anew.")] = False,
    why: Annotated[str, typer.Option(help="Reason to keep with the tombstone.")] = "on request",
) -> None:
    """Remove a document for good: bytes, text, readings. A tombstone keeps it from being landed again.

    Example: dossier forget 2024-05-17-port-strike --published --why "court order"
    """
    from dossier.cli.forgetting import run_forget

    run_forget(warehouse_of(warehouse), document, published=published, why=why)
