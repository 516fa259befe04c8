"""Outlets, what was read from each, and who copies whom."""

from __future__ import annotations

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import PAGE_ROWS, rows
from dashboards.marking import escape


def show() -> None:
    """The page."""
    parts.heading("Sources", "Who publishes, how much of it is their own wording, and whose they re-use.")
    name = parts.text_filter("Outlet, or part of its name", "name")
    found, total = parts.paged(
        lambda offset: rows(__file__, "sources", name=name, row_limit=PAGE_ROWS, row_offset=offset)
    )
    if not found:
        parts.empty("No outlet has this name.", "Clear the filter above.")
        return
    _copying()
    st.html("<h2>Outlets</h2>")
    parts.pager(total, "outlet")
    columns = {
        "articles": "article_count",
        "own": "origin_count",
        "copies": "copy_count",
        "events": "event_count",
        "figures": "figure_count",
        "statements": "statement_count",
    }
    body = (
        (
            parts.link(row["fact_id"], row["name"], "title"),
            escape(row["source_kind"]),
            *(_count(row["fact_id"], noun, row[column]) for noun, column in columns.items()),
        )
        for row in found
    )
    names = ["Outlet", "Kind", "Articles", "Own texts", "Copies", "Events", "Figures", "Statements"]
    st.html(parts.table(names, body, "Outlets"))


def _count(source_id: str, noun: str, count: int) -> str:
    address = f"?fact={source_id}&read={noun}"
    return f'<a href="{escape(address)}" target="_self">{count:,}</a>' if count else "0"


def _copying() -> None:
    pairs = rows(__file__, "copying")
    st.html("<h2>Who copies whom</h2>")
    if not pairs:
        st.html("<p>No article here re-uses the wording of another.</p>")
        return
    most = max(pair["article_count"] for pair in pairs)
    body = (
        (
            parts.link(pair["copier_id"], pair["copier"], "title"),
            parts.link(pair["original_id"], pair["original"], "title"),
            _bar(pair["copier_id"], pair["original_id"], pair["article_count"], most),
        )
        for pair in pairs
    )
    st.html(parts.table(["Outlet", "re-uses the wording of", "Articles"], body, "Who copies whom"))


def _bar(copier_id: str | None, original_id: str | None, count: int, most: int) -> str:
    width = max(2, round(100 * count / most))
    words = f"{count:,}"
    if copier_id and original_id:
        address = f"?fact={copier_id}&of={original_id}"
        words = f'<a href="{escape(address)}" target="_self">{words}</a>'
    return f'{words}<span class="bar" style="width:{width}px"></span>'
