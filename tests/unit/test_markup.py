"""Marks and runs of white space are left out for the tagger, and every offset still leads to the printed text."""

from __future__ import annotations

import pytest

from dossier.language.analysis import Block, analyse_blocks
from dossier.language.markup import strip_markup

CASES = [
    ("Rain  fell on\n    Oslo.", "Rain fell on Oslo."),
    ("**Dr. Ann** **Lee** left.", "Dr. Ann Lee left."),
    ("[The council](https://example.org/a) met.", "The council met."),
    ("<u>Sam Roe</u>, a baker", "Sam Roe, a baker"),
    ("Prime\\_Minister \\[sic\\] spoke", "Prime Minister [sic] spoke"),
    ("The rains failed.[2] Many left[14].", "The rains failed. Many left."),
    ("[3] rivers and a[0]b", "[3] rivers and a[0]b"),
    ("snake_case and 3 * 4", "snake_case and 3 4"),
    ("", ""),
]


@pytest.mark.parametrize(("printed", "words"), CASES)
def test_words_are_kept_and_lead_back_to_their_places(printed: str, words: str) -> None:
    stripped = strip_markup(printed)
    assert stripped.text == words
    assert all(printed[place] == char or char == " " for place, char in zip(stripped.places, words, strict=True))


@pytest.mark.parametrize("printed", [printed for printed, _ in CASES if printed])
def test_the_analysed_text_is_the_printed_one(printed: str) -> None:
    paragraph = analyse_blocks(printed, [Block(0, len(printed), "paragraph")])[0]
    assert paragraph.doc.text == printed.replace("\n", " ")
    assert all(token.head is not None for token in paragraph.doc)
