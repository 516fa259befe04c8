"""Parts of a page: own pages in different sites' styles, and the edges of what a text can be."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from dossier.ids import IdMaker
from dossier.language.parts import DocumentParts, read_parts
from dossier.language.parts.printed_dates import find_age, find_date, is_age, is_date_line

PAGES = Path(__file__).with_name("pages.txt")
MARKS = {"article": "A", "related": "R", "boilerplate": "B"}


@dataclass(frozen=True)
class Page:
    """A page whose lines are marked A (article), R (related) or B (boilerplate), with what its article is to say."""

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
        "headline": main[0].headline,
        "byline": main[0].byline,
        "outlet": main[0].outlet_as_written,
        "upstream": main[0].upstream_as_written,
        "published": main[0].printed_published or "",
        "transcript": str(int(main[0].is_transcript)),
    }
    wanted = {field: value for field, value in page.expected.items() if field in found}
    assert {field: found[field] for field in wanted} == wanted


def test_lines_of_all_pages_together_are_nearly_all_right() -> None:
    assert score(load_pages()) >= 0.97


EDGES = {
    "nothing": "",
    "white space": " \n\t\n ",
    "one word": "Flash",
    "a line without words": "\ufffd" * 500,
    "a line of addresses": "desk@example.org news@example.org ",
    "a line of two million characters": "x" * 2_000_000,
    "one long paragraph": "The council met again and it put the vote off. " * 20_000,
    "twenty thousand short lines": "\n".join(f"Row {n} of it" for n in range(20_000)),
    "nothing but furniture": "Home\nShare\nAdvertisement\nComments\n© 2020 Example Ltd",
    "carriage returns": "Dam opens its gates\r\n\r\nThe dam was opened on Monday after days of rain.\r\n\r\nShare\r\n",
    "forty thousand rules": "---\n" * 40_000,
    "forty thousand ages": "2 hours ago\n" * 40_000,
    "tags that never end": "<a\n" * 40_000,
    "endless list of links": "\n".join(["Related stories", "Why the river changed its course twice"] * 3_000),
}


@pytest.mark.parametrize("text", EDGES.values(), ids=EDGES.keys())
def test_parts_cover_every_line_once_whatever_the_text_is(text: str) -> None:
    found = read(text)
    assert [article for article in found.articles if article.is_main]
    at = 0
    for part in found.parts:
        assert at <= part.start_char < part.end_char
        assert not text[at : part.start_char].strip()
        at = part.end_char
    assert not text[at:].strip()
    for blocks in found.blocks.values():
        for before, after in pairwise(blocks):
            assert before.end_char <= after.start_char
        assert all(not text[b.start_char].isspace() and not text[b.end_char - 1].isspace() for b in blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Mira Holt and Jonas Reed contributed to this report.",
        "Bay Herald writers Ann Lee in Leith and Omar Diaz in Lagos contributed to this story.",
        "Reporting by Ann Lee in Leith; Editing by Omar Diaz",
    ],
)
def test_who_wrote_a_story_is_told_beside_it_and_is_no_sentence_of_it(line: str) -> None:
    found = read(f"Port strike ends\n\nDockers went back to work on Friday after eleven days of talks.\n\n{line}")
    last = found.blocks[found.articles[0].article_id][-1]
    assert last.kind == "other"


def test_a_sentence_about_contributing_stays_one() -> None:
    found = read("Port strike ends\n\nThe heat contributed to this rise in deaths, the ministry said on Friday.")
    assert found.blocks[found.articles[0].article_id][-1].kind == "paragraph"


def test_a_block_holds_whole_sentences_of_hard_wrapped_text() -> None:
    text = next(page.text for page in load_pages() if page.name.startswith("hard-wrapped"))
    found = read(text)
    printed = [" ".join(text[b.start_char : b.end_char].split()) for b in found.blocks[found.articles[0].article_id]]
    assert printed[1].startswith("The water agency today") and printed[1].endswith("in part by a wind park.")
    assert "Construction begins in March and employs 600 people." in printed


def test_what_comes_with_a_document_outranks_what_is_printed() -> None:
    text = "Port strike ends\n\nBy Someone Else\n\nDockers went back to work on Friday after eleven days."
    article = read(text, title="Port\\_strike ends\\", outlet="Bay Herald", author="Lea Roth").articles[0]
    assert (article.headline, article.outlet_as_written, article.byline) == (
        "Port strike ends",
        "Bay Herald",
        "Lea Roth",
    )


def test_a_record_loses_neither_numbers_of_its_tables_nor_sentences_that_call_on_its_hearers() -> None:
    title = "Remarks on the harvest | Lund"
    body = "Let me be clear about what your farms need from us:\n\nThey need rain, and they need it before the summer."
    table = "<table>\n<td class='a'\nid='b'>North</td>\n<td>1,200</td>\n<td>South</td>\n<td>900</td>\n</table>"
    text = f"{title}\n\n{body}\n\n{table}\n\nPrices are set by the market.\n\nThe market will be open until May."
    found = read(text, title=title)
    kept = " ".join(text[p.start_char : p.end_char] for p in found.parts if p.part_kind == "article")
    assert all(words in kept for words in (title, *body.split("\n\n"), "North", "1,200", "South", "900", "until May"))
    assert all(p.part_kind != "related" for p in found.parts)


DATES = {
    "Published 3 March 2024": "2024-03-03",
    "Updated: November 11, 2011 20:09 IST": "2011-11-11",
    "12 May 2023, 10:15": "2023-05-12",
    "Tue 5 Mar 2024 10.01 GMT": "2024-03-05",
    "First published on Sept. 9, 2019 at 7:30 p.m. EDT": "2019-09-09",
    "2021-06-30": "2021-06-30",
    "Posted at 2013-12-30T14:42:01-0700": "2013-12-30",
    "28/02/2020 09:12": "2020-02-28",
    "03/04/2020": None,  # 3 April or 4 March
    "31 February 2020": None,
    "4 hours ago": None,
}


@pytest.mark.parametrize(("words", "day"), DATES.items())
def test_a_printed_publication_date_is_read_only_where_it_is_certain(words: str, day: str | None) -> None:
    assert find_date(words) == day
    assert is_date_line(words) == (words != "4 hours ago")


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("an hour ago", (1.0, "hour")),
        ("38 minutes ago", (38.0, "minute")),
        ("Updated 2 days ago", (2.0, "day")),
        ("3mo ago", (3.0, "month")),
        ("1 hr 4 mins ago", (1.0, "hour")),
    ],
)
def test_an_age_is_read_with_its_unit(words: str, age: tuple[float, str]) -> None:
    assert is_age(words)
    assert find_age(words) == age


def test_an_age_inside_a_sentence_is_no_age_line() -> None:
    assert not is_age("The bridge was closed three days ago")
