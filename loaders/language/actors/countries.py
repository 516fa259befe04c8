"""Countries where they act: by name, by capital, by adjective with officials or acts; and groups of a country."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from dossier.language.actors.addresses import ends_address, follows_town
from dossier.language.actors.lexicon import Hit, country_names, word_list
from dossier.language.actors.registered import registered_identity
from dossier.language.actors.view import Found, Identity, View

PLACE_PREPOSITIONS = frozenset("in at near outside inside across throughout around within through via off into".split())
PARTY_PREPOSITIONS = frozenset(
    "with against by between for on upon toward towards versus among than like unlike".split()
)
# Verbs whose object is a place when the object is a city.
PLACE_VERBS = word_list("verb whose object is a place")
PLACE_NOUNS = word_list("noun of a place")
ORGANISED = word_list("organised group")
# What one has or puts in a country, which then is no mere place.
TRUSTED = frozenset("confidence interest trust faith investment invest stake partner role engage".split())
PLACES = frozenset("country nation state place market destination economy region city".split())
NAMED_THINGS = word_list("no organisation at the end")
COUNTRY_THINGS = word_list("noun of a thing of a country")
FIRMS = word_list("noun for a company")  # 'the UK retailer' is no state
# 'Korea-era', 'Nairobi-born': where somebody or something comes from.
ATTACHED = re.compile(
    r"-(?:era|born|style|made|bound|area|wide|built|grown|"
    r"(?!(?:back|controll|install|appoint|align|fund|order|impos|sponsor|support|mediat|broker|occupi|alli)ed)[a-z]+ed)\b"
)
# Cities that stand for a body of many countries, but in news of their own country.
SEATS = {"Brussels": "european-union"}
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())  # 'warned China Tuesday'
# 'U.S. District Judge Hale', 'the U.S. attorney in Boston': an office of the courts, which acts for no country
OF_COURTS = re.compile(
    r" (?:[Cc]hief |[Ss]enior |[Aa]cting |[Aa]ssistant |[Dd]istrict |[Cc]ircuit |[Mm]agistrate |[Bb]ankruptcy |"
    r"[Aa]ppeals )*(?:[Jj]udges?|[Aa]ttorneys?(?! [Gg]eneral)|[Mm]arshals?|[Mm]agistrates?)\b(?!['’]s? [Oo]ffice)"
)
NAME_RUN = re.compile(
    r"(?:[-–]|(?: (?:and|of|for))? )(?:[A-Z][\w'-]*)(?:(?: (?:and|of|for|on|the))* [A-Z][\w'-]*){0,6}"
)
# 'the ridges between Iceland and Greenland', 'a ferry between Spain and Morocco'
BETWEEN_PLACES = re.compile(
    r"\b(?:ridges?|roads?|motorways?|ferr(?:y|ies)|flights?|straits?|channel|sea|waters|mountains?|valleys?|pipelines?|"
    r"cables?|bridges?|tunnels?|railways?|lines?|routes?|distance|halfway|midway|somewhere|sail\w*|fl(?:y|ew|ying)|"
    r"shuttl\w+|commut\w+|lies|lying|lay|located|corridor|crossings?) between (?:the )?"
    r"(?:[A-Z][\w-]+(?:,| and) (?:the )?)?$"
)
MOTION = re.compile(
    r"(?:['’](?:s|m|re)|\b(?:is|are|was|were|am|hails?|originally)) from (?:the )?$|"
    r"\b(?:imports?|imported|exports?|exported|shipped|shipments?|entry|back|home|return(?:ed|ing|s)?|"
    r"travel(?:led|ed|s|ing)?|"
    r"trips?|visits?|flights?|flew|fly|flies|flying|fled|moved?|moving|services?|routes?|tours?|tourists?|tourism|"
    r"immigrat\w+|emigrat\w+|migrat\w+|ambassador|Plenipotentiary) (?:[a-z]+ )?to (?:the )?$|"
    r"\b(?:each|one|two|three|four|five|six|\d+|passengers|students|tourists|visitors|workers|nationals|athletes) "
    r"from (?:the )?$|"
    r"\b(?:com(?:e|es|ing)|came|smuggl\w+|traffick\w+|import(?:ing|s)) (?:\w+ ){0,3}to (?:the )?$|"
    r"\b(?:tours?|trips?|journeys?|flights?|flew|drove|migration|migrants?|refugees?|immigrants?|"
    r"mov(?:e|es|ed|ing) (?:its |their )?(?:\w+ )?production) "
    r"from (?:the )?$|"
    r"\b(?:pull\w*|mov\w+|ship\w*|fl[eo]w|flown|"
    r"smuggl\w+|driven|drove|forced|kicked|thrown|deported) out of (?:the )?$|"
    r"\b(?:came|come|moved|emigrated|immigrated|fled|arrived|returned|flew|travell?ed|escaped|migrated)"
    r"(?: to (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)? from (?:the )?$"
)


def country_identity(code: str) -> Identity:
    """The identity of a country."""
    name = country_names()[code]
    return Identity(f"country:{code}", name, name.lower(), "country", code, f"country-{code.lower()}")


def find_countries(views: Sequence[View], home: str | None) -> None:
    """Add countries that act, are acted on or are named as parties, and groups told by their country."""
    for view in views:
        for hit in view.layer("country"):
            seated = SEATS.get(hit.entry.written)
            if seated is not None and home != hit.entry.key and view.is_free(hit.start, hit.end):
                if _capital_acts(view, hit):
                    view.add(Found(hit.start, hit.end, "name", registered_identity(seated), "capital"))
                continue
            if hit.entry.is_ambiguous or not view.is_free(hit.start, hit.end):
                continue
            found = _read_country(view, hit)
            if found is not None and view.is_free(found.start, found.end):
                view.add(found)
        _find_placed_groups(view)


# 'banned exports of gallium to X': the country that an act of trade is aimed at is no mere place.
TRADE_ACT = re.compile(
    r"\b(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|block|halt|restrict|curb|limit|suspend|prohibit|stop|embargo|tariff|"
    r"dut(?:y|ies)|lev(?:y|ies)|impos|control|tighten|eas(?:e|ed|es|ing)|lift|resum)\w*\b[^.;]{0,80}"
    r"\b(?:exports?|imports?|shipments?|sales?|suppl(?:y|ies)|deliver(?:y|ies)|goods|products|flights)\b[^.;]{0,60}"
    r"\b(?:to|from) (?:the )?$",
    re.I,
)


# 'the Tariff Schedule of the United States': a thing that has the country in its name
OF_THING = re.compile(r"\b([A-Z][\w-]+) of (?:the )?$")
CONTINENT = re.compile(r"\b(?:North|South|Latin|Central|Pan|Inter|Meso)[- ]$")


def _read_country(view: View, hit: Hit) -> Found | None:
    identity = country_identity(hit.entry.key)
    kind = hit.entry.detail
    if kind == "name" and view.text[hit.end : hit.end + 5] == " City":
        return None  # 'Benin City'
    if kind == "adjective" and CONTINENT.search(view.text[max(hit.start - 9, 0) : hit.start]):
        return None  # 'North American leaders'
    people = _people_after(view, hit)
    if kind in ("adjective", "abbreviation", "name", "capital") and people is not None:
        if people.entry.detail == "country" and view.text[people.end : people.end + 1] != "-":
            end = people.end
            return Found(hit.start, end, "description", identity, "country-officials")
        named = view.found_over(people.end + 1, people.end + 2)
        if named is not None and view.text[people.end] == " " and named.start == people.end + 1:
            return None  # 'the Ruritanian militant group X' is X
        if people.entry.written in ORGANISED and kind != "capital":
            words = view.text[hit.start : people.end]
            noun = view.text[hit.end : people.end].strip().lower()
            return Found(
                hit.start, people.end, "description", group_identity(words, noun, hit.entry.key), "country-group"
            )
    before = view.text[max(hit.start - 45, 0) : hit.start]
    thing = OF_THING.search(before)
    if ATTACHED.match(view.text, hit.end) or thing is not None and thing.group(1).lower() in NAMED_THINGS:
        return None
    if kind in ("name", "abbreviation"):
        owned = view.found_over(hit.end + 3, hit.end + 4) if view.text[hit.end : hit.end + 3] == "'s " else None
        if owned is not None and owned.start == hit.end + 3 and owned.identity.actor_type == "company":
            return None  # 'Norland's Tarn Bank'
        if OF_COURTS.match(view.text, hit.end):
            return None
        if _in_possible_name(view, hit) or _is_of_thing(view, hit):
            return None
        if follows_town(view, hit) or ends_address(view, hit):
            return None
        state = re.search(
            r"(?:[Gg]overnment|[Aa]uthorities|[Rr]epublic|[Kk]ingdom|[Ss]tate) of (?:the )?$",
            view.text[max(hit.start - 22, 0) : hit.start],
        )
        if state is not None:
            begin = max(hit.start - 22, 0) + state.start()
            return Found(begin, hit.end, "description", identity, "country-officials")
        return None if _is_place(view, hit) else Found(hit.start, hit.end, "name", identity, "country-name")
    if kind == "adjective":
        if _act_after(view, hit) or _adjective_alone(view, hit):
            return Found(hit.start, hit.end, "name", identity, "country-adjective")
        return None
    if kind == "capital" and _capital_acts(view, hit):
        return Found(hit.start, hit.end, "name", identity, "capital")
    return None


def _is_of_thing(view: View, hit: Hit) -> bool:
    """Does the country's name only tell whose or where a thing is: 'a Ghana passport', 'U.S. dollars'?"""
    last = view.token_at(hit.end - 1)
    bracket = re.match(r" \([A-Z.]{2,6}\)|\)", view.text[hit.end : hit.end + 10])
    if bracket is not None and (bracket.group() != ")" or view.text[hit.start - 1 : hit.start] == "("):
        last = view.token_at(hit.end + bracket.end() - 1)  # 'the United States (US) dollar'
    index = last.i + 1
    if not last.whitespace_:
        return False
    while index < len(view.tokens) and index - last.i <= 4:
        token = view.tokens[index]
        is_thing = token.lower_ in COUNTRY_THINGS or token.lemma_.lower() in FIRMS
        if is_thing and (index + 1 >= len(view.tokens) or not _goes_on(view, token)):
            return token.text[0].islower()
        if not _goes_on(view, token, own=True):
            return False
        index += 1
    return False


