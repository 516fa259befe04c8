"""Organisations and companies without a telling noun, by the tagger; and short forms of those named in full."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span

from dossier.language.actors.lexicon import description_nouns, word_list
from dossier.language.actors.names import body_words
from dossier.language.actors.person_names import CALENDAR, STOP_FIRST
from dossier.language.actors.view import Found, Identity, View

# Last words of names that tell a law, a work, an event or a thing, never somebody who acts.
THINGS = word_list("no organisation at the end")
COMPANY_ENDING = re.compile(r"(?:banco|bank|corp|tech|soft|pharma|motors|airways|airlines)$")
NAME = r"[A-Z][\w&'-]*[\w](?: [A-Z][\w&'-]*[\w]){0,3}"
ACRONYM_NOISE = word_list("no acronym of an actor")
LAST = re.compile(r"[\w'&.-]+$")


def find_organisations(views: Sequence[View], acronyms: Mapping[str, str]) -> None:
    """Add what the tagger calls organisations and nothing else has claimed."""
    printed_lower = {t.text for v in views for t in v.tokens if t.text.islower() and len(t.text) > 2}
    running = "\n".join(v.text for v in views if not v.is_headline)
    for view in views:
        for entity in view.paragraph.doc.ents:
            if entity.label_ == "ORG" and not view.is_shouted:
                span = _clean(view, entity)
                if (
                    span is not None
                    and view.is_free(*span)
                    and _is_plausible(view, span[0], span[1], printed_lower, running)
                ):
                    words = view.text[span[0] : span[1]]
                    if view.is_headline and words not in running:
                        continue
                    if acronyms.get(words, words).split()[-1].lower() in THINGS:
                        continue
                    view.add(Found(span[0], span[1], "name", organisation_identity(words), "tagged"))
        _find_apposed(view)
    _propagate(views)


@functools.cache
def _apposition_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names before and after a noun for companies."""
    companies = [n for n, kinds in description_nouns().items() if "company" in kinds and n != "maker"]
    nouns = "|".join(sorted((re.escape(n) for n in companies), key=lambda n: (-len(n), n)))
    return (
        re.compile(rf"\b({NAME}), (?:an?|the|one of the|\w+'s) [^,.;:]{{0,60}}?\b(?:{nouns})\b"),
        re.compile(rf"\b(?:{nouns}) ({NAME})\b"),
    )


def _is_unclaimed(view: View, char: int) -> bool:
    """Is a word a proper noun that no lexicon has?"""
    layers = ("country", "region", "title", "body")
    return view.token_at(char).pos_ == "PROPN" and all(view.hit_at([layer], char) is None for layer in layers)


def _find_apposed(view: View) -> None:
    """Add companies told by what is said beside them: 'Safeline, a security firm', 'the carmaker Volta'."""
    for pattern in _apposition_patterns():
        for match in pattern.finditer(view.text):
            start, end = match.span(1)
            found = view.found_over(start, end)
            if found is not None and found.rule == "tagged" and found.identity.actor_type == "organization":
                found.identity = replace(found.identity, actor_type="company")
            elif found is None and _is_unclaimed(view, start) and match.group(1).lower() not in CALENDAR:
                view.add(Found(start, end, "name", organisation_identity(match.group(1), "company"), "apposition"))


def organisation_identity(words: str, actor_type: str = "organization") -> Identity:
    """Identity of an organisation by its name alone."""
    key = " ".join(body_words(words))
    if actor_type == "organization" and COMPANY_ENDING.search(key):
        actor_type = "company"
    return Identity(f"body:{key}", words, key, actor_type, None)


