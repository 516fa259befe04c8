"""Dated facts and holidays from the reference data: as time expressions, and as evidence for the day of writing."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from dossier.language.lexicons import load_lexicon
from dossier.language.times.parsed import Built, Point, Rule, at, rule
from dossier.language.times.vocabulary import YEAR, one_of, ordinal_of

TERM = "term-of-office"
CHIEF_OFFICES = ("president", "prime minister", "chancellor", "premier")
TITLE = r"(?:Mr|Mrs|Ms|Dr|Sir|President|Prime\s+Minister|Chancellor|Premier)\.?\s+"
NAME = r"(?P<name>(?-i:[A-Z])[\w’'.-]+(?:\s+(?-i:[A-Z])[\w’'.-]+){0,3}?)"
FORMER = re.compile(
    r"\b(?:former|ex-?|late|then|onetime|one-time|previous)[\s-]*(?:(?:(?:[A-Z]\.)+|[\w’'-]+)\s+){0,3}$", re.IGNORECASE
)
HYPOTHETICAL = re.compile(r"\b(?:candidate|nominee|hopeful|elect|presumptive|incoming)\b", re.IGNORECASE)


@dataclass(frozen=True)
class FactMention:
    """A dated fact named in a text; offsets are 0-based code points into it."""

    start: int
    end: int
    fact_keys: tuple[str, ...]
    family: str
    kind: str
    office: str


@functools.cache
def _facts() -> dict[str, list[dict[str, str]]]:
    """Facts by alias."""
    by_alias: dict[str, list[dict[str, str]]] = {}
    for row in load_lexicon("reference/dated_facts"):
        for alias in (a for a in row["aliases"].split("|") if a):
            by_alias.setdefault(alias, []).append(row)
    return by_alias


@functools.cache
def _finder() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    aliases = tuple(sorted(_facts()))
    return ahocorasick_rs.AhoCorasick(aliases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), aliases


def find_facts(text: str) -> list[FactMention]:
    """Dated facts named in a text, in order, whole words only."""
    finder, aliases = _finder()
    plain = text.replace("’", "'")
    found: list[FactMention] = []
    for number, start, end in finder.find_matches_as_indexes(plain):
        if (start and plain[start - 1].isalnum()) or (end < len(plain) and plain[end].isalnum()):
            continue
        rows = _facts()[aliases[number]]
        first = rows[0]
        found.append(
            FactMention(
                start, end, tuple(r["fact_key"] for r in rows), first["family"], first["fact_kind"], first["office"]
            )
        )
    return found


@functools.cache
def _holders() -> dict[str, dict[int, str]]:
    """Terms of heads of state and government by any name of the holder: term number to fact key."""
    holders: dict[str, dict[int, str]] = {}
    for row in load_lexicon("reference/dated_facts"):
        if row["fact_kind"] == TERM and row["office"] in CHIEF_OFFICES:
            for alias in row["aliases"].split("|"):
                holders.setdefault(alias, {})[int(row["term_number"])] = row["fact_key"]
    return holders


def holder_family(name: str) -> str | None:
    """The family of facts of an office holder, by full name or surname."""
    terms = _holders().get(name) or _holders().get(name.split()[-1])
    return None if terms is None else next(iter(terms.values())).rpartition("-")[0]


def term_key(name: str, number: int) -> str | None:
    """Key of somebody's n-th term."""
    terms = _holders().get(name) or _holders().get(name.split()[-1]) or {}
    return terms.get(number)


def _holder_near(match: re.Match[str]) -> str | None:
    """Whose term 'his first term' is: the office holder named next in the sentence, else the last one before."""
    text = match.string
    after = re.split(r"[.!?]\s", text[match.end("all") : match.end("all") + 120])[0]
    before = text[max(0, match.start("all") - 300) : match.start("all")]
    names = re.compile(r"\b" + one_of(_holders()) + r"\b")
    following, preceding = names.findall(after), names.findall(before)
    return following[0] if following else preceding[-1] if preceding else None


def _named(match: re.Match[str]) -> str | None:
    words = match.groupdict().get("name")
    if words is None:
        return _holder_near(match)
    name = re.sub(r"[’']s?$", "", words)
    return name if name in _holders() or name.split()[-1] in _holders() else None


def nth_term(match: re.Match[str]) -> Built | None:
    """'During his first term', "in Trump's second term", 'under the first Trump administration'."""
    name = _named(match)
    key = None if name is None else term_key(name, ordinal_of(match["nth"]))
    if key is None:
        return Built("vague")
    return Built("interval", (Point(grain="year", anchor="fact", dated_fact_key=key, fact_bound="whole"),))


