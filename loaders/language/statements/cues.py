"""The words that introduce speech, and the nouns that speak: seeds/vocabulary/speech_cues.csv and speech_nouns.csv."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass

from dossier.language.lexicons import load_lexicon


@dataclass(frozen=True)
class Cue:
    """One way in which a word introduces what somebody says."""

    lemma: str
    form: str  # clause, gerund, infinitive, object, as, naming, quotation, …: what follows the word
    particle: str  # the preposition or adverb that goes with it, or ''
    subject_test: str  # speech, stance, document, claims, stances
    introduces_quotation: bool
    is_denial: bool
    is_demand: bool


@functools.cache
def cues_by_lemma() -> dict[str, tuple[Cue, ...]]:
    """All cues, by the lemma of their word."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for row in load_lexicon("vocabulary/speech_cues"):
        cue = Cue(
            lemma=row["cue_lemma"],
            form=row["form"],
            particle=row["particle"],
            subject_test=row["subject_test"],
            introduces_quotation=row["introduces_quotation"] == "yes",
            is_denial=row["polarity"] == "denies",
            is_demand=row["speech_act"] == "demand",
        )
        found[cue.lemma].append(cue)
    return {lemma: tuple(cues) for lemma, cues in found.items()}


@functools.lru_cache(maxsize=20_000)
def cues_of(lemma: str, *forms: str) -> tuple[Cue, ...]:
    """The cues of a lemma that have one of the forms (all where none is named)."""
    return tuple(cue for cue in cues_by_lemma().get(lemma, ()) if not forms or cue.form in forms)


def may_introduce_quotation(lemma: str) -> bool:
    """Can this verb stand beside quoted words?"""
    return any(cue.introduces_quotation for cue in cues_by_lemma().get(lemma, ()))


@functools.cache
def _titles() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in load_lexicon("vocabulary/title_synonyms"):
        found[row["word"]].append(row["title"])
    return {word: tuple(titles) for word, titles in found.items()}


def titles_for(word: str) -> tuple[str, ...]:
    """Titles of whom a word may stand for once the name has been told: 'Justice Ann Lee … the judge'."""
    return _titles().get(word, ())


@functools.cache
def _noun_kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in load_lexicon("vocabulary/speech_nouns"):
        found[row["noun"]].add(row["noun_kind"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


def noun_kinds(noun: str) -> frozenset[str]:
    """Kinds of a noun: body, person, document (speakers); claim, stance, refusal, work, rule."""
    return _noun_kinds().get(noun.lower(), frozenset())
