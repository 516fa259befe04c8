"""Stretches of a paragraph that look like names of people: by title, by tag, by given name; cleaned of what is none."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.actors.lexicon import Hit, given_names, titles, word_list
from dossier.language.actors.names import PARTICLES, SUFFIXES, surname_first
from dossier.language.actors.person_evidence import (
    AGED,
    APPOSED,
    CALENDAR,
    KIN_NAMED,
    STOP_FIRST,
    SURNAMES_THAT_ARE_TITLES,
    WORD_NAMES,
    begins_as_body,
    is_firm_ending,
    is_plausible,
)
from dossier.language.actors.titled_names import listed_names, named_behind_field, named_by_trade
from dossier.language.actors.view import View

# 'Anwar-ul-Haq', 'Shafiq-ur-Rehman Khan'
JOINED = re.compile(r"\b(?:[A-Z][a-z]+ )?[A-Z][a-z]+-(?:ul|ur|ud|uz|us|un)-[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")
HYPHENATED_GIVEN = re.compile(r"\b([A-Z][a-z]{1,6}) [A-Z][a-z]{1,5}-[a-z]{2,6}\b")  # Kim Dae-ho, Tsai Ing-wen
# Offices after which even a word that the tagger takes for a body or a place is a surname.
SURE_OFFICES = frozenset(
    ("prime minister", *"president chancellor premier secretary senator judge justice governor mayor".split())
)
# Titles after which a point stands for letters left out, and does not end a sentence.
SHORTENED = re.compile(r"(?:^|\b)(?:\w{1,4}|(?:\w\.)+\w|[Ll]ieut|[Ss]upt|[Ii]nsp|[Cc]onst|[Mm]essrs)$")
AFTER_OFFICE = word_list("word after an office")
# 'Per Almgren, the chief executive', '“…,” Will Young said', '“…,” said Hope Moss': a name that begins like a word
WORD_NAMED = re.compile(
    rf"(?P<cue>\b(?:said|says|told) )?(?P<name>\b(?:{'|'.join(sorted(WORD_NAMES - {'An', 'In', 'To'}))})"
    r" [A-Z][\w'’-]*\w(?: [A-Z][\w'’-]*\w){0,2})"
    r"(?P<after>, (?:an?|the|its|his|her|their|who|whose|\d\d|chief|head|president|director|chair\w*)\b|"
    r" (?:said|says|told|added|asked|wrote|argued|warned|explained|recalled|joked)\b)?"
)
RANKS_TOO = ("major", "general", "private", "chief")  # in lower case no title: 'on a major Norland road'
STYLES = word_list("style before a name")
JOINING = frozenset({"y", "e", "i"})  # of two surnames
HONOURS = word_list("honorific after a name")
# 'a line worker named Suparman', 'a woman who gave her name as Grace'
NAMED = re.compile(
    r"\b(?:man|woman|boy|girl|worker|resident|refugee|survivor|witness|villager|[a-z]{3,}(?:er|or|ist|ian|ant|ent|man|woman))"
    r" (?:named|called|identified (?:only )?as|known (?:only )?as|who (?:gave|uses) (?:his|her|their) (?:first )?name"
    r"(?: only)?(?: as)?) ([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)
# 'Szabó Katalin, an analyst', as Hungarian names are printed
SURNAME_FIRST = re.compile(r"\b[A-Z][\w-]+ ([A-Z][\w-]+), (?:an?|the|who|\d\d,) ")


def find_names(view: View, printed_lower: set[str]) -> list[tuple[int, int, bool]]:
    """Stretches that look like names of people, with whether a title stands before them."""
    spans: dict[tuple[int, int], bool] = {}
    if view.is_shouted and len(view.tokens) > 12:
        return []
    for hit in view.layer("title"):
        span = _name_after_title(view, hit) or _name_after_comma(view, hit)
        if span is not None:
            spans[span] = True
    for token in view.tokens[:-1]:
        after = view.tokens[token.i + 1]
        if (
            token.text in given_names()
            and token.whitespace_
            and token.ent_type_ not in ("PERSON", "DATE")
            and _is_name_token(after, view)
            and after.pos_ == "PROPN"
        ):
            span = _trim(view, [token, after])
            if (
                span is not None
                and view.hit_at(["body", "country", "region"], after.idx) is None
                and not _is_registered(view, after)
                and view.hit_at(["registry"], token.idx) is None
            ):
                spans.setdefault(span, False)
    spans.update(dict.fromkeys([*listed_names(view), *named_by_trade(view)], True))
    behind = [span for hit in view.layer("title") for span in named_behind_field(view, hit)]
    spans.update(dict.fromkeys(behind, True))
    for match in (*NAMED.finditer(view.text), *KIN_NAMED.finditer(view.text)):
        spans.setdefault(match.span(1), True)
    for match in AGED.finditer(view.text):
        if view.is_free(*match.span(1)) and _is_word_named(view, *match.span(1)):
            spans.setdefault(match.span(1), True)
    for match in JOINED.finditer(view.text):
        spans.setdefault(match.span(), " " not in match.group())
    for match in WORD_NAMED.finditer(view.text):
        if (match.group("cue") or match.group("after")) and _is_word_named(view, *match.span("name")):
            spans[match.span("name")] = True
    for match in SURNAME_FIRST.finditer(view.text):
        if match.group(1) in given_names() and view.is_free(*match.span()):
            spans.setdefault((match.start(), match.end(1)), False)
    hyphenated = [m.span() for m in HYPHENATED_GIVEN.finditer(view.text) if m.group(1).lower() in surname_first()]
    for span in hyphenated:
        spans.setdefault(span, False)
    for entity in view.paragraph.words.ents:
        if entity.label_ == "PERSON" or (
            entity.label_ in ("ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC")
            and _acts_like_person(view, entity.start_char, entity.end_char)
        ):
            span = _trim(view, list(entity))
            if span is not None and span not in spans:
                spans[span] = _has_title_before(view, span[0])
    for first, _ in behind:  # 'Defence Ann Lee' of 'Minister of Coastal Defence Ann Lee'
        for start, end in [s for s in spans if s[0] < first < s[1]]:
            del spans[start, end]
    for first, last in hyphenated:  # 'Policymaker Cho Jeong' of 'Chief Policymaker Cho Jeong-sik'
        for start, end in [s for s in spans if s[0] < first < s[1] < last]:
            del spans[start, end]
    kept: list[tuple[int, int, bool]] = []
    for (start, end), titled in sorted(spans.items(), key=lambda s: (s[0][0] - s[0][1], s[0][0])):
        if all(end <= s or start >= e for s, e, _ in kept) and is_plausible(view, start, end, titled, printed_lower):
            kept.append((start, end, titled))
    return sorted(kept)


def _is_registered(view: View, token: Token) -> bool:
    """Is a word registered as that of somebody else, and no firm's or body's name that may be a surname ('Forbes')?"""
    hit = view.hit_at(["registry"], token.idx)
    return hit is not None and (hit.entry.detail == "person" or view.text[hit.start : hit.end] != token.text)


def _is_word_named(view: View, start: int, end: int) -> bool:
    """Is a name that begins like a word ('Per Almgren', 'Hope Moss') somebody's, and no date's, place's or body's?"""
    if not view.is_free(start, end) or begins_as_body(view, start, end) or is_firm_ending(view.text[start:end]):
        return False
    if view.token_at(end - 1).text.lower() in CALENDAR or view.hit_at(["act"], end - 1) is not None:
        return False
    layers = ("country", "region", "registry", "body")
    return all(view.hit_at([layer], at) is None for layer in layers for at in (start, end - 1))


def _acts_like_person(view: View, start: int, end: int) -> bool:
    """Is an entity of another label followed by ', a senior …' or preceded by a title, as only people are?"""
    words = view.text[start:end]
    if words.split()[0] in STYLES and 1 <= words.count(" ") <= 4:
        return True
    unclaimed = all(
        view.hit_at([layer], at) is None for layer in ("body", "registry", "country") for at in (start, end - 1)
    )
    if 1 <= words.count(" ") <= 2 and words.split()[0].split("-")[0] in given_names() and unclaimed:
        return True
    if not 1 <= words.count(" ") <= 3 or _has_title_before(view, start):
        return _has_title_before(view, start) and words.count(" ") <= 3
    after = re.match(r"(?:'s)?, (?:an?|the|who|whose|former|then|\d\d,)(?: |\b)", view.text[end : end + 12])
    office = view.hit_at(["title"], end + 2)
    is_holder = office is not None and office.start == end + 2 and view.text[end : end + 2] == ", "
    if after is None and not is_holder:
        return False
    if re.match(r"(?:'s)?, (?:aged )?\d\d,", view.text[end : end + 14]) and unclaimed:
        return True  # 'Ann Lee, 43,'
    limit = view.text[end : end + 70]
    hits = [h for h in view.layer("title") if end <= h.start < end + len(limit)]
    return (
        bool(hits)
        and view.hit_at(["body", "registry", "country"], start) is None
        and view.hit_at(["body", "registry"], end - 1) is None
    )


def _is_name_token(token: Token, view: View) -> bool:
    """May the token be part of a person's name?"""
    text = token.text
    if not text[0].isupper() or not re.fullmatch(r"[^\W\d_][\w'’ʻ.-]*", text):
        return False
    if text in WORD_NAMES and token.whitespace_ and token.i + 1 < len(view.tokens):
        after = view.tokens[token.i + 1]
        if after.text[0].isupper() and after.pos_ == "PROPN" and view.hit_at(["title"], token.idx - 2) is not None:
            return True  # 'chief executive Per Almgren', 'Mayor May Britt'
    if text.lower() in CALENDAR:
        return False
    if len(text) > 3 and text.isupper() and "." not in text and not view.text.isupper():  # but 'S.M.' of 'S.M. Lee'
        return False
    return token.pos_ in ("PROPN", "NOUN", "ADJ", "X", "VERB", "INTJ", "NUM") or token.ent_type_ == "PERSON"


