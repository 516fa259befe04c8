"""An article's text with what was read from it marked."""

from __future__ import annotations

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import ask
from dashboards.facts import Fact, Row, fact_rows, report_spans
from dashboards.marking import WITHHELD_RUN, Span, escape, mark
from dashboards.words import count_of, when

WINDOW_CHARS = 12_000  # characters of a long text that are shown at a time
PLURALS = {"event": "Events", "figure": "Figures", "statement": "Statements"}


def show_text(fact: Fact, report: Row) -> None:
    """The text that a report stands in, with all words in it that report the fact."""
    article = fact_rows(ask, "article", fact_id=report["article_id"])[0]
    spans = [
        Span(row[f"{side}start_char"], row[f"{side}end_char"], style)
        for row in fact_rows(ask, "article_facts", fact_id=report["article_id"])
        if row["fact_id"] == fact.fact_id
        for side, style in (("", "evidence"), ("core_", "core"))
    ]
    st.html(f"<h2>Text</h2>{_about(article)}")
    _show_window(article, spans or report_spans(report), centre=report["start_char"])


def show_article(fact: Fact) -> None:
    """An article on its own, with every event, figure and statement read from it."""
    article = fact.row
    st.html(f'<header class="page"><h1 class="fact">{escape(article["headline"] or article["document"])}</h1></header>')
    st.html(_about(article))
    found = fact_rows(ask, "article_facts", fact_id=fact.fact_id)
    _show_window(article, [Span(row["start_char"], row["end_char"], "evidence") for row in found])
    if not found:
        parts.empty("Nothing was read from this article.", "dossier explain shows what its readers saw.")
    for kind, title in PLURALS.items():
        lines = [f"<li>{parts.link(row['fact_id'], row['words'])}</li>" for row in found if row["kind"] == kind]
        if lines:
            st.html(f'<h2>{title}</h2><ul class="read">{"".join(lines)}</ul>')


def _about(article: Row) -> str:
    parts_of = [
        parts.link(article["source_id"], article["outlet"] or "unknown outlet"),
        escape(f"{when(article['published_edtf'])} ({article['published_basis']})"),
        escape(article["byline"]),
        escape(count_of(article["word_count"], "word")),
        f"<code>{escape(article['uri'])}</code>",
        escape(f"licence: {article['licence'] or 'unknown'}"),
        f"taken from {escape(article['upstream'])}" if article["upstream"] else "",
    ]
    if article["copy_of_article_id"]:
        original = parts.link(article["copy_of_article_id"], article["copied_from"] or "another article")
        parts_of.append(f"re-uses the wording of {original}")
    return f'<p class="about">{" · ".join(part for part in parts_of if part)}</p>'


def _show_window(article: Row, spans: list[Span], centre: int | None = None) -> None:
    start, end = article["start_char"], article["end_char"]
    if end - start > WINDOW_CHARS:
        start, end = _choose_window(start, end, centre)
    window = fact_rows(ask, "text_window", document_id=article["document_id"], start_char=start, end_char=end)
    text = str(window[0]["window_text"])
    if WITHHELD_RUN.search(text):
        st.html(
            '<p class="note">Words of this text are not published, since its licence does not allow it; '
            "they are shown as […].</p>"
        )
    st.html(
        f'<article class="text" lang="en">{mark(text.strip(), spans, start + len(text) - len(text.lstrip()))}</article>'
    )


def _choose_window(start: int, end: int, centre: int | None) -> tuple[int, int]:
    """One stretch of a long text: that around the evidence first, any other by its number."""
    count = -(-(end - start) // WINDOW_CHARS)
    at = 1 if centre is None else min(count, (centre - start) // WINDOW_CHARS + 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="count">{count_of(end - start, "character")}, a stretch at a time</p>')
        number = st.pagination(count, default=at, key="stretch", bind="query-params")
    begin = start + (number - 1) * WINDOW_CHARS
    return begin, min(end, begin + WINDOW_CHARS)
