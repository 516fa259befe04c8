"""What pages of agencies, broadsheets and broadcasters print and a reader easily gets wrong: own sentences."""

from __future__ import annotations

import pytest

from tests.unit import test_actors, test_events, test_quantities, test_statements
from tests.unit.test_actors import BODY, PERSON, STATE, actors_of

NAMED = [
    ("Gerald O’Malley, a baker, left. O’Malley wept.", {"Gerald O’Malley": PERSON, "O’Malley": PERSON}),
    ("The Ohio Department of Transportation shut two bridges.", {"Ohio Department of Transportation": STATE}),
    ("Denmark's Red Cross sent tents to the coast.", {"Denmark's Red Cross": BODY}),
    ("Minister of Ports and Fisheries Ana Robledo resigned.", {"Ana Robledo": PERSON}),
    ("U.S. District Judge Ann Marlow jailed him.", {"Ann Marlow": PERSON}),
    ("Kenya's Harbour Ministry said so. According to the Ministry, nobody was hurt.", {"the Ministry": STATE}),
]
NOT_NAMED = [
    ("U.S. District Judge Ann Marlow jailed him.", ["U.S."]),
    ("The Alton, Illinois, woman was fined.", ["Alton"]),
    ("Snow shut three airports -- Marlow, Ann Kerr and Tarn-Hay.", ["Marlow", "Ann Kerr", "Tarn-Hay"]),
    ("MAYOR SHUTS HARBOUR PIER", ["SHUTS HARBOUR PIER"]),
    ("The vote was won by the KRNL-NATO party.", ["NATO"]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMED)
def test_names_of_agencies_pages_are_read_whole(text: str, wanted: dict[str, str]) -> None:
    found = actors_of(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(("text", "unwanted"), NOT_NAMED)
def test_offices_places_and_shouted_words_are_no_actors(text: str, unwanted: list[str]) -> None:
    assert [words for words in unwanted if words in actors_of(text)] == []


def test_the_agency_of_the_united_nations_is_the_one_named_before() -> None:
    reading = test_actors.read("The World Health Organization sent tents. The UN agency warned of rain.")
    chains = {m.text: m.chain_id for m in reading.mentions}
    assert chains["The UN agency"] == chains["World Health Organization"]


def test_a_newspaper_called_after_a_town_is_no_person() -> None:
    assert actors_of("He left on Monday, the Charlotte Courier reported.").get("Charlotte Courier") != PERSON


# text, figures as value, unit, measure and subject
FIGURES = [
    ("Dale Corbin, 24, of Tarn, and Nathan Mead, 31, of Wern, died.",
     [(24, "years", "age", "Dale Corbin"), (31, "years", "age", "Nathan Mead")]),
    ("The judge found Hilda Robb, 77, guilty of trespassing.", [(77, "years", "age", "Hilda Robb")]),
    ("Karl Sherwin, 65, convicted for the 1984 stabbing, left prison.", [(65, "years", "age", "Karl Sherwin")]),
    ("He received a 20-year sentence.", [(20, "years", "sentence-length", None)]),
    ("The bank raised its key rate to 6.5 percent. Analysts had thought the rate would stay at 4.25 percent.",
     [(6.5, "percent", "interest-rate", "The bank"), (4.25, "percent", "interest-rate", "the rate")]),
    ("The last change was a quarter-point reduction in July.", [(0.25, "percent", "rate-change", "reduction")]),
    ("The airline ended the week with an on-time performance of about 67%.",
     [(67, "percent", "share", "on-time performance")]),
    ("Officials said 16 people were confirmed dead.", [(16, "people", "deaths", "people")]),
    ("Another 90 people have suffered serious injuries.", [(90, "people", "injuries", "people")]),
    ("Rescuers pulled at least 42 from the collapsed buildings.", [(42, "people", "people", "Rescuers")]),
    ("The survey had recorded the magnitude of the quake as 7.3.", [(7.3, "magnitude", "other", None)]),
    ("The tremor measured 6.8 on Sunday.", [(6.8, "magnitude", "other", "The tremor")]),
    ("Death toll from landslides, floods climbs to 85", [(85, "deaths", "deaths", "Death toll")]),
    ("Ten bodies were found, taking the death toll there to 367.",
     [(10, "deaths", "deaths", "bodies"), (367, "deaths", "deaths", None)]),
    ("Teams try to reach millions.", [(None, "people", "people", None)]),
    ("A magnitude 6 aftershock followed.", [(6, "magnitude", "other", "aftershock")]),
    ("Some 215 Chadian soldiers were among the dead.", [(215, "people", "deaths", "Chadian soldiers")]),
    ("Fifty people have died in Assam, 64 in Bihar and 5 in Goa.",
     [(50, "people", "deaths", "people"), (64, "people", "deaths", "people"), (5, "people", "deaths", "people")]),
    ("The Green party won one seat.", [(1, "seats", "votes", "seat")]),
    ("The bank made three quarter-point hikes.", [(0.25, "percent", "rate-change", "hikes")]),
    ("The state of 220 million was hit.", [(220e6, "people", "population", None)]),
    ("Net income fell to $31 million, or 44 cents per share.",
     [(31e6, "USD", "profit", "Net income"), (44, "cents per share", "profit", "Net income")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_figure_measures_this_of_that(text: str, expected: list[tuple[float | None, str, str, str | None]]) -> None:
    found = test_quantities.read(text)
    assert [(row.value, row.unit, row.measure) for row in found] == [row[:3] for row in expected]
    told = [subject for *_, subject in expected]
    assert [row.subject if want is not None else None for row, want in zip(found, told, strict=True)] == told


def test_close_to_a_number_is_about_it() -> None:
    rows = test_quantities.read("Inflation should return to close to 4 percent.")
    assert [row.comparator for row in rows] == ["about"]


def test_an_age_between_commas_has_no_period_and_no_subject_but_the_name() -> None:
    row = test_quantities.read("Karl Sherwin, 65, convicted for the 1984 stabbing, left prison.")[0]
    assert (row.subject, row.period_time_expression_id) == ("Karl Sherwin", None)


# text, subtype of the event, its participants
PARTS = [
    ("A former Leeds police sergeant has pleaded guilty to fraud.", "prosecution", set()),
    ("Chile's earthquake killed 22 people on Monday.", "other", set()),
    ("Joan Hale joined the 43 million Germans expected to travel.", "other", {("agent", "Joan Hale")}),
    ("In April, a jury convicted Ed King and his former partner, Anton L. Moray, of robbing drug dealers.",
     "sentencing", {("target", "Ed King"), ("target", "Anton L. Moray")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subtype", "expected"), PARTS)
def test_who_acts_is_who_the_head_noun_names(text: str, subtype: str, expected: set[tuple[str, str]]) -> None:
    assert test_events.read(text).parts(subtype) == expected


# text, subtype, words that date the event (None: nothing does)
DATES = [
    ("Karl Sherwin was convicted for the 1984 stabbing of a nurse.", "sentencing", None),
    ("Ode Marlin was sentenced on Monday for the 2019 murder of his wife.", "sentencing", "Monday"),
    ("He was jailed for killing a man in 1984.", "sentencing", None),
]


@pytest.mark.parametrize(("text", "subtype", "words"), DATES)
def test_the_year_of_the_deed_is_not_that_of_the_verdict(text: str, subtype: str, words: str | None) -> None:
    found = test_events.read(text)
    report = next(r for r in found.events.reports if r.event_subtype == subtype)
    assert found.times.get(report.time_expression_id or "") == words


def test_what_a_judge_set_aside_is_not_scheduled() -> None:
    found = test_events.read(
        "Under an agreement between the prosecutors and the defence, the judge set aside his sentence for the murder."
    )
    assert {r.status for r in found.events.reports} == {"occurred"}


COMMONPLACE = [
    "As night fell, travellers went home.",
    '"All the streets were dead by noon," she said.',
    "In 2004 a climber spent four weeks in hospital.",
    '"I try to turn and then I just hit the wall," Harker said.',
    "Marsh said she arrived an hour early at the station to catch a train.",
]


@pytest.mark.parametrize("text", COMMONPLACE)
def test_nightfall_quiet_roads_and_private_doings_are_no_events(text: str) -> None:
    assert not test_events.read(text).types()


def test_deaths_in_the_worst_quake_in_decades_are_told() -> None:
    found = test_events.read("At least 37 people were killed Tuesday after Nepal's worst quake in decades.")
    assert found.types()


def test_a_participle_behind_a_comma_goes_with_who_did_the_main_deed() -> None:
    rows = test_statements.read(
        "A judge in Leeds criticised a ruling that forced him to jail the man, urging the court to revisit the matter."
    )
    assert [row.speaker_as_written for row in rows] == ["A judge in Leeds"]
