"""The lexicons of actors, and one Aho-Corasick pass over a paragraph that finds all their entries at once."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.language.analysis import load_model
from dossier.language.lexicons import load_lexicon

# One character for one, so that offsets stay as they are.
PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00a0": " ", "\u2011": "-", "\u2010": "-"})
SHORTEST_SHOUTED = 5  # letters from which a name printed in capitals is still believed to be that name


@dataclass(frozen=True)
class Entry:
    """One meaning of some words."""

    layer: str  # country, region, registry, body, title, people, act
    key: str  # country code, actor_key or the noun itself
    written: str
    detail: str  # kind of name, actor type, class of title, what a people noun stands for
    is_ambiguous: bool


@dataclass(frozen=True)
class Hit:
    """Words of a paragraph that are in a lexicon; offsets into the paragraph."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True)
class RegisteredActor:
    """A row of the actor registry."""

    actor_key: str
    name: str
    actor_type: str
    country_code: str | None


class Gazetteer:
    """All entries of all layers behind one automaton over lower-cased text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_words: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_words[lower(entry.written.translate(PLAIN))].append(entry)
        self._patterns = list(by_words)
        self._entries = [tuple(by_words[p]) for p in self._patterns]
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)

    def find(self, text: str) -> dict[str, list[Hit]]:
        """Hits by layer, in text order; inside a layer the longest hit wins and hits do not overlap."""
        plain = text.translate(PLAIN)
        lowered = lower(plain)
        layers: dict[str, list[Hit]] = defaultdict(list)
        for pattern, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if not is_word_span(lowered, start, end):
                continue
            for entry in self._entries[pattern]:
                if fits_case(entry, plain[start:end]):
                    layers[entry.layer].append(Hit(start, end, entry))
        return {layer: longest_first(hits) for layer, hits in layers.items()}


def lower(text: str) -> str:
    """Lower case without a change of length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_word_span(text: str, start: int, end: int) -> bool:
    """Is the stretch bounded by other things than letters, digits and currency signs?"""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after == "." and text[end + 1 : end + 2].isalpha() and text[max(end - 2, start)] == ".":
        return False  # 'U.S' of 'U.S.C.'
    return (
        not (before.isalnum() and text[start].isalnum())
        and not (after.isalnum() and (text[end - 1].isalnum() or text[end - 1] == "."))
        and after != "$"
    )


def fits_case(entry: Entry, words: str) -> bool:
    """Names must be printed as the lexicon has them (or in capitals); common nouns in any case."""
    if entry.layer not in ("country", "registry", "region"):
        return True
    written = entry.written.translate(PLAIN)
    return (
        words == written
        or (len(words) >= SHORTEST_SHOUTED and words == written.upper())
        or words == written[:1].upper() + written[1:]
        or " " in words
        and entry.layer == "registry"
        and all(word[0].isupper() for word in words.split() if word[0].isalpha())  # 'Tren De Aragua'
    )


def longest_first(hits: list[Hit]) -> list[Hit]:
    """Hits that do not overlap: longer ones first, then earlier ones; same words keep all their meanings."""
    kept: list[Hit] = []
    spans: set[tuple[int, int]] = set()
    taken = bytearray(max((h.end for h in hits), default=0))
    for hit in sorted(
        hits, key=lambda h: (h.start - h.end, h.start, h.entry.is_ambiguous, h.entry.key, h.entry.detail)
    ):
        if (hit.start, hit.end) in spans or taken.find(1, hit.start, hit.end) < 0:
            kept.append(hit)
            spans.add((hit.start, hit.end))
            taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    return sorted(kept, key=lambda h: (h.start, h.end))


@functools.cache
def registered_actors() -> Mapping[str, RegisteredActor]:
    """The actor registry by key."""
    return {
        row["actor_key"]: RegisteredActor(row["actor_key"], row["name"], row["actor_type"], row["country_code"] or None)
        for row in load_lexicon("reference/actor_registry")
    }


@functools.cache
def country_names() -> Mapping[str, str]:
    """Names of countries by code."""
    return {row["country_code"]: row["name"] for row in load_lexicon("reference/country_registry")}


