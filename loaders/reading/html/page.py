"""A page as text: its visible lines, the part each plays, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.reading.html.json_ld import fold
from dossier.reading.html.lines import Line, visible_lines
from dossier.reading.html.main_part import (
    FEWEST_WORDS,
    ITEM_WORDS,
    LINK_ONLY,
    MAX_CHARS_FOR_VOTES,
    MAX_ELEMENTS_FOR_VOTES,
    NEVER_BODY,
    MainPart,
    is_prose,
    prose_by_structure,
    trafilatura_votes,
    vote_by_body,
)
from dossier.reading.html.markup import Element, parse_page
from dossier.reading.html.metadata import PageFacts, read_metadata
from dossier.reading.html.posts import find_posts
from dossier.reading.published import parse_published
from dossier.reading.records import Metadata, TextBlock, Unreadable
from dossier.reading.whole_files import MadeText

TEASER_WORDS = 4
FEWEST_LISTED = 5
LONGEST_OF_LISTING = 120  # words of running text: a page with more of it in one piece is an article
TOP_LINES = 8  # of the body, among which its date may be printed
HEADER_LINES = 12  # between headline and body
FEWEST_TITLE_WORDS = 4
LITTLE_PROSE = 100  # words shown, below which what classes hide is looked at
HIDDEN_SHARE = 3  # times as many words, which is more than a hidden menu or notice holds
WORD = re.compile(r"\w+")
SITE_MARK = re.compile(r"\s*[:|»·]\s+|\s+[-–—]\s+")
BYLINE = re.compile(r"(?:[Bb]y|BY)(?: (?:and|AND|de|van|von|[A-Z][^\s,;:]*),?){2,10}")
LAST_CHANGE = re.compile(
    r"\b(?:last|page) (?:was last )?(?:edited|modified|updated|changed|reviewed|revised)(?: on)?:? "
    r"(?P<day>\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)",
    re.I,
)
NO_POINT = re.compile(r"- (?:by|published|updated|posted|last|date|filed|source|photo|reading)\b", re.I)


@dataclass(frozen=True)
class Page:
    """The text of a page, a block a line, with the blocks that make stories and its metadata."""

    text: str
    blocks: tuple[TextBlock, ...]
    metadata: tuple[Metadata, ...]


def read_page(source: str, url: str | None = None) -> Page:
    """Read a decoded page; ``url`` is where it was fetched, if that is known. Raises ``Unreadable``."""
    root = parse_page(source)
    elements = list(root.iter())  # held, so that an element is the same object whenever it is met
    facts = read_metadata(root, url)
    lines = _shown_lines(root)
    if not lines:
        raise Unreadable("empty", "the page shows no words; it may be made by a script when it is opened")
    headline = find_headline(lines, facts.titles)
    votes = vote_by_body(lines, facts.article_body)
    if len(elements) <= MAX_ELEMENTS_FOR_VOTES and sum(len(line.text) for line in lines) <= MAX_CHARS_FOR_VOTES:
        votes |= trafilatura_votes(lines, source)
    main = MainPart(lines, votes, headline)
    teasers = find_teasers(lines, main)
    text = _lay_out(lines)
    if not _is_story(lines, main, facts):
        main.units, main.headline = [], None
    posts = [] if facts.says_article or facts.is_live else find_posts(lines, main, facts.titles)
    if posts:
        main.units = []
        blocks = _post_blocks(lines, posts)
        title = facts.titles[0] if facts.titles else None
    elif _is_listing(lines, main, teasers, facts):
        main.units = []
        blocks = _story_blocks(lines, find_teasers(lines, main), "listed")
        title = facts.titles[0] if facts.titles else None
    else:
        blocks = [*_main_blocks(lines, main), *_story_blocks(lines, teasers, "related")]
        title = lines[headline].text if headline is not None else facts.titles[0] if facts.titles else None
    if not blocks:
        blocks = [TextBlock(0, len(text) - 1, "page", "furniture")]
    rows = [*(_row("title", title) if title else ()), *facts.rows]
    if main.units and not any(row.field == "published" for row in rows):
        rows += _found_date(source, lines, any(block.block_kind == "date" for block in blocks))
    return Page(text, tuple(sorted(blocks, key=lambda block: block.start_char)), tuple(rows))


def _shown_lines(root: Element) -> list[Line]:
    """The visible lines; where they hold little prose and what a class hides holds far more, those as well."""
    lines = visible_lines(root)
    shown = _prose_words(lines)
    if shown >= LITTLE_PROSE:
        return lines
    whole = visible_lines(root, heeds_classes=False)
    return whole if _prose_words(whole) > max(LITTLE_PROSE, HIDDEN_SHARE * shown) else lines


def _prose_words(lines: Sequence[Line]) -> int:
    return sum(lines[i].word_count for i in prose_by_structure(lines, NEVER_BODY))


def _row(field: str, value: str) -> tuple[Metadata, ...]:
    return (Metadata(field, value, "page-metadata"),)


def _found_date(source: str, lines: Sequence[Line], is_printed: bool) -> tuple[Metadata, ...]:
    """The date that htmldate finds in the mark-up, where neither metadata nor the head of the story has one.

    The day of a page's last change is not the day of its publication.
    """
    if is_printed:
        return ()
    from htmldate import find_date  # late: it is asked for few pages

    found = find_date(source, original_date=True, extensive_search=False)
    edtf = parse_published(found) if found else None
    changed = {parse_published(mark["day"]) for line in lines if (mark := LAST_CHANGE.search(line.text))}
    if edtf in changed:
        return ()
    return (*_row("published", edtf), *_row("published_method", "htmldate")) if edtf else ()


def read_fragment(title: str | None, source: str) -> MadeText:
    """A title and a piece of HTML that is all text of one story, as feeds and newsletters carry it."""
    lines = visible_lines(parse_page(f"<html><body>{source}</body></html>")) if source.strip() else []
    pieces = [title] if title else []
    blocks = [TextBlock(0, len(title), "headline", "main")] if title else []
    at = len(title) + 2 if title else 0
    for line in lines:
        pieces.append(line.text)
        if line.link_share < LINK_ONLY:
            blocks.append(TextBlock(at, at + len(line.text), _kind_in_body(line, False), "main"))
        at += len(line.text) + 2
    return MadeText("\n\n".join(pieces) + "\n", (), tuple(blocks))


def find_headline(lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The line that prints one of the page's titles; else the first main heading that is one."""
    best, best_score = None, 0.5
    folded = [fold(title) for title in titles]
    pieces = {fold(piece) for title in titles for piece in _title_pieces(title)}
    words = [set(WORD.findall(title.lower())) for title in titles]
    for index, line in enumerate(lines):
        is_heading = line.kind == "heading"
        if line.word_count > 60 or not is_heading and line.folded not in folded and line.folded not in pieces:
            continue
        score = max(
            (_likeness(line, title, its_words) for title, its_words in zip(folded, words, strict=True)), default=0.0
        )
        if line.folded in pieces and line.link_share < LINK_ONLY:
            score = max(score, 0.9)
        score += {"h1": 0.3, "h2": 0.1}.get(str(line.element.tag), 0.0)
        score -= 0.5 * any(region.kind in ("related", "navigation", "aside", "footer") for region in line.regions)
        if score > best_score + 1e-9:
            best, best_score = index, score
    if best is not None:
        return best
    return next(
        (i for i, line in enumerate(lines) if line.element.tag == "h1" and line.word_count >= 3 and not line.regions),
        None,
    )


