"""Which amounts are figures: numbers that measure something, told apart from dates, names, ordinals and idioms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.bare import INDEXES, read_bare, read_magnitude, read_named_total, read_shared_out
from dossier.language.quantities.candidate import Candidate, build
from dossier.language.quantities.measures import family_of_noun
from dossier.language.quantities.naming import (
    is_calibre,
    is_coded,
    is_emphasis,
    is_money_of_year,
    is_named_number,
    is_of_address,
    is_often,
    is_taken_back,
)
from dossier.language.quantities.nouns import (
    TIME_UNITS,
    CountedNoun,
    TokenPlaces,
    find_counted_noun,
    is_plural,
    lemma_of,
    noun_entries,
    party_unit,
    uncounted,
    unit_of_noun,
)
from dossier.language.quantities.special_forms import (
    is_counted_one,
    is_of_rate,
    read_age,
    read_duration,
    read_fraction,
    read_multiple,
    read_one_in,
    read_part_of_point,
    read_second_age,
    read_strong,
)
from dossier.language.quantities.units import currency_words
from dossier.language.quantities.years import is_year, next_is_plural

NUMERIC_ENTITIES = frozenset(("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "ORDINAL", ""))

CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)

CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|:\d\d|GMT|UTC|[ECMP][SD]T\b|noon\b|hrs?\b|hours local)")

EXCEPTED = re.compile(r"\b(?:all|none|nobody|everyone) but $", re.I)
RANKED = frozenset(
    "column phase tier category type class grade stage level title chapter annex schedule section article".split()
)

ODDS = re.compile(r"\b(?:1|[Oo]ne) in (?:every |about |some )?$")
LEGAL_BEFORE = re.compile(
    r"(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?|§+|\bFR|Stat\.|Pub\. ?L\.|\b(?:sections?|sec\.))\s*$", re.I
)
LEGAL_AFTER = re.compile(
    r"\s?(?:U\.?\s?S\.?\s?C\b|C\.?\s?F\.?\s?R\b|F\.?\s?R\.?\s\d|Fed\.?\s?(?:Reg|Supp|App|R)\b|F\.?\s?(?:[234]d|4th|Supp)\b"
    r"|Stat\.|U\.S\.\s\d|S\.\s?Ct\b|L\.\s?Ed\b)"
)

COMPARING = frozenset(
    (
        "as more the less greater higher larger bigger stronger faster lower longer better worse likelier "
        "than smaller its their what over above"
    ).split()
)


def find_candidate(
    text: str,
    places: TokenPlaces,
    amount: Amount,
    is_time: Callable[[int, int], bool],
    previous: Candidate | None = None,
) -> Candidate | None:
    """The figure that an amount is, or None.

    ``is_time`` tells whether a time expression covers a stretch, ``previous`` is the last figure of the paragraph.
    """
    tokens = places.at(amount.number_start, amount.end)
    is_vote = amount.unit is None and bool(tokens) and _is_vote(tokens[0], places)
    if not tokens or amount.note == "score" and not is_vote or is_taken_back(amount, text):
        return None
    if amount.note == "score":
        return build(amount, tokens, "votes", "count", "vote-tally", measure="votes")
    if amount.note == "ratio":
        return build(amount, tokens, "times", "times", "to-one", measure="ratio")
    age = read_age(text, amount, tokens, places) or read_second_age(text, amount, tokens, previous)
    if age is not None:
        return age
    if amount.form == "fraction" and amount.unit is None:
        return read_fraction(text, amount, tokens, places)
    if amount.form == "multiple":
        return read_multiple(amount, tokens)
    if amount.unit is not None:
        return _measured(amount, tokens, places)
    shared = read_shared_out(text, amount, tokens, previous)
    if shared is not None:
        return shared
    magnitude = read_magnitude(text, amount, tokens)
    if magnitude is not None:
        return magnitude
    if EXCEPTED.search(text[max(0, amount.start - 12) : amount.start]):
        return None  # 'all but two died'
    if _is_clock_or_list(text, amount) or _is_named(amount, tokens, places):
        return None
    special = read_strong(text, amount, tokens) or read_part_of_point(text, amount, tokens)
    share = special or read_one_in(text, amount, tokens)
    if share is not None:
        return share
    noun = find_counted_noun(places, amount)
    if noun is not None and noun.head.lower_ not in CALENDAR:
        counted = _counted(text, amount, tokens, noun, places, is_time, previous)
        is_other = counted is None and not is_plural(noun) and not amount.is_hyphenated
        return read_named_total(amount, tokens, places) if is_other else counted
    return read_bare(text, amount, tokens, places, is_time, previous)


def _measured(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """An amount with a unit of its own."""
    if amount.family == "angle" and amount.value in (180.0, 360.0):
        return None  # 'a 360-degree view', 'a 180-degree turn'
    if amount.form == "words" and is_named_number(amount, tokens):
        return None  # 'Three Mile Island'
    if is_coded(amount, text_of(places.doc)) or is_money_of_year(amount, text_of(places.doc)):
        return None
    if is_calibre(amount, text_of(places.doc)) or is_emphasis(amount, text_of(places.doc)):
        return None
    weighed = amount.family in ("mass", "volume") and _next_word(tokens[-1]) == "of"
    priced = amount.family == "money" and amount.comparator != "eq"
    if amount.form == "article" and not (weighed or priced):
        return None
    unit = amount.unit or ""
    family = amount.family
    if family == "percent":
        family = "basis" if unit == "basis points" else "points" if amount.note == "points" else "percent"
    if family == "points" and unit == "points":
        family = "index points"
    if unit == "percent" and _next_word(tokens[-1]) in ("ci", "confidence"):
        return None  # the interval of a study
    if family == "ratio":
        return _times(amount, tokens, places)
    currency = _priced_currency(amount, tokens[0]) if family == "money" else None
    if currency is not None:
        rule = "unit-exchange-rate"
        return build(amount, tokens, f"{unit} per {currency}", "rate", rule, measure="exchange-rate")
    scale = 100.0 if amount.form == "fraction" and unit == "percent" else 1.0
    if unit == "basis points":
        unit, scale = "percent", 0.01
    if family == "index points" and is_of_rate(amount, tokens[-1]):
        return build(amount, tokens, "percent", "basis", "part-of-point-of-rate", measure="rate-change")
    if family == "index points" and _follows_percent(tokens[0]):
        unit, family = "percent", "points"
    return build(amount, tokens, unit, family, f"unit-{family}".replace(" ", "-"), scale=scale)


def _priced_currency(amount: Amount, token: Token) -> str | None:
    """Of 'The euro rose to $1.05' and 'the dollar bought 149.8 yen' the currency whose price is given."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or amount.has_magnitude or (amount.value or 0) >= 1e6 or lemma_of(verb) not in QUOTED:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i), None)
    code = currency_words().get((subject.lower_,)) if subject is not None else None
    return code if code != amount.unit else None


