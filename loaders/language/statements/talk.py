"""Talk: what the speaker of a turn says, and what he plainly reports that somebody else said."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph, text_of
from dossier.language.statements.attribution import word_count
from dossier.language.statements.cues import cues_of
from dossier.language.statements.drafts import Draft, innermost, is_quoted, keep_distinct, says_itself, with_marks
from dossier.language.statements.labels import headline_speaker, interviewee, label_speaker
from dossier.language.statements.lookups import quoted_tokens
from dossier.language.statements.quotations import find_quotations
from dossier.language.statements.reported import Reported, find_reported
from dossier.language.statements.sayers import WRITERS
from dossier.language.statements.speakers import Speaker
from dossier.language.turns import ANSWERERS, Turn, find_turns

SHORTEST_TURN = 5  # words; shorter ones are courtesies and asides
SHORTEST_WORDS = 3  # of a quotation inside a turn
ANYBODY = frozenset(
    {
        *WRITERS,
        "it",
        "they",
        "people",
        "everyone",
        "everybody",
        "some",
        "q",
        "a",
        "that",
        "this",
        "there",
        "those",
        "one",
    }
)
ASIDE_FIRST = re.compile(r"[(\[][^)\]\n]{2,60}[)\]]")
ASIDE_LAST = re.compile(r"[(\[][^()\[\]\n]{2,60}[)\]]$")


class Talk:
    """The turns of one article with their speakers."""

    def __init__(self, article: Article, actors: ActorIndex) -> None:
        self._article, self._actors = article, actors
        self._known: dict[str, Speaker] = {}  # by the words of their label
        turns = find_turns(article)
        first = min((n for n, turn in turns.items() if turn.label is None), default=None)
        self._unlabelled: Speaker | None = None  # who speaks where no label tells, or 'A'
        letters = [n for n, t in turns.items() if t.label is not None and article.words(*t.label).lower() in ANSWERERS]
        if letters:
            self._unlabelled = interviewee(article, actors, article.narrative[min(turns)])
        elif first is not None and turns[first].voice == "answer":
            self._unlabelled = interviewee(article, actors, article.narrative[first])
        elif first is not None:
            self._unlabelled = headline_speaker(article, actors)
        self._turns = turns if first is None or self._unlabelled is not None else {}

    def _without_guess(self, turn: Turn, draft: Draft) -> Draft:
        """In talk a 'he' is known only where the same paragraph names him."""
        speaker = draft.speaker
        if speaker is None or not speaker.is_pronoun or speaker.chain_id is None:
            return draft
        near = self._actors.mentions_within(turn.start_char, speaker.start_char)
        if any(m.chain_id == speaker.chain_id and m.mention_kind != "pronoun" for m in near):
            return draft
        return dataclasses.replace(draft, speaker=dataclasses.replace(speaker, chain_id=None))

    def _labelled(self, label: tuple[int, int]) -> Speaker:
        words = self._article.words(*label)
        if words not in self._known:
            self._known[words] = label_speaker(self._article, self._actors, *label)
        known = self._known[words]
        return dataclasses.replace(known, start_char=label[0], end_char=label[0] + known.end_char - known.start_char)

    def turn_at(self, number: int) -> Turn | None:
        """The turn that a paragraph belongs to, by its index in the article's narrative."""
        return self._turns.get(number)

    def read_turn(
        self, paragraph: Paragraph, turn: Turn, reported_draft: Callable[[Paragraph, Reported], Draft]
    ) -> list[Draft]:
        """What is said in a turn; nobody is credited with a question from the audience or the press."""
        text = self._article.text
        speaker = self._unlabelled
        if turn.label is not None and text[slice(*turn.label)].lower() not in ANSWERERS:
            speaker = self._labelled(turn.label)
        start, end = _spoken(text, turn.start_char, turn.end_char)
        drafts: list[Draft] = []
        if not turn.is_question and word_count(text[start:end]) >= SHORTEST_TURN:
            drafts.append(Draft(start, end, True, speaker, None, None, None, "turn"))
        if paragraph.block.kind == "transcript":
            return drafts
        quotations = find_quotations(text_of(paragraph.doc))
        told = [
            with_marks(paragraph, draft, quotations)
            for found in find_reported(paragraph, quoted_tokens(paragraph, quotations))
            if found.start_char >= turn.start_char and _is_retold(found)
            for draft in [self._without_guess(turn, reported_draft(paragraph, found))]
            if found.rule == "clause" or (draft.speaker is not None and draft.speaker.chain_id is not None)
        ]
        own = None if speaker is None else speaker.chain_id
        told = keep_distinct(
            [
                d
                for d in told
                if d.speaker is not None
                and d.speaker.start_char >= turn.start_char
                and not says_itself(d)
                and word_count(text[d.start_char : d.end_char]) >= SHORTEST_TURN - 1
                and (own is None or d.speaker.chain_id != own)
            ]
        )
        quoted: list[Draft] = []
        for quotation in quotations:
            first, last = paragraph.start_char + quotation.start_char, paragraph.start_char + quotation.end_char
            holder = innermost(told, first, last)
            if holder is not None and word_count(text[first:last]) >= SHORTEST_WORDS:
                quoted.append(
                    dataclasses.replace(
                        holder, start_char=first, end_char=last, is_direct=True, rule="quoted-in-report"
                    )
                )
        return drafts + [d for d in told if not is_quoted(text, d, quoted)] + quoted


def _is_retold(found: Reported) -> bool:
    """'The mayor said …', but neither 'I think' nor 'they say': in speech those tell nothing of others."""
    subject = found.subject
    if subject is None or subject.lower_ in ANYBODY:
        return False
    if found.rule != "clause":
        return subject.pos_ in ("NOUN", "PROPN")
    return all(cue.subject_test == "speech" for cue in cues_of(found.cue.lemma_.lower(), "clause"))


def _spoken(text: str, start: int, end: int) -> tuple[int, int]:
    """A turn without stage directions, marks and white space at its ends."""
    moved = True
    while moved:
        moved = False
        while start < end and (text[start].isspace() or text[start] in "*_>"):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in "*_"):
            end -= 1
        opening, closing = ASIDE_FIRST.match(text, start, end), ASIDE_LAST.search(text, max(start, end - 120), end)
        if opening is not None:
            start, moved = opening.end(), True
        if closing is not None and closing.start() > start:
            end, moved = closing.start(), True
    return start, end
