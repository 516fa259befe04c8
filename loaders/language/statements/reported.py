"""Indirect speech: the clause, infinitive or object in which an article gives what somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.analysis import Paragraph
from dossier.language.statements.cues import Cue, cues_of, noun_kinds
from dossier.language.statements.speakers import PLACEHOLDERS, WRITERS, subject_of

HYPOTHETICAL = (
    "would",
    "could",
    "might",
    "may",
    "should",
    "must",
    "can",
    "will",
    "shall",
    "'ll",
    "’ll",
    "'d",
    "ca",
    "wo",
)
NEGATIONS = ("not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely")
ADDRESSING = (
    "tell",
    "inform",
    "advise",
    "brief",
    "assure",
    "remind",
    "notify",
    "ask",
)  # a name behind these is spoken to
CONDITIONS = ("if", "unless", "whether", "lest")
OPEN_GOVERNORS = ("continue", "begin", "start", "keep", "go", "proceed", "use", "appear", "seem", "rush")
GERUNDIAL_DEPENDENCIES = ("advcl", "conj", "acl", "xcomp", "pcomp", "relcl", "dep")
EDGES = " \t\n\r\u00a0\u2009,;:–—-*_>"
DASH = re.compile(r"\s[–—]\s|\s--?\s|—")
LEADING = re.compile(r"(?:(?:But|And|Yet|So|Still|However|Meanwhile|Or|Nor)\b,?\s+|that\s+)", re.IGNORECASE)
HOW = re.compile(r"(?:how|that|as|to)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Reported:
    """A stretch of reported speech, with its cue and the token that does the saying (both in the paragraph's analysis)."""

    start_char: int
    end_char: int
    cue: Token
    cue_end: Token
    subject: Token | None
    addressee: Token | None
    rule: str


def find_reported(paragraph: Paragraph, quoted: frozenset[int]) -> list[Reported]:
    """All reported speech of a paragraph; ``quoted`` holds the indexes of tokens inside quotation marks."""
    found: list[Reported] = []
    for token in paragraph.doc:
        if token.i in quoted or not token.is_alpha:
            continue
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
            found.extend(_of_verb(paragraph, token))
        elif token.pos_ == "NOUN":
            found.extend(_of_noun(paragraph, token))
        if token.lower_ == "according":
            found.extend(_according(paragraph, token))
    return found


def is_asserted(verb: Token) -> bool:
    """Is the saying a fact of the text: not negated, hypothetical, conditional, wished for or still to come?"""
    for child in verb.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATIONS and child.i < verb.i):
            return False
        if child.dep_ == "aux" and child.lower_ in HYPOTHETICAL and child.i < verb.i:
            return False
        if child.dep_ == "mark" and child.lower_ in CONDITIONS:
            return False
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj") and _is_wished(verb.head):
        return False
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and _has_to(verb)):
        return verb.head.lemma_.lower() in OPEN_GOVERNORS and is_asserted(verb.head)
    if verb.dep_ in ("ccomp", "acl", "relcl") and _has_to(verb):
        return False
    shares = verb.tag_ != "VBG" or verb.head.tag_ == "VBG"
    if (
        shares
        and verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    ):
        return is_asserted(verb.head) if verb.head.i < verb.i else True
    return True


