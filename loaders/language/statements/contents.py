"""What is said: the clause, infinitive or object that belongs to a cue, by the cue's form."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dossier.language.analysis import Paragraph
from dossier.language.lexicons import speech_words
from dossier.language.statements.cues import Cue, cues_of, noun_kinds
from dossier.language.statements.lookups import sentence_of
from dossier.language.statements.sayers import ADDRESSING, CONDITIONS, first_of_name, has_to, is_asserted
from dossier.language.statements.stretches import from_to, last_of, right_of, stretch

# 'provides them what they need', 'concluded talks' is no saying
GIVING = speech_words("verb whose object is no saying")
NAMED_AFTER = ("at", "to", "of", "about")
PLEDGES = ("promise", "pledge")
MONEY_WORDS = speech_words("unit of money")


def find_content(
    paragraph: Paragraph, verb: Token, cue: Cue, subject: Token | None
) -> tuple[tuple[int, int] | None, Token, Token | None]:
    """The stretch of what is said by this cue, the last token of the cue, and whom it is said to."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c != subject), None)
    if cue.form == "clause" and cue.particle and not any(c.lower_ == cue.particle for c in verb.children):
        return None, verb, None
    if cue.form == "clause":
        span = _clause(paragraph, verb, subject)
        if span is not None and cue.subject_test == "document" and span[0] < paragraph.char_of(verb):
            span = None  # what a study finds stands behind the verb
        return span, verb, thing
    if cue.form == "gerund":
        inner = next(
            (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and _is_gerund(c)), None
        )
        return (None if inner is None else right_of(paragraph, inner, whole=True)), verb, None
    if cue.form == "infinitive":
        inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and has_to(c)), None)
        return (None if inner is None else from_to(paragraph, inner)), verb, thing
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
        return right_of(paragraph, named, whole=True), verb, None
    return None, verb, None


def _is_gerund(inner: Token) -> bool:
    """'leaving', 'having left', 'being left': with no subject of its own."""
    return inner.left_edge.tag_ == "VBG" and all(c.dep_ not in ("nsubj", "nsubjpass", "mark") for c in inner.children)


def _clause(paragraph: Paragraph, verb: Token, subject: Token | None) -> tuple[int, int] | None:
    if verb.i + 2 < len(verb.doc) and verb.nbor(1).lower_ == "so" and verb.nbor(2).pos_ in ("ADV", "ADJ"):
        return None  # 'shouted so loudly that he came'
    inner = [c for c in verb.children if c.dep_ == "ccomp" and c != subject]
    behind = [c for c in inner if c.i > verb.i]
    if behind:
        content = behind[0]
        if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in content.children):
            return None
        if verb.lemma_ in ("ask", "wonder", "inquire", "enquire", "query") and not is_marked_that(content):
            return None
        first = min((t.i for t in content.subtree if t.i > verb.i), default=content.i)
        says_it = verb.lemma_ == "say" and any(c.dep_ == "nsubj" for c in content.children)  # 'said they stand to be …'
        if has_to(content) and not is_marked_that(content) and not says_it:
            return None
        if content.pos_ == "NOUN" and is_marked_that(content) and not _is_clause(verb, content):
            is_finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in content.subtree)
            return (
                stretch(paragraph, first, content.right_edge.i, content.i) if is_finite else None
            )  # its verb was misread
        if not _is_clause(verb, content) or (verb.lemma_ in GIVING and not is_marked_that(content)):
            return None
        if verb.lemma_.lower() not in ADDRESSING and any(
            c.dep_ == "dobj" and c.left_edge.i == verb.i + 1 and c.right_edge.i == first - 1 for c in verb.children
        ):
            first = verb.i + 1  # the parser took the clause's subject for the verb's object
        last = max(last_of(content), _last_of_second(verb, content))
        if verb.lemma_.lower() not in ADDRESSING:  # an object behind the clause is the rest of it, hung wrongly
            last = max([last, *(c.right_edge.i for c in verb.children if c.dep_ == "dobj" and c.i > content.i)])
        return stretch(paragraph, first, last, content.i)
    heard = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb.lemma_.lower() in ADDRESSING else None
    for told in () if heard is None else heard.children:  # 'told a meeting that the town got help', read as relative
        subjects = [c for c in told.children if c.dep_ == "nsubj"]
        if told.dep_ == "relcl" and len(subjects) == 2 and subjects[0].lower_ == "that":
            return stretch(paragraph, subjects[0].i + 1, last_of(told), told.i)
    lost = _object_as_clause(verb, subject)
    if lost is not None:
        return stretch(paragraph, lost[0], lost[1], lost[0])
    before = [c for c in inner if c.i < verb.i]
    if before and (verb.tag_ == "VBG" or any(c.dep_ == "auxpass" for c in verb.children)):
        before = []
    if before:
        return _before_cue(paragraph, verb, subject, before[-1])
    if verb.lower_ == "saying" and verb.i > 0 and verb.nbor(-1).text == "," and verb.right_edge.i - verb.i >= 3:
        return stretch(paragraph, verb.i + 1, last_of(verb), verb.i)
    if subject is not None and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        beside = _inserted(paragraph, verb, subject)
        if beside is not None:
            return beside
    return _behind_that(paragraph, verb)


