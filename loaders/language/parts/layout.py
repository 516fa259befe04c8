"""The page as a whole: which units make the main story, which make others, and which make none.

A page is walked once from its first prose to its end. What a unit is depends on its role and on its neighbours:
a title between two paragraphs is a heading in a clean text and may be a teaser on a page that shows furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.language.parts.lines import Unit
from dossier.language.parts.roles import NAMES_LINE, Role, fold_outlet, outlet_names

PROSE = frozenset({"prose", "turn", "transcript", "author"})
META = frozenset({"age", "date", "outlet", "byline"})
PAGE_KINDS = frozenset({"advert", "share", "newsletter", "cookie", "related", "comments", "tags", "footer", "source-link", "duration"})
ENDS = frozenset({"comments", "footer", "end"})
LOOK_BACK = 80  # units above the first paragraph in which a headline is looked for
TEASER_WORDS = 8
LABELS = frozenset({"story highlights", "highlights", "key points", "key takeaways", "key facts", "at a glance", "in brief", "in short", "summary", "the gist", "quick read", "what we know", "overview"})
NUMBER_OF_EQUALS = 3


@dataclass
class Story:
    """One story of the page: its units in order, and which of them is the headline."""

    is_main: bool
    rule: str
    units: list[int] = field(default_factory=list)
    headline: int | None = None
    header: list[int] = field(default_factory=list)  # lines above the headline that name outlet, age or date


class Page:
    """Units with their roles, and the questions the walk asks about them."""

    def __init__(self, units: Sequence[Unit], roles: Sequence[Role], title: str | None) -> None:
        self.units, self.roles = units, roles
        self.title = fold_title(title or "")
        self.count = len(units)
        self.is_prose = [role.name in PROSE for role in roles]
        self.is_page = self._shows_furniture()
        self.next_prose = self._next_prose()
        self.headers = self._item_headers()
        self.next_header = self._next_header()

    def name(self, index: int) -> str:
        """Role of a unit, '' outside the page."""
        return self.roles[index].name if 0 <= index < self.count else ""

    def kind(self, index: int) -> str | None:
        """Kind of furniture of a unit."""
        return self.roles[index].kind if 0 <= index < self.count else None

    def is_furniture(self, index: int) -> bool:
        """Whether a unit is furniture or a separator."""
        return self.name(index) in ("furniture", "separator")

    def is_end(self, index: int) -> bool:
        """Whether stories do not go on behind a unit: comments, footers, '###'."""
        return self.name(index) == "furniture" and self.kind(index) in ENDS

    def content_after(self, index: int) -> int:
        """The next unit that is not furniture."""
        index += 1
        while index < self.count and self.is_furniture(index):
            index += 1
        return index

    def is_title(self, index: int) -> bool:
        """Whether a unit may be a headline: a title, or a short sentence that asks, calls or quotes."""
        if not 0 <= index < self.count:
            return False
        unit, name = self.units[index], self.name(index)
        return name == "title" or name == "fragment" and unit.word_count >= 2 or name == "prose" and unit.word_count <= 16 and not unit.tail.endswith(".")

    def _shows_furniture(self) -> bool:
        kinds = [role.kind for role in self.roles if role.name == "furniture"]
        shown = sum(kind in PAGE_KINDS for kind in kinds) + sum(kind in ("navigation", "number", "domain") for kind in kinds) // 3
        if self.title and self.count and fold_title(self.units[0].words) == self.title:
            return shown >= max(3, 0.1 * self.count)  # a record's own text: title, blank line, text
        return shown >= 3 or shown >= max(1, 0.02 * self.count) or any(role.name == "age" for role in self.roles)

    def _next_prose(self) -> list[int]:
        following = [self.count] * (self.count + 1)
        for index in range(self.count - 1, -1, -1):
            following[index] = index if self.is_prose[index] else following[index + 1]
        return following

    def _next_header(self) -> list[int]:
        following = [self.count] * (self.count + 2)
        for index in range(self.count - 1, -1, -1):
            following[index] = index if index in self.headers else following[index + 1]
        return following

    def _item_headers(self) -> dict[int, int]:
        """First unit of each item header ('Outlet', 'an hour ago', '- Outlet') with the index of the title under it."""
        headers: dict[int, int] = {}
        taken = -1
        for index in range(self.count):
            if index <= taken or self.name(index) != "age":
                continue
            first = index
            while first - 1 > taken and self._is_header_line(first - 1, index):
                first -= 1
            last = index
            while last + 1 < self.count and (self.name(last + 1) in META or self._is_dashed_outlet(last + 1)):
                last += 1
            long_title_above = first == index and self.is_title(first - 1) and self.units[first - 1].word_count >= 5
            if self.is_title(last + 1) and not long_title_above:
                headers[first] = last + 1
                taken = last + 1
        return headers

    def _is_header_line(self, index: int, age: int) -> bool:
        unit, name = self.units[index], self.name(index)
        if name in ("outlet", "date"):
            return True
        if index != age - 1 or unit.word_count > 5 or unit.is_terminal or name not in ("fragment", "title", "byline", "caption"):
            return False
        return unit.title_share >= 0.6 or unit.upper_share > 0.6 or self._is_dashed_outlet(age + 1)

    def _is_dashed_outlet(self, index: int) -> bool:
        return 0 <= index < self.count and self.units[index].bullet == "bullet" and self.units[index].word_count <= 6 and not self.units[index].is_terminal


def fold_title(words: str) -> str:
    """A title in the form it is compared in: letters and digits only."""
    return "".join(c for c in words.lower() if c.isalnum())


def divide_page(page: Page) -> list[Story]:
    """The stories of a page, the main one (or ones) first in text order of their first unit."""
    equals = _find_equals(page)
    if equals:
        return equals
    body = _find_body(page)
    if body is None:
        return _without_prose(page)
    main = Story(True, "main-text" if page.is_page else "clean-text")
    main.headline = _find_headline(page, body)
    _add_top(page, main, body)
    related: list[Story] = []
    end = _walk_body(page, main, related, body)
    related += _read_related(page, end)
    return sorted([main, *(story for story in related if story.units)], key=lambda story: story.units[0])


def _words(page: Page, first: int, last: int) -> int:
    return sum(page.units[i].word_count for i in range(first, last) if page.is_prose[i])


def _find_equals(page: Page) -> list[Story]:
    """Stories of a feed or digest: at least three with a header, date or rule of their own and none that outweighs the others."""
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
        starts = [(i, i) for i in range(page.count) if page.is_title(i) and page.units[i].word_count >= 4 and page.name(i + 1) in META]
    bounds = [first for first, _ in starts] + [page.count]
    weights = [_words(page, title, end) for (_, title), end in zip(starts, bounds[1:], strict=True)]
    total = sum(weights)
    before = _words(page, 0, starts[0][0]) if starts else 0
    heads_list = any(page.kind(i) == "related" and page.name(i) == "furniture" for i in range(starts[-1][0])) if starts else True
    if len(starts) < NUMBER_OF_EQUALS or before > 25 or heads_list or max(weights) > 0.6 * total or sum(w >= 8 for w in weights) < NUMBER_OF_EQUALS:
        return []
    return starts


def _separated_starts(page: Page) -> list[tuple[int, int]]:
    rules = [i for i in range(page.count) if page.name(i) == "separator" and page.units[i].words[:1] not in ("#", ".", "\\")]
    if len(rules) < 2:
        return []
    starts = [(i, i) for i in [page.content_after(-1), *(page.content_after(rule) for rule in rules)] if page.is_title(i) and page.is_prose[min(page.content_after(i), page.count - 1)]]
    return starts if len(starts) >= max(NUMBER_OF_EQUALS, len(rules)) else []


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


def _find_headline(page: Page, body: int) -> int | None:
    """The best title above the first paragraph; in a clean text the first unit if it is one."""
    best, best_score = None, 0.0
    seen: dict[str, int] = {}
    for index in range(max(0, body - LOOK_BACK), body):
        seen[fold_title(page.units[index].words)] = seen.get(fold_title(page.units[index].words), 0) + 1
    between = 0.0
    for index in range(body - 1, max(-1, body - LOOK_BACK - 1), -1):
        if page.is_title(index):
            score = _headline_score(page, index, body, seen) - min(2.5, 0.12 * between)
            if score > best_score + (0.01 if best is None else 0.0):
                best, best_score = index, score
        if page.name(index) in ("title", "fragment", "prose") or page.kind(index) in ("navigation", "related", "newsletter", "cookie"):
            between += 1
    return best


def _headline_score(page: Page, index: int, body: int, seen: dict[str, int]) -> float:
    unit = page.units[index]
    folded = fold_title(unit.words)
    if page.title and len(folded) > 8 and (folded == page.title or page.title.startswith(folded) or folded.startswith(page.title)):
        return 20.0
    score = 1.0 if 4 <= unit.word_count <= 22 else 0.2 if unit.word_count >= 3 else -0.5
    score += 1.0 if unit.word_count >= 6 else 0.0
    score += 1.5 if 1 < seen[folded] <= 3 and unit.word_count >= 4 else 0.0
    score -= 0.7 if unit.word_count <= 5 and not unit.stop_share and unit.title_share == 1.0 else 0.0
    score -= sum(page.kind(i) in ("newsletter", "cookie", "advert") for i in (index - 1, index + 1) if page.is_furniture(i))
    score -= 2.0 if page.kind(index + 1) == "duration" or page.kind(index - 1) == "duration" else 0.0
    score += 1.5 if _is_credited(page, index, body) else 0.5 if page.content_after(index) == body else 0.0
    score -= 2.0 if unit.bullet == "bullet" or unit.folded in LABELS or unit.tail.endswith(("—", "–", ":", ",")) else 0.0
    first = last = index
    while page.is_title(first - 1) and page.units[first - 1].word_count >= 3 and page.units[first - 1].bullet is None:
        first -= 1
    while page.is_title(last + 1) and page.units[last + 1].word_count >= 3 and page.units[last + 1].bullet is None:
        last += 1
    if last - first >= 2:
        score += -1.5 if index < last - 1 else 0.3
    elif index == first:
        score += 0.7
    if NAMES_LINE.match(unit.words) and unit.word_count <= 3:
        score -= 1.0
    return score


def _is_credited(page: Page, index: int, body: int) -> bool:
    """Whether a byline, a date or a picture follows a title before any other title does."""
    for at in range(index + 1, min(body, index + 7)):
        if page.name(at) in ("byline", "date", "age", "caption"):
            return True
        if page.name(at) == "title" and page.units[at].bullet is None and not NAMES_LINE.match(page.units[at].words) and not _same_title(page, index, at):
            return False
    return False


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
    while page.name(first - 1) == "caption" or page.name(first - 1) == "title" and _same_title(page, first - 1, main.headline):
        first -= 1
    main.units += range(first, main.headline + 1)
    titles = [i for i in range(main.headline + 1, body) if page.name(i) == "title" and page.units[i].bullet is None]
    is_far = body - main.headline > 15
    for index in range(main.headline + 1, body):
        if is_far and body - index > 4 and page.name(index) in ("fragment", "caption", "outlet"):
            continue
        unlisted = index not in titles or len(titles) <= 3 or _same_title(page, index, main.headline)
        if not page.is_furniture(index) and unlisted and not (page.name(index) == "fragment" and page.units[index].word_count == 1 and page.is_page):
            main.units.append(index)


def _same_title(page: Page, left: int, right: int) -> bool:
    return fold_title(page.units[left].words) == fold_title(page.units[right].words)


def _walk_body(page: Page, main: Story, related: list[Story], body: int) -> int:
    """Add the body to the main story and inline teasers to the others; returns the unit where the body ended."""
    pending: list[int] = []
    index, paragraphs = body, 0
    while index < page.count:
        if index in page.headers and paragraphs:
            break
        if page.is_prose[index] or page.name(index) == "caption" or page.units[index].bullet and not page.is_furniture(index) and page.name(index) not in META:
            _settle(page, main, related, pending)
            pending = []
            main.units.append(index)
            paragraphs += page.is_prose[index]
        elif page.is_page and paragraphs and _ends_here(page, index, main):
            break
        elif not page.is_page and page.kind(index) in ("comments", "footer") and paragraphs and page.next_prose[index] == page.count:
            break
        else:
            pending.append(index)
        index += 1
    end = index
    if pending:
        end = pending[0]
        while end < page.count and _closes_story(page, end):
            main.units.append(end)
            end += 1
    return end


def _closes_story(page: Page, index: int) -> bool:
    """Whether a unit right behind the last paragraph still belongs to the story: a credit, or in a clean text anything printed."""
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
    if page.name(index) == "title":
        return _is_tail_of_items(page, index)
    return False


def _resumes_strongly(page: Page, index: int, main: Story) -> bool:
    """Behind a footer a story goes on with three long paragraphs; behind comments they must outweigh what came before."""
    before = 0 if page.kind(index) == "footer" else sum(page.units[i].word_count for i in main.units if page.is_prose[i])
    after = [page.units[i].word_count for i in range(index + 1, min(index + 16, page.count)) if page.is_prose[i] and page.units[i].is_terminal]
    return sum(words >= 18 for words in after) >= 3 and sum(after) > before


def _resumes_after_list(page: Page, index: int) -> bool:
    """Behind the heading of a list the story goes on if two paragraphs follow each other, or one follows at once."""
    following = page.next_prose[index]
    content = page.content_after(index)
    if page.name(content) in META or following - index > 14:
        return False
    if any(i in page.headers for i in range(index, following + 1)) or any(page.is_end(i) for i in range(index, following)):
        return False
    if content == following:
        return page.units[following].word_count >= 8 and page.name(following) != "author" or page.is_prose[min(following + 1, page.count - 1)]
    after = page.content_after(following)
    return after < page.count and (page.is_prose[after] or page.name(after) == "caption") or page.units[following].word_count >= 30 and after >= page.count - 1


def _is_tail_of_items(page: Page, index: int) -> bool:
    """Whether from here on titles with at most one paragraph each follow one another: a list of other stories."""
    pairs, at = 0, index
    while at < min(page.count, index + 60) and not page.is_end(at):
        if not (page.name(at) == "title" and page.units[at].word_count >= 5):
            if page.is_furniture(at):
                at += 1
                continue
            return False
        at = page.content_after(at)
        while at < page.count and page.name(at) in META | {"caption", "fragment"}:
            at = page.content_after(at)
        if at < page.count and page.is_prose[at]:
            at = page.content_after(at)
            pairs += 1
        if pairs > 12:
            break
    return pairs >= 2


def _settle(page: Page, main: Story, related: list[Story], pending: Sequence[int]) -> None:
    """Decide what the units between two paragraphs are: furniture, headings of the story, or teasers for others."""
    after_list = after_tags = False
    short = [i for i in pending if page.name(i) == "fragment"]
    for index in pending:
        name, kind, unit = page.name(index), page.kind(index), page.units[index]
        if page.is_furniture(index):
            after_list = kind in ("related", "duration") or after_list and kind in ("number", "share", "duration", "navigation")
            after_tags = kind == "tags"
        elif name == "title" and (after_list or _is_teaser(page, index)):
            _add_teaser(page, related, index, pending)
        elif after_tags or name == "fragment" and page.is_page and (len(short) >= 5 or not unit.title_share):
            continue
        elif name in ("age", "outlet") and page.is_page and not _is_time_stamp(page, index):
            continue
        else:
            main.units.append(index)


def _is_time_stamp(page: Page, index: int) -> bool:
    return page.is_prose[min(index + 1, page.count - 1)]


def _is_teaser(page: Page, index: int) -> bool:
    """Whether a title inside a story is the headline of another: long, no question, no heading's colon, on a page with furniture."""
    unit = page.units[index]
    if not page.is_page or unit.bullet is not None or unit.is_question or unit.is_loud or unit.tail.endswith((":", "—", "–", ",", ";")):
        return False
    if unit.tail[-1:] in "\"”’'" and unit.words[:1] in "\"“‘'":
        return False
    return unit.word_count >= TEASER_WORDS


