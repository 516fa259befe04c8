"""Layouts of today's large news sites."""

from __future__ import annotations

import json

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


@layout("broadcaster-components")
def broadcaster(story: Story) -> Draft:
    """Hashed class names, text in component divs, a bold first paragraph, topics and 'more on this story' below."""
    blocks = "".join(
        f'<div data-component="text-block" class="ssrcss-{n}x-Rich"><p class="ssrcss-{n}q"><{tag}>{esc(text)}</{tag}></p></div>'
        for n, text in enumerate(story.paragraphs)
        for tag in (("b",) if n == 0 else ("span",))
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en-GB'>{head(story, open_graph(story, False) + json_ld(story))}<body>"
        f"<header role='banner'>{nav()}</header><main id='main-content'><article class='ssrcss-1-ArticleWrapper'>"
        f"<header><h1 id='main-heading'>{esc(story.headline)}</h1><div class='ssrcss-meta'><time datetime='{story.published}"
        f"T07:45:00.000Z'>{written(story.published)}</time><div>Share</div><div>Save</div></div>"
        f"<div class='ssrcss-byline'>{esc(story.author)}<span>Environment correspondent</span></div></header>"
        f"<div data-component='image-block'>{figure(story)}</div>{blocks}"
        f"<div data-component='subheadline-block'><h2>{esc(story.subhead)}</h2></div>"
        f"<div data-component='text-block'><p>{esc(story.others[0])} is another matter, people in the town said.</p></div>"
        "<section data-component='topic-list'><ul><li><a href='/t/1'>Energy</a></li><li><a href='/t/2'>Towns</a></li></ul>"
        f"</section></article><div data-component='links-block'>{teasers(story, 'More on this story', 'div', '')}</div></main>"
        f"{footer(story)}</body></html>",
        body=(*story.paragraphs, story.subhead, f"{story.others[0]} is another matter, people in the town said."),
        neutral=(written(story.published), "Environment correspondent"),
    )  # fmt: skip


@layout("broadsheet-islands")
def broadsheet(story: Story) -> Draft:
    """Custom elements, an inline rich link, a newsletter box between paragraphs, most viewed at the end."""
    first, rest = story.paragraphs[:3], story.paragraphs[3:]
    return Draft(
        f"<!doctype html><html lang='en'>{head(story, json_ld(story, isAccessibleForFree=True))}<body>"
        f"<gu-island name='TopBar'>{nav('div', ' class=top-bar')}</gu-island><main data-layout='StandardLayout'>"
        f"<div data-gu-name='headline'><h1>{esc(story.headline)}</h1></div><div data-gu-name='standfirst'><p>{esc(story.standfirst)}"
        f"</p></div><aside data-gu-name='meta'><address><a rel='author' href='/p'>{esc(story.author)}</a></address><details>"
        f"<summary>{written(story.published)} 07.45 CET</summary>Last modified on {written(story.updated)} 12.00 CET</details></aside>"
        f"<div data-gu-name='media'>{figure(story)}</div><div data-gu-name='body'><div id='maincontent' class='article-body-viewer'>"
        + "".join(f"<p class='dcr-1'>{esc(p)}</p>" for p in first)
        + f"<aside data-component='rich-link'><a href='/x'><h3>{esc(story.others[0])}</h3><span>Read more</span></a></aside>"
        + "".join(f"<p class='dcr-1'>{esc(p)}</p>" for p in rest[:1])
        + "<figure data-spacefinder-role='inline'><a href='#skip'>skip past newsletter promotion</a><div class='newsletter-signup'>"
        "<h4>Sign up to First Thing</h4><p>Our morning briefing breaks down the key stories of the day, telling you what is "
        "happening and why it matters</p></div></figure>"
        + f"<h2 id='s'>{esc(story.subhead)}</h2>"
        + "".join(f"<p class='dcr-1'>{esc(p)}</p>" for p in rest[1:])
        + f"</div></div></main>{teasers(story, 'Most viewed', 'section', ' id=most-viewed')}{footer(story)}</body></html>",
        neutral=(f"{written(story.published)} 07.45 CET", f"Last modified on {written(story.updated)} 12.00 CET"),
    )  # fmt: skip


