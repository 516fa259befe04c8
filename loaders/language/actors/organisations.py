"""Organisations and companies without a telling noun, by the tagger; and short forms of those named in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span

from dossier.language.actors.acting import COMMON, act_somewhere, is_coined
from dossier.language.actors.lexicon import word_list
from dossier.language.actors.names import body_words
from dossier.language.actors.organisation_doubts import (
    ACRONYM_NOISE,
    MEMBER,
    REGIONS,
    THINGS,
    is_good,
    is_listed_place,
    is_plausible,
)
from dossier.language.actors.person_evidence import NOT_PEOPLE, begins_as_body, is_firm_ending
from dossier.language.actors.registered import plain_acronyms
from dossier.language.actors.setting import is_listed_site, is_place
from dossier.language.actors.view import Found, Identity, View

COMPANY_ENDING = re.compile(r"(?:banco|bank|corp|tech|soft|pharma|motors|airways|airlines)$")
FIRM_AFTER = re.compile(
    r",? (?:Inc|Ltd|LLC|Corp|Co|GmbH|plc|PLC|& Co)\b| (?:have|are|were|plan|cancel|say|want|play) |"
    r"'s? (?:shares|stock|album|songs?|earnings|revenues?|customers|app|software|stores?)\b| (?:shares|stores|album) "
)
# Words that many names begin with: no short form of one of them.
FIRST_OF_MANY = frozenset(
    """National International American European African Asian Global World Royal General United First Central North
    South East West Northern Southern Eastern Western Great Greater New Old Big Public State Federal City County
    Community People Democratic Christian Social Free Open Green Blue Black White Red Golden Silver Pacific Atlantic
    Native Grand High Low Upper Lower Mutual Merchants Farmers Citizens People's Consumer Consumers Workers Home Family
    Women Women's Youth Student Students Science Human Justice Freedom Liberty Heritage Market Trade Industrial
    Commercial Medical Health Energy Water Food Media Sports Sport Cyber Climate Defense Defence Security Nuclear
    Space Solar Critical Strategic Joint Special Senior Junior Modern Total Pure Bright Direct Rapid Safe Fair Better
    Best Next Trans Inter Union Universal Advanced Applied Digital Smart Clean Local Regional Independent Future
    Young""".split()
)
# 'the AGRA Implementation Act': what the capitals stand for is a law or a treaty.
LAW = re.compile(r"\b([A-Z]{3,})(?: [A-Z]\w+){0,2} (?:Act|Agreement|Treaty|Convention|Protocol)\b")
OF_REGION = re.compile(r" of ((?:[A-Z][\w-]+ ?){1,3})(?<! )(?= [a-z])")
BRACKETED = re.compile(r" \(([A-Z][A-Za-z]{1,9})\)")
SPEECH = word_list("verb of speech")


def find_organisations(views: Sequence[View], acronyms: Mapping[str, str], places: frozenset[str]) -> None:
    """Add what the tagger calls organisations and nothing else has claimed: no places, goods or substances."""
    printed_lower = {t.text for v in views for t in v.tokens if t.text.islower() and len(t.text) > 2}
    running = "\n".join(v.text for v in views if not v.is_headline)
    laws = {match.group(1) for match in LAW.finditer(running)}
    plain = plain_acronyms(views)
    seen: dict[str, list[tuple[View, int, int]]] = defaultdict(list)
    for view in views:
        for span in _candidates(view):
            if not view.is_free(*span) or not is_plausible(view, *span, printed_lower, running):
                continue
            words = view.text[span[0] : span[1]]
            if view.is_headline and words not in running:
                continue
            if is_place(words, places) or is_listed_site(view, span[0]) or is_listed_place(view, *span):
                continue
            if is_good(view, *span):
                continue
            if _names_thing(acronyms.get(words, words)) or words in laws | plain:
                continue
            seen[words].append((view, *span))
    for words, held in seen.items():
        is_firm = is_firm_ending(words) and words.rpartition(" ")[2].lower() not in COMMON
        named = is_firm or begins_as_body(*held[0]) or is_coined(words)
        if named or _act_by_any_name(held, seen):
            is_company = _is_beside_firm(held) or _is_traded(held)
            identity = organisation_identity(words, "company" if is_company else "organization")
            for view, start, end in held:
                if view.is_free(start, end):
                    view.add(Found(start, end, "name", identity, "tagged"))
    _find_introduced(views, acronyms)
    _propagate(views)


def _candidates(view: View) -> Iterator[tuple[int, int]]:
    """Stretches that the tagger takes for organisations, and acronyms that it leaves alone where one is a subject."""
    if view.is_shouted:
        return
    for entity in view.paragraph.words.ents:
        if entity.label_ == "ORG" or entity.label_ == "PERSON" and _is_firm(view, entity):
            yield from _halves(view, _clean(view, entity))
    for token in view.tokens:
        if token.like_url and token.text[0].isupper() and not token.ent_type_:
            yield token.idx, token.idx + len(token)  # 'Bishopwatch.org'
        is_acronym = token.text.isupper() and token.text.isalpha() and len(token) > 2 and not token.ent_type_
        if is_acronym and token.pos_ == "PROPN" and not view.is_headline:
            member = MEMBER.match(view.text, token.idx + len(token))
            if token.dep_ in ("nsubj", "nsubjpass") or member is not None:
                yield token.idx, token.idx + len(token)


# 'Vantis shareholders', "Vantis's takeover", 'the acquisition of Vantis'
HAS_OWNERS = re.compile(
    r"(?:['’]s?)? (?:shareholders|shares|stock|share price|takeover|stake|IPO|profits?|revenues?|earnings)\b"
)
BOUGHT = re.compile(
    r"\b(?:(?:shares|takeover|acquisition|purchase|buyout|shareholders|stake|stock) (?:of|in)|bid for|buy|acquires?|"
    r"acquired|acquiring|buying|takes over) (?:the )?$"
)


def _is_traded(held: Sequence[tuple[View, int, int]]) -> bool:
    """Has a name shares or owners somewhere, as only a company has?"""
    return any(
        HAS_OWNERS.match(view.text, end) or BOUGHT.search(view.text[max(start - 40, 0) : start])
        for view, start, end in held
    )


def _is_beside_firm(held: Sequence[tuple[View, int, int]]) -> bool:
    """Does 'and' join a name to that of a company somewhere? Lists are of one kind."""
    for view, _, end in held:
        token = view.token_at(end - 1)
        joined = [c for c in token.children if c.dep_ == "conj"] + ([token.head] if token.dep_ == "conj" else [])
        beside = (view.found_over(t.idx, t.idx + len(t)) for t in joined)
        if any(f is not None and f.identity.actor_type == "company" for f in beside):
            return True
    return False


LED = re.compile(r"(?:['’]s)? (?:leaders?|members?|fighters|forces|spokes\w+|chair\w*|supporters|rebels|activists)\b")


def _act_by_any_name(
    held: Sequence[tuple[View, int, int]], seen: Mapping[str, Sequence[tuple[View, int, int]]]
) -> bool:
    """Does somebody act under a name, or under the acronym that stands behind it in brackets?"""
    if act_somewhere(held):
        return True
    bracketed = (BRACKETED.match(view.text, end) for view, _, end in held)
    return any(act_somewhere(seen.get(match.group(1), ())) for match in bracketed if match is not None)


def _names_thing(name: str) -> bool:
    """'the Harbour Plan', 'the Plan for Rivers', 'Passenger Lists': does a name say that it is a thing's?"""
    heads = re.split(r" (?:of|for|on|against|to|in) ", name)
    return any(head.split()[-1].lower() in THINGS for head in (name, heads[0]))


