"""Speakers: the full phrase of a sayer as printed, and the actor behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Paragraph, text_of
from dossier.language.lexicons import speech_words
from dossier.language.rows import ActorMentionRow
from dossier.language.statements.cues import noun_kinds
from dossier.language.statements.sayers import first_of_name

OWNER_PREPOSITIONS = ("of", "for", "from", "by", "at", "with", "in")
# Unnamed people who speak for the house they work at: 'analysts at the bank', 'officials from the ministry'.
STAFF = speech_words("unnamed staff of a house")
# 'its owner, X, said': the body that a phrase stands for is named behind it
ISSUED = speech_words("participle of issuing")
PLATFORMS = speech_words("place where somebody posts")
OWNERS = speech_words("owner named behind")
LABEL = re.compile(r"[^:]{2,90}:[*_]*\s+[*_]*")  # 'Strengthen the grid: The ministry said …'
APPOSED = re.compile(r", (?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Rev|Hon)\.? )?$")
OF_HOUSE = re.compile(r" (?:of|at|from|with) (?:the )?[A-Z]")
CUT_DEPENDENCIES = ("relcl", "advcl", "parataxis", "ccomp", "dep")


@dataclass(frozen=True)
class Speaker:
    """Who says something: the words as printed (document offsets) and the actor chain, where one is known."""

    start_char: int
    end_char: int
    chain_id: str | None
    is_pronoun: bool
    # what a phrase that names no actor leaves open: '' nothing, 'body' (a spokesman), 'document', 'text', 'he', 'it'
    open_kind: str


def phrase_of(paragraph: Paragraph, head: Token, cue: Token | None = None) -> tuple[int, int]:
    """Document offsets of the noun phrase of a head: modifiers and appositions, but no clause, nor the cue."""
    kept = sorted(set(_phrase_tokens(head, cue)), key=lambda t: t.i)
    first = last = head.i
    places = {t.i for t in kept}
    while (before := _next_word(paragraph, first, -1)) in places:
        first = before
    while (behind := _next_word(paragraph, last, 1)) in places:
        last = behind
    tokens = list(paragraph.doc[first : last + 1])
    while (
        len(tokens) > 1
        and (tokens[-1].is_punct or tokens[-1].pos_ == "SPACE" or tokens[-1].dep_ in ("cc", "punct"))
        and not tokens[-1].text.endswith(".")
    ):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].pos_ == "SPACE" or tokens[0].dep_ in ("cc", "advmod")):
        tokens.pop(0)
    return paragraph.char_of(tokens[0]), paragraph.end_of(tokens[-1])


def _next_word(paragraph: Paragraph, at: int, step: int) -> int:
    """Index of the word before or behind a token, past line breaks and marks that are no words."""
    at += step
    while 0 <= at < len(paragraph.doc) and paragraph.doc[at].pos_ == "SPACE":
        at += step
    return at


def _phrase_tokens(head: Token, cue: Token | None) -> Iterator[Token]:
    stack = [head]
    while stack:
        token = stack.pop()
        yield token
        for child in token.children:
            if child.dep_ in CUT_DEPENDENCIES or (cue is not None and (child == cue or child.is_ancestor(cue))):
                continue
            ends = child.right_edge.i + 1
            if child.tag_ == "VBG" and ends < token.i and token.doc[ends].text == ",":
                continue  # 'Speaking in the hall, the mayor …'
            if (
                child.dep_ in ("acl", "conj")
                and child.pos_ in ("VERB", "AUX")
                and child.i > 0
                and child.nbor(-1).is_punct
            ):
                continue
            stack.append(child)


def read_speaker(paragraph: Paragraph, head: Token, cue: Token, actors: ActorIndex) -> Speaker:
    """The speaker whose noun phrase has this head."""
    beside = next((c for c in head.children if c.dep_ == "appos" and "person" in noun_kinds(c.lower_)), None)
    if beside is not None and head.ent_type_ in ("GPE", "LOC") and head.i > 0 and head.nbor(-1).text == ",":
        head = beside  # 'In Bekasi, Indonesia, a worker said …'
    start, end = phrase_of(paragraph, head, cue)
    before = text_of(paragraph.doc)[: start - paragraph.start_char][-4:]
    if head.i < cue.i and first_of_name(head, cue) < head.left_edge.i:
        start = paragraph.char_of(paragraph.doc[first_of_name(head, cue)])
    first, last = start - paragraph.start_char, paragraph.char_of(head) - paragraph.start_char
    label = LABEL.match(text_of(paragraph.doc), first, last)
    if label is not None:
        start = paragraph.start_char + label.end()
    mention = _mention_at(paragraph, head, actors) if head.i > cue.i else _person_of(paragraph, actors, start, end)
    mention = mention or _apposed(paragraph, head, actors) or _mention_at(paragraph, head, actors)
    behind = None if mention is not None or head.pos_ != "NOUN" else _name_before(paragraph, cue, end, actors)
    if behind is not None:
        mention, end = behind, behind.end_char
    if mention is not None and mention.mention_kind == "name" and mention.start_char < start < mention.end_char:
        start = mention.start_char
    if head.lower_ == "old" and before.lower() == "the ":
        start -= len(before)  # 'the 43-year-old', whose parts the parser hangs apart
    kinds = noun_kinds(head.lower_)
    pronoun = head.pos_ == "PRON"
    if mention is None and "person" in kinds:
        mention = _called(paragraph, actors, start, end)
    if mention is None and not pronoun:
        mention = _owner(paragraph, head, actors, start, end, kinds)
    return Speaker(
        start,
        end,
        None if mention is None else mention.chain_id,
        pronoun,
        "" if mention is not None and not pronoun else _open_kind(head),
    )


def _apposed(paragraph: Paragraph, head: Token, actors: ActorIndex) -> ActorMentionRow | None:
    """'the dean, Ann Lee, said': the person named beside a common noun."""
    if head.pos_ != "NOUN":
        return None
    beside = [_mention_at(paragraph, c, actors) for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    people = [m for m in beside if m is not None and actors.chain_of(m).actor_type == "person"]
    return people[0] if people else None


def _person_of(paragraph: Paragraph, actors: ActorIndex, start: int, end: int) -> ActorMentionRow | None:
    """'Ann Lee of Norland's Tarn Bank said': the person whose name begins the phrase, not the house behind it."""
    text = text_of(paragraph.doc)
    first = next((m for m in actors.mentions_within(start, end) if m.start_char == start), None)
    if first is None or actors.chain_of(first).actor_type != "person" or first.mention_kind != "name":
        return None
    return first if OF_HOUSE.match(text, first.end_char - paragraph.start_char) is not None else None


