"""How bodies are told apart: one name for every way to write it, its country, and what the article adds."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dossier.language.actors.lexicon import (
    countries_with,
    country_forms,
    generic_bodies,
    generic_keys,
    registered_actors,
)
from dossier.language.actors.names import body_words
from dossier.language.actors.view import Found, Identity, View

# What names a body of more than one country.
BEYOND = re.compile(
    r"\b(?:World|International|Global|European|EU|UN|U\.N\.|United Nations|Inter|African|Asian|Asia|American States|"
    r"Arab|Nordic|Baltic|Pacific|Atlantic|General Court|Union|Nations|Interpol|Commission on)\b"
)

PLURALS = {
    "ministries": "ministry",
    "departments": "department",
    "agencies": "agency",
    "courts": "court",
    "commissions": "commission",
}
# Plurals of one body of each of several countries ('the Polish and Czech armies').
SHARED_PLURALS = {
    **PLURALS,
    "parliaments": "parliament",
    "cabinets": "cabinet",
    "armies": "army",
    "navies": "navy",
    "air forces": "air force",
    "coast guards": "coast guard",
    "border guards": "border guard",
    "coastguards": "coastguard",
    "embassies": "embassy",
    "banks": "bank",
    "authorities": "authority",
    "services": "service",
    "police forces": "police",
    "customs": "customs",
    "police": "police",
    "military": "military",
    "armed forces": "armed forces",
    "security forces": "security forces",
    "intelligence": "intelligence",
}


def body_identity(words: str, actor_type: str, country: str | None, noun: str) -> Identity:
    """Identity of a body by its name without the country, in one word order, and its country."""
    core = canonical_body(words, country)
    registered = generic_identity(core, country)
    if registered is not None:
        return registered
    name_key = f"{core}|{country}" if actor_type == "government-body" and country is not None else core
    name = re.sub(r"^(?:the|an?) ", "", words, flags=re.IGNORECASE)
    return Identity(f"body:{name_key}", name, name_key, actor_type, country)


def find_police(views: Sequence[View], home: str | None) -> None:
    """Police without a name that act: those the article names, if any, else a body known in this article only."""
    named = [
        (v.number, f.start, f.identity)
        for v in views
        for f in v.found
        if f.identity.name_key.split("|")[0].split()[-1:] == ["police"]
    ]
    for view in views:
        for hit in view.layer("body"):
            token = view.token_at(hit.start)
            if hit.entry.written != "police" or not view.is_free(hit.start, hit.end):
                continue
            if token.dep_ not in ("nsubj", "agent") and not (token.dep_ == "pobj" and token.head.lower_ == "by"):
                continue
            country = _country_behind(view, hit.end)
            if country is not None:
                own = body_identity("police", "government-body", country, "police")
                view.add(Found(hit.start, hit.end, "description", own, "police"))
                continue
            earlier = [identity for number, start, identity in named if (number, start) < (view.number, hit.start)]
            identity = (
                earlier[-1]
                if earlier
                else (named[0][2] if named else body_identity("police", "government-body", home, "police"))
            )
            view.add(Found(hit.start, hit.end, "description", identity, "police"))


def generic_identity(core: str, country: str | None) -> Identity | None:
    """The registered body of a country that goes by a generic name ('foreign ministry' of France)."""
    key = generic_keys().get((core, country or ""))
    if key is None:
        return None
    actor = registered_actors()[key]
    return Identity(f"registry:{key}", actor.name, core, actor.actor_type, actor.country_code, key)


def _country_behind(view: View, char: int) -> str | None:
    """The country of 'police in Romania'."""
    hits = [h for h in view.layer("country") if char < h.start <= char + len(" in the ") and not h.entry.is_ambiguous]
    return next((h.entry.key for h in hits if view.text[char : h.start].strip().lower() in {"in", "in the"}), None)


def _countries_before(view: View, char: int) -> list[str]:
    """Countries that a paragraph names before a character, by themselves or by a region; the nearest first."""
    hits = [
        h for layer in ("country", "region") for h in view.layer(layer) if h.end <= char and not h.entry.is_ambiguous
    ]
    return [h.entry.key for h in sorted(hits, key=lambda h: -h.end)]


FEWEST = 3  # mentions of state bodies that show which country an article is about


def resolve_generic(views: Sequence[View], home: str | None) -> None:
    """Give bodies with a generic name but no country one: that of the same body, the one before, or the leading one."""
    identities = [f.identity for v in views for f in v.found]
    weight = Counter(i.country_code for i in identities if i.country_code is not None)
    named = _named_bodies(views)
    for view in views:
        for hit in view.layer("country"):
            weight[hit.entry.key] += not hit.entry.is_ambiguous
    leading = [code for code, times in sorted(weight.items(), key=lambda w: (-w[1], w[0])) if times]
    if home is None:
        home = _country_of_bodies(identities)
    if home is not None:
        leading.insert(0, home)
    seated = _seated(views)
    for number, view in enumerate(views):
        for found in list(view.found):
            identity = found.identity
            if identity.country_code is not None or identity.registry_key is not None:
                continue
            code = seated.get(identity.name_key)
            if code is not None and found.rule in ("body-generic", "body-noun"):
                found.identity = generic_identity(identity.name_key, code) or body_identity(
                    identity.name_key, "government-body", code, identity.name_key
                )
                continue
            same = _nearest(named.get(identity.name_key, ()), (number, found.start))
            if found.rule == "body-generic":
                _resolve_plain(view, found, same or _supranational(views, identity), home)
            if found.rule != "body-noun":
                continue
            countries = countries_with(identity.name_key)
            if same is not None:
                found.identity = same
            elif found.owner is not None and found.owner.country_code in countries:
                found.identity = generic_identity(identity.name_key, found.owner.country_code) or identity
            else:
                chosen = next(
                    (c for c in [*_countries_before(view, found.start), *leading[:2]] if c in countries), None
                )
                if chosen is not None:
                    found.identity = generic_identity(identity.name_key, chosen) or identity
    for view in views:
        for found in view.found:
            owner = found.owner
            if owner is not None and owner.country_code is None:
                owner = next(
                    (f.identity for f in view.found if f.start < found.start and f.end >= found.start - 4), owner
                )
                found.owner = owner
            if owner is not None and found.identity.country_code is None and owner.country_code is not None:
                found.identity = replace(found.identity, country_code=owner.country_code)
    _place_bodies(views, home)


def _seated(views: Sequence[View]) -> dict[str, str]:
    """Countries of generic bodies by the one place where they are said to sit: 'the health ministry in Gaza'."""
    codes: dict[str, set[str]] = defaultdict(set)
    for view in views:
        for found in view.found:
            place = re.match(r" (?:in|of) (?:the )?", view.text[found.end : found.end + 8])
            if found.rule == "body-generic" and place is not None:
                hit = view.hit_at(["country", "region"], found.end + place.end())
                codes[found.identity.name_key].update([] if hit is None or hit.entry.is_ambiguous else [hit.entry.key])
    return {core: next(iter(seats)) for core, seats in codes.items() if len(seats) == 1}


Places = tuple[int, int]  # paragraph and character


def _named_bodies(views: Sequence[View]) -> dict[str, list[tuple[Places, Identity]]]:
    """Where state bodies of a known country stand, in text order, under their own and the generic names they go by."""
    named: dict[str, list[tuple[Places, Identity]]] = defaultdict(list)
    for number, view in enumerate(views):
        for found in sorted(view.found, key=lambda f: f.start):
            identity = found.identity
            if identity.country_code is not None and identity.actor_type == "government-body":
                own = identity.name_key.split("|")[0]
                for name in {own, *_generic_names().get(identity.registry_key or "", ())}:
                    named[name].append(((number, found.start), identity))
    return named


@functools.cache
def _generic_names() -> dict[str, list[str]]:
    """The generic names of each state body of the registry."""
    names: dict[str, list[str]] = defaultdict(list)
    for (name, _), key in generic_keys().items():
        names[key].append(name)
    return names


def _nearest(named: Sequence[tuple[Places, Identity]], at: Places) -> Identity | None:
    """The body named last before a place, else the first behind it."""
    before = [identity for place, identity in named if place < at]
    return before[-1] if before else named[0][1] if named else None


def _country_of_bodies(identities: Sequence[Identity]) -> str | None:
    """The country that an article's state bodies are of, where they are three and of no other country."""
    codes = [i.country_code for i in identities if i.actor_type == "government-body" and i.country_code is not None]
    return codes[0] if len(codes) >= FEWEST and len(set(codes)) == 1 else None


