"""One body under a longer and a shorter name: 'Norland Police Department', 'Norland Police'; 'X of Norland', 'X'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dossier.language.actors.lexicon import is_dictionary_word, word_list
from dossier.language.actors.names import body_words
from dossier.language.actors.view import Found, Identity, View

TYPES = frozenset({"organization", "company", "government-body"})
# Last words that a body's short name may lack: 'department', 'group', 'airline', 'club'.
TAILS = word_list("word that a body's short name lacks")
MANY = frozenset(
    {"party", "front", "movement", "army", "union", "alliance", "league"}
)  # of which a country has several
FEWEST = 2  # words of a short name that lacks 'of …'
NAMED = frozenset({"body-noun", "tagged", "defined", "firm-ending", "short-form", "registry"})


# 'Norland Department of Fire Protection, or Nor Fire, …', '…, also known as Nor Fire,'
ALIAS = re.compile(
    r", (?:or|also known as|commonly known as|better known as|known as|called) (?:the )?"
    r"([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})(?=[,.;)])"
)


def find_aliases(views: Sequence[View]) -> None:
    """Add the other name that an article gives a body between commas, wherever it prints it."""
    known: dict[str, Identity] = {}
    for view in views:
        for found in view.found:
            if found.identity.actor_type in TYPES and found.kind == "name":
                alias = ALIAS.match(view.text, found.end)
                same = view.found_over(*alias.span(1)) if alias is not None else None
                if alias is not None and same is None:
                    known.setdefault(alias.group(1), found.identity)
                elif same is not None and same.rule == "registry" and found.identity.registry_key is None:
                    found.identity = same.identity
    for view in views:
        for words, identity in known.items():
            for match in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", view.text):
                if view.is_free(*match.span()):
                    view.add(Found(*match.span(), "name", identity, "short-form"))


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
    tagged = {tuple(body_words(i.name)) for i, each in held.items() if all(f.rule == "tagged" for f in each)}
    for words, identities in words_of.items():
        if len(identities) > 1:
            continue
        short = next(iter(identities.values()))
        if short.registry_key is not None:
            continue
        longer = {
            key: identity
            for other, named in words_of.items()
            for key, identity in named.items()
            if is_short_of(words, other)
            or (words in tagged and (_begins(words, other) or _is_team(words, other, identity)))
            or _is_tail(words, other)
            if key != short.key and _agree(short, identity, words in tagged)
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


def _begins(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """'Betsi Hale' of 'Betsi Hale University Health Board': does a name that no noun tells begin another's?"""
    return len(full) > len(short) >= FEWEST and full[: len(short)] == short


def _is_tail(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """'the Health Board' of 'Betsi Hale University Health Board': does a name of common nouns end another's?"""
    is_end = len(full) > len(short) >= FEWEST and full[-len(short) :] == short
    return (
        is_end
        and short[0] not in ("of", "and", "for")
        and short[-1] not in MANY
        and all(is_dictionary_word(word) for word in short)
    )


def _is_team(short: tuple[str, ...], full: tuple[str, ...], identity: Identity) -> bool:
    """'the Warriors' of the registered 'Norland Warriors': is a plural the last word of a club's name?"""
    is_plural = len(short) == 1 and short[0].endswith("s") and len(short[0]) > FEWEST * 2
    return is_plural and len(full) > 1 and full[-1] == short[0] and identity.registry_key is not None


def _agree(short: Identity, full: Identity, is_tagged: bool) -> bool:
    """Are two identities of one country, or one of none that is known, and of kinds that may be one?

    ``is_tagged``: nothing tells the kind of the short one.
    """
    same_country = short.country_code in (None, full.country_code) or full.country_code is None
    state = "government-body"
    return same_country and (is_tagged or (short.actor_type == state) == (full.actor_type == state))
