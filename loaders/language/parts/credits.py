"""Who wrote and published a story, from where it was taken and when: as the page itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.language.parts.datelines import Dateline
from dossier.language.parts.lines import HEAD_CHARS
from dossier.language.parts.mastheads import PRESS_NAME, SECTIONS, find_masthead, is_press_name
from dossier.language.parts.page import Page, Story
from dossier.language.parts.printed_dates import DATE, LABEL, find_age
from dossier.language.parts.publication import find_publication
from dossier.language.parts.roles import (
    AUTHOR_BOX,
    BY_LINE,
    EMAIL,
    FILED_BY,
    NAMES_LINE,
    REPORTERS,
    STAFF,
    fold_outlet,
    given_names,
    outlet_names,
    press_names,
)
from dossier.language.parts.sites import host_of, outlet_of_site

END_CREDIT = re.compile(
    r"(?:^|[.!?\"”’)]\s*)(?:[-–—/(\[]\s*)?(?:with (?:additional )?(?:inputs?|reporting|files) (?:from|by)|source|"
    r"sources|agency inputs from|via|from|courtesy(?: of)?|"
    r"(?:this (?:article|story|report|piece) )?(?:was )?(?:originally |first )(?:published|appeared) (?:in|by|on|"
    r"at))\s*:?\s+(?P<name>(?:the |The )?[A-Z][\w .&’'-]{1,40}?)(?:\s+and\b.*|,.*|\.|[\])]|$)"
    r"|(?:^|\s)[-–—(\[]\s?(?P<sign>[A-Z][\w .&’'-]{1,30})[\])]?\s*\.?$",
    re.I,
)
REPORTED = re.compile(
    r"\b(?:(?P<by>(?:first )?reported by|reports? (?:in|by|from)|according to|citing|cited by)|(?P<told>told|"
    r"in an interview with)|(?:first )?reported|reports|revealed|writes|wrote)\b"
)
ASKED = re.compile(
    r"\b(?:requests? for (?:a )?(?:comment|interview|response|information)|review of|analysis of|"
    r"investigation (?:found|has found)|understands\b|has (?:learned|contacted|approached|asked)|"
    r"can reveal|reached out)"
)
SHOWN = re.compile(r"\b(?:seen|reviewed|obtained|viewed|verified|commissioned|contacted|approached|interviewed) by\b")
TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|spoke with|speaking with|in an interview with|interview with)\b"
)
AT_OUTLET = re.compile(r"\b(?:at|for|of|with|from)(?=\s)")
AT_UNKNOWN = re.compile(rf"\b(?:at|for|with) (?P<name>{PRESS_NAME})\b")
COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)\s*(?:[Cc]opyright\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by\s+)?(?P<name>(?:The )"
    r"?[A-Z][\w&’'-]*(?:\.(?=\w)[\w&’'-]+)*(?: (?:[A-Z][\w&’'-]*|of|and|&)){0,4})(?:\s*\d{4})?"
)
SMALL_RIGHTS = re.compile(r"©\s*(?:19|20)\d\d\s+(?P<name>[a-z]{2,12})$")
LEGAL_TAIL = re.compile(
    r"[ ,.]*\b(?:Ltd|Limited|Inc|LLC|Corp|Corporation|PLC|plc|Pte|Group|All [Rr]ights.*|Media Group)\b.*$|[ .,]+$"
)
LOCATION = re.compile(r"\s+(?:in|at|from)\s+[A-Z][\w ,’'-]{1,60}$")
BELOW_NAME = re.compile(rf"(?:{LABEL.pattern.replace('(?P<label>', '(?:')})|(?:from|for|in) [A-Z]", re.I)
BYLINE_END = re.compile(r"(?P<name>(?:[A-Z][\w&’'-]* ){1,3}staff (?:writers?|reporters?|correspondents?))\.?$")
# 'Ann Lee Herald Writer', 'Ann Lee Post Staff Reporter'
OF_STAFF = re.compile(r"(?<=\w\w) (?:[A-Z][\w’']+ )?(?:[Ss]taff )?(?:Writer|Reporter|Correspondent|Bureau Chief)s?$")
REPORTED_BY = re.compile(
    r"^\W{0,3}(?:[Rr]eporting|[Ww]riting)(?: and (?:writing|editing))? by (?P<names>[^;()]{3,120}?)[;.)]"
)
DESK = re.compile(r"\s+(?:staff|web|online|digital|news desk|desk).*$", re.I)
NOT_OUTLETS = frozenset(
    """home news world politics business sport opinion all live video facebook twitter x linkedin youtube instagram
    whatsapp telegram google""".split()
)


@dataclass(frozen=True)
class Credits:
    """What a page prints about one story."""

    headline: str | None
    byline: str | None
    outlet: str | None
    upstream: str | None
    published: str | None  # YYYY-MM-DD
    age: tuple[float, str] | None


def read_credits(
    page: Page, story: Story, text: str, metadata: Mapping[str, str], dateline: Dateline | None, is_transcript: bool
) -> Credits:
    """Read headline, byline, outlet, upstream and dates of a story; ``metadata`` counts for the main one only."""
    body = [i for i in story.units if page.is_prose[i]]
    top = _top_of(page, story, body)
    given = metadata if story.is_main and story.rule != "equals" else {}
    outlet = given.get("outlet") or outlet_of_site(given)
    outlet = outlet or _printed_outlet(page, story, text, body, top) or host_of(given.get("url"))
    if outlet is None and story.rule == "equals":
        outlet = outlet_of_site(metadata)  # a page of posts is its site's, where they say nothing else
    upstream = (dateline and dateline.outlet) or _upstream(page, story, text, body, outlet)
    if upstream is not None and outlet is not None and _is_same(upstream, outlet):
        upstream = None
    return Credits(
        headline=_headline(page, story, given.get("title")),
        byline=given.get("author") or _byline(page, story, text, body, top, dateline),
        outlet=outlet,
        upstream=upstream,
        published=find_publication(page, story, text, top, dateline, is_transcript),
        age=next((age for age in (find_age(page.units[i].words) for i in top if page.name(i) == "age") if age), None),
    )


def _is_same(left: str, right: str) -> bool:
    """Whether two names are one outlet's, as registered or as written."""
    return (_registered(left) or fold_outlet(left)) == (_registered(right) or fold_outlet(right))


