"""Reading the quantities of one article: amounts, then which of them are figures, then what stands around each."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex, text_of
from dossier.language.quantities.amounts import Amount, read_amounts
from dossier.language.quantities.candidate import Candidate
from dossier.language.quantities.candidates import find_candidate
from dossier.language.quantities.context import Surroundings, count_countries, read_setting, trimmed
from dossier.language.quantities.listed import with_list_items
from dossier.language.quantities.measures import choose_measure, default_measure
from dossier.language.quantities.nouns import TIME_UNITS, TokenPlaces
from dossier.language.quantities.purposes import HIT, is_listed_with
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
    return with_list_items(article.text, rows)


SECTIONS = re.compile(r"\b(?:[Ss]ections?|[Tt]itle|Resolution)\s(\d{2,4})\b")


def find_candidates(
    paragraph: Paragraph, around: Surroundings, context: MoneyContext, cited: Collection[str] = ()
) -> list[Candidate]:
    """The figures of a paragraph, in text order and without overlap.

    ``cited`` are the numbers of sections that the article cites: 'the 232 tariffs' are those of Section 232.
    """
    text = text_of(paragraph.doc)
    amounts = read_amounts(text, context)
    if not amounts:
        return []
    places = TokenPlaces(paragraph.doc)
    found: list[Candidate] = []
    for amount in amounts:
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
        if previous is not None:
            rows[-1], row = _alike(text, previous, candidate, rows[-1], row)
        rows.append(row)
        previous = candidate
    return rows


def _alike(
    text: str, left: Candidate, right: Candidate, earlier: FigureReportRow, later: FigureReportRow
) -> tuple[FigureReportRow, FigureReportRow]:
    """Two rows side by side, with one measure where they are members of one list or ends of one span."""
    between = text[left.end : right.start]
    if is_listed_with(left, right, between) and (earlier.measure, later.measure) == ("funding", "other"):
        return earlier, replace(later, measure="funding")
    joined = between.strip(" ,") in ("and", "as well as", "along with")
    if joined and earlier.measure in HIT.values() and later.measure in HIT:
        return earlier, replace(later, measure=HIT[later.measure])
    if later.measure == "share" and earlier.measure in RATES and right.unit == left.unit == "percent":
        after = text[right.end : right.end + 12]
        if len(between) <= 120 and JOINED.search(between) and THEN.match(after):
            return earlier, replace(later, measure=earlier.measure)
    if _is_other_end(text, left, right):
        plain = default_measure("percent")
        told = earlier.measure if later.measure == plain else later.measure
        if plain in (earlier.measure, later.measure):
            return replace(earlier, measure=told), replace(later, measure=told)
    return earlier, later


RATES = frozenset(("change-rate", "growth-rate", "inflation-rate", "tariff-rate", "interest-rate"))
# 'fell 12% in 2025 and 23% in June'
JOINED = re.compile(r"[ ,]and (?:by |another |a further |nearly |about |over |more than |almost )?$")
THEN = re.compile(r"\s(?:from|in|over|between|since|on|for|by|against|compared|last|this)\b|[.,;]")


def _is_other_end(text: str, left: Candidate, right: Candidate) -> bool:
    """'from 13 percent to 26 percent', 'Japan (25%), Serbia (35%)': two percentages that measure the same."""
    if left.unit != "percent" or right.unit != "percent" or left.family != right.family:
        return False
    ends = left.amount.note == "from" and right.amount.note == "to"
    between = text[left.end : right.start]
    spread = SPREAD.search(text[max(0, left.start - 16) : left.start]) and between.strip() in ("to", "and")
    return ends or bool(spread) or BESIDE.fullmatch(between) is not None


SPREAD = re.compile(r"\b(?:ranging|ranges?|ranged|varying|from|between)(?: from| between)? $")
BESIDE = re.compile(r"\)(?:,|;|,? and|; and) (?:the )?[A-Z][\w’'.-]*(?: (?:and |the |of )?[A-Z][\w’'.-]*){0,4} \(")


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
    if left.unit == right.unit and left.family == right.family in ("money", "percent") and FROM.fullmatch(between):
        return True  # 'a loss of £36m, from £26m a year before'
    plain = row.measure == default_measure(right.family) and left.family == right.family
    return plain and left.unit == right.unit and len(between) <= 60 and INSTEAD.search(between) is not None


FROM = re.compile(
    r"(?: of [A-Z][\w ]{1,20})?(?: (?:for|in) (?:the (?:year|quarter|period|month)|(?:[A-Z][a-z]+ )?\d{4}))?,? "
    r"(?:up |down )?(?:from|compared (?:with|to)|against|versus) "
)
INSTEAD = re.compile(
    r"\b(?:in lieu of|instead of|rather than|up from|down from|compared (?:with|to)|versus|as against)\s*(?:the )?$|"
    r"\b(?:below|above|than|beat|beating|short of|missed|missing|topped|topping|ahead of|exceeding|versus|against)\s"
    r"[^.;]{0,30}\b(?:expectations?|forecasts?|estimates?|projections?|consensus|targets?)(?: of| for)?\s$"
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
    bearer = around.bearer(start) if candidate.rule == AGE_RULE else None
    period = None if candidate.rule == AGE_RULE else around.period(paragraph, setting, start, end, measure)
    at_home, is_local = around.speaker_country(chain), measure != "potency-ratio" and candidate.rule != AGE_RULE
    subject_chain = around.subject_chain(setting, paragraph, candidate)
    if candidate.rule == AGE_RULE or _is_told_of_others(text_of(paragraph.doc), candidate, subject_chain, chain):
        subject_chain = bearer.chain_id if bearer is not None else None
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
        subject=source.subject if source is not None else _subject(paragraph, candidate, written),
        subject_chain_id=subject_chain,
        place_code=(around.place(paragraph, setting, candidate, start, end) or at_home) if is_local else None,
        period_time_expression_id=period,
        period_is_start=around.is_start(period),
        attributed_chain_id=chain,
        attributed_as_written=written,
        converted_from_report_id=source.figure_report_id if source is not None else None,
        reader=READER,
        rule="conversion" if source is not None else candidate.rule,
    )


AGE_RULE = "age-after-name"
# '37 dead, 1,100 injured': whoever confirms it is not who it is about
HARMED_AFTER = re.compile(r"\s(?:people\s)?(?:dead|killed|injured|wounded|hurt|missing|arrested|detained|displaced)\b")
# 'with an on-time performance of about 67%', 'a death rate of 4 percent'
NAMED_BY_NOUN = re.compile(
    r"\b(?:an?|the|its|their|his|her) "
    r"(?P<named>(?:(?!(?:an?|the|of|with|in|for|at|to|and|by|on|as|from) )[a-z-]+ ){0,4}[a-z-]{3,}) of "
    r"(?:(?:about|around|nearly|almost|over|roughly|some|just|only|up to|at least|more than|less than|close to) )?$"
)


def _is_told_of_others(text: str, candidate: Candidate, subject: str | None, speaker: str | None) -> bool:
    """Is the clause's subject who gives the figure, not who or what is measured?"""
    if HARMED_AFTER.match(text, candidate.end) and candidate.rule == "verb-object":
        return True
    return subject is not None and (subject == speaker or NAMED_BY_NOUN.search(text[: candidate.start]) is not None)