def _name_after_title(view: View, hit: Hit) -> tuple[int, int] | None:
    """The capitalised words right after a title."""
    row = titles()[hit.entry.key]
    if view.text[hit.start : hit.end] in RANKS_TOO:
        return None
    first = view.token_at(hit.end)
    while first.idx < hit.end and first.i + 1 < len(view.tokens):
        first = view.tokens[first.i + 1]
    other = view.hit_at(["title"], first.idx)
    if (
        other is not None
        and (first.ent_type_ != "PERSON" or view.text[other.end : other.end + 1] == ".")
        and first.text.lower() not in SURNAMES_THAT_ARE_TITLES
    ):
        return None
    if first.idx < hit.end or view.text[hit.end : first.idx].strip(".") not in ("", " ") or first.idx - hit.end > 2:
        return None
    if view.text[hit.end : first.idx].startswith(".") and not SHORTENED.search(view.text[hit.start : hit.end]):
        return None  # '… thanked the king. Ann Lee …'
    while first.text in STYLES and first.i + 1 < len(view.tokens) and first.whitespace_:
        first = view.tokens[first.i + 1]
    if first.lower_ in AFTER_OFFICE:
        return None
    words: list[Token] = []
    token = first
    while len(words) < 5 and (
        _is_name_token(token, view)
        or (words and token.text.lower() in PARTICLES and token.text[0].islower())
        or token.text == "-"
    ):
        stop = view.found_over(token.idx, token.idx + len(token))
        if stop is not None or _starts_other(view, token, words):
            break
        words.append(token)
        if token.i + 1 >= len(view.tokens) or (
            token.whitespace_ == "" and view.tokens[token.i + 1].text != "-" and token.text != "-"
        ):
            break
        token = view.tokens[token.i + 1]
    while words and (not words[-1].text[0].isupper() or len(words) > 1 and words[-1].text in HONOURS):
        words.pop()
    if not words:
        return None
    entity = [t for t in words if t.ent_type_ == "PERSON"]
    if entity and words[0].ent_type_ == "PERSON":
        words = words[
            : max(
                i
                for i, t in enumerate(words)
                if t.ent_type_ == "PERSON" or (i and words[i - 1].text == "-") or t.text == "-"
            )
            + 1
        ]
        while words[-1].text == "-":
            words.pop()
    lone = words[0] if len(words) == 1 else None
    if lone is not None and view.text[hit.start].isupper() and row["title_class"] not in ("honorific", "military"):
        tagged_other = lone.ent_type_ not in ("PERSON", "")
        if tagged_other and (lone.ent_type_ not in ("ORG", "GPE") or hit.entry.key not in SURE_OFFICES):
            return None
    if row["title_class"] not in ("honorific", "military", "office", "spokesperson") and len(words) == 1:
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _name_after_comma(view: View, hit: Hit) -> tuple[int, int] | None:
    """The name in apposition to an office: 'the mayor of Kent, Ann Lee, said'."""
    if hit.entry.detail not in ("office", "profession", "spokesperson", "military"):
        return None
    match = APPOSED.match(view.text, hit.end)
    if match is None:
        return None
    start, end = match.span(1)
    first = view.text[start:end].split()[0]
    known = first in given_names() or view.token_at(start).ent_type_ == "PERSON"
    if not view.is_free(start, end) or first.lower() in CALENDAR or first.lower() in STOP_FIRST:
        return None
    if any(view.hit_at([layer], start) is not None for layer in ("title", "body")):
        return None
    claimed = [("country", start), ("region", start), ("registry", start), ("country", end - 1), ("body", end - 1)]
    if not known and any(view.hit_at([layer], at) is not None for layer, at in claimed):
        return None
    if not known and view.token_at(start).ent_type_ in ("GPE", "LOC", "DATE", "FAC") and match.start(1) - hit.end > 2:
        return None
    return start, end


