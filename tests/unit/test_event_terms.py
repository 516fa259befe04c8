"""The telling words of event reports and of articles' heads, which SQL compares across articles."""

from __future__ import annotations

from typing import Any

import pytest

from dossier.language.event_terms import word_stem
from dossier.language.lexicons import load_lexicon
from dossier.language.reader import read_document


def rows_of(text: str, table: str) -> list[dict[str, Any]]:
    return read_document("doc0", text, {})[table]


def terms_of(sentence: str, trigger: str) -> set[tuple[str, str]]:
    """Terms and their kinds of the report with this trigger."""
    read = read_document("doc0", sentence, {})
    ids = {r["event_report_id"] for r in read["read_event_reports"] if trigger in r["trigger"]}
    assert ids, f"no report with the trigger {trigger!r}"
    return {(r["term"], r["term_kind"]) for r in read["read_event_terms"] if r["event_report_id"] in ids}


@pytest.mark.parametrize(
    ("sentence", "trigger", "deed"),
    [
        ("A court in Lagos sentenced the former governor to six years in prison.", "sentenced", "sentence"),
        ("The former governor was jailed on Monday.", "jailed", "sentence"),
        ("Police in Oslo arrested three men on Friday.", "arrested", "arrest"),
        ("Officers detained three men in Oslo.", "detained", "arrest"),
        ("Norway's foreign minister met his Danish counterpart in Bergen.", "met", "meeting"),
        ("The ministers of Norway and Denmark held talks in Bergen.", "talks", "meeting"),
        ("A gunman shot two people in a bar in Perth.", "shot", "shooting"),
        ("A ferry with 80 people on board went down off Cebu on Tuesday.", "went", "sinking"),
        ("The trawler capsized off Iceland on Tuesday.", "capsized", "sinking"),
        ("Miners in Zambia walked out on Monday.", "walked", "strike"),
        ("The former governor was sent to prison on Monday.", "sent", "sentence"),
        ("A bomb went off in a bus station in Kano on Monday.", "went", "blast"),
        ("Northfield Air agreed on Monday to buy Delta Freight for $2 billion.", "agreed", "takeover"),
    ],
)
def test_what_is_done_is_the_same_deed_in_other_words(sentence: str, trigger: str, deed: str) -> None:
    assert (deed, "deed") in terms_of(sentence, trigger)


def test_a_verb_with_a_complement_that_is_known_stands_for_that_alone() -> None:
    found = terms_of("Harlow Mills struck an agreement to buy Denby Cotton on Wednesday for $40 million.", "struck")
    assert ("agreement", "deed") in found
    assert not {("hit", "deed"), ("attack", "deed")} & found


def test_words_of_the_sentence_outside_the_quote_are_told_apart_and_titles_are_no_names() -> None:
    sentence = "Judge Amina Bello, who came to Kano in March, said police had arrested two smugglers near Katsina."
    found = terms_of(sentence, "arrested")
    assert ("katsina", "name") in found
    assert ("bello", "nearby name") in found
    assert ("judge", "nearby name") not in found


def test_an_ordinal_counts_only_where_it_is_said_of_the_event() -> None:
    assert ("second", "sequence") in terms_of("Chile and Peru held a second meeting in Lima on Monday.", "meeting")
    assert not {
        t for t in terms_of("Police arrested a man in the country's second city.", "arrested") if t[1] == "sequence"
    }
    assert not {t for t in terms_of("The ministers will meet in Oslo next Tuesday.", "meet") if t[1] == "sequence"}


def test_an_article_s_telling_words_are_those_of_its_head_each_once() -> None:
    filler = " ".join(
        f"The weather was mild in month {n} and the harvest of field {n + 500} went well." for n in range(120)
    )
    terms = rows_of(
        f"A ferry capsized off Zanzibar.\n\nThe ferry was full.\n\n{filler}\n\nA volcano erupted.", "read_article_terms"
    )
    words = [row["term"] for row in terms]
    assert len(words) == len(set(words))
    assert {"ferry", "zanzibar", "harvest"} <= set(words)
    assert "volcano" not in words
    assert {row["term"] for row in terms if row["is_name"]} == {"zanzibar"}


def test_a_noun_and_its_verb_have_one_stem() -> None:
    assert word_stem("election") == word_stem("elect")
    assert word_stem("meeting") == word_stem("meet")


def test_general_words_are_listed_with_the_terms_that_reports_have() -> None:
    rows = load_lexicon("vocabulary/event_general_words")
    wrong = {row["word"]: row["term"] for row in rows if row["term"] != word_stem(row["word"])}
    assert not wrong


@pytest.mark.parametrize(
    ("sentence", "trigger", "term"),
    [
        ("The governor signed Executive Order No. 412 on Tuesday.", "signed", "order 412"),
        ("Flight 608 crashed near Aqaba on 12 May.", "crashed", "flight 608"),
        ("The council adopted Resolution 2951 on Friday.", "adopted", "resolution 2951"),
    ],
)
def test_a_number_is_part_of_the_name_it_stands_behind(sentence: str, trigger: str, term: str) -> None:
    assert (term, "numbered name") in terms_of(sentence, trigger)


def test_a_day_of_a_month_numbers_no_name() -> None:
    kinds = {kind for _, kind in terms_of("The council raised the fare by 12 percent on May 3.", "raised")}
    assert "numbered name" not in kinds
