"""People: full names by title, entity tag and form; then their surnames wherever the article uses them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.language.actors.lexicon import given_names, titles, word_list
from dossier.language.actors.names import person_key, short_names
from dossier.language.actors.namesakes import is_namesake, own_words
from dossier.language.actors.person_evidence import CALENDAR, KIN_NAMED, NOT_PEOPLE, WORD_NAMES, behind_field
from dossier.language.actors.person_names import AFTER_OFFICE, find_names
from dossier.language.actors.setting import named_regions
from dossier.language.actors.view import Found, Identity, View

ORGANISED = re.compile(r" (?:party|movement|militia|cartel|gang|union|alliance|coalition|group|bloc|caucus|clan)\b")
SPEECH = word_list("verb of speech")


@dataclass
class Person:
    """A person of the article: how the name was printed at its fullest, and the surnames it may shrink to."""

    identity: Identity
    name: str
    shorts: list[str]
    position: tuple[int, int]  # paragraph and character of the first full name
    gender: str | None


def find_people(views: Sequence[View]) -> list[Person]:
    """Add all names of people; returns the people of the article."""
    printed_lower = {t.text for v in views for t in v.tokens if t.text.islower() and len(t.text) > 3}
    candidates = [
        (v, *own_words(v, behind_field(v, s, e), e), titled)
        for v in views
        for s, e, titled in find_names(v, printed_lower)
    ]
    running = "\n".join(v.text for v in views if not v.is_headline)
    candidates = [c for c in candidates if not _is_shout(c[0].text[c[1] : c[2]], running)]
    regions = named_regions(views)
    candidates = [c for c in candidates if c[3] or c[0].text[c[1] : c[2]] not in regions]
    people = _registered_people(views)
    by_key = {p.identity.name_key: p for p in people}
    single: list[tuple[View, int, int, bool]] = []
    longer = {short for v, s, e, _ in candidates if v.text[s:e].count(" ") >= 2 for short in short_names(v.text[s:e])}
    for view, start, end, titled in candidates:
        name = view.text[start:end]
        if name.count(" ") and name in longer:
            continue  # two surnames of somebody named in full elsewhere
        if " " not in name:
            single.append((view, start, end, titled))
            continue
        if not view.is_free(start, end):
            continue
        key = person_key(name)
        person = by_key.get(key) or _with_middle_name(name, people)
        if (
            person is None
            and view.is_headline
            and name not in running
            and name.split()[0] not in given_names()
            and not titled
        ):
            continue
        if person is None:
            person = new_person(name, key, (view.number, start))
            by_key[key] = person
            people.append(person)
        person.gender = _gender(view, start) or person.gender
        view.add(Found(start, end, "name", person.identity, "full-name"))
    people = _without_namesakes(views, people)
    _repeat(views, people)
    _propagate(views, people)
    _propagate(views, _known_by_first_name(views, people))
    _add_single(views, people, single)
    return people


def _with_middle_name(name: str, people: Sequence[Person]) -> Person | None:
    """The person whom an article names with more or fewer names in the middle: 'Ann Mary Lee', 'Ann Lee'."""
    words = name.split()
    same = [
        p
        for p in people
        for other in [p.name.split()]
        if len(other) > 1 and (other[0], other[-1]) == (words[0], words[-1]) and 2 in (len(other), len(words))
    ]
    return same[0] if len(same) == 1 else None


def _is_shout(name: str, running: str) -> bool:
    """Are words printed in capitals nobody's name: neither met in other letters nor begun with a given name?"""
    if len(name) <= 3 or not name.isupper() or "." in name:
        return False
    is_given = name.split()[0].title() in given_names() and name.count(" ") < 2
    return not is_given and name.title() not in running


def _without_namesakes(views: Sequence[View], people: list[Person]) -> list[Person]:
    """Take back lone surnames of famous people that somebody else of the article bears, who is named in full."""
    own = {short for p in people if p.identity.registry_key is None for short in p.shorts}
    full = {f.identity.key for v in views for f in v.found if " " in v.text[f.start : f.end]}
    for view in views:
        for found in list(view.found):
            is_famous = found.identity.actor_type == "person" and found.identity.registry_key is not None
            if is_famous and found.identity.key not in full and view.text[found.start : found.end] in own:
                view.remove(found)
    left = {f.identity.key for v in views for f in v.found}
    return [p for p in people if p.identity.key in left]


def _repeat(views: Sequence[View], people: Sequence[Person]) -> None:
    """Add full names wherever they are printed again, whatever the tagger makes of them there."""
    by_name = {p.name: p for p in people if " " in p.name}
    if not by_name:
        return
    names = "|".join(re.escape(n) for n in sorted(by_name, key=lambda n: (-len(n), n)))
    pattern = re.compile(rf"(?<![\w-])({names})(?![\w]|-[A-Za-z]| [A-Z][a-z])")
    for view in views:
        for match in pattern.finditer(view.text):
            if view.is_free(*match.span()) and not is_namesake(view, *match.span()):
                view.add(Found(*match.span(), "name", by_name[match.group()].identity, "full-name"))


