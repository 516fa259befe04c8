"""The chart of a report: Vega and its drawing, inlined, allowed to run by their hashes and to load nothing."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from typing import Any

import altair as alt
import pandas as pd
import vl_convert

from dashboards.facts import Row

# The interpreter (ast) draws without building code from strings, which the policy forbids.
DRAW = (
    'vegaEmbed("#chart", JSON.parse(document.getElementById("drawing").textContent), '
    '{ast: true, actions: false, renderer: "svg"});'
)
NOTHING = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def timeline_script(events: list[Row]) -> tuple[str, str]:
    """HTML of the scripts that draw dated events into ``#chart``, and the policy under which the file runs."""
    dated = [row for row in events if row["occurred_from"] is not None]
    if len(dated) < 2:
        return "", NOTHING
    drawing = json.dumps(_timeline(dated)).replace("<", "\\u003c")
    library = _library()
    allowed = " ".join(f"'sha256-{_digest(code)}'" for code in (library, DRAW))
    scripts = (
        f'<script type="application/json" id="drawing">{drawing}</script>'
        f"<script>{library}</script><script>{DRAW}</script>"
    )
    return scripts, f"{NOTHING}; script-src {allowed}; img-src data:"


def _timeline(dated: list[Row]) -> dict[str, Any]:
    frame = pd.DataFrame(
        {
            "day": [row["occurred_from"].isoformat() for row in dated],
            "type": [row["type_label"] or "other" for row in dated],
            "title": [row["title"] for row in dated],
            "texts": [row["origin_count"] for row in dated],
        }
    )
    chart = (
        alt.Chart(frame)
        .mark_circle(color="#0b5c7a", opacity=0.75)
        .encode(
            x=alt.X("day:T", title=None, axis=alt.Axis(tickCount=8)),
            y=alt.Y("type:N", title=None, sort="-x"),
            size=alt.Size("texts:Q", legend=None, scale=alt.Scale(range=[60, 400])),
            tooltip=[alt.Tooltip("day:T"), alt.Tooltip("title:N"), alt.Tooltip("texts:Q", title="independent texts")],
        )
        .properties(width="container")
        .configure(background="transparent")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, labelLimit=220, gridColor="#e4e2db")
    )
    drawing: dict[str, Any] = chart.to_dict()
    return drawing


@functools.cache
def _library() -> str:
    return vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;").replace("</script", "<\\/script")


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
