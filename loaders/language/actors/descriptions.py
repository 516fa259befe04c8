"""Words that may refer back to an actor: descriptions ('the ministry', 'the 54-year-old'), and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from dossier.language.actors.antecedents import TRADES, apposed
from dossier.language.actors.countries import ORGANISED
from dossier.language.actors.lexicon import description_nouns
from dossier.language.actors.references import OFFICE_PHRASES, OWNED, RUN_BY, TITLE_NOUNS, nationality
from dossier.language.actors.registered import is_office
from dossier.language.actors.view import Identity, View

YEAR_OLD = re.compile(
    r"\b[Tt]he (?:then )?\d{1,2}-year-old(?: (?:[a-z-]+ )?(?:man|woman|boy|girl|teenager|student|driver|striker|"
    r"midfielder|defender|winger|forward|goalkeeper|singer|actor|actress|politician|star|player|defendant|suspect))?\b"
)
AGE_BEHIND = re.compile(r"(?:,? aged|,| \() ?(\d{1,2})(?=[,).]| (?:and|from|of|was|were)\b)")
AGE_BEFORE = re.compile(r"\b(\d{1,2})-year-old (?:[a-z-]+ ){0,3}$")


def ages(views: Sequence[View]) -> dict[str, Identity]:
    """People by the age that is printed beside their name, where only one is of it."""
    found: dict[str, set[Identity]] = {}
    for view in views:
        for each in view.found:
            if each.identity.actor_type != "person" or each.kind != "name":
                continue
            behind = AGE_BEHIND.match(view.text, each.end)
            before = AGE_BEFORE.search(view.text[max(each.start - 50, 0) : each.start])
            for match in (behind, before):
                if match is not None:
                    found.setdefault(match.group(1), set()).add(each.identity)
    return {age: next(iter(people)) for age, people in sorted(found.items()) if len(people) == 1}


def seat_of(view: View, start: int, end: int) -> str | None:
    """The country of the place that a description names: 'the Tarn-based company'."""
    if "-based " not in view.text[start:end]:
        return None
    hit = view.hit_at(["country", "region"], start)
    return None if hit is None or hit.entry.is_ambiguous else hit.entry.key


def subject_ahead(view: View, token: Token) -> Identity | None:
    """The person whom the owner in a sentence's opening phrase means: 'In his ruling, Judge Hale said …'."""
    first = view.tokens[token.sent.start]
    if token.dep_ != "poss" or first.dep_ != "prep" or token.i - first.i > 2 or not first.is_sent_start:
        return None
    root = first.head
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i), None)
    found = None if subject is None else view.found_over(subject.idx, subject.idx + len(subject))
    is_person = found is not None and found.kind == "name" and found.identity.actor_type == "person"
    return found.identity if found is not None and is_person else None


def description_at(view: View, token: Token) -> tuple[int, int, str] | None:
    """'the ministry', 'the tech giant', 'the president', 'its officials'."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    noun = token.lower_
    start = token.i - 1
    if (
        start >= 0
        and view.tokens[start].dep_ == "compound"
        and view.tokens[start].pos_ in ("NOUN", "PROPN", "ADJ")
        and view.tokens[start].text[0].islower() == token.text[0].islower()
    ):
        phrase = f"{view.tokens[start].lower_} {noun}"
        noun = phrase if phrase in description_nouns() or OFFICE_PHRASES.search(phrase) else noun
        start -= 1
    if start > 0 and noun.endswith(("agency", "watchdog")):  # 'the UN health agency', 'the United Nations agency'
        start -= 1 if view.tokens[start].text in ("UN", "U.N.") else 2 * (view.tokens[start].text == "Nations")
    run = RUN_BY.search(view.text, max(0, view.tokens[start].idx - 40), view.tokens[start + 1].idx)
    if run is not None:  # 'the rebel-run ministry'
        start = view.token_at(run.start()).i
    start -= nationality(view, start, noun)[1]
    if start < 0:
        return None
    determiner = view.tokens[start]
    if determiner.lower_ in ("its", "their") and noun in OWNED:
        return determiner.idx, token.idx + len(token), "its"
    if determiner.lower_ != "the" or is_office(view, token.idx):
        return None  # 'the Secretary of the Treasury'
    if token.i + 1 < len(view.tokens) and view.tokens[token.i + 1].text in ("of", "-"):
        return None
    if token.dep_ == "compound" or (
        token.i + 1 < len(view.tokens) and view.tokens[token.i + 1].text[0].isupper() and token.whitespace_
    ):
        return None
    last = noun.split()[-1]
    governed = start > 0 and view.tokens[start - 1].pos_ == "ADP"  # 'the maker of the drug, X,'
    is_apposed = not governed and apposed(view, token.idx + len(token)) is not None
    if noun in description_nouns() or noun in ORGANISED or noun in TRADES or is_apposed:
        return determiner.idx, token.idx + len(token), "description"
    if last in TITLE_NOUNS:
        return determiner.idx, token.idx + len(token), "title"
    return None
