"""Actors that the registry knows by their names alone."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.language.actors.lexicon import Hit, given_names, lower, registered_actors, word_list
from dossier.language.actors.names import body_words, person_key
from dossier.language.actors.namesakes import is_namesake
from dossier.language.actors.view import Found, Identity, View
from dossier.language.lexicons import load_lexicon

ACRONYM = re.compile(r" \((?:the |or )?[\"“”]?([A-Z][A-Za-z]{1,7})[\"“”]?\)")
LONGEST_DEFINITION = 100  # characters before the bracket
# 'the Secretary of Homeland Security', 'the Secretaries of State and of Defense': an office, not its department.
OFFICE = re.compile(
    r"(?:\b[Ss]ecretary|\b[Mm]inister) (?:of|for) (?:the )?$|"
    r"\b(?:[Ss]ecretaries|[Mm]inisters) (?:of|for) (?:the )?(?:[A-Z][\w' ]{1,40}(?:, and |, | and )(?:the |of )?){0,4}$"
)
OF_SYSTEM = re.compile(r" (?:[a-z']+ )?(?:agency|watchdog)\b")
DRIVEN = re.compile(r"\b(?:driving|drove|drives|in|by|into|rode|riding) (?:an?|his|her|their) (?:[a-z]+ )?$")
FOOTAGE = re.compile(r" (?:footage|cameras?|images|recordings?)\b")
SIGNED_AT = re.compile(r",\s*(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\.?\s*)?$")  # 'THE WHITE HOUSE, March 1, 2023.'
UNIT = re.compile(r" (?:Health|Hospitals?|Medical Cent(?:er|re)|Medicine|Press|Law School|Children's)\b")
JOINED_NAME = re.compile(
    r"-[A-Z][\w-]+(?:'s?)?(?: [A-Z][\w']+)*(?:'s?)? (?:Union|Association|Group|Bank|Foundation|Alliance|Institute)\b"
)
SURNAME_FIRST = re.compile(r"[A-Z][\w-]+ ([A-Z][\w-]+), (?:an?|the|who|\d\d,) ")
MEDIA = word_list("social medium")
ACTED_ON = word_list("noun that acts on a firm")
PRODUCTS = word_list("noun of a vehicle or device")
THINGS = word_list("no organisation at the end")
STAFF = word_list("somebody of a body") | word_list("noun for an outlet")
OF_MANY = word_list("word of a party or body of many countries")


def registered_identity(actor_key: str) -> Identity:
    """The identity of a row of the registry."""
    actor = registered_actors()[actor_key]
    name_key = person_key(actor.name) if actor.actor_type == "person" else " ".join(body_words(actor.name))
    return Identity(f"registry:{actor_key}", actor.name, name_key, actor.actor_type, actor.country_code, actor_key)


@dataclass(frozen=True)
class Setting:
    """What an article as a whole says about its names."""

    acronyms: Mapping[str, str]  # defined in brackets, with the name before
    home: str | None  # the country that leads it
    countries: frozenset[str]  # all countries it names


def find_registered(view: View, setting: Setting) -> None:
    """Add every name of the registry that is no part of a longer name, nor an acronym the article gives to another."""
    defined = setting.acronyms
    for hit in view.layer("registry"):
        words = view.text[hit.start : hit.end]
        told = view.text[max(hit.start - 6, 0) : hit.start].endswith(("told ", "tells "))
        if is_office(view, hit.start) or is_medium(view, hit.start, hit.end) or _is_namesake(hit, words, setting, told):
            continue
        if hit.entry.detail == "person" and (
            re.match(r"-[A-Z]", view.text[hit.end : hit.end + 2]) or is_namesake(view, hit.start, hit.end)
        ):
            continue  # the first half of a double surname, an airport named after somebody
        if hit.entry.detail != "person" and _is_surname_here(view, hit):
            continue  # 'Vijay Tata' is not the group
        if hit.entry.detail == "company" and _is_product(view, hit):
            continue  # 'a Vantis X3 car'
        if hit.entry.detail == "company" and JOINED_NAME.match(view.text, hit.end):
            continue  # 'the Samsung-Hansung Workers' Union'
        if " " not in words and re.match(r" (?:Sports?|News|TV|Radio)\b", view.text[hit.end : hit.end + 7]):
            continue  # the channel of a company
        if words.isupper() and (FOOTAGE.match(view.text, hit.end) or SIGNED_AT.match(view.text, hit.end)):
            continue  # 'CCTV footage', the place where something is signed
        if UNIT.match(view.text, hit.end) and hit.entry.detail == "organization":
            continue  # 'UC Tarn Health'
        if words.startswith("The ") and re.match(r" [A-Z][a-z]", view.text[hit.end : hit.end + 3]):
            continue  # 'The Independent Commission' is not the newspaper
        if _is_article_before_noun(view, hit, words):
            continue
        if words in defined and lower(defined[words]) not in names_of(hit.entry.key):
            continue
        if (
            words.isupper()
            and re.search(r"\d $", view.text[max(hit.start - 2, 0) : hit.start])
            and re.match(r" (?:\d|part)", view.text[hit.end : hit.end + 5])
        ):
            continue
        meanings = {h.entry.key for h in view.layer("registry") if (h.start, h.end) == (hit.start, hit.end)}
        if len(meanings) > 1 and words not in defined:
            continue
        if words in ("UN", "U.N.", "United Nations") and OF_SYSTEM.match(view.text, hit.end):
            continue  # 'the UN health agency' is one of its agencies
        if re.search(r"\b[A-Z]{3,}-$", view.text[max(hit.start - 9, 0) : hit.start]) and words.isupper():
            continue  # the end of a double acronym
        if _is_last_word(view, hit) or _is_of_another_place(view, hit):
            continue
        country = view.hit_at(["country"], hit.start)
        if country is not None and country.end - country.start > hit.end - hit.start:
            continue
        if country is not None and country.end == hit.end and view.text[max(hit.start - 4, 0) : hit.start] == "the ":
            continue  # 'the Emirates' are the country
        if view.is_free(hit.start, hit.end) and not is_part_of_name(view, hit.start, hit.end):
            view.add(Found(hit.start, hit.end, "name", registered_identity(hit.entry.key), "registry"))


def _is_article_before_noun(view: View, hit: Hit, words: str) -> bool:
    """'The Australian government': is what looks like an outlet's name only an article and an adjective?"""
    token = view.token_at(hit.end - 1)
    if not words.startswith("The ") or " " in words[4:] or not view.token_at(hit.start).is_sent_start:
        return False
    head = token.head
    is_led = token.dep_ in ("amod", "compound", "nmod") and head.i > token.i and token.whitespace_ != ""
    return is_led and head.text[0].islower() and head.lemma_.lower() not in STAFF


