"""The publication day that a page prints, wherever it prints it; other dates are not taken for it."""

from __future__ import annotations

import pytest

from dossier.ids import IdMaker
from dossier.language.parts import read_parts

HEADLINE = "Tram leaves the rails near Oudewater"
BODY = """A tram left the rails near the town of Oudewater, hurting at least a dozen people, the operator said.

"We are looking into the cause," said its spokeswoman Ilse Kramer, who added that the line would stay closed all week.

The line was opened in 1998 and has carried nine million passengers a year since then."""
TURNS = "\n\n".join(f"{who}: {words}" for who, words in [("HOST", "What went wrong?"), ("DIRECTOR", "A switch.")] * 3)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("{h}\n\nBy Anna Bos\nOudewater, 14 August 2019 (Delta Wire)\n\n{b}", "2019-08-14"),
        ("{h}\n\nThe Delta Ledger | Thursday, August 15, 2019\n\n{b}", "2019-08-15"),
        ("{h}\n\nOUDEWATER, March 3, 2011 — {b}", "2011-03-03"),
        ("{h}\n\n(Delta News) Oct 21, 2015 - {b}", "2015-10-21"),
        ("{h}\n\nOUDEWATER, Netherlands (DNA) -- 3 May 2023 -- {b}", "2023-05-03"),
        ("{h}\n\nMerchant Courier, 11 March 2011. By Tom Gray in Leith.\n\n{b}", "2011-03-11"),
        ("{h}\n\n{b}\n\n22 October 2015, Metro Daily", "2015-10-22"),
        ("{h}\n\n{b}\n\nMetro Daily, 22 October 2015", "2015-10-22"),
        (
            "{h}\n\nA tram left the rails, the operator said.\n\nPublished: 24 May 2016\nSource: Valley Post\n\n{b}",
            "2016-05-24",
        ),
        ("{h}\n\nPublished 3:15 PM GMT, 8 January 2024\nUpdated 9:02 AM GMT, 9 January 2024\n\n{b}", "2024-01-08"),
        ("{h}\n\n06.05.2021, 12:33 Uhr\n\n{b}", "2021-05-06"),
        ("{h}\n\nPosted: 05/17/2021 08:00 am\n\n{b}", "2021-05-17"),
        ("{h}\n\nDelta News · May 3, 2023 · 4 min read\n\n{b}", "2023-05-03"),
        ("{h}\n\nUpdated: 2023-05-03 14:22 | Delta Daily\n\n{b}", "2023-05-03"),
        ("FOR IMMEDIATE RELEASE\nMay 3, 2023\nContact: Press Office\n\n{h}\n\n{b}", "2023-05-03"),
        ("# {h}\n\n*By Anna Bos, Delta News, May 3, 2023*\n\n{b}", "2023-05-03"),
        ("Evening Report\nAired May 3, 2023 - 20:00 ET\n\nTHIS IS A RUSH TRANSCRIPT.\n\n{b}", "2023-05-03"),
        ("{h}\n\n{b}\n\nThis article was published on the 3rd of May 2023.", "2023-05-03"),
        ("Interview with the tram's director, Evening Report, 3 May 2023\n\n{t}", "2023-05-03"),
        # dates of something else
        ("{h}\n\nPosted: 05/07/2021\n\n{b}", None),
        ("{h}\n\nIn Ruling 83 of May 3, 2011, the Court of Utrecht\nclosed the line.\n\n{b}", None),
        ("{h}\n\n{b}\n\nThe last such accident, on 3 May 2011, killed four people.", None),
        ("{h}\n\n{b}\n\nRead more: Inquiry into 3 May 2011 derailment", None),
        ("{h}\n\n{b}\n\n© 2023 Delta News. All rights reserved.", None),
    ],
)
def test_the_printed_publication_day_is_found_where_it_stands(page: str, day: str | None) -> None:
    text = page.format(h=HEADLINE, b=BODY, t=TURNS)
    main = next(article for article in read_parts("doc1", text, {}, IdMaker("doc1")).articles if article.is_main)
    assert main.printed_published == day


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("The Delta Ledger | Thursday, August 15, 2019", "The Delta Ledger"),
        ("Merchant Courier, 11 March 2011. By Tom Gray in Leith.", "Merchant Courier"),
        ("Northern Standard\n4 March 2011", "Northern Standard"),
        ("By Anna Bos, Delta Weekly\n4 March 2011", "Delta Weekly"),
        ("Oudewater, 4 March 2011", None),
        ("News | Friday, 4 March 2011", None),
        ("Breaking News\n4 March 2011", None),
        ("By Anna Bos\n4 March 2011", None),
    ],
)
def test_an_outlet_that_no_register_knows_is_read_from_the_line_of_the_date(head: str, outlet: str | None) -> None:
    articles = read_parts("doc1", f"{HEADLINE}\n\n{head}\n\n{BODY}", {}, IdMaker("doc1")).articles
    assert articles[0].outlet_as_written == outlet
    assert articles[0].headline == HEADLINE


def test_a_title_with_a_label_in_capitals_is_no_turn_of_talk() -> None:
    title = "TRAM TERROR: 'We held on to the seats'"
    articles = read_parts("doc1", f"{title}\n\n4 March 2011\n\n{BODY}", {}, IdMaker("doc1")).articles
    assert articles[0].headline == title


def test_a_byline_that_goes_on_with_its_date_is_a_byline() -> None:
    articles = read_parts(
        "doc1", f"# {HEADLINE}\n\n*By Anna Bos, published 4 March 2011*\n\n{BODY}", {}, IdMaker("doc1")
    ).articles
    assert (articles[0].byline, articles[0].printed_published) == ("Anna Bos", "2011-03-04")
