"""Layouts of blogs, manuals and small sites, which say little of themselves in metadata."""

from __future__ import annotations

from tests.pages.building import Draft, esc, footer, head, layout, nav, open_graph, paragraphs, written
from tests.pages.stories import Story


@layout("blog-front-posts")
def blog_front(story: Story) -> Draft:
    """Two whole posts under linked headings and no story of the page's own: equals, not one main text."""
    half = len(story.paragraphs) // 2
    posts = "".join(
        f"<article class='post hentry'><h2 class='entry-title'><a href='/p/{n}'>{esc(title)}</a></h2><div class='entry-content'>"
        f"{''.join(f'<p>{esc(text)}</p>' for text in texts)}</div></article>"
        for n, (title, texts) in enumerate(
            ((story.headline, story.paragraphs[:half]), (story.others[0], story.paragraphs[half:]))
        )
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, title=f'{story.outlet} – notes')}<body class='home blog'>{nav()}<main>{posts}</main>"
        f"{footer(story)}</body></html>",
        body=(), title=None, published=None,
    )  # fmt: skip


@layout("blog-logo-heading")
def blog_logo(story: Story) -> Draft:
    """The site's name is a heading that links home; comments stand under a sentence that counts them."""
    comments = "<li><cite>A. Reader</cite><p>I lived in that street for nine years and never once heard anybody say so aloud.</p></li>"
    return Draft(
        f"<html lang='en'><head><title>{esc(story.headline)} « {story.outlet}</title></head><body><div id='header'>"
        f"<h1><a href='https://{story.host}/'>{story.outlet}</a></h1><p>Words and pictures from a town that few people pass through.</p>"
        f"</div><div id='content'><div class='post'><h2>{esc(story.headline)}</h2><small>{written(story.published)}</small>"
        f"<div class='entry'>{paragraphs(story)}</div></div><h3>2 thoughts on “{esc(story.headline)}”</h3><ol>{comments * 2}</ol></div>"
        f"</body></html>",
    )  # fmt: skip


@layout("cards-in-the-flow")
def cards(story: Story) -> Draft:
    """Hashed names: a card to another story and a box that asks for a mail address stand between paragraphs."""
    card = (
        f"<div class='x7'><span>Read next</span><div class='x9'><h4><a href='/n'>{esc(story.others[0])}</a></h4>"
        "<p>What came of it in the end, and what the people who had warned of it say about it today.</p></div></div>"
    )
    box = (
        "<div class='x8'><h4>The morning letter</h4><p>All that matters in ten lines, every day at six, free of charge.</p>"
        "<input type='email'><button>Send it to me</button></div>"
    )
    blocks = [f"<div class='x1'><p>{esc(text)}</p></div>" for text in story.paragraphs]
    blocks.insert(4, f"<div class='x2'><h2>{esc(story.subhead)}</h2></div>")
    blocks[2:2], blocks[5:5] = [card], [box]
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body><div id='__next'><a class='logo' href='/'>{story.outlet}</a>"
        f"<div class='x0'><h1>{esc(story.headline)}</h1>{''.join(blocks)}</div>{footer(story)}</div></body></html>",
        neutral=("Read next",),
    )  # fmt: skip


@layout("logo-picture-outlet")
def logo_picture(story: Story) -> Draft:
    """No metadata but a date: the outlet is told by the words of the picture that links home."""
    return Draft(
        f"<html lang='en'><head><title>{esc(story.headline)}</title><meta name='DCTERMS.issued' content='{story.published}'></head><body>"
        f"<div class='branding'><a href='/' title='Home'><img src='l.svg' alt='{story.outlet}'></a></div><main><h1>{esc(story.headline)}</h1>"
        f"{paragraphs(story)}</main><section class='reviews'><h2>Reviews</h2><p>I read this twice and then I read it to my mother, "
        f"who had it framed.</p></section></body></html>",
    )  # fmt: skip


@layout("manual-page")
def manual(story: Story) -> Draft:
    """A manual: signs beside headings that appear under the pointer, numbered steps, a question whether it helped."""
    steps = "".join(f"<li>{esc(text)}</li>" for text in story.paragraphs[-2:])
    mark = "<a class='headerlink' href='#x'>¶</a>"
    return Draft(
        f"<html lang='en'><head><title>{esc(story.headline)} — {story.outlet}</title><meta name='date' content='{story.published}'></head>"
        f"<body><nav>Contents</nav><div role='main'><h1>{esc(story.headline)}{mark}</h1>"
        + "".join(f"<p>{esc(text)}</p>" for text in story.paragraphs[:-2])
        + f"<h2>{esc(story.subhead)}{mark}</h2><ol>{steps}</ol><div class='feedback'><h2>Was this page helpful?</h2><p>Tell us what you "
        f"were looking for and whether you found it here today.</p></div></div></body></html>",
        body=(*story.paragraphs[:-2], story.subhead, *story.paragraphs[-2:]),
    )  # fmt: skip
