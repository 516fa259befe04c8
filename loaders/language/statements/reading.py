"""Who said what in an article: quotations and reported speech, each with its speaker, cue, addressee and date."""

from __future__ import annotations

import dataclasses

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex, text_of
from dossier.language.rows import StatementRow, TimeExpressionRow
from dossier.language.statements.attribution import (
    Attribution,
    attribution_above,
    attribution_before,
    attribution_behind,
    is_full,
    is_name_or_title,
    is_rule_wording,
    word_count,
)
from dossier.language.statements.cues import cues_of
from dossier.language.statements.drafts import (
    SHORTEST_PARTIAL,
    Draft,
    innermost,
    is_idiom,
    is_mostly_others,
    is_quoted,
    is_too_short,
    keep_distinct,
    says_itself,
    statement_row,
    tie_displayed,
    with_marks,
    without_later_cue,
)
from dossier.language.statements.going_on import elaborations, likely_speaker, told_before
from dossier.language.statements.headlines import headline_drafts
from dossier.language.statements.labels import (
    begins_sentence,
    heading_speaker,
    is_boxed,
    is_name_line,
    is_set_off,
    lead_of,
    list_speaker,
    named_beside,
    only_person,
    signature_below,
)
from dossier.language.statements.lookups import quoted_tokens
from dossier.language.statements.quotations import Quotation, find_quotations
from dossier.language.statements.reported import Reported, find_reported
from dossier.language.statements.running import credit_backwards, running_quotations
from dossier.language.statements.sayers import is_rule_text
from dossier.language.statements.speakers import Speaker
from dossier.language.statements.talk import Talk
from dossier.language.statements.voices import Voices

SHORTEST_UNATTRIBUTED = 5  # words; what nobody is credited with must at least be a sentence
SHORTEST_LOOSE = 8  # words; quoted words that are no sentence and that nobody is credited with
LEAST_PROSE = 12  # tokens
SILENT_KINDS = ("transcript",)


def read_statements(article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow]) -> list[StatementRow]:
    """Read who said what in an article; rows in text order, the longer first."""
    reading = _Reading(article, actors, times)
    for paragraph in article.narrative:
        reading.read_paragraph(paragraph)
    drafts = tie_displayed(article.text, reading.drafts)
    return [
        statement_row(article, draft)
        for draft in sorted(drafts, key=lambda d: (d.start_char, -d.end_char, not d.is_direct))
    ]


