"""How a story is told: by whom, when, which of its facts, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from corpus.pages import Page
from corpus.world import Actor, Story, World

# Share of documents after the first of a story: verbatim copies, light rewrites; the rest are told in own words.
COPIES, REWRITES = 0.25, 0.25
UNDATED = 0.08
LANDED_AT = datetime(2026, 1, 1)


@dataclass(frozen=True)
class Telling:
    """One document's way of telling a story: ``script`` is the telling whose words it uses, itself where they are its
    own."""

    number: int
    script: int
    kept: float
    days_on: int
    outlet: str
    published: date | None


def plan_tellings(world: World, story: Story, count: int) -> Iterator[Telling]:
    """The documents of a story, the first told first."""
    random = Random(f"{world.seed} tellings {story.number}")
    originals: list[Telling] = []
    for number in range(count):
        days_on = min(int(random.expovariate(0.7)), 12) if number else 0
        script, kept = number, 1.0
        draw = random.random()
        if originals and draw < COPIES + REWRITES:
            model = random.choice(originals)
            script, kept = model.number, 1.0 if draw < COPIES else random.uniform(0.45, 0.8)
            days_on = min(max(days_on, model.days_on), model.days_on + 2)
        day = story.day + timedelta(days=days_on)
        outlet = world.outlets[world.outlet_use.draw(random)]
        telling = Telling(number, script, kept, days_on, outlet, None if random.random() < UNDATED else day)
        if script == number:
            originals.append(telling)
        yield telling


def write_page(world: World, story: Story, telling: Telling, document_number: int) -> tuple[Page, str]:
    """One document with all its rows."""
    own = Random(f"{world.seed} page {document_number}")

    def words_of(place: int) -> Random:
        """The dice of a passage: those of the telling that is copied, where the copy keeps it."""
        number = telling.script if telling.script == telling.number or own.random() < telling.kept else telling.number
        return Random(f"{world.seed} {story.number} {number} {place}")

    head = words_of(0)
    title = _capitalised([*story.words[:3], *world.wording(head, story.topic, 4)])
    page = Page(world, document_number, telling.published, title)
    facts: list[tuple[str, Any]] = [
        *(("event", e) for e in story.events), *(("figure", f) for f in story.figures), *(("saying",
        s) for s in story.sayings),
    ]  # fmt: skip
    script = Random(f"{world.seed} script {story.number} {telling.script}")
    # What was said is printed by few; the same quotations in every telling would make copies of them all.
    told = [fact for n, fact in enumerate(facts) if n == 0 or script.random() < (0.3 if fact[0] == "saying" else 0.75)]
    script.shuffle(told)
    told.sort(key=lambda fact: fact[1] is not story.events[0])  # the news comes first
    if script.random() < 0.3:
        told.append(("event", world.landmarks[world.landmark_use.draw(script)]))
    for place, (kind, fact) in enumerate(told, 1):
        dice = words_of(place)
        start = page.begin_paragraph()
        if kind == "event":
            claimant = dice.choice(story.actors) if dice.random() < 0.25 else None
            page.event(fact, dice, claimant, dice.random() < 0.5)
        elif kind == "figure":
            page.figure(fact, dice, telling.days_on)
        else:
            page.saying(fact, dice)
        page.put(". ")
        _fill(page, world, story, dice, dice.randint(0, 2))
        page.end_paragraph(start)
    for place in range(script.choice((0, 1, 2, 4, 9))):
        dice = words_of(100 + place)
        start = page.begin_paragraph()
        _fill(page, world, story, dice, 2)
        page.end_paragraph(start)
    footer = (
        f"{telling.outlet} newsletter. All rights of {telling.outlet} are kept. Write to the desk of {telling.outlet}."
    )
    text = page.close(telling.outlet, footer, {"landed_at": LANDED_AT, "load_id": "lodgenerated"})
    page.truth.append(("article", page.article_id, f"{story.number} {telling.script}"))
    return page, text


def _fill(page: Page, world: World, story: Story, dice: Random, sentences: int) -> None:
    """Sentences that state no fact: background, with names, times and goods in them."""
    for _ in range(sentences):
        page.sentence_start = page.length
        page.put(_capitalised(world.wording(dice, story.topic, dice.randint(6, 14))) + " ")
        if dice.random() < 0.55:
            page.mention(dice.choice(story.actors), dice)
            page.put(" ")
        elif dice.random() < 0.1:
            page.mention(_generic(world, dice), dice)
            page.put(" ")
        if dice.random() < 0.18:
            page.loose_time(dice)
            page.put(" ")
        if dice.random() < 0.15:
            page.item(dice.randrange(len(world.items)))
            page.put(" ")
        page.put(" ".join(world.wording(dice, story.topic, dice.randint(2, 6))) + ". ")


def _generic(world: World, dice: Random) -> Actor:
    """'The finance ministry': a body that every country has, named without its country."""
    number = dice.randrange(len(world.generic_bodies))
    return Actor(-1 - number, world.generic_bodies[number], "government-body", None)


def _capitalised(words: Sequence[str]) -> str:
    """Words as a sentence begins."""
    return " ".join(words).capitalize()
