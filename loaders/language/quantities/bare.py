"""Numbers without a noun behind them: people by what happened to them, or a count whose noun stands before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dossier.language.analysis import text_of
from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.candidate import Candidate, build
from dossier.language.quantities.measures import family_of_noun
from dossier.language.quantities.nouns import (
    CountedNoun,
    TokenPlaces,
    is_plural,
    lemma_of,
    noun_entries,
    unit_of_noun,
)

MOVING = frozenset(
    "rise fall climb drop increase decrease decline grow reach total number hit stand jump surge soar swell exceed top "
    "touch surpass reduce dwindle shrink expand put double triple quadruple halve remain average".split()
)  # fmt: skip

PEOPLE_VERBS = frozenset(
    "kill injure wound hurt arrest detain prosecute charge convict evacuate rescue hospitalize hospitalise indict jail "
    "imprison displace die deport execute infect test employ apprehend abduct kidnap murder".split()
)

INDEXES = frozenset("Dow Nasdaq S&P FTSE Nikkei Sensex DAX CAC Kospi index Index Composite Hang".split())

GATHERINGS = frozenset(
    "headcount crowd audience attendance congregation workforce staff membership force army garrison team crew group "
    "delegation gathering electorate enrolment enrollment readership capacity".split()
)

WINNING = frozenset("win take gain lose secure claim get hold retain pick drop have".split())

CONTESTED = frozenset("seat vote point medal district state council".split())

OF_HARMED = re.compile(
    r"\s+of\s+(?:the|those)\s+(?:dead|wounded|injured|missing|infected|arrested|detained|deceased|unemployed|elderly)\b"
    r"(?!\s+\w+s\b)",
    re.I,
)

IN_NEED = re.compile(
    r"\s+(?:more\s+)?(?:without\s+(?:power|electricity|water|homes?|shelter|food|heat|heating|gas|jobs?|work)|"
    r"(?:(?:were|was|are|have been|had been|has been)\s(?:made|left|rendered)\s)?homeless|stranded|"
    r"jobless|out of work|in need|at risk|living in|in hospital|on board|aboard|unaccounted for|feared dead)\b",
    re.I,
)

COMPARED = re.compile(
    r"(?:^|[,;(])\s*(?:\([^()]{0,30}\)\s*)?,?\s*(?:(?:well |sharply |slightly )?(?:up|down)(?: from)?"
    r"|compared (?:with|to)|versus|vs\.?|against|from|instead of|rather than|an? (?:rise|increase|drop|fall|jump) from)"
    r"(?: (?:just|only))?\s*$",
    re.I,
)

REPEATED = re.compile(r"^(?:\s[\w-]+){0,7},?\s+or\s*$", re.I)

ELSEWHERE = re.compile(
    r"^(?:\s[a-z]+){0,4}\s(?:in|at|from|near|on)\s[^,.;]{2,40}(?:,|\sand|,\sand)\s*$"
)  # '27 deaths in A and 34 in B'

THERE = re.compile(r"\s(?:in|at|from|near|on)\s(?:the\s)?[A-Z]")

A_DAY = re.compile(r"\s+(?:a|an|per|each|every)\s+(?:hour|day|night|week|month|year)\b|\s+(?:daily|weekly|annually)\b")

FURTHER = re.compile(r"(?:^|\s)(?:a further|another|an additional)\s*$", re.I)


def read_bare(
    text: str,
    amount: Amount,
    tokens: Sequence[Token],
    places: TokenPlaces,
    is_time: Callable[[int, int], bool],
    previous: Candidate | None,
) -> Candidate | None:
    """The figure that a number without a counted noun is, or None; ``previous`` is the paragraph's last figure."""
    if is_time(amount.number_start, amount.number_end) or amount.form == "words" and (amount.value or 0) < 2:
        return None
    return (
        _people(text, amount, tokens, places)
        or read_named_total(amount, tokens, places)
        or _of_previous(text, amount, tokens, places, previous)
        or _part(amount, tokens, places)
        or _level(text, amount, tokens, places, previous)
    )


