"""Metadata of a page: JSON-LD, then meta tags, then its own elements, then its address; with the way each was found."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from dossier.reading.html.json_ld import (
    LIST_TYPES,
    Node,
    article_node,
    fold,
    json_ld_nodes,
    names_of,
    text_of,
    types_of,
)
from dossier.reading.html.markup import Element
from dossier.reading.published import parse_published
from dossier.reading.records import Metadata, clean_text

PUBLISHED_NAMES = tuple(
    """article:published_time article:published og:article:published_time og:published_time og:pubdate datepublished
    publishdate publish-date publish_date published_time published-date pubdate publication_date publicationdate
    article.published article_date_original article:publicationdate originalpublicationdate dc.date.issued
    dcterms.issued dcterms.date dc.date dcterms.created dc.date.created dc.date.publication sailthru.date
    parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate rnews:datepublished
    citation_publication_date prism.publicationdate article.created vr:published_time
    shareaholic:article_published_time analyticsattributes.articledate ptime displaydate release_date
    date_published article-date gentime date""".split()
)
MODIFIED_NAMES = tuple(
    """article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod
    revised article.updated cxenseparse:recs:modifiedtime""".split()
)
TITLE_NAMES = tuple(
    """og:title twitter:title dc.title dcterms.title sailthru.title parsely-title headline title cxenseparse:title
    citation_title""".split()
)
AUTHOR_NAMES = tuple(
    """author article:author og:article:author byl dc.creator dcterms.creator sailthru.author parsely-author
    cxenseparse:author citation_author article.author""".split()
)
SITE_NAMES = tuple(
    """og:site_name application-name dc.publisher dcterms.publisher article:publisher publisher
    apple-mobile-web-app-title cxenseparse:site al:ios:app_name""".split()
)
OWNER_NAMES = ("copyright", "source")  # an agency or a section as often as the site
URL_DATE = re.compile(
    r"(?:/|(?<=[a-z])-)(?P<year>(?:19|20)\d\d)(?:[/-]|/[A-Za-z]{4,20}/)(?P<month>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
    r"|[/_-](?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)",
    re.I,
)
MONTH_NUMBERS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
TITLE_SEPARATOR = re.compile(
    r"\s+[|•·«»—–_-]\s+|\s*\|\s*|\s+::\s+|(?<=\w)[-_](?=[A-Z][\w.]+$)"
    r"|(?<=[\u3040-\u9fff”」》!?！？])\s*[-_—–]+\s*(?=[\u3040-\u9fff])"
)
# How sites that write without spaces name themselves: -net, -paper, -agency, -station, -news, -online.
SITE_ENDING = re.compile(r"[\u3040-\u9fff]{1,8}(?:网|網|报|報|社|台|臺|新闻|新聞|日报|在线|線上|ニュース|オンライン)")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{2,4})?,?\s*)?(?:by\s+)?"
    r"(?P<name>[A-Z][\w&’'.-]*(?: (?:[A-Z&][\w&’'.-]*|of|the|and|de|la|for|in)){0,5}?)"
    r"(?=\s*(?:[|,;–—\n]|\. |\.?$|All [Rr]ights|\d{4}|Inc\b|Ltd\b|LLC\b))",
    re.I,
)
FOOT_CHARS = 3_000
LOGO = re.compile(r"(?:^|[\s_-])(?:site-?(?:title|name)|logo|brand|branding|masthead)(?:$|[\s_-])", re.I)
MAX_SITE_WORDS, MAX_SITE_CHARS = 7, 60
AUTHOR_PREFIX = re.compile(r"^(?:(?:written |posted |story |reported )?by|author)[: ]\s*", re.I)
_NAME = r"[^\W\d_a-z][\w’'.-]*(?: (?:[^\W\d_a-z][\w’'.-]*|d[aeiu]|del|van|von|der|den|bin|al|el|la|le)){1,4}"
PERSON_NAMES = re.compile(rf"{_NAME}(?:(?:, | and ){_NAME}){{0,4}}")
NO_SITE = frozenset("home homepage frontpage start startseite accueil inicio index main menu logo back".split())
MAX_VALUE_CHARS = 2_000


@dataclass(frozen=True)
class PageFacts:
    """What a page says of itself outside its text."""

    rows: tuple[Metadata, ...]
    titles: tuple[str, ...]  # the best first
    url: str | None
    article_body: str | None  # as JSON-LD repeats it
    is_listing: bool
    is_live: bool
    says_article: bool  # by its type or a publication date


def read_metadata(root: Element, given_url: str | None) -> PageFacts:
    """Read everything a page says of itself; ``given_url`` is where it was fetched, if that is known."""
    metas = _metas(root)
    nodes = json_ld_nodes(root)
    url = _page_url(root, metas, given_url)
    head_title = " ".join((root.findtext(".//head/title") or root.findtext(".//title") or "").split())
    article = article_node(nodes, url, _first(metas, TITLE_NAMES) or head_title or None) or {}
    site = _site_name(root, metas, article, nodes, head_title, url)
    titles = _titles(metas, article, head_title, site)
    rows: list[tuple[str, str | None]] = [
        ("url", url),
        ("site_name", site),
        ("author", _author(root, metas, article, nodes, site)),
        ("language_declared", _language(root, metas, article)),
        ("section", text_of(article.get("articleSection")) or _first(metas, ("article:section", "section"))),
        ("page_type", " ".join(sorted(types_of(article))) or _first(metas, ("og:type",))),
        ("licence", _licence(root, article)),
        ("is_free", text_of(str(article["isAccessibleForFree"])) if "isAccessibleForFree" in article else None),
    ]
    rows += _dates(root, metas, article, nodes, url)
    kinds = {kind for node in nodes for kind in types_of(node)}
    is_live = "LiveBlogPosting" in kinds or bool(
        root.xpath("boolean(//*[@itemtype='http://schema.org/LiveBlogPosting'])")
    )
    kept = tuple(Metadata(name, clean_text(value[:MAX_VALUE_CHARS]), "page-metadata") for name, value in rows if value)
    return PageFacts(
        rows=kept,
        titles=titles,
        url=url,
        article_body=_body(article, nodes, is_live),
        is_listing=not article and (bool(kinds & LIST_TYPES) or _first(metas, ("og:type",)) == "website"),
        is_live=is_live,
        says_article=bool(article)
        or metas.get("og:type") == "article"
        or any(row.field == "published" for row in kept),
    )


def _metas(root: Element) -> dict[str, str]:
    """Contents of meta tags by lower-case name, property or itemprop; the first of each name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = " ".join((meta.get("content") or meta.get("datetime") or "").split())
        if content:
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                for name in (meta.get(attribute) or "").lower().split():
                    found.setdefault(name, content)
    return found


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _page_url(root: Element, metas: dict[str, str], given: str | None) -> str | None:
    base = given or metas.get("og:url")
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for candidate in (*links, metas.get("og:url"), given):
        if not candidate:
            continue
        try:
            whole: str = urljoin(base or "", candidate.strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and "." in parts.hostname:
            # A canonical link to the front page says nothing about this page.
            if candidate is not given and given and parts.path in ("", "/") and urlsplit(given).path not in ("", "/"):
                continue
            return whole
    return None


def _site_name(
    root: Element, metas: dict[str, str], article: Node, nodes: list[Node], head_title: str, url: str | None
) -> str | None:
    """What the page calls its site: in metadata, at the edges of its title, in its logo, beside the copyright sign."""
    publisher = names_of(article.get("publisher"), nodes)
    named = _plain_name(metas.get("og:site_name"), *publisher, *(metas.get(name) for name in SITE_NAMES[1:]))
    pieces = [piece.strip() for piece in TITLE_SEPARATOR.split(head_title)]
    if named is not None:
        return named if len(pieces) < 2 or not _is_section_of(named, pieces[-1], url) else pieces[-1]
    logos = _home_links(root)
    edges = {fold(piece) for piece in (*pieces, *head_title.split(": ")[:1])} - {""}
    pictures = (picture.get("alt") or "" for picture in root.iter("img"))
    for name in (*(name for name, _ in logos), *pictures, _copyright_holder(root) or "") if len(edges) > 1 else ():
        if fold(name) in edges:
            return " ".join(name.split())
    last = pieces[-1] if len(pieces) > 1 else ""
    if 0 < len(last.split()) <= 4 and last[:1].isupper() or SITE_ENDING.fullmatch(last):
        return last
    marked = next((name for name, is_marked in logos if is_marked), None)
    return marked or _plain_name(*(metas.get(name) for name in OWNER_NAMES)) or _copyright_holder(root)


def _is_section_of(named: str, edge: str, url: str | None) -> bool:
    """Whether metadata name a section or edition: the address bears the name at the title's edge and not theirs."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return False
    return fold(edge) in labels and not any(fold(named) in label or label in fold(named) for label in labels[:-1])


def _plain_name(*names: str | None) -> str | None:
    """The first that looks like a name."""
    for name in names:
        plain = html.unescape(name or "").strip().lstrip("@")
        if 2 <= len(plain) <= 80 and "://" not in plain and any(char.isalpha() for char in plain):
            return plain
    return None


def _home_links(root: Element) -> list[tuple[str, bool]]:
    """Words (or picture's words) of the first links to the front page, and whether they are marked as the site's."""
    found = []
    for link in root.iter("a"):
        target = (link.get("href") or "").strip()
        try:
            is_home = urlsplit(target).path in ("", "/", "/index.html", "/index.php") and not target.startswith("#")
        except ValueError:
            continue
        if not (target and is_home) or ":" in target and not target.startswith(("http://", "https://")):
            continue
        around = (link, link.getparent(), *link.iterchildren())
        names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in around if e is not None)
        words = " ".join("".join(link.itertext()).split())
        words = words or next((alt for picture in link.iter("img") if (alt := (picture.get("alt") or "").strip())), "")
        if 2 <= len(words) <= MAX_SITE_CHARS and len(words.split()) <= MAX_SITE_WORDS and fold(words) not in NO_SITE:
            found.append((words, LOGO.search(names) is not None))
        if len(found) >= 5:
            break
    return found


def _copyright_holder(root: Element) -> str | None:
    """The name beside a copyright sign at the foot of the page."""
    body = root.find("body")
    foot = "\n".join(text for text in (body if body is not None else root).itertext() if text.strip())[-FOOT_CHARS:]
    found = COPYRIGHT.search(foot)
    name = found["name"].strip(" .,-") if found else ""
    return name if len(name) >= 2 and fold(name) not in NO_SITE else None


def _titles(metas: dict[str, str], article: Node, head_title: str, site: str | None) -> tuple[str, ...]:
    found = [text_of(article.get("headline")), *(metas.get(name) for name in TITLE_NAMES), head_title]
    found.append(text_of(article.get("name")))
    cleaned = [without_site(" ".join(html.unescape(title).split()), site) for title in found if title]
    return tuple(dict.fromkeys(title for title in cleaned if title))


def without_site(title: str, site: str | None) -> str:
    """A title less the site's name (and section) behind it: 'Rates held | Business | The Example Times'."""
    pieces = TITLE_SEPARATOR.split(title)
    marks = TITLE_SEPARATOR.findall(title)
    own = fold(site or "")
    is_cut = False
    while len(pieces) > 1:
        last = fold(pieces[-1])
        is_site = bool(own) and (last in own or own in last)
        is_section = is_cut and "|" in marks[-1] and len(pieces[-1].split()) <= 2
        if not (is_site or is_section):
            break
        is_cut = True
        pieces.pop()
        marks.pop()
    if len(pieces) > 1 and own and fold(pieces[0]) == own:
        pieces, marks = pieces[1:], marks[1:]
    return "".join(piece + mark for piece, mark in zip(pieces, [*marks[: len(pieces) - 1], ""], strict=True)).strip()


def _author(root: Element, metas: dict[str, str], article: Node, nodes: list[Node], site: str | None) -> str | None:
    names = names_of(article.get("author"), nodes) or names_of(article.get("creator"), nodes)
    if not names:
        names = [name for key in AUTHOR_NAMES if (name := metas.get(key)) and "://" not in name and "/" not in name][:1]
    names = names or _marked_authors(root)
    names = [AUTHOR_PREFIX.sub("", html.unescape(name)).strip(" ,") for name in names]
    names = [name for name in names if 2 < len(name) <= 150 and "@" not in name and fold(name) != fold(site or "")]
    return ", ".join(names[:12]) or None


def _marked_authors(root: Element) -> list[str]:
    """Names in the elements that are marked as author, where they look like names."""
    found = root.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(concat(' ', normalize-space(@class), ' '), ' author ') "
        "or contains(@class, 'author-name') or contains(@class, 'byline')]"
    )
    for element in found[:10]:
        words = AUTHOR_PREFIX.sub("", " ".join(" ".join(element.itertext()).split()))
        if PERSON_NAMES.fullmatch(words):
            return [words]
    return []


def _language(root: Element, metas: dict[str, str], article: Node) -> str | None:
    page = next(root.iter("html"), root)
    for value in (page.get("lang"), page.get("xml:lang"), text_of(article.get("inLanguage")), metas.get("og:locale"),
                  metas.get("content-language"), metas.get("language"), metas.get("dc.language")):  # fmt: skip
        if value and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value.strip()):
            return value.strip().replace("_", "-")
    return None