def _is_clause(verb: Token, content: Token) -> bool:
    """Has what is said a verb, and (behind 'which he thinks') a subject of its own?"""
    children = {c.dep_ for c in content.children}
    if content.pos_ == "ADJ" and not children & {"cop", "aux", "auxpass"}:
        return False  # 'found him guilty'
    if content.pos_ in ("NOUN", "PROPN") and not children & {"nsubj", "nsubjpass", "expl", "cop", "aux", "csubj"}:
        return False
    if children & {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"}:
        return True
    return verb.dep_ != "relcl" and verb.nbor(1).tag_ not in ("VBD", "VBZ", "VBP", "MD")


def is_marked_that(content: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)


def _inserted(paragraph: Paragraph, verb: Token, subject: Token) -> tuple[int, int] | None:
    """'The plan, he said, would fail' and 'It failed, said the mayor.': a cue between commas, with no clause on it."""
    doc, sentence = paragraph.doc, sentence_of(verb)
    first = min(verb.i, first_of_name(subject, verb))
    while first > sentence.start and doc[first - 1].dep_ in ("aux", "advmod") and doc[first - 1].head == verb:
        first -= 1
    if first <= sentence.start or doc[first - 1].text not in (",", "–", "—"):
        return None
    if verb.lemma_.lower() not in ADDRESSING and any(c.dep_ == "dobj" and c != subject for c in verb.children):
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
        return stretch(paragraph, comma + 1, sentence.end - 1, sentence.end - 1)
    if not clausal or _begins_aside(doc, sentence.start):
        return None
    return stretch(paragraph, sentence.start, first - 1, verb.head.i if verb.head.i < first else first - 1)


def _object_as_clause(verb: Token, subject: Token | None) -> tuple[int, int] | None:
    """First and last token of a clause that the parser took for an object.

    'says his team’s research points to it', and 'He insisted files and a diary … were essential', where 'were' does
    not go with 'he'.
    """
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1 and c != subject), None)
    if thing is None or verb.lemma_.lower() in ADDRESSING or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    second = next((c for c in verb.children if c.dep_ == "conj" and c.i > thing.i), None)
    one = subject is not None and subject.tag_ in ("PRP", "NN", "NNP") and subject.lower_ not in ("they", "we")
    if second is not None and one and second.lower_ in ("were", "are", "have"):
        return thing.left_edge.i, last_of(second)
    plural = thing.tag_ == "NNS" and any(c.dep_ in ("compound", "nmod") for c in thing.children)
    if verb.lemma_ == "say" and any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i == thing.i + 1 for c in thing.children):
        return thing.left_edge.i, last_of(thing)  # 'said his sons benefitted from it'
    if verb.lemma_ == "say" and plural and thing.right_edge.i > thing.i + 1:
        return thing.left_edge.i, last_of(thing)
    return None


def _begins_aside(doc: Doc, first: int) -> bool:
    """'As they have stated, the town welcomes …' is no speech of the town."""
    word = next((t for t in doc[first : first + 3] if t.pos_ != "SPACE"), doc[first])
    return word.dep_ == "mark" and word.lower_ in ("as", "while", "after")


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
            and not (cues_of(second.lemma_.lower()) and is_asserted(second))
        ):
            last = max(last, last_of(second))
    return last


def _behind_that(paragraph: Paragraph, verb: Token) -> tuple[int, int] | None:
    """'said on Monday that …' where the parser hung the clause elsewhere: all behind 'that'."""
    sentence_end = sentence_of(verb).end
    rest = verb.doc[verb.i + 1 : sentence_end]
    misread = len(rest) > 3 and rest[0].lower_ == "that" and rest[0].tag_ == "IN" and rest[0].dep_ != "mark"
    if misread and any(t.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD") for t in rest[2:]):
        return stretch(paragraph, verb.i + 2, sentence_end - 1, verb.i + 2)  # 'that' was taken for a subject
    if verb.lemma_.lower() not in ADDRESSING and any(c.dep_ == "dobj" for c in verb.children):
        return None
    beside = next((c for c in verb.children if c.dep_ == "advcl" and c.left_edge.i == verb.i + 1), None)
    for token in () if beside is None or beside.left_edge.dep_ != "mark" else beside.subtree:
        if token.lower_ == "that" and token.dep_ == "mark" and beside is not None and beside.i < token.i < token.head.i:
            return stretch(paragraph, token.i + 1, last_of(token.head), token.head.i)  # 'said as he left that …'
    for token in verb.doc[verb.i + 1 : min(verb.i + 8, sentence_end)]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return stretch(paragraph, token.i + 1, last_of(token.head), token.head.i)
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";"):
            return None
    return None


