"""What a line is by itself: furniture of the page (and of which kind), a date, a credit, a caption, a title or prose.

The phrases of page furniture are ``seeds/vocabulary/page_furniture.csv``; the forms of lines stand here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.language.lexicons import load_lexicon
from dossier.language.parts.lines import LONGEST_REPEATED, Unit
from dossier.language.parts.printed_dates import AGE, is_age, is_date_line, is_dated_credit

LONGEST_FURNITURE = 45  # words: a longer line is prose even where it holds a phrase of furniture
LONGEST_TITLE = 26
NAME = (
    r"[A-Z][\w’'.-]*[\w.](?:[ \u00a0](?:[A-Z][\w’'.-]*|"
    r"(?:al|el|ad|an|ar|as|ash|at)-[A-Z][\w’'.-]*|"
    r"de|da|di|del|della|dos|du|van|von|der|den|ter|bin|bint|ibn|abu|al|el|la|le|and|&)){1,6}"
)
REPORTERS = (
    r"correspondents?|reporters?|journalists?|editors?|columnists?|staff writers?|writers?|bureau chief|freelancer?|"
    r"contributors?|"
    r"producers?|commentators?|analysts?|photographers?|critics?|anchor|presenter|news desk|intern"
)
NUMBER = re.compile(r"^[\[(#]?\d[\d,.]*[kKmM]?\+?[\])]?(?:\s*(?:/|of)\s*\d+)?$")
DURATION = re.compile(
    r"^\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?(?:\s*[/ ]\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?$|^\d+\s*(?:min|mins|minutes?|sec|secs|"
    r"m \d+ ?s)$|^\d+-min(?:ute)? (?:read|listen|watch)$",
    re.I,
)
COUNTER = re.compile(
    r"^\d[\d,.]*[km]?\+? (?:(?:view )?comments?|shares?|views?|likes?|replies|reactions?|photos?|images?|followers|"
    r"min(?:ute)?s? (?:read|listen|watch)|"
    r"min(?:ute)?s?)$|^(?:comments?|shares?|share|views?|likes?|reading time|read time|listen|duration|"
    r"photos?)[ :(]*\d[\d,.:]*[km]?\)?"
    r"(?: min(?:ute)?s?)?\)?$|^\(?\d+ (?:of|/) \d+\)?$|^listen\b.{0,25}\d+ min.{0,10}$",
    re.I,
)
# 'NewsSportWhat's OnIn Your Area': the links of a bar, copied without the space between them
GLUED = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bO)(?<=[a-z]{2})[A-Z](?=[a-z])")
COMMENTS_HEAD = re.compile(r"^\d[\d,]* (?:responses?|comments?|thoughts?|replies) (?:to|on) \S", re.I)
MARKUP_LINE = re.compile(r"^</?[a-zA-Z!][^<>]*>?$|^(?:</?[a-zA-Z!][^<>]*>\s*)+$")
DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10})(?:/\S*)?$", re.I)
HANDLE = re.compile(r"^(?:@\w+|\S+@\S+\.\w+)$")
HASHTAGS = re.compile(r"^(?:#[\w-]+[ ,|]*)+$")
CRUMBS = re.compile(
    r"^(?:[^.!?>›»|•·]{2,60}[>›»|•·]){1,12}[^.!?>›»|•·]{0,60}$|^(?:Home|News|World|Sport)[ ]?/[ ]?[\w /&-]{2,60}$"
)
CRUMB_MARK = re.compile(r"[>›»|•·/]")
CREDIT = re.compile(
    r"\b(?i:photos?|photograph|pictures?|images?|illustration|graphic|video|credits?|source|file)(?: (?i:courtesy|"
    r"credits?|source|by|via))*\s?[:/]\s?\(?[A-Z]|"
    r"\((?:file |handout )?(?:photo|image|picture|photograph)s?\b[^()]{0,60}\)|\((?:AP|Reuters|AFP|EPA|Getty|Xinhua|"
    r"PA|TASS)\b[^()]{0,60}\)$|"
    r"/(?:AP|Reuters|REUTERS|AFP|EPA|EFE|Getty|Getty Images|Pool|Handout|Xinhua|PA|NurPhoto|Bloomberg|Anadolu)\b|"
    r"\b[A-Z]{2}[A-Z ]*/(?:HO|HANDOUT|Handout|File|Files|Pool|POOL)\b|"
    r"\bvia (?:AP|REUTERS|Reuters|AFP|Getty)\b|"
    r"\b(?:AP Photo|Getty Images|EPA-EFE|PA Wire|PA Media|Shutterstock|Alamy|iStock|AFP-JIJI|AFP via|Anadolu Agency)\b|"
    r"\b(?:File photo|File image|Handout photo|FILE PHOTO|File Photo|FILE -|FILE –|Representational|"
    r"Representative image)|"
    r"\[[^\[\]]{2,50}/[^\[\]]{2,50}\]$|\[(?:AP|AFP|EPA|[Rr]euters|REUTERS|Getty|Xinhua|[Ff]ile)\b[^\[\]]{0,20}\]$|"
    r"^Image (?:source|caption)\b|^(?:Caption|Image|Photo|Picture)s?:|"
    r"\|\s?(?:Photo|Image|Credit)\b|"
    r"\bPhotograph by\b|\bPhoto by\b|\bPictured?: |^\((?:L-R|R-L|L to R|From left|Left|Right|Clockwise|Top|Above)\b|"
    r"^(?:Above|Left|Right|Below|Top): ",
)
RIGHTS = re.compile(r"\b(?:19|20)\d\d\b|\b(?:[Rr]ights|Ltd|Limited|Inc|LLC|Corp|Corporation|PLC|plc|GmbH|Pte|S\.A)\b")
AGENCY_ONLY = re.compile(
    r"^(?:©\s*)?(?:getty images|reuters|afp|ap|ap photo|epa|epa-efe|xinhua|pa media|pa wire|shutterstock|alamy|"
    r"istock|supplied|handout|file photo|pool|bloomberg|anadolu|ani|pti|tass)(?:\s*[/|]\s*[\w .-]{2,40})?$",
    re.I,
)
BY_LINE = re.compile(
    r"^(?:(?:Written|Reported|Reporting|Story|Words|Text|Analysis|Report|Posted|Compiled|Edited|Interview(?:ed)?|"
    r"Photograph(?:s|y)|Pictures|Video|Published)\s+)?"
    r"(?:(?:By|by|BY)[: ]\s*|By(?=[A-Z][a-z]))(?P<names>[A-Z](?:[^.!?]|(?<=\b[A-Z])\.|(?<=\b[JSD]r)\.){1,150})$"
)
NAMES_LINE = re.compile(rf"^(?P<names>{NAME})(?:\s*[,|–—-]\s*(?P<rest>[^.!?]{{2,80}}))?$")
READ_TIME = re.compile(r"\b\d+[- ]min(?:ute)?s? read\b|[•·|]", re.I)
EMAIL = re.compile(r"\s*[(<]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?")
# 'Ann Lee in Zurich', 'Ann Lee and Omar Diaz in Cairo': who reports, and from where.
FILED_BY = re.compile(
    r"^(?P<first>[A-Z][\w’'-]+) (?:[A-Z][\w.’'-]+ ?){1,3}(?:(?:, | ?and )(?:[A-Z][\w.’'-]+ ?){2,3})*"
    r"(?<= )in (?:[A-Z][\w.’'-]+(?: |, |$)){1,4}$"
)
STAFF = re.compile(
    r"^(?:[A-Z][\w&.’'-]*[ ]){0,4}(?:[Ss]taff|[Nn]ews|[Ww]eb|[Oo]nline|[Dd]igital)(?:[ ](?:[Ww]riters?|"
    r"[Rr]eporters?|[Cc]orrespondents?|[Dd]esk|[Rr]eport|[Tt]eam|[Ee]ditor))+$|^(?:Agencies|Associated Press|"
    r"Our Correspondent|Special Correspondent|Staff and agencies|News Agencies|[A-Z][\w]+ Staff)$"
)
REPORTS_FROM = re.compile(r"^[Rr]eporting from (?:[A-Z][\w.’'-]+(?:,? |$)){1,4}$")
# 'READ MORE UK NEWS', 'MORE ON HOUSING': above teasers, in capitals
SHOUTED_LIST = re.compile(
    r"^(?:READ MORE|MORE (?:ON|FROM|IN|ABOUT)|SEE ALSO|ALSO READ|WATCH MORE)(?: [A-Z&'’-]+){1,4}$"
)
# 'Referee: A Lee. Attendance: 6,500.'
LABELLED = re.compile(r"(?:^|[.;] )[A-Z][a-z]+(?: [a-z]+)?: [A-Z0-9£$€]")
END_CREDITS = re.compile(
    r"^\W{0,3}(?:(?:Additional |Further |Other )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|"
    r"[Tt]ranslat(?:ed|ion)) (?:and (?:writing|editing) )?by |"
    r"With (?:assistance|inputs?|files|reporting|additional reporting) (?:from|by) )(?:the )?[A-Z]"
)
# 'Ann Lee and Omar Diaz contributed to this report.'
CONTRIBUTED = re.compile(
    r"^[A-Z][^\"“”]*\bcontributed (?:(?:additional |further )?(?:reporting|research|material)\b"
    r"|(?:\w+ ){0,2}?(?:to|for) th(?:is|e) (?:report|story|article|piece)\b)"
)
AUTHOR_BOX = re.compile(
    rf"^(?P<names>{NAME}) (?:is|was|has been|are|covers|reports|writes|joined|works)\b.{{0,120}}?\b(?i:{REPORTERS}|"
    rf"covers|covering|writes about|reports on|fellow|professor|author)\b",
    re.S,
)
# 'Ann Lee teaches physics in Leeds', without a full stop: the line under a guest's piece
AUTHOR_LINE = re.compile(
    rf"^{NAME} (?:(?:is|was) (?:an?|the) [a-z]|(?:teaches|lectures|lives|edits|runs|chairs|directs|hosts|writes) \w)"
)
TURN = re.compile(r"^(?:[A-Z][A-Z .,’'()-]{2,60}:(?=\s|$)|Q[.:]? {0,4}[A-Z(]|A[.:] +[A-Z])")
YOU = re.compile(r"\b(?:you|your|yours|our|us|my|me)\b", re.I)
IMPERATIVE = re.compile(
    r"^(?:please )?(?:explore|discover|try|get|join|sign|subscribe|download|follow|watch|listen|read|click|tap|"
    r"share|support|donate|register|log|buy|shop|"
    r"view|see|find|browse|learn|check|unlock|enjoy|start|upgrade|save|choose|select|enter|install|like|visit|"
    r"continue|ask|send|submit|email|contact|"
    r"tell|let|help|stay|don't|never|access|enable|allow|add|turn|manage|compare|book|apply|vote|take|play|catch|"
    r"track|receive)\b",
    re.I,
)
PRODUCT = re.compile(
    r"\b(?:app|apps|newsletters?|telegram|whatsapp|channel|inbox|e-?mails?|alerts?|notifications?|subscriptions?|"
    r"subscribers?|subscribe|account|"
    r"podcasts?|youtube|facebook|twitter|instagram|tiktok|linkedin|website|browser|cookies?|membership|trial|"
    r"coverage|journalism|features?|"
    r"stories|headlines|newsfeed|feed|updates|offers?|device|page|click|ad-free|free|ai|comments?|articles?|site)\b",
    re.I,
)


@dataclass(frozen=True)
class Role:
    """What a unit is taken for by itself."""

    # furniture, separator, age, date, outlet, byline, credits, author, caption, turn, transcript, prose, title,
    # fragment; in a text without a page around it also cell (a number of a table)
    name: str
    kind: str | None = None  # of furniture: the lexicon's kind, or number, duration, domain, hashtags, crumbs


@functools.cache
def given_names() -> frozenset[str]:
    """Given names, as printed."""
    return frozenset(row["given_name"] for row in load_lexicon("vocabulary/given_names"))


class Furniture:
    """The lexicon of page furniture, ready to be asked."""

    def __init__(self) -> None:
        rows = load_lexicon("vocabulary/page_furniture")
        self._whole = {r["phrase"].strip(" .…:!"): r["furniture_kind"] for r in rows if r["match_kind"] == "whole"}
        self._start: dict[str, list[tuple[str, str]]] = {}
        for row in rows:
            if row["match_kind"] == "start":
                self._start.setdefault(row["phrase"][:2], []).append((row["phrase"], row["furniture_kind"]))
        inside = [r for r in rows if r["match_kind"] == "inside"]
        self._inside_kinds = [r["furniture_kind"] for r in inside]
        self._inside = AhoCorasick([r["phrase"] for r in inside], matchkind=MatchKind.LeftmostLongest)

    def whole_kind(self, unit: Unit) -> str | None:
        """The kind of furniture where the whole unit is one phrase of it."""
        kind = self._whole.get(unit.folded)
        if kind is None and unit.folded[:1].isdigit():  # '11 print this page'
            counted = self._whole.get(unit.folded.lstrip("0123456789 "))
            return counted if counted in ("share", "comments") else None
        return kind

    def kind_of(self, unit: Unit) -> str | None:
        """The kind of furniture that the words of a unit are, by phrases."""
        if unit.word_count > LONGEST_FURNITURE:
            return None
        folded = unit.folded
        if folded in self._whole:
            return self._whole[folded]
        lowered = " ".join(unit.words.lower().replace("’", "'").split())
        for phrase, kind in self._start.get(lowered[:2], ()):
            if lowered.startswith(phrase) and not (phrase + lowered[len(phrase) : len(phrase) + 1])[-2:].isalnum():
                return kind
        if unit.word_count <= 40 and not any(mark in lowered for mark in ('"', "“", " said", " told ")):
            for index, start, end in self._inside.find_matches_as_indexes(lowered):
                if not lowered[start - 1 : start].isalnum() and not lowered[end : end + 1].isalnum():
                    return self._inside_kinds[index]
        return None


@functools.cache
def furniture() -> Furniture:
    """The lexicon, loaded once."""
    return Furniture()


@functools.cache
def outlet_names() -> Mapping[str, str]:
    """Registered names and domains of outlets, folded, with the name as registered."""
    registry = load_lexicon("reference/source_registry")
    names = {row["source_key"]: row["name"] for row in registry}
    folded = {fold_outlet(row["domain"]): row["name"] for row in registry if row["domain"]}
    folded |= {
        fold_outlet(r["name_as_written"]): names[r["source_key"]]
        for r in load_lexicon("reference/source_registry_names")
        if r["source_key"] in names
    }
    return folded | {fold_outlet(row["name"]): row["name"] for row in registry}


@functools.cache
def press_names() -> frozenset[str]:
    """Folded names of the outlets that report news: not governments, organisations and think tanks."""
    others = {
        row["name"]
        for row in load_lexicon("reference/source_registry")
        if row["source_kind"] in ("government", "organization", "think-tank")
    }
    return frozenset(folded for folded, name in outlet_names().items() if name not in others and "." not in folded)


def fold_outlet(name: str) -> str:
    """An outlet's name in the form it is compared in: lower case, without 'the ' and 'www.' before it."""
    folded = " ".join(name.lower().split())
    return folded.removeprefix("www.").removeprefix("the ")


