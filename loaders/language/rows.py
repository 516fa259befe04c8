"""The rows a reading produces: one frozen dataclass per raw table.

Offsets are 0-based code points into ``documents.text``, end exclusive, and begin and end at word
boundaries. Field names and order equal the columns of the raw tables declared in
``models/staging/_raw__sources.yml`` (less ``reading_id``, which the store adds); a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ArticleRow:
    """One story inside a document."""

    article_id: str
    document_id: str
    article_number: int
    is_main: bool
    headline: str | None
    byline: str | None
    outlet_as_written: str | None
    upstream_as_written: str | None
    printed_published: str | None  # EDTF, only where an absolute date is printed as the publication date
    age_count: float | None  # 'an hour ago' beside a related item: 1
    age_unit: str | None  # minute, hour, day, week, month, year
    dateline_place: str | None  # as printed: 'NAIROBI, Kenya'
    dateline_country_code: str | None  # ISO 3166-1 alpha-3, where the reference data know the place
    is_transcript: bool
    word_count: int
    rule: str


@dataclass(frozen=True, kw_only=True)
class PartRow:
    """One contiguous stretch of a document that belongs to an article or to nobody."""

    article_part_id: str
    document_id: str
    article_id: str | None
    part_number: int
    part_kind: str  # article, related, boilerplate
    start_char: int
    end_char: int
    rule: str


@dataclass(frozen=True, kw_only=True)
class FingerprintRow:
    """One sampled word sequence of an article, for finding re-used wording."""

    document_id: str
    article_id: str
    shingle_hash: int  # signed 64-bit hash of five normalised words; only hashes divisible by 8 are kept
    start_char: int
    end_char: int


@dataclass(frozen=True, kw_only=True)
class CorrectionRow:
    """One notice in which an article says that it, or an earlier version of it, was wrong."""

    document_id: str
    article_id: str
    start_char: int
    end_char: int
    text: str
    rule: str  # opening, label, phrase, earlier-version, was-wrong


@dataclass(frozen=True, kw_only=True)
class ActorChainRow:
    """All mentions of one actor inside one article."""

    chain_id: str
    document_id: str
    article_id: str
    representative_mention_id: str
    name: str  # the fullest form in print
    name_key: str  # the name as compared across articles: lower case, no accents, titles or initials
    actor_type: str  # country, government-body, organization, company, person, group
    country_code: str | None
    registry_key: str | None  # actor_key of seeds/reference/actor_registry.csv where the lexicon decides alone
    affiliation_chain_id: str | None
    mention_count: int
    rule: str


@dataclass(frozen=True, kw_only=True)
class ActorMentionRow:
    """One place where an actor is named, described or referred to."""

    actor_mention_id: str
    document_id: str
    article_id: str
    chain_id: str
    start_char: int
    end_char: int
    text: str
    mention_kind: str  # name, title, pronoun, description
    reader: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class ActorRoleRow:
    """A title that an article gives an actor, with the body it belongs to."""

    chain_id: str
    document_id: str
    article_id: str
    title: str  # as printed, with what qualifies it: former senior fellow
    title_key: str  # the title of the lexicon in it: senior fellow
    organization_chain_id: str | None
    start_char: int
    end_char: int
    rule: str


@dataclass(frozen=True, kw_only=True)
class TimeExpressionRow:
    """One time expression, parsed but not resolved; its calendar points are TimePointRows."""

    time_expression_id: str
    document_id: str
    article_id: str
    start_char: int
    end_char: int
    text: str
    time_kind: str  # day, month, year, interval, duration, set, time, vague
    duration: str | None  # ISO 8601, for durations and sets
    tense: str | None  # past, present, future: of the clause it stands in; NULL where unclear
    is_approximate: bool
    sentence_start_char: int
    reader: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class TimePointRow:
    """One calendar point of a time expression: its only one ('at'), or an end of an interval.

    Read as: from the anchor go ``shift_count`` units, there take the period that the calendar fields name (the
    ``ordinal``-th inside it, ``span_count`` of them, the part that ``modifier`` names). Without a year and without a
    shift the nearest period is meant, on the side that ``direction`` or the tense of the clause says.
    """

    time_expression_id: str
    document_id: str
    article_id: str
    position: str  # at, from, to
    anchor: str  # absolute, publication (relative to it), previous (relative to an earlier expression), fact
    previous_time_expression_id: str | None  # the expression an anaphoric point hangs on
    dated_fact_key: str | None  # key of seeds/reference/dated_facts.csv: holidays, terms of office, laws, …
    fact_bound: str | None  # from, to, whole: which end of the dated fact is meant
    direction: str | None  # previous, next, past, future, nearest; NULL: by tense
    grain: str  # day, weekend, week, month, quarter, season, year, decade, century
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None  # ISO: 1 = Monday
    quarter: int | None
    season: int | None  # EDTF: 21 spring, 22 summer, 23 autumn, 24 winter
    decade: int | None  # 1990 for the 1990s; of a century its first year (1900)
    ordinal: int | None  # 1 for 'first Tuesday in October', -1 for 'last week of 2018'
    ordinal_unit: str | None  # day, week, weekday, month: what is counted
    shift_count: int | None  # -2 with shift_unit month for 'two months ago'
    shift_unit: str | None  # day, weekday, week, month, quarter, season, year, decade
    span_count: int | None  # 3 with grain day for 'the next three days'
    modifier: str | None  # early, mid, late, start, end, first-half, second-half, before (up to the anchor), rest
    is_fiscal: bool


@dataclass(frozen=True, kw_only=True)
class PublicationEvidenceRow:
    """A passage that says when its article can have been written: a date behind or ahead of it, or a dated fact."""

    publication_evidence_id: str
    document_id: str
    article_id: str
    evidence_kind: str  # past-date, future-date, past-month, future-day, in-office, former, occurred, beside-time
    dated_fact_key: str | None  # key, or of office holders the family, in seeds/reference/dated_facts.csv
    time_expression_id: str | None  # the date itself, or for beside-time what dates the fact from the article's day
    start_char: int
    end_char: int
    text: str
    reader: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class FigureReportRow:
    """One quantity as printed."""

    figure_report_id: str
    document_id: str
    article_id: str
    start_char: int
    end_char: int
    text: str
    quote_start_char: int
    quote_end_char: int
    quote: str
    value: float | None
    value_max: float | None
    unit: str
    comparator: str  # eq, about, lt, gt, range
    measure: str
    subject: str | None  # what is counted or measured, as printed
    subject_chain_id: str | None
    place_code: str | None
    period_time_expression_id: str | None
    attributed_chain_id: str | None
    attributed_as_written: str | None
    converted_from_report_id: str | None
    reader: str
    rule: str
    is_withdrawn: bool = False  # a correction notice says that it was wrong
    period_is_start: bool = False  # the period begins there ('starting 20 July') and is open at its end


@dataclass(frozen=True, kw_only=True)
class StatementRow:
    """Something said, quoted or reported."""

    statement_id: str
    document_id: str
    article_id: str
    start_char: int
    end_char: int
    quote: str
    is_direct: bool
    speaker_chain_id: str | None
    speaker_as_written: str | None
    speaker_start_char: int | None
    speaker_end_char: int | None
    cue: str | None
    cue_start_char: int | None
    cue_end_char: int | None
    addressee_chain_id: str | None
    time_expression_id: str | None
    reader: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class EventReportRow:
    """One passage that states an event."""

    event_report_id: str
    document_id: str
    article_id: str
    start_char: int
    end_char: int
    quote: str
    trigger: str
    trigger_start_char: int
    trigger_end_char: int
    event_type: str  # root
    event_subtype: str
    status: str
    time_expression_id: str | None
    time_relation: str | None  # on, before, after, since, until, during
    span_days: int | None  # 2 for 'two-day talks' from the date on; -2 where the date is the last of the days
    twin_start_char: int | None  # where the trigger of the article's other telling of the event begins
    place: str | None
    place_country_code: str | None
    attributed_chain_id: str | None
    attributed_as_written: str | None
    statement_id: str | None  # the statement it is reported in
    reader: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class EventParticipantRow:
    """An actor's part in an event report."""

    event_report_id: str
    document_id: str
    article_id: str
    chain_id: str
    participant_role: str  # agent, target, participant, subject
    rule: str


