"""The explorer's frame: its pages, their style, and what to do where there is no warehouse yet."""

from __future__ import annotations

import shlex
from pathlib import Path

import streamlit as st

from dashboards.explorer import parts
from dashboards.explorer.pages import actors, disputed, fact, figures, review, search, sources, timeline
from dashboards.explorer.warehouse import current_warehouse
from dashboards.marking import escape
from dossier.errors import DossierError
from dossier.published import published_database

PAGES = {
    "timeline": ("Timeline", timeline.show),
    "actors": ("Actors", actors.show),
    "figures": ("Figures", figures.show),
    "disputed": ("Disputed", disputed.show),
    "sources": ("Sources", sources.show),
    "search": ("Search", search.show),
    "review": ("Review", review.show),
}


def main() -> None:
    """Show the page that the address names, or the fact that it names."""
    st.set_page_config(page_title="dossier", layout="wide", initial_sidebar_state="collapsed")
    st.html(Path(__file__).parent / "style.css")
    pages = [
        st.Page(show, title=title, url_path=name, default=name == "timeline") for name, (title, show) in PAGES.items()
    ]
    page = st.navigation(pages, position="top")
    try:
        published = published_database(current_warehouse())
    except DossierError:
        _nothing_published()
        return
    any_id = st.query_params.get("fact")
    try:
        if any_id:
            fact.show(any_id)
        else:
            page.run()
    except DossierError as error:
        parts.empty("This cannot be shown now.", str(error))
    root = published.parent.parent.parent
    st.html(
        f'<footer class="page">Publication {int(published.parent.name)} of the warehouse '
        f'<code title="{escape(root)}">{escape(root.name)}</code>, read-only. Nothing leaves this machine.</footer>'
    )


def _nothing_published() -> None:
    parts.heading("Nothing is published here yet", "The explorer shows what dossier build has published.")
    root = current_warehouse().root
    st.html(f"<p>There is no publication in <code>{escape(root)}</code>. In a terminal, in the project's folder:</p>")
    st.code("make build", language=None)
    st.html("<p>builds the sample. For your own documents, and then to look at them:</p>")
    st.code(
        f"dossier build path/to/folder -w {shlex.quote(str(root))}\ndossier explore -w {shlex.quote(str(root))}",
        language=None,
    )
    st.html("<p>Then reload this page.</p>")


main()
