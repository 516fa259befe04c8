"""Layouts as publishing systems and bodies other than large papers make them."""

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


@layout("wordpress-classic")
def wordpress(story: Story) -> Draft:
    """entry-content, share buttons inside, sidebar widgets, comments with long texts."""
    comments = "".join(
        f"<li class='comment'><div class='comment-author'>reader{n}</div><p>I have lived here for {n + 20} years and have never "
        "seen anything like it, and I doubt that the people in charge will learn from it this time either.</p></li>"
        for n in range(12)
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en-US'>{head(story, open_graph(story))}<body class='single has-sidebar comments-open'>"
        f"{nav('div', ' id=site-navigation class=main-navigation')}<div id='content'><article class='post type-post'><header class="
        f"'entry-header'><h1 class='entry-title'>{esc(story.headline)}</h1><div class='entry-meta'><span class='posted-on'>Posted on "
        f"<time class='entry-date published' datetime='{story.published}T09:00:00+00:00'>{written(story.published)}</time></span> by "
        f"<span class='author vcard'>{esc(story.author)}</span></div></header><div class='entry-content'>{paragraphs(story)}"
        "<div class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3><ul><li><a href='#'>Click to share on Twitter</a></li></ul></div>"
        f"</div></article><div id='comments'><h2>12 thoughts on this</h2><ol class='commentlist'>{comments}</ol></div></div>"
        f"<div id='secondary' class='widget-area'><h2>Recent Posts</h2><ul><li><a href='/1'>{esc(story.others[0])}</a></li></ul></div>"
        f"{footer(story)}</body></html>",
        neutral=(f"Posted on {written(story.published)} by {story.author}",),
    )  # fmt: skip


@layout("block-editor")
def block_editor(story: Story) -> Draft:
    """Blocks: pull quote, list, related posts as block, figure with wp-caption."""
    listed = ("Nobody was hurt in the work, the firm said", "Trains will run as usual from Monday")
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story, 'Article'))}<body>{nav()}<main class='wp-block-group'><h1 class="
        f"'wp-block-post-title'>{esc(story.headline)}</h1><div class='entry-content wp-block-post-content'>"
        f"<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>{esc(story.caption)}</p></div>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[:5])
        + "<ul class='wp-block-list'>" + "".join(f"<li>{p}</li>" for p in listed) + "</ul>"
        + f"<h3>{esc(story.subhead)}</h3>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[5:])
        + f"</div><div class='jp-relatedposts'><h3>Related</h3><a href='/r'>{esc(story.others[1])}</a></div></main>{footer(story)}</body></html>",
        body=(*story.paragraphs[:5], *listed, story.subhead, *story.paragraphs[5:]),
    )  # fmt: skip


@layout("drupal-fields")
def drupal(story: Story) -> Draft:
    """Field wrappers, date only as a field, a block of latest news in a region."""
    return Draft(
        f"<!DOCTYPE html><html lang='en' dir='ltr'>{head(story, f'<meta name=dcterms.date content={story.published}T00:00+02:00>')}<body>"
        f"<div class='region region-header'>{nav('div', ' class=block-menu')}</div><div id='breadcrumb'><a href='/'>Home</a> » "
        f"<a href='/n'>News</a></div><h1 class='page-title'>{esc(story.headline)}</h1><div class='node node--type-article'><div class="
        f"'field field--name-body'><div class='field__label visually-hidden'>Body</div><div class='field__item'>{paragraphs(story)}</div>"
        f"</div></div><div class='region region-sidebar-second'>{teasers(story, 'Latest news', 'div', ' class=view-latest-news')}</div>"
        f"{footer(story)}</body></html>",
    )  # fmt: skip


