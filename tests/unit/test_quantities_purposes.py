"""What the words beside a number say of its purpose, and numbers that only stress, name or repeat."""

from __future__ import annotations

import pytest

from tests.unit.test_quantities import Figure, read

FOUND: list[tuple[str, list[Figure]]] = [
    # money: for a task, to somebody's cost, saved, earned, lent
    ("The agency asked for $18 billion to reduce waiting times.", [(1.8e10, "USD", "eq", "funding")]),
    ("The council set aside $40 million to rebuild the wall, $12 million to train nurses and $3 million for buses.",
     [(4e7, "USD", "eq", "funding"), (1.2e7, "USD", "eq", "funding"), (3e6, "USD", "eq", "funding")]),
    ("Gavi promised $3.4 million to buy refrigerators.", [(3.4e6, "USD", "eq", "funding")]),
    ("He paid $5 to enter the fair.", [(5, "USD", "eq", "other")]),
    ("The tax would cost families $2,000 a year.", [(2000, "USD", "eq", "other")]),
    ("The rule saved taxpayers over $500 million.", [(5e8, "USD", "gt", "other")]),
    ("Those making less than $50,000 a year get a grant.", [(50000, "USD", "lt", "wages")]),
    ("The bank lent $4 million to a clinic.", [(4e6, "USD", "eq", "other")]),
    ("The club lost £8.3m on revenue of £31m.", [(8.3e6, "GBP", "eq", "profit"), (3.1e7, "GBP", "eq", "revenue")]),
    ("The loss of 40 homes put the loss of output at $6 billion.",
     [(40, "homes", "eq", "count"), (6e9, "USD", "eq", "other")]),
    ("Nurses are on track for a raise of $1,900.", [(1900, "USD", "eq", "wages")]),
    ("The state budget includes $9 million for flood walls.", [(9e6, "USD", "eq", "funding")]),
    ("Ottawa will lend growers up to CAD $40 million.", [(4e7, "CAD", "lt", "other")]),
    # sanctions and charges
    ("New sanctions were imposed on 14 individuals and three firms.",
     [(14, "people", "eq", "sanctioned-people"), (3, "companies", "eq", "sanctioned-companies")]),
    ("He pleaded guilty to 17 counts of theft.", [(17, "counts", "eq", "count")]),
    # percentages of one list, span or amendment measure the same
    ("Toys from Malaysia (25%), Serbia (35%) and Laos (40%) face new tariffs.",
     [(rate, "percent", "eq", "tariff-rate") for rate in (25, 35, 40)]),
    ("The duty notice is amended by striking “10 percent” and inserting “20 percent”.",
     [(10, "percent", "eq", "tariff-rate"), (20, "percent", "eq", "tariff-rate")]),
    ("Rents saw increases ranging from 13 percent to 26 percent.", [(13, "percent", "range", "change-rate")]),
    ("Of the total cost, 41 percent is due to deaths.", [(41, "percent", "eq", "share")]),
    ("The economy may contract 15 percent.", [(15, "percent", "eq", "growth-rate")]),
    ("The deficit went down 40% over the year, and 46% from April to June.",
     [(40, "percent", "eq", "change-rate"), (46, "percent", "eq", "change-rate")]),
    ("Under the tariffs, steel goods will pay a flat 50% through 2027.", [(50, "percent", "eq", "tariff-rate")]),
    ("Debt rises under the 2.2 percent growth assumption.", [(2.2, "percent", "eq", "growth-rate")]),
    ("The deal eliminates 99% of tariff barriers.", [(99, "percent", "eq", "share")]),
    ("The dose could kill 4,000 people, and aid meets the needs of 900 migrants.",
     [(4000, "people", "eq", "people"), (900, "people", "eq", "people")]),
    ("The state will renew 95,000 two-year visas.", [(95000, "visas", "eq", "count")]),
    # small parts
    ("Turnout rose two tenths of one percent.", [(0.2, "percent", "eq", "share")]),
    ("The jobless rate fell three-tenths to 4.1%.",
     [(0.3, "percent", "eq", "change-in-rate"), (4.1, "percent", "eq", "share")]),
    ("Net income was $3.8 million, or $0.57 per basic share.",
     [(3.8e6, "USD", "eq", "profit"), (0.57, "USD", "eq", "profit")]),
    ("It bought an 80% controlling interest.", [(80, "percent", "eq", "share")]),
    ("Rates rose by a quarter-point on Friday, and debt by $8 billion.",
     [(0.25, "percent", "eq", "rate-change"), (8e9, "USD", "eq", "other")]),
    ("The court ordered him to return 35 million euros.", [(3.5e7, "EUR", "eq", "fine")]),
    # who or what is counted
    ("The gang asked for N150 million and got N50,000.",
     [(1.5e8, "NGN", "eq", "other"), (50000, "NGN", "eq", "other")]),
    ("The 84-square-mile fire took one home; one home was destroyed.",
     [(84, "mi2", "eq", "area"), (1, "homes", "eq", "count")]),
    ("Divers told Reuters 95 people were safe; dozens remained missing on the ship with a capacity of 273.",
     [(95, "people", "eq", "people"), (None, "people", "about", "people"), (273, "people", "eq", "people")]),
    ("Clinics counted 140 measles cases and sent three OV-10 planes and 30 life craft.",
     [(140, "cases", "eq", "count"), (3, "planes", "eq", "count"), (30, "craft", "eq", "count")]),
    ("It taught more than 5,000 at-risk youth in 30 state-of-the-art labs.",
     [(5000, "people", "gt", "people"), (30, "labs", "eq", "count")]),
    ("They took in 7,000 or so refugees, and 160 unserved villages got a road.",
     [(7000, "people", "about", "refugees"), (160, "villages", "eq", "count")]),
    ("The fund's two largest supporters are Norway and Japan.", [(2, "supporters", "eq", "count")]),
    ("More than 30 allies sent aid, and 12 supporters were arrested.",
     [(30, "allies", "gt", "count"), (12, "people", "eq", "arrests")]),
    ("It names three key drivers of inflation.", [(3, "drivers", "eq", "count")]),
    ("A group of nearly two dozen oil-producing nations met.", [(24, "countries", "lt", "countries")]),
    ("She reached more than 80,000 elementary, middle, and high school students.", [(80000, "people", "gt", "people")]),
    ("Some 100,000 U.S. forces are in Europe.", [(100000, "troops", "about", "troops")]),
    ("The storm cut power to 900,000 households.", [(900000, "households", "eq", "people")]),
    ("More women between the ages of 18 and 49 die of it.",
     [(18, "years", "eq", "age"), (49, "years", "eq", "age")]),
    ("Exports rose 8-fold.", [(8, "times", "eq", "ratio")]),
    ("The quota allows 18,000 metric tons of sugar.", [(18000, "t", "eq", "trade-volume")]),
    ("The fair took $150+ million.", [(1.5e8, "USD", "gt", "other")]),
    ("Gifts valued at $100 or less are free.", [(100, "USD", "lt", "goods-value")]),
    ("Deals of approximately $33 billion worth of investment were signed.", [(3.3e10, "USD", "about", "investment")]),
    ("It covers procurement of 80 ferries, totaling $18.8 billion.",
     [(80, "ferries", "eq", "count"), (1.88e10, "USD", "eq", "deal-value")]),
    ("Attacks cost billions of dollars in lost property.", [(None, "USD", "about", "other")]),
    ("The clinic gets $15 million of federal funding.", [(1.5e7, "USD", "eq", "funding")]),
    ("The leader drove inflation up to 8.6%.", [(8.6, "percent", "eq", "inflation-rate")]),
]  # fmt: skip

