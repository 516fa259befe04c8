"""Where an article plays: the country that its headline, dateline and text point to; and its names of places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dossier.language.actors.lexicon import word_list
from dossier.language.actors.view import View

LEAD = 2  # paragraphs whose countries count double, as they tell what the article is about
CLEAR = 2  # times that the leading country must be named more often than the next one
FEWEST = 3  # weight of a country that is named in the lead, or three times further down
NAME = r"[A-Z][\w'’-]*[^\W_](?: [A-Z][\w'’-]*[^\W_]){0,2}"
PLACE_NOUNS = "|".join(sorted(word_list("noun of a settlement or region"), key=lambda n: (-len(n), n)))
LOCATED = re.compile(
    rf"(?:\b(?:{PLACE_NOUNS}) of|(?<!shares )(?<!stake )(?<!stakes )(?<!investors )(?<!investment )(?<!invested )"
    r"(?<!invest )(?<!confidence )(?<!interest )(?<!trust )\b[Ii]n|\b(?:[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross)|"
    r"(?:\b(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|streets|residents|suburbs|"
    r"coast) of)|\b(?:km|kilomet(?:re|er)s|miles) from|\b(?:travel(?:l)?ed|flew|fled|drove|sailed) to) "
    rf"({NAME})((?:, {NAME})*(?:,? (?:and|or) {NAME})?)(?!['’]s? |[\w'’-])"
)
DESCRIBED = re.compile(
    rf"\b({NAME}), (?:home to|(?:an?|the)(?: [\w'’-]+){{0,4}}? (?:{PLACE_NOUNS})\b(?! (?:of [a-z]|[a-z]+'s)))"
)
# 'Harn Valle province', 'Tolm and Harn Valle counties'
REGIONAL = re.compile(
    rf"\b({NAME}(?:(?:, and |, | and ){NAME})*)(?:['’]s?)? "
    rf"(?:{PLACE_NOUNS}|provinces|districts|counties|regions|states|prefectures)\b"
)
# 'in Alton, Illinois, on Monday', 'the Alton, Illinois, woman'
OF_STATE = re.compile(rf"(?<![\w.'’-] )\b({NAME}), (?=[A-Z])")
# 'all three airports -- Marlow, Ann Lee and Kerr Field --'
SITES = re.compile(
    r"\b(?:[Ff]lights|[Tt]rains|airports?|airfields?|stations?|terminals?|stadiums?|ports|bridges|schools|beaches|streets|suburbs|towns|"
    r"cities|villages|counties|districts|provinces|neighbou?rhoods)"
    r"(?: --?| ?—| –|:|,? including|,? such as| of| at| in|,| \() ?"
    r"((?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, and |, | and )){0,7})$"
)
SPLIT = re.compile(r",? (?:and|or) |, ")


def home_country(views: Sequence[View]) -> str | None:
    """The one country that leads an article, where one clearly does: named twice as often as any other."""
    weight: Counter[str] = Counter()
    for number, view in enumerate(views):
        factor = 5 if view.paragraph.block.kind in ("headline", "dateline") else 2 if number <= LEAD else 1
        for layer in ("country", "region"):
            for hit in view.layer(layer):
                is_language = view.paragraph.block.kind == "dateline" and hit.entry.detail == "adjective"
                if not hit.entry.is_ambiguous and not is_language:  # 'LIMA (Press Spanish)'
                    weight[hit.entry.key] += factor
    leading = sorted(weight.items(), key=lambda w: (-w[1], w[0]))[:2]
    if not leading or leading[0][1] < FEWEST:
        return None
    return leading[0][0] if len(leading) == 1 or leading[0][1] >= CLEAR * leading[1][1] else None


def only_country(views: Sequence[View]) -> str | None:
    """The one country that an article names at all, by itself or by a place in it."""
    layers = (h for v in views for layer in ("country", "region") for h in v.layer(layer))
    hits = [h for h in layers if not h.entry.is_ambiguous]
    is_place = any(h.entry.layer == "region" or h.entry.detail in ("name", "capital") for h in hits)
    named = {h.entry.key for h in hits}
    return named.pop() if len(named) == 1 and is_place else None  # 'two Dutch firms' alone tell no place


def place_names(views: Sequence[View]) -> frozenset[str]:
    """Names that the article uses of places: 'in the city of X', 'near X and Y', 'X, a port …'; acronyms are none."""
    found: set[str] = set()
    for view in views:
        for match in LOCATED.finditer(view.text):
            found.update([match.group(1), *(n for n in SPLIT.split(match.group(2)) if n)])
        found.update(m.group(1) for m in DESCRIBED.finditer(view.text))
        for match in OF_STATE.finditer(view.text):
            state = view.hit_at(["region"], match.end())
            if state is not None and view.text[state.end : state.end + 1] in (",", ".", "", ")", ";"):
                found.add(match.group(1))
        found.update(e.text for e in view.paragraph.words.ents if e.label_ in ("GPE", "LOC") and not e.text.isupper())
    found |= named_regions(views)
    return frozenset(name for name in found if not name.isupper())


def named_regions(views: Sequence[View]) -> frozenset[str]:
    """Names that the article prints before a common noun of a region: 'Harn Valle province'."""
    lists = (match.group(1) for view in views for match in REGIONAL.finditer(view.text))
    return frozenset(name for names in lists for name in SPLIT.split(names))


def is_listed_site(view: View, start: int) -> bool:
    """Does a name stand in a list of airports, stations, towns or other places?"""
    return SITES.search(view.text[max(start - 120, 0) : start]) is not None


def is_place(words: str, places: frozenset[str]) -> bool:
    """Is a name, or are all the names of a list, one that the article uses of a place?"""
    return all(part in places for part in SPLIT.split(words))
