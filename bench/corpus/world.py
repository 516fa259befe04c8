"""The world that is told of: outlets, actors, landmarks and stories with their events, figures and sayings.

Everything follows from a seed and the number of documents. Both the days and the documents a day grow with that number,
as the square root: 1,000 documents are 36 days, 10,000 are 115 and 100,000 a year.
"""

from __future__ import annotations

import csv
import itertools
from bisect import bisect
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from dossier.settings import PROJECT_ROOT

LAST_DAY = date(2025, 12, 31)
# Deeds of the made-up world: subtype's root, subtype, what the clause says, trigger and its deed. Parted by how often.
DEEDS: tuple[tuple[int, str, str, tuple[str, ...], str | None], ...] = (
    (22, "other", "other", ("launched", "opened", "began"), "launch"),
    (12, "consult", "meeting", ("met", "held talks with", "conferred with"), "meeting"),
    (9, "regulate", "law-enacted", ("approved", "signed", "enacted"), "approval"),
    (7, "agree", "agreement", ("agreed with", "signed a pact with"), "agreement"),
    (8, "assault", "assault", ("attacked", "shelled", "struck"), "attack"),
    (6, "sanction", "designation", ("sanctioned", "blacklisted"), "sanction"),
    (4, "sanction", "tariff-imposed", ("imposed duties on", "taxed goods of"), "imposition"),
    (5, "coerce", "arrest", ("arrested", "detained"), "arrest"),
    (4, "coerce", "seizure", ("seized goods of", "confiscated cargo of"), "seizure"),
    (4, "aid", "aid", ("gave aid to", "sent supplies to"), "plan"),
    (4, "demand", "demand", ("urged", "called on"), "demand"),
    (3, "accuse", "accusation", ("accused", "blamed"), None),
    (3, "protest", "protest", ("protested against", "marched against"), None),
    (4, "coerce", "sentencing", ("sentenced", "jailed"), "conviction"),
    (2, "consult", "visit", ("visited", "travelled to see"), "visit"),
    (3, "other", "other", ("fell silent before", "lost ground to"), "fall"),
)
# Measure, unit, noun in print, lowest and highest power of ten of its values.
MEASURES: tuple[tuple[str, str, str, float, float], ...] = (
    ("people", "people", "people", 0.7, 5.5),
    ("deaths", "people", "people dead", 0.5, 3.2),
    ("share", "percent", "percent", 0.3, 1.95),
    ("tariff-rate", "percent", "percent", 0.7, 1.9),
    ("investment", "USD", "dollars", 6.0, 10.5),
    ("funding", "USD", "dollars", 5.5, 10.0),
    ("jobs", "jobs", "jobs", 1.5, 5.0),
    ("change-rate", "percent", "percent", 0.2, 1.7),
    ("arrests", "people", "arrests", 0.6, 3.0),
    ("mass", "t", "tonnes", 0.5, 5.0),
)
SYLLABLES = (
    "ba be bo da de do fa fe fi ga go ha hel ja ka ke ko la le lo ma me mi mo na ne no pa pe ra re ri ro sa se so "
    "ta te ti to va ve vi za"
).split()
ENDINGS = "n l r s m th nd st rk x".split()


@dataclass(frozen=True)
class Actor:
    """Somebody of the world; two with one ``name`` are namesakes."""

    number: int
    name: str
    kind: str
    country: str | None
    registry_key: str | None = None
    title: str | None = None
    body: int | None = None


