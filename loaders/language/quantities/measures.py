"""The measure of a quantity: which cue of ``vocabulary/measure_cues`` stands nearest to the number, by weight."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.candidate import Candidate
from dossier.language.quantities.nouns import CountedNoun, lemma_of, noun_entries

DEFAULTS: Mapping[str, str] = {
    "person": "people", "deaths": "deaths", "money": "other", "percent": "share", "points": "change-in-rate",
    "index points": "count",
    "basis": "rate-change", "mass": "mass", "length": "distance", "area": "area", "energy": "energy", "power": "energy",
    "temperature": "temperature", "times": "count", "compared times": "ratio",
    "count": "count", "years": "duration", "words": "word-count",
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
    if entry is not None and entry.noun_class == "troop":
        return "person"
    if noun.lemma == "other" or (entry is not None and (entry.noun_class == "person" or entry.unit == "people")):
        return "person"
    if entry is None:
        return "count"
    if entry.noun_class == "company" and noun.lemma in ("bank", "lender", "insurer"):
        return "institutions"
    return CLASS_FAMILIES.get(entry.noun_class, "count")


@dataclass(frozen=True)
class Scene:
    """A figure with what its measure is read from."""

    candidate: Candidate
    governor: Token | None  # the verb that the number's phrase hangs on
    in_clause: frozenset[int]
    phrase: range
    before: str  # the word right before the number
    after: str


def choose_measure(candidate: Candidate, clause: Sequence[Token], sentence: Sequence[Token]) -> str:
    """Weigh the cues of a sentence by their distance from the number; those of the own clause and phrase count more."""
    family, noun, near, end = candidate.family, candidate.noun, candidate.near, candidate.last
    last = _end_of_phrase(noun.head if noun is not None else end, family)
    first = end.head.left_edge.i if end.dep_ == "conj" and end.head.i < near.i else near.i  # 'to 77.3% and 75.3%'
    before, after = _beside(near.doc, first - 1, -1), _beside(near.doc, end.i + 1, 1)
    in_clause = frozenset(token.i for token in clause)
    scene = Scene(candidate, _governor(near), in_clause, range(near.i, last + 1), before, after)
    sentence = [token for token in sentence if not _is_blank(token)]  # wrapped lines part no words
    lemmas = [lemma_of(token) for token in sentence]
    if noun is not None and noun.lemma == "life" and LOSING & set(lemmas):
        return "deaths"
    scores = _weigh(scene, sentence, lemmas)
    _settle(scores, scene)
    best = min(scores, key=lambda measure: (-scores[measure], measure), default="")
    chosen = best if best and scores[best] >= 1.0 else default_measure(family)
    return _refined(chosen, lemmas, noun.words if noun is not None else ())


def _weigh(scene: Scene, sentence: Sequence[Token], lemmas: Sequence[str]) -> dict[str, float]:
    """The weight of every measure that a cue in the sentence or the counted noun itself speaks for."""
    scores: dict[str, float] = defaultdict(float)
    candidate = scene.candidate
    known = cues().get(ALIASES.get(candidate.family, candidate.family), {})
    entry = noun_entries().get(candidate.noun.lemma) if candidate.noun is not None else None
    if entry is not None and entry.measure and not (entry.noun_class == "troop" and _is_deadly(scene.governor)):
        scores[entry.measure] += OWN_WEIGHT
    for start, token in enumerate(sentence):
        if _is_idle(token, candidate):
            continue
        boost = 2.0 if candidate.cue is not None and token.i == candidate.cue.i else 1.0
        for cue in _cues_at(sentence, lemmas, start):
            for measure, weight in known.get(cue, ()):
                if not _is_barred(measure, cue, token, scene):
                    scores[measure] = max(scores[measure], weight * _nearness(token, scene) * boost)
    return scores


def _is_barred(measure: str, cue: str, token: Token, scene: Scene) -> bool:
    """Can the cue not mean this measure here, whatever its weight?"""
    candidate = scene.candidate
    if candidate.family == "count" and candidate.noun is not None and measure in OF_PEOPLE:
        entry = noun_entries().get(candidate.noun.lemma)
        own = "" if entry is None else entry.measure
        return own != measure and not {own, measure} <= OF_COURTS  # no balloon was charged
    if scene.before == "of" and candidate.near.i - candidate.near.sent.start <= 3 and token.i not in scene.phrase:
        return True  # 'Of 3,400 prisoners, 210 were executed': the whole was not
    if measure in RATES_OF_CHANGE and cue not in LASTING:
        return scene.before in LEVELS or not _changes(token, scene)
    if measure == "troops":
        return not _is_military(token, scene)
    if measure == "participants" and token.pos_ == "VERB":  # 'to attend to the needs of 1.8m migrants'
        return scene.governor is None or token.i != scene.governor.i
    if candidate.family == "rate" and measure in ("price", "wages", "exchange-rate", "share-price"):
        return not candidate.unit[:3].isupper()  # barrels per day are no price
    return measure == "trade-volume" and candidate.unit in ("g", "mg", "ug")


ALIASES: Mapping[str, str] = {"compared times": "times", "money part": "money"}
LEVELS = ("to", "at", "from", "below", "above", "past", "beyond")
LOSING = frozenset("lose loss claim cost take kill".split())


def _is_blank(token: Token) -> bool:
    return token.is_space or not token.text.strip("*_")


def _beside(doc: Doc, at: int, step: int) -> str:
    """The word beside the number, past spaces and marks of emphasis."""
    while 0 <= at < len(doc) and _is_blank(doc[at]):
        at += step
    return doc[at].lower_ if 0 <= at < len(doc) else ""


def _cues_at(sentence: Sequence[Token], lemmas: Sequence[str], start: int) -> Iterator[str]:
    """What may be a cue at a token: one to three lemmas, and the word as printed ('damages' are no damage)."""
    for length in range(1, LONGEST_CUE + 1):
        yield " ".join(lemmas[start : start + length])
    if sentence[start].lower_ != lemmas[start]:
        yield sentence[start].lower_


def _is_idle(token: Token, candidate: Candidate) -> bool:
    """Does the token say nothing of this number, though it could of another?"""
    family, near = candidate.family, candidate.near
    lower = token.lower_
    if family == "percent" and lower in DIRECTIONS and not _is_beside(token, near, candidate.last):
        return True
    if token.pos_ == "VERB" and lemma_of(token) in NOUNS_ONLY or lower in ("share", "gdp") and _joined(token):
        return True
    return family == "count" and _is_of_other_object(token, near)


def _joined(token: Token) -> bool:
    """Is the word the end of a compound: 'all-share'?"""
    return token.i > 0 and token.doc[token.i - 1].text == "-"


NOUNS_ONLY = frozenset(("force", "plant", "book", "trade", "deal"))
OF_PEOPLE = frozenset(
    "arrests prosecutions convictions jobs participants protesters refugees troops deaths injuries".split()
)
OF_COURTS = frozenset(("prosecutions", "convictions"))
RATES_OF_CHANGE = frozenset(("change-rate", "growth-rate"))
LASTING = frozenset(("economic growth", "gdp", "gross domestic product", "industrial production", "growth"))


def _changes(cue: Token, scene: Scene) -> bool:
    """Is the number what changed: does it hang on the word of change, or stand right beside it?"""
    near, governor = scene.candidate.near, scene.governor
    if cue in near.ancestors or near.i - 4 <= cue.i <= scene.candidate.last.i + 3:
        return True
    return cue.i < near.i and governor is not None and cue.head.i == governor.i


def _is_military(cue: Token, scene: Scene) -> bool:
    """'the army rescued 300 people' counts no soldiers."""
    noun = scene.candidate.noun
    if noun is None:
        return scene.candidate.near.i - 3 <= cue.i
    return noun.lemma in MILITARY or cue.i in scene.phrase


MILITARY = frozenset("soldier troop troops man recruit reservist conscript serviceman fighter".split())


def _is_deadly(governor: Token | None) -> bool:
    return governor is not None and lemma_of(governor) in ("kill", "die", "murder", "slay", "perish", "lose")


def _end_of_phrase(last: Token, family: str) -> int:
    """Last token of the number's phrase: with '$5 million in punitive damages' the damages are of it."""
    doc, at = last.doc, last.i + 1
    if family != "money" or at >= len(doc) or doc[at].lower_ not in ("in", "of", "worth"):
        return last.i
    for token in doc[at + 1 : at + 6]:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "VERB", "CCONJ", "PUNCT") or token.text in ",.;":
            break
        if token.pos_ == "NOUN" and (token.i + 1 == len(doc) or doc[token.i + 1].pos_ not in ("NOUN", "PROPN")):
            return token.i
    return last.i


