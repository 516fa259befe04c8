"""One body under a longer and a shorter name: 'Norland Police Department', 'Norland Police'; 'X of Norland', 'X'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dossier.language.actors.lexicon import word_list
from dossier.language.actors.names import body_words
from dossier.language.actors.view import Found, Identity, View

TYPES = frozenset({"organization", "company", "government-body"})
# Last words that a body's short name may lack: 'department', 'group', 'airline', 'club'.
TAILS = word_list("word that a body's short name lacks")
FEWEST = 2  # words of a short name that lacks 'of …'
NAMED = frozenset({"body-noun", "tagged", "defined", "firm-ending", "short-form", "registry"})


def unite_bodies(views: Sequence[View]) -> None:
    """Give the short name of a body the identity of the one longer name that the article has for it."""
    held: dict[Identity, list[Found]] = defaultdict(list)
    words_of: dict[tuple[str, ...], dict[str, Identity]] = defaultdict(dict)
    for view in views:
        for found in view.found:
            identity = found.identity
            if identity.actor_type in TYPES and found.kind == "name" and found.rule in NAMED:
                held[identity].append(found)
                words = tuple(body_words(view.text[found.start : found.end]))
                words_of[words].setdefault(identity.key, identity)
    for words, identities in words_of.items():
        if len(identities) > 1:
            continue
        short = next(iter(identities.values()))
        if short.registry_key is not None:
            continue
        longer = {
            key: identity
            for other, named in words_of.items()
            if is_short_of(words, other)
            for key, identity in named.items()
            if key != short.key and _agree(short, identity)
        }
        if len(longer) == 1:
            full = next(iter(longer.values()))
            for found in held[short]:
                found.identity = full


def is_short_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Does a name lack only 'of …' or a last noun such as 'department' of a longer one?"""
    if not short or len(full) <= len(short) or full[: len(short)] != short:
        return False
    rest = full[len(short) :]
    if rest[0] == "of":
        return len(short) >= FEWEST
    return all(word in TAILS for word in rest)


def _agree(short: Identity, full: Identity) -> bool:
    """Are two identities of one country, or one of none that is known, and of kinds that may be one?"""
    same_country = short.country_code in (None, full.country_code) or full.country_code is None
    state = "government-body"
    return same_country and (short.actor_type == state) == (full.actor_type == state)
