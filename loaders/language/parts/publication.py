"""When a story was published, as its page prints it: above and behind the text, in the dateline, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.language.parts.datelines import Dateline
from dossier.language.parts.page import Page, Story
from dossier.language.parts.printed_dates import DATE, WEEKDAY, date_label, find_date

UPDATES = frozenset({"updated", "last updated", "modified", "last modified", "printed"})
SAYS_SO = re.compile(
    r"\b(?:article|story|report|piece|column|interview|transcript|post|page|programme|program|release)\s+"
    r"(?:was|is|has been)\s+(?:first\s+|originally\s+)?(?:published|posted|broadcast|aired|released|issued)\b"
    r"(?P<rest>.{0,80})",
    re.I | re.S,
)
AT_END = re.compile(rf"[,(–—-]\s*(?:{WEEKDAY},?\s+)?(?:{DATE.pattern})[\s).]*$", re.I)


def find_publication(
    page: Page, story: Story, text: str, top: Sequence[int], dateline: Dateline | None, is_transcript: bool
) -> str | None:
    """The day of publication (YYYY-MM-DD) that the best of these places prints.

    A date in the head, labelled, bare or among names; the dateline; a labelled date in the text's midst;
    a sentence that says so; the end of a transcript's headline; at last the day of an update. ``top`` are the units
    of the story's head and the credits right behind it.
    """
    found = [
        *_dates_of_credits(page, top),
        *((2, day) for day in [dateline and find_date(text[dateline.start_char : dateline.end_char])] if day),
    ]
    if story.is_main:
        found.extend((3, day) for day in _labelled_dates(page, story))
        found.extend((4, day) for day in _dates_said(page, story))
    if story.headline is not None and is_transcript:
        words = page.units[story.headline].words
        found.extend((5, day) for day in [AT_END.search(words) and find_date(words)] if day)
    return min(found, key=lambda ranked: ranked[0])[1] if found else None


def _dates_of_credits(page: Page, top: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Dates on lines of credits; an update ranks last."""
    for order, index in enumerate(top):
        if page.name(index) not in ("date", "byline", "age"):
            continue
        words = page.units[index].words
        for piece in re.split(r"\s*[|•]\s*|(?<=\d)\s+(?=(?:Updated|Modified|Last)\b)", words):
            day = find_date(piece)
            if day is not None:
                label = date_label(piece) or ""
                if not label and order and page.name(top[order - 1]) in ("furniture", "fragment"):
                    label = date_label(page.units[top[order - 1]].words) or ""
                yield (9 if label in UPDATES else 0), day


def _labelled_dates(page: Page, story: Story) -> Iterator[str]:
    """Dates in the midst of a story that a label calls its publication: 'Published: 4 May 2023'."""
    for index in story.units:
        words = page.units[index].words
        label = date_label(words) if page.name(index) == "date" else None
        if label is not None and label not in UPDATES and label != "date":
            yield from filter(None, [find_date(words)])


def _dates_said(page: Page, story: Story) -> Iterator[str]:
    """'This article was first published on the 4th of May 2023.'"""
    for index in story.units:
        said = SAYS_SO.search(page.units[index].words)
        if said is not None:
            yield from filter(None, [find_date(said["rest"])])