def clean_title(title: str) -> str:
    """A title without Markdown escapes and mark-up."""
    title = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), title)
    title = title.replace("\\_", " ").rstrip("\\")
    title = re.sub(r"\\(?=[^\w\s])", "", title)
    return " ".join(re.sub(r"^[#*_\s]+|[*_\s]+$", "", title).split())


def _headline(page: Page, story: Story, title: str | None) -> str | None:
    printed = None if story.headline is None else " ".join(page.units[story.headline].words.split())
    return clean_title(title or printed or "") or None


def _top_of(page: Page, story: Story, body: Sequence[int]) -> list[int]:
    """Lines of and around a story's head, and the dated lines right behind its last paragraph."""
    first = story.units[0]
    last = body[0] if body else story.units[-1] + 1
    for index in range(body[0] + 1, min(body[0] + 5, body[1])) if len(body) > 1 and story.is_main else ():
        if page.name(index) in ("byline", "date", "age"):
            last = index + 1  # the first sentence stands above the credits and sums the story up
    above = (
        [i for i in range(max(0, first - 3), first) if page.name(i) in ("date", "age", "byline")]
        if story.is_main
        else []
    )
    behind = []
    if body and story.is_main:
        behind = [i for i in range(body[-1] + 1, min(body[-1] + 4, page.count)) if page.name(i) in ("date", "byline")]
    if story.rule == "equals":  # what stands beyond its neighbours' sentences is theirs
        above = [i for i in above if not any(page.is_prose[i:first])]
        behind = [i for i in behind if i in story.units]
    return [*above, *range(first, last), *behind]


def _printed_outlet(page: Page, story: Story, text: str, body: Sequence[int], top: Sequence[int]) -> str | None:
    named = _outlet_of_header(page, story)
    if named is not None:
        return named.lstrip("-–—•| ").strip()
    if story.rule in ("teaser", "listed"):
        return None
    for index in reversed(body[-4:]):
        words = page.units[index].words
        box = AUTHOR_BOX.match(words)
        if box:
            known = (_outlet_after(words, m.end()) for m in AT_OUTLET.finditer(words, box.end("names")))
            unknown = AT_UNKNOWN.search(words, box.end("names"))
            found = next((name for name in known if name), None)
            if found is not None:
                return found
            if unknown is not None:
                return str(unknown["name"])
    if not story.is_main:
        return None
    return (
        _outlet_by_lines(page, story, body, top)
        or _outlet_by_voice(page, text, body)
        or find_masthead(page, story)
        or _outlet_by_copyright(page)
    )