QUOTED = frozenset(
    "trade fetch buy stand be fall rise slip weaken strengthen hit reach drop gain quote change climb jump sink plunge "
    "touch ease firm edge slide soar dip tumble settle close".split()
)


def _follows_percent(token: Token) -> bool:
    """'Turnout was 61%, up two points': the points are of the percentage before, unless an index is spoken of."""
    before = token.doc[token.sent.start : token.i]
    is_percent = any(t.text == "%" or t.lower_ in ("percent", "cent") for t in before)
    of_index = any(t.text in INDEXES or t.lower_ in ("share", "shares", "stocks") for t in before)
    return (is_percent or "margin of error" in before.text.lower()) and not of_index


def _next_word(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _times(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """'three times as many' is a ratio, 'struck 174 times' a count."""
    last = tokens[-1].i
    following = next((t for t in places.doc[last + 1 : last + 4] if t.text.strip("* ")), None)
    compares = following is not None and (following.lower_ in COMPARING or following.tag_ in ("JJR", "RBR"))
    if following is not None and following.lower_ == "as":  # 'twice as many', not 'served three times as a judge'
        compares = last + 2 < len(places.doc) and places.doc[last + 2].pos_ in ("ADJ", "ADV")
    if tokens[-1].lower_ == "time":
        return None
    compares = compares or text_of(places.doc)[amount.number_end : amount.end].endswith("fold")
    if is_often(amount, places.doc[: tokens[0].i].text):
        return None
    family, rule = ("compared times", "times-compared") if compares else ("times", "times")
    return build(amount, tokens, "times", family, rule)


def _is_clock_or_list(text: str, amount: Amount) -> bool:
    """Clock times, numbered lists, bracketed references, coordinates of documents."""
    start = amount.number_start
    before, after = text[max(0, start - 2) : start], text[amount.number_end : amount.number_end + 12]
    if ODDS.search(text[max(0, amount.number_start - 20) : amount.number_start]) and (amount.value or 0) > 1000:
        return True
    if CLOCK_AFTER.match(after) or before[-1:] in (":", "#", "№", "§"):
        return True
    is_item = after[:1] in (".", ")", "]") and (len(after) == 1 or not after[1].isprintable() or after[1].isspace())
    if amount.number_start < 3 and is_item and amount.form == "digits":
        return True
    if after[:1] in (".", "_") and after[1:2].isalpha():
        return True
    if before[-1:] in ("(", "[") and after[:1] in (")", "]") and amount.comparator == "eq":
        return True
    if is_of_address(text, start, amount.number_end):
        return True
    return after[:1] in ("/", "°") or (after[:1] in ("-", "–") and after[1:2].isdigit())


def _is_named(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> bool:
    """Is the number part of a name or a date: 'Article 5', 'Boeing 737', 'Group of 20', 'June 5'?"""
    token, doc = tokens[0], places.doc
    first = token.i
    before = doc[first - 1] if first else None
    if amount.comparator == "range" and is_year(amount, doc, tokens[-1].i, before):
        return True
    cited = LEGAL_BEFORE.search(text_of(doc)[max(0, amount.number_start - 16) : amount.number_start])
    if cited or LEGAL_AFTER.match(text_of(doc), amount.number_end) or is_named_number(amount, tokens):
        return True
    if amount.comparator != "eq":
        return False
    if (amount.value or 0) < 0:
        return True
    if before is not None and before.lower_.rstrip(".") in CALENDAR and before.text[0].isupper():
        return amount.value is not None and amount.value <= 31 and not next_is_plural(doc, tokens[-1].i)
    following = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
    is_day = (amount.value or 0) <= 31  # 'the toll touched 119 Thursday'
    if is_day and following is not None and following.lower_.rstrip(".") in CALENDAR and following.text[0].isupper():
        return True
    if is_year(amount, doc, tokens[-1].i, before):
        return True
    if before is None:
        return False
    label = before.lower_ if before.text != "." or first < 2 else doc[first - 2].lower_
    if amount.form == "digits" and label in RANKED and (amount.value or 99) <= 20:
        return True  # 'phase 3 trials', 'column 2 rates'
    if amount.form == "digits" and label in uncounted("label"):
        return before.text[0].isupper() or not next_is_plural(doc, tokens[-1].i)
    if before.lower_ == "of" and first >= 2 and doc[first - 2].text in ("Group", "Gang", "Chapter", "Committee"):
        return True
    if any(lemma_of(t) in TELLING for t in doc[max(0, first - 5) : first - 1]) and next_is_plural(doc, tokens[-1].i):
        return False  # 'told Reuters 95 people were safe'
    if token.ent_type_ not in NUMERIC_ENTITIES and token.ent_iob_ == "I" and amount.form == "digits":
        return not next_is_plural(doc, tokens[-1].i) or token.ent_type_ in ("LAW", "PRODUCT", "WORK_OF_ART")
    beside = before.head == token.head or token.head == before
    if amount.form == "digits" and before.pos_ in ("NOUN", "PROPN") and before.dep_ in ("compound", "nmod") and beside:
        return True  # 'the copper 232 tariffs': what is counted would have its number before its other words
    return before.pos_ == "PROPN" and amount.form == "digits" and not next_is_plural(doc, tokens[-1].i)


TELLING = frozenset(("tell", "inform"))
VOTING = frozenset(
    "vote rule ruling majority senate house decision court verdict justice panel committee bill motion amendment "
    "resolution nomination confirm".split()
)


def _is_vote(token: Token, places: TokenPlaces) -> bool:
    around = places.doc[max(0, token.i - 10) : token.i + 8]
    return any(lemma_of(t) in VOTING for t in around)


def _counted(
    text: str,
    amount: Amount,
    tokens: Sequence[Token],
    noun: CountedNoun,
    places: TokenPlaces,
    is_time: Callable[[int, int], bool],
    previous: Candidate | None,
) -> Candidate | None:
    lemma, entry = noun.lemma, noun_entries().get(noun.lemma)
    if lemma in TIME_UNITS and (noun.words[:-1] == () or amount.is_hyphenated):
        return read_duration(amount, tokens, noun, places, previous)
    if lemma in uncounted("time") or lemma in uncounted("any"):
        return None
    if noun.words and noun.words[0] in uncounted("time"):
        return None
    if amount.value is not None and is_time(amount.number_start, amount.number_end):
        return None
    if noun.head.text.isupper() and len(noun.head.text) <= 4 or any(sign in noun.head.text for sign in "()[]§/="):
        return None
    hyphenated = amount.is_hyphenated and noun.start <= amount.end + 1
    if hyphenated and (entry is None or entry.use == "free" and entry.noun_class != "person"):
        return None
    if not hyphenated and not is_plural(noun) and amount.value != 1:
        return None
    word = text[amount.number_start : amount.number_end].lower()
    if word == "one" and not is_counted_one(tokens[0], noun, entry is not None and entry.noun_class == "person"):
        return None
    before = places.doc[tokens[0].i - 1] if tokens[0].i else None
    definite = before is not None and before.lower_ in ("the", "these", "those", "our", "both", "their", "its", "all")
    if (
        amount.form == "words"
        and (amount.value or 99) <= 3
        and amount.comparator == "eq"
        and lemma in uncounted("definite")
    ) and (definite or amount.value == 2 and len(noun.words) == 1):
        return None
    if amount.value == 0 and amount.form == "words" and lemma in ("tolerance", "sum", "emission"):
        return None
    if lemma in ("million", "thousand", "hundred", "billion"):
        return None
    if (noun.head.lower_,) in currency_words() and noun.head.tag_ == "NNS":  # 'millions of taxpayer dollars'
        return build(amount, tokens, currency_words()[(noun.head.lower_,)], "money", "counted-money", end=noun.end)
    end = amount.end if "(" in text[amount.end : noun.start] else max(noun.end, amount.end)
    if lemma == "military" or lemma == "force" and (amount.value or 100) >= 100:  # '100,000 U.S. forces'
        return build(amount, tokens, "troops", "person", "counted-noun", noun, "troops", end=end)
    party = party_unit(noun, amount)
    if party is not None:
        return build(amount, tokens, party, "count", "counted-noun", noun, "count", end=end)
    return build(amount, tokens, unit_of_noun(noun), family_of_noun(noun), "counted-noun", noun, end=end)
