"""Doubts about a body's name: is it one at all (no kind of body, no house called a court), and where does it begin?"""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.actors.lexicon import Entry, given_names, titles, word_list
from dossier.language.actors.view import View

KINDS = frozenset("organization organisation entity agency institution company corporation group".split())
CONTESTS = frozenset(("champions", "europa", "nations", "conference", "europa conference", "uefa champions"))
# What stands before 'Court' in the name of one.
COURTS = frozenset(
    """high supreme crown county district magistrates magistrate's sheriff federal circuit appeals appeal appellate
    criminal civil family juvenile youth constitutional administrative commercial sessions municipal city regional
    superior state international tax labour labor land bankruptcy probate military provincial local general trial
    cassation audit human rights arbitration hague royal justice divisional coroner's coroners chancery""".split()
)
# Powers, and parts of days and rivers, that go by the noun of a body: 'Drawdown Authority', 'the West Bank', 'Big Oil'.
POWERS = frozenset(
    """drawdown modification statutory legal emergency sanctions tariff promotion delegated executive rulemaking signing
    borrowing spending taxing procurement contracting negotiating waiver""".split()
)
SIDES = frozenset("west east north south left right".split())
FORMER = frozenset(
    "senior former current previous prior last next new incoming outgoing first second recent same".split()
)
# Groups of states, experts or officials are no firms.
OF_STATES = frozenset(
    """contact coordination coordinating cooperation suppliers response leadership action advisory support crisis study
    experts expert consultative steering monitoring development working liaison review policy parliamentary friendship
    quadrilateral trilateral bilateral unified planning negotiating drafting""".split()
)
ARMED = word_list("word of an army that no state has")
CHAMBERS = frozenset({"house", "senate", "parliament", "parliamentary", "congressional", "cabinet"})
# 'the Bureau of Indian Affairs' is of no foreign country.
OF_INDIANS = re.compile(
    r"\bIndian (?:Affairs|Health|Education|Country|Child|Gaming|Land|Law|Reservation|Housing|Tribes?)\b"
)
# 'the administration of President X'
OF_LEADER = re.compile(r"dministration of (?:the )?(?:Presid|Prime)")
SURNAMES = frozenset(("steel", "power", "post", "bank", "church"))  # nouns of bodies that are surnames too


def is_somebody(noun: str, own: str) -> bool:
    """'Danielle Steel', 'Judge Ann Power': a first name before a noun that is a surname too; no place's ('Georgia')."""
    first = own.split()[-1:]
    if noun not in SURNAMES or not first or first[0] not in given_names():
        return False
    titled = len(own.split()) == 2 and own.split()[0].lower() in titles()
    return len(own.split()) == 1 or titled


def is_contest(noun: str, own: str) -> bool:
    """'the Champions League': what clubs play in and not a body that plays."""
    return noun == "league" and own.strip().lower() in CONTESTS


def is_kind(view: View, noun: str, start: int) -> bool:
    """'designated as a Foreign Terrorist Organization': a kind of body, none by itself."""
    return noun in KINDS and re.search(r"\b[Aa]n? $", view.text[max(start - 3, 0) : start]) is not None


def is_address(view: View, noun: str, start: int, noun_start: int, end: int) -> bool:
    """'at Maltby Court', 'to Elm Court in Leeds': a street or house, where no word of the law stands before 'Court'."""
    if noun != "court" or start == noun_start or end != noun_start + len(noun):
        return False
    plain = [t for t in view.tokens_in(start, noun_start) if t.is_alpha]
    if not plain or any(t.lower_ in COURTS or view.hit_at(["country", "region"], t.idx) is not None for t in plain):
        return False
    return (
        re.search(r"\b(?:at|to|in|into|of|near|outside|from|on) (?:the )?$", view.text[max(start - 12, 0) : start])
        is not None
    )


def is_headline_verb(word: str) -> bool:
    """'Minister Meets Union': a verb of a headline with a capital, given in lower case."""
    return word.endswith("s") and word[:-1] in ACTING and word not in PLURAL_NAMES


ACTING = word_list("verb of somebody who acts")
PLURAL_NAMES = frozenset("works services affairs reports plans studies trades uses supplies claims records".split())


def is_power(view: View, noun: str, own: str, end: int) -> bool:
    """'Presidential Drawdown Authority', 'a senior administration official', 'the West Bank', 'Big Pharma'."""
    words = own.lower().split()
    if noun in ("agency", "watchdog") and (words[:1] in (["un"], ["u.n."]) or words[:2] == ["united", "nations"]):
        rest = own.removeprefix("United Nations ").split()[0 if own.startswith("United") else 1 :]
        return len(rest) < 2 and not any(w[0].isupper() for w in rest)  # 'the UN health agency': one of them
    if noun == "authority":
        return words[-1:] != [] and words[-1] in POWERS and words[-2:-1] != ["and"]
    if noun == "administration":
        is_rank = bool(words) and FORMER.issuperset(words)
        return is_rank or OF_LEADER.search(view.text[max(end - 16, 0) : end + 20]) is not None
    return noun == "bank" and len(words) == 1 and words[0] in SIDES or words == ["big"]