def _is_wished(verb: Token) -> bool:
    """Does the verb, or one above it, stand in a 'would' or 'to' clause?"""
    for token in (verb, *verb.ancestors):
        if token.pos_ in ("VERB", "AUX") and any(
            c.dep_ == "aux" and (c.lower_ in HYPOTHETICAL or c.lower_ == "to") for c in token.children
        ):
            return True
    return False


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _of_verb(paragraph: Paragraph, verb: Token) -> Iterator[Reported]:
    cues = cues_of(verb.lemma_.lower())
    if not cues or not is_asserted(verb):
        return
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in WRITERS:
        return
    tail = _inverted_name(verb)
    if tail is not None:
        subject = tail
    elif verb.tag_ == "VBG" and verb.dep_ == "advcl" and not _can_talk(subject):
        subject = _outer_speaker(verb) or subject
    if subject is None and (verb.dep_ == "ROOT" or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)):
        subject = _inverted(verb)
        if subject is None:
            return
    for cue in cues:
        if not _may_speak(subject, cue):
            continue
        span, end_of_cue, addressee = _content(paragraph, verb, cue, subject)
        if span is not None:
            yield Reported(
                *span, verb, end_of_cue, subject, addressee, f"{cue.form}-{cue.particle}" if cue.particle else cue.form
            )
            second = None if cue.form != "clause" or subject is None else _second_behind(paragraph, verb, subject, span)
            if second is not None:
                yield Reported(*second, verb, end_of_cue, subject, addressee, "clause-second")
            if cue.form in ("clause", "infinitive", "object-infinitive", "object-preposition"):
                return


def _inverted_name(verb: Token) -> Token | None:
    """The name in '…, said the mayor.' and '…, said Ann Lee, …', whatever the parser made of it."""
    doc, sentence = verb.doc, verb.sent
    if (
        verb.tag_ not in ("VBD", "VBZ", "VBN")
        or verb.i in (sentence.start, sentence.end - 1)
        or not cues_of(verb.lemma_.lower(), "clause")
    ):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.lemma_.lower() in ADDRESSING or (own is not None and _can_talk(own)):
        return None
    if doc[verb.i - 1].text not in (",", "'", "’", "”", '"', "''", "–", "—"):
        return None
    chunk = next(
        (c for c in doc[verb.i + 1 : min(verb.i + 12, sentence.end)].noun_chunks if c.start == verb.i + 1), None
    )
    if (
        chunk is None
        or chunk.root.ent_type_ in ("DATE", "TIME")
        or (chunk.root.pos_ != "PROPN" and not noun_kinds(chunk.root.lower_) & {"person", "body", "document"})
    ):
        return None
    behind = doc[chunk.end].text if chunk.end < sentence.end else "."
    return chunk.root if behind in (",", ".", ";", "–", "—", "in", "on", "at", "of", "from", "who") else None


def _can_talk(subject: Token | None) -> bool:
    if subject is None:
        return False
    kinds = noun_kinds(subject.lower_)
    return (
        subject.pos_ == "PROPN"
        or subject.lower_ in ("he", "she", "they", "it", "who")
        or bool(kinds & {"person", "body", "document"})
    )


def _outer_speaker(verb: Token) -> Token | None:
    """Who goes on speaking in 'X said the town was cut off, adding that …'."""
    for token in verb.ancestors:
        if token.pos_ in ("VERB", "AUX") and cues_of(token.lemma_.lower(), "clause"):
            return subject_of(token)
    return None


