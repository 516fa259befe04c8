"""The measure of a quantity: which cue of ``vocabulary/measure_cues`` stands nearest to the number, by weight."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.beside import LEVELS, told_beside, word_before, word_beside
from dossier.language.quantities.candidate import Candidate
from dossier.language.quantities.cues import cues_of, is_blank
from dossier.language.quantities.nouns import CountedNoun, entry_of, lemma_of
from dossier.language.quantities.purposes import is_of_needy

DEFAULTS: Mapping[str, str] = {
    "person": "people", "deaths": "deaths", "money": "other", "percent": "share", "points": "change-in-rate",
    "index points": "count", "basis": "rate-change", "mass": "mass", "length": "distance", "area": "area",
    "energy": "energy", "power": "energy", "temperature": "temperature", "times": "count", "compared times": "ratio",
    "count": "count", "years": "duration", "words": "word-count", "pages": "page-count",
}  # fmt: skip
CLASS_FAMILIES: Mapping[str, str] = {
    "death": "deaths", "substance": "substances", "institution": "institutions", "company": "companies",
    "organization": "companies", "case": "cases", "country": "countries", "word": "words", "page": "pages",
    "point": "index points",
}  # fmt: skip
OWN_WEIGHT = 3.0
REACH = 7.0


def family_of_noun(noun: CountedNoun | None) -> str:
    """The cue family of a counted noun; a plain count without one."""
    if noun is None:
        return "count"
    entry = entry_of(noun)
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
    before, after = word_before(candidate, first), word_beside(near.doc, end.i + 1, 1)
    in_clause, phrase = frozenset(token.i for token in clause), range(near.i, last + 1)
    scene = Scene(candidate, _governor(near), in_clause, phrase, before, after)
    lemmas = cues_of(near.doc).lemmas[sentence[0].i : sentence[-1].i + 1]
    told = _told_by_noun(scene, lemmas)
    if told is not None:
        return told
    scores = _weigh(scene, sentence[0].i, sentence[-1].i + 1, lemmas)
    _settle(scores, scene)
    best = min(scores, key=lambda measure: (-scores[measure], measure), default="")
    chosen = best if best and scores[best] >= 1.0 else default_measure(family, candidate.unit)
    if chosen == "share" and (candidate.value or 0.0) < 0:
        chosen = "change-rate"  # 'fuel oil: -2.9%'
    return told_beside(_refined(chosen, lemmas, noun.words if noun is not None else ()), candidate)


def _told_by_noun(scene: Scene, lemmas: Sequence[str]) -> str | None:
    """What the counted noun or the number's own form settles: lives lost, soldiers lost, '£900-a-week'."""
    candidate, noun = scene.candidate, scene.candidate.noun
    if noun is not None and noun.lemma == "life" and not LOSING.isdisjoint(lemmas):
        return "deaths"
    if noun is not None and _is_governed_by(scene, ("lose",)):
        return "soldiers-killed" if _is_of_troops(noun) else None
    weekly = candidate.family == "money" and WEEKLY.match(text_of(candidate.near.doc), candidate.end) is not None
    return "wages" if weekly else None


def _is_governed_by(scene: Scene, verbs: Sequence[str]) -> bool:
    return scene.governor is not None and lemma_of(scene.governor) in verbs


DEADLY = ("kill", "die", "murder", "slay", "perish", "lose")


def _is_of_troops(noun: CountedNoun) -> bool:
    entry = entry_of(noun)
    return entry is not None and (entry.noun_class in ("troop", "soldier") or noun.lemma in MILITARY)


WEEKLY = re.compile(r"[-‑](?:an?|per)[-‑](?:week|hour|day)\b")


