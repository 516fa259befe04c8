"""Doubts about what the tagger takes for an organisation: places, goods, works, laws, shares and words of headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.language.actors.acting import HELD, SENT
from dossier.language.actors.body_doubts import is_contest
from dossier.language.actors.lexicon import given_names, is_dictionary_word, titles, word_list
from dossier.language.actors.person_evidence import CALENDAR, NOT_PEOPLE, STOP_FIRST
from dossier.language.actors.registered import is_medium, is_office
from dossier.language.actors.view import View
from dossier.language.items import find_items

# Last words of names that tell a law, a work, an event or a thing, never somebody who acts.
THINGS = word_list("no organisation at the end")
REGIONS = word_list("region of the world")
ACRONYM_NOISE = word_list("no acronym of an actor")
WORKS = "|".join(sorted(word_list("noun of a product or work")))
HEADED = re.compile(r"\b(?:Director|Head|Vice President|Manager|Superintendent|Professor|Dean) (?:of|for) (?:the )?$")
MEMBER = re.compile(rf" (?:{HELD}|{SENT})s?\b")  # 'an ABC lawmaker', 'on an ABC ticket'
MEASURED = re.compile(
    r"\b(?:kilos?|kilogram(?:me)?s?|kg|grams?|g|mg|tonnes?|tons?|pounds?|doses?|traces?|pills?|tablets?|capsules?|"
    r"lit(?:er|re)s?|drops|batch(?:es)?|precursors?|levels|chemicals?|drugs?|substances?|compounds?|isotopes?|ingredients?|"
    r"production|manufacture|synthesis|smuggling|use|stockpiles?) (?:of |such as |like |called |known as )(?:the )?$"
)
CHANNEL = re.compile(r"\b(?:wrote|posted|said|video|message|post|statement|account|channel|page)? ?on (?:the )?$")
EXCHANGE = re.compile(r"(?:[A-Z]{2,8}|Nasdaq)(?=: ?[A-Z0-9.]{1,8}[);,])")
ROOMS = word_list("room or house of an office")
# Things that also stand behind the name of who makes, says or has them.
FIRMS_HAVE = frozenset(
    """report reports statement deal deals plan plans platform app apps building phone phones car card loan loans tax
    shareholder meeting memo letter email emails election vote votes hearing ship ships jet jets drone drones aircraft
    vessel policy index note notes bond bonds law laws research paper papers series season summit trial verdict appeal
    test tests day week month night year rule rules missile missiles agreement partnership budget laptop""".split()
)
# 'the member for Tarn'
SEAT = re.compile(
    r"\b(?:MS?P|TD|MEP|ML[AC]|MNA|[Mm]ember|[Cc]andidate|[Cc]ouncillor) (?:of Parliament )?for (?:the )?$"
)
# 'the Safe Walks NSW app': a product whose name goes on behind what the tagger took for a body
NAMED_WORK = re.compile(r"(?: [A-Z][\w'-]*){1,3} (?:app|album|film|novel|podcast|documentary|game|software)\b")
MADE = re.compile(rf"\b(?:{WORKS})s?,? (?:called |named |known as |dubbed |titled |entitled )?$")


def is_listed_place(view: View, start: int, end: int) -> bool:
    """Is it 'X and Y' behind a preposition of place: two towns, never one body?"""
    words = view.text[start:end].split()
    if len(words) != 3 or words[1] not in ("and", "or") or words[0].isupper() or words[2].isupper():
        return False
    before = view.text[max(start - 9, 0) : start]
    return re.search(r"\b(?:in|at|on|to|from|between|near|around|for|towards?) $", before) is not None


def is_good(view: View, start: int, end: int) -> bool:
    """Is it a substance or a product: one of the item lists, or measured, dosed or traded like one?"""
    at = max(start - 40, 0)
    if any(s + at <= start and end <= e + at for s, e, _ in find_items(view.text[at : end + 40])):
        return True
    return MEASURED.search(view.text[max(start - 40, 0) : start]) is not None or (
        CHANNEL.search(view.text[max(start - 12, 0) : start]) is not None and " " not in view.text[start:end]
    )


def is_plausible(view: View, start: int, end: int, printed_lower: set[str], running: str) -> bool:
    """May the words be the name of an organisation? ``printed_lower``: words in lower case, ``running``: the prose."""
    words = view.text[start:end].split()
    last = words[-1].lower()
    if last in THINGS or last.rstrip("s") in THINGS or any(w.lower() in CALENDAR for w in words) or len(words) > 8:
        return False
    if last == "court" or is_contest(last, " ".join(words[:-1])):
        return False  # a court is told by its noun; what is left is a street or house
    if not all(
        w[0].isupper()
        or w[0].isdigit()
        or w in ("of", "and", "&", "for", "the", "in", "on", "de", "la", "du", "des", "y", "e")
        for w in words
    ):
        return False
    if (
        re.search(r"\d(?!\w*ers\b)", view.text[start:end])
        and not re.fullmatch(r"(?:[A-Z]\w+ )*\d\d?ers", view.text[start:end])
        or words[0].lower() in STOP_FIRST
        or words[0] in ("Operation", "Project", "Hurricane", "Typhoon", "Cyclone")
        or "/" in view.text[start:end]
        or "*" in view.text[start:end]
    ):
        return False
    place = next(
        (h for h in (view.hit_at([layer], start) for layer in ("country", "region", "title")) if h is not None), None
    )
    if place is not None and (place.end >= end or (place.entry.layer == "country" and len(words) > 3)):
        return False
    owned = re.search(r"\b(?:our|this|that|an?|my|your|every|each|any|no) $", view.text[max(start - 6, 0) : start])
    if owned is not None and (MEMBER.match(view.text, end) is None or not words[0].isupper()):
        return False  # but 'on an ABC ticket'
    before, behind = view.text[max(start - 40, 0) : start], re.match(r" ([a-z]+)\b", view.text[end : end + 20])
    if is_office(view, start) or is_medium(view, start, end) or MADE.search(before):
        return False
    rest = re.match(r"(?: (?:of|for|on|to|the|in|and|&|[A-Z][\w'-]+)\b){1,6}", view.text[end : end + 90])
    if rest is not None and any(w[0].isupper() and w.lower() in THINGS for w in rest.group().split()):
        return False  # the beginning of the name of a law or a plan
    if is_titled(view, start, words):
        return False
    is_field = all(is_dictionary_word(w) for w in words if w[0].isupper())
    if is_field and HEADED.search(view.text[max(start - 40, 0) : start]) is not None:
        return False  # 'Director of Prosecution and Legal Services'
    office = view.hit_at(["title"], start)
    if office is not None and office.entry.detail == "office" and office.end < end - 1 and office.end > start:
        return False  # 'Defense Ministers Hale and Ortiz'
    owned = re.match(r"['’]s? ([A-Z][\w-]+)", view.text[end : end + 24])
    if owned is not None and owned.group(1).lower() in THINGS | NOT_PEOPLE:
        return False  # 'Martyrs' Square'
    if re.search(r"-(?:[a-z]+ed|born|made|era)$", view.text[start:end]):
        return False  # 'Canada-donated'
    if start == 0 and view.text[end : end + 1] == ":":
        return False  # the heading of an item of a list
    if view.text[end : end + 1] in ("®", "™") or is_ticker(view, start, end):
        return False  # a product, or a share: '(NASDAQ: ABCD)'
    if view.text[end : end + 1] == "/" or before.endswith("/") or words[0] in REGIONS and len(words) == 1:
        return False
    noun = behind.group(1) if behind is not None else ""
    if noun not in FIRMS_HAVE and (noun in THINGS or noun.removesuffix("s") in THINGS):
        return False  # 'the Clean Rivers programme'
    if NAMED_WORK.match(view.text, end) is not None or SEAT.search(before) is not None:
        return False
    if before[-1:] in ('"', "“", "‘") and view.text[end : end + 1] in ('"', "”", "’", ","):
        return False  # the title of a work
    if any(view.text[start:end].lower().endswith(room) for room in ROOMS):
        return False
    if view.hit_at(["title", "people", "act"], end - 1) is not None:
        return False
    tokens = view.tokens_in(start, end)
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("compound", "amod", "nmod") for t in tokens) or not (
        words[-1][0].isupper() or words[-1][0].isdigit()
    ):
        return False
    if len(words) == 1:
        word = words[0]
        if word in given_names():
            return False
        if word.isupper() and re.search(r"\d $", view.text[max(start - 2, 0) : start]):
            return False
        if (
            word in ACRONYM_NOISE
            or word.lower() in printed_lower
            or len(word) < 2
            or view.hit_at(["body", "act"], start) is not None
        ):
            return False
        token = view.token_at(start)
        if not word.isupper() and token.is_sent_start and token.pos_ != "PROPN":
            return False
        if token.pos_ != "PROPN":
            return False
        if (
            sum(c.isupper() for c in word) >= 2
            or running.count(word) > 1
            or token.dep_ in ("nsubj", "nsubjpass", "poss")
        ):
            return True
        return token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "from", "at", "for", "to")
    return not all(w.lower() in printed_lower for w in words)


def is_titled(view: View, start: int, words: Sequence[str]) -> bool:
    """'Bishop of Holm', 'Curial Cardinals': an office, or people by it."""
    office = view.hit_at(["title"], start)
    is_of = office is not None and office.start == start and view.text.startswith(" of ", office.end)
    return is_of or "of" not in words and words[-1].endswith("s") and words[-1][:-1].lower() in titles()


def is_ticker(view: View, start: int, end: int) -> bool:
    """'(NYSE: ABCD)', 'LSE: XYZ': a stock exchange before a colon, or what a share is called there."""
    exchange = EXCHANGE.match(view.text, start)
    if (
        exchange is not None
        and exchange.end() >= end
        and view.text[max(start - 2, 0) : start].strip() in ("(", ";", ",")
    ):
        return True
    return re.search(r"(?:\(|; ?|, ?)[A-Z]{2,8}: ?$", view.text[max(start - 12, 0) : start]) is not None