def _goes_on(view: View, token: Token, own: bool = False) -> bool:
    """Is the token (or the one behind it) a lower-case noun or adjective that modifies the noun to come?"""
    each = token if own else view.tokens[token.i + 1]
    joined = own or bool(token.whitespace_)
    return joined and each.text[0].islower() and each.pos_ in ("NOUN", "ADJ") and each.text.isalpha()


def _find_placed_groups(view: View) -> None:
    """'cartels in Mexico': a group told by the country after it; the country's own mention stays."""
    for people in view.layer("people"):
        if people.entry.written not in ORGANISED:
            continue
        country = next(
            (
                h
                for h in view.layer("country")
                if view.text[people.end : h.start] == " in " and h.entry.detail == "name"
            ),
            None,
        )
        if country is not None and view.is_free(people.start, people.end):
            words = view.text[people.start : country.end]
            view.add(
                Found(
                    people.start,
                    country.end,
                    "description",
                    group_identity(words, people.entry.written, country.entry.key),
                    "country-group",
                )
            )


def group_identity(words: str, noun: str, code: str | None) -> Identity:
    """The identity of a group: its noun and its country."""
    last = noun.split()[-1]
    key = f"{last}|{code}" if code else last
    return Identity(f"group:{key}", words, key, "group", code)


