"""Organisations and companies without a telling noun, by the tagger; and short forms of those named in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from dossier.language.actors.acting import COMMON, act_somewhere, is_coined
from dossier.language.actors.body_doubts import is_contest
from dossier.language.actors.lexicon import given_names, word_list
from dossier.language.actors.names import body_words
from dossier.language.actors.person_evidence import CALENDAR, NOT_PEOPLE, STOP_FIRST, begins_as_body, is_firm_ending
from dossier.language.actors.registered import is_medium, is_office, plain_acronyms
from dossier.language.actors.setting import is_listed_site, is_place
from dossier.language.actors.view import Found, Identity, View
from dossier.language.items import find_items

# Last words of names that tell a law, a work, an event or a thing, never somebody who acts.
THINGS = word_list("no organisation at the end")
COMPANY_ENDING = re.compile(r"(?:banco|bank|corp|tech|soft|pharma|motors|airways|airlines)$")
MEASURED = re.compile(
    r"\b(?:kilos?|kilogram(?:me)?s?|kg|grams?|g|mg|tonnes?|tons?|pounds?|doses?|traces?|pills?|tablets?|capsules?|"
    r"lit(?:er|re)s?|drops|batch(?:es)?|precursors?|levels|chemicals?|drugs?|substances?|compounds?|isotopes?|ingredients?|"
    r"production|manufacture|synthesis|smuggling|use|stockpiles?) (?:of |such as |like |called |known as )(?:the )?$"
)
CHANNEL = re.compile(r"\b(?:wrote|posted|said|video|message|post|statement|account|channel|page)? ?on (?:the )?$")
FIRM_AFTER = re.compile(
    r",? (?:Inc|Ltd|LLC|Corp|Co|GmbH|plc|PLC|& Co)\b| (?:have|are|were|plan|cancel|say|want|play) |"
    r"'s? (?:shares|stock|album|songs?|earnings|revenues?|customers|app|software|stores?)\b| (?:shares|stores|album) "
)
REGIONS = word_list("region of the world")
# Words that many names begin with: no short form of one of them.
FIRST_OF_MANY = frozenset(
    """National International American European African Asian Global World Royal General United First Central North
    South East West Northern Southern Eastern Western Great Greater New Old Big Public State Federal City County
    Community People Democratic Christian Social Free Open Green Blue Black White Red Golden Silver Pacific Atlantic
    Native Grand High Low Upper Lower Mutual Merchants Farmers Citizens People's Consumer Consumers Workers Home Family
    Women Women's Youth Student Students Science Human Justice Freedom Liberty Heritage Market Trade Industrial
    Commercial Medical Health Energy Water Food Media Sports Sport Cyber Climate Defense Defence Security Nuclear
    Space Solar Critical Strategic Joint Special Senior Junior Modern Total Pure Bright Direct Rapid Safe Fair Better
    Best Next Trans Inter Union Universal Advanced Applied Digital Smart Clean Local Regional Independent Future
    Young""".split()
)
# 'the AGRA Implementation Act': what the capitals stand for is a law or a treaty.
LAW = re.compile(r"\b([A-Z]{3,})(?: [A-Z]\w+){0,2} (?:Act|Agreement|Treaty|Convention|Protocol)\b")
EXCHANGE = re.compile(r"(?:[A-Z]{2,8}|Nasdaq)(?=: ?[A-Z0-9.]{1,8}[);,])")
ROOMS = word_list("room or house of an office")
# Things that also stand behind the name of who makes, says or has them.
FIRMS_HAVE = frozenset(
    """report reports statement deal deals plan plans platform app apps building phone phones car card loan loans tax
    shareholder meeting memo letter email emails election vote votes hearing ship ships jet jets drone drones aircraft
    vessel policy index note notes bond bonds law laws research paper papers series season summit trial verdict appeal
    test tests day week month night year rule rules missile missiles agreement partnership budget laptop""".split()
)
WORKS = "|".join(sorted(word_list("noun of a product or work")))
# 'the Safe Walks NSW app': a product whose name goes on behind what the tagger took for a body
SEAT = re.compile(
    r"\b(?:MS?P|TD|MEP|ML[AC]|MNA|[Mm]ember|[Cc]andidate|[Cc]ouncillor) (?:of Parliament )?for (?:the )?$"
)
NAMED_WORK = re.compile(r"(?: [A-Z][\w'-]*){1,3} (?:app|album|film|novel|podcast|documentary|game|software)\b")
MADE = re.compile(rf"\b(?:{WORKS})s?,? (?:called |named |known as |dubbed |titled |entitled )?$")
OF_REGION = re.compile(r" of ((?:[A-Z][\w-]+ ?){1,3})(?<! )(?= [a-z])")
BRACKETED = re.compile(r" \(([A-Z][A-Za-z]{1,9})\)")
ACRONYM_NOISE = word_list("no acronym of an actor")
SPEECH = word_list("verb of speech")


def find_organisations(views: Sequence[View], acronyms: Mapping[str, str], places: frozenset[str]) -> None:
    """Add what the tagger calls organisations and nothing else has claimed: no places, goods or substances."""
    printed_lower = {t.text for v in views for t in v.tokens if t.text.islower() and len(t.text) > 2}
    running = "\n".join(v.text for v in views if not v.is_headline)
    laws = {match.group(1) for match in LAW.finditer(running)}
    plain = plain_acronyms(views)
    seen: dict[str, list[tuple[View, int, int]]] = defaultdict(list)
    for view in views:
        for entity in view.paragraph.words.ents:
            if not view.is_shouted and (entity.label_ == "ORG" or entity.label_ == "PERSON" and _is_firm(view, entity)):
                for span in _halves(view, _clean(view, entity)):
                    if not view.is_free(*span) or not _is_plausible(view, *span, printed_lower, running):
                        continue
                    words = view.text[span[0] : span[1]]
                    if view.is_headline and words not in running:
                        continue
                    if is_place(words, places) or is_listed_site(view, span[0]) or _is_listed_place(view, *span):
                        continue
                    if _is_good(view, *span):
                        continue
                    if _names_thing(acronyms.get(words, words)) or words in laws | plain:
                        continue
                    seen[words].append((view, *span))
    for words, held in seen.items():
        is_firm = is_firm_ending(words) and words.rpartition(" ")[2].lower() not in COMMON
        named = is_firm or begins_as_body(*held[0]) or is_coined(words)
        if named or _act_by_any_name(held, seen):
            for view, start, end in held:
                if view.is_free(start, end):
                    view.add(Found(start, end, "name", organisation_identity(words), "tagged"))
    _find_introduced(views, acronyms)
    _propagate(views)


def _act_by_any_name(
    held: Sequence[tuple[View, int, int]], seen: Mapping[str, Sequence[tuple[View, int, int]]]
) -> bool:
    """Does somebody act under a name, or under the acronym that stands behind it in brackets?"""
    if act_somewhere(held):
        return True
    bracketed = (BRACKETED.match(view.text, end) for view, _, end in held)
    return any(act_somewhere(seen.get(match.group(1), ())) for match in bracketed if match is not None)


def _names_thing(name: str) -> bool:
    """'the Harbour Plan', 'the Plan for Rivers', 'Passenger Lists': does a name say that it is a thing's?"""
    heads = re.split(r" (?:of|for|on|against|to|in) ", name)
    return any(head.split()[-1].lower() in THINGS for head in (name, heads[0]))


