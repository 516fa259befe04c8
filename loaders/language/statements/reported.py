"""Indirect speech: every stretch in which an article gives what somebody says, in no quotation marks or around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from dossier.language.analysis import Paragraph, text_of
from dossier.language.lexicons import speech_words
from dossier.language.statements.contents import find_content, is_marked_that
from dossier.language.statements.cues import Cue, cues_of, noun_kinds
from dossier.language.statements.lookups import sentence_of
from dossier.language.statements.sayers import (
    ADDRESSING,
    WRITERS,
    can_talk,
    is_abstract,
    is_age,
    is_asserted,
    is_rule_text,
    is_term,
    sayer_of,
    subject_of,
)
from dossier.language.statements.stretches import last_of, stretch

TEXTS = speech_words("the article itself")
# 'The port was closed, the coast guard, PGK, said in a statement': a speaker with an apposition, behind what is said.
TAIL = re.compile(
    r"(?P<said>[^\"“”]{20,}), (?P<who>(?:the|an?|its|[A-Z][\w.-]*'s|[A-Z]) ?[^,;:()\"“”]{1,60}, [^,;:()\"“”]{2,60}), "
    r"(?P<cue>said|says|reported)(?: (?:in|on|late|at|to|through|via|by) [^,;:\"“”]{1,60}| [A-Z][a-z]+day)?[.]?$"
)
PERFORMATIVE = speech_words("verb often a participle of things")
# What something is done according to, so that nobody tells it.
YARDSTICKS = speech_words("yardstick that tells nothing")
OCCASIONS = speech_words("occasion that shows but does not say")
# 'is adamant that …': who is said to be so is quoted
INSISTENT = speech_words("adjective of insisting")
ANYBODY = ("some", "many", "others", "most", "people", "those", "everyone", "everybody", "few", "one")
IN_PRESENT = speech_words("verb of thought told by the writer in the past")
PLACEHOLDERS = ("they", "it", "he", "she", "who", "which", "that", "this", "these", "those")


@dataclass(frozen=True)
class Reported:
    """A stretch of reported speech, with its cue and its sayer (tokens of the paragraph's analysis)."""

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
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB") or _is_mistagged(token):
            found.extend(_of_verb(paragraph, token, quoted))
        elif token.pos_ == "NOUN":
            found.extend(_of_noun(paragraph, token))
        if token.lemma_ == "make":
            found.extend(_made_clear(paragraph, token))
        if token.lower_ in INSISTENT:
            found.extend(_is_adamant(paragraph, token))
        if token.lower_ == "according":
            found.extend(_according(paragraph, token))
    return found + [r for s in paragraph.doc.sents for r in _tail(paragraph, s, found) if r.cue.i not in quoted]


def _is_mistagged(token: Token) -> bool:
    """'…, researchers at the school estimate': a verb at the end of the sentence that was taken for a noun."""
    return token.dep_ == "ROOT" and token.pos_ == "NOUN" and any(c.dep_ == "nsubj" for c in token.children)


def _tail(paragraph: Paragraph, sentence: Span, found: list[Reported]) -> Iterator[Reported]:
    """Reported speech whose sayer the parser lost between commas at the end of the sentence."""
    text = text_of(sentence.doc)[sentence.start_char : sentence.end_char].rstrip()
    match = TAIL.fullmatch(text) if text[-30:].count("said") or text[-90:].count(", said") else None
    if match is None:
        return
    at = sentence.start_char
    cue = next((t for t in sentence if t.idx == at + match.start("cue")), None)
    said = [t for t in sentence if t.idx < at + match.end("said")]
    names = [t for t in sentence if at + match.start("who") <= t.idx < at + match.end("who")]
    if cue is None or not any(t.tag_ in ("VBD", "VBZ", "VBP") for t in said) or not names:
        return
    span = stretch(paragraph, said[0].i, said[-1].i, said[-1].i)
    if span is None or any(r.cue.i == cue.i and r.end_char - r.start_char > (span[1] - span[0]) // 2 for r in found):
        return
    named = [t for t in names if t.pos_ == "PROPN"]
    yield Reported(*span, cue, cue, named[-1] if named else names[-1], None, "tail")


def _of_verb(paragraph: Paragraph, verb: Token, quoted: frozenset[int]) -> Iterator[Reported]:
    cues = cues_of(verb.lemma_.lower())
    if (
        not cues
        or not is_asserted(verb)
        or is_term(verb)
        or (verb.i + 1 < len(verb.doc) and verb.nbor(1).like_num and verb.tag_ == "VBP")
    ):
        return  # 'U.S. note 19' says nothing
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("himself", "herself", "themselves", "itself"):
        return  # 'found himself embroiled in a row'
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in ADDRESSING:
        return  # 'unmoved when informed that …': by somebody else
    subject = sayer_of(verb)
    if subject is not None and subject.i in quoted:  # '…, saying “We …”, calling on …'
        outside = (t for t in verb.ancestors if t.i not in quoted and t.pos_ == "VERB")
        subject = next((s for s in map(subject_of, outside) if s is not None and s.i not in quoted), None)
    if subject is not None and (subject.lower_ in WRITERS or _is_nobody(subject)):
        return
    if subject is None and (verb.dep_ == "ROOT" or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)):
        subject = _inverted(verb)
        if subject is None:
            return
    if subject is not None and verb.lower_ == "say" and _gives_example(verb, subject):
        return
    for cue in cues:
        if verb.tag_ == "VBD" and cue.subject_test == "stance" and cue.lemma in IN_PRESENT:
            continue  # 'he thought he could win': told by the writer
        if not _may_speak(subject, cue) or (cue.subject_test == "stance" and _is_told_above(verb, subject)):
            continue
        span, end_of_cue, addressee = find_content(paragraph, verb, cue, subject)
        if span is not None:
            yield Reported(
                *span, verb, end_of_cue, subject, addressee, f"{cue.form}-{cue.particle}" if cue.particle else cue.form
            )
            second = None if cue.form != "clause" or subject is None else _second_behind(paragraph, verb, subject, span)
            if second is not None:
                yield Reported(*second, verb, end_of_cue, subject, addressee, "clause-second")
            if cue.form in ("as", "naming", "clause", "infinitive", "object-infinitive", "object-preposition"):
                return


def _is_told_above(verb: Token, subject: Token | None) -> bool:
    """'said he feared that …': what he fears is part of what he said."""
    above = verb.head
    said = verb.dep_ == "ccomp" and any(c.subject_test == "speech" for c in cues_of(above.lemma_.lower(), "clause"))
    return said and subject is not None and subject.pos_ == "PRON" and can_talk(subject_of(above))


def _gives_example(verb: Token, subject: Token) -> bool:
    """'two towns, say York and Hull, trading with each other': nobody says anything."""
    behind = subject.right_edge.i + 1
    after = verb.doc[behind : behind + 2]
    return subject.i > verb.i and len(after) == 2 and after[0].text == "," and after[1].tag_ in ("VBG", "VBN", "TO")


def _made_clear(paragraph: Paragraph, verb: Token) -> Iterator[Reported]:
    """'made (it) clear that …', 'made it plain that …'."""
    clear = next((c for c in verb.children if c.lower_ in ("clear", "plain") and c.i > verb.i), None)
    subject = sayer_of(verb)
    if clear is None or subject is None or not can_talk(subject) or not is_asserted(verb):
        return
    if subject.lower_ in WRITERS or _is_nobody(subject):
        return
    for clause in (*verb.children, *clear.children):
        if clause.i > clear.i and is_marked_that(clause):
            mark = next(c for c in clause.children if c.dep_ == "mark")
            span = stretch(paragraph, mark.i + 1, last_of(clause), clause.i)
            if span is not None:
                yield Reported(*span, verb, clear, subject, None, "clause")
            return


def _is_adamant(paragraph: Paragraph, word: Token) -> Iterator[Reported]:
    """'was adamant (that) …', 'is confident that …'."""
    verb = word.head
    if word.dep_ != "acomp" or verb.lemma_ != "be" or not is_asserted(verb):
        return
    subject = sayer_of(verb)
    if subject is None or not can_talk(subject) or subject.lower_ in WRITERS or _is_nobody(subject):
        return
    end = sentence_of(word).end
    if end == word.i + 1 < len(word.doc):  # the parser began a sentence behind it
        end = sentence_of(word.doc[end]).end
    behind = list(word.doc[word.i + 1 : end])
    told = behind[:1] and (behind[0].lower_ == "that" or behind[0].dep_ == "nsubj" or behind[0].tag_ in ("DT", "PRP"))
    if not told or not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in behind[:12]):
        return
    span = stretch(paragraph, word.i + 1, end - 1, word.i + 1)
    if span is not None:
        yield Reported(*span, verb, word, subject, None, "clause")


