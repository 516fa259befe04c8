"""Who said what in an article: quotations and reported speech, each with its speaker, cue, addressee and date."""

from __future__ import annotations

import dataclasses
import re

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex
from dossier.language.rows import StatementRow, TimeExpressionRow
from dossier.language.statements.attribution import (
    Attribution,
    attribution_above,
    attribution_before,
    attribution_behind,
    is_full,
    is_name_or_title,
    word_count,
)
from dossier.language.statements.cues import noun_kinds
from dossier.language.statements.drafts import (
    Draft,
    innermost,
    is_mostly_others,
    is_quoted,
    keep_distinct,
    says_itself,
    with_marks,
    without_later_cue,
)
from dossier.language.statements.lookups import sentence_of, text_of, tokens_between
from dossier.language.statements.quotations import Quotation, find_quotations
from dossier.language.statements.reported import Reported, find_reported
from dossier.language.statements.sayers import subject_of
from dossier.language.statements.speakers import Speaker, phrase_of, read_speaker

READER = "statements"
SHORTEST_PARTIAL = 3  # words; shorter ones are scare quotes
SHORTEST_UNATTRIBUTED = 5  # words; what nobody is credited with must at least be a sentence
SHORTEST_LOOSE = 8  # words; quoted words that are no sentence and that nobody is credited with
DATING_KINDS = ("day", "month", "year", "interval")
BODIES = ("country", "government-body", "organization", "company", "group")
STATES = ("country", "government-body")
SILENT_KINDS = ("headline", "transcript")
ELABORATION = re.compile(r"(?:This|That|These|Those) (?:include|mean|would|could|might)[a-z]*\b")


def read_statements(article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow]) -> list[StatementRow]:
    """Read who said what in an article; rows in text order, the longer first."""
    reading = _Reading(article, actors, times)
    for paragraph in article.narrative:
        reading.read_paragraph(paragraph)
    drafts = sorted(reading.drafts, key=lambda d: (d.start_char, -d.end_char, not d.is_direct))
    return [_row(article, draft) for draft in drafts]


def _row(article: Article, draft: Draft) -> StatementRow:
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


