"""Time expressions are found where they stand and parsed as a reader of news would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dossier.ids import IdMaker
from dossier.language.analysis import Article, Block, analyse_blocks
from dossier.language.times import RULES, TimeReading, read_times

Wanted = tuple[str, str, str | None, dict[str, object]]


def read(text: str) -> TimeReading:
    return read_times(
        Article(
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
    )


# text, words of the expression, kind, duration, and what its first point says
CASES: list[tuple[str, str, str, str | None, dict[str, object]]] = [
    # war
    ("Shelling resumed on Thursday near the dam.", "Thursday", "day", None, {"weekday": 4, "direction": None}),
    (
        "The convoy was hit last Friday, the army said.",
        "last Friday",
        "day",
        None,
        {"weekday": 5, "direction": "previous"},
    ),
    ("Troops crossed the river on 4 March 2022.", "4 March 2022", "day", None, {"year": 2022, "month": 3, "day": 4}),
    ("Rebels have held the town since April.", "since April", "interval", None, {"month": 4, "position": "from"}),
    ("The siege lasted 90 days.", "90 days", "duration", "P90D", {}),
    ("A two-week truce held along the border.", "two-week", "duration", "P2W", {}),
    ("The same day, drones struck a depot.", "The same day", "day", None, {"anchor": "previous", "shift_count": 0}),
    ("Villagers fled days later.", "days later", "vague", "PXD", {}),
    # periods up to a month, weeks of a day
    ("Profit fell in the year to June.", "in the year to June", "interval", None, {"month": 7, "position": "from"}),
    (
        "Rents rose in the three months to January 2023.",
        "in the three months to January 2023",
        "interval",
        None,
        {"month": 11, "year": 2022},
    ),
    ("Sales in the quarter ended 30 June rose.", "in the quarter ended 30 June", "interval", None, {"month": 4}),
    ("The decade to 2020 was warm.", "The decade to 2020", "interval", None, {"year": 2011}),
    ("Trade slowed in the September quarter.", "September quarter", "interval", None, {"quarter": 3}),
    ("Schools close in the week of 4 May.", "the week of 4 May", "interval", None, {"grain": "week", "day": 4}),
    ("It rules on Friday week.", "Friday week", "day", None, {"direction": "next", "ordinal": 2}),
    # courts
    ("She was sentenced to 12 years in prison.", "12 years", "duration", "P12Y", {}),
    ("The appeal will be heard next Tuesday.", "next Tuesday", "day", None, {"weekday": 2, "shift_count": 1}),
    ("He was first arrested two years ago.", "two years ago", "year", "P2Y", {"shift_count": -2, "shift_unit": "year"}),
    ("The offences took place between 1998 and 2004.", "between 1998 and 2004", "interval", None, {"year": 1998}),
    # trade and business
    (
        "Exports fell in the third quarter of 2023.",
        "the third quarter of 2023",
        "interval",
        None,
        {"quarter": 3, "year": 2023},
    ),
    ("Sales rose 4% year-on-year.", "year-on-year", "duration", "P1Y", {}),
    ("Profit is expected to double in fiscal 2027.", "fiscal 2027", "year", None, {"year": 2027, "is_fiscal": True}),
    (
        "The merger closes in the second half of next year.",
        "the second half of next year",
        "interval",
        None,
        {"modifier": "second-half"},
    ),
    (
        "Prices climbed from January to May this year.",
        "from January to May this year",
        "interval",
        None,
        {"month": 1, "shift_unit": "year"},
    ),
    (
        "The firm has cut jobs so far this year.",
        "so far this year",
        "interval",
        None,
        {"modifier": "before", "shift_unit": "year"},
    ),
    ("Output peaked in late 2021.", "late 2021", "interval", None, {"year": 2021, "modifier": "late"}),
    ("The tariff takes effect on July 9.", "July 9", "day", None, {"month": 7, "day": 9, "year": None}),
    (
        "Orders rose in the first three months of 2024.",
        "in the first three months of 2024",
        "interval",
        None,
        {"month": 1, "span_count": 3},
    ),
    ("Orders are at their lowest in four decades, it found.", "in four decades", "duration", "P40Y", {}),
    # health
    ("The clinic sees 300 patients a week.", "a week", "set", "P1W", {}),
    ("Malaria kills thousands of children each year.", "each year", "set", "P1Y", {}),
    ("Cases rose over the past three weeks.", "over the past three weeks", "interval", "P3W", {"position": "from"}),
    ("Doses are given every six months.", "every six months", "set", "P6M", {}),
    ("The agency publishes an annual survey.", "annual", "set", "P1Y", {}),
    ("The trial ran for 18 months.", "18 months", "duration", "P18M", {}),
    # science
    ("The probe was launched in September 1977.", "September 1977", "month", None, {"year": 1977, "month": 9}),
    ("Such fossils were unknown in the 1990s.", "the 1990s", "interval", None, {"decade": 1990, "grain": "decade"}),
    (
        "The theory dates from the 19th century.",
        "the 19th century",
        "interval",
        None,
        {"grain": "century", "decade": 1800},
    ),
    ("The eclipse comes at 8:40 p.m. GMT.", "8:40 p.m. GMT", "time", "T20:40", {}),
    # sport
    ("They won the cup in May 2019.", "May 2019", "month", None, {"year": 2019, "month": 5}),
    ("The final is on Sunday, 14 July.", "Sunday, 14 July", "day", None, {"weekday": 7, "month": 7, "day": 14}),
    (
        "The games ran from 26 July to 11 August.",
        "from 26 July to 11 August",
        "interval",
        None,
        {"month": 7, "day": 26},
    ),
    ("He retired last summer.", "last summer", "interval", None, {"season": 22, "direction": "previous"}),
    # elections
    (
        "Polls open on the first Sunday in October.",
        "the first Sunday in October",
        "day",
        None,
        {"ordinal": 1, "weekday": 7},
    ),
    ("The vote was held on Nov. 3, 2020.", "Nov. 3, 2020", "day", None, {"year": 2020, "month": 11, "day": 3}),
    ("Parliament was dissolved earlier this month.", "earlier this month", "vague", None, {"grain": "month"}),
    ("A runoff is due in the coming weeks.", "in the coming weeks", "vague", "PXW", {}),
    (
        "Since Emmanuel Macron took office, fuel taxes have risen.",
        "Since Emmanuel Macron took office",
        "interval",
        None,
        {"anchor": "fact"},
    ),
    (
        "During his second term, Barack Obama vetoed the bill.",
        "During his second term",
        "interval",
        None,
        {"anchor": "fact"},
    ),
    # disasters
    ("The quake struck early on Wednesday morning.", "Wednesday morning", "day", None, {"weekday": 3}),
    ("Floods hit the valley on the night of June 3.", "the night of June 3", "day", None, {"month": 6, "day": 3}),
    (
        "The bridge fell three days earlier.",
        "three days earlier",
        "day",
        "P3D",
        {"anchor": "previous", "shift_count": -3},
    ),
    ("The dam had stood for decades.", "for decades", "vague", "PXY", {}),
    ("Fires returned late last month.", "late last month", "month", None, {"modifier": "late", "shift_count": -1}),
    ("Two climbers died over the weekend.", "over the weekend", "interval", None, {"grain": "weekend"}),
    ("A wall collapsed two years after the storm.", "two years after", "duration", "P2Y", {}),
    # climate
    ("Emissions must halve by 2030.", "2030", "year", None, {"year": 2030}),
    ("Sea ice shrank throughout 2016.", "throughout 2016", "year", None, {"year": 2016}),
    ("The pact covers 2021-2027.", "2021-2027", "interval", None, {"year": 2021}),
    ("It was the hottest mid-April on record.", "mid-April", "month", None, {"month": 4, "modifier": "mid"}),
    # diplomacy
    (
        "The envoys met in August and again in November that year.",
        "November that year",
        "month",
        None,
        {"anchor": "previous"},
    ),
    ("Talks resumed on the 3rd of March.", "the 3rd of March", "day", None, {"month": 3, "day": 3}),
    ("The embassy closed in 2012 August.", "2012 August", "month", None, {"year": 2012, "month": 8}),
    ("The ministers will meet again tomorrow.", "tomorrow", "day", None, {"shift_count": 1, "shift_unit": "day"}),
    ("An accord signed on 2015/07/14 still holds.", "2015/07/14", "day", None, {"year": 2015, "month": 7, "day": 14}),
    (
        "She visits in the week of October 6th.",
        "the week of October 6th",
        "interval",
        None,
        {"grain": "week", "month": 10},
    ),
    # culture
    ("Shops were shut on Christmas Day.", "Christmas Day", "day", None, {"month": 12, "day": 25}),
    ("Trains were packed before Thanksgiving.", "Thanksgiving", "day", None, {"month": 11, "weekday": 4, "ordinal": 4}),
    (
        "Tickets sold out at Easter 2023.",
        "Easter 2023",
        "day",
        None,
        {"anchor": "fact", "dated_fact_key": "easter-2023"},
    ),
    ("The museum has recently reopened.", "recently", "vague", None, {}),
    ("The band plays every Monday.", "every Monday", "set", "P1W", {}),
    ("Pilgrims climb the hill every 25 July.", "every 25 July", "set", "P1Y", {}),
    # counts of several units
    ("The bridge shut a fortnight ago.", "a fortnight ago", "day", "P2W", {"shift_count": -2, "shift_unit": "week"}),
    ("The border opened a quarter-century ago.", "a quarter-century ago", "year", "P25Y", {"shift_count": -25}),
    ("The inquiry took two and a half years.", "two and a half years", "duration", "P2.5Y", {}),
    ("The mine shut over a century and a half later.", "over a century and a half later", "duration", "P150Y", {}),
    ("Two years ago today the dam gave way.", "Two years ago today", "day", None, {"grain": "day", "shift_count": -2}),
    # up to now
    (
        "Rents doubled over the last decade.",
        "over the last decade",
        "interval",
        "P10Y",
        {"shift_count": -10, "shift_unit": "year", "position": "from"},
    ),
    ("The past year has been hard on farms.", "The past year", "interval", "P1Y", {"shift_count": -1}),
    ("He spent the last two years of his life in Lyon.", "the last two years", "duration", "P2Y", {}),
    ("Exports are up 9% year to date.", "year to date", "interval", None, {"modifier": "before", "grain": "year"}),
    ("The drought is the worst in a decade and could last.", "in a decade", "duration", "P10Y", {}),
    # school and fiscal years
    ("Trade shrank in 2006-09 and grew again.", "2006-09", "interval", None, {"year": 2006}),
    ("The table ends with 2019-03.", "2019-03", "month", None, {"year": 2019, "month": 3}),
    ("Fees are frozen since the 2011-12 school year.", "since the 2011-12", "interval", None, {"year": 2011}),
    ("Budgets fall due at the end of the fiscal year.", "the end of the fiscal year", "vague", None, {}),
    # zones, ends of days
    ("Polls shut at 8 p.m. Eastern time.", "8 p.m. Eastern time", "time", "T20:00", {}),
    (
        "Imports are free through the close of July 31, 2027.",
        "the close of July 31, 2027",
        "day",
        None,
        {"month": 7, "day": 31, "year": 2027},
    ),
    # in the story
    (
        "The ferry sank in 1994. Starting that June, inspectors came.",
        "that June",
        "month",
        None,
        {"anchor": "previous"},
    ),
    (
        "The strike began on 3 May. The following week, ports shut.",
        "The following week",
        "interval",
        None,
        {"anchor": "previous", "shift_count": 1},
    ),
    ("Talks resume the following week.", "the following week", "interval", None, {"anchor": "publication"}),
    (
        "Shops reopen the day after Labor Day.",
        "the day after",
        "day",
        None,
        {"anchor": "previous", "shift_count": 1, "shift_unit": "day"},
    ),
]

WRONG = [
    "It is a step that may help, and this may be the last.",
    "In a second study the drug failed.",
    "It rose by a quarter of a point.",
    "The ship may arrive after the storm.",
    "Protesters march against the new law.",
    "She came second in the race.",
    "Springs feed the lake, and leaves fall into it.",
    "The boxer is 34 years old.",
    "A 15-year-old boy won the prize.",
    "About 2,019 people signed the petition.",
    "The blast killed 2019 people and hurt more.",
    "Theresa May said the offer stood.",
    "Shoppers queued for Black Friday deals.",
    "The Sunday Times first reported the deal.",
    "The Daily Mail paid damages.",
    "They lost 3-2 and drew 1-1.",
    "The Boeing 737 was grounded.",
    "Bullets came from 200 metres away.",
    "The council backed Vision 2030 without a vote.",
    "The train hit 300 kilometres an hour.",
    "Voters in Augusta backed June Carter for mayor.",
    "Now, that does not mean the plant is safe.",
    "The court cited articles 4.3.10, 4.3.11 and 4.3.14.",
    "They were charged under 21 U.S.C. 1901 and 50 U.S.C. 1701-1706.",
    "The list is at https://example.org/news/four-year-low-on-sunday-2021-review for all.",
    "Reply as soon as possible.",
    "Veterans gathered for National Border Armistice Day at the fort.",
    "The minister appeared on This Week to defend the plan.",
]


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every expression that a case tells of, for bench/measure_rule_precision.py."""
    for text, words, kind, duration, _ in CASES:
        for row in read(text).expressions:
            if row.text == words:
                yield row.reader, row.rule, (row.time_kind, row.duration) == (kind, duration)
    for text in WRONG:
        for row in read(text).expressions:
            yield row.reader, row.rule, False


