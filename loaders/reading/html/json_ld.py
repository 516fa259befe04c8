"""What a page says of itself in JSON-LD: the node of its article among all the nodes that are printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dossier.reading.html.markup import Element

Node = dict[str, Any]
MAX_SCRIPT_CHARS = 4 * 2**20
MAX_NODES = 20_000
ARTICLE_TYPES = frozenset(
    """Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle
    ReportageNewsArticle ReviewNewsArticle SatiricalArticle LiveBlogPosting BlogPosting SocialMediaPosting Report
    TechArticle ScholarlyArticle MedicalScholarlyArticle AdvertiserContentArticle DiscussionForumPosting
    PressRelease Posting""".split()
)
PAGE_TYPES = frozenset("WebPage ItemPage AboutPage FAQPage VideoObject NewsMediaOrganization".split())
LIST_TYPES = frozenset("CollectionPage ItemList SearchResultsPage Blog ProfilePage".split())
COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def json_ld_nodes(root: Element) -> list[Node]:
    """All nodes of a page's JSON-LD, outer ones before those inside them; scripts that are no JSON are left out."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = script.text or ""
        if len(source) <= MAX_SCRIPT_CHARS:
            nodes += _nodes_of(_parse(source))
    return nodes[:MAX_NODES]


def types_of(node: Node) -> frozenset[str]:
    """The types of a node, without the address of the vocabulary."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in listed if isinstance(kind, str))


def article_node(nodes: list[Node], url: str | None, title: str | None) -> Node | None:
    """The node of the page's own article: by its address, by its headline, else the first that is one."""
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    if not articles:
        return None

    def rank(node: Node) -> tuple[bool, bool, bool]:
        own = {_address(node.get(key)) for key in ("url", "mainEntityOfPage", "@id")}
        headline = text_of(node.get("headline")) or text_of(node.get("name"))
        return (
            not (url is not None and _bare(url) in {_bare(a) for a in own if a}),
            not (title is not None and headline is not None and fold(headline)[:40] in fold(title)),
            "datePublished" not in node,
        )

    return min(articles, key=rank)  # min keeps the first of equals


def text_of(value: Any) -> str | None:
    """A value as text: a string, a number, an '@value', or the first of a list that is one."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), None)
    if isinstance(value, dict):
        value = value.get("@value", value.get("name"))
        return text_of(value) if not isinstance(value, dict) else None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(str(value).split()) or None


def names_of(value: Any, nodes: list[Node]) -> list[str]:
    """Names of persons or bodies: strings, nodes with a name, references to nodes elsewhere, or lists of these."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
            item = next((node for node in nodes if node.get("@id") == item["@id"] and "name" in node), item)
        name = text_of(item.get("name")) if isinstance(item, dict) else text_of(item)
        if name and not name.startswith(("http://", "https://")) and name not in names:
            names.append(name)
    return names


def fold(text: str) -> str:
    """Letters and digits only, lower case: the form titles are compared in."""
    return "".join(char for char in text.lower() if char.isalnum())


def _parse(source: str) -> Any:
    plain = COMMENT.sub("", COMMENT.sub("", source.strip())).strip().rstrip(";")
    for attempt in (plain, TRAILING_COMMA.sub(r"\1", plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes_of(value: Any) -> Iterator[Node]:
    waiting = [value]
    count = 0
    while waiting and count < MAX_NODES:
        item = waiting.pop(0)
        if isinstance(item, dict):
            count += 1
            yield item
            waiting += [inner for inner in item.values() if isinstance(inner, (dict, list))]
        elif isinstance(item, list):
            waiting[:0] = [inner for inner in item if isinstance(inner, (dict, list))]


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else None


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", url).rstrip("/").lower()
