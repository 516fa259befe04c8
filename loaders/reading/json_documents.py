"""JSON files: a list of records, an object that holds one (``articles``, ``items``, …), or a JSON Feed.

A record is read as a row of a table is: columns that bear the usual names need no mapping.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.reading.decoding import decode_bytes
from dossier.reading.html.page import read_fragment
from dossier.reading.records import Document, Format, InputFile, Rejection, Unreadable, reject_bytes
from dossier.reading.tables import read_rows
from dossier.reading.whole_files import read_limited

MAX_JSON_BYTES = 64 * 2**20
LISTS = (
    "items",
    "articles",
    "documents",
    "records",
    "results",
    "data",
    "entries",
    "hits",
    "rows",
    "news",
    "stories",
    "posts",
)
SUFFIXES = (".json", ".jsonfeed")
FEED = "jsonfeed.org/version/"
# What a JSON Feed calls the fields of a record.
FEED_FIELDS = {"date_published": "published", "date_modified": "modified_as_given", "language": "language"}


def recognise_json(file: InputFile) -> bool:
    """A file of that name that begins as a list or an object; not one with an object a line."""
    beginning = file.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if file.suffix not in SUFFIXES or beginning[:1] not in (b"[", b"{"):
        return False
    first, separator, rest = beginning.partition(b"\n")
    if not separator or not rest.strip() or beginning[:1] == b"[":
        return True
    try:
        return not isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        # The first of many records may be broken; an object over several lines goes on with anything but a record.
        return rest.lstrip()[:1] != b"{" or first.rstrip()[-1:] in (b"[", b":")


def read_json(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield a document a record, or the file as a rejection."""
    content = read_limited(file, FORMAT.name, MAX_JSON_BYTES)
    if isinstance(content, Rejection):
        yield content
        return
    try:
        yield from read_rows(file, _records(content), FORMAT)
    except Unreadable as problem:
        yield reject_bytes(file, content, problem, reader=FORMAT.name)


def _records(content: bytes) -> list[dict[str, Any]]:
    try:
        whole = json.loads(decode_bytes(content).text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unreadable("bad-json", f"it is no JSON ({str(error)[:120]})") from None
    listed = whole if isinstance(whole, list) else _listed(whole)
    records = [record for record in listed if isinstance(record, dict)]
    if not records:
        raise Unreadable(
            "unsupported-format", "it is JSON without records; write a list of objects, or one object a line"
        )
    if isinstance(whole, dict) and FEED in str(whole.get("version")):
        return [_feed_record(record, whole) for record in records]
    return records


def _listed(whole: Any) -> list[Any]:
    """The list of records in an object; an object without one is a record itself."""
    if not isinstance(whole, dict):
        return []
    for name in LISTS:
        found = whole.get(name)
        if isinstance(found, dict):
            found = next((inner for key in LISTS if isinstance(inner := found.get(key), list)), None)
        if isinstance(found, list) and any(isinstance(record, dict) for record in found):
            return found
    return [whole]


def _feed_record(item: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    """A record of what a JSON Feed says of an item; its HTML as text."""
    markup = item.get("content_html")
    text = read_fragment(None, markup).text.strip() if isinstance(markup, str) else item.get("content_text")
    authors = item.get("authors") or feed.get("authors") or []
    names = [author.get("name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    known = {ours: item[theirs] for theirs, ours in FEED_FIELDS.items() if item.get(theirs)}
    return {
        "id": item.get("id") or item.get("url"),
        "url": item.get("url") or item.get("external_url"),
        "title": item.get("title"),
        "text": text or item.get("summary"),
        "outlet": feed.get("title"),
        "author": ", ".join(str(name) for name in names if name) or None,
        **known,
    }


FORMAT = Format("json", "1", "application/json", precedence=9, recognises=recognise_json, read=read_json)