def _people(text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """'12 were injured', 'thirty of the wounded', 'leaves 2m without power': people, by what happened to them."""
    doc, first, last = places.doc, places.first_from(amount.start), tokens[-1].i
    before = doc[first - 1] if first else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if after is not None and (after.lower_ in ("more", "others") and last + 2 < len(doc)):
        after = doc[last + 2]
    verb = _casualty_verb(before, after, doc)
    if verb is not None:
        end = (
            amount.end
            if after is None or doc[last + 1].lower_ not in ("more", "others")
            else doc[last + 1].idx + len(doc[last + 1])
        )
        return build(amount, tokens, "people", "person", "verb-object", end=end, cue=verb)
    if SAVED_FROM.match(text, amount.end) and before is not None and _is_rescuing(doc, before):
        return build(amount, tokens, "people", "person", "verb-object")
    harmed = OF_HARMED.match(text, amount.end)
    if harmed is not None:
        return build(amount, tokens, "people", "person", "people-of-harmed", end=harmed.end())
    if IN_NEED.match(text, amount.end) and amount.form != "fraction":
        return build(amount, tokens, "people", "person", "people-in-need")
    return None


def _casualty_verb(before: Token | None, after: Token | None, doc: Doc) -> Token | None:
    """The verb of 'killed 12', 'more than 700 arrested', '12 were injured', where people are what is counted."""
    if after is not None and after.pos_ in ("VERB", "ADJ") and lemma_of(after) in HAPPENED:
        return after
    while before is not None and before.lower_ in ("another", "further", "additional", "a") and before.i:
        before = doc[before.i - 1]
    if before is not None and before.pos_ == "VERB" and lemma_of(before) in PEOPLE_VERBS:
        return before
    if after is not None and (after.pos_ == "AUX" or lemma_of(after) in STAYING):
        for token in doc[after.i + 1 : after.i + 4]:
            is_told = lemma_of(token) in PEOPLE_VERBS | {"dead"} or token.lower_ == "missing"
            if token.pos_ in ("VERB", "ADJ") and is_told:
                return token
    return None


STAYING = frozenset("remain stay lie go".split())  # 'dozens remained missing'
# 'pulled at least 42 from the rubble', 'dug out 12 alive'
SAVED_FROM = re.compile(
    r"(?:\s(?:alive|safely|bodies))?\s(?:from|out of|off)\s(?:[\w-]+,?\s){0,5}"
    r"(?:buildings?|rubble|wreck(?:age)?|debris|ruins|waters?|sea|houses?|homes?|roofs?|rooftops?|bus|river|floods?|floodwaters|mine|ship|boat|cars?|train|tunnel|snow|mud|"
    r"vessel|plane|school|hotel|block|lake|blaze|fire|flames|cave)\b"
)


def _is_rescuing(doc: Doc, before: Token) -> bool:
    """Is the word before a number (past words that only measure it) a verb of saving?"""
    return any(t.pos_ == "VERB" and lemma_of(t) in SAVING for t in doc[max(0, before.i - 2) : before.i + 1])


SAVING = frozenset("pull save free rescue airlift lift winch dig drag carry recover extract extricate bring".split())
HAPPENED = PEOPLE_VERBS | {"dead", "injured", "wounded", "missing"}


def read_magnitude(text: str, amount: Amount, tokens: Sequence[Token]) -> Candidate | None:
    """'magnitude 7.6', 'a magnitude 6 aftershock', 'the tremor measured 6.8'."""
    is_small = 0 < (amount.value or 0) < 10 and amount.unit is None
    if not is_small or OF_MAGNITUDE.search(text[max(0, amount.start - 80) : amount.start]) is None:
        return None
    return build(amount, tokens, "magnitude", "other", "magnitude")


def read_named_total(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """'a population of N', 'a crowd of N', 'magnitude N', 'a toll of N'."""
    doc, first = places.doc, places.first_from(amount.start)
    before = doc[first - 1] if first else None
    if before is None:
        return None
    if (amount.value or 0) >= 1000 and HOME_TO.search(text_of(doc)[max(0, amount.start - 24) : amount.start]):
        return build(amount, tokens, "people", "person", "population", measure="population")
    if (amount.value or 0) >= 100 and ATTENDED.search(text_of(doc)[max(0, amount.start - 40) : amount.start]):
        return build(amount, tokens, "people", "person", "gathering", measure="participants")
    if before.lower_ != "of" or first < 2:
        return None
    total = doc[first - 2].lower_
    if total in INHABITED and (amount.value or 0) >= 100:
        return build(amount, tokens, "people", "person", "population", measure="population")
    if total == "population":
        return build(amount, tokens, "people", "person", "population", measure="population")
    if total in GATHERINGS and amount.value != 1:
        return build(amount, tokens, "people", "person", "gathering")
    if total in ("toll", "total"):
        return from_antecedent(amount, tokens, places, "stated-total")
    return None


HOME_TO = re.compile(r"\bhome to (?:(?:about|around|some|nearly|almost|more than|over|an estimated) )?$")
# 'magnitude 5', 'a magnitude of 6.1', 'recorded the magnitude of the quake as 7.3', 'the tremor measured 6.8'
OF_MAGNITUDE = re.compile(
    r"\b[Mm]agnitude(?:-|\s(?:of\s|was\s|at\s|as\s)?|\s(?:of|for)\s[^.,;]{3,50}\s(?:as|at|was|to)\s)"
    r"(?:(?:about|around|roughly|over|at least|between)\s)?$|"
    r"\b(?:quakes?|earthquakes?|tremors?|aftershocks?|temblors?|jolts?)(?:,? which)? "
    r"(?:measur(?:ed|ing)|register(?:ed|ing)|rated) (?:at |a )?(?:(?:about|around|roughly|over|at least) )?$"
)
ATTENDED = re.compile(
    r"\b(?:in front of|watched by|attended by|[Aa]ttendance(?: was| of|:)?|before|crowd of)(?: an?)?"
    r"(?: record| sell-?out| packed)?(?: crowd of| attendance of)?\s$"
)
INHABITED = frozenset(
    "state province region territory republic county city town village country nation island metropolis suburb "
    "community settlement borough".split()
)


def _of_previous(
    text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces, previous: Candidate | None
) -> Candidate | None:
    """A number that counts what the figure before it counted: 'up from 12', 'or 137 a day', '217 votes to 213'."""
    if previous is None or amount.value is None or amount.form not in ("digits", "words"):
        return None
    near = previous.near.sent
    between = text[previous.end : amount.start]
    if tokens[0].i < near.end and not _is_year_like(amount):
        compared = len(between) <= FAR and COMPARED.search(between) is not None
        repeated = REPEATED.match(between) is not None and A_DAY.match(text, amount.end) is not None
        tally = between.strip() == "to" and previous.noun is not None and previous.noun.lemma in CONTESTED
        further = previous.noun is not None and FURTHER.search(between) is not None
        places_listed = previous.noun is not None and ELSEWHERE.match(between) and THERE.match(text, amount.end)
        if compared or repeated or tally or further or places_listed:
            return _same_unit(amount, tokens, previous)
    if previous.measure == "age" and AND_AGE.fullmatch(between) and ENDS.match(text, amount.end):
        return build(amount, tokens, previous.unit, "years", "age-aged", measure="age")
    if previous.noun is None or tokens[0].sent.start > near.end or amount.value < 2:
        return None
    token, last = tokens[-1], tokens[-1].i
    following = _after_brackets(places.doc, last + 1)
    if token.dep_ in ("nsubj", "nsubjpass") and following is not None and following.pos_ in ("AUX", "VERB"):
        return _same_unit(amount, tokens, previous)
    if lemma_of(token.head) == "be" and any(c.dep_ == "nsubj" and lemma_of(c) in TOTALS for c in token.head.children):
        named = _same_unit(amount, tokens, previous)
        return None if named is None else replace(named, rule="named-count")  # 'The correct figure is 31'
    wins = token.dep_ == "dobj" and lemma_of(token.head) in WINNING
    return _same_unit(amount, tokens, previous) if wins and previous.noun.lemma in CONTESTED else None


def read_shared_out(text: str, amount: Amount, tokens: Sequence[Token], previous: Candidate | None) -> Candidate | None:
    """'A won 411 seats, B 121 and C 72': what each got of the same."""
    if previous is None or previous.noun is None or previous.noun.lemma not in CONTESTED or amount.form != "digits":
        return None
    listed = amount.value is not None and SHARED_OUT.fullmatch(text, previous.end, amount.start)
    return _same_unit(amount, tokens, previous) if listed and ENDS.match(text, amount.end) else None


FAR = 60
LETTERED = re.compile(r"\d{1,3}[KMBT]")  # a race, a base on the field or a firm as often as a number
AND_AGE = re.compile(r",?\s(?:and\s)?(?:or\s)?")
ENDS = re.compile(r"\s?[,.;:)]|\s(?:and|were|was|are|is|respectively)\b|$")
SHARED_OUT = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s|;\s(?:and\s)?)(?:the\s)?[A-Za-z][\w’'-]*(?:\s[A-Za-z][\w’'-]*){0,4}\s"
)
TOTALS = frozenset("figure number toll total amount count tally".split())