def _find_introduced(views: Sequence[View], acronyms: Mapping[str, str]) -> None:
    """Add 'the Palike of Ten Wards (PTW)' where the article goes on to have the PTW act, speak or employ somebody."""
    acting = {t.text for v in views for t in v.tokens if t.text in acronyms and _acts(v, t.i)}
    names = {acronym: name for acronym, name in acronyms.items() if acronym in acting and _is_introduced(acronym, name)}
    for view in views if names else ():
        for match in BRACKETED.finditer(view.text):
            name = names.get(match.group(1))
            if name is None or not view.text.endswith(name, 0, match.start()):
                continue
            start, end = match.start() - len(name), match.start()
            inside = [f for f in view.found_near(start, end) if f.start < end and f.end > start]
            if all(f.start >= start and f.end <= end and f.rule != "registry" for f in inside):
                for found in inside:
                    view.remove(found)
                view.add(Found(start, end, "name", organisation_identity(name), "defined"))


def _is_introduced(acronym: str, name: str) -> bool:
    """Are the words that an acronym stands for the name of somebody who acts?"""
    words = name.split()
    if len(words) < 2 or acronym in ACRONYM_NOISE or _names_thing(name) or words[-1].lower() in NOT_PEOPLE:
        return False
    return all(w[0].isupper() or w in ("of", "and", "for", "the", "on", "&") for w in words)