def _known_by_first_name(views: Sequence[View], people: Sequence[Person]) -> list[Person]:
    """People whom the article calls by the first word of their name, as is the custom with names of many languages."""
    firsts = Counter(p.name.split()[0] for p in people)
    lasts = {short for p in people for short in p.shorts}
    used = {f.identity.key for v in views for f in v.found if f.rule == "surname"}
    found = []
    for person in people:
        first = person.name.split()[0]
        foreign = first not in given_names() and (person.identity.key in used or person.identity.registry_key)
        if foreign or firsts[first] > 1 or first in lasts or len(first) < 4 or " " not in person.name:
            continue
        doing = (
            r"(?:, \d\d,|'s | (?:said|told|added|says|tells|was|is|has|had|will|wrote|led|who|"
            r"and (?:her|his)|[a-z]{2,}ed|thanked|recalled|remembered|insisted|admitted|agreed|of)\b)"
        )
        speaks = re.compile(rf"(?<![\w-]){re.escape(first)}{doing}")
        if any(speaks.search(v.text) for v in views):
            found.append(replace(person, shorts=[first]))
    return found


def new_person(name: str, key: str, position: tuple[int, int]) -> Person:
    """A person not in the registry."""
    gender = given_names().get(name.split()[0]) or None
    return Person(Identity(f"person:{key}", name, key, "person", None), name, short_names(name), position, gender)


def _registered_people(views: Sequence[View]) -> list[Person]:
    seen: dict[str, Person] = {}
    for view in views:
        for found in view.found:
            if found.identity.actor_type == "person" and found.identity.key not in seen:
                name = found.identity.name
                seen[found.identity.key] = Person(
                    found.identity, name, short_names(name), (view.number, found.start), None
                )
    return list(seen.values())


def _gender(view: View, start: int) -> str | None:
    """The gender that a title before the name tells."""
    for hit in view.layer("title"):
        if hit.end <= start <= hit.end + 2:
            return titles()[hit.entry.key]["gender"] or None
    return None


def _propagate(views: Sequence[View], people: list[Person]) -> None:
    """Add surnames that stand alone: they mean the one named last before them, else the first after."""
    by_short: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for short in person.shorts:
            by_short[short].append(person)
    if not by_short:
        return
    pattern = re.compile(
        r"(?<![\w-])("
        + "|".join(re.escape(s) for s in sorted(by_short, key=lambda s: (-len(s), s)))
        + r")(?![\w]|-[A-Za-z])"
    )
    last_named: dict[str, Person] = {}
    shorts_of: dict[str, dict[str, Person]] = defaultdict(dict)  # by person: the surnames that may mean them
    for short, bearers in by_short.items():
        for person in bearers:
            shorts_of[person.identity.key].setdefault(short, person)
    is_named = False  # whether a paragraph above names anybody
    for view in views:
        events = sorted(((f.start, f) for f in view.found if f.identity.actor_type == "person"), key=lambda e: e[0])
        for match in pattern.finditer(view.text):
            short, start, end = match.group(1), match.start(1), match.end(1)
            if not view.is_free(start, end) or not _is_bare_surname(view, start, end):
                continue
            choices = [p for p in by_short[short] if short == p.name.split()[-1]] or by_short[short]
            earlier = [p for p in choices if p.position < (view.number, start)]
            recent = last_named.get(short) or (by_short[short][0] if is_named else None)
            for at, found in events:
                if at < start:
                    recent = next((p for p in choices if p.identity.key == found.identity.key), recent)
            person = recent or (max(earlier, key=lambda p: p.position) if earlier else choices[0])
            gender = _gender(view, start)
            if gender is not None and person.gender not in (None, gender):
                person = next((p for p in choices if p.gender == gender), person)
            person.gender = person.gender or gender
            view.add(Found(start, end, "name", person.identity, "surname"))
        for _, found in events:
            last_named.update(shorts_of.get(found.identity.key, {}))
        is_named = is_named or bool(events)


def _is_bare_surname(view: View, start: int, end: int) -> bool:
    """Does a surname stand by itself, not inside a longer name of somebody or something else?"""
    if is_namesake(view, start, end):
        return False  # 'Jomo Kenyatta International Airport'
    token, last = view.token_at(start), view.token_at(end - 1)
    if token.text.lower() in CALENDAR and token.ent_type_ in ("DATE", "TIME"):
        return False
    if last.i + 1 < len(view.tokens) and last.whitespace_:
        after = view.tokens[last.i + 1]
        if (
            after.text[0].isupper()
            and after.pos_ == "PROPN"
            and after.ent_type_ not in ("PERSON", "DATE", "NORP", "GPE", "TIME")
            and after.text.lower() in NOT_PEOPLE
        ):
            return False
    if token.i > 0:
        before = view.tokens[token.i - 1]
        if (
            before.whitespace_
            and before.text[0].isupper()
            and before.pos_ == "PROPN"
            and not before.is_sent_start
            and view.hit_at(["title", "country", "people"], before.idx) is None
            and before.text.lower() not in CALENDAR
            and view.is_free(before.idx, before.idx + len(before))
            and before.ent_type_ in ("PERSON", "ORG")
            and before.ent_iob_ != "O"
            and not (before.text.isupper() and len(before) < 5)  # 'PM Lee'
            and token.ent_iob_ == "I"
        ):
            return False
    return True