def _is_year_like(amount: Amount) -> bool:
    return (
        amount.form == "digits" and 1800 <= (amount.value or 0) <= 2100 and amount.number_end - amount.number_start == 4
    )


def _same_unit(amount: Amount, tokens: Sequence[Token], previous: Candidate) -> Candidate | None:
    noun = previous.noun
    if noun is not None:
        return build(amount, tokens, unit_of_noun(noun), family_of_noun(noun), "part-of-count", noun)
    if previous.amount.form not in ("digits", "words") or previous.unit == "years":
        return None
    if previous.family in ("money", "percent", "mass", "person", "deaths", "count"):
        return build(amount, tokens, previous.unit, previous.family, "part-of-count")
    return None


def _after_brackets(doc: Doc, at: int) -> Token | None:
    """The token at a place, or behind the brackets that open there: '41 (4%) were'."""
    if at < len(doc) and doc[at].text == "(":
        at = next((t.i + 1 for t in doc[at : at + 12] if t.text == ")"), len(doc))
    return doc[at] if at < len(doc) else None


def _part(amount: Amount, tokens: Sequence[Token], places: TokenPlaces) -> Candidate | None:
    """'of whom 33', 'four of them'."""
    doc, first, last = places.doc, places.first_from(amount.start), tokens[-1].i
    of_whom = first >= 2 and doc[first - 1].lower_ in ("whom", "which", "them") and doc[first - 2].lower_ == "of"
    of_those = (
        last + 2 < len(doc)
        and doc[last + 1].lower_ == "of"
        and doc[last + 2].lower_ in ("them", "whom", "which", "those", "these")
    )
    found = from_antecedent(amount, tokens, places, "part-of-count") if of_whom or of_those else None
    if found is None or found.unit != "count":
        return found
    who = of_those and doc[last + 3 : last + 4].text.lower() == "who"
    of_people = who or "whom" in (doc[first - 1].lower_ if first else "", doc[last + 2].lower_ if of_those else "")
    return build(amount, tokens, "people", "person", "part-of-count") if of_people else None