def _people_after(view: View, hit: Hit) -> Hit | None:
    """The officials or the group that the country's name modifies, at most three words on."""
    for people in view.layer("people"):
        if people.start > hit.end and people.start - hit.end < 45:
            between = view.text[hit.end : people.start]
            if not re.fullmatch(r"(?:'s)?(?: [\w-]+){0,3} ", between):
                continue
            middle = [t for t in view.tokens_in(hit.end, people.start) if t.text not in ("'s", "\u2019s")]
            if all(t.pos_ in ("NOUN", "ADJ", "PROPN") and t.text[0].islower() or t.text == "-" for t in middle):
                return people
    return None


def _act_after(view: View, hit: Hit) -> bool:
    """Does a noun of an act follow the adjective ('Russian missile strikes')?"""
    for act in view.layer("act"):
        if (
            act.start > hit.end
            and act.start - hit.end < 35
            and re.fullmatch(r"(?: [\w-]+){0,2} ", view.text[hit.end : act.start])
        ):
            middle = view.tokens_in(hit.end, act.start)
            return all(t.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") for t in middle)
    return False


def _adjective_alone(view: View, hit: Hit) -> bool:
    """'The Chinese hope to …': an adjective as a subject."""
    token = view.token_at(hit.start)
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and token.head.pos_ in ("VERB", "AUX")
        and view.text[max(hit.start - 4, 0) : hit.start].lower() == "the "
    )


