"""A figure in the making: an amount that was found to measure something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.quantities.amounts import Amount
from dossier.language.quantities.nouns import CountedNoun

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
    cue: Token | None = None  # the word that tells what is measured before all others


def build(
    amount: Amount, tokens: Sequence[Token], unit: str, family: str, rule: str, noun: CountedNoun | None = None,
    measure: str | None = None, scale: float = 1.0, end: int | None = None, cue: Token | None = None,
) -> Candidate:  # fmt: skip
    def scaled(value: float | None) -> float | None:
        return None if value is None else round(value * scale, 3) if scale != 1.0 else value

    if amount.value is None:
        rule = "vague-" + "-".join(
            w for w in VAGUE_WORD.findall(text_of(tokens[0].doc)[amount.number_start : amount.number_end].lower())
        )
    return Candidate(
        amount, amount.start, end if end is not None else amount.end, scaled(amount.value), scaled(amount.value_max),
        unit, family, noun, tokens[0], tokens[-1], rule, measure, cue,
    )  # fmt: skip
