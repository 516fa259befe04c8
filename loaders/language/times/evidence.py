"""What an article says about the day it was written: dated deeds behind it, plans ahead of it, people in office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.analysis import Paragraph, text_of
from dossier.language.times.facts import FORMER, HYPOTHETICAL, TERM, FactMention, find_facts
from dossier.language.times.parsed import Parsed

BOUNDED_KINDS = ("law", "summit", "election", "event", "attack", "disaster", "treaty", "olympics", "sport")
LASTING_KINDS = ("war", "epidemic", "attack", "disaster")  # kinds that are not spoken of before they happen
FIRM = ("will", "'ll", "’ll")  # 'shall' is law, not news
BEGINS = re.compile(
    r"\b(?:starting|beginning|commencing|effective|as\s+of|from)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
)
DECIDING = frozenset("announce say plan decide order approve agree propose adopt".split())
QUOTED = re.compile(r"[“\"‘](?:[^”\"’]{1,600})$")
# 'on or after', 'through', 'of' (a paper's date): days that a deed runs to, or that lie on neither side for certain.
NOT_BEHIND = re.compile(
    r"\b(?:through|until|till|by|after|before|from|to|ahead\s+of|for|expires?|expiring)\s+(?:the\s+)?$", re.IGNORECASE
)
AHEAD = re.compile(
    r"(?:\b(?:on|in|by|before|until|till|from|starting|beginning|effective|for)\s+(?:the\s+)?|,\s*)$", re.IGNORECASE
)
IN_YEAR = re.compile(r"\b(?:in|since|during|throughout|of|early|late|mid|between|from|and|to)[\s-]+$", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence; offsets are 0-based code points into the paragraph's text."""

    start: int
    end: int
    kind: str  # past-date, future-date, past-month, future-day, in-office, former, occurred, beside-time
    fact_key: str | None
    time: Parsed | None


def find_evidence(paragraph: Paragraph, times: Sequence[tuple[Parsed, str | None]]) -> list[Evidence]:
    """Evidence in one paragraph, given its time expressions with the tense of their clauses."""
    text = text_of(paragraph.doc)
    everything = [parsed for parsed, _ in times]
    found = [
        each
        for parsed, tense in times
        for each in _beginning(paragraph, text, parsed, everything) or _dates(paragraph, text, parsed, tense)
    ]
    mentions = find_facts(text)
    for mention in mentions:
        found += _office(text, mention)
        found += _occurrence(text, mention, [parsed for parsed, _ in times])
    return sorted(found, key=lambda e: (e.start, e.end, e.kind, e.fact_key or ""))


def _dates(paragraph: Paragraph, text: str, parsed: Parsed, tense: str | None) -> list[Evidence]:
    """Dates with a year that lie behind or ahead of the writer, and bare months and days that do."""
    if not parsed.points or parsed.rule.startswith("since"):
        return []
    point = parsed.points[-1]
    if point.is_fiscal or point.modifier in ("end", "second-half") or point.grain not in ("day", "month", "year"):
        return []
    firm = _is_firm_future(paragraph, parsed) and not QUOTED.search(text[max(0, parsed.start - 300) : parsed.start])
    dated = point.year is not None
    before = text[max(0, parsed.start - 20) : parsed.start]
    if tense == "past" and parsed.rule != "interval" and NOT_BEHIND.search(before):
        return []
    firm = firm and (
        AHEAD.search(before) is not None
        or not before.strip()
        or text[: parsed.start].rstrip().lower().endswith("starting")
    )
    this_year = point.anchor == "publication" and point.shift_unit == "year" and point.shift_count == 0
    bare = (
        not re.match(r"[’']s?\b", text[parsed.end :])  # 'July's election' lies on either side
        and (point.is_floating or this_year)
        and point.month is not None
        and point.direction is None
        and (point.weekday is None or point.day is not None)
    )
    if (
        dated
        and tense == "past"
        and (
            point.grain != "year"
            or IN_YEAR.search(text[max(0, parsed.start - 12) : parsed.start])
            or parsed.rule == "interval"
        )
    ):
        return [Evidence(parsed.start, parsed.end, "past-date", None, parsed)]
    if bare and tense == "past":
        return [Evidence(parsed.start, parsed.end, "past-month", None, parsed)]
    if firm and bare and point.day is not None:
        return [Evidence(parsed.start, parsed.end, "future-day", None, parsed)]
    if firm and dated:
        return [Evidence(parsed.start, parsed.end, "future-date", None, parsed)]
    return []