def roles_of(units: Sequence[Unit]) -> list[Role]:
    """What each unit is by itself; short units that are printed again and again are read once."""
    known: dict[tuple[str, str | None, int, bool], Role] = {}
    roles = []
    for unit in units:
        if len(unit.words) > LONGEST_REPEATED:
            roles.append(role_of(unit))
            continue
        key = (unit.words, unit.bullet, unit.word_count, unit.is_rule)
        if key not in known:
            known[key] = role_of(unit)
        roles.append(known[key])
    return roles


def role_of(unit: Unit) -> Role:
    """What a unit is by itself."""
    words, count = unit.words, unit.word_count
    if unit.is_rule:
        return Role("separator")
    if not count:
        return Role("furniture", "markup")
    if len(words) <= 80:
        role = _form_of(unit)
        if role is not None:
            return role
    if count > LONGEST_FURNITURE + 35:
        return Role("transcript" if unit.upper_share > 0.75 else "prose")
    kind = furniture().kind_of(unit)
    if kind is None and _is_call_to_action(unit):
        kind = "newsletter"
    if (
        count <= 80
        and kind in (None, "footer")
        and (CREDIT.search(words) or words.startswith("©") and not RIGHTS.search(words))
    ):
        return Role("caption")
    if kind is not None:
        return Role("furniture", kind)
    if count <= 8 and fold_outlet(words.lstrip("-–—•| ").rstrip(".")) in outlet_names():
        return Role("outlet")
    if TURN.match(words):
        return Role("turn")
    return _credit_of(unit) or _text_of(unit)


