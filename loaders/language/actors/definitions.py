"""Names told by what the article says they are: 'the chip maker X', 'X, a Lagos-based charity', 'the agency, X,'."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.language.actors.lexicon import given_names, is_dictionary_word, registered_actors, word_list
from dossier.language.actors.organisations import organisation_identity
from dossier.language.actors.person_evidence import CALENDAR, STOP_FIRST
from dossier.language.actors.registered import registered_identity
from dossier.language.actors.view import Found, Identity, View
from dossier.language.parts.roles import fold_outlet, press_names
from dossier.language.prefilter import Prefilter

WORD = r"[A-Z][\w&'.-]*[\w]"
NAME = rf"(?:[A-Z][\w&-]*[\w](?:\.[a-z]{{2,3}}\b)?)(?: (?:& )?{WORD}){{0,3}}"
# Words of a noun group between its determiner and its noun: neither prepositions nor clauses.
INNER = (
    r"(?:(?!(?:of|for|in|at|by|to|that|who|which|with|from|than|on|as|but|or|said|says|was|were|is|are|has|had)\b)"
    r"[\w'.-]+,? ){0,6}?"
)
OWNER = r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother|[Oo]ne of(?: the| its)?|(?:[A-Z][\w.-]*|[a-z]+)'s)"
# Nouns that say of what they are said of that it is a firm or body: 'X is a start-up', never 'X is the supplier'.
PLAIN_KINDS = frozenset(
    """company firm startup start-up bank airline charity retailer manufacturer broadcaster newspaper website magazine
    consultancy nonprofit non-profit""".split()
)
BASED = re.compile(r",? (?:which is |is )?(?:based|headquartered) in (?:the )?")
KINDS = {
    "noun for a company": "company",
    "noun for an outlet": "company",
    "noun for an organisation": "organization",
    "noun for a state body": "government-body",
    "noun for an armed group": "group",
}
TRADED = re.compile(
    rf"\b(?:(?:[Ss]hares|[Ss]tock|stakes?) (?:of|in)|(?:[Aa]nalysts?|[Ee]conomists?|[Ss]trategists?) (?:at|with|from)|"
    rf"(?:chief executive|CEO|chief economist)(?: officer)? of) ({NAME})(?:,? and ({NAME}))?"
)
# 'Chairman and Chief Executive Officer of X', as announcements print it
HEADED = re.compile(
    r"\b(?:Chief (?:Executive|Financial|Operating|Scientific|Medical|Technology|Marketing|Commercial) Officer|"
    r"CEO|CFO|COO|Managing Director|Vice President|(?:[Cc]o-?)?[Ff]ounder|[Mm]anaging (?:director|partner)) (?:of|at) "
    rf"({NAME})"
)
# 'X A/S (OMX: XYZ)', 'X, Inc. (NASDAQ: XYZ)': a firm whose shares are traded
LISTED = re.compile(
    rf"\b({NAME})(?:,? (?:Inc|Corp|Ltd|A/S|S\.A|N\.V|plc|PLC|AG|SE|AB|ASA|Oyj)\.?)? "
    r"\((?:NYSE|NASDAQ|Nasdaq|[A-Z]{2,8}): ?[A-Z]"
)
LEGAL = re.compile(
    rf"\b({NAME}),? (?:Inc\.|Incorporated|Corp\.|Ltd\b|Limited\b|A/S\b|LLC\b|LLP\b|PLC\b|GmbH\b|Pty\b|Pvt\b|JSC\b|"
    r"PJSC\b|Tbk\b|Bhd\b|S\.p\.A\.)"
)
# 'Hale and Sons', 'Tarn Brothers', 'Ortiz & Co': firms by the name of who founded them
FAMILY = re.compile(
    r"(?<![\w&-] )\b([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} (?:and|&) "
    r"(?:Sons?|Daughters?|Brothers|Partners|Associates|Co)\b)"
)
HOLDING = re.compile(rf"\b({NAME})'s? (?:shares|stock|share price|chief executive|CEO|revenues?|shareholders)\b")
# 'Flyvantis chief executive Ann Lee', 'Vantis boss Ann Lee': whose office a person is said to hold
LED = re.compile(
    rf"\b({NAME})(?:'s)? (?:co-)?(?:chief (?:executive|financial|operating|commercial|technology)(?: officer)?|"
    r"CEO|CFO|COO|founder|managing director|general manager|boss|(?:group |board )?chair(?:man|woman|person)?) "
    r"(?=(?:(?:Mr|Ms|Mrs|Dr|Sir|Sheikh)\.? )?[A-Z][\w'-]+ [A-Z])"
)
# "Vantis's $2.1 billion bid"
BIDDING = re.compile(rf"\b({NAME})['’]s? (?:[A-Z]{{1,3}})?[$£€]\d[\d.,]*[ -]?(?:billion|million|bn|m|trillion)\b")
MONEY = r"(?:US|A|C|NZ|HK|S)?[$£€₦₹¥]\d"
# 'Vantis was founded', 'Vantis raised $3 million', 'a round led by Vantis and Tarn', 'an investment in Vantis'
FUNDED = (
    re.compile(rf"\b({NAME}) (?:was|is) (?:founded|headquartered|incorporated|listed on)\b"),
    re.compile(rf"\b({NAME}) (?:has |had |have )?(?:raise[sd]|secure[sd]|close[sd]|bag(?:s|ged)) (?:an? )?{MONEY}"),
    re.compile(rf"\b(?:round|funding|financing|investment) (?:was )?(?:co-)?led by ({NAME})(?:,? and ({NAME}))?"),
    re.compile(rf"\b(?:investments?|invest(?:s|ed|ing)?|backers?|investors?) in ({NAME})"),
)
AIRED = re.compile(
    r"\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) (?:ha(?:s|ve) (?:exclusively )?learn(?:t|ed)|can (?:exclusively )?reveal)\b|"
    r"\b((?:[A-Z][\w-]+ ){1,3}(?:TV|FM|Television|Radio)|(?:Radio|TV) [A-Z][\w-]+)\b|"
    r"\b(?:told|tells|telling) (?:the )?([A-Z]{3,6}(?: ?\d{1,2}\b)?|(?:[A-Z][\w-]+ ){1,3}"
    r"(?:News|Sports?|Times|Post|Herald|Tribune|Chronicle|Journal|Gazette|Today|Daily|"
    r"Network|Agency|Press|Mail|Magazine)|[A-Z][a-z]+(?:News|TV|Sport|Radio))\b"
)


# 'told The Post', 'an interview with The Echo': an outlet that is registered as one
TOLD_TO = re.compile(
    r"\b(?:told|tells|telling|interview with|writing in|wrote in|reported by|reporting by|speaking to|spoke to) "
    r"((?:[Tt]he )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4})"
)
# 'a researcher at X': where people of such trades work.
WORKING = re.compile(
    r"\b(?:researcher|professor|fellow|lecturer|scientist|historian|[a-z]+ologist|physicist|lawyer|partner|engineer|expert|"
    r"specialist|scholar|adviser|advisor) (?:at|with) (?:the )?"
    rf"((?:[A-Z][\w&-]*\w)(?: (?:(?:of|for|de|da|do) )?{WORD}){{0,4}})"
)
PARTICLE = re.compile(r"\b[A-Z]\w+ (?:no|de|da|do|dos|del|di|van|von|al|el|la|le) $")
NAMED = re.compile(r"\b([A-Z][\w-]+) (?=([A-Z][\w-]+)\b)")
PREPOSITION = re.compile(r"\b(?:for|of|at|with|from|to|by|in) $")
# 'the Northern Star party', 'the Rossi cartel': the noun behind the name is part of it.
CALLED = re.compile(
    rf"\b[Tt]he (?:[a-z][\w-]+ ){{0,2}}(({NAME}) "
    r"(?P<noun>party|movement|militia|cartel|gang|newspaper|news agency|magazine|website|charity|"
    r"think tank|broadcaster|consultancy|brokerage|airline|group|union|alliance|coalition|network))\b"
    r"(?! [a-z]+(?:s|man|woman|or|er) )"
)


@dataclass(frozen=True)
class Definition:
    """A name at one place, and what it is said to be; offsets into the paragraph."""

    start: int
    end: int
    noun: str
    phrase: tuple[int, int]  # the noun group that says it


def find_defined(views: Sequence[View], home: str | None, acronyms: Mapping[str, str]) -> None:
    """Add the names that are defined, wherever the article prints them."""
    known: dict[str, Identity] = {}
    surnames = {last for v in views for first, last in NAMED.findall(v.text) if first in given_names()}
    claimed = set(acronyms)
    for view in views:
        if view.is_shouted or view.is_headline:
            continue
        for definition in _definitions(view):
            words = view.text[definition.start : definition.end]
            _enrich(views, view, definition, home)
            if words not in known and words not in claimed and _is_nameable(view, definition.start, definition.end):
                kind = _nouns()[definition.noun]
                country = _country(view, definition, home)
                if definition.noun == "agency" and country is None:
                    kind = "organization"
                identity = registered_firm(words) or organisation_identity(words, kind)
                known[words] = identity
                if identity.registry_key is None:
                    known[words] = Identity(identity.key, words, identity.name_key, kind, country)
        for start, end in _companies(view):
            words = view.text[start:end]
            if words not in surnames and words not in known and words not in claimed and _is_nameable(view, start, end):
                known[words] = registered_firm(words) or organisation_identity(words, "company")
        for match in WORKING.finditer(view.text):
            words = match.group(1)
            if words not in known and words not in claimed and _is_nameable(view, *match.span(1)):
                known[words] = organisation_identity(words)
        for match in CALLED.finditer(view.text):
            words, bare = match.group(1), match.group(2)
            if words not in known and bare not in claimed and _is_nameable(view, match.start(2), match.end(2)):
                identity = known.get(bare) or organisation_identity(words, _nouns()[match.group("noun")])
                known[words] = known[bare] = identity
    if not known:
        return
    coined = {w: known[w] for w in known if w.istitle() and w.isalpha() and not is_dictionary_word(w)}
    known = {w.lower(): identity for w, identity in coined.items()} | known  # 'flyvantis', as it prints itself
    names = "|".join(re.escape(n) for n in sorted(known, key=lambda n: (-len(n), n)))
    pattern = re.compile(rf"(?<![\w-])({names})(?![\w]|-[A-Za-z]| [A-Z][a-z]+ (?:[A-Z]|Inc|Ltd|Corp))")
    for view in views:
        for match in pattern.finditer(view.text):
            if view.is_free(match.start(), match.end()) and not _is_surname(view, match.start(), match.end()):
                view.add(Found(match.start(), match.end(), "name", known[match.group(1)], "defined"))


@functools.cache
def _short_firms() -> Mapping[str, str]:
    """Keys of registered companies by their name without its last word, where only one has it: 'Amazon', 'Arm'."""
    found: dict[str, set[str]] = {}
    for actor in registered_actors().values():
        first, _, last = actor.name.replace(".com", " com").rpartition(" ")
        if actor.actor_type == "company" and first and " " not in first and last.lower() in LAST_OF_FIRM:
            found.setdefault(first, set()).add(actor.actor_key)
    return {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}


LAST_OF_FIRM = word_list("word that a body's short name lacks") | {"com"}


def registered_firm(words: str) -> Identity | None:
    """The registered company that a name means where the article says that it is a firm: 'Amazon', 'Arm'."""
    key = _short_firms().get(words)
    return registered_identity(key) if key is not None else None


def _is_surname(view: View, start: int, end: int) -> bool:
    """Is a firm's name here the end of its founder's: 'by Abram Halden'?"""
    token = view.token_at(start)
    if " " in view.text[start:end] or token.ent_type_ != "PERSON" or token.ent_iob_ != "I" or token.i == 0:
        return False
    before = view.tokens[token.i - 1]
    return before.text[0].isupper() and before.pos_ == "PROPN" and bool(before.whitespace_)


def _enrich(views: Sequence[View], view: View, definition: Definition, home: str | None) -> None:
    """Give a body found by its own name the country that a definition tells."""
    found = view.found_over(definition.start, definition.end)
    if found is None or found.rule != "body-noun" or found.start != definition.start:
        return
    identity, country = found.identity, _country(view, definition, home)
    if country is None or identity.country_code is not None or identity.registry_key is not None:
        return
    for each in (f for v in views for f in v.found if f.identity.key == identity.key):
        each.identity = replace(each.identity, country_code=country)


@functools.cache
def _nouns() -> Mapping[str, str]:
    """Nouns that say what a name is, and the actor type they tell."""
    return {noun: kind for name, kind in KINDS.items() for noun in word_list(name)}


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    ordered = sorted(_nouns(), key=lambda n: (-len(n), n))
    one, many = _either(ordered), _either([plural(noun) for noun in ordered])
    return (
        re.compile(
            rf"\b(?:(?P<one>{one})|(?P<many>{many}))(?:,? (?:called|named|known as))? "
            rf"(?P<first>{NAME})(?P<rest>(?:, {NAME})*,? and {NAME})?"
        ),
        re.compile(
            rf"\b(?P<first>{NAME})(?: \([^()]{{2,40}}\))?(?:, | \(| [–—-]{{1,2}} )(?P<phrase>{OWNER} {INNER}"
            rf"(?:(?P<one>{one})|(?P<many>{many})))(?=[,.;:)]|$| (?P<next>[\w'-]+))"
        ),
        re.compile(rf"\b(?P<phrase>{OWNER} {INNER}(?P<one>{one})), (?P<first>{NAME})(?=(?P<stop>,|\.$|\. ))"),
        re.compile(
            rf"\b(?P<first>{NAME}) (?:is|was|are|has become|became|remains) (?P<phrase>(?:an?|the) {INNER}"
            rf"(?P<one>{_either(sorted(PLAIN_KINDS & set(ordered)))}))"
            r"(?=[,.;:)]|$| (?:that|which|in|with|for|of|based|founded|and|whose)\b)"
        ),
    )


def _either(words: Sequence[str]) -> str:
    """A pattern for any of the words, also with a capital, earlier ones first; by first letters, which is quick."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"[{first}{first.upper()}](?:{'|'.join(rest)})" for first, rest in by_letter.items())