def _inverted(verb: Token) -> Token | None:
    """The noun behind a verb that the parser gave no subject: '…, said the mayor'."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return None
    return next(
        (
            c
            for c in verb.children
            if c.i > verb.i and c.dep_ in ("dobj", "attr", "npadvmod") and c.pos_ in ("NOUN", "PROPN", "PRON")
        ),
        None,
    )


def _may_speak(subject: Token | None, cue: Cue) -> bool:
    """Can this subject say, hold or find something? Strict only where the verb alone does not tell."""
    if subject is None:
        return True
    kinds = noun_kinds(subject.lower_) | noun_kinds(subject.lemma_)
    named = subject.pos_ == "PROPN"
    if cue.subject_test not in ("stance", "document"):
        return (
            cue.form not in ("as", "naming", "object")
            or named
            or subject.pos_ == "PRON"
            or bool(kinds & {"person", "body", "document"})
        )
    if cue.subject_test == "document":
        return bool(kinds & {"document", "body"}) or (named and subject.lower_ not in PLACEHOLDERS) or "person" in kinds
    if cue.form == "as":  # to see one thing as another is a saying of persons only
        return "person" in kinds or subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she")
    return bool(kinds & {"person", "body", "document"}) or named or subject.lower_ in ("he", "she", "they", "who")


def _content(
    paragraph: Paragraph, verb: Token, cue: Cue, subject: Token | None
) -> tuple[tuple[int, int] | None, Token, Token | None]:
    """The stretch of what is said by this cue, the last token of the cue, and whom it is said to."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c != subject), None)
    if cue.form == "clause":
        span = _clause(paragraph, verb, subject)
        if span is not None and cue.subject_test == "document" and span[0] < paragraph.char_of(verb):
            span = None  # what a study finds stands behind the verb
        return span, verb, thing
    if cue.form == "gerund":
        inner = next(
            (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and _is_gerund(c)), None
        )
        return (None if inner is None else _right_of(paragraph, inner, whole=True)), verb, None
    if cue.form == "infinitive":
        inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and _has_to(c)), None)
        return (None if inner is None else _from_to(paragraph, inner)), verb, thing
    if cue.form == "object-infinitive":
        return _asked(paragraph, verb, cue, thing)
    if cue.form in ("object-preposition", "preposition"):
        return _behind_preposition(paragraph, verb, cue, thing)
    if cue.form == "object":
        return _object(paragraph, verb, cue, thing), verb, None
    if cue.form == "as":
        return _as(paragraph, verb, thing), verb, None
    if cue.form == "naming":
        named = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
        if named is None or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
            return None, verb, None
        return _right_of(paragraph, named, whole=True), verb, None
    return None, verb, None


def _is_gerund(inner: Token) -> bool:
    """'leaving', 'having left', 'being left': with no subject of its own."""
    return inner.left_edge.tag_ == "VBG" and all(c.dep_ not in ("nsubj", "nsubjpass", "mark") for c in inner.children)


def _clause(paragraph: Paragraph, verb: Token, subject: Token | None) -> tuple[int, int] | None:
    inner = [c for c in verb.children if c.dep_ == "ccomp" and c != subject]
    behind = [c for c in inner if c.i > verb.i]
    if behind:
        content = behind[0]
        if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in content.children):
            return None
        if verb.lemma_ in ("ask", "wonder", "inquire", "enquire", "query") and not _marked_that(content):
            return None
        first = min((t.i for t in content.subtree if t.i > verb.i), default=content.i)
        if _has_to(content) and not _marked_that(content):
            return None
        return _stretch(paragraph, first, max(_last_of(content), _last_of_second(verb, content)), content.i)
    before = [c for c in inner if c.i < verb.i]
    if before and verb.tag_ == "VBG":
        before = []
    if before:
        return _before_cue(paragraph, verb, subject, before[-1])
    if verb.lower_ == "saying" and verb.i > 0 and verb.nbor(-1).text == "," and verb.right_edge.i - verb.i >= 3:
        return _stretch(paragraph, verb.i + 1, _last_of(verb), verb.i)
    if subject is not None and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        beside = _inserted(paragraph, verb, subject)
        if beside is not None:
            return beside
    return _behind_that(paragraph, verb)


def _inserted(paragraph: Paragraph, verb: Token, subject: Token) -> tuple[int, int] | None:
    """'The plan, he said, would fail' and 'It failed, said the mayor.': a cue set off by commas, which no clause hangs on."""
    doc, sentence = paragraph.doc, verb.sent
    first = min(verb.i, subject.left_edge.i)
    while first > sentence.start and doc[first - 1].dep_ in ("aux", "advmod") and doc[first - 1].head == verb:
        first -= 1
    if first <= sentence.start or doc[first - 1].text not in (",", "–", "—"):
        return None
    comma = next(
        (
            t.i
            for t in doc[max(verb.i, subject.i if subject.i > verb.i else verb.i) + 1 : sentence.end]
            if t.text in (",", ".", ";", "–", "—")
        ),
        sentence.end,
    )
    if comma - verb.i > 12 and subject.i < verb.i:
        return None
    if subject.i < verb.i and any(t.pos_ in ("VERB", "AUX") for t in doc[verb.i + 1 : comma]):
        return None
    finite = [t for t in doc[comma : sentence.end] if t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
    clausal = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[sentence.start : first])
    main_behind = verb.head.i > verb.i or not clausal
    if finite and main_behind and comma < len(doc) and doc[comma].text == "," and subject.i < verb.i:
        return _stretch(paragraph, comma + 1, sentence.end - 1, sentence.end - 1)
    if not clausal:
        return None
    return _stretch(paragraph, sentence.start, first - 1, verb.head.i if verb.head.i < first else first - 1)