@layout("newsletter-site")
def newsletter_site(story: Story) -> Draft:
    """A writer's newsletter on the web: subscription boxes between paragraphs, likes, discussion."""
    box = (
        "<div class='subscription-widget-wrap'><p>This letter is free today. But if you enjoyed it, you can tell its writer that "
        "it is worth a paid subscription, which costs less than a coffee a week.</p><form><input type='email'><button>Subscribe"
        "</button></form></div>"
    )
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story, False) + json_ld(story))}<body><div id='main'><div class="
        f"'single-post'><article class='post'><div class='post-header'><h1 class='post-title'>{esc(story.headline)}</h1><h3 class='subtitle'>"
        f"{esc(story.standfirst)}</h3><div class='byline-wrapper'><a>{esc(story.author)}</a><div>{written(story.published)}</div></div>"
        f"<a class='like'>♥ 214</a><a>31</a></div><div class='available-content'><div class='body markup'>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[:4]) + box
        + f"<h2>{esc(story.subhead)}</h2>" + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[4:])
        + "</div></div></article><div class='discussion'><h4>Discussion about this post</h4><p>Lovely piece, thank you for it, I have "
        f"sent it to my whole family already.</p></div></div></div>{footer(story, 'div', ' class=footer-wrap')}</body></html>",
    )  # fmt: skip


@layout("government-notice")
def government(story: Story) -> Draft:
    """A ministry's page: definition list of dates, numbered points, contact box, feedback question."""
    points = ("The minister will report to parliament in May.", "Offices in the district stay open on Saturdays.")
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story)}<body><a class='skip-link' href='#c'>Skip to main content</a>{nav()}<div class="
        f"'phase-banner'>This is a new service – your feedback will help us to improve it.</div><main id='content'><h1>{esc(story.headline)}"
        f"</h1><p class='lead-paragraph'>{esc(story.standfirst)}</p><dl class='metadata'><dt>From:</dt><dd>{esc(story.outlet)}</dd><dt>"
        f"Published</dt><dd>{written(story.published)}</dd></dl><div class='govspeak'>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs)
        + f"<h2>{esc(story.subhead)}</h2><ol>" + "".join(f"<li>{p}</li>" for p in points) + "</ol></div></main>"
        + f"<div class='feedback'><h2>Is this page useful?</h2><button>Yes</button></div>{footer(story)}</body></html>",
        body=(*story.paragraphs, story.subhead, *points),
        neutral=("From:", story.outlet, "Published", written(story.published)),
    )  # fmt: skip


@layout("press-release-wire")
def press_release(story: Story) -> Draft:
    """A press release: dateline in the first paragraph, data table, boilerplate 'About', contact."""
    rows = "".join(f"<tr><td>Quarter {n}</td><td>{n * 12} million</td><td>{n}.5%</td></tr>" for n in range(1, 5))
    first = f"{story.place}, {written(story.published)} /Release/ -- {story.paragraphs[0]}"
    about = f"{story.outlet} is the leading voice of its region. Learn more on our site."
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><section "
        f"class='release-body'><p><b>{esc(first)}</b></p>" + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[1:])
        + f"<table><tbody><tr><th>Period</th><th>Revenue</th><th>Growth</th></tr>{rows}</tbody></table><p>{esc(about)}</p></section>"
        f"</article>{footer(story)}</body></html>",
        body=(first, *story.paragraphs[1:], "Period Revenue Growth", *(f"Quarter {n} {n * 12} million {n}.5%" for n in range(1, 5)), about),
    )  # fmt: skip


@layout("microdata")
def microdata(story: Story) -> Draft:
    """schema.org in attributes, date in a content attribute, body marked as such, inline 'Read also'."""
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story)}<body>{nav()}<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop="
        f"'headline'>{esc(story.headline)}</h1><meta itemprop='datePublished' content='{story.published}T10:00:00+03:00'><span itemprop="
        f"'author'>{esc(story.author)}</span><div itemprop='articleBody'>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[:4])
        + f"<p><strong>Read also: <a href='/r'>{esc(story.others[2])}</a></strong></p><h4>{esc(story.subhead)}</h4>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[4:])
        + f"</div></div>{teasers(story, 'Top stories', 'div', ' class=top-stories')}{footer(story)}</body></html>",
    )  # fmt: skip


