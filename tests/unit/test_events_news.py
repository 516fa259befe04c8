"""Ordinary news of many subjects: which words tell of an event, and which tell of none. Own sentences."""

from __future__ import annotations

import pytest

from tests.unit.test_events import read

# subject, kind of block, sentence, words that must be triggers
TOLD = [
    ("politics", "paragraph", "The ministry said it would reopen the border crossing on Monday.", ["reopen"]),
    ("politics", "paragraph", "Elections will be held in May, the president said.", ["held"]),
    ("politics", "paragraph", "The council was to meet in Geneva on Thursday.", ["meet"]),
    ("war", "paragraph", "The two armies exchanged fire near the river on Tuesday.", ["exchanged fire"]),
    (
        "disaster",
        "paragraph",
        "Floods that have killed 300 people also destroyed a dam in Sindh.",
        ["killed", "destroyed"],
    ),
    ("disaster", "paragraph", "Helicopters rescued 40 miners from a flooded pit.", ["rescued"]),
    ("disaster", "paragraph", "A storm killed three sailors and injured 12 on Sunday.", ["killed", "injured"]),
    ("diplomacy", "paragraph", "The envoy briefed the Chadian officials on the truce on Monday.", ["briefed"]),
    ("business", "paragraph", "Shares in the brewer fell 4 percent.", ["fell"]),
    ("sport", "paragraph", "The club made changes, firing coach Jo Berg in March.", ["firing"]),
    ("courts", "paragraph", "The lorry driver will appeal, his lawyer said.", ["appeal"]),
    ("accident", "paragraph", "The trawler overturned off Cape Verde before dawn.", ["overturned"]),
    ("accident", "paragraph", "A tanker ran aground near Mombasa last month.", ["ran aground"]),
    ("accident", "paragraph", "The helicopter went down in thick fog on Sunday.", ["went down"]),
    ("accident", "paragraph", "A lorry rolled over on the coast road, blocking both lanes.", ["rolled over"]),
    ("accident", "paragraph", "The sinking of the ferry shocked Greece.", ["sinking"]),
    ("accident", "paragraph", "A coach hit a wall near Lyon on Friday, killing nine people.", ["hit", "killing"]),
    ("accident", "paragraph", "Two climbers are dead after falling from a ridge in Nepal.", ["dead"]),
    ("accident", "paragraph", "Forty miners are known to have died, according to the ministry.", ["died"]),
    ("accident", "paragraph", "She hurt her knee in the second half on Saturday.", ["hurt"]),
    ("disaster", "paragraph", "The cyclone left 2,000 people homeless.", ["left"]),
    ("disaster", "paragraph", "An earthquake struck central Italy early on Monday, damaging 90 houses.", ["struck"]),
    ("disaster", "paragraph", "Engineers restored power to the island on Thursday.", ["restored"]),
    ("disaster", "paragraph", "Fire destroyed a sawmill in Oulu on Tuesday night.", ["destroyed"]),
    ("disaster", "headline", "Flood closes schools in Lagos", ["closes"]),
    ("courts", "paragraph", "A former bishop was acquitted of fraud on Wednesday.", ["acquitted"]),
    ("courts", "paragraph", "On Friday the banker appealed against his conviction.", ["appealed", "conviction"]),
    ("courts", "paragraph", "The driver lost his appeal in March.", ["lost"]),
    ("courts", "paragraph", "The court ordered the brewery to pay a fine of 2 million pounds.", ["ordered"]),
    ("courts", "headline", "Senator appeals against perjury conviction", ["appeals"]),
    ("courts", "paragraph", "Her brother was sent to prison for arson in 2014.", ["sent"]),
    ("crime", "paragraph", "The mayor took 90,000 euros from a builder, the court found.", ["took"]),
    ("crime", "paragraph", "He was booked at the station and later released.", ["booked", "released"]),
    ("crime", "paragraph", "A customs officer was paid $4,000 by the smugglers.", ["paid"]),
    ("crime", "paragraph", "Thieves stole three paintings from a museum in Ghent.", ["stole"]),
    ("crime", "paragraph", "A pilot was arrested on suspicion of drunk driving.", ["arrested", "drunk driving"]),
    ("politics", "paragraph", "President Ruto ordered an inquiry into the blast.", ["ordered"]),
    ("politics", "headline", "Mayor opens probe into bridge collapse", ["opens", "collapse"]),
    ("politics", "paragraph", "The transport ministry suspended the licence of Skyway Lines.", ["suspended"]),
    ("politics", "paragraph", "The agency has withdrawn the operator's permit.", ["withdrawn"]),
    ("politics", "paragraph", "Voters elected Ana Prado mayor of Recife on Sunday.", ["elected"]),
    ("politics", "paragraph", "Finance minister Jan Kral resigned on Monday.", ["resigned"]),
    ("business", "headline", "Alder Foods to buy rival Birch for $2 billion", ["buy"]),
    ("business", "headline", "Regulator clears Alder takeover of Birch Energy", ["clears"]),
    ("business", "paragraph", "Halden Motors struck a deal to acquire Voss Trucks on Tuesday.", ["struck"]),
    ("business", "paragraph", "The watchdog approved the merger on Thursday.", ["approved"]),
    ("business", "paragraph", "The brewer cut 300 jobs and shut two plants in Ohio.", ["cut", "shut"]),
    ("business", "paragraph", "The board appointed Grace Osei as chief executive.", ["appointed"]),
    ("business", "paragraph", "The airline cancelled six flights.", ["cancelled"]),
    ("labour", "paragraph", "Dockers in Santos walked out on Tuesday.", ["walked out"]),
    ("sport", "paragraph", "Kenya's Ruth Chebet won the Boston marathon on Monday.", ["won"]),
    ("sport", "paragraph", "The visitors beat Ajax 3-1 on Saturday.", ["beat"]),
    ("sport", "paragraph", "She withdrew from the doubles.", ["withdrew"]),
    ("sport", "paragraph", "Novak broke the world record in Doha.", ["broke"]),
    ("culture", "paragraph", "The band released its third album in May.", ["released"]),
    ("culture", "paragraph", "Mia Torres received the Pulitzer Prize for fiction in 2011.", ["received"]),
    ("culture", "paragraph", "The museum bought two paintings by Munch.", ["bought"]),
    ("science", "paragraph", "Astronomers discovered a comet beyond Neptune in 2016.", ["discovered"]),
    ("science", "paragraph", "Divers recovered the body of a sailor off Cartagena.", ["recovered"]),
    ("health", "paragraph", "Doctors diagnosed measles in four children in Oslo.", ["diagnosed"]),
    ("health", "paragraph", "Surgeons in Turin transplanted a kidney on Friday.", ["transplanted"]),
    ("life", "paragraph", "Born in Hull in 1923, the inventor moved to Canada.", ["Born"]),
    ("life", "paragraph", "He married Edith Crane in 1951.", ["married"]),
    ("life", "headline", "Chemist who made safety glass dies at 91", ["dies"]),
    ("weather", "paragraph", "Hurricane Lidia destroyed 400 homes in Jalisco.", ["Hurricane"]),
    ("business", "paragraph", "Halden Motors raised its quarterly dividend by a tenth.", ["raised"]),
    ("business", "paragraph", "Voss Trucks said it will buy back $2 billion in stock.", ["buy back"]),
    ("business", "paragraph", "Voss Trucks said it was shedding 900 jobs.", ["shedding"]),
    ("business", "paragraph", "Halden Motors will close its Ghent plant starting Friday.", ["close"]),
    ("business", "paragraph", "Halden Motors began cutting output on Monday.", ["cutting"]),
    ("business", "paragraph", "Low demand forced Skyway Lines to scrap the route.", ["scrap"]),
    ("economy", "paragraph", "The central bank of Peru decided to raise its key rate to 6 percent.", ["raise"]),
    ("politics", "paragraph", "Chancellor Anna Holm is stepping down.", ["stepping down"]),
    ("politics", "paragraph", "Jan Kral won an absolute majority.", ["won"]),
    (
        "politics",
        "paragraph",
        "Prime Minister Jan Kral conceded defeat after Sunday's run-off.",
        ["conceded", "run-off"],
    ),
    ("politics", "headline", "Senate President Quits After Party Routed in Vote", ["Quits", "Routed"]),
    ("politics", "paragraph", "The clinic bill passed with support from the opposition.", ["passed"]),
    ("politics", "paragraph", "Radicals withdrew their support for the government of Lena Falk.", ["withdrew"]),
    ("diplomacy", "paragraph", "The Norwegian ambassador was summoned on Monday.", ["summoned"]),
    ("diplomacy", "paragraph", "Two attaches have been expelled, the Czech foreign ministry said.", ["expelled"]),
    ("diplomacy", "paragraph", "Talks in Geneva set a date for the vote.", ["Talks"]),
    ("diplomacy", "paragraph", "The suspension of the talks between the two armies may worry Chad.", ["suspension"]),
    ("diplomacy", "paragraph", "Chad carried out its threat to expel the envoys of Mali.", ["expel"]),
    ("sport", "paragraph", "Ana Prado beat Lena Falk in the final.", ["beat"]),
]

