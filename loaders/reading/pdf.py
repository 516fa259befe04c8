"""PDF: the text of its pages as paragraphs, with the number of the page that each stands on."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dossier.reading.records import Document, Format, InputFile, Metadata, Rejection, TextBlock, Unreadable, clean_text
from dossier.reading.whole_files import MadeText, read_whole_file

MAX_PDF_BYTES = 64 * 2**20
MAX_PAGES = 2_000
# Drawing instructions, forms counted as often as they are drawn. A page of dense text has 50 kB; maps and charts have
# megabytes, and reading them takes seconds a megabyte.
MAX_PAGE_BYTES = 4 * 2**20
MAX_INSTRUCTION_BYTES = 64 * 2**20
MAX_FORM_DEPTH = 16
TITLE_WORDS = 25
WIDE_GAP = 1.6  # of the usual distance between two lines of a page
OTHER_SIZE = 0.1
FULL_LINE = 0.8  # of the usual width: a shorter line ends its paragraph
REPEATED_ON = 0.5  # of the pages, from three on: a running head or foot
DIGITS = re.compile(r"\d+")
BULLET = re.compile(r"^(?:[-–•▪●◦*]|\(?[0-9a-z]{1,3}[.)])\s")
TERMINAL = '.!?:"”’)'


@dataclass(frozen=True)
class _Line:
    """A line of a page with the size of its letters and its height on the page, both in points; 0 where not known."""

    text: str
    size: float = 0.0
    height: float = 0.0


def make_pdf_text(content: bytes, given: Mapping[str, str]) -> MadeText:
    """The text of a PDF's bytes. Raises ``Unreadable`` for encrypted files and for pictures of pages."""
    pages, information, unread = _read_pages(content)
    running = _running_lines(pages)
    blocks: list[TextBlock] = []
    pieces: list[str] = []
    at = 0
    for number, lines in enumerate(pages, start=1):
        for paragraph, is_running in _paragraphs(lines, running):
            end = at + len(paragraph)
            region = None if is_running else "main"
            kind = "furniture" if is_running else "paragraph"
            blocks.append(TextBlock(at, end, kind, region, None, number))
            pieces.append(paragraph)
            at = end + 2
    text = "\n\n".join(pieces) + "\n"
    first = next((i for i, block in enumerate(blocks) if block.region), 0)
    if blocks and _is_title(pieces[first]):
        blocks[first] = replace(blocks[first], block_kind="headline")
    if not any(block.region for block in blocks):
        raise Unreadable(
            "no-text",
            "its pages are pictures without text; make the text with OCR (for example ocrmypdf) and land that",
        )
    return MadeText(text, tuple(_metadata(information, len(pages), unread)), tuple(blocks), "utf-8")


def _is_title(paragraph: str) -> bool:
    return 3 <= len(paragraph.split()) <= TITLE_WORDS and paragraph[-1] not in ".:;,"


