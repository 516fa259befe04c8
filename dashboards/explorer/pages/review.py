"""Pairs that the rules are least sure of, with a person's verdict on each: the only page that writes anything."""

from __future__ import annotations

import getpass
import os
import shlex
from pathlib import Path

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.warehouse import current_warehouse
from dashboards.facts import Row
from dashboards.marking import Span, escape, passage
from dashboards.words import count_of, when
from dossier.cli.judging import SINGULAR, judge, unsure_pairs
from dossier.errors import DossierError
from dossier.judgements import MERGE_JUDGEMENTS, Judgement, read_judgements

TABLES = {"events": "events", "figures": "figures", "actors": "actors"}
QUEUE_LENGTH = 500
SHOWN_PAIRS = 5
VERDICTS = {
    "same": "They are one and the same; from the next build on their reports are counted together.",
    "different": "They are two; no rule may join them again.",
    "unsure": "Noted, changes nothing; the pair is not asked again.",
}


def show() -> None:
    """The page."""
    parts.heading("Review", "Pairs that the rules are least sure of, those first on which most published counts hang.")
    seed = _seed()
    with st.expander("What a verdict does"):
        st.html(
            f"<p>A verdict is one row in <code>{escape(seed)}</code>, as <code>dossier judge</code> writes it. "
            "The next <code>dossier build</code> puts it before every rule. Everything else in the explorer only reads."
            "</p>"
        )
    left, right = st.columns([1, 2])
    with left:
        table = parts.choice_filter("Pairs of", "table", TABLES)
    with right:
        name = st.text_input("Your name, kept with each verdict", value=_user(), key="judge_name")
    try:
        judged = {judgement.pair for judgement in read_judgements(seed)}
        pairs = [pair for pair in _queue(table) if _ids(pair) not in judged]
    except DossierError as error:
        parts.empty("The review needs the working database.", str(error))
        return
    if not pairs:
        parts.empty("There is no pair to judge.", "The rules are sure of all pairs, or all of them are judged.")
        _next_step()
        return
    here = "" if len(pairs) <= SHOWN_PAIRS else f"; the first {SHOWN_PAIRS} stand here"
    st.html(f'<p class="count">{count_of(len(pairs), "pair")} to judge{here}</p>')
    for pair in pairs[:SHOWN_PAIRS]:
        _ask(pair, name, seed)
    _next_step()


def _ask(pair: Row, name: str, seed: Path) -> None:
    kind = SINGULAR[pair["table_name"]]
    key = f"{pair['left_id']}-{pair['right_id']}"
    taken = f"one {kind}" if pair["is_taken"] else f"two {kind}s"
    with st.container(border=True):
        effect = ", ".join(count_of(pair[noun + "s"], noun) for noun in ("report", "article", "origin"))
        st.html(
            f"<p><strong>Now taken for {escape(taken)}</strong> ({escape(pair['reason'])}); "
            f"{escape(effect)} would change hands.</p>"
            f'<div class="sides">{_side(pair, "left")}{_side(pair, "right")}</div>'
        )
        why = st.text_input("Why", key=f"why-{key}", placeholder="what the verdict rests on; needed")
        with st.container(horizontal=True):
            for verdict, meaning in VERDICTS.items():
                if st.button(verdict.capitalize(), key=f"{verdict}-{key}", help=meaning):
                    _record(pair, verdict, why, name, seed)


def _record(pair: Row, verdict: str, why: str, name: str, seed: Path) -> None:
    try:
        written = judge(
            current_warehouse(), verdict, pair["left_id"], pair["right_id"], why=why, by=name.strip() or None, seed=seed
        )
    except DossierError as error:
        st.error(_plain(str(error).replace(": --why", ". Write it into the field Why.")))
        return
    st.session_state["judged"] = written.judgement
    st.session_state["documents"] = written.documents
    st.rerun()


def _next_step() -> None:
    judgement: Judgement | None = st.session_state.get("judged")
    if judgement is None:
        return
    st.success(_plain(f"Written: {judgement.verdict}, {judgement.left_id} and {judgement.right_id}."))
    documents = shlex.quote(st.session_state.get("documents") or "DOCUMENTS")
    st.html("<p>It counts from the next build on:</p>")
    st.code(f"dossier build {documents} -w {shlex.quote(str(current_warehouse().root))}", language=None)


def _side(pair: Row, side: str) -> str:
    heading = " · ".join(
        escape(word)
        for word in (
            pair[f"{side}_outlet"] or "unknown outlet",
            when(pair[f"{side}_published"]),
            pair[f"{side}_uri"],
        )
    )
    words = passage(pair[f"{side}_text"], [Span(pair[f"{side}_start_char"], pair[f"{side}_end_char"], "core")])
    return (
        f'<div><div class="source">{heading}</div><blockquote>{words}</blockquote>'
        f'<a href="?fact={escape(pair[f"{side}_id"])}" target="_self">'
        f'open<span class="unseen"> the {side} one</span></a></div>'
    )


def _queue(table: str | None) -> list[Row]:
    """The queue of the last build; asked anew when the working database has changed."""
    warehouse = current_warehouse()
    path = warehouse.working_database
    built = path.stat().st_mtime_ns if path.is_file() else 0
    return _cached_queue(str(warehouse.root), built, table)


@st.cache_data(max_entries=8, show_spinner="Looking for unsure pairs …")
def _cached_queue(root: str, built: int, table: str | None) -> list[Row]:
    return unsure_pairs(current_warehouse(), table, QUEUE_LENGTH)


def _ids(pair: Row) -> frozenset[str]:
    return frozenset((pair["left_id"], pair["right_id"]))


def _seed() -> Path:
    """Where verdicts are written: the project's seed, another file in tests."""
    return Path(os.environ.get("DOSSIER_JUDGEMENTS") or MERGE_JUDGEMENTS)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _plain(text: str) -> str:
    """Words for an element that reads Markdown: every sign of it escaped."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()#+-.!|<>~$:&" else char for char in text)
