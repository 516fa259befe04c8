"""Parts of a document: articles, related stories and boilerplate, with exact offsets.

The text is cut into units (``lines``), each unit is named by itself (``roles``) and by its neighbours (``layout``),
and every story is given its headline, byline, outlet and date (``credits``) and its blocks for analysis (``blocks``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.ids import IdMaker
from dossier.language.analysis import Block
from dossier.language.parts.blocks import make_blocks
from dossier.language.parts.credits import read_credits
from dossier.language.parts.datelines import Dateline, find_dateline
from dossier.language.parts.landed import has_regions, landed_stories
from dossier.language.parts.layout import divide_page
from dossier.language.parts.lines import HEAD_CHARS, make_units, split_lines
from dossier.language.parts.page import Page, Story
from dossier.language.parts.roles import roles_of
from dossier.language.parts.sites import outlet_of_site
from dossier.language.rows import ArticleRow, PartRow
from dossier.language.turns import is_conversation
from dossier.reading.records import TextBlock


@dataclass(frozen=True)
class DocumentParts:
    """The articles of a document, its parts, and the blocks to analyse by article id."""

    articles: list[ArticleRow]
    parts: list[PartRow]
    blocks: dict[str, Sequence[Block]]


def read_parts(
    document_id: str, text: str, metadata: Mapping[str, str], ids: IdMaker, landed: Sequence[TextBlock] = ()
) -> DocumentParts:
    """Divide a document into articles, related stories and boilerplate.

    ``landed`` are the blocks that the document's format showed; where they tell regions, the words need not.
    ``metadata`` may hold title, outlet, url, published and author, as they came with the document; they outrank what is
    printed. A document has at least one article, even where nothing in it is one.
    """
    if has_regions(landed):
        page, stories = landed_stories(text, landed, metadata.get("title"))
    else:
        units = make_units(text, split_lines(text))
        page = Page(units, roles_of(units), metadata.get("title"))
        stories = [story for story in divide_page(page) if story.units] if units else []
    articles: list[ArticleRow] = []
    blocks: dict[str, Sequence[Block]] = {}
    for number, story in enumerate(stories, start=1):
        dateline = find_dateline(page, story, text)
        cut = make_blocks(page, story, text, dateline)
        row = _article_row(document_id, page, story, number, text, metadata, dateline, cut, ids)
        articles.append(row)
        blocks[row.article_id] = cut
    if not articles:
        row = _empty_article(document_id, metadata, ids)
        articles.append(row)
        blocks[row.article_id] = []
    return DocumentParts(articles, _part_rows(document_id, page, stories, articles, text, ids), blocks)


def _article_row(
    document_id: str,
    page: Page,
    story: Story,
    number: int,
    text: str,
    metadata: Mapping[str, str],
    dateline: Dateline | None,
    blocks: Sequence[Block],
    ids: IdMaker,
) -> ArticleRow:
    title = metadata.get("title") if story.is_main else None
    title = title or (page.units[story.headline].words if story.headline is not None else None)
    is_transcript = page.is_broadcast(story) or is_conversation(text, title, blocks)
    credits = read_credits(page, story, text, metadata, dateline, is_transcript)
    first = page.units[story.units[0]]
    return ArticleRow(
        article_id=ids.next_id("art", text[first.start_char : min(first.end_char, first.start_char + HEAD_CHARS)]),
        document_id=document_id,
        article_number=number,
        is_main=story.is_main,
        headline=credits.headline,
        byline=credits.byline,
        outlet_as_written=credits.outlet,
        upstream_as_written=credits.upstream,
        printed_published=credits.published,
        age_count=credits.age[0] if credits.age else None,
        age_unit=credits.age[1] if credits.age else None,
        dateline_place=dateline.place if dateline else None,
        dateline_country_code=dateline.country_code if dateline else None,
        is_transcript=is_transcript,
        word_count=sum(len(text[page.units[i].start_char : page.units[i].end_char].split()) for i in story.units),
        rule=story.rule,
    )


def _empty_article(document_id: str, metadata: Mapping[str, str], ids: IdMaker) -> ArticleRow:
    return ArticleRow(
        article_id=ids.next_id("art", ""),
        document_id=document_id,
        article_number=1,
        is_main=True,
        headline=metadata.get("title"),
        byline=metadata.get("author"),
        outlet_as_written=metadata.get("outlet") or outlet_of_site(metadata),
        upstream_as_written=None,
        printed_published=None,
        age_count=None,
        age_unit=None,
        dateline_place=None,
        dateline_country_code=None,
        is_transcript=False,
        word_count=0,
        rule="nothing-to-read",
    )


def _part_rows(
    document_id: str, page: Page, stories: Sequence[Story], articles: Sequence[ArticleRow], text: str, ids: IdMaker
) -> list[PartRow]:
    """Contiguous stretches of units that belong to the same story, or to none."""
    owner = {unit: number for number, story in enumerate(stories) for unit in story.units}
    parts: list[PartRow] = []
    first = 0
    for index in range(1, len(page.units) + 1):
        if index < len(page.units) and owner.get(index) == owner.get(first):
            continue
        start, end = page.units[first].start_char, page.units[index - 1].end_char
        number = owner.get(first)
        story = stories[number] if number is not None else None
        parts.append(
            PartRow(
                article_part_id=ids.next_id("prt", text[start : min(end, start + HEAD_CHARS)]),
                document_id=document_id,
                article_id=articles[number].article_id if number is not None else None,
                part_number=len(parts) + 1,
                part_kind="boilerplate" if story is None else "article" if story.is_main else "related",
                start_char=start,
                end_char=end,
                rule=story.rule if story is not None else "page-furniture",
            )
        )
        first = index
    return parts