# What is said, felt, owned, wished or always so, and what a writer says of himself
UNTOLD = [
    "Norway intends to remove fees on all farm imports.",
    "The two firms committed to build a plant.",
    "The barriers harm farmers.",
    "Her work has inspired a renaissance in local crafts.",
    "The duties set forth in the annex remain unchanged.",
    "The law mandates the detention of smugglers.",
    "Mothers have been arrested at higher rates than fathers.",
    "She served as a clerk for two judges.",
    "The bank helped shape the rules.",
    "The team met its target.",
    "The minister talked about his childhood.",
    "Nurses fought tirelessly for their patients.",
    "Ministers will continue to impose sanctions on the smugglers.",
    "If talks failed and the army attacked, thousands would flee.",
    "It was the highest reading since records began in 1990.",
    "An attack on one member is an attack on all members.",
    "The chef was dead serious.",
    "Coral reefs play a vital role in the lagoon.",
    "The regime quashed any hope of reform.",
    "The council is deepening its engagement with schools.",
    "Too many parents have lost children.",
    "The company owns three ships and employs 400 people.",
    "We bought a house because we loved the garden.",
    "Doctors often treat the disease with rest.",
    "The dead were poor.",
    "The law requires a licence.",
    "If the dam burst, the town would drown.",
    "No passengers were hurt.",
    "The minister wanted an inquiry.",
    "Her novels tell of love and loss.",
    "The club has not sacked its coach.",
    "Critics fear that the firm could cut jobs.",
    "The plan would close two schools.",
    "A permit costs 40 euros.",
    "The village lies on a river.",
]