def _starts_other(view: View, token: Token, words: list[Token]) -> bool:
    """Is the token the beginning of something else: a country, a body, a title?"""
    country = view.hit_at(["country"], token.idx)
    is_named = country is not None and country.entry.detail == "capital" and (words or token.ent_type_ == "PERSON")
    if country is not None and not country.entry.is_ambiguous and not is_named:  # 'Majority Leader Aden Hale'
        return True
    return view.hit_at(["body"], token.idx) is not None and not words and token.ent_type_ != "PERSON"


def _trim(view: View, tokens: list[Token]) -> tuple[int, int] | None:
    """The name inside an entity: no titles before it, nothing in lower case after it, whole words joined by hyphens."""
    if len(tokens) > 2:
        left, right = tokens[0].idx, tokens[-1].idx
        inner = [h for h in view.layer("title") if left < h.start and h.end < right and h.entry.detail != "profession"]
        if inner and view.text[inner[-1].start : inner[-1].end].lower() not in SURNAMES_THAT_ARE_TITLES:
            tokens = [t for t in tokens if t.idx > inner[-1].end]
    while tokens and (
        not _is_name_token(tokens[0], view) or _is_title(view, tokens[0], tokens) or _starts_other(view, tokens[0], [])
    ):
        tokens = tokens[1:]
    while tokens and (
        tokens[-1].text in ("'s", "\u2019s", "'", "\u2019")
        or not (tokens[-1].text[0].isupper() or tokens[-1].text.strip(".").lower() in SUFFIXES)
    ):
        tokens = tokens[:-1]
    if not tokens or any(
        not (
            _is_name_token(t, view)
            or t.text.lower() in PARTICLES
            or t.text in ("-", ".", '"', "'", ",", "“", "”", "(", ")")
        )
        for t in tokens
    ):
        return None
    if any(t.text in (",", "(", ")") for t in tokens):
        return None
    while len(tokens) > 1 and tokens[0].text in STYLES:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].text in HONOURS:
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].tag_ == "VBG" and tokens[0].is_sent_start:
        tokens = tokens[1:]  # 'Defending Lee, Mr Park said …'
    last = tokens[-1]
    while last.i + 1 < len(view.tokens):
        after = view.tokens[last.i + 1]
        if (
            last.whitespace_ == ""
            and after.text == "-"
            and after.whitespace_ == ""
            and after.i + 1 < len(view.tokens)
            and view.tokens[after.i + 1].text[0].isupper()
        ):
            last = view.tokens[after.i + 1]
        elif (
            last.whitespace_
            and after.pos_ == "PROPN"
            and after.ent_type_ in ("", "PERSON")
            and _is_name_token(after, view)
            and view.hit_at(["country", "body", "registry"], after.idx) is None
            and not _is_office(view, after)
            and len(tokens) < 4
            and not after.text.isupper()
        ):
            last = after
        elif last.whitespace_ and after.text in JOINING and after.i + 1 < len(view.tokens):
            last = view.tokens[after.i + 1]  # 'Juan de la Cruz y Rojas'
            if not last.text[0].isupper() or last.pos_ != "PROPN" or last.ent_type_ not in ("", "PERSON"):
                last = tokens[-1]
                break
            tokens = [*tokens, after]
        else:
            break
        tokens = [*tokens, last]
    first = tokens[0]
    while first.i > 0 and len(tokens) < 4:
        before = view.tokens[first.i - 1]
        if (
            before.text == "-"
            and before.whitespace_ == ""
            and first.i > 1
            and view.tokens[first.i - 2].whitespace_ == ""
            and view.tokens[first.i - 2].text[0].isupper()
        ):
            first = view.tokens[first.i - 2]
            tokens = [first, *tokens]
        elif (
            before.whitespace_
            and before.pos_ == "PROPN"
            and before.ent_type_ in ("", "PERSON")
            and _is_name_token(before, view)
            and (not before.is_sent_start or before.text in given_names())
            and before.text not in STYLES
            and before.lower_.removesuffix("s") not in titles()
            and view.hit_at(["country", "body", "registry", "title"], before.idx) is None
            and len(before.text) > 1
        ):
            first = before
            tokens = [first, *tokens]
        else:
            break
    return first.idx, last.idx + len(last)


def _is_office(view: View, token: Token) -> bool:
    hit = view.hit_at(["title"], token.idx)
    return hit is not None and hit.entry.detail != "profession" and token.lower_ not in SURNAMES_THAT_ARE_TITLES


def _is_title(view: View, token: Token, tokens: list[Token]) -> bool:
    hit = view.hit_at(["title"], token.idx)
    return hit is not None and len(tokens) > 1


def _has_title_before(view: View, start: int) -> bool:
    return any(
        h.end <= start and view.text[h.end : start] in (" ", ". ", "")
        for h in view.layer("title")[::-1]
        if h.end >= start - 2 and view.text[h.start : h.end] not in RANKS_TOO
    )
