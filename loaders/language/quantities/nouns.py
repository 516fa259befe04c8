"""The noun that a number counts, found by walking from the number through its noun phrase."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.amounts import Amount

INVARIANT = frozenset(
    "people police staff personnel aircraft cattle sheep fish troops crew youth species series "
    "offspring media livestock craft "
    "spacecraft deer percent military head poultry swine".split()
)
IRREGULAR: Mapping[str, str] = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives", "foot": "feet",
    "tooth": "teeth", "mouse": "mice", "criterion": "criteria",
    "phenomenon": "phenomena", "knife": "knives",
    "wife": "wives", "half": "halves", "leaf": "leaves", "wolf": "wolves",
}  # fmt: skip
SKIPPED = frozenset(
    "more other additional further extra new fewer less of these those the such his her its their our some".split()
)
TIME_UNITS: Mapping[str, str] = {
    "year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "minute": "minutes",
    "second": "seconds", "decade": "decades", "century": "centuries",
    "min": "minutes", "hr": "hours", "sec": "seconds", "wk": "weeks", "yr": "years",
}  # fmt: skip


@dataclass(frozen=True)
class NounEntry:
    """What the lexicon says of a counted noun."""

    noun_class: str
    unit: str
    measure: str
    use: str  # free, compound, both


@dataclass(frozen=True)
class CountedNoun:
    """A counted noun with its modifiers. Offsets are into the block's text."""

    head: Token
    start: int
    end: int
    words: tuple[str, ...]  # lemmas of the phrase, the head's last
    is_partitive: bool  # 'two of the men'

    @property
    def lemma(self) -> str:
        """Lower-case lemma of the head noun."""
        return lemma_of(self.head)


@functools.cache
def noun_entries() -> Mapping[str, NounEntry]:
    """Counted nouns by lemma."""
    return {
        row["noun"]: NounEntry(row["noun_class"], row["unit"], row["measure"], row["noun_use"])
        for row in load_lexicon("vocabulary/counted_nouns")
    }


@functools.cache
def uncounted(use: str) -> frozenset[str]:
    """Nouns that make no figure: any (never), definite ('the two sides'), time (durations), label ('Article 5')."""
    return frozenset(row["noun"] for row in load_lexicon("vocabulary/uncounted_nouns") if row["noun_use"] == use)


@functools.cache
def _person() -> NounEntry:
    return noun_entries()["person"]


def entry_of(noun: CountedNoun) -> NounEntry | None:
    """What the lexicon says of a counted noun, or what its form does: 'two Israelis', '40 hobbyists' are people."""
    known = noun_entries().get(noun.lemma)
    led = {g.lower_ for c in noun.head.children if c.lower_ == "of" for g in c.children}
    if noun.lemma == "head" and led & LED:
        return _person()  # '18 heads of state'
    if known is not None or not _looks_plural(noun.head):
        return known
    of_nation = noun.head.ent_type_ == "NORP" and noun.head.text[0].isupper()
    return _person() if of_nation or PEOPLE_ENDING.fullmatch(noun.lemma) else None


LED = frozenset("state government states governments mission missions delegation delegations".split())
PEOPLE_ENDING = re.compile(
    r"\w{4,}ist|\w{4,}ian|\w+(?:goer|worker|holder|keeper|dweller|seeker|fighter|lover|owner|rider|earner|leader|player)"
)


def lemma_of(token: Token) -> str:
    """Lemma in lower case; of nouns our own, since the tagger takes plurals for names and 'doses' for 'dos'."""
    if token.pos_ in ("NOUN", "PROPN"):
        return singular_of(token.lower_) if _looks_plural(token) else token.lower_
    lemma = (token.lemma_ or token.text).lower()
    if token.pos_ == "VERB" and UNDOUBLED.fullmatch(lemma) and token.lower_ in (lemma + "ed", lemma + "ing"):
        return lemma + "e"  # 'fined' is of 'fine': of 'fin' it would be 'finned'
    return lemma