@dataclass(frozen=True)
class Event:
    """Something that happened, with all that a report may tell of it."""

    key: str
    deed: int
    agent: Actor
    target: Actor
    day: date
    place: str
    place_country: str
    items: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A quantity of the world; what claimants say of it differs where there are several ``values``."""

    key: str
    measure: int
    values: tuple[tuple[float, Actor | None], ...]
    subject: str
    country: str
    words: tuple[str, ...]
    grows_daily: bool


@dataclass(frozen=True)
class Saying:
    """Words that somebody said."""

    key: str
    speaker: Actor
    words: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """A happening that documents tell of, day by day."""

    number: int
    topic: int
    day: date
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    sayings: tuple[Saying, ...]
    words: tuple[str, ...]


@dataclass
class Zipf:
    """Numbers below ``count``, the first most often."""

    count: int
    exponent: float = 1.0
    _sums: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._sums = list(itertools.accumulate(1 / (n + 2) ** self.exponent for n in range(self.count)))

    def draw(self, random: Random) -> int:
        """One number."""
        return bisect(self._sums, random.random() * self._sums[-1])


class World:
    """Outlets, actors, items and words for a number of documents; stories on demand."""

    def __init__(self, seed: int, document_count: int) -> None:
        self.seed, self.document_count = seed, document_count
        random = Random(f"{seed} world")
        self.days = max(10, round(365 * (document_count / 100_000) ** 0.5))
        self.first_day = LAST_DAY - timedelta(days=self.days - 1)
        self.longest_burst = max(10, round(document_count**0.5))
        self.words = _made_up_words(random, 30_000)
        self.word_use = Zipf(len(self.words), 0.95)
        self.topic_words = [[self.words[self.word_use.draw(random)] for _ in range(80)] for _ in range(60)]
        self.places = [(word.capitalize(), code) for word, code in zip(
            _made_up_words(random, 3000), itertools.cycle(_column("reference/country_registry.csv", "country_code")),
        )]  # fmt: skip
        self.place_use = Zipf(len(self.places), 0.8)
        self.items = [
            row for topic in ("counternarcotics", "export_controls", "goods")
            for row in _rows(f"topics/{topic}/{topic}_items.csv")
        ]  # fmt: skip
        self.outlets = self._make_outlets(random)
        self.outlet_use = Zipf(len(self.outlets), 1.0)
        self.actors = self._make_actors(random)
        self.actor_use = Zipf(len(self.actors), 0.9)
        self.generic_bodies = [row["name_key"] for row in _rows("vocabulary/generic_bodies.csv")]
        self.landmarks = [self._event(random, f"landmark {n}", 0, None) for n in range(max(5, document_count // 100))]
        self.landmark_use = Zipf(len(self.landmarks), 0.9)
        self.stories = self._plan_stories()

    def _make_outlets(self, random: Random) -> list[str]:
        known = _column("reference/source_registry.csv", "name")
        random.shuffle(known)
        count = round(4 * self.document_count**0.4)
        made_up = [f"The {word.capitalize()} Courier" for word in _made_up_words(random, count)]
        return [(known if n % 5 < 3 else made_up)[n] for n in range(count)]

    def _make_actors(self, random: Random) -> list[Actor]:
        places = self.places
        found: list[Actor] = []
        for row in _rows("reference/actor_registry.csv"):
            found.append(Actor(0, row["name"], row["actor_type"], row["country_code"] or None, row["actor_key"]))
        for row in _rows("reference/country_registry.csv"):
            code = row["country_code"]
            found.append(Actor(0, row["name"], "country", code, f"country-{code.lower()}"))
        titles = ["director", "spokesman", "minister", "professor", "chief executive", "senator", "coach", "judge"]
        first, last = _made_up_words(random, 400), _made_up_words(random, 6000)
        names: list[str] = []
        for _ in range(round(2 * self.document_count**0.85)):
            is_namesake = bool(names) and random.random() < 0.04
            name = (
                random.choice(names) if is_namesake
                else f"{random.choice(first).capitalize()} {random.choice(last).capitalize()}"
            )  # fmt: skip
            names.append(name)
            country = random.choice(places)[1]
            found.append(Actor(0, name, "person", country, None, random.choice(titles), None))
        for word in _made_up_words(random, round(0.6 * self.document_count**0.85)):
            kind = random.choice(("company", "organization", "organization", "government-body"))
            tail = {"company": "Holdings", "organization": "Institute", "government-body": "Agency"}[kind]
            found.append(Actor(0, f"{word.capitalize()} {tail}", kind, random.choice(places)[1]))
        random.shuffle(found)
        bodies = [n for n, actor in enumerate(found) if actor.kind in ("company", "organization", "government-body")]
        return [
            Actor(n, a.name, a.kind, a.country, a.registry_key, a.title, random.choice(bodies) if a.title else None)
            for n, a in enumerate(found)
        ]

    def _plan_stories(self) -> list[int]:
        """How many documents tell each story: most one, some hundreds."""
        random, told, left = Random(f"{self.seed} plan"), [], self.document_count
        while left > 0:
            told.append(min(int(random.paretovariate(1.2)), self.longest_burst, left))
            left -= told[-1]
        return told

    def story(self, number: int) -> Story:
        """The story of that number, always the same."""
        random = Random(f"{self.seed} story {number}")
        day = self.first_day + timedelta(days=random.randrange(self.days))
        actors = tuple(self.actors[self.actor_use.draw(random)] for _ in range(random.choice((5, 7, 9, 11, 14))))
        topic = random.randrange(len(self.topic_words))
        words = tuple(random.choice(self.words) for _ in range(14))
        events = [
            self._event(random, f"{number} e{n}", n, (day, actors, words))
            for n in range(random.choice((2, 4, 6, 7, 9, 14)))
        ]
        figures = [
            self._figure(random, f"{number} f{n}", actors, words) for n in range(random.choice((0, 2, 4, 7, 11, 16)))
        ]
        sayings = [
            Saying(f"{number} s{n}", random.choice(actors), self.wording(random, topic, random.randint(8, 18)))
            for n in range(random.choice((0, 3, 8, 14, 22, 32)))
        ]  # fmt: skip
        return Story(number, topic, day, actors, tuple(events), tuple(figures), tuple(sayings), words)

    def _event(self, random: Random, key: str, place_in_story: int, told_in: Any) -> Event:
        deed = _weighted(random, [weight for weight, *_ in DEEDS])
        if told_in is None:  # known to everybody, years ago
            actors = tuple(self.actors[self.actor_use.draw(random)] for _ in range(2))
            day = self.first_day - timedelta(days=random.randrange(1, 3000))
            words = tuple(random.choice(self.words) for _ in range(4))
        else:
            day, actors, words = told_in
            day += timedelta(days=random.choice((0, 0, 0, -1, -2, -9, -40, 3)) if place_in_story else 0)
        agent, target = random.choice(actors), random.choice(actors)
        place, country = self.places[self.place_use.draw(random)]
        items = (random.randrange(len(self.items)),) if random.random() < 0.25 else ()
        return Event(key, deed, agent, target, day, place, country, items, tuple(random.sample(words, 3)))

    def _figure(self, random: Random, key: str, actors: tuple[Actor, ...], words: tuple[str, ...]) -> Figure:
        measure = random.randrange(len(MEASURES))
        *_, low, high = MEASURES[measure]
        value = _rounded(10 ** random.uniform(low, high), random.choice((1, 2, 2, 3, 4)))
        values = [(value, random.choice((*actors, None)))]
        if random.random() < 0.15:
            values.append((_rounded(value * random.uniform(1.1, 3), 3), random.choice(actors)))
        country = self.places[self.place_use.draw(random)][1]
        return Figure(
            key,
            measure,
            tuple(values),
            random.choice(words),
            country,
            tuple(random.sample(words, 3)),
            random.random() < 0.1,
        )

    def wording(self, random: Random, topic: int, count: int) -> tuple[str, ...]:
        """So many words as a text of the topic has them."""
        return tuple(
            random.choice(self.topic_words[topic]) if random.random() < 0.3 else self.words[self.word_use.draw(random)]
            for _ in range(count)
        )


def _weighted(random: Random, weights: list[int]) -> int:
    return random.choices(range(len(weights)), weights)[0]


def _rounded(value: float, digits: int) -> float:
    rounded = float(f"{value:.{digits - 1}e}")
    return rounded if rounded < 3 else float(round(rounded))


def _made_up_words(random: Random, count: int) -> list[str]:
    """Different words of two to four syllables."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choices(SYLLABLES, k=random.choice((2, 2, 3, 3, 4)))) + random.choice(ENDINGS)] = None
    return list(found)


def _rows(path: str) -> list[dict[str, str]]:
    with (PROJECT_ROOT / "seeds" / Path(path)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _column(path: str, name: str) -> list[str]:
    return [row[name] for row in _rows(path)]