def _acts(view: View, index: int) -> bool:
    """Does a body's acronym speak here, have somebody in office, or is somebody with it?"""
    token = view.tokens[index]
    if view.text[token.idx - 1 : token.idx] == "(":
        return False
    office = view.hit_at(["title"], token.idx + len(token) + 1)
    if office is not None and view.text[token.idx + len(token)] == " ":
        return True
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEECH
    return speaks or token.dep_ == "pobj" and token.head.lower_ in ("for", "by", "against") and token.ent_type_ == "ORG"


def _is_firm(view: View, entity: Span) -> bool:
    """Is a name that the tagger takes for a person's followed by what only a firm, a band or a body has?"""
    registered = view.hit_at(["registry"], entity.start_char)
    if registered is not None and registered.end < entity.end_char and registered.entry.detail == "company":
        return True
    if begins_as_body(view, entity.start_char, entity.end_char) or is_firm_ending(entity.text):
        return True
    return FIRM_AFTER.match(view.text, entity.end_char) is not None or view.text[: entity.start_char].endswith(
        "-based "
    )


def _halves(view: View, span: tuple[int, int] | None) -> list[tuple[int, int]]:
    """A name, or the two names that 'and' joins where the first is one by itself ('Trinity Church and Beth Shalom')."""
    if span is None:
        return []
    joint = view.text.find(" and ", *span)
    whole = view.hit_at(["body"], joint - 1) if joint > 0 else None
    if whole is None or whole.end != joint or whole.start == span[0] or " " not in view.text[joint + 5 : span[1]]:
        return [span]
    return [(span[0], joint), (joint + 5, span[1])]


def _is_listed_place(view: View, start: int, end: int) -> bool:
    """Is it 'X and Y' behind a preposition of place: two towns, never one body?"""
    words = view.text[start:end].split()
    if len(words) != 3 or words[1] not in ("and", "or") or words[0].isupper() or words[2].isupper():
        return False
    before = view.text[max(start - 9, 0) : start]
    return re.search(r"\b(?:in|at|on|to|from|between|near|around|for|towards?) $", before) is not None


def _is_good(view: View, start: int, end: int) -> bool:
    """Is it a substance or a product: one of the item lists, or measured, dosed or traded like one?"""
    at = max(start - 40, 0)
    if any(s + at <= start and end <= e + at for s, e, _ in find_items(view.text[at : end + 40])):
        return True
    return MEASURED.search(view.text[max(start - 40, 0) : start]) is not None or (
        CHANNEL.search(view.text[max(start - 12, 0) : start]) is not None and " " not in view.text[start:end]
    )


def organisation_identity(words: str, actor_type: str = "organization") -> Identity:
    """Identity of an organisation by its name alone."""
    key = " ".join(body_words(re.sub(r"(?<=[A-Z]{3}) (?=\d+$)", "", words)))  # 'FOX 35', 'FOX35'
    if actor_type == "organization" and (COMPANY_ENDING.search(key) or is_firm_ending(words)):
        actor_type = "company"
    return Identity(f"body:{key}", words, key, actor_type, None)


def _clean(view: View, entity: Span) -> tuple[int, int] | None:
    tokens = list(entity)
    while tokens and (tokens[0].text.lower() in ("the", "a", "an") or not tokens[0].text[0].isalnum()):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in ("'s", "\u2019s", "'", "\u2019") or not tokens[-1].text[-1].isalnum()):
        tokens = tokens[:-1]
    if not tokens:
        return None
    end = tokens[-1].idx + len(tokens[-1])
    region = OF_REGION.match(view.text, end) if len(tokens) > 1 else None
    if region is not None and view.hit_at(["region", "country"], region.start(1)) is not None:
        office = view.hit_at(["title"], region.end() + 1)
        if office is not None and office.start == region.end() + 1:
            end = region.end()  # 'United Growers of Victoria president Ann Lee'
    return tokens[0].idx, end


