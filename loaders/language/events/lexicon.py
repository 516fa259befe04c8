"""The lexicons of event reading: triggers, noun classes and words that say whether something really happened."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.language.lexicons import load_lexicon


@dataclass(frozen=True)
class Trigger:
    """A word or phrase that denotes an event where its conditions hold.

    A row of ``seeds/vocabulary/event_triggers``.
    """

    key: str
    words: tuple[str, ...]  # lemma of the head first for verbs, last for nouns
    part_of_speech: str  # verb, noun, adjective
    object_classes: tuple[str, ...]
    subject_classes: tuple[str, ...]
    preposition: str
    preposition_class: str
    event_type: str
    event_subtype: str
    frame: str  # act, symmetric, move, speak, undergo
    needs: str  # official, actor, anchor or nothing
    target_prepositions: frozenset[str]

    @property
    def weight(self) -> int:
        """How particular the trigger is: where several hold, the most particular one decides."""
        conditions = bool(self.object_classes) + bool(self.subject_classes) + bool(self.preposition)
        particular = sum(
            name not in {"any", "none", "actor"}
            for name in (*self.object_classes[:1], *self.subject_classes[:1], self.preposition_class)
            if name
        )
        particular += "retaliatory_tariff" in self.object_classes + self.subject_classes
        typed = self.event_type != "other"
        return 100 * particular + 10 * conditions + 5 * len(self.words) + typed


@dataclass(frozen=True)
class TriggerLexicon:
    """Triggers by the lemma of their head word."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[Trigger, ...]]


@functools.cache
def load_triggers() -> TriggerLexicon:
    """The triggers, the most particular first."""
    found: dict[str, dict[str, list[Trigger]]] = {
        "verb": defaultdict(list),
        "noun": defaultdict(list),
        "adjective": defaultdict(list),
    }
    for row in load_lexicon("vocabulary/event_triggers"):
        words = tuple(row["lemma"].split())
        trigger = Trigger(
            key=row["trigger_key"],
            words=words,
            part_of_speech=row["part_of_speech"],
            object_classes=_names(row["object_class"]),
            subject_classes=_names(row["subject_class"]),
            preposition=row["preposition"],
            preposition_class=row["preposition_class"],
            event_type=row["event_type"],
            event_subtype=row["event_subtype"],
            frame=row["frame"],
            needs=row["needs"],
            target_prepositions=frozenset(_names(row["target_prepositions"])),
        )
        head = words[-1] if row["part_of_speech"] == "noun" else words[0]
        found[row["part_of_speech"]][head].append(trigger)
    ordered = {
        kind: {head: tuple(sorted(group, key=lambda t: (-t.weight, t.key))) for head, group in groups.items()}
        for kind, groups in found.items()
    }
    return TriggerLexicon(ordered["verb"], ordered["noun"], ordered["adjective"])


@functools.cache
def load_noun_classes() -> Mapping[str, frozenset[str]]:
    """Nouns, singular, of one or several words, by class."""
    classes: dict[str, set[str]] = defaultdict(set)
    for row in load_lexicon("vocabulary/event_noun_classes"):
        classes[row["noun_class"]].add(row["noun"])
    persons = {row["noun"] for row in load_lexicon("vocabulary/counted_nouns") if row["noun_class"] == "person"}
    of_nations = {row["name_as_written"].lower() for row in load_lexicon("reference/country_registry_names")}
    classes["people"] |= persons - of_nations - word_list("person noun that is also another")  # 'a Russian strike'
    return {name: frozenset(nouns) for name, nouns in classes.items()}


@functools.cache
def load_status_cues() -> Mapping[tuple[str, str], str]:
    """What a governing word says about the event it governs, by part of speech and lemma."""
    return {(row["part_of_speech"], row["cue"]): row["reading"] for row in load_lexicon("vocabulary/event_status_cues")}


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of seeds/vocabulary/event_word_lists.csv."""
    return frozenset(row["word"] for row in load_lexicon("vocabulary/event_word_lists") if row["list_name"] == name)


@functools.cache
def load_plain_verbs() -> frozenset[str]:
    """Verbs of being, saying, thinking and having, which denote no occurrence of their own."""
    return frozenset(row["lemma"] for row in load_lexicon("vocabulary/event_plain_verbs"))


@functools.cache
def load_offices() -> frozenset[str]:
    """Last words of titles that belong to a state: minister, ambassador, spokesman, general."""
    return frozenset(
        row["title"].split()[-1].lower()
        for row in load_lexicon("vocabulary/actor_titles")
        if row["title_class"] in {"office", "military"}
    )


@functools.cache
def load_nationalities() -> Mapping[str, str]:
    """Country codes by unambiguous name, capital, adjective or demonym, in lower case."""
    return {
        row["name_as_written"].lower(): row["country_code"]
        for row in load_lexicon("reference/country_registry_names")
        if row["is_ambiguous"].lower() != "true"
    }


def _names(field: str) -> tuple[str, ...]:
    return tuple(name for name in field.split("|") if name)