def _weigh(scene: Scene, low: int, high: int, lemmas: Sequence[str]) -> dict[str, float]:
    """The weight of every measure that a cue in the sentence or the counted noun itself speaks for."""
    scores: dict[str, float] = defaultdict(float)
    candidate, doc = scene.candidate, scene.candidate.near.doc
    entry = entry_of(candidate.noun) if candidate.noun is not None else None
    seated = candidate.noun is not None and candidate.noun.lemma == "seat" and POLITICS.isdisjoint(lemmas)
    if entry is not None and entry.measure and not (entry.noun_class == "troop" and _is_governed_by(scene, DEADLY)):
        scores["count" if seated else entry.measure] += OWN_WEIGHT
    for hit in cues_of(doc).between(ALIASES.get(candidate.family, candidate.family), low, high):
        token = doc[hit.token]
        if _is_idle(token, candidate) or _is_barred(hit.measure, hit.cue, token, scene, lemmas):
            continue
        boost = 2.0 if candidate.cue is not None and token.i == candidate.cue.i else 1.0
        scores[hit.measure] = max(scores[hit.measure], hit.weight * _nearness(token, scene) * boost)
    if seated:
        scores.pop("votes", None)
    return scores


POLITICS = frozenset(
    "parliament assembly election elect party senate house majority vote coalition legislature council lawmaker mp "
    "chamber congress opposition ballot constituency legislative government parliamentary senator republican democrat "
    "labour conservative incumbent".split()
)


def _is_barred(measure: str, cue: str, token: Token, scene: Scene, lemmas: Sequence[str]) -> bool:
    """Can the cue not mean this measure here, whatever its weight?"""
    candidate = scene.candidate
    if measure in SEIZED and _is_not_seized(candidate, lemmas):
        return True
    if measure == "share-price" and candidate.amount.has_magnitude:
        return True  # no share costs millions
    if measure == "aid" and candidate.noun is not None and candidate.noun.head.text[:1].isupper():
        return True  # '33 regional HIDTAs'
    if measure == "votes" and not _is_of_votes(scene):
        return True
    if measure == "refugees" and candidate.noun is not None and _is_of_troops(candidate.noun):
        return True  # 'despite 8,000 peacekeepers, a million people fled'
    if measure == "index-level" and candidate.noun is not None:
        return True  # '50 record highs'
    if measure == "injuries" and token.lower_ == "hurting":
        return True  # 'families are hurting'
    if measure == "purchase-volume" and candidate.noun is not None and token == candidate.noun.head:
        return True  # 'two executive orders'
    if measure == "arrests" and token.dep_ == "amod" and not RELEASING.isdisjoint(lemmas):
        return True  # 'the release of 30 detained sailors'
    if measure == "protesters" and cue in STIRRING and token.pos_ == "VERB" and token.i < candidate.near.i:
        return True  # 'rallied 30 allies', 'struck a town of 4,000 people'
    if candidate.family == "count" and candidate.noun is not None and measure in OF_PEOPLE:
        entry = entry_of(candidate.noun)
        own = "" if entry is None else entry.measure
        return own != measure and not {own, measure} <= OF_COURTS  # no balloon was charged
    if scene.before == "of" and candidate.near.i - candidate.near.sent.start <= 3 and token.i not in scene.phrase:
        return True  # 'Of 3,400 prisoners, 210 were executed': the whole was not
    if measure in RATES_OF_CHANGE and candidate.rule == "one-in":
        return True
    if measure in RATES_OF_CHANGE and cue not in LASTING:
        return scene.before in LEVELS or not _changes(token, scene)
    if measure == "troops":
        return not _is_military(token, scene)
    if measure == "participants" and is_of_needy(cue, candidate):
        return True
    if measure == "participants" and token.pos_ == "VERB":  # 'to attend to the needs of 1.8m migrants'
        return scene.governor is None or token.i != scene.governor.i
    if candidate.family == "rate" and measure in ("price", "wages", "exchange-rate", "share-price"):
        return not candidate.unit[:3].isupper()  # barrels per day are no price
    return measure == "trade-volume" and (candidate.unit in ("g", "mg", "ug") or candidate.unit[:3].isupper())


def _is_not_seized(candidate: Candidate, lemmas: Sequence[str]) -> bool:
    """'a dose of 5 mg', 'three new drugs': drugs are seized where somebody seizes, smuggles or finds them."""
    if candidate.family == "mass":
        is_small = candidate.unit in ("g", "mg", "ug")
        return (is_small or not FLOWING.isdisjoint(lemmas)) and SEIZING.isdisjoint(lemmas)
    noun, entry = candidate.noun, entry_of(candidate.noun) if candidate.noun is not None else None
    packed = entry is not None and entry.noun_class in PACKED or noun is not None and noun.lemma in PORTIONS
    return noun is not None and not packed or SEIZING.isdisjoint(lemmas)


