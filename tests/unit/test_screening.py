"""Screening: whole words are counted, and the choice of topics decides what is waiting to be read."""

from __future__ import annotations

import duckdb
import pytest

from dossier.errors import DossierError
from dossier.landing.readings import count_unread
from dossier.landing.screening import Screener, Term, choose_documents, choose_topics, load_screener
from dossier.language.items import find_items
from dossier.raw_tables import append_rows, create_raw_tables

SCREENER = Screener(
    [
        Term("metals", b"tin", False),
        Term("metals", b"tin ore", False),
        Term("metals", b"gallium nitride", False),
        Term("metals", b"n-type wafer", False),
        Term("metals", "béryl".encode(), False),
        Term("trains", b"EMU", True),
        Term("trains", b"tram", False),
    ]
)


@pytest.mark.parametrize(
    ("text", "metals", "trains"),
    [
        ("Tin rose; two tins of TIN were sold.", 3, 0),
        ("The tinted glass of Martin, a tinsmith, and tin_can.", 1, 0),  # an underscore is no letter
        ("Miners dug tin ore and more tin.", 2, 0),
        ("gallium\nnitride, gallium\u00a0nitride, gallium  nitride", 2, 0),
        ("an n\u2011type wafer and n–type wafers", 2, 0),
        ("An EMU and two emus passed the trams of the tramway.", 0, 2),
        ("étin, tiné, tin’s, (tin)", 2, 0),
        ("BÉRYL and béryls, beryl", 2, 0),
        ("", 0, 0),
        ("tin", 1, 0),
        ("锡tin锡 tin。", 1, 0),
        ("broken \ud800 tin", 1, 0),
    ],
)
def test_whole_words_are_counted(text: str, metals: int, trains: int) -> None:
    assert {s.topic: s.mention_count for s in SCREENER.screen(text)} == {"metals": metals, "trains": trains}


def test_different_terms_are_counted_once() -> None:
    (metals, _) = SCREENER.screen("tin, tin, tins and gallium nitride")
    assert (metals.mention_count, metals.term_count) == (4, 2)


def test_screening_finds_something_where_the_reader_of_items_does() -> None:
    for text in (
        "Officers seized 3 kg of ketamine and two litres of acetic anhydride in the port.",
        "The ministry lifted the duty on soya\nbeans and on wool carpets.",
        "The council met on Monday to talk about the school.",
        "Exports of germanium and of machine tools were halted.",
    ):
        assert (sum(s.mention_count for s in load_screener().screen(text)) > 0) == bool(find_items(text)), text


def test_a_topic_that_there_is_not_is_refused_with_those_there_are() -> None:
    assert choose_topics(" goods, export_controls,goods") == ("goods", "export_controls")
    with pytest.raises(DossierError, match="no topic cheese.*goods"):
        choose_topics("goods,cheese")


def test_only_documents_of_the_chosen_topics_wait_to_be_read_until_all_are_wanted_again() -> None:
    connection = duckdb.connect()
    create_raw_tables(connection)
    texts = {
        "doc1": "The port took in 400 tonnes of coffee.",
        "doc2": "The choir sang.",
        "doc3": "Coffee, and ketamine.",
    }
    append_rows(connection, "documents", ({"document_id": key, "text": text} for key, text in texts.items()))
    append_rows(
        connection,
        "document_versions",
        ({"record_key": key, "version_number": 1, "document_id": key} for key in texts),
    )
    waiting = []
    for topics in (["goods"], ["counternarcotics"], ["counternarcotics"], ["counternarcotics", "goods"], [], []):
        choose_documents(connection, topics)
        waiting.append(count_unread(connection))
    assert waiting == [2, 1, 1, 2, 3, 3]
    choices = connection.execute("select choice_number, count(topic) from raw.reading_choices group by 1 order by 1")
    assert choices.fetchall() == [(1, 1), (2, 1), (3, 2), (4, 0)]
    screened = connection.execute(
        "select count(*), count(distinct document_id || topic) from raw.screenings"
    ).fetchone()
    assert screened == (9, 9)