@functools.cache
def _prefilter() -> Prefilter:
    return Prefilter(_patterns())


def plural(noun: str) -> str:
    """The plural of a noun for a body."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


@functools.cache
def _singulars() -> Mapping[str, str]:
    return {plural(noun): noun for noun in _nouns()}


def _definitions(view: View) -> Iterator[Definition]:
    possible = _prefilter().possible(view.text)
    before, after, enclosed, being = (
        list(pattern.finditer(view.text)) if number in possible else [] for number, pattern in enumerate(_patterns())
    )
    for match in before:
        if view.text[match.start()].isupper() and not re.search(r"(?:^|[.!?:\"“”] )$", view.text[: match.start()][-2:]):
            continue  # 'Bank' in the middle of a sentence is part of a name
        noun = _noun_of(match)
        phrase = (_group_start(view, match.start()), match.start("first"))
        start, end = match.span("first")
        yield Definition(start, end, noun, phrase)
        if match.group("many") and match.group("rest"):
            at = match.start("rest")
            for part in re.finditer(NAME, match.group("rest")):
                yield Definition(at + part.start(), at + part.end(), noun, phrase)
    behind = [match.span("phrase") for match in enclosed]
    for match in after:
        if PARTICLE.search(view.text[max(match.start() - 24, 0) : match.start()]):
            continue  # the end of 'Tomin no Kai (…), a party'
        if match.span("phrase") in behind:
            continue  # 'in degrees Kelvin, the weather agency, X, said': the name that follows is meant
        if match.group("many") and not match.group("phrase").lower().startswith("one of"):
            continue
        next_token = view.token_at(match.end() + 1)
        if match.group("next") and (
            next_token.pos_ in ("NOUN", "PROPN") or next_token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        ):
            continue  # 'hurt near Lome, the fire service says': an apposition would end with a comma
        yield Definition(*match.span("first"), _noun_of(match), match.span("phrase"))
    for match in being:  # 'Vantis was a fintech company'
        start, end = match.span("first")
        while view.token_at(start).pos_ in ("SCONJ", "CCONJ", "ADP") and " " in view.text[start:end]:
            start = view.text.index(" ", start) + 1  # 'Because Vantis was …'
        if view.token_at(start).pos_ == "PROPN":
            yield Definition(start, end, match.group("one").lower(), match.span("phrase"))
    for match in enclosed:
        if PREPOSITION.search(view.text[: match.start()][-6:]) and not match.group("first").isupper():
            continue  # 'a spokeswoman for the group, Ann Lee, …'
        if match.group("stop") != "," and not match.group("first").isupper():
            continue
        yield Definition(*match.span("first"), match.group("one").lower(), match.span("phrase"))


def _noun_of(match: re.Match[str]) -> str:
    """The noun of a definition in the singular."""
    return match.group("one").lower() if match.group("one") else _singulars()[match.group("many").lower()]


def _group_start(view: View, char: int) -> int:
    """Where the noun group of a noun begins, six words back at most and not beyond its sentence part."""
    before = re.search(r"(?:[\w'-]+ ){0,6}$", view.text[max(char - 80, 0) : char])
    return char - (len(before.group()) if before is not None else 0)


def _companies(view: View) -> Iterator[tuple[int, int]]:
    """Names of companies by what is traded, and outlets by what they do."""
    for match in LED.finditer(view.text):
        if " " in match.group(1) or not is_dictionary_word(match.group(1)):  # 'Company boss Ann Lee'
            yield match.span(1)
    for pattern in (TRADED, HOLDING, AIRED, HEADED, LISTED, LEGAL, FAMILY, BIDDING, *FUNDED):
        for match in pattern.finditer(view.text):
            yield from (match.span(n) for n in range(1, pattern.groups + 1) if match.group(n))
    for match in TOLD_TO.finditer(view.text):
        words = match.group(1)
        while words and fold_outlet(words) not in press_names():
            words = words.rpartition(" ")[0]
        if words and words != "The":
            yield match.start(1), match.start(1) + len(words)


def _is_nameable(view: View, start: int, end: int) -> bool:
    """Is a stretch a name that nothing else has claimed: no place, title, date or person?"""
    if view.text[start : start + 4] in ("The ", "the "):
        start += 4
    words = view.text[start:end]
    first = words.split()[0]
    if not view.is_free(start, end) or first.lower() in CALENDAR or first.lower() in STOP_FIRST:
        return False
    if any(view.hit_at([layer], start) is not None for layer in ("country", "region", "title", "people", "registry")):
        return False
    if first in given_names() and " " in words or view.token_at(start).pos_ in ("PRON", "DET", "ADP", "ADV", "SCONJ"):
        return False
    if " " not in words and re.match(r" (?:for|of) (?:the )?[A-Z](?![A-Z]?[$£€])", view.text[end : end + 10]):
        return False  # 'the non-profit Partnership for …'
    return view.hit_at(["title"], end - 1) is None and words not in ("X", "CEO", "GDP", "AI")


def _country(view: View, definition: Definition, home: str | None) -> str | None:
    """The country that the defining words tell: 'the American …', 'X, a Lima-based …', 'X, based in Lima'."""
    start, end = definition.phrase
    if re.search(r"\b(?:country|nation|state)'s ", view.text[start:end]):
        return home
    based = BASED.match(view.text, definition.end)
    spans = [(start, end)] + ([(based.end(), based.end() + 1)] if based is not None else [])
    for left, right in spans:
        hits = [h for layer in ("country", "region") for h in view.layer(layer) if left <= h.start < right]
        clear = [h for h in hits if not h.entry.is_ambiguous]
        if clear:
            return max(clear, key=lambda h: (h.start, h.end)).entry.key
    return None
