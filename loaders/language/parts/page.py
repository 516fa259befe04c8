"""A page as units with roles, and the questions about neighbours that its layout is read by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.language.parts.lines import Unit
from dossier.language.parts.printed_dates import LABEL
from dossier.language.parts.roles import LONGEST_TITLE, Role

PROSE = frozenset({"prose", "turn", "transcript", "author"})
META = frozenset({"age", "date", "outlet", "byline"})
PAGE_KINDS = frozenset(
    {"advert", "share", "newsletter", "cookie", "related", "comments", "tags", "footer", "source-link", "duration"}
)
SAID_IN_TEXT = frozenset({"newsletter", "share", "source-link"})  # 'Let me be clear about …' is said in speeches, too
SHORTEST_SAID = 5  # words
FEWEST_TURNS = 4
SHOUTED = 0.75  # share of capitals
AUTHOR_LABEL = re.compile(r"(?:Authors?|Byline|Written by|Reporters?|Writers?)\s?:$", re.I)
LONGEST_AUTHOR = 10  # words of a line of names and outlet
TITLED = 0.6  # share of words with a capital
LAST_UNITS = 3  # of a text, where calls to the reader stand
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,5})?$", re.I)
FEWEST_ENTRIES = 3  # of a live page
LONGEST_ENTRY_HEAD = 6  # lines from the time of an entry to its text: title, writer, place
ENDS = frozenset({"comments", "footer", "end"})


@dataclass
class Story:
    """One story of the page: its units in order, and which of them is the headline."""

    is_main: bool
    rule: str
    units: list[int] = field(default_factory=list)
    headline: int | None = None
    header: list[int] = field(default_factory=list)  # lines above the headline that name outlet, age or date


class Page:
    """Units with their roles, and the questions the walk asks about them."""

    def __init__(self, units: Sequence[Unit], roles: Sequence[Role], title: str | None) -> None:
        self.units, self.roles = units, list(roles)
        self.title = fold_title(title or "")
        self.count = len(units)
        self._mend_lone_turns()
        self._mend_labelled()
        self.is_page = self._shows_furniture()
        if not self.is_page:
            self.roles = [self._role_in_text(index) for index in range(self.count)]
        self.stamps = self._find_stamps()
        self.is_prose = [role.name in PROSE for role in self.roles]
        self.is_spaced = self._has_blank_lines()
        self.next_prose = self._next_prose()
        self._next_content = self._find_next_content()
        self.headers = self._item_headers()
        self.next_header = self._next_header()

    def _mend_lone_turns(self) -> None:
        """'FERRY TRAGEDY: We held on to a mattress' is a title where nobody takes turns."""
        turns = [index for index, role in enumerate(self.roles) if role.name == "turn"]
        for index in turns if len(turns) < FEWEST_TURNS else ():
            if not self.units[index].is_terminal and self.units[index].word_count < LONGEST_TITLE:
                self.roles[index] = Role("title")

    def _mend_labelled(self) -> None:
        """'Author:' above 'Ann Lee | Leith Post', 'Publication Date:' above a date: a label tells what follows it."""
        for index in range(self.count - 1):
            words, following = self.units[index].words, self.units[index + 1]
            if AUTHOR_LABEL.match(words) and following.word_count <= LONGEST_AUTHOR and following.title_share > TITLED:
                self.roles[index], self.roles[index + 1] = Role("furniture", "label"), Role("byline")
            elif words.endswith(":") and LABEL.fullmatch(words) and self.roles[index + 1].name == "date":
                self.roles[index] = Role("furniture", "label")

    def is_broadcast(self, story: Story) -> bool:
        """Whether a story is the text of a broadcast: in capitals, or with its running time."""
        prose = [i for i in story.units if self.is_prose[i]]
        words = sum(self.units[i].word_count for i in prose)
        shouted = sum(self.units[i].word_count for i in prose if self.units[i].upper_share > SHOUTED)
        timed = bool(prose) and self.units[prose[0]].words.startswith(("00:00 ", "0:00 "))
        return timed or shouted > 0.5 * words

    def name(self, index: int) -> str:
        """Role of a unit, '' outside the page."""
        return self.roles[index].name if 0 <= index < self.count else ""

    def kind(self, index: int) -> str | None:
        """Kind of furniture of a unit."""
        return self.roles[index].kind if 0 <= index < self.count else None

    def is_furniture(self, index: int) -> bool:
        """Whether a unit is furniture or a separator."""
        return self.name(index) in ("furniture", "separator")

    def is_end(self, index: int) -> bool:
        """Whether stories do not go on behind a unit: comments, footers, '###'."""
        return self.name(index) == "furniture" and self.kind(index) in ENDS

    def content_after(self, index: int) -> int:
        """The next unit that is not furniture."""
        return self._next_content[min(index + 1, self.count)]

    def is_title(self, index: int) -> bool:
        """Whether a unit may be a headline: a title, or a short sentence that asks, calls or quotes."""
        if not 0 <= index < self.count:
            return False
        unit, name = self.units[index], self.name(index)
        return (
            name == "title"
            or name == "fragment"
            and unit.word_count >= 2
            or name == "prose"
            and unit.word_count <= 16
            and not unit.tail.endswith(".")
        )

    def _shows_furniture(self) -> bool:
        kinds = [role.kind for role in self.roles if role.name == "furniture"]
        shown = sum(kind in PAGE_KINDS for kind in kinds)
        if self.title and self.count and fold_title(self.units[0].words) == self.title:
            return shown >= max(3, 0.1 * self.count)  # a record's own text: title, blank line, text
        shown += sum(kind in ("navigation", "number", "domain") for kind in kinds) // 3
        return shown >= 3 or shown >= max(1, 0.02 * self.count) or any(role.name == "age" for role in self.roles)

    def _find_stamps(self) -> frozenset[int]:
        """Times of the day that stand alone above the entries of a live page; from here on no furniture."""
        times = [i for i in range(self.count) if CLOCK.match(self.units[i].words)]
        ends = [*times[1:], self.count][: len(times)]
        stamps = frozenset(
            i
            for i, end in zip(times, ends, strict=True)
            if any(self.roles[at].name in PROSE for at in range(i + 1, min(i + LONGEST_ENTRY_HEAD, end)))
        )
        if len(stamps) < FEWEST_ENTRIES:
            return frozenset()
        for index in stamps:
            self.roles[index] = Role("cell")
        return stamps

    def _role_in_text(self, index: int) -> Role:
        """The role of a unit in a text without a page around it, where fewer things are furniture."""
        role, unit = self.roles[index], self.units[index]
        if role.name != "furniture":
            return role
        if role.kind == "number":
            return Role("cell")
        if index == 0 and self.title and fold_title(unit.words) == self.title:
            return Role("title")
        if role.kind in SAID_IN_TEXT and unit.word_count >= SHORTEST_SAID and index < self.count - LAST_UNITS:
            return Role("prose")
        return role

    def _has_blank_lines(self) -> bool:
        """Whether blank lines stand between most paragraphs."""
        prose = [unit.after_blank for unit, is_prose in zip(self.units, self.is_prose, strict=True) if is_prose]
        return sum(prose) > 0.6 * len(prose)

    def _next_prose(self) -> list[int]:
        following = [self.count] * (self.count + 1)
        for index in range(self.count - 1, -1, -1):
            following[index] = index if self.is_prose[index] else following[index + 1]
        return following

    def _find_next_content(self) -> list[int]:
        following = [self.count] * (self.count + 1)
        for index in range(self.count - 1, -1, -1):
            following[index] = following[index + 1] if self.is_furniture(index) else index
        return following

    def _next_header(self) -> list[int]:
        following = [self.count] * (self.count + 2)
        for index in range(self.count - 1, -1, -1):
            following[index] = index if index in self.headers else following[index + 1]
        return following

    def _item_headers(self) -> dict[int, int]:
        """First unit of each item header ('Outlet', 'an hour ago', '- Outlet') with the index of the title under it."""
        headers: dict[int, int] = {}
        taken = last = -1
        for index in range(self.count):
            if index <= taken or self.name(index) != "age":
                continue
            first = index
            while first - 1 > taken and self._is_header_line(first - 1, index):
                first -= 1
            last = max(index, last)
            while last + 1 < self.count and (self.name(last + 1) in META or self._is_dashed_outlet(last + 1)):
                last += 1
            long_title_above = first == index and self.is_title(first - 1) and self.units[first - 1].word_count >= 5
            if self.is_title(last + 1) and not long_title_above:
                headers[first] = last + 1
                taken = last + 1
        return headers

    def _is_header_line(self, index: int, age: int) -> bool:
        unit, name = self.units[index], self.name(index)
        if name in ("outlet", "date"):
            return True
        if (
            index != age - 1
            or unit.word_count > 5
            or unit.is_terminal
            or name not in ("fragment", "title", "byline", "caption")
        ):
            return False
        return unit.title_share >= 0.6 or unit.upper_share > 0.6 or self._is_dashed_outlet(age + 1)

    def _is_dashed_outlet(self, index: int) -> bool:
        return (
            0 <= index < self.count
            and self.units[index].bullet == "bullet"
            and self.units[index].word_count <= 6
            and not self.units[index].is_terminal
        )


def fold_title(words: str) -> str:
    """A title in the form it is compared in: letters and digits only."""
    return "".join(c for c in words.lower() if c.isalnum())
