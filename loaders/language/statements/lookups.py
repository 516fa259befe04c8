"""Sentences, noun phrases and tokens of a paragraph by place, each found without walking the whole paragraph.

``Token.sent`` and ``Span.noun_chunks`` cost time in proportion to the paragraph; asked for every
quotation of a long one, they make reading quadratic.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from dossier.language.analysis import Paragraph
from dossier.language.statements.quotations import Quotation


@functools.lru_cache(maxsize=2)
def _token_starts(doc: Doc) -> list[int]:
    return [token.idx for token in doc]


@functools.lru_cache(maxsize=2)
def _sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for sentence in doc.sents:
        bounds.extend([(sentence.start, sentence.end)] * (sentence.end - sentence.start))
    return bounds


@functools.lru_cache(maxsize=2)
def _chunks_by_token(doc: Doc) -> dict[int, Span]:
    return {i: chunk for chunk in doc.noun_chunks for i in range(chunk.start, chunk.end)}


def tokens_between(doc: Doc, start: int, end: int) -> list[Token]:
    """Tokens that begin inside a stretch of the doc's text."""
    starts = _token_starts(doc)
    return [doc[i] for i in range(bisect_left(starts, start), bisect_left(starts, end))]


def sentence_of(token: Token) -> Span:
    """The sentence of a token."""
    start, end = _sentence_bounds(token.doc)[token.i]
    return token.doc[start:end]


def chunk_of(token: Token) -> Span | None:
    """The base noun phrase that holds a token."""
    return _chunks_by_token(token.doc).get(token.i)


def name_ahead(verb: Token) -> Token | None:
    """The name between a comma and its verb that the parser took into the clause: 'It failed, Ann Lee today said …'."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].dep_ in ("npadvmod", "advmod") and verb.doc[at].head == verb:
        at -= 1
    chunk = chunk_of(verb.doc[at])
    if chunk is None or verb.doc[at].pos_ != "PROPN" or chunk.start == 0 or verb.doc[chunk.start - 1].text != ",":
        return None
    return chunk.root


def quoted_tokens(paragraph: Paragraph, quotations: Sequence[Quotation]) -> frozenset[int]:
    """Indexes of the tokens that begin inside quotation marks."""
    inside: set[int] = set()
    for quotation in quotations:
        inside.update(t.i for t in tokens_between(paragraph.doc, quotation.start_char, quotation.end_char))
    return frozenset(inside)