def _level(
    text: str, amount: Amount, tokens: Sequence[Token], places: TokenPlaces, previous: Candidate | None
) -> Candidate | None:
    """A number that something rose to, or one too large to be a label."""
    doc, first = places.doc, places.first_from(amount.start)
    before = doc[first - 1] if first else None
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
        and lemma_of(before) in ("total", "reach", "number", "hit", "exceed", "top", "surpass", "touch")
    )
    if previous is not None and previous.family == "percent":  # 'admissions were up a fifth, at 412'
        moved = moved or text[previous.end : amount.start].strip(" ,") == "at"
    if TOLL_TO.search(text[max(0, amount.start - 90) : amount.start]):
        return build(amount, tokens, "deaths", "deaths", "moved-count")
    if amount.form == "vague":  # 'try to reach millions'
        reached = before is not None and before.pos_ == "VERB" and lemma_of(before) in AFFECTING
        return build(amount, tokens, "people", "person", "verb-object") if reached else None
    is_total = governor is not None and any(c.dep_ == "nsubj" and lemma_of(c) in TOTALS for c in governor.children)
    if moved and (large or is_total or amount.comparator != "eq" or (amount.value or 0) >= 20):
        return from_antecedent(amount, tokens, places, "moved-count")
    digits = text[amount.number_start : amount.number_end]
    is_written_out = amount.has_magnitude and not LETTERED.fullmatch(digits)
    if large and amount.form != "vague" and (amount.comparator != "eq" or is_written_out or "," in digits):
        return from_antecedent(amount, tokens, places, "large-count")
    return None