def _name_before(paragraph: Paragraph, cue: Token, end: int, actors: ActorIndex) -> ActorMentionRow | None:
    """The name that fills all between a phrase and its cue: 'the fishing company' 'Havbruk Seafoods' 'said'."""
    until = paragraph.char_of(cue) - 1
    return next(
        (
            m
            for m in actors.mentions_within(end, until)
            if m.start_char == end + 1 and m.end_char == until and m.mention_kind == "name"
        ),
        None,
    )


def _called(paragraph: Paragraph, actors: ActorIndex, start: int, end: int) -> ActorMentionRow | None:
    """'a worker named Ann', 'a nurse who gave her name as Ann': the name in the phrase."""
    words = text_of(paragraph.doc)
    for mention in actors.mentions_within(start, end):
        before = words[: mention.start_char - paragraph.start_char].rsplit(maxsplit=1)[-1:]
        if before in (["named"], ["called"], ["as"]) and actors.chain_of(mention).actor_type == "person":
            return mention
    return None


def _open_kind(head: Token) -> str:
    word = head.lower_
    if word in ("he", "she") or (word == "old" and head.i > 1 and head.nbor(-2).lower_ == "year"):
        return "he"
    if word in ("it", "they"):
        return "it"
    if word.startswith("spokes") or word in ("official", "officials"):
        return "body"
    official = any(c.lower_ in ("government", "official", "state", "joint", "recent") for c in head.children)
    if word in ("statement", "communique", "readout") and not official:
        return "text"
    if word in ("statement", "communique", "readout") or (
        official and word in ("data", "figures", "statistics", "report", "document", "release")
    ):
        return "document"
    return ""


def _mention_at(paragraph: Paragraph, token: Token, actors: ActorIndex) -> ActorMentionRow | None:
    found = actors.mention_of_token(paragraph, token)
    if found is not None and found.start_char == paragraph.char_of(token) and token.i > 0:
        before = token.nbor(-1)
        if before.pos_ == "PROPN" and before.head == token and actors.chain_of(found).actor_type == "country":
            # 'Transparency International Kenya' is not Kenya; 'Interpol Washington' is Interpol
            inside = [actors.mention_of_token(paragraph, c) for c in token.children if c.dep_ == "compound"]
            return next((m for m in inside if m is not None and actors.chain_of(m).actor_type != "country"), None)
    return found


