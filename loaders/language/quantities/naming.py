"""Numbers that are part of a name: 'the Big Three', 'the Seven Sisters', 'the 1 Million Trees Initiative', 'COP27'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.quantities.amounts import Amount

NAMED_AFTER = re.compile(
    r"[-\s](?:[A-Z][\w’'&-]*\s(?:(?:of|for|the|and)\s){0,2}){1,5}"
    r"(?:Act|Agenda|Agreement|Alliance|Award|Bill|Campaign|Challenge|Club|Coalition|Compact|Conference|Directive|"
    r"Festival|Fund|Games|Initiative|Law|Lifeline|Loop|Marathon|Mission|Movement|Plan|Pledge|Policy|Program|Programme|"
    r"Project|Race|Scheme|Strategy|Summit|Tour|Treaty|Trust)s?\b"
)
LISTED_BEFORE = re.compile(
    r"(?:\b(?:S&P|FTSE|Nasdaq|Russell|Stoxx|STOXX|Nikkei|CSI|ASX|Fortune|Forbes|Nifty|Sensex|IBEX|CAC|TSX|MSCI|Hot|"
    r"Billboard|Inc\.?|Dow)|\b[Ss]ections?\s\d[\w().]*(?:,\s\d[\w().]*)*,?\s(?:and|or|to))\s$"
)
NUMBERED_BEFORE = re.compile(
    r"\b(?:Air Force|Marine|World War|Phase|Part|Chapter|Type|Tier|Title|Book|Volume|Day|Level|Stage|Act|Formula|Group|"
    r"Gang|Channel|Radio|Article|Round|Game|Episode|Season|Grade|Schedule|Category|Class|Plan|Number|No|Year)\s$"
)
# 'the 1267 Sanctions Committee', '911 operators'
OF_RESOLUTION = re.compile(r"\s(?:[A-Z][\w’'-]*\s){1,3}(?:Committee|Commission|Panel|Regime)\b")
EMERGENCY = re.compile(
    r"(?:911|999|112|988|311)\s(?:(?:emergency|public-safety|public safety|crisis|suicide)\s)?(?:and\s\w+\s)?"
    r"(?:access|calls?|callers?|cent(?:er|re)s?|dispatch\w*|operators?|systems?|services?|lifeline|lines?|hotline|numbers?)\b"
)
# '155mm shells', 'a 35 mm film': a kind, no length
CALIBRE = re.compile(
    r"(?:[\s-](?:cal(?:iber|ibre)|tank|naval|anti-[\w-]+|rapid-fire|[a-z]*guided|cluster|self-propelled|NATO))?[\s-]"
    r"(?:artillery|ammunition|ammo|howitzers?|shells?|rounds?|guns?|cannons?|mortars?|munitions?|projectiles?|"
    r"grenades?|rifles?|pistols?|bullets?|film|lens|lenses|cameras?|prints?|handguns?|machine)\b"
)
# '100% correct', '110 percent behind her': emphasis, no part of a whole
EMPHATIC = re.compile(
    r"\s(?:correct|right|wrong|sure|certain|confident|convinced|committed|behind|clear|focused|focussed|honest|true|"
    r"serious|happy|fit|healthy|ready|accurate|on board|on top of|in favou?r|with (?:you|him|her|them|us)|honou?red)\b"
)
# '30 billion — million — excuse me': a speaker takes the number back
TAKEN_BACK = re.compile(
    r"\s?[—–-]{1,2}\s?(?:(?:hundred|thousand|million|billion|trillion|percent|\d[\d.,]*)[\s,—–-]{1,4})?"
    r"(?:excuse me|sorry|pardon me|I mean|I should say|make that|correction)\b",
    re.I,
)
# 'He is 100 percent sorry', 'It is one hundred per cent the right partner'
IS_BEFORE = re.compile(r"(?:\b(?:am|is|are|was|were|be|been)|['’](?:m|s|re))(?: (?:also|still|now|just))? $")
OF_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey)(?: (?:am|is|are|was|were)|['’](?:m|s|re))(?: (?:also|still|now))? $"
)
FELT = re.compile(r"\s(?!of\b|owned|vaccinated|disabled|responsible for\s\d)[a-z]+")
JUST = re.compile(r"\s(?:the|an?|my|our|your|his|her|their|what|not|in|about)\s")
ALL_AND_MORE = (100.0, 110.0, 120.0, 150.0, 200.0, 1000.0)
CODED = re.compile(r"(?:COP|ALL|TOP|MOP|CUP)\d{1,3}")
CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w-]*\s$")
MOSTLY = 0.8


def is_named_number(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Is a number with a capital a name's part, or does a name of a law or a programme follow it?"""
    text = text_of(tokens[0].doc)
    printed = text[amount.number_start : amount.number_end]
    before = text[max(0, amount.start - 40) : amount.start]
    if printed[:1].isdigit() and "," not in printed and amount.unit is None and LISTED_BEFORE.search(before):
        return True
    if printed.isdigit() and len(printed) == 4 and amount.unit is None and before.endswith("since "):
        return True  # 'its lowest level since at least 1987'
    if printed[:1].isupper() and NUMBERED_BEFORE.search(before):
        return True
    is_code = printed.isdigit() and len(printed) in (3, 4) and amount.unit is None and amount.comparator == "eq"
    if is_code and (OF_RESOLUTION.match(text, amount.number_end) or EMERGENCY.match(text, amount.number_start)):
        return True
    if amount.form == "words" and printed[:1].isupper():
        return _goes_on(tokens[0]) and not _is_title(tokens[0])
    is_named = amount.form == "digits" and NAMED_AFTER.match(text, amount.number_end) is not None
    return is_named and not _is_title(tokens[0])


