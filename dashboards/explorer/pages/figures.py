"""Figures with the values that texts give for them, side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import PAGE_ROWS, rows
from dashboards.facts import Row
from dashboards.marking import escape
from dashboards.words import amount, count_of, when


def show() -> None:
    """The page."""
    parts.heading("Figures", "How many, how much, and who says so. Values that compete stand side by side.")
    filters = _filters()
    found, total = parts.paged(
        lambda offset: rows(__file__, "figures", **filters, row_limit=PAGE_ROWS, row_offset=offset)
    )
    if not found:
        parts.empty("No figure passes these filters.", "Clear a filter above.")
        return
    parts.pager(total, "figure")
    st.html(figure_table(found))


def figure_table(found: list[Row]) -> str:
    """Figures as a table, with the values of each."""
    values: dict[str, list[Row]] = defaultdict(list)
    for row in rows(__file__, "figure_values", figure_ids=" ".join(row["fact_id"] for row in found)):
        values[row["figure_id"]].append(row)
    body = (
        (
            _subject(row),
            "".join(_value(row["fact_id"], value) for value in values[row["fact_id"]]),
            escape(when(row["period_edtf"])) if row["period_edtf"] else "",
            escape(row["place"]),
            parts.support(row, row["fact_id"]),
        )
        for row in found
    )
    return parts.table(["What", "Values in print", "Period", "Place", "Support"], body, "Figures")


def _filters() -> dict[str, Any]:
    with st.container(border=True):
        first, second, third, fourth = st.columns(4)
        with first:
            names = {row["measure"]: row["label"] for row in rows(__file__, "measure_names")}
            measure = parts.choice_filter("Measure", "measure", names)
        with second:
            subject = parts.text_filter("Of what", "subject", "part of the words")
        with third:
            place = parts.text_filter("Place", "place", "country or its code")
        with fourth:
            least = parts.count_filter("Independent texts, at least", "texts")
        disputed = parts.switch("Only disputed ones", "disputed")
    return {
        "measure": measure,
        "subject": subject,
        "place": place,
        "least_origins": least,
        "disputed_only": disputed,
    }


def _subject(row: Row) -> str:
    words = row["subject"] or row["measure_label"] or "figure"
    label = f'<div class="details">{escape(row["measure_label"])}</div>' if row["subject"] else ""
    disputed = parts.tag("disputed", "disputed") if row["is_disputed"] else ""
    return f"{parts.link(row['fact_id'], words, 'title')} {disputed}{label}"


def _value(fact_id: str, value: Row) -> str:
    words = amount(value["value"], value["value_max"], value["unit"], value["comparator"])
    texts = count_of(value["origin_count"], "text")
    return (
        f'<div class="value">{parts.link(fact_id, words, "amount")}'
        f'<div class="details">{escape(value["claimants"])} · {escape(texts)}</div></div>'
    )