def _is_nobody(subject: Token) -> bool:
    """'No group', 'none of them', and 'an earlier version of this article', which speaks for nobody."""
    words = {c.lower_ for c in subject.children}
    return (
        subject.lower_ in ("nobody", "none", "neither", "no-one")
        or bool(words & {"no", "any", "each", "every", "such", "whoever"})
        or (subject.lower_ in TEXTS and bool(words & {"earlier", "previous", "original", "prior", "this"}))
    )


def _inverted(verb: Token) -> Token | None:
    """The noun behind a verb that the parser gave no subject: '…, said the mayor'."""
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
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
    if is_rule_text(subject) or is_abstract(subject):
        return False
    kinds = noun_kinds(subject.lower_) | noun_kinds(subject.lemma_)
    if cue.lemma in PERFORMATIVE and subject.pos_ == "NOUN" and not subject.ent_type_ and not kinds:
        return False
    named = subject.pos_ == "PROPN"
    if cue.subject_test not in ("stance", "document"):
        return (
            cue.form not in ("as", "naming", "object")
            or named
            or subject.pos_ == "PRON"
            or bool(kinds & {"person", "body", "document"})
            or subject.lower_ == "old"
            and is_age(subject)
        )
    if cue.lemma == "determine":  # what a person determines he decides
        return bool(kinds & {"document", "body"}) and "person" not in kinds or (named and subject.ent_type_ == "ORG")
    if cue.subject_test == "document" and subject.lower_ in ANYBODY:
        return False  # 'some discovered that their homes were gone'
    if cue.subject_test == "document":
        if subject.lower_ == "they" and cue.form == "clause" and any(is_marked_that(c) for c in subject.head.children):
            return True  # 'They found that …': the researchers of whom the text has told
        if subject.lower_ == "it" and _goes_on_from_text(subject):
            return True  # 'The report said …. It found that …'
        if subject.lower_ in OCCASIONS:
            return False  # 'the summit showed that …' is the writer's view
        named = named and subject.ent_type_ not in ("PERSON", "GPE", "NORP")
        return bool(kinds & {"document", "body"}) or (named and subject.lower_ not in PLACEHOLDERS) or "person" in kinds
    if cue.form == "as":  # to see one thing as another is a saying of persons only
        return "person" in kinds or subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she")
    return bool(kinds & {"person", "body", "document"}) or named or subject.lower_ in ("he", "she", "they", "who")