@pytest.mark.parametrize(("text", "words", "kind", "duration", "fields"), CASES)
def test_a_time_expression_is_read(
    text: str, words: str, kind: str, duration: str | None, fields: dict[str, object]
) -> None:
    reading = read(text)
    found = {row.text: row for row in reading.expressions}
    assert words in found, sorted(found)
    row = found[words]
    assert text[row.start_char : row.end_char] == words
    assert (row.time_kind, row.duration) == (kind, duration)
    points = [point for point in reading.points if point.time_expression_id == row.time_expression_id]
    if fields:
        assert {name: getattr(points[0], name) for name in fields} == fields


@pytest.mark.parametrize("text", WRONG)
def test_names_verbs_counts_and_ages_are_no_time_expressions(text: str) -> None:
    assert [row.text for row in read(text).expressions] == []


TENSES = [
    ("The court freed him on Monday.", "past"),
    ("The court will hear him on Monday.", "future"),
    ("The talks are scheduled for Monday.", "future"),
    ("The union has been on strike since Monday.", "past"),
    ("The law would expire on June 9.", "future"),
    ("Residents must not return by Friday.", "future"),
    ("By Friday the fire had spread to the coast.", "past"),
    ("The schools are closed until Monday.", "future"),
    ("She agreed to meet the miners on Monday.", "future"),
    ("He is meeting the lenders on Monday.", "future"),
    ("I'm going to speak on Monday.", "future"),
    ("The union called a strike for Monday.", "future"),
    ("The bank said on Monday it would raise its rate.", "past"),
    ("The minister blamed the driver for Monday's crash.", "past"),
]


