"""What stands around a figure: its clause, subject, place, period and who gives it."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex, text_of
from dossier.language.lexicons import load_lexicon
from dossier.language.quantities.candidate import Candidate
from dossier.language.quantities.nouns import lemma_of
from dossier.language.rows import ActorMentionRow, StatementRow, TimeExpressionRow

CLAUSE_VERBS = frozenset(
    ("ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl", "xcomp", "acl", "pcomp", "csubj", "dep")
)
EDGES = " ,;:–—-'\"“”‘’().!?…"
CREDITING = re.compile(
    r"(?:\baccording to|\bciting|\bcited by|\breported by|"
    r"\bdata from|\bfigures from|,['’”\"]? reported|\bestimates? (?:by|from)|\bstatistics from)\s+",
    re.I,
)


@dataclass(frozen=True)
class Setting:
    """Where a figure stands. Offsets are into the document, end exclusive."""

    quote_start: int
    quote_end: int
    clause: Sequence[Token]
    sentence: Sequence[Token]
    head: Token  # of the clause: its verb
    near: Token  # the figure's first


def read_setting(paragraph: Paragraph, candidate: Candidate) -> Setting:
    """The clause that states the figure, at most its sentence, without punctuation at its ends."""
    middle, span = candidate.near.i, candidate.near.sent
    sentence = list(paragraph.doc[max(span.start, middle - WINDOW) : min(span.end, middle + WINDOW)])
    head = _clause_head(candidate.near)
    first, last = candidate.near.i, candidate.last.i
    if candidate.noun is not None and span.start <= candidate.noun.head.i < span.end:
        first, last = min(first, candidate.noun.head.i), max(last, candidate.noun.head.i)
    low, high = min(first, sentence[0].i), max(last, sentence[-1].i)
    doc = paragraph.doc
    while first > low and _goes_on(doc[first - 1], doc[first - 2] if first - 2 >= low else None, head):
        first -= 1
    while last < high and _goes_on(doc[last + 1], doc[last + 2] if last + 2 <= high else None, head):
        last += 1
    while last > candidate.last.i and paragraph.doc[last].pos_ == "CCONJ":
        last -= 1
    clause = paragraph.doc[first : last + 1]
    start, end = paragraph.char_of(clause[0]), paragraph.end_of(clause[-1])
    start, end = min(start, paragraph.start_char + candidate.start), max(end, paragraph.start_char + candidate.end)
    return Setting(start, end, list(clause), sentence, head, candidate.near)


def _stands_apart(head: Token) -> bool:
    """'imposed it in May on the drug, which has killed 90': the relative clause in the perfect has its own time."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in head.children)
    return head.dep_ == "relcl" and perfect


def _dates(paragraph: Paragraph, row: TimeExpressionRow, near: Token, is_standing: bool) -> bool:
    """Does a time outside the figure's clause date it too? Not from within a subordinate clause of its own.

    A rate that stands is not dated by what else the sentence tells: 'the tariff stays, and talks were held in May'.
    """
    tokens = list(paragraph.tokens_within(row.start_char, row.end_char))
    verb = next((t for t in tokens[0].ancestors if t.pos_ in ("VERB", "AUX")), None) if tokens else None
    while verb is not None and verb.dep_ in ("xcomp", "aux", *(() if is_standing else ("conj",))):
        verb = verb.head if verb.head.i != verb.i else None
    apart = ("advcl", "relcl", "acl", "ccomp", *(("conj",) if is_standing else ()))
    return verb is None or verb.dep_ not in apart or verb in near.ancestors


def trimmed(text: str, start: int, end: int, inner_start: int, inner_end: int) -> tuple[int, int]:
    """Cut punctuation and white space from the ends of a stretch, but nothing from the figure inside."""
    while start < inner_start and (text[start] in EDGES or text[start].isspace()):
        start += 1
    while end > inner_end and (text[end - 1] in EDGES or text[end - 1].isspace()):
        end -= 1
    return start, end


def _clause_head(token: Token) -> Token:
    for ancestor in [token, *token.ancestors]:
        if ancestor.pos_ in ("VERB", "AUX") and ancestor.dep_ in CLAUSE_VERBS:
            return ancestor
    return token.sent.root


def _subjects(token: Token) -> list[Token]:
    """Grammatical subjects of the token's clause, or of the clause that one without a subject hangs on."""
    head = _clause_head(token)
    for _ in range(4):
        found = [
            child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "agent") and child.i < token.i
        ]
        if found or head.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "acl"):
            return found
        head = _clause_head(head.head)
    return []


def _goes_on(token: Token, beyond: Token | None, head: Token) -> bool:
    """May the clause be extended by this token: it belongs, or is punctuation before one that does?"""
    if _belongs(token, head):
        return True
    joins = (token.is_punct or token.is_space) and token.text not in (";", "—", "–")
    return joins and beyond is not None and _belongs(beyond, head)


