"""Nouns that one can meet with in the world: people, bodies, sums, places and things, as against ideas and states."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from dossier.language.events.grammar import resolve_relative, unpack
from dossier.language.events.lexicon import load_noun_classes, word_list

NAMED = frozenset("PERSON ORG GPE LOC FAC NORP PRODUCT MONEY QUANTITY CARDINAL PERCENT WORK_OF_ART EVENT".split())
THIRD_PERSONS = frozenset({"he", "she", "they", "him", "her", "them"})
SPEAKERS = frozenset({"i", "we", "you", "us", "me"})
STORMS = word_list("storm")
OWNERS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
CLASSES = tuple(
    "people troops firm group prisoner delegation court body weapon contraband substance craft premises thing remains "
    "money disaster licence job".split()
)
UNDERTAKINGS = tuple(
    "production attack competition takeover probe prize record_mark media arrest exercise protest service_run "
    "verdict".split()
)


def is_concrete(noun: Token) -> bool:
    """Whether a noun names or counts somebody or something in the world."""
    if noun.pos_ == "NUM":
        return True  # '31 of the injured'
    noun = unpack(resolve_relative(noun))
    if noun.pos_ == "PRON":
        return noun.lower_ in THIRD_PERSONS
    if noun.ent_type_ in NAMED or noun.pos_ in {"PROPN", "NUM"} or any(c.dep_ == "nummod" for c in noun.children):
        return True
    named = any(c.dep_ in {"compound", "nmod", "poss"} and c.ent_type_ in OWNERS for c in noun.children)
    return named or is_concrete_word(noun)


def is_concrete_word(noun: Token) -> bool:
    """Whether the word itself is one for somebody or something in the world, whoever it belongs to."""
    return noun.lemma_.lower() in _nouns_of(CLASSES)


def is_undertaking(noun: Token) -> bool:
    """What somebody foils, wins, cancels or orders: an attack, a contest, a deal, an inquiry; no idea or state."""
    return unpack(noun).lemma_.lower() in _nouns_of(UNDERTAKINGS)


@functools.cache
def _nouns_of(names: tuple[str, ...]) -> frozenset[str]:
    classes = load_noun_classes()
    return frozenset().union(*(classes[name] for name in names))


def is_business(noun: Token) -> bool:
    """'the carmaker', 'a club', 'its bank': a firm or a body that no name is given of."""
    return unpack(noun).lemma_.lower() in _nouns_of(("firm", "body"))


def is_talks(noun: Token) -> bool:
    """'talks', 'discussions': said of no particular ones."""
    bare = not any(c.dep_ in {"det", "poss"} for c in noun.children)
    return bare and noun.lemma_.lower() in load_noun_classes()["talks"]


def is_disaster(noun: Token) -> bool:
    """'the storm', 'Cyclone Idai', 'which' of either."""
    noun = resolve_relative(noun)
    named = any(c.dep_ == "compound" and c.lower_ in STORMS for c in noun.lefts)
    lemma = noun.lemma_.lower()  # 'Landslides' begin a sentence, and the tagger takes them for a name
    if noun.tag_ == "NNPS" or noun.pos_ == "PROPN" and noun.i == noun.sent.start:
        lemma = lemma.removesuffix("s")
    return named or lemma in load_noun_classes()["disaster"]


def is_named_disaster(noun: Token) -> bool:
    """'Hurricane Maria', 'Typhoon Haiyan': the name of one storm."""
    if noun.pos_ != "PROPN" or noun.i + 1 >= len(noun.doc) or noun.nbor(1).pos_ != "PROPN":
        return False
    return noun.lower_ in STORMS


def is_name_part(token: Token) -> bool:
    """'Michael Battle', 'Duties to Address …': a surname, or a verb in a title."""
    if token.pos_ != "PROPN":
        return False
    return token.ent_type_ == "PERSON" or token.i > 0 and token.nbor(-1).tag_ == "TO"
