"""Reading the events of an article.

Triggers, what they say about the world, their clause, participants, time and place.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex
from dossier.language.events.charges import is_charged
from dossier.language.events.circumstances import Circumstances
from dossier.language.events.dating import Chronicle
from dossier.language.events.demands import read_spoken_demands
from dossier.language.events.doubles import Selected
from dossier.language.events.grammar import is_verb
from dossier.language.events.granted import is_matter, is_presupposed
from dossier.language.events.inheritance import Context
from dossier.language.events.matching import FALLBACK, Candidate, Matcher
from dossier.language.events.refinements import refine
from dossier.language.events.roles import Participant, RoleFinder
from dossier.language.events.same_event import date_by_context, told_before
from dossier.language.events.selection import Selector
from dossier.language.events.signs import is_answered
from dossier.language.events.titles import in_plain_case
from dossier.language.events.tolls import type_tolls
from dossier.language.rows import (
    EventItemRow,
    EventParticipantRow,
    EventReportRow,
    ItemMentionRow,
    StatementRow,
    TimeExpressionRow,
)

READER = "events"
LEAD_PARAGRAPHS = 2  # in which news pages tell their news
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
BEGINNING = frozenset({"starting", "effective", "beginning", "commencing"})


@dataclass(frozen=True)
class EventReading:
    """Event reports of an article with their participants and items."""

    reports: list[EventReportRow]
    participants: list[EventParticipantRow]
    items: list[EventItemRow]


@dataclass(frozen=True)
class Draft:
    """An event report before it has its id."""

    start_char: int
    end_char: int
    trigger_start_char: int
    trigger_end_char: int
    event_type: str
    event_subtype: str
    status: str
    time: TimeExpressionRow | None
    time_relation: str | None
    place: str | None
    place_country_code: str | None
    participants: tuple[Participant, ...]
    rule: str
    span_days: int | None = None  # 2 for 'a two-day visit', -2 where the time is its last day
    is_definite: bool = False  # 'the talks', 'its first meeting'
    is_agentless: bool = False  # 'a further 20 were arrested'
    candidate: Candidate | None = None
    twin_start_char: int | None = None  # where the trigger of the article's other telling of it begins

    @property
    def order(self) -> tuple[int, int, int, int, str, str, str]:
        """Place in the text; a total order."""
        return (
            self.start_char,
            self.end_char,
            self.trigger_start_char,
            self.trigger_end_char,
            self.event_subtype,
            self.rule,
            self.status,
        )


def read_events(
    article: Article,
    actors: ActorIndex,
    times: SpanIndex[TimeExpressionRow],
    statements: SpanIndex[StatementRow],
    items: SpanIndex[ItemMentionRow],
) -> EventReading:
    """Read the events that an article reports."""
    matcher, roles = Matcher(actors, items, times), RoleFinder(actors)
    drafts: list[Draft] = []
    told_so_far, was_heading = 0, False
    chronicle, told = Chronicle(article, times), set[str]()
    # Bylines and credits (kind `other`) tell who wrote, not what happened.
    for paragraph in (in_plain_case(p, actors) for p in article.narrative if p.block.kind != "other"):
        if paragraph.block.kind == "transcript":
            continue
        circumstances = Circumstances(article, paragraph, times)
        told_so_far += paragraph.block.kind == "paragraph"
        opens_item, was_heading = was_heading, paragraph.block.kind == "heading"  # an item of a round-up
        selector = Selector(
            paragraph,
            roles,
            circumstances.has_time,
            circumstances.has_own_time,
            circumstances.repeats,
            told,
            told_so_far <= LEAD_PARAGRAPHS or opens_item,
        )
        in_classes = functools.partial(matcher.in_classes, paragraph)
        refined = [refine(candidate, in_classes) for candidate in matcher.candidates(paragraph)]
        chosen = selector.select([candidate for candidate in refined if candidate is not None])
        starts = {s.candidate.head: paragraph.char_of(s.candidate.words[0]) for s in chosen}
        for selected in chosen:
            if not _is_undated_talk(paragraph, selected.candidate, circumstances, statements):
                whole = None if selected.part_of is None else starts[selected.part_of]
                is_opening = told_so_far <= LEAD_PARAGRAPHS
                read = _draft(paragraph, selected, roles, circumstances, chronicle, is_opening)
                drafts += [d if whole is None else replace(d, twin_start_char=whole) for d in read]
        drafts += [
            Draft(
                d.start_char,
                d.end_char,
                d.trigger_start_char,
                d.trigger_end_char,
                "demand",
                "demand",
                "occurred",
                d.time,
                d.time_relation,
                None,
                None,
                d.participants,
                d.rule,
            )
            for d in read_spoken_demands(paragraph, circumstances, actors, roles, statements)
        ]
    context = Context(actors, statements)
    ordered = type_tolls(sorted(drafts, key=lambda d: d.order))
    completed = [replace(d, participants=context.complete(d)) for d in ordered]
    return _rows(article, date_by_context(article, told_before(completed), actors), statements, items)


def _is_undated_talk(
    paragraph: Paragraph, candidate: Candidate, circumstances: Circumstances, statements: SpanIndex[StatementRow]
) -> bool:
    """'"They threw us under a bus,"': what somebody says of no particular kind and day is his way of speaking."""
    if candidate.trigger is not FALLBACK or circumstances.has_time(candidate):
        return False
    start, end = paragraph.char_of(candidate.words[0]), paragraph.end_of(candidate.words[-1])
    statement = statements.covering(start, end)
    return statement is not None and statement.is_direct


def _is_definite(candidate: Candidate) -> bool:
    """Whether the event's noun, or the noun its verb carries, is spoken of as known."""
    nouns = (candidate.head,) if candidate.trigger.part_of_speech == "noun" else candidate.patients
    return any(
        c.lower_ in DEFINITE or c.dep_ == "poss" and c.pos_ == "PRON" for n in nouns for c in n.children if c.i < n.i
    )


