"""Dates that a passage leaves to its context: 'on the same trip', 'has since', the next sentence of a narrative."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from dossier.language.analysis import Article, Paragraph, SpanIndex
from dossier.language.events.circumstances import DATING_KINDS
from dossier.language.events.grammar import agents_of, is_passive, is_verb
from dossier.language.events.lexicon import word_list
from dossier.language.events.matching import FALLBACK, Candidate
from dossier.language.events.reality import OCCURRED
from dossier.language.rows import TimeExpressionRow

Timed = tuple[TimeExpressionRow, str]
OCCASIONS = word_list("occasion that a deed falls on")
OCCASION_PREPOSITIONS = frozenset({"during", "on", "in", "at", "from"})
# Words that take a clause out of the order in which a story is told.
ASIDES = word_list("word that leaves the order of a story")
TOLL = word_list("verb of a toll")
REACH = 600  # code points back in which 'the same trip' finds its date
LONGEST_SPAN = 14  # days; 'a 30-day truce' and 'a 90-day pause' are terms, not days that an event takes
ENDING = word_list("verb of ending")
LONGEST_CARRY = 2  # sentences in a row that take over a date


@dataclass(frozen=True)
class Dated:
    """What a sentence says about when: the one day that its main clause tells of."""

    end_char: int
    timed: Timed
    chains: frozenset[str]
    carried: int  # sentences back that named the day


class Chronicle:
    """The dates of an article's story so far; is told every event in text order."""

    def __init__(self, article: Article, times: SpanIndex[TimeExpressionRow]) -> None:
        self._article = article
        self._times = times
        self._last: Dated | None = None
        self._here: Dated | None = None  # of the sentence at hand
        self._here_start = -1
        self._is_broken = False  # two days in one sentence

    def time_of(self, paragraph: Paragraph, candidate: Candidate, status: str, chains: frozenset[str]) -> Timed | None:
        """The time of an event whose own clause names none; None where the story does not say."""
        self._enter(paragraph, candidate.head.sent)
        verb = candidate.head if is_verb(candidate.head) else candidate.support
        if verb is None or status != OCCURRED:
            return None
        start = paragraph.char_of(candidate.head.sent[0])
        if _is_on_same_occasion(verb):
            last = self._printed_before(start)
            return None if last is None else (last, "on")
        if any(c.dep_ == "advmod" and c.lower_ == "since" for c in verb.children) and verb.tag_ == "VBN":
            last = self._printed_before(start)
            return None if last is None else (last, "since")
        return self._continued(paragraph, candidate, verb, chains)

    def note(self, paragraph: Paragraph, candidate: Candidate, timed: Timed | None, chains: frozenset[str]) -> None:
        """Take in an event of the sentence at hand."""
        self._enter(paragraph, candidate.head.sent)
        verb = candidate.head if is_verb(candidate.head) else candidate.support
        if timed is None or verb is None or timed[0].time_kind != "day" or timed[1] != "on" or not _tells_main(verb):
            return
        here, carried = self._here, 0
        sentence = candidate.head.sent
        if self._last is not None and timed == self._last.timed and timed[0].start_char < self._here_start:
            carried = self._last.carried + 1
        if here is not None and here.timed[0] != timed[0]:
            self._is_broken = True
        known = chains if here is None else here.chains | chains
        self._here = Dated(paragraph.end_of(sentence[-1]), timed, known, carried)

    def span_days_of(self, paragraph: Paragraph, candidate: Candidate) -> int | None:
        """2 for 'a two-day visit', -2 where the visit 'ended'; None where nothing is said."""
        verb = candidate.head if is_verb(candidate.head) else candidate.support
        for noun in (candidate.head, *candidate.patients):
            for child in noun.children:
                if child.dep_ in {"amod", "nummod", "compound", "nmod"}:
                    days = self._day_count(paragraph.char_of(child), paragraph.end_of(child))
                    if days is not None:
                        ended = verb is not None and verb.lemma_.lower() in ENDING
                        return -days if ended else days
        return None

    def _day_count(self, start_char: int, end_char: int) -> int | None:
        for time in self._times.overlapping(start_char, end_char):
            days = (time.duration or "").removeprefix("P").removesuffix("D")
            if time.time_kind == "duration" and days.isdigit() and 2 <= int(days) <= LONGEST_SPAN:
                return int(days)
        return None

    def _enter(self, paragraph: Paragraph, sentence: Span) -> None:
        start = paragraph.char_of(sentence[0])
        if start != self._here_start:
            self._last = None if self._is_broken else self._here
            self._here, self._here_start, self._is_broken = None, start, False

    def _printed_before(self, char: int) -> TimeExpressionRow | None:
        """The last date printed in the sentences before an offset."""
        return next(iter(reversed(self._dates_before(char))), None)

    def _dates_before(self, char: int) -> list[TimeExpressionRow]:
        near = self._times.within(max(0, char - REACH), char)
        return [t for t in near if t.time_kind in DATING_KINDS - {"vague", "time"}]

    def _continued(
        self, paragraph: Paragraph, candidate: Candidate, verb: Token, chains: frozenset[str]
    ) -> Timed | None:
        """'Police raided two houses on Monday. They seized …': the story goes on, on the same day."""
        last, sentence = self._last, candidate.head.sent
        if last is None or last.carried >= LONGEST_CARRY or candidate.trigger is FALLBACK:
            return None
        start, end = paragraph.char_of(sentence[0]), paragraph.end_of(sentence[-1])
        if self._article.words(last.end_char, start).strip() or not _tells_main(verb):
            return None
        if any(t.time_kind in DATING_KINDS | {"set"} for t in self._times.overlapping(start, end)):
            return None
        if any(t.lower_ in ASIDES for t in sentence):
            return None
        doers = agents_of(verb) or [c for c in verb.children if c.dep_ == "nsubjpass"]
        back = any(d.pos_ == "PRON" and d.lower_ not in {"it", "who", "which", "we", "i", "you"} for d in doers) or any(
            c.lower_ in {"the", "this", "these", "both"} and d.pos_ == "NOUN" for d in doers for c in d.children
        )
        return last.timed if back or chains & last.chains or _is_toll(candidate) else None

    def day_of_clock(self, paragraph: Paragraph, candidate: Candidate) -> TimeExpressionRow | None:
        """'It had left at 6.02pm': the day that the sentences before name, where this one names none."""
        sentence = candidate.head.sent
        start, end = paragraph.char_of(sentence[0]), paragraph.end_of(sentence[-1])
        if any(t.time_kind in DATING_KINDS - {"time"} for t in self._times.overlapping(start, end)):
            return None
        # The news goes by weekdays where it names one; a day of a month is then that of something earlier.
        weekdays = [t for t in self._times.within(0, start) if t.rule == "weekday"]
        days = weekdays or [t for t in self._dates_before(start) if not _is_name_of_day(self._article, t)]
        last = next(iter(reversed(days)), None)
        return last if last is not None and last.time_kind == "day" else None

    def day_of_market(self, paragraph: Paragraph, candidate: Candidate) -> Timed | None:
        """'Shares fell 3 percent': prices move on the day of the news, which the opening names."""
        opening = next((p for p in self._article.narrative if p.block.kind == "paragraph"), None)
        if opening is None or "security" not in candidate.trigger.subject_classes:
            return None
        sentence = candidate.head.sent
        here = self._times.overlapping(paragraph.char_of(sentence[0]), paragraph.end_of(sentence[-1]))
        days = [t for t in self._times.within(opening.start_char, opening.end_char) if t.time_kind == "day"]
        if any(t.time_kind in DATING_KINDS for t in here) or len({t.text.lower() for t in days}) != 1:
            return None
        return days[0], "on"


