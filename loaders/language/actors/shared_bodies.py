"""Bodies whose name is not printed whole: those that share a noun, and those whose country goes without saying."""

from __future__ import annotations

import re

from dossier.language.actors.body_names import PLURALS, SHARED_PLURALS, body_identity, canonical_body
from dossier.language.actors.lexicon import generic_bodies
from dossier.language.actors.registered import is_office
from dossier.language.actors.view import Found, View


def find_coordinated(view: View) -> None:
    """'foreign and finance ministries': the first of two bodies that share a noun."""
    for found in list(view.found):
        match = re.search(r"\b([a-z]+(?: [a-z]+)?) and $", view.text[: found.start])
        noun = view.text[: found.end].rsplit(" ", 1)[-1]
        if match is None or found.rule != "body-noun" or noun not in PLURALS:
            continue
        core = canonical_body(f"{match.group(1)} {PLURALS[noun]}", None)
        owner_end = view.text[: match.start(1)].rstrip().removesuffix("'s")
        country = view.hit_at(["country"], max(len(owner_end) - 1, 0))
        code = country.entry.key if country is not None else None
        if code is not None and core in generic_bodies():
            identity = body_identity(core, "government-body", code, noun)
            view.add(Found(match.start(1), match.end(1), "description", identity, "body-coordinated"))
            found.identity = body_identity(view.text[found.start : found.end], "government-body", code, noun)


SHARED = re.compile(r"((?:[A-Z][\w-]+, )*)([A-Z][\w-]+(?: [A-Z][\w-]+)?),? and (?:the )?$")


def find_shared(view: View) -> None:
    """'the French and German foreign ministries': the bodies of the countries before 'and'."""
    for found in list(view.found):
        own = view.hit_at(["country"], found.start)
        if found.rule != "body-noun" or own is None or own.start != found.start or own.entry.detail == "capital":
            continue
        words = view.text[own.end : found.end].strip()
        last = next((n for n in (" ".join(words.split()[-2:]), words.split()[-1:][0]) if n in SHARED_PLURALS), None)
        before = SHARED.search(view.text, 0, found.start)
        if last is None or before is None:
            continue
        core = words[: len(words) - len(last)] + SHARED_PLURALS[last]
        found.identity = body_identity(
            f"{view.text[own.start : own.end]} {core}", found.identity.actor_type, own.entry.key, last
        )
        for hit in view.layer("country"):
            if before.start() <= hit.start < found.start and hit.entry.detail == own.entry.detail:
                name = f"{view.text[hit.start : hit.end]} {core}"
                if view.is_free(hit.start, hit.end):
                    identity = body_identity(name, found.identity.actor_type, hit.entry.key, last)
                    view.add(Found(hit.start, hit.end, "description", identity, "body-shared"))


# Bodies that every country has and that a report of one country names without it.
PLAIN = re.compile(
    r"(?:(?<=[Tt]he )|(?:(?<=^)|(?<=[.!?] )|(?<=[\"”] ))(?=Parliament))"
    r"((?:(?!the |an? |of |by |with )[a-z]+ ){0,3}(?:ministry|supreme court|central bank|election commission|"
    r"electoral commission|attorney general's office|"
    r"(?:prosecutor general's|prosecutors?'s?) office|coast ?guard|navy|air force|army|military)|[Pp]arliament|"
    r"[Tt]reasury)"
    r"(?= (?!of |for |official|chief|source|minister|base|camp|spokes|head|attack|strike|building|operation|election|"
    r"term|seat|vote\b|debate\b|session|bond|yield|note|bill|market|auction|secretary|leader|general|officer|commander|truck|vehicle|jet|aid|man|coup|junta|regime)|[,.'’)]|$)"
)


# '…, health ministry said on Sunday', as much English is written: without the article
BARE = re.compile(
    r"(?<=[,;] )((?:[a-z]+ ){1,2}ministry)(?= (?:said|says|told|announced|confirmed|added|reported|spokes)\w*)"
)
OF_COUNTRY = re.compile(
    r"(?<=[Tt]he )((?:(?!the |an? |of |by |with )[a-z]+ ){0,3}(?:ministry|supreme court|central bank|commission|"
    r"parliament|coast ?guard|navy|air force|army|military)) of (?:the )?(?=[A-Z])"
)


def find_plain(view: View) -> None:
    """'the finance ministry', 'parliament': bodies whose country only the article as a whole can tell."""
    for match in OF_COUNTRY.finditer(view.text):
        country, core = view.hit_at(["country"], match.end()), canonical_body(match.group(1), None)
        if country is None or country.entry.is_ambiguous or country.entry.detail != "name":
            continue
        if core in generic_bodies().values() and view.is_free(match.start(), country.end):
            name = view.text[match.start() : country.end]
            identity = body_identity(name, "government-body", country.entry.key, core)
            view.add(Found(match.start(), country.end, "name", identity, "body-noun"))
    for match in (*PLAIN.finditer(view.text), *BARE.finditer(view.text)):
        core = canonical_body(match.group(1), None)
        is_generic = core in generic_bodies().values() or match.group(1).lower() in generic_bodies()
        if is_generic and view.is_free(match.start(1), match.end(1)) and not is_office(view, match.start(1)):
            identity = body_identity(match.group(1), "government-body", None, core)
            view.add(Found(match.start(1), match.end(1), "description", identity, "body-generic"))
