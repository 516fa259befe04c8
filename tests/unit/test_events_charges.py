"""Deeds that charges and verdicts name, tolls and headlines without auxiliaries, days of saying. Own sentences."""

from __future__ import annotations

import pytest

from tests.unit.test_events import read

# sentence, trigger of the deed, its status
DEEDS = [
    ("The trader was convicted of smuggling 40 kilos of ivory into Oslo in 2019.", "smuggling", "occurred"),
    ("Jan Berg pleaded guilty to killing two hikers.", "killing", "occurred"),
    ("Two men were jailed on Friday for the murder of a shopkeeper in Leeds.", "murder", "occurred"),
    ("A cashier admitted stealing 40,000 euros from her employer.", "stealing", "occurred"),
    ("The officer was found guilty on two counts of assaulting a detainee.", "assaulting", "occurred"),
    ("A student is accused of stabbing his landlord in Turin.", "stabbing", "alleged"),
    ("Prosecutors accuse the banker of bribing two ministers in 2018.", "bribing", "alleged"),
    ("He was accused of carrying out an attack on a church in Lyon in 2016.", "carrying out", "alleged"),
    ("A driver was arrested on suspicion of arson.", "arson", "alleged"),
    ("Ana Prado was acquitted of the murder of her husband.", "murder", "denied"),
]
# sentence, the only types it tells of
NO_DEEDS = [
    ("A man was charged with murder.", ["coerce·prosecution"]),
    ("So far police have arrested 262 suspects for fish smuggling.", ["coerce·arrest"]),
    ("A driver could be charged with killing the guard.", []),
    ("Kenya accused Chad of delaying the talks.", ["accuse·accusation"]),
    ("The nurse was captured on camera near the lift.", []),
    ("Customs officers mounted an operation at the harbour on Monday.", ["other·other"]),
    ("The junta imposed a curfew on Sunday.", ["sanction·sanction"]),
]
DAYS = [
    ("The customs service said on Thursday it had seized 40 kilos of ivory at the port.", None),
    ("On Friday, the coast guard said it had rescued 40 sailors off Lampedusa.", None),
    ("On Friday, 40 sailors were rescued off Lampedusa, the coast guard said.", "Friday"),
    ("The navy said late Thursday that a patrol boat had intercepted the trawler on Wednesday.", "Wednesday"),
]
TOLD = [
    ("headline", "Driver killed in crash near Horsham", "killed"),
    ("headline", "Passenger train derails near Brno", "derails"),
    ("paragraph", "Ten villagers were killed and 300 others displaced after a dam burst.", "displaced"),
    ("headline", "Thousands displaced and many missing in floods", "missing"),
    ("paragraph", "There was an explosion in a boiler on the third floor.", "explosion"),
    ("paragraph", "The miners were able to climb out of the shaft.", "climb out of"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), DEEDS)
def test_a_deed_is_told_as_far_as_the_court_has_come(text: str, trigger: str, status: str) -> None:
    assert (trigger, status) in [(r.trigger, r.status) for r in read(text).events.reports]


@pytest.mark.parametrize(("text", "expected"), NO_DEEDS)
def test_the_name_of_a_charge_is_no_second_event(text: str, expected: list[str]) -> None:
    assert sorted(read(text).types()) == expected


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_the_saying_does_not_date_the_deed(text: str, day: str | None) -> None:
    found = read(text)
    assert [found.times.get(r.time_expression_id or "") for r in found.events.reports] == [day]


@pytest.mark.parametrize(("kind", "text", "trigger"), TOLD)
def test_words_that_the_tagger_mistakes_still_tell(kind: str, text: str, trigger: str) -> None:
    assert trigger in [r.trigger for r in read(text, kind=kind).events.reports]