def _licence(root: Element, article: Node) -> str | None:
    named = text_of(article.get("license"))
    link = next((a.get("href") for a in root.iter("a", "link") if "license" in (a.get("rel") or "").split()), None)
    return named or link


def _body(article: Node, nodes: list[Node], is_live: bool) -> str | None:
    texts = [text for key in ("articleBody", "text") if isinstance(text := article.get(key), str)][:1]
    if is_live:
        for node in nodes:
            if "BlogPosting" in types_of(node) and isinstance(node.get("articleBody"), str):
                texts.append(node["articleBody"])
    return "\n".join(texts) or None


def _dates(
    root: Element, metas: dict[str, str], article: Node, nodes: list[Node], url: str | None
) -> list[tuple[str, str | None]]:
    """The publication date by the best evidence, as given and as EDTF, and the way it was found."""
    rows: list[tuple[str, str | None]] = []
    for method, value in _date_claims(root, metas, article, nodes, url):
        edtf = parse_published(value)
        if edtf is not None and "1980" <= edtf[:4] <= "2100":
            rows += [("published", edtf), ("published_as_given", value), ("published_method", method)]
            break
    modified = text_of(article.get("dateModified")) or _first(metas, MODIFIED_NAMES)
    return [*rows, ("modified", parse_published(modified) if modified else None), ("modified_as_given", modified)]