UNDOUBLED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def _looks_plural(token: Token) -> bool:
    if token.tag_ in ("NNS", "NNPS") or MODELS.fullmatch(token.text) is not None:
        return True
    return token.tag_ == "NNP" and singular_of(token.lower_) in noun_entries()


@functools.lru_cache(maxsize=20_000)
def singular_of(noun: str) -> str:
    """Singular of an English plural."""
    for singular, plural in IRREGULAR.items():
        if noun == plural:
            return singular
    if noun in INVARIANT:
        return noun
    if noun.endswith("men") and noun[:-3] + "man" in noun_entries():
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "buses", "viruses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def plural_of(noun: str) -> str:
    """Plural of an English noun."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun in INVARIANT or noun.endswith("people"):
        return noun
    if noun.endswith("man") and noun not in ("human", "german", "roman"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u", ""):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "sh", "ch")):
        return noun + "es"
    return noun + "s"


class TokenPlaces:
    """Tokens of a block found by character offsets."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts: list[int] = doc.to_array("IDX").tolist()
        lengths: list[int] = doc.to_array("LENGTH").tolist()
        self._ends = [start + length for start, length in zip(self._starts, lengths, strict=True)]

    def first_from(self, char: int) -> int:
        """Index of the first token that begins at or after a character."""
        return bisect_left(self._starts, char)

    def last_before(self, char: int) -> int:
        """Index of the last token that ends at or before a character, or -1."""
        low = bisect_left(self._ends, char)
        while low < len(self._ends) and self._ends[low] <= char:
            low += 1
        return low - 1

    def at(self, start: int, end: int) -> list[Token]:
        """Tokens that overlap a stretch."""
        first = max(0, self.last_before(start))
        return [t for t in self.doc[first : self.first_from(end)] if t.idx < end and t.idx + len(t) > start]


def find_counted_noun(places: TokenPlaces, amount: Amount) -> CountedNoun | None:
    """The noun phrase that follows the number, or None."""
    doc = places.doc
    at = places.first_from(amount.end)
    partitive = False
    if at + 3 < len(doc) and doc[at].text == "(" and (doc[at + 1].like_num or doc[at + 2].like_num):
        at = next((t.i + 1 for t in doc[at : at + 8] if t.text == ")"), at)  # '30 million (40%) children'
    while at < len(doc) and (doc[at].lower_ in SKIPPED or doc[at].text in ("-", "‑", "–") or _is_blank(doc[at])):
        dashed = doc[at].text in ("-", "‑", "–") and doc[at].idx == amount.end
        if not dashed and not doc[at].is_alpha and not _is_blank(doc[at]):
            return None
        partitive = partitive or doc[at].lower_ == "of"
        at += 1
    if at + 3 < len(doc) and doc[at].like_num and doc[at + 1].text in ("-", "‑") and doc[at + 2].lower_ in TIME_UNITS:
        at += 3  # '95,000 two-year visas'
    if doc[at : at + 2].text.lower() == "or so" and at + 2 < len(doc):  # '7,000 or so refugees'
        at += 2
    if doc[at : at + 2].text.lower() == "out of":  # '25 out of 35 drones'
        partitive, at = True, at + 2
    return _phrase(doc, _past_whole(doc, at) if partitive else at, amount, partitive)


def _is_blank(token: Token) -> bool:
    """White space of a wrapped line, or marks of emphasis."""
    return not token.text.strip("*_ \t\n")


def _past_whole(doc: Doc, at: int) -> int:
    """Past the whole that a part is taken of: '36 of the 79 victims', 'seven of its last nine games'."""
    for step in range(at, min(at + 5, len(doc))):
        if doc[step].like_num:
            while step < len(doc) and doc[step].like_num:
                step += 1
            return step
        if doc[step].pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "PART", "PRON") or doc[step].tag_ in ("NNS", "NNPS"):
            break
    return at


