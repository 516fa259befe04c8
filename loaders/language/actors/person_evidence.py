"""What speaks for and against a name's being a person's: its last word, what stands before it, what follows it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.actors.lexicon import given_names, word_list
from dossier.language.actors.names import PARTICLES
from dossier.language.actors.namesakes import is_abstract, is_namesake
from dossier.language.actors.setting import is_listed_site
from dossier.language.actors.view import View

CALENDAR = word_list("calendar")
# Last words that show a capitalised name to be a thing or a place.
NOT_PEOPLE = word_list("no person at the end")
WORKS = "|".join(sorted(word_list("noun of a product or work")))
# 'the film X', 'a product called X', '"X"': a work or a thing.
MADE = re.compile(rf"\b(?:{WORKS})s?,? (?:called |named |known as |dubbed |titled |entitled )?$")
VISITED = re.compile(
    r"\b(?:(?:village|town|city|hamlet|suburb|district|county|parish|port|island) of|in|near|off|outside|"
    r"visit(?:s|ed|ing)?|leav(?:e|es|ing)|reach(?:es|ed)?|enter(?:s|ed)?) $"
)
FIELD = re.compile(
    r"\b(?:[Ss]ecretary|[Aa]ssistant|[Dd]eputy|[Aa]dvis[eo]r|[Rr]epresentative|[Cc]ommissioner|[Cc]oordinator|[Ee]nvoy|"
    r"[Cc]ounsell?or|[Mm]inister|[Pp]resident|[Dd]efen[cs]e|[Ss]tate|[Cc]hief)(?: to the [A-Z]\w+)? for (?:the )?$"
)
# 'Minister of Trade and ', 'Secretary for Health, Welfare and '
OFFICE_FIELD = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Uu]ndersecretary|[Dd]irector|[Cc]ounsell?or|[Aa]dvis[eo]r|[Ee]nvoy)"
    r"(?: of| for)(?: the)? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)*,? (?:and|&) $"
)
OF_PLACE = re.compile(r"\b(?:of|for) (?:the )?(?:[A-Z][\w-]+ of )?$")
SURNAMES_LIKE_THINGS = frozenset(
    """bank banks bay beach bill bridge bridges box castle chapter church court crossing day deal docks dock farm farms
    fields forest garden gardens grant grants hall harbour heights hill hills holdings hotel house inn judge king lake
    lane law long mall marina mayor meadow meadows medal mount museum news page palace park parks pier pope port post
    price prince ridge rule school secretary springs square state storm strait street strip summit temple tower towers
    trust valley village wharf wood woods creek falls abbey manor general governor drive trail cooper""".split()
)
SURNAMES_THAT_ARE_TITLES = frozenset(
    "judge king prince pope bishop baker archer carter cook marshall major justice dean page".split()
)
STOP_FIRST = word_list("no name at the beginning")
FIRM_ENDINGS = word_list("firm at the end") | word_list("outlet at the end")
WORD_NAMES = word_list("given name that is also a word")
FIRMS = word_list("noun for a company")  # 'Retailer Holm's closes stores'

# '… of Kent, Ann Lee, said': the name in apposition to an office
APPOSED = re.compile(
    r"(?: (?:of|for|at|in|to|on|and|from) (?![A-Z][a-z]+day\b)[^,.;:\"“”]{2,60}?)?, (?=[A-Z])"
    r"((?:[A-Z][\w'’-]*[\w]\.?|[A-Z]\.)"
    r"(?: (?:[A-Z][\w'’-]*[\w]|[A-Z]\.|de|da|dos|del|van|von|der|den|bin|al|el|la|le)){1,4})"
    r"(?=[,.;:)]|$| (?:said|told|says|was|is|has|had|will|[a-z]{2,}ed)\b)"
)
# 'his son, Yusuf, was', 'her husband Tom': whom the article goes on to call so, or not
KIN_NAMED = re.compile(
    r"\b(?:his|her|their|my|whose|'s|\d\d?-(?:year|month)-old) (?:\w+ ){0,2}?"
    r"(?:son|daughter|wife|husband|brother|sister|mother|father|mum|mom|dad|nephew|niece|cousin|fiancée?|girlfriend|"
    r"boyfriend|stepson|stepdaughter|grandson|granddaughter|widow),? "
    r"([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})(?=[,.;)]|$| (?:and|was|is|were|had|has|said|who)\b)"
)
# 'Can Demir, 52,': whoever has an age is a person
AGED = re.compile(r"(?:^|(?<=[.!?,;:] )|(?<= and )|(?<= by ))([A-Z][\w'-]*\w(?: [A-Z][\w'-]*\w){1,2}), (?:aged )?\d\d,")


def is_plausible(view: View, start: int, end: int, titled: bool, printed_lower: set[str]) -> bool:
    """Reject things, places, products and headline words that a tagger takes for people."""
    words = view.text[start:end].replace("-", " ").split()
    named = words[0] in given_names()
    vouched = titled or (named and len(words) < 3 and view.token_at(start).ent_type_ == "PERSON")
    if not titled and _is_made(view, start, end, named):
        return False
    if is_namesake(view, start, end) or not (titled or named) and is_abstract(view.text[start:end]):
        return False
    if not (titled or named) and len(words) > 1 and _is_many(view.token_at(end - 1), printed_lower):
        return False  # 'Alien Enemies'
    last = words[-1].strip(".").lower()
    if (is_firm_ending(view.text[start:end]) or begins_as_body(view, start, end)) and not (titled or named):
        return False
    if (
        (last in NOT_PEOPLE and not (vouched and last in SURNAMES_LIKE_THINGS))
        or words[0].lower() in STOP_FIRST | FIRMS
        and not (titled and words[0] in WORD_NAMES and len(words) > 1)
        or len(words) > 6
        or end - start < 2
    ):
        return False
    office = view.hit_at(["title"], end - 1)
    is_office = office is not None and office.entry.detail == "office" and office.start > start
    if is_office and not (titled and named) and words[-1].lower() not in SURNAMES_THAT_ARE_TITLES:
        return False
    sentence = view.token_at(start).sent
    if (
        not titled
        and not named
        and view.text[sentence.start_char : sentence.end_char].strip(" .:") == view.text[start:end]
    ):
        return False  # a heading of a law or a list
    tokens = view.tokens_in(start, end)
    if any(
        t.pos_ in ("AUX", "DET", "ADP") or (t.pos_ == "VERB" and t.text.endswith("ing"))
        for t in tokens[1:]
        if t.text.lower() not in PARTICLES
    ):
        return False
    if (
        re.match(
            r" (?:program(?:me)?|act|scheme|initiative|award|prize|plan|grant|building|bridge|line|loan|fund)s?\b",
            view.text[end : end + 12],
        )
        and not titled
    ):
        return False
    if any(w.strip(".").lower() in CALENDAR for w in words[:1]) and not titled:
        return False
    for layer in ("country", "body"):
        hit = view.hit_at([layer], start)
        if hit is not None and hit.end >= end and not hit.entry.is_ambiguous and not titled:
            return False
    body = view.hit_at(["body"], end - 1)
    if (
        body is not None
        and len(words) > 1
        and body.entry.detail != "company"
        and not titled
        and body.start > start
        and view.text[body.start].isupper()
        and words[-1].lower() not in ("parks", "college", "church", "bank", "banks", "court", "post", "school", "day")
    ):
        return False
    if not titled and all(w.lower() in printed_lower for w in words):
        return False
    return all(re.match(r"[^\W\d_]", w) for w in words)


def _is_many(last: Token, printed_lower: set[str]) -> bool:
    """Is the last word of a name the plural of a common noun?"""
    word = last.lower_
    if word.endswith("ies") and len(word) > 5:
        return word not in SURNAMES_IN_IES
    is_plural = last.tag_ in ("NNS", "NNPS") and len(word) > 4
    return is_plural and (word in printed_lower or word.removesuffix("s") in printed_lower)


SURNAMES_IN_IES = frozenset("davies menzies gillies humphries jeffries harries defries".split())


def behind_field(view: View, start: int, end: int) -> int:
    """Where a name begins whose first word is of its office: 'Minister of Trade and Industry Ann Lee'."""
    words = view.text[start:end].split()
    is_second = len(words) > 2 and words[0] not in given_names() and words[1] in given_names()
    if is_second and OF_PLACE.search(view.text[max(start - 40, 0) : start]):
        return start + len(words[0]) + 1  # 'prosecutor for the District of Norland Ann Lee'
    if len(words) > 2 and words[0] not in given_names() and OFFICE_FIELD.search(view.text[max(start - 90, 0) : start]):
        firsts = [at for at in range(1, len(words) - 1) if words[at] in given_names()]
        at = firsts[0] if firsts else max(len(words) - 2, 1) if len(words) <= 4 else 1
        return start + len(" ".join(words[:at])) + 1
    return start


def is_firm_ending(name: str) -> bool:
    """Does a name of two words or more end as those of firms and outlets do ('Tarnholt Steel', 'the Tarn Courier')?"""
    first, _, rest = name.partition(" ")
    return rest.rpartition(" ")[2].lower() in FIRM_ENDINGS and first.lower() not in ("mr", "ms", "mrs")


def begins_as_body(view: View, start: int, end: int) -> bool:
    """Does a name begin with the noun of a body, as many do outside English ('Museum Harken', 'Hotel Astra')?"""
    noun = view.hit_at(["body"], start)
    return noun is not None and noun.start == start and noun.end < end and view.text[start : start + 5].isalpha()


def _is_made(view: View, start: int, end: int, named: bool) -> bool:
    """Is an untitled name that of a work, a firm, a band or a field of work, not of a person?"""
    before, after = view.text[max(start - 60, 0) : start], view.text[end : end + 24]
    if FIELD.search(before) or re.match(r",? (?:Inc|Ltd|LLC|Corp|Co|GmbH|plc|PLC|& )\b", after):
        return True
    if before[-1:] in ('"', "“", "‘") and after[:1] in ('"', "”", "’") and not named:
        return True
    if is_listed_site(view, start) or re.search(r"\b[Tt]he $", before) and is_firm_ending(view.text[start:end]):
        return True  # 'the Charlotte Courier'
    if named:
        return False
    registered = view.hit_at(["registry"], start)
    if registered is not None and registered.end < end and registered.entry.detail != "person":
        return True
    return bool(
        MADE.search(before)
        or VISITED.search(before)
        or re.search(
            r"(?:\b(?:[Tt]he|such|all|any|these|those|every|each|some|no|other|many|our|your) |-based )$", before
        )
        or re.match(r",? where\b", after)
        or re.match(
            r" (?:have|are|were|plan|cancel|say|want|play)\b|'s? (?:shares|stock|album|songs?|earnings|revenues?|"
            r"customers|app|software|website|stores?|menu)\b| (?:shares|stores|designation|status|programme)\b",
            after,
        )
    )
