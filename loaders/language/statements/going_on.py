"""What goes on from one statement to the next: sentences that spell out, and quotations without a cue of their own."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article, Paragraph
from dossier.language.statements.drafts import Draft
from dossier.language.statements.labels import begins_sentence
from dossier.language.statements.quotations import Quotation
from dossier.language.statements.sayers import subject_of

ELABORATION = re.compile(r"(?:This|That|These|Those) (?:include|mean|would|could|might)[a-z]*\b")
FARTHEST = 3  # paragraphs from the last words of the one person whom an article quotes


def elaborations(article: Article, paragraph: Paragraph, reported: Sequence[Draft]) -> list[Draft]:
    """'He said more must be done. This includes …': a sentence that spells out what was just reported."""
    found: list[Draft] = []
    before: Draft | None = None
    for sentence in paragraph.doc.sents:
        start, end = paragraph.chars_of(sentence)
        inside = [d for d in reported if start <= d.start_char and d.end_char <= end]
        if before is not None and not inside and ELABORATION.match(article.text, start, end):
            end = start + len(article.text[start:end].rstrip())
            found.append(
                dataclasses.replace(
                    before, start_char=start, end_char=end, rule="reported-elaboration", is_continued=True
                )
            )
        before = inside[-1] if inside and inside[-1].end_char >= end - 3 else None
    return found


def likely_speaker(above: Sequence[Paragraph], actors: ActorIndex, drafts: Sequence[Draft]) -> Draft | None:
    """A statement of the person whose words a paragraph gives that is a quotation and nothing else.

    ``above`` are the paragraphs right before it, the nearest last. It is the only person who speaks in the nearest,
    or whom its last sentence tells of, who spoke before; or the only one whose words the article has quoted.
    """
    if not above:
        return None
    spoken = [d for d in drafts if _person(d, actors) is not None]
    near = [d for d in spoken if d.start_char >= above[-1].start_char]
    if near:
        return near[-1] if len({_person(d, actors) for d in near}) == 1 else None
    told = _told_of(above[-1], actors) or _lone_in_last(above[-1], actors)
    if told is not None:
        return next((d for d in reversed(spoken) if _person(d, actors) == told), None)
    quoted = [d for d in drafts if d.is_direct and d.rule != "quoted-in-report"]
    people = {_person(d, actors) for d in quoted}
    is_lone = len(people) == 1 and None not in people and quoted[-1].start_char >= above[-FARTHEST:][0].start_char
    others = {m.chain_id for m in actors.mentions_within(above[-1].start_char, above[-1].end_char)}
    named = [c for c in others if actors.chains[c].actor_type == "person" and c not in people]
    return quoted[-1] if is_lone and len(named) != 1 else None


def told_before(
    paragraph: Paragraph, quotation: Quotation, actors: ActorIndex, drafts: Sequence[Draft]
) -> Draft | None:
    """'She ran out. “It was dark.”': a statement of the person whom the sentence before a quotation is about."""
    if not begins_sentence(paragraph, quotation) or quotation.open_char == 0:
        return None
    before = [s for s in paragraph.doc.sents if s.start_char < quotation.open_char and s.text.strip(" \"“'‘")]
    subject = subject_of(before[-1].root) if before else None
    mention = None if subject is None else actors.mention_of_token(paragraph, subject)
    if mention is None:
        return None
    return next((d for d in reversed(drafts) if _person(d, actors) == mention.chain_id), None)


def _person(draft: Draft, actors: ActorIndex) -> str | None:
    chain = None if draft.speaker is None else draft.speaker.chain_id
    return chain if chain is not None and actors.chains[chain].actor_type == "person" else None


def _lone_in_last(paragraph: Paragraph, actors: ActorIndex) -> str | None:
    """The only person whom a paragraph's last sentence names."""
    sentences = list(paragraph.doc.sents)
    inside = actors.mentions_within(*paragraph.chars_of(sentences[-1])) if sentences else []
    people = {m.chain_id for m in inside if actors.chains[m.chain_id].actor_type == "person"}
    return people.pop() if len(people) == 1 else None


def _told_of(paragraph: Paragraph, actors: ActorIndex) -> str | None:
    """The person who is the subject of a paragraph's last sentence."""
    sentences = list(paragraph.doc.sents)
    subject = subject_of(sentences[-1].root) if sentences else None
    mention = None if subject is None else actors.mention_of_token(paragraph, subject)
    if mention is None or actors.chain_of(mention).actor_type != "person":
        return None
    return mention.chain_id