def _date_claims(
    root: Element, metas: dict[str, str], article: Node, nodes: list[Node], url: str | None
) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if value := text_of(article.get(key)):
            yield "json-ld", value
    for name in PUBLISHED_NAMES:
        if name in metas:
            yield "meta", metas[name]
    for node in nodes:
        if types_of(node) & {"WebPage", "VideoObject", "ItemPage"} and (value := text_of(node.get("datePublished"))):
            yield "json-ld", value
    times = list(root.iter("time"))
    for element in root.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate] | //abbr[contains(@class, 'published')]"
    ):
        value = (
            element.get("datetime") or element.get("content") or element.get("title") or " ".join(element.itertext())
        )
        if value and value.strip():
            yield "element", " ".join(value.split())
    if url is not None and (dated := url_date(url)) is not None:
        yield "url", dated
    if len({time.get("datetime") for time in times if time.get("datetime")}) == 1:
        yield "time", next(time.get("datetime") for time in times if time.get("datetime"))


def url_date(url: str) -> str | None:
    """The day in an address such as /2024/03/09/; None where it holds none."""
    found = URL_DATE.search(url.split("?")[0])
    if found is None:
        return None
    if found["compact"]:
        return parse_published(found["compact"])
    month = MONTH_NUMBERS.get(found["month"].lower()) or int(found["month"])
    return parse_published(f"{found['year']}-{month:02d}-{int(found['day']):02d}")
