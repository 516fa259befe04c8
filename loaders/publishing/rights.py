"""How much of a document's words a publication holds: all, those quoted as evidence, or none but names and numbers.

A document under an open licence (``seeds/reference/open_licences.csv``) is always published in full. In any other,
withheld characters are printed as a middle dot, one for one, so every offset still gives exactly the words (or dots)
that its row shows. Nothing withheld is ever written into the publication's files.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

import duckdb
import pyarrow as pa

from dossier.language.lexicons import load_lexicon
from dossier.settings import Warehouse
from dossier.sql_files import load_sql

WITHHELD = "·"
NOT_SPACE = re.compile(r"\S")
TABLES_WITH_QUOTES = ("event_reports", "figure_reports", "statements", "events", "superseded_reports")
TEXTS = pa.schema([("document_id", pa.string()), ("text", pa.string())])


class TextLevel(StrEnum):
    """What is published of a text whose licence does not allow all of it."""

    full = "full"
    quotes = "quotes"
    none = "none"


def level_in_force(warehouse: Warehouse) -> TextLevel:
    """The level of the publication in force: what was withheld once is withheld until somebody says otherwise."""
    package = warehouse.published / "current" / "datapackage.json"
    try:
        return TextLevel(json.loads(package.read_text(encoding="utf-8"))["text_level"])
    except (OSError, ValueError, KeyError):
        return TextLevel.full


def withhold_words(connection: duckdb.DuckDBPyConnection, level: TextLevel) -> Mapping[str, str]:
    """For each published table that must not be copied as it is, the select to publish in its place."""
    if level is TextLevel.full:
        return {}
    texts = [
        {"document_id": document_id, "text": withhold(text, spans)}
        for document_id, text, spans in _restricted(connection, level)
    ]
    connection.register("withheld_batch", pa.Table.from_pylist(texts, schema=TEXTS))
    connection.execute("create or replace temp table withheld_texts as from withheld_batch")
    connection.unregister("withheld_batch")
    tables = ("documents", *(TABLES_WITH_QUOTES if level is TextLevel.none else ()))
    return {f'"marts"."{table}"': load_sql(__file__, f"withheld/{table}") for table in tables}


def withhold(text: str, shown: Iterable[tuple[int, int]]) -> str:
    """The text with every character outside of the spans (0-based, end exclusive) withheld; white space stays."""
    pieces, at = [], 0
    for start_char, end_char in sorted(shown):
        if end_char > at:
            pieces += [NOT_SPACE.sub(WITHHELD, text[at : max(at, start_char)]), text[max(at, start_char) : end_char]]
            at = end_char
    return "".join([*pieces, NOT_SPACE.sub(WITHHELD, text[at:])])


def is_open(licence: str | None) -> bool:
    """Whether a licence allows anybody to publish the whole text."""
    name = (licence or "").strip().lower()
    return any(name.startswith(row["licence_beginning"]) for row in load_lexicon("reference/open_licences"))


def _restricted(
    connection: duckdb.DuckDBPyConnection, level: TextLevel
) -> Iterable[tuple[str, str, list[tuple[int, int]]]]:
    shown: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name in ("shown_words", *(("shown_quotes",) if level is TextLevel.quotes else ())):
        for document_id, start_char, end_char in connection.execute(load_sql(__file__, name)).fetchall():
            shown[document_id].append((start_char, end_char))
    documents = connection.execute("select document_id, licence from working.marts.documents order by document_id")
    for document_id, licence in documents.fetchall():
        if not is_open(licence):
            row = connection.execute(
                "select text from working.marts.documents where document_id = $id", {"id": document_id}
            ).fetchone()
            if row is not None:
                yield document_id, row[0], shown[document_id]