def _is_name_of_day(article: Article, time: TimeExpressionRow) -> bool:
    """'The April 25 quake': a day that only says which event is meant is not the day that the story goes on with."""
    before = article.text[max(0, time.start_char - 4) : time.start_char].lower()
    behind = article.text[time.end_char : time.end_char + 2]
    return before.endswith("the ") and behind[:1] == " " and behind[1:].isalpha()


def _is_toll(candidate: Candidate) -> bool:
    """'Nine people were hurt', 'two were arrested': what a day told just before cost, by number."""
    if candidate.head.lemma_.lower() not in TOLL:
        return False
    befallen = candidate.patients or candidate.agents
    return any(n.pos_ == "NUM" or any(c.dep_ == "nummod" for c in n.children) for n in befallen)


def _tells_main(verb: Token) -> bool:
    """Whether a verb in the plain past carries the main line of its sentence."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if auxiliaries - {"was", "were", "did"}:
        return False
    if verb.tag_ != "VBD" and not (is_passive(verb) and auxiliaries):
        return False
    main = verb
    while main.dep_ == "conj" and is_verb(main.head):
        main = main.head
    if main.dep_ == "ccomp" and main.head.dep_ == "ROOT" and main.head.lemma_.lower() == "say":
        return not any(c.dep_ == "neg" for c in main.head.children)
    return main.dep_ == "ROOT"


def _is_on_same_occasion(verb: Token) -> bool:
    """'during the same trip', 'at that meeting'."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in OCCASION_PREPOSITIONS:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lemma_.lower() in OCCASIONS:
                    return any(c.lower_ in {"same", "that"} for c in noun.children)
    return False
