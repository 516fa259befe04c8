"""Bodies that the article calls armed groups: 'the rebel groups, the Tarn Front and the Movement for Holm'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.language.actors.lexicon import word_list
from dossier.language.actors.view import Found, View

NOUNS = "|".join(sorted(word_list("noun for an armed group"), key=lambda n: (-len(n), n)))
KIND = rf"(?:(?:rebel|guerrilla|insurgent|militant|separatist|jihadist|paramilitary|armed) [a-z]+|{NOUNS})"
# 'rebel groups, the X', 'the militia X'; 'X, a rebel faction', 'X was the last armed group'
BEFORE = re.compile(rf"\b{KIND}s?,? (?:called |known as )?(?:the )?$")
BEHIND = re.compile(
    rf"(?: \([A-Z][\w-]+\))?(?:,| \(| is| was| are) (?:an?|the|one of the)(?: (?!of\b)[\w'-]+){{0,5}}? {KIND}\b"
)
JOINED = re.compile(r"(?: \([A-Z][\w-]+\))?(?:,? and |, )(?:the )?$")
TYPES = ("organization", "government-body")


def find_armed(views: Sequence[View]) -> None:
    """Make groups of the unregistered bodies that the article says are armed ones, wherever it names them."""
    armed: set[str] = set()
    for view in views:
        last: Found | None = None
        for found in sorted(view.found, key=lambda f: f.start):
            identity = found.identity
            if found.kind != "name" or identity.registry_key is not None or identity.actor_type not in TYPES:
                continue
            before = view.text[max(found.start - 60, 0) : found.start]
            joined = last is not None and JOINED.fullmatch(view.text, last.end, found.start) is not None
            if BEFORE.search(before) or BEHIND.match(view.text, found.end) or joined:
                armed.add(identity.key)
                last = found
    for view in views:
        for found in view.found:
            if found.identity.key in armed:
                found.identity = replace(found.identity, actor_type="group")
