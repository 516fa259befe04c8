"""Which amounts are figures: numbers that measure something, told apart from dates, names, ordinals and idioms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.measures import family_of_noun
from dossier.language.quantities.nouns import (
    TIME_UNITS,
    CountedNoun,
    TokenPlaces,
    find_counted_noun,
    is_plural,
    lemma_of,
    noun_entries,
    uncounted,
    unit_of_noun,
)

NUMERIC_ENTITIES = frozenset(("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "ORDINAL", ""))
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
AGE_AFTER = re.compile(r"[-‐‑ ]{0,2}(?:to[-‐‑ ]\d{1,3}[-‐‑ ])?years?[-‐‑ ](?:olds?\b|of[-‐‑ ]age\b)")
AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age of|aged between|ages of|aged from|turn(?:ed|s|ing)?)\s*$")
YOUNG_OR_OLD = re.compile(
    r"\b(?:children|people|those|anyone|men|women|adults|youths?|boys|girls|kids|everyone|persons|americans|over|under)[- ]$",
    re.I,
)
CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|:\d\d|GMT|UTC|[ECMP][SD]T\b|noon\b|hrs?\b|hours local)")
HALF_TIMES = frozenset(
    "first second other latter early later back last next bottom top better previous final opening".split()
)
SENTENCING = frozenset("sentence prison jail imprisonment imprison incarceration probation behind".split())
COMPARING = frozenset(
    "as more the less greater higher larger bigger stronger faster lower longer better worse likelier than smaller its their what".split()
)
TWICE = frozenset("as the what its their that those his her our".split())
MOVING = frozenset(
    "rise fall climb drop increase decrease decline grow reach total number hit stand jump surge soar swell exceed top "
    "surpass reduce dwindle shrink expand".split()
)  # fmt: skip


POINT_AFTER = re.compile(r"\s(?:of )?an? (?:percentage |percent )?point\b")
VAGUE_WORD = re.compile(r"tens|dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?")


@dataclass(frozen=True)
class Candidate:
    """A figure in the making. Offsets are into the block's text, end exclusive."""

    amount: Amount
    start: int
    end: int
    value: float | None
    value_max: float | None
    unit: str
    family: str  # of measure cues
    noun: CountedNoun | None
    near: Token  # first token of the number
    last: Token  # last token of number and unit
    rule: str
    measure: str | None = None  # where the pattern decides alone


def find_candidate(
    text: str, places: TokenPlaces, amount: Amount, is_time: Callable[[int, int], bool]
) -> Candidate | None:
    """The figure that an amount is, or None. ``is_time`` tells whether a time expression covers a stretch of the block."""
    tokens = places.at(amount.number_start, amount.end)
    if not tokens or amount.note == "score" and not _is_vote(tokens[0], places):
        return None
    age = _age(text, amount, tokens, places)
    if age is not None:
        return age
    if amount.form == "fraction" and amount.unit is None:
        return _fraction(text, amount, tokens, places)
    if amount.form == "multiple":
        return _multiple(amount, tokens)
    if amount.unit is not None:
        return _measured(amount, tokens, places)
    if amount.note != "score" and (_is_clock_or_list(text, amount) or _is_named(amount, tokens, places)):
        return None
    share = _one_in(text, amount, tokens)
    if share is not None:
        return share
    noun = find_counted_noun(places, amount)
    if noun is not None:
        return _counted(text, amount, tokens, noun, places, is_time)
    return _bare(text, amount, tokens, places, is_time)


def _build(
    amount: Amount, tokens: Sequence[Token], unit: str, family: str, rule: str, noun: CountedNoun | None = None,
    measure: str | None = None, scale: float = 1.0, end: int | None = None,
) -> Candidate:  # fmt: skip
    def scaled(value: float | None) -> float | None:
        return None if value is None else round(value * scale, 3) if scale != 1.0 else value

    if amount.value is None:
        rule = "vague-" + "-".join(
            w for w in VAGUE_WORD.findall(tokens[0].doc.text[amount.number_start : amount.number_end].lower())
        )
    return Candidate(
        amount, amount.start, end if end is not None else amount.end, scaled(amount.value), scaled(amount.value_max),
        unit, family, noun, tokens[0], tokens[-1], rule, measure,
    )  # fmt: skip


