"""The telling words of an event report: what SQL compares when two reports may tell of one event."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dossier.language.analysis import Article, Paragraph
from dossier.language.rows import EventReportRow, EventTermRow

TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
# Words of every news text: they tell nothing about which event is meant.
COMMON = frozenset(
    """
    accord act add again ago also amid announce another appear april area august be become begin big bring call
    can case cause change claim come continue country current day december do early effort end ever expect
    february few find first follow friday general get give go good government group have help high hold hour
    include increase issue january july june keep know large last late lead leader let like local long look main
    make man many march may mean measure minister minute monday month more most mr mrs ms much nation national
    need new news next november number october office official old only other part people per person place plan
    point president recent report reporter same saturday say second see september set show sign since small
    source spokesman spokesperson spokeswoman start state statement step such sunday take talk tell thing think
    this thursday time today tomorrow top try tuesday two use want warn way wednesday week weekend well what
    woman work world yard year yesterday young
    """.split()
)
ENDINGS = (
    "itions",
    "ition",
    "ations",
    "ation",
    "ments",
    "ment",
    "ions",
    "ion",
    "ings",
    "ing",
    "ers",
    "er",
    "or",
    "al",
    "ly",
    "e",
)
# One of a row of like events: 'a second round', 'another raid'. The first of a row is often told without saying so.
FURTHER = {
    "second": "second",
    "third": "third",
    "fourth": "fourth",
    "fifth": "fifth",
    "another": "further",
    "further": "further",
    "fresh": "further",
    "additional": "further",
    "previous": "previous",
    "earlier": "previous",
    "next": "next",
}
BACK = ("the", "this", "that", "these", "those", "its", "their")


def read_event_terms(article: Article, reports: Iterable[EventReportRow]) -> list[EventTermRow]:
    """The terms of every report, each once: names, other telling words, the trigger's word and how it comes in."""
    rows: list[EventTermRow] = []
    for report in reports:
        paragraph = next((p for p in article.paragraphs if p.start_char <= report.start_char < p.block.end_char), None)
        if paragraph is not None:
            rows += [_row(report, term, kind) for term, kind in sorted(set(_terms(paragraph, report)))]
    return rows


def word_stem(word: str) -> str:
    """A word without the ending that makes a noun of a verb: 'election' and 'elect', 'meeting' and 'meet' are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _terms(paragraph: Paragraph, report: EventReportRow) -> Iterable[tuple[str, str]]:
    start, end = report.start_char - paragraph.start_char, report.end_char - paragraph.start_char
    trigger_start = report.trigger_start_char - paragraph.start_char
    trigger_end = report.trigger_end_char - paragraph.start_char
    for token in paragraph.doc:
        if token.idx < start or token.idx >= end:
            continue
        if trigger_start <= token.idx < trigger_end and token.pos_ in TELLING:
            yield word_stem(token.lemma_.lower()), "trigger"
            introduced = _introduction(token)
            if introduced is not None:
                yield word_stem(token.lemma_.lower()), introduced
        elif token.lower_ in FURTHER:
            yield FURTHER[token.lower_], "sequence"
        elif token.pos_ in TELLING and token.is_alpha and len(token) > 2:
            lemma = token.lemma_.lower()
            if lemma in COMMON:
                continue
            yield (lemma, "name") if token.pos_ == "PROPN" else (word_stem(lemma), "word")


def _introduction(noun: Token) -> str | None:
    """'the talks' point back to what was told, 'a meeting' need not."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    for child in noun.children:
        if child.lower_ in BACK or (child.dep_ == "poss" and child.pos_ != "PRON"):
            return "back-reference"
        if child.lower_ in ("a", "an", "another"):
            return "introduction"
    return None


def _row(report: EventReportRow, term: str, kind: str) -> EventTermRow:
    return EventTermRow(
        event_report_id=report.event_report_id,
        document_id=report.document_id,
        article_id=report.article_id,
        term=term,
        term_kind=kind,
    )
