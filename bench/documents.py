"""HTML pages: main text, title, date and outlet beside trafilatura's own, and the speed of landing them
(processor time, so that what else the machine does counts little).

    python bench/documents.py            # the pages of tests/pages
    python bench/documents.py --errors   # with what is missing or too much, page by page
    python bench/documents.py --speed    # only the speed
"""

from __future__ import annotations

import gzip
import io
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType
from figures import record
from trafilatura.metadata import extract_metadata

from dossier.ids import IdMaker
from dossier.language.parts import read_parts
from dossier.reading.html import make_page_text
from dossier.reading.records import Document, InputFile, effective_metadata
from dossier.reading.warc import read_warc
from tests.pages import PageCase, all_cases

SHINGLE = 4  # words
REPEATS = 3


def fold(text: str) -> str:
    """Letters and digits, lower case."""
    return "".join(char for char in text.lower() if char.isalnum())


def shingles(lines: list[str]) -> Counter[tuple[str, ...]]:
    """Sequences of four words of a text; of Chinese, four characters."""
    text = " ".join(lines)
    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    if len(words) < 0.1 * len(text):
        words = [c for c in text if c.isalnum()]
    return (
        Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))) if words else Counter()
    )


def f1(case: PageCase, lines: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a page's main text; lines that count neither way are left out."""
    neutral = [folded for text in case.neutral if (folded := fold(text))]
    told = [line for line in lines if (folded := fold(line)) and not _is_neutral(folded, neutral)]
    found, wanted = shingles(told), shingles(list(case.body))
    both = sum((found & wanted).values())
    if not wanted:
        return (1.0, 1.0, 1.0) if not found else (0.0, 1.0, 0.0)
    precision, recall = both / max(1, sum(found.values())), both / sum(wanted.values())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _is_neutral(folded: str, neutral: list[str]) -> bool:
    rest = folded
    for text in sorted(neutral, key=len, reverse=True):
        rest = rest.replace(text, "")
    return len(rest) < 0.2 * len(folded)


def read_ours(case: PageCase) -> tuple[list[str], str | None, str | None, str | None]:
    """Main lines, title, date and outlet as dossier lands and divides the page."""
    made = make_page_text(case.content, {})
    metadata = effective_metadata(made.metadata)
    parts = read_parts("doc", made.text, metadata, IdMaker("doc"), made.blocks)
    main = [p for p in parts.parts if p.part_kind == "article"]
    article = next(a for a in parts.articles if a.is_main)
    lines = [line for p in main for line in made.text[p.start_char : p.end_char].split("\n")]
    equals = [a for a in parts.articles if a.is_main]
    if len(equals) > 1:
        return [], None, None, article.outlet_as_written
    return lines, article.headline, metadata.get("published") or article.printed_published, article.outlet_as_written


def read_theirs(case: PageCase) -> tuple[list[str], str | None, str | None, str | None]:
    """The same from trafilatura."""
    text = trafilatura.extract(case.content, include_comments=False) or ""
    found = extract_metadata(case.content)
    return text.split("\n"), found.title, found.date, found.sitename


def measure(errors: bool) -> None:
    """Print the figures of both, and how fast each is."""
    cases = all_cases()
    totals: dict[str, list[float]] = {name: [0.0] * 4 for name in ("dossier", "trafilatura")}
    told = Counter[str]()
    for case in cases:
        for name, read in (("dossier", read_ours), ("trafilatura", read_theirs)):
            lines, title, published, outlet = read(case)
            precision, recall, value = f1(case, lines)
            right = (
                case.title is None or fold(title or "") == fold(case.title),
                case.published == published or case.published is None and name == "trafilatura",
                case.outlet is None or fold(outlet or "") == fold(case.outlet),
            )
            totals[name] = [a + b for a, b in zip(totals[name], (value, *map(float, right)), strict=True)]
            told[name] += 1
            if errors and (value < 0.999 or not all(right)):
                print(f"{case.name:24s} {name:12s} P {precision:.3f} R {recall:.3f} F1 {value:.3f}", end=" ")
                print("" if all(right) else f"title={title!r} published={published!r} outlet={outlet!r}")
    for name, (value, title, date, outlet) in ((n, [x / told[n] for x in t]) for n, t in totals.items()):
        figures = f"main text F1 {value:.3f}  title {title:.3f}  date {date:.3f}  outlet {outlet:.3f}"
        print(f"{name:12s} {figures}  pages {told[name]}")


def padded(case: PageCase) -> bytes:
    """The page as heavy as real ones are: menus, scripts and links around its text."""
    menu = "".join(
        f"<li class='m{n}'><a href='/section/{n}?x=1' data-t='nav'><span>Section number {n}</span></a></li>"
        for n in range(250)
    )
    script = "<script>" + "var a={b:[1,2,3],c:'" + "x" * 400 + "'};" * 100 + "</script>"
    around = f"<div class='mega-menu'><ul>{menu}</ul></div>{script}".encode()
    return case.content.replace(b"</body>", around + b"</body>")


def measure_speed() -> None:
    """Pages a second of landing (decoding, text, blocks, metadata) and of trafilatura alone, in turn in one process."""
    pages = [padded(case) for case in all_cases() if case.name != "utf16"]
    seconds = {"dossier": 0.0, "trafilatura": 0.0, "trafilatura with metadata": 0.0}
    ways = {
        "dossier": lambda page: make_page_text(page, {}),
        "trafilatura": lambda page: trafilatura.extract(page, include_comments=False),
        "trafilatura with metadata": lambda page: trafilatura.bare_extraction(
            page, include_comments=False, with_metadata=True
        ),
    }
    for _ in range(REPEATS):
        for page in pages:
            for name, way in ways.items():
                started = time.process_time()
                way(page)
                seconds[name] += time.process_time() - started
    megabytes = REPEATS * sum(map(len, pages)) / 1e6
    for name, spent in seconds.items():
        print(f"{name:26s} {REPEATS * len(pages) / spent:7.1f} pages/s {megabytes / spent:6.2f} MB/s")
    for name in ("trafilatura", "trafilatura with metadata"):
        ratio = seconds[name] / seconds["dossier"]
        print(f"dossier is {ratio:.2f} times as fast as {name}")
        record(f"landing pages, times as fast as {name}", ratio, "x", f"{len(pages)} pages")
    record("landing pages, MB a second", megabytes / seconds["dossier"], "MB/s", "HTML, one core")


def warc_of(pages: list[bytes]) -> bytes:
    """The pages as a packed WARC, with as many answers that are no pages between them."""
    records = []
    for number, page in enumerate(pages):
        for kind, body in (("text/html", page), ("image/png", b"\x89PNG" + bytes(20_000))):
            http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/{number}.{kind[-3:]}\r\n"
                f"WARC-Date: 2024-05-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            records.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return b"".join(records)


def measure_warc() -> None:
    """Landing a WARC beside iterating over it and giving every page to trafilatura."""
    content = warc_of([padded(case) for case in all_cases() if case.name != "utf16"])
    file = InputFile("crawl.warc.gz", "crawl", None, lambda: io.BytesIO(content))
    seconds = {"dossier": 0.0, "fastwarc and trafilatura": 0.0}
    for _ in range(REPEATS):
        started = time.process_time()
        landed = sum(isinstance(record, Document) for record in read_warc(file))
        seconds["dossier"] += time.process_time() - started
        started = time.process_time()
        for answer in ArchiveIterator(io.BytesIO(content), record_types=WarcRecordType.response):
            if answer.http_content_type == "text/html":
                trafilatura.extract(answer.reader.read(), include_comments=False)
        seconds["fastwarc and trafilatura"] += time.process_time() - started
    ratio = seconds["fastwarc and trafilatura"] / seconds["dossier"]
    record("landing a WARC, times as fast as fastwarc and trafilatura", ratio, "x", f"{landed} pages")
    print(f"WARC of {landed} pages: dossier is {ratio:.2f} times as fast as fastwarc and trafilatura")


if __name__ == "__main__":
    if "--speed" not in sys.argv:
        measure("--errors" in sys.argv)
    measure_speed()
    measure_warc()