def _goes_on_from_text(it: Token) -> bool:
    """Is the subject of the sentence before a text?"""
    start = sentence_of(it).start
    before = None if start == 0 else subject_of(sentence_of(it.doc[start - 1]).root)
    return before is not None and "document" in noun_kinds(before.lower_)


def _second_behind(paragraph: Paragraph, verb: Token, subject: Token, span: tuple[int, int]) -> tuple[int, int] | None:
    """'It failed, officials said, and the town had to pay': the second clause of a speech that the cue interrupts."""
    doc, sentence = paragraph.doc, sentence_of(verb)
    if paragraph.start_char + verb.idx < span[1] or subject.i > verb.i or verb.i + 3 >= sentence.end:
        return None
    comma, joint = doc[verb.i + 1], doc[verb.i + 2]
    rest = list(doc[verb.i + 3 : sentence.end])
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
    return stretch(paragraph, verb.i + 3, sentence.end - 1, sentence.end - 1)


def _of_noun(paragraph: Paragraph, noun: Token) -> Iterator[Reported]:
    """'the ministry's claim that …', 'charges by the opposition that …'."""
    if not cues_of(noun.lemma_.lower(), "noun-clause"):
        return
    clause: Token | None = None
    for child in noun.subtree:
        if (
            child.i > noun.i
            and child.dep_ in ("acl", "ccomp", "relcl")
            and is_marked_that(child)
            and (child.head == noun or child.head.head.head == noun)
        ):
            clause = child
            break
    owner = _noun_owner(noun)
    if clause is None or owner is None or not (can_talk(owner) or owner.tag_ in ("PRP$", "JJ")):
        return
    mark = next(c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that")
    span = stretch(paragraph, mark.i + 1, last_of(clause), clause.i)
    if span is not None:
        yield Reported(*span, noun, noun, owner, None, "noun-clause")


def _noun_owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in WRITERS:
            own = subject_of(noun.head) if child.tag_ == "PRP$" and noun.dep_ == "dobj" else None
            return own if own is not None and can_talk(own) else child  # 'Lee repeated his warning that …'
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "acl" and "document" in noun_kinds(noun.head.lower_):
        return noun.head  # a participle: 'a letter warning that …'
    if noun.dep_ in ("advcl", "acl") and noun.lower_.endswith("ing"):
        sent = next((c for c in noun.head.children if c.dep_ == "dobj"), None)
        return sent if sent is not None and "document" in noun_kinds(sent.lower_) else subject_of(noun.head)
    return next(
        (
            c
            for c in noun.children
            if c.dep_ in ("compound", "amod") and c.pos_ in ("PROPN", "ADJ") and c.ent_type_ in ("GPE", "NORP", "ORG")
        ),
        None,
    )


def _named_between(comma: Token, end: int) -> tuple[Token, Token] | None:
    """The name between commas behind an office, and its last comma: 'according to the mayor, Mr Lee, the bridge …'."""
    behind = comma.doc[comma.i + 1 : min(comma.i + 9, end)]
    last = next((t for t in behind if t.text == ","), None)
    words = [] if last is None else [t for t in behind if t.i < last.i]
    is_name = 0 < len(words) < 7 and all(t.pos_ == "PROPN" or t.text in (".", "-", "of", "the") for t in words)
    return (words[-1], last) if is_name and last is not None and words[-1].pos_ == "PROPN" else None


def _according(paragraph: Paragraph, token: Token) -> Iterator[Reported]:
    """'according to the ministry': the clause before it, or behind it at the head of a sentence."""
    doc, sentence = paragraph.doc, sentence_of(token)
    to = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if to is None or to.lower_ != "to":
        return
    source = next((c for c in to.children if c.dep_ == "pobj"), None) or next(
        (c for c in token.children if c.dep_ == "pobj"), None
    )
    if source is None or (source.lower_ in YARDSTICKS or is_rule_text(source)):
        return
    if token.i and doc[token.i - 1].tag_ in ("VBD", "VBZ") and cues_of(doc[token.i - 1].lemma_.lower(), "clause"):
        return  # 'he said according to the file, the gate was shut': all of it is what he said
    opening = max((t.i + 1 for t in doc[sentence.start : token.i] if t.text == ":"), default=sentence.start)
    before = [t for t in doc[opening : token.i] if t.is_alpha]
    if all(t.tag_ not in ("VBD", "VBZ", "VBP", "MD") for t in before) and (
        len(before) <= 2 and all(t.pos_ in ("CCONJ", "ADV", "SCONJ") for t in before) or doc[token.i - 1].text == ","
    ):  # 'According to the union, …', 'In May, according to the union, …'
        edge = next(
            (
                t
                for t in doc[source.i : sentence.end]
                if t.text == "," and t.i > source.i and t not in set(source.subtree)
            ),
            None,
        )
        edge = edge or next((t for t in doc[source.i : sentence.end] if t.text == ","), None)
        named = None if edge is None else _named_between(edge, sentence.end)
        if named is not None:
            source, edge = named
        if edge is not None:
            span = stretch(paragraph, edge.i + 1, sentence.end - 1, sentence.end - 1)
            if span is not None:
                yield Reported(*span, token, to, source, None, "according-before")
        return
    span = stretch(paragraph, opening, token.i - 1, token.i - 1, last_dash=True)
    if span is not None:
        yield Reported(*span, token, to, source, None, "according-after")
