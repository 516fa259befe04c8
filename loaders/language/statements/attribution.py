"""Attribution of quotations: the cue beside quoted words, before or behind them, or above them in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.analysis import Paragraph, text_of
from dossier.language.lexicons import speech_words
from dossier.language.statements.cues import cues_by_lemma, cues_of, may_introduce_quotation, noun_kinds
from dossier.language.statements.lookups import chunk_of, sentence_of, tokens_between
from dossier.language.statements.quotations import Quotation
from dossier.language.statements.sayers import WRITERS, can_talk, is_asserted, is_term, sayer_of, subject_of

SENTENCE_END = (".", "!", "?")
LONGEST_ATTRIBUTION = 60  # tokens between a quotation and its cue; long appositions occur
WINDOW = 1_000  # characters around a quotation in which its cue may stand
NAMING = re.compile(rf"(?:{'|'.join(sorted(speech_words('word before a quoted name')))})\s*$", re.IGNORECASE)
AMENDING = re.compile(
    r"\b(?:insert|strik|delet|add|replac|substitut|amend|remov|redesignat|read)\w*\b[^“\"”.]{0,60}$|"
    r"\b(?:thereof|lieu|the following|as follows|subdivision|subheading|heading|phrase|clause)\b[^“\"”.]{0,30}$",
    re.IGNORECASE,
)
BILL = re.compile(
    r"(?:\b(?:H\. ?R|S|HR|HB|SB|H\. ?J\. ?Res|S\. ?J\. ?Res)[ .]{0,2}\d{1,5}|\b[Bb]ill|\b[Aa]ct)[\s,:–—-]{0,4}$"
)
AMENDED = speech_words("verb of changing a rule")  # 'is amended to read as follows: “…”'
CLAUSE_MARK = re.compile(r"[,;.]|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)")
SMALL_WORDS = frozenset(
    "a an and as at but by de for from in into la le of off on or over per the to up van via von vs with".split()
)


@dataclass(frozen=True)
class Attribution:
    """A cue beside a quotation and the token that does the saying."""

    cue: Token
    cue_end: Token
    subject: Token | None
    addressee: Token | None
    rule: str


def word_count(text: str) -> int:
    """Words with a letter or digit."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def is_full(text: str, quotation: Quotation) -> bool:
    """Is it a whole utterance: begins like a sentence and is set off from what surrounds it?"""
    words = text[quotation.start_char : quotation.end_char]
    first = words.lstrip("([…. ")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    inner_end = text[quotation.end_char - 1 : quotation.close_char]
    before = text[: quotation.open_char].rstrip(" \n\t\u00a0*_")
    opens = not before or before[-1] in ".!?:,;”’'\"…)" or before.endswith(("said", "says", "added"))
    return opens and (
        not quotation.is_closed
        or any(c in ".,?!…—–;" for c in inner_end)
        or text[quotation.close_char :].lstrip()[:1] in (",", "", "-", "–")
    )


def is_name_or_title(text: str, quotation: Quotation) -> bool:
    """Scare quotes, nicknames, titles of works and names of programmes are nobody's words."""
    words = [w.strip(".,!?;:()[]*_'\"’‘“”") for w in text[quotation.start_char : quotation.end_char].split()]
    words = [w for w in words if w]
    before = text[: quotation.open_char].rstrip()[-80:]
    content = [w for w in words if w.lower() not in SMALL_WORDS]
    titled = len(content) >= 1 and all(w[0].isupper() or w[0].isdigit() for w in content) and bool(words)
    if titled and len(words) >= 2:
        return not (text[quotation.end_char - 1] in "!?" and not before)
    while len(words) > 3 and (words[-1].isdigit() or words[-1] == "of"):  # '… Recovery Act of 2009'
        words.pop()
    if words and words[-1][0].isupper() and len(words) >= 3 and "work" in noun_kinds(words[-1]):
        return True  # '… for Veterans Act'
    if NAMING.search(before):
        return len(words) < 8
    last = re.search(r"([A-Za-z-]+)\s*[,:]?\s*$", before)
    return (
        last is not None
        and "work" in noun_kinds(last.group(1))
        and len(words) < 8
        and text[quotation.end_char - 1] not in "!?"
    )


def is_rule_wording(text: str, quotation: Quotation) -> bool:
    """Words that a law puts in or strikes out ('by inserting “…”'), or that begin like one of its clauses."""
    words = text[quotation.start_char : quotation.end_char]
    before = text[: quotation.open_char][-90:]
    if words.startswith(("To ", "A bill ", "An act ")) and BILL.search(before) is not None:
        return True
    return AMENDING.search(before) is not None or CLAUSE_MARK.match(words) is not None


