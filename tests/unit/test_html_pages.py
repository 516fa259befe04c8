"""HTML pages: visible text, main part, metadata, encodings, and pages at fault."""

from __future__ import annotations

import pytest

from dossier.ids import IdMaker
from dossier.language.parts import read_parts
from dossier.reading.html import make_page_text
from dossier.reading.html.encoding import decode_html
from dossier.reading.html.metadata import url_date, without_site
from dossier.reading.html.regions import named_region
from dossier.reading.records import Unreadable, effective_metadata
from dossier.reading.whole_files import MadeText
from tests.pages import PageCase, all_cases

TITLE = "<title>Baths to stay open</title>"
SENTENCE = "The council voted on Monday to keep the baths open until the end of the year. "
BODY = "".join(f"<p>Paragraph {n}: {SENTENCE}</p>" for n in range(5))


def page(body: str, head: str = "") -> MadeText:
    return make_page_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), {})


def main_lines(made: MadeText) -> list[str]:
    parts = read_parts("doc", made.text, effective_metadata(made.metadata), IdMaker("doc"), made.blocks).parts
    main = [made.text[p.start_char : p.end_char] for p in parts if p.part_kind == "article"]
    return [line for text in main for line in text.split("\n") if line]


def fold(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_the_main_text_of_a_page_is_its_story_and_nothing_else(case: PageCase) -> None:
    made = make_page_text(case.content, {})
    if not case.body:
        assert not [block for block in made.blocks if block.region == "main"]
        return
    found = [fold(line) for line in main_lines(made)]
    story = [fold(line) for line in case.body]
    missing = [line for line in case.body if not any(fold(line) in line_found for line_found in found)]
    neutral = "".join(fold(line) for line in case.neutral)
    too_much = [
        line
        for line in found
        if not any(s in line or line in s for s in story) and line not in neutral and len(line) > 12
    ]
    assert (missing, [line for line in too_much if not any(fold(n) in line for n in case.neutral)]) == ([], [])


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_title_date_and_outlet_are_those_of_the_page(case: PageCase) -> None:
    made = make_page_text(case.content, {})
    metadata = effective_metadata(made.metadata)
    main = next(a for a in read_parts("doc", made.text, metadata, IdMaker("doc"), made.blocks).articles if a.is_main)
    assert case.title is None or fold(main.headline or "") == fold(case.title)
    assert (metadata.get("published") or main.printed_published) == case.published
    assert case.outlet is None or main.outlet_as_written == case.outlet


def test_blocks_are_lines_of_the_text() -> None:
    for case in all_cases():
        made = make_page_text(case.content, {})
        starts = {0} | {i + 1 for i, char in enumerate(made.text) if char == "\n"}
        for block in made.blocks:
            assert block.start_char in starts and made.text[block.end_char] == "\n"


def test_text_is_what_a_reader_sees_a_block_a_line() -> None:
    made = page(
        "<h1>Two<br>lines</h1><p>Caf&eacute;&nbsp;au&shy;lait &amp; <b>bold</b><i>er</i> words.<script>x()</script></p>"
        "<ul><li>one<li>two</ul><ol><li>first<li>second</ol><table><tr><th>Town<th>Votes<tr><td>Ahus<td>1,204</table>"
        "<div>loose <p>inner</p> tail</div><pre>kept\n  lines</pre><p>one<br>two</p><p hidden>no</p>"
        "<p style='display: none'>no</p><noscript>no</noscript><a>Home</a><a>News</a>"
    )
    assert [line for line in made.text.split("\n") if line] == [
        "Two lines", "Café aulait & bolder words.", "- one", "- two", "- first", "- second", "Town | Votes",
        "Ahus | 1,204", "loose", "inner", "tail", "kept", "lines", "one", "two", "Home News",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "declared", "text", "encoding"),
    [
        ("<p>naïve “so”".encode(), None, "naïve “so”", "utf-8"),
        ("<meta charset=iso-8859-1><p>“naïve”".encode("cp1252"), None, "“naïve”", "cp1252"),
        ("<meta charset=utf-8><p>“naïve” words in a page of English".encode("cp1252"), None, "“naïve”", "cp1252"),
        ("<p>Łódź".encode("iso8859-2"), "iso-8859-2", "Łódź", "iso8859-2"),
        ("<?xml version='1.0' encoding='windows-1251'?><html><p>Москва".encode("cp1251"), None, "Москва", "cp1251"),
        ("<meta charset=gb2312><p>中华人民共和国".encode("gbk"), None, "中华人民共和国", "gb18030"),
        ("<meta charset=nonsense><p>é".encode(), None, "é", "utf-8"),
        ("<meta charset=shift_jis><p>日本の新聞です".encode("cp932"), None, "日本の新聞です", "cp932"),
        ("<p>it’s “so” – now, isn’t it".encode().decode("cp1252", "ignore").encode(), None, "it’s", "utf-8, written twice"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_by_what_it_is_before_what_it_says(
    content: bytes, declared: str | None, text: str, encoding: str
) -> None:
    decoded = decode_html(content, declared)
    assert (text in decoded.text, decoded.encoding) == (True, encoding)


@pytest.mark.parametrize(
    ("names", "region"),
    [
        (("article-body", "", ""), None), (("post has-sidebar", "", ""), None), (("correlated-data", "", ""), None),
        (("headline padded", "", ""), None), (("loader", "", ""), None), (("story-body adaptive", "", ""), None),
        (("relatedStories", "", ""), "related"), (("c-most-read__list", "", ""), "related"), (("ad-slot", "", ""), "advert"),
        (("", "comments", ""), "comments"), (("social-share", "", ""), "share"), (("SiteFooter", "", ""), "footer"),
        (("", "", "cookie-banner"), "consent"), (("newsletter_signup", "", ""), "newsletter"),
    ],
)  # fmt: skip
def test_names_mark_regions_by_whole_words(names: tuple[str, str, str], region: str | None) -> None:
    assert named_region(*names) == region


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.org/2024/03/09/strike-ends", "2024-03-09"),
        ("https://x.org/world/2024/mar/9/strike", "2024-03-09"),
        ("https://x.org/news/strike-20240309.html", "2024-03-09"),
        ("https://x.org/article-2024-03-09-strike", "2024-03-09"),
        ("https://x.org/2024/business/03/09/strike.html", "2024-03-09"),
        ("https://x.org/id/20249999/strike", None),
        ("https://x.org/2024/03/strike", None),
        ("https://x.org/strike?d=2024/03/09", None),
        ("https://x.org/p/12345678", None),
    ],
)
def test_a_day_in_the_address_is_read(url: str, day: str | None) -> None:
    assert url_date(url) == day


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Rates held | Business | The Example Times", "The Example Times", "Rates held"),
        ("Rates held - Example Times", "Example Times", "Rates held"),
        ("Example Times: Rates held", "Example Times", "Example Times: Rates held"),
        ("Example Times | Rates held", "Example Times", "Rates held"),
        ("Rates held – for now", "Example Times", "Rates held – for now"),
        ("Rates held", None, "Rates held"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title(title: str, site: str | None, expected: str) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    ("head", "published", "method"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-01T23:30:00-05:00"}</script>'
         '<meta property="article:published_time" content="2024-02-03">', "2024-02-01", "json-ld"),
        ('<script type="application/ld+json"><!-- {"@graph":[{"@type":["Report"],"datePublished":"2024-02-01",},]} --></script>',
         "2024-02-01", "json-ld"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="1 February 2024">', "2024-02-01", "meta"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"soon"}</script>'
         '<meta name="DC.date.issued" content="2024-02-01">', "2024-02-01", "meta"),
        ('<link rel="canonical" href="https://x.example.org/2024/02/01/baths">', "2024-02-01", "url"),
        ('<meta property="og:url" content="https://x.example.org/baths">', None, None),
    ],
)  # fmt: skip
def test_the_publication_date_is_kept_with_the_way_it_was_found(
    head: str, published: str | None, method: str | None
) -> None:
    metadata = effective_metadata(page(f"<h1>Baths stay open</h1>{BODY}", head).metadata)
    assert (metadata.get("published"), metadata.get("published_method")) == (published, method)


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul><li", "table><tr><td", "section", "blockquote", "em"])
def test_a_page_nested_a_hundred_thousand_deep_keeps_its_words(tag: str) -> None:
    made = page(f"<{tag}>" * 100_000 + BODY)
    assert SENTENCE.strip() in made.text


