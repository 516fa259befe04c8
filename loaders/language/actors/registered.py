"""Actors that the registry knows by their names alone."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from dossier.language.actors.lexicon import Hit, lower, registered_actors
from dossier.language.actors.names import body_words, person_key
from dossier.language.actors.view import Found, Identity, View
from dossier.language.lexicons import load_lexicon

ACRONYM = re.compile(r" \((?:the )?\"?([A-Z][A-Za-z]{1,7})\"?\)")
LONGEST_DEFINITION = 100  # characters before the bracket


def registered_identity(actor_key: str) -> Identity:
    """The identity of a row of the registry."""
    actor = registered_actors()[actor_key]
    name_key = person_key(actor.name) if actor.actor_type == "person" else " ".join(body_words(actor.name))
    return Identity(f"registry:{actor_key}", actor.name, name_key, actor.actor_type, actor.country_code, actor_key)


def find_registered(view: View, defined: Mapping[str, str]) -> None:
    """Add every name of the registry that is no part of a longer name, nor an acronym the article gives to another."""
    for hit in view.layer("registry"):
        words = view.text[hit.start : hit.end]
        if words.startswith("The ") and re.match(r" [A-Z][a-z]", view.text[hit.end : hit.end + 3]):
            continue  # 'The Independent Commission' is not the newspaper
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
        if _is_last_word(view, hit):
            continue
        country = view.hit_at(["country"], hit.start)
        if country is not None and country.end - country.start > hit.end - hit.start:
            continue
        if view.is_free(hit.start, hit.end) and not is_part_of_name(view, hit.start, hit.end):
            view.add(Found(hit.start, hit.end, "name", registered_identity(hit.entry.key), "registry"))


def _is_last_word(view: View, hit: Hit) -> bool:
    """Is a common noun that names a body ('Congress', 'Labour') the end of another body's name?"""
    words = view.text[hit.start : hit.end]
    if " " in words or words.isupper() or hit.entry.detail not in ("organization", "government-body"):
        return False
    token = view.token_at(hit.start)
    before = view.tokens[token.i - 1] if token.i else None
    if before is None or not before.whitespace_ or before.pos_ != "PROPN" or not before.text[0].isupper():
        return False
    country = view.hit_at(["country"], before.idx)
    joined = token.ent_type_ == before.ent_type_ == "ORG" and token.ent_iob_ == "I"
    return joined and (country is None or country.entry.detail == "name") and view.hit_at(["title"], before.idx) is None


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
                letters = "".join(w[0] for w in re.split(r"[ -]", phrase) if w[:1].isupper())
                if letters.upper() == match.group(1).upper():
                    found.setdefault(match.group(1), phrase)
                    break
    return found


def is_part_of_name(view: View, start: int, end: int) -> bool:
    """Is a single-word name in truth the end or beginning of another person's name (Ivanka Trump, Xi Mingze)?"""
    if " " in view.text[start:end] or not view.text[start:end].isalpha():
        return False
    token = view.token_at(start)
    entity = next((e for e in view.paragraph.doc.ents if e.label_ == "PERSON" and e.start <= token.i < e.end), None)
    if entity is None or len(entity) == 1:
        return False
    others = [t for t in entity if t.i != token.i and t.text not in ("'s", "\u2019s", "'", "\u2019")]
    titles = view.layer("title")
    return any(
        t.text[0].isupper()
        and not any(h.start <= t.idx < h.end for h in titles)
        and view.hit_at(["country", "people"], t.idx) is None
        for t in others
    )
