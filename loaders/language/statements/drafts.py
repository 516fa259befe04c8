"""Statements before they have ids, and how those that one paragraph yields are settled against each other."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from dossier.language.analysis import Article, Paragraph
from dossier.language.rows import StatementRow
from dossier.language.statements.attribution import word_count
from dossier.language.statements.quotations import Quotation
from dossier.language.statements.speakers import Speaker

READER = "statements"
SHORTEST_PARTIAL = 3  # words; shorter quotations are scare quotes
FEWEST_SHARED = 3  # spaces between the words of a pull quote


@dataclass(frozen=True)
class Draft:
    """A statement before it has an id; offsets are the document's."""

    start_char: int
    end_char: int
    is_direct: bool
    speaker: Speaker | None
    cue_span: tuple[int, int] | None
    addressee_chain_id: str | None
    time_expression_id: str | None
    rule: str
    is_continued: bool = False


def statement_row(article: Article, draft: Draft) -> StatementRow:
    """The row of a draft, with the words that the article prints."""
    quote, speaker, cue = article.words(draft.start_char, draft.end_char), draft.speaker, draft.cue_span
    return StatementRow(
        statement_id=article.ids.next_id("stm", quote),
        document_id=article.document_id,
        article_id=article.article_id,
        start_char=draft.start_char,
        end_char=draft.end_char,
        quote=quote,
        is_direct=draft.is_direct,
        speaker_chain_id=None if speaker is None else speaker.chain_id,
        speaker_as_written=None if speaker is None else article.words(speaker.start_char, speaker.end_char),
        speaker_start_char=None if speaker is None else speaker.start_char,
        speaker_end_char=None if speaker is None else speaker.end_char,
        cue=None if cue is None else article.words(*cue),
        cue_start_char=None if cue is None else cue[0],
        cue_end_char=None if cue is None else cue[1],
        addressee_chain_id=draft.addressee_chain_id,
        time_expression_id=draft.time_expression_id,
        reader=READER,
        rule=draft.rule,
    )


def with_marks(paragraph: Paragraph, draft: Draft, quotations: list[Quotation]) -> Draft:
    """A reported stretch does not leave a quotation half open at its ends."""
    start, end = draft.start_char - paragraph.start_char, draft.end_char - paragraph.start_char
    for quotation in quotations:
        if (
            quotation.open_char < end < quotation.close_char
            and start <= quotation.start_char
            and quotation.end_char <= end + 1
        ):
            end = quotation.close_char
        if quotation.open_char < start <= quotation.start_char and quotation.end_char <= end:
            start = quotation.open_char
    return dataclasses.replace(draft, start_char=paragraph.start_char + start, end_char=paragraph.start_char + end)


def without_later_cue(draft: Draft, others: list[Draft]) -> Draft:
    """'Witnesses said it was a van, the sheriff said': what the witnesses said ends where the sheriff's cue begins."""
    for other in others:
        if (
            other.cue_span is None
            or other.cue_span == draft.cue_span
            or not other.start_char <= draft.start_char < other.end_char
        ):
            continue
        if (
            other.end_char < draft.end_char
            and other.cue_span[0] < draft.end_char
            and other.cue_span[0] >= other.end_char
        ):
            return dataclasses.replace(draft, end_char=other.end_char)
    return draft


def is_idiom(text: str, draft: Draft) -> bool:
    """'You make your own luck, they say': said by nobody; 'they say she ran' by somebody."""
    cue, speaker = draft.cue_span, draft.speaker
    if cue is None or speaker is None or draft.start_char > cue[0] or speaker.chain_id is not None:
        return False
    return [text[slice(*cue)].lower(), text[speaker.start_char : speaker.end_char].lower()] == ["say", "they"]


def is_too_short(text: str, draft: Draft) -> bool:
    """One or two words without a verb of their own ('blamed the delay') tell nothing, but for denials."""
    if draft.cue_span is not None and text[slice(*draft.cue_span)].lower().startswith(("deny", "deni")):
        return False
    forms = ("clause", "according", "infinitive", "gerund", "preposition-of", "preposition-against")
    is_noun = not any(form in draft.rule for form in forms)
    return word_count(text[draft.start_char : draft.end_char]) < (SHORTEST_PARTIAL if is_noun else 2)


def says_itself(draft: Draft) -> bool:
    """Is the cue or the speaker inside what is said? Then the parser went astray."""
    cue, speaker = draft.cue_span, draft.speaker
    if cue is not None and draft.start_char <= cue[0] < draft.end_char:
        return True
    return (
        speaker is not None
        and draft.start_char <= speaker.start_char
        and speaker.end_char <= draft.end_char
        and not draft.rule.startswith("reported-object")
    )


def keep_distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft a stretch: of two with the same words the one with a speaker, else the first."""
    kept: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        known = kept.get((draft.start_char, draft.end_char))
        if known is None or (known.speaker is None and draft.speaker is not None):
            kept[draft.start_char, draft.end_char] = draft
    return list(kept.values())


def tie_displayed(text: str, drafts: list[Draft]) -> list[Draft]:
    """Words set off without a speaker, as pull quotes are, are whose they are where the text gives them again."""
    spoken = [(_fold(text[d.start_char : d.end_char]), d) for d in drafts if d.is_direct and d.speaker is not None]
    tied = []
    for draft in drafts:
        words = _fold(text[draft.start_char : draft.end_char])
        full = None
        if draft.is_direct and draft.speaker is None and words.count(" ") >= FEWEST_SHARED:
            full = next((other for said, other in spoken if f" {words} " in f" {said} "), None)
        tied.append(draft if full is None else dataclasses.replace(draft, speaker=full.speaker, rule="displayed"))
    return tied


def _fold(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def innermost(reported: list[Draft], start: int, end: int) -> Draft | None:
    holding = [d for d in reported if d.start_char - 3 <= start and end <= d.end_char + 3]
    return min(holding, key=lambda d: d.end_char - d.start_char, default=None)


def is_mostly_others(draft: Draft, direct: list[Draft]) -> bool:
    """Is most of what 'according to' credits somebody's quoted words with a cue of their own?"""
    shared = sum(
        min(d.end_char, draft.end_char) - max(d.start_char, draft.start_char)
        for d in direct
        if d.cue_span != draft.cue_span and d.start_char < draft.end_char and d.end_char > draft.start_char
    )
    return 2 * shared >= draft.end_char - draft.start_char


LIKENED = re.compile(r"\sas\s")


def is_quoted(text: str, draft: Draft, direct: list[Draft]) -> bool:
    """Does a reported stretch hold nothing but quoted words (two words around them at most)?"""
    inside = [d for d in direct if d.start_char < draft.end_char and d.end_char > draft.start_char]
    if not inside:
        return False
    if any(
        d.cue_span == draft.cue_span and d.rule != "quoted-in-report" and abs(d.start_char - draft.start_char) <= 2
        for d in inside
    ):
        return True  # the parser took what follows the quotation for a part of it
    start = draft.start_char
    likened = list(LIKENED.finditer(text, start, draft.end_char)) if draft.rule == "reported-as-as" else []
    if likened:
        start = likened[-1].end()
    shared = sum(word_count(text[max(d.start_char, start) : min(d.end_char, draft.end_char)]) for d in inside)
    around = word_count(text[start : draft.end_char]) - shared
    return around <= 2 or (inside[0].start_char - start <= 2 and around < shared)
