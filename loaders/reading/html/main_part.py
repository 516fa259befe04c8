"""Which lines of a page are its main text: trafilatura's judgement, put right by what the page's structure shows.

trafilatura (and the body that JSON-LD repeats, where there is one) vote for lines. The element that holds the votes is
the body of the story; inside it paragraphs that got no vote are added, and links to other stories taken out.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from dossier.reading.html.json_ld import fold
from dossier.reading.html.lines import Line, Region
from dossier.reading.html.markup import Element

MAX_CHARS_FOR_VOTES = 1_500_000  # visible text: longer pages are judged by structure alone
MAX_ELEMENTS_FOR_VOTES = 60_000
PROSE_WORDS = 8
BODY_SHARE = 0.9  # of the voted words that the body holds
STRONG_BODY = 0.6  # of the words that JSON-LD repeats found in visible lines
ITEM_WORDS = 6
LABEL_WORDS = 3
FEWEST_WORDS = 25  # of a main text
LINK_ONLY = 0.8
AGREED = 0.85  # of the prose that structure shows, in words
BEYOND = 0.05  # as much prose may be voted for that structure does not show
COMMENTS = re.compile(
    r"(?:\d[\d,.]* )?(?:reader )?(?:comments?|commentaires?|kommentare?|coment[aá]rios?|commenti|reacties):?"
    r"(?: ?\(\d[\d,.]*\)| \d[\d,.]*)?"
    r"|(?:\d+|one|no) (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to) .{1,200}"
    r"|(?:leave|post|add|write|submit) (?:a |your )?(?:reply|comment|response)s?(?: to this post)?"
    r"|join the (?:conversation|discussion)|discussion about this post",
    re.I,
)
# 'Read also: (title of another story)' in the languages that sites print it in.
ALSO_READ = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|more on this|related(?: (?:story|article|coverage))?|"
    r"lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|leer también|leia também|leggi anche|"
    r"lees ook|читайте также)"
    r"\s*[:|–—-]",
    re.I,
)
CARD_LINES, CARD_WORDS, CARD_DEPTH = 4, 60, 12  # of a link to another story with what stands under it
MOST_CARDS = 0.3  # of the words: where there are more, linked headings are the way the story is built
TERMINAL = ".!?…\"”’'»)。！？"
# Regions that are never part of the story they stand in.
NEVER_BODY = frozenset(
    "navigation related comments advert consent newsletter share form footer button tags embed".split()
)


def is_prose(line: Line) -> bool:
    """Whether a line is a sentence or more of running text."""
    return (
        line.kind not in ("heading", "row")
        and line.word_count >= PROSE_WORDS
        and line.link_share < 0.5
        and (line.word_count >= 20 or line.text[-1] in TERMINAL)
    )


def trafilatura_votes(lines: Sequence[Line], source: str) -> set[int]:
    """The lines that trafilatura takes for the main text.

    Its quick way is enough where it finds the prose that the page's structure shows too; else all its ways are tried.
    """
    quick = vote(lines, _chunks(source, fast=True))
    shown = prose_by_structure(lines, NEVER_BODY)
    words = sum(lines[i].word_count for i in shown)
    agreed = sum(lines[i].word_count for i in shown & quick)
    beyond = sum(lines[i].word_count for i in quick - shown if is_prose(lines[i]))
    if words >= FEWEST_WORDS and agreed >= AGREED * words and beyond <= BEYOND * words:
        return quick
    return vote(lines, _chunks(source, fast=False))


def _chunks(source: str, *, fast: bool) -> list[str]:
    import trafilatura  # late: its import takes a third of a second

    found = trafilatura.bare_extraction(source, fast=fast, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is None:
        return []
    chunks: list[str] = []
    for element in body.iter("p", "head", "item", "quote", "row", "code", "list", "table", "div", "lb"):
        if element.tag == "row":
            chunks.append(" ".join(element.itertext()))
        elif element.tag in ("p", "head", "item", "quote", "code"):
            chunks += "".join(_own_text(element)).split("\n")
        else:
            chunks.append(element.text or "")
        chunks.append(element.tail or "")
    return [chunk for chunk in (" ".join(chunk.split()) for chunk in chunks) if chunk]


def prose_by_structure(lines: Sequence[Line], excluded: Collection[str]) -> set[int]:
    """The prose under the element that holds most of it, regions of the excluded kinds left out."""
    scores: dict[Element, float] = defaultdict(float)
    prose = [i for i, line in enumerate(lines) if is_prose(line) and not any(r.kind in excluded for r in line.regions)]
    for index in prose:
        weight = float(lines[index].word_count)
        for element in _ancestors(lines[index].element):
            scores[element] += weight
            weight *= 0.6
            if weight < 1:
                break
    if not scores:
        return set()
    best = max(scores.values())
    held = set(next(element for element, score in scores.items() if score == best).iter())
    return {i for i in prose if lines[i].element in held}


def _own_text(element: Element) -> Iterable[str]:
    """Text of an element and of what stands inline in it, with line ends at breaks; blocks in it come by themselves."""
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag in ("p", "head", "item", "quote", "cell", "code", "list", "table", "div", "row"):
            yield "\n"
            continue  # with its tail, which comes by itself
        else:
            yield from _own_text(child)
        yield child.tail or ""


def vote(lines: Sequence[Line], chunks: Iterable[str]) -> set[int]:
    """Lines that the chunks are the text of, in order: equal lines, else lines that hold a chunk or are held by one."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        places[line.folded].append(index)
    voted: set[int] = set()
    last = -1
    for chunk in chunks:
        folded = fold(chunk)
        if not folded:
            continue
        if folded in places:
            following = bisect.bisect_right(places[folded], last)
            is_behind = following < len(places[folded])
            index = places[folded][following if is_behind else 0]
            voted.add(index)
            last = index if is_behind and index - last < 200 else last
            continue
        if len(folded) < 12:
            continue
        at = 0  # how much of the chunk the lines so far have used up
        for index in range(max(0, last - 2), min(len(lines), last + 80)):
            own = lines[index].folded
            if len(own) < 12 or index in voted:
                continue
            found = folded.find(own, at)
            if found >= 0 or folded in own and len(folded) >= 0.5 * len(own):
                voted.add(index)
                last = max(last, index)
                at = found + len(own) if found >= 0 else len(folded)
    return voted


