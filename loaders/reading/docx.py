"""DOCX: paragraphs, lists and tables of a Word document, with the pages that Word had laid it out on."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from dossier.reading.html.markup import Element
from dossier.reading.metadata import metadata_rows
from dossier.reading.records import Document, Format, InputFile, Metadata, Rejection, TextBlock, Unreadable
from dossier.reading.whole_files import MadeText, read_whole_file

MAX_DOCX_BYTES = 64 * 2**20
MAX_PART_BYTES = 64 * 2**20
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
DOCUMENT, CORE = "word/document.xml", "docProps/core.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")  # printed behind the text, without page


def recognise_docx(file: InputFile) -> bool:
    """A zip archive that holds a Word document."""
    if not file.head.startswith(b"PK\x03\x04"):
        return False
    if b"word/" not in file.head and b"[Content_Types].xml" not in file.head:
        return False
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            return DOCUMENT in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return file.suffix == ".docx"


def make_docx_text(content: bytes, given: Mapping[str, str]) -> MadeText:
    """The text of a Word document's bytes; raises ``Unreadable``."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _part(archive, DOCUMENT)
            names = archive.namelist()
            core = _part(archive, CORE) if CORE in names else b""
            notes = [_part(archive, name) for name in NOTES if name in names]
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Unreadable("broken-docx", f"it is damaged or encrypted ({' '.join(str(error).split())[:120]})") from None
    root = _xml(body)
    if root is None:
        raise Unreadable("broken-docx", "the text in it is no XML")
    pieces: list[str] = []
    blocks: list[TextBlock] = []
    at = 0
    lines = [*_lines(root), *(line for part in notes for line in _note_lines(part))]
    for text, kind, page in lines:
        blocks.append(TextBlock(at, at + len(text), kind, "main", None, page))
        pieces.append(text)
        at += len(text) + 2
    return MadeText("\n\n".join(pieces) + "\n", _properties(core), tuple(blocks), "utf-8")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(MAX_PART_BYTES + 1)
    if len(content) > MAX_PART_BYTES:
        raise Unreadable("too-large", f"it unpacks to more than {MAX_PART_BYTES:,} bytes")
    return content


def _xml(content: bytes) -> Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Element | None = etree.fromstring(content, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _note_lines(content: bytes) -> Iterator[tuple[str, str, None]]:
    root = _xml(content)
    for note in root if root is not None else ():
        text = " ".join(_text(note).split())
        if text and _value(note, "type") is None:  # lines that separate notes from text have a type
            yield text, "paragraph", None


def _lines(root: Element) -> Iterator[tuple[str, str, int]]:
    """Text, kind and page of every paragraph and table row."""
    page = 1
    is_first = True
    in_table: set[Element] = set()
    counted: set[Element] = set()
    for element in root.iter():
        name = _name(element)
        if name == "tr" and element not in in_table:
            cells = [" ".join(_text(cell).split()) for cell in element if _name(cell) == "tc"]
            in_table.update(element.iter())
            if any(cells):
                yield " | ".join(cells), "row", page
        elif _is_page_break(element) and element not in counted:
            page += 1
        elif name == "p" and element not in in_table:
            early = _breaks_before_text(element)
            counted.update(early)
            page += len(early)
            text = " ".join(_text(element).split())
            if text:
                kind = _kind(element)
                yield (
                    ("- " + text if kind == "item" else text),
                    ("headline" if is_first else "heading") if kind == "title" else kind,
                    page,
                )
                is_first = False


def _is_page_break(element: Element) -> bool:
    name = _name(element)
    return name == "lastRenderedPageBreak" or name == "br" and _value(element, "type") == "page"


def _breaks_before_text(paragraph: Element) -> list[Element]:
    """Page breaks at the beginning of a paragraph: all of it stands behind them."""
    breaks: list[Element] = []
    for element in paragraph.iter():
        if _name(element) == "t" and (element.text or "").strip():
            return breaks
        if _is_page_break(element):
            breaks.append(element)
    return []


def _kind(paragraph: Element) -> str:
    for element in paragraph.iter():
        name = _name(element)
        if name == "pStyle":
            style = (_value(element, "val") or "").lower()
            if style == "title":
                return "title"
            if style.startswith("heading"):
                return "title" if style.endswith("1") else "heading"
            if "caption" in style:
                return "caption"
            if "quote" in style:
                return "quote"
        elif name == "numPr":
            return "item"
        elif name == "r":
            break
    return "paragraph"


def _text(element: Element) -> str:
    """The words of a paragraph: what was deleted, and codes of fields, are not shown."""
    pieces = []
    for inner in element.iter():
        name = _name(inner)
        if name == "t":
            pieces.append(inner.text or "")
        elif name in ("tab", "br", "cr", "p"):
            pieces.append(" ")
        elif name == "noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) and tag.startswith((WORD, STRICT)) else ""


def _value(element: Element, name: str) -> str | None:
    value: str | None = element.get(f"{WORD}{name}") or element.get(f"{STRICT}{name}")
    return value


def _properties(core: bytes) -> tuple[Metadata, ...]:
    root = _xml(core) if core else None
    if root is None:
        return ()
    found = {etree.QName(child).localname: (child.text or "").strip() for child in root if isinstance(child.tag, str)}
    named = {"title": found.get("title"), "author": found.get("creator"), "language": found.get("language")}
    return metadata_rows({**named, "created_as_given": found.get("created")}, "page-metadata")


def _read(file: InputFile) -> Iterator[Document | Rejection]:
    return read_whole_file(file, FORMAT, make_docx_text, MAX_DOCX_BYTES)


FORMAT = Format(
    "docx",
    "1",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    precedence=6,
    recognises=recognise_docx,
    read=_read,
)
