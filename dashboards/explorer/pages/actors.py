"""People, bodies and countries, those that most articles name first."""

from __future__ import annotations

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import PAGE_ROWS, rows
from dashboards.marking import escape

TYPES = {
    "country": "country",
    "government-body": "government body",
    "organization": "organization",
    "company": "company",
    "person": "person",
    "group": "group",
}


def show() -> None:
    """The page."""
    parts.heading("Actors", "Who is named. Each leads to what it did, said, and is called in print.")
    with st.container(border=True):
        left, right = st.columns([2, 1])
        with left:
            name = parts.text_filter("Name, or part of it", "name")
        with right:
            actor_type = parts.choice_filter("Kind", "kind", TYPES)
    found, total = parts.paged(
        lambda offset: rows(
            __file__, "actors", name=name, actor_type=actor_type, row_limit=PAGE_ROWS, row_offset=offset
        )
    )
    if not found:
        parts.empty("No actor has this name.", "Try a part of the name, or another kind.")
        return
    parts.pager(total, "actor")
    body = (
        (
            parts.link(row["fact_id"], row["name"], "title"),
            escape(" · ".join(word for word in (TYPES.get(row["actor_type"]), row["country"]) if word)),
            *(
                parts.link(row["fact_id"], f"{row[column]:,}") if row[column] else "0"
                for column in ("article_count", "mention_count", "event_count", "statement_count")
            ),
        )
        for row in found
    )
    st.html(parts.table(["Name", "Kind", "Articles", "Mentions", "Events", "Statements"], body, "Actors"))