def _settle(scores: dict[str, float], scene: Scene) -> None:
    """'fell to 4%' gives a level, 'fell by 4%' and 'fell 4%' a change."""
    family, before, after = scene.candidate.family, scene.before, scene.after
    verb = "" if scene.governor is None else lemma_of(scene.governor)
    is_level = before in LEVELS
    if family == "index points" and is_level:
        scores["index-level"] = max(scores.pop("index-change", 0.0), scores["index-level"])
    if family not in ("percent", "basis"):
        return
    if before == "of" and _is_change_noun(scene.candidate.near):
        scores["change-rate"] = scores.get("change-rate", 0.0) + 3.0
    elif is_level or before == "of" or before == "the" and after not in CHANGES:
        scores.pop("change-rate", None)
        scores.pop("rate-change", None)
    elif before in ("up", "down"):  # 'down 14%' of deaths is no share of them
        for level in ("share-of-deaths", "share", "interest-rate", "tariff-rate"):
            scores.pop(level, None)
    elif before == "by" and verb not in UNCHANGED or after in CHANGES:
        scores["change-rate"] = scores.get("change-rate", 0.0) + (3.0 if family == "percent" else 0.0)
    if after == "of" and before != "by":  # 'a third of the staff', '8% of GDP'
        scores.pop("change-rate", None)
        scores.pop("growth-rate", None)


def _is_change_noun(near: Token) -> bool:
    """'a drop of 7.5%', 'an increase of nearly 20 per cent'."""
    doc = near.doc
    words = [t for t in doc[max(0, near.i - 7) : near.i] if not _is_blank(t)]
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].lower_ == "of"), 0)
    return at > 0 and lemma_of(words[at - 1]) in CHANGES


UNCHANGED = frozenset(
    "approve pass back support own hold control oppose reject favor favour lead win beat carry".split()
)
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
        "higher lower up down more less fewer above below"
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


def _nearness(token: Token, scene: Scene) -> float:
    """How much a cue at a token counts for the number, 1.3 at most."""
    near, end, governor = scene.candidate.near, scene.candidate.last, scene.governor
    if token.i in scene.phrase:
        return 1.3
    distance = near.i - token.i if token.i < near.i else max(1, token.i - end.i)
    nearness = REACH / (REACH + distance)
    if governor is not None and token.i == governor.i:
        return max(nearness, 0.85) + 0.25
    return nearness + 0.1 if token.i in scene.in_clause else nearness * 0.6


def _governor(token: Token) -> Token | None:
    """The verb that the number's phrase hangs on."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None