def _touches(time: TimeExpressionRow, quote: tuple[int, int]) -> bool:
    """Whether a time expression stands inside the words that state the event."""
    return time.start_char < quote[1] and time.end_char > quote[0]


def _is_day_of_another(paragraph: Paragraph, candidate: Candidate, time: TimeExpressionRow) -> bool:
    """'Born in Hull in 1923, she emigrated …': the participle before the clause has the year, not the clause."""
    for token in paragraph.tokens_within(time.start_char, time.end_char):
        verb = next((t for t in (token, *token.ancestors) if is_verb(t)), None)
        if verb is None or verb == candidate.head or verb.tag_ != "VBN" or verb.dep_ not in {"advcl", "acl"}:
            return False
        return verb.i < candidate.head.i and verb.head == candidate.head
    return False


def _draft(
    paragraph: Paragraph,
    selected: Selected,
    roles: RoleFinder,
    circumstances: Circumstances,
    chronicle: Chronicle,
    is_opening: bool,
) -> Iterable[Draft]:
    candidate = selected.candidate
    quote = circumstances.quote_of(candidate)
    if quote is None:
        return
    words: Sequence[Token] = candidate.words if candidate.announced_by is None else (candidate.announced_by,)
    start, end = paragraph.char_of(words[0]), paragraph.end_of(words[-1])
    if not quote[0] <= start < end <= quote[1]:
        quote = min(quote[0], start), max(quote[1], end)
    timed = circumstances.time_of(candidate)
    if selected.status == "ongoing" and timed is not None and not _touches(timed[0], quote):
        timed = None  # the day of a deed told in another clause dates nothing that still goes on
    is_granted = is_charged(candidate) or (
        candidate.trigger.part_of_speech == "noun"
        and (is_presupposed(candidate.head) or is_answered(candidate.head) or is_matter(candidate.head))
    )
    if timed is not None and _is_day_of_another(paragraph, candidate, timed[0]):
        timed = None
    if is_granted and not circumstances.has_own_time(candidate):
        timed = None  # 'on Friday appealed against his conviction': Friday is not the day of the conviction
    if timed is not None and timed[0].time_kind == "time" and selected.status == "occurred":
        day = chronicle.day_of_clock(paragraph, candidate)
        timed = timed if day is None else (day, "on")
    timed = timed or chronicle.day_of_market(paragraph, candidate)
    step = circumstances.step_back_of(candidate) if is_opening and timed is None else None
    participants = tuple(roles.participants(paragraph, candidate))
    chains = frozenset(p.chain_id for p in participants)
    if step is not None:
        timed = step
    elif timed is None and not is_granted:
        timed = chronicle.time_of(paragraph, candidate, selected.status, chains)
    chronicle.note(paragraph, candidate, timed, chains)
    place, code = circumstances.place_of(candidate)
    draft = Draft(
        start_char=quote[0],
        end_char=quote[1],
        trigger_start_char=start,
        trigger_end_char=end,
        event_type=candidate.trigger.event_type,
        event_subtype=candidate.trigger.event_subtype,
        status=selected.status,
        time=None if timed is None else timed[0],
        time_relation=None if timed is None else timed[1],
        place=place,
        place_country_code=code,
        participants=participants,
        rule=selected.rule,
        span_days=chronicle.span_days_of(paragraph, candidate),
        is_definite=_is_definite(candidate),
        is_agentless=not candidate.agents,
        candidate=candidate,
    )
    yield draft
    # A rule or a tariff that is adopted now and applies later: its entry into force is an event of its own.
    if draft.event_type in {"regulate", "sanction"} and selected.status == "occurred":
        later = circumstances.beginning_of(candidate, BEGINNING)
        is_told = candidate.announced_by is not None and circumstances.has_time(replace(candidate, announced_by=None))
        if later is not None and not is_told:
            word, time = later
            yield Draft(
                draft.start_char,
                max(draft.end_char, time.end_char),
                paragraph.char_of(word),
                paragraph.end_of(word),
                draft.event_type,
                draft.event_subtype,
                "scheduled",
                time,
                "on",
                place,
                code,
                draft.participants,
                f"in-force:{candidate.trigger.key}",
            )


