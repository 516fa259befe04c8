"""Quotations that run over several paragraphs without a mark at the head of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dossier.language.analysis import Paragraph, text_of
from dossier.language.statements.drafts import Draft
from dossier.language.statements.quotations import find_quotations, first_double_mark

LONGEST_RUN = 8  # paragraphs
MARKS = frozenset('"“”„«»')


GUESSED = ("continued-paragraph", "continued-person")


def credit_backwards(drafts: list[Draft], first: int, closing: Draft) -> None:
    """'“It was dark.' … 'We ran,” she said.': the cue stands where the quotation that began at ``first`` ends."""
    if not closing.is_direct or closing.speaker is None or closing.is_continued:
        return
    for number in range(max(first, 0), len(drafts)):
        opened = drafts[number]
        if opened.is_direct and (opened.speaker is None or opened.rule in GUESSED):
            drafts[number] = dataclasses.replace(
                closing, start_char=opened.start_char, end_char=opened.end_char, rule="continued-backwards"
            )


def running_quotations(paragraphs: Sequence[Paragraph]) -> dict[int, bool]:
    """The paragraphs that begin inside a quotation opened above, by index; True where they lie in it as a whole.

    A quotation goes on only where a closing mark is found below, with no opening one before it.
    """
    inside: dict[int, bool] = {}
    for number, paragraph in enumerate(paragraphs):
        text = text_of(paragraph.doc)
        if MARKS.isdisjoint(text):
            continue
        quotations = find_quotations(text, inside.get(number) is False)
        if not quotations or quotations[-1].is_closed or quotations[-1].is_single:
            continue
        for below in range(number + 1, min(number + 1 + LONGEST_RUN, len(paragraphs))):
            if paragraphs[below].block.kind not in ("paragraph", "bullet"):
                break
            mark = first_double_mark(text_of(paragraphs[below].doc))
            if mark == "closes":
                inside.update(dict.fromkeys(range(number + 1, below), True))
                inside[below] = False
            if mark is not None:
                break
    return inside