def _title_pieces(title: str) -> list[str]:
    """What a title may print beside the name of a site: 'The Example Times: Rates held' says 'Rates held'."""
    marks = [*SITE_MARK.finditer(title)]
    pieces = [title[: mark.start()] for mark in marks] + [title[mark.end() :] for mark in marks]
    return [piece for piece in pieces if len(piece.split()) >= FEWEST_TITLE_WORDS]


def _likeness(line: Line, title: str, title_words: set[str]) -> float:
    if line.folded == title:
        return 1.0
    if len(title) >= 15 and len(line.folded) >= 15 and (title.startswith(line.folded) or line.folded.startswith(title)):
        return 0.9
    words = set(WORD.findall(line.text.lower()))
    return len(words & title_words) / len(words | title_words) if len(words) >= 3 else 0.0


@dataclass(frozen=True)
class Teaser:
    """A link to another story with what stands under it."""

    indexes: tuple[int, ...]


def find_teasers(lines: Sequence[Line], main: MainPart) -> list[Teaser]:
    """Links to other stories outside the main text, each with the sentence printed under it."""
    taken = set(main.units)
    teasers: list[list[int]] = []
    for index, line in enumerate(lines):
        if index in taken or index == main.headline:
            continue
        regions = main.regions(line)
        if any(kind in NEVER_BODY and kind != "related" for kind in regions) or line.mark in ("byline", "date"):
            continue
        is_title = (
            line.word_count >= TEASER_WORDS
            and (line.link_share >= LINK_ONLY or line.kind == "heading" and line.link_share > 0.3)
            and _leads_away(line)
        )
        before = teasers[-1] if teasers else None
        if is_title and before is not None and lines[before[0]].folded == line.folded:
            continue
        if is_title:
            teasers.append([index])
        elif before is not None and index - before[-1] <= 2 and is_prose(line) and len(before) < 4:
            before.append(index)
    return [Teaser(tuple(indexes)) for indexes in teasers]