def _find_introduced(views: Sequence[View], acronyms: Mapping[str, str]) -> None:
    """Add 'the Palike of Ten Wards (PTW)' where the article goes on to have the PTW act, speak or employ somebody."""
    acting = {t.text for v in views for t in v.tokens if t.text in acronyms and _acts(v, t.i)}
    led = {t.text for v in views for t in v.tokens if t.text in acting and LED.match(v.text, t.idx + len(t))}
    names = {a: name for a, name in acronyms.items() if a in acting and _is_introduced(a, name, a in led)}
    for view in views if names else ():
        for match in BRACKETED.finditer(view.text):
            name = names.get(match.group(1))
            if name is None or not view.text.endswith(name, 0, match.start()):
                continue
            start, end = match.start() - len(name), match.start()
            inside = [f for f in view.found_near(start, end) if f.start < end and f.end > start]
            if all(f.start >= start and f.end <= end and f.rule != "registry" for f in inside):
                for found in inside:
                    view.remove(found)
                view.add(Found(start, end, "name", organisation_identity(name), "defined"))


def _is_introduced(acronym: str, name: str, is_led: bool) -> bool:
    """Are the words that an acronym stands for somebody's name? ``is_led``: it has a leader or members."""
    words = name.split()
    if (
        len(words) < 2
        or acronym in ACRONYM_NOISE
        or (_names_thing(name) and not is_led)
        or words[-1].lower() in NOT_PEOPLE
    ):
        return False
    return all(w[0].isupper() or w in ("of", "and", "for", "the", "on", "&") for w in words)


