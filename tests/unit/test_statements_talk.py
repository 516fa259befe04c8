"""Talk: transcripts, briefings, debates, interviews and speeches, in which labels or headlines name who speaks."""

from __future__ import annotations

import dataclasses
import time

import pytest

from dossier.language.analysis import Block
from dossier.language.turns import find_turns, surname_key
from tests.unit.test_statements import make_article, read

PEOPLE = {
    "Ruth Lund": ("lund", "person"),
    "RUTH LUND": ("lund", "person"),
    "Omar Sy": ("sy", "person"),
    "OMAR SY": ("sy", "person"),
}

# Text, then (speaker as written, chain, words) of every statement in it.
TALKS: list[tuple[str, str | None, list[tuple[str | None, str | None, str]]]] = [
    (  # a briefing: the press is nobody, a label holds until the next or until she is spoken of
        "MS. LUND: The ferry is back in service today.\nWe thank the crews for working all night.\n"
        "QUESTION: And the second ferry, will it sail?\nMS. LUND: Not before the end of the month.\n"
        "Ruth Lund spoke at the port.",
        "Press briefing on the ferries",
        [
            ("MS. LUND", "lund", "The ferry is back in service today."),
            ("MS. LUND", "lund", "We thank the crews for working all night."),
            ("MS. LUND", "lund", "Not before the end of the month."),
        ],
    ),
    (  # a broadcast: full names first, surnames later; stage directions are not said
        "RUTH LUND, HOST: Omar Sy has walked to the pole and back.\nOMAR SY: (Laughs) It was colder than I had hoped.\n"
        "LUND: Would you do it again next year?\nSY: Ask me when my toes are warm.",
        None,
        [
            ("RUTH LUND", "lund", "Omar Sy has walked to the pole and back."),
            ("OMAR SY", "sy", "It was colder than I had hoped."),
            ("LUND", "lund", "Would you do it again next year?"),
            ("SY", "sy", "Ask me when my toes are warm."),
        ],
    ),
    (  # the record of a house, its names glued to the words
        "§ Mrs. Ruth Lund (Hull East)On a point of order, has the map been lost?\nIt was promised in May.\n"
        "§ Madam SpeakerThat is not a matter for the Chair today.\n"
        "§ Mr. Omar Sy (Leith)The map will be printed before the recess.",
        None,
        [
            ("Mrs. Ruth Lund", "lund", "On a point of order, has the map been lost?"),
            ("Mrs. Ruth Lund", "lund", "It was promised in May."),
            ("Madam Speaker", None, "That is not a matter for the Chair today."),
            ("Mr. Omar Sy", "sy", "The map will be printed before the recess."),
        ],
    ),
    (  # the record of a house, its names on lines of their own
        "Mrs. Ruth Lund\nWill the Minister say when the map is printed?\nMr. Speaker\nOrder, that was asked before.\n"
        "Mr. Omar Sy\nIt will be printed before the recess.",
        None,
        [
            ("Mrs. Ruth Lund", "lund", "Will the Minister say when the map is printed?"),
            ("Mr. Speaker", None, "Order, that was asked before."),
            ("Mr. Omar Sy", "sy", "It will be printed before the recess."),
        ],
    ),
    (  # a clip whose speaker nobody knows
        "RUTH LUND, ANCHOR: The ferry ran aground at dawn.\nUNIDENTIFIED MALE: We jumped into the cold water.\n"
        "LUND: All forty passengers are safe tonight.",
        None,
        [
            ("RUTH LUND", "lund", "The ferry ran aground at dawn."),
            ("UNIDENTIFIED MALE", None, "We jumped into the cold water."),
            ("LUND", "lund", "All forty passengers are safe tonight."),
        ],
    ),
    (  # the cells of a table
        "Ruth Lund: | How cold was it at the pole?\nOmar Sy: | Colder than I had hoped.\n"
        "Ruth Lund: | Would you do it again?\nOmar Sy: | Ask me when my toes are warm.",
        None,
        [
            ("Ruth Lund", "lund", "How cold was it at the pole?"),
            ("Omar Sy", "sy", "Colder than I had hoped."),
            ("Ruth Lund", "lund", "Would you do it again?"),
            ("Omar Sy", "sy", "Ask me when my toes are warm."),
        ],
    ),
    (  # a debate
        "Ruth Lund (Hull East) (Lab): Will the Minister publish the map of wells?\n"
        "The Minister for Water (Omar Sy): I will publish it when it is ready.\n"
        "Ruth Lund: That is what he told us two years ago.\nOmar Sy: And I was right two years ago.",
        None,
        [
            ("Ruth Lund", "lund", "Will the Minister publish the map of wells?"),
            ("The Minister for Water", "sy", "I will publish it when it is ready."),
            ("Ruth Lund", "lund", "That is what he told us two years ago."),
            ("Omar Sy", "sy", "And I was right two years ago."),
        ],
    ),
    (  # running times
        "Ruth Lund (00:04):\nThe tunnel is two years late.\nOmar Sy (00:09):\nIt was never going to be easy.\n"
        "Ruth Lund (01:12):\nWho pays for the delay?\nOmar Sy (01:15):\nThe builder pays every krone of it.",
        None,
        [
            ("Ruth Lund", "lund", "The tunnel is two years late."),
            ("Omar Sy", "sy", "It was never going to be easy."),
            ("Ruth Lund", "lund", "Who pays for the delay?"),
            ("Omar Sy", "sy", "The builder pays every krone of it."),
        ],
    ),
    (  # a call: labels are lines of their own
        "Hull Shipping call transcript\nOperator\nGood morning and welcome to the call of Hull Shipping.\n"
        "Ruth Lund -- Chief Executive\nWe sold two ships and bought a third.\n"
        "Omar Sy -- Lark Bank -- Analyst\nWhat did the third one cost you?\n"
        "Ruth Lund -- Chief Executive\nLess than the two brought in.",
        "Hull Shipping call transcript",
        [
            ("Ruth Lund", "lund", "We sold two ships and bought a third."),
            ("Omar Sy", "sy", "What did the third one cost you?"),
            ("Ruth Lund", "lund", "Less than the two brought in."),
        ],
    ),
    (  # an interview that prints questions and answers only
        "Omar Sy on ice and fear\nOmar Sy has crossed Greenland twice.\nWhat do you eat on the ice?\n"
        "I eat butter, mostly, and my own words.\nAre you ever afraid out there?\nI am afraid of the flight home.\n"
        "Will you go again?\nI will go until they hide my skis.",
        "Omar Sy on ice and fear",
        [
            ("Omar Sy", "sy", "I eat butter, mostly, and my own words."),
            ("Omar Sy", "sy", "I am afraid of the flight home."),
            ("Omar Sy", "sy", "I will go until they hide my skis."),
        ],
    ),
    (
        "Omar Sy, who has crossed Greenland twice, talks about butter.\nQ: What do you eat on the ice?\n"
        "A: I eat butter, mostly, and my own words.\nQ: And at home?\nA: Anything that my daughter cooks for me.",
        None,
        [
            ("Omar Sy", "sy", "I eat butter, mostly, and my own words."),
            ("Omar Sy", "sy", "Anything that my daughter cooks for me."),
        ],
    ),
    (  # a speech
        "Remarks by Ruth Lund at the opening of the lock\nI am glad to see so many boats.\n"
        "We have waited forty years for this gate.",
        "Remarks by Ruth Lund at the opening of the lock",
        [
            ("Ruth Lund", "lund", "I am glad to see so many boats."),
            ("Ruth Lund", "lund", "We have waited forty years for this gate."),
        ],
    ),
    (  # the hour before the first label, on its line
        "2:10 P.M. EST MS. LUND: I am glad to see so many boats.\nMS. LUND: My name is Ruth Lund.",
        "Press briefing",
        [
            ("MS. LUND", "lund", "I am glad to see so many boats."),
            ("MS. LUND", "lund", "My name is Ruth Lund."),
        ],
    ),
    (  # what others are plainly reported to have said is theirs, also inside a turn
        "MS. LUND: Thank you for coming out so early.\n"
        "MS. LUND: We heard him out. Omar Sy said that the lock was leaking.\n"
        "MS. LUND: I think it holds very well.\n"
        "MS. LUND: My name is Ruth Lund.",
        "Press briefing",
        [
            ("MS. LUND", "lund", "Thank you for coming out so early."),
            ("MS. LUND", "lund", "We heard him out. Omar Sy said that the lock was leaking."),
            ("Omar Sy", "sy", "the lock was leaking"),
            ("MS. LUND", "lund", "I think it holds very well."),
            ("MS. LUND", "lund", "My name is Ruth Lund."),
        ],
    ),
]


@pytest.mark.parametrize(("text", "headline", "expected"), TALKS, ids=[text[:40] for text, _, _ in TALKS])
def test_a_turn_is_said_by_whom_its_label_or_headline_names(
    text: str, headline: str | None, expected: list[tuple[str | None, str | None, str]]
) -> None:
    first = text.split("\n")[0]
    rows = read(text, PEOPLE, kinds={0: "headline"} if first == headline else {}, headline=headline)
    assert [(row.speaker_as_written, row.speaker_chain_id, row.quote) for row in rows] == expected


@pytest.mark.parametrize(
    "text",
    [
        "MYTH: The lock leaks.\nFACT: It is dry.\nMYTH: It cost a billion.\nFACT: It cost half of that.",
        "WHO: The harbour board\nWHAT: Opening of the lock\nWHEN: Monday\nWHERE: Pier 4",
        "SECURING THE HARBOUR: A wall is built.\nPROTECTING THE HARBOUR: A second wall is built.",
        "Cheaper Boats: The fee falls.\nSafer Piers: The rails are new.\nMore Trams: Two lines open.",
        "LONDON: The pound fell.\nPARIS: The euro rose.\nTOKYO: The yen was flat.",
        "Remarks by Ruth Lund anger the port\nRuth Lund said “we are late”.\nThe port said “our cranes work”.",
        "A. The lock is closed.\nB. The lock is open.\nA. The pier is closed.\nB. The pier is open.",
        "What is a lock? It is a gate.\nWho pays for it? The harbour board pays.",
    ],
)
def test_headings_lists_and_datelines_are_no_turns(text: str) -> None:
    assert find_turns(dataclasses.replace(make_article(text), headline=text.split("\n")[0])) == {}