def _leads_away(line: Line) -> bool:
    """Whether a line's link goes to another page, not to a place on this one, a script or a mail address."""
    targets = line.targets or [link.get("href") or "" for link in (line.element, *line.element.iterancestors("a"))]
    return any(target and not target.startswith(("#", "javascript:", "mailto:", "tel:")) for target in targets)


def _is_story(lines: Sequence[Line], main: MainPart, facts: PageFacts) -> bool:
    """Whether the page tells a story: in a sentence or two only if it says that it is one."""
    words = sum(lines[i].word_count for i in main.units)
    return words >= FEWEST_WORDS or facts.says_article


def _is_listing(lines: Sequence[Line], main: MainPart, teasers: Sequence[Teaser], facts: PageFacts) -> bool:
    """Whether the page is a list of stories and none of its own."""
    if facts.is_live or len(teasers) < FEWEST_LISTED or any(row.field == "published" for row in facts.rows):
        return False
    run = longest = 0
    last = -10
    for index in main.units:
        if is_prose(lines[index]):
            run = run + lines[index].word_count if index - last <= 2 else lines[index].word_count
            longest, last = max(longest, run), index
    return longest < LONGEST_OF_LISTING and (facts.is_listing or longest < LONGEST_OF_LISTING / 2)


def _lay_out(lines: Sequence[Line]) -> str:
    """The text; every line is told where it starts."""
    pieces: list[str] = []
    at = 0
    for line in lines:
        gap = "" if not pieces else "\n" if line.is_continued or line.kind in ("row", "item") else "\n\n"
        pieces += [gap, line.text]
        line.start_char = at + len(gap)
        at = line.start_char + len(line.text)
    return "".join(pieces) + "\n"


