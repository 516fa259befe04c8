"""Events in order of time, by actor, type, outlet, date, item and how many independent texts report them."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import PAGE_ROWS, ask, rows
from dashboards.facts import Row
from dashboards.marking import escape
from dashboards.words import count_of, when
from dossier.sql_files import load_sql

STATUSES = {name: name for name in ("occurred", "scheduled", "threatened", "alleged", "denied", "ongoing")}


def show() -> None:
    """The page."""
    parts.heading("Timeline", "What happened, in order of time; each event leads to every report of it.")
    filters = _filters()
    newest = not parts.switch("Oldest first", "oldest")
    _chart(_filtered("timeline_months", **filters))
    found, total = parts.paged(
        lambda offset: _filtered("timeline", **filters, newest_first=newest, row_limit=PAGE_ROWS, row_offset=offset)
    )
    if not found:
        parts.empty("No event passes these filters.", "Clear a filter above, or widen the dates.")
        return
    parts.pager(total, "event")
    st.html(f'<ol class="timeline">{"".join(_entry(row) for row in found)}</ol>')


def _filtered(name: str, **parameters: object) -> list[Row]:
    return ask(load_sql(__file__, "timeline_filter") + load_sql(__file__, name), parameters)


def _filters() -> dict[str, Any]:
    with st.container(border=True):
        left, middle, right, last = st.columns(4)
        with left:
            actor = parts.text_filter("Actor", "actor", "part of a name")
            day_from = parts.date_filter("From", "from")
        with middle:
            names = {row["event_type"]: row["event_type"] for row in rows(__file__, "event_type_names")}
            event_type = parts.choice_filter("Type", "type", names)
            day_to = parts.date_filter("To", "to")
        with right:
            outlet = parts.text_filter("Outlet", "outlet", "part of a name")
            item = parts.text_filter("Item", "item", "goods, substance …")
        with last:
            least = parts.count_filter("Independent texts, at least", "texts")
            status = parts.choice_filter("Status", "status", STATUSES)
    return {
        "actor": actor,
        "event_type": event_type,
        "outlet": outlet,
        "item": item,
        "status": status,
        "day_from": day_from,
        "day_to": day_to,
        "least_origins": least,
    }


def _chart(months: list[Row]) -> None:
    if len(months) < 2:
        return
    frame = pd.DataFrame(months)
    frame["began"] = pd.to_datetime(frame["began"])
    unit = "year" if months[0]["is_year"] else "yearmonth"
    chart = (
        alt.Chart(frame)
        .mark_bar(color="#0b5c7a")
        .encode(
            x=alt.X(f"{unit}(began):T", title=None, axis=alt.Axis(grid=False, labelOverlap=True)),
            y=alt.Y("event_count:Q", title="events", axis=alt.Axis(tickMinStep=1, tickCount=3)),
            tooltip=[alt.Tooltip(f"{unit}(began):T", title="began"), alt.Tooltip("event_count:Q", title="events")],
        )
        .properties(height=110)
    )
    alt_text = f"Events by month or year: {count_of(int(frame['event_count'].sum()), 'dated event')}"
    st.altair_chart(chart, width="stretch", alt=alt_text)


def _entry(row: Row) -> str:
    details = " · ".join(escape(word) for word in (row["type_label"], row["place"], row["participants"]) if word)
    return (
        f'<li><div class="date">{escape(when(row["occurred_edtf"]))}</div><div class="what">'
        f"{parts.link(row['fact_id'], row['title'], 'title')} {parts.status_tag(row['status'])}"
        f'<div class="details">{details}</div></div><div class="weight">{parts.support(row, row["fact_id"])}</div></li>'
    )