def _age(text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    if (
        amount.unit is not None
        or amount.value is None
        or not 0 < amount.value <= 120
        or amount.value != int(amount.value)
    ):
        return None
    after = AGE_AFTER.match(text, amount.end)
    if after is not None:
        return _build(amount, tokens, "years", "years", "age-years-old", measure="age", end=after.end())
    before = text[max(0, amount.start - 20) : amount.start]
    if AGE_BEFORE.search(before) and not text[amount.end : amount.end + 8].startswith((" people", " per")):
        return _build(amount, tokens, "years", "years", "age-aged", measure="age")
    following = text[amount.end : amount.end + 1]
    first = tokens[0].i
    if (
        before.endswith(", ")
        and following in (",", ".", ")")
        and first >= 2
        and amount.form == "digits"
        and amount.value > 12
    ):
        person = tokens[0].doc[first - 2]
        if person.pos_ == "PROPN" and person.ent_type_ == "PERSON" and amount.comparator == "eq":
            return _build(amount, tokens, "years", "years", "age-after-name", measure="age")
    direction = text[amount.start : amount.number_start].strip().lower()
    if direction in ("under", "over", "above", "below") and YOUNG_OR_OLD.search(before):
        return _build(amount, tokens, "years", "years", "age-over-under", measure="age")
    return None


def _fraction(text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """A part of a whole, in percent; 'the first half', 'half an hour' and 'a third man' are none."""
    doc, first, last = places.doc, tokens[0].i, tokens[-1].i
    before = doc[first - 1].lower_ if first else ""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    second = doc[last + 2].lower_ if last + 2 < len(doc) else ""
    words = text[amount.number_start : amount.number_end].lower()
    if POINT_AFTER.match(text, amount.end):
        return _build(amount, tokens, "percent", "points", "fraction-of-point")
    if (
        before in HALF_TIMES
        or before in ("-", "per", "each", "every", "this", "fiscal")
        or after in ("-", "hour", "hours", "time")
    ):
        return None
    if (
        after in ("a", "an")
        and second in uncounted("time")
        or after in uncounted("time")
        or amount.value is None
        or amount.value >= 1
    ):
        return None
    compared = amount.comparator != "eq" or before == "by"
    whole = after in ("of", "the", "its", "their", "his", "her", "all", "our", "those", "these")
    if (
        after == "of"
        and second.isdigit()
        or (after == "of" and doc[last + 2 : last + 4].text.lower() in ("the year", "the day"))
    ):
        return None
    many = words.endswith("s") or "/" in words or amount.number_end - amount.number_start == 1
    noun = places.doc[last + 1] if last + 1 < len(doc) else None
    if not (whole or compared or many and noun is not None and noun.pos_ in ("NOUN", "ADJ", "VERB", "AUX", "ADP")):
        return None
    return _build(amount, tokens, "percent", "percent", "fraction", scale=100.0)


def _multiple(amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    token = tokens[-1]
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in ("twice", "thrice", "double", "triple", "quadruple") and following not in TWICE:
        return None
    if amount.value is None or token.lower_.endswith("ing") and token.pos_ != "VERB":
        return None
    return _build(amount, tokens, "times", "times", "multiple", measure="ratio")


def _measured(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """An amount with a unit of its own."""
    unit = amount.unit or ""
    family = amount.family
    if family == "percent":
        family = "basis" if unit == "basis points" else "points" if amount.note == "points" else "percent"
    if family == "points" and unit == "points":
        family = "index points"
    if family == "ratio":
        return _times(amount, tokens, places)
    scale = 100.0 if amount.form == "fraction" and unit == "percent" else 1.0
    return _build(amount, tokens, unit, family, f"unit-{family}".replace(" ", "-"), scale=scale)


def _times(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    last = tokens[-1].i
    following = places.doc[last + 1] if last + 1 < len(places.doc) else None
    compares = following is not None and (following.lower_ in COMPARING or following.tag_ in ("JJR", "RBR"))
    if tokens[-1].lower_ == "time":
        return None
    return _build(amount, tokens, "times", "times", "times-compared" if compares else "times", measure=None)


def _is_clock_or_list(text: str, amount: Amount) -> bool:
    """Clock times, numbered lists, bracketed references, coordinates of documents."""
    before, after = text[: amount.number_start][-2:], text[amount.number_end : amount.number_end + 12]
    if CLOCK_AFTER.match(after) or before[-1:] in (":", "#", "№", "§"):
        return True
    if amount.number_start < 3 and after[:1] in (".", ")", "]") and after[1:2] in ("", " ") and amount.form == "digits":
        return True
    if after[:1] in (".", "_") and after[1:2].isalpha():
        return True
    if before[-1:] in ("(", "[") and after[:1] in (")", "]") and amount.comparator == "eq":
        return True
    return after[:1] in ("/", "°") or (after[:1] in ("-", "–") and after[1:2].isdigit())


def _is_named(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> bool:
    """'Article 5', 'Boeing 737', 'Title 18', 'Group of 20', 'June 5', 'in 2024': the number is part of a name or a date."""
    token, doc = tokens[0], places.doc
    first = token.i
    before = doc[first - 1] if first else None
    if amount.comparator != "eq":
        return False
    if before is not None and before.lower_.rstrip(".") in CALENDAR and before.text[0].isupper():
        return amount.value is not None and amount.value <= 31 and not _next_is_plural(doc, tokens[-1].i)
    following = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
    if following is not None and following.lower_.rstrip(".") in CALENDAR and following.text[0].isupper():
        return True
    if _is_year(amount, doc, tokens[-1].i, before):
        return True
    if before is None:
        return False
    label = before.lower_ if before.text != "." or first < 2 else doc[first - 2].lower_
    if amount.form == "digits" and label in uncounted("label"):
        return before.text[0].isupper() or not _next_is_plural(doc, tokens[-1].i)
    if before.lower_ == "of" and first >= 2 and doc[first - 2].text in ("Group", "Gang", "Chapter", "Committee"):
        return True
    if token.ent_type_ not in NUMERIC_ENTITIES and token.ent_iob_ == "I" and amount.form == "digits":
        return not _next_is_plural(doc, tokens[-1].i) or token.ent_type_ in ("LAW", "PRODUCT", "WORK_OF_ART")
    return before.pos_ == "PROPN" and amount.form == "digits" and not _next_is_plural(doc, tokens[-1].i)


def _next_is_plural(doc: Doc, last: int) -> bool:
    return any(t.tag_ in ("NNS", "NNPS") for t in doc[last + 1 : last + 3])


def _is_year(amount: Amount, doc: Doc, last: int, before: Token | None) -> bool:
    if (
        amount.form != "digits"
        or amount.value is None
        or amount.value != int(amount.value)
        or not 1500 <= amount.value <= 2100
    ):
        return False
    if amount.number_end - amount.number_start != 4:
        return (
            amount.value_max is not None
            and 1500 <= amount.value_max <= 2100
            and amount.number_end - amount.number_start <= 14
        )
    if before is not None and before.lower_ in (
        "the",
        "in",
        "since",
        "by",
        "until",
        "from",
        "of",
        "during",
        "through",
        "before",
        "after",
        "late",
        "early",
        "mid",
        "for",
        "to",
        "and",
        "its",
        "their",
    ):
        return True
    return not _next_is_plural(doc, last)


def _one_in(text: str, amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    """'one in five Americans', 'nine out of 10 voters': the first number; the second is dropped as part of it."""
    found = ONE_IN.match(text, amount.number_end)
    below = (
        None
        if found is None
        else SMALL.get(found.group(1).lower(), None) or (float(found.group(1)) if found.group(1).isdigit() else None)
    )
    if found is None or below is None or amount.value is None or not 0 < amount.value < below <= 1000:
        return None
    following = text[found.end() : found.end() + 9].lower()
    if following.strip().startswith(tuple(uncounted("time"))):
        return None
    return _build(amount, tokens, "percent", "percent", "one-in", scale=100.0 / below, end=found.end())


ONE_IN = re.compile(
    r"\s(?:in|out of)(?: every)? (\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b(?![.,]\d)"
)
SMALL = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True)) | {
    "twenty": 20,
    "hundred": 100,
}


def _is_vote(token: Token, places: TokenPlaces) -> bool:
    around = places.doc[max(0, token.i - 6) : token.i + 8]
    return any(lemma_of(t) in ("vote", "ruling", "majority", "senate", "house") for t in around)


def _counted(
    text: str,
    amount: Amount,
    tokens: Sequence[Token],
    noun: CountedNoun,
    places: TokenPlaces,
    is_time: Callable[[int, int], bool],
) -> Candidate | None:
    lemma, entry = noun.lemma, noun_entries().get(noun.lemma)
    if lemma in TIME_UNITS and (noun.words[:-1] == () or amount.is_hyphenated):
        return _duration(amount, tokens, noun, places)
    if lemma in uncounted("time") or lemma in uncounted("any"):
        return None
    if noun.words and noun.words[0] in uncounted("time"):
        return None
    if amount.value is not None and is_time(amount.number_start, amount.number_end):
        return None
    if noun.head.text.isupper() and len(noun.head.text) <= 4 or lemma in ("u.s.c", "stat"):
        return None
    hyphenated = amount.is_hyphenated and noun.start <= amount.end + 1
    if hyphenated and (entry is None or entry.use == "free"):
        return None
    if not hyphenated and not is_plural(noun) and amount.value != 1:
        return None
    word = text[amount.number_start : amount.number_end].lower()
    if word == "one" and not _is_counted_one(tokens[0], noun, entry is not None and entry.noun_class == "person"):
        return None
    before = places.doc[tokens[0].i - 1] if tokens[0].i else None
    definite = before is not None and before.lower_ in ("the", "these", "those", "our", "both", "their", "its", "all")
    if (
        amount.form == "words"
        and (amount.value or 99) <= 3
        and amount.comparator == "eq"
        and lemma in uncounted("definite")
    ):
        if definite or amount.value == 2 and len(noun.words) == 1:
            return None
    if amount.value == 0 and amount.form == "words" and lemma in ("tolerance", "sum", "emission"):
        return None
    if lemma in ("million", "thousand", "hundred", "billion"):
        return None
    return _build(
        amount, tokens, unit_of_noun(noun), family_of_noun(noun), "counted-noun", noun, end=max(noun.end, amount.end)
    )


def _is_counted_one(token: Token, noun: CountedNoun, is_person: bool) -> bool:
    """'one' counts only people that something happened to, as in 'one person was killed and two were hurt'."""
    verb = noun.head.head
    return (
        is_person
        and not noun.is_partitive
        and verb.pos_ == "VERB"
        and lemma_of(verb) in ONE_HAPPENED
        and noun.head.dep_ in ("nsubjpass", "dobj", "nsubj")
    )


ONE_HAPPENED = frozenset(
    "kill die injure wound hurt arrest detain charge convict rescue shoot sentence drown perish".split()
)


def _duration(amount: Amount, tokens: Sequence[Token], noun: CountedNoun, places: TokenPlaces) -> Candidate | None:
    """Durations are time expressions; only the length of a sentence that a court imposed is a figure too."""
    around = places.doc[max(0, tokens[0].i - 7) : noun.head.i + 6]
    if noun.lemma in ("year", "month") and any(lemma_of(t) in SENTENCING for t in around) and amount.value is not None:
        return _build(
            amount,
            tokens,
            TIME_UNITS[noun.lemma],
            "time",
            "sentence-length",
            noun,
            measure="sentence-length",
            end=noun.end,
        )
    return None


def _bare(
    text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces, is_time: Callable[[int, int], bool]
) -> Candidate | None:
    """A number without a noun: people by what happened to them, or a count whose noun stands before."""
    if is_time(amount.number_start, amount.number_end) or amount.form == "words" and (amount.value or 0) < 2:
        return None
    doc, first, last = places.doc, places.first_from(amount.start), tokens[-1].i
    before = doc[first - 1] if first else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if amount.note == "score":
        return _build(amount, tokens, "votes", "count", "vote-tally", measure="votes")
    if after is not None and (after.lower_ in ("more", "others") and last + 2 < len(doc)):
        after = doc[last + 2]
    verb = _casualty_verb(before, after, doc)
    if verb is not None:
        end = (
            amount.end
            if after is None or doc[last + 1].lower_ not in ("more", "others")
            else doc[last + 1].idx + len(doc[last + 1])
        )
        return _build(amount, tokens, "people", "person", "verb-object", end=end)
    if before is not None and before.lower_ == "of" and first >= 2 and doc[first - 2].lower_ == "population":
        return _build(amount, tokens, "people", "person", "population", measure="population")
    if before is not None and before.lower_ == "magnitude" and (amount.value or 99) < 10:
        return _build(amount, tokens, "magnitude", "other", "magnitude")
    if before is not None and before.lower_ == "of" and first >= 2 and doc[first - 2].lower_ in ("toll", "total"):
        return _from_antecedent(amount, tokens, places, "stated-total")
    of_whom = first >= 2 and doc[first - 1].lower_ in ("whom", "which", "them") and doc[first - 2].lower_ == "of"
    of_those = (
        last + 2 < len(doc)
        and doc[last + 1].lower_ == "of"
        and doc[last + 2].lower_ in ("them", "whom", "which", "those", "these")
    )
    if of_whom or of_those:
        return _from_antecedent(amount, tokens, places, "part-of-count")
    large = (amount.value or 0) >= 1000 or amount.has_magnitude or amount.value is None
    governor = next((a for a in tokens[0].ancestors if a.pos_ == "VERB"), None)
    moved = (
        governor is not None
        and lemma_of(governor) in MOVING
        and before is not None
        and before.lower_ in ("to", "at", "from", "by", "of")
    )
    moved = (
        moved
        or before is not None
        and lemma_of(before) in ("total", "reach", "number", "hit", "exceed", "top", "surpass")
    )
    if moved and (large or amount.comparator != "eq" or (amount.value or 0) >= 20):
        return _from_antecedent(amount, tokens, places, "moved-count")
    if (
        large
        and amount.form != "vague"
        and (amount.comparator != "eq" or amount.has_magnitude or "," in text[amount.number_start : amount.number_end])
    ):
        return _from_antecedent(amount, tokens, places, "large-count")
    return None


def _casualty_verb(before: Token | None, after: Token | None, doc: Doc) -> Token | None:
    """The verb of 'killed 12', 'more than 700 arrested', '12 were injured', where people are what is counted."""
    if before is not None and before.pos_ == "VERB" and lemma_of(before) in PEOPLE_VERBS:
        return before
    if after is None:
        return None
    if after.pos_ in ("VERB", "ADJ") and lemma_of(after) in PEOPLE_VERBS | {"dead", "injured", "wounded", "missing"}:
        return after
    if after.pos_ == "AUX":
        for token in doc[after.i + 1 : after.i + 4]:
            if token.pos_ in ("VERB", "ADJ") and lemma_of(token) in PEOPLE_VERBS | {"dead", "missing"}:
                return token
    return None


PEOPLE_VERBS = frozenset(
    "kill injure wound hurt arrest detain prosecute charge convict evacuate rescue hospitalize hospitalise indict jail "
    "imprison displace die deport execute infect test employ apprehend abduct kidnap murder".split()
)


def _from_antecedent(amount: Amount, tokens: Sequence[Token], places: TokenPlaces, rule: str) -> Candidate:
    """Take the counted noun from before the number in the same sentence: a plural noun that the lexicon knows, nearest first."""
    sentence = tokens[0].sent
    for token in reversed(list(places.doc[sentence.start : tokens[0].i])):
        entry = noun_entries().get(lemma_of(token))
        if token.pos_ in ("NOUN", "PROPN") and entry is not None and token.tag_ in ("NNS", "NNPS"):
            noun = CountedNoun(token, token.idx, token.idx + len(token), (lemma_of(token),), False)
            return _build(amount, tokens, unit_of_noun(noun), family_of_noun(noun), rule, noun)
    if any(lemma_of(t) in ("toll", "dead", "death") for t in sentence):
        return _build(amount, tokens, "deaths", "deaths", rule)
    if any(t.text in INDEXES for t in sentence):
        return _build(amount, tokens, "points", "points", rule, measure="index-level")
    return _build(amount, tokens, "count", "count", rule)


INDEXES = frozenset("Dow Nasdaq S&P FTSE Nikkei Sensex DAX CAC Kospi index Index Composite Hang".split())
