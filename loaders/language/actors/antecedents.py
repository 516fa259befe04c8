"""What a description of a firm or body may stand for: the name behind it, or what the article's prose names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.language.actors.countries import country_identity
from dossier.language.actors.lexicon import description_nouns, word_list
from dossier.language.actors.view import Identity, View

# Trades by which a lone firm is called ('the carrier'); left out are things, places and what else the nouns mean.
TRADES = word_list("noun for a company") - frozenset(
    """brand label exchange driver investor driller importer chain refinery smelter brewery dairy shipyard distillery
    foundry bakery vineyard sawmill supermarket studio subsidiary producer supplier contractor distributor""".split()
)
# Classes of nouns that are also printed with a capital where they stand for one body: 'the Court', 'the Ministry'.
OWN_NAMES = frozenset({"court", "same-noun"})
TITLE_NOUNS = word_list("title that refers back")
NAMED_AS = frozenset({"government-body", "organization", "company", "group"})
# Lines that say who wrote, took or owns something: 'By Joan Hale, Valmere Gazette', 'Copyright 2021 The Tarn Courier'.
CREDIT = re.compile(
    r"(?:By|Copyright|Photo(?:graph)?s?|Picture|Source|Credit|Image|First published|Published by|Reporting by)\b|"
    r"\(c\)|©",
    re.IGNORECASE,
)
CLOSED = re.compile(r"(?: \([A-Z]\w{1,9}\))?(?:[,.;:]|$)")  # behind an apposition
CREDIT_WORDS = 20  # words of the longest line that credits
NAME_SHARE = 0.7  # of a line's letters that are one name, from which on it is a masthead


@dataclass(frozen=True)
class Named:
    """One earlier mention, as an antecedent."""

    paragraph: int
    sentence: int
    char: int
    identity: Identity
    is_subject: bool
    is_main: bool  # subject of the sentence itself, not of a clause in it
    is_speaker: bool
    is_plural: bool
    words: str


def is_own_name(word: str) -> bool:
    """May a noun with a capital refer back: 'the Court', 'the Ministry', 'the Minister'?"""
    return word in TITLE_NOUNS or not OWN_NAMES.isdisjoint(description_nouns().get(word, ()))


def apposed(view: View, end: int) -> Identity | None:
    """The body named between commas right behind a description: 'the port company, Valmere Terminals, said'."""
    if view.text[end : end + 2] != ", ":
        return None
    start = end + 6 if view.text[end + 2 : end + 6].lower() == "the " else end + 2
    found = next((f for f in view.found_near(start, start + 1) if f.start == start), None)
    if found is None or found.kind != "name" or found.identity.actor_type not in NAMED_AS:
        return None
    is_closed = CLOSED.match(view.text, found.end) is not None
    return found.identity if is_closed else None


def credited_only(views: Sequence[View]) -> frozenset[str]:
    """Keys of what only mastheads, bylines and notes of copyright name; no prose refers back to it."""
    credited, told = set(_named(views, is_credit=True)), set(_named(views, is_credit=False))
    return frozenset(credited - told)


def firms(views: Sequence[View], credited: frozenset[str]) -> frozenset[str]:
    """Keys of the companies that the article's prose names."""
    found = (f.identity for v in views for f in v.found)
    return frozenset(i.key for i in found if i.actor_type == "company" and i.key not in credited)


def only_firm(told: Sequence[Named], known: frozenset[str]) -> Identity | None:
    """The company named before, where the whole article has no other."""
    return next((n.identity for n in told if known == {n.identity.key}), None)


def state_of(earlier: Sequence[Named]) -> Identity | None:
    """The country whose government or authorities are meant: that of the last country or state body named."""
    for named in earlier[:6]:
        if named.identity.actor_type == "country":
            return named.identity
        if named.identity.actor_type == "government-body" and named.identity.country_code is not None:
            return country_identity(named.identity.country_code)
    return None


def _named(views: Sequence[View], is_credit: bool) -> Iterator[str]:
    for view in views:
        text = view.text.strip()
        line = CREDIT.match(text) is not None and text.count(" ") < CREDIT_WORDS
        for found in view.found:
            alone = found.end - found.start >= NAME_SHARE * len(text)
            if (line or alone) == is_credit:
                yield found.identity.key


# What 'the UN agency' may mean.
OF_SYSTEM = re.compile(
    r"\b(?:World Health|World Food|Food and Agriculture|Atomic Energy|Meteorological|Refugees|UN[A-Z]{2,}|UN Women|"
    r"United Nations [A-Z]\w+|Organization for Migration|Labour Organi[sz]ation|Population Fund|Development Programme|"
    r"Environment Programme|Telecommunication Union|Civil Aviation|Maritime Organi[sz]ation)\b"
)


def agency_of_system(named: Sequence[Named]) -> Identity | None:
    """The agency of the United Nations that was named last; ``named`` are mentions, the nearest first."""
    return next((n.identity for n in named if OF_SYSTEM.search(n.identity.name)), None)
