"""What an element says of itself: a region of the page (by tag, role, class and id), hidden, or a mark on its words."""

from __future__ import annotations

import functools
import re

from dossier.reading.html.markup import Element

NEVER_SHOWN = frozenset(
    """script style noscript template head title meta link base iframe object embed applet canvas svg audio video track
    map area select datalist textarea input progress meter noframes rp rt amp-ad amp-embed amp-analytics amp-iframe
    amp-sticky-ad amp-consent""".split()
)
# Names in classes and ids, as whole words ('-', '_', camel case and digits part them), with the region they mark.
# The order decides: the first that matches counts.
_NAMES = (
    ("comments", "comments comment commentlist disqus respond replies discussion fbcomments livefyre comentarios "
                 "kommentare kommentar commentaires commenti reviews"),
    ("related", "related relatedcontent recommended recommendation recommendations recirc recirculation readmore "
                "morestories onward outbrain taboola mostread mostpopular trending popular upnext alsoread seealso "
                "suggested nextarticle infinite dontmiss zergnet revcontent moreon morefrom youmaylike"),
    ("advert", "ad ads advert adverts advertisement advertising adsense adsbygoogle adslot adunit adwrapper "
               "adcontainer anzeige anzeigen werbung publicite publicidad pubblicita advertentie "
               "sponsor sponsored sponsors promo promos promotion promoted promobox googlead dfp gpt"),
    ("consent", "cookie cookies consent gdpr ccpa onetrust cmp privacybanner"),
    ("newsletter", "newsletter newsletters signup subscribe subscription subscriptions paywall regwall piano donate "
                   "donation membership emailsignup mailchimp optin callout cta feedback"),
    ("share", "share sharing sharebar sharetools sharedaddy social socials socialshare addthis addtoany"),
    ("navigation", "nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumbs pagination pager skip "
                   "skiplink topnav sitenav masthead siteheader topbar toolbar hamburger megamenu searchform"),
    ("footer", "footer sitefooter colophon copyright"),
    ("tags", "tags taglist tagcloud keywords topics topiclist"),
    ("embed", "twittertweet instagrammedia tiktokembed fbpost embed embeds videoplayer audioplayer jwplayer vjs"),
    ("author", "authorbox authorbio bio aboutauthor"),
    ("aside", "sidebar sidebars rail siderail widget widgets modal popup overlay lightbox tooltip toast drawer "
              "banner ticker login"),
)  # fmt: skip
_PAIRS = (
    ("related", "more stories|read more|most read|most popular|most viewed|also read|see also|up next|you may|"
                "dont miss|next article|latest news|top stories|more from|more on|editors picks|story list|"
                "article list|inline related|recommended for|also like"),
    ("share", "social share|share bar|share tools|article actions"),
    ("newsletter", "sign up|email capture|inline newsletter|opt in"),
    ("embed", "twitter tweet|instagram media|tiktok embed|fb post|social embed|video player|audio player"),
    ("author", "author box|author bio|about author|author card|author info|author description"),
    ("advert", "ad slot|ad unit|ad wrapper|ad container|google ad"),
    ("navigation", "site header|page header|global header|skip link|jump to"),
)  # fmt: skip
_REGION_OF = {word: kind for kind, words in reversed(_NAMES) for word in words.split()}
_PAIR_OF = {pair: kind for kind, pairs in reversed(_PAIRS) for pair in pairs.split("|")}
_HEADERS = frozenset("header hd masthead branding banner top-header page-header".split())  # ids of a site's own head
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TAG_REGIONS = {"nav": "navigation", "footer": "footer", "aside": "aside", "form": "form", "dialog": "aside",
                "menu": "navigation", "button": "button", "amp-sidebar": "navigation"}  # fmt: skip
_ROLE_REGIONS = {"navigation": "navigation", "menu": "navigation", "menubar": "navigation", "search": "form",
                 "contentinfo": "footer", "complementary": "aside", "dialog": "aside", "alertdialog": "aside",
                 "banner": "navigation", "form": "form", "tooltip": "aside", "button": "button"}  # fmt: skip
