"""A paragraph as the actor readers see it: its tokens, its lexicon hits, and what has been found in it so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from dossier.language.actors.lexicon import PLAIN, Hit, gazetteer
from dossier.language.analysis import Paragraph, text_of

HEADLINE_SHARE = 0.8
BUCKET = 256  # characters; what was found is kept by where it begins, so that neighbours are found at once
LONGEST = 2 * BUCKET


@dataclass(frozen=True)
class Identity:
    """Who is meant, as far as one passage says."""

    key: str  # equal within the article for one actor: 'country:CHN', 'body:foreign ministry|CHN', 'person:12'
    name: str
    name_key: str
    actor_type: str
    country_code: str | None
    registry_key: str | None = None


@dataclass
class Found:
    """Words that stand for an actor; offsets into the paragraph's words."""

    start: int
    end: int
    kind: str  # name, title, pronoun, description
    identity: Identity
    rule: str
    owner: Identity | None = None  # the body that a body is part of


@dataclass
class View:
    """One paragraph with everything found in it; offsets into its words, without marks and runs of white space."""

    number: int
    paragraph: Paragraph
    text: str
    tokens: list[Token]
    hits: dict[str, list[Hit]]
    is_shouted: bool = False  # printed in capitals throughout: the tagger is not to be believed
    is_headline: bool = False  # in headline style, most words with a capital: the tagger needs a second witness
    found: list[Found] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _taken: bytearray = field(default_factory=bytearray)
    _buckets: dict[int, list[Found]] = field(default_factory=dict)

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """A stretch as offsets into the document's text."""
        left, right = self.paragraph.stripped.span(start, end)
        return self.paragraph.start_char + left, self.paragraph.start_char + right

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Tokens that begin inside a stretch."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def found_near(self, start: int, end: int) -> list[Found]:
        """What begins in a stretch or somewhat before it, in text order."""
        numbers = range((start - LONGEST) // BUCKET, end // BUCKET + 1)
        return sorted((f for n in numbers for f in self._buckets.get(n, ())), key=lambda f: f.start)

    def token_at(self, char: int) -> Token:
        """The token that covers or precedes a character."""
        return self.tokens[max(bisect_right(self._starts, char) - 1, 0)]

    def layer(self, name: str) -> list[Hit]:
        """Hits of one layer, in text order."""
        return self.hits.get(name, [])

    def hit_at(self, layers: Iterable[str], char: int) -> Hit | None:
        """The hit of the given layers that covers a character; of equal words the first meaning."""
        for name in layers:
            hits = self.hits.get(name, [])
            at = bisect_left(hits, char + 1, key=lambda h: h.start) - 1
            if at >= 0 and hits[at].end > char:
                while at > 0 and hits[at - 1].start == hits[at].start:
                    at -= 1
                return hits[at]
        return None

    def found_over(self, start: int, end: int) -> Found | None:
        """What was found in a stretch, if anything shares a character with it."""
        if not any(self._taken[start:end]):
            return None
        return next((f for f in self.found_near(start, end) if f.start < end and f.end > start), None)

    def is_free(self, start: int, end: int) -> bool:
        """Has nothing been found in the stretch?"""
        return self.found_over(start, end) is None

    def add(self, found: Found) -> None:
        """Record a find."""
        self.found.append(found)
        self._buckets.setdefault(found.start // BUCKET, []).append(found)
        self._taken[found.start : found.end] = b"\x01" * (found.end - found.start)

    def remove(self, found: Found) -> None:
        """Take a find back, since a longer one holds it."""
        self.found.remove(found)
        self._buckets[found.start // BUCKET].remove(found)
        self._taken[found.start : found.end] = bytes(found.end - found.start)


def _titled(dateline: str) -> str:
    """A dateline without capitals throughout: short names in capitals ('OSLO') pass for acronyms elsewhere."""
    titled = dateline.title()
    return titled if len(titled) == len(dateline) else dateline


def view_paragraph(number: int, paragraph: Paragraph) -> View:
    """Look a paragraph up in all lexicons of actors."""
    text = text_of(paragraph.words).translate(PLAIN)
    tokens = list(paragraph.words)
    upper, lower = sum(c.isupper() for c in text), sum(c.islower() for c in text)
    long_words = [t.text for t in tokens if len(t) > 3 and t.text[0].isalpha()]
    headline = (
        len(long_words) >= 3
        and sum(w[0].isupper() for w in long_words) >= HEADLINE_SHARE * len(long_words)
        and not text.rstrip().endswith((".", "!", "?", '"'))
    )
    return View(
        number,
        paragraph,
        text,
        tokens,
        gazetteer().find(_titled(text) if paragraph.block.kind == "dateline" else text),
        upper > lower,
        headline,
        _starts=[t.idx for t in tokens],
        _taken=bytearray(len(text)),
    )
