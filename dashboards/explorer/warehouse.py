"""The published warehouse behind the pages: opened once a publication, asked with bound parameters only."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import streamlit as st

from dashboards.facts import Row
from dossier.database import connect, fts_extension, lock_down
from dossier.published import published_database
from dossier.publishing.database import literal
from dossier.settings import Warehouse, warehouse_for
from dossier.sql_files import load_sql

PAGE_ROWS = 25


def current_warehouse() -> Warehouse:
    """The warehouse that ``dossier explore`` was started for."""
    given = os.environ.get("DOSSIER_WAREHOUSE")
    return warehouse_for(None, Path(given) if given else None)


def ask(sql: str, parameters: Mapping[str, Any]) -> list[Row]:
    """Rows of a query over the publication in force; answers are kept until the next publication."""
    return _answer(str(published_database(current_warehouse())), sql, tuple(sorted(parameters.items())))


def rows(module_file: str, sql_name: str, /, **parameters: object) -> list[Row]:
    """Rows of ``sql/NAME.sql`` beside a page."""
    return ask(load_sql(module_file, sql_name), parameters)


def search_rows(module_file: str, sql_name: str, /, **parameters: object) -> list[Row]:
    """Rows of a query over the full-text index, where the publication is called ``published``."""
    database = str(published_database(current_warehouse()))
    return _search(database, load_sql(module_file, sql_name), tuple(sorted(parameters.items())))


@st.cache_data(max_entries=500, show_spinner=False)
def _answer(database: str, sql: str, parameters: tuple[tuple[str, Any], ...]) -> list[Row]:
    return _fetch(_opened(database), sql, parameters)


@st.cache_data(max_entries=100, show_spinner=False)
def _search(database: str, sql: str, parameters: tuple[tuple[str, Any], ...]) -> list[Row]:
    return _fetch(_opened_index(database), sql, parameters)


def _fetch(connection: duckdb.DuckDBPyConnection, sql: str, parameters: tuple[tuple[str, Any], ...]) -> list[Row]:
    cursor = connection.cursor()  # pages run in threads of their own
    try:
        answer = cursor.execute(sql, dict(parameters))
        names = [str(column[0]) for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    finally:
        cursor.close()


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(database: str) -> duckdb.DuckDBPyConnection:
    connection = connect(Path(database), read_only=True)
    lock_down(connection)
    return connection


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened_index(database: str) -> duckdb.DuckDBPyConnection:
    """The search index with the publication attached: its functions work only in the file that was opened."""
    connection = connect(Path(database).with_name("search.duckdb"), read_only=True)
    connection.execute(f"load {literal(str(fts_extension()))}")
    connection.execute(f"attach {literal(database)} as published (read_only)")
    lock_down(connection)
    return connection