def test_a_cell_that_lays_out_a_page_is_no_row_of_data() -> None:
    story = "By Ann Poole<br>Tuesday 4 March 2014<br><br>" + "<br><br>".join(f"{n}: {SENTENCE}" for n in range(4))
    links = "<b>Most read</b><br><a href='/1'>Mayor opens new ferry terminal</a><br><a href='/2'>Two held over fire</a>"
    made = page(f"<table><tr><td><h2>Baths to stay open</h2>{story}</td><td>{links}</td></tr></table>", TITLE)
    kinds = [(block.block_kind, block.region) for block in made.blocks]
    above = [("headline", "main"), ("byline", "main"), ("date", "main")]
    assert kinds == [*above, *[("paragraph", "main")] * 4, *[("headline", "related")] * 2]


def test_a_headline_without_mark_up_is_known_by_its_part_of_the_title() -> None:
    made = page(f"<font><b>Baths to stay open</b></font>{BODY}", "<title>Evening Mail: Baths to stay open</title>")
    assert effective_metadata(made.metadata)["title"] == "Baths to stay open"


def test_points_above_and_a_list_below_the_paragraphs_belong_to_the_story() -> None:
    points = "<ul><li>The baths lose £310,000 in a year</li><li>45 jobs</li></ul>"
    closing = "<ul><li>In 2006 the roof was mended for £90,000</li></ul>"
    about = "<ul><li>Published on the first of March</li></ul>"
    lines = main_lines(page(f"<div><h1>Baths to stay open</h1>{points}{about}<div>{BODY}{closing}</div></div>"))
    assert [line for line in lines if line.startswith("- ")] == [
        "- The baths lose £310,000 in a year",
        "- 45 jobs",
        "- In 2006 the roof was mended for £90,000",
    ]