def told_type(entry: Entry, own: str, tail: str, country: str | None) -> str:
    """The actor type of a body: that of its noun, unless the words before or behind it tell another.

    ``own`` are the words of the name before the noun, ``tail`` those behind it.
    """
    noun, words = entry.written, own.lower().split()
    is_school = noun in ("institute", "academy", "center", "centre", "laboratory") and entry.detail == "organization"
    is_state = noun in ("board", "bureau", "commission", "council") and entry.detail == "organization"
    if (is_school or is_state) and country is not None and re.match(r".*['’]s? [A-Z]", own + "X"):
        return "government-body"  # 'Ukraine's Academy of Sciences'
    if noun == "agency" and words[-1:] == ["news"]:
        return "company"
    if noun.startswith(("defence force", "defense force")) and country is not None:
        return "government-body"
    if noun == "army" and not ARMED.isdisjoint(words):
        return "group"  # 'Norland Liberation Army'
    if entry.detail == "organization" and not CHAMBERS.isdisjoint(words):
        return "government-body"  # 'Senate Ethics Panel'
    if noun == "group" and (tail.startswith((" for ", " on ", " of ")) or words and words[-1] in OF_STATES):
        return "organization"
    if noun == "corporation" and tail.startswith(" for "):
        return "organization"
    if noun == "bank" and own.startswith("Federal Reserve"):
        return "government-body"
    return entry.detail


# 'University of Norland, Tarn', 'University of Norland at Tarn', 'University of Norland-Tarn'
CAMPUS = re.compile(r"(?:, | at |[-–])((?:St\. )?[A-Z][a-z]+(?: (?:[A-Z][a-z]+)){0,2})(,|(?=[ .;:)]|['’]|$))")
# 'the Sea, Rail and Transport union': a name that is a list of fields
LISTED = re.compile(
    r"\b[Tt]he (?P<list>(?:[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}, ){1,4}"
    r"(?P<last>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2},? (?:and|&) )?)$"
)
OF_FIELDS = frozenset("union ministry department committee commission federation association authority agency".split())


def list_start(view: View, noun: str, start: int, end: int) -> int:
    """Where a body's name begins that is a list of fields before its noun; ``start`` where its last field begins."""
    if noun.split()[-1] not in OF_FIELDS:
        return start
    match = LISTED.search(view.text[max(start - 90, 0) : start])
    if match is None or match.group("last") is None and " and " not in view.text[start:end]:
        return start
    begin = max(start - 90, 0) + match.start("list")
    named = [h for la in ("country", "registry", "region") for h in view.layer(la) if begin <= h.start < start]
    return start if named else begin


def campus_end(view: View, noun: str, end: int) -> int:
    """Where a university's name ends that goes on with its town: 'University of Norland, Tarn,', 'at Tarn'."""
    town = CAMPUS.match(view.text, end) if noun == "university" else None
    if town is None:
        return end
    state = view.hit_at(["region", "country"], town.start(1))
    return end if state is not None and town.group().startswith(",") and town.group(2) != "," else town.end(1)


def is_law(words: str, head: int) -> bool:
    """'the Office of the Governor Act': does what follows a body's noun, ``head`` characters on, end as a law does?"""
    tail = words[head:].split()
    return len(tail) > 1 and tail[-1].lower() in LAWS and tail[-1][0].isupper()


LAWS = frozenset({"act", "bill", "treaty", "agreement"})


def goes_on_left(view: View, index: int) -> bool:
    """Does a capitalised word that is no office, country or person stand right before a registered name?"""
    token = view.tokens[index]
    is_name = token.text[0].isupper() and token.pos_ == "PROPN" and bool(token.whitespace_)
    return is_name and all(view.hit_at([layer], token.idx) is None for layer in ("country", "title", "people"))


def is_name_glue(view: View, index: int) -> bool:
    """Does 'and' or 'of' stand between two capitalised words of one name ('Customs and Border Protection')?"""
    if index == 0 or index + 1 >= len(view.tokens):
        return False
    before, after = view.tokens[index - 1], view.tokens[index + 1]
    both = before.text[0].isupper() and after.text[0].isupper()
    if view.tokens[index].text.lower() == "of":
        inside = view.tokens[index].ent_type_ and view.tokens[index].ent_iob_ == after.ent_iob_ == "I"
        return both and (view.hit_at(["body"], before.idx) is not None or bool(inside))  # 'Isle of Thorn Trust'
    first = index - 1
    while first > max(index - 4, 0) and _is_field(view, view.tokens[first]):
        first -= 1  # 'Bangladesh's Flood Forecasting and Warning Centre'
    opener = view.tokens[first]
    opened = first < index - 1 and (opener.text == "the" or opener.tag_ == "POS")
    joined = opened and view.hit_at(["country", "title"], after.idx) is None
    inside = view.tokens[index].ent_type_ == "ORG" or view.tokens[index].text == "&"
    return both and (before.ent_type_ == after.ent_type_ == "ORG" and inside or joined)


def _is_field(view: View, token: Token) -> bool:
    """May a word be part of a field in a body's name: a noun with a capital that names nothing by itself?"""
    layers = ("country", "title", "body", "registry")
    is_plain = all(view.hit_at([layer], token.idx) is None for layer in layers)
    return (
        token.text[0].isupper()
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
        and is_plain
        and view.is_free(token.idx, token.idx + len(token))
    )


def looks_named(token: Token) -> bool:
    """May a capitalised word at the beginning of a sentence be part of a name?"""
    return token.pos_ == "PROPN" or token.ent_type_ in ("ORG", "GPE", "NORP")
