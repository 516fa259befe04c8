"""Correction notices: where an article says that it, or an earlier version, was wrong, and which words it withdraws.

A notice runs to the end of its paragraph. What it withdraws ('An earlier version said that 31 …', '…, not 31') is
nobody's claim any more: figures in it are marked, events in it are left out.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.language.analysis import Article, Paragraph, SpanIndex
from dossier.language.lexicons import load_lexicon
from dossier.language.rows import CorrectionRow, FigureReportRow

WORK = (
    r"(?:article|story|report|piece|post|column|page|headline|caption|dispatch|item|review|obituary|graphic|version"
    r"|entry)"
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATE = rf"\W{{0,2}}(?:(?:\w+day,? )?(?:{MONTH} \d|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})|\d{{1,4}}[-/.]\d)"
FALSELY = r"(?:incorrectly|wrongly|erroneously|mistakenly|inaccurately|originally)"
MISTAKE = (
    r"(?:mis(?:stated|reported|identified|quoted|spelled|spelt|represented|characteri[sz]ed|attributed|counted|placed)"
    r"|(?:over|under)stated)"
)
SAID = (
    r"(?:said|stated|reported|gave|put|had|referred|included|contained|listed|attributed|described|omitted|claimed"
    r"|suggested|quoted|implied|named|used|cited|showed|indicated|placed|identified)"
)
EARLIER = rf"\b(?:earlier|previous|prior|original|first)\s+versions?\s+of\s+(?:this|the|our)\s+{WORK}"
STOP = r"[^.;]{0,60}?"
# An earlier version of this story that is said to have been wrong; 'appeared in our print edition' is no such thing.
EARLIER_SAID = re.compile(rf"{EARLIER}{STOP}\b(?:{SAID}|{MISTAKE}|{FALSELY})\b", re.I)
THIS_WAS_WRONG = re.compile(rf"\bthis\s+{WORK}\s+(?:had\s+|has\s+)?(?:{FALSELY}\s+{SAID}|{MISTAKE})\b", re.I)
# Inside a notice: from here on it tells what was wrong, …
WRONG = re.compile(
    rf"(?:\ban?\s+|\bthe\s+)?\b(?:earlier|previous|prior|original|first)\s+versions?\b|\b{FALSELY}\b|\b{MISTAKE}\b"
    rf"|\b(?:article|story|report|headline|caption)\s+(?:on\s+\w+\s+|published\s+on\s+\w+\s+)?(?:had\s+)?(?:said|stated|gave)\b",
    re.I,
)
# … up to here, where it turns to what is right.
TURN = re.compile(
    r";|:(?=\s)|\s[–—]\s|,\s+(?:but|when|whereas|while|not|it)\b|\s(?:instead\s+of|rather\s+than|when\s+in\s+fact|in\s+fact)\b"
    r"|\bshould\s+have\b",
    re.I,
)
# What is set against the right words.
NOT = re.compile(r"(?:[,(–—]\s?|\band\s)not\b|\bnot\s+(?:the\s+)?(?=[\d$£€¥])|\b(?:rather\s+than|instead\s+of)\b", re.I)
NOT_ENDS = re.compile(r"[,;)–—](?!\d)|\s(?:as|were|was|are|is|have|has|had)\s", re.I)


@dataclass(frozen=True)
class Notice:
    """A correction notice; code points into the document."""

    start_char: int
    end_char: int
    rule: str


@dataclass(frozen=True)
class Withdrawn:
    """Words of a notice that give what was wrong; code points into the document."""

    start_char: int
    end_char: int


def read_corrections(article: Article) -> list[CorrectionRow]:
    """The correction notices of an article, in text order."""
    return [
        CorrectionRow(
            document_id=article.document_id,
            article_id=article.article_id,
            start_char=notice.start_char,
            end_char=notice.end_char,
            text=article.words(notice.start_char, notice.end_char),
            rule=notice.rule,
        )
        for notice in find_notices(article.text, article.narrative)
    ]


def read_withdrawn(article: Article, notices: Iterable[CorrectionRow]) -> SpanIndex[Withdrawn]:
    """The words that the notices of an article withdraw."""
    return SpanIndex(
        withdrawn
        for notice in notices
        for paragraph in article.narrative
        if paragraph.start_char < notice.end_char and paragraph.end_char > notice.start_char
        for withdrawn in find_withdrawn(article.text, paragraph, notice.start_char)
    )


def mark_withdrawn(figures: Sequence[FigureReportRow], withdrawn: SpanIndex[Withdrawn]) -> list[FigureReportRow]:
    """The figures, marked where they stand in withdrawn words or convert one that does."""
    gone = {f.figure_report_id for f in figures if withdrawn.covering(f.start_char, f.end_char) is not None}
    return [
        dataclasses.replace(f, is_withdrawn=f.figure_report_id in gone or f.converted_from_report_id in gone)
        for f in figures
    ]


def find_notices(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Notice]:
    """Notices among paragraphs that follow each other; a label that stands alone belongs to the paragraph behind it."""
    label: tuple[int, str] | None = None
    for paragraph in paragraphs:
        words = text[paragraph.start_char : paragraph.end_char]
        if _stands_alone(words) and paragraph is not paragraphs[-1]:
            label = paragraph.start_char, "label"
            continue
        found = label or _begin(words, paragraph)
        label = None
        if found is not None:
            yield Notice(found[0], paragraph.end_char, found[1])


def _begin(words: str, paragraph: Paragraph) -> tuple[int, str] | None:
    """Where a notice begins in a paragraph, and by which rule; 'anywhere' phrases take their whole sentence."""
    if _opening().match(words) is not None:
        return paragraph.start_char, "opening"
    matches = ((rule, pattern.search(words)) for rule, pattern in _inside())
    found = [(paragraph.sentence_at(paragraph.start_char + m.start())[0], rule) for rule, m in matches if m is not None]
    return min(found, default=None)


def find_withdrawn(text: str, paragraph: Paragraph, from_char: int) -> Iterator[Withdrawn]:
    """The stretches of a notice's sentences that give what was wrong, from an offset of the document on."""
    for sentence in paragraph.doc.sents:
        start, end = paragraph.chars_of(sentence)
        if end <= from_char:
            continue
        words = text[start:end]
        against = NOT.search(words)
        wrong = WRONG.search(words)
        if wrong is not None and (against is None or wrong.start() < against.start()):
            turn = TURN.search(words, wrong.end())
            yield Withdrawn(start + wrong.start(), start + turn.start() if turn else end)
            # 'said 31 instead of 13' withdraws what stands first; '…; it was 13, not 31' goes on to withdraw.
            is_set_against = turn is not None and re.match(r"\s(?:instead|rather)|,\s+not\b", turn.group(), re.I)
            against = NOT.search(words, turn.end()) if turn and not is_set_against else None
        if against is not None:
            stop = NOT_ENDS.search(words, against.end())
            yield Withdrawn(start + against.start(), start + stop.start() if stop else end)


def _stands_alone(words: str) -> bool:
    return words.strip(" :*_#-\n\t").lower() in _phrases("alone")


@functools.cache
def _phrases(stands: str) -> tuple[str, ...]:
    rows = load_lexicon("vocabulary/correction_notices")
    return tuple(sorted(row["notice_words"] for row in rows if row["stands"] == stands))


def _alternatives(stands: str) -> str:
    escaped = (re.escape(phrase).replace(r"\ ", r"\s+").replace("<work>", WORK) for phrase in _phrases(stands))
    return f"(?:{'|'.join(escaped)})"


@functools.cache
def _opening() -> re.Pattern[str]:
    """What a paragraph begins with that is a notice: 'Correction:', '(Corrects …', 'Correction, July 19:'."""
    return re.compile(
        rf"\W{{0,4}}(?:{_alternatives('start').replace('-', '[-–—]')}"
        rf"|(?<=\(){_alternatives('bracket')}\b|{_alternatives('dated')}{DATE})",
        re.I,
    )


@functools.cache
def _inside() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("earlier-version", EARLIER_SAID),
        ("phrase", re.compile(rf"\b{_alternatives('anywhere')}\b", re.I)),
        ("was-wrong", THIS_WAS_WRONG),
    )
