"""Markdown: the text is what a reader of the rendered page sees, a block a line; front matter is metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.reading.metadata import metadata_rows, parse_yaml_fields
from dossier.reading.records import Document, Format, InputFile, Metadata, Rejection, Unreadable
from dossier.reading.whole_files import from_decoded, read_whole_file

SUFFIXES = {".md", ".markdown"}
FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?P<fields>(?:[A-Za-z_][\w -]*:.*\r?\n|[ \t]+.*\r?\n|-.*\r?\n)+?)---[ \t]*\r?\n"
)
HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
INLINE_MARK = re.compile(r"\]\(https?://|\*\*\w")
TAG = re.compile(r"<!--.*?-->|<[^<>]{1,500}>", re.DOTALL)


def recognise_markdown(file: InputFile) -> bool:
    """By its name, or by front matter, or by headings together with links or bold words."""
    if file.suffix in SUFFIXES:
        return True
    head = file.head.decode("utf-8", "replace")
    return bool(FRONT_MATTER.match(head)) or bool(HEADING.search(head) and INLINE_MARK.search(head))


def split_front_matter(text: str) -> tuple[tuple[Metadata, ...], str]:
    """The metadata of YAML front matter, and the text after it; front matter that is no YAML stays text."""
    found = FRONT_MATTER.match(text)
    if found is None:
        return (), text
    try:
        fields = parse_yaml_fields(found["fields"])
    except Unreadable:
        return (), text
    return metadata_rows(fields, "page-metadata"), text[found.end() :]


def visible_text(source: str) -> str:
    """What a reader sees: headings, paragraphs, list items and table rows, a block a line, blank lines between."""
    blocks: list[str] = []
    cells: list[str] = []
    marker, in_cell = "", False
    for token in MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(source):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type in ("th_open", "td_open", "th_close", "td_close"):
            in_cell = token.type.endswith("_open")
        elif token.type == "tr_close":
            blocks.append(" | ".join(cells))
            cells = []
        elif token.type == "inline" and in_cell:
            cells.append(_inline_text(token.children or ()))
        elif token.type == "inline":
            blocks.append(marker + _inline_text(token.children or ()))
            marker = ""
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.rstrip("\n"))
        elif token.type == "html_block":
            blocks.append(TAG.sub("", token.content).strip())
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _inline_text(children: Sequence[Token]) -> str:
    pieces = []
    for token in children:
        if token.type == "image":
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
        elif token.type in ("text", "code_inline"):
            pieces.append(token.content)
    return "".join(pieces)


def _make_text(decoded: str) -> tuple[tuple[Metadata, ...], str]:
    front_matter, body = split_front_matter(decoded)
    return front_matter, visible_text(body)


def _read(file: InputFile) -> Iterator[Document | Rejection]:
    return read_whole_file(file, FORMAT, from_decoded(_make_text))


FORMAT = Format("markdown", "1", "text/markdown", precedence=20, recognises=recognise_markdown, read=_read)