def _add_teaser(page: Page, related: list[Story], index: int, pending: Sequence[int]) -> None:
    """A teaser as a story of its own; the same title again, or the running time above it, belongs to it."""
    if related and related[-1].headline is not None and _same_title(page, related[-1].headline, index) and related[-1].units[-1] == index - 1:
        related[-1].units.append(index)
        return
    story = Story(False, "teaser", [index], headline=index)
    if index > pending[0] and page.kind(index - 1) == "duration":
        story.units.insert(0, index - 1)
    related.append(story)


def _read_related(page: Page, start: int) -> list[Story]:
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
            if current is not None and current.headline is not None and _same_title(page, current.headline, index):
                current.units.append(index)
                continue
            current = Story(False, "listed", [*header, index], headline=index, header=header)
            stories.append(current)
            header = []
        elif current is not None and (page.is_prose[index] or name == "caption"):
            current.units.append(index)
    return stories


def _without_prose(page: Page) -> list[Story]:
    """A page without a paragraph: a flash of one line, or a list of titles of which the first counts."""
    if not page.is_page:
        units = [i for i in range(page.count) if not page.is_furniture(i)] or list(range(page.count))
        return [Story(True, "clean-text", units, headline=next((i for i in units if page.is_title(i)), None))] if units else []
    first = next((i for i in range(page.count) if page.name(i) == "title"), None)
    if first is None:
        first = next((i for i in range(page.count) if not page.is_furniture(i)), 0)
    main = Story(True, "title-alone", [first], headline=first if page.is_title(first) else None)
    return [main, *(s for s in _read_related(page, first + 1))] if page.count else []


def outlet_of_header(page: Page, story: Story) -> str | None:
    """The outlet named above a story's headline, as printed."""
    named = [page.units[i].words for i in story.header if page.name(i) not in ("age", "date", "byline") and not page.is_furniture(i)]
    known = [words for words in named if fold_outlet(words) in outlet_names()]
    return next(iter(known or named), None)
