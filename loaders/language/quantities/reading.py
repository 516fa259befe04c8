"""Reading the quantities of one article: amounts, then which of them are figures, then what stands around each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex, text_of
from dossier.language.quantities.amounts import Amount, read_amounts
from dossier.language.quantities.candidate import Candidate
from dossier.language.quantities.candidates import find_candidate
from dossier.language.quantities.context import Surroundings, count_countries, read_setting, trimmed
from dossier.language.quantities.measures import choose_measure, default_measure
from dossier.language.quantities.nouns import TokenPlaces
from dossier.language.quantities.units import MoneyContext, read_money_context, unit_families
from dossier.language.rows import FigureReportRow, StatementRow, TimeExpressionRow

READER = "quantities"


def read_quantities(
    article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow], statements: SpanIndex[StatementRow]
) -> list[FigureReportRow]:
    """Read every number that measures something in the world."""
    around = Surroundings(article, actors, times, statements)
    texts = [text_of(paragraph.doc) for paragraph in article.paragraphs]
    context = read_money_context("\n".join(texts), count_countries(texts))
    cited = frozenset(SECTIONS.findall(article.text))
    rows: list[FigureReportRow] = []
    last: list[FigureReportRow] = []
    for paragraph in article.narrative:
        found = _read_paragraph(article, paragraph, around, context, cited, last[-1] if last else None)
        rows += found
        last = found
    return _with_list_items(article, rows)


def _with_list_items(article: Article, rows: Sequence[FigureReportRow]) -> list[FigureReportRow]:
    """A percentage of a bare list item ('Japan (25%)') measures what most others of the article do."""
    told = Counter(row.measure for row in rows if row.unit == "percent" and row.measure != "share")
    measure, count = min(told.items(), key=lambda item: (-item[1], item[0]), default=("share", 0))
    plain = sum(row.unit == "percent" and not _is_list_item(article, row) for row in rows)
    if count < 2 or 2 * count <= plain:
        return list(rows)
    return [
        replace(row, measure=measure)
        if row.unit == "percent" and row.measure == "share" and _is_list_item(article, row)
        else row
        for row in rows
    ]


def _is_list_item(article: Article, row: FigureReportRow) -> bool:
    """Does the figure stand on a line of a name and little else, in brackets or behind a colon?"""
    line_start = article.text.rfind("\n", 0, row.start_char) + 1
    line_end = article.text.find("\n", row.end_char)
    line = article.text[line_start : line_end if line_end >= 0 else len(article.text)]
    return len(line) <= 60 and article.text[max(0, row.start_char - 2) : row.start_char].rstrip()[-1:] in ("(", ":")


SECTIONS = re.compile(r"\b(?:[Ss]ections?|[Tt]itle|Resolution)\s(\d{2,4})\b")


def find_candidates(
    paragraph: Paragraph, around: Surroundings, context: MoneyContext, cited: Collection[str] = ()
) -> list[Candidate]:
    """The figures of a paragraph, in text order and without overlap.

    ``cited`` are the numbers of sections that the article cites: 'the 232 tariffs' are those of Section 232.
    """
    text, places = text_of(paragraph.doc), TokenPlaces(paragraph.doc)
    found: list[Candidate] = []
    for amount in read_amounts(text, context):
        if found and amount.start < found[-1].end:
            continue
        candidate = find_candidate(
            text,
            places,
            amount,
            lambda s, e: around.is_time(paragraph.start_char + s, paragraph.start_char + e),
            found[-1] if found else None,
        )
        if candidate is not None and not _is_cited(text, candidate, cited):
            found.append(candidate)
    return found


def _is_cited(text: str, candidate: Candidate, cited: Collection[str]) -> bool:
    amount = candidate.amount
    is_plain = candidate.rule == "counted-noun" and candidate.family == "count" and amount.comparator == "eq"
    return is_plain and text[amount.number_start : amount.number_end] in cited


def _read_paragraph(
    article: Article,
    paragraph: Paragraph,
    around: Surroundings,
    context: MoneyContext,
    cited: Collection[str],
    before: FigureReportRow | None,
) -> list[FigureReportRow]:
    """The figures of a paragraph; ``before`` is the last one of the paragraph before it."""
    rows: list[FigureReportRow] = []
    previous: Candidate | None = None
    text = text_of(paragraph.doc)
    for candidate in find_candidates(paragraph, around, context, cited):
        told = rows[-1] if rows else before
        source = rows[-1] if previous is not None and is_conversion(text, previous, candidate) else None
        row = _read_row(article, paragraph, candidate, around, source)
        if told is not None and OF_THOSE.match(text, candidate.end):
            period = row.period_time_expression_id or told.period_time_expression_id
            row = replace(row, place_code=row.place_code or told.place_code, period_time_expression_id=period)
        if rows and previous is not None and _is_rival(text, previous, candidate, row):
            row = replace(row, measure=rows[-1].measure)
        if previous is not None and _is_part_of(text, previous, candidate, row):
            row = replace(row, measure=rows[-1].measure)
        if previous is not None and _is_put_right(previous, candidate, row):
            row = replace(row, measure=rows[-1].measure, place_code=row.place_code or rows[-1].place_code)
        rows.append(row)
        previous = candidate
    return rows


def _is_part_of(text: str, whole: Candidate, part: Candidate, row: FigureReportRow) -> bool:
    """'23 people, including five children, were killed': what is told of all holds for those among them."""
    between = text[whole.end : part.start]
    people = whole.family in ("person", "deaths") and part.family == "person"
    return people and row.measure == "people" and AMONG.search(between) is not None and len(between) <= 60


def _is_put_right(wrong: Candidate, right: Candidate, row: FigureReportRow) -> bool:
    """'12 people were injured. The number is 14': told in a sentence of its own, it measures the same."""
    return right.rule == "named-count" and right.noun is wrong.noun and row.measure == default_measure(right.family)


OF_THOSE = re.compile(r"\s+of\s+(?:those|these|them)\b")


def _is_rival(text: str, left: Candidate, right: Candidate, row: FigureReportRow) -> bool:
    """'10 percent in lieu of 25 percent': what an amount is set against measures the same."""
    between = text[left.end : right.start]
    plain = row.measure == default_measure(right.family) and left.family == right.family
    return plain and left.unit == right.unit and len(between) <= 60 and INSTEAD.search(between) is not None


INSTEAD = re.compile(
    r"\b(?:in lieu of|instead of|rather than|up from|down from|compared (?:with|to)|versus|as against)\s*(?:the )?$"
)
AMONG = re.compile(r",?\s(?:including|among them|of (?:them|whom))(?: \w+){0,2}\s*$")


def is_conversion(text: str, left: Candidate, right: Candidate) -> bool:
    """Is the second amount the first one in another currency or unit, printed right behind it in brackets?"""
    between, after = text[left.end : right.start].strip().lower(), text[right.end : right.end + 1]
    families = unit_families()
    return (
        between in ("(", "(or", "(around", "(roughly", "(about", "[", ", or")
        and (after in (")", "]", ";") or between == ", or")
        and left.unit != right.unit
        and left.amount.family == right.amount.family
        and (left.amount.family == "money" or left.unit in families)
    )


def _read_row(
    article: Article, paragraph: Paragraph, candidate: Candidate, around: Surroundings, source: FigureReportRow | None
) -> FigureReportRow:
    start, end = paragraph.start_char + candidate.start, paragraph.start_char + candidate.end
    setting = read_setting(paragraph, candidate)
    quote_start, quote_end = trimmed(article.text, setting.quote_start, setting.quote_end, start, end)
    measure = candidate.measure or choose_measure(candidate, setting.clause, setting.sentence)
    chain, written = around.credit(paragraph, setting, start, end)
    period = around.period(paragraph, setting, start, end, measure)
    at_home, is_local = around.speaker_country(chain), measure != "potency-ratio"
    return FigureReportRow(
        figure_report_id=article.ids.next_id("fgr", article.words(start, end)),
        document_id=article.document_id,
        article_id=article.article_id,
        start_char=start,
        end_char=end,
        text=article.words(start, end),
        quote_start_char=quote_start,
        quote_end_char=quote_end,
        quote=article.words(quote_start, quote_end),
        value=candidate.value,
        value_max=candidate.value_max,
        unit=candidate.unit,
        comparator=_comparator(candidate.amount, source is not None),
        measure=source.measure if source is not None else measure,
        subject=source.subject if source is not None else _subject(paragraph, candidate),
        subject_chain_id=around.subject_chain(setting, paragraph, candidate),
        place_code=(around.place(paragraph, setting, candidate, start, end) or at_home) if is_local else None,
        period_time_expression_id=period,
        period_is_start=around.is_start(period),
        attributed_chain_id=chain,
        attributed_as_written=written,
        converted_from_report_id=source.figure_report_id if source is not None else None,
        reader=READER,
        rule="conversion" if source is not None else candidate.rule,
    )


def _comparator(amount: Amount, is_converted: bool) -> str:
    """A conversion is rounded, so that its value is about what is printed."""
    return "about" if is_converted and amount.comparator == "eq" else amount.comparator


def _subject(paragraph: Paragraph, candidate: Candidate) -> str | None:
    """The subject's words, less the marks of links."""
    words = _subject_words(paragraph, candidate)
    if words is not None and words.startswith("-"):
        return None  # the rest of a compound: '-year' of 'a 36-year-old'
    return (words.split("](")[0].split("<")[0].strip(" ,;:*[]()\"'‘’“”") or None) if words else None


def _subject_words(paragraph: Paragraph, candidate: Candidate) -> str | None:
    """What is counted or measured, as printed: the counted phrase, 'of X' behind a unit, else the clause's subject."""
    doc = paragraph.doc
    if candidate.noun is not None:
        words = text_of(doc)[candidate.noun.start : candidate.noun.end].strip()
        return words or None
    after = candidate.last.i + 1
    if after < len(doc) and doc[after].lower_ == "worth":
        after += 1
    if after + 1 < len(doc) and doc[after].lower_ == "of":
        for child in doc[after].children:
            if child.dep_ in ("pobj", "pcomp"):
                return doc[child.left_edge.i : child.i + 1].text.strip()
    head = candidate.near.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        if head.pos_ in ("NOUN", "PROPN") and head.i > candidate.last.i:
            return doc[candidate.last.i + 1 : head.i + 1].text.strip() or None
        head = head.head
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN"):
            return doc[child.left_edge.i : child.i + 1].text.strip()
    return None
