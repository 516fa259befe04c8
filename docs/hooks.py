"""Pages of the documentation site that are made from code and catalogue: commands, tables, macros, vocabulary."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from typer.cli import get_docs_for_click

from dossier.cli.app import app
from dossier.publishing.manifest import PublishedTable, read_published_tables

ROOT = Path(__file__).resolve().parents[1]
MACRO_COMMENT = re.compile(r"comment on macro(?: table)? marts\.(\w+) is '((?:[^']|'')*)'")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the reference pages."""
    pages = {
        "tables": tables_page(published_tables()),
        "commands": commands_page(),
        "macros": macros_page(),
        "vocabulary": vocabulary_page(),
    }
    for name, text in pages.items():
        files.append(File.generated(config, f"reference/{name}.md", content=text))
    return files


def published_tables() -> list[PublishedTable]:
    """The published tables as the models describe them."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "DOSSIER_DATABASE": f"{folder}/working.duckdb",
            "DBT_TARGET_PATH": folder,
            "DBT_LOG_PATH": f"{folder}/logs",
        }
        dbt = Path(sys.executable).parent / "dbt"
        subprocess.run([dbt, "--quiet", "parse"], cwd=ROOT, env={**os.environ, **settings}, check=True)
        return read_published_tables(Path(folder) / "manifest.json")


def tables_page(tables: Iterable[PublishedTable]) -> str:
    """Every published table with its columns."""
    sections = [
        "# Tables\n\n"
        "Schema `marts` holds the facts, `topics` the tables of single subjects, `quality` what the checks said."
    ]
    for table in tables:
        rows = [
            (
                f"`{column.name}`" + (" (key)" if column.name in table.primary_key else ""),
                column.data_type,
                column.description,
            )
            for column in table.columns
        ]
        kind = "view" if table.is_view else "table"
        sections.append(
            f"## {table.schema}.{table.name}\n\n*{kind}* · {table.description}\n\n"
            + as_table(("column", "type", "what it is"), rows)
        )
    return "\n\n".join(sections) + "\n"


def commands_page() -> str:
    """Every command with its options."""
    command = typer.main.get_command(app)
    text = get_docs_for_click(obj=command, ctx=typer.Context(command), name="dossier", title="Commands")
    return re.sub(r"(?m)^#+ `dossier (\w[\w ]*)`", r"## dossier \1", text)


def macros_page() -> str:
    """The macros of the published file."""
    text = (ROOT / "loaders/publishing/sql/macros.sql").read_text(encoding="utf-8")
    rows = [(f"`{name}`", comment.replace("''", "'")) for name, comment in MACRO_COMMENT.findall(text)]
    return (
        "# Macros\n\nEvery published file answers these.\n\n" + as_table(("macro", "what it answers"), rows) + "\n"
        "\nTheir text lies beside the file as `macros.sql`.\n"
    )


def vocabulary_page() -> str:
    """Event types and measures, from the seeds that loaders and models read."""
    return (
        "# Event types and measures\n\n## Event types\n\n"
        + seed_table("event_type_list")
        + "\n\n## Measures\n\n"
        + seed_table("measure_list")
        + "\n"
    )


def seed_table(name: str) -> str:
    """A seed of the vocabulary as a table."""
    with (ROOT / f"seeds/vocabulary/{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return as_table([column.replace("_", " ") for column in header], rows)


def as_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(_as_cell, line))} |" for line in lines)


def _as_cell(words: str) -> str:
    return " ".join(words.replace("|", "\\|").split())