@dataclass(frozen=True, kw_only=True)
class ItemMentionRow:
    """One place where a good, substance, technology or instrument is named."""

    item_mention_id: str
    document_id: str
    article_id: str
    item_key: str
    start_char: int
    end_char: int
    text: str
    reader: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class EventItemRow:
    """An item that an event report is about."""

    event_report_id: str
    document_id: str
    article_id: str
    item_key: str
    item_mention_id: str


@dataclass(frozen=True, kw_only=True)
class EventTermRow:
    """One telling word of an event report, for comparing reports across articles."""

    event_report_id: str
    document_id: str
    article_id: str
    term: str  # lower case, without the ending that makes a noun of a verb
    # name, word, nearby name, nearby word, trigger, deed, sequence, back-reference ('the talks') or
    # introduction ('a meeting')
    term_kind: str


@dataclass(frozen=True, kw_only=True)
class ArticleTermRow:
    """One telling word of an article's head, for finding articles that tell one story."""

    document_id: str
    article_id: str
    term: str  # lower case, without the ending that makes a noun of a verb
    is_name: bool


@dataclass(frozen=True, kw_only=True)
class ReadingFailureRow:
    """A part of a reading that was lost because a reader failed on it."""

    document_id: str
    article_id: str | None
    start_char: int | None
    end_char: int | None
    reader: str
    error: str