def _beginning(paragraph: Paragraph, text: str, parsed: Parsed, times: Sequence[Parsed]) -> list[Evidence]:
    """'On Monday the council banned … starting 20 July': what was decided only days ago begins on a day still ahead."""
    if len(parsed.points) != 1 or not BEGINS.search(text[max(0, parsed.start - 24) : parsed.start]):
        return []
    point = parsed.points[0]
    span = paragraph.doc.char_span(parsed.start, parsed.end, alignment_mode="expand")
    if span is None or not point.is_floating or point.month is None or point.day is None or point.direction is not None:
        return []
    sentence = span.sent
    is_fresh = any(
        sentence.start_char <= other.start < parsed.start
        and len(other.points) == 1
        and other.points[0].weekday is not None
        and other.points[0].month is None
        for other in times
    )
    is_decided = any(t.lemma_ in DECIDING and t.tag_ in {"VBZ", "VBP", "VBN"} for t in sentence if t.i < span.start)
    if not (is_fresh or is_decided) or QUOTED.search(text[max(0, parsed.start - 300) : parsed.start]):
        return []
    return [Evidence(parsed.start, parsed.end, "future-day", None, parsed)]


def _is_firm_future(paragraph: Paragraph, parsed: Parsed) -> bool:
    """Whether the clause says outright that it lies ahead: 'will', 'is scheduled to', 'starting July 20'."""
    span = paragraph.doc.char_span(parsed.start, parsed.end, alignment_mode="expand")
    token = None if span is None else span[0]
    for _ in range(8):
        if token is None or span is None:
            return False
        if token.pos_ in ("NOUN", "PROPN") and not span.start <= token.i < span.end:
            return False  # 'the resolution of 2 March': the day of something named, not of what will be done
        if token.pos_ in ("VERB", "AUX"):
            if token.lower_ in ("starting", "beginning") and _child_verb_is_present(token):
                return True
            helpers = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
            if helpers & set(FIRM):
                return True
            if (
                token.lemma_ in ("schedule", "set", "expect", "plan", "slate")
                and helpers & {"is", "are"}
                and token.tag_ == "VBN"
            ):
                return True
            if token.tag_ in ("VBD", "VBZ", "VBP"):
                return False
        if token.head == token:
            return False
        token = token.head
    return False


def _child_verb_is_present(token: Token) -> bool:
    """'Starting 20 July, the ministry will …'."""
    head = token.head
    return head != token and any(c.lower_ in FIRM for c in head.children)


def _office(text: str, mention: FactMention) -> list[Evidence]:
    """'President X' is in office when written, 'former President X' no longer."""
    if mention.kind != TERM or not mention.office:
        return []
    before = text[max(0, mention.start - 48) : mention.start]
    title = re.search(rf"\b{mention.office}s?\s+(?:Mr\s+)?$", before, re.IGNORECASE)
    if title is None or HYPOTHETICAL.search(before) or QUOTED.search(text[max(0, mention.start - 300) : mention.start]):
        return []  # speakers call people by titles that they once had
    lead = before[: title.start()]
    if (
        re.search(r"\b(?:vice|deputy|assistant|acting|under|then|late|shadow)[\s-]*$", lead, re.IGNORECASE)
        or "then" in lead.lower().split()[-3:]
    ):
        return []
    kind = "former" if FORMER.search(lead) else "in-office"
    return [Evidence(mention.start, mention.end, kind, mention.family, None)]


def _occurrence(text: str, mention: FactMention, times: Sequence[Parsed]) -> list[Evidence]:
    """A fact named as past, and a fact with a relative time right beside it ('the Act, passed last year')."""
    if mention.kind not in BOUNDED_KINDS and mention.kind not in LASTING_KINDS:
        return []
    found: list[Evidence] = []
    if mention.kind in LASTING_KINDS:
        found.append(Evidence(mention.start, mention.end, "occurred", mention.fact_keys[0], None))
    if mention.kind in BOUNDED_KINDS:
        for parsed in times:
            if parsed.start > mention.end + 60 or parsed.end < mention.start - 60:
                continue
            between = (
                text[mention.end : parsed.start] if parsed.start >= mention.end else text[parsed.end : mention.start]
            )
            if len(parsed.points) == 1 and _stands_beside(parsed, between):
                found.append(Evidence(mention.start, mention.end, "beside-time", mention.fact_keys[0], parsed))
    return found


def _stands_beside(parsed: Parsed, between: str) -> bool:
    """Whether a time expression dates the fact: near, with no clause between."""
    point = parsed.points[0]
    stepped = point.anchor == "publication" and point.shift_count is not None and point.shift_count < 0
    bare = point.is_floating and point.month is not None
    relative = stepped and point.grain in ("day", "month", "year", "week") and point.modifier is None
    return (relative or bare) and len(between.split()) <= 3 and not re.search(r"[.;:!?]|\bbut\b|\band\b", between)