def is_taken_back(amount: Amount, text: str) -> bool:
    """Does the speaker correct himself behind the number? What he meant stands in no amount of its own."""
    return TAKEN_BACK.match(text, amount.number_end) is not None


def is_calibre(amount: Amount, text: str) -> bool:
    """Does a number of millimetres name a kind of weapon or film?"""
    return amount.unit == "mm" and amount.comparator == "eq" and CALIBRE.match(text, amount.end) is not None


def is_emphasis(amount: Amount, text: str) -> bool:
    """Does a percentage of all, or of more than all, only stress what it stands before?"""
    if amount.unit != "percent" or amount.comparator != "eq" or amount.value not in ALL_AND_MORE:
        return False
    before, after = text[max(0, amount.start - 40) : amount.start], amount.end
    is_feeling = OF_PERSON.search(before) is not None and FELT.match(text, after) is not None
    is_just = IS_BEFORE.search(before) is not None and JUST.match(text, after) is not None
    return is_feeling or is_just or EMPHATIC.match(text, after) is not None


def is_of_address(text: str, start: int, end: int) -> bool:
    """Is a number part of a web address: '?id=12&page=3'?"""
    following = text[end : end + 2]
    return (
        following[:1] == "&" and following[1:].isalpha() or QUERY.search(text[max(0, start - 40) : start]) is not None
    )


def is_often(amount: Amount, before: str) -> bool:
    """'I have said this a thousand times': no count."""
    is_round = amount.form == "words" and amount.value in (100.0, 1000.0, 1e6)
    return is_round and SAID.search(before[-80:]) is not None


CITED = re.compile(r"(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.|§+|\b[Ss]ections?|\bSec\.|\bCFR|\bUSC)\s?$")
QUERY = re.compile(r"[?&]\w+=$")
SAID = re.compile(r"\b(?:said|told|say|tell|heard|asked|explained|apologi[sz]ed|thank(?:ed|s)?)\b[^.!?]{0,40}$", re.I)


def is_coded(amount: Amount, text: str) -> bool:
    """'COP27' is a conference, not Colombian money, 'Kepler 12 b' a planet, '19 U.S.C. 2466b' a law."""
    if amount.family in ("data", "mass", "length", "temperature", "energy") and CITED.search(
        text[max(0, amount.start - 12) : amount.start]
    ):
        return True
    if amount.unit == "bit" and text[amount.end - 2 : amount.end] == " b":
        return CAPITAL_BEFORE.search(text[max(0, amount.start - 30) : amount.start]) is not None
    return amount.family == "money" and CODED.fullmatch(text[amount.number_start : amount.end]) is not None


def is_money_of_year(amount: Amount, text: str) -> bool:
    """'in constant 2015 dollars': the year whose prices are meant."""
    printed = text[amount.number_start : amount.end]
    return amount.family == "money" and amount.comparator == "eq" and YEAR_MONEY.fullmatch(printed) is not None


YEAR_MONEY = re.compile(r"(?:19|20)\d\d\s+(?:U\.?S\.?\s+)?(?:dollars|euros|pounds|prices)")


def _goes_on(token: Token) -> bool:
    """Does the number stand inside a sentence, right behind another word of it?"""
    return token.i > token.sent.start and token.nbor(-1).is_alpha


def _is_title(token: Token) -> bool:
    """Is the sentence a heading in capitals, where they tell nothing?"""
    words = [t for t in token.sent[:40] if t.is_alpha and len(t) > 3]
    return len(words) < 3 or sum(t.text[0].isupper() for t in words) > MOSTLY * len(words)