def _second_behind(paragraph: Paragraph, verb: Token, subject: Token, span: tuple[int, int]) -> tuple[int, int] | None:
    """'It failed, officials said, and the town had to pay': the second clause of a speech that the cue interrupts."""
    doc, sentence = paragraph.doc, verb.sent
    if paragraph.start_char + verb.idx < span[1] or subject.i > verb.i or verb.i + 3 >= sentence.end:
        return None
    comma, joint = doc[verb.i + 1], doc[verb.i + 2]
    rest = [t for t in doc[verb.i + 3 : sentence.end]]
    own = next((t for t in rest if t.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        comma.text != ","
        or joint.lower_ != "and"
        or own is None
        or own.head.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB", "VBG")
    ):
        return None
    if own.left_edge.i != verb.i + 3 or cues_of(own.head.lemma_.lower(), "clause"):
        return None
    return _stretch(paragraph, verb.i + 3, sentence.end - 1, sentence.end - 1)


def _last_of_second(verb: Token, content: Token) -> int:
    """Last token of a second reported clause that the parser set beside the cue: 'said A was so, and B had done it'."""
    last = -1
    for second in verb.children:
        own = [c for c in second.children if c.dep_ in ("nsubj", "nsubjpass")]
        if (
            second.dep_ == "conj"
            and second.i > content.i
            and own
            and second.pos_ in ("VERB", "AUX")
            and not cues_of(second.lemma_.lower())
        ):
            last = max(last, _last_of(second))
    return last


def _marked_that(content: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)


def _behind_that(paragraph: Paragraph, verb: Token) -> tuple[int, int] | None:
    """'said on Monday that …' where the parser hung the clause elsewhere: from behind 'that' to the end of its clause."""
    sentence_end = verb.sent.end
    for token in verb.doc[verb.i + 1 : min(verb.i + 8, sentence_end)]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return _stretch(paragraph, token.i + 1, _last_of(token.head), token.head.i)
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";"):
            return None
    return None


def _before_cue(paragraph: Paragraph, verb: Token, subject: Token | None, content: Token) -> tuple[int, int] | None:
    """What stands before '…, the ministry said': from the head of its sentence to the comma."""
    edge = verb.i if subject is None or subject.i > verb.i else min(verb.i, subject.left_edge.i)
    first = min(content.left_edge.i, verb.sent.start) if verb.sent.start <= content.i else content.left_edge.i
    return _stretch(paragraph, first, edge - 1, content.i) if first < edge else None


def _asked(
    paragraph: Paragraph, verb: Token, cue: Cue, thing: Token | None
) -> tuple[tuple[int, int] | None, Token, Token | None]:
    end_of_cue = verb
    if cue.particle:
        preposition = next(
            (c for c in verb.children if c.dep_ in ("prep", "prt", "dative") and c.lower_ == cue.particle), None
        )
        if preposition is None:
            return None, verb, None
        end_of_cue = preposition
        thing = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    for inner in sorted(verb.subtree, key=lambda t: t.i):
        if (
            inner.i > verb.i
            and inner.dep_ in ("xcomp", "ccomp", "advcl", "acl")
            and _has_to(inner)
            and inner.head in (verb, thing, end_of_cue)
        ):
            whom = thing or next((c for c in inner.children if c.dep_ == "nsubj"), None)
            to = next(c for c in inner.children if c.dep_ == "aux" and c.lower_ == "to")
            if whom is not None and whom.i < to.i:
                return _from_to(paragraph, inner), end_of_cue, whom
    return None, verb, None


