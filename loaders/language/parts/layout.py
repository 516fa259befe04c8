"""The page as a whole: which units make the main story, which make others, and which make none.

A page is walked once from its first prose to its end. What a unit is depends on its role and on its neighbours:
a title between two paragraphs is a heading in a clean text and may be a teaser on a page that shows furniture.
"""

from __future__ import annotations

from dossier.language.parts.headlines import LABELS, find_headline, is_summed_up
from dossier.language.parts.other_stories import find_equals, read_related, same_title
from dossier.language.parts.page import ENDS, META, Page, Story
from dossier.language.parts.teasers import is_sentence, settle_between


def divide_page(page: Page) -> list[Story]:
    """The stories of a page, the main one (or ones) first in text order of their first unit."""
    equals = find_equals(page)
    if equals:
        return equals
    body = _find_body(page)
    if body is None:
        return _without_prose(page)
    main = Story(True, "main-text" if page.is_page else "clean-text")
    main.headline = find_headline(page, body)
    _add_top(page, main, body)
    related: list[Story] = []
    end = _walk_body(page, main, related, body)
    related += read_related(page, end)
    return sorted([main, *(story for story in related if story.units)], key=lambda story: story.units[0])


def _find_body(page: Page) -> int | None:
    """First paragraph of the main text: of the first run of prose that is not much smaller than the largest."""
    if not page.is_page:
        return next((i for i in range(page.count) if page.is_prose[i]), None)
    runs: list[tuple[int, int]] = []  # first unit, words
    last = -1
    is_listed = False
    for index in range(page.count):
        if index in page.headers and runs:
            is_listed = True
        if not page.is_prose[index] or page.name(index) == "author" or is_listed:
            continue
        unit = page.units[index]
        if unit.word_count < 10 and not page.is_prose[min(index + 1, page.count - 1)] and page.is_page:
            continue
        broken = index - last > 8 or any(page.is_end(i) for i in range(last + 1, index))
        if not runs or broken:
            runs.append((index, unit.word_count))
        else:
            runs[-1] = (runs[-1][0], runs[-1][1] + unit.word_count)
        last = index
    if not runs:
        return next((i for i in range(page.count) if page.is_prose[i]), None)
    largest = max(words for _, words in runs)
    return next(first for first, words in runs if words >= min(largest, max(30, 0.25 * largest)))


def _add_top(page: Page, main: Story, body: int) -> None:
    """The headline, what stands between it and the body, and pictures right above it."""
    if not page.is_page:
        main.units += [i for i in range(body) if not page.is_furniture(i)]
        return
    if main.headline is None:
        first = body
        while page.name(first - 1) in ("byline", "date", "caption"):
            first -= 1
        main.units += [i for i in range(first, body) if not page.is_furniture(i)]
        return
    first = main.headline
    while (
        page.name(first - 1) == "caption"
        or page.name(first - 1) == "title"
        and same_title(page, first - 1, main.headline)
    ):
        first -= 1
    top = first
    while first - top < 3 and page.name(top - 1) in META:
        top -= 1
    while top < first and page.name(top) == "outlet":  # the name of the site, no credit of the story
        top += 1
    main.units += range(top, main.headline + 1)
    titles = [i for i in range(main.headline + 1, body) if page.name(i) == "title" and page.units[i].bullet is None]
    is_far = body - main.headline > 15
    for index in range(main.headline + 1, body):
        if is_far and body - index > 4 and page.name(index) in ("fragment", "caption", "outlet"):
            continue
        summed_up = index - 1 in page.stamps or is_summed_up(page, index, main.headline)
        unlisted = index not in titles or len(titles) <= 3 or summed_up or same_title(page, index, main.headline)
        if not page.is_furniture(index) and unlisted and not _is_label(page, index):
            main.units.append(index)


def _is_label(page: Page, index: int) -> bool:
    """Whether a unit above the text is a word by itself that heads no points ('Summary')."""
    unit = page.units[index]
    return page.name(index) == "fragment" and unit.word_count == 1 and page.is_page and unit.folded not in LABELS