def _outlet_by_lines(page: Page, story: Story, body: Sequence[int], top: Sequence[int]) -> str | None:
    """A domain alone on a line, an outlet alone on a line, or one that stands behind the author's name."""
    edge = [*range(min(story.units[0], 12)), *range(max(story.units[-1] + 1, page.count - 6), page.count)]
    for index in edge:
        words = page.units[index].words.strip()
        if page.kind(index) == "domain" and page.name(index) == "furniture":
            return host_of(words if "//" in words else f"//{words}")
    for index in [*top, *range(min(story.units[0], 6))]:
        words = page.units[index].words.strip(" -–—|•")
        if page.name(index) == "outlet" and fold_outlet(words) not in SECTIONS:
            return str(words)
        if page.name(index) == "byline":
            pieces = re.split(r"\s*[,|•·–—]\s*|\s+(?:for|at|of|in)\s+", words)
            found = next((p for p in pieces[1:] if _registered(p) or is_press_name(p)), None)
            staff = DESK.sub("", words) if STAFF.match(words) else None
            if found:
                return str(found)
            if staff and _registered(staff):
                return staff
        is_dated = "date" in (page.name(index - 1), page.name(index + 1))
        if index != story.headline and is_dated and is_press_name(words):
            return str(words)
        if page.name(index) == "date":
            pieces = re.split(r"\s*[,|•·–—]\s*|\.\s+|\s+-\s+", LABEL.sub("|", DATE.sub("|", words)))
            found = next((p for p in pieces if _registered(p) or is_press_name(p)), None)
            if found:
                return str(found)
    return None


def _outlet_after(words: str, char: int) -> str | None:
    """The registered press outlet that a text goes on with, as printed; the longest name counts."""
    following = re.match(
        r"\s*(?:[Tt]he\s+)?((?:[A-Z0-9][^\s,;:()“”\"]*|of|and|the|&)(?:\s+(?:[A-Z0-9][^\s,;:()“”\"]*|of|and|the|&)){0,5})",
        words[char : char + 80],
    )
    pieces = following[1].split() if following else []
    return next((name for n in range(len(pieces), 0, -1) if (name := _press(" ".join(pieces[:n])))), None)


def _outlet_before(words: str, char: int) -> str | None:
    """The registered press outlet that a text has named last, as printed."""
    pieces = words[max(0, char - 60) : char].split()[-6:]
    return next(
        (
            name
            for n in range(len(pieces), 0, -1)
            if pieces[-n][:1].isupper() and (name := _press(" ".join(pieces[-n:])))
        ),
        None,
    )


def _press(name: str) -> str | None:
    """A name as printed, without possessive and closing points, where a registered press outlet bears it."""
    plain = re.sub(r"(?:[’']s|[.,;:!?’'\"”)])+$", "", name)
    return plain if fold_outlet(plain) in press_names() else None


def _outlet_by_voice(page: Page, text: str, body: Sequence[int]) -> str | None:
    """The outlet that the text says it asked for: by a request for comment, an interview, or 'told X' twice."""
    strong: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    for words in _words_of(page, body, text):
        for match in ASKED.finditer(words):
            name = _outlet_before(words, match.start())
            strong.update([name] if name else ())
        for match in SHOWN.finditer(words):
            name = _outlet_after(words, match.end())
            strong.update([name] if name else ())
        for match in TOLD.finditer(words):
            name = _outlet_after(words, match.end())
            if name:
                weak[name] += (
                    2
                    if " interview" in words[match.end() : match.end() + len(name) + 25]
                    or " interview" in match.group()
                    else 1
                )
    if strong:
        return min(strong, key=lambda n: (-strong[n], n))
    repeated = [name for name, times in weak.items() if times >= 2]
    return min(repeated, key=lambda n: (-weak[n], n)) if repeated else None


def _outlet_by_copyright(page: Page) -> str | None:
    for index in range(max(0, page.count - 25), page.count):
        match = (
            COPYRIGHT.search(page.units[index].words)
            if page.is_furniture(index) or page.units[index].word_count < 30
            else None
        )
        name = LEGAL_TAIL.sub("", match["name"]) if match else ""
        small = SMALL_RIGHTS.search(page.units[index].words) if match is None else None
        if small is not None and _registered(small["name"]) is not None:
            return str(small["name"])
        if len(name) > 2 and fold_outlet(name) not in NOT_OUTLETS and not name.startswith("All"):
            pieces = name.split()
            return next((known for n in range(len(pieces), 0, -1) if (known := _press(" ".join(pieces[:n])))), name)
    return None


def _registered(name: str | None) -> str | None:
    return outlet_names().get(fold_outlet((name or "").strip(" .,;:()[]-–—'’\"")))