def _main_blocks(lines: Sequence[Line], main: MainPart) -> list[TextBlock]:
    """Headline, what stands between it and the body, the body, and the captions in it."""
    headline = main.headline
    units = set(main.units) - {headline}
    first = min(units, default=None)
    if headline is not None and first is not None:
        before = [i for i in units if i < headline]
        behind = sum(lines[i].word_count for i in units if i > headline)
        if before and behind >= sum(lines[i].word_count for i in before):
            units -= set(before)
            first = min(units, default=None)
    top = sorted(units)[:TOP_LINES]
    kinds: dict[int, str] = {i: _kind_in_body(lines[i], i in top) for i in units}
    if first is not None:
        last = max(units)
        around = main.surroundings()
        start = headline if headline is not None and headline < first else max(0, first - 4)
        points = _points(lines[start:first], start) if start == headline else set()
        for index in range(start, min(last + 4, len(lines))):
            kind = _kind_beside_body(lines[index], main, around, index < first, index > last)
            if kind is None and index in points and lines[index].element in around and not main.is_aside(lines[index]):
                kind = "item"
            if index not in units and kind is not None and not (index < first and first - start > 3 * HEADER_LINES):
                kinds[index] = kind
    if headline is not None:
        kinds[headline] = "headline"
    return [
        TextBlock(lines[i].start_char, lines[i].start_char + len(lines[i].text), kind, "main")
        for i, kind in sorted(kinds.items())
    ]


def _points(lines: Sequence[Line], start: int) -> set[int]:
    """The items of lists that sum up a story above its body: unlinked, and one at least more than a label."""
    lists: dict[Element | None, list[int]] = {}
    for index, line in enumerate(lines, start=start):
        if line.kind == "item" and line.element.tag == "li":
            lists.setdefault(line.element.getparent(), []).append(index)
    return {
        index
        for indexes in lists.values()
        if any(lines[i - start].word_count >= ITEM_WORDS for i in indexes)
        and not any(lines[i - start].link_chars or NO_POINT.match(lines[i - start].text) for i in indexes)
        for index in indexes
    }


def _kind_in_body(line: Line, is_top: bool) -> str:
    if line.mark == "caption" or line.kind == "caption":
        return "caption"
    if line.mark in ("byline", "date") and line.word_count <= 15 and line.text[-1] not in ".!?":
        return line.mark
    if is_top and line.word_count <= 12 and parse_published(line.text) is not None:
        return "date"
    return "paragraph" if line.kind == "text" else line.kind


def _kind_beside_body(line: Line, main: MainPart, around: set[Element], is_above: bool, is_behind: bool) -> str | None:
    """The part that a line near the body plays in the story, None for none."""
    regions = main.regions(line)
    is_caption = line.mark == "caption" or line.kind == "caption"  # in a story's picture box, often an <aside>
    if line.element not in around or any(kind in NEVER_BODY or kind == "aside" and not is_caption for kind in regions):
        return None
    if line.mark in ("byline", "date") and line.word_count <= 25 and "author" not in regions:
        return line.mark
    if is_above and line.word_count <= 12 and parse_published(line.text) is not None:
        return "date"
    if is_above and line.word_count <= 12 and BYLINE.fullmatch(line.text):
        return "byline"
    if is_behind:
        return None
    if is_caption:
        return "caption"
    is_text = line.word_count >= 5 and line.link_share < 0.3 and "author" not in regions
    if is_above and is_text and (line.mark == "standfirst" or line.kind == "heading" or is_prose(line)):
        return "standfirst"
    return None


def _story_blocks(lines: Sequence[Line], teasers: Sequence[Teaser], region: str) -> list[TextBlock]:
    return [
        TextBlock(
            lines[index].start_char,
            lines[index].start_char + len(lines[index].text),
            "headline" if index == teaser.indexes[0] else "paragraph",
            region,
            number,
        )
        for number, teaser in enumerate(teasers, start=1)
        for index in teaser.indexes
    ]


def _post_blocks(lines: Sequence[Line], posts: Sequence[Sequence[int]]) -> list[TextBlock]:
    return [
        TextBlock(
            lines[index].start_char,
            lines[index].start_char + len(lines[index].text),
            "headline" if index == post[0] else _kind_in_body(lines[index], index in post[1 : 1 + TOP_LINES]),
            "listed",
            number,
        )
        for number, post in enumerate(posts, start=1)
        for index in post
    ]