def _phrase(doc: Doc, at: int, amount: Amount, partitive: bool) -> CountedNoun | None:
    head: Token | None = None
    first = at
    while at < len(doc) and at - first < 11:
        token = doc[at]
        if _is_blank(token):
            at += 1
            continue
        past = at if head is not None or amount.is_hyphenated else _past_compound(doc, at)
        if past > at:
            at = past
            continue
        if token.lower_ in ("others", "people"):
            head = token
            break
        if token.pos_ in ("NOUN", "PROPN") or at == first and _is_misread(token):
            if head is not None and _is_plural(head) and not _is_plural(token):
                break
            head = token
            if amount.is_hyphenated and at - first <= 1 and token.idx <= amount.end + 1:
                break
            following = next((t for t in doc[at + 1 : at + 3] if not _is_blank(t)), None)
            if _is_plural(token) and not (following is not None and following.pos_ == "NOUN" and _is_plural(following)):
                is_name = token.pos_ == "PROPN" or following is not None and following.text[:1].isupper()
                if is_name and following is not None and following.pos_ in ("NOUN", "PROPN"):
                    at += 1
                    continue
                break
        elif not _continues(doc, at, head):
            break
        at += 1
    head = _past_pair(doc, head)
    if head is None or head.lower_ in (
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "lakhs",
        "crores",
    ):
        return None
    words = tuple(lemma_of(t) for t in doc[first : head.i + 1] if t.is_alpha)
    return CountedNoun(head, doc[first].idx, head.idx + len(head), words, partitive)


def _past_compound(doc: Doc, at: int) -> int:
    """Past a compound before a noun: '50,000 at-risk pupils', '15 state-of-the-art labs', '12 de facto rulers'."""
    step = at
    while (
        step + 2 < len(doc)
        and doc[step + 1].text in ("-", "‑")
        and not (doc[step].whitespace_ or doc[step + 1].whitespace_)
    ):
        step += 2
    if doc[step : step + 2].text.lower() in LATIN:
        step += 1
    following = next((t for t in doc[step + 1 : step + 3] if not _is_blank(t)), None)
    return step + 1 if step > at and following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ") else at


LATIN = frozenset(("de minimis", "de facto", "de jure", "ad hoc", "pro bono", "bona fide", "per capita"))


def _is_misread(token: Token) -> bool:
    """'550,000 overdoses', which the tagger took for a verb."""
    is_model = token.pos_ == "NUM" and MODELS.fullmatch(token.text) is not None  # '111 A320s'
    return is_model or token.tag_ == "VBZ" and singular_of(token.lower_) in noun_entries()


def _past_pair(doc: Doc, head: Token | None) -> Token | None:
    """'60 search and rescue specialists', '30 Leopard 1 tanks': on to the plural behind a pair or a model's number."""
    if head is None or _is_plural(head) or head.i + 2 >= len(doc):
        return head
    joint, following = doc[head.i + 1], doc[head.i + 2 : head.i + 5]
    if (
        joint.lower_ == "and"
        and following[0].pos_ in ("NOUN", "VERB", "ADJ")
        or joint.like_num
        and head.pos_ == "PROPN"
    ):
        for token in following:
            if _is_plural(token):
                return token if token.pos_ == "NOUN" or token.text[0].isdigit() else head  # 'Boeing 777-300ERs'
            if token.text not in "-‑" and token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
                break
    return head


