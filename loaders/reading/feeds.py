"""RSS, RDF and Atom files: an entry a document, with the text of the entry and what the feed says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from dossier.reading.html.markup import Element
from dossier.reading.html.page import read_fragment
from dossier.reading.metadata import metadata_rows
from dossier.reading.records import (
    Document,
    Format,
    InputFile,
    Rejection,
    Unreadable,
    reject_bytes,
)
from dossier.reading.whole_files import make_document, read_limited

MAX_FEED_BYTES = 64 * 2**20
OPENING = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?"
    rb"(?:<!--.{0,2000}?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF|RDF)\b",
    re.S,
)
BODIES = ("encoded", "content", "description", "summary")
MARKUP = re.compile(r"<[a-zA-Z/!]")


def recognise_feed(file: InputFile) -> bool:
    """By its root element."""
    head = file.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return OPENING.match(head) is not None


def read_feed(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield the entries in the order of the feed; an entry without words is set aside alone."""
    content = read_limited(file, FORMAT.name, MAX_FEED_BYTES)
    if isinstance(content, Rejection):
        yield content
        return
    root = _parse(content)
    entries = [] if root is None else [element for element in root.iter() if _name(element) in ("item", "entry")]
    if root is None or not entries:
        yield reject_bytes(
            file, content, Unreadable("empty", "the feed has no entries, or is no XML"), reader=FORMAT.name
        )
        return
    channel = next((element for element in root.iter() if _name(element) in ("channel", "feed")), root)
    about = {"outlet": _text(channel, "title"), "language": _text(channel, "language") or _language(channel)}
    for number, entry in enumerate(entries, start=1):
        yield _read_entry(file, entry, number, about)


def _read_entry(file: InputFile, entry: Element, number: int, about: dict[str, str | None]) -> Document | Rejection:
    source = etree.tostring(entry, encoding="utf-8")
    link = _link(entry)
    place = f"{file.uri}#entry-{number}"
    key = _text(entry, "guid") or _text(entry, "id") or link or place
    title = _plain(_text(entry, "title"))
    fields = {
        "title": title,
        "url": link,
        "author": _author(entry),
        "published": next(
            (d for name in ("pubDate", "published", "issued", "date", "updated") if (d := _text(entry, name))), None
        ),
        "modified_as_given": _text(entry, "updated"),
        "section": _plain(_text(entry, "category")),
        **about,
    }
    metadata = (file.sidecar.metadata if file.sidecar else ()) + metadata_rows(fields, "record")
    try:
        return make_document(
            file,
            source,
            FORMAT,
            lambda content, given: read_fragment(title, _body(entry)),
            metadata,
            record_key=key,
            uri=link or f"{file.uri}#{key}",
        )
    except Unreadable as problem:
        return reject_bytes(file, source, problem, reader=FORMAT.name, record_key=place)


def _parse(content: bytes) -> Element | None:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root: Element | None = etree.fromstring(content, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _name(element: Element) -> str:
    """The name without namespace, and without a prefix that the feed forgot to declare."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _text(element: Element, name: str) -> str | None:
    """The text of the first child of a name, whatever its namespace."""
    for child in element:
        if _name(child) == name and (text := " ".join("".join(child.itertext()).split())):
            return text
    return None


def _plain(text: str | None) -> str | None:
    """A title or category without mark-up and escapes."""
    if text is None:
        return None
    return " ".join(re.sub(r"<[^<>]{0,300}>", "", html.unescape(text)).split()) or None


def _link(entry: Element) -> str | None:
    """The address of an entry: of Atom the alternate link."""
    for child in entry:
        if _name(child) in ("link", "origLink"):
            address = child.get("href") or (child.text or "").strip()
            if address.startswith(("http://", "https://")) and child.get("rel", "alternate") == "alternate":
                return str(address)
    guid = _text(entry, "guid") or ""
    return guid if guid.startswith(("http://", "https://")) else None


def _author(entry: Element) -> str | None:
    names = []
    for child in entry:
        if _name(child) in ("creator", "author"):
            name = _text(child, "name") or _plain("".join(child.itertext()))
            found = re.fullmatch(r"\S+@\S+\s+\((?P<name>[^()]+)\)", name or "")
            if name and (found or "@" not in name):
                names.append(found["name"] if found else name)
    return ", ".join(dict.fromkeys(names)) or None


def _body(entry: Element) -> str:
    """The longest text of an entry, as HTML."""
    found = []
    for child in entry:
        if _name(child) in BODIES:
            if len(child) and child.get("type") == "xhtml":
                found.append(etree.tostring(child, encoding="unicode", method="html"))
            else:
                text = "".join(child.itertext())
                is_html = MARKUP.search(text) is not None or child.get("type") == "html"
                found.append(text if is_html else html.escape(text))
    return max(found, key=len, default="")


def _language(element: Element) -> str | None:
    tag: str | None = element.get("{http://www.w3.org/XML/1998/namespace}lang")
    return tag


FORMAT = Format("feed", "1", "application/rss+xml", precedence=12, recognises=recognise_feed, read=read_feed)