def _is_plausible(view: View, start: int, end: int, printed_lower: set[str], running: str) -> bool:
    words = view.text[start:end].split()
    last = words[-1].lower()
    if last in THINGS or last.rstrip("s") in THINGS or any(w.lower() in CALENDAR for w in words) or len(words) > 8:
        return False
    if last == "court" or is_contest(last, " ".join(words[:-1])):
        return False  # a court is told by its noun; what is left is a street or house
    if not all(
        w[0].isupper()
        or w[0].isdigit()
        or w in ("of", "and", "&", "for", "the", "in", "on", "de", "la", "du", "des", "y", "e")
        for w in words
    ):
        return False
    if (
        re.search(r"\d(?!\w*ers\b)", view.text[start:end])
        and not re.fullmatch(r"(?:[A-Z]\w+ )*\d\d?ers", view.text[start:end])
        or words[0].lower() in STOP_FIRST
        or words[0] in ("Operation", "Project", "Hurricane", "Typhoon", "Cyclone")
        or "/" in view.text[start:end]
        or "*" in view.text[start:end]
    ):
        return False
    place = next(
        (h for h in (view.hit_at([layer], start) for layer in ("country", "region", "title")) if h is not None), None
    )
    if place is not None and (place.end >= end or (place.entry.layer == "country" and len(words) > 3)):
        return False
    if re.search(r"\b(?:our|this|that|an?|my|your|every|each|any|no) $", view.text[max(start - 6, 0) : start]):
        return False
    before, behind = view.text[max(start - 40, 0) : start], re.match(r" ([a-z]+)\b", view.text[end : end + 20])
    if is_office(view, start) or is_medium(view, start, end) or MADE.search(before):
        return False
    rest = re.match(r"(?: (?:of|for|on|to|the|in|and|&|[A-Z][\w'-]+)\b){1,6}", view.text[end : end + 90])
    if rest is not None and any(w[0].isupper() and w.lower() in THINGS for w in rest.group().split()):
        return False  # the beginning of the name of a law or a plan
    office = view.hit_at(["title"], start)
    if office is not None and office.entry.detail == "office" and office.end < end - 1 and office.end > start:
        return False  # 'Defense Ministers Hale and Ortiz'
    owned = re.match(r"['’]s? ([A-Z][\w-]+)", view.text[end : end + 24])
    if owned is not None and owned.group(1).lower() in THINGS | NOT_PEOPLE:
        return False  # 'Martyrs' Square'
    if re.search(r"-(?:[a-z]+ed|born|made|era)$", view.text[start:end]):
        return False  # 'Canada-donated'
    if start == 0 and view.text[end : end + 1] == ":":
        return False  # the heading of an item of a list
    if view.text[end : end + 1] in ("®", "™") or is_ticker(view, start, end):
        return False  # a product, or a share: '(NASDAQ: ABCD)'
    if view.text[end : end + 1] == "/" or before.endswith("/") or words[0] in REGIONS and len(words) == 1:
        return False
    noun = behind.group(1) if behind is not None else ""
    if noun not in FIRMS_HAVE and (noun in THINGS or noun.removesuffix("s") in THINGS):
        return False  # 'the Clean Rivers programme'
    if NAMED_WORK.match(view.text, end) is not None or SEAT.search(before) is not None:
        return False
    if before[-1:] in ('"', "“", "‘") and view.text[end : end + 1] in ('"', "”", "’", ","):
        return False  # the title of a work
    if any(view.text[start:end].lower().endswith(room) for room in ROOMS):
        return False
    if view.hit_at(["title", "people", "act"], end - 1) is not None:
        return False
    tokens = view.tokens_in(start, end)
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("compound", "amod", "nmod") for t in tokens) or not (
        words[-1][0].isupper() or words[-1][0].isdigit()
    ):
        return False
    if len(words) == 1:
        word = words[0]
        if word in given_names():
            return False
        if word.isupper() and re.search(r"\d $", view.text[max(start - 2, 0) : start]):
            return False
        if (
            word in ACRONYM_NOISE
            or word.lower() in printed_lower
            or len(word) < 2
            or view.hit_at(["body", "act"], start) is not None
        ):
            return False
        token = view.token_at(start)
        if not word.isupper() and token.is_sent_start and token.pos_ != "PROPN":
            return False
        if token.pos_ != "PROPN":
            return False
        if (
            sum(c.isupper() for c in word) >= 2
            or running.count(word) > 1
            or token.dep_ in ("nsubj", "nsubjpass", "poss")
        ):
            return True
        return token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "from", "at", "for", "to")
    return not all(w.lower() in printed_lower for w in words)