@functools.cache
def titles() -> Mapping[str, Mapping[str, str]]:
    """Titles in lower case, with class, gender and the body of the office."""
    return {row["title"]: row for row in load_lexicon("vocabulary/actor_titles")}


@functools.cache
def generic_bodies() -> Mapping[str, str]:
    """Every way to write a kind of government body, and the form it is compared by."""
    return {row["name_as_written"]: row["name_key"] for row in load_lexicon("vocabulary/generic_bodies")}


@functools.cache
def generic_keys() -> Mapping[tuple[str, str], str]:
    """Registry keys by (name that needs a country, country code): ('foreign ministry', 'CHN')."""
    found: dict[tuple[str, str], str] = {}
    for row in load_lexicon("reference/actor_registry_names"):
        if row["needs_country_context"] == "true":
            actor = registered_actors()[row["actor_key"]]
            words = row["name_as_written"].lower()
            found[generic_bodies().get(words, words), actor.country_code or ""] = row["actor_key"]
    return found


@functools.cache
def countries_with(generic_name: str) -> tuple[str, ...]:
    """Countries whose body of a generic name is registered."""
    return tuple(sorted(country for name, country in generic_keys() if name == generic_name))


def is_dictionary_word(word: str) -> bool:
    """Is a word a noun, verb or adjective that the dictionary of the English model knows ('harbour', not 'Vantera')?"""
    return word.lower() in _dictionary()


@functools.cache
def _dictionary() -> frozenset[str]:
    lemmatizer: Any = load_model().get_pipe("lemmatizer")
    index: Mapping[str, Collection[str]] = lemmatizer.lookups.get_table("lemma_index")
    return frozenset(word for words in index.values() for word in words)


@functools.cache
def gazetteer() -> Gazetteer:
    """The automaton over all lexicons of actors."""
    entries = [
        Entry("country", row["country_code"], row["name_as_written"], row["name_kind"], row["is_ambiguous"] == "true")
        for row in load_lexicon("reference/country_registry_names")
    ]
    for row in load_lexicon("reference/actor_registry_names"):
        if row["needs_country_context"] != "true":
            actor = registered_actors()[row["actor_key"]]
            entries.append(Entry("registry", actor.actor_key, row["name_as_written"], actor.actor_type, False))
    entries += [
        Entry("region", r["country_code"], r["region_name"], "", False)
        for r in load_lexicon("reference/region_registry")
    ]
    entries += [
        Entry("body", r["noun"], r["noun"], r["actor_type"], False) for r in load_lexicon("vocabulary/body_nouns")
    ]
    entries += [
        Entry("title", r["title"], r["title"], r["title_class"], False) for r in load_lexicon("vocabulary/actor_titles")
    ]
    entries += [
        Entry("people", r["noun"], r["noun"], r["stands_for"], False) for r in load_lexicon("vocabulary/people_nouns")
    ]
    entries += [Entry("act", r["noun"], r["noun"], "", False) for r in load_lexicon("vocabulary/act_nouns")]
    return Gazetteer(entries)


@functools.cache
def country_forms(country_code: str) -> tuple[tuple[str, ...], ...]:
    """Names and adjectives of a country as words in lower case, the longest first."""
    from dossier.language.actors.names import plain_words  # noqa: PLC0415

    forms = {
        tuple(plain_words(row["name_as_written"]))
        for row in load_lexicon("reference/country_registry_names")
        if row["country_code"] == country_code and row["name_kind"] in ("name", "abbreviation", "adjective")
    }
    return tuple(sorted(forms, key=lambda f: (-len(f), f)))


@functools.cache
def given_names() -> Mapping[str, str]:
    """Genders of given names that are nearly always of one."""
    return {row["given_name"]: row["gender"] for row in load_lexicon("vocabulary/given_names")}


@functools.cache
def description_nouns() -> Mapping[str, frozenset[str]]:
    """What a noun after 'the' can stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in load_lexicon("vocabulary/actor_descriptions"):
        found[row["noun"]].add(row["stands_for"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of seeds/vocabulary/actor_word_lists.csv."""
    return frozenset(row["word"] for row in load_lexicon("vocabulary/actor_word_lists") if row["list_name"] == name)