RELEASING = frozenset(("release", "free", "swap", "exchange"))
STIRRING = ("rally", "strike", "march", "gather")
PACKED = frozenset(("dose", "substance", "package"))
PORTIONS = frozenset(
    "pill tablet dose capsule packet plant vial bag brick bundle ampoule patch strip wrap sachet bale block tab joint "
    "precursor kilo litre gallon ounce sack barrel drum".split()
)
SEIZED = frozenset(("drugs-seized", "chemicals-seized"))
FLOWING = frozenset(
    "come enter flow pour flood let allow cross bring ship import export produce grow consume use sell buy need".split()
)
SEIZING = frozenset(
    "seize seizure confiscate intercept interception bust haul smuggle smuggler smuggling traffic trafficker "
    "trafficking recover find discover impound stash raid arrest police customs border".split()
)


def _is_of_votes(scene: Scene) -> bool:
    """Votes are votes and seats; people are votes only where they vote."""
    family, noun = scene.candidate.family, scene.candidate.noun
    if family == "person":
        return _is_governed_by(scene, ("vote",))
    return family != "count" or noun is None or noun.lemma in ("vote", "ballot", "seat", "elector", "constituency")


ALIASES: Mapping[str, str] = {"compared times": "times", "money part": "money"}
LOSING = frozenset("lose loss claim cost take kill".split())


def _is_idle(token: Token, candidate: Candidate) -> bool:
    """Does the token say nothing of this number, though it could of another?"""
    family, near = candidate.family, candidate.near
    lower = token.lower_
    if family == "percent" and lower in DIRECTIONS and not _is_beside(token, near, candidate.last):
        return True
    if token.pos_ == "VERB" and lemma_of(token) in NOUNS_ONLY or lower in ("share", "gdp", "growth") and _joined(token):
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
    elif before == "by" and verb not in UNCHANGED or after in CHANGES and after != "growth":
        scores["change-rate"] = scores.get("change-rate", 0.0) + (3.0 if family == "percent" else 0.0)
    is_part = scene.candidate.amount.form == "fraction" and after in ("the", "its", "their", "all")
    if (after == "of" or is_part) and before != "by":  # 'a third of the staff', '8% of GDP', 'half the economy'
        scores.pop("change-rate", None)
        scores.pop("growth-rate", None)


def _is_change_noun(near: Token) -> bool:
    """'a drop of 7.5%', 'an increase of nearly 20 per cent'."""
    doc = near.doc
    words = [t for t in doc[max(0, near.i - 7) : near.i] if not is_blank(t)]
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
    known = [row for row in refinements() if row[0] == measure]
    joined = {"sentence": f" {' '.join(sentence)} ", "phrase": f" {' '.join(phrase)} "} if known else {}
    for _, cue, narrower, scope in known:
        if f" {cue} " in joined[scope]:
            return narrower
    return measure


def default_measure(family: str, unit: str = "") -> str:
    """Measure of a family where no cue decides."""
    if family == "rate" and PRICED.fullmatch(unit):
        return "price"
    return DEFAULTS.get(family, "count" if family in CLASS_FAMILIES.values() else "other")


PRICED = re.compile(r"[A-Z]{3} per (?:t|kg|g|lb|oz|troy oz|L|gal|barrels|bushels|kWh|MWh|m2|ft2|m3|BTU)")


def _nearness(token: Token, scene: Scene) -> float:
    """How much a cue at a token counts for the number, 1.3 at most."""
    near, governor = scene.candidate.near, scene.governor
    if token.i in scene.phrase:
        return 1.3
    distance = near.i - token.i if token.i < near.i else max(1, token.i - scene.phrase.stop + 1)
    nearness = REACH / (REACH + distance)
    beside = token.pos_ == "VERB" and 0 < near.i - token.i <= 2  # its object, whatever the parser says
    if beside or governor is not None and token.i == governor.i:
        return max(nearness, 0.85) + 0.25
    return nearness + 0.1 if token.i in scene.in_clause else nearness * 0.6


def _governor(token: Token) -> Token | None:
    """The verb that the number's phrase hangs on."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None
