"""Stories beside the one main story of a page: equals of a feed or digest, and related ones behind the main text."""

from __future__ import annotations

from dossier.language.parts.page import ENDS, META, Page, Story, fold_title

NUMBER_OF_EQUALS = 3


def find_equals(page: Page) -> list[Story]:
    """Stories of a feed or digest: three or more with a header, date or rule each, none outweighing the rest."""
    starts = _separated_starts(page) or _equal_starts(page)
    if len(starts) < NUMBER_OF_EQUALS:
        return []
    stories = []
    for (first, title), end in zip(starts, [s for s, _ in starts[1:]] + [page.count], strict=True):
        story = Story(True, "equals", headline=title, header=list(range(first, title)))
        for index in range(first, end):
            if page.is_end(index) and index > title:
                break
            if not page.is_furniture(index):
                story.units.append(index)
        stories.append(story)
    return stories


def _equal_starts(page: Page) -> list[tuple[int, int]]:
    starts = sorted(page.headers.items())
    if not starts:
        starts = [
            (i, i)
            for i in range(page.count)
            if page.is_title(i) and page.units[i].word_count >= 3 and page.name(i + 1) in META
        ]
    bounds = [first for first, _ in starts] + [page.count]
    weights = [_words(page, title, end) for (_, title), end in zip(starts, bounds[1:], strict=True)]
    total = sum(weights)
    before = _words(page, 0, starts[0][0]) if starts else 0
    heads_list = (
        any(page.kind(i) == "related" and page.name(i) == "furniture" for i in range(starts[-1][0])) if starts else True
    )
    if (
        len(starts) < NUMBER_OF_EQUALS
        or before > 25
        or heads_list
        or max(weights) > 0.6 * total
        or sum(w >= 8 for w in weights) < NUMBER_OF_EQUALS
    ):
        return []
    return starts


def _separated_starts(page: Page) -> list[tuple[int, int]]:
    rules = [
        i for i in range(page.count) if page.name(i) == "separator" and page.units[i].words[:1] not in ("#", ".", "\\")
    ]
    if len(rules) < 2:
        return []
    starts = [
        (i, i)
        for i in [page.content_after(-1), *(page.content_after(rule) for rule in rules)]
        if page.is_title(i) and page.is_prose[min(page.content_after(i), page.count - 1)]
    ]
    return starts if len(starts) >= max(NUMBER_OF_EQUALS, len(rules)) else []


def _words(page: Page, first: int, last: int) -> int:
    return sum(page.units[i].word_count for i in range(first, last) if page.is_prose[i])


def read_related(page: Page, start: int) -> list[Story]:
    """Other stories behind the main one: under headers of their own, or titles with or without a paragraph."""
    stories: list[Story] = []
    current: Story | None = None
    header: list[int] = []
    has_headers = any(first >= start for first in page.headers)
    is_closed = is_tagged = False
    for index in range(start, page.count):
        name = page.name(index)
        if index in page.headers:
            current, header, is_closed = None, [], False
        if page.is_furniture(index):
            kind = page.kind(index)
            is_closed = kind in ENDS or is_closed and kind != "related"
            is_tagged = kind == "tags" or is_tagged and kind != "related"
            if kind in ENDS or kind in ("related", "tags"):
                current = None
        elif is_closed:
            continue
        elif has_headers and (current is None or current.headline is None or index in page.headers):
            title = page.headers.get(index)
            if title is not None:
                current = Story(False, "listed", headline=None, header=list(range(index, title)))
                stories.append(current)
            if current is not None:
                current.units.append(index)
                current.headline = index if index not in current.header else None
        elif has_headers and current is not None:
            if name != "title" or page.next_prose[index] < page.next_header[index + 1]:
                current.units.append(index)
        elif has_headers:
            continue
        elif name in META:
            (current.units if current is not None else header).append(index)
        elif name == "title" and page.units[index].word_count >= 4 and not is_tagged:
            if current is not None and current.headline is not None and same_title(page, current.headline, index):
                current.units.append(index)
                continue
            current = Story(False, "listed", [*header, index], headline=index, header=header)
            stories.append(current)
            header = []
        elif current is not None and (page.is_prose[index] or name == "caption"):
            current.units.append(index)
    return stories


def same_title(page: Page, left: int, right: int) -> bool:
    """Whether two units are the same title."""
    return fold_title(page.units[left].words) == fold_title(page.units[right].words)
