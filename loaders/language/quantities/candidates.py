"""Which amounts are figures: numbers that measure something, told apart from dates, names, ordinals and idioms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.candidate import Candidate, build
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
from dossier.language.quantities.special_forms import read_age, read_duration, read_fraction, read_multiple, read_one_in

NUMERIC_ENTITIES = frozenset(("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "ORDINAL", ""))

CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)

CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|:\d\d|GMT|UTC|[ECMP][SD]T\b|noon\b|hrs?\b|hours local)")

COMPARING = frozenset(
    (
        "as more the less greater higher larger bigger stronger faster lower longer better worse likelier "
        "than smaller its their what"
    ).split()
)

MOVING = frozenset(
    "rise fall climb drop increase decrease decline grow reach total number hit stand jump surge soar swell exceed top "
    "surpass reduce dwindle shrink expand".split()
)  # fmt: skip

ONE_HAPPENED = frozenset(
    "kill die injure wound hurt arrest detain charge convict rescue shoot sentence drown perish".split()
)

PEOPLE_VERBS = frozenset(
    "kill injure wound hurt arrest detain prosecute charge convict evacuate rescue hospitalize hospitalise indict jail "
    "imprison displace die deport execute infect test employ apprehend abduct kidnap murder".split()
)

INDEXES = frozenset("Dow Nasdaq S&P FTSE Nikkei Sensex DAX CAC Kospi index Index Composite Hang".split())


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
    if not tokens or amount.note == "score" and not _is_vote(tokens[0], places):
        return None
    age = read_age(text, amount, tokens, places)
    if age is not None:
        return age
    if amount.form == "fraction" and amount.unit is None:
        return read_fraction(text, amount, tokens, places)
    if amount.form == "multiple":
        return read_multiple(amount, tokens)
    if amount.unit is not None:
        return _measured(amount, tokens, places)
    if amount.note != "score" and (_is_clock_or_list(text, amount) or _is_named(amount, tokens, places)):
        return None
    share = read_one_in(text, amount, tokens)
    if share is not None:
        return share
    noun = find_counted_noun(places, amount)
    if noun is not None:
        return _counted(text, amount, tokens, noun, places, is_time)
    return _bare(text, amount, tokens, places, is_time) or _of_counted(amount, tokens, places, is_time, previous)


def _of_counted(
    amount: Amount,
    tokens: Sequence[Token],
    places: TokenPlaces,
    is_time: Callable[[int, int], bool],
    previous: Candidate | None,
) -> Candidate | None:
    """'137 cases were reported. 106 were confirmed': a number that is a subject counts what was counted before."""
    token, last = tokens[-1], tokens[-1].i
    if amount.form not in ("digits", "words") or (amount.value or 0) < 2 or previous is None or previous.noun is None:
        return None
    if is_time(amount.number_start, amount.number_end) or token.sent.start > previous.near.sent.end:
        return None
    following = places.doc[last + 1] if last + 1 < len(places.doc) else None
    if token.dep_ not in ("nsubj", "nsubjpass") or following is None or following.pos_ not in ("AUX", "VERB"):
        return None
    noun = previous.noun
    return build(amount, tokens, unit_of_noun(noun), family_of_noun(noun), "part-of-count", noun)


def _measured(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """An amount with a unit of its own."""
    if amount.form == "article" and not (amount.family in ("mass", "volume") and _next_word(tokens[-1]) == "of"):
        return None
    unit = amount.unit or ""
    family = amount.family
    if family == "percent":
        family = "basis" if unit == "basis points" else "points" if amount.note == "points" else "percent"
    if family == "points" and unit == "points":
        family = "index points"
    if family == "ratio":
        return _times(amount, tokens, places)
    scale = 100.0 if amount.form == "fraction" and unit == "percent" else 1.0
    if unit == "basis points":
        unit, scale = "percent", 0.01
    if family == "index points" and _follows_percent(tokens[0]):
        unit, family = "percent", "points"
    return build(amount, tokens, unit, family, f"unit-{family}".replace(" ", "-"), scale=scale)


def _follows_percent(token: Token) -> bool:
    """'Turnout was 61%, up two points': the points are of the percentage before, unless an index is spoken of."""
    before = token.doc[token.sent.start : token.i]
    is_percent = any(t.text == "%" or t.lower_ == "percent" for t in before)
    return is_percent and not any(t.text in INDEXES or t.lower_ in ("share", "shares", "stocks") for t in before)


def _next_word(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _times(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    last = tokens[-1].i
    following = places.doc[last + 1] if last + 1 < len(places.doc) else None
    compares = following is not None and (following.lower_ in COMPARING or following.tag_ in ("JJR", "RBR"))
    if tokens[-1].lower_ == "time":
        return None
    return build(amount, tokens, "times", "times", "times-compared" if compares else "times", measure=None)


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
    """Is the number part of a name or a date: 'Article 5', 'Boeing 737', 'Group of 20', 'June 5'?"""
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
        return read_duration(amount, tokens, noun, places)
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
    ) and (definite or amount.value == 2 and len(noun.words) == 1):
        return None
    if amount.value == 0 and amount.form == "words" and lemma in ("tolerance", "sum", "emission"):
        return None
    if lemma in ("million", "thousand", "hundred", "billion"):
        return None
    return build(
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
        return build(amount, tokens, "votes", "count", "vote-tally", measure="votes")
    if after is not None and (after.lower_ in ("more", "others") and last + 2 < len(doc)):
        after = doc[last + 2]
    verb = _casualty_verb(before, after, doc)
    if verb is not None:
        end = (
            amount.end
            if after is None or doc[last + 1].lower_ not in ("more", "others")
            else doc[last + 1].idx + len(doc[last + 1])
        )
        return build(amount, tokens, "people", "person", "verb-object", end=end)
    if before is not None and before.lower_ == "of" and first >= 2 and doc[first - 2].lower_ == "population":
        return build(amount, tokens, "people", "person", "population", measure="population")
    if before is not None and before.lower_ == "magnitude" and (amount.value or 99) < 10:
        return build(amount, tokens, "magnitude", "other", "magnitude")
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


def _from_antecedent(amount: Amount, tokens: Sequence[Token], places: TokenPlaces, rule: str) -> Candidate:
    """Take the counted noun from before the number in the sentence: the nearest plural that the lexicon knows."""
    sentence = tokens[0].sent
    for token in reversed(list(places.doc[sentence.start : tokens[0].i])):
        entry = noun_entries().get(lemma_of(token))
        if token.pos_ in ("NOUN", "PROPN") and entry is not None and token.tag_ in ("NNS", "NNPS"):
            noun = CountedNoun(token, token.idx, token.idx + len(token), (lemma_of(token),), False)
            return build(amount, tokens, unit_of_noun(noun), family_of_noun(noun), rule, noun)
    if any(lemma_of(t) in ("toll", "dead", "death") for t in sentence):
        return build(amount, tokens, "deaths", "deaths", rule)
    if any(t.text in INDEXES for t in sentence):
        return build(amount, tokens, "points", "points", rule, measure="index-level")
    return build(amount, tokens, "count", "count", rule)
