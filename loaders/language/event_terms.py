"""The telling words of event reports and of whole articles: what SQL compares when two may tell of one event."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from dossier.language.analysis import Article, Paragraph
from dossier.language.lexicons import load_lexicon
from dossier.language.rows import ArticleTermRow, EventReportRow, EventTermRow

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
# What an article is about stands at its head; background and other news follow.
WORDS_READ = 500
BACK = ("the", "this", "that", "these", "those", "its", "their", "his", "her")
# Verbs whose object says what is done: 'opened fire', 'took them into custody', 'was handed a jail term'.
LIGHT = frozenset(
    "announce be bring carry commit conduct deal deliver do face file get give hand have hold impose issue launch "
    "lodge make open order place put reach receive serve sign stage strike take".split()
)
# Children of a verb that may change what it says.
COMPLEMENTS = frozenset("prt prep advmod acomp oprd dobj attr xcomp nsubjpass dative".split())


def read_event_terms(article: Article, reports: Iterable[EventReportRow]) -> list[EventTermRow]:
    """The terms of every report, each once: names, other telling words, the trigger's word and how it comes in."""
    rows: list[EventTermRow] = []
    for report in reports:
        paragraph = next((p for p in article.paragraphs if p.start_char <= report.start_char < p.block.end_char), None)
        if paragraph is not None:
            rows += [_row(report, term, kind) for term, kind in sorted(set(_terms(paragraph, report)))]
    return rows


def read_article_terms(article: Article) -> list[ArticleTermRow]:
    """The telling words of an article's head, each once; a word that is ever part of a name is a name."""
    names: dict[str, bool] = {}
    for token in _head(article):
        telling = _telling(token)
        if telling is not None:
            term, is_name = telling
            names[term] = names.get(term, False) or is_name
    return [
        ArticleTermRow(document_id=article.document_id, article_id=article.article_id, term=term, is_name=is_name)
        for term, is_name in sorted(names.items())
    ]


def _head(article: Article) -> Iterator[Token]:
    words = 0
    for paragraph in article.narrative:
        yield from paragraph.doc
        words += len(paragraph.doc)
        if words > WORDS_READ:
            return


def _telling(token: Token) -> tuple[str, bool] | None:
    """The stem of a telling word and whether it is part of a name."""
    if token.pos_ not in TELLING or not token.is_alpha or len(token) <= 2:
        return None
    lemma = token.lemma_.lower()
    if lemma in COMMON:
        return None
    is_name = token.pos_ == "PROPN" and lemma not in _titles()
    return (lemma, True) if is_name else (word_stem(lemma), False)


@functools.cache
def _titles() -> frozenset[str]:
    """Words of titles, which stand in many names and belong to none: 'Judge', 'Foreign Minister'."""
    return frozenset(w for row in load_lexicon("vocabulary/actor_titles") for w in row["title"].lower().split())


