"""Years, which measure nothing: four digits that stand as years do, and are followed by nothing that is counted."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.nouns import INVARIANT, lemma_of, noun_entries


def next_is_plural(doc: Doc, last: int) -> bool:
    return any(t.tag_ in ("NNS", "NNPS") or t.lower_ in INVARIANT for t in doc[last + 1 : last + 3])


def is_year(amount: Amount, doc: Doc, last: int, before: Token | None) -> bool:
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
    return not next_is_plural(doc, last) or YEARS_NOW[0] <= amount.value <= YEARS_NOW[1] and not _counts(doc, last)


YEARS_NOW = (1990, 2040)  # 'the 2019 floods', while '2000 people' are counted
COUNTED_CLASSES = frozenset("person death home animal vehicle troop arrest injury job dose".split())


def _counts(doc: Doc, last: int) -> bool:
    """Do people, homes or the like follow, which are counted without a comma too?"""
    following = doc[last + 1 : last + 3]
    plural = next((t for t in following if t.tag_ in ("NNS", "NNPS") or t.lower_ in INVARIANT), None)
    entry = noun_entries().get(lemma_of(plural)) if plural is not None else None
    return entry is not None and entry.noun_class in COUNTED_CLASSES
