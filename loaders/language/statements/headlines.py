"""What a headline says somebody said: 'PM: no new taxes', 'No new taxes - PM', or words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Paragraph, text_of
from dossier.language.lexicons import speech_words
from dossier.language.statements.cues import noun_kinds
from dossier.language.statements.drafts import Draft
from dossier.language.statements.lookups import tokens_between
from dossier.language.statements.speakers import Speaker

LEAD = re.compile(r"(?P<who>[^:–—\"“”‘]{2,50}): +(?P<said>[^\"“”].{8,})", re.S)
SIGNED = re.compile(r"(?P<said>.{10,}?),?\s+(?:-|–|—)\s+(?P<who>[^:–—\"“”]{2,45})", re.S)
ASKING = re.compile(r"(?:how|why|what|who|whose|where|when|which|is|are|can|could|should|the (?:man|woman))\b", re.I)
FINDING = speech_words("text that finds, in a headline")
LONGEST_NAME = 6  # words


def headline_drafts(paragraph: Paragraph, actors: ActorIndex, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements of a headline: those found as anywhere, if somebody is credited, and what a name set off says."""
    text = text_of(paragraph.doc).rstrip()
    credited = [(draft, draft.speaker) for draft in drafts if draft.speaker is not None]
    known = [draft for draft, speaker in credited if draft.cue_span is not None or _is_known(speaker, text)]
    for form, rule in ((LEAD, "headline-lead"), (SIGNED, "headline-signature")):
        found = form.fullmatch(text)
        if found is None or known or "?" in found["said"] or ASKING.match(found["said"]):
            continue
        start, end = found.span("said")
        if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN") for t in tokens_between(paragraph.doc, start, end)):
            continue
        speaker = _named(paragraph, *found.span("who"), actors)
        if speaker is not None:
            at = paragraph.start_char
            return [Draft(at + start, at + end, False, speaker, None, None, None, rule)]
    return known


def _is_known(speaker: Speaker, text: str) -> bool:
    """Is a speaker that no verb names an actor, or an office? 'ICYMI: “…”' has none."""
    words = text.partition(":")[0].split()
    return speaker.chain_id is not None or (":" in text and bool(words) and _may_say(words[-1]))


def _may_say(word: str) -> bool:
    return bool(noun_kinds(word) & {"person", "body"}) or word.lower() in FINDING


def _named(paragraph: Paragraph, start: int, end: int, actors: ActorIndex) -> Speaker | None:
    """A person, or the word for an office or body ('PM', 'police', 'report'), that a stretch of a headline is."""
    words = text_of(paragraph.doc)[start:end].split()
    if not words or len(words) > LONGEST_NAME:
        return None
    first, last = paragraph.start_char + start, paragraph.start_char + end
    inside = actors.mentions_within(first, last)
    whole = next((m for m in inside if m.end_char == last), None)
    if whole is not None and actors.chain_of(whole).actor_type == "person":
        return Speaker(first, last, whole.chain_id, False, "")
    if _may_say(words[-1]):
        if whole is not None and whole.start_char == first and actors.chain_of(whole).actor_type != "government-body":
            return None  # an outlet or firm behind the headline
        return Speaker(first, last, None if whole is None else whole.chain_id, False, "")
    return None
