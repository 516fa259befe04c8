"""Layouts that lead a reader of pages astray."""

from __future__ import annotations

from tests.pages.building import (
    Draft,
    esc,
    figure,
    footer,
    head,
    json_ld,
    layout,
    nav,
    open_graph,
    paragraphs,
    teasers,
    written,
)
from tests.pages.stories import Story


@layout("short-flash")
def short_flash(story: Story) -> Draft:
    """Two sentences of news on a page full of long teasers."""
    long_teasers = "".join(
        f"<div class='teaser'><h3><a href='/{n}'>{esc(o)}</a></h3><p>{esc(story.paragraphs[-1])}</p></div>"
        for n, o in enumerate(story.others)
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article class='flash'><h1>{esc(story.headline)}</h1><p>"
        f"{esc(story.paragraphs[0])}</p><p>{esc(story.paragraphs[1])}</p></article><div class='more-stories'>{long_teasers}</div>{footer(story)}</body></html>",
        body=story.paragraphs[:2],
    )


@layout("misleading-names")
def misleading(story: Story) -> Draft:
    """The story stands in elements whose names speak of sidebars, comments and sharing."""
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body class='with-sidebar social-enabled'>{nav()}<div class='page sidebar-right'>"
        f"<div class='share-enabled widget-content'><h1>{esc(story.headline)}</h1><div class='content related-content-wrapper'>{paragraphs(story)}</div>"
        f"</div></div>{footer(story)}</body></html>",
    )


@layout("comments-outweigh")
def comments_outweigh(story: Story) -> Draft:
    """Forty long comments under a short story."""
    comments = "".join(
        f"<div class='c-comment'><b>user{n}</b><p>Comment number {n}: the writer of this piece has clearly never been there, since anyone who has "
        f"would know that it was always {n} times as bad as that, and that nobody did a thing about it.</p></div>" for n in range(40)
    )  # fmt: skip
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1>{paragraphs(story)}</article>"
        f"<section id='comments'><h2>40 comments</h2>{comments}</section>{footer(story)}</body></html>",
    )


@layout("search-title")
def search_title(story: Story) -> Draft:
    """The title for search engines differs from the one on the page; the site's name stands before it."""
    meta = f"<meta property='og:title' content='{story.place.title()}: what we know'><meta property='og:site_name' content='{story.outlet}'>"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, meta + json_ld(story, headline=None), title=f'{story.outlet} - {story.place.title()}: what we know')}<body>{nav()}"
        f"<main><article><h1>{esc(story.headline)}</h1>{paragraphs(story)}</article></main>{footer(story)}</body></html>",
    )  # fmt: skip


@layout("logo-as-heading")
def logo_heading(story: Story) -> Draft:
    """The site's name is the page's h1, the headline an h2, section names too."""
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body><header><h1><a href='/'>{esc(story.outlet)}</a></h1></header>{nav()}"
        f"<h2>{story.section}</h2><div class='single'><h2 class='post-heading'>{esc(story.headline)}</h2><div class='date'>{written(story.published)}</div>"
        f"{paragraphs(story, subhead='h3')}</div><h2>{esc(story.others[0])}</h2>{teasers(story)}{footer(story)}</body></html>",
        neutral=(written(story.published), story.section),
    )  # fmt: skip


@layout("question-and-answer")
def question_answer(story: Story) -> Draft:
    """An interview: short bold questions, answers of one to three sentences."""
    questions = ("How did it begin?", "Were you afraid?", "What did the others say?", "And now?")
    body: list[str] = [story.paragraphs[0]]
    for question, answer in zip(questions, story.paragraphs[1:], strict=False):
        body += [question, answer, "Yes."]
    markup = "".join(f"<p><strong>{esc(x)}</strong></p>" if x in questions else f"<p>{esc(x)}</p>" for x in body)
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><div class='body'>{markup}</div>"
        f"</article>{footer(story)}</body></html>", body=tuple(body),
    )  # fmt: skip


@layout("lists-and-tables")
def lists_tables(story: Story) -> Draft:
    """A story that ends in a list of points and a table of results."""
    points = (
        "Buses run every ten minutes until midnight",
        "Tickets bought before Friday stay valid",
        "Dogs travel free on Sundays",
    )
    table = "".join(f"<tr><td>Ward {n}</td><td>{n * 311}</td><td>{n + 40}%</td></tr>" for n in range(1, 7))
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1>{paragraphs(story)}<p>What "
        f"passengers should know from next week on:</p><ul>{''.join(f'<li>{p}</li>' for p in points)}</ul><p>These are the results by ward, as "
        f"the town hall gave them:</p><table>{table}</table></article>{footer(story)}</body></html>",
        body=(*story.paragraphs[:4], story.subhead, *story.paragraphs[4:], "What passengers should know from next week on:", *points,
              "These are the results by ward, as the town hall gave them:", *(f"Ward {n} {n * 311} {n + 40}%" for n in range(1, 7))),
    )  # fmt: skip