_HIDDEN_CLASSES = frozenset(
    """sr-only visually-hidden visuallyhidden visuallyhide screen-reader-text screenreader screen-reader hidden d-none
    u-hidden is-hidden hide offscreen off-screen a11y-hidden element-invisible print-only visible-print-block
    show-for-print show-for-sr assistive-text accessibly-hidden ng-hide headerlink mw-editsection
    mw-jump-link""".split()
)
_SHOWN_AGAIN = re.compile(r"(?:^|\s)(?:sm|md|lg|xl)[:-]|(?:^|\s)d-(?:sm|md|lg|xl)-")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|;)\s*opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|bylines|author|authors|author-?name|contributor|reporter|writer)(?:$|[\s_-])"
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|timestamp|time|published|pubdate|publish-?date|post-?date|posted-on|updated)"
    r"(?:$|[\s_-])"
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|captions|cutline|credit|photo-?credit|image-?credit)(?:$|[\s_-])"
)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|sub-?title|sub-?head(?:line|ing)?|summary|lede|intro|strapline|kicker-text|"
    r"description|excerpt|teaser-?text|abstract)(?:$|[\s_-])"
)


def is_hidden(element: Element, *, heeds_classes: bool = True) -> bool:
    """Whether an element is not shown: by attribute, style or, where they count, a class that hides it from the eye."""
    get = element.get
    if get("hidden") is not None and get("hidden") != "until-found":
        return True
    style = get("style")
    if style and _HIDING_STYLE.search(style.lower()):
        return True
    classes = get("class")
    if classes and heeds_classes and _hiding_class(classes):
        return True
    return get("aria-hidden") == "true" and not get("data-nosnippet") and len(element) == 0


def region_of(element: Element) -> str | None:
    """The kind of region that an element opens, None for one that says nothing."""
    tag = element.tag
    kind = _TAG_REGIONS.get(tag)
    if kind is not None:
        return kind
    get = element.get
    role = get("role")
    if role is not None and role in _ROLE_REGIONS:
        return _ROLE_REGIONS[role]
    if tag in ("body", "html", "main"):
        return None
    if tag == "article":
        return None
    if (get("id") or "").lower() in _HEADERS:
        return "navigation"
    return named_region(get("class") or "", get("id") or "", get("data-component") or get("data-testid") or "")


@functools.lru_cache(maxsize=20_000)
def named_region(classes: str, identity: str, component: str) -> str | None:
    """The region that names mark: the whole word 'related' does, 'correlated' does not."""
    for name in (*classes.split(), identity, component):
        if len(name) > 80:
            continue
        words = [word.lower() for word in _WORD.findall(name)]
        for number, word in enumerate(words):
            kind = _PAIR_OF.get(f"{word} {words[number + 1]}") if number + 1 < len(words) else None
            kind = kind or _REGION_OF.get(word)
            # 'has-sidebar', 'no-ads', 'with-comments' speak of something else on the page.
            if kind is not None and not (number and words[number - 1] in ("has", "no", "with", "without", "is", "not")):
                return kind
    return None


@functools.lru_cache(maxsize=20_000)
def mark_of(tag: str, classes: str, item: str, rel: str) -> str | None:
    """What an element says of its own words: byline, date, caption or standfirst."""
    if item in ("author", "creator") or rel == "author" or tag == "address":
        return "byline"
    if tag == "time" or item in ("datePublished", "dateModified", "dateCreated"):
        return "date"
    if tag == "figcaption" or item == "caption":
        return "caption"
    names = re.sub(r"([a-z])([A-Z])", r"\1-\2", classes).lower().replace("__", "-")
    if not names:
        return None
    if _BYLINE.search(names):
        return "byline"
    if _CAPTION.search(names):
        return "caption"
    if _STANDFIRST.search(names):
        return "standfirst"
    return "date" if _DATE.search(names) else None


@functools.lru_cache(maxsize=20_000)
def _hiding_class(classes: str) -> bool:
    return not _HIDDEN_CLASSES.isdisjoint(classes.split()) and not _SHOWN_AGAIN.search(classes)
