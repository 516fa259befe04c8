"""An actor: its offices, names in print, events and statements."""

from __future__ import annotations

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.pages.actors import TYPES
from dashboards.explorer.warehouse import PAGE_ROWS, ask
from dashboards.facts import Fact, Row, fact_rows
from dashboards.marking import Span, escape, passage
from dashboards.words import count_of, when


def show_actor(fact: Fact) -> None:
    """The page of one actor."""
    row = fact.row
    st.html(f'<header class="page"><h1 class="fact">{escape(row["name"])}</h1></header>')
    seen = " – ".join(str(day) for day in (row["first_published_on"], row["last_published_on"]) if day)
    st.html(
        parts.facets(
            [
                ("Kind", escape(TYPES.get(row["actor_type"], row["actor_type"]))),
                ("Country", escape(row["country"])),
                ("Known from", "reference data" if row["is_registered"] else "the texts"),
                (
                    "Named in",
                    escape(f"{count_of(row['article_count'], 'article')} of {count_of(row['source_count'], 'outlet')}, "
                           f"{count_of(row['mention_count'], 'mention')}"),
                ),
                ("Published", escape(seen)),
                ("Id", f"<code>{escape(fact.fact_id)}</code>"),
            ]
        )
    )  # fmt: skip
    _names_and_roles(fact)
    _events(fact)
    _statements(fact)
    _mentions(fact)


def _names_and_roles(fact: Fact) -> None:
    names = fact_rows(ask, "actor_names", fact_id=fact.fact_id)
    roles = fact_rows(ask, "actor_roles", fact_id=fact.fact_id)
    left, right = st.columns(2)
    with left:
        forms = "".join(f"<li>{escape(n['name_as_written'])} <small>{n['mention_count']:,}</small></li>" for n in names)
        st.html(f"<h2>Names in print</h2><ul>{forms}</ul>" if forms else "<h2>Names in print</h2><p>none</p>")
    with right:
        offices = "".join(f"<li>{_role(role)}</li>" for role in roles)
        st.html(f"<h2>Offices</h2><ul>{offices}</ul>" if offices else "<h2>Offices</h2><p>No text names one.</p>")


def _role(role: Row) -> str:
    of = f" of {parts.link(role['organization_actor_id'], role['organization'])}" if role["organization"] else ""
    return f"{escape(role['title'])}{of} <small>{escape(count_of(role['article_count'], 'article'))}</small>"


def _events(fact: Fact) -> None:
    st.html("<h2>Events</h2>")
    found, total = parts.paged(
        lambda offset: fact_rows(ask, "actor_events", fact_id=fact.fact_id, row_limit=PAGE_ROWS, row_offset=offset),
        "events",
    )
    if not found:
        st.html("<p>It takes part in no event.</p>")
        return
    parts.pager(total, "event", "events")
    body = (
        (
            escape(when(row["occurred_edtf"])),
            f"{parts.link(row['fact_id'], row['title'], 'title')} {parts.status_tag(row['status'])}",
            escape(row["actor_role"]),
            parts.support(row, row["fact_id"]),
        )
        for row in found
    )
    st.html(parts.table(["When", "Event", "Part", "Support"], body, "Events"))


def _statements(fact: Fact) -> None:
    st.html("<h2>Statements</h2>")
    found, total = parts.paged(
        lambda offset: fact_rows(ask, "actor_statements", fact_id=fact.fact_id, row_limit=PAGE_ROWS, row_offset=offset),
        "statements",
    )
    if not found:
        st.html("<p>It is not quoted.</p>")
        return
    parts.pager(total, "statement", "statements")
    body = (
        (
            escape(when(row["said_edtf"])),
            parts.link(row["fact_id"], f"“{row['quote']}”" if row["is_direct"] else row["quote"], "title"),
            escape(row["cue"]),
            escape(row["outlet"] or "unknown outlet"),
        )
        for row in found
    )
    st.html(parts.table(["When", "Words", "Cue", "Outlet"], body, "Statements"))


def _mentions(fact: Fact) -> None:
    st.html("<h2>Mentions</h2>")
    found, total = parts.paged(
        lambda offset: fact_rows(ask, "actor_mentions", fact_id=fact.fact_id, row_limit=PAGE_ROWS, row_offset=offset),
        "mentions",
    )
    if not found:
        st.html("<p>No text names it.</p>")
        return
    parts.pager(total, "mention", "mentions")
    st.html(f'<ol class="reports">{"".join(_mention(row) for row in found)}</ol>')


def _mention(row: Row) -> str:
    words = passage(row["window_text"], [Span(row["start_char"], row["end_char"], "core")], row["window_start"])
    heading = " · ".join(
        (
            escape(row["outlet"] or "unknown outlet"),
            escape(when(row["published_edtf"])),
            parts.link(row["article_id"], row["headline"]),
        )
    )
    return f'<li><div class="source">{heading}</div><blockquote>{words}</blockquote></li>'
