"""The report: what is published about an actor or a period, as one HTML file that needs nothing else.

A document's words are quoted as far as its licence goes: under an open licence the sentence, else no more than the
clause that states the fact; what a publication withholds is withheld here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from dashboards.facts import Fact, Row, report_spans, reports_of
from dashboards.marking import escape, mark, prose
from dashboards.report.chart import timeline_script
from dashboards.words import amount, count_of, when
from dossier.errors import DossierError, ExitCode
from dossier.publishing.rights import is_open
from dossier.sql_files import load_sql

MOST = {"events": 300, "figures": 200, "statements": 200}
MOST_REPORTS = 12  # of one fact


@dataclass(frozen=True)
class Choice:
    """What a report is about."""

    actor: str | None = None  # name or id
    day_from: date | None = None
    day_to: date | None = None


def write_report(connection: duckdb.DuckDBPyConnection, version: int, choice: Choice) -> str:
    """The text of the HTML file."""

    def ask(sql: str, parameters: Mapping[str, Any]) -> list[Row]:
        answer = connection.execute(sql, dict(parameters))
        names = [str(column[0]) for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    actors = _find_actors(ask(load_sql(__file__, "actors"), {"actor": choice.actor}), choice)
    chosen = {
        "actor_ids": " ".join(row["actor_id"] for row in actors) if actors else None,
        "day_from": choice.day_from,
        "day_to": choice.day_to,
    }
    found = {kind: ask(load_sql(__file__, kind), {**chosen, "row_limit": most}) for kind, most in MOST.items()}
    title = _title(actors, choice)
    about = ask(load_sql(__file__, "publication"), {})[0]
    script, policy = timeline_script(found["events"])
    body = [
        f"<h1>{escape(title)}</h1>",
        _about(about, version),
        '<div id="chart" role="img" aria-label="Events in order of time, listed below"></div>' if script else "",
        _section("Events", found["events"], [_event(ask, row) for row in found["events"]]),
        _section("Figures", found["figures"], [_figure(ask, row) for row in found["figures"]]),
        _section("Statements", found["statements"], [_statement(ask, row) for row in found["statements"]]),
    ]
    style = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>\n<body><main>\n"
        + "\n".join(part for part in body if part)
        + f"\n</main><footer>Made by dossier from publication {version}. A count of independent texts leaves out "
        "copies and rewrites of one text. Marked words are those that state the fact.</footer>\n"
        f"{script}</body></html>\n"
    )


def _find_actors(found: list[Row], choice: Choice) -> list[Row]:
    if choice.actor is None:
        return []
    if not found:
        raise DossierError(
            f'No actor is called {choice.actor}. dossier query "select name from actors order by mention_count desc '
            'limit 20" lists some.',
            ExitCode.NOT_FOUND,
        )
    return found


def _title(actors: list[Row], choice: Choice) -> str:
    days = ", ".join(
        f"{word} {when(day.isoformat())}" for word, day in (("from", choice.day_from), ("to", choice.day_to)) if day
    )
    return " ".join(part for part in (actors[0]["name"] if actors else "What the texts tell", days) if part)


def _about(about: Row, version: int) -> str:
    days = " – ".join(when(str(day)) for day in (about["first_day"], about["last_day"]) if day)
    words = (
        f"Read from {count_of(about['document_count'], 'document')} with "
        f"{count_of(about['article_count'], 'article')}, {count_of(about['origin_count'], 'independent text')}"
        f"{f', published {days}' if days else ''}. "
        f"Publication {version}."
    )
    return f'<p class="about">{escape(words)}</p>'


def _section(title: str, rows: list[Row], parts: list[str]) -> str:
    if not rows:
        return f'<h2>{title}</h2><p class="about">None.</p>'
    total = rows[0]["total"]
    words = f"{total:,}" if total == len(rows) else f"the {len(rows):,} best supported of {total:,}"
    return f'<h2>{title}</h2><p class="about">{words}; open one to see its evidence.</p>{"".join(parts)}'


def _event(ask: Any, row: Row) -> str:
    details = " · ".join(escape(word) for word in (row["type_label"], row["place"], row["participants"]) if word)
    status = "" if row["status"] == "occurred" else f' <span class="tag">{escape(row["status"])}</span>'
    day = f'<span class="date">{escape(when(row["occurred_edtf"]))}</span>'
    head = f"{day}<strong>{prose(row['title'])}{status}</strong>"
    return _entry(ask, Fact("event", row["fact_id"], row), head, details)


def _figure(ask: Any, row: Row) -> str:
    value = amount(row["value"], row["value_max"], row["unit"], row["comparator"])
    tag = ' <span class="tag">disputed</span>' if row["is_disputed"] else ""
    what = row["subject"] or row["measure_label"] or "figure"
    period = when(row["period_edtf"]) if row["period_edtf"] else None
    details = " · ".join(escape(word) for word in (row["measure_label"], period, row["place"]) if word)
    head = f'<span class="date">{escape(value)}</span><strong>{escape(what)}{tag}</strong>'
    return _entry(ask, Fact("figure", row["fact_id"], row), head, details)


def _statement(ask: Any, row: Row) -> str:
    words = f"“{row['quote']}”" if row["is_direct"] else row["quote"]
    head = (
        f'<span class="date">{escape(when(row["said_edtf"]))}</span><span><strong>{escape(row["speaker"])}</strong> '
        f"{escape(row['cue'])}: {prose(str(words))}</span>"
    )
    return _entry(ask, Fact("statement", row["fact_id"], row), head, "")


def _entry(ask: Any, fact: Fact, head: str, details: str) -> str:
    reports = reports_of(ask, fact, MOST_REPORTS)
    if fact.kind != "statement":
        support = count_of(fact.row["origin_count"], "independent text")
        more = fact.row["report_count"] - len(reports)
        support += f", {count_of(fact.row['report_count'], 'report')}{f', {more:,} not shown' if more > 0 else ''}"
        details = " · ".join(part for part in (details, escape(support)) if part)
    return (
        f'<details id="{escape(fact.fact_id)}"><summary>{head}<span class="details">{details}</span></summary>'
        f'<div class="evidence">{"".join(_report(report) for report in reports)}'
        f'<p class="details"><code>{escape(fact.fact_id)}</code></p></div></details>'
    )


def _report(report: Row) -> str:
    heading = " · ".join(
        escape(word)
        for word in (
            report["outlet"] or "unknown outlet",
            when(report["published_edtf"]),
            report["headline"] or report["document"],
            f"according to {report['claimant']}" if report["claimant"] else None,
            f"re-uses the wording of {report['copied_from']}" if report["copied_from"] else None,
            f"licence {report['licence']}" if report["licence"] else "no licence known: quoted only",
        )
        if word
    )
    if is_open(report["licence"]):
        words = report["passage"]
    else:
        start, offset = report["start_char"], report["window_start"]
        words = mark(
            report["window_text"][start - offset : report["end_char"] - offset], report_spans(report)[1:], start
        )
    return f'<div class="details">{heading}</div><blockquote>{words}</blockquote>'