def _comparator(amount: Amount, is_converted: bool) -> str:
    """A conversion is rounded, so that its value is about what is printed."""
    return "about" if is_converted and amount.comparator == "eq" else amount.comparator


SUMS = frozenset(
    "total sum amount average maximum minimum value number figure estimate range cost sort kind magnitude".split()
)
WORD_OF_NAME = r"(?:[A-Z][\w'’.-]*|d[aeiou]s?|v[ao]n|der|bin|al)"
NAME_BEFORE = re.compile(rf"{WORD_OF_NAME}(?: {WORD_OF_NAME})*, ?$")


def _name_before(text: str) -> str | None:
    """The name that an age stands behind: 'Ann Lee, 43,'."""
    found = NAME_BEFORE.search(text[-80:])
    return found.group().rstrip(", ") if found is not None else None


def _subject(paragraph: Paragraph, candidate: Candidate, speaker: str | None) -> str | None:
    """The subject's words, less the marks of links."""
    words = _subject_words(paragraph, candidate)
    if words is not None and (words == speaker or words.split()[-1] in SUMS and len(words.split()) == 2):
        return None  # who tells the number, or 'a total' of nobody knows what
    if words is not None and words.startswith("-"):
        return None  # the rest of a compound: '-year' of 'a 36-year-old'
    return (words.split("](")[0].split("<")[0].strip(" ,;:*[]()\"'‘’“”") or None) if words else None


def _subject_words(paragraph: Paragraph, candidate: Candidate) -> str | None:
    """What is counted or measured, as printed: the counted phrase, 'of X' behind a unit, else the clause's subject."""
    doc = paragraph.doc
    if candidate.rule == AGE_RULE:
        return _name_before(text_of(doc)[: candidate.start])
    if candidate.noun is not None:
        words = text_of(doc)[candidate.noun.start : candidate.noun.end].strip()
        return words if words and words.lower().rstrip("s") + "s" not in TIME_UNITS.values() else None
    if candidate.rule == "verb-object" and HARMED_AFTER.match(text_of(doc), candidate.end):
        return None
    named = NAMED_BY_NOUN.search(text_of(doc)[: candidate.start])
    if named is not None and named["named"].split()[-1] not in SUMS:
        return named["named"]
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
            words = doc[child.left_edge.i : child.i + 1].text.strip()
            return words if candidate.rule != "magnitude" or TREMOR.search(words) else None
    return None


TREMOR = re.compile(r"(?:quake|tremor|aftershock|temblor|shock|jolt|event)s?$")
