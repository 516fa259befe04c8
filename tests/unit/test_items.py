"""Items named in print: whole words of the topics' lists, the longest first."""

from __future__ import annotations

import time

import pytest

from dossier.language.items import find_items

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Customs found fentanyl and two kilos of heroin.", [("fentanyl", "fentanyl"), ("heroin", "heroin")]),
    (
        "Synthetic opioids killed more than heroin's dealers.",
        [("Synthetic opioids", "synthetic-opioid"), ("heroin", "heroin")],
    ),
    (
        "They sold 1-boc-4-piperidone, not 4-piperidone.",
        [("1-boc-4-piperidone", "1-boc-4-piperidone"), ("4-piperidone", "4-piperidone")],
    ),
    ("Fentanyl‑related substances are controlled.", [("Fentanyl‑related substances", "fentanyl-analogue")]),
    ("A pill press and ten pill presses", [("pill press", "pill-press"), ("pill presses", "pill-press")]),
    (
        "Exports of gallium and rare-earth magnets fell.",
        [("gallium", "gallium"), ("rare-earth magnets", "rare-earth-magnet")],
    ),
    ("It sells H20 chips; they drank h20.", [("H20", "h20")]),
    ("Soybeans, crude oil and steel", [("Soybeans", "soybean"), ("crude oil", "crude-oil"), ("steel", "steel")]),
    ("The minister Rice ate rice.", [("rice", "rice")]),
    ("Nothing in the opioidal morphinesque air.", []),
    ("precursor\nchemicals over two lines", [("precursor\nchemicals", "precursor-chemical")]),
    ("İstanbul seized fentanyl", [("fentanyl", "fentanyl")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_items_are_whole_words_and_the_longest_of_the_lists(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[start:end], key) for start, end, key in find_items(text)] == expected


def test_a_megabyte_of_names_takes_linear_time() -> None:
    began = time.perf_counter()
    assert len(find_items("fentanyl " * 120_000)) == 120_000
    assert time.perf_counter() - began < 10