def _belongs(token: Token, head: Token) -> bool:
    """Is the token in the clause of this head, not in a coordinate or adverbial clause of its own?"""
    for _ in range(WINDOW):
        if token.i == head.i:
            return True
        if token.dep_ in ("conj", "advcl", "parataxis", "ccomp") and token.pos_ in ("VERB", "AUX"):
            return False
        if token.head.i == token.i:
            return False
        token = token.head
    return False


SAYING = frozenset("say tell add announce state".split())
GIVING = SAYING | frozenset("give report release publish show issue estimate cite put".split())
WINDOW = 80  # tokens on each side of a number that are looked at, so that endless sentences cost no more than long ones


class Surroundings:
    """Looks up who, where and when of an article's figures."""

    def __init__(
        self,
        article: Article,
        actors: ActorIndex,
        times: SpanIndex[TimeExpressionRow],
        statements: SpanIndex[StatementRow],
    ) -> None:
        self._article = article
        self._actors = actors
        self._times = times
        self._by_id = {row.time_expression_id: row for row in times}
        self._statements = statements
        self._credits = [found.end() for found in CREDITING.finditer(article.text)]

    def is_time(self, start: int, end: int) -> bool:
        """Does a time expression cover the stretch of the document?"""
        return any(row.start_char <= start and row.end_char >= end for row in self._times.overlapping(start, end))

    def period(self, paragraph: Paragraph, setting: Setting, start: int, end: int, measure: str) -> str | None:
        """The time expression nearest to the figure in its clause, else in its sentence."""
        is_standing = measure in _standing_measures()
        if is_standing and self._is_ended(setting.near, start):
            return None
        sentence = (paragraph.char_of(setting.sentence[0]), paragraph.end_of(setting.sentence[-1]))
        clause = (setting.quote_start, setting.quote_end)
        for low, high in (clause,) if _stands_apart(setting.head) else (clause, sentence):
            found = [
                row
                for row in self._times.within(low, high)
                if row.time_kind in ("day", "month", "year", "interval")
                and not (row.start_char < end and row.end_char > start)
                and not self._is_reporting(paragraph, row)
                and not self._is_compared(row, end)
                and ((low, high) == clause or _dates(paragraph, row, setting.near, is_standing))
            ]
            if found:
                return min(found, key=lambda r: (self._distance(r, start, end), r.start_char)).time_expression_id
        return None

    def _is_ended(self, near: Token, start: int) -> bool:
        """Is a rate told of as ending, 'the 15% duty could be lifted in May'? That does not tell when it began."""
        verb = next((t for t in near.ancestors if t.pos_ in ("VERB", "AUX")), None)
        is_new = REACHED.search(self._article.text, max(0, start - 12), start) is not None  # 'lifted it to 5%'
        return verb is not None and lemma_of(verb) in ENDING and not is_new

    def _distance(self, row: TimeExpressionRow, start: int, end: int) -> int:
        """How far a time stands from a figure; none where a preposition ties it on: '$3bn for 2024'."""
        tied = TIED.fullmatch(self._article.text[end : row.start_char]) if end <= row.start_char <= end + 20 else None
        return 0 if tied is not None else _gap(row.start_char, row.end_char, start, end) + 1

    def _is_compared(self, row: TimeExpressionRow, end: int) -> bool:
        """Is the time only what another is measured against: 'higher than in 2016', 'up from 20 a year earlier'?"""
        if EARLIER.fullmatch(row.text) is not None:
            return not 0 <= row.start_char - end <= ADJACENT
        before = self._article.text[max(0, row.start_char - 40) : row.start_char]
        by_year = row.time_kind == "year" and BY_YEAR.search(before) is not None
        return row.start_char > end and (by_year or AGAINST.search(before) is not None)

    def _is_reporting(self, paragraph: Paragraph, row: TimeExpressionRow) -> bool:
        """A time that hangs on a verb of saying or giving dates the saying, not the figure."""
        tokens = list(paragraph.tokens_within(row.start_char, row.end_char))
        verb = next((t for t in tokens[0].ancestors if t.pos_ in ("VERB", "AUX")), None) if tokens else None
        if verb is None or lemma_of(verb) not in GIVING:
            return False
        return lemma_of(verb) in SAYING or row.time_kind == "day" or tokens[0].lower_ in ("last", "this", "earlier")

    def is_start(self, time_expression_id: str | None) -> bool:
        """Do the words before a time make it the beginning of a period: 'starting 20 July', 'effective May 1'?"""
        row = self._by_id.get(time_expression_id) if time_expression_id is not None else None
        if row is None or row.time_kind not in ("day", "month", "year"):
            return False
        if self._article.text.startswith(("'s", "’s"), row.end_char):
            return False  # 'the toll from Friday's quake'
        return STARTING.search(self._article.text[max(0, row.start_char - 24) : row.start_char]) is not None

    def place(self, paragraph: Paragraph, setting: Setting, candidate: Candidate, start: int, end: int) -> str | None:
        """Country that the number is about: in its phrase, after 'in', or as the clause's subject."""
        doc = paragraph.doc
        text = text_of(doc)
        named = country_spans(text)
        offset = paragraph.start_char
        phrase = [c for s, e, c in named if s < candidate.end and e > candidate.start]
        if phrase:
            return phrase[0]
        beside = [c for _, e, c in named if e < candidate.start and OF_THEM.fullmatch(text, e, candidate.start)]
        if beside:  # 'China 31%, India 8%'
            return beside[-1]
        low, high = setting.quote_start - offset, setting.quote_end - offset
        inside = [(s, e, c) for s, e, c in named if low <= s and e <= high]
        located = [
            (gap, c)
            for s, e, c in inside
            if LOCATED.search(text[max(0, s - 24) : s])
            and (gap := _gap(s, e, candidate.start, candidate.end)) <= NEAR_PLACE
        ]
        if located:
            return min(located)[1]
        subject = self._subject_country(paragraph, candidate, inside)
        if subject is not None:
            return subject
        before = [c for s, e, c in inside if e <= candidate.start]
        return before[0] if before else None

    def _subject_country(
        self, paragraph: Paragraph, candidate: Candidate, named: Sequence[tuple[int, int, str]]
    ) -> str | None:
        """Country of the clause's grammatical subject: named in it, or that of the actor."""
        for child in _subjects(candidate.near):
            mention = self._actors.mention_of_token(paragraph, child)
            if mention is not None and self._actors.chain_of(mention).country_code:
                return self._actors.chain_of(mention).country_code
            low, high = child.left_edge.idx, child.right_edge.idx + len(child.right_edge)
            for start, end, code in named:
                if low <= start and end <= high:
                    return code
        return None

    def bearer(self, start: int) -> ActorMentionRow | None:
        """Whose name ends right before a figure, as in 'Ann Lee, 43,'."""
        near = self._actors.mentions_within(max(0, start - 80), start)
        return next((m for m in near if self._article.text[m.end_char : start].strip() == ","), None)

    def subject_chain(self, setting: Setting, paragraph: Paragraph, candidate: Candidate) -> str | None:
        """The actor that is the grammatical subject of the figure's clause."""
        for child in _subjects(candidate.near):
            mention = self._actors.mention_of_token(paragraph, child)
            if mention is not None:
                return mention.chain_id
        return None

    def speaker_country(self, chain_id: str | None) -> str | None:
        """Country of a public body that gives a figure: where nothing else is said, it counts at home."""
        chain = self._actors.chains.get(chain_id) if chain_id is not None else None
        return chain.country_code if chain is not None and chain.actor_type in ("country", "government-body") else None

    def credit(self, paragraph: Paragraph, setting: Setting, start: int, end: int) -> tuple[str | None, str | None]:
        """Who gives the figure: the speaker of a statement that covers it, else whom the sentence credits."""
        covering = [
            row
            for row in self._statements.overlapping(start, end)
            if row.start_char <= start and row.end_char >= end and (row.speaker_chain_id or row.speaker_as_written)
        ]
        if covering:
            row = min(covering, key=lambda r: (r.end_char - r.start_char, r.start_char))
            chain = row.speaker_chain_id or self._named_in(row.speaker_as_written, paragraph)
            return chain, row.speaker_as_written
        low = paragraph.char_of(setting.sentence[0])
        high = paragraph.end_of(setting.sentence[-1])
        chain, written = self._credited(low, high)
        if chain is None:
            chain, written = self._closing(end, high)
        return (chain, written) if chain is not None else self._reporter(paragraph, setting)

    def _reporter(self, paragraph: Paragraph, setting: Setting) -> tuple[str | None, str | None]:
        """'The ministry reported 42 deaths': who gives a number that is the object of a verb of giving."""
        verb = next((a for a in setting.near.ancestors if a.pos_ in ("VERB", "AUX")), None)
        objects = [c for c in verb.children if c.dep_ == "dobj"] if verb is not None else []
        is_given = any(o == setting.near or o.is_ancestor(setting.near) for o in objects)
        if verb is None or lemma_of(verb) not in REPORTING or not is_given:
            return None, None
        for child in verb.children:
            mention = self._actors.mention_of_token(paragraph, child) if child.dep_ == "nsubj" else None
            if mention is not None:
                return mention.chain_id, mention.text
        return None, None

    def _named_in(self, speaker: str | None, paragraph: Paragraph) -> str | None:
        """Whom the words for a speaker name last: 'the agency's director for the region, X' is X."""
        start = paragraph.start_char
        mentions = self._actors.mentions_within(start, start + len(text_of(paragraph.doc)))
        named = [m for m in mentions if speaker is not None and m.mention_kind == "name" and m.text in speaker]
        last = max(named, key=lambda m: (speaker or "").rfind(m.text) + len(m.text), default=None)
        is_last = last is not None and speaker is not None and speaker.endswith(last.text)
        return last.chain_id if last is not None and is_last else None

    def _closing(self, low: int, high: int) -> tuple[str | None, str | None]:
        """'…, the agency said in a statement': who closes the sentence that gives the figure."""
        found = CLOSING.search(self._article.text, low, high)
        mentions = self._actors.mentions_within(found.start("who"), found.end("who")) if found is not None else ()
        last = max(mentions, key=lambda m: m.end_char, default=None)
        return (last.chain_id, last.text) if last is not None else (None, None)

    def _credited(self, low: int, high: int) -> tuple[str | None, str | None]:
        for end in self._credits[bisect_right(self._credits, low) : bisect_right(self._credits, high)]:
            mentions = self._actors.mentions_within(end, high)
            near = [m for m in mentions if m.start_char <= end + 45]
            if near:
                best = self._best_credit(near)
                return best.chain_id, best.text
        return None, None

    def _best_credit(self, mentions: Sequence[ActorMentionRow]) -> ActorMentionRow:
        """Of 'the US Centers for Disease Control' the body, not the country."""
        bodies = [m for m in mentions if self._actors.chain_of(m).actor_type != "country"]
        return (bodies or list(mentions))[0]


