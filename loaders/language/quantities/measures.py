"""The measure of a quantity: which cue of ``vocabulary/measure_cues`` stands nearest to the number, by weight."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.nouns import CountedNoun, lemma_of, noun_entries

DEFAULTS: Mapping[str, str] = {
    "person": "people", "deaths": "deaths", "money": "other", "percent": "share", "points": "change-in-rate",
    "index points": "count",
    "basis": "rate-change", "mass": "mass", "length": "distance", "area": "area", "energy": "energy", "power": "energy",
    "temperature": "temperature", "times": "count", "count": "count", "years": "duration", "words": "word-count",
    "pages": "page-count",
}  # fmt: skip
CLASS_FAMILIES: Mapping[str, str] = {
    "death": "deaths", "substance": "substances", "institution": "institutions", "company": "companies",
    "case": "cases", "country": "countries", "word": "words", "page": "pages", "point": "index points",
}  # fmt: skip
LONGEST_CUE = 3
OWN_WEIGHT = 3.0
REACH = 7.0


@functools.cache
def cues() -> Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]:
    """Measures and weights by quantity family and cue."""
    found: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
    for row in load_lexicon("vocabulary/measure_cues"):
        found[row["quantity_family"]][row["cue"]].append((row["measure"], float(row["cue_weight"])))
    return {family: {cue: tuple(entries) for cue, entries in by.items()} for family, by in found.items()}


def family_of_noun(noun: CountedNoun | None) -> str:
    """The cue family of a counted noun; a plain count without one."""
    if noun is None:
        return "count"
    entry = noun_entries().get(noun.lemma)
    if noun.lemma == "other" or (entry is not None and (entry.noun_class == "person" or entry.unit == "people")):
        return "person"
    if entry is None:
        return "count"
    if entry.noun_class == "company" and noun.lemma in ("bank", "lender", "insurer"):
        return "institutions"
    return CLASS_FAMILIES.get(entry.noun_class, "count")


def choose_measure(
    family: str, noun: CountedNoun | None, clause: Sequence[Token], sentence: Sequence[Token], near: Token, end: Token
) -> str:
    """Weigh the cues of a sentence by their distance from the number; those of the own clause and phrase count more."""
    known = cues().get(family, {})
    scores: dict[str, float] = defaultdict(float)
    entry = noun_entries().get(noun.lemma) if noun is not None else None
    if entry is not None and entry.measure:
        scores[entry.measure] += OWN_WEIGHT
    in_clause = {token.i for token in clause}
    phrase = range(near.i, (noun.head.i if noun is not None else end.i) + 1)
    governor = _governor(near)
    lemmas = [lemma_of(token) for token in sentence]
    for start, token in enumerate(sentence):
        for length in range(1, LONGEST_CUE + 1):
            cue = " ".join(lemmas[start : start + length])
            if family == "percent" and cue in DIRECTIONS and not _is_beside(token, near, end):
                continue
            if family == "count" and _is_of_other_object(token, near):
                continue
            for measure, weight in known.get(cue, ()):
                scores[measure] = max(
                    scores[measure], weight * _nearness(token, near, end, in_clause, phrase, governor)
                )
    if family == "percent" and near.i > near.sent.start:
        _settle_change(
            scores, near.doc[near.i - 1].lower_, near.doc[end.i + 1].lower_ if end.i + 1 < len(near.doc) else ""
        )
    best = min(scores, key=lambda measure: (-scores[measure], measure), default="")
    chosen = best if best and scores[best] >= 1.0 else default_measure(family)
    return _refined(chosen, lemmas, noun.words if noun is not None else ())


def _settle_change(scores: dict[str, float], before: str, after: str) -> None:
    """'fell to 4%' gives a level, 'fell by 4%' and 'fell 4%' a change."""
    if before in ("to", "at", "from", "of"):
        scores.pop("change-rate", None)
    elif before in ("up", "down"):  # 'down 14%' of deaths is no share of them
        scores.pop("share-of-deaths", None)
    elif before == "by" or after in CHANGES:
        scores["change-rate"] = scores.get("change-rate", 0.0) + 3.0


DIRECTIONS = frozenset(("up", "down", "higher", "lower"))


def _is_beside(cue: Token, near: Token, end: Token) -> bool:
    """Does 'up' or 'lower' stand right beside the number: 'down 14%', '3% higher', 'up more than 5%'?"""
    before = near.doc[cue.i + 1 : near.i]
    after = near.doc[end.i + 1 : cue.i]
    return (0 < near.i - cue.i <= 3 or 0 < cue.i - end.i <= 2) and not any(t.is_punct for t in (*before, *after))


def _is_of_other_object(cue: Token, near: Token) -> bool:
    """'arrested 31 people in raids on eight houses': what is arrested are the people, not the houses behind 'on'."""
    if cue.pos_ != "VERB" or cue.i > near.i:
        return False
    has_object = any(child.dep_ in ("dobj", "nsubjpass") and child.i < near.i for child in cue.children)
    held = [near, *near.ancestors]
    below = held[: held.index(cue)] if cue in held else []
    return has_object and any(token.dep_ == "pobj" for token in below)


CHANGES = frozenset(
    (
        "increase rise drop fall decline jump surge reduction decrease gain cut hike growth year-on-year "
        "higher lower up down more less fewer"
    ).split()
)


@functools.cache
def refinements() -> tuple[tuple[str, str, str, str], ...]:
    """A narrower measure where a cue stands in the counted phrase or in the sentence."""
    rows = load_lexicon("vocabulary/measure_refinements")
    return tuple((row["base_measure"], row["cue"], row["measure"], row["cue_scope"]) for row in rows)


def _refined(measure: str, sentence: Sequence[str], phrase: Sequence[str]) -> str:
    joined = {"sentence": f" {' '.join(sentence)} ", "phrase": f" {' '.join(phrase)} "}
    for base, cue, narrower, scope in refinements():
        if base == measure and f" {cue} " in joined[scope]:
            return narrower
    return measure


def default_measure(family: str) -> str:
    """Measure of a family where no cue decides."""
    return DEFAULTS.get(family, "count" if family in CLASS_FAMILIES.values() else "other")


def _nearness(
    token: Token, near: Token, end: Token, in_clause: set[int], phrase: range, governor: Token | None
) -> float:
    if token.i in phrase:
        return 1.3
    distance = near.i - token.i if token.i < near.i else max(1, token.i - end.i)
    nearness = REACH / (REACH + distance)
    if governor is not None and token.i == governor.i:
        return max(nearness, 0.85) + 0.25
    return nearness + 0.1 if token.i in in_clause else nearness * 0.6


def _governor(token: Token) -> Token | None:
    """The verb that the number's phrase hangs on."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None
