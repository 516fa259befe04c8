"""Demands that are spoken rather than reported: 'Country B must lift the ban', said by an official."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Paragraph, SpanIndex
from dossier.language.events.circumstances import Circumstances
from dossier.language.events.grammar import clause_tokens, is_verb
from dossier.language.events.lexicon import load_offices
from dossier.language.events.roles import OF_STATE, Participant, RoleFinder
from dossier.language.rows import StatementRow, TimeExpressionRow

OBLIGING = frozenset({"should", "must", "ought"})


@dataclass(frozen=True)
class SpokenDemand:
    """A clause in which a speaker tells another side what it has to do."""

    start_char: int
    end_char: int
    trigger_start_char: int
    trigger_end_char: int
    time: TimeExpressionRow | None
    time_relation: str | None
    participants: tuple[Participant, ...]
    rule: str


def read_spoken_demands(
    paragraph: Paragraph,
    circumstances: Circumstances,
    actors: ActorIndex,
    roles: RoleFinder,
    statements: SpanIndex[StatementRow],
) -> Iterator[SpokenDemand]:
    """One demand a statement at most: by an official, on another state or its officials."""
    for statement in statements.overlapping(paragraph.start_char, paragraph.end_char):
        speaker = actors.chains.get(statement.speaker_chain_id or "")
        if speaker is None or not _speaks_for_state(statement, speaker.actor_type, actors):
            continue
        body = actors.chains.get(speaker.affiliation_chain_id or "")
        own = {speaker.country_code, None if body is None else body.country_code} - {None}
        if not own:
            continue  # whose side the speaker is on is not known
        for verb in paragraph.tokens_within(statement.start_char, statement.end_char):
            target = _obliged(verb, paragraph, actors)
            if target is None or actors.chains[target].country_code in own or target == speaker.chain_id:
                continue
            modal = next(c for c in verb.children if c.dep_ == "aux" and c.lower_ in OBLIGING)
            condition = {t for c in verb.lefts if c.dep_ == "advcl" for t in c.subtree}
            span = circumstances.span_of([t for t in clause_tokens(verb) if t not in condition], verb)
            if span is None or verb.i - modal.i > 4 or verb.i < modal.i:
                continue
            said = circumstances.time_by_id(statement.time_expression_id)
            agents = [speaker.chain_id] + (
                [body.chain_id] if body is not None and body.actor_type == "government-body" else []
            )
            yield SpokenDemand(
                start_char=span[0],
                end_char=span[1],
                trigger_start_char=paragraph.char_of(modal),
                trigger_end_char=paragraph.end_of(verb),
                time=said,
                time_relation=None if said is None else "on",
                participants=(
                    *(Participant(a, "agent", "speaker") for a in agents),
                    Participant(target, "target", "obliged"),
                ),
                rule="spoken-demand",
            )
            break


def _speaks_for_state(statement: StatementRow, actor_type: str, actors: ActorIndex) -> bool:
    if actor_type in OF_STATE:
        return True
    words = (statement.speaker_as_written or "").lower().replace(",", " ").split()
    if any(word in load_offices() for word in words):
        return True
    chain = actors.chains[statement.speaker_chain_id or ""]
    body = actors.chains.get(chain.affiliation_chain_id or "")
    return body is not None and body.actor_type in OF_STATE


def _obliged(verb: Token, paragraph: Paragraph, actors: ActorIndex) -> str | None:
    """The chain of the state that 'should' or 'must' do what the verb says."""
    if not is_verb(verb) or not any(c.dep_ == "aux" and c.lower_ in OBLIGING for c in verb.children):
        return None
    for child in verb.children:
        if child.dep_ == "nsubj":
            mention = actors.mention_of_token(paragraph, child)
            if mention is not None and actors.chain_of(mention).actor_type in OF_STATE:
                return mention.chain_id
    return None