def _rows(
    article: Article, drafts: Iterable[Draft], statements: SpanIndex[StatementRow], items: SpanIndex[ItemMentionRow]
) -> EventReading:
    reading = EventReading([], [], [])
    taken: set[tuple[int, int, str]] = set()
    for draft in sorted(drafts, key=lambda d: d.order):
        mark = (draft.trigger_start_char, draft.trigger_end_char, draft.event_subtype + draft.status)
        if mark in taken:
            continue
        taken.add(mark)
        quote = article.words(draft.start_char, draft.end_char)
        report_id = article.ids.next_id("evr", quote)
        statement = _statement_over(draft, statements)
        reading.reports.append(
            EventReportRow(
                event_report_id=report_id,
                document_id=article.document_id,
                article_id=article.article_id,
                start_char=draft.start_char,
                end_char=draft.end_char,
                quote=quote,
                trigger=article.words(draft.trigger_start_char, draft.trigger_end_char),
                trigger_start_char=draft.trigger_start_char,
                trigger_end_char=draft.trigger_end_char,
                event_type=draft.event_type,
                event_subtype=draft.event_subtype,
                status=draft.status,
                time_expression_id=None if draft.time is None else draft.time.time_expression_id,
                time_relation=draft.time_relation,
                span_days=draft.span_days,
                twin_start_char=draft.twin_start_char,
                place=draft.place,
                place_country_code=draft.place_country_code,
                attributed_chain_id=None if statement is None else statement.speaker_chain_id,
                attributed_as_written=None if statement is None else statement.speaker_as_written,
                statement_id=None if statement is None else statement.statement_id,
                reader=READER,
                rule=draft.rule,
            )
        )
        for participant in draft.participants:
            reading.participants.append(
                EventParticipantRow(
                    event_report_id=report_id,
                    document_id=article.document_id,
                    article_id=article.article_id,
                    chain_id=participant.chain_id,
                    participant_role=participant.role,
                    rule=participant.rule,
                )
            )
        for item in items.within(draft.start_char, draft.end_char):
            reading.items.append(
                EventItemRow(
                    event_report_id=report_id,
                    document_id=article.document_id,
                    article_id=article.article_id,
                    item_key=item.item_key,
                    item_mention_id=item.item_mention_id,
                )
            )
    return reading


def _statement_over(draft: Draft, statements: SpanIndex[StatementRow]) -> StatementRow | None:
    """The statement in which the event is told, unless the event is the saying itself."""
    statement = statements.covering(draft.trigger_start_char, draft.trigger_end_char)
    if statement is None:
        return None
    if (
        statement.cue_start_char is not None
        and draft.trigger_start_char <= statement.cue_start_char < draft.trigger_end_char
    ):
        return None
    return statement
