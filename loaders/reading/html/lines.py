"""The visible lines of a page: a block of it a line, with where in the page each stands."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from dossier.reading.html.json_ld import fold
from dossier.reading.html.markup import Element
from dossier.reading.html.regions import NEVER_SHOWN, is_hidden, mark_of, region_of
from dossier.reading.records import Unreadable

INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q ruby s samp
    small source span strike strong sub sup time tt u var wbr""".split()
)
KIND_OF_TAG = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "item", "dt": "item", "dd": "item", "figcaption": "caption", "caption": "caption", "blockquote": "quote",
    "pre": "preformatted", "p": "paragraph", "summary": "heading", "tr": "row",
}  # fmt: skip
# What is not seen: soft hyphens, zero-width spaces and joiners of words, byte order marks.
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
WORD = re.compile(r"\w+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
APART = ("a", "span", "time", "label")
RUNNING = ("p", "h1", "h2", "h3", "a", "span", "em", "b")  # in which inline elements follow each other as words do
MAX_ELEMENTS = 400_000
SIGN_UP_CHARS, MOST_SIGN_UPS = 400, 20
LONG_CELL = 300  # characters: longer ones are no data
MAX_CELL_ELEMENTS = 50


@dataclass(slots=True, eq=False)
class Line:
    """One line of visible text. ``regions`` are the regions it stands in, outermost first."""

    text: str
    kind: str  # paragraph, heading, item, quote, caption, row, preformatted, text
    element: Element  # the block that holds it
    regions: tuple[Region, ...]
    mark: str | None  # byline, date, caption, standfirst: what the page says of these words
    link_chars: int
    is_continued: bool  # stands in the same block as the line before it, after a line break
    targets: tuple[str, ...]  # where its links lead
    word_count: int = 0
    folded: str = ""
    start_char: int = -1

    @property
    def link_share(self) -> float:
        """Share of its characters that are links."""
        return self.link_chars / len(self.text)


@dataclass(slots=True, eq=False)
class Region:
    """An element that says what it is for."""

    kind: str
    element: Element


@dataclass(slots=True)
class _State:
    kind: str
    block: Element
    regions: tuple[Region, ...]
    mark: str | None
    in_link: bool
    is_preformatted: bool


@dataclass(slots=True)
class _Walk:
    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    link_chars: int = 0
    marks: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    after_break: bool = False
    sign_up_boxes: frozenset[Element] = frozenset()
    heeds_classes: bool = True

    def add(self, text: str, state: _State) -> None:
        self.pieces.append(text)
        if state.in_link:
            self.link_chars += len(text)
        if state.mark is not None and text.strip():
            self.marks.append(state.mark)

    def flush(self, state: _State, *, at_break: bool = False) -> None:
        if not self.pieces:
            self.after_break = self.after_break and at_break
            return
        joined = "".join(self.pieces)
        texts = joined.split("\n") if state.is_preformatted else (joined,)
        for number, piece in enumerate(texts):
            text = " ".join(UNSEEN.sub("", piece).split())
            if text:
                mark = "byline" if "byline" in self.marks else self.marks[0] if self.marks else None
                self.lines.append(
                    Line(
                        text,
                        state.kind,
                        state.block,
                        state.regions,
                        mark,
                        min(self.link_chars, len(text)),
                        self.after_break or number > 0,
                        tuple(self.targets),
                        count_words(text),
                    )
                )
        self.pieces.clear()
        self.marks.clear()
        self.targets.clear()
        self.link_chars = 0
        self.after_break = at_break


def count_words(text: str) -> int:
    """Words of a line; of scripts without spaces, a word for every two signs."""
    words = len(WORD.findall(text))
    return words if text.isascii() else max(words, len(UNSPACED.findall(text)) // 2)


def visible_lines(root: Element, *, heeds_classes: bool = True) -> list[Line]:
    """The lines of a page in their order; scripts, styles and hidden elements are left out. Raises ``Unreadable``.

    ``heeds_classes`` is false for a page whose classes mislead: its text stands in what is called hidden.
    """
    body = root if root.tag == "body" else root.find("body")
    start = body if body is not None else root
    walk = _Walk(sign_up_boxes=_sign_up_boxes(root), heeds_classes=heeds_classes)
    state = _State("text", start, (), None, False, False)
    # An entry is (element, state around it, state inside it): the last is None on the way in.
    stack: list[tuple[Element, _State, _State | None]] = [(start, state, None)]
    element_count = 0
    while stack:
        element, outer, inner = stack.pop()
        if inner is not None:
            if _is_block(element.tag):
                walk.flush(inner)
        else:
            element_count += 1
            if element_count > MAX_ELEMENTS:
                raise Unreadable("too-large", f"it has more than {MAX_ELEMENTS:,} elements; it is no page to read")
            entered = _enter(walk, element, outer, element is start)
            if entered is not None:
                stack.append((element, outer, entered))
                stack.extend((child, entered, None) for child in element.iterchildren(reversed=True))
                if element.text:
                    walk.add(element.text, entered)
                continue
        if element.tail and element is not start:
            walk.add(element.tail, outer)
    walk.flush(state)
    shown = [line for line in walk.lines if line.word_count or line.text.strip("-•|· ")]
    for line in shown:
        line.folded = fold(line.text)
    return shown


def _enter(walk: _Walk, element: Element, outer: _State, is_start: bool) -> _State | None:
    """The state inside an element, None where there is nothing to go into."""
    tag = element.tag
    if not isinstance(tag, str):
        return None
    if tag == "br":
        if outer.kind == "heading":
            walk.pieces.append(" ")
        else:
            walk.flush(outer, at_break=True)
        return None
    if tag in NEVER_SHOWN or (not is_start and is_hidden(element, heeds_classes=walk.heeds_classes)):
        if walk.pieces and tag not in ("script", "style"):
            walk.pieces.append(" ")
        return None
    inner = _inner_state(element, tag, outer, element in walk.sign_up_boxes)
    if tag == "a":
        walk.targets.append(element.get("href") or "")
    if _is_block(tag):
        walk.flush(outer)
        if tag == "tr":
            if _is_data_row(element):
                _add_row(walk, element, inner)
                return None
            inner.kind = outer.kind  # it lays out the page
        if tag == "li":
            walk.pieces.append("- ")  # of numbered ones too: their numbers are drawn, not written
    elif tag in APART and walk.pieces and _is_set_apart(element):
        walk.pieces.append(" ")
    return inner


def _is_block(tag: object) -> bool:
    return isinstance(tag, str) and tag not in INLINE and "-" not in tag


def _sign_up_boxes(root: Element) -> frozenset[Element]:
    """The largest elements of few words around a field for a mail address: what invites to a newsletter."""
    boxes = set()
    fields = (entry for entry in root.iter("input") if (entry.get("type") or "").lower() == "email")
    for entry in itertools.islice(fields, MOST_SIGN_UPS):
        box = None
        for element in entry.iterancestors():
            if element.tag in ("body", "html") or _has_more_text(element, SIGN_UP_CHARS):
                break
            box = element
        boxes |= {box} if box is not None else set()
    return frozenset(boxes)


def _has_more_text(element: Element, limit: int) -> bool:
    count = 0
    for text in element.itertext():
        count += len(text.strip())
        if count > limit:
            return True
    return False


def _inner_state(element: Element, tag: str, outer: _State, is_sign_up: bool) -> _State:
    kind = "newsletter" if is_sign_up else region_of(element)
    get = element.get
    mark = mark_of(tag, get("class") or "", get("itemprop") or "", get("rel") or "") or outer.mark
    regions = outer.regions if kind is None else (*outer.regions, Region(kind, element))
    if not _is_block(tag):
        if kind is None and mark is outer.mark and (tag != "a" or outer.in_link):
            return outer
        return _State(outer.kind, outer.block, regions, mark, outer.in_link or tag == "a", outer.is_preformatted)
    block_kind = KIND_OF_TAG.get(tag)
    if block_kind is None or (block_kind == "paragraph" and outer.kind in ("item", "quote", "caption")):
        block_kind = outer.kind
    return _State(block_kind, element, regions, mark, outer.in_link, outer.is_preformatted or tag == "pre")


def _is_set_apart(element: Element) -> bool:
    """Whether an inline element follows another without a space and is drawn apart: links of a menu, name and day."""
    before = element.getprevious()
    if before is None or before.tail or before.tag not in APART:
        return False
    parent = element.getparent()
    if parent is None or element.tag == before.tag == "a" or "time" in (element.tag, before.tag):
        return parent is not None
    is_named = bool(element.get("class") and before.get("class"))
    return (before.tag == element.tag or is_named) and parent.tag not in RUNNING


def _is_data_row(row: Element) -> bool:
    """Whether a row holds data: two or more short cells without blocks in them; others lay out the page."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2 or len(cells) > 100:
        return False
    for cell in cells:
        length = 0
        for number, inner in enumerate(cell.iter()):
            if (
                number > MAX_CELL_ELEMENTS
                or isinstance(inner.tag, str)
                and inner.tag not in INLINE
                and inner.tag not in ("td", "th", "br", "p", "div")
            ):
                return False
            length += len(inner.text or "") + len(inner.tail or "")
        if length > LONG_CELL:
            return False
    return True


def _add_row(walk: _Walk, row: Element, state: _State) -> None:
    cells = [" ".join(UNSEEN.sub("", _shown_text(cell)).split()) for cell in row if cell.tag in ("td", "th")]
    if any(cells):
        links = list(row.iter("a"))
        link_chars = sum(len(" ".join(link.itertext())) for link in links)
        targets = tuple(link.get("href") or "" for link in links)
        text = " | ".join(cells)
        walk.lines.append(
            Line(
                text,
                "row",
                row,
                state.regions,
                state.mark,
                min(link_chars, len(text)),
                False,
                targets,
                count_words(text),
            )
        )


def _shown_text(cell: Element) -> str:
    pieces = [cell.text or ""]
    for inner in cell:
        if isinstance(inner.tag, str) and inner.tag not in NEVER_SHOWN and not is_hidden(inner):
            pieces += [" " if inner.tag in ("br", "p", "div") else "", _shown_text(inner)]
        pieces.append(inner.tail or "")
    return "".join(pieces)