@pytest.mark.parametrize(
    ("label", "key"),
    [("SEN. RUTH LUND (D-OR), CHAIR", "lund"), ("LUND", "lund"), ("The Minister (Omar Sy)", "sy"), ("Q", "q")],
)
def test_a_label_is_known_by_its_surname(label: str, key: str) -> None:
    assert surname_key(label) == key


@pytest.mark.parametrize("line", ["Q  What? ", "A B: ", "MS. LUND: no ", "[(x) ", "Is it you? "])
def test_twenty_thousand_lines_of_talk_take_linear_time(line: str) -> None:
    article = make_article("Ruth Lund spoke. ")
    began = time.perf_counter()
    text = "\n".join([line] * 20_000)
    blocks, at = [], 0
    for piece in text.split("\n"):
        blocks.append((at, at + len(piece)))
        at += len(piece) + 1
    sample = article.paragraphs[0]
    paragraphs = [dataclasses.replace(sample, block=Block(a, b, "paragraph")) for a, b in blocks]
    find_turns(dataclasses.replace(article, text=text, paragraphs=paragraphs))
    assert time.perf_counter() - began < 8


def test_a_pull_quote_is_whose_it_is_in_the_text() -> None:
    text = "“The sea took the wall in one night”\n“The sea took the wall in one night,” said Ruth Lund on the quay."
    rows = read(text, {"Ruth Lund": ("lund", "person")})
    assert [(row.speaker_chain_id, row.rule == "displayed") for row in rows] == [("lund", True), ("lund", False)]
