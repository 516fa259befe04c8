"""Correction notices: the forms that papers use, what they withdraw, and words that only look like one."""

from __future__ import annotations

import time

import pytest

from dossier.language.analysis import Block, analyse_blocks
from dossier.language.corrections import find_notices, find_withdrawn
from dossier.language.reader import read_document

# A paragraph, and the words that it withdraws (' | ' between two stretches).
NOTICES = [
    ("Correction: An earlier version of this article said that 52 homes burned. The number is 25.", "52 homes"),
    ("CORRECTION: The ferry carried 410 passengers, not 140.", "not 140"),
    ("Clarification: The vaccine was tested on 900 adults rather than 9,000.", "rather than 9,000"),
    ("This story has been corrected to show that the fund lost $4 million, not $40 million.", "not $40 million"),
    (
        "A correction was made on March 3, 2018: An earlier version of this article misstated the score. It was 3-1.",
        "misst",
    ),
    ("(Corrects paragraph 2 to say the plant employs 600 people, not 6,000)", "not 6,000"),
    (
        "Correction, Aug. 9: The original version of this story gave the depth as 70 metres; it was 17 metres.",
        "70 metres",
    ),
    (
        "Because of an editing error, an earlier version of this report misstated the turnout as 81 percent.",
        "81 percent",
    ),
    ("This article was amended on 5 May 2021 to say the court fined 12 firms instead of 21.", "instead of 21"),
    ("Editor's note: A previous version of this story incorrectly stated that 300 whales stranded.", "300 whales"),
    ("This version corrects the size of the loan to 2 billion euros.", ""),
    ("An earlier version of this article put the reward at $500 instead of $5,000.", "at $500"),
    ("This headline originally said nine schools would close; six will.", "originally said nine schools would close"),
    ("This post has been updated to correct the number of medals.", ""),
    ("We have corrected this article: the glacier lost 3 metres and not 30.", "and not 30"),
    ("Erratum: the trial enrolled 88 patients.", ""),
    ("Correction (12 June): the strike involved 4,000 nurses.", ""),
    ("The headline of an earlier version of this story misidentified the winner.", ""),
]

NOT_NOTICES = [
    "Analysts expect a market correction of 10 percent.",
    "The Department of Corrections said 14 inmates fled.",
    "Corrections officers found 30 phones in the cells.",
    "A correction in house prices is overdue, the bank said.",
    "A version of this article appears in print on Sunday.",
    "An earlier version of this article was published by our partner.",
    "An earlier version of the bill said that 40 ports would close.",
    "The company corrected its accounts for 2019.",
    "Corrected for inflation, wages fell 2 percent.",
    "Correction to house prices ends after three years.",
    "He said the earlier report was wrong.",
    "The ministry said the figure was 13, not 31.",
    "This story has 40 chapters.",
    "The original version of the software had 20 bugs.",
    "The article said that 31 people were arrested.",
]


@pytest.mark.parametrize(("text", "withdrawn"), NOTICES, ids=[text[:40] for text, _ in NOTICES])
def test_a_notice_is_found_with_the_words_it_withdraws(text: str, withdrawn: str) -> None:
    paragraphs = analyse_blocks(text, [Block(0, len(text), "paragraph")])
    (notice,) = find_notices(text, paragraphs)
    found = [text[w.start_char : w.end_char] for w in find_withdrawn(text, paragraphs[0], notice.start_char)]
    assert text[notice.start_char : notice.end_char] == text
    assert withdrawn in " | ".join(found)


@pytest.mark.parametrize("text", NOT_NOTICES)
def test_what_only_sounds_like_a_notice_is_none(text: str) -> None:
    assert list(find_notices(text, analyse_blocks(text, [Block(0, len(text), "paragraph")]))) == []


def test_a_label_of_its_own_belongs_to_the_paragraph_behind_it() -> None:
    text = "The lake rose by 9 metres.\n\nCorrection\n\nThe lake rose by 9 metres, not 90.\n\nThe dam held."
    blocks = [
        Block(0, 26, "paragraph"),
        Block(28, 38, "heading"),
        Block(40, 74, "paragraph"),
        Block(76, 89, "paragraph"),
    ]
    (notice,) = find_notices(text, analyse_blocks(text, blocks))
    assert text[notice.start_char : notice.end_char] == text[28:74]


def test_withdrawn_numbers_are_marked_and_withdrawn_events_left_out() -> None:
    text = (
        "Storm kills 4 people in Ghent\n\nThe storm killed 4 people in Ghent on Monday, the mayor said.\n\n"
        "Correction: An earlier version of this article said that the storm killed 40 people. It killed 4 people."
    )
    rows = read_document("doc1", text, {})
    assert [row["rule"] for row in rows["read_corrections"]] == ["opening"]
    assert {row["value"] for row in rows["read_figure_reports"] if row["is_withdrawn"]} == {40}
    assert {row["value"] for row in rows["read_figure_reports"] if not row["is_withdrawn"]} == {4}
    assert not any("40" in row["quote"] for row in rows["read_event_reports"])


def test_long_texts_take_linear_time() -> None:
    text = "An earlier version of this article " * 1_000
    paragraphs = analyse_blocks(text, [Block(0, len(text), "paragraph")])
    began = time.perf_counter()
    list(find_notices(text, paragraphs))
    assert time.perf_counter() - began < 2
