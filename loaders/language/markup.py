"""What stands between words without being words: Markdown marks, tags, addresses of links, runs of white space.

A tagger reads 'North Atlantic\\n    **Treaty** Organization' badly. It is given the words with single spaces
between them, and the document that the other modules see is the printed text again, one token for each stretch that was
left out.
Offsets are 0-based code points, end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

MARK = re.compile(
    r"(?P<space>(?:\s|\\_)(?:\s|\\_|>(?=\s))*)"  # '>' before each line of a block quotation
    r"|\]\((?:https?:|mailto:|/)[^\s()]{0,1000}\)"  # the address behind a link's words
    r"|\[(?=[^\[\]]{1,300}\]\((?:https?:|mailto:|/))"
    r"|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|(?<=[\w.,;:!?”\"’')])\[\d{1,3}\](?!\w)"  # the mark of a footnote
    r"|(?:[^\w\s]\s{0,3}){40,}"  # a line drawn with signs
    r"|\*+|\\(?=[^\w\s])"
    r"|(?<![\w])_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)"
)
# Longer stretches without a space are no words; the tokenizer's time grows with the square of their length.
TOO_LONG = re.compile(r"\S{500}(?=\S)")
# What has none of these is left as it is.
MAY_HOLD_MARKS = re.compile(r"^\s|\s\s|[^\S ]|[*_\\<>\[\]]|\S{500}|(?:[^\w\s]\s{0,3}){40}")
# No prose repeats itself like this: among so many words at least one in twelve is another one.
MANY_WORDS = 200
REPEATED = 12


@dataclass(frozen=True)
class Stripped:
    """A text without what stands between its words."""

    text: str
    places: Sequence[int]  # of each character, its offset in the text as printed

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the stripped text as offsets into the text as printed."""
        return self.places[start], self.places[end - 1] + 1


def strip_markup(text: str) -> Stripped:
    """Leave marks out and make every run of white space one space; nothing stands before the first word."""
    if _is_repetition(text):
        return Stripped("", ())
    if not MAY_HOLD_MARKS.search(text):
        return Stripped(text, range(len(text)))
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for match in MARK.finditer(text):
        kept.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        at = match.end()
        if match["space"] and places and kept[-1:] != [" "] and not _ends_with_space(kept):
            kept.append(" ")
            places.append(match.start())
    kept.append(text[at:])
    places.extend(range(at, len(text)))
    stripped = "".join(kept)
    for cut in reversed([match.end() for match in TOO_LONG.finditer(stripped)]):
        stripped = f"{stripped[:cut]} {stripped[cut:]}"
        places.insert(cut, places[cut])
    return Stripped(text, range(len(text))) if stripped == text else Stripped(stripped, places)


def _is_repetition(text: str) -> bool:
    """Whether it is a few words over and over, which nobody writes to be read."""
    words = re.findall(r"\w+", text) if len(text) > 2 * MANY_WORDS else ()
    return len(words) >= MANY_WORDS and len(set(words)) * REPEATED < len(words)


def _ends_with_space(kept: Sequence[str]) -> bool:
    """Whether the last character kept is a space, past pieces without characters."""
    return next((piece[-1] == " " for piece in reversed(kept) if piece), True)


def restore_markup(doc: Doc, stripped: Stripped, text: str) -> Doc:
    """The analysis of a stripped text as one of the printed text; what was left out hangs on the word before it."""
    words: list[str] = []
    spaces: list[bool] = []
    origins: list[int | None] = []  # token of the stripped text
    at = 0
    for token in doc:
        start, end = stripped.span(token.idx, token.idx + len(token))
        at = _add_gap(text, at, start, words, spaces, origins)
        words.append(text[start:end])
        spaces.append(False)
        origins.append(token.i)
        at = end
    _add_gap(text, at, len(text), words, spaces, origins)
    return _make_doc(doc, words, spaces, origins)


def _add_gap(text: str, start: int, end: int, words: list[str], spaces: list[bool], origins: list[int | None]) -> int:
    """Turn the stretch between two tokens into a space behind the first and a token for the rest."""
    if start < end and words and text[start] == " ":
        spaces[-1] = True
        start += 1
    if start < end:
        rest = text[start:end]
        is_spaced = len(rest) > 1 and rest[-1] == " " and not rest.isspace()
        words.append(rest[:-1] if is_spaced else rest)
        spaces.append(is_spaced)
        origins.append(None)
    return end


def _make_doc(doc: Doc, words: list[str], spaces: list[bool], origins: Sequence[int | None]) -> Doc:
    positions = {origin: at for at, origin in enumerate(origins) if origin is not None}
    known: list[Token | None] = [None if origin is None else doc[origin] for origin in origins]
    heads = [positions[t.head.i] if t is not None else _anchor(at, known) for at, t in enumerate(known)]
    entities = ["O" if t is None or not t.ent_type_ else f"{t.ent_iob_}-{t.ent_type_}" for t in known]
    for at, token in enumerate(known):
        following = known[at + 1] if at + 1 < len(known) else None
        if token is None and at and following is not None and following.ent_iob_ == "I":
            entities[at] = f"I-{following.ent_type_}"
    return Doc(
        doc.vocab,
        words=words,
        spaces=spaces,
        tags=[t.tag_ if t is not None else "_SP" for t in known],
        pos=[t.pos_ if t is not None else "SPACE" for t in known],
        morphs=[str(t.morph) if t is not None else "" for t in known],
        lemmas=[t.lemma_ if t is not None else word for t, word in zip(known, words, strict=True)],
        heads=heads,
        deps=[t.dep_ if t is not None else "dep" for t in known],
        ents=entities,
    )


def _anchor(at: int, known: Sequence[Token | None]) -> int:
    """The word a stretch hangs on: the one before it, else the first one."""
    before = next((i for i in range(at - 1, -1, -1) if known[i] is not None), None)
    return before if before is not None else next((i for i in range(at, len(known)) if known[i] is not None), at)
