"""People: full names by title, entity tag and form; then their surnames wherever the article uses them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.actors.lexicon import Hit, given_names, titles
from dossier.language.actors.names import PARTICLES, SUFFIXES, person_key, short_names
from dossier.language.actors.view import Found, Identity, View

CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december easter christmas ramadan".split())
# Last words that show a capitalised name to be a thing or a place.
NOT_PEOPLE = frozenset(
    """act bill law street st avenue ave road rd bridge river lake island islands beach airport park square county city town village province state
    valley mountain mountains mount bay sea ocean strait straits gulf canal desert forest cape harbor harbour port tower towers building house hall hotel
    center centre stadium arena university college school hospital institute museum church cathedral temple mosque palace castle award awards prize cup
    trophy medal open championship championships league games olympics festival day week war wars treaty accord accords agreement deal plan program
    programme project initiative report index committee commission council court party news times post journal magazine tv radio press media inc corp
    ltd llc plc company group bank foundation fund airlines airways motors administration ministry department agency office board union association
    club team united hurricane storm typhoon cyclone virus disease syndrome covid variant protocol doctrine summit conference convention constitution
    amendment section article title chapter code rule order district region republic kingdom territory peninsula zone corridor border coast dome
    secretary minister president chairman spokesman governor mayor senator general fever strip heights bank's""".split()
)
HONORIFIC_BEFORE = re.compile(r"(?:^|[\s(\"'])(Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Sen|Rep|Gov|Rev)\.? $")
SURNAMES_THAT_ARE_TITLES = frozenset("judge king prince pope bishop baker archer carter cook marshall major justice dean page".split())
SPEECH = frozenset("say tell add note argue explain warn insist announce state claim deny accuse ask call write testify tweet recall admit describe believe think".split())


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
    candidates = [(v, s, e, titled) for v in views for s, e, titled in _candidates(v, printed_lower)]
    running = "\n".join(v.text for v in views if not v.is_headline)
    people = _registered_people(views)
    by_key = {p.identity.name_key: p for p in people}
    single: list[tuple[View, int, int, bool]] = []
    for view, start, end, titled in candidates:
        name = view.text[start:end]
        if " " not in name:
            single.append((view, start, end, titled))
            continue
        if not view.is_free(start, end):
            continue
        key = person_key(name)
        person = by_key.get(key)
        if person is None and view.is_headline and name not in running and name.split()[0] not in given_names() and not titled:
            continue
        if person is None:
            person = new_person(name, key, (view.number, start))
            by_key[key] = person
            people.append(person)
        person.gender = person.gender or _gender(view, start)
        view.add(Found(start, end, "name", person.identity, "full-name"))
    _propagate(views, people)
    _add_single(views, people, single)
    return people


def new_person(name: str, key: str, position: tuple[int, int]) -> Person:
    """A person not in the registry."""
    return Person(Identity(f"person:{key}", name, key, "person", None), name, short_names(name), position, None)


def _registered_people(views: Sequence[View]) -> list[Person]:
    seen: dict[str, Person] = {}
    for view in views:
        for found in view.found:
            if found.identity.actor_type == "person" and found.identity.key not in seen:
                name = found.identity.name
                seen[found.identity.key] = Person(found.identity, name, short_names(name), (view.number, found.start), None)
    return list(seen.values())


def _candidates(view: View, printed_lower: set[str]) -> list[tuple[int, int, bool]]:
    """Stretches that look like names of people, with whether a title stands before them."""
    spans: dict[tuple[int, int], bool] = {}
    if view.is_shouted and len(view.tokens) > 12:
        return []
    for hit in view.layer("title"):
        span = _name_after_title(view, hit)
        if span is not None:
            spans[span] = True
    for token in view.tokens[:-1]:
        after = view.tokens[token.i + 1]
        if token.text in given_names() and token.whitespace_ and token.ent_type_ not in ("PERSON", "DATE") and _is_name_token(after, view) and after.pos_ == "PROPN":
            span = _trim(view, [token, after])
            if span is not None and view.hit_at(["body", "registry", "country", "region"], after.idx) is None and view.hit_at(["registry"], token.idx) is None:
                spans.setdefault(span, False)
    for entity in view.paragraph.doc.ents:
        if entity.label_ == "PERSON" or (entity.label_ in ("ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC") and _acts_like_person(view, entity.start_char, entity.end_char)):
            span = _trim(view, [t for t in entity])
            if span is not None and span not in spans:
                spans[span] = _has_title_before(view, span[0])
    kept: list[tuple[int, int, bool]] = []
    for (start, end), titled in sorted(spans.items(), key=lambda s: (s[0][0] - s[0][1], s[0][0])):
        if all(end <= s or start >= e for s, e, _ in kept) and _is_plausible(view, start, end, titled, printed_lower):
            kept.append((start, end, titled))
    return sorted(kept)


