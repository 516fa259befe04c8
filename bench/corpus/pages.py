"""One page of the made-up world: its text, and the rows that the readers would land for it."""

from __future__ import annotations

import re
from collections import namedtuple
from datetime import date
from hashlib import blake2b, sha256
from random import Random
from typing import Any, NamedTuple

from corpus.world import DEEDS, MEASURES, Actor, Event, Figure, Saying, World
from dossier.language.fingerprints import SAMPLE_EVERY, SHINGLE_WORDS, hash_words
from dossier.raw_tables import raw_tables

WORD = re.compile(r"[^\W_]+")
SMALL_WORDS = frozenset(
    "the a of in on to and with for by at was were has said that over from today year last he they it".split()
)
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
READER_VERSION = "generator"
# A row class for every raw table, its columns NULL where not given.
ROWS: dict[str, Any] = {
    name: namedtuple(name, [column for column, _ in table.columns], defaults=[None] * len(table.columns))  # type: ignore[misc]
    for name, table in raw_tables().items()
    if table.view is None
}


class Span(NamedTuple):
    """A stretch of the page, 0-based code points, end exclusive."""

    start: int
    end: int


class Page:
    """A page that is being written; ``rows`` holds (table, row) and ``truth`` (kind, id, what it truly is)."""

    def __init__(self, world: World, number: int, published: date | None, headline_words: str) -> None:
        self.world, self.published = world, published
        self.number, self.count = number, 0
        self.document_id = "doc" + _digest(f"{world.seed} document {number}")
        self.article_id, self.reading_id = self.id("art"), "rdg" + _digest(f"{self.document_id} reading")
        self.pieces: list[str] = []
        self.length = 0
        self.rows: list[tuple[str, Any]] = []
        self.truth: list[tuple[str, str, str]] = []
        self.chains: dict[int, list[Any]] = {}
        self.sentence_start = 0
        self.paragraphs: list[Span] = []
        self.headline = self.words(self.put(headline_words))
        self.put("\n\n")

    def id(self, prefix: str) -> str:
        """The next id of the page."""
        self.count += 1
        return prefix + _digest(f"{self.document_id} {self.count}")

    def put(self, text: str) -> Span:
        """Print words."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return Span(start, self.length)

    def words(self, span: Span) -> str:
        """What stands in a stretch."""
        text = "".join(self.pieces)  # short pages, few calls: joined once for each kept quote
        return text[span.start : span.end]

    def row(self, table: str, **values: Any) -> None:
        """Add a row of this page's article."""
        self.rows.append(
            (
                table,
                ROWS[table](
                    reading_id=self.reading_id, document_id=self.document_id, article_id=self.article_id, **values
                ),
            )
        )

    def begin_paragraph(self) -> int:
        """Where the paragraph begins."""
        self.sentence_start = self.length
        return self.length

    def end_paragraph(self, start: int) -> None:
        """Close a paragraph."""
        self.paragraphs.append(Span(start, self.length))
        self.put("\n\n")

    def mention(self, actor: Actor, random: Random) -> str:
        """Print an actor's name, or a short form of it; returns its chain."""
        chain = self.chains.get(actor.number)
        if chain is None:
            chain = self.chains[actor.number] = [self.id("chn"), actor, [], None, random.random() < 0.6]
            if actor.title is not None and random.random() < 0.6:
                self._introduce(chain, random)
            form, kind = actor.name, "name"
        elif random.random() < 0.2:
            form, kind = ("he" if actor.kind == "person" else "it"), "pronoun"
        else:
            form, kind = (actor.name.split()[-1] if actor.kind == "person" else actor.name), "name"
        span = self.put(form)
        mention_id = self.id("amn")
        chain[2].append(mention_id)
        self.row(
            "read_actor_mentions", actor_mention_id=mention_id, chain_id=chain[0], start_char=span.start,
            end_char=span.end,
            text=form, mention_kind=kind, reader="actors", rule="registry" if actor.registry_key else "full-name",
        )  # fmt: skip
        return str(chain[0])

    def _introduce(self, chain: list[Any], random: Random) -> None:
        actor = chain[1]
        span = self.put(actor.title)
        body_chain = None
        if actor.body is not None and random.random() < 0.6:
            self.put(" of ")
            body_chain = chain[3] = self.mention(self.world.actors[actor.body], random)
        self.put(" ")
        self.row(
            "read_actor_roles", chain_id=chain[0], title=actor.title, title_key=actor.title, rule="title",
            organization_chain_id=body_chain, start_char=span.start, end_char=span.end,
        )  # fmt: skip

    def time(self, day: date, random: Random) -> str:
        """Print a day as news does; returns the expression's id."""
        point: dict[str, Any] = {"anchor": "publication", "grain": "day"}
        apart = (day - self.published).days if self.published else None
        if apart == 0 and random.random() < 0.5:
            text, point["shift_count"], point["shift_unit"], rule = "today", 0, "day", "day-away"
        elif apart is not None and -6 <= apart <= 0:
            text, point["weekday"], rule = "on " + WEEKDAYS[day.weekday()], day.isoweekday(), "weekday"
        else:
            text, rule = f"on {MONTHS[day.month - 1]} {day.day}, {day.year}", "month-day"
            point |= {"anchor": "absolute", "year": day.year, "month": day.month, "day": day.day}
        return self._time_row(text, "day", rule, point, random)

    def loose_time(self, random: Random) -> str:
        """Print a year, a span or a length of time that dates no event."""
        year = self.world.first_day.year - random.randrange(12)
        text, kind, rule, point = random.choice((
            (f"in {year}", "year", "year", {"anchor": "absolute", "grain": "year", "year": year}),
            ("last year", "year", "period", {"anchor": "publication", "grain": "year", "shift_count": -1,
            "shift_unit": "year"}),
            ("for three years", "duration", "duration", None),
            ("now", "vague", "vague-now", None),
        ))  # fmt: skip
        return self._time_row(text, kind, rule, point, random)

    def _time_row(self, text: str, kind: str, rule: str, point: dict[str, Any] | None, random: Random) -> str:
        if text[:3] in ("on ", "in "):
            self.put(text[:3])
            text = text[3:]
        span = self.put(text)
        time_id = self.id("tme")
        self.row(
            "read_time_expressions", time_expression_id=time_id, start_char=span.start, end_char=span.end, text=text,
            time_kind=kind,
            duration="P3Y" if kind == "duration" else None, tense=random.choice(("past", "past", "present", None)),
            is_approximate=False, sentence_start_char=self.sentence_start, reader="times", rule=rule,
        )  # fmt: skip
        if point is not None:
            self.row("read_time_points", time_expression_id=time_id, position="at", is_fiscal=False, **point)
            if point["anchor"] == "absolute" and point["grain"] == "day":
                self.row(
                    "read_publication_evidence", publication_evidence_id=self.id("pev"), evidence_kind="past-date",
                    time_expression_id=time_id, start_char=span.start, end_char=span.end, text=text, reader="times",
                    rule="past-date",
                )  # fmt: skip
        return time_id

    def item(self, number: int) -> str:
        """Print a good; returns its mention."""
        item = self.world.items[number]
        span, mention_id = self.put(item["name"].lower()), self.id("imn")
        self.row(
            "read_item_mentions", item_mention_id=mention_id, item_key=item["item_key"], start_char=span.start,
            end_char=span.end,
            text=item["name"].lower(), reader="items", rule="item-list",
        )  # fmt: skip
        return mention_id

    def event(self, event: Event, random: Random, claimant: Actor | None, is_dated: bool) -> None:
        """Print a clause that tells an event, as much of it as one report tells."""
        _, root, subtype, triggers, deed = DEEDS[event.deed]
        start = self.length
        agent_chain = self.mention(event.agent, random)
        self.put(" ")
        trigger_words = random.choice(triggers)
        trigger = self.put(trigger_words)
        target_chain = None
        if random.random() < 0.8:
            self.put(" ")
            target_chain = self.mention(event.target, random)
        told = [word for word in event.words if random.random() < 0.7]
        own = [self.world.words[self.world.word_use.draw(random)] for _ in range(3)]
        self.put(" over " + " and ".join([*told, *own]))
        item_mentions = []
        for number in event.items:
            self.put(" of ")
            item_mentions.append((self.world.items[number]["item_key"], self.item(number)))
        has_place = random.random() < 0.65
        if has_place:
            self.put(f" in {event.place}")
        time_id = None
        if is_dated:
            self.put(" ")
            time_id = self.time(event.day, random)
        end = self.length
        claimant_chain = None
        if claimant is not None:
            self.put(", ")
            claimant_chain = self.mention(claimant, random)
            self.put(" said")
        report_id = self.id("evr")
        self.row(
            "read_event_reports", event_report_id=report_id, start_char=start, end_char=end,
            quote=self.words(Span(start, end)),
            trigger=trigger_words, trigger_start_char=trigger.start, trigger_end_char=trigger.end, event_type=root,
            event_subtype=subtype, status="scheduled" if self.published and event.day > self.published else "occurred",
            time_expression_id=time_id, time_relation="on" if time_id else None,
            place=event.place if has_place else None,
            place_country_code=event.place_country if has_place else None, attributed_chain_id=claimant_chain,
            attributed_as_written=claimant.name if claimant else None, reader="events",
            rule="verb|" + trigger_words.split()[0],
        )  # fmt: skip
        chains = {agent_chain: "agent", target_chain: "target"}
        for chain, participant_role in chains.items():
            if chain is not None:
                self.row(
                    "read_event_participants", event_report_id=report_id, chain_id=chain,
                    participant_role="participant" if root == "consult" else participant_role,
                    rule="subject" if participant_role == "agent" else "object",
                )  # fmt: skip
        for item_key, mention_id in item_mentions:
            self.row("read_event_items", event_report_id=report_id, item_key=item_key, item_mention_id=mention_id)
        terms = dict.fromkeys((*told, *own), "word")
        terms |= {word.lower(): "name" for word in (event.agent.name.split() if event.agent.kind != "country" else ())}
        terms |= dict.fromkeys(self.world.wording(random, 0, 5), "nearby word")
        terms |= {trigger_words.split()[0]: "trigger"} | ({event.place.lower(): "name"} if has_place else {})
        for term, kind in (*terms.items(), *(((deed, "deed"),) if deed else ())):
            self.row("read_event_terms", event_report_id=report_id, term=term, term_kind=kind)
        self.truth.append(("event", report_id, event.key))

    def figure(self, figure: Figure, random: Random, days_on: int) -> None:
        """Print what one claimant says of a quantity."""
        measure, unit, noun, _, _ = MEASURES[figure.measure]
        value, claimant = random.choice(figure.values)
        if figure.grows_daily:
            value += days_on
        start = self.length
        own = self.world.wording(random, 0, len(figure.words))  # tellings in own words share no five words in a row
        told = [f"{word} {between}" for word, between in zip(figure.words, own, strict=True) if random.random() < 0.8]
        self.put(f"The {' '.join(told)} {figure.subject} {random.choice(('came to', 'reached', 'stood at'))} ")
        printed = f"{value:,.10g} {noun}"
        span = self.put(printed)
        period_id = None
        if random.random() < 0.3:
            self.put(" ")
            period_id = self.loose_time(random)
        end = self.length
        claimant_chain = None
        if claimant is not None:
            self.put(", according to ")
            claimant_chain = self.mention(claimant, random)
        report_id = self.id("fgr")
        self.row(
            "read_figure_reports", figure_report_id=report_id, start_char=span.start, end_char=span.end, text=printed,
            quote_start_char=start, quote_end_char=end, quote=self.words(Span(start, end)), value=value, unit=unit,
            comparator=random.choice(("eq", "eq", "eq", "about", "gt")), measure=measure, subject=figure.subject,
            place_code=figure.country if random.random() < 0.4 else None, period_time_expression_id=period_id,
            attributed_chain_id=claimant_chain, attributed_as_written=claimant.name if claimant else None,
            reader="quantities", rule="counted-noun", is_withdrawn=False, period_is_start=False,
        )  # fmt: skip
        self.truth.append(("figure", report_id, figure.key))

    def saying(self, saying: Saying, random: Random) -> None:
        """Print a quotation with its speaker."""
        self.put("“")
        quote = self.put(" ".join(saying.words))
        self.put("”, ")
        cue = self.put("said")
        self.put(" ")
        start = self.length
        chain = self.mention(saying.speaker, random)
        statement_id = self.id("stm")
        self.row(
            "read_statements", statement_id=statement_id, start_char=quote.start, end_char=quote.end,
            quote=self.words(quote),
            is_direct=True, speaker_chain_id=chain, speaker_as_written=saying.speaker.name, speaker_start_char=start,
            speaker_end_char=self.length, cue="said", cue_start_char=cue.start, cue_end_char=cue.end,
            reader="statements",
            rule="quotation-before-cue",
        )  # fmt: skip
        self.truth.append(("statement", statement_id, saying.key))

    def close(self, outlet: str, footer: str, identity: dict[str, Any]) -> str:
        """Print the foot, add the rows of the page as a whole; returns its text."""
        body_end = self.length - 2
        foot = self.put(footer)
        text = "".join(self.pieces)
        self.row(
            "read_parts",
            article_part_id=self.id("prt"),
            part_number=1,
            part_kind="article",
            start_char=0,
            end_char=body_end,
            rule="clean-text",
        )
        boilerplate = ROWS["read_parts"](
            reading_id=self.reading_id, document_id=self.document_id, article_part_id=self.id("prt"), part_number=2,
            part_kind="boilerplate", start_char=foot.start, end_char=foot.end, rule="page-furniture",
        )  # fmt: skip
        self.rows.append(("read_parts", boilerplate))
        word_count = len(text.split())
        self.row(
            "read_articles", article_number=1, is_main=True, headline=self.headline, outlet_as_written=outlet,
            is_transcript=False, word_count=word_count, rule="clean-text",
        )  # fmt: skip
        self._fingerprints(text)
        self._article_terms(text)
        self._chains()
        self._document(text, outlet, word_count, identity)
        return text

    def _fingerprints(self, text: str) -> None:
        for paragraph in self.paragraphs:
            words = [
                (m.group().lower(), m.start(), m.end()) for m in WORD.finditer(text, paragraph.start, paragraph.end)
            ]
            for first in range(len(words) - SHINGLE_WORDS + 1):
                run = words[first : first + SHINGLE_WORDS]
                shingle = hash_words(" ".join(word for word, _, _ in run))
                if shingle % SAMPLE_EVERY == 0:
                    self.row("read_fingerprints", shingle_hash=shingle, start_char=run[0][1], end_char=run[-1][2])

    def _article_terms(self, text: str) -> None:
        terms: dict[str, bool] = {}
        for match in WORD.finditer(text, 0, min(len(text), 1500)):
            word = match.group()
            if word.lower() not in SMALL_WORDS and not word.isdigit():
                terms[word.lower()] = terms.get(word.lower(), False) or (word[0].isupper() and match.start() > 0)
        for term, is_name in sorted(terms.items()):
            self.row("read_article_terms", term=term, is_name=is_name)

    def _chains(self) -> None:
        for chain_id, actor, mentions, body_chain, knows_country in self.chains.values():
            self.row(
                "read_actor_chains", chain_id=chain_id, representative_mention_id=mentions[0], name=actor.name,
                name_key=actor.name.lower(), actor_type=actor.kind, registry_key=actor.registry_key,
                country_code=actor.country if knows_country or actor.registry_key else None,
                affiliation_chain_id=body_chain,
                mention_count=len(mentions), rule="registry" if actor.registry_key else "full-name",
            )  # fmt: skip
            if actor.number >= 0:
                self.truth.append(("actor", chain_id, str(actor.number)))

    def _document(self, text: str, outlet: str, word_count: int, identity: dict[str, Any]) -> None:
        content = text.encode()
        record_key, digest, landed = (
            f"page-{self.number:07d}",
            sha256(content + outlet.encode()).hexdigest(),
            identity["landed_at"],
        )
        document = ROWS["documents"](
            document_id=self.document_id, record_key=record_key, name=record_key,
            uri=f"https://example.org/{record_key}",
            sha256=digest, media_type="application/json", byte_count=len(content), char_count=len(text),
            encoding="utf-8",
            text=text, language="en", text_reader="json_lines", text_reader_version="1", landed_at=landed,
            load_id=identity["load_id"],
        )  # fmt: skip
        version = ROWS["document_versions"](record_key, 1, self.document_id, identity["load_id"], landed)
        reading = ROWS["readings"](
            self.reading_id, self.document_id, 1, "english-news", READER_VERSION, landed, word_count, 0.5
        )
        self.rows += [("documents", document), ("document_versions", version), ("readings", reading)]
        given = {"outlet": outlet, "title": self.headline, "url": document.uri}
        if self.published is not None:
            given["published"] = self.published.isoformat()
        for name, value in given.items():
            self.rows.append(("document_metadata", ROWS["document_metadata"](self.document_id, name, value, "record")))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=10).hexdigest()