@layout("paper-graph")
def paper_graph(story: Story) -> Draft:
    """JSON-LD as a graph with references, body in one section per paragraph group, an ad between."""
    graph = json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": story.outlet, "url": f"https://{story.host}"},
                {"@type": "Person", "@id": "#a", "name": story.author},
                {"@type": ["NewsArticle", "Article"], "headline": story.headline, "author": {"@id": "#a"},
                 "datePublished": f"{story.published}T22:10:00-05:00", "publisher": {"@id": "#o"}},
                {"@type": "Organization", "@id": "#o", "name": story.outlet},
            ],
        },
        ensure_ascii=False,
    )[:-2] + ",]}"  # with a comma too many, as templates print it  # fmt: skip
    middle = len(story.paragraphs) // 2
    companion = "<div class='css-companion'><p class='p'>{}</p></div>"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, f'<script type=application/ld+json>{graph}</script>')}<body><div id='app'>"
        f"{nav()}<div id='in-story-masthead'>{esc(story.section)}|{esc(story.headline)}</div><article id='story'>"
        f"<div id='top-wrapper'><p>Advertisement</p><a href='#after-top'>SKIP ADVERTISEMENT</a></div><header><h1>"
        f"{esc(story.headline)}</h1><p id='article-summary'>{esc(story.standfirst)}</p>{figure(story)}<p>By <span itemprop='name'>"
        f"{esc(story.author)}</span></p><time datetime='{story.published}T22:10:00-05:00'>{written(story.published)}</time></header>"
        "<section name='articleBody'>"
        + "".join(companion.format(esc(p)) for p in story.paragraphs[:middle])
        + "<div class='ad-wrapper'><p>Advertisement</p></div>"
        + f"<h2>{esc(story.subhead)}</h2>"
        + "".join(companion.format(esc(p)) for p in story.paragraphs[middle:])
        + "</section><div class='bottom-of-article'><div><p>A version of this article appears in print on Page 4 of the late "
        f"edition.</p></div></div></article></div>{footer(story)}</body></html>",
        neutral=("A version of this article appears in print on Page 4 of the late edition.", written(story.published)),
    )  # fmt: skip


@layout("wire-testids")
def wire(story: Story) -> Draft:
    """Paragraph divs with test ids, 'Sign up' lines, reporting credit at the end, suggested topics."""
    body = "".join(
        f'<div data-testid="paragraph-{n}" class="text__text__1FZLe text__dark-grey__3Ml43">{esc(p)}</div>'
        for n, p in enumerate(story.paragraphs)
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story) + json_ld(story))}<body>{nav()}<main><article>"
        f"<div class='article-header'><h1 data-testid='Heading'>{esc(story.headline)}</h1><div>By <a rel='author'>{esc(story.author)}"
        f"</a></div><time datetime='{story.published}T05:45:00Z'>{written(story.published)}5:45 AM UTC</time></div>{figure(story)}"
        f"<div class='article-body__content'>{body}<h2>{esc(story.subhead)}</h2><p>It is not over.</p><p class='sign-off'>Reporting by {esc(story.author)}; "
        "Editing by Tom Vale</p><p class='trust'>Our Standards: <a href='/s'>The Trust Principles.</a></p><h2>Suggested Topics:</h2>"
        f"<ul class='tags'><li><a href='/a'>Energy</a></li></ul></div></article>{teasers(story, 'Read Next', 'div', ' class=read-next')}"
        f"</main>{footer(story)}</body></html>",
        body=(*story.paragraphs, story.subhead, "It is not over."),
        neutral=(f"Reporting by {story.author}; Editing by Tom Vale", "Our Standards: The Trust Principles."),
    )  # fmt: skip


@layout("live-blog")
def live_blog(story: Story) -> Draft:
    """Posts with times, newest first, key points on top."""
    posts = "".join(
        f"<article class='live-post' id='b{n}'><header><time datetime='{story.published}T{18 - n:02d}:05:00Z'>{18 - n}.05 CET</time>"
        f"<h2>Update number {n} from {story.place.title()}</h2></header><div class='post-body'><p>{esc(p)}</p></div>"
        f"<div class='share-post'><a href='#'>Share</a></div></article>"
        for n, p in enumerate(story.paragraphs)
    )
    node = json_ld(story, "LiveBlogPosting", coverageStartTime=f"{story.published}T06:00:00Z", liveBlogUpdate=[
        {"@type": "BlogPosting", "headline": f"Update {n}", "articleBody": p, "datePublished": f"{story.published}T{18 - n:02d}:05:00Z"}
        for n, p in enumerate(story.paragraphs)])  # fmt: skip
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story, False) + node)}<body>{nav()}<main><h1>{esc(story.headline)}</h1>"
        f"<p class='standfirst'>{esc(story.standfirst)}</p><div class='live-updates'>{posts}</div></main>{footer(story)}</body></html>",
        body=tuple(x for n, p in enumerate(story.paragraphs) for x in (f"Update number {n} from {story.place.title()}", p)),
        neutral=tuple(f"{18 - n}.05 CET" for n in range(len(story.paragraphs))),
    )  # fmt: skip