def _acts_like_person(view: View, start: int, end: int) -> bool:
    """Is an entity of another label followed by ', a senior …' or preceded by a title, as only people are?"""
    words = view.text[start:end]
    if not 1 <= words.count(" ") <= 3 or _has_title_before(view, start):
        return _has_title_before(view, start) and words.count(" ") <= 3
    after = re.match(r"(?:'s)?, (?:an?|the|who|whose|former|then|\d\d,)(?: |\b)", view.text[end : end + 12])
    if after is None:
        return False
    limit = view.text[end : end + 70]
    hits = [h for h in view.layer("title") if end <= h.start < end + len(limit)]
    return bool(hits) and view.hit_at(["body", "registry", "country"], start) is None and view.hit_at(["body", "registry"], end - 1) is None


def _is_name_token(token: Token, view: View) -> bool:
    """May the token be part of a person's name?"""
    text = token.text
    if not text[0].isupper() or not re.fullmatch(r"[^\W\d_][\w'.-]*", text) or text.lower() in CALENDAR:
        return False
    if len(text) > 3 and text.isupper() and not view.text.isupper():
        return False
    return token.pos_ in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "NUM") or token.ent_type_ == "PERSON"


def _name_after_title(view: View, hit: Hit) -> tuple[int, int] | None:
    """The capitalised words right after a title."""
    row = titles()[hit.entry.key]
    first = view.token_at(hit.end)
    while first.idx < hit.end and first.i + 1 < len(view.tokens):
        first = view.tokens[first.i + 1]
    other = view.hit_at(["title"], first.idx)
    if other is not None and (first.ent_type_ != "PERSON" or view.text[other.end : other.end + 1] == ".") and first.text.lower() not in SURNAMES_THAT_ARE_TITLES:
        return None
    if first.idx < hit.end or view.text[hit.end : first.idx].strip(".") not in ("", " ") or first.idx - hit.end > 2:
        return None
    words: list[Token] = []
    token = first
    while len(words) < 5 and (_is_name_token(token, view) or (words and token.text.lower() in PARTICLES and token.text[0].islower()) or token.text == "-"):
        stop = view.found_over(token.idx, token.idx + len(token))
        if stop is not None or _starts_other(view, token, words):
            break
        words.append(token)
        if token.i + 1 >= len(view.tokens) or (token.whitespace_ == "" and view.tokens[token.i + 1].text != "-" and token.text != "-"):
            break
        token = view.tokens[token.i + 1]
    while words and not words[-1].text[0].isupper():
        words.pop()
    if not words:
        return None
    entity = [t for t in words if t.ent_type_ == "PERSON"]
    if entity and words[0].ent_type_ == "PERSON":
        words = words[: max(i for i, t in enumerate(words) if t.ent_type_ == "PERSON" or (i and words[i - 1].text == "-") or t.text == "-") + 1]
        while words[-1].text == "-":
            words.pop()
    if row["title_class"] not in ("honorific", "military") and view.text[hit.start].isupper() and len(words) == 1 and words[0].ent_type_ not in ("PERSON", ""):
        if words[0].ent_type_ not in ("ORG", "GPE") or hit.entry.key not in ("president", "chancellor", "prime minister", "premier", "secretary", "senator", "judge", "justice", "governor", "mayor"):
            return None
    if row["title_class"] not in ("honorific", "military", "office", "spokesperson") and len(words) == 1:
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _starts_other(view: View, token: Token, words: list[Token]) -> bool:
    """Is the token the beginning of something else: a country, a body, a title?"""
    country = view.hit_at(["country"], token.idx)
    if country is not None and not country.entry.is_ambiguous and (not words or country.entry.detail != "capital"):
        return True
    return view.hit_at(["body"], token.idx) is not None and not words and token.ent_type_ != "PERSON"