def _in_possible_name(view: View, hit: Hit) -> bool:
    """Is the country's name part of the name of a sea, a law or a work ('South China Sea', 'Bank of Mexico')?"""
    after = view.text[hit.end : hit.end + 16]
    is_state = view.text.startswith("New Mexico", max(hit.start - 4, 0))
    if is_state or re.search(r"\b(?:North|South|Central|Latin) $", view.text[max(hit.start - 9, 0) : hit.start]):
        return True  # the continent: 'North Korea' and 'South Sudan' are names of their own
    token = view.token_at(hit.end - 1)
    house = view.found_over(max(hit.start - 2, 0), hit.start - 1) if hit.start > 1 else None
    if _ends_name(view, hit) or house is not None and house.end == hit.start - 1 and house.rule == "registry":
        return house is None or house.identity.actor_type != "person"  # 'BBC Scotland'
    behind = view.tokens[token.i + 1] if token.i + 1 < len(view.tokens) else None
    joined = behind is not None and token.whitespace_ and token.ent_type_ == behind.ent_type_ == "ORG"
    if joined and behind is not None and behind.ent_iob_ == "I" and behind.text[0].isupper():
        return view.hit_at(["title"], behind.idx) is None
    run = None if view.is_headline else NAME_RUN.match(view.text, hit.end)
    named = [] if run is None else [word for word in re.findall(r"\w+", run.group()) if word not in DAYS]
    if any(word[0].isupper() and word.lower() in NAMED_THINGS for word in named):
        return True  # 'the Chile-Peru Free Trade Agreement'
    return bool(
        re.match(
            r" (?:First|Sea|Strait|Straits|Code|Constitution|Act|Open|Cup|Today|Road|Street|Avenue|Daily|Post|"
            r"Times|Summit|Games|Town|Grand Prix)\b",
            after,
        )
    )


def _ends_name(view: View, hit: Hit) -> bool:
    """Is the country's name the end of the name of somebody's house: 'chairman of Clean Rivers Norland'?"""
    office = re.search(r"\b(?:of|at|for|from) ((?:[A-Z][\w'-]+ ){1,3})$", view.text[max(hit.start - 50, 0) : hit.start])
    if office is None or view.is_headline:
        return False
    words = view.tokens_in(hit.start - len(office.group(1)), hit.start)
    layers = ("country", "region", "title", "people", "registry")
    plain = all(view.hit_at([layer], t.idx) is None for layer in layers for t in words)
    return plain and all(t.pos_ == "PROPN" and t.ent_type_ not in ("GPE", "LOC", "PERSON", "DATE") for t in words)


