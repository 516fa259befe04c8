"""An outlet: its articles, and whose wording they re-use."""

from __future__ import annotations

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import PAGE_ROWS, rows
from dashboards.marking import escape, prose
from dashboards.words import count_of, when

FACTS = ("events", "figures", "statements")


def show_source(source_id: str) -> None:
    """One outlet; ``of`` in the address leaves the articles that copy that one, ``read`` shows what was read."""
    source = rows(__file__, "source", source_id=source_id)[0]
    st.html(f'<header class="page"><h1 class="fact">{escape(source["name"])}</h1></header>')
    facts = ", ".join(
        f'<a href="?fact={escape(source_id)}&amp;read={noun}s" target="_self">{words}</a>'
        for noun in ("article", "event", "figure", "statement")
        for words in [count_of(source[f"{noun}_count"], noun)]
    )
    st.html(
        parts.facets(
            [
                ("Kind", escape(source["source_kind"])),
                ("Country", escape(source["country"])),
                ("Domain", escape(source["domain"])),
                ("As an actor", parts.link(source["actor_id"], "its page") if source["actor_id"] else ""),
                ("Read from it", facts),
                ("Own texts", escape(count_of(source["origin_count"], "independent text"))),
                ("Id", f"<code>{escape(source_id)}</code>"),
            ]
        )
    )
    kind = st.query_params.get("read")
    if kind in FACTS:
        _show_facts(source_id, kind)
        return
    original = st.query_params.get("of")
    st.html("<h2>Articles that re-use another outlet's wording</h2>" if original else "<h2>Articles</h2>")
    found, total = parts.paged(
        lambda offset: rows(
            __file__,
            "source_articles",
            source_id=source_id,
            original_source_id=original,
            row_limit=PAGE_ROWS,
            row_offset=offset,
        )
    )
    if not found:
        parts.empty("No article of this outlet is published here.", "It is only credited or known by reference data.")
        return
    parts.pager(total, "article")
    body = (
        (
            escape(when(row["published_edtf"])),
            parts.link(row["fact_id"], row["title"], "title"),
            parts.link(row["copy_of_article_id"], row["original"] or "unknown outlet")
            if row["copy_of_article_id"]
            else "",
        )
        for row in found
    )
    st.html(parts.table(["Published", "Article", "Re-uses the wording of"], body, "Articles"))


def _show_facts(source_id: str, kind: str) -> None:
    st.html(f"<h2>{kind.capitalize()} in its articles</h2>")
    found, total = parts.paged(
        lambda offset: rows(
            __file__, "source_facts", source_id=source_id, kind=kind, row_limit=PAGE_ROWS, row_offset=offset
        )
    )
    if not found:
        parts.empty(f"No {kind} were read from its main articles.", "Its articles stand behind the first number above.")
        return
    parts.pager(total, "passage")
    if total > found[0]["fact_count"]:
        st.html(f'<p class="details">They tell {found[0]["fact_count"]:,} different {kind}.</p>')
    body = (
        (
            escape(when(row["published_edtf"])),
            f'<a class="title" href="?fact={escape(row["fact_id"])}&amp;in={escape(row["report_id"])}" target="_self">'
            f"{prose(row['quote'])}</a>",
            escape(row["headline"]),
        )
        for row in found
    )
    st.html(parts.table(["Published", "Words", "Article"], body, kind.capitalize()))