def _form_of(unit: Unit) -> Role | None:
    """Roles of short lines that are known by their form."""
    words = unit.words
    whole = furniture().whole_kind(unit)
    if whole is not None:
        return Role("furniture", whole)
    if COMMENTS_HEAD.match(words):
        return Role("furniture", "comments")
    if unit.word_count <= 14 and len(GLUED.findall(words)) >= 2:
        return Role("furniture", "navigation")
    if SHOUTED_LIST.match(words):
        return Role("furniture", "related")
    if is_age(words):
        return Role("age")
    if DURATION.match(words):
        return Role("furniture", "duration")
    if is_date_line(words) or AGE.search(words) and is_date_line(READ_TIME.sub(" ", AGE.sub(" ", words))):
        return Role("date")
    if is_dated_credit(words):
        return Role("byline" if BY_LINE.match(words) else "date")
    if words.startswith("<") and MARKUP_LINE.match(words):
        return Role("furniture", "markup")
    if NUMBER.match(words) or COUNTER.match(words):
        return Role("furniture", "number")
    if DOMAIN.match(words):
        return Role("furniture", "domain")
    if HANDLE.match(words):
        return Role("furniture", "handle")
    if HASHTAGS.match(words):
        return Role("furniture", "hashtags")
    if AGENCY_ONLY.match(words):
        return Role("outlet" if fold_outlet(words) in outlet_names() else "caption")
    is_titled = words.count("|") == 1 and len(words.split("|")[0].split()) >= 5  # 'Miners strike for a day | Lima'
    if CRUMB_MARK.search(words) and CRUMBS.match(words) and not is_titled:
        return Role("byline" if re.match(r"(?:By|BY) ", words) else "furniture", "crumbs")
    return None