def _place_bodies(views: Sequence[View], home: str | None) -> None:
    """Give a country to bodies that are named with a place ('X University in Lima') and to state bodies at home."""
    found_countries: dict[str, str] = {}
    bodies = [(v, f) for v in views for f in v.found if f.rule in ("body-noun", "tagged", "defined", "short-form")]
    for view, found in bodies:
        identity = found.identity
        if identity.country_code is not None or identity.registry_key is not None:
            continue
        place = re.match(r"(?: in|,) (?:the )?(?=[A-Z])", view.text[found.end : found.end + 9])
        hit = view.hit_at(["country", "region"], found.end + place.end()) if place is not None else None
        is_seated = identity.actor_type in ("organization", "government-body")
        if hit is not None and not hit.entry.is_ambiguous and is_seated:
            found_countries.setdefault(identity.key, hit.entry.key)
        elif (
            home is not None
            and not BEYOND.search(identity.name)
            and (identity.actor_type == "government-body" or identity.name.startswith("National "))
        ):
            found_countries.setdefault(identity.key, home)
    for _, found in bodies:
        country = found_countries.get(found.identity.key)
        if country is not None and found.identity.country_code is None:
            found.identity = replace(found.identity, country_code=country)


def _supranational(views: Sequence[View], plain: Identity) -> Identity | None:
    """The body of no country that an article names in full, for a generic name ('the central bank' of a union)."""
    return next(
        (
            f.identity
            for v in views
            for f in v.found
            if f.identity.actor_type == "government-body"
            and f.identity.country_code is None
            and f.identity.key != plain.key
            and f.identity.name.lower().endswith(f" {plain.name_key}")
        ),
        None,
    )


