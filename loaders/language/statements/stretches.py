"""Stretches of a paragraph: from tokens to the document offsets of a clause, without what does not belong to it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.analysis import Paragraph, text_of
from dossier.language.statements.cues import cues_of
from dossier.language.statements.lookups import sentence_of
from dossier.language.statements.sayers import outer_cue

EDGES = " \t\n\r\u00a0\u2009,;:–—-*_>"
DASH = re.compile(r"\s[–—]\s|\s--?\s|—")
LEADING = re.compile(r"(?:(?:But|And|Yet|So|Still|However|Meanwhile|Or|Nor)\b,?\s+)", re.IGNORECASE)
# When and where something was said, which the parser takes for a part of what was said.
OCCASION = re.compile(
    r"(?:(?:late |early )?on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?,? "
    r"(?:that )?|in an? (?:statement|interview|report|letter|speech|email|news release|press release|post)"
    r"(?: (?:on|to) [\w ]{1,30})? that |(?:earlier |late )?(?:last|this) (?:week|month|year),? (?:that )?"
    r"(?=(?:the|an?|he|she|it|they|we|there) )|in (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December),? that |that (?=(?:the|an?|he|she|it|they|we|there|[a-z]{3,}s) )"
)
LOOSE_END = re.compile(r"[\s,;]+(?:and|or|but|while|as|with)$")
HOW = re.compile(r"(?:how|that|as|to)\s+", re.IGNORECASE)


def stretch(
    paragraph: Paragraph, first: int, last: int, centre: int, last_dash: bool = False
) -> tuple[int, int] | None:
    """Document offsets of the tokens first to last, without 'that', 'But', punctuation, and what a dash sets off."""
    doc = paragraph.doc
    while first < last and (
        doc[first].pos_ == "SPACE"
        or doc[first].lower_ == "that"
        and (doc[first].dep_ in ("mark", "punct") or doc[first].tag_ == "IN")
    ):
        first += 1
    if last < first:
        return None
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    text = text_of(doc)
    dashes = list(DASH.finditer(text, start, end))
    if dashes and last_dash:
        start = dashes[-1].end() if len(text[dashes[-1].end() : end].split()) >= 3 else start
    elif len(dashes) == 1 and doc[centre].idx < dashes[0].start():
        end = dashes[0].start()
    return _trim(paragraph, start, end)


def from_to(paragraph: Paragraph, inner: Token) -> tuple[int, int] | None:
    to = next(c for c in inner.children if c.dep_ == "aux" and c.lower_ == "to")
    first = to.i - 1 if to.i > 0 and to.nbor(-1).lower_ in ("not", "never") else to.i
    return stretch(paragraph, first, last_of(inner), inner.i)


def right_of(paragraph: Paragraph, inner: Token, whole: bool = False) -> tuple[int, int] | None:
    return stretch(paragraph, inner.left_edge.i if whole else inner.i, last_of(inner), inner.i)


def last_of(content: Token) -> int:
    """Index of the last token of a clause: its right edge, in its sentence, before another cue of the speaker."""
    for later in (t for t in content.subtree if t.dep_ == "conj" and t.i > content.i):
        outer = outer_cue(later)
        if outer is not None and outer.is_ancestor(content):
            joint = next((c.i for c in later.head.children if c.dep_ == "cc" and content.i < c.i < later.i), later.i)
            return joint - 1
    last = min(content.right_edge.i, sentence_of(content).end - 1)
    for child in content.children:  # 'said he would go, adding that …'
        added = child.i > content.i and child.dep_ == "advcl" and child.tag_ == "VBG" and child.left_edge == child
        if added and child.nbor(-1).text == "," and _is_plain_cue(child):
            return min(last, child.i - 2)
    return last


def _is_plain_cue(verb: Token) -> bool:
    """Is a participle one of a cue that is a saying by itself, with something said behind it?"""
    said = any(c.dep_ in ("ccomp", "dobj", "xcomp") and c.i > verb.i for c in verb.children)
    return said and any(cue.subject_test == "speech" for cue in cues_of(verb.lemma_.lower(), "clause"))


def _trim(paragraph: Paragraph, start: int, end: int) -> tuple[int, int] | None:
    text = text_of(paragraph.doc)
    moved = True
    while moved and start < end:
        moved = False
        while start < end and (text[start] in EDGES + ".…" or text[start].isspace()):
            start, moved = start + 1, True
        leading = (
            (OCCASION.match(text, start, end) if text[max(start - 2, 0) : start].strip(" .") else None)
            or (LEADING.match(text, start, end))
            or (HOW.match(text, start, end) if text[start : start + 4] == "how " else None)
        )
        if leading is not None and leading.end() < end:
            start, moved = leading.end(), True
    while end > start and (
        text[end - 1] in EDGES
        or text[end - 1].isspace()
        or (text[end - 1] == "." and not _is_abbreviation(text, start, end))
    ):
        end -= 1
    if end - start > 2 and text[end - 1] in '“‘"' and text[end - 2].isspace():
        end = start + len(text[start : end - 1].rstrip())  # the mark that opens the words quoted behind it
    loose = LOOSE_END.search(text, max(start, end - 12), end)
    if loose is not None and loose.start() > start:
        end = loose.start()
    words = text[start:end]
    if words.startswith("X. "):  # 'wrote on X. The next sentence …', taken for an initial
        return None
    if (
        not any(c.isalnum() for c in words)
        or words.find("](") < words.find("[")
        or (words.find("](") >= 0 > words.find("["))
    ):
        return None
    return paragraph.start_char + start, paragraph.start_char + end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    word = text[start:end].rsplit(maxsplit=1)[-1]
    return len(word) > 2 and "." in word[:-1] and word[0].isalpha()