def attribution_behind(
    paragraph: Paragraph, quotation: Quotation, limit: int, is_partial: bool = False
) -> Attribution | None:
    """'…,' said the mayor / '…,' the mayor told reporters. ``limit`` is where the next quotation opens."""
    tokens = tokens_between(paragraph.doc, quotation.close_char, min(limit, quotation.close_char + WINDOW))
    while (
        tokens
        and (tokens[0].is_punct or tokens[0].pos_ == "SPACE" or tokens[0].tag_ in ("''", "``"))
        and tokens[0].text not in SENTENCE_END
    ):
        tokens.pop(0)
    if (
        not tokens
        or tokens[0].text in SENTENCE_END
        or tokens[0].dep_ in ("cc", "mark")
        or tokens[0].pos_ in ("CCONJ", "SCONJ")
    ):
        return None
    if tokens[0].lower_ == "according" and len(tokens) > 2 and tokens[1].lower_ == "to":
        source = next((c for c in tokens[1].children if c.dep_ == "pobj"), None) or next(
            (t for t in tokens[2:] if t.pos_ in ("NOUN", "PROPN")), None
        )
        return Attribution(tokens[0], tokens[1], source, None, "quotation-according")
    ended = text_of(paragraph.doc)[quotation.end_char - 1] in ".…" and quotation.is_closed
    for at, token in enumerate(tokens[:LONGEST_ATTRIBUTION]):
        if token.text in SENTENCE_END or token.text in ("–", "—"):
            return None
        if (
            token.pos_ not in ("VERB", "AUX")
            or not (may_introduce_quotation(token.lemma_.lower()) or _puts_it(token))
            or token.tag_ in ("VB", "VBG")
        ):
            if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ == "ROOT" and at < 12 and token.pos_ == "VERB":
                return None
            continue
        if (
            token.tag_ == "VBN"
            and not any(c.dep_ == "aux" for c in token.children)
            and not _is_past(token, tokens[:at])
        ):
            continue
        if tokens[-1].text == ":" and not any(t.text in SENTENCE_END for t in tokens):
            return None  # '“Come home!” Another wrote: “…”': it introduces what follows
        subject = _subject_beside(paragraph, token, tokens[:at], tokens[at + 1 :])
        if subject is None or (subject.lower_ in WRITERS and not _is_told_by_writer(token, subject)):
            continue
        if is_partial and subject.pos_ == "NOUN" and not subject.ent_type_ and not can_talk(subject):
            continue
        if (
            ended
            and any(c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > token.i and c != subject for c in token.children)
            and at + 3 < len(tokens)
        ):
            return None
        return Attribution(token, token, subject, _addressee(token, subject), "quotation-before-cue")
    return None


def _is_past(verb: Token, before: Sequence[Token]) -> bool:
    """Is a form that may be a participle the only verb behind a name ('“…,” the navy posted on X')?"""
    own = [t for t in before if not t.is_punct and t.pos_ != "SPACE"]
    return bool(own) and own[-1].pos_ in ("NOUN", "PROPN", "PRON") and all(t.pos_ not in ("VERB", "AUX") for t in own)


def _puts_it(verb: Token) -> bool:
    """'as the coach put it', 'the coach put it this way': said in these words."""
    return verb.lemma_.lower() == "put" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in ("it", "this")


def _is_told_by_writer(cue: Token, subject: Token) -> bool:
    """'“…,” I said' is a saying, '“…,” I think' or 'you know' is none."""
    return subject.lower_ in ("i", "we") and not any(c.subject_test == "stance" for c in cues_of(cue.lemma_.lower()))


