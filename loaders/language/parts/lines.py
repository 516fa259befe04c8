"""Lines of a page and the units they form: one line, or the lines of one hard-wrapped paragraph.

Offsets are 0-based code points into the document's text, end exclusive. Features are taken from the head and
the tail of a unit only, so that a line of any length costs no more than a short one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

HEAD_CHARS = 2000
WIDEST_WRAP, NARROWEST_WRAP = 100, 45
LONGEST_REPEATED = 60  # characters
LINE = re.compile(r"[^\n\r]+")
BREAKING_SPACE = re.compile(r"[ \t\r\n]+")
WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
TERMINAL = re.compile(r"[.!?…][\"'”’»)\]*_]*(?:\s*[(\[][A-Z][\w ]{1,20}[)\]]|\s+[-–—]\s?[A-Z]\w{1,15})?$")
BULLET = re.compile(r"(?:[•●▪‣◦∙·►▶➤✓–—*+-]|\(?[0-9]{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
CREDIT = re.compile(r"(?:by|via|from|photos?|pictures?|posted|published|updated|edited|reporting|words|in) [A-Z*\[]")
MARKUP = re.compile(r"^(?:#{1,6}[ \t]+|>[ \t]+)?[*_]{0,3}|[*_]{1,3}$")
BROKEN_TAG = re.compile(r"<[/!a-zA-Z][^<>\n]{0,1000}\n[^<>]{0,1000}>")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
SEPARATOR = re.compile(r"^(?:[-–—_=*~•·.#\\][ \t]*){3,}$")
STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he her here hers
    him his how i if in into is it its just me more most my no nor not now of off on once only or other our out over
    own said same she should so some such than that the their them then there these they this those through to too
    under until up very was we were what when where which while who whom why will with would you your""".split()
)


@dataclass(frozen=True)
class Line:
    """A non-blank line without the white space around it."""

    start_char: int
    end_char: int
    indent: int
    after_blank: bool
    has_link: bool
    ends_sentence: bool
    begins_small: bool  # with a lower-case letter, as what goes on with a sentence does
    hard_break: bool  # two spaces at its end: Markdown's mark for a break that is meant


@dataclass(frozen=True)
class Unit:
    """What was one paragraph, title or label on the page, with the features that lines are told apart by."""

    start_char: int
    end_char: int
    after_blank: bool
    bullet: str | None  # 'bullet', 'number' or None
    words: str  # as printed, less bullet and mark-up; of a long unit only its head
    tail: str
    word_count: int  # of a long unit estimated from its head
    stop_share: float
    title_share: float  # share of longer words that begin with a capital
    upper_share: float  # share of letters that are capitals
    is_terminal: bool  # ends as a sentence does
    is_rule: bool  # a line of dashes, stars or the like

    @property
    def folded(self) -> str:
        """Lower-case words without closing punctuation, for comparison with phrases."""
        return " ".join(self.words.lower().replace("’", "'").split()).strip(" .…:>»→›!|-–—*")

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.tail.rstrip("\"'”’»)*_").endswith("?")

    @property
    def is_loud(self) -> bool:
        """Whether it ends with an exclamation mark outside a quotation."""
        return self.tail.endswith("!")


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a text."""
    lines: list[Line] = []
    previous_end = 0
    for match in LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[previous_end : match.start()] if lines else ""
        breaks = gap.count("\n") or gap.count("\r")
        lines.append(
            Line(
                start,
                start + len(body),
                start - match.start(),
                breaks != 1,
                "](" in body or "://" in body,
                TERMINAL.search(body[-200:]) is not None,
                body[0].islower(),
                raw.endswith("  "),
            )
        )
        previous_end = start + len(body)
    return lines


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text's lines were cut, or None where a line is a paragraph."""
    # A line with a link's address in it is as long as the address: it says nothing about the width.
    lengths = [line.end_char - line.start_char + line.indent for line in lines if not line.has_link]
    total = sum(lengths)
    within = [n for n in lengths if n <= WIDEST_WRAP]
    if len(within) < 4 or not total or sum(within) < 0.5 * total:
        return None
    width = sorted(within)[int(0.98 * (len(within) - 1))]
    runs_on = [(line, after) for line, after in pairwise(lines) if not after.after_blank and not line.has_link]
    full = [
        (line, after)
        for line, after in runs_on
        if 0.78 * width <= line.indent + line.end_char - line.start_char <= WIDEST_WRAP
    ]
    cut = [after for line, after in full if not line.ends_sentence]
    small = sum(after.begins_small for after in cut)
    is_wrapped = len(full) >= 0.4 * len(runs_on) and len(cut) >= 0.5 * len(full) and small >= max(2, 0.35 * len(cut))
    return width if width >= 45 and is_wrapped else None