@layout("date-in-address")
def date_in_address(story: Story) -> Draft:
    """No date but in the canonical address."""
    address = f"https://www.{story.host}/{story.published.replace('-', '/')}/{story.slug}.html"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, f'<link rel=canonical href={address}><meta property=og:site_name content={story.outlet!r}>')}"
        f"<body>{nav()}<div class='content'><h1>{esc(story.headline)}</h1><div class='text'>{paragraphs(story)}</div></div>{footer(story)}</body></html>",
    )  # fmt: skip


@layout("related-dates")
def related_dates(story: Story) -> Draft:
    """Dates of other stories stand in <time> elements all over the page; its own is printed under the headline."""
    items = "".join(
        f"<li><time datetime='2026-01-{10 + n}'>{10 + n} January 2026</time><a href='/{n}'>{esc(o)}</a></li>"
        for n, o in enumerate(story.others)
    )
    printed = f"Published: {written(story.published)} 07:45"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story)}<body>{nav()}<ul class='ticker'>{items}</ul><div class='post'><h1>{esc(story.headline)}"
        f"</h1><div class='meta'>{printed}</div>{paragraphs(story)}</div><ul class='latest'>{items}</ul>{footer(story)}</body></html>",
        neutral=(printed,),
    )  # fmt: skip


@layout("inline-teasers")
def inline_teasers(story: Story) -> Draft:
    """A link to another story after every second paragraph, in four shapes."""
    shapes = (
        "<p><a href='/1'>{}</a></p>", "<p><em>READ MORE: <a href='/2'>{}</a></em></p>",
        "<div class='c-related'><span>Related</span><a href='/3'><h4>{}</h4></a></div>", "<blockquote class='wp-embedded'><a href='/4'>{}</a></blockquote>",
    )  # fmt: skip
    pieces = []
    for n, paragraph in enumerate(story.paragraphs):
        pieces.append(f"<p>{esc(paragraph)}</p>")
        if n % 2 == 1 and n // 2 < len(shapes):
            pieces.append(shapes[n // 2].format(esc(story.others[n // 2])))
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><div class="
        f"'article-body'>{''.join(pieces)}</div></article>{footer(story)}</body></html>",
        body=story.paragraphs,
    )


@layout("magazine-dropcap")
def magazine(story: Story) -> Draft:
    """Drop cap in a span, pull quotes that repeat the text, three figures, author box at the end."""
    first = f"<p><span class='dropcap'>{story.paragraphs[0][0]}</span>{esc(story.paragraphs[0][1:])}</p>"
    quote = story.paragraphs[2].split('"')[1] if '"' in story.paragraphs[2] else story.paragraphs[2]
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<main><header><p class='kicker'>{story.section}</p><h1>"
        f"{esc(story.headline)}</h1><p class='dek'>{esc(story.standfirst)}</p></header>{figure(story)}<div class='longform-body'>{first}"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[1:4])
        + f"<aside class='pullquote'><p>{esc(quote)}</p></aside>{figure(story)}<h2>{esc(story.subhead)}</h2>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[4:])
        + f"</div><div class='author-bio'><p>{esc(story.author)} is a writer on the staff and the author of two books about rivers.</p></div>"
        f"</main>{footer(story)}</body></html>",
        neutral=(f"{story.author} is a writer on the staff and the author of two books about rivers.", story.section),
    )  # fmt: skip


@layout("listing-front")
def listing(story: Story) -> Draft:
    """A front page: no story of its own, only links with a sentence each."""
    cards = "".join(
        f"<article class='card'><a href='/s/{n}'><h3>{esc(o)}</h3></a><p>What is known so far about it, and what the people in "
        f"{story.place.title()} make of it, in number {n}.</p></article>" for n, o in enumerate((*story.others, story.headline))
    )  # fmt: skip
    meta = f"<meta property='og:type' content='website'><meta property='og:site_name' content='{story.outlet}'>"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, meta, title=story.outlet + ' | Home')}<body>{nav()}<main>{cards}</main>{footer(story)}</body></html>",
        body=(), title=None, published=None,
    )  # fmt: skip