def _upstream(page: Page, story: Story, text: str, body: Sequence[int], outlet: str | None) -> str | None:
    """The wire or outlet a story was taken from, where no dateline names it: at its end, or credited throughout."""
    tail = [i for i in story.units[-4:] if page.name(i) != "caption" and i >= (body[0] if body else 0)]
    for index in reversed(tail):
        unit = page.units[index]
        words = unit.tail if unit.word_count > 15 else unit.words
        if page.name(index) == "outlet" and unit.bullet is None and _registered(words):
            return words.strip(" .")
        for match in END_CREDIT.finditer(words[-160:]):
            name = (match["name"] or match["sign"]).strip()
            if _registered(name):
                return name
    return _credited_throughout(page, text, body, outlet)


def _credited_throughout(page: Page, text: str, body: Sequence[int], outlet: str | None) -> str | None:
    """An outlet that a story credits in its first two paragraphs and again further down."""
    times: Counter[str] = Counter()
    early: set[str] = set()
    for number, words in enumerate(_words_of(page, body, text)):
        for match in REPORTED.finditer(words):
            name = _outlet_before(words, match.start())
            if match["by"] is not None or name is None and match["told"] is not None:
                name = _outlet_after(words, match.end())
            if name is not None:
                times[name] += 1
                if number < 2:
                    early.add(name)
    own = _registered(outlet)
    found = [name for name in early if times[name] >= 2 and _registered(name) != own]
    return min(found, key=lambda n: (-times[n], n)) if found else None


def _words_of(page: Page, body: Sequence[int], text: str) -> Iterator[str]:
    for index in body:
        unit = page.units[index]
        yield text[unit.start_char : min(unit.end_char, unit.start_char + 20 * HEAD_CHARS)].replace("\n", " ")


def _byline(
    page: Page, story: Story, text: str, body: Sequence[int], top: Sequence[int], dateline: Dateline | None
) -> str | None:
    for index in top:
        if page.name(index) == "byline" and index not in story.header:
            found = _names_in(page.units[index].words)
            if found:
                return found
    if body and story.is_main and story.headline is not None:
        lonely = [
            i for i in range(story.headline + 1, body[0]) if i in story.units and page.name(i) in ("fragment", "title")
        ]
        for index in lonely:
            words = page.units[index].words
            if (
                page.units[index].word_count <= 4
                and (dateline is None or dateline.unit != index)
                and (NAMES_LINE.match(words) or FILED_BY.match(words))
                and (
                    page.name(index + 1) in ("date", "age", "byline", "outlet", "furniture", "prose")
                    or _registered(page.units[index + 1].words.split(",")[0]) is not None
                    or page.name(index + 1) in ("fragment", "title")
                    and (
                        BELOW_NAME.match(page.units[index + 1].words)
                        or words.split()[0] in given_names()
                        and page.units[index + 1].word_count <= 4
                        and page.name(index + 2) in ("date", "age")  # the writer, the paper, the day
                    )
                )
                and not page.units[index].upper_share > 0.9
            ):
                return LOCATION.sub("", words)
    for index in reversed(body[-4:]):
        box = AUTHOR_BOX.match(page.units[index].words)
        if box and index != body[0] and re.search(rf"\b(?i:{REPORTERS})\b", page.units[index].words):
            return box["names"]
    for index in reversed(story.units[-3:]):
        unit = page.units[index]
        ends = BYLINE_END.search(text[max(unit.start_char, unit.end_char - 120) : unit.end_char])
        if ends:
            return ends["name"].strip(" .")
        reported = REPORTED_BY.match(unit.words) if page.name(index) == "credits" else None
        if reported:
            return _names_in(reported["names"])
    return None


def _names_in(words: str) -> str | None:
    """The names of a byline, without 'By', role, outlet and place."""
    words = EMAIL.sub("", words)
    match = BY_LINE.match(words)
    names = match["names"] if match else words
    if not match and STAFF.match(words):
        return words
    names = re.split(r"\s*[|•·]\s*|\s+[–—-]\s+", names)[0]
    names = DATE.split(names, maxsplit=1)[0]
    names = re.sub(r"\s*[-–—|,]?\s*(?:(?:First |Last )?(?:Published|Updated|Posted))\b.*$", "", names, flags=re.I)
    names = re.sub(rf",\s*(?:[\w’'&. -]*\b(?i:{REPORTERS})\b|the\b).*$", "", names)
    names = OF_STAFF.sub("", names)
    pieces = names.split(", ")
    while len(pieces) > 1 and _registered(pieces[-1]):
        pieces.pop()
    return LOCATION.sub("", ", ".join(pieces)).strip(" ,.-–—") or None


def _outlet_of_header(page: Page, story: Story) -> str | None:
    """The outlet named above a story's headline, as printed."""
    named = [
        page.units[i].words
        for i in story.header
        if page.name(i) not in ("age", "date", "byline") and not page.is_furniture(i)
    ]
    known = [words for words in named if fold_outlet(words) in outlet_names()]
    return next(iter(known or named), None)
