"""Names that act and names that only look like it: laws, schemes, storms, airports, powers, 'it' that is nobody."""

from __future__ import annotations

import pytest

from tests.unit.test_actors import BODY, COMPANY, PERSON, STATE, actors_of, read

READ = [
    # told by what they do, have or are
    ("Corvane Labs said it would close. Shares in Dellmark rose.", {"Dellmark": COMPANY}),
    ("A study by the Tarn Valley Water Watch put losses at a fifth.", {"Tarn Valley Water Watch": BODY}),
    ("Ann Lee was an associate at Dewey & Harrow from 2006.", {"Dewey & Harrow": BODY}),
    ("Rivals include Boston Alloy and Electra.", {"Boston Alloy": BODY}),
    ("Workers at AccuRounds walked out on Monday.", {"AccuRounds": BODY}),
    ("The agency, a unit of Halvorsen Group, was sued by Kettle Foods.", {"Kettle Foods": COMPANY}),
    ("Marine Systems sued the port over a berth.", {"Marine Systems": COMPANY}),
    ("The property group Selat Land bought the ground.", {"Selat Land": COMPANY}),
    ("The Ukraine Defense Contact Group met in March.", {"Ukraine Defense Contact Group": BODY}),
    ("The Corporation for Public Radio lost its grant.", {"Corporation for Public Radio": BODY}),
    ("The North American Grid Commission warned of outages.", {"North American Grid Commission": STATE}),
    ("The Bureau of Indian Affairs hired teachers in Montana.", {"Bureau of Indian Affairs": STATE}),
    # where a name begins and ends
    ("Talks with Intergovernmental Affairs Director Ann Lee went on.", {"Ann Lee": PERSON}),
    ("Chief Magistrate Eunice Wambui freed him.", {"Eunice Wambui": PERSON}),
    ("The order names Perkins Coie and Slaughter and May.", {"Perkins Coie": COMPANY, "Slaughter and May": COMPANY}),
    ("President Hale and VP Norris stood together.", {"Norris": PERSON}),
]
NOT_READ = [
    # laws, plans, programmes and slogans
    ("The Trade Relief Act of 2031 (TRAX) binds all. Under section 4(c) of the TRAX, ships pay.", ["TRAX"]),
    ("Goods are listed in Potential Rate Adjustments for Aligned Partners.", ["Potential Rate Adjustments"]),
    ("The firms back the Ratepayer Protection Pledge.", ["Ratepayer Protection"]),
    ("The deal covers Unmanned Ferry Systems and Critical Minerals.", ["Unmanned Ferry Systems", "Critical Minerals"]),
    ("A digital services tax (DST) was struck down. The DST of any state may be reviewed.", ["DST"]),
    ("They fight antisemitism, Islamophobia and hate.", ["Islamophobia"]),
    ("She served on the Tax Law Review in college.", ["Tax Law Review"]),
    # powers and ranks that go by the noun of a body
    ("He used Presidential Drawdown Authority to send trucks.", ["Presidential Drawdown Authority"]),
    ("A senior administration official briefed reporters.", ["senior administration", "A senior administration"]),
    ("Prices at Big Pharma rose in the West Bank.", ["Big Pharma", "West Bank"]),
    # things that bear a person's name, or look like one
    ("Flights left Jomo Kenyatta International Airport late.", ["Kenyatta", "Jomo Kenyatta"]),
    ("They met at the Ann Harrow Memorial Library in Leeds.", ["Ann Harrow"]),
    ("Operation Desert Lantern seized rifles.", ["Desert Lantern", "Operation Desert Lantern"]),
    ("Mount McKinley was closed after Hurricane Ian.", ["McKinley", "Ian"]),
    ("The drug moved to Schedule III; see Annex IV.", ["Schedule III", "Annex IV"]),
    ("They were removed as Alien Enemies, and all Alien Enemies shall leave.", ["Alien Enemies", "Enemies"]),
    ("The plan covers Product Coverage and Counter Islamophobia.", ["Product Coverage", "Counter Islamophobia"]),
]
UNTIED = [
    # (text, the word that stands for nobody)
    ("Sweden joined the pact. It's incredible how fast that went.", "It"),
    ("Iran closed the strait. It is hard to say why.", "It"),
    ("Belarus held a vote; the election and its aftermath were bloody.", "its"),
]


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text[:40] for text, _ in READ])
def test_what_acts_is_read_with_its_type(text: str, wanted: dict[str, str]) -> None:
    found = actors_of(text)
    assert {words: found.get(words) for words in wanted} == wanted


@pytest.mark.parametrize(("text", "unwanted"), NOT_READ, ids=[text[:40] for text, _ in NOT_READ])
def test_what_only_has_a_name_is_no_actor(text: str, unwanted: list[str]) -> None:
    assert [words for words in unwanted if words in actors_of(text)] == []


@pytest.mark.parametrize(("text", "word"), UNTIED, ids=[text[:40] for text, _ in UNTIED])
def test_a_pronoun_that_stands_for_nobody_is_tied_to_nobody(text: str, word: str) -> None:
    assert [m.text for m in read(text).mentions if m.text == word] == []


def test_an_acronym_keeps_the_name_it_stands_for_where_the_name_is_a_body() -> None:
    reading = read("The Ports Development Authority (PDA) was fined. Ships paid the PDA in full.")
    named = {m.text: m.chain_id for m in reading.mentions}
    assert named["PDA"] == named["Ports Development Authority"]
