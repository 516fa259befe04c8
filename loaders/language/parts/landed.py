"""Stories of a document whose format shows where they are: an HTML page's lines came with the part each plays."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.parts.lines import Unit, make_unit, split_lines
from dossier.language.parts.page import Page, Story
from dossier.language.parts.roles import BY_LINE, NAMES_LINE, STAFF, Role, roles_of
from dossier.reading.records import TextBlock

STRUCTURE_KINDS = frozenset({"paragraph", "item", "quote", "preformatted"})
REGIONS = frozenset({"main", "listed", "related"})
HEAD_UNITS = 8
LONGEST_SUBHEAD = 12  # words of a paragraph that is a heading in bold
# Furniture that stands in a story's own paragraphs and is told by its words.
NEVER_READ = frozenset(
    {"advert", "newsletter", "share", "related", "cookie", "comments", "source-link", "markup", "footer"}
)


def has_regions(blocks: Sequence[TextBlock]) -> bool:
    """Whether a document's format showed which of its lines make stories."""
    return any(block.region is not None for block in blocks)


def landed_stories(text: str, blocks: Sequence[TextBlock], title: str | None) -> tuple[Page, list[Story]]:
    """The page, a line a unit, and its stories as they were landed."""
    units = [make_unit(text, line.start_char, line.end_char, line.after_blank) for line in split_lines(text)]
    by_start = {block.start_char: block for block in blocks if block.region is not None}
    page = Page(units, roles_of(units), title)
    stories: dict[tuple[str, int], Story] = {}
    for index, unit in enumerate(units):
        block = by_start.get(unit.start_char)
        if block is None or block.region not in REGIONS:
            continue
        page.roles[index] = _role(page.roles[index], unit, block)
        page.is_prose[index] = page.roles[index].name in ("prose", "turn", "transcript")
        if page.is_furniture(index) and page.kind(index) in NEVER_READ and block.block_kind != "headline":
            continue
        key = (block.region, block.story_number or 0)
        if key not in stories:
            rule = {"main": "landed-main", "listed": "equals"}.get(block.region, "listed")
            stories[key] = Story(block.region != "related", rule)
        stories[key].units.append(index)
        if block.block_kind == "headline":
            stories[key].headline = index
    for story in stories.values():
        _free_head(page, story)
    return page, sorted(stories.values(), key=lambda story: story.units[0])


def _free_head(page: Page, story: Story) -> None:
    """A summary above the line with author or date is no body yet: credits are looked for down to the body."""
    credits = [i for i in story.units[:HEAD_UNITS] if page.name(i) in ("date", "byline")]
    for index in story.units:
        if credits and index < credits[-1]:
            page.is_prose[index] = False


def _role(role: Role, unit: Unit, block: TextBlock) -> Role:
    """The role of a unit, where the page's structure and its own words are both heard."""
    kind = block.block_kind
    if kind == "headline":
        return Role("title")
    if kind == "caption":
        return Role("caption")
    if kind == "byline":
        is_name = BY_LINE.match(unit.words) or NAMES_LINE.match(unit.words) or STAFF.match(unit.words)
        return Role("byline") if is_name else role if role.name in ("date", "age", "byline") else Role("fragment")
    if kind == "date":
        return role if role.name in ("date", "age", "byline") else Role("fragment")
    if kind in STRUCTURE_KINDS or kind == "standfirst":
        is_short = unit.word_count <= LONGEST_SUBHEAD and not unit.is_terminal
        if role.name in ("title", "fragment", "outlet", "age", "separator") and not is_short:
            return Role("prose")
        if role.name == "furniture" and role.kind not in NEVER_READ:
            return Role("prose" if unit.is_terminal else "fragment")
    return role