def test_a_label_of_comments_ends_the_story() -> None:
    assert main_lines(page(f"<div>{BODY}Comments (2)<p>Jock: I swam there for years, and it was cold.</p></div>"))[
        -1
    ] == (f"Paragraph 4: {SENTENCE.strip()}")


def test_a_first_sentence_outside_any_paragraph_belongs_to_the_story() -> None:
    first = "PERTH (AAP) - The council has voted to keep the baths open, ending a dispute of two years."
    others = "<ul class='related'><li><a href='/a'>How the baths were built in 1904</a></li></ul>"
    assert first in main_lines(page(f"<h1>Baths to stay open</h1><div>{others}{first}{BODY}</div>", TITLE))


def test_the_caption_of_a_picture_set_aside_belongs_to_the_story() -> None:
    caption = "The baths on Front Street, which opened in 1904. (Photo: Ann Lee)"
    picture = f"<aside class='single-photo'><p class='image-credit'>{caption}</p></aside>"
    lines = main_lines(page(f"<article><h1>Baths to stay open</h1>{BODY}{picture}{BODY}</article>", TITLE))
    assert caption in lines
    share = page(
        f"<article><h1>Baths to stay open</h1>{BODY}<aside><p>{SENTENCE}Ask us.</p></aside>{BODY}</article>", TITLE
    )
    assert not any("Ask us" in line for line in main_lines(share))


def test_a_story_that_a_class_calls_hidden_is_read_where_nothing_else_is() -> None:
    assert len(main_lines(page(f"<h1>Baths to stay open</h1><div class='print-only'>{BODY}{BODY}</div>", TITLE))) == 11
    shown = page(f"<h1>Baths to stay open</h1>{BODY}{BODY}<div class='print-only'>{BODY * 9}</div>", TITLE)
    assert len(main_lines(shown)) == 11


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta name=source content='Associated Press'><title>Baths to stay open - Leith Post</title>", "Leith Post"),
        ("<meta name=source content='Leith Post'><title>Baths to stay open</title>", "Leith Post"),
        ("<meta property=og:site_name content=World><title>Baths to stay open - Leith Post</title>", "World"),
        ("<meta property=og:site_name content=World><link rel=canonical href='https://www.leithpost.com/1/'>"
         "<title>Baths to stay open - Leith Post</title>", "Leith Post"),
        ("<meta property=og:site_name content='The Leith Post'><link rel=canonical href='https://leithpost.com/1/'>"
         "<title>Baths to stay open - LeithPost</title>", "The Leith Post"),
    ],
)  # fmt: skip
def test_a_site_is_named_by_what_its_title_and_address_bear_out(head: str, outlet: str) -> None:
    made = page(f"<h1>Baths to stay open</h1>{BODY}", head)
    assert effective_metadata(made.metadata)["site_name"] == outlet


def test_a_link_to_a_place_on_the_page_is_no_story() -> None:
    made = page(
        f"<a href='#c'>Skip to the main content</a><p><a href='/'>Home</a></p><h1 id=c>Baths to stay</h1>{BODY}"
    )
    assert not [block for block in made.blocks if block.region == "related"]


def test_a_page_without_words_is_refused_with_the_reason() -> None:
    with pytest.raises(Unreadable, match="shows no words"):
        page("<div id=root></div><script>render()</script>")


def test_a_page_that_is_gone_has_no_story() -> None:
    made = page("<nav><a href='/'>Home</a></nav><h1>Not found</h1><p>Try the search.</p>")
    assert main_lines(made) == []
    assert [block.region for block in made.blocks] == ["furniture"]


def test_the_same_page_gives_the_same_rows() -> None:
    first = [make_page_text(case.content, {}) for case in all_cases()]
    assert first == [make_page_text(case.content, {}) for case in all_cases()]