def _credit_of(unit: Unit) -> Role | None:
    words, count = EMAIL.sub("", unit.words), unit.word_count
    filed = FILED_BY.match(words) if count <= 8 else None
    if filed is not None and filed["first"] in given_names():
        return Role("byline")
    if count <= 22 and not unit.is_terminal and (BY_LINE.match(words) or STAFF.match(words)):
        return Role("byline")
    if count <= 16 and not unit.is_terminal:
        names = NAMES_LINE.match(words)
        if names and names["rest"] and re.search(rf"\b(?:{REPORTERS})\b", names["rest"], re.I):
            return Role("byline")
        if names and fold_outlet(names["rest"] or "") in outlet_names() and words.split()[0] in given_names():
            return Role("byline")
        if AGE.search(words) and re.search(r"[|•·–-]", words):
            return Role("age")
    if count <= 60 and (END_CREDITS.match(words) or REPORTS_FROM.match(words) or CONTRIBUTED.match(words)):
        return Role("credits")
    is_bare = not unit.is_terminal and count <= 30 and words.partition(" ")[0] in given_names()
    if count <= 90 and (AUTHOR_BOX.match(words) or is_bare and AUTHOR_LINE.match(words)):
        return Role("author")
    return None


def _is_call_to_action(unit: Unit) -> bool:
    """'Get the app …', 'Follow our channel …': an order to the reader that speaks of what the site offers."""
    words = unit.words.replace("’", "'")
    if unit.word_count > 35 or not IMPERATIVE.match(words) or any(mark in words for mark in '“"'):
        return False
    if unit.tail.endswith(":") or not unit.is_terminal or unit.word_count <= 12:
        return bool(YOU.search(words) or (PRODUCT.search(words) and unit.word_count <= 8)) and bool(
            PRODUCT.search(words) or unit.tail.endswith(":")
        )
    return bool(YOU.search(words) and PRODUCT.search(words))


def _text_of(unit: Unit) -> Role:
    """Prose, a title or a fragment, by length, closing punctuation and share of small words."""
    count, stop = unit.word_count, unit.stop_share
    if count <= 40 and len(LABELLED.findall(unit.words)) >= 2:
        return Role("prose")
    if unit.upper_share > 0.75 and count >= 30:
        return Role("transcript")
    if count >= LONGEST_TITLE and stop >= 0.12:
        return Role("prose")
    is_call = unit.is_question and count <= 18 or unit.is_loud and 5 <= count <= 18  # as headlines end, too
    is_sentence = count >= 5 and (stop >= 0.08 or count >= 9) or count >= 3 and stop > 0
    if unit.is_terminal and is_sentence and not is_call:
        return Role("prose")
    if count >= 14 and unit.tail.endswith((":", ";", ",")) and stop >= 0.2:
        return Role("prose")
    if count >= LONGEST_TITLE:
        return Role("fragment")
    if count >= 4 and (stop > 0 or count >= 5) or count >= 3 and unit.title_share >= 0.5:
        return Role("title")
    return Role("fragment")