def _is_place(view: View, hit: Hit) -> bool:
    """Is the country only where something is or happens: the object of a preposition of place or motion?"""
    token = view.token_at(hit.end - 1)
    while token.dep_ == "conj" and token.head.pos_ == "PROPN" and token.head.i < token.i:
        token = token.head  # 'stores in Oman and Qatar'
    if TRADE_ACT.search(view.text[max(hit.start - 180, 0) : hit.start]):
        return False
    seat = re.search(r"\w in (?:the )?$", view.text[max(hit.start - 9, 0) : hit.start])
    if seat is not None:  # 'the embassy in X', 'the Y mission in X'
        house = view.found_over(max(hit.start - 9, 0) + seat.start(), hit.start - 3)
        if house is not None and house.identity.actor_type in ("government-body", "organization", "company"):
            return True
    if any(MOTION.search(b) for b in _before(view, hit.start, token.idx)) or BETWEEN_PLACES.search(
        view.text[max(hit.start - 45, 0) : hit.start]
    ):
        return True
    preposition = token.head
    if token.dep_ == "pobj" and preposition.lower_ in ("as", "like", "including") and preposition.head.lemma_ in PLACES:
        token, preposition = preposition.head, preposition.head.head  # 'to countries such as Oman'
        if token.dep_ == "pobj" and preposition.lower_ in ("to", "from"):
            return True
    if token.dep_ == "dobj" and token.head.lemma_ in ("flee", "cross", "reach") and token.head.pos_ == "VERB":
        return True
    if re.fullmatch(r"From (?:the )?", view.text[: hit.start]) and view.text[hit.end : hit.end + 1] == ":":
        return True  # 'From Norland: …'
    if token.dep_ != "pobj" or preposition.lower_ not in PLACE_PREPOSITIONS or preposition.is_sent_start:
        return False  # 'In X, …': what the sentence tells is told of the country
    return preposition.head.lemma_ not in TRUSTED and view.hit_at(["people"], preposition.head.idx) is None


def _before(view: View, start: int, first: int) -> tuple[str, str]:
    """What stands before a country, and before the first of the list that it is in."""
    return view.text[max(start - 45, 0) : start], view.text[max(first - 45, 0) : first]


def _capital_acts(view: View, hit: Hit) -> bool:
    """Does the city stand for its government?"""
    token: Token = view.token_at(hit.end - 1)
    after = view.text[hit.end : hit.end + 4]
    if (
        re.match(r" ?(?:-{1,2}|–|—|\()", after)
        and hit.start <= 2
        or view.text[hit.start : hit.end].isupper()
        and len(view.text[hit.start : hit.end]) > 3
    ):
        return False
    if re.match(r"-(?:based|born|area)", view.text[hit.end : hit.end + 8]):
        return False
    if re.match(
        r"-(?:backed|led|controlled|installed|appointed|aligned|funded|run|ordered)", view.text[hit.end : hit.end + 12]
    ):
        return True
    if token.dep_ == "poss" or after.startswith("'s "):
        return token.head.lower_ not in PLACE_NOUNS and not token.head.text[0].isupper()
    if token.dep_ in ("conj", "appos") and token.head.pos_ == "PROPN":
        other = view.hit_at(["country"], token.head.idx)
        if other is None or other.end > hit.start or _place_object(token.head):
            return False
        first = view.token_at(other.end - 1)
        if other.entry.detail != "capital" or (first.dep_ in ("conj", "appos") and first.head.pos_ == "PROPN"):
            return other.entry.detail != "capital"  # further back in a list of places nothing tells
        return _capital_acts(view, other)
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.head.pos_ in ("VERB", "AUX") and not (
            token.dep_ == "nsubjpass" and token.head.lemma_ in PLACE_VERBS
        )
    if token.dep_ in ("dobj", "dative"):
        return token.head.lemma_ not in PLACE_VERBS
    if token.dep_ == "pobj":
        return token.head.lower_ in PARTY_PREPOSITIONS and not _place_object(token)
    officials = ("officials", "authorities", "government", "leaders", "diplomats")
    return token.dep_ in ("compound", "nmod") and token.head.lower_ in officials


def _place_object(token: Token) -> bool:
    """Is the token the object of a preposition of place or of a verb of motion?"""
    if token.dep_ != "pobj":
        return False
    preposition = token.head
    if preposition.lower_ in PLACE_PREPOSITIONS:
        return True
    head = preposition.head
    return preposition.lower_ in ("for", "on") and head.lemma_ in (
        "leave",
        "depart",
        "head",
        "march",
        "advance",
        "descend",
        "fly",
        "trip",
        "flight",
    )