@pytest.mark.parametrize(("text", "tense"), TENSES)
def test_the_tense_of_the_clause_is_kept(text: str, tense: str) -> None:
    assert [row.tense for row in read(text).expressions] == [tense]


EVIDENCE = [
    ("President Joe Biden signed it.", "in-office"),
    ("Former President Joe Biden criticised it.", "former"),
    ("The fire broke out on 3 May 2016.", "past-date"),
    ("The station will open on 3 May 2031.", "future-date"),
    ("The fire broke out on May 3.", "past-month"),
    ("On Tuesday, the council added two dyes to its list of banned goods starting 3 September.", "future-day"),
    ("The Inflation Reduction Act, passed last year, funds it.", "beside-time"),
    ("The Grenfell Tower fire led to new rules.", "occurred"),
]


@pytest.mark.parametrize(("text", "kind"), EVIDENCE)
def test_a_passage_is_evidence_for_the_day_of_writing(text: str, kind: str) -> None:
    assert kind in [row.evidence_kind for row in read(text).evidence]


def test_then_president_and_candidates_are_no_evidence() -> None:
    for text in ("Then-President Barack Obama agreed.", "The late President Jacques Chirac opposed it."):
        assert "in-office" not in [row.evidence_kind for row in read(text).evidence]


HANGING = [
    ("It rained on 4 May. Two days later the wall fell.", "Two days later", "4 May", 2),
    ("It rained on 4 May. Two days later the wall fell. That day the mayor quit.", "That day", "4 May", 2),
    ("It rained on 4 May. A week later it froze. A week later it thawed.", "A week later", "4 May", 2),
    ("The vote was on 4 May and a count will follow in June. Two days later she left.", "Two days later", "4 May", 2),
    ("Sales fell in May from a peak two years earlier. Rents rose the same month.", "the same month", "May", 0),
    ("Sales rose in May. Rents fell from the same month last year.", "the same month last year", "May", -1),
    (
        "Sales rose in the third quarter of 2014. Rents fell from the same quarter in 2011.",
        "the same quarter in 2011",
        "the third quarter of 2014",
        None,
    ),
    ("He will speak before Labor Day. Shops open the day after Labor Day.", "the day after", "Labor Day", 1),
]


