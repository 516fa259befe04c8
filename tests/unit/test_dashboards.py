"""What explorer and report make of single values and texts: dates and amounts in words, marked and escaped text."""

from __future__ import annotations

import pytest

from dashboards.marking import Span, escape, mark, passage, prose
from dashboards.words import amount, count_of, when


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "undated"),
        ("2031-06-02", "2 Jun 2031"),
        ("2031-06", "Jun 2031"),
        ("2031", "2031"),
        ("203X", "2030s"),
        ("2031-35", "3rd quarter 2031"),
        ("2031-24", "winter 2031"),
        ("2031-06~", "about Jun 2031"),
        ("2031-01/2031-05", "Jan 2031 – May 2031"),
        ("2031-03/..", "since Mar 2031"),
        ("../2031-03", "until Mar 2031"),
        ("<b>", "<b>"),
    ],
)
def test_dates_are_told_in_words(edtf: str | None, words: str) -> None:
    assert when(edtf) == words


@pytest.mark.parametrize(
    ("value", "value_max", "unit", "comparator", "words"),
    [
        (None, None, "deaths", "eq", "no single value"),
        (4_600_000.0, None, "USD", "about", "about 4.6 million USD"),
        (1234.0, None, "people", "gt", "over 1,234 people"),
        (12.0, 15.0, "percent", "range", "12–15 percent"),
        (0.5, None, None, None, "0.5"),
    ],
)
def test_amounts_are_told_in_words(
    value: float | None, value_max: float | None, unit: str | None, comparator: str | None, words: str
) -> None:
    assert amount(value, value_max, unit, comparator) == words


def test_counts_have_their_nouns() -> None:
    assert [count_of(1, "text"), count_of(2000, "text"), count_of(None, "body", "bodies")] == [
        "1 text", "2,000 texts", "0 bodies",
    ]  # fmt: skip


def test_no_character_of_a_document_becomes_markup_or_turns_the_line() -> None:
    assert escape("<img src=x onerror='a'>\u202e\x1b&") == "&lt;img src=x onerror=&#x27;a&#x27;&gt;\ufffd\ufffd&amp;"
    assert escape(None) == ""


def test_marks_nest_at_exact_offsets_and_text_between_stays() -> None:
    text = "The <mayor> resigned in May."
    spans = [Span(4, 27, "evidence"), Span(12, 20, "core")]
    assert mark(text, spans) == (
        'The <mark class="evidence">&lt;mayor&gt; </mark><mark class="core evidence">resigned</mark>'
        '<mark class="evidence"> in May</mark>.'
    )
    assert mark(text[4:20], spans, 4).startswith('<mark class="evidence">&lt;mayor')


def test_a_passage_is_the_sentence_of_its_span() -> None:
    text = "One came. Two left on Monday. Three stayed."
    assert passage(text, [Span(10, 18, "core")]) == '<mark class="core">Two left</mark> on Monday.'


def test_withheld_words_are_told_in_one_sign() -> None:
    assert prose("···· ·· said ····· 9").count("[…]") == 2
    assert prose("· one, col·lecció") == "· one, col·lecció"