def is_ticker(view: View, start: int, end: int) -> bool:
    """'(NYSE: ABCD)', 'LSE: XYZ': a stock exchange before a colon, or what a share is called there."""
    exchange = EXCHANGE.match(view.text, start)
    if (
        exchange is not None
        and exchange.end() >= end
        and view.text[max(start - 2, 0) : start].strip() in ("(", ";", ",")
    ):
        return True
    return re.search(r"(?:\(|; ?|, ?)[A-Z]{2,8}: ?$", view.text[max(start - 12, 0) : start]) is not None


def _propagate(views: Sequence[View]) -> None:
    """Tie acronyms, first words and names without their suffix to organisations named in full."""
    known: dict[str, tuple[Identity, tuple[int, int]]] = {}
    fuller: dict[str, set[Identity]] = {}
    for view in views:
        for found in sorted(view.found, key=lambda f: f.start):
            identity = found.identity
            if identity.actor_type not in ("organization", "company", "government-body") or found.kind != "name":
                continue
            position = (view.number, found.start)
            words = view.text[found.start : found.end].split()
            for acronym in _acronyms(view, found, words):
                known.setdefault(acronym, (identity, position))
            if len(words) >= 2:
                first = words[0]
                if (
                    first[0].isupper()
                    and first not in REGIONS
                    and first not in FIRST_OF_MANY
                    and len(first) > 3
                    and view.hit_at(["country", "region", "title", "body"], found.start) is None
                ):
                    fuller.setdefault(first, set()).add(identity)
                    if identity.actor_type == "company":
                        known.setdefault(first, (identity, position))
    for view in views:
        for found in view.found:
            words_printed = view.text[found.start : found.end]
            if found.rule in ("tagged", "defined") and " " not in words_printed:
                choices = fuller.get(words_printed, set())
                if words_printed in known and found.identity != known[words_printed][0]:
                    found.identity = known[words_printed][0]
                elif len(choices) == 1:
                    found.identity = next(iter(choices))
    if not known:
        return
    pattern = re.compile(
        r"(?<![\w-])("
        + "|".join(re.escape(s) for s in sorted(known, key=lambda s: (-len(s), s)))
        + r")(?![\w]|-[A-Za-z])"
    )
    for view in views:
        for match in pattern.finditer(view.text):
            identity, position = known[match.group(1)]
            if (view.number, match.start(1)) > position and view.is_free(match.start(1), match.end(1)):
                view.add(Found(match.start(1), match.end(1), "name", identity, "short-form"))


def _acronyms(view: View, found: Found, words: list[str]) -> list[str]:
    """The acronym printed in brackets after a name, and the one its capitals make."""
    acronyms = []
    after = re.match(r"(?:'s)? \(([A-Z][A-Za-z&.-]{1,9})\)", view.text[found.end : found.end + 16])
    if after is not None and sum(c.isupper() for c in after.group(1)) >= 2:
        acronyms.append(after.group(1))
    beside = re.match(r", (?:or |known as )?([A-Z]{3,9})(?=[,.])", view.text[found.end : found.end + 26])
    initials = "".join(w[0] for w in words if w[0].isupper())
    letters = set("".join(words).upper())
    if beside is not None and beside.group(1)[0] == initials[:1] and set(beside.group(1)) <= letters:
        acronyms.append(beside.group(1))
    placed = words[0].isupper() or view.hit_at(["country", "region"], found.start) is not None
    for letters_of in (initials, initials[1:] if placed else ""):  # 'the RFS' of 'the NSW Rural Fire Service'
        if len(letters_of) >= 3 and letters_of not in ACRONYM_NOISE:
            acronyms.append(letters_of)
    return acronyms
