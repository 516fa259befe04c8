"""What stands between two paragraphs of a story: furniture, headings of the story, or teasers for other stories."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.parts.lines import STOP_WORDS, WORD, Unit
from dossier.language.parts.other_stories import same_title
from dossier.language.parts.page import Page, Story

TEASER_WORDS = 8
STEM_CHARS = 6
MATCHED = 0.5  # of a heading's longer words that the paragraphs behind it take up again
MATCHED_WORDY = 0.25  # of those of a heading with many small words
FINITE = frozenset("is are was were will would has have had can could should must may might".split())
ASKING = frozenset("why how what when where who which".split())
SMALL_WORDS = 0.36  # share of small words from which on a title is wordy; headlines leave them out


def settle_between(page: Page, main: Story, related: list[Story], pending: Sequence[int]) -> None:
    """Decide what the units between two paragraphs are: furniture, headings of the story, or teasers for others."""
    after_list = after_tags = False
    teasers: set[int] = set()  # teasers
    short = [i for i in pending if page.name(i) == "fragment"]
    for index in pending:
        name, kind, unit = page.name(index), page.kind(index), page.units[index]
        if page.is_furniture(index):
            after_list = (
                kind in ("related", "duration") or after_list and kind in ("number", "share", "duration", "navigation")
            )
            after_tags = kind == "tags"
        elif name == "title" and (after_list or _is_teaser(page, index, main.headline)):
            _add_teaser(page, related, index, pending)
            teasers.add(index)
        elif name == "byline" and index - 1 in teasers:
            continue  # the writer of the story that the teaser is for
        elif (
            after_tags
            or name == "fragment"
            and page.is_page
            and (len(short) >= 5 or not unit.title_share)
            or name in ("age", "outlet")
            and page.is_page
            and not _is_time_stamp(page, index)
        ):
            continue
        else:
            main.units.append(index)


def _is_time_stamp(page: Page, index: int) -> bool:
    return page.is_prose[min(index + 1, page.count - 1)]


def _is_teaser(page: Page, index: int, headline: int | None) -> bool:
    """Whether a title inside a story is another's headline: long, no question, on a page with furniture."""
    unit = page.units[index]
    if (
        not page.is_page
        or unit.bullet is not None
        or unit.is_question
        or unit.is_loud
        or unit.tail.endswith((":", "—", "–", ",", ";"))
    ):
        return False
    if unit.tail[-1:] in "\"”’'" and unit.words[:1] in "\"“‘'":
        return False
    return unit.word_count >= TEASER_WORDS and not _heads_text(page, index, headline)


def _heads_text(page: Page, index: int, headline: int | None) -> bool:
    """Whether a long title is a heading of the text behind it: set close to it, or taken up by its words.

    A title printed twice is another story's: once as the text of its picture. Words of the page's headline do not
    count: a teaser is often of the same subject.
    """
    unit, following = page.units[index], page.next_prose[index]
    if any(same_title(page, index, at) for at in (index - 2, index - 1, index + 1, index + 2) if 0 <= at < page.count):
        return False
    if following == index + 1 and unit.after_blank and not page.units[following].after_blank:
        return page.is_spaced
    if is_sentence(unit):
        return True
    is_wordy = unit.stop_share >= SMALL_WORDS
    around = [*range(following, following + 3), *(range(max(0, index - 2), index) if is_wordy else ())]
    words = _stems(unit) - (_stems(page.units[headline]) if headline is not None else set())
    taken = {w for at in around if at < page.count and page.is_prose[at] for w in words & _stems(page.units[at])}
    return len(taken) >= (MATCHED_WORDY if is_wordy else MATCHED) * max(1, len(words))


def is_sentence(unit: Unit) -> bool:
    """Whether a title is worded in full, with article and finite verb; headlines leave them out."""
    words = [w.lower() for w in WORD.findall(unit.words)]
    return not FINITE.isdisjoint(words) and not {"the", "a", "an"}.isdisjoint(words) and words[0] not in ASKING


def _stems(unit: Unit) -> set[str]:
    """The beginnings of a unit's longer words."""
    return {w.lower()[:STEM_CHARS] for w in WORD.findall(unit.words) if len(w) > 3 and w.lower() not in STOP_WORDS}


def _add_teaser(page: Page, related: list[Story], index: int, pending: Sequence[int]) -> None:
    """A teaser as a story of its own; the same title again, or the running time above it, belongs to it."""
    if (
        related
        and related[-1].headline is not None
        and same_title(page, related[-1].headline, index)
        and related[-1].units[-1] == index - 1
    ):
        related[-1].units.append(index)
        return
    story = Story(False, "teaser", [index], headline=index)
    if index > pending[0] and page.kind(index - 1) == "duration":
        story.units.insert(0, index - 1)
    related.append(story)
