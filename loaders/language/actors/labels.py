"""Speakers' labels of a transcript: 'MR. OKORO:', 'THE PRESIDENT:', 'JOAN PARK, HOST:'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dossier.language.actors.lexicon import given_names, titles
from dossier.language.actors.names import person_key
from dossier.language.actors.people import Person, new_person
from dossier.language.actors.view import Found, View

LABEL = re.compile(
    r"(?P<words>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,6})(?:, [^:]{2,60}| ?\\?\([^:()]{2,60}\))?:(?=\s|$)"
)
OFFICE_ALONE = re.compile(
    r"THE (PRESIDENT|VICE PRESIDENT|FIRST LADY|PRIME MINISTER|CHANCELLOR|CHAIRMAN|CHAIR|SECRETARY|SPEAKER)"
)
STYLES = re.compile(
    r"(?:(?:MR|MS|MRS|DR|SEN|REP|GOV|GEN|ADM|LT|COL|PROF|HON|SIR|DAME|SECRETARY|SENATOR|GOVERNOR|MAYOR|DIRECTOR|"
    r"ADMINISTRATOR|AMBASSADOR|GENERAL|ADMIRAL|PRESIDENT|VICE|PRIME|FOREIGN|MINISTER|CHANCELLOR|CHAIRMAN|CHAIRWOMAN|CHAIR|"
    r"DEPUTY|UNDER|ASSISTANT|COMMISSIONER|CONGRESSMAN|CONGRESSWOMAN|REPRESENTATIVE|JUDGE|JUSTICE|KING|QUEEN|PRINCE|"
    r"PRINCESS|PROFESSOR|DOCTOR|COUNSELOR|SPEAKER|SHERIFF|CHIEF|ATTORNEY|OF|STATE|DEFENSE|ENERGY|TREASURY|ADVISOR|ADVISER|"
    r"LORD|LADY|BARONESS|SGT|SERGEANT|CPL|CONST|CONSTABLE|DET|DETECTIVE|INSP|INSPECTOR|SUPT|CAPT|CAPTAIN|MAJ|MAJOR|CMDR|"
    r"COMMANDER|OFFICER|LIEUTENANT|COLONEL|ANCHOR|REPORTER|CORRESPONDENT|PRESENTER|BISHOP|REV|FATHER|RABBI|IMAM|COACH|"
    r"CLLR|COUNCILLOR|COUNCILOR|COUNCILMAN|COUNCILWOMAN|TREASURER|MP)\.? )+"
)
# Those whom no name stands for.
NOBODY = re.compile(
    r"\b(?:OFFICIAL|REPORTERS?|MODERATOR|OPERATOR|AUDIENCE|PARTICIPANTS?|SPEAKERS?|HOST|ANNOUNCER|INTERPRETER|"
    r"QUESTION|ANSWER|NOTE|UPDATE|WATCH|LIVE|VIDEO|BREAKING|MORE|PHOTOS?|FACT|SHEET|MEMBER|UNIDENTIFIED)\b"
)


def find_labels(views: Sequence[View], people: list[Person]) -> None:
    """Tie the labels of a transcript to the people they name.

    A label with a style, with a first name, or printed again among those of others makes a person.
    """
    labels = [(v, m) for v in views if (m := LABEL.match(v.text)) is not None]
    if len(labels) < 2:
        return
    printed = Counter(match["words"] for _, match in labels)
    takes_turns = len(printed) > 1
    for view, match in labels:
        words = match["words"]
        alone = OFFICE_ALONE.fullmatch(words)
        if alone is not None:
            holder = _holder(views, alone.group(1).lower())
            if holder is not None and view.is_free(match.start("words"), match.end("words")):
                view.add(Found(match.start("words"), match.end("words"), "title", holder.identity, "label-title"))
            continue
        if NOBODY.search(words):
            continue
        style = STYLES.match(words)
        start = match.start("words") + (style.end() if style is not None else 0)
        end = match.end("words")
        name = view.text[start:end]
        if not name or not view.is_free(start, end):
            continue
        is_marked = style is not None or takes_turns and printed[words] > 1 and len(words.split()) in (2, 3)
        person = _named(people, name) or _new(name, is_marked, (view.number, start))
        if person is not None:
            if person not in people:
                people.append(person)
            view.add(Found(start, end, "name", person.identity, "label"))


def _named(people: Sequence[Person], name: str) -> Person | None:
    """The one person of the article whose full name or surname the label shouts."""
    folded = name.replace("’", "'")
    full = [p for p in people if p.name.upper() == folded]
    surname = [
        p for p in people if any(short.upper() == folded for short in p.shorts) or p.name.split()[-1].upper() == folded
    ]
    choices = full or surname
    return choices[0] if choices and len({p.identity.key for p in choices}) == 1 else None


def _new(name: str, is_marked: bool, position: tuple[int, int]) -> Person | None:
    words = [w if len(w) == 1 else w[0] + w[1:].lower() for w in name.split()]
    if not is_marked and not (2 <= len(words) <= 4 and words[0] in given_names()):
        return None
    if " ".join(words).lower() in titles():
        return None
    shown = " ".join(words)
    return new_person(shown, person_key(shown), position)


def _holder(views: Sequence[View], office: str) -> Found | None:
    """The one person whom the article names with the office."""
    held: dict[str, Found] = {}
    for view in views:
        for hit in view.layer("title"):
            if hit.entry.key != office or view.text[: hit.start].endswith("ice "):
                continue
            found = view.found_over(hit.end + 1, hit.end + 2)
            if found is not None and found.identity.actor_type == "person" and view.text[hit.end] == " ":
                held.setdefault(found.identity.key, found)
        if held:
            break
    return next(iter(held.values())) if len(held) == 1 else None
