"""Time expressions: found and parsed, never resolved (resolving needs the publication date and is SQL)."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.language.analysis import Article, Paragraph, text_of
from dossier.language.prefilter import Prefilter
from dossier.language.rows import PublicationEvidenceRow, TimeExpressionRow, TimePointRow
from dossier.language.times.anaphora import STEP_RULES_BESIDE, Story, Told, step_beside
from dossier.language.times.calendar_rules import CALENDAR_RULES
from dossier.language.times.combine import combine
from dossier.language.times.context import is_time
from dossier.language.times.evidence import Evidence, find_evidence
from dossier.language.times.facts import fact_rules
from dossier.language.times.parsed import Parsed, Rule
from dossier.language.times.relative import RELATIVE_RULES
from dossier.language.times.spans import SPAN_RULES
from dossier.language.times.tense import clause_tense

READER = "times"
SUPERLATIVE = re.compile(r"\b(?:\w{3,}est|most\s+\w+|worst|first|best)(?:\s+[\w-]+){0,3}\s+$", re.IGNORECASE)
RULES: tuple[Rule, ...] = (*CALENDAR_RULES, *RELATIVE_RULES, *SPAN_RULES)


@dataclass(frozen=True)
class TimeReading:
    """Time expressions of an article, their calendar points, and the dated facts its passages name."""

    expressions: list[TimeExpressionRow]
    points: list[TimePointRow]
    evidence: list[PublicationEvidenceRow]


def find_times(paragraph: Paragraph) -> list[Parsed]:
    """Time expressions of a paragraph, in order, without overlap; offsets into ``paragraph.doc.text``."""
    text = text_of(paragraph.doc)
    found: list[tuple[int, int, int, Parsed]] = []
    rules, prefilter = _rules()
    for number in prefilter.possible(text):
        each = rules[number]
        for match in each.pattern.finditer(text):
            parsed = each.build(match)
            if parsed is not None and is_time(paragraph, text, parsed):
                found.append((parsed.start, -parsed.end, number, parsed))
    return combine(text, _longest([each[-1] for each in sorted(found, key=lambda f: f[:3])]))


@functools.cache
def _rules() -> tuple[tuple[Rule, ...], Prefilter]:
    rules = (*RULES, *fact_rules())
    return rules, Prefilter([each.pattern for each in rules])


def _longest(found: Sequence[Parsed]) -> list[Parsed]:
    """Of overlapping matches the longest, of equally long ones the first rule's."""
    taken: list[Parsed] = []
    cluster: list[Parsed] = []
    cluster_end = 0
    for parsed in [*found, None]:
        if cluster and (parsed is None or parsed.start >= cluster_end):
            taken += _longest_of_cluster(cluster)
            cluster, cluster_end = [], 0
        if parsed is not None:
            cluster.append(parsed)
            cluster_end = max(cluster_end, parsed.end)
    return sorted(taken, key=lambda p: p.start)


def _longest_of_cluster(cluster: Sequence[Parsed]) -> list[Parsed]:
    """The same among matches that hang together by overlapping."""
    taken: list[Parsed] = []
    for _, parsed in sorted(enumerate(cluster), key=lambda f: (f[1].start - f[1].end, f[0])):
        if all(parsed.end <= other.start or parsed.start >= other.end for other in taken):
            taken.append(parsed)
    return taken