def began_term(match: re.Match[str]) -> Built | None:
    """'began his second term'."""
    name = _named(match)
    key = None if name is None else term_key(name, ordinal_of(match["nth"]))
    return (
        None
        if key is None
        else Built("day", (Point(grain="day", anchor="fact", dated_fact_key=key, fact_bound="from"),))
    )


def took_office(match: re.Match[str]) -> Built | None:
    """'since Mr Macron took office': which term is for the day of the article to say."""
    name = _named(match)
    family = None if name is None else holder_family(name)
    if family is None:
        return None
    word = match["word"].lower()
    point = Point(grain="day", anchor="fact", dated_fact_key=family, fact_bound="from", direction="past")
    if word == "since":
        return Built("interval", (Point(**{**point.__dict__, "position": "from"}),))
    return Built("vague", ()) if word in ("before", "after") else at(point)


def holiday(match: re.Match[str]) -> Built | None:
    """'Christmas Day', 'Thanksgiving 2022'."""
    words = match["holiday"].replace("’", "'")
    row = _holidays()[words.lower()]
    numbers = {k: int(row[k]) if row[k] else None for k in ("month", "day", "weekday", "ordinal_number")}
    year = int(match["year"]) if match["year"] else None
    point = Point(
        grain="day",
        anchor="publication" if year is None else "absolute",
        year=year,
        month=numbers["month"],
        day=numbers["day"],
        weekday=numbers["weekday"],
        ordinal=numbers["ordinal_number"],
        ordinal_unit=None if numbers["ordinal_number"] is None else "weekday",
    )
    which = (match["which"] or "").lower()
    if which and year is None:
        shift = {"this": 0}.get(which)
        changed = (
            {"shift_count": shift, "shift_unit": "year"}
            if shift == 0
            else {"direction": "previous" if which == "last" else "next"}
        )
        point = Point(**{**point.__dict__, **changed})
    return at(point)


def moving_feast(match: re.Match[str]) -> Built | None:
    """'Easter', 'Lunar New Year': one dated fact a year."""
    family = _feasts()[match["feast"].replace("’", "'").lower()]
    if match["year"]:
        return at(Point(grain="day", anchor="fact", dated_fact_key=f"{family}-{match['year']}", fact_bound="whole"))
    which = (match["which"] or "").lower()
    direction = {"last": "previous", "next": "next"}.get(which)
    return at(Point(grain="day", anchor="fact", dated_fact_key=family, fact_bound="whole", direction=direction))


@functools.cache
def _holidays() -> dict[str, dict[str, str]]:
    return {name.lower(): row for row in load_lexicon("vocabulary/holidays") for name in row["names"].split("|")}


@functools.cache
def _feasts() -> dict[str, str]:
    rows = (row for row in load_lexicon("reference/dated_facts") if row["fact_kind"] == "holiday")
    return {name.lower(): row["family"] for row in rows for name in row["aliases"].split("|")}


def _either_quote(names: Iterable[str]) -> str:
    """A pattern for any of the names, with straight or curly apostrophes."""
    return one_of(names).replace("'", "[’']")


@functools.cache
def fact_rules() -> Sequence[Rule]:
    """Rules that need the reference data."""
    nth = r"(?P<nth>first|second|third|fourth|fifth)"
    return (
        rule(
            "nth-term",
            rf"(?:(?:during|in|throughout|since|of|under|for|at\s+the\s+(?:start|end)\s+of)\s+)?(?:his|her|{NAME}[’"
            rf"']s?)\s+{nth}\s+(?:presidential\s+)?(?:term|presidency|administration)(?:\s+in\s+office)?",
            nth_term,
        ),
        rule(
            "nth-administration",
            rf"(?:(?:during|in|throughout|since|under)\s+)?the\s+{nth}\s+{NAME}\s+(?:administration|presidency|"
            r"term|government)",
            nth_term,
        ),
        rule("began-term", rf"(?:began|started|won|opened)\s+(?:his|her)\s+{nth}\s+term", began_term),
        rule(
            "took-office",
            rf"(?P<word>since|when|before|after)\s+(?:{TITLE})?(?:the\s+)?{NAME}\s+(?:first\s+)?(?:took|assumed|"
            r"entered|returned\s+to|came\s+into|came\s+to)\s+(?:office|power|the\s+White\s+House)(?:\s+again)?",
            took_office,
        ),
        rule(
            "holiday",
            rf"(?:(?P<which>last|this|next)\s+)?(?P<holiday>{_either_quote(_holidays())})(?:,?\s+(?P<year>{YEAR}))?",
            holiday,
        ),
        rule(
            "moving-feast",
            rf"(?:(?P<which>last|this|next)\s+)?(?P<feast>{_either_quote(_feasts())})(?:,?\s+(?P<year>{YEAR})"
            r")?(?!\s+(?:Agreement|Accord|Island|Rising|egg))",
            moving_feast,
        ),
    )
