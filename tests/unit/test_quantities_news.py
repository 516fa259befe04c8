"""Quantities as newspapers print them: agency, broadsheet and tabloid habits, styles of other countries, wraps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.test_quantities import Figure, read

FOUND: list[tuple[str, list[Figure]]] = [
    # names and what looks like them
    ("The Big Four auditors closed 30 offices.", [(30, "offices", "eq", "count")]),
    ("Three rebel groups and four Israelis signed.",
     [(3, "groups", "eq", "count"), (4, "people", "eq", "people")]),
    ("The 2021 floods wrecked 300 trucks.", [(300, "trucks", "eq", "count")]),
    # forms of newspapers
    ("A five-month-old whale was 6 metres long.",
     [(5, "months", "eq", "age"), (6, "m", "eq", "distance")]),
    ("Some 18 heads of state came to Lima.", [(18, "people", "about", "people")]),
    ("We had 30 billion — million, excuse me — barrels in store.", []),
    ("They let 900 kilos of heroin come in last year.", [(900, "kg", "eq", "mass")]),
    ("Customs officers found 900 kilos of heroin.", [(900, "kg", "eq", "drugs-seized")]),
    ("A 40,000-strong army held the pass.", [(40000, "people", "eq", "troops")]),
    ("Men outnumber women by 3-to-1 in the trade.", [(3, "times", "eq", "ratio")]),
    ("One pupil in seven is absent.", [(14.286, "percent", "eq", "share")]),
    ("Labour took 31 seats, the Greens 12 and independents 4.",
     [(31, "seats", "eq", "votes"), (12, "seats", "eq", "votes"), (4, "seats", "eq", "votes")]),
    ("The harvest fell to 3.1m tonnes from 4.6m.",
     [(3.1e6, "t", "eq", "mass"), (4.6e6, "t", "eq", "mass")]),
    ("The firm may cut six or seven thousand jobs.", [(6000, "jobs", "range", "jobs")]),
    ("Millions more dollars went to millions of voters.",
     [(None, "USD", "about", "other"), (None, "people", "about", "people")]),
    ("They drew 1-1 in front of a record 61,204.", [(61204, "people", "eq", "participants")]),
    ("The town of 8,200 lost power.", [(8200, "people", "eq", "population")]),
    ("The striker on £95,000-a-week missed a penalty.", [(95000, "GBP", "eq", "wages")]),
    ("Growth was trimmed by 0.3 of a point.", [(0.3, "percent", "eq", "change-in-rate")]),
    ("Nearly 20 million (12%) adults smoke.",
     [(20e6, "people", "lt", "people"), (12, "percent", "eq", "share")]),
    # what is measured
    ("The bank left its cash rate at 3.1 per cent.", [(3.1, "percent", "eq", "interest-rate")]),
    ("Support stood at just over 44 percent, a drop of six points.",
     [(44, "percent", "gt", "share"), (6, "percent", "eq", "change-in-rate")]),
    ("Three banks expect a dose of 5 mg to suffice, and two new drugs were approved.",
     [(3, "companies", "eq", "companies"), (5, "mg", "eq", "mass"), (2, "substances", "eq", "count")]),
    ("The quake struck a valley of 4,000 people.", [(4000, "people", "eq", "people")]),
    ("The club sold a 7,000-seat stand.", [(7000, "seats", "eq", "count")]),
    ("The army lost 300 soldiers.", [(300, "people", "eq", "soldiers-killed")]),
    # other styles of numbers
    ("Die Bahn said it lost €4,3 billion.", [(4.3e9, "EUR", "eq", "profit")]),
    ("The bridge cost 1'250'000 francs.", [(1.25e6, "CHF", "eq", "price")]),
    ("The state will spend Rs 3,500 crore on roads.", [(3.5e10, "INR", "eq", "funding")]),
    ("Some 12 lakh people were moved inland.", [(1.2e6, "people", "about", "people")]),
    ("Her loaf costs £1.20 and petrol 148.5p a litre.", [(1.2, "GBP", "eq", "price"), (148.5, "pence", "eq", "price")]),
    ("A half-million dollars was found in the boot.", [(5e5, "USD", "eq", "other")]),
    ("A couple of dozen swimmers were rescued.", [(24, "people", "eq", "people")]),
    ("Some 500-odd guests and 20-plus ministers dined.",
     [(500, "people", "about", "people"), (20, "people", "gt", "people")]),
    # wrapped lines and emphasis
    ("The plan costs **$4.5**\n trillion over ten years.", [(4.5e12, "USD", "eq", "price")]),
    ("It will reach **1.3** million pupils.", [(1.3e6, "people", "eq", "people")]),
    ("The plant will create 2,000\n   new factory jobs.", [(2000, "jobs", "eq", "jobs")]),
    ("Turnout rose by _2.5_ percentage\n  points.", [(2.5, "percent", "eq", "change-in-rate")]),
    # levels and changes
    ("Unemployment fell to 3.4%, from 3.6% a month earlier.",
     [(3.4, "percent", "eq", "share"), (3.6, "percent", "eq", "share")]),
    ("Imports of tin surged from nothing in 1991 to 45% of use.", [(45, "percent", "eq", "share")]),
    ("Coverage dipped below 90%.", [(90, "percent", "lt", "share")]),
    ("Prices fell by a fifth, a drop of 20 per cent.",
     [(20, "percent", "eq", "change-rate"), (20, "percent", "eq", "change-rate")]),
    ("Losses could reach 8% of output, and a third of the staff will go.",
     [(8, "percent", "eq", "share"), (33.333, "percent", "eq", "share")]),
    ("The measure was approved by 55% to 45%.", [(55, "percent", "eq", "share"), (45, "percent", "eq", "share")]),
    ("The index shed 316.31 points to close at 65,512.10.",
     [(316.31, "points", "eq", "index-change"), (65512.1, "points", "eq", "index-level")]),
    ("The central bank raised its benchmark rate by half a percentage point to 5.5%.",
     [(0.5, "percent", "eq", "rate-change"), (5.5, "percent", "eq", "interest-rate")]),
    ("Sales grew 2.3% while the economy grew 4%.",
     [(2.3, "percent", "eq", "change-rate"), (4, "percent", "eq", "growth-rate")]),
    ("Growth was 0.0 percent.", [(0, "percent", "eq", "growth-rate")]),
    # exchange rates
    ("The rupee weakened to 83.25 per dollar.", [(83.25, "INR per USD", "eq", "exchange-rate")]),
    ("The euro rose to $1.0467 on Tuesday.", [(1.0467, "USD per EUR", "eq", "exchange-rate")]),
    # people by what happened to them
    ("The blast killed nine and wounded another 76.",
     [(9, "people", "eq", "deaths"), (76, "people", "eq", "injuries")]),
    ("At least 23 people, including five children, were killed.",
     [(23, "people", "gt", "deaths"), (5, "people", "eq", "deaths")]),
    ("Thirty-one of the wounded are in hospital.", [(31, "people", "eq", "injuries")]),
    ("The storm left 1.2m without power.", [(1.2e6, "people", "eq", "people")]),
    ("They won in front of a crowd of 31,407.", [(31407, "people", "eq", "participants")]),
    ("The raid killed up to 400 troops.", [(400, "troops", "lt", "soldiers-killed")]),
    ("The army rescued 300 villagers.", [(300, "people", "eq", "people")]),
    ("The fire forced 155,000 people from their homes.", [(155000, "people", "eq", "people")]),
    ("The bill pays for 4,300 asylum officers.", [(4300, "people", "eq", "people")]),
    ("More than 800 lives were lost.", [(800, "people", "gt", "deaths")]),
    ("Of 3,400 prisoners, 210 were executed in May, down from 355 in April.",
     [(3400, "people", "eq", "people"), (210, "people", "eq", "deaths"), (355, "people", "eq", "deaths")]),
    ("Voters must be 18 or older.", [(18, "years", "gt", "age")]),
    ("Some marchers were as young as 15.", [(15, "years", "eq", "age")]),
    # what was counted before
    ("Offences rose to 50,510, or 137 a day.", [(50510, "offences", "eq", "count"), (137, "offences", "eq", "count")]),
    ("Homicides fell from 612 to 583.", [(612, "homicides", "eq", "deaths"), (583, "homicides", "eq", "deaths")]),
    ("The law passed by 217 votes to 213.", [(217, "votes", "eq", "votes"), (213, "votes", "eq", "votes")]),
    ("The senate confirmed her 61-39.", [(61, "votes", "eq", "votes"), (39, "votes", "eq", "votes")]),
    ("They have lost seven of their last nine matches.", [(7, "matches", "eq", "count")]),
    ("About 1.7 million of the strip's 2.3 million residents fled.", [(1.7e6, "people", "about", "refugees")]),
    ("The navy downed 25 out of 35 drones.", [(25, "drones", "eq", "weapons")]),
    ("Britain sent 60 search and rescue specialists and 30 Leopard 1 tanks.",
     [(60, "people", "eq", "people"), (30, "tanks", "eq", "weapons")]),
    # money and what it is
    ("Jurors awarded her $72.5 million in compensatory damages.", [(72.5e6, "USD", "eq", "damages")]),
    ("The hurricane caused $5.5 billion of damage.", [(5.5e9, "USD", "eq", "other")]),
    ("Average hourly earnings rose to $33.03.", [(33.03, "USD", "eq", "wages")]),
    ("Output was cut by 2.2 million barrels per day.", [(2.2e6, "barrels per day", "eq", "trade-volume")]),
    # science
    ("The black hole is 33 times heavier than the Sun.", [(33, "times", "eq", "ratio")]),
    ("The film weighed less than 0.5 g. It was clear.", [(0.5, "g", "lt", "mass")]),
    ("Summers were more than 1.5C warmer than the pre-industrial level.", [(1.5, "degC", "gt", "temperature")]),
    ("The rover made 5.4 grams of oxygen.", [(5.4, "g", "eq", "mass")]),
]  # fmt: skip

NOT_FOUND = [
    "The copper 232 tariffs and the UN 1267 sanctions stay, with 24/7 patrols.",
    "The Six Assurances and the Eight Points guide the island, analysts say.",
    "It joined the Seven Hills coalition, which met at COP29 and backed the 1 Billion Trees Initiative.",
    "The S&P 500 companies and Fortune 500 bosses agreed, under 6 U.S.C. 124n.",
    "The planet Kepler 22 b is far away, seen on Air Force Two.",
    "Prices are given in constant 2015 dollars (in $ millions).",
    "Sections 232 and 301 duties took a 180-degree turn.",
    '<img src="a.jpg" width="3000" height="2000"> and <td>($1,555)</td>',
    "The order cites 22 C.F.R. 51.63(a)(3) and 50 U.S.C. 1701-1706.",
    "See 85 FR 1234 and 136 Stat. 1818, as amended.",
    "The law struck down 18 U.S.C. § 666.",
    "Ring +372 625 6342 or (202) 555-0143 for details.",
    "Phase 3 trials begin under column 2 rates.",
    "Quantity (95% CI) is given below.",
    "The match ended 3-2 after a 2-0 start.",
    "Between 1992 and 2020 little changed.",
    "The network is 5G, the bus the A320neo.",
    "| North | 1,204 | 1,377 |",
    "The pulse lasted 22.3 femtoseconds.",
    "The 5K starts at noon; Alvarez, back at 3B, bats first for the Owls.",
    "The picture came in 1 hr 4 mins ago and stayed up for 20 secs.",
]


def labelled_rows() -> Iterator[tuple[str, str, bool]]:
    """(reader, rule, is_right) of every figure read in the cases, for bench/measure_rule_precision.py."""
    for text, expected in FOUND:
        for row in read(text):
            yield row.reader, row.rule, (row.value, row.unit, row.comparator, row.measure) in expected
    for text in NOT_FOUND:
        for row in read(text):
            yield row.reader, row.rule, False


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_news_figures_are_read_as_a_careful_person_would(text: str, expected: list[Figure]) -> None:
    assert [(row.value, row.unit, row.comparator, row.measure) for row in read(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND, ids=[text[:40] for text in NOT_FOUND])
def test_references_scores_and_labels_are_no_figures(text: str) -> None:
    assert [row.text for row in read(text)] == []


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("Canada imposed a 15% tariff on steel pipes in March 2019.", True),
        ("Norway raised its duty on cheese to 277% in January 2013.", True),
        ("The 15% tariff on steel pipes could be lifted in May 2019.", False),
        ("India agreed to drop the 12% duty on lentils in June 2018.", False),
        ("The minister hopes to keep the 9% tariff and to get the envoy to visit Lima in August 2016.", False),
    ],
)
def test_a_rate_that_stands_is_dated_by_what_sets_it_alone(text: str, is_dated: bool) -> None:
    assert [row.period_time_expression_id is not None for row in read(text)] == [is_dated]