NOT_FOUND = [
    "The coach was 100% correct and 110 percent behind the players.",
    "He is 100 percent sorry; it is one hundred per cent the right partner.",
    "The army bought 155mm shells and a 35 mm camera.",
    "The track is two-tenths of a mile long.",
    "The U.N. 1267 Sanctions Committee met, and 911 operators were trained.",
    "I have said this a thousand times.",
    "It was the wettest month since at least 1987.",
    "Section 506B of the Act (19 U.S.C. 2466b) was amended.",
    "See https://x.example/a?d=b&_id=372392296&utm=372392296 record prices.",
]

LIST = """New tariffs on goods from these countries were published:

- Japan (25%)
- Bosnia and Herzegovina (30%)

- Tunisia (25%)
"""


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_words_beside_a_number_tell_its_measure(text: str, expected: list[Figure]) -> None:
    assert [(row.value, row.unit, row.comparator, row.measure) for row in read(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND, ids=[text[:40] for text in NOT_FOUND])
def test_numbers_that_only_stress_or_name_are_left_out(text: str) -> None:
    assert [row.text for row in read(text)] == []


def test_a_bare_list_measures_what_the_line_before_it_speaks_of() -> None:
    assert [(row.value, row.measure) for row in read(LIST)] == [(v, "tariff-rate") for v in (25.0, 30.0, 25.0)]
