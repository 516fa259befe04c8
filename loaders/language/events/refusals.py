"""What somebody says that he will not do is refused by saying so."""

from __future__ import annotations

from dataclasses import replace

from dossier.language.events.grammar import agents_of
from dossier.language.events.lexicon import Trigger, word_list
from dossier.language.events.matching import Candidate

SPEAKING = word_list("verb of saying no")
REFUSAL = Trigger(
    "verb|would not", (), "verb", (), (), "", "", "reject", "reject", "speak", "official", frozenset({"to"})
)
REFUSED = frozenset({"aid", "support", "consult", "agree", "cooperate", "yield"})


def spoken_refusal(candidate: Candidate) -> Candidate | None:
    """'The minister said his country would not provide …': what is said to be withheld is refused."""
    verb = candidate.head
    if candidate.trigger.event_type not in REFUSED or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SPEAKING:
        return None
    children = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    if not children & {"not", "n't", "n’t", "never"} or not children & {"will", "would", "wo"}:
        return None
    speakers = tuple(agents_of(verb.head))
    return replace(candidate, trigger=REFUSAL, announced_by=verb.head, agents=speakers) if speakers else None