def _behind_preposition(
    paragraph: Paragraph, verb: Token, cue: Cue, thing: Token | None
) -> tuple[tuple[int, int] | None, Token, Token | None]:
    if cue.form == "object-preposition" and thing is None and verb.lemma_ not in ("warn", "caution", "alert"):
        return None, verb, None
    holders = [verb] if thing is None else [verb, thing, *(t for t in thing.subtree)]
    for holder in holders:
        for preposition in holder.children:
            if preposition.dep_ == "prep" and preposition.lower_ == cue.particle and preposition.i > verb.i:
                inner = next((c for c in preposition.children if c.dep_ in ("pcomp", "pobj")), None)
                if inner is None:
                    continue
                first = preposition.i if cue.particle == "against" else preposition.i + 1
                spoken = (
                    thing if verb.lemma_ in ("warn", "caution", "alert", "assure", "inform", "remind", "tell") else None
                )
                return (
                    _stretch(paragraph, first, _last_of(inner), inner.i),
                    preposition if cue.form == "preposition" else verb,
                    spoken,
                )
    return None, verb, None


def _object(paragraph: Paragraph, verb: Token, cue: Cue, thing: Token | None) -> tuple[int, int] | None:
    if thing is None and verb.dep_ in ("relcl", "acl") and verb.head.pos_ == "NOUN":
        # 'an accusation the club denies', 'charges denied by the club'
        head = verb.head
        if "claim" not in noun_kinds(head.lower_):
            return None
        while head.dep_ == "appos" and head.left_edge == head and head.i > 0 and head.nbor(-1).text == ",":
            head = head.head
        last = (
            max(t.i for t in head.subtree if t.i < verb.left_edge.i) if verb.left_edge.i > head.left_edge.i else head.i
        )
        return _stretch(paragraph, head.left_edge.i, last, head.i)
    if thing is None or thing.i < verb.i or thing.pos_ == "PRON":
        return None
    kinds = noun_kinds(thing.lower_)
    if "refusal" in kinds or thing.ent_type_ in ("PERSON", "GPE", "ORG", "MONEY"):
        return None
    if cue.subject_test == "claims" and "claim" not in kinds:
        return None
    if cue.subject_test == "stances" and "stance" not in kinds:
        return None
    return _right_of(paragraph, thing, whole=True)


def _as(paragraph: Paragraph, verb: Token, thing: Token | None) -> tuple[int, int] | None:
    for holder in (verb, thing):
        for preposition in () if holder is None else holder.children:
            if preposition.lower_ == "as" and preposition.dep_ == "prep" and preposition.i > verb.i:
                inner = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp", "amod", "advcl")), None)
                if inner is None:
                    continue
                near = (
                    thing is not None
                    and thing.pos_ != "PRON"
                    and verb.i < thing.i < preposition.i
                    and thing.left_edge.i == verb.i + 1
                )
                first = thing.left_edge.i if near and thing is not None else preposition.i + 1
                return _stretch(paragraph, first, _last_of(inner), inner.i)
    return None