def _add_single(views: Sequence[View], people: list[Person], single: list[tuple[View, int, int, bool]]) -> None:
    """Add names of one word: with a title, or that the tagger and the grammar both take for a speaker."""
    by_short = {s: p for p in people for s in p.shorts}
    first_names: dict[str, set[str]] = defaultdict(set)
    for person in people:
        first_names[person.name.split()[0]].add(person.identity.key)
    known_names = {v.text[s:e] for v, s, e, _ in single} | set(by_short) | set(first_names)
    single = [*single, *_called_by_first_name(views, known_names)]
    firms = {
        f.identity.name.split()[0]
        for v in views
        for f in v.found
        if f.identity.actor_type in ("company", "organization") and f.kind == "name"
    }
    single = [s for s in single if s[3] or s[0].text[s[1] : s[2]] not in firms]
    counts = Counter(v.text[s:e] for v, s, e, _ in single)
    alone: dict[str, Person] = {}
    for view, start, end, titled in single:
        name = view.text[start:end]
        if not view.is_free(start, end) or view.hit_at(["registry"], start) is not None:
            continue
        token = view.token_at(start)
        owner = next(
            (p for p in people if p.identity.key in first_names.get(name, ()) and len(first_names[name]) == 1), None
        )
        if owner is not None and any(m.span(1) == (start, end) for m in KIN_NAMED.finditer(view.text)):
            owner = None  # 'his son, Vladimir,' is a namesake
        known = by_short.get(name) or owner or alone.get(name)
        if known is None and _is_single_name(view, token, start, end, titled, counts[name]):
            key = person_key(name)
            identity = Identity(f"person:{key}", name, key, "person", None)
            known = Person(identity, name, [name], (view.number, start), _gender(view, start))
            alone[name] = known
            people.append(known)
        if known is not None:
            view.add(Found(start, end, "name", known.identity, "single-name"))
    if alone:
        _propagate(views, list(alone.values()))


# 'Mara, 34,', 'Mara's mother', 'mum Mara': what is told of people only
KIN = (
    r"(?:mother|father|mum|mom|dad|parents|son|daughter|sister|brother|wife|husband|partner|girlfriend|boyfriend|"
    r"fianc[ée]e?)"
)
LIKE_PERSON = re.compile(rf", (?:aged )?\d\d(?:,| )|['’]s (?:\w+ )?{KIN}\b")
KIN_BEFORE = re.compile(rf"\b(?:{KIN}|\w+-year-old|little|baby) $")


def _called_by_first_name(views: Sequence[View], known: Collection[str]) -> list[tuple[View, int, int, bool]]:
    """Given names that stand alone, of people whom an article names no other way: they speak, have an age or kin."""
    seen: dict[str, list[tuple[View, int, int]]] = defaultdict(list)
    people: set[str] = set()
    for view in views:
        for token in view.tokens:
            name, start, end = token.text, token.idx, token.idx + len(token)
            if name not in given_names() or name in known or name in WORD_NAMES or token.pos_ != "PROPN":
                continue
            beside = view.text[max(start - 2, 0) : start - 1], re.match(r" [A-Z]", view.text[end : end + 2])
            if beside[1] is not None or not view.is_free(start, end) or token.ent_type_ in ("GPE", "LOC", "FAC"):
                continue
            seen[name].append((view, start, end))
            speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEECH
            about = LIKE_PERSON.match(view.text, end) or KIN_BEFORE.search(view.text[max(start - 16, 0) : start])
            if speaks or about is not None:
                people.add(name)
    return [(v, s, e, True) for name in sorted(people) if len(seen[name]) > 1 for v, s, e in seen[name]]


def _is_single_name(view: View, token: Token, start: int, end: int, titled: bool, count: int) -> bool:
    """Is a lone word somebody's name: after a title, or as a speaker met twice?"""
    speaks = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in SPEECH and count > 1
    if view.text[start:end].isupper() and end - start > 2 and not view.is_shouted:
        return False  # an acronym
    if ORGANISED.match(view.text, end):
        return False  # 'the opposition Morena party'
    if (
        view.text[start:end].lower() in NOT_PEOPLE | AFTER_OFFICE
        or end - start < 2
        or view.text[end : end + 4] == " to "
    ):
        return False
    if not (titled or speaks) or titled and not speaks and _is_trade(view, start, end):
        return False
    return view.hit_at(["title", "body", "people", "country"], start) is None


def _is_trade(view: View, start: int, end: int) -> bool:
    """Is it a trade and a lone name that owns a thing: 'Trader Joe's'?"""
    before = next((h for h in view.layer("title") if h.end == start - 1), None)
    return before is not None and before.entry.detail == "profession" and view.text[end : end + 2] == "'s"