def _clean(view: View, entity: Span) -> tuple[int, int] | None:
    tokens = list(entity)
    while tokens and (tokens[0].text.lower() in ("the", "a", "an") or not tokens[0].text[0].isalnum()):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in ("'s", "\u2019s", "'", "\u2019") or not tokens[-1].text[-1].isalnum()):
        tokens = tokens[:-1]
    if not tokens:
        return None
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _is_plausible(view: View, start: int, end: int, printed_lower: set[str], running: str) -> bool:
    words = view.text[start:end].split()
    last = words[-1].lower()
    if last in THINGS or last.rstrip("s") in THINGS or any(w.lower() in CALENDAR for w in words) or len(words) > 8:
        return False
    if not all(
        w[0].isupper()
        or w[0].isdigit()
        or w in ("of", "and", "&", "for", "the", "in", "on", "de", "la", "du", "des", "y", "e")
        for w in words
    ):
        return False
    if (
        re.search(r"\d(?!\w*ers\b)", view.text[start:end])
        and not re.fullmatch(r"(?:[A-Z]\w+ )*\d\d?ers", view.text[start:end])
        or words[0].lower() in STOP_FIRST
        or "/" in view.text[start:end]
        or "*" in view.text[start:end]
    ):
        return False
    place = next(
        (h for h in (view.hit_at([layer], start) for layer in ("country", "region", "title")) if h is not None), None
    )
    if place is not None and (place.end >= end or (place.entry.layer == "country" and len(words) > 3)):
        return False
    if re.search(r"\b(?:our|this|that|an?|my|your|every|each|any|no) $", view.text[max(start - 6, 0) : start]):
        return False
    if view.hit_at(["title", "people", "act"], end - 1) is not None:
        return False
    tokens = [t for t in view.tokens if start <= t.idx < end]
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("compound", "amod", "nmod") for t in tokens) or not (
        words[-1][0].isupper() or words[-1][0].isdigit()
    ):
        return False
    if len(words) == 1:
        word = words[0]
        if word.isupper() and re.search(r"\d $", view.text[max(start - 2, 0) : start]):
            return False
        if (
            word in ACRONYM_NOISE
            or word.lower() in printed_lower
            or len(word) < 2
            or view.hit_at(["body", "act"], start) is not None
        ):
            return False
        token = view.token_at(start)
        if not word.isupper() and token.is_sent_start and token.pos_ != "PROPN":
            return False
        if token.pos_ != "PROPN":
            return False
        if (
            sum(c.isupper() for c in word) >= 2
            or running.count(word) > 1
            or token.dep_ in ("nsubj", "nsubjpass", "poss")
        ):
            return True
        return token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "from", "at", "for", "to")
    return not all(w.lower() in printed_lower for w in words)


def _propagate(views: Sequence[View]) -> None:
    """Tie acronyms, first words and names without their suffix to organisations named in full."""
    known: dict[str, tuple[Identity, tuple[int, int]]] = {}
    fuller: dict[str, set[Identity]] = {}
    for view in views:
        for found in sorted(view.found, key=lambda f: f.start):
            identity = found.identity
            if identity.actor_type not in ("organization", "company", "government-body") or found.kind != "name":
                continue
            position = (view.number, found.start)
            words = view.text[found.start : found.end].split()
            for acronym in _acronyms(view, found, words):
                known.setdefault(acronym, (identity, position))
            if len(words) >= 2:
                first = words[0]
                if (
                    first[0].isupper()
                    and len(first) > 3
                    and view.hit_at(["country", "region", "title", "body"], found.start) is None
                ):
                    fuller.setdefault(first, set()).add(identity)
                    if identity.actor_type == "company":
                        known.setdefault(first, (identity, position))
    for view in views:
        for found in view.found:
            words_printed = view.text[found.start : found.end]
            if found.rule == "tagged" and " " not in words_printed:
                choices = fuller.get(words_printed, set())
                if words_printed in known:
                    found.identity = known[words_printed][0]
                elif len(choices) == 1:
                    found.identity = next(iter(choices))
    if not known:
        return
    pattern = re.compile(
        r"(?<![\w-])("
        + "|".join(re.escape(s) for s in sorted(known, key=lambda s: (-len(s), s)))
        + r")(?![\w]|-[A-Za-z])"
    )
    for view in views:
        for match in pattern.finditer(view.text):
            identity, position = known[match.group(1)]
            if (view.number, match.start(1)) > position and view.is_free(match.start(1), match.end(1)):
                view.add(Found(match.start(1), match.end(1), "name", identity, "short-form"))


def _acronyms(view: View, found: Found, words: list[str]) -> list[str]:
    """The acronym printed in brackets after a name, and the one its capitals make."""
    acronyms = []
    after = re.match(r"(?:'s)? \(([A-Z][A-Za-z&.-]{1,9})\)", view.text[found.end : found.end + 16])
    if after is not None and sum(c.isupper() for c in after.group(1)) >= 2:
        acronyms.append(after.group(1))
    initials = "".join(w[0] for w in words if w[0].isupper())
    if len(initials) >= 3 and initials not in ACRONYM_NOISE:
        acronyms.append(initials)
    return acronyms