def read_times(article: Article) -> TimeReading:
    """Read all time expressions of an article."""
    reading = TimeReading([], [], [])
    story = Story()
    known: dict[str, list[Parsed]] = {}  # a text that stands in the article again is searched once
    for paragraph in article.paragraphs:
        rows: dict[Parsed, TimeExpressionRow] = {}
        text = text_of(paragraph.doc)
        if text not in known:
            known[text] = _in_company(text, find_times(paragraph))
        all_found = known[text]
        starts = [sentence.start_char for sentence in paragraph.doc.sents] if all_found else []
        for parsed in all_found:
            tense = clause_tense(paragraph, text, parsed.start, parsed.end)
            if parsed.rule == "in-units" and (tense in ("past", "present") or _is_record(paragraph, parsed)):
                parsed = replace(parsed, kind="duration", points=())
            sentence_start = starts[max(0, bisect_right(starts, parsed.start) - 1)]
            rows[parsed] = _expression(article, paragraph, parsed, tense, paragraph.start_char + sentence_start)
        reading.expressions.extend(rows.values())
        reading.points.extend(_points(article, story, rows))
        for found in find_evidence(paragraph, [(parsed, row.tense) for parsed, row in rows.items()]):
            reading.evidence.append(_evidence(article, paragraph, found, rows))
    return reading


def _is_record(paragraph: Paragraph, parsed: Parsed) -> bool:
    """'the highest in four decades' measures back, 'in four decades' alone looks ahead."""
    return SUPERLATIVE.search(text_of(paragraph.doc)[max(0, parsed.start - 60) : parsed.start]) is not None


def _in_company(text: str, found: Sequence[Parsed]) -> list[Parsed]:
    """Expressions with what the next one adds: 'the day after' before 'Labor Day' is a step from it."""
    followers: list[Parsed | None] = [*found[1:], None]
    return [step_beside(text, parsed, after) or parsed for parsed, after in zip(found, followers, strict=False)]


def _points(article: Article, story: Story, rows: dict[Parsed, TimeExpressionRow]) -> Iterator[TimePointRow]:
    """The calendar points of a paragraph's expressions, each with the expression that it hangs on."""
    ids = [row.time_expression_id for row in rows.values()]
    for number, (parsed, row) in enumerate(rows.items()):
        for place, point in enumerate(parsed.points):
            hangs_on: str | None = None
            if point.anchor == "previous" and parsed.rule in STEP_RULES_BESIDE:
                hangs_on = ids[number + 1]
            elif point.anchor == "previous":
                point, hangs_on = story.hang(point, row.tense)
                if hangs_on is None and parsed.rule == "period":  # 'the following week', and nothing told before
                    point = replace(point, anchor="publication")
            yield TimePointRow(
                time_expression_id=row.time_expression_id,
                document_id=article.document_id,
                article_id=article.article_id,
                **(vars(point) | {"previous_time_expression_id": hangs_on}),
            )
            if place == 0:
                story.add(Told(row.time_expression_id, point, row.tense, hangs_on))


def _expression(
    article: Article, paragraph: Paragraph, parsed: Parsed, tense: str | None, sentence_start: int
) -> TimeExpressionRow:
    start, end = paragraph.start_char + parsed.start, paragraph.start_char + parsed.end
    words = article.words(start, end)
    return TimeExpressionRow(
        time_expression_id=article.ids.next_id("tme", words),
        document_id=article.document_id,
        article_id=article.article_id,
        start_char=start,
        end_char=end,
        text=words,
        time_kind=parsed.kind,
        duration=parsed.duration,
        tense=tense,
        is_approximate=parsed.is_approximate,
        sentence_start_char=sentence_start,
        reader=READER,
        rule=parsed.rule,
    )


def _evidence(
    article: Article, paragraph: Paragraph, found: Evidence, rows: dict[Parsed, TimeExpressionRow]
) -> PublicationEvidenceRow:
    start, end = paragraph.start_char + found.start, paragraph.start_char + found.end
    words = article.words(start, end)
    return PublicationEvidenceRow(
        publication_evidence_id=article.ids.next_id("pev", f"{found.kind} {found.fact_key} {words}"),
        document_id=article.document_id,
        article_id=article.article_id,
        evidence_kind=found.kind,
        dated_fact_key=found.fact_key,
        time_expression_id=None if found.time is None else rows[found.time].time_expression_id,
        start_char=start,
        end_char=end,
        text=words,
        reader=READER,
        rule=found.kind,
    )
