"""Where texts disagree: contradictions, corrections, and figures with more than one value."""

from __future__ import annotations

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.pages.figures import figure_table
from dashboards.explorer.warehouse import PAGE_ROWS, rows
from dashboards.facts import Row
from dashboards.marking import escape, prose
from dashboards.words import when

KINDS = {
    "contradicts": "contradicts",
    "corrects": "corrects",
    "same-figure-different-value": "another value of one figure",
}


def show() -> None:
    """The page."""
    parts.heading("Disputed", "Where texts contradict or correct each other, or give one figure different values.")
    kind = parts.choice_filter("Kind of disagreement", "kind", KINDS)
    found, total = parts.paged(
        lambda offset: rows(__file__, "disputes", relation_kind=kind, row_limit=PAGE_ROWS, row_offset=offset)
    )
    if found:
        parts.pager(total, "disagreement")
        st.html("".join(_pair(row) for row in found))
    else:
        parts.empty("No two reports disagree in this way.", "That says what was read, not that all is agreed.")
    figures = rows(
        __file__, "figures", measure=None, subject=None, place=None, least_origins=0, disputed_only=True,
        row_limit=PAGE_ROWS, row_offset=0,
    )  # fmt: skip
    if figures:
        st.html("<h2>Figures whose reports do not agree</h2>")
        if figures[0]["total"] > PAGE_ROWS:
            st.html(f"<p>{figures[0]['total']:,} in all; the page Figures lists them with “Only disputed ones”.</p>")
        st.html(figure_table(figures))


def _pair(row: Row) -> str:
    sides = "".join(
        f'<div><div class="source">{escape(row[f"{side}_outlet"] or "unknown outlet")} · '
        f"{escape(when(row[f'{side}_published']))}</div><blockquote>{prose(row[f'{side}_quote'] or '')}</blockquote>"
        f'<a href="?fact={escape(row[f"{side}_fact_id"])}&amp;in={escape(row[f"{side}_id"])}" target="_self">'
        f"read it in its text<span class='unseen'>: {escape(row[f'{side}_outlet'])}</span></a></div>"
        for side in ("left", "right")
    )
    kind = parts.tag(KINDS.get(row["relation_kind"], row["relation_kind"]), "disputed")
    return f'<section class="pair">{kind}<p>{escape(row["reason"])}</p><div class="sides">{sides}</div></section>'
