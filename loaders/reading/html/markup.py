"""HTML to a tree that can be walked: one parse a page, whatever its nesting and its faults."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from dossier.reading.records import Unreadable

__all__ = ["Element", "parse_page"]

MAX_HTML_BYTES = 32 * 2**20  # pages saved in one file carry their pictures inside
EMBEDDED = re.compile(r"""data:[a-zA-Z0-9./+-]{1,60};base64,[A-Za-z0-9+/=\s%]{200,}""")
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


# Tags that only nest; without them a page has its words and loses its layout.
NESTING_TAG = re.compile(
    r"</?(?:div|span|b|i|u|em|strong|font|center|big|small|ul|ol|dl|table|tbody|section|article|blockquote|a|main|form|"
    r"fieldset|ins|del|sub|sup)\b[^<>]*>",
    re.IGNORECASE,
)


def parse_page(text: str) -> Element:
    """The tree of a page without comments; raises ``Unreadable`` where there is none.

    A page that nests deeper than the parser goes (2,048 elements) is read without the tags that only nest.
    """
    if "base64," in text:
        text = EMBEDDED.sub("data:,", text)
    text = XML_DECLARATION.sub("", text)
    root, is_too_deep = _parse(text)
    if is_too_deep:
        root, is_too_deep = _parse(NESTING_TAG.sub(" ", text))
    if root is None or is_too_deep:
        raise Unreadable("bad-html", "no page could be made of it: its elements are nested too deeply, or it has none")
    return root


def _parse(text: str) -> tuple[Element | None, bool]:
    """The root, and whether the parser gave up because of the depth."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=True,
        default_doctype=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    is_element = root is not None and isinstance(root.tag, str)
    return root if is_element else None, any(e.type_name == "ERR_RESOURCE_LIMIT" for e in parser.error_log)
