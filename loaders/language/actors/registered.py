"""Actors that the registry knows by their names alone."""

from __future__ import annotations

from dossier.language.actors.lexicon import registered_actors
from dossier.language.actors.names import body_words, person_key
from dossier.language.actors.view import Found, Identity, View


def registered_identity(actor_key: str) -> Identity:
    """The identity of a row of the registry."""
    actor = registered_actors()[actor_key]
    name_key = person_key(actor.name) if actor.actor_type == "person" else " ".join(body_words(actor.name))
    return Identity(f"registry:{actor_key}", actor.name, name_key, actor.actor_type, actor.country_code, actor_key)


def find_registered(view: View) -> None:
    """Add every name that the registry has, where it is not part of a longer capitalised name."""
    for hit in view.layer("registry"):
        country = view.hit_at(["country"], hit.start)
        if country is not None and country.end - country.start > hit.end - hit.start:
            continue
        if view.is_free(hit.start, hit.end) and not is_part_of_name(view, hit.start, hit.end):
            view.add(Found(hit.start, hit.end, "name", registered_identity(hit.entry.key), "registry"))


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
        t.text[0].isupper() and not any(h.start <= t.idx < h.end for h in titles) and view.hit_at(["country", "people"], t.idx) is None
        for t in others
    )
