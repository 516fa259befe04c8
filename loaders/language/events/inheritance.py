"""Participants that a passage leaves to its context: 'the two sides', 'the talks', 'a further 20 were arrested'."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import SpanIndex
from dossier.language.events.roles import OF_STATE, Participant
from dossier.language.rows import StatementRow

MUTUAL = frozenset({"meeting", "agreement", "truce", "working-group", "resume-cooperation", "cooperate", "call"})
AGAINST_OTHER = frozenset("suspend-cooperation tariff-retaliation tariff-imposed tariff-raised tariff-eased".split())
OFFICIAL_ACTS = frozenset({"coerce", "regulate"})
NEAR = 700  # code points back in which the parties of an event are looked for
RECENT = 40  # events back in which the same event is looked for
LEAST_SHARE = 0.15  # of the second of them
LEADING_SHARE = 0.65  # of all mentions of states that two states must have to be the parties of an article


class Passage(Protocol):
    """What has to be known of an event's passage to complete its participants."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def trigger_start_char(self) -> int: ...
    @property
    def event_type(self) -> str: ...
    @property
    def event_subtype(self) -> str: ...
    @property
    def is_definite(self) -> bool: ...
    @property
    def is_agentless(self) -> bool: ...
    @property
    def participants(self) -> tuple[Participant, ...]: ...
    @property
    def rule(self) -> str: ...


@dataclass(frozen=True)
class Told:
    """An event told earlier in the article."""

    end_char: int
    event_type: str
    event_subtype: str
    participants: tuple[Participant, ...]
    rule: str


class Context:
    """States, events and speakers around the passages of one article, taken in text order."""

    def __init__(self, actors: ActorIndex, statements: SpanIndex[StatementRow]) -> None:
        self._actors = actors
        self._statements = statements
        self._countries = {
            c.country_code: c.chain_id
            for c in reversed(actors.chains.values())
            if c.actor_type == "country" and c.country_code
        }
        self._places = sorted(
            (m.start_char, self._countries[code])
            for m in actors.mentions
            if (code := actors.chain_of(m).country_code) in self._countries
        )
        self._leading = self._leading_pair()
        self._told: list[Told] = []

    def complete(self, passage: Passage) -> tuple[Participant, ...]:
        """The participants of a passage with those its context adds; call in text order."""
        found = passage.participants
        if passage.event_subtype in MUTUAL:
            found = self._mutual(passage)
        elif passage.event_subtype in AGAINST_OTHER:
            found = self._against(passage)
        elif (
            passage.event_type in OFFICIAL_ACTS
            and passage.event_subtype != "coerce"
            and passage.is_agentless
            and all(p.role != "agent" for p in found)
        ):
            found = (*self._authority(passage), *found)
        self._told.append(Told(passage.end_char, passage.event_type, passage.event_subtype, found, passage.rule))
        return found

    def _mutual(self, passage: Passage) -> tuple[Participant, ...]:
        parties = [p for p in passage.participants if p.role == "participant"]
        if len(parties) > 1:
            return passage.participants
        if passage.is_definite:
            for earlier in reversed(self._told[-RECENT:]):
                same = [p for p in earlier.participants if p.role in {"participant", "subject"}]
                alike = ("summit" in earlier.rule) == ("summit" in passage.rule)
                if earlier.event_subtype == passage.event_subtype and alike and len(same) > 1:
                    known = {p.chain_id for p in passage.participants}
                    if not parties or known & {p.chain_id for p in same}:
                        added = [Participant(p.chain_id, p.role, "same-event") for p in same if p.chain_id not in known]
                        return (*passage.participants, *added)
        kinds = {self._actors.chains[p.chain_id].actor_type for p in parties}
        if kinds - {"country"}:
            return passage.participants  # a person or a firm has met somebody who is not named
        pair = self._pair(passage)
        known = {p.chain_id for p in parties}
        if not pair or known and not known & set(pair):
            return passage.participants
        return (*passage.participants, *(Participant(c, "participant", "both-sides") for c in pair if c not in known))

    def _against(self, passage: Passage) -> tuple[Participant, ...]:
        agents = {p.chain_id for p in passage.participants if p.role == "agent"}
        pair = self._pair(passage)
        codes = {self._actors.chains[a].country_code for a in agents}
        others = [c for c in pair if self._actors.chains[c].country_code not in codes]
        if not agents or any(p.role == "target" for p in passage.participants) or len(others) != 1:
            return passage.participants
        return (*passage.participants, Participant(others[0], "target", "other-side"))

    def _authority(self, passage: Passage) -> tuple[Participant, ...]:
        """Who tells of an official act without naming its doer, or has done the like in the sentences before."""
        statement = self._statements.covering(passage.trigger_start_char, passage.trigger_start_char + 1)
        speaker = self._actors.chains.get(statement.speaker_chain_id or "") if statement is not None else None
        if speaker is not None and speaker.actor_type in OF_STATE:
            return (Participant(speaker.chain_id, "agent", "speaker"),)
        for earlier in reversed(self._told[-RECENT:]):
            if passage.start_char - earlier.end_char > NEAR / 2:
                break
            doers = [
                p
                for p in earlier.participants
                if p.role == "agent" and self._actors.chains[p.chain_id].actor_type in OF_STATE
            ]
            judged = "sentencing" in {earlier.event_subtype, passage.event_subtype}  # courts do not arrest
            if judged and earlier.event_subtype != passage.event_subtype:
                continue
            if earlier.event_type == passage.event_type and doers:
                return tuple(Participant(p.chain_id, "agent", "same-authority") for p in doers)
        return ()

    def _pair(self, passage: Passage) -> Sequence[str]:
        """The two states that an event without named sides is between: those just named, else the article's two."""
        inside = self._named(passage.start_char, passage.end_char)
        if len(inside) == 2:
            return inside
        near = self._named(passage.start_char - NEAR, passage.end_char)
        if self._leading and (not near or set(near) & set(self._leading)):
            return self._leading
        return near if len(near) == 2 else ()

    def _named(self, start_char: int, end_char: int) -> list[str]:
        first, last = bisect_left(self._places, (start_char, "")), bisect_left(self._places, (end_char, ""))
        return list(dict.fromkeys(chain for _, chain in self._places[first:last]))

    def _leading_pair(self) -> Sequence[str]:
        counts = Counter(chain for _, chain in self._places)
        first = {chain: at for at, chain in reversed(self._places)}
        ranked = sorted(counts, key=lambda c: (-counts[c], first[c]))[:2]
        total = sum(counts.values())
        if len(ranked) < 2 or counts[ranked[1]] < LEAST_SHARE * total:
            return ()
        return ranked if sum(counts[c] for c in ranked) >= LEADING_SHARE * total else ()