def _walk_body(page: Page, main: Story, related: list[Story], body: int) -> int:
    """Add the body to the main story and inline teasers to the others; returns the unit where the body ended."""
    pending: list[int] = []
    index, paragraphs = body, 0
    is_listed = False  # below 'Most read'
    while index < page.count:
        if index in page.headers and paragraphs:
            break
        is_point = page.units[index].bullet is not None and not page.is_furniture(index)
        is_listed = page.kind(index) == "related" or is_listed and is_point and not page.units[index].is_terminal
        if not is_listed and (
            page.is_prose[index]
            or page.name(index) in ("caption", "credits")
            or is_point
            and page.name(index) not in META
        ):
            settle_between(page, main, related, pending)
            pending = []
            main.units.append(index)
            paragraphs += page.is_prose[index]
        elif (
            page.is_page
            and paragraphs
            and _ends_here(page, index, main)
            or not page.is_page
            and page.kind(index) in ("comments", "footer")
            and paragraphs
            and page.next_prose[index] == page.count
        ):
            break
        else:
            pending.append(index)
        index += 1
    end = index
    if pending:
        end = pending[0]
        while end < page.count and (page.kind(end) == "markup" or _closes_story(page, end)):
            main.units += [] if page.kind(end) == "markup" else [end]
            end += 1
    return end


def _closes_story(page: Page, index: int) -> bool:
    """Whether a unit behind the last paragraph still belongs to the story: a credit; in a clean text, anything."""
    if page.is_furniture(index) or index in page.headers:
        return False
    if not page.is_page:
        return True
    return page.name(index) in ("byline", "outlet") and not page.is_title(index + 1)


def _ends_here(page: Page, index: int, main: Story) -> bool:
    """Whether the main story ends at a unit that is not prose."""
    following = page.next_prose[index]
    if following == page.count:
        return page.is_furniture(index) or page.name(index) == "title"
    kind = page.kind(index) if page.name(index) == "furniture" else None
    if kind in ENDS:
        return not _resumes_strongly(page, index, main)
    if kind == "related":
        return not _resumes_after_list(page, index)
    if page.name(index) == "title" and (index - 1 in page.stamps or index + 1 in page.stamps):
        return False
    if page.name(index) == "title":
        return not is_sentence(page.units[index]) and _is_tail_of_items(page, index)
    return False


def _resumes_strongly(page: Page, index: int, main: Story) -> bool:
    """Behind a footer a story goes on with three long paragraphs; behind comments they must outweigh it."""
    before = (
        0 if page.kind(index) == "footer" else sum(page.units[i].word_count for i in main.units if page.is_prose[i])
    )
    after = [
        page.units[i].word_count
        for i in range(index + 1, min(index + 16, page.count))
        if page.is_prose[i] and page.units[i].is_terminal
    ]
    return sum(words >= 18 for words in after) >= 3 and sum(after) > before


def _resumes_after_list(page: Page, index: int) -> bool:
    """Behind the heading of a list the story goes on if two paragraphs follow each other, or one follows at once."""
    following = page.next_prose[index]
    content = page.content_after(index)
    if page.name(content) in META or following - index > 14:
        return False
    if any(i in page.headers for i in range(index, following + 1)) or any(
        page.is_end(i) for i in range(index, following)
    ):
        return False
    if content == following:
        return (
            page.units[following].word_count >= 8
            and page.name(following) != "author"
            or page.is_prose[min(following + 1, page.count - 1)]
        )
    after = page.content_after(following)
    return (
        after < page.count
        and (page.is_prose[after] or page.name(after) == "caption")
        or page.units[following].word_count >= 30
        and after >= page.count - 1
    )


def _is_tail_of_items(page: Page, index: int) -> bool:
    """Whether from here on titles with at most one paragraph each follow one another: a list of other stories.

    Where most of them ask, they are the questions of an interview or explainer.
    """
    pairs, asked, at = 0, 0, index
    while at < min(page.count, index + 60) and not page.is_end(at):
        if not (page.name(at) == "title" and page.units[at].word_count >= 5):
            if page.is_furniture(at):
                at += 1
                continue
            return False
        asked += page.units[at].is_question
        at = page.content_after(at)
        while at < page.count and page.name(at) in META | {"caption", "fragment"}:
            at = page.content_after(at)
        if at < page.count and page.is_prose[at]:
            at = page.content_after(at)
            pairs += 1
        if pairs > 12:
            break
    return pairs >= 2 and asked * 2 < pairs


def _without_prose(page: Page) -> list[Story]:
    """A page without a paragraph: a flash of one line, or a list of titles of which the first counts."""
    if not page.is_page:
        units = [i for i in range(page.count) if not page.is_furniture(i)] or list(range(page.count))
        return (
            [Story(True, "clean-text", units, headline=next((i for i in units if page.is_title(i)), None))]
            if units
            else []
        )
    first = next((i for i in range(page.count) if page.name(i) == "title"), None)
    if first is None:
        first = next((i for i in range(page.count) if not page.is_furniture(i)), 0)
    main = Story(True, "title-alone", [first], headline=first if page.is_title(first) else None)
    return [main, *(s for s in read_related(page, first + 1))] if page.count else []
