"""Who a cue's subject is, whom it speaks to and when: what a phrase leaves open is taken from who spoke before."""

from __future__ import annotations

import dataclasses
import re

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, SpanIndex
from dossier.language.lexicons import speech_words
from dossier.language.rows import TimeExpressionRow
from dossier.language.statements.cues import noun_kinds, titles_for
from dossier.language.statements.lookups import sentence_of
from dossier.language.statements.sayers import subject_of
from dossier.language.statements.speakers import Speaker, phrase_of, read_speaker

DATING_KINDS = ("day", "month", "year", "interval")
BODIES = ("country", "government-body", "organization", "company", "group")
STATES = ("country", "government-body")


DESCRIBED = speech_words("word for a person already named")
OFFICES = speech_words("word for the holder of an office")
LONGEST_OFFICE = 100  # characters
APPOSED = (
    r",? ?(?:(?:Mr|Mrs|Ms|Dr|Prof|Hon|Sir|Dame|Chief|Alhaji|Engr)\.? )*$"  # what stands between an office and a name
)
AGED = re.compile(r"\b(\d{1,3})-year-old\b")
MARKUP = ("://", "=", "<", "{")  # in what the parser took for a name, they show that it was none


class Voices:
    """Speakers of one article, in text order."""

    def __init__(self, article: Article, actors: ActorIndex, times: SpanIndex[TimeExpressionRow]) -> None:
        self.article, self.actors, self.times = article, actors, times
        self.number = -1  # of the paragraph that is read
        self.spoke: list[tuple[int, int, str]] = []  # where, in which paragraph and which chain
        self._bearers: dict[str, list[tuple[int, str]]] = {}  # by title
        self._pronouns: dict[str, set[str]] = {}  # by chain: the pronouns that the article has for it
        for mention in actors.mentions:
            if mention.mention_kind == "pronoun":
                self._pronouns.setdefault(mention.chain_id, set()).add(mention.text.lower())
        self._told: tuple[int, int] | None = None  # what the last speaker is reported to have said
        self.unnamed: tuple[int, int] | None = None  # in which paragraph and where a person without a chain spoke last

    def speaker(
        self, paragraph: Paragraph, subject: Token | None, cue: Token, said: tuple[int, int] | None
    ) -> Speaker | None:
        """The speaker; what the phrase leaves open ('he', 'a spokesman') is taken from who spoke just before."""
        if subject is None:
            return None
        speaker = read_speaker(paragraph, subject, cue, self.actors)
        words = self.article.text[speaker.start_char : speaker.end_char]
        if "](" in words:  # 'a [study](https://…) of mice': the words before the address
            words = words.split("](")[0].rstrip(" *_")
            speaker = dataclasses.replace(speaker, end_char=speaker.start_char + len(words))
        if not words.strip(" *_[") or any(mark in words for mark in MARKUP):
            return None
        if speaker.chain_id is None and not speaker.open_kind:
            speaker = dataclasses.replace(speaker, chain_id=self._bearer(subject, paragraph.char_of(cue)))
            if speaker.chain_id is None and subject.lower_ in DESCRIBED | OFFICES:
                speaker = dataclasses.replace(speaker, chain_id=self._person_above(paragraph, subject))
        if subject.lower_ == "they" and self._are_unnamed(paragraph, subject):
            speaker = dataclasses.replace(speaker, chain_id=None, open_kind="")
        if speaker.open_kind == "he" and self._is_somebody_else(speaker, paragraph.char_of(cue)):
            speaker = dataclasses.replace(speaker, chain_id=None, open_kind="")
        if speaker.chain_id is None and "person" in noun_kinds(subject.lower_):
            self.unnamed = (self.number, speaker.start_char)
        if speaker.open_kind == "he":
            speaker = dataclasses.replace(speaker, chain_id=self._goes_on(speaker, paragraph.char_of(cue)))
        kind = None if speaker.chain_id is None else self.actors.chains[speaker.chain_id].actor_type
        if speaker.open_kind == "he" and kind in BODIES:
            speaker = dataclasses.replace(speaker, chain_id=None)
        if speaker.open_kind == "it" and subject.lower_ == "it" and self.spoke and self.spoke[-1][1] == self.number:
            speaker = dataclasses.replace(
                speaker, chain_id=self._open_chain(paragraph, speaker, cue, said) or speaker.chain_id
            )
        if speaker.chain_id is None and speaker.open_kind == "he":
            speaker = dataclasses.replace(speaker, chain_id=self._aged(words))
        if speaker.chain_id is None and speaker.open_kind:
            speaker = dataclasses.replace(speaker, chain_id=self._open_chain(paragraph, speaker, cue, said))
        if speaker.chain_id is not None:
            self.spoke.append((paragraph.char_of(cue), self.number, speaker.chain_id))
            self._told = said
        return speaker

    def _bearer(self, head: Token, char: int) -> str | None:
        """'the magistrate' is the one person whom the text before gives this title."""
        if not any(c.lower_ == "the" for c in head.children):
            return None
        fields = {c.lower_ for c in head.children if c.dep_ in ("compound", "amod")}
        if any(c.dep_ not in ("det", "punct", "compound", "amod", "advmod") for c in head.children):
            return None
        if fields:  # 'the Information Minister' is the Minister of Information
            words = fields | {head.lower_}
            held = {
                r.chain_id
                for r in self.actors.roles
                if r.start_char < char and words <= set(re.findall(r"\w+", r.title.lower()))
            }
            held = held or self._bearers_in_field(head.lower_, fields, char)
            return held.pop() if len(held) == 1 else None
        titles = (head.lower_, *titles_for(head.lower_))
        bearers = {chain for title in titles for start, chain in self._bearers_of(title) if start < char}
        return bearers.pop() if len(bearers) == 1 else None

    def _bearers_in_field(self, title: str, fields: set[str], char: int) -> set[str]:
        """'the prosecution barrister' is 'the barrister Ann Lee, who leads the prosecution team'."""
        found = [bearer for t in (title, *titles_for(title)) for bearer in self._bearers_of(t) if bearer[0] < char]
        text, near = self.article.text, list[tuple[str, str]]()
        for start, chain in found:
            before = re.split(r"[.;\n]", text[max(0, start - LONGEST_OFFICE) : start])[-1]
            near.append(((before + text[start : start + 160].split("\n")[0]).lower(), chain))
        return {chain for words, chain in near if fields <= set(re.findall(r"\w+", words))}

    def _person_above(self, paragraph: Paragraph, head: Token) -> str | None:
        """'the singer' is the only person whom the paragraph up to there, or the last sentence above, names."""
        if head.left_edge.lower_ != "the" or any(c.i > head.i or c.dep_ in ("poss", "nummod") for c in head.children):
            return None
        start, end = paragraph.start_char, paragraph.char_of(head.left_edge)
        for first, last in ((start, end), self._extent_above()):
            inside = self.actors.mentions_within(first, last)
            people = {m.chain_id for m in inside if self.actors.chains[m.chain_id].actor_type == "person"}
            if people:
                only = people.pop() if len(people) == 1 else None
                is_other = only is not None and head.lower_ in OFFICES and self._has_other_title(only, head.lower_)
                return None if is_other else only
        return None

    def _has_other_title(self, chain: str, word: str) -> bool:
        """Does the article give somebody titles, and none that a word may stand for?"""
        held = {r.title_key.split()[-1] for r in self.actors.roles if r.chain_id == chain and r.title_key}
        return bool(held) and not held & {word, *titles_for(word)}

    def _extent_above(self) -> tuple[int, int]:
        """Where the last sentence of the paragraph above stands."""
        above = self.article.narrative[self.number - 1] if self.number > 0 else None
        return (
            (0, 0)
            if above is None or not len(above.doc)
            else above.chars_of(sentence_of(above.doc[len(above.doc) - 1]))
        )

    def _are_unnamed(self, paragraph: Paragraph, they: Token) -> bool:
        """'Three residents hid. They told …': the people who are the subject before, and no body that is named."""
        sentence = sentence_of(they)
        doc = paragraph.doc
        if sentence.start == 0:
            if self.number <= 0:
                return False
            doc = self.article.narrative[self.number - 1].doc
            if not len(doc):
                return False
        before = sentence_of(doc[sentence.start - 1 if doc is paragraph.doc else len(doc) - 1])
        subject = subject_of(before.root)
        return subject is not None and subject.tag_ == "NNS" and "person" in noun_kinds(subject.lower_)

    def _aged(self, words: str) -> str | None:
        """'the 43-year-old' is the one person whose age the article gives so: 'Ann Lee, 43,'."""
        age = AGED.search(words)
        if age is None:
            return None
        given = re.compile(rf", (?:aged )?{age.group(1)}\b")
        people = {
            m.chain_id
            for m in self.actors.mentions
            if self.actors.chains[m.chain_id].actor_type == "person" and given.match(self.article.text, m.end_char)
        }
        return people.pop() if len(people) == 1 else None

    def _bearers_of(self, title: str) -> list[tuple[int, str]]:
        """The persons to whom the article gives a title, and where: before the name, or as a role."""
        if title not in self._bearers:
            people = {key for key, chain in self.actors.chains.items() if chain.actor_type == "person"}
            before = re.compile(rf"\b{re.escape(title)}\s+(?=\S)", re.IGNORECASE)
            office = re.compile(rf"\b{re.escape(title)} (?:of|for) [^,.;:\n]{{2,60}}{APPOSED}", re.IGNORECASE)
            self._bearers[title] = [
                (m.start_char, m.chain_id)
                for m in self.actors.mentions
                if m.mention_kind == "name"
                and m.chain_id in people
                and (
                    before.search(self.article.text, max(0, m.start_char - len(title) - 2), m.end_char)
                    or office.search(self.article.text[max(0, m.start_char - LONGEST_OFFICE) : m.start_char])
                )
            ] + [
                (role.start_char, role.chain_id)
                for role in self.actors.roles
                if role.title_key.split()[-1:] == [title] and role.chain_id in people
            ]
        return self._bearers[title]

    def _is_somebody_else(self, speaker: Speaker, char: int) -> bool:
        """'His wife said …. She told reporters …': the pronoun is hers, whose chain is not known."""
        if self.unnamed is None or speaker.chain_id is None or self.number - self.unnamed[0] > 1:
            return False
        between = self.actors.mentions_within(self.unnamed[1], char)
        return all(m.chain_id != speaker.chain_id or m.mention_kind == "pronoun" for m in between)

    def _goes_on(self, speaker: Speaker, char: int) -> str | None:
        """'The coroner said …. She said': the one who spoke last, unless who the pronoun seems to be is named since."""
        told = speaker.chain_id
        if told is None or not self.spoke:
            return told
        at, number, last = self.spoke[-1]
        if last == told or self.number - number > 1 or self.actors.chains[last].actor_type != "person":
            return told
        since = self.actors.mentions_within(at, char)
        first, end = self._told or (at, at)  # whom only the speaker's words name does not begin to speak
        since = [m for m in since if not first <= m.start_char < end]
        named = [m for m in since if m.mention_kind != "pronoun" and m.chain_id == told]
        same = self._pronouns.get(last, set())
        word = self.article.text[speaker.start_char : speaker.end_char].lower()
        he, she = {"he", "him", "his"}, {"she", "her", "hers"}
        fits = not same or bool(same & (he if word in he else she))
        return last if not named and fits else told

    def _open_chain(
        self, paragraph: Paragraph, speaker: Speaker, cue: Token, said: tuple[int, int] | None
    ) -> str | None:
        wanted = {"he": ("person",), "it": BODIES}.get(speaker.open_kind, STATES)
        if speaker.open_kind == "document":
            main = subject_of(sentence_of(cue).root)
            inside = [] if said is None else self.actors.mentions_within(*said)
            beside = (
                [] if main is None else [m for m in [self.actors.mention_of_token(paragraph, main)] if m is not None]
            )
            beside += [] if main is None else self.actors.mentions_within(*phrase_of(paragraph, main, cue))
            for mention in [*beside, *inside]:
                if self.actors.chain_of(mention).actor_type in wanted:
                    return mention.chain_id
        before = [
            chain
            for char, number, chain in self.spoke[-6:]
            if char < paragraph.char_of(cue) and self.number - number <= 2
        ]
        if speaker.open_kind != "he":  # a person may be spoken of again after others; a body is the one that spoke last
            before = before[-1:]
        return next((chain for chain in reversed(before) if self.actors.chains[chain].actor_type in wanted), None)

    def chain_at(self, paragraph: Paragraph, token: Token | None) -> str | None:
        """The actor that a token stands for."""
        mention = None if token is None else self.actors.mention_of_token(paragraph, token)
        return None if mention is None else mention.chain_id

    def said_when(self, paragraph: Paragraph, cue: Token, speaker: Speaker | None, start: int, end: int) -> str | None:
        """The expression that dates the saying: governed by the cue, or in the speaker's phrase ('a March report')."""
        first, last = paragraph.chars_of(sentence_of(cue))
        for time in self.times.within(first, last):
            if time.time_kind not in DATING_KINDS or (time.start_char >= start and time.end_char <= end):
                continue
            if speaker is not None and speaker.start_char <= time.start_char and time.end_char <= speaker.end_char:
                return time.time_expression_id
            if (
                speaker is not None
                and self.article.text[time.end_char : speaker.start_char].strip() == ","
                and time.end_char < speaker.start_char
            ):
                return time.time_expression_id
            tokens = paragraph.tokens_within(time.start_char, time.end_char)
            if tokens and _governor(tokens) == cue:
                return time.time_expression_id
        return None


def _governor(tokens: list[Token]) -> Token | None:
    """The verb that a time expression hangs on."""
    inside = {t.i for t in tokens}
    at = next((t for t in tokens if t.head.i not in inside), tokens[0])
    while at.head != at:
        at = at.head
        if at.dep_ == "acl" and at.tag_ == "VBN" and "document" in noun_kinds(at.head.lower_):
            continue  # 'in a report released in May, it said'
        if at.pos_ in ("VERB", "AUX") and at.i not in inside:
            return at
    return None
