"""The prefilter never leaves out a pattern that matches, and leaves most others out."""

from __future__ import annotations

import re

import pytest

from dossier.language.prefilter import Prefilter
from dossier.language.times import RULES, fact_rules

PATTERNS = [
    r"\b(?:every|each)\s+(?:other\s+)?day\b",
    r"(?:colou?r|hue)s? of (?P<what>\w+)",
    r"\d{4}-\d\d",
    r"x?",
    r"(?:a|b)(?:c|d)+e",
    r"(?i:GMT|UTC)(?=\s)",
    r"[^a]q{2,}",
    r"(?:mon|tues)day|week\s?end",
]


@pytest.mark.parametrize(
    "text",
    [
        "Each DAY and every other day",
        "hues of green, colors of red",
        "1999-12",
        "٣٤٥٦-١٢",
        "accde BDE",
        "utc gmt UTC ",
        "bqqq",
        "Tueſday, weeKend, Mondaу Monday",
        "",
        "nothing of it",
    ],
)
def test_what_matches_is_possible(text: str) -> None:
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS]
    matching = {number for number, pattern in enumerate(patterns) if pattern.search(text)}
    assert matching <= set(Prefilter(patterns).possible(text))


def test_most_rules_for_times_are_left_out_of_a_sentence_without_a_time() -> None:
    rules = [rule.pattern for rule in (*RULES, *fact_rules())]
    assert len(list(Prefilter(rules).possible("The company sold its plant to a rival."))) < len(rules) / 10
