"""Things that bear a person's name or look like one: airports, storms, operations; and where a name really ends."""

from __future__ import annotations

import re

from dossier.language.actors.lexicon import given_names, word_list
from dossier.language.actors.view import View

# 'John F. Kennedy International Airport', 'the Lincoln Memorial', 'Paul Sarbanes Visitor and Education Center'
BETWEEN = (
    r"(?:International|Memorial|National|Regional|Municipal|Presidential|Community|Elementary|High|Middle|Law|Medical|"
    r"Research|Public|State|County|City|Children['’]s|Federal|Executive|Office|Visitors?|Education|Performing|Arts|Art|"
    r"Cultural|Space|Flight|General|Primary|Secondary|Business|Nature|Forest|House|Veterans|Affairs|Health|Cancer|"
    r"Congressional|Gold|Medal|Distinguished|Jr\.?|Historic|Conference|Convention|Sports|Science|Naval|Air|Force|Army|"
    r"Military)"
)
BEARERS = (
    r"(?:Airport|Airfield|Bridge|Street|Avenue|Boulevard|Highway|Square|Stadium|Arena|Building|Library|Museum|Memorial|"
    r"Monument|Hospital|School|College|University|Institute|Institution|Cent(?:er|re)|Theat(?:er|re)|Prize|Award|Medal|"
    r"Act|Campus|Annex|Wing|Trophy|Cup|Scholarship|Fellowship|Plaza|Expressway|Freeway|Parkway|Tunnel|Dam|Terminal|"
    r"Islands?|Cathedral|Barracks|Archives?|Auditorium|Pavilion|Gardens|Cemetery|Courthouse|Lecture|Telescope|"
    r"Observatory|Glacier|Sea|Strait|Canal|Reservoir)"
)
NAMED_AFTER = re.compile(rf"(?:,? {BETWEEN}(?:(?: and| &| of| for)? {BETWEEN}){{0,4}}(?: and)?)? {BEARERS}\b")
LABELLED = re.compile(
    r"\b(?:Operation|Exercise|Project|(?:Tropical )?Storm|Hurricane|Typhoon|Cyclone|Mount|Mt\.?|Lake|Fort|Camp|Cape|"
    r"Port|Point|"
    r"(?:Order|Medal|Statue|Church|Cathedral|Tomb|House|Battle|Treaty|Feast|Shrine|Mosque) of(?: the)?|"
    r"USS|USNS|HMS|HMCS|HMAS|RMS|MV|Schedule|Annex|Phase) $"
)
NUMBERED = re.compile(
    r"(?:Schedule|Annex|Title|Part|Phase|Chapter|Article|Class|Type|Category|Tier|Section|Appendix|Group|War|Level|Stage|"
    r"Column|Table|Volume|Book|Act|Division|Bowl) [IVX]+|(?:Fort|Mount|Camp) [A-Z][\w’'-]*"
)
# Endings of nouns that no surname has.
ABSTRACT = re.compile(
    r"[a-z-]{2,}(?:tions?|ssions?|ments|[iu]ties|[iu]ty|isms|ism|phobia|ology|graphy|[ae]nces|ships|nesses)"
)
# Words in titles of articles that stand behind a name and are no part of it.
HEADLINE_TAIL = frozenset(
    """En On In At And After Ahead Amid As Over Before Meets Says Will To For With From Of Calls Visits Signs Call Calls
    Meeting Meetings Travel Travels Remarks Visit Trip Joins Announces Wins Dies Faces Backs Urges Warns Vows""".split()
)
NOT_PEOPLE = word_list("no person at the end")


def is_namesake(view: View, start: int, end: int) -> bool:
    """Is a person's name part of the name of a building, a storm, an operation, or no name of a person at all?"""
    before = view.text[max(start - 18, 0) : start]
    if LABELLED.search(before) or NUMBERED.fullmatch(view.text, start, end):
        return True
    return not view.is_headline and NAMED_AFTER.match(view.text, end) is not None


def is_abstract(name: str) -> bool:
    """'Product Coverage Conditions', 'Counter Islamophobia': does a name end as nouns of things do?"""
    return " " in name and ABSTRACT.fullmatch(name.rpartition(" ")[2].lower()) is not None


def own_words(view: View, start: int, end: int) -> tuple[int, int]:
    """A name without the label before it ('Q Karine'), its office's field and a headline's words behind it."""
    words = view.text[start:end].split(" ")
    if len(words) > 1 and words[0] == "Q":
        start += 2
        words = words[1:]
    at = next((i for i in range(1, len(words) - 1) if words[i] in given_names()), 0)
    if at and words[0] not in given_names() and words[at - 1].lower() in NOT_PEOPLE:
        start += len(" ".join(words[:at])) + 1  # 'Intergovernmental Affairs Ann Lee'
        words = words[at:]
    while len(words) > 2 and (words[-1] == "En" or view.is_headline and words[-1] in HEADLINE_TAIL):
        end -= len(words.pop()) + 1
    if len(words) > 3 and words[-2] == "En":
        end -= len(" ".join(words[-2:])) + 1  # 'Ann Baker En Route'
    return start, end
