"""Titles and affiliations: who holds which title, and in which body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language.actors.countries import country_identity
from dossier.language.actors.lexicon import Hit
from dossier.language.actors.person_names import SHORTENED
from dossier.language.actors.view import Found, Identity, View

ROLE_CLASSES = frozenset({"office", "spokesperson", "profession", "military"})
APPOSITION = re.compile(
    r"(?:'s)?,? (?:\([^)]{1,12}\),? )?(?:\d\d, )?(?:who (?:is|was|serves as|served as) |is |was )?"
    r"(?:(?:an?|the|then|its|his|her|their|also|now)\b ?){0,2}"
)


# What may stand between a title and the name of its holder: '. ', ' of Kent ', ', ' or ' for the north, '.
BETWEEN = re.compile(
    r"\.? (?:to|for|of) [A-Z][\w ]{2,30} |\.? |"
    r"(?: (?:of|for|at|in|to|on|from) (?![A-Z][a-z]+day\b)[^,.;:\"“]{2,60})?, "
)
STATE_OFFICE = re.compile(
    r"^(?!(?:vice|deputy|assistant|former)? ?(?:press|permanent|party|general|staff) )(?:(?:\w+ )*minister|"
    r"minister (?:of|for) .*|(?:health|interior|finance|defen[cs]e|education|foreign|home|justice|transport|energy|"
    r"agriculture|treasury|cabinet|environment|commerce|labou?r) secretary|attorney general|opposition leader|"
    r"president|vice president|premier|chancellor|police chief|army chief|military chief|chief justice|"
    r"prosecutor general|chief prosecutor|public prosecutor|supreme court justice|lawmaker|senator|legislator|"
    r"(?:\w+ )*governor|mayor|deputy mayor|judge|sheriff|fire chief|king|queen|gov\.?|sen\.?|rep\.?|congress(?:wo)?man|"
    r"(?:(?:lt|maj|brig)\.? )?gen\.?|general|admiral|colonel|col\.?|prosecutor|state attorney|district attorney|"
    r"police (?:inspector|superintendent|commissioner)|members? of parliament|mp|first lady|crown prince)$"
)


STATE_STAFF = re.compile(
    r"\b(?:government|police|army|military|presidential|ministry|coast guard|navy|air force) "
    r"(?:spokes\w+|chief|commander)$"
)


@dataclass(frozen=True)
class Role:
    """A title at one place; offsets into the paragraph."""

    view: View
    start: int
    end: int
    title: str
    title_key: str
    holder: Identity
    organisation: Identity | None


def find_roles(views: Sequence[View], home: str | None) -> list[Role]:
    """Titles before names ('Foreign Ministry spokeswoman X') and after them ('X, director of the Y')."""
    roles: list[Role] = []
    for view in views:
        offices = [h for h in view.layer("title") if h.entry.detail in ROLE_CLASSES]
        people = sorted(
            (f for f in view.found if f.identity.actor_type == "person" and f.kind == "name"), key=lambda f: f.start
        )
        for person in people:
            before = next((h for h in offices if _stands_before(view, h, person)), None)
            if before is not None:
                start = _widen(view, before)
                roles.append(
                    Role(
                        view,
                        start,
                        before.end,
                        view.text[start : before.end],
                        before.entry.key,
                        person.identity,
                        _owner_before(view, start, before, person)
                        or _organisation_between(view, before.end, person.start)
                        or _own_state(view.text[start : before.end], before, home),
                    )
                )
            after = _after(view, person, offices)
            if after is not None:
                hit, start = after
                roles.append(
                    Role(
                        view,
                        start,
                        hit.end,
                        view.text[start : hit.end],
                        hit.entry.key,
                        person.identity,
                        _organisation_after(view, hit.end)
                        or _owner_before(view, start, hit, None)
                        or _own_state(view.text[start : hit.end], hit, home),
                    )
                )
            elif before is None:
                organisation = _from_body(view, person)
                if organisation is not None:
                    roles.append(Role(view, person.start, person.end, "", "", person.identity, organisation))
    return roles


def _stands_before(view: View, hit: Hit, person: Found) -> bool:
    """Does a title belong to the name behind it: no sentence ends between them?"""
    if hit.end >= person.start or not BETWEEN.fullmatch(view.text, hit.end, person.start):
        return False
    return view.text[hit.end] != "." or SHORTENED.search(view.text[hit.start : hit.end]) is not None


def _own_state(title: str, hit: Hit, home: str | None) -> Identity | None:
    """The state of an office that only states have, in a report that plays in one country."""
    if home is None or not (STATE_OFFICE.search(hit.entry.key) or STATE_STAFF.search(title.lower())):
        return None
    return country_identity(home)


def _organisation_between(view: View, start: int, end: int) -> Identity | None:
    """The body or country in 'the mayor of X, Ann Lee': between a title and the name after the comma."""
    inside = [
        f for f in view.found_near(start, end) if start < f.start and f.end <= end and f.identity.actor_type != "person"
    ]
    if inside:
        return max(inside, key=lambda f: f.start).identity
    hits = [
        h
        for layer in ("country", "region")
        for h in view.layer(layer)
        if start < h.start and h.end <= end and not h.entry.is_ambiguous
    ]
    return country_identity(hits[0].entry.key) if hits else None


def _widen(view: View, hit: Hit) -> int:
    """Begin of the title with the words that qualify it: 'former', 'deputy', 'senior international and defense'."""
    start = hit.start
    index = view.token_at(hit.start).i - 1
    while index >= 0:
        token = view.tokens[index]
        if (
            view.text[token.idx + len(token) : start].strip()
            or token.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ", "ADV")
            or token.dep_ in ("nsubj", "ROOT")
            or not view.is_free(token.idx, token.idx + len(token))
        ):
            break
        if (
            view.hit_at(["country"], token.idx) is not None
            or token.is_punct
            or (token.pos_ == "CCONJ" and index and view.tokens[index - 1].pos_ not in ("ADJ", "NOUN"))
        ):
            break
        start = token.idx
        index -= 1
    return start


def _owner_before(view: View, start: int, hit: Hit, person: Found | None) -> Identity | None:
    """The body or country whose title it is, right before the title."""
    for found in view.found_near(start - 12, start):
        if (
            found.identity.actor_type != "person"
            and found.end <= start
            and re.fullmatch(r"(?:'s)?(?: \w+)? ?", view.text[found.end : start])
            and found.end >= start - 12
            and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PART") for t in view.tokens_in(found.end, start))
        ):
            return found.identity
    country = next(
        (
            h
            for h in view.layer("country")
            if h.end <= start and view.text[h.end : start] in (" ", "'s ", "") and not h.entry.is_ambiguous
        ),
        None,
    )
    if country is not None:
        return country_identity(country.entry.key)
    return None


def _after(view: View, person: Found, offices: Sequence[Hit]) -> tuple[Hit, int] | None:
    """The title in apposition after a name, with where its words begin."""
    comma = APPOSITION.match(view.text, person.end)
    if comma is None or not (
        view.text[person.end : comma.end()].startswith((",", "'s,"))
        or re.match(r" (?:is|was) ", view.text[person.end : comma.end()])
    ):
        return None
    for hit in offices:
        if (
            hit.start >= comma.end()
            and hit.start - comma.end() <= 60
            and not re.search(
                r"[,;:.\"(]| who | said | and (?!defen|international)", view.text[comma.end() : hit.start]
            )
        ):
            start = max(_widen(view, hit), comma.end())
            between = view.tokens_in(comma.end(), start)
            if any(t.pos_ in ("VERB", "AUX", "PRON") or (t.pos_ == "ADP" and t.lower_ != "of") for t in between):
                return None
            return hit, start
    return None


def _organisation_after(view: View, char: int) -> Identity | None:
    """The body after 'of', 'at', 'for', 'with' or 'in' that follows a title."""
    follow = re.match(r"[^.;:\"]{0,90}", view.text[char:])
    limit = char + (follow.end() if follow else 0)
    for found in view.found_near(char, limit):
        if char < found.start <= limit and found.identity.actor_type not in ("person", "group", "country"):
            between = view.text[char : found.start]
            if re.search(r"\b(?:of|at|for|with|in|under|from)(?: the| an?)?(?: \w+)? ?$", between) and not re.search(
                r"\b(?:said|told|says|who|that)\b", between
            ):
                return found.identity
    for found in view.found_near(char, char + 12):
        if char < found.start <= char + 12 and found.identity.actor_type == "country":
            return found.identity
    return None


def _from_body(view: View, person: Found) -> Identity | None:
    """'X from the Y Institute', 'X of Y University'."""
    for found in view.found_near(person.end, person.end + 40):
        between = view.text[person.end : found.start]
        is_body = found.identity.actor_type not in ("person", "group", "country")
        if found.start > person.end and is_body and re.fullmatch(r",? (?:from|of|at|with)(?: the)? ", between):
            return found.identity
    return None
