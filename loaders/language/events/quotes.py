"""The words that state an event: its clause or noun phrase, cut to size."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.analysis import Article, Paragraph
from dossier.language.events.grammar import RELATIVE_PRONOUNS, clause_tokens, is_swallowed_verb
from dossier.language.events.matching import Candidate, phrase_words

LONGEST_QUOTE = 390  # code points; longer clauses are cut at a comma


def span_of(article: Article, paragraph: Paragraph, tokens: list[Token], focus: Token) -> tuple[int, int] | None:
    """Offsets of a stretch of tokens, trimmed of punctuation and cut to size around a token."""
    document = focus.doc
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    while document[last].idx + len(document[last]) - document[first].idx > LONGEST_QUOTE:
        commas = [t.i for t in document[first : last + 1] if t.text in {",", ";", "–", "—", ":"} and t.i != last]
        right = [i for i in commas if i > focus.i]
        left = [i for i in commas if i < focus.i]
        if right:
            last = right[-1] - 1
        elif left:
            first = left[0] + 1
        else:
            first, last = max(first, focus.i - 25), min(last, focus.i + 35)
            break
    while first < last and first < focus.i and (_is_edge(document[first]) or _is_opening(document[first])):
        first += 1
    while first < last and _is_edge(document[first]):
        first += 1
    while last > first and _is_edge(document[last]):
        last -= 1
    start, end = paragraph.char_of(document[first]), paragraph.end_of(document[last])
    text = article.text
    while start > paragraph.start_char and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < paragraph.end_char and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if end > start else None


def stating_tokens(candidate: Candidate) -> list[Token]:
    """Tokens of the clause or noun phrase that states an event."""
    head = candidate.head
    if candidate.announced_by is not None:
        return sorted({*clause_tokens(candidate.announced_by), *clause_tokens(head)}, key=lambda t: t.i)
    if is_swallowed_verb(head):
        return list(head.doc[min(head.left_edge.i, head.i - 1) : head.head.right_edge.i + 1])
    if candidate.trigger.part_of_speech != "noun":
        return sorted([*clause_tokens(head), *_described(candidate)], key=lambda t: t.i)
    phrase = sorted(phrase_words(head), key=lambda t: t.i)
    support = candidate.support
    if support is not None and (
        head.head == support or len(phrase) < 4 or head.dep_ == "pobj" and head.head.head == support
    ):
        clause = clause_tokens(support)
        if head.i in {t.i for t in clause}:
            span = clause[-1].idx + len(clause[-1]) - clause[0].idx
            if head.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} or len(phrase) < 4 and span <= 200:
                return clause
    return phrase


def is_rate(token: Token) -> bool:
    """'$60 billion a year of imports': an amount by the year, which happens no more than once for that."""
    if token.dep_ not in {"npadvmod", "pobj", "appos", "nmod"} or token.pos_ != "NOUN":
        return False
    by = any(c.lower_ in {"a", "per"} for c in token.children) or token.head.lower_ == "per"
    above = token.head.head if token.head.lower_ == "per" else token.head
    return by and above.pos_ in {"NOUN", "NUM", "PROPN", "SYM"}


def is_epithet(token: Token, head: Token) -> bool:
    """'raised its quarterly dividend': what comes round is the dividend, and not the raising."""
    return token.dep_ in {"amod", "compound", "nmod"} and token.head != head and token.head.pos_ == "NOUN"


def _described(candidate: Candidate) -> list[Token]:
    """The noun that a participle describes, with what stands before it: 'a report' released last year."""
    head = candidate.head
    nouns = [n for n in (*candidate.patients, *candidate.agents) if n.i < head.i]
    if head.dep_ == "relcl" and not any(c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ != "PRON" for c in head.children):
        nouns = [head.head] if head.left_edge.i - head.head.i in {1, 2} else []
    elif head.dep_ not in {"acl", "advcl"} or head.tag_ not in {"VBN", "VBG", "VBD"} or not nouns:
        return []
    if not nouns:
        return []
    noun = max(nouns, key=lambda t: t.i)
    if head.left_edge.i - noun.i > 8:
        return []
    return [
        noun,
        *(t for c in noun.lefts if c.dep_ in {"det", "amod", "compound", "poss", "nummod", "nmod"} for t in c.subtree),
    ]


def _is_opening(token: Token) -> bool:
    """Joining words and stray auxiliaries before the clause's subject: 'that', 'whose', 'were'."""
    if token.dep_ == "mark" and token.lower_ == "that":
        return True
    if token.lower_ in RELATIVE_PRONOUNS and token.tag_ in {"WP", "WDT", "WP$"}:
        return True
    return token.dep_ in {"aux", "auxpass"} and token.lower_ != "to"


def _is_edge(token: Token) -> bool:
    """Punctuation and joining words that do not belong to the clause they stand at the edge of."""
    return bool(token.is_punct and token.text not in {")", "%", "…"} or token.pos_ == "SPACE" or token.dep_ == "cc")