def _is_product(view: View, hit: Hit) -> bool:
    """Is a maker's name only that of what it made: 'his blue Vantis saloon', 'a Vantis X3 car'?"""
    told = re.compile(r"\b(?:[Aa]n?|his|her|their|two|three|\w+-old) (?:[a-z]+ ){0,2}$")
    before = told.search(view.text[max(hit.start - 30, 0) : hit.start])
    made = re.match(r"(?: [A-Z0-9][\w-]*){0,2} ([a-z]+)\b", view.text[hit.end : hit.end + 40])
    if before is not None and made is not None and made.group(1).removesuffix("s") in PRODUCTS:
        return True
    behind = view.tokens_in(hit.end, hit.end + 24)[:2]  # 'driving a silver Vantis on the ring road'
    if behind and behind[0].pos_ == "PROPN" and behind[0].text[0].isupper():
        behind = behind[1:]  # 'in a blue Vantis Corda'
    one = DRIVEN.search(view.text[max(hit.start - 40, 0) : hit.start])
    return one is not None and (not behind or behind[0].pos_ in ("ADP", "PUNCT", "CCONJ", "ADV"))


def _is_surname_here(view: View, hit: Hit) -> bool:
    """Does a first name stand right before a name of one word that a firm or body has too?"""
    words = view.text[hit.start : hit.end]
    first = re.search(r"([A-Z][\w'-]+) $", view.text[max(hit.start - 20, 0) : hit.start])
    if " " in words or words.isupper() or first is None:
        return False
    return first.group(1) in given_names() and view.hit_at(["registry", "country"], hit.start - 2) is None


