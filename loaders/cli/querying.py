"""query: one SELECT over the published warehouse."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.table import Table

from dossier.cli.console import output
from dossier.published import ask, open_published
from dossier.settings import Warehouse

# A spreadsheet takes a cell that begins so for a formula; a quotation mark before it makes it text.
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def run_query(warehouse: Warehouse, sql: str, form: str) -> None:
    """Print the rows of a query."""
    with open_published(warehouse) as connection:
        answer = ask(connection, sql)
        columns, rows = [str(column[0]) for column in answer.description or ()], answer.fetchall()
    PRINTERS[form](columns, rows)


def _print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    table = Table(show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(_visible(column), overflow="fold")
    for row in rows:
        table.add_row(*(_visible(value) for value in row))
    output.print(table, markup=False)


def _print_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_guard_formula(value) for value in row] for row in rows)


def _print_json(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        print(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str))


def _print_markdown(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    print("| " + " | ".join(columns) + " |")
    print("|" + " --- |" * len(columns))
    for row in rows:
        print("| " + " | ".join(_markdown_cell(value) for value in row) + " |")


PRINTERS = {"table": _print_table, "csv": _print_csv, "json": _print_json, "markdown": _print_markdown}


def _visible(value: Any) -> str:
    """Text for a terminal: control characters (they could rewrite the screen) become U+FFFD."""
    text = "" if value is None else str(value)
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text).replace("[", "\\[")


def _guard_formula(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_BEGINNINGS) else value


def _markdown_cell(value: Any) -> str:
    text = "" if value is None else str(value)
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())
