"""``feeds.yml``: the sources that a warehouse follows, each with its kind, place, cadence, licence and mapping."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dossier.errors import DossierError, ExitCode
from dossier.reading.metadata import parse_yaml_fields
from dossier.reading.records import Unreadable

MAX_FEEDS_BYTES = 2**20
KINDS = ("path", "url")
REQUIRED = ("id", "kind", "location")
FIELDS = (*REQUIRED, "cadence", "licence", "outlet", "language", "mapping")
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
CADENCE = re.compile(r"(?P<count>[1-9]\d{0,3})\s*(?P<unit>minutes?|hours?|days?)")
NAMED_CADENCES = {"hourly": timedelta(hours=1), "daily": timedelta(days=1), "weekly": timedelta(days=7)}
EXAMPLE = "feeds: [{id: harbour-news, kind: url, location: https://news.example/rss, cadence: hourly}]"


@dataclass(frozen=True)
class Feed:
    """A source to follow. ``given`` is what is said of all its documents; a path is absolute."""

    feed_id: str
    kind: str
    location: str
    cadence: timedelta | None  # not asked again before; None: at every load
    given: tuple[tuple[str, str], ...]
    mapping: tuple[tuple[str, str], ...]  # our field, the column of a table


def read_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds that a file declares, in its order; raises ``DossierError`` that lists everything wrong with it."""
    try:
        content = path.read_bytes()[: MAX_FEEDS_BYTES + 1]
    except OSError as error:
        raise DossierError(f"{path} cannot be read ({error.strerror}).", ExitCode.NOTHING_TO_DO) from None
    try:
        declared = parse_yaml_fields(content.decode("utf-8", "replace")) if len(content) <= MAX_FEEDS_BYTES else {}
    except Unreadable as problem:
        raise DossierError(f"{path}: {problem}\nWrite it as\n  {EXAMPLE}", ExitCode.USAGE) from None
    entries = declared.get("feeds")
    if not isinstance(entries, list) or not entries:
        raise DossierError(f"{path} has no list 'feeds'. Write it as\n  {EXAMPLE}", ExitCode.USAGE)
    problems = [f"{name!r} is no field of the file; only 'feeds' is" for name in declared if name != "feeds"]
    ids: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        name = entry.get("id") if isinstance(entry, dict) else None
        problems += [f"feed {number}{f' ({name})' if name else ''}: {problem}" for problem in _problems(entry, path)]
        if isinstance(name, str) and name in ids:
            problems.append(f"feed {number} ({name}): another feed has the id {name!r}")
        ids.add(str(name))
    if problems:
        raise DossierError("\n".join([f"{path} cannot be used:", *(f"  {p}" for p in problems)]), ExitCode.USAGE)
    return tuple(_feed(entry, path) for entry in entries)


def _problems(entry: Any, path: Path) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"it is no mapping; it needs {', '.join(REQUIRED)}"
        return
    for name, value in entry.items():
        if name not in FIELDS:
            near = difflib.get_close_matches(str(name), FIELDS, 1)
            yield f"unknown field {name!r}; " + (f"is it {near[0]!r}?" if near else f"known are {', '.join(FIELDS)}")
        elif name != "mapping" and (not isinstance(value, str) or not value.strip()):
            yield f"{name!r} must be a word or a line of text"
    missing = [name for name in REQUIRED if not entry.get(name)]
    if missing:
        yield f"it lacks {', '.join(missing)}"
    if isinstance(entry.get("id"), str) and not ID.fullmatch(entry["id"]):
        yield f"id {entry['id']!r} must be lower-case letters, digits and hyphens"
    if isinstance(entry.get("kind"), str) and entry["kind"] not in KINDS:
        yield f"kind {entry['kind']!r} is not known; it is 'path' for a file or folder, or 'url'"
    if isinstance(entry.get("location"), str):
        yield from _location_problems(entry.get("kind"), entry["location"], path)
    if isinstance(entry.get("cadence"), str) and _cadence(entry["cadence"]) is None:
        yield f"cadence {entry['cadence']!r} is not known; write hourly, daily, weekly, or such as '6 hours'"
    mapping = entry.get("mapping", {})
    if not isinstance(mapping, dict) or not all(isinstance(value, str) for value in mapping.values()):
        yield "mapping must be a mapping of our fields to the table's columns, such as {text: Body}"


def _location_problems(kind: Any, location: str, path: Path) -> Iterator[str]:
    if kind == "url":
        try:
            parts = urlsplit(location)
            is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
        except ValueError:
            is_address = False
        if not is_address:
            yield f"location {location!r} is no http or https address (without a user's name)"
    elif kind == "path" and not (path.parent / location).expanduser().exists():
        yield f"there is nothing at {location!r} (paths are relative to {path.name})"


def _cadence(text: str) -> timedelta | None:
    if text in NAMED_CADENCES:
        return NAMED_CADENCES[text]
    found = CADENCE.fullmatch(text)
    return timedelta(**{found["unit"].rstrip("s") + "s": int(found["count"])}) if found else None


def _feed(entry: Mapping[str, Any], path: Path) -> Feed:
    location = entry["location"]
    return Feed(
        feed_id=entry["id"],
        kind=entry["kind"],
        location=location if entry["kind"] == "url" else str((path.parent / Path(location).expanduser()).resolve()),
        cadence=_cadence(entry["cadence"]) if "cadence" in entry else None,
        given=tuple((name, entry[name]) for name in ("licence", "outlet", "language") if name in entry),
        mapping=tuple(sorted(entry.get("mapping", {}).items())),
    )