def _before_cue(paragraph: Paragraph, verb: Token, subject: Token | None, content: Token) -> tuple[int, int] | None:
    """What stands before '…, the ministry said': from the head of its sentence to the comma."""
    edge = verb.i if subject is None or subject.i > verb.i else min(verb.i, first_of_name(subject, verb))
    first = (
        min(content.left_edge.i, sentence_of(verb).start)
        if sentence_of(verb).start <= content.i
        else content.left_edge.i
    )
    if first >= edge or _begins_aside(verb.doc, first) or verb.doc[edge - 1].text == ":":
        return None
    return stretch(paragraph, first, edge - 1, content.i)


def _asked(
    paragraph: Paragraph, verb: Token, cue: Cue, thing: Token | None
) -> tuple[tuple[int, int] | None, Token, Token | None]:
    end_of_cue = verb
    if cue.particle:
        preposition = next(
            (c for c in verb.children if c.dep_ in ("prep", "prt", "dative") and c.lower_ == cue.particle), None
        )
        if preposition is None:  # 'pleaded for deputies to rescue her': the parser takes 'for' for a mark
            for inner in verb.children:
                mark = next((c for c in inner.children if c.dep_ == "mark" and c.lower_ == cue.particle), None)
                whom = (
                    None if mark is None else next((t for t in (*mark.children, *inner.children) if t.i > mark.i), None)
                )
                if mark is not None and has_to(inner) and verb.i < mark.i < inner.i:
                    return from_to(paragraph, inner), mark, whom
            return None, verb, None
        end_of_cue = preposition
        thing = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    for inner in sorted(verb.subtree, key=lambda t: t.i):
        if (
            inner.i > verb.i
            and inner.dep_ in ("xcomp", "ccomp", "advcl", "acl")
            and has_to(inner)
            and inner.head in (verb, thing, end_of_cue)
        ):
            whom = thing or next((c for c in inner.children if c.dep_ == "nsubj"), None)
            to = next(c for c in inner.children if c.dep_ == "aux" and c.lower_ == "to")
            if whom is not None and whom.i < to.i:
                return from_to(paragraph, inner), end_of_cue, whom
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
                if inner is None or (
                    cue.form == "preposition" and cue.particle in NAMED_AFTER and inner.pos_ == "PROPN"
                ):
                    continue  # 'hinted at Lee'
                first = preposition.i if cue.particle == "against" else preposition.i + 1
                if thing is not None and cue.particle == "for" and thing.pos_ == "NOUN" and last_of(inner) - first < 2:
                    first = thing.left_edge.i  # 'blamed a software fault for the outage'
                spoken = (
                    thing if verb.lemma_ in ("warn", "caution", "alert", "assure", "inform", "remind", "tell") else None
                )
                return (
                    stretch(paragraph, first, last_of(inner), inner.i),
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
        return stretch(paragraph, head.left_edge.i, last, head.i)
    if thing is None or thing.i < verb.i or thing.pos_ == "PRON":
        return None
    kinds = noun_kinds(thing.lower_)
    if cue.lemma in PLEDGES:  # 'promised 50 million euros for the school': sums only, since much else is promised
        is_sum = any(t.ent_type_ == "MONEY" or t.lower_ in MONEY_WORDS for t in thing.subtree if t.i >= verb.i)
        return right_of(paragraph, thing, whole=True) if is_sum and any(t.like_num for t in thing.subtree) else None
    if "refusal" in kinds or thing.ent_type_ in ("PERSON", "GPE", "ORG", "MONEY"):
        return None
    if cue.subject_test == "claims" and "claim" not in kinds:
        return None
    if cue.subject_test == "stances" and "stance" not in kinds:
        return None
    told = next((c for c in thing.children if c.dep_ in ("acl", "ccomp") and is_marked_that(c)), None)
    if told is not None and not cue.is_denial:  # 'repeated its claim that …': the claim itself
        return stretch(paragraph, min(t.i for t in told.subtree), last_of(told), told.i)
    behind = thing.right_edge.i + 1
    about = next((c for c in verb.children if c.dep_ == "prep" and c.i == behind), None)
    if about is not None and cue.subject_test == "stances" and about.lower_ in ("at", "about", "over", "for", "that"):
        return stretch(paragraph, thing.left_edge.i, last_of(about), thing.i)  # 'alarm at the eviction'
    return right_of(paragraph, thing, whole=True)


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
                return stretch(paragraph, first, last_of(inner), inner.i)
    return None