class _Reading:
    """Reads the paragraphs of one article in order and remembers who spoke last."""

    def __init__(self, article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow]) -> None:
        self.article, self.actors, self.times = article, actors, times
        self.drafts: list[Draft] = []
        self.last: Draft | None = None  # the last statement that has a speaker
        self.last_paragraph = -2
        self.number = -1
        self.left_open = False  # the paragraph before ended inside a quotation
        self.spoke: list[
            tuple[int, int, str]
        ] = []  # where, in which paragraph and which chain: speakers as they are read

    def read_paragraph(self, paragraph: Paragraph) -> None:
        """Read one paragraph: its reported speech, then its quotations."""
        self.number += 1
        if paragraph.block.kind in SILENT_KINDS:
            return
        quotations = find_quotations(text_of(paragraph.doc), self.left_open)
        quoted = _quoted_tokens(paragraph, quotations)
        reported = [self._reported_draft(paragraph, r) for r in find_reported(paragraph, quoted)]
        reported = [with_marks(paragraph, d, quotations) for d in reported]
        reported = keep_distinct(
            [
                without_later_cue(d, reported[max(0, k - 9) : k + 9])
                for k, d in enumerate(reported)
                if d.speaker is not None and not says_itself(d) and not self._is_too_short(d)
            ]
        )
        direct = self._quotation_drafts(paragraph, quotations, quoted, reported)
        reported += self._elaborations(paragraph, reported)
        reported = [d for d in reported if not (d.rule == "reported-according-after" and is_mostly_others(d, direct))]
        kept = [d for d in reported if not is_quoted(self.article.text, d, direct)]
        ordered = sorted([*kept, *direct], key=lambda d: (d.start_char, -d.end_char))
        if self.left_open and ordered and ordered[0].is_direct and ordered[0].speaker is not None and self.drafts[-1:]:
            opened = self.drafts[-1]
            if opened.is_direct and opened.speaker is None:  # the cue stands where the quotation ends
                self.drafts[-1] = dataclasses.replace(
                    ordered[0], start_char=opened.start_char, end_char=opened.end_char, rule="continued-backwards"
                )
        for draft in ordered:
            self.drafts.append(self._inherit(draft))
        self.left_open = bool(quotations) and not quotations[-1].is_closed

    # ------------------------------------------------------------------ reported speech
    def _reported_draft(self, paragraph: Paragraph, found: Reported) -> Draft:
        speaker = self._speaker(paragraph, found.subject, found.cue, (found.start_char, found.end_char))
        return Draft(
            found.start_char,
            found.end_char,
            False,
            speaker,
            (
                paragraph.char_of(found.cue),
                paragraph.end_of(found.cue_end) if found.cue_end.i == found.cue.i + 1 else paragraph.end_of(found.cue),
            ),
            self._chain_at(paragraph, found.addressee),
            self._said_when(paragraph, found.cue, speaker, found.start_char, found.end_char),
            f"reported-{found.rule}",
        )

    def _is_too_short(self, draft: Draft) -> bool:
        """One or two words without a verb of their own ('blamed the delay') tell nothing, but for denials."""
        if draft.cue_span is not None and self.article.text[slice(*draft.cue_span)].lower().startswith(
            ("deny", "deni")
        ):
            return False
        is_noun = not any(form in draft.rule for form in ("clause", "according", "infinitive", "gerund"))
        least = SHORTEST_PARTIAL if is_noun else 2
        return word_count(self.article.text[draft.start_char : draft.end_char]) < least

    def _elaborations(self, paragraph: Paragraph, reported: list[Draft]) -> list[Draft]:
        """'He said more must be done. This includes …': a sentence that spells out what was just reported."""
        found: list[Draft] = []
        before: Draft | None = None
        for sentence in paragraph.doc.sents:
            start, end = paragraph.chars_of(sentence)
            inside = [d for d in reported if start <= d.start_char and d.end_char <= end]
            if before is not None and not inside and ELABORATION.match(self.article.text, start, end):
                end = start + len(self.article.text[start:end].rstrip())
                found.append(
                    dataclasses.replace(
                        before, start_char=start, end_char=end, rule="reported-elaboration", is_continued=True
                    )
                )
            before = inside[-1] if inside and inside[-1].end_char >= end - 3 else None
        return found

    # ------------------------------------------------------------------ quotations
    def _quotation_drafts(
        self, paragraph: Paragraph, quotations: list[Quotation], quoted: frozenset[int], reported: list[Draft]
    ) -> list[Draft]:
        text, found = text_of(paragraph.doc), list[Draft]()
        for number, quotation in enumerate(quotations):
            limit = quotations[number + 1].open_char if number + 1 < len(quotations) else len(text)
            floor = quotations[number - 1].close_char if number else 0
            full = is_full(text, quotation)
            words = word_count(text[quotation.start_char : quotation.end_char])
            attribution = attribution_behind(paragraph, quotation, limit) if full else None
            attribution = attribution or (attribution_before(paragraph, quotation, floor) if full else None)
            if not full and (words < SHORTEST_PARTIAL or is_name_or_title(text, quotation)):
                continue
            goes_on = bool(found) and text[quotation.end_char - 1] in ".!?"
            too_short = words < SHORTEST_PARTIAL and not goes_on
            if full and attribution is None and (too_short or is_name_or_title(text, quotation)):
                continue
            draft = self._quotation_draft(paragraph, quotation, full, attribution, quoted, reported, found, words)
            if draft is not None:
                found.append(draft)
        return found

    def _quotation_draft(
        self,
        paragraph: Paragraph,
        quotation: Quotation,
        full: bool,
        attribution: Attribution | None,
        quoted: frozenset[int],
        reported: list[Draft],
        earlier: list[Draft],
        words: int,
    ) -> Draft | None:
        start, end = paragraph.start_char + quotation.start_char, paragraph.start_char + quotation.end_char
        if (
            not full
            and text_of(paragraph.doc)[quotation.end_char - 1] == "."
            and text_of(paragraph.doc)[end - paragraph.start_char - 2].isalnum()
        ):
            end -= 1  # the full stop ends the sentence around the quoted words
        if attribution is not None:
            return self._attributed(paragraph, attribution, start, end)
        if (
            full
            and text_of(paragraph.doc)[: quotation.open_char].strip() == ""
            and (self.left_open or self._spoke_just_before())
        ):
            return self._continued(start, end, "continued-paragraph")
        holder = innermost(reported, start, end)
        if holder is not None:
            return dataclasses.replace(holder, start_char=start, end_char=end, is_direct=True, rule="quoted-in-report")
        if full and earlier:
            return dataclasses.replace(
                earlier[-1], start_char=start, end_char=end, rule="continued-quotation", is_continued=True
            )
        before = None if full else attribution_before(paragraph, quotation, 0)
        attribution = (
            before
            or attribution_above(paragraph, quotation, quoted)
            or (None if full else attribution_behind(paragraph, quotation, len(text_of(paragraph.doc))))
        )
        if attribution is not None:
            return self._attributed(paragraph, attribution, start, end)
        last = max((d for d in [*reported, *earlier] if d.end_char <= start), key=lambda d: d.end_char, default=None)
        if full and last is not None and last.speaker is not None:
            return dataclasses.replace(
                last, start_char=start, end_char=end, is_direct=True, rule="continued-after-report", is_continued=True
            )
        lead = self._lead_in(paragraph, quotation)
        if lead is not None:
            return Draft(start, end, True, lead, None, None, None, "lead-in-quotation")
        if full and text_of(paragraph.doc)[: quotation.open_char].strip() == "" and words >= SHORTEST_UNATTRIBUTED:
            return Draft(start, end, True, None, None, None, None, "unattributed-quotation")
        if words < SHORTEST_LOOSE or not quotation.is_closed:
            return None
        return Draft(start, end, True, None, None, None, None, "unattributed-words")

    def _attributed(self, paragraph: Paragraph, attribution: Attribution, start: int, end: int) -> Draft:
        speaker = self._speaker(paragraph, attribution.subject, attribution.cue, None)
        return Draft(
            start,
            end,
            True,
            speaker,
            (paragraph.char_of(attribution.cue), paragraph.end_of(attribution.cue_end)),
            self._chain_at(paragraph, attribution.addressee),
            self._said_when(paragraph, attribution.cue, speaker, start, end),
            attribution.rule,
        )

    def _lead_in(self, paragraph: Paragraph, quotation: Quotation) -> Speaker | None:
        """'Ann Lee (Miami): "…"': the name in front of a colon that is not a sentence."""
        lead = text_of(paragraph.doc)[: quotation.open_char].rstrip(" *_>\\")
        if not lead.endswith(":") or len(lead) > 300 or ". " in lead:
            return None
        inside = self.actors.mentions_within(paragraph.start_char, paragraph.start_char + len(lead))
        named = [m for m in inside if m.mention_kind != "pronoun" and self.actors.chain_of(m).actor_type != "country"]
        people = [m for m in named if self.actors.chain_of(m).actor_type == "person"]
        for mention in [*people, *named][:1]:  # 'the broadcaster's Ann Lee: "…"' is Ann Lee
            return Speaker(mention.start_char, mention.end_char, mention.chain_id, False, "")
        return None

    def _spoke_just_before(self) -> bool:
        """Did the paragraph before end with a quotation, or report what a person said?"""
        if self.last is None or self.last.speaker is None or self.last_paragraph != self.number - 1:
            return False
        chain = self.last.speaker.chain_id
        return self.last.is_direct or (chain is not None and self.actors.chains[chain].actor_type == "person")

    def _continued(self, start: int, end: int, rule: str) -> Draft | None:
        if self.last is None:
            return Draft(start, end, True, None, None, None, None, "unattributed-quotation")
        return dataclasses.replace(
            self.last, start_char=start, end_char=end, is_direct=True, rule=rule, is_continued=True
        )

    # ------------------------------------------------------------------ speaker, addressee, date
    def _speaker(
        self, paragraph: Paragraph, subject: Token | None, cue: Token, said: tuple[int, int] | None
    ) -> Speaker | None:
        """The speaker; what the phrase leaves open ('he', 'a spokesman') is taken from who spoke just before."""
        if subject is None:
            return None
        speaker = read_speaker(paragraph, subject, cue, self.actors)
        kind = None if speaker.chain_id is None else self.actors.chains[speaker.chain_id].actor_type
        if speaker.open_kind == "he" and kind in BODIES:
            speaker = dataclasses.replace(speaker, chain_id=None)
        if speaker.open_kind == "it" and subject.lower_ == "it" and self.spoke and self.spoke[-1][1] == self.number:
            speaker = dataclasses.replace(
                speaker, chain_id=self._open_chain(paragraph, speaker, cue, said) or speaker.chain_id
            )
        if speaker.chain_id is None and speaker.open_kind:
            speaker = dataclasses.replace(speaker, chain_id=self._open_chain(paragraph, speaker, cue, said))
        if speaker.chain_id is not None:
            self.spoke.append((paragraph.char_of(cue), self.number, speaker.chain_id))
        return speaker

    def _open_chain(
        self, paragraph: Paragraph, speaker: Speaker, cue: Token, said: tuple[int, int] | None
    ) -> str | None:
        wanted = {"he": ("person",), "it": BODIES, "body": STATES, "document": STATES}[speaker.open_kind]
        if speaker.open_kind == "document":
            main = subject_of(sentence_of(cue).root)
            inside = [] if said is None else self.actors.mentions_within(*said)
            beside = (
                [] if main is None else [m for m in [self.actors.mention_of_token(paragraph, main)] if m is not None]
            )
            beside += [] if main is None else self.actors.mentions_within(*phrase_of(paragraph, main, cue))
            for mention in [*beside, *inside]:
                if self.actors.chain_of(mention).actor_type in wanted:
                    return mention.chain_id
        before = [
            chain
            for char, number, chain in self.spoke[-6:]
            if char < paragraph.char_of(cue) and self.number - number <= 2
        ]
        if speaker.open_kind != "he":  # a person may be spoken of again after others; a body is the one that spoke last
            before = before[-1:]
        return next((chain for chain in reversed(before) if self.actors.chains[chain].actor_type in wanted), None)

    def _chain_at(self, paragraph: Paragraph, token: Token | None) -> str | None:
        mention = None if token is None else self.actors.mention_of_token(paragraph, token)
        return None if mention is None else mention.chain_id

    def _said_when(self, paragraph: Paragraph, cue: Token, speaker: Speaker | None, start: int, end: int) -> str | None:
        """The expression that dates the saying: governed by the cue, or in the speaker's phrase ('a March report')."""
        first, last = paragraph.chars_of(sentence_of(cue))
        for time in self.times.within(first, last):
            if time.time_kind not in DATING_KINDS or (time.start_char >= start and time.end_char <= end):
                continue
            if speaker is not None and speaker.start_char <= time.start_char and time.end_char <= speaker.end_char:
                return time.time_expression_id
            if (
                speaker is not None
                and self.article.text[time.end_char : speaker.start_char].strip() == ","
                and time.end_char < speaker.start_char
            ):
                return time.time_expression_id
            tokens = paragraph.tokens_within(time.start_char, time.end_char)
            if tokens and _governor(tokens) == cue:
                return time.time_expression_id
        return None

    def _inherit(self, draft: Draft) -> Draft:
        """A saying without a date has that of the statement just before it, where the same speaker goes on."""
        last = self.last
        if draft.speaker is None:
            return draft
        if (
            last is not None
            and last.speaker is not None
            and draft.time_expression_id is None
            and self.number - self.last_paragraph <= 1
        ):
            same = draft.speaker.chain_id is not None and draft.speaker.chain_id == last.speaker.chain_id
            if same and (draft.is_continued or draft.speaker.is_pronoun or draft.cue_span == last.cue_span):
                draft = dataclasses.replace(draft, time_expression_id=last.time_expression_id)
        self.last, self.last_paragraph = draft, self.number
        return draft


def _governor(tokens: list[Token]) -> Token | None:
    """The verb that a time expression hangs on."""
    inside = {t.i for t in tokens}
    at = next((t for t in tokens if t.head.i not in inside), tokens[0])
    while at.head != at:
        at = at.head
        if at.dep_ == "acl" and at.tag_ == "VBN" and "document" in noun_kinds(at.head.lower_):
            continue  # 'in a report released in May, it said'
        if at.pos_ in ("VERB", "AUX") and at.i not in inside:
            return at
    return None


def _quoted_tokens(paragraph: Paragraph, quotations: list[Quotation]) -> frozenset[int]:
    inside: set[int] = set()
    for quotation in quotations:
        inside.update(t.i for t in tokens_between(paragraph.doc, quotation.start_char, quotation.end_char))
    return frozenset(inside)
