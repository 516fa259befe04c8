"""The reader behind every number: a fact, all reports of it, and the text of each with its words marked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.pages.actor import show_actor
from dashboards.explorer.pages.article import show_article, show_text
from dashboards.explorer.pages.source import show_source
from dashboards.explorer.warehouse import PAGE_ROWS, ask
from dashboards.facts import MERGED, Fact, Row, fact_rows, find_fact, reports_of
from dashboards.marking import escape, prose
from dashboards.words import amount, count_of, when

RELATIONS = {
    "contradicts": "Contradicted",
    "corrects": "Corrected",
    "same-figure-different-value": "Other value",
    "derived-from": "Copied wording",
}


def show(any_id: str) -> None:
    """The page of whatever an id stands for."""
    fact = find_fact(ask, any_id)
    if fact is None:
        parts.heading("Not found", "No fact of this publication has this id, and none that it held before.")
        parts.empty(f"There is no {any_id}.", "It may belong to another warehouse. Search for its words instead.")
        return
    if fact.fact_id != any_id and any_id[:3] == fact.fact_id[:3]:
        st.html(f'<p class="note">{escape(any_id)} is {escape(fact.fact_id)} now.</p>')
    SHOWN[fact.kind](fact, any_id)


def _show_merged(fact: Fact, any_id: str) -> None:
    HEADS[fact.kind](fact)
    reports = reports_of(ask, fact, PAGE_ROWS, parts.page_offset("reports"))
    numbers: dict[str, int] = {}
    for report in reports:
        numbers.setdefault(report["origin_id"], len(numbers) + 1)
    chosen = st.query_params.get("in") or any_id
    shown = next((r for r in reports if r["report_id"] == chosen), reports[0] if reports else None)
    if related := _related(fact):
        st.html(related)
    left, right = st.columns([5, 6], gap="large")
    with left:
        st.html(f"<h2>{'Printed in' if fact.kind == 'statement' else 'Reports'}</h2>")
        if reports and reports[0]["total"] > PAGE_ROWS:
            parts.pager(reports[0]["total"], "report", "reports")
        entries = "".join(_report(r, numbers[r["origin_id"]], fact, is_shown=r is shown) for r in reports)
        st.html(f'<ol class="reports">{entries}</ol>')
    with right:
        if shown is not None:
            show_text(fact, shown)


def _event_head(fact: Fact) -> None:
    row = fact.row
    st.html(f'<header class="page"><h1 class="fact">{prose(row["title"])}</h1></header>')
    people = "; ".join(
        f"{parts.link(p['actor_id'], p['name'])} ({escape(p['actor_role'])})"
        for p in fact_rows(ask, "participants", fact_id=fact.fact_id)
    )
    place = ", ".join(escape(word) for word in (row["place"], row["country"]) if word)
    _facets(
        [
            ("Event", escape(row["type_label"] or row["event_type"])),
            ("When", escape(when(row["occurred_edtf"]))),
            ("Status", escape(row["status"])),
            ("Where", place),
            ("Who", people),
        ],
        fact,
    )


def _figure_head(fact: Fact) -> None:
    row = fact.row
    what = row["subject"] or row["measure_label"] or "figure"
    value = amount(row["value"], row["value_max"], row["unit"], row["comparator"])
    st.html(f'<header class="page"><h1 class="fact">{escape(what)}: {escape(value)}</h1></header>')
    disputed = "The reports give values that do not agree; see each below." if row["is_disputed"] else ""
    _facets(
        [
            ("Measure", escape(row["measure_label"])),
            ("About", parts.link(row["subject_actor_id"], row["subject_actor"]) if row["subject_actor"] else ""),
            ("Period", escape(when(row["period_edtf"])) if row["period_edtf"] else ""),
            ("Place", escape(row["place"])),
            ("Converted from", parts.link(row["converted_from_figure_id"], "another figure")
             if row["converted_from_figure_id"] else ""),
            ("Disputed", escape(disputed)),
        ],
        fact,
    )  # fmt: skip


def _statement_head(fact: Fact) -> None:
    row = fact.row
    words = f"“{row['quote']}”" if row["is_direct"] else str(row["quote"])
    st.html(f'<header class="page"><h1 class="fact">{prose(words)}</h1></header>')
    _facets(
        [
            ("Speaker", parts.link(row["actor_id"], row["speaker"])),
            ("To", parts.link(row["addressee_actor_id"], row["addressee"]) if row["addressee"] else ""),
            ("Form", "direct quotation" if row["is_direct"] else "reported speech"),
            ("When", escape(when(row["said_edtf"]))),
            ("Id", f"<code>{escape(fact.fact_id)}</code>"),
        ],
    )


def _facets(pairs: list[tuple[str, str]], fact: Fact | None = None) -> None:
    if fact is not None:
        row = fact.row
        counts = (
            f"{count_of(row['origin_count'], 'independent text')}, {count_of(row['report_count'], 'report')} in "
            f"{count_of(row['article_count'], 'article')} of {count_of(row['source_count'], 'outlet')}"
        )
        if row["claimant_count"]:
            counts += f", attributed to {count_of(row['claimant_count'], 'claimant')}"
        pairs = [*pairs, ("Support", escape(counts)), ("Id", f"<code>{escape(fact.fact_id)}</code>")]
    st.html(parts.facets(pairs))


def _related(fact: Fact) -> str:
    lines = []
    for relation in fact_rows(ask, "related", fact_id=fact.fact_id):
        sides = " · ".join(
            parts.link(relation[side], label) for side, label in (("left_id", "one"), ("right_id", "other"))
        )
        kind = RELATIONS.get(relation["relation_kind"], relation["relation_kind"])
        lines.append(f"<li><strong>{escape(kind)}</strong>: {escape(relation['reason'])} ({sides})</li>")
    return f'<ul class="related">{"".join(lines)}</ul>' if lines else ""


def _report(report: Row, number: int, fact: Fact, *, is_shown: bool) -> str:
    address = f"?fact={fact.fact_id}&in={report['report_id']}"
    current, css = (' aria-current="true"', "shown") if is_shown else ("", "")
    headline = escape(report["headline"] or report["document"])
    heading = " · ".join(
        (
            parts.link(report["source_id"], report["outlet"] or "unknown outlet"),
            escape(when(report["published_edtf"])),
            f'<a href="{escape(address)}" target="_self"{current}>{headline}</a>',
        )
    )
    said = []
    if report["claimant"] and fact.kind != "statement":
        said.append(f"according to {parts.link(report['attributed_actor_id'], report['claimant'])}")
    if fact.kind == "figure":
        words = amount(report["value"], report["value_max"], report["unit"], report["comparator"])
        said.append(f"<strong>{escape(words)}</strong>")
    if fact.kind == "event" and report["occurred_edtf"]:
        said.append(escape(when(report["occurred_edtf"])))
    if fact.kind == "event":
        said.append(parts.status_tag(report["status"]))
    if report["copied_from"]:
        said.append(f"re-uses the wording of {escape(report['copied_from'])}")
    details = " · ".join(word for word in said if word)
    return (
        f'<li class="{css}"><div class="source">{parts.tag(f"text {number}")} {heading}</div>'
        f"<blockquote>{report['passage']}</blockquote><div class='details'>{details}</div>"
        f"<div class='details'>{_rule(report)}</div></li>"
    )


def _rule(report: Row) -> str:
    precision = report["rule_precision"]
    measured = "" if precision is None else f", right in {precision:.0%} of the labelled cases"
    return f"rule {escape(report['rule'])}{measured}"


def _show_item(fact: Fact, any_id: str) -> None:
    parts.heading("Item", "Events about this item stand on the timeline, filtered by its name.")
    parts.empty(f"{fact.fact_id} is an item.", "Open the timeline and type its name into the filter Item.")


HEADS: dict[str, Callable[[Fact], None]] = {
    "event": _event_head,
    "figure": _figure_head,
    "statement": _statement_head,
}
SHOWN: dict[str, Callable[[Fact, str], None]] = {
    **dict.fromkeys(MERGED, _show_merged),
    "actor": lambda fact, any_id: show_actor(fact),
    "article": lambda fact, any_id: show_article(fact),
    "source": lambda fact, any_id: show_source(fact.fact_id),
    "item": _show_item,
}
