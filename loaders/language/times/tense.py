"""The tense of the clause that a time expression stands in: which side of the day of writing it is on."""

from __future__ import annotations

import re
from collections.abc import Collection

from spacy.tokens import Token

from dossier.language.analysis import Paragraph
from dossier.language.times.vocabulary import LONG_WEEKDAY

SCHEDULING = frozenset(
    (
        "begin start open close end expire meet return run go arrive visit host face vote hold take come launch play "
        "travel head kick resume leave fly air mark speak attend"
    ).split()
)
PLANNING = {"schedule", "plan", "expect", "set", "slate", "due", "aim", "hope", "intend", "want", "forecast", "project"}
# What one commits to doing lies ahead of the commitment. A day behind what one is told to do, as in 'ordered the firm
# to pay on Monday', is mostly that of the order.
COMMITTING = PLANNING | set("agree vow promise pledge decide prepare threaten offer propose vote".split())
BIDDING = frozenset({"order", "urge", "ask", "tell", "instruct", "require", "force"})
FORWARD_WORDS = re.compile(
    r"\b(?:due|scheduled\s+for|slated\s+for|planned\s+for|set\s+for|expected|ahead\s+of|upcoming)\s+"
    r"(?:on\s+|in\s+|from\s+|for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# Before these no side is certain: 'effective', 'before' and 'by' stand with what was and with what will be.
EITHER_WORDS = re.compile(
    r"\b(?:before|effective|starting|beginning|commencing|by|until|till|through)\s+(?:on\s+|in\s+|from\s+|for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
FOR_A_DAY = re.compile(r"\bfor\s+(?:late\s+|early\s+)?$", re.IGNORECASE)
LIMIT_WORDS = re.compile(r"\b(?P<limit>by|until|till|through)\s+(?:late\s+|early\s+)?$", re.IGNORECASE)
WEEKDAY_ALONE = re.compile(
    rf"(?:{LONG_WEEKDAY}|(?:the\s+)?weekend)(?:\s+(?:morning|afternoon|evening|night))?", re.IGNORECASE
)


def clause_tense(paragraph: Paragraph, text: str, start: int, end: int) -> str | None:
    """past, present or future: the tense of the clause that the expression stands in, NULL where it has no verb."""
    before = text[max(0, start - 24) : start]
    if FORWARD_WORDS.search(before):
        return "future"
    is_weekday = WEEKDAY_ALONE.fullmatch(text[start:end]) is not None
    if is_weekday and FOR_A_DAY.search(before) and not text.startswith(("'s", "’s"), end):
        return "future"  # 'called a strike for Thursday', not 'blamed him for Thursday's crash'
    if is_weekday and _is_behind_past_verb(paragraph, start):
        return "past"  # 'said on Thursday it would raise its rate': the day of saying so
    limit = LIMIT_WORDS.search(before)
    verb = _verb_above(paragraph, start, end)
    if limit is not None and is_weekday:
        # 'do not return by Friday' looks ahead, 'by Friday the fire had spread' back.
        helpers = set() if verb is None else {c.lower_ for c in verb.children}
        was_done = "had" in helpers or limit["limit"].lower() == "by" and verb is not None and verb.tag_ == "VBD"
        return "past" if was_done else "future"
    if EITHER_WORDS.search(before):
        return None
    while verb is not None:
        tense = _verb_tense(verb)
        if tense is not None or verb.head == verb:
            return tense
        verb = _next_verb(verb.head)
    return None


def _is_behind_past_verb(paragraph: Paragraph, start: int) -> bool:
    before = [t for t in _tokens(paragraph, max(0, start - 24), start) if t.lower_ not in {"on", "late", "early"}]
    return bool(before) and before[-1].tag_ == "VBD"


def _verb_above(paragraph: Paragraph, start: int, end: int) -> Token | None:
    """The verb that the expression hangs on, directly or through nouns and prepositions."""
    tokens = _tokens(paragraph, start, end)
    if not tokens:
        return None
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[-1])
    return _next_verb(head.head if head.head.i not in inside else head, inside)


def _next_verb(token: Token, inside: Collection[int] = ()) -> Token | None:
    """The token or the nearest verb above it, outside the expression's own words."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.i not in inside:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _verb_tense(verb: Token) -> str | None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    lower = {c.lower_ for c in helpers}
    has_to = "to" in lower
    lemma = verb.lemma_.lower()
    if lower & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if lower & {"would", "could", "may", "might", "should", "must", "can"}:
        return "past" if lower & {"have", "'ve"} and verb.tag_ == "VBN" else "future"
    if lemma in PLANNING and verb.tag_ in ("VBN", "VBZ", "VBP", "VBG"):
        return "future"
    if verb.tag_ in ("VBZ", "VBP") and lemma == "have" and any(c.lower_ == "yet" for c in verb.subtree):
        return "past"  # 'has yet to': of what was planned before
    governor = verb.head.lemma_.lower()
    if has_to and verb.tag_ == "VB" and verb.dep_ == "acl":
        return None  # 'a promise to mend the road on 3 May': the day may be that of the promise
    if has_to and verb.tag_ == "VB" and governor in BIDDING:
        return _verb_tense(verb.head) if verb.head != verb else None
    if has_to and verb.tag_ == "VB":
        return "future" if verb.head != verb and (governor in COMMITTING or verb.head.lower_ == "going") else "present"
    if verb.tag_ == "VBD" or lower & {"was", "were", "did", "had"}:
        return "past"
    if verb.tag_ == "VBN":
        return (
            "present" if lower & {"is", "are", "'s", "’s", "being"} and not lower & {"have", "has", "been"} else "past"
        )
    if lower & {"has", "have", "'ve"}:
        return "past"
    if verb.tag_ == "VBG":
        if verb.lemma_ in ("start", "begin"):
            return None
        if lower & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"}:
            return "future" if lemma in SCHEDULING else "present"  # 'she is meeting ministers on Monday'
        return "future" if verb.dep_ == "pcomp" and verb.head.lower_ in ("towards", "toward") else None
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if lemma in SCHEDULING else "present"
    return None


def _tokens(paragraph: Paragraph, start: int, end: int) -> list[Token]:
    """Tokens that overlap a stretch of the paragraph's text."""
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return [] if span is None else list(span)
