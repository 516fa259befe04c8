"""Countries that only tell where a town or a body is: 'in Lyon, France', 'Holm Institute of Technology, Norland.'."""

from __future__ import annotations

import re

from dossier.language.actors.lexicon import Hit
from dossier.language.actors.view import View

TOWN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|to|of|around|toward|for) "
    r"(?P<town>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}), $"
)


def follows_town(view: View, hit: Hit) -> bool:
    """Does the country only tell where a town is: 'in Lyon, France'?"""
    before = TOWN.search(view.text[max(hit.start - 60, 0) : hit.start])
    if before is None:
        return False
    at = hit.start - len(before.group()) + before.start("town") - before.start()
    other = view.hit_at(["country"], at)
    is_named = view.hit_at(["region"], at) is not None or view.token_at(at).ent_type_ in ("GPE", "LOC")
    return is_named and (other is None or other.entry.detail == "capital")


def ends_address(view: View, hit: Hit) -> bool:
    """Does the country only tell where the body before it is: 'Holm Institute of Technology, Norland.'?"""
    if view.text[hit.start - 2 : hit.start] != ", " or view.text[hit.end : hit.end + 1] not in (",", ".", ";", ")"):
        return False
    before = view.token_at(hit.start - 3)
    found = view.found_over(before.idx, before.idx + len(before))
    is_body = found is not None and found.kind == "name" and found.identity.actor_type in ("organization", "company")
    return is_body or before.ent_type_ == "ORG" and view.token_at(hit.start).dep_ in ("npadvmod", "appos")
