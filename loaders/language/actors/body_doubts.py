"""What looks like the name of a body and is none: a kind of body, a house called a court."""

from __future__ import annotations

import re

from dossier.language.actors.lexicon import given_names, titles
from dossier.language.actors.view import View

KINDS = frozenset("organization organisation entity agency institution company corporation group".split())
CONTESTS = frozenset(("champions", "europa", "nations", "conference", "europa conference", "uefa champions"))
# What stands before 'Court' in the name of one.
COURTS = frozenset(
    """high supreme crown county district magistrates magistrate's sheriff federal circuit appeals appeal appellate
    criminal civil family juvenile youth constitutional administrative commercial sessions municipal city regional
    superior state international tax labour labor land bankruptcy probate military provincial local general trial
    cassation audit human rights arbitration hague royal justice divisional coroner's coroners chancery""".split()
)
SURNAMES = frozenset(("steel", "power", "post", "bank", "church"))  # nouns of bodies that are surnames too


def is_somebody(noun: str, own: str) -> bool:
    """'Danielle Steel', 'Judge Ann Power': a first name before a noun that is a surname too; no place's ('Georgia')."""
    first = own.split()[-1:]
    if noun not in SURNAMES or not first or first[0] not in given_names():
        return False
    titled = len(own.split()) == 2 and own.split()[0].lower() in titles()
    return len(own.split()) == 1 or titled


def is_contest(noun: str, own: str) -> bool:
    """'the Champions League': what clubs play in and not a body that plays."""
    return noun == "league" and own.strip().lower() in CONTESTS


def is_kind(view: View, noun: str, start: int) -> bool:
    """'designated as a Foreign Terrorist Organization': a kind of body, none by itself."""
    return noun in KINDS and re.search(r"\b[Aa]n? $", view.text[max(start - 3, 0) : start]) is not None


def is_address(view: View, noun: str, start: int, noun_start: int, end: int) -> bool:
    """'at Maltby Court', 'to Elm Court in Leeds': a street or house, where no word of the law stands before 'Court'."""
    if noun != "court" or start == noun_start or end != noun_start + len(noun):
        return False
    plain = [t for t in view.tokens_in(start, noun_start) if t.is_alpha]
    if not plain or any(t.lower_ in COURTS or view.hit_at(["country", "region"], t.idx) is not None for t in plain):
        return False
    return (
        re.search(r"\b(?:at|to|in|into|of|near|outside|from|on) (?:the )?$", view.text[max(start - 12, 0) : start])
        is not None
    )