def attribution_before(paragraph: Paragraph, quotation: Quotation, floor: int) -> Attribution | None:
    """The mayor said: '…' / He added, '…'. ``floor`` is where the quotation before it closes, or 0."""
    tokens = tokens_between(paragraph.doc, max(floor, quotation.open_char - WINDOW), quotation.open_char)
    start = max((n + 1 for n, t in enumerate(tokens) if t.text in SENTENCE_END), default=0)
    tokens = [t for t in tokens[start:] if t.pos_ != "SPACE"]  # marks of markup are read as space
    while tokens and tokens[-1].tag_ in ("``", "''"):
        tokens.pop()
    if not tokens:
        return None
    set_off = tokens[-1].text in (":", ",", "that")
    for token in reversed(tokens[-16:] if tokens[-1].text == ":" else tokens[-9:]):
        if token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBD", "VBZ", "VBP"):
            if not may_introduce_quotation(token.lemma_.lower()) and not _puts_it(token):
                if token.tag_ in ("VBD", "VBZ", "VBP") and tokens[-1].text != ":":
                    return None
                continue
            if is_term(token) or token.tag_ == "VBN" and token.dep_ in ("acl", "amod") and tokens[-1].i == token.i:
                return None  # 'a part labelled “…”'
            near = tokens[-1].i - token.i <= (12 if set_off else 2)
            if not near or not is_asserted(token):
                if tokens[-1].text == ":":
                    continue  # 'refused to blame her: “…”'
                return None
            before = tokens[: tokens.index(token)]
            subject = sayer_of(token) or _subject_beside(paragraph, token, before, [])
            if subject is not None and subject.idx >= quotation.open_char:  # taken from inside the quoted words
                subject = _subject_beside(paragraph, token, before, [])
            if subject is not None and subject.lower_ in ("you", "one") and token.tag_ not in ("VBD", "VBN"):
                return None  # 'you say: …' is nobody's speech
            return (
                None
                if subject is None
                else Attribution(token, token, subject, _addressee(token, subject), "cue-before-quotation")
            )
        if token.lower_ == "to" and token.nbor(-1).lower_ == "according" if token.i > 0 else False:
            source = next((t for t in reversed(tokens) if t.pos_ in ("NOUN", "PROPN") and t.i > token.i), None)
            return (
                None
                if source is None
                else Attribution(
                    token.nbor(-1),
                    token,
                    next((c for c in token.children if c.dep_ == "pobj"), source),
                    None,
                    "according-quotation",
                )
            )
    if tokens[-1].text == ":" and not any(t.lemma_ in AMENDED for t in tokens):
        root = next((t for t in tokens if t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX")), None)
        if root is None:  # the parser made the quotation's own verb the root
            root = next((t for t in tokens if t.tag_ in ("VBD", "VBZ", "VBP", "VBN") and subject_of(t) in tokens), None)
        subject = None if root is None else subject_of(root)
        if (
            root is not None
            and subject is not None
            and subject.lower_ not in ("it", "this", "that")
            and (
                subject.pos_ in ("PROPN", "PRON")
                or noun_kinds(subject.lower_) & {"person", "body"}
                or subject.lower_.endswith("general")
            )
        ):
            return Attribution(root, root, subject, None, "colon-quotation")
    return None


def attribution_above(paragraph: Paragraph, quotation: Quotation, quoted: frozenset[int]) -> Attribution | None:
    """The cue that governs quoted words inside a sentence: 'hailed the 'brave rescue' of the miners'."""
    inside = tokens_between(paragraph.doc, quotation.start_char, quotation.end_char)
    if not inside:
        return None
    for start in (inside[0], *(t for t in inside if t.head.i not in {x.i for x in inside})):
        for token in start.ancestors:
            if token.i in quoted or token.lemma_.lower() not in cues_by_lemma() or is_term(token):
                continue
            if token.pos_ in ("VERB", "AUX") and may_introduce_quotation(token.lemma_.lower()) and is_asserted(token):
                subject = sayer_of(token)
                if (
                    subject is not None
                    and subject.i not in quoted
                    and subject.lower_ not in WRITERS
                    and can_talk(subject)
                ):
                    return Attribution(token, token, subject, _addressee(token, subject), "cue-above-quotation")
    return _cue_ahead(inside[0], quoted)


def _cue_ahead(first: Token, quoted: frozenset[int]) -> Attribution | None:
    """Where the parser lost the cue: the nearest verb ahead of the quoted words, with the name right before it."""
    for token in reversed(list(first.doc[max(sentence_of(first).start, first.i - 12) : first.i])):
        if token.tag_ in ("VBD", "VBZ", "VBP", "VBN") and token.i not in quoted and token.pos_ not in ("AUX",):
            if not may_introduce_quotation(token.lemma_.lower()) or not is_asserted(token) or token.i == 0:
                return None
            name = token.nbor(-1)
            if name.pos_ != "PROPN":
                return None
            return Attribution(token, token, name, None, "cue-ahead-of-quotation")
    return None


def _subject_beside(paragraph: Paragraph, cue: Token, before: Sequence[Token], behind: Sequence[Token]) -> Token | None:
    """The sayer in '…,' X said or '…,' said X: the parser's subject there, else the nearest noun phrase."""
    own = next((c for c in cue.children if c.dep_ in ("nsubj", "expl")), None)
    places = {t.i for t in (*before, *behind)}
    if own is not None and own.i in places and own.lower_ not in ("who", "which", "that"):
        return own
    nouns = [t for t in before if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if nouns:
        first = nouns[0]
        chunk = chunk_of(first)
        return first if chunk is None or chunk.root.i not in places else chunk.root
    if behind and behind[0].pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        chunk = next((c for c in (chunk_of(t) for t in behind[:25]) if c is not None), None)
        if chunk is not None:
            return chunk.root
        return next((t for t in behind[:6] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if before and before[-1].pos_ in ("ADJ", "NUM") and before[-1].i + 1 == cue.i:  # 'a third fumed'
        return before[-1]
    shared = subject_of(cue)
    return shared if shared is not None and not before else None


def _addressee(cue: Token, subject: Token | None) -> Token | None:
    for child in cue.children:
        if (
            child.dep_ in ("dobj", "dative")
            and child != subject
            and child.pos_ in ("NOUN", "PROPN", "PRON")
            and cue.lemma_ in ("tell", "inform", "remind", "advise", "assure", "warn", "ask", "notify", "brief")
        ):
            return child
        if (
            child.dep_ in ("prep", "dative")
            and child.lower_ == "to"
            and cue.lemma_ in ("say", "speak", "write", "explain", "talk", "complain")
        ):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