def _trim(view: View, tokens: list[Token]) -> tuple[int, int] | None:
    """The name inside an entity: no titles before it, nothing in lower case after it, whole words joined by hyphens."""
    while tokens and (not _is_name_token(tokens[0], view) or _is_title(view, tokens[0], tokens) or _starts_other(view, tokens[0], [])):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in ("'s", "\u2019s", "'", "\u2019") or not (tokens[-1].text[0].isupper() or tokens[-1].text.strip(".").lower() in SUFFIXES)):
        tokens = tokens[:-1]
    if not tokens or any(not (_is_name_token(t, view) or t.text.lower() in PARTICLES or t.text in ("-", ".", '"', "'", ",", "“", "”", "(", ")")) for t in tokens):
        return None
    if any(t.text in (",", "(", ")") for t in tokens):
        return None
    last = tokens[-1]
    while last.i + 1 < len(view.tokens):
        after = view.tokens[last.i + 1]
        if last.whitespace_ == "" and after.text == "-" and after.whitespace_ == "" and after.i + 1 < len(view.tokens) and view.tokens[after.i + 1].text[0].isupper():
            last = view.tokens[after.i + 1]
        elif last.whitespace_ and after.pos_ == "PROPN" and after.ent_type_ in ("", "PERSON") and _is_name_token(after, view) and view.hit_at(["country", "body", "registry"], after.idx) is None and len(tokens) < 4 and not after.text.isupper():
            last = after
        else:
            break
        tokens = [*tokens, last]
    first = tokens[0]
    while first.i > 0 and len(tokens) < 4:
        before = view.tokens[first.i - 1]
        if before.text == "-" and before.whitespace_ == "" and first.i > 1 and view.tokens[first.i - 2].whitespace_ == "" and view.tokens[first.i - 2].text[0].isupper():
            first = view.tokens[first.i - 2]
            tokens = [first, *tokens]
        elif (before.whitespace_ and before.pos_ == "PROPN" and before.ent_type_ == "" and _is_name_token(before, view) and not before.is_sent_start
              and view.hit_at(["country", "body", "registry", "title"], before.idx) is None and len(before.text) > 1):
            first = before
            tokens = [first, *tokens]
        else:
            break
    return first.idx, last.idx + len(last)


def _is_title(view: View, token: Token, tokens: list[Token]) -> bool:
    hit = view.hit_at(["title"], token.idx)
    return hit is not None and len(tokens) > 1


def _has_title_before(view: View, start: int) -> bool:
    return any(h.end <= start and view.text[h.end : start] in (" ", ". ", "") for h in view.layer("title")[::-1] if h.end >= start - 2)


def _is_plausible(view: View, start: int, end: int, titled: bool, printed_lower: set[str]) -> bool:
    """Reject things, places, products and headline words that a tagger takes for people."""
    words = view.text[start:end].replace("-", " ").split()
    if words[-1].strip(".").lower() in NOT_PEOPLE or words[0].lower() in STOP_FIRST or len(words) > 6 or end - start < 2:
        return False
    tokens = [t for t in view.tokens if start <= t.idx < end]
    if any(t.pos_ in ("AUX", "DET", "ADP") or (t.pos_ == "VERB" and t.text.endswith("ing")) for t in tokens[1:] if t.text.lower() not in PARTICLES):
        return False
    if re.match(r" (?:program|programme|programs|act|scheme|initiative|award|prize|plan|grant|grants|building|bridge|line|loan|fund)s?\b", view.text[end : end + 12]) and not titled:
        return False
    if any(w.strip(".").lower() in CALENDAR for w in words[:1]) and not titled:
        return False
    for layer in ("country", "body"):
        hit = view.hit_at([layer], start)
        if hit is not None and hit.end >= end and not hit.entry.is_ambiguous and not titled:
            return False
    body = view.hit_at(["body"], end - 1)
    if body is not None and len(words) > 1 and body.entry.detail != "company" and not titled and body.start > start and view.text[body.start].isupper() and words[-1].lower() not in ("parks", "college", "church", "bank", "banks", "court", "post", "school", "day"):
        return False
    if not titled and all(w.lower() in printed_lower for w in words):
        return False
    return all(re.match(r"[^\W\d_]", w) for w in words)


STOP_FIRST = frozenset("mv ins hms uss ss usns rv rms cv hmas the a an this that these those our my your his her its their every some any no if when while as but and or not what why how where which who it he she they we you i there here".split())


