"""Records with named fields: the usual names that exports give them, and the text that a field holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dossier.reading.html.page import read_fragment
from dossier.reading.whole_files import MadeText

USUAL_NAMES = {
    "text": "text body content article article_text fulltext full_text maintext main_text articlebody article_body",
    "title": "title headline heading article_title",
    "id": "id article_id doc_id document_id uuid guid",
    "url": "url link uri article_url source_url permalink",
    "published": "published publish_date published_at publishedat date pubdate pub_date publication_date "
    "published_date date_published datepublished",
    "outlet": "outlet source publisher publication source_name site source_domain newspaper",
    "author": "author authors byline creator",
    "language": "language lang",
    "licence": "licence license",
}
FIELDS = {name: field for field, names in USUAL_NAMES.items() for name in names.split()}
MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|figure|blockquote|table|span|a href)\b[^<>]{0,500}>", re.I)
FEWEST_TAGS = 2


def usual_field(name: str) -> str | None:
    """Our field for the name that an export gives a column, None where it is none of the usual ones."""
    return FIELDS.get(name.strip().lower().replace(" ", "_").replace("-", "_"))


def with_usual_names(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record with our names for fields that it has under a usual name; a field of our own name goes before."""
    known = dict(record)
    for name, value in record.items():
        field = usual_field(name)
        if field is not None and not known.get(field) and isinstance(value, (str, int)) and value != "":
            known[field] = known.pop(name)
    return known


def make_field_text(title: str | None, text: str) -> MadeText:
    """Title, blank line and text of a record; a text that is written in HTML is read as such."""
    if len(MARKUP.findall(text)) >= FEWEST_TAGS:
        return read_fragment(title, text)
    return MadeText(f"{title}\n\n{text}" if title else text)
