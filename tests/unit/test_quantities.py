"""Quantities: sentences of many subjects with the figures a careful reader finds in them, and numbers that are none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dossier.ids import IdMaker
from dossier.language.actor_index import ActorIndex, ActorReading
from dossier.language.analysis import Article, Block, SpanIndex, analyse_blocks
from dossier.language.quantities import read_quantities
from dossier.language.rows import FigureReportRow
from dossier.language.times import read_times

Figure = tuple[float | None, str, str, str]  # value, unit, comparator, measure
Span = tuple[float, float, str, str]  # a range: both ends, unit, measure


def read(text: str) -> list[FigureReportRow]:
    """Figures of a text of one paragraph, read with its times, without actors and statements."""
    article = Article(
        document_id="doc1",
        article_id="art1",
        article_number=1,
        is_main=True,
        text=text,
        headline=None,
        outlet_as_written=None,
        paragraphs=analyse_blocks(text, [Block(0, len(text), "paragraph")]),
        ids=IdMaker("doc1"),
    )
    times = SpanIndex(read_times(article).expressions)
    return read_quantities(article, ActorIndex(ActorReading([], [], [])), times, SpanIndex([]))


FOUND: list[tuple[str, list[Figure]]] = [
    # wars
    ("The shelling killed 14 civilians and wounded at least 60 others.",
     [(14, "people", "eq", "deaths"), (60, "people", "gt", "injuries")]),
    ("Some 30,000 troops have been deployed along the border.", [(30000, "troops", "about", "troops")]),
    ("The ambush killed more than 40 soldiers.", [(40, "people", "gt", "soldiers-killed")]),
    ("Nearly two million refugees have fled the fighting.", [(2e6, "people", "lt", "refugees")]),
    ("The air force fired 48 missiles overnight.", [(48, "missiles", "eq", "weapons")]),
    # courts
    ("A judge sentenced him to 12 years in prison.", [(12, "years", "eq", "sentence-length")]),
    ("The jury awarded her $83.3 million in damages.", [(83.3e6, "USD", "eq", "damages")]),
    ("An earlier article said that 12 hikers were injured. The number is 14.",
     [(12, "people", "eq", "injuries"), (14, "people", "eq", "injuries")]),
    ("Police said 31 people were arrested in the raids. Nine were released.",
     [(31, "people", "eq", "arrests"), (9, "people", "eq", "people")]),
    ("Police arrested 37 suspects in the raids.", [(37, "people", "eq", "arrests")]),
    ("Prosecutors charged over two dozen people with fraud.", [(24, "people", "gt", "prosecutions")]),
    ("The regulator imposed a fine of €1.2bn on the company.", [(1.2e9, "EUR", "eq", "fine")]),
    ("The mayor took bribes worth 4 million rand.", [(4e6, "ZAR", "eq", "bribes")]),
    # trade
    ("The government imposed a 17.5% tariff on imported steel.", [(17.5, "percent", "eq", "tariff-rate")]),
    ("The duty will rise from 10% to 25% next month.",
     [(10, "percent", "eq", "tariff-rate"), (25, "percent", "eq", "tariff-rate")]),
    ("Exports were worth US$3.4 billion.", [(3.4e9, "USD", "eq", "goods-value")]),
    ("Farmers shipped 2.5 million tonnes of wheat abroad.", [(2.5e6, "t", "eq", "trade-volume")]),
    ("The ministry agreed to buy 40 jets.", [(40, "jets", "eq", "purchase-volume")]),
    # business
    ("Revenue rose 8 per cent to £412m.", [(8, "percent", "eq", "change-rate"), (412e6, "GBP", "eq", "revenue")]),
    ("The chipmaker will cut about 1,500 jobs.", [(1500, "jobs", "about", "jobs")]),
    ("It agreed to acquire its rival in a $19 billion deal.", [(19e9, "USD", "eq", "deal-value")]),
    ("The firm reported a net profit of HK$2.1 billion.", [(2.1e9, "HKD", "eq", "profit")]),
    ("The airline employs roughly 9,000 people.", [(9000, "people", "about", "jobs")]),
    ("The fund invested 300 million Swiss francs in the start-up.", [(300e6, "CHF", "eq", "investment")]),
    # money and prices
    ("Inflation slowed to 3.1 percent in June.", [(3.1, "percent", "eq", "inflation-rate")]),
    ("The central bank cut its benchmark interest rate to 4.25%.", [(4.25, "percent", "eq", "interest-rate")]),
    ("Policymakers raised rates by 25 basis points.", [(0.25, "percent", "eq", "rate-change")]),
    ("The economy grew 2.8% in the second quarter.", [(2.8, "percent", "eq", "growth-rate")]),
    ("The currency fell to 7.3 yuan per dollar.", [(7.3, "CNY per USD", "eq", "exchange-rate")]),
    ("The S&P 500 index dropped 1.6%.", [(1.6, "percent", "eq", "index-change")]),
    ("Crude oil sold for $82 a barrel.", [(82, "USD", "eq", "price")]),
    ("A tax on luxury cars would raise ₹500 crore.", [(5e9, "INR", "eq", "other")]),
    ("Workers won a raise that lifts the minimum wage to R$1,518.", [(1518, "BRL", "eq", "wages")]),
    # elections
    ("The party won 112 seats in parliament.", [(112, "seats", "eq", "votes")]),
    ("She received 51.2% of the vote.", [(51.2, "percent", "eq", "share")]),
    ("Support fell by three percentage points.", [(3, "percent", "eq", "change-in-rate")]),
    ("Two-thirds of voters backed the plan.", [(66.667, "percent", "eq", "share")]),
    ("Almost a third of respondents were undecided.", [(33.333, "percent", "lt", "share")]),
    ("More than half of the ballots were counted.", [(50, "percent", "gt", "share")]),
    # health
    ("The outbreak has killed one hundred and six people.", [(106, "people", "eq", "deaths")]),
    ("Overdoses killed an estimated 5,400 residents last year.", [(5400, "people", "about", "overdose-deaths")]),
    ("Hundreds of thousands of children missed a vaccine.", [(None, "people", "about", "people")]),
    ("The drug is 50 times stronger than morphine.", [(50, "times", "eq", "potency-ratio")]),
    ("One in five adults smokes.", [(20, "percent", "eq", "share")]),
    ("A 62-year-old woman was the first to receive the heart.", [(62, "years", "eq", "age")]),
    # crime
    ("Customs officers seized 3.2 tonnes of cocaine at the port.", [(3.2, "t", "eq", "drugs-seized")]),
    ("Investigators solved 18 of the cases and seized 240 kg of heroin.",
     [(18, "cases", "eq", "cases-solved"), (240, "kg", "eq", "drugs-seized")]),
    # sport
    ("A crowd of 54,000 people watched the final.", [(54000, "people", "eq", "people")]),
    ("The striker, 23, joined for 60 million euros.", [(60e6, "EUR", "eq", "other")]),
    # disasters
    ("Dozens of homes burned and 11 people died.", [(None, "homes", "about", "count"), (11, "people", "eq", "deaths")]),
    ("The fire has burned more than 20,000 acres.", [(20000, "acres", "gt", "area")]),
    ("Up to 80 passengers were hurt when the train derailed.", [(80, "people", "lt", "injuries")]),
    ("Rescuers evacuated half a million people before the storm.", [(5e5, "people", "eq", "refugees")]),
    # climate and energy
    ("The country emitted 610 million tonnes of carbon dioxide.", [(610e6, "t", "eq", "emissions")]),
    ("Temperatures reached 48.6 degrees Celsius in the valley.", [(48.6, "degC", "eq", "temperature")]),
    ("The plant will generate 1.4 GW of power.", [(1.4, "GW", "eq", "energy")]),
    ("Output of solar panels doubled.", [(2, "times", "eq", "ratio")]),
    # science
    ("The probe flew within 6.1 million kilometres of the sun.", [(6.1e6, "km", "eq", "distance")]),
    ("Engineers launched 23 satellites into orbit.", [(23, "satellites", "eq", "satellites")]),
    ("The team published a 240-page report.", [(240, "pages", "eq", "page-count")]),
    # society
    ("Tens of thousands of protesters marched through the capital.", [(None, "people", "about", "protesters")]),
    ("The city is home to 8.9 million people.", [(8.9e6, "people", "eq", "population")]),
    ("Aid groups delivered $45 million in humanitarian assistance.", [(45e6, "USD", "eq", "aid")]),
    ("Lawmakers approved A$2.3 billion in funding for schools.", [(2.3e9, "AUD", "eq", "funding")]),
    ("Six agencies and four companies signed the pact.",
     [(6, "agencies", "eq", "agencies"), (4, "companies", "eq", "companies")]),
    ("Police fined 200 drivers and detained 15 more.",
     [(200, "people", "eq", "people"), (15, "people", "eq", "arrests")]),
    ("Leaders from 27 countries attended.", [(27, "countries", "eq", "countries")]),
    ("The parcel weighed 12 pounds.", [(12, "lb", "eq", "mass")]),
    ("The museum paid 12 million pounds for the painting.", [(12e6, "GBP", "eq", "other")]),
    # what stands before a number, or in the sentence before
    ("Temperatures fell to minus 12 degrees Celsius overnight.", [(-12, "degC", "eq", "temperature")]),
    ("The deposit rate stayed at minus 0.4%.", [(-0.4, "percent", "eq", "interest-rate")]),
    ("Support fell half a percentage point.", [(0.5, "percent", "eq", "change-in-rate")]),
    ("Turnout was 61.4%, up two points.",
     [(61.4, "percent", "eq", "share"), (2, "percent", "eq", "change-in-rate")]),
    ("Doctors recorded 240 cases. So far 190 have been confirmed.",
     [(240, "cases", "eq", "cases"), (190, "cases", "eq", "cases")]),
    ("Police arrested nine people in raids on four houses.",
     [(9, "people", "eq", "arrests"), (4, "houses", "eq", "count")]),
    ("The country counted 450 deaths, down 9% from a year earlier.",
     [(450, "deaths", "eq", "deaths"), (9, "percent", "eq", "change-rate")]),
    ("Oil rose $1.30 to $81.25 a barrel.", [(1.3, "USD", "eq", "price"), (81.25, "USD", "eq", "price")]),
    ("The watchdog fined the lender 30 million euros.", [(30e6, "EUR", "eq", "fine")]),
    ("The curator is paid a salary of 41,000 pounds.", [(41000, "GBP", "eq", "wages")]),
]  # fmt: skip

RANGES: list[tuple[str, Span]] = [
    ("Prices will rise 3% to 4% this year.", (3, 4, "percent", "change-rate")),
    ("The bank expects growth of between 1.5 and 2 per cent.", (1.5, 2, "percent", "growth-rate")),
    ("Repairs will cost $5-10 million.", (5e6, 10e6, "USD", "price")),
    ("The vaccine is meant for people aged 18 to 45.", (18, 45, "years", "age")),
    ("Between 300 and 400 people were arrested.", (300, 400, "people", "arrests")),
    ("Winds of 90–110 km/h hit the coast.", (90, 110, "km/h", "other")),
]

NOT_FOUND: list[str] = [
    "The law was passed on June 5, 2019, and took effect in 2021.",
    "Article 5 of the treaty and Section 301 of the act apply.",
    "The Boeing 737 landed at Gate 12.",
    "A meeting of the G7 was held after COVID-19.",
    "The chemical 4-piperidone is regulated.",
    "Both countries agreed, and the two sides will meet again.",
    "One of the men waved.",
    "It was the third time this week.",
    "The talks begin at 10:30 a.m. and end at 5pm.",
    "He waited for six weeks and then for 90 days.",
    "Call 555-0142 or see version 2.1.3 of the manual.",
    "The first half was dull, and the team rested for half an hour.",
    "Read more at https://example.org/2024/05/12/top-100-list?page=20%20items now.",
    "1. Introduction",
    "In the 1990s the region changed.",
    "No one wanted the one that was left.",
    "On the other hand, a third country could step in.",
    "Route 66 runs past Highway 101.",
    "The band played songs from the 80s.",
    "The Group of 20 met on Friday.",
]


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every figure read in the cases, for bench/measure_rule_precision.py."""
    for text, expected in FOUND:
        for row in read(text):
            yield row.reader, row.rule, (row.value, row.unit, row.comparator, row.measure) in expected
    for text, span in RANGES:
        for row in read(text):
            yield row.reader, row.rule, (row.value, row.value_max, row.unit, row.measure) == span
    for text in NOT_FOUND:
        for row in read(text):
            yield row.reader, row.rule, False


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_figures_are_read_with_unit_comparator_and_measure(text: str, expected: list[Figure]) -> None:
    assert [(row.value, row.unit, row.comparator, row.measure) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), RANGES, ids=[text[:40] for text, _ in RANGES])