def is_office(view: View, start: int) -> bool:
    """Do the words go on with 'secretary of' or 'minister for', and so name what somebody is in charge of?"""
    return OFFICE.search(view.text[max(start - 120, 0) : start]) is not None


def is_medium(view: View, start: int, end: int) -> bool:
    """Is a social medium only where something was posted ('wrote on X'), and not what is acted on ('a ban on X')?"""
    if view.text[start:end] not in MEDIA:
        return False
    if view.text[max(start - 1, 0) : start] == "/":
        return True  # 'Photo: Coast Guard/Facebook'
    before = re.search(r"([\w'’-]+) on $", view.text[max(start - 30, 0) : start])
    return before is not None and before.group(1).lower() not in ACTED_ON


def _is_namesake(hit: Hit, words: str, setting: Setting, told: bool) -> bool:
    """Is a party or body that many countries have by this name one of a country that the article never names?

    ``told``: the words follow 'told', so that an acronym is a news agency's.
    """
    actor = registered_actors()[hit.entry.key]
    if (
        setting.home is None
        or actor.country_code is None
        or actor.actor_type not in ("organization", "government-body")
    ):
        return False
    if actor.country_code == setting.home or actor.country_code in setting.countries:
        return False
    parts = lower(words).split()
    is_shared = all(part in OF_MANY for part in parts)
    return is_shared or told and words.isupper() and actor.actor_type == "organization"


def _is_last_word(view: View, hit: Hit) -> bool:
    """Is a common noun that names a body ('Congress', 'Labour') the end of another body's name?"""
    words = view.text[hit.start : hit.end]
    if " " in words or words.isupper() or hit.entry.detail not in ("organization", "government-body"):
        return False
    token = view.token_at(hit.start)
    if re.match(r" [A-Z]", view.text[hit.end : hit.end + 2]) and view.hit_at(["body"], hit.end + 1) is not None:
        return True  # 'Norland Labour Congress': the beginning of a body's name
    before = view.tokens[token.i - 1] if token.i else None
    in_name = before is not None and before.whitespace_ and before.text[0].isupper() and before.lower_ != "the"
    if before is not None and in_name and before.lower_ in OF_MANY:
        return True  # 'Labour Congress'
    if before is None or not before.whitespace_ or before.pos_ != "PROPN" or not before.text[0].isupper():
        return False
    country = view.hit_at(["country"], before.idx)
    joined = token.ent_type_ == before.ent_type_ == "ORG" and token.ent_iob_ == "I"
    return joined and (country is None or country.entry.detail == "name") and view.hit_at(["title"], before.idx) is None


def _is_of_another_place(view: View, hit: Hit) -> bool:
    """Does a state, a city or another country stand before a body's name ('the Ohio Department of Transportation')?

    What many countries and states have by one name is then a body of the place before it.
    """
    actor = registered_actors()[hit.entry.key]
    if actor.actor_type not in ("government-body", "organization"):
        return False
    if all(view.hit_at(["body"], at) is None for at in (hit.start, hit.end - 1)):
        return False
    owner = re.search(r"(?:['’]s?)? (?:State )?$", view.text[max(hit.start - 9, 0) : hit.start])
    if owner is None:
        return False
    last = max(hit.start - 9, 0) + owner.start() - 1
    place = view.hit_at(["country", "region"], last) if last >= 0 else None
    if place is None or place.end != last + 1 or place.entry.is_ambiguous:
        return False
    if place.entry.layer == "region":
        return actor.actor_type == "government-body" or view.text[hit.start : hit.end].endswith(" Party")
    return place.entry.key != actor.country_code