class _Reading:
    """Reads the paragraphs of one article in order and remembers who spoke last."""

    def __init__(self, article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow]) -> None:
        self.article, self.actors, self.times = article, actors, times
        self.drafts: list[Draft] = []
        self.last: Draft | None = None  # the last statement that has a speaker
        self.last_paragraph = -2
        self.number = -1
        self.left_open = False  # the paragraph before ended inside a quotation
        self.running = running_quotations(article.narrative)
        self.run_from = 0  # the first draft of the quotation that is still open
        self.voices = Voices(article, actors, times)
        self.section: Speaker | None = None  # whom the heading above names
        self.lone: Speaker | None = None  # the only person named in the last paragraph of prose
        self.before: Paragraph | None = None
        self.talk = Talk(article, actors)

    def read_paragraph(self, paragraph: Paragraph) -> None:
        """Read one paragraph: its reported speech, then its quotations."""
        self.number += 1
        self.voices.number = self.number
        turn = self.talk.turn_at(self.number)
        if turn is not None:
            self.last, self.left_open, self.section = None, False, None
            self.drafts += self.talk.read_turn(paragraph, turn, self._reported_draft)
            return
        if paragraph.block.kind in SILENT_KINDS:
            return
        if self._sign(paragraph):
            return
        if paragraph.block.kind == "heading" or is_name_line(paragraph, self.actors):
            self.section = heading_speaker(paragraph, self.actors)
        self.section = list_speaker(self.article, self.actors, paragraph) or self.section
        if self.running.get(self.number) and self._read_running(paragraph):
            return
        above, self.before = self.before, paragraph
        if above is not None and self._read_blockquote(paragraph, above):
            return
        quotations = find_quotations(text_of(paragraph.doc), self.left_open)
        quoted = quoted_tokens(paragraph, quotations)
        reported = [self._reported_draft(paragraph, r) for r in find_reported(paragraph, quoted)]
        reported = [with_marks(paragraph, d, quotations) for d in reported]
        reported = keep_distinct(
            [
                without_later_cue(d, reported[max(0, k - 9) : k + 9])
                for k, d in enumerate(reported)
                if d.speaker is not None
                and not says_itself(d)
                and not is_too_short(self.article.text, d)
                and not is_idiom(self.article.text, d)
            ]
        )
        direct = self._quotation_drafts(paragraph, quotations, quoted, reported)
        reported += elaborations(self.article, paragraph, reported)
        reported = [d for d in reported if not (d.rule == "reported-according-after" and is_mostly_others(d, direct))]
        kept = [d for d in reported if not is_quoted(self.article.text, d, direct)]
        if paragraph.block.kind == "headline":
            self.drafts += headline_drafts(paragraph, self.actors, [*kept, *direct])
            return
        if not kept and not direct and paragraph.block.kind == "bullet":
            kept = self._listed(paragraph)
        ordered = sorted([*kept, *direct], key=lambda d: (d.start_char, -d.end_char))
        if self.left_open and ordered:
            credit_backwards(self.drafts, self.run_from, ordered[0])
        begins = len(self.drafts) + len(ordered) - 1 if not self.left_open or not quotations else self.run_from
        for draft in ordered:
            self.drafts.append(self._inherit(draft))
        self.left_open = bool(quotations) and not quotations[-1].is_closed
        self.run_from = begins
        if not quotations and paragraph.block.kind == "paragraph" and len(paragraph.doc) >= LEAST_PROSE:
            self.lone = only_person(paragraph, self.actors)

    def _read_running(self, paragraph: Paragraph) -> bool:
        """A paragraph without marks inside a quotation that was opened above and is closed below."""
        opened = self.drafts[-1] if self.drafts else None
        if not self.left_open or opened is None or not opened.is_direct:
            return False
        start, end = paragraph.start_char, paragraph.end_char
        self.drafts.append(
            dataclasses.replace(
                opened,
                start_char=start,
                end_char=end,
                rule="continued-paragraph",
                is_continued=opened.speaker is not None,
            )
        )
        self.last_paragraph = self.number
        return True

    def _listed(self, paragraph: Paragraph) -> list[Draft]:
        """'The mayor said:' and below it, line by line and without quotation marks, what he said."""
        above = next((p for p in reversed(self.article.narrative[: self.number]) if p.block.kind != "bullet"), None)
        if above is None or word_count(text_of(paragraph.doc)) < SHORTEST_PARTIAL:
            return []
        start, end = paragraph.start_char, paragraph.start_char + len(text_of(paragraph.doc).rstrip(" .;,"))
        if self.drafts and self.drafts[-1].rule == "reported-list" and self.drafts[-1].start_char > above.start_char:
            return [dataclasses.replace(self.drafts[-1], start_char=start, end_char=end, is_continued=True)]
        introduced = self._introduced(above, start, end, "reported-list")
        return [] if introduced is None else [dataclasses.replace(introduced, is_direct=False)]

    def _read_blockquote(self, paragraph: Paragraph, above: Paragraph) -> bool:
        """'Lee wrote last year:' and below it, set off by '>', what she wrote without quotation marks."""
        if (
            not is_set_off(self.article.text, paragraph)
            or "“" in text_of(paragraph.doc)[:2]
            or '"' in text_of(paragraph.doc)[:2]
        ):
            return False
        start, end = paragraph.start_char, paragraph.end_char
        if is_set_off(self.article.text, above) and self.drafts and self.drafts[-1].rule == "blockquote":
            self.drafts.append(dataclasses.replace(self.drafts[-1], start_char=start, end_char=end, is_continued=True))
            return True
        introduced = self._introduced(above, start, end, "blockquote")
        self.drafts += [] if introduced is None else [self._inherit(introduced)]
        return introduced is not None

    def _introduced(self, above: Paragraph, start: int, end: int, rule: str = "colon-above") -> Draft | None:
        """'The chair issued this statement:' and, as a paragraph of its own, what it says."""
        closing = len(text_of(above.doc).rstrip(" *_"))
        if not text_of(above.doc)[:closing].endswith(":"):
            return None
        attribution = attribution_before(above, Quotation(closing, closing, closing, closing, True, False), 0)
        if attribution is None or (rule == "reported-list" and not cues_of(attribution.cue.lemma_.lower(), "clause")):
            return None
        return self._attributed(above, attribution, start, end, rule)

    def _sign(self, paragraph: Paragraph) -> bool:
        """'— Ann Lee, mayor' below quoted words: she said what the paragraph above quotes."""
        above = self.drafts[-1] if self.drafts else None
        if above is None or not above.is_direct or not (above.is_continued or above.speaker is None):
            return False
        if self.article.text[above.end_char : paragraph.start_char].strip(" \t\r\n\u00a0.,>*_\"”’'«»-–—―\\"):
            return False
        speaker = signature_below(self.article, paragraph, self.actors)
        if speaker is None:
            return False
        self.drafts[-1] = dataclasses.replace(
            above, speaker=speaker, cue_span=None, addressee_chain_id=None, time_expression_id=None, rule="signature"
        )
        self.last = None
        return True

    # ------------------------------------------------------------------ reported speech
    def _reported_draft(self, paragraph: Paragraph, found: Reported) -> Draft:
        speaker = self.voices.speaker(paragraph, found.subject, found.cue, (found.start_char, found.end_char))
        return Draft(
            found.start_char,
            found.end_char,
            False,
            speaker,
            (
                paragraph.char_of(found.cue),
                paragraph.end_of(found.cue_end) if found.cue_end.i == found.cue.i + 1 else paragraph.end_of(found.cue),
            ),
            self.voices.chain_at(paragraph, found.addressee),
            self.voices.said_when(paragraph, found.cue, speaker, found.start_char, found.end_char),
            f"reported-{found.rule}",
        )

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
            before = attribution_before(paragraph, quotation, floor) if full else None
            attribution = attribution_behind(paragraph, quotation, limit) if full else None
            if before is not None and text[: quotation.open_char].rstrip(" *_").endswith(":"):
                attribution = before if text[quotation.end_char - 1] in ".!?" else attribution
            attribution = attribution or before
            if not full and (words < SHORTEST_PARTIAL or is_name_or_title(text, quotation)):
                continue
            goes_on = bool(found) and text[quotation.end_char - 1] in ".!?"
            too_short = words < SHORTEST_PARTIAL and not goes_on
            if full and attribution is None and (too_short or is_name_or_title(text, quotation)):
                continue
            draft = self._quotation_draft(paragraph, quotation, full, attribution, quoted, reported, found, words)
            found += [] if draft is None else [draft]
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
        if is_boxed(paragraph, quotation):
            return Draft(start, end, True, None, None, None, None, "boxed-words") if full else None
        if attribution is not None:
            is_law = attribution.subject is not None and is_rule_text(attribution.subject)  # 'Section 4 provides: “…”'
            return None if is_law else self._attributed(paragraph, attribution, start, end)
        near = self.section or (self.lone if lead_of(paragraph, quotation) != (0, 0) else None)
        named = named_beside(paragraph, quotation, self.actors, full or words >= SHORTEST_UNATTRIBUTED, near)
        if named is not None:
            return Draft(start, end, True, named[0], None, None, None, named[1])
        if (
            full
            and paragraph.block.kind != "heading"
            and text_of(paragraph.doc)[: quotation.open_char].strip() == ""
            and (self.left_open or self._spoke_just_before())
        ):
            for opened in self.drafts[-1:] if self.left_open else []:
                if opened.is_direct and opened.speaker is None:  # nobody is credited with either
                    return dataclasses.replace(opened, start_char=start, end_char=end)
            if self.last is None:
                return Draft(start, end, True, None, None, None, None, "unattributed-quotation")
            return dataclasses.replace(
                self.last, start_char=start, end_char=end, is_direct=True, rule="continued-paragraph", is_continued=True
            )
        holder = innermost(reported, start, end)
        if holder is not None:
            return dataclasses.replace(holder, start_char=start, end_char=end, is_direct=True, rule="quoted-in-report")
        if full and earlier and not text_of(paragraph.doc)[: quotation.open_char].rstrip(" *_").endswith(":"):
            return dataclasses.replace(
                earlier[-1], start_char=start, end_char=end, rule="continued-quotation", is_continued=True
            )
        before = None if full else attribution_before(paragraph, quotation, 0)
        size = len(text_of(paragraph.doc))
        attribution = (
            before
            or attribution_above(paragraph, quotation, quoted)
            or (None if full else attribution_behind(paragraph, quotation, size, is_partial=True))
        )
        if attribution is not None:
            return self._attributed(paragraph, attribution, start, end)
        last = max((d for d in [*reported, *earlier] if d.end_char <= start), key=lambda d: d.end_char, default=None)
        if full and last is not None and last.speaker is not None and begins_sentence(paragraph, quotation):
            return dataclasses.replace(
                last, start_char=start, end_char=end, is_direct=True, rule="continued-after-report", is_continued=True
            )
        if is_rule_wording(text_of(paragraph.doc), quotation):
            return None
        whole, recent = full and words >= SHORTEST_UNATTRIBUTED, [*self.drafts[-99:], *reported, *earlier]
        known = told_before(paragraph, quotation, self.actors, recent) if whole else None
        opens = text_of(paragraph.doc)[: quotation.open_char].strip() == ""
        if whole and opens:
            above = self.article.narrative[max(0, self.number - 3) : self.number]
            if introduced := self._introduced(above[-1], start, end) if above else None:
                return introduced
            known = likely_speaker(above, self.actors, recent) if paragraph.block.kind == "paragraph" else None
        if known is not None:
            return dataclasses.replace(
                known, start_char=start, end_char=end, is_direct=True, rule="continued-person", is_continued=True
            )
        if whole and opens:
            return Draft(start, end, True, None, None, None, None, "unattributed-quotation")
        goes_on = not quotation.is_closed and self.number + 1 in self.running
        if words < (SHORTEST_PARTIAL if goes_on else SHORTEST_LOOSE) or not quotation.is_closed and not goes_on:
            return None
        return Draft(start, end, True, None, None, None, None, "unattributed-words")

    def _attributed(
        self, paragraph: Paragraph, attribution: Attribution, start: int, end: int, rule: str | None = None
    ) -> Draft:
        speaker = self.voices.speaker(paragraph, attribution.subject, attribution.cue, None)
        return Draft(
            start,
            end,
            True,
            speaker,
            (paragraph.char_of(attribution.cue), paragraph.end_of(attribution.cue_end)),
            self.voices.chain_at(paragraph, attribution.addressee),
            self.voices.said_when(paragraph, attribution.cue, speaker, start, end),
            rule or attribution.rule,
        )

    def _spoke_just_before(self) -> bool:
        """Did the paragraph before end with a quotation, or report what a person said?"""
        if self.last is None or self.last.speaker is None or self.last_paragraph != self.number - 1:
            return False
        chain = self.last.speaker.chain_id
        is_person = chain is not None and self.actors.chains[chain].actor_type == "person"
        return is_person or (self.last.is_direct and self.last.rule != "quoted-in-report")

    # ------------------------------------------------------------------ what one statement hands on to the next
    def _inherit(self, draft: Draft) -> Draft:
        """A saying without a date has that of the statement just before it, where the same speaker goes on."""
        last = self.last
        if draft.speaker is None:
            return draft
        if draft.is_continued and draft.speaker.chain_id is not None:
            self.voices.spoke.append((draft.start_char, self.number, draft.speaker.chain_id))
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
