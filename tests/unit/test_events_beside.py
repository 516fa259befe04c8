"""What is told beside an event and is none, and what is easily missed: own sentences, one table a question."""

from __future__ import annotations

import pytest

from tests.unit.test_events import read

# text, all events that it states
CASES = [
    ("The firm was fined $2 million on Tuesday for failing to train its crew.", ["coerce·sentencing"]),
    ("Critics accuse the agency of failing to publish its data.", []),
    ("The levy raised 96 billion shillings.", []),
    ("The charity concert raised 2 million pounds for the school on Saturday.", ["other·other"]),
    ("Malaria killed an estimated 608,000 people in 2022.", ["other·other"]),
    ("Gunmen killed 14 people in Zamfara on Tuesday.", ["assault·assault"]),
    ('The minister called the threat "blackmail".', []),
    ("President Biden called his Chinese counterpart on Tuesday.", ["consult·call"]),
    ("Anyone who blocked a road would be arrested, the police chief said.", []),
    ("Those who refused to leave would be detained, the army said.", []),
    ("At least 40 houses were destroyed in the village.", ["other·other"]),
    ("Rebels attacked the town on Monday. Forty houses were destroyed.", ["assault·assault", "assault·assault"]),
    ("A wall of mud hit the town at dawn on Saturday.", ["other·other"]),
    ("A rocket hit a hospital in Aden.", ["assault·assault"]),
    ("Three people were killed when a tree fell on a bus.", ["other·other", "other·other"]),
    ("Jets struck targets in the north of Yemen on Friday.", ["assault·assault"]),
    ("Police have clashed with marchers in Lima.", ["protest·protest"]),
    ("Some 4,000 nurses rallied in Lima to call for higher pay.", ["protest·protest"]),
    ("Neighbours rallied to support the family.", []),
    ("Three people were killed on Friday after a strong quake struck Chile.", ["other·other", "other·other"]),
    ("Dozens of boats were destroyed in the harbour.", ["other·other"]),
    ("Envoys of Serbia and Kosovo met on Monday. The talks ended without a deal.", ["consult·meeting"]),
    ("The company apologised to the families on Monday.", []),
    ("The Dutch prime minister apologised to Indonesia on Thursday.", ["support·support"]),
    ("Firm fined over deckhand's death", ["coerce·sentencing"]),
    ("Kenya's government has called on the drivers to end the blockade.", ["demand·demand"]),
    ("The regulator has ordered Halden Motors to fix 30,000 cars.", ["demand·demand"]),
    ("The regulator ordered the bank to repay 3 million dollars.", ["coerce·sentencing"]),
    ("The World Health Organization asked donors for $40 million on Friday.", ["demand·demand"]),
    ("The children asked their teacher for help.", []),
    ("The rebels threatened to attack oil tankers.", ["threaten·threaten"]),
    ("The airline said it had cancelled 300 flights.", ["other·other"]),
    ("The firm confirmed that it had withdrawn the noodles from shops.", ["other·other"]),
    ("The army said it had killed 40 militants.", ["assault·assault"]),
    ("The vaccine trial, which started in November, is run by doctors.", ["other·other"]),
    ("The trial, which began on Monday, is expected to last six weeks.", ["coerce·prosecution"]),
    ("The UN envoy flew in from Nairobi on Tuesday.", ["consult·visit"]),
    ("The singer flew in on Tuesday.", ["other·other"]),
    ("The smelter suspended operations on Sunday.", ["other·other"]),
    ("The army halted operations against the rebels on Friday.", ["yield·yield"]),
    ("The Bank of Ghana held its policy rate at 29 percent.", ["other·other"]),
    ("Japan raised the tariff rate on rice in 2015.", ["sanction·tariff-raised"]),
    ("All 40 passengers were rescued.", ["aid·aid"]),
    ("The pilot was flown to hospital in Perth on Monday.", ["other·other"]),
    ("He will spend 12 years in prison.", ["coerce·sentencing"]),
    ("He spent 12 years in prison.", []),
    ("Two officers were held in pre-trial detention on Monday.", ["coerce·arrest"]),
    ("Mayor held in bribery probe", ["coerce·arrest"]),
    (
        "Since May, Oman has closed two depots, blocked several accounts and sacked nine inspectors.",
        ["other·other"] * 3,
    ),
    ("The ministry said the plan breaks the treaty, urging Chad to drop it.", ["demand·demand"]),
    ("Poachers are spreading, the Wildlife Service charged.", ["accuse·accusation"]),
    ("Norway said on Monday it would begin regulating the pesticide.", ["regulate·substance-controlled"]),
    ("The new rule takes effect on 1 May.", ["regulate·law-enacted"]),
    ("Oman's control over pesticides is strict.", []),
    ("The Dutch accusation lacks evidence.", []),
    ("The death toll rose to 57.", []),
    ("Hundreds of thousands have been killed.", []),
    ("Seizures in March were up from 80 tonnes.", []),
    ("It was one of the country's deadliest accidents in decades.", []),
    ("Envoys of Chad and Niger met on Friday. The meeting was the first meeting in years.", ["consult·meeting"]),
    ("They discussed how to strengthen cooperation.", []),
    ("Cyclone Orla struck the coast of Fiji on Sunday.", ["other·other"]),
    ("Cyclone Orla struck Fiji on Sunday, flattened houses and left thousands without power.", ["other·other"]),
    ("A roadside bomb went off near Gao on Monday.", ["assault·assault"]),
    ("Warplanes targeted homes in the town on Friday.", ["assault·assault"]),
    ("Youths hurled stones at riot police in Lima on Friday.", ["assault·assault"]),
    ("The police officer was shot dead in Durban on Friday.", ["assault·assault"]),
    ("Nurses put down their tools on Monday.", ["protest·protest"]),
    ("Miners started a strike on Monday.", ["protest·protest"]),
    ("The envoy left the door open for talks.", []),
    ("Police will allege that the men lied.", []),
    ("Police detained 70 people at mass protests on Sunday.", ["coerce·arrest", "protest·protest"]),
    ("Lorries waited in an area designated for buses.", []),
]
THREATS = [
    ("Truckers said they would block the highway unless fuel prices fell.", None),
    ("The union threatened to strike from 1 May.", "1 May"),
    ("Nurses said they would strike from 3 June unless the government raised pay.", "3 June"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_passage_states_these_events_and_no_others(text: str, expected: list[str]) -> None:
    assert sorted(read(text).types()) == expected


@pytest.mark.parametrize(("text", "words"), THREATS)
def test_a_protest_that_somebody_says_he_will_hold_is_threatened_for_its_day(text: str, words: str | None) -> None:
    found = read(text)
    assert [(r.event_type, r.status) for r in found.events.reports] == [("protest", "threatened")]
    assert [found.times.get(r.time_expression_id or "") for r in found.events.reports] == [words]


def test_the_year_that_a_budget_is_called_by_is_not_its_day() -> None:
    assert read("Parliament has approved the 2022 budget.").events.reports[0].time_expression_id is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry banned imports of poultry pursuant to Decree No. 25 of March 3, 2018.", None),
        ("The king lifted the emergency declared in Decree 14 of June 9, 2021.", "June 9, 2021"),
        ("The council adopted Resolution 2951 of August 11, 2006.", "August 11, 2006"),
    ],
)
def test_the_day_of_a_paper_that_is_cited_is_not_that_of_the_deed(text: str, words: str | None) -> None:
    found = read(text)
    assert words in [found.times.get(r.time_expression_id or "") for r in found.events.reports]


def test_a_term_of_prison_does_not_swallow_the_day_of_the_sentence() -> None:
    found = read("A driver was jailed for four years on Friday.")
    assert [found.times[r.time_expression_id or ""] for r in found.events.reports] == ["Friday"]
