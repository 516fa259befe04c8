"""What the words around a time expression say: whether it is one at all."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.analysis import Paragraph, text_of
from dossier.language.times.parsed import Parsed

# Months that are also common words or names: they need company to be read as months.
AMBIGUOUS_MONTHS = {"may", "march", "april", "june", "august", "mar", "jan", "sept", "sep", "dec"}
COMPANY = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|last|next|this|of|through|to|and|before|after|during|for|a|an|the|"
    r"between|ending|"
    r"beginning|starting|each|every|early|late|mid|around|or|than|on|for|end|as|back|previous|coming|past|into|"
    r"that|versus|vs)|[,(–—-])\s*$",
    re.IGNORECASE,
)
YEAR_COMPANY = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|before|after|during|of|throughout|through|around|about|circa|"
    r"the|a|an|and|or|"
    r"between|for|back|than|as|early|late|fiscal|ending|ended|beginning|starting|its|his|her|their|our|this|into|on|"
    r"mid|year|vs|versus|summer|spring|fall|autumn|winter|all|pre|post|only|s)|[,(–—/’'\[-])\s*$",
    re.IGNORECASE,
)
NAMED_WITH_YEAR = re.compile(
    r"\b(?:Vision|Agenda|Project|Expo|Horizon|Windows|Area|Route|Flight|Boeing|Airbus|Room|Section|Article|"
    r"No\.?|Resolution|Formula|page|pages|Building|Unit|Channel)\s*$"
)
BEFORE_HOLIDAYS = frozenset(
    (
        "This Last Next On By Since Before After Until For The And Happy Merry During Around From Over In As At With "
        "To Past When While Every Each"
    ).split()
)
COUNT_AFTER = re.compile(
    r"\s+(?:people|troops|soldiers|tons|tonnes|kilometers|kilometres|km|miles|meters|metres|feet|percent|per\s?cen"
    r"t|dollars|"
    r"euros|pounds|yuan|yen|rupees|points|jobs|workers|homes|houses|cases|deaths|dead|injured|women|men|children|"
    r"square|"
    r"megawatts|votes|seats|shares|calories|hectares|acres|barrels|GMT|UTC|hours|times|m|kg|mg|MW|words|students|"
    r"members|"
    r"companies|patients|others|civilians|buildings|schools|billion|million|thousand|hundred)\b",
    re.IGNORECASE,
)
# Laws and gazettes are cited by numbers that look like years, days and hours: '50 U.S.C. 1701', 'No. 2024-12'.
CITED = re.compile(
    r"(?:\bU\.?\s?S\.?\s?C\.?|\bC\.?\s?F\.?\s?R\.?|\bFed\.\s+Reg\.|\bFR|\bStat\.|\bPub\.\s?L\.|\bNos?\.|§+|\bPart|"
    r"\b(?:[Aa]rticles?|[Ss]ections?|[Pp]aragraphs?|[Cc]hapters?|[Cc]lauses?|[Rr]ules?)(?:\s+[\d.]+,)*)(?:\s*[\d.]+[-–])?\s*$"
)
DAY_NAMES_IN_NAMES = re.compile(
    r"\b(?:Black|Cyber|Super|Bloody|Ash|Giving|Good|Palm|Easter|Whit|Fat|Shrove|Maundy|Sheffield|Ruby|Man|"
    r"Girl|Big|Holy|Super\s+Bowl|Small\s+Business|News|Sports|Football|Game)\s*$"
)
AFTER_DAY_IN_NAMES = re.compile(
    r"\s+(?:Times|Telegraph|Mail|Mirror|Express|Star|Post|Herald|Night\s+(?:Football|Live)|Independent|World|"
    r"Age|Review|Tribune|School|Clubs?)\b|[’']s\b(?=\s+People)"
)
PRESS_WORDS = re.compile(
    r"\s+(?:Mail|News|Telegraph|Express|Mirror|Star|Beast|Times|Post|Standard|Show|Herald|Record|Caller|Wire|"
    r"Signal|Bulletin|Journal|Review|Maverick|Sabah|Kos|Monitor|Trust)\b|\d"
)


def is_time(paragraph: Paragraph, text: str, parsed: Parsed) -> bool:
    """Whether a match is a time expression here, and not a name, a count, a verb or an age."""
    words = text[parsed.start : parsed.end]
    before, after = text[max(0, parsed.start - 32) : parsed.start], text[parsed.end : parsed.end + 24]
    if _is_in_address(text, parsed.start) or words[0].isdigit() and CITED.search(before):
        return False
    if words[0].isdigit() and before[-1:] == "-" and parsed.rule not in ("years",):
        return before[-2:-1].isalpha() is False
    if parsed.kind in ("day", "month") and NAMED_DAY.match(after):
        return False  # 'the March 23 Movement'
    check = CHECKS.get(parsed.rule)
    return check is None or check(paragraph, words, before, after, parsed)


def _is_in_address(text: str, start: int) -> bool:
    """Whether a position lies inside a web address, whose words are no prose."""
    lead = text[max(0, start - 200) : start].rpartition(" ")[2].rpartition("\n")[2]
    address = re.search(r"(?:://|\bwww\.)[^()\[\]<>\"“”]*$", lead)
    return address is not None


NAMED_DAY = re.compile(
    r"(?:\s+\d{1,2})?\s+(?:Movement|Brigades?|Revolution|Square|Avenue|Street|Bridge|Stadium|University|Coalition|Alliance|Group|"
    r"Organi[sz]ation|Front|Forum|Museum)\b"
)
MAY_DO = re.compile(r"\bmay$")


def _month(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    point = parsed.points[0]
    bare = words.rstrip(".")
    if MAY_DO.search(words) and not text_of(paragraph.doc).islower():
        return False  # 'a step that may help'
    if (
        point.year is not None
        or point.direction is not None
        or point.shift_count is not None
        or point.modifier is not None
    ):
        return bare.lower() not in ("mar", "dec")
    if bare.lower() in ("mar", "jan", "sep", "dec", "sept", "jun", "jul", "feb", "apr", "aug", "nov", "oct"):
        return words.endswith(".") or COMPANY.search(before) is not None and bare[0].isupper()
    alone = parsed.start == 0 and not after.strip()
    if alone:
        return True
    if not bare[0].isupper():
        return (
            bare not in ("may", "march", "august")
            and re.search(r"\b(?:in|since|last|next|this|until|by)\s+$", before) is not None
        )
    if bare.lower() not in AMBIGUOUS_MONTHS:
        return True
    token = _token(paragraph, parsed)
    if token is not None and (
        token.ent_type_ == "PERSON" or token.tag_ in ("MD", "VB", "VBP", "VBD") and bare == "May"
    ):
        return False
    if (
        re.match(r"\s+[A-Z][a-z]+\b", after)
        and bare in ("April", "June", "August", "March")
        and re.match(r"\s+[A-Z]\w+\s+said|\s+(?:for|on|of)\s", after)
    ):
        return False
    return COMPANY.search(before) is not None


def _day_month(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    if re.search(r"\b(?:may|mar|march)\s+\d+\b", words) and not re.search(r"(?:st|nd|rd|th)\b|\d{4}", words):
        return parsed.start == 0 and not after.strip()
    if re.match(r"(?:may|march)\s+(?:first|second|third)\b", words):
        return not after.strip() or after[0] in ".,;"
    if re.search(
        r"[a-z]\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$", words, re.IGNORECASE
    ):
        return not re.match(r"\s+[a-z]", after)
    return not COUNT_AFTER.match(after) or bool(re.search(r"\d{4}$", words))


def _year(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    if not words.isdigit():
        return True
    alone = parsed.start == 0 and not after.strip()
    if alone:
        return True
    if (
        NAMED_WITH_YEAR.search(before)
        or COUNT_AFTER.match(after)
        or re.match(r"\s*-\s?(?:page|strong|word|mile|seat)", after)
    ):
        return False
    number = int(words)
    token = _token(paragraph, parsed)
    follower = _token_after(paragraph, parsed)
    if number < 1900 or number > 2100:
        return re.search(
            r"\b(?:in|since|of|until|from|by|between|and|to|during)\s+$", before, re.IGNORECASE
        ) is not None and not (follower is not None and follower.tag_ in ("NNS", "NN", "JJ", "CD"))
    if not before.strip():
        return follower is not None and (
            follower.tag_ in ("NN", "NNP", "VBD", "VBZ", "MD", "IN", "JJ") or not follower.is_alpha
        )
    if YEAR_COMPANY.search(before) is None:
        return (
            token is not None
            and token.ent_type_ == "DATE"
            or re.search(r"[A-Z]\w*\s$", before) is not None
            and (
                not after.strip()
                or not after.strip()[0].isalpha()
                or follower is not None
                and follower.tag_ in ("IN", "CC", "VBD", "VBZ", "MD", "WDT")
            )
        )
    if re.search(r"\b(?:a|an|about|around|than|all|only|for|to|of|and|as|with)\s+$", before, re.IGNORECASE):
        return follower is None or follower.tag_ not in ("NNS",)
    return True


def _weekday(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    if DAY_NAMES_IN_NAMES.search(before) and words[0].isupper():
        return False
    return AFTER_DAY_IN_NAMES.match(after) is None or words[0].islower()


def _age(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    if re.match(r"[\s-]*(?:olds?|of\s+age)\b", after, re.IGNORECASE) or re.search(
        r"\b(?:aged|age|ages|light)\s*$", before, re.IGNORECASE
    ):
        return False
    if re.match(r"\s+(?:times?\b|class\b)", after) and words.lower().startswith(("second", "first")):
        return False
    return not re.match(r"-?\s*(?:light)\b|[’']s\s+(?:Eve|Day)\b", after)


def _season(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    token = _token_at_end(paragraph, parsed)
    lower = words.lower()
    if lower in ("spring", "fall") and token is not None and token.pos_ == "VERB":
        return False
    if re.match(r"\s+(?:Olympics|Olympic|Games|Palace|Paralympics|Soldier)\b", after) or re.search(
        r"\bArab\s+$", before
    ):
        return False
    # 'the fall in prices', not 'the fall of 2021'
    return lower not in ("fall", "the fall") or not re.match(r"\s+(?:in|of|from)\b(?!\s+\d{4})", after)


def _set_word(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    if PRESS_WORDS.match(after) and words[0].isupper():
        return False
    if words[0].isupper() and re.search(r"[A-Za-z][’'a-z]*\s+$", before) and not re.search(r"[.:!?]\s+$", before):
        token = _token(paragraph, parsed)
        return token is None or token.tag_ not in ("NNP", "NNPS")
    return True


def _now(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    lower = words.lower()
    if words == "NOW" and after.startswith(", THEREFORE"):
        return False
    if lower == "now":
        if words == "Now" and after.startswith(","):
            return False  # 'Now, that does not mean': how a speaker goes on, no time
        return not (before[-1:] == "-" or after[:1] == "-" or re.search(r"\b(?:until|till|by|from|right)\s+$", before))
    return True


def _period(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    lower = words.lower()
    if (
        re.match(r"(?:the\s+)?(?:last|past|previous|next)\s+(?:season|quarter|century|decade)s$", lower)
        and after.strip()
    ):
        return False
    if re.match(r"-?\s?(?:olds?)\b", after) or words == "This Week" and before.endswith("on "):
        return False  # the last is a programme
    return not (
        lower.startswith("the ")
        and parsed.points
        and parsed.points[0].modifier is None
        and parsed.points[0].shift_count == 0
    )


def _holiday(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    """'National Veterans Armistice Day' is another day than Armistice Day."""
    lead = re.search(r"([A-Z][\w’'.]*)\s+$", before)
    return lead is None or lead[1] in BEFORE_HOLIDAYS or words[0].islower() or before.isupper()


def _today(paragraph: Paragraph, words: str, before: str, after: str, parsed: Parsed) -> bool:
    if words == "This Morning" and re.search(r"\w\s$", before):
        return False
    return not before.endswith(("USA ", "Russia ", "India ", "Psychology "))


CHECKS = {
    "day-away": _today,
    "month-year": _month,
    "day-month": _day_month,
    "month-day": _day_month,
    "year": _year,
    "weekday": _weekday,
    "weekdays": _weekday,
    "duration": _age,
    "joined-duration": _age,
    "one-unit": _age,
    "season": _season,
    "repeated-word": _set_word,
    "vague-now": _now,
    "period": _period,
    "holiday": _holiday,
    "moving-feast": _holiday,
}


def _tokens(paragraph: Paragraph, start: int, end: int) -> list[Token]:
    """Tokens that overlap a stretch of the paragraph's text."""
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    return [] if span is None else list(span)


def _token(paragraph: Paragraph, parsed: Parsed) -> Token | None:
    return next(iter(_tokens(paragraph, parsed.start, parsed.end)), None)


def _token_at_end(paragraph: Paragraph, parsed: Parsed) -> Token | None:
    return next(reversed(_tokens(paragraph, parsed.start, parsed.end)), None)


def _token_after(paragraph: Paragraph, parsed: Parsed) -> Token | None:
    last = _token_at_end(paragraph, parsed)
    return None if last is None or last.i + 1 >= len(paragraph.doc) else paragraph.doc[last.i + 1]
