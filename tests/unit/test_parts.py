"""Parts of a page: own pages in different sites' styles, and the edges of what a text can be."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.ids import IdMaker
from dossier.language.parts import DocumentParts, read_parts
from dossier.language.parts.printed_dates import find_age, find_date, is_age, is_date_line

PAGES = Path(__file__).with_name("pages.txt")
MARKS = {"article": "A", "related": "R", "boilerplate": "B"}


@dataclass(frozen=True)
class Page:
    """A page whose lines are marked A (article), R (related) or B (boilerplate), with what its main article is to say."""

    name: str
    expected: dict[str, str]
    lines: list[tuple[str, str]]  # mark and printed line; blank lines left out
    text: str


def load_pages() -> list[Page]:
    """The pages of pages.txt."""
    pages = []
    for chunk in PAGES.read_text(encoding="utf-8").split("=== ")[1:]:
        head, *body = chunk.rstrip("\n").split("\n")
        name, *fields = head.split(" | ")
        marked = [(line[0], line[2:]) if line else ("", "") for line in body]
        expected = dict(field.split("=", 1) for field in fields)
        pages.append(Page(name, expected, [m for m in marked if m[0]], "\n".join(line for _, line in marked)))
    return pages


def read(text: str, **metadata: str) -> DocumentParts:
    return read_parts("doc1", text, metadata, IdMaker("doc1"))


def line_marks(page: Page) -> list[str]:
    """The mark that the reader gives each line."""
    parts = read(page.text).parts
    marks, at = [], 0
    for line in page.text.split("\n"):
        if line.strip():
            first = at + len(line) - len(line.lstrip())
            marks.append(next(MARKS[p.part_kind] for p in parts if p.start_char <= first < p.end_char))
        at += len(line) + 1
    return marks


def score(pages: list[Page]) -> float:
    """F1 of the lines of main articles over pages."""
    pairs = [(wanted, got) for page in pages for (wanted, _), got in zip(page.lines, line_marks(page), strict=True)]
    both = sum(w == g == "A" for w, g in pairs)
    return 2 * both / (sum(w == "A" for w, _ in pairs) + sum(g == "A" for _, g in pairs))


@pytest.mark.parametrize("page", load_pages(), ids=lambda page: page.name)
def test_the_main_article_of_a_page_is_found_with_its_credits(page: Page) -> None:
    assert score([page]) >= 0.9
    main = [article for article in read(page.text).articles if article.is_main]
    assert len(main) == int(page.expected.get("equals", 1))
    found = {
        "headline": main[0].headline, "byline": main[0].byline, "outlet": main[0].outlet_as_written, "upstream": main[0].upstream_as_written,
        "published": main[0].printed_published or "", "transcript": str(int(main[0].is_transcript)),
    }  # fmt: skip
    wanted = {field: value for field, value in page.expected.items() if field in found}
    assert {field: found[field] for field in wanted} == wanted


def test_lines_of_all_pages_together_are_nearly_all_right() -> None:
    assert score(load_pages()) >= 0.97