def word_stem(word: str) -> str:
    """A word without the ending that makes a noun of a verb: 'election' and 'elect', 'meeting' and 'meet' are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _terms(paragraph: Paragraph, report: EventReportRow) -> Iterable[tuple[str, str]]:
    start, end = report.start_char - paragraph.start_char, report.end_char - paragraph.start_char
    first, last = paragraph.sentence_at(report.trigger_start_char)
    trigger_start = report.trigger_start_char - paragraph.start_char
    trigger_end = report.trigger_end_char - paragraph.start_char
    for token in paragraph.tokens_within(min(first, report.start_char), max(last, report.end_char)):
        telling = _telling(token)
        if token.idx < start or token.idx >= end:
            if telling is not None:
                yield telling[0], "nearby name" if telling[1] else "nearby word"
        elif (numbered := _numbered_name(token)) is not None:
            yield numbered, "numbered name"
        elif token.lower_ in FURTHER and _is_said_of(token, trigger_start, trigger_end):
            yield FURTHER[token.lower_], "sequence"
        elif trigger_start <= token.idx < trigger_end and token.pos_ in TELLING:
            yield word_stem(token.lemma_.lower()), "trigger"
            for deed in _deeds_of(token) | (
                _deeds_of_disaster(token) if report.rule.endswith("subject=disaster") else set()
            ):
                yield deed, "deed"
            introduced = _introduction(token)
            if introduced is not None:
                yield word_stem(token.lemma_.lower()), introduced
        elif telling is not None:
            yield telling[0], "name" if telling[1] else "word"


def _numbered_name(token: Token) -> str | None:
    """'order 14257' for 'Order 14257' and 'Order No. 14257': what bears a number is another thing under another."""
    if not token.text.isdecimal() or token.i == 0:
        return None
    noun = token.nbor(-1)
    while noun.i > 0 and noun.lower_ in {"no", "no.", ".", "number"}:
        noun = noun.nbor(-1)
    is_name = noun.is_alpha and noun.text[0].isupper() and noun.pos_ in {"NOUN", "PROPN"} and len(noun) > 2
    return f"{noun.lower_} {token.text}" if is_name and noun.lower_ not in COMMON else None


@functools.cache
def _deeds() -> Mapping[str, Mapping[str, str]]:
    """The deeds that a word or a verb with its complement stands for, each with its part of speech ('' for any)."""
    deeds: dict[str, dict[str, str]] = defaultdict(dict)
    for row in load_lexicon("vocabulary/deed_words"):
        deeds[row["word"]][row["deed"]] = row["part_of_speech"]
    return deeds


def deeds_of_word(word: str) -> tuple[str, ...]:
    """The deeds that a word stands for, by its lemma."""
    return tuple(sorted(_deeds().get(word, {})))


def _deeds_of(token: Token) -> set[str]:
    """The deeds of a trigger's word: with its complement where that is known ('walk out'), else by itself.

    A verb that says little by itself also stands for what its object does ('handed a jail term').
    """
    lemma = token.lemma_.lower()
    complements = list(_complements(token)) if token.pos_ in ("VERB", "AUX") else []
    nearest = sorted(complements, key=lambda word: abs(word.i - token.i))
    phrases = [f"{lemma} {word.lemma_.lower()}" for word in nearest]
    told = next((set(_deeds()[phrase]) for phrase in phrases if phrase in _deeds()), set())
    if lemma in LIGHT:
        nouns = (w.lemma_.lower() for w in complements if w.pos_ == "NOUN")
        told |= {deed for noun in nouns for deed in _deeds_as(noun, "noun")}
    return told or _deeds_as(lemma, "verb" if token.pos_ == "VERB" else "noun")


def _deeds_of_disaster(verb: Token) -> set[str]:
    """'An earthquake struck': what struck is the earthquake, which other papers tell by its noun."""
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
    nouns = [d for d in doers if d.dep_ == "nsubj"] + [n for d in doers if d.dep_ == "agent" for n in d.children]
    return {deed for noun in nouns for deed in _deeds_as(noun.lemma_.lower(), "noun")}


def _deeds_as(lemma: str, part_of_speech: str) -> set[str]:
    return {deed for deed, kind in _deeds().get(lemma, {}).items() if kind in ("", part_of_speech)}


def _complements(verb: Token) -> Iterable[Token]:
    """The words that make another verb of a verb: 'walk out', 'find guilty', 'send to prison'."""
    for child in verb.children:
        if child.dep_ in COMPLEMENTS:
            yield child
            yield from (c for c in child.children if c.dep_ in ("pobj", "compound"))


def _is_said_of(word: Token, start: int, end: int) -> bool:
    """Whether an adjective describes the trigger or what its verb is done to; 'next Tuesday' describes neither."""
    noun = word.head
    is_time = noun.dep_ == "npadvmod" or noun.ent_type_ in ("DATE", "TIME")
    return word.dep_ in ("amod", "det") and not is_time and any(start <= t.idx < end for t in (noun, noun.head))


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