def _continues(doc: Doc, at: int, head: Token | None) -> bool:
    """May the noun phrase go on through this token?"""
    token = doc[at]
    following = next((t for t in doc[at + 1 : at + 4] if not _is_blank(t)), None)
    if head is not None and (_is_plural(head) or token.tag_ == "POS"):
        return False
    if at and doc[at - 1].text in ("-", "‑") and token.tag_ in ("VBN", "VBG"):
        return following is not None and following.pos_ in ("ADJ", "NOUN", "PROPN", "VERB", "PUNCT")  # 'bank-linked'
    if MODEL.fullmatch(token.text):  # 'two OV-10 planes'
        return following is not None and following.pos_ in ("NOUN", "PROPN")
    if token.text in ("-", "‑", "–", "/"):
        return following is not None and following.idx == token.idx + len(token)
    if token.pos_ == "ADJ" or (_is_participle(token) and following is not None and head is None):
        return following is not None and following.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT", "CCONJ", "VERB", "ADV")
    if token.pos_ == "ADV":
        return following is not None and following.pos_ in ("ADJ", "VERB") and head is None
    if token.pos_ == "CCONJ" or token.text == ",":
        joined = at > 1 and doc[at - 1].tag_ == "VBN" and doc[at - 2].text in ("-", "‑")  # 'ice-covered, narrow roads'
        return (
            (head is None or joined)
            and at > 0
            and (doc[at - 1].pos_ == "ADJ" or doc[at - 1].tag_ == "VBN" or _closes_list(doc, at))
            and following is not None
            and (following.pos_ in ("ADJ", "NOUN") or token.text == "," and following.pos_ == "CCONJ")
        )
    return False


def _is_participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBG", "JJ") or token.tag_ == "VBD" and UNDONE.fullmatch(token.lower_) is not None


UNDONE = re.compile(r"un[a-z]{3,}ed")  # '1,600 unserved villages', which the tagger took for a past tense


def _closes_list(doc: Doc, at: int) -> bool:
    """Is it the 'and' of 'elementary, middle, and high school pupils'?"""
    return doc[at].pos_ == "CCONJ" and at > 1 and doc[at - 1].text == "," and doc[at - 2].pos_ in ("ADJ", "NOUN")


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in INVARIANT or MODELS.fullmatch(token.text) is not None


MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Z]?")
MODELS = re.compile(  # 'two Su-34s', '30 A320s', '12 777-300ERs'
    r"[A-Z][A-Za-z]*-\d+s|[A-Z]{1,3}\d{2,4}[A-Z]{0,3}s|\d{3}-\d{1,4}[A-Z]{0,3}s|7[0-9]7s"
)


def is_plural(noun: CountedNoun) -> bool:
    """Is the head a plural, or a noun that has no plural form of its own?"""
    return _is_plural(noun.head) or _looks_plural(noun.head) or _is_misread(noun.head)


def unit_of_noun(noun: CountedNoun) -> str:
    """The unit of a count: the lexicon's, else the noun's plural."""
    entry = entry_of(noun)
    if entry is not None and entry.unit:
        return entry.unit
    if noun.lemma == "other":
        return "people"
    return noun.head.lower_ if _looks_plural(noun.head) or _is_misread(noun.head) else plural_of(noun.lemma)


PARTIES = frozenset(
    "ally supporter sponsor provider creditor donor buyer seller partner trader owner backer rival shareholder "
    "investor stakeholder bidder lender".split()
)
PARTY_WORDS = frozenset(
    "large big main top key lead leading major principal international regional global institutional industrial "
    "corporate commercial foreign bilateral multilateral service trading oil gas energy payment cloud telecom "
    "insurance financial strategic wireless broadband internet arm weapon nato european western asian treaty "
    "export".split()
)
DRIVEN = frozenset("key critical main major primary structural economic big root fundamental underlying other".split())
MANY = 250.0  # of allies and partners: countries up to here, people beyond


def party_unit(noun: CountedNoun, amount: Amount) -> str | None:
    """The unit of nouns that may stand for states, firms or causes ('30 allies', 'two key drivers'), where they do."""
    few = amount.value is not None and amount.value < MANY
    words = frozenset(singular_of(word) for word in noun.words[:-1])
    described = not PARTY_WORDS.isdisjoint(words) or any(w.endswith("est") for w in words)
    if noun.lemma == "driver":
        after = noun.head.doc[noun.head.i + 1 : noun.head.i + 2].text
        return "drivers" if few and after == "of" and not DRIVEN.isdisjoint(words) else None
    if noun.lemma == "ally":
        return "allies" if few else None
    is_party = noun.lemma in PARTIES and described and (few or noun.lemma == "provider")
    return plural_of(noun.lemma) if is_party else None
