"""The report: what is published about an actor or a period, as one HTML file that needs nothing else.

A document's words are quoted as far as its licence goes: under an open licence the sentence, else no more than the
clause that states the fact; what a publication withholds is withheld here too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from dashboards.facts import Row, report_spans, reports_of_all
from dashboards.marking import escape, mark, prose
from dashboards.report.chart import timeline_script
from dashboards.words import amount, count_of, when
from dossier.errors import DossierError, ExitCode
from dossier.publishing.rights import is_open
from dossier.sql_files import load_sql

MOST = {"event": 300, "figure": 200, "statement": 200}
MOST_REPORTS = 12  # of one fact
Entry = Callable[[Row, list[Row]], str]  # a fact and its reports to HTML


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
    found = {kind: ask(load_sql(__file__, f"{kind}s"), {**chosen, "row_limit": most}) for kind, most in MOST.items()}
    reports = {
        kind: reports_of_all(ask, kind, [str(row["fact_id"]) for row in rows], MOST_REPORTS)
        for kind, rows in found.items()
    }
    title = _title(actors, choice)
    about = ask(load_sql(__file__, "publication"), {})[0]
    script, policy = timeline_script(found["event"])
    body = [
        f"<h1>{escape(title)}</h1>",
        _about(about, version),
        '<div id="chart" role="img" aria-label="Events in order of time, listed below"></div>' if script else "",
        *(_section(*section, found[kind], reports[kind]) for kind, section in SECTIONS.items()),
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


def _section(title: str, entry: Entry, rows: list[Row], reports: Mapping[str, list[Row]]) -> str:
    if not rows:
        return f'<h2>{title}</h2><p class="about">None.</p>'
    total = rows[0]["total"]
    words = f"{total:,}" if total == len(rows) else f"the {len(rows):,} best supported of {total:,}"
    entries = "".join(entry(row, reports[row["fact_id"]]) for row in rows)
    return f'<h2>{title}</h2><p class="about">{words}; open one to see its evidence.</p>{entries}'


def _event(row: Row, reports: list[Row]) -> str:
    details = " · ".join(escape(word) for word in (row["type_label"], row["place"], row["participants"]) if word)
    status = "" if row["status"] == "occurred" else f' <span class="tag">{escape(row["status"])}</span>'
    day = f'<span class="date">{escape(when(row["occurred_edtf"]))}</span>'
    head = f"{day}<strong>{prose(row['title'])}{status}</strong>"
    return _entry(row, reports, head, [details, _support(row, len(reports))])


def _figure(row: Row, reports: list[Row]) -> str:
    value = amount(row["value"], row["value_max"], row["unit"], row["comparator"])
    tag = ' <span class="tag">disputed</span>' if row["is_disputed"] else ""
    what = row["subject"] or row["measure_label"] or "figure"
    period = when(row["period_edtf"]) if row["period_edtf"] else None
    details = " · ".join(escape(word) for word in (row["measure_label"], period, row["place"]) if word)
    head = f'<span class="date">{escape(value)}</span><strong>{escape(what)}{tag}</strong>'
    return _entry(row, reports, head, [details, _support(row, len(reports))])


def _statement(row: Row, reports: list[Row]) -> str:
    words = f"“{row['quote']}”" if row["is_direct"] else row["quote"]
    head = (
        f'<span class="date">{escape(when(row["said_edtf"]))}</span><span><strong>{escape(row["speaker"])}</strong> '
        f"{escape(row['cue'])}: {prose(str(words))}</span>"
    )
    return _entry(row, reports, head, [])


def _support(row: Row, shown_reports: int) -> str:
    more = row["report_count"] - shown_reports
    words = f"{count_of(row['origin_count'], 'independent text')}, {count_of(row['report_count'], 'report')}"
    return escape(f"{words}, {more:,} not shown" if more > 0 else words)


def _entry(row: Row, reports: list[Row], head: str, details: list[str]) -> str:
    fact_id = escape(row["fact_id"])
    return (
        f'<details id="{fact_id}"><summary>{head}<span class="details">{" · ".join(filter(None, details))}</span>'
        f'</summary><div class="evidence">{"".join(_report(report) for report in reports)}'
        f'<p class="details"><code>{fact_id}</code></p></div></details>'
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


SECTIONS: Mapping[str, tuple[str, Entry]] = {
    "event": ("Events", _event),
    "figure": ("Figures", _figure),
    "statement": ("Statements", _statement),
}