@layout("adverts-between")
def adverts(story: Story) -> Draft:
    """An advertisement of whole sentences between all paragraphs, in divs named for it."""
    ad = "<div class='ad-slot-inline'><p>Advertisement</p><p>Save up to 40 percent on garden chairs this week, while our stock lasts, at Gartenwelt.</p></div>"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><div class='content-body'>"
        + ad.join(f"<p>{esc(p)}</p>" for p in story.paragraphs) + f"</div></article>{footer(story)}</body></html>",
        body=story.paragraphs,
    )  # fmt: skip


@layout("key-points-box")
def key_points(story: Story) -> Draft:
    """A box of key points on top that belongs to the story, and a box with the paper's other products that does not."""
    points = ("It took four minutes and ended decades of work", "Two thirds of the staff go elsewhere in the firm")
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><div class='key-points'><h2>Key points"
        f"</h2><ul>{''.join(f'<li>{p}</li>' for p in points)}</ul></div><div class='article-text'>{paragraphs(story)}</div><div class='promo-box'><h3>Listen</h3>"
        f"<p>Our podcast explains the news of the day in twenty minutes, every weekday morning.</p></div></article>{footer(story)}</body></html>",
        neutral=("Key points", *points),
    )  # fmt: skip


@layout("split-body")
def split_body(story: Story) -> Draft:
    """The body is cut into three sibling sections by full-width adverts and a map."""
    parts = (story.paragraphs[:2], story.paragraphs[2:5], story.paragraphs[5:])
    sections = "<div class='full-bleed advert'>Advertisement</div>".join(
        f"<section class='body-section s{n}'><div>{''.join(f'<p>{esc(p)}</p>' for p in part)}</div></section>"
        for n, part in enumerate(parts)
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article><header><h1>{esc(story.headline)}</h1></header>{figure(story)}"
        f"{sections}</article>{teasers(story)}{footer(story)}</body></html>",
        body=story.paragraphs,
    )


@layout("block-quotes")
def block_quotes(story: Story) -> Draft:
    """Quotations stand in blockquotes and a social-media post is embedded."""
    markup = "".join(
        f"<blockquote><p>{esc(p)}</p></blockquote>" if p.startswith('"') else f"<p>{esc(p)}</p>"
        for p in story.paragraphs
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><div class='rich-text'>{markup}</div>"
        f"</article>{footer(story)}</body></html>", body=story.paragraphs,
    )  # fmt: skip


@layout("letters-to-follow")
def sign_up_inside(story: Story) -> Draft:
    """Plain paragraphs that ask the reader to follow, subscribe and send tips, without any class to tell them."""
    calls = (
        "Sign up for our newsletter to get the day's news in your inbox.",
        "Follow us on Facebook and Twitter for more stories.",
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<div class='post'><h1>{esc(story.headline)}</h1><div class='post-body'>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[:4]) + f"<p><em>{calls[0]}</em></p>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[4:]) + f"<p><strong>{calls[1]}</strong></p></div></div>{footer(story)}</body></html>",
        body=story.paragraphs, neutral=calls,
    )  # fmt: skip


@layout("meta-date-disorder")
def date_disorder(story: Story) -> Draft:
    """Dates of crawling and of updates in the meta tags beside that of publication."""
    meta = (
        f"<meta name='last-modified' content='2026-02-02'><meta name='crawl-date' content='2026-03-03'><meta name='pubdate' content='{written(story.published)}'>"
        f"<meta property='og:site_name' content='{story.outlet}'>"
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, meta)}<body>{nav()}<p class='today'>Today is Monday, 2 February 2026</p><main><h1>{esc(story.headline)}</h1>"
        f"{paragraphs(story)}</main>{footer(story)}</body></html>",
    )


@layout("not-found")
def not_found(story: Story) -> Draft:
    """A page that is gone: no story."""
    return Draft(
        f"<!DOCTYPE html><html lang='en'><head><title>Page not found | {esc(story.outlet)}</title></head><body>{nav()}<h1>Sorry, that page is gone</h1>"
        f"<p>Try the search or go to the front page.</p>{footer(story)}</body></html>", body=(), title=None, published=None,
    )  # fmt: skip