def _read_pages(content: bytes) -> tuple[list[list[_Line]], Any, list[int]]:
    """The lines of every page, what the file says of itself, and the pages that are too large a drawing to read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told by its rejection
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted", "it is encrypted; save it without a password")
        if len(reader.pages) > MAX_PAGES:
            raise Unreadable("too-large", f"it has {len(reader.pages):,} pages, more than {MAX_PAGES:,}; split it")
        pages: list[list[_Line]] = []
        unread: list[int] = []
        total = 0
        for number, page in enumerate(reader.pages, start=1):
            size = _instruction_bytes(page, page.get_contents(), {}, 0)
            if size > MAX_PAGE_BYTES:
                unread.append(number)
                pages.append([])
                continue
            total += size
            if total > MAX_INSTRUCTION_BYTES:
                raise Unreadable("too-large", f"its pages up to {number:,} have too many instructions; split it")
            pages.append(_lines(page))
        information = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError) as error:
        what = " ".join(str(error).split())[:120]
        raise Unreadable("broken-pdf", f"it is damaged, or protected in a way that is not known ({what})") from None
    return pages, information, unread


def _lines(page: Any) -> list[_Line]:
    """The lines of a page that have words."""
    pieces: list[tuple[str, float, float]] = []

    def note(text: str, matrix: Sequence[float], place: Sequence[float], font: Any, size: float) -> None:
        pieces.append((text, size * abs(place[3] * matrix[3]), place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]))

    whole = page.extract_text(visitor_text=note)
    if "".join(text for text, _, _ in pieces) != whole:
        pieces = [(whole, 0.0, 0.0)]
    lines: list[_Line] = []
    text, size, height, longest = "", 0.0, 0.0, 0
    for piece, its_size, its_height in (*pieces, ("\n", 0.0, 0.0)):
        for number, part in enumerate(re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", piece)):
            if number:
                words = " ".join(clean_text(text).split())
                lines += [_Line(words, size, height)] if words else []
                text, longest = "", 0
            if len(part.strip()) > longest:  # a large first letter or a raised sign is not the size of its line
                size, height, longest = its_size, its_height, len(part.strip())
            text += part
    return lines


def _instruction_bytes(holder: Any, contents: Any, known: dict[int, int], depth: int) -> int:
    """Bytes of the instructions of a page or form, with those of every form that it draws, as often as it does."""
    if contents is None:
        return 0
    data: bytes = contents.get_data()
    resources = holder.get("/Resources")
    forms = (resources.get_object() or {}).get("/XObject") if resources is not None else None
    size = len(data)
    for name, reference in (forms.get_object() if forms is not None else {}).items():
        times = len(re.findall(re.escape(name.encode()) + rb"\s+Do\b", data))
        form = reference.get_object()
        if times == 0 or form is None or form.get("/Subtype") != "/Form":
            continue
        if id(form) not in known:
            known[id(form)] = MAX_PAGE_BYTES + 1  # one that draws itself has no end
            if depth < MAX_FORM_DEPTH:
                known[id(form)] = _instruction_bytes(form, form, known, depth + 1)
        size += times * known[id(form)]
        if size > MAX_PAGE_BYTES:
            break
    return size


def _running_lines(pages: Sequence[Sequence[_Line]]) -> set[str]:
    """Lines at the top or bottom of half of the pages, numbers apart."""
    if len(pages) < 3:
        return set()
    counts = Counter(
        key for lines in pages for key in {DIGITS.sub("0", line.text) for line in (*lines[:2], *lines[-2:])}
    )
    return {key for key, count in counts.items() if count >= max(3, REPEATED_ON * len(pages))}


def _paragraphs(lines: Sequence[_Line], running: set[str]) -> Iterator[tuple[str, bool]]:
    """The lines of a page joined to paragraphs; running heads and feet and page numbers come alone."""
    edge = {line.text for line in (*lines[:2], *lines[-2:])}
    widths = sorted(len(line.text) for line in lines)
    usual = widths[int(0.9 * (len(widths) - 1))] if widths else 0
    gaps = sorted(gap for a, b in zip(lines, lines[1:], strict=False) if (gap := a.height - b.height) > 0)
    gap = gaps[(len(gaps) - 1) // 2] if gaps else 0.0
    kept: list[str] = []
    before: _Line | None = None
    for printed in lines:
        line = printed.text
        is_apart = before is not None and _is_set_apart(before, printed, gap)
        before = printed
        if line in edge and (
            DIGITS.sub("0", line) in running or re.fullmatch(r"(?:page )?\d+(?: of \d+)?", line, re.I)
        ):
            if kept:
                yield _joined(kept), False
                kept = []
            yield line, True
            continue
        if kept and (is_apart or not _goes_on(kept[-1], line, usual)):
            yield _joined(kept), False
            kept = []
        kept.append(line)
    if kept:
        yield _joined(kept), False


def _is_set_apart(line: _Line, following: _Line, usual_gap: float) -> bool:
    """Whether a line is printed in another size, or further below than lines of one paragraph are."""
    if line.text.endswith("-") or not (line.size and following.size):
        return False
    is_wide = usual_gap > 0 and line.height - following.height > WIDE_GAP * usual_gap
    return is_wide or abs(line.size - following.size) > OTHER_SIZE * line.size


def _goes_on(line: str, following: str, usual: int) -> bool:
    if BULLET.match(following):
        return False
    if following[:1].islower() or line.endswith((",", "-")):
        return True
    is_full = len(line) >= FULL_LINE * usual
    return is_full and (line[-1] not in TERMINAL or len(line) >= 0.95 * usual)


def _joined(lines: Sequence[str]) -> str:
    """Lines as one paragraph; a word that was parted at a line's end is whole again."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}"
    return text


def _metadata(information: Any, page_count: int, unread: Sequence[int]) -> Iterator[Metadata]:
    yield Metadata("page_count", str(page_count), "page-metadata")
    if unread:
        yield Metadata("pages_unread", ", ".join(map(str, unread)), "page-metadata")
    for field, key in (("title", "/Title"), ("author", "/Author"), ("created_as_given", "/CreationDate")):
        value = (information or {}).get(key)
        words = " ".join(clean_text(str(value)).split()) if value else ""
        # Programs write file names into the title; they are no titles.
        if words and not (
            field == "title" and re.search(r"\.(?:docx?|indd|pdf|qxd|tex)$|^untitled|^microsoft word", words, re.I)
        ):
            yield Metadata(field, words[:500], "page-metadata")


def _read(file: InputFile) -> Iterator[Document | Rejection]:
    return read_whole_file(file, FORMAT, make_pdf_text, MAX_PDF_BYTES)


FORMAT = Format(
    "pdf",
    "1",
    "application/pdf",
    precedence=4,
    recognises=lambda file: b"%PDF-" in file.head[:1024],
    read=_read,
)
