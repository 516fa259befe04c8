"""Search in the words of statements and texts."""

from __future__ import annotations

import re

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import PAGE_ROWS, search_rows
from dashboards.facts import Row
from dashboards.marking import Span, escape, mark, passage
from dashboards.words import when


def show() -> None:
    """The page."""
    parts.heading("Search", "Words in statements and texts; endings do not matter, the best matches come first.")
    words = parts.text_filter("Words", "words", "such as: customs seizure")
    where = st.segmented_control(
        "Search in", ["statements", "texts"], default="statements", required=True, key="where", bind="query-params"
    )
    if words is None:
        parts.empty("Nothing is searched yet.", "Type one or more words above and press Enter.")
        return
    stems = re.findall(r"\w+", words)[:20]
    beginnings = re.compile("|".join(rf"\b{re.escape(s[: max(3, len(s) - 2)])}\w*" for s in stems) or "$^", re.I)
    parameters: dict[str, object] = {"words": words}
    if where == "texts":
        parameters["first_word"] = stems[0][: max(3, len(stems[0]) - 2)] if stems else ""
    name = "search_statements" if where == "statements" else "search_documents"
    found, total = parts.paged(
        lambda offset: search_rows(__file__, name, **parameters, row_limit=PAGE_ROWS, row_offset=offset)
    )
    if not found:
        parts.empty("Nothing holds these words.", "Try fewer or other words, or search in the texts.")
        return
    parts.pager(total, "statement" if where == "statements" else "text")
    entry = _statement if where == "statements" else _document
    st.html(f'<ol class="reports">{"".join(entry(row, beginnings) for row in found)}</ol>')


def _statement(row: Row, beginnings: re.Pattern[str]) -> str:
    spans = [Span(m.start(), m.end(), "core") for m in beginnings.finditer(row["quote"])]
    heading = " · ".join(
        (
            parts.link(row["actor_id"], row["speaker"]),
            escape(row["outlet"] or "unknown outlet"),
            escape(when(row["said_edtf"])),
            parts.link(row["fact_id"], "read it in its text"),
        )
    )
    return f'<li><div class="source">{heading}</div><blockquote>{mark(row["quote"], spans)}</blockquote></li>'


def _document(row: Row, beginnings: re.Pattern[str]) -> str:
    start = row["window_start"]
    spans = [Span(start + m.start(), start + m.end(), "core") for m in beginnings.finditer(row["window_text"])]
    near = [span for span in spans if span.start_char >= row["place"]][:1] or [Span(row["place"], row["place"], "core")]
    heading = " · ".join((escape(row["outlet"] or "unknown outlet"), escape(when(row["published_edtf"]))))
    title = parts.link(row["fact_id"], row["title"], "title")
    return (
        f'<li><div>{title}</div><div class="source">{heading}</div>'
        f"<blockquote>{passage(row['window_text'], near, start)}</blockquote></li>"
    )