@pytest.mark.parametrize(("subject", "kind", "text", "words"), TOLD)
def test_ordinary_news_is_told(subject: str, kind: str, text: str, words: list[str]) -> None:
    triggers = [r.trigger for r in read(text, kind=kind).events.reports]
    assert [w for w in words if not any(w in t for t in triggers)] == []


@pytest.mark.parametrize("text", UNTOLD)
def test_states_wishes_and_habits_are_no_news(text: str) -> None:
    assert read(text).types() == []


def test_a_fact_that_an_act_is_about_does_not_take_the_day_of_the_act() -> None:
    reports = read("On Friday the banker appealed against his conviction.").events.reports
    assert [r.trigger for r in reports if r.time_expression_id is not None] == ["appealed"]


def test_a_later_sentence_takes_the_day_of_the_same_deed() -> None:
    text = (
        "A ferry capsized off Malta on Tuesday. The ship sank shortly after leaving port. Nobody had noticed the leak."
    )
    reports = read(text).events.reports
    assert {r.trigger for r in reports if r.time_expression_id is not None} >= {"capsized", "sank"}


def test_whom_a_court_noun_is_about_is_its_target() -> None:
    found = read("Gerhard Lind, a banker, will challenge his conviction.")
    assert found.parts("sentencing") == {("target", "Gerhard Lind")}


def test_a_toll_has_the_day_of_the_sentence_before_and_is_no_attack_after_an_accident() -> None:
    text = "A bus plunged into a ravine near Cusco on Monday, killing two. Nine passengers were injured."
    reports = read(text).events.reports
    assert [r.event_type for r in reports] == ["other"] * 3
    assert all(r.time_expression_id is not None for r in reports)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A trawler capsized off Bari. Rescuers came late. At least 38 people were killed.", {"other"}),
        ("Dozens killed as a ferry capsizes off Bari", {"other"}),
        ("A trawler capsized off Bari. Gunmen attacked a market in Kano. At least 38 people were killed.", {"assault"}),
    ],
)
def test_the_dead_that_nobody_killed_are_those_of_the_accident_told(text: str, types: set[str]) -> None:
    assert {r.event_type for r in read(text).events.reports if r.trigger == "killed"} == types


@pytest.mark.parametrize(
    "text",
    ["The supreme court rejected the plan.", "Judges outlawed the practice.", "A court blocked the loan plan."],
)
def test_what_a_court_rejects_or_bans_is_a_ruling(text: str) -> None:
    assert read(text).types() == ["coerce·sentencing"]


def test_a_clock_time_is_of_the_day_that_the_story_tells() -> None:
    found = read("A plane crashed near Omsk on Sunday. It had taken off at 6.02pm.")
    assert {found.times[r.time_expression_id or ""] for r in found.events.reports} == {"Sunday"}


def test_a_subject_that_the_parser_joins_to_the_object_before_it_acts_itself() -> None:
    found = read("Peru condemned the coup and Chile suspended its aid to Bolivia.")
    assert found.parts("accusation") == {("agent", "Peru")}
    assert ("agent", "Chile") in found.parts("sanction")
