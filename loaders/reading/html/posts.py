"""Pages that print several whole posts, each under a heading that links to its own page, and no story of their own."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from dossier.reading.html.json_ld import fold
from dossier.reading.html.lines import Line
from dossier.reading.html.main_part import FEWEST_WORDS, LINK_ONLY, MainPart, is_prose
from dossier.reading.html.markup import Element

FEWEST_POSTS = 2
DEEPEST = 40  # elements between a line and its post
MOST_BESIDE = 0.3  # of the posts' words: a page with more prose beside them has a story of its own
HEADINGS = ("h1", "h2", "h3")


def find_posts(lines: Sequence[Line], main: MainPart, titles: Sequence[str]) -> list[list[int]]:
    """The lines of each post, its heading first; nothing where the page is not made of posts."""
    posts: dict[Element, list[int]] = defaultdict(list)
    holders: dict[Element, Element | None] = {}
    for index, line in enumerate(lines):
        if line.element not in holders:
            holders[line.element] = _holder(line.element)
        holder = holders[line.element]
        if holder is not None and not main.is_aside(line):
            posts[holder].append(index)
    page_titles = {fold(title) for title in titles}
    whole = [post for indexes in posts.values() if (post := _whole(lines, indexes, page_titles))]
    beside = [post for post in whole if _beside(lines[post[0]], lines[whole[0][0]])]
    inside = {i for post in beside for i in post}
    words = [0, 0]
    for index in inside.union(main.units):
        words[index in inside] += lines[index].word_count if is_prose(lines[index]) else 0
    return beside if len(beside) >= FEWEST_POSTS and words[0] <= MOST_BESIDE * words[1] else []


def _holder(element: Element) -> Element | None:
    """The post that an element stands in: an ``article``, or what is marked as an entry of a blog."""
    around = itertools.chain((element,), itertools.islice(element.iterancestors(), DEEPEST))
    return next((e for e in around if _is_post(e)), None)


def _is_post(element: Element) -> bool:
    return element.tag == "article" or "hentry" in (element.get("class") or "").split()


def _beside(line: Line, other: Line) -> bool:
    holder, first = _holder(line.element), _holder(other.element)
    return holder is not None and first is not None and holder.getparent() is first.getparent()


def _whole(lines: Sequence[Line], indexes: Sequence[int], page_titles: set[str]) -> list[int]:
    """A post from its heading on, where it has a linked heading that is not the page's own, and a text under it."""
    start = next((n for n, i in enumerate(indexes) if lines[i].element.tag in HEADINGS), None)
    if start is None:
        return []
    heading, rest = lines[indexes[start]], indexes[start + 1 :]
    is_own = heading.folded in page_titles
    words = sum(lines[i].word_count for i in rest if is_prose(lines[i]))
    if heading.link_share < LINK_ONLY or is_own or words < FEWEST_WORDS:
        return []
    return [indexes[start], *(i for i in rest if lines[i].link_share < LINK_ONLY)]
