"""Which sums stand in one list, and whom a number of people only concerns."""

from __future__ import annotations

import re

from dossier.language.analysis import text_of
from dossier.language.quantities.candidate import Candidate

LONGEST_ITEM = 220  # characters between two sums of a list
HIT = {"people": "sanctioned-people", "companies": "sanctioned-companies"}
LISTED = re.compile(
    r"[^.:]{2,200}?(?:,|;|,? and|; and)\s(?:and )?(?:another |an additional |a further |nearly |about )?"
)
NEEDS_OF = re.compile(r"\b(?:needs?|wants|problems) of (?:the |these |those |its |our )?$")


def is_listed_with(left: Candidate, right: Candidate, between: str) -> bool:
    """Do two sums of one currency stand in a list: '$40m for roads, $12m for schools'?"""
    is_money = left.family == right.family == "money" and left.unit == right.unit
    return is_money and len(between) <= LONGEST_ITEM and LISTED.fullmatch(between) is not None


def is_of_needy(cue: str, candidate: Candidate) -> bool:
    """'invited millions into the country', 'to attend to the needs of 1.8m people': they take part in nothing."""
    text = text_of(candidate.near.doc)
    if cue == "invite":
        return text.startswith(" into", candidate.end)
    return cue == "attend" and NEEDS_OF.search(text[max(0, candidate.start - 24) : candidate.start]) is not None
