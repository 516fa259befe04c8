"""What pages are made of: links, filters, pages of rows, messages. All text from documents is escaped here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import quote

import streamlit as st

from dashboards.explorer.warehouse import PAGE_ROWS
from dashboards.facts import Row
from dashboards.marking import escape, prose
from dashboards.words import count_of

STATUS_WORDS = {"occurred": ""}


def heading(title: str, explanation: str) -> None:
    """A page's title and one sentence on what it shows; both are our own words."""
    st.html(f'<header class="page"><h1>{escape(title)}</h1><p>{escape(explanation)}</p></header>')


def link(fact_id: object, words: object, css: str = "") -> str:
    """A link to a fact, or the words alone where there is none."""
    if not fact_id:
        return prose(words)
    return f'<a class="{css}" href="?fact={quote(str(fact_id))}" target="_self">{prose(words)}</a>'


def facets(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of names and values (HTML); empty values are left out."""
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in pairs if value)
    return f'<dl class="facets">{items}</dl>'


def tag(words: object, css: str = "") -> str:
    """A small label, or nothing."""
    return f'<span class="tag {css}">{escape(words)}</span>' if words else ""


def status_tag(status: str | None) -> str:
    """The status of an event where it is more than that it occurred."""
    return "" if status in (None, "occurred") else tag(status, f"status-{status}")


def support(row: Row, fact_id: object) -> str:
    """How well a fact is supported: independent texts and reports, which lead to the reports."""
    if not row["report_count"]:
        return link(fact_id, "only beside a main article", "support")  # counts are those of main articles
    origins = count_of(row["origin_count"], "independent text")
    reports = count_of(row["report_count"], "report")
    return link(fact_id, f"{origins}, {reports}", "support")


def table(columns: Iterable[str], body: Iterable[Iterable[str]], caption: str) -> str:
    """An HTML table; cells are HTML already."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in body)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table class="rows">'
        f'<caption class="unseen">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def empty(words: str, advice: str) -> None:
    """Where there is nothing to show: what that means and what to do."""
    st.html(f'<div class="empty"><p><strong>{escape(words)}</strong></p><p>{escape(advice)}</p></div>')


def text_filter(label: str, key: str, placeholder: str = "any") -> str | None:
    """A filter by words, kept in the address; None where it is empty."""
    given = st.text_input(label, key=key, placeholder=placeholder, bind="query-params", on_change=_first_page)
    return (given or "").strip() or None


def choice_filter(label: str, key: str, options: dict[str, str]) -> str | None:
    """A filter by one of some values, shown by their labels; None for any."""
    chosen: str = st.selectbox(
        label,
        ["", *options],
        key=key,
        format_func=lambda value: options.get(value, "any"),
        bind="query-params",
        on_change=_first_page,
    )
    return chosen or None


def date_filter(label: str, key: str) -> date | None:
    """A day, or None."""
    day = st.date_input(
        label,
        value=None,
        min_value=date(1000, 1, 1),
        max_value=date(2999, 12, 31),
        format="YYYY-MM-DD",
        key=key,
        bind="query-params",
        on_change=_first_page,
    )
    return day if isinstance(day, date) else None


def count_filter(label: str, key: str) -> int:
    """A least number; 0 for any."""
    least = st.number_input(label, min_value=0, value=0, step=1, key=key, bind="query-params", on_change=_first_page)
    return int(least or 0)


def switch(label: str, key: str) -> bool:
    """A filter that is on or off."""
    return st.toggle(label, key=key, bind="query-params", on_change=_first_page)


def _first_page() -> None:
    """With other filters the pages of rows begin anew."""
    if "page" in st.session_state:
        st.session_state["page"] = 1


def page_offset(key: str = "page") -> int:
    """The offset of the page of rows that the address names."""
    try:
        number = int(st.session_state.get(key) or st.query_params.get(key) or 1)
    except ValueError:
        number = 1
    return (max(number, 1) - 1) * PAGE_ROWS


def pager(total: int, noun: str, key: str = "page", plural: str | None = None) -> None:
    """How many rows there are, and their pages where one is not enough."""
    pages = max(1, -(-total // PAGE_ROWS))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="count">{count_of(total, noun, plural)}</p>')
        if pages > 1:
            st.pagination(pages, key=key, width=min(420, 100 + 40 * pages), bind="query-params")


def paged(fetch: Callable[[int], list[Row]], key: str = "page") -> tuple[list[Row], int]:
    """Rows of the page that the address names, and how many there are in all (their column ``total``).

    Where filters have left fewer pages than that, the first.
    """
    offset = page_offset(key)
    found = fetch(offset)
    if not found and offset:
        found = fetch(0)
    return found, int(found[0]["total"]) if found else 0