REPORTING = frozenset({"report", "confirm", "estimate", "tally"})
CLOSING = re.compile(
    r",['’”\"]{0,2}\s(?P<who>[^,;.!?]{2,80}(?:,\s[^,;.!?]{2,50},)?)\s(?:said|says|reported|announced|estimated)"
    r"(?:\s(?:in|on|at|late|early|this|last)?\s?[^,;!?]{0,40})?[.\s]*$"
)
ENDING = frozenset(
    "abolish cancel delay drop eliminate end exempt expire halt lift pause postpone remove repeal rescind revoke scrap"
    " shelve suspend waive withdraw".split()
)
REACHED = re.compile(r"\b(?:to|at)\s+(?:an?\s+|the\s+)?$")
EARLIER = re.compile(
    r"(?:an?|one) (?:year|month|week|quarter|decade) (?:earlier|before|ago|previously)"
    r"|the (?:year|month|week|quarter|decade) (?:earlier|before)"
    r"|the (?:previous|prior) (?:year|month|week|quarter|decade)"
)
OF_THEM = re.compile(r"\s{1,2}(?:(?:aged|ages|between|over|under)\s)?")
STARTING = re.compile(
    r"\b(?:starting|beginning|effective|from|since|as of|as from)\s+(?:(?:on|from|in)\s+)?(?:the\s+)?$", re.I
)
ADJACENT = 20
TIED = re.compile(r"\s*(?:\w+\s+)?(?:in|for|on|during|by|at)\s+(?:the\s+)?")
AGAINST = re.compile(
    r"\b(?:than|as|compared (?:with|to)|versus|against|relative to)\s+(?:(?:in|during|at|the|its|levels?)\s+){0,3}$",
    re.I,
)
BY_YEAR = re.compile(r"\b(?:from|below|above|over|on|up|down)\s+(?:its |the |in )?$", re.I)
LOCATED = re.compile(r"\b(?:in|across|throughout|within|inside)\s+(?:the\s+)?(?:\w+\s+)?$", re.I)
NEAR_PLACE = 60


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, other_start - end, start - other_end)


@functools.cache
def _standing_measures() -> frozenset[str]:
    rows = load_lexicon("vocabulary/measure_list")
    return frozenset(row["measure"] for row in rows if row["is_standing"] == "true")


@functools.cache
def _country_pattern() -> tuple[re.Pattern[str], Mapping[str, str]]:
    names: dict[str, str] = {}
    for row in load_lexicon("reference/country_registry_names"):
        if row.get("is_ambiguous") != "true":
            names.setdefault(row["name_as_written"], row["country_code"])
    ordered = sorted(names, key=lambda name: (-len(name), name))
    first = "".join(sorted({re.escape(name[0]) for name in names}))  # told at once, so that most places cost nothing
    return re.compile(rf"(?<!\w)(?=[{first}])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)"), names


@functools.lru_cache(maxsize=64)
def country_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Names, adjectives and capitals of countries in a text, with their codes."""
    pattern, names = _country_pattern()
    return tuple((found.start(), found.end(), names[found.group()]) for found in pattern.finditer(text))


def count_countries(texts: Sequence[str]) -> Counter[str]:
    """How often each country is named."""
    return Counter(code for text in texts for _, _, code in country_spans(text))
