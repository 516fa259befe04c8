"""Finding the actor that words or a token stand for, once an article's actors are read."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.analysis import Paragraph, SpanIndex
from dossier.language.rows import ActorChainRow, ActorMentionRow, ActorRoleRow


@dataclass(frozen=True)
class ActorReading:
    """All actors of one article."""

    chains: list[ActorChainRow]
    mentions: list[ActorMentionRow]
    roles: list[ActorRoleRow]


class ActorIndex:
    """Mentions and chains of an article, looked up by place."""

    def __init__(self, reading: ActorReading) -> None:
        self.mentions: SpanIndex[ActorMentionRow] = SpanIndex(reading.mentions)
        self.chains: dict[str, ActorChainRow] = {chain.chain_id: chain for chain in reading.chains}
        self.roles: list[ActorRoleRow] = reading.roles

    def chain_of(self, mention: ActorMentionRow) -> ActorChainRow:
        """The chain a mention belongs to."""
        return self.chains[mention.chain_id]

    def mention_of_token(self, paragraph: Paragraph, token: Token) -> ActorMentionRow | None:
        """The shortest mention that covers a token."""
        return self.mentions.covering(paragraph.char_of(token), paragraph.end_of(token))

    def mentions_within(self, start_char: int, end_char: int) -> list[ActorMentionRow]:
        """Mentions that lie wholly inside a stretch, in text order."""
        return self.mentions.within(start_char, end_char)