@pytest.mark.parametrize(("text", "words", "earlier", "steps"), HANGING)
def test_a_step_counts_from_what_was_told_before(text: str, words: str, earlier: str, steps: int) -> None:
    reading = read(text)
    row = [r for r in reading.expressions if r.text == words][-1]
    point = next(p for p in reading.points if p.time_expression_id == row.time_expression_id)
    (told,) = [r for r in reading.expressions if r.time_expression_id == point.previous_time_expression_id]
    assert (told.text, point.shift_count) == (earlier, steps)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("early", "early"),
        ("mid", "mid"),
        ("the middle of", "mid"),
        ("late", "late"),
        ("the start of", "start"),
        ("the beginning of", "start"),
        ("the first days of", "start"),
        ("the end of", "end"),
        ("the close of", "end"),
        ("the last days of", "end"),
        ("the first half of", "first-half"),
        ("the second half of", "second-half"),
    ],
)
def test_words_before_a_period_name_its_part(words: str, part: str) -> None:
    (point,) = read(f"The kiln was rebuilt in {words} 2014.").points
    assert (point.modifier, point.year) == (part, 2014)


def test_a_megabyte_is_read_in_seconds() -> None:
    text = "on 12 12 12 the the early early early 2019 2019 - - to to last last " * 15000
    for each in RULES:
        sum(1 for _ in each.pattern.finditer(text))
