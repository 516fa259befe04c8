"""Numbers whose form says what they measure: ages, fractions, multiples, 'one in five', sentences of a court."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.bare import CONTESTED, WINNING
from dossier.language.quantities.candidate import Candidate, build
from dossier.language.quantities.nouns import TIME_UNITS, CountedNoun, TokenPlaces, lemma_of, uncounted

AGE_AFTER = re.compile(
    r"[-‐‑ ]{0,2}(?:to[-‐‑ ]\d{1,3}[-‐‑ ])?(?P<unit>year|month|week|day)s?[-‐‑ ](?:olds?\b|of[-‐‑ ]age\b)"
)

AGE_OR_MORE = re.compile(
    r"\s(?:or|and) (?:older|younger)\b|\s(?:or|and) (?:over|above|under|up)\b"
    r"(?=[.,;)]|$| (?:are|were|who|can|may|must|should|will|to|in)\b)"
)

AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|age of|as young as|as old as|younger than|older than|aged between|ages of|aged from"
    r"|turn(?:ed|s|ing)?)\s*$"
)

MUST_BE = re.compile(
    r"\b(?:be|is|are|was|were|being|adults|people|everyone|anyone|those|women|men|children|aged|all|for)\s(?:aged\s)?$",
    re.I,
)

YOUNG_OR_OLD = re.compile(
    r"\b(?:children|people|those|anyone|everyone|persons|adults|youths?|men|women|boys|girls|kids|over|under)[- ]$",
    re.I,
)

HALF_TIMES = frozenset(
    "first second other latter early later back last next bottom top better previous final opening".split()
)

SENTENCING = frozenset("sentence prison jail imprisonment imprison incarceration probation bars".split())

COURTS = frozenset("court judge magistrate convict conviction guilty sentence".split())

TWICE = frozenset("as the what its their that those his her our".split())

POINT_AFTER = re.compile(r"(?:\s(?:of )?an? |[- ])(?:percentage |percent )?point\b")

ONE_IN = re.compile(
    r"\s(?:in|out\sof)(?:\severy)?\s(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b(?![.,]\d)"
)

SMALL = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True)) | {
    "twenty": 20,
    "hundred": 100,
}


MOVED_BY = frozenset("by up down rose fell risen fallen jumped dropped climbed slipped grew shrank".split())
ROUND = (3, 4, 5, 10, 20, 100, 1000)


def read_age(text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    if (
        amount.unit is not None
        or amount.value is None
        or not 0 < amount.value <= 120
        or amount.value != int(amount.value)
    ):
        return None
    after = AGE_AFTER.match(text, amount.end)
    if after is not None:
        unit = after["unit"] + "s"
        return build(amount, tokens, unit, "years", "age-years-old", measure="age", end=after.end())
    before = text[max(0, amount.start - 20) : amount.start]
    bound = AGE_OR_MORE.match(text, amount.number_end)
    if bound is not None and amount.form == "digits" and amount.value >= 1 and MUST_BE.search(before):
        return build(amount, tokens, "years", "years", "age-or-older", measure="age", end=max(amount.end, bound.end()))
    if AGE_BEFORE.search(before) and not text[amount.end : amount.end + 8].startswith((" people", " per")):
        return build(amount, tokens, "years", "years", "age-aged", measure="age")
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
            return build(amount, tokens, "years", "years", "age-after-name", measure="age")
    direction = text[amount.start : amount.number_start].strip().lower()
    if direction in ("under", "over", "above", "below") and YOUNG_OR_OLD.search(before):
        return build(amount, tokens, "years", "years", "age-over-under", measure="age")
    return None


def read_second_age(text: str, amount: Amount, tokens: Sequence[Token], previous: Candidate | None) -> Candidate | None:
    """The other end of 'between the ages of 18 and 49'."""
    if previous is None or previous.rule != "age-aged" or amount.form != "digits" or amount.unit is not None:
        return None
    spanned = BETWEEN_AGES.search(text[max(0, previous.start - 24) : previous.start]) is not None
    joined = text[previous.end : amount.start].strip() in ("and", "to", "through")
    grown = (previous.value or 0.0) < (amount.value or 0.0) <= OLDEST
    if not (spanned and joined and grown):
        return None
    return build(amount, tokens, previous.unit, "years", "age-aged", measure="age")


BETWEEN_AGES = re.compile(r"\b(?:ages(?: of| from)?|aged (?:between|from)|between)\s*$")
OLDEST = 120


def read_fraction(text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """A part of a whole, in percent; 'the first half', 'half an hour' and 'a third man' are none."""
    doc, first, last = places.doc, tokens[0].i, tokens[-1].i
    before = doc[first - 1].lower_ if first else ""
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    second = doc[last + 2].lower_ if last + 2 < len(doc) else ""
    words = text[amount.number_start : amount.number_end].lower()
    point = POINT_AFTER.match(text, amount.end)
    if point is not None:
        return build(amount, tokens, "percent", "points", "fraction-of-point", end=point.end())
    if TENTHS.search(words) and not OF_WHOLE.match(text, amount.end):
        return _read_tenths(text, amount, tokens)
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
    compared = amount.comparator != "eq" or before in MOVED_BY
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
    return build(amount, tokens, "percent", "percent", "fraction", scale=100.0)


TENTHS = re.compile(r"(?:tenths?|hundredths?|thousandths?)$")
OF_WHOLE = re.compile(r"\sof\s(?:the|all|its|their|those|these|our|her|his|every|[a-z]+s|what|[A-Z])\b")
OF_PERCENT = re.compile(r"\sof (?:an?|one|1) ?(?:percent|per cent|%)")


def _read_tenths(text: str, amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    """'two tenths of one percent' is 0.2 percent, 'fell three-tenths to 4.1%' points; of a mile it is no figure."""
    percent = OF_PERCENT.match(text, amount.end)
    if percent is not None:
        return build(amount, tokens, "percent", "percent", "fraction-of-percent", end=percent.end())
    sentence = tokens[0].sent
    is_rate = any(t.text == "%" or t.lower_ in ("percent", "percentage") for t in sentence)
    moved = any(a.pos_ in ("VERB", "AUX") and lemma_of(a) in MOVING_BY for a in tokens[-1].ancestors)
    if not is_rate or not moved or text[amount.end : amount.end + 4] == " of ":
        return None
    return build(amount, tokens, "percent", "points", "fraction-of-point")


MOVING_BY = frozenset(
    "rise fall climb drop increase decrease decline grow slip tick edge jump slow ease dip gain".split()
)


def read_multiple(amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    token = tokens[-1]
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in ("twice", "thrice", "double", "triple", "quadruple") and following not in TWICE:
        return None
    if amount.value is None or token.lower_.endswith("ing") and token.pos_ != "VERB":
        return None
    return build(amount, tokens, "times", "times", "multiple", measure="ratio")


def read_strong(text: str, amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    """'a 300,000-strong army': people."""
    found = STRONG.match(text, amount.end) if (amount.value or 0) > 1 and amount.unit is None else None
    return build(amount, tokens, "people", "person", "n-strong", end=found.end()) if found is not None else None


STRONG = re.compile(r"[-‐‑]strong\b")


def read_part_of_point(text: str, amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    """'0.2 of a point': of a percentage point."""
    found = OF_POINT.match(text, amount.end) if amount.unit is None and 0 < (amount.value or 0) < 1 else None
    return build(amount, tokens, "percent", "points", "part-of-point", end=found.end()) if found is not None else None


OF_POINT = re.compile(r"\sof an?\s(?:percentage\s|percent\s)?point\b")


def is_of_rate(amount: Amount, last: Token) -> bool:
    """'a quarter-point cut', 'half-point rises': what a central bank moves its rate by."""
    step = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
    is_part = amount.value in (0.25, 0.5, 0.75)
    before = last.doc[max(last.sent.start, last.i - 9) : last.i]
    if is_part and any(t.lower_ in ("rate", "rates") for t in before):
        return True  # 'raised its key rate by a quarter-point'
    return is_part and step is not None and (lemma_of(step) in STEPS or step.lower_ in ("rate", "interest"))


STEPS = frozenset("cut hike increase reduction rise raise rise move step decrease change adjustment".split())


def read_one_in(text: str, amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    """'one in five Americans', 'nine out of 10 voters': the first number; the second is dropped as part of it."""
    found = ONE_IN.match(text, amount.number_end) or _one_x_in(text, amount, tokens)
    below = (
        None
        if found is None
        else SMALL.get(found.group(1).lower(), None) or (float(found.group(1)) if found.group(1).isdigit() else None)
    )
    if found is None or below is None or amount.value is None or not 0 < amount.value < below <= 1000:
        return None
    if found.group().split()[0] == "out" and amount.form == "digits" and below not in ROUND:
        return None  # '25 out of 35 drones' counts drones
    following = text[found.end() : found.end() + 9].lower()
    if following.strip().startswith(tuple(uncounted("time"))):
        return None
    return build(amount, tokens, "percent", "percent", "one-in", scale=100.0 / below, end=found.end())


def _one_x_in(text: str, amount: Amount, tokens: Sequence[Token]) -> re.Match[str] | None:
    """'one child in five': a share, where nothing that is counted follows the second number."""
    found = ONE_X_IN.match(text, amount.number_end) if amount.form == "words" and amount.value == 1 else None
    if found is None:
        return None
    doc = tokens[0].doc
    after = next((t for t in doc[tokens[-1].i + 1 : tokens[-1].i + 8] if t.idx >= found.end()), None)
    return found if after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") else None


ONE_X_IN = re.compile(
    r"\s[a-z]+(?:\s[a-z]+)?\sin(?:\severy)?\s(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b(?![.,]\d|%)"
)


def read_duration(
    amount: Amount, tokens: Sequence[Token], noun: CountedNoun, places: TokenPlaces, previous: Candidate | None
) -> Candidate | None:
    """Durations are time expressions; only the length of a sentence that a court imposed is a figure too."""
    around = places.doc[max(0, tokens[0].i - 7) : noun.head.i + 6]
    imposed = any(lemma_of(t) in SENTENCING for t in around)
    verb = tokens[0].doc[tokens[0].i - 1] if tokens[0].i else None
    if verb is not None and lemma_of(verb) in ("give", "get", "receive", "hand") and amount.comparator == "eq":
        courts = any(lemma_of(t) in COURTS for t in tokens[0].doc)
        imposed = imposed or courts or previous is not None and previous.measure == "sentence-length"
    if noun.lemma in ("year", "month") and imposed and amount.value is not None:
        return build(
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


ONE_HAPPENED = frozenset("kill die injure wound hurt arrest detain charge convict rescue shoot sentence drown".split())


ONE_DESTROYED = frozenset("destroy damage burn demolish gut flatten sink seize torch".split())


def is_counted_one(token: Token, noun: CountedNoun, is_person: bool) -> bool:
    """'one' counts people that something happened to ('one person was killed') and what is won ('won one seat')."""
    verb = noun.head.head
    if noun.lemma in CONTESTED and noun.head.dep_ == "dobj" and lemma_of(verb) in WINNING:
        return True
    is_told = not noun.is_partitive and verb.pos_ == "VERB"
    if is_told and not is_person:  # 'one home was destroyed'
        return lemma_of(verb) in ONE_DESTROYED and noun.head.dep_ in ("nsubjpass", "dobj")
    return is_told and lemma_of(verb) in ONE_HAPPENED and noun.head.dep_ in ("nsubjpass", "dobj", "nsubj")
