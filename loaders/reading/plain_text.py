"""Plain text: the text is the file as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.reading.decoding import unsupported
from dossier.reading.records import Document, Format, InputFile, Metadata, Rejection
from dossier.reading.whole_files import from_decoded, read_whole_file

# What lies about beside documents and is text only to a machine.
NO_TEXT = {
    ".json": "JSON without records; write a list of objects, or one object a line",
    ".css": "a style sheet",
    ".js": "a script",
    ".mjs": "a script",
    ".map": "a map of a script",
    ".svg": "a picture",
}
XML_ROOT = re.compile(
    r"\ufeff?\s*<\?xml[^>]{0,200}\?>\s*(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,500}>\s*|<\?[^>]{0,500}\?>\s*){0,9}"
    r"<(?P<name>[\w:.-]{1,80})",
    re.S,
)
ADDRESS_LISTS = ("urlset", "sitemapindex", "opml")
ADDRESSES = "a list of addresses (OPML or sitemap); name the feeds in a feeds.yml, or save the pages"


def _read(file: InputFile) -> Iterator[Document | Rejection]:
    def make_text(decoded: str) -> tuple[tuple[Metadata, ...], str]:
        if file.suffix in NO_TEXT:
            raise unsupported(NO_TEXT[file.suffix])
        root = XML_ROOT.match(decoded)
        if root is not None:
            raise unsupported(ADDRESSES if root["name"] in ADDRESS_LISTS else f"XML of a kind ({root['name']})")
        return (), decoded

    return read_whole_file(file, FORMAT, from_decoded(make_text))


FORMAT = Format("plain_text", "1", "text/plain", precedence=100, recognises=lambda file: True, read=_read)
