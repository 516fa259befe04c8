"""Datelines: where and when a story was filed and by which agency, as printed before its first sentence.

'NEW DELHI, Aug 20 (Harbour Wire) - ', 'KYIV, Ukraine (AP) — ', 'WASHINGTON/HONG KONG -- ', '(Reuters) - ', and alone on
a line 'NAIROBI, Kenya'. A dateline is no part of the sentence that it stands before.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.language.lexicons import load_lexicon
from dossier.language.parts.lines import STOP_WORDS
from dossier.language.parts.page import Page, Story
from dossier.language.parts.printed_dates import WEEKDAY
from dossier.language.parts.roles import REPORTERS, fold_outlet, outlet_names, press_names
from dossier.month_names import MONTHS

LONGEST = 140  # characters from the first letter of a dateline to the first of the sentence behind it
FIRST_PARAGRAPHS = 3
LOOK_AHEAD = 60  # units of a story among which its first paragraphs are looked for
_NAME = r"[^\W\d_a-z](?:[\w.’']|-(?=\w)){0,24}+"
_PLACE = rf"{_NAME}(?: (?:{_NAME}|de|do|da|del|of|the|la|el|al|upon|and)){{0,4}}"
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:19|20)\d\d)?"
_DATE = rf"(?i:(?:{WEEKDAY}\.?,? )?{_DAY}|{WEEKDAY})(?!\w)"
DATELINE = re.compile(
    rf"[*_#“\"]{{0,4}}(?:(?!(?i:{_MONTH}) ?\d)(?P<place>{_PLACE}(?:(?:, ?| ?[/;&] ?){_PLACE}){{0,3}}?)(?=\W|$))?"
    rf"(?:[.,]? ?(?P<date>{_DATE})| ?\((?P<bracketed>{_DATE})\))?"
    rf"(?:[.,]? ?(?:\((?P<outlet>[A-Z0-9][\w.&’'/ -]{{1,40}})\)|"
    rf"/(?P<signed>[A-Z][\w ]{{1,24}})/\.?))?(?:,? ?(?:-{{1,3}}|[–—])? ?(?P<late>{_DATE})(?= ?[-–—:]))?"
    rf"(?:(?P<mark>[*_ ]{{0,3}}(?:-{{2,3}}|[–—―]|-(?= )|:(?= )))|(?<=[)/.])|$)[*_ ]{{0,4}}"
)
STATES = frozenset(  # as agencies shorten them
    """ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y
    n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo d.c dc""".split()
)
PROVINCES = frozenset("alta b.c man n.b n.s ont p.e.i que sask".split())
BETWEEN_MARKS = ("bracketed", "outlet", "signed")
NO_PLACES = frozenset(
    """update updated exclusive correction clarification breaking watch analysis opinion factbox explainer live video
    photos poll interview review editorial column note editor advisory alert obituary feature profile timeline
    summary q a read more related see listen now just""".split()
)


@dataclass(frozen=True)
class Dateline:
    """The dateline of a story; offsets into the document, end exclusive, without the dash and the marks around it."""

    unit: int
    start_char: int
    end_char: int
    text_start_char: int  # where the sentence behind it begins; the unit's end where it stands alone
    place: str | None  # as printed: 'NAIROBI, Kenya'
    country_code: str | None  # ISO 3166-1 alpha-3, where the reference data know the place
    outlet: str | None  # as printed: 'Reuters'


def find_dateline(page: Page, story: Story, text: str) -> Dateline | None:
    """The dateline of a story: before one of its first paragraphs, or a line of its own above the first."""
    seen = 0
    for index in story.units[:LOOK_AHEAD]:
        if index == story.headline or index in story.header:
            continue
        is_prose = page.is_prose[index]
        found = _read(page, index, text, is_first=seen == 0) if is_prose else _read_alone(page, index, text)
        if found is not None:
            return found
        seen += is_prose
        if seen >= FIRST_PARAGRAPHS or page.name(index) == "turn" and _is_turn(page, index):
            return None
    return None


def _read(page: Page, index: int, text: str, is_first: bool) -> Dateline | None:
    start, end = page.units[index].start_char, page.units[index].end_char
    head = re.sub(r"\s", " ", text[start : min(end, start + LONGEST)])
    match = DATELINE.match(head)
    if match is None or match.end() == len(head) or not _is_dateline(page, head, match, is_first):
        return None
    return _make(index, start, match, start + match.end())


def _read_alone(page: Page, index: int, text: str) -> Dateline | None:
    """'NAIROBI, Kenya' or 'OSLO, 12 May (AFP)' as a line of its own right above the first paragraph."""
    unit = page.units[index]
    if unit.word_count > 12 or unit.end_char - unit.start_char > LONGEST or page.content_after(index) >= page.count:
        return None
    head = re.sub(r"\s", " ", text[unit.start_char : unit.end_char])
    match = DATELINE.fullmatch(head)
    if match is None or match["place"] is None or not page.is_prose[page.content_after(index)]:
        return None
    city, *rest = re.split(r", ?", match["place"])
    if re.search(rf"\b(?:{REPORTERS})\b", match["place"], re.I) or not city.isupper() or not city.strip("."):
        return None
    if rest and not rest[-1].isupper() or _date_of(match) or match["outlet"] or country_of(match["place"]):
        return _make(index, unit.start_char, match, unit.end_char)
    return None


def _make(index: int, start: int, match: re.Match[str], text_start: int) -> Dateline:
    groups = [name for name in ("place", "date", "bracketed", "outlet", "signed", "late") if match[name]]
    first, last = match.start(groups[0]), match.end(groups[-1])
    first -= groups[0] in BETWEEN_MARKS
    last += groups[-1] in BETWEEN_MARKS
    place, outlet = _place_and_outlet(match)
    country = None if place is None else country_of(place)
    return Dateline(index, start + first, start + last, text_start, place, country, outlet)


def _date_of(match: re.Match[str]) -> str | None:
    """The day that a dateline prints: 'OSLO, 12 May -', 'LEEDS (May 12, 2012) -'."""
    return match["date"] or match["bracketed"]


def _place_and_outlet(match: re.Match[str]) -> tuple[str | None, str | None]:
    """What a match names; 'CNN — ' and 'Hong Kong CNN — ' name the outlet without brackets."""
    place, outlet = match["place"], match["outlet"] or match["signed"]
    if place is None or outlet is not None:
        return place, outlet
    if fold_outlet(place) in press_names() and country_of(place) is None:
        return None, place
    before, _, last = place.rpartition(" ")
    return (before, last) if last.isupper() and before and _is_outlet(last) else (place, None)


def _is_dateline(page: Page, head: str, match: re.Match[str], is_first: bool) -> bool:
    """Whether what a paragraph begins with is a dateline: by its outlet, its date, its capitals or a known place."""
    (place, outlet), mark = _place_and_outlet(match), (match["mark"] or "").strip(" *_")
    following = head[match.end() :]
    starts_sentence = following[:1].isupper() or following[:1].isdigit() or following[:1] in "\"'“‘«$€£¥(["
    if outlet is not None and (outlet[0].isdigit() and outlet.isdigit() or not (mark or _is_outlet(outlet))):
        return False
    if place is None and match["place"]:
        return is_first and starts_sentence and not _is_parenthesis(following, mark)
    if place is None:
        return outlet is not None and (is_first or _is_outlet(outlet))
    names = re.split(r"(?:, ?| ?[/;&] ?)", place)
    first = re.findall(r"[^\W\d_]+", names[0])
    if not first or names[0].lower().strip(".") in NO_PLACES or first[0].lower() in NO_PLACES | STOP_WORDS:
        return False
    if first[0].lower() in MONTHS or re.fullmatch(WEEKDAY, first[0], re.I):
        return False
    is_capital = names[0].isupper() and sum(map(len, first)) >= 2
    is_known = country_of(place) is not None
    if outlet is not None:
        return is_capital or is_known or _is_outlet(outlet) or bool(_date_of(match))
    if not mark or not starts_sentence:
        return False
    if mark == ":":
        return is_first and not _is_turn(page, -1) and (is_known or bool(_date_of(match))) and (is_capital or is_known)
    if _date_of(match):
        return is_capital or is_known or len(first) <= 3
    if not (is_known or is_first) or _is_parenthesis(following, mark):
        return False
    if is_capital or is_known:
        return True
    return is_first and len(first) <= 3 and re.split(r"\W", following, maxsplit=1)[0].lower() in STOP_WORDS


def _is_parenthesis(following: str, mark: str) -> bool:
    """Whether a second dash closes what the first opened: 'Oslo – the capital – was quiet'."""
    sentence = re.split(r"[.!?](?=\s|$)", following, maxsplit=1)[0]
    return re.search(rf"\s{re.escape(mark)}\s", sentence) is not None


def _is_turn(page: Page, index: int) -> bool:
    """Whether talk is printed speaker by speaker, so that 'OSLO:' may be who speaks."""
    return sum(role.name == "turn" for role in page.roles) > 1 and (index < 0 or page.name(index) == "turn")


def _is_outlet(name: str) -> bool:
    return fold_outlet(name.strip(" .")) in outlet_names()


def country_of(place: str) -> str | None:
    """The country of a place as a dateline prints it, by its last part that is known; None where two disagree."""
    found = {_country_of_one(each.split(",")) for each in re.split(r" ?[/;&] ?|,? and ", place)}
    return found.pop() if len(found) == 1 else None


def _country_of_one(parts: Sequence[str]) -> str | None:
    folded = [part.strip(" .").casefold() for part in reversed(parts)]
    if len(folded) > 1 and folded[0] in STATES | PROVINCES:
        return "USA" if folded[0] in STATES else "CAN"
    known = [places()[name] for name in folded if name in places()]
    certain = [code for code, is_ambiguous in known if not is_ambiguous]  # 'ATLANTA, Georgia'
    return next(iter([*certain, *(code for code, _ in known)]), None)


@functools.cache
def places() -> Mapping[str, tuple[str, bool]]:
    """Countries, capitals, regions and cities of the reference data, folded: country, and whether it is ambiguous."""
    regions = load_lexicon("reference/region_registry")
    named = [
        row
        for row in load_lexicon("reference/country_registry_names")
        if row["name_kind"] in ("name", "capital", "abbreviation")
    ]
    return {row["region_name"].casefold(): (row["country_code"], False) for row in regions} | {
        row["name_as_written"].strip(" .").casefold(): (row["country_code"], row["is_ambiguous"] == "true")
        for row in named
    }