def _acts(view: View, index: int) -> bool:
    """Does a body's acronym speak here, have somebody in office, or is somebody with it?"""
    token = view.tokens[index]
    if view.text[token.idx - 1 : token.idx] == "(":
        return False
    office = view.hit_at(["title"], token.idx + len(token) + 1)
    if office is not None and view.text[token.idx + len(token)] == " ":
        return True
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEECH
    return speaks or token.dep_ == "pobj" and token.head.lower_ in ("for", "by", "against") and token.ent_type_ == "ORG"


def _is_firm(view: View, entity: Span) -> bool:
    """Is a name that the tagger takes for a person's followed by what only a firm, a band or a body has?"""
    registered = view.hit_at(["registry"], entity.start_char)
    if registered is not None and registered.end < entity.end_char and registered.entry.detail == "company":
        return True
    if begins_as_body(view, entity.start_char, entity.end_char) or is_firm_ending(entity.text):
        return True
    return FIRM_AFTER.match(view.text, entity.end_char) is not None or view.text[: entity.start_char].endswith(
        "-based "
    )


def _halves(view: View, span: tuple[int, int] | None) -> list[tuple[int, int]]:
    """A name, or the two names that 'and' joins where the first is one by itself ('Trinity Church and Beth Shalom')."""
    if span is None:
        return []
    joint = view.text.find(" and ", *span)
    whole = view.hit_at(["body"], joint - 1) if joint > 0 else None
    if whole is None or whole.end != joint or whole.start == span[0] or " " not in view.text[joint + 5 : span[1]]:
        return [span]
    return [(span[0], joint), (joint + 5, span[1])]


def organisation_identity(words: str, actor_type: str = "organization") -> Identity:
    """Identity of an organisation by its name alone."""
    key = " ".join(body_words(re.sub(r"(?<=[A-Z]{3}) (?=\d+$)", "", words)))  # 'FOX 35', 'FOX35'
    if actor_type == "organization" and (COMPANY_ENDING.search(key) or is_firm_ending(words)):
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
    end = tokens[-1].idx + len(tokens[-1])
    region = OF_REGION.match(view.text, end) if len(tokens) > 1 else None
    if region is not None and view.hit_at(["region", "country"], region.start(1)) is not None:
        office = view.hit_at(["title"], region.end() + 1)
        if office is not None and office.start == region.end() + 1:
            end = region.end()  # 'United Growers of Victoria president Ann Lee'
    return tokens[0].idx, end


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
                    and first not in REGIONS
                    and first not in FIRST_OF_MANY
                    and len(first) > 3
                    and view.hit_at(["country", "region", "title", "body"], found.start) is None
                ):
                    fuller.setdefault(first, set()).add(identity)
                    if identity.actor_type == "company":
                        known.setdefault(first, (identity, position))
    for view in views:
        for found in view.found:
            words_printed = view.text[found.start : found.end]
            if found.rule in ("tagged", "defined") and " " not in words_printed:
                choices = fuller.get(words_printed, set())
                if words_printed in known and found.identity != known[words_printed][0]:
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
    beside = re.match(r", (?:or |known as )?([A-Z]{3,9})(?=[,.])", view.text[found.end : found.end + 26])
    initials = "".join(w[0] for w in words if w[0].isupper())
    letters = set("".join(words).upper())
    if beside is not None and beside.group(1)[0] == initials[:1] and set(beside.group(1)) <= letters:
        acronyms.append(beside.group(1))
    placed = words[0].isupper() or view.hit_at(["country", "region"], found.start) is not None
    for letters_of in (initials, initials[1:] if placed else ""):  # 'the RFS' of 'the NSW Rural Fire Service'
        if len(letters_of) >= 3 and letters_of not in ACRONYM_NOISE:
            acronyms.append(letters_of)
    return acronyms
