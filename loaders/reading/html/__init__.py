"""HTML pages: the visible text, a block a line, with the main part, related stories and metadata marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dossier.reading.html.encoding import decode_html
from dossier.reading.html.markup import MAX_HTML_BYTES
from dossier.reading.html.page import read_page
from dossier.reading.records import Document, Format, InputFile, Rejection
from dossier.reading.whole_files import MadeText, read_whole_file

OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
TAG = re.compile(r"<(?:p|div|a\s+href|meta|link|title|script|table|h[1-6]|br|span|article|section)\b[^<>]*>", re.I)
FEWEST_TAGS = 3


def recognise_html(file: InputFile) -> bool:
    """By a doctype or a root tag at the beginning; a fragment by its first character and several tags."""
    head = file.head
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace").lstrip("\ufeffï»¿")
    if OPENING.match(text):
        return True
    if file.suffix in (".md", ".markdown") or not text.lstrip().startswith("<") or text.lstrip().startswith("<?xml"):
        return False
    return len(TAG.findall(text)) >= FEWEST_TAGS


def make_page_text(content: bytes, given: Mapping[str, str]) -> MadeText:
    """The text of a page's bytes; ``given`` may hold its url and encoding."""
    decoded = decode_html(content, given.get("encoding"))
    page = read_page(decoded.text, given.get("url"))
    return MadeText(page.text, page.metadata, page.blocks, decoded.encoding)


def _read(file: InputFile) -> Iterator[Document | Rejection]:
    return read_whole_file(file, FORMAT, make_page_text, MAX_HTML_BYTES)


FORMAT = Format("html", "1", "text/html", precedence=15, recognises=recognise_html, read=_read)
