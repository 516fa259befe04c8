"""Records of achievements, figures and rules in news and official prose: what is a deed and what only counts them."""

from __future__ import annotations

import pytest

from tests.unit.test_events import read

# kind of block, sentence: no event of any type
COUNTED = [
    ("paragraph", "Too many families have lost their savings to fraud."),
    ("paragraph", "Our council has broken more barriers than any before it."),
    ("paragraph", "The ammunition that we have sent keeps the guns firing."),
    ("paragraph", "We have now brought home dozens of stranded sailors."),
    ("paragraph", "Since 2010, over 150 village schools have closed."),
    ("paragraph", "The agency has spent 40 million euros on dykes since 2015."),
    ("paragraph", "The report covers 900 parishes that were hit by decline over the past two decades."),
    ("paragraph", "Jobs are scarcer than at any time since the mayor took office."),
    ("paragraph", "Murders are down 19%, robberies down 20%."),
    ("paragraph", "A recent analysis of port traffic identified two weak spots."),
    ("paragraph", "Analysts predict that output will shrink by 3 percent next year."),
    ("paragraph", "They hold to the conviction that work pays."),
    ("paragraph", "The port is bound by its pledge to punish smugglers."),
    ("paragraph", "(6) An importer shall repay the amount approved by the ministry."),
    ("paragraph", "There is nothing going to happen today."),
    ("paragraph", "What they charge us, we charge them."),
    ("paragraph", "Mayor Ruth Lund has joined us today."),
    ("paragraph", "We hear reports from Lagos of shooting in the streets."),
    ("paragraph", "The pumps, which will help the town, cost 40 euros."),
    ("paragraph", "The duty shall be applied to all imports from 3 April."),
    ("paragraph", "Persons sanctioned under this rule will be banned from the port."),
    ("paragraph", "Residents fear an invasion of tourists."),
    ("paragraph", "Kenya imported 52 million litres of fuel in 2024."),
    ("paragraph", "Less than half of all adults received care in 2020."),
    ("paragraph", "“They threw our workers under a bus,” said Jo Berg."),
    ("paragraph", "The office has arrested and tried dangerous smugglers."),
    ("paragraph", "Nobody wanted the boats. They bought them."),
    ("paragraph", "On Monday the port was denied access to the fund."),
    ("paragraph", "The figures reflect the end of an economic disaster."),
    ("paragraph", "President Ruto welcomed the opportunity to see the port."),
    ("paragraph", "The city saw steep declines in robberies and assaults."),
    ("headline", "Harbour workers win big as wages rise"),
    ("headline", "New survey shows strong hopes for spring"),
    ("headline", "SUNDAY SHOWS: the minister on all channels"),
]
TYPED = [
    ("President Ruto welcomed Narendra Modi to Nairobi in June 2024.", "consult·visit"),
    ("Peru negotiated the release of three fishermen with Chile on Friday.", "agree·agreement"),
    ("The regulator ordered one of them, Voss Loans, to stop lending on Monday.", "demand·demand"),
    ("Chile sent 60 firefighters to Bolivia on Tuesday.", "aid·aid"),
    ("Governor Ana Prado declared a state of calamity on Monday.", "other·other"),
    ("Robbers attacked a bank in Lyon on Monday.", "assault·assault"),
    ("Ruth Lund and Omar Sy spoke on Monday.", "consult·meeting"),
    ("On Monday I signed the Clean Rivers Act (12 U.S.C. 3 note).", "regulate·law-enacted"),
    ("The ministry proposed new rules for ferries on Monday.", "other·other"),
    ("The council struck the surgeon off the register on Monday.", "other·other"),
    ("On Monday Peru entered into an agreement with Chile.", "agree·agreement"),
    ("The governor designated the tower as a heritage site in May.", "other·other"),
    ("Denmark has provided more than 200 million euros in aid to Kenya.", "aid·aid"),
    ("More than 400 workers lost their jobs at the mill on Friday.", "other·other"),
    ("The central bank has cut its rate three times since June.", "other·other"),
]


@pytest.mark.parametrize(("kind", "text"), COUNTED)
def test_sums_of_deeds_boasts_and_rates_are_no_events(kind: str, text: str) -> None:
    assert read(text, kind=kind).types() == []


@pytest.mark.parametrize(("text", "kind"), TYPED)
def test_one_deed_beside_them_is_told(text: str, kind: str) -> None:
    assert kind in read(text).types()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Homicides fell by 18 percent in 2025.", "assault·assault"),
        ("Last week the envoy secured the release of 40 detained sailors.", "coerce·arrest"),
        ("Ndoye helped Senegal reach the final in January.", "aid·aid"),
    ],
)
def test_what_is_counted_or_described_is_not_that_deed(text: str, kind: str) -> None:
    assert kind not in read(text).types()


@pytest.mark.parametrize(
    ("text", "subtype", "parts"),
    [
        ("Jo Berg has a conviction for theft from 2014.", "sentencing", {("target", "Jo Berg")}),
        (
            "On Monday Iran and Oman discussed Sudan's invasion of Chad.",
            "meeting",
            {("participant", "Iran"), ("participant", "Oman")},
        ),
    ],
)
def test_whom_a_deed_befalls_and_what_is_talked_about_take_no_part_in_it(
    text: str, subtype: str, parts: set[tuple[str, str]]
) -> None:
    assert read(text).parts(subtype) == parts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A hearing is set for 9 May.", "scheduled"),
        ("The captain will miss the final after tearing a muscle on Thursday.", "occurred"),
        ("The ministry is issuing new rules for ferries today.", "occurred"),
    ],
)
def test_what_is_arranged_befell_or_is_done_by_saying_so_has_its_status(text: str, status: str) -> None:
    assert read(text).events.reports[-1].status == status


def test_a_year_by_which_a_law_is_called_dates_no_event() -> None:
    reports = read("President Ruto signed an order pursuant to the 1988 Act.").events.reports
    assert [r.time_expression_id for r in reports] == [None]


def test_an_agreement_that_is_entered_into_is_one_event() -> None:
    assert read("On Monday Peru entered into an agreement with Chile.").types() == ["agree·agreement"]


def test_what_a_step_answers_does_not_take_its_day() -> None:
    reports = read("On Monday Peru froze its aid in response to the coup in Chad.").events.reports
    assert [r.time_expression_id for r in reports if r.trigger == "coup"] == [None]