def from_antecedent(amount: Amount, tokens: Sequence[Token], places: TokenPlaces, rule: str) -> Candidate | None:
    """Take the counted noun from before the number: what moved, else the nearest plural that the lexicon knows."""
    sentence = tokens[0].sent
    subject = _subject_of(tokens[0])
    if (
        rule in ("moved-count", "large-count")
        and subject is not None
        and lemma_of(subject) in GATHERINGS | {"population"}
    ):
        measure = "population" if lemma_of(subject) == "population" else None
        return build(amount, tokens, "people", "person", "gathering", measure=measure, cue=subject)
    moved = _plural(_named_by(subject)) if rule == "moved-count" else None
    known = (
        t
        for t in reversed(list(places.doc[sentence.start : tokens[0].i]))
        if t.pos_ in ("NOUN", "PROPN") and lemma_of(t) in noun_entries() and t.tag_ in ("NNS", "NNPS")
        if not (rule == "large-count" and t == subject and tokens[0].dep_ == "dobj")  # 'Police made 4,200' of others
    )
    token = moved or next(known, None)
    if rule == "moved-count" and DEATH_TOLL.search(text_of(places.doc)[sentence.start_char : tokens[0].idx]):
        return build(amount, tokens, "deaths", "deaths", rule)
    if token is not None:
        noun = CountedNoun(token, token.idx, token.idx + len(token), (lemma_of(token),), False)
        return build(amount, tokens, unit_of_noun(noun), family_of_noun(noun), rule, noun)
    if any(lemma_of(t) in ("toll", "dead", "death") for t in sentence):
        return build(amount, tokens, "deaths", "deaths", rule)
    if any(t.text in INDEXES for t in sentence):
        return build(amount, tokens, "points", "index points", rule)
    if text_of(places.doc).count("|") >= 2:
        return None  # a row of a table: what it counts stands in its head
    return build(amount, tokens, "count", "count", rule)


# 'taking the death toll there to 367'
TOLL_TO = re.compile(
    r"\b(?:tak|took|bring|brought|push|rais|lift|put|driv)\w*(?: up)? (?:the|its|their|that)(?: [a-z-]+){0,3}? "
    r"(?:death )?toll\b[^.;]{0,40}?(?:\s(?:to|at|past|above|over))?\s"
    r"(?:(?:at least|about|around|nearly|more than|some)\s)?$"
)
AFFECTING = frozenset(
    "reach help affect feed house shelter serve assist displace threaten endanger impact vaccinate strand uproot "
    "trap protect".split()
)
DEATH_TOLL = re.compile(r"\b[Dd]eath toll (?:from|in|of|after|across)\b[^.;]*$")


def _subject_of(token: Token) -> Token | None:
    """The subject of the verb that the number hangs on, before the number."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    before = [c for c in verb.children if c.i < token.i] if verb else []
    totals = [c for c in before if c.dep_ == "dobj" and lemma_of(c) in TOTALS]  # 'cut the number of rooms by 40'
    subjects = totals or [c for c in before if c.dep_ in ("nsubj", "nsubjpass")]
    return subjects[-1] if subjects else None


def _named_by(subject: Token | None) -> Token | None:
    """Of 'the number of cases' the cases."""
    of = next((c for c in subject.children if c.lower_ == "of"), None) if subject is not None else None
    named = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return named if subject is not None and lemma_of(subject) in TOTALS and named is not None else subject


def _plural(noun: Token | None) -> Token | None:
    """The noun where it can be counted: 'Homicides fell to 583', but not 'levels' or 'figures'."""
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or lemma_of(noun) in TOTALS | {"level"}:
        return None
    found = CountedNoun(noun, noun.idx, noun.idx + len(noun), (lemma_of(noun),), False)
    return noun if is_plural(found) else None