def _of_noun(paragraph: Paragraph, noun: Token) -> Iterator[Reported]:
    """'the ministry's claim that …', 'charges by the opposition that …'."""
    if not cues_of(noun.lemma_.lower(), "noun-clause"):
        return
    clause: Token | None = None
    for child in noun.subtree:
        if (
            child.i > noun.i
            and child.dep_ in ("acl", "ccomp", "relcl")
            and _marked_that(child)
            and (child.head == noun or child.head.head.head == noun)
        ):
            clause = child
            break
    owner = _noun_owner(noun)
    if clause is None or owner is None:
        return
    mark = next(c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that")
    span = _stretch(paragraph, mark.i + 1, _last_of(clause), clause.i)
    if span is not None:
        yield Reported(*span, noun, noun, owner, None, "noun-clause")


def _noun_owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in WRITERS:
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return next(
        (
            c
            for c in noun.children
            if c.dep_ in ("compound", "amod") and c.pos_ in ("PROPN", "ADJ") and c.ent_type_ in ("GPE", "NORP", "ORG")
        ),
        None,
    )


def _according(paragraph: Paragraph, token: Token) -> Iterator[Reported]:
    """'according to the ministry': the clause before it, or behind it at the head of a sentence."""
    doc, sentence = paragraph.doc, token.sent
    to = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if to is None or to.lower_ != "to":
        return
    source = next((c for c in to.children if c.dep_ == "pobj"), None) or next(
        (c for c in token.children if c.dep_ == "pobj"), None
    )
    if source is None or (
        noun_kinds(source.lower_) <= frozenset({"claim", "work"})
        and source.lower_ in ("plan", "schedule", "need", "rule", "rules", "law")
    ):
        return
    before = [t for t in doc[sentence.start : token.i] if t.is_alpha]
    if len(before) <= 2 and all(t.pos_ in ("CCONJ", "ADV", "SCONJ") for t in before):
        edge = next(
            (
                t
                for t in doc[source.i : sentence.end]
                if t.text == "," and t.i > source.i and t not in set(source.subtree)
            ),
            None,
        )
        edge = edge or next((t for t in doc[source.i : sentence.end] if t.text == ","), None)
        if edge is not None:
            span = _stretch(paragraph, edge.i + 1, sentence.end - 1, sentence.end - 1)
            if span is not None:
                yield Reported(*span, token, to, source, None, "according-before")
        return
    span = _stretch(paragraph, sentence.start, token.i - 1, token.i - 1, last_dash=True)
    if span is not None:
        yield Reported(*span, token, to, source, None, "according-after")


def _from_to(paragraph: Paragraph, inner: Token) -> tuple[int, int] | None:
    to = next(c for c in inner.children if c.dep_ == "aux" and c.lower_ == "to")
    return _stretch(paragraph, to.i, _last_of(inner), inner.i)


def _right_of(paragraph: Paragraph, inner: Token, whole: bool = False) -> tuple[int, int] | None:
    return _stretch(paragraph, inner.left_edge.i if whole else inner.i, _last_of(inner), inner.i)


def _last_of(content: Token) -> int:
    """Index of the last token of a clause: its right edge, inside its sentence."""
    return min(content.right_edge.i, content.sent.end - 1)


def _stretch(
    paragraph: Paragraph, first: int, last: int, centre: int, last_dash: bool = False
) -> tuple[int, int] | None:
    """Document offsets of the tokens first to last, without 'that', 'But', punctuation at the edges, and what a dash sets off."""
    doc = paragraph.doc
    if last < first:
        return None
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    text = doc.text
    dashes = list(DASH.finditer(text, start, end))
    if dashes and last_dash:
        start = dashes[-1].end() if len(text[dashes[-1].end() : end].split()) >= 3 else start
    elif len(dashes) == 1 and doc[centre].idx < dashes[0].start():
        end = dashes[0].start()
    return _trim(paragraph, start, end)


def _trim(paragraph: Paragraph, start: int, end: int) -> tuple[int, int] | None:
    text = paragraph.doc.text
    moved = True
    while moved and start < end:
        moved = False
        while start < end and text[start] in EDGES:
            start, moved = start + 1, True
        leading = LEADING.match(text, start, end) or (
            HOW.match(text, start, end) if text[start : start + 4] == "how " else None
        )
        if leading is not None and leading.end() < end:
            start, moved = leading.end(), True
    while end > start and (text[end - 1] in EDGES or (text[end - 1] == "." and not _is_abbreviation(text, start, end))):
        end -= 1
    words = text[start:end]
    if (
        not any(c.isalnum() for c in words)
        or words.find("](") < words.find("[")
        or (words.find("](") >= 0 > words.find("["))
    ):
        return None
    return paragraph.start_char + start, paragraph.start_char + end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    word = text[start:end].rsplit(maxsplit=1)[-1]
    return len(word) > 2 and "." in word[:-1] and word[0].isalpha()