@layout("infinite-scroll")
def infinite(story: Story) -> Draft:
    """The story, and below it two whole other stories that the page loaded as it was scrolled."""
    other = "".join(
        f"<div class='scroll-item'><article><h1>{esc(title)}</h1><p class='byline'>By Nobody Known</p>"
        + "".join(
            f"<p>The {n}th paragraph of another story, which goes on about {esc(title.lower())} at some length and with "
            "the opinion of a man in the street.</p>" for n in range(4, 12))
        + "</article></div>"
        for title in story.others[:2]
    )  # fmt: skip
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story) + json_ld(story))}<body>{nav()}<div class='scroll'>"
        f"<div class='scroll-item'><article><h1>{esc(story.headline)}</h1><p class='byline'>By {esc(story.author)}</p>"
        f"{paragraphs(story)}</article></div>{other}</div>{footer(story)}</body></html>"
    )


@layout("paywall")
def paywall(story: Story) -> Draft:
    """Three paragraphs, then the wall, its offers and its small print."""
    shown = story.paragraphs[:3]
    node = json_ld(story, isAccessibleForFree="False")
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story) + node)}<body>{nav()}<article><h1>{esc(story.headline)}</h1>"
        f"<div class='byline'>{esc(story.author)}</div><div class='article__content'>"
        + "".join(f"<p>{esc(p)}</p>" for p in shown)
        + "</div><div class='paywall-barrier'><h2>Subscribe to unlock this article</h2><p>Try unlimited access for only 1 euro for "
        "four weeks. Then 69 euros per month. Complete digital access to quality reporting on any device. Cancel any time during "
        "your trial.</p><ul><li>Global news and analysis</li><li>Expert opinion</li></ul><a href='/sub'>Start trial</a></div></article>"
        f"{footer(story)}</body></html>",
        body=shown,
    )  # fmt: skip


@layout("cookie-wall")
def cookie_wall(story: Story) -> Draft:
    """A long consent text in front of the page, and again as a dialog at its end."""
    text = (
        "We and our 842 partners store and access information on a device, such as unique identifiers in cookies, to process "
        "personal data. You may accept or manage your choices by clicking below, including your right to object where "
        "legitimate interest is used, or at any time in the privacy policy page."
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body><div id='onetrust-consent-sdk'><h2>We value your "
        f"privacy</h2><p>{text}</p><p>{text}</p><button>Accept all</button></div>{nav()}<div class='container'><h1 class='title'>"
        f"{esc(story.headline)}</h1>{figure(story)}<div class='story'>{paragraphs(story)}</div></div>{footer(story)}"
        f"<div class='qc-cmp2-container' role='dialog'><p>{text}</p></div></body></html>",
    )


@layout("amp")
def amp(story: Story) -> Draft:
    """AMP: its own elements, boilerplate style, sidebar and ads."""
    return Draft(
        f"<!doctype html><html ⚡ lang='en'>{head(story, json_ld(story) + f'<link rel=canonical href=https://{story.host}/{story.slug}>')}"
        "<body><amp-sidebar id='menu'><ul><li><a href='/'>Home</a></li><li><a href='/w'>World news today</a></li></ul></amp-sidebar>"
        f"<header class='amp-wp-header'><a href='/'>{esc(story.outlet)}</a></header><article class='amp-wp-article'><h1>"
        f"{esc(story.headline)}</h1><div class='amp-wp-meta'>By {esc(story.author)}</div><amp-img src='a.jpg' width=1 height=1></amp-img>"
        f"<div class='amp-wp-article-content'>{paragraphs(story)}<amp-ad type='doubleclick'><div fallback>Ad could not be loaded</div>"
        f"</amp-ad></div></article>{footer(story, 'footer', ' class=amp-wp-footer')}</body></html>"
    )  # fmt: skip


@layout("script-state")
def script_state(story: Story) -> Draft:
    """A page drawn by a script, saved after drawing: state in scripts, text in nested divs without paragraphs."""
    body = "".join(
        f"<div class='_1x{n}'><div class='_2y'><div>{esc(p)}</div></div></div>" for n, p in enumerate(story.paragraphs)
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body><div id='__next'><div class='_h'>{nav('div')}</div>"
        f"<div class='_m'><h1>{esc(story.headline)}</h1><div class='_b'>{body}</div></div></div><script id='__NEXT_DATA__' "
        f'type=\'application/json\'>{{"props":{{"text":"{esc(story.paragraphs[0]).replace(chr(34), "")}"}}}}</script>'
        f"<noscript>Please enable JavaScript to read this page in full.</noscript>{footer(story, 'div')}</body></html>",
        body=story.paragraphs,
    )