def make_units(text: str, lines: Sequence[Line]) -> list[Unit]:
    """Join the lines of hard-wrapped paragraphs; every other line is a unit of its own.

    Tags that reach over a line's end are no words: they are read as white space.
    """
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if (
            groups
            and width is not None
            and (_is_continued(text, groups[-1][-1], line, width) or _is_hanging(text, groups[-1][0], line))
            or groups
            and (_is_quoted_on(text, groups[-1][-1], line) or _is_broken_off(text, groups[-1][-1], line))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    shown = BROKEN_TAG.sub(lambda tag: " " * len(tag[0]), text)
    known: dict[str, Unit] = {}
    return [
        _known_unit(known, shown, group[0].start_char, group[-1].end_char, group[0].after_blank) for group in groups
    ]


def _is_quoted_on(text: str, last: Line, line: Line) -> bool:
    """Whether a line goes on with a hard-wrapped block quotation, each line of which begins with '>'."""
    return (
        text[last.start_char] == text[line.start_char] == ">"
        and not line.after_blank
        and not last.hard_break
        and last.end_char - last.start_char >= NARROWEST_WRAP
        and re.match(r">[ \t]*[^\W_]|>[ \t]*[‘“'\"(\[*]\w", text[line.start_char : line.end_char]) is not None
    )


def _is_broken_off(text: str, last: Line, line: Line) -> bool:
    """Whether a line goes on, with a small letter, with one that breaks off in the middle of a sentence.

    So is a wrapped passage told on a page whose other lines show no width.
    """
    return (
        line.begins_small
        and not line.after_blank
        and not last.ends_sentence
        and not last.hard_break
        and last.end_char - last.start_char >= NARROWEST_WRAP
        and text[last.end_char - 1] not in ":;|>"
        and not CREDIT.match(text, line.start_char, line.end_char)
        and not BULLET.match(text, line.start_char, line.end_char)
    )


def _is_hanging(text: str, first: Line, line: Line) -> bool:
    """Whether a line is indented under the bullet that its paragraph began with."""
    marker = BULLET.match(text, first.start_char, first.end_char)
    return (
        marker is not None
        and not line.after_blank
        and line.indent > first.indent + 1
        and not BULLET.match(text, line.start_char, line.end_char)
    )


def _known_unit(known: dict[str, Unit], text: str, start: int, end: int, after_blank: bool) -> Unit:
    """A unit; the features of short ones that are printed again and again are found once."""
    if end - start > LONGEST_REPEATED:
        return make_unit(text, start, end, after_blank)
    printed = text[start:end]
    if printed not in known:
        known[printed] = make_unit(text, start, end, after_blank)
    return replace(known[printed], start_char=start, end_char=end, after_blank=after_blank)


def make_unit(text: str, start: int, end: int, after_blank: bool) -> Unit:
    """A unit with its features."""
    head = text[start : min(end, start + HEAD_CHARS)]
    marker = BULLET.match(head)
    words = MARKUP.sub("", TAG.sub("", head[marker.end() :] if marker else head).strip()).strip()
    found = WORD.findall(words)
    longer = [w for w in found if len(w) > 3]
    letters = [c for c in words if c.isalpha()]
    tail = MARKUP.sub("", TAG.sub("", text[max(start, end - 200) : end]).strip()).strip()
    scale = (end - start) / len(head) if head else 1.0
    return Unit(
        start_char=start,
        end_char=end,
        after_blank=after_blank,
        bullet=None
        if marker is None
        else "number"
        if marker.group().strip()[0] in "(0123456789abcdefghij"
        else "bullet",
        words=words,
        tail=tail,
        word_count=round(len(found) * scale),
        stop_share=sum(w.lower() in STOP_WORDS for w in found) / len(found) if found else 0.0,
        title_share=sum(w[0].isupper() for w in longer) / len(longer) if longer else 0.0,
        upper_share=sum(c.isupper() for c in letters) / len(letters) if letters else 0.0,
        is_terminal=TERMINAL.search(tail) is not None,
        is_rule=len(head) <= 120 and SEPARATOR.match(head) is not None,
    )


def _is_continued(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a line was cut only because the next word did not fit any more."""
    if following.after_blank or line.hard_break:
        return False
    marker = BULLET.match(text, following.start_char, following.end_char)
    if marker and (marker.group()[0] not in "–—(0123456789" or text[line.end_char - 1] in ".!?:;"):
        return False
    length = line.indent + line.end_char - line.start_char
    if length > WIDEST_WRAP + 20 and text[line.end_char - 1] in ".!?" and not line.has_link:
        return False
    # No line is broken at a space that forbids it.
    first_word = BREAKING_SPACE.split(text[following.start_char : following.start_char + 200], maxsplit=1)[0]
    return length + 1 + min(len(first_word), WIDEST_WRAP) > width - 2
