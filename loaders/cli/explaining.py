"""explain: a document with everything that was read from it, and by which rule."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Any

from rich.text import Text

from dossier.cli.console import output
from dossier.cli.passages import printable
from dossier.errors import DossierError, ExitCode
from dossier.published import open_published
from dossier.settings import Warehouse
from dossier.sql_files import load_sql

STYLES = {
    "actors": "green",
    "times": "yellow",
    "figures": "magenta",
    "statements": "blue",
    "events": "bold red",
    "items": "cyan",
}


def run_explain(warehouse: Warehouse, document: str, kinds: list[str]) -> None:
    """Print the document line by line; under each line the rows that begin in it, with their rules."""
    with open_published(warehouse) as connection:
        name = unicodedata.normalize("NFC", document)
        found = connection.execute(load_sql(__file__, "find_document"), {"document": name}).fetchall()
        if not found:
            raise DossierError(
                f'There is no document {document!r}. List them: dossier query "select name, uri from documents"',
                ExitCode.NOT_FOUND,
            )
        if len(found) > 1:
            raise DossierError(
                f"{document!r} could be {', '.join(row[1] for row in found)}. Give its uri or id.", ExitCode.NOT_FOUND
            )
        document_id, uri, text = found[0]
        rows = connection.execute(load_sql(__file__, "explain_rows"), {"document_id": document_id}).fetchall()
    output.print(Text(printable(uri), style="bold underline"))
    output.print(Text.assemble(*((f" {kind} ", STYLES[kind]) for kind in kinds)))
    shown = [row for row in rows if row[0] in kinds]
    _print_lines(text, shown)


def _print_lines(text: str, rows: list[tuple[Any, ...]]) -> None:
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        inside = [row for row in rows if at <= row[1] < end]
        if line.strip():
            output.print(_marked(line.rstrip("\r\n"), at, [row for row in rows if row[1] < end and row[2] > at]))
        for kind, group in groupby(sorted(inside), key=lambda row: row[0]):
            for _, start_char, end_char, label, rule in group:
                words = printable(text[start_char:end_char])
                words = words if len(words) <= 60 else words[:57] + "…"
                note = f"    {kind[:-1]:<10}{words} → {printable(label or '')}  [{rule}]"
                output.print(Text(note, style="dim " + STYLES[kind].replace("bold ", "")))
        at = end


def _marked(line: str, at: int, rows: list[tuple[Any, ...]]) -> Text:
    shown = Text(printable(line))
    for kind, start_char, end_char, _, _ in sorted(rows, key=lambda row: row[1] - row[2]):
        shown.stylize(STYLES[kind], max(0, start_char - at), end_char - at)
    return shown