def test_ranges_are_one_figure_with_both_ends(text: str, expected: Span) -> None:
    (row,) = read(text)
    assert (row.value, row.value_max, row.unit, row.measure) == expected
    assert row.comparator == "range"


@pytest.mark.parametrize("text", NOT_FOUND, ids=[text[:40] for text in NOT_FOUND])
def test_numbers_that_measure_nothing_are_left_out(text: str) -> None:
    assert [row.text for row in read(text)] == []


def test_a_conversion_in_brackets_is_a_figure_tied_to_the_one_before() -> None:
    first, second = read("The bridge cost 900 million yen ($6.2 million) to repair.")
    assert (first.unit, second.unit, second.value) == ("JPY", "USD", 6.2e6)
    assert second.converted_from_report_id == first.figure_report_id
    assert second.measure == first.measure
    assert first.converted_from_report_id is None


def test_words_and_quote_are_exactly_what_is_printed() -> None:
    text = "Officials said the flood, which hit on Sunday, had destroyed more than 1,300 homes; schools stayed shut."
    (row,) = read(text)
    assert text[row.start_char : row.end_char] == row.text == "more than 1,300 homes"
    assert text[row.quote_start_char : row.quote_end_char] == row.quote
    assert row.text in row.quote
    assert "schools" not in row.quote


def test_the_currency_of_a_shared_word_or_sign_is_taken_from_the_article() -> None:
    assert [r.unit for r in read("In Mexico the visa costs 900 pesos, Mexican officials said.")] == ["MXN"]
    assert [r.unit for r in read("In China a ticket costs ¥45.")] == ["CNY"]
    assert [r.unit for r in read("In Japan a ticket costs ¥450.")] == ["JPY"]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400,
        "1e999 people",
        "٣٤ ٥٦",
        "①②③ ½½½",
        "1," * 5000,
        "$" * 3000,
        "1-" * 2000,
        "ten " * 2000,
        "a third of " * 300,
    ],  # fmt: skip
)
def test_hostile_numbers_are_survived(text: str) -> None:
    for row in read(text):
        assert row.value is None or abs(row.value) < 1e18


def test_a_quote_does_not_reach_back_into_the_sentence_before() -> None:
    rows = read("An earlier article said that 12 hikers were injured. The number is 14.")
    assert rows[-1].quote == "The number is 14"
