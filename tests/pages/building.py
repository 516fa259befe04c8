"""What the layouts are built from: a case with its truth, and the furniture that all pages have."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.pages.stories import STORIES, Story


@dataclass(frozen=True)
class PageCase:
    """A page's bytes and the truth about it. ``neutral`` lines (captions, credits, bylines) count neither way."""

    name: str
    content: bytes
    body: tuple[str, ...]
    neutral: tuple[str, ...]
    title: str | None
    published: str | None
    outlet: str | None
    language: str = "en"


@dataclass
class Draft:
    """What a layout returns; what is not said is the story's."""

    html: str | bytes
    body: tuple[str, ...] | None = None
    neutral: tuple[str, ...] = ()
    published: str | None = "story"
    outlet: str | None = "story"
    title: str | None = "story"
    language: str = "en"
    extra: dict[str, str] = field(default_factory=dict)


Layout = Callable[[Story], Draft]
LAYOUTS: dict[str, Layout] = {}


def layout(name: str) -> Callable[[Layout], Layout]:
    """Register a layout under a name."""

    def register(make: Layout) -> Layout:
        LAYOUTS[name] = make
        return make

    return register


def make_case(name: str, number: int) -> PageCase:
    """The page of a layout; the story goes round with its number."""
    story = STORIES[number % len(STORIES)]
    draft = LAYOUTS[name](story)
    content = draft.html.encode() if isinstance(draft.html, str) else draft.html
    return PageCase(
        name,
        content,
        (*story.paragraphs[:4], story.subhead, *story.paragraphs[4:]) if draft.body is None else draft.body,
        (
            story.headline if draft.title in (None, "story") else draft.title,
            story.standfirst,
            f"By {story.author}",
            story.author,
            story.caption,
            story.credit,
            written(story.published),
            *draft.neutral,
        ),
        story.headline if draft.title == "story" else draft.title,
        story.published if draft.published == "story" else draft.published,
        story.outlet if draft.outlet == "story" else draft.outlet,
        draft.language,
    )


def esc(text: str) -> str:
    """Text as HTML."""
    return html.escape(text, quote=False)


def paragraphs(story: Story, tag: str = "p", attributes: str = "", subhead: str | None = "h2") -> str:
    """The story's paragraphs, with its heading after the fourth."""
    pieces = [f"<{tag}{attributes}>{esc(text)}</{tag}>" for text in story.paragraphs]
    if subhead:
        pieces.insert(4, f"<{subhead}>{esc(story.subhead)}</{subhead}>")
    return "\n".join(pieces)


def json_ld(story: Story, kind: str = "NewsArticle", **fields: object) -> str:
    """A script with the story's node."""
    node: dict[str, object] = {
        "@context": "https://schema.org", "@type": kind, "headline": story.headline,
        "datePublished": f"{story.published}T07:45:00+01:00", "dateModified": f"{story.updated}T12:00:00+01:00",
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {"@type": "Organization", "name": story.outlet, "logo": {"@type": "ImageObject", "url": "/l.png"}},
    }  # fmt: skip
    node = {key: value for key, value in {**node, **fields}.items() if value is not None}
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def open_graph(story: Story, published: bool = True) -> str:
    """Meta tags of the Open Graph."""
    date = f'<meta property="article:published_time" content="{story.published}T06:45:00Z">' if published else ""
    return (
        f'<meta property="og:title" content="{esc(story.headline)}"><meta property="og:type" content="article">'
        f'<meta property="og:site_name" content="{esc(story.outlet)}">{date}'
        f'<meta property="og:url" content="https://www.{story.host}/{story.slug}">'
        f'<meta name="description" content="{esc(story.standfirst)}">'
    )


def head(story: Story, inside: str = "", title: str | None = None) -> str:
    """The head of a page."""
    shown = title if title is not None else f"{story.headline} | {story.section} | {story.outlet}"
    return (
        f'<head><meta charset="utf-8"><title>{esc(shown)}</title>{inside}'
        "<style>.lead{font-weight:700}</style><script>window.dataLayer=[{'page':'article','n':1}];</script></head>"
    )


SECTIONS = "Home|News|World|Politics|Business|Science|Health|Sport|Culture|Weather|Video|Podcasts|Opinion".split("|")


def nav(tag: str = "nav", attributes: str = "") -> str:
    """A menu."""
    items = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in SECTIONS)
    return f"<{tag}{attributes}><a href='#main'>Skip to content</a><ul>{items}</ul></{tag}>"


def footer(story: Story, tag: str = "footer", attributes: str = "") -> str:
    """The foot of a page."""
    return (
        f"<{tag}{attributes}><ul><li><a href='/about'>About us</a></li><li><a href='/terms'>Terms of use</a></li>"
        f"<li><a href='/privacy'>Privacy policy</a></li></ul><p>© {story.updated[:4]} {esc(story.outlet)}. All rights "
        f"reserved. No part of this site may be copied without our written permission, which we rarely give.</p></{tag}>"
    )


def teasers(
    story: Story, heading: str = "More stories", tag: str = "section", attributes: str = ' class="related"'
) -> str:
    """Links to other stories, each with a sentence."""
    items = "".join(
        f"<li><a href='/s/{n}'><h3>{esc(other)}</h3></a><p>A short summary stands here so that readers are drawn to "
        f"story number {n} of the day and go on reading.</p></li>"
        for n, other in enumerate(story.others)
    )
    return f"<{tag}{attributes}><h2>{heading}</h2><ul>{items}</ul></{tag}>"


def figure(story: Story) -> str:
    """A picture with caption and credit."""
    return (
        f"<figure><img src='p.jpg' alt='A picture'><figcaption>{esc(story.caption)} "
        f"<span class='credit'>{esc(story.credit)}</span></figcaption></figure>"
    )


def written(day: str) -> str:
    """'19 April 2024' of an ISO day."""
    months = "January February March April May June July August September October November December".split()
    year, month, number = day.split("-")
    return f"{int(number)} {months[int(month) - 1]} {year}"
