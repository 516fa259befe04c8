"""Acts of every root type by those whom the text does not name, and acts that are of no state: own sentences."""

from __future__ import annotations

import pytest

from tests.unit.test_events import read

# text, type of an event that it states
ACTS = [
    ("The two sides settled their dispute over fishing rights on Monday.", "agree·agreement"),
    ("The carmaker is in talks with several lenders.", "consult·meeting"),
    ("The president had breakfast with the Danish prime minister on Thursday.", "consult·meeting"),
    ("The party endorsed Senator Lee for the post on Friday.", "support·support"),
    ("The agency issued an apology to the families on Friday.", "support·support"),
    ("The carmaker teamed up with a battery maker on Tuesday.", "cooperate·cooperate"),
    ("Rebels laid down their arms on Thursday.", "yield·yield"),
    ("The rebels vacated the airport on Wednesday.", "yield·yield"),
    ("Lawmakers accused the minister of lying.", "accuse·accusation"),
    ("MPs called on the minister to resign on Tuesday.", "demand·demand"),
    ("The ministry reiterated its demand for a full inquiry.", "demand·demand"),
    ("Rebel forces have rejected the plan as a trap.", "reject·reject"),
    ("Voters rejected the new charter on Sunday.", "reject·reject"),
    ("Senators voted against the pension reform on Friday.", "reject·reject"),
    ("The minister vowed to punish the mutineers on Monday.", "threaten·threat"),
    ("The EU warned Hungary on Tuesday that it would freeze the funds.", "threaten·threat"),
    ("A nationwide strike shut schools across Chile on Thursday.", "protest·protest"),
    ("The two neighbours beefed up their military presence along the border.", "mobilize·mobilize"),
    ("The government put the army on high alert on Monday.", "mobilize·mobilize"),
    ("India revoked the trade privileges of its neighbour on Monday.", "sanction·sanction"),
    ("The court barred the candidate from running on Monday.", "sanction·sanction"),
    ("Officials blocked access to the website on Tuesday.", "coerce·coerce"),
    ("A decree by President Kral on Friday stripped the judges of their powers.", "regulate·law-enacted"),
    # no state does it, or it is no act of states
    ("The league suspended the club on Monday.", "other·other"),
    ("Striker Juan Mora, who refused to tour Chad, was dropped on Monday.", "other·other"),
    ("President Ann Holm has reappointed the bank's governor, Lou Reyes.", "other·other"),
    ("A festival in Cork has dropped a film by Ana Prado.", "other·other"),
    ("Skyway Lines had to call off its first flight to Lima.", "other·other"),
    ("The brewer said it would close its plant in Hull.", "other·other"),
    ("The minister said a drone had flown over the base on 18 June.", "other·other"),
    ("Jan Kral is poised to be appointed governor.", "other·other"),
]
NO_ACTS = [
    "The supremacy battle between the two governors went on.",
    "The minister pledged to respond to letters within a week.",
    "They have endangered their partners for years.",
    "The firm employed 400 people as of June.",
]
STATUSES = [
    ("Nurses voted to strike from 3 June.", "protest", "scheduled"),
    ("Brazil is in talks with India over sugar.", "consult", "ongoing"),
    ("The minister said Chad would reopen its embassy after reaching an agreement with Libya.", "agree", "occurred"),
]


@pytest.mark.parametrize(("text", "kind"), ACTS)
def test_an_act_is_told_whoever_does_it(text: str, kind: str) -> None:
    assert kind in read(text).types()


@pytest.mark.parametrize("text", NO_ACTS)
def test_what_is_no_act_is_not_told(text: str) -> None:
    assert read(text).types() == []


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_a_vote_talks_and_what_came_before_have_their_status(text: str, kind: str, status: str) -> None:
    assert [r.status for r in read(text).events.reports if r.event_type == kind] == [status]


def test_where_a_contest_was_won_is_told_with_the_win() -> None:
    assert read("She won gold at the World Championships in 2017.").types() == ["other·other"]