def _resolve_plain(view: View, found: Found, same: Identity | None, home: str | None) -> None:
    """Give a body without name or country ('the finance ministry') the country it must be of, where one is clear."""
    core = found.identity.name_key
    place = re.match(r" (?:in|of) (?:the )?", view.text[found.end : found.end + 8])
    near = None
    if place is not None:
        near = view.hit_at(["country", "region"], found.end + place.end())
    sentence = max(view.text.rfind(". ", 0, found.start), view.text.rfind('" ', 0, found.start))
    before = [
        h
        for h in view.layer("country")
        if sentence <= h.start < found.start
        and not h.entry.is_ambiguous
        and h.entry.detail != "demonym"
        and view.text[h.end : h.end + 1] != "-"  # 'a Lima-based firm'
    ]
    country = near.entry.key if near is not None else None
    if country is None and same is not None:
        found.identity = same
        return
    country = country or home or (before[-1].entry.key if before else None)
    if country is not None:
        found.identity = generic_identity(core, country) or body_identity(core, "government-body", country, core)


def canonical_body(words: str, country: str | None) -> str:
    """A body's name without its country, with 'Ministry of X' turned into 'x ministry', plurals into singulars."""
    parts = body_words(words)
    if country is not None:
        for form in country_forms(country):
            size = len(form)
            if tuple(parts[:size]) == form and len(parts) > size:
                parts = parts[size:]
                break
            if tuple(parts[-size:]) == form and len(parts) > size + 1 and parts[-size - 1] in ("of", "in"):
                parts = parts[: -size - 1]
                break
            if tuple(parts[-size:]) == form and len(parts) > size + 2 and parts[-size - 2 : -size] == ["of", "the"]:
                parts = parts[: -size - 2]
                break
    parts = [PLURALS.get(p, p) for p in parts]
    text = " ".join(parts).removeprefix("the ").removeprefix("national ") if len(parts) > 3 else " ".join(parts)
    text = generic_bodies().get(text, text)
    text = re.sub(
        r"^(court|embassy|consulate|tribunal|police) in (?:the )?"
        r"(?:\w+ ){0,3}?(?:province|city|state|town|region|district) of ",
        r"\1 in ",
        text,
    )
    text = re.sub(r"^((?:court|tribunal|police) in .+) (?:province|city|state|region)$", r"\1", text.removeprefix("a "))
    group = re.fullmatch(r"(?:joint |new |special )*(.*?)\b(working group|task force|taskforce)(?: on (.+))?", text)
    if group is not None:
        subject = (group.group(1) or group.group(3) or "").strip().replace("-", "")
        return f"{subject} {group.group(2)}".strip()
    turned = re.fullmatch(r"(ministry|department) (?:of|for) (?:the )?(.+)", text)
    if turned is not None:
        text = f"{turned.group(2)} {turned.group(1)}"
    return generic_bodies().get(text, text)