def _owner(
    paragraph: Paragraph, head: Token, actors: ActorIndex, start: int, end: int, kinds: frozenset[str]
) -> ActorMentionRow | None:
    """The actor that a head which is none speaks as or for: 'US officials', 'a spokesman for X', 'X's report'."""
    for child in head.children:  # 'the chairman, X' is X
        if child.dep_ in ("appos", "conj") or (child.dep_ == "compound" and "person" in kinds):
            found = _mention_at(paragraph, child, actors)
            kind = None if found is None else actors.chain_of(found).actor_type
            if kind == "person" or (
                child.dep_ == "appos" and ("body" in kinds or head.lower_ in OWNERS) and kind not in (None, "country")
            ):
                return found
    if head.lower_ == "leader" and any(c.lower_ == "the" for c in head.children):
        return _conjoined(paragraph, head, actors, start, end)  # 'the Workers' Party leader' is somebody, and no party
    housed = any(c.dep_ == "prep" and c.lower_ in ("at", "with", "from") for c in head.children)
    unnamed = housed and head.lower_ in STAFF
    if not kinds & {"body", "document"} and not unnamed:
        return _conjoined(paragraph, head, actors, start, end)
    for child in head.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod", "nounmod"):
            found = _mention_at(paragraph, child, actors)
            if found is None:
                inside = actors.mentions_within(*phrase_of(paragraph, child)) if child.dep_ == "poss" else []
                found = inside[-1] if inside else None
            if found is not None:
                return found
    issued = [c for c in head.children if c.dep_ == "acl" and c.lower_ in ISSUED]  # 'a statement issued by X'
    for preposition in OWNER_PREPOSITIONS:
        for child in (*head.children, *(c for verb in issued for c in verb.children)):
            if child.dep_ in ("prep", "agent") and child.lower_ == preposition:
                for thing in (c for c in child.children if c.dep_ == "pobj"):
                    if thing.lower_ in PLATFORMS:  # 'a tweet from the city's page'
                        thing = next((c for c in thing.children if c.dep_ == "poss"), thing)
                    found = _mention_at(paragraph, thing, actors) if thing.dep_ in ("pobj", "poss") else None
                    if found is not None:
                        return found
                    if thing.dep_ == "pobj" and preposition in ("of", "for", "from", "by", "at"):
                        return _owner(paragraph, thing, actors, start, end, noun_kinds(thing.lower_) | {"body"})
    return _conjoined(paragraph, head, actors, start, end)


def _conjoined(paragraph: Paragraph, head: Token, actors: ActorIndex, start: int, end: int) -> ActorMentionRow | None:
    """'experts and US officials': the first that is an actor; 'the biologist Ann Lee': the last name."""
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            found = _mention_at(paragraph, child, actors)
            if found is None and noun_kinds(child.lower_) & {"body"}:
                found = _owner(paragraph, child, actors, start, end, noun_kinds(child.lower_))
            if found is not None:
                return found
    own = paragraph.end_of(head)
    for mention in actors.mentions_within(own, end):
        if mention.start_char <= own + 1 and mention.mention_kind == "name" and head.pos_ == "NOUN":
            return mention  # 'the dairy company X'
    last = end if not (head.text.isupper() and paragraph.end_of(head) == end) else paragraph.char_of(head) - 1
    named = [
        m
        for m in actors.mentions_within(start, end)
        if m.end_char in (end, last) and actors.chain_of(m).actor_type == "person"
    ]  # 'Ann Lee', 'Ann Lee QC'
    if head.pos_ == "PROPN":
        return named[0] if named else None
    if "person" not in noun_kinds(head.lower_):  # 'the club's sponsor, Zenta Mobile'
        kinds = ("company", "organization")
        named = [m for m in actors.mentions_within(own, end) if m.end_char == end]
        named = [m for m in named if actors.chain_of(m).actor_type in kinds]
    before = [text_of(paragraph.doc)[: m.start_char - paragraph.start_char] for m in named[:1]]
    return named[0] if named and APPOSED.search(before[0]) is not None else None  # 'the mayor of Tarn, Ann Lee'