@functools.cache
def names_of(actor_key: str) -> frozenset[str]:
    """All names of a registered actor, in lower case."""
    return frozenset(
        lower(r["name_as_written"])
        for r in load_lexicon("reference/actor_registry_names")
        if r["actor_key"] == actor_key
    )


def defined_acronyms(views: Sequence[View]) -> dict[str, str]:
    """Acronyms that the article defines in brackets, with the name before: 'Harmonized Tariff Schedule (HTS)'."""
    found: dict[str, str] = {}
    for view in views:
        for match in ACRONYM.finditer(view.text):
            words = view.text[max(match.start() - LONGEST_DEFINITION, 0) : match.start()].split()
            for size in range(1, min(len(words), 10) + 1):
                phrase = " ".join(words[-size:])
                initials = [w[0] for w in re.split(r"[ -]", phrase) if w]
                letters = "".join(i for i in initials if i.isupper())
                if match.group(1).upper() in (letters, "".join(initials).upper()) and letters:
                    behind = re.match(r" ([A-Z]\w+)", view.text[match.end() : match.end() + 30])
                    is_thing = behind is not None and behind.group(1).lower() in THINGS
                    found.setdefault(match.group(1), f"{phrase} {behind.group(1)}" if behind and is_thing else phrase)
                    break
    return found


def plain_acronyms(views: Sequence[View]) -> frozenset[str]:
    """Acronyms that stand for plain words, which name nobody: 'conflict-related sexual violence (CRSV)'."""
    found: set[str] = set()
    for view in views:
        for match in ACRONYM.finditer(view.text):
            acronym = match.group(1)
            words = re.split(r"[ -]", view.text[max(match.start() - LONGEST_DEFINITION, 0) : match.start()])
            phrase = [w for w in words[-10:] if w]
            letters = acronym.removesuffix("s").lower()
            own = next((phrase[-n:] for n in range(len(phrase), 0, -1) if _spells(phrase[-n:], letters)), None)
            if own and all(w.islower() for w in own[1:]) and own[-1].lower() not in body_heads():
                found.add(acronym)
    return frozenset(found)


def _spells(words: Sequence[str], letters: str) -> bool:
    """Do the words begin with the letters, small words left out or not ('rules of origin (RoO)', '(ROO)')?"""
    initials = "".join(w[0].lower() for w in words)
    main = "".join(w[0].lower() for w in words if w.lower() not in ("of", "and", "for", "the", "in", "to", "on", "a"))
    return letters in (initials, main) and words[0].lower() not in ("of", "and", "for", "the", "in", "to", "on", "a")


@functools.cache
def body_heads() -> frozenset[str]:
    """Nouns that tell a body: what ends with one may act, also in lower case."""
    return frozenset(row["noun"].split()[-1] for row in load_lexicon("vocabulary/body_nouns"))


def is_part_of_name(view: View, start: int, end: int) -> bool:
    """Is a single-word name in truth the end or beginning of another person's name (Ivanka Trump, Xi Mingze)?"""
    if " " in view.text[start:end] or not view.text[start:end].isalpha():
        return False
    token = view.token_at(start)
    named = SURNAME_FIRST.match(view.text, start)
    if named is not None and named.group(1) in given_names():
        return True  # 'Orbán Katalin, an analyst'
    entity = next((e for e in view.paragraph.words.ents if e.label_ == "PERSON" and e.start <= token.i < e.end), None)
    if entity is None or len(entity) == 1:
        return False
    others = [t for t in entity if t.i != token.i and t.text not in ("'s", "\u2019s", "'", "\u2019")]
    titles = view.layer("title")
    if view.is_headline and any(h.end == start - 1 for h in titles):
        return False  # 'President Macron Meets …': in headlines the tagger takes verbs for names
    return any(
        t.text[0].isupper()
        and not any(h.start <= t.idx < h.end for h in titles)
        and view.hit_at(["country", "people"], t.idx) is None
        for t in others
    )