def _gender(view: View, start: int) -> str | None:
    """The gender that a title before the name tells."""
    for hit in view.layer("title"):
        if hit.end <= start <= hit.end + 2:
            return titles()[hit.entry.key]["gender"] or None
    return None


def _propagate(views: Sequence[View], people: list[Person]) -> None:
    """Add surnames that stand alone: they mean the person of that surname named last before them, else the first after."""
    by_short: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for short in person.shorts:
            by_short[short].append(person)
    if not by_short:
        return
    pattern = re.compile(r"(?<![\w-])(" + "|".join(re.escape(s) for s in sorted(by_short, key=lambda s: (-len(s), s))) + r")(?![\w]|-[A-Za-z])")
    last_named: dict[str, Person] = {}
    for view in views:
        events = [(f.start, f) for f in view.found if f.identity.actor_type == "person"]
        for match in pattern.finditer(view.text):
            short, start, end = match.group(1), match.start(1), match.end(1)
            if not view.is_free(start, end) or not _is_bare_surname(view, start, end):
                continue
            choices = by_short[short]
            earlier = [p for p in choices if p.position < (view.number, start)]
            recent = last_named.get(short)
            for at, found in sorted(events, key=lambda e: e[0]):
                if at < start:
                    recent = next((p for p in choices if p.identity.key == found.identity.key), recent)
            person = recent or (max(earlier, key=lambda p: p.position) if earlier else choices[0])
            gender = _gender(view, start)
            if gender is not None and person.gender not in (None, gender):
                person = next((p for p in choices if p.gender == gender), person)
            person.gender = person.gender or gender
            view.add(Found(start, end, "name", person.identity, "surname"))
        for short, choices in by_short.items():
            for _, found in sorted(events, key=lambda e: e[0]):
                match_person = next((p for p in choices if p.identity.key == found.identity.key), None)
                last_named[short] = match_person or last_named.get(short) or choices[0]


def _is_bare_surname(view: View, start: int, end: int) -> bool:
    """Does a surname stand by itself, not inside a longer name of somebody or something else?"""
    token, last = view.token_at(start), view.token_at(end - 1)
    if token.text.lower() in CALENDAR and token.ent_type_ in ("DATE", "TIME"):
        return False
    if last.i + 1 < len(view.tokens) and last.whitespace_:
        after = view.tokens[last.i + 1]
        if after.text[0].isupper() and after.pos_ == "PROPN" and after.ent_type_ not in ("PERSON", "DATE", "NORP", "GPE", "TIME") and after.text.lower() in NOT_PEOPLE:
            return False
    if token.i > 0:
        before = view.tokens[token.i - 1]
        if (before.whitespace_ and before.text[0].isupper() and before.pos_ == "PROPN" and not before.is_sent_start
                and view.hit_at(["title", "country", "people"], before.idx) is None and before.text.lower() not in CALENDAR
                and view.is_free(before.idx, before.idx + len(before)) and before.ent_type_ in ("PERSON", "ORG")
                and before.ent_iob_ != "O" and token.ent_iob_ == "I"):
            return False
    return True


def _add_single(views: Sequence[View], people: list[Person], single: list[tuple[View, int, int, bool]]) -> None:
    """Add names of one word: with a title, or that the tagger and the grammar both take for a speaker."""
    by_short = {s: p for p in people for s in p.shorts}
    first_names: dict[str, set[str]] = defaultdict(set)
    for person in people:
        first_names[person.name.split()[0]].add(person.identity.key)
    counts = Counter(v.text[s:e] for v, s, e, _ in single)
    alone: dict[str, Person] = {}
    for view, start, end, titled in single:
        name = view.text[start:end]
        if not view.is_free(start, end) or view.hit_at(["registry"], start) is not None:
            continue
        token = view.token_at(start)
        owner = next((p for p in people if p.identity.key in first_names.get(name, ()) and len(first_names[name]) == 1), None)
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


def _is_single_name(view: View, token: Token, start: int, end: int, titled: bool, count: int) -> bool:
    """Is a lone word somebody's name: after a title, or as a speaker met twice?"""
    speaks = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in SPEECH and count > 1
    if not (titled or speaks) or end - start < 2 or view.text[end : end + 4] == " to ":
        return False
    return view.hit_at(["title", "body", "people", "country"], start) is None