def vote_by_body(lines: Sequence[Line], body: str | None) -> set[int]:
    """Lines that the body which JSON-LD repeats holds; nothing where most of it is not on the page."""
    folded = fold(body or "")
    if len(folded) < 200:
        return set()
    found = {i for i, line in enumerate(lines) if len(line.folded) >= 12 and line.folded in folded}
    shown = sum(len(lines[i].folded) for i in found)
    return found if shown >= STRONG_BODY * len(folded) else set()


class MainPart:
    """The main text of a page: indexes of its lines, the element that holds them, and the regions that do not count."""

    def __init__(self, lines: Sequence[Line], votes: set[int], headline: int | None) -> None:
        self.lines, self.headline = lines, headline
        self.void = self._void_regions(votes)
        core = {i for i in votes if not self._is_outside(lines[i])}
        core = self._of_one_article(core)
        if sum(lines[i].word_count for i in core) < FEWEST_WORDS:
            core = prose_by_structure(self.lines, NEVER_BODY) or core
        self.body = self._holder(core)
        self.units = self._before_comments(sorted(self._without_teasers(self._completed(core))))

    def _void_regions(self, votes: set[int]) -> set[Region]:
        """Regions whose names mislead: they hold half of the voted words, and the headline or nearly all words."""
        weights: Counter[Region] = Counter()
        total = outside = 0
        for index in votes:
            line = self.lines[index]
            total += line.word_count
            outside += 0 if any(region.kind in NEVER_BODY for region in line.regions) else line.word_count
            for region in line.regions:
                weights[region] += line.word_count
        heading = self.lines[self.headline].regions if self.headline is not None else ()
        is_all = outside < max(FEWEST_WORDS, 0.15 * total)
        return {r for r, weight in weights.items() if weight >= 0.5 * total and (is_all or r in heading)}

    def regions(self, line: Line) -> list[str]:
        """Kinds of the regions that a line stands in and that count."""
        return [region.kind for region in line.regions if region not in self.void]

    def _is_outside(self, line: Line) -> bool:
        return any(kind in NEVER_BODY for kind in self.regions(line))

    def _of_one_article(self, core: set[int]) -> set[int]:
        """Where the page holds several whole articles, each with a main heading, only the lines of the first."""
        headings = [i for i, line in enumerate(self.lines) if line.kind == "heading" and line.element.tag == "h1"]
        articles = {i: _nearest_article(self.lines[i].element) for i in headings}
        distinct = {id(a) for a in articles.values() if a is not None}
        if len(distinct) < 2 or not core:
            return core
        own = articles.get(self.headline) if self.headline is not None else None
        if own is None:
            own = next(a for a in articles.values() if a is not None)
        others = {id(a) for a in articles.values() if a is not None and a is not own}
        kept = {i for i in core if not any(id(e) in others for e in _ancestors(self.lines[i].element))}
        return kept if sum(self.lines[i].word_count for i in kept) >= FEWEST_WORDS else core

    def _holder(self, core: set[int]) -> Element | None:
        """The smallest element with nearly all of the core's words."""
        weights: dict[Element, int] = defaultdict(int)
        total = 0
        for index in core:
            line = self.lines[index]
            total += line.word_count
            for element in _ancestors(line.element):
                weights[element] += line.word_count
        enough = [element for element, weight in weights.items() if weight >= BODY_SHARE * total]
        return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)

    def surroundings(self) -> set[Element]:
        """The elements inside the smallest one that holds both headline and body."""
        if self.body is None or self.headline is None:
            return set() if self.body is None else set(_parent_of(self.body).iter())
        above = set(_ancestors(self.lines[self.headline].element))
        return set(next(element for element in _ancestors(self.body) if element in above).iter())

    def _completed(self, core: set[int]) -> set[int]:
        """The core with what stands inside the body beside it: paragraphs, headings of voted text, lists, captions."""
        if self.body is None or not core:
            return set(core)
        lines = self.lines
        first, last = min((i for i in core if is_prose(lines[i])), default=min(core)), max(core)
        held = set(self.body.iter())
        inside = [
            i for i in range(len(lines)) if i not in core and lines[i].element in held and not self.is_aside(lines[i])
        ]
        siblings = {_place(lines[i].element) for i in core if is_prose(lines[i])}
        lists = {id(_parent_of(lines[i].element)) for i in core if lines[i].kind == "item"}
        added = set()
        for index in inside:
            line = lines[index]
            if line.link_share >= 0.5:
                continue
            within = first < index < last
            beside = _place(line.element) in siblings or line.element is self.body  # its own words, in no paragraph
            is_added = is_prose(line) and (within or beside)
            if is_added or within and line.link_chars == 0 and self._is_part_of_text(line, lists):
                added.add(index)
        whole = core | added
        whole |= self._closing_list(max(whole))
        for index in inside:
            if lines[index].kind == "heading" and index not in added and min(whole) < index < max(whole):
                following = next((i for i in range(index + 1, min(index + 4, len(lines))) if i in whole), None)
                if following is not None and lines[index].link_share < 0.5:
                    whole.add(index)
        return whole

    def _closing_list(self, last: int) -> set[int]:
        """The items of a list of sentences that follows the last paragraph of the body beside it."""
        parent = _parent_of(self.lines[last].element)
        found: set[int] = set()
        for index in range(last + 1, len(self.lines)):
            line = self.lines[index]
            is_sentence = line.kind == "item" and line.word_count >= ITEM_WORDS and line.link_chars == 0
            beside = _parent_of(_parent_of(line.element)) is parent
            if not (is_sentence and beside and is_prose(self.lines[last]) and not self.is_aside(line)):
                break
            found.add(index)
        return found

    def _is_part_of_text(self, line: Line, lists: set[int]) -> bool:
        """Whether a short line in the body is text: a paragraph, or an item of a list that has text in it."""
        if line.kind == "item":
            return line.word_count >= ITEM_WORDS or id(_parent_of(line.element)) in lists
        return line.kind in ("quote", "paragraph", "preformatted")

    def is_aside(self, line: Line) -> bool:
        """Whether a line stands in a region that is no part of the story."""
        return any(kind in NEVER_BODY or kind in ("aside", "author") for kind in self.regions(line))

    def _before_comments(self, units: list[int]) -> list[int]:
        """The lines above a label such as 'Comments (2)', where it has a story above it."""
        words = 0
        lines = self.lines
        for index in range(units[0], units[-1] + 1) if units else ():
            if words >= FEWEST_WORDS and COMMENTS.fullmatch(lines[index].text):
                return [unit for unit in units if unit < index]
            words += lines[index].word_count if is_prose(lines[index]) else 0
        return units

    def _without_teasers(self, core: set[int]) -> set[int]:
        """Less the lines that are links to other stories, and the labels that lead to them."""
        lines = self.lines
        kept = core - self._labels(core)
        links = {i for i in core if lines[i].link_share >= LINK_ONLY and lines[i].kind != "row"}
        kept -= {i for i in core if lines[i].link_chars and ALSO_READ.match(lines[i].text)}
        for index in links:
            line = lines[index]
            if line.kind == "heading" and line.word_count < 3:
                continue
            kept.discard(index)
        cards = self._cards(kept)
        is_built_so = self._words(cards) > MOST_CARDS * self._words(kept)
        return kept if is_built_so else kept - cards

    def _cards(self, kept: set[int]) -> set[int]:
        """What stands under links to other stories, in the elements that hold nothing else."""
        cards: set[int] = set()
        lines = self.lines
        for index in range(min(kept, default=0), max(kept, default=0)):
            if index in kept or lines[index].link_share < LINK_ONLY or lines[index].word_count < LABEL_WORDS:
                continue
            around = {
                i: set(islice(_ancestors(lines[i].element), 2 * CARD_DEPTH))
                for i in range(max(0, index - 1), min(len(lines), index + 2 + CARD_LINES))
                if i in kept
            }
            for element in islice(_ancestors(lines[index].element), CARD_DEPTH):
                inside = {i for i, above in around.items() if element in above}
                is_small = len(inside) <= CARD_LINES and self._words(inside) <= CARD_WORDS
                if element is self.body or not is_small or index - 1 in inside:
                    break
                cards |= inside
        return cards

    def _words(self, indexes: Iterable[int]) -> int:
        return sum(self.lines[i].word_count for i in indexes)

    def _labels(self, core: set[int]) -> set[int]:
        """Short lines above the first paragraph that are no headings, and lists of nothing but labels."""
        lines = self.lines
        first = min((i for i in core if is_prose(lines[i])), default=-1)
        above = {
            i
            for i in core
            if i < first and lines[i].word_count < PROSE_WORDS and lines[i].kind not in ("heading", "quote")
        }
        longest: dict[int, int] = defaultdict(int)
        items = [i for i in core if lines[i].kind == "item"]
        for index in items:
            key = id(_parent_of(lines[index].element))
            longest[key] = max(longest[key], lines[index].word_count)
        return above | {i for i in items if longest[id(_parent_of(lines[i].element))] < LABEL_WORDS}


def _ancestors(element: Element) -> Iterable[Element]:
    yield element
    yield from element.iterancestors()


def _nearest_article(element: Element) -> Element | None:
    return next((a for a in _ancestors(element) if a.tag == "article"), None)


def _place(element: Element) -> tuple[int, str, str]:
    """Where an element stands and what it is: under which parent, with which tag and class."""
    parent = element.getparent()
    return (id(parent), str(element.tag), element.get("class") or "")


def _parent_of(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent
