"""Firms and outlets told by the last word of their name: 'Valmere Terminals', 'the Tarn Gazette'."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from dossier.language.actors.lexicon import given_names
from dossier.language.actors.organisations import organisation_identity
from dossier.language.actors.person_evidence import CALENDAR, STOP_FIRST, is_firm_ending
from dossier.language.actors.view import Found, View

# One to four capitalised words, the last of which may end a firm's name.
NAMED = re.compile(r"(?<![\w'’&.-])[A-Z][\w'’-]*\w(?: (?:& |and )?[A-Z][\w-]*\w){1,3}(?![\w-])")
LATER_NAME = re.compile(r" (?:[A-Z][a-z]|& |of [A-Z])")
# What a firm does or has, right behind its name; and what stands before it.
DOES = re.compile(
    r"(?:,? (?:said|says|told|tells|added|reported|announced|declined|denied|confirmed|warned|apologi[sz]ed|plans|owns|"
    r"employs|operates|makes|sells|bought|sold|acquired|will|has|had|was founded|which)\b|"
    r"['’]s? (?:chief|shares|owner|board|chairman|spokes|managing|profits?|sales|revenues?|"
    r"customers|workers|staff|plant)|"
    r",? (?:plc|PLC|Inc|Ltd|AG|SE|AB|ASA|Group|Corp)\b|"
    r" (?:chief executive|chairman|shares|spokes\w+|workers|boss|employees)\b)"
)
HAD = re.compile(
    r"(?:\b[Aa]ccording to|\b(?:chief executive|chairman|owner|head|director|president|shares|stake|employees|workers|"
    r"analysts?|manager|partner|spokes\w+) (?:of|in|at|for|with)|"
    r"\b(?:owned|operated|made|built|run|published|founded) by) $"
)


def find_firms(views: Sequence[View]) -> None:
    """Add names that end as those of firms do and act as firms, wherever the article prints them."""
    known: set[str] = set()
    for view in views:
        if not view.is_shouted and not view.is_headline:
            known.update(view.text[start:end] for start, end in _firms(view))
    if not known:
        return
    names = "|".join(re.escape(n) for n in sorted(known, key=lambda n: (-len(n), n)))
    pattern = re.compile(rf"(?<![\w-])({names})(?![\w]|-[A-Za-z]| [A-Z][a-z])")
    for view in views:
        for match in pattern.finditer(view.text):
            if view.is_free(*match.span()):
                view.add(Found(*match.span(), "name", organisation_identity(match.group(), "company"), "firm-ending"))


def _firms(view: View) -> Iterator[tuple[int, int]]:
    for match in NAMED.finditer(view.text):
        start, end = match.span()
        if not is_firm_ending(view.text[start:end]):
            continue
        first = view.text[start:end].split()[0]
        while first.lower() in STOP_FIRST | _openers() and " " in view.text[start:end]:
            start += len(first) + 1
            first = view.text[start:end].split()[0]
        acts = DOES.match(view.text, end) is not None or HAD.search(view.text[max(start - 40, 0) : start]) is not None
        if acts and _is_own(view, start, end, first) and LATER_NAME.match(view.text, end) is None:
            yield start, end


@functools.cache
def _openers() -> frozenset[str]:
    return frozenset("the a an its their his her when while as if but and".split())


def _is_own(view: View, start: int, end: int, first: str) -> bool:
    """Is it a name of two words or more that nothing else claims: no person's, country's, title's or body's?"""
    if " " not in view.text[start:end] or not view.is_free(start, end) or first.lower() in CALENDAR:
        return False
    if first in given_names() and view.text[start:end].count(" ") == 1:
        return False  # 'Danielle Steel'
    layers = ("country", "region", "title", "people", "registry")
    return all(view.hit_at([layer], start) is None for layer in layers) and view.hit_at(["title"], end - 1) is None
