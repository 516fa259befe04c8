"""The cues of ``vocabulary/measure_cues`` in a paragraph, found once for all of its figures."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dossier.language.analysis import text_of
from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.nouns import lemma_of
from dossier.language.quantities.prose import without_addresses

LONGEST_CUE = 3


class Hit(NamedTuple):
    """A cue at a token of a paragraph: what it speaks for, and how strongly."""

    token: int
    cue: str
    measure: str
    weight: float


@functools.cache
def cues() -> Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]:
    """Measures and weights by cue and quantity family."""
    found: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
    for row in load_lexicon("vocabulary/measure_cues"):
        found[row["cue"]][row["quantity_family"]].append((row["measure"], float(row["cue_weight"])))
    return {cue: {family: tuple(entries) for family, entries in by.items()} for cue, by in found.items()}


class ParagraphCues:
    """Lemmas and cues of a paragraph."""

    def __init__(self, doc: Doc) -> None:
        clean = without_addresses(text_of(doc))
        self.lemmas = [lemma_of(token) for token in doc]
        self.words = frozenset(self.lemmas)
        self._hits: dict[str, list[Hit]] = defaultdict(list)
        prose = [token for token in doc if not is_blank(token) and clean[token.idx] != "_"]
        words = [self.lemmas[token.i] for token in prose]
        for at, token in enumerate(prose):
            for cue in _cues_at(token, words, at):
                for family, entries in cues().get(cue, {}).items():
                    self._hits[family] += [Hit(token.i, cue, measure, weight) for measure, weight in entries]
        self._tokens = {family: [hit.token for hit in hits] for family, hits in self._hits.items()}

    def between(self, family: str, low: int, high: int) -> Sequence[Hit]:
        """Cues for a family of quantities from one token to another, the end exclusive."""
        tokens = self._tokens.get(family, [])
        return self._hits[family][bisect_left(tokens, low) : bisect_left(tokens, high)] if tokens else ()


@functools.lru_cache(maxsize=2)
def cues_of(doc: Doc) -> ParagraphCues:
    """Lemmas and cues of a paragraph that is being read."""
    return ParagraphCues(doc)


def is_blank(token: Token) -> bool:
    """White space of a wrapped line, or marks of emphasis: such part no words."""
    return token.is_space or not token.text.strip("*_")


def _cues_at(token: Token, words: Sequence[str], at: int) -> Iterator[str]:
    """What may be a cue at a token: one to three lemmas, and the word as printed ('damages' are no damage)."""
    for length in range(1, LONGEST_CUE + 1):
        yield " ".join(words[at : at + length])
    if token.lower_ != words[at]:
        yield token.lower_
