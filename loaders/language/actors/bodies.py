"""Bodies and organisations told by a noun: 'the French interior ministry', 'Institute of Physics'."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.actors.acting import acts
from dossier.language.actors.body_doubts import (
    OF_INDIANS,
    campus_end,
    goes_on_left,
    is_address,
    is_contest,
    is_headline_verb,
    is_kind,
    is_law,
    is_name_glue,
    is_power,
    is_somebody,
    list_start,
    looks_named,
    told_type,
)
from dossier.language.actors.body_names import PLURALS, body_identity
from dossier.language.actors.lexicon import (
    Hit,
    generic_bodies,
    titles,
    word_list,
)
from dossier.language.actors.registered import is_office
from dossier.language.actors.view import Found, Identity, View

CAPITALISED = r"(?:St\. (?=[A-Z])|[A-Z](?:\.[A-Z])+\.?|[A-Z](?:[\w'-]|\.(?=\w))*)"
CONTINENTAL = ("North", "South", "Latin", "Central", "Pan", "African", "Asian", "Inter", "Native")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
ROOMS = tuple(sorted(word_list("room or house of an office")))
LEGAL_FORMS = frozenset(
    """inc jsc corp co ltd llc llp plc ag sa nv n.v s.a gmbh corporation company limited l.l.c bhd oyj oy kft a/s
    b.v""".split()
)
# 'of Health and Human Services', 'for Security, Strategy, and Technology', 'of the Interior', 'on Human Rights'
AFTER_HEAD = re.compile(
    rf" (?:of|for|on|against)(?: the)? {CAPITALISED}"
    rf"(?:,(?: and)? {CAPITALISED}|(?: and| &| of| for|)(?: the)? {CAPITALISED})*"
)
SHOUTED_AFTER = re.compile(r" (?:OF|FOR)(?: THE)? [A-Z]{3,}\b")
AFTER_LOWER = re.compile(
    r" (?:of|for) (?:(?:foreign|external|internal|home) affairs|the interior|finance|(?:national )?defen[cs]e|"
    r"(?:public )?health|justice|education|agriculture|commerce|trade|transport|energy|labou?r|culture|climate|"
    r"(?:the )?environment|tourism|sports?|science|information|digital affairs|industry|(?:the )?economy|water|"
    r"immigration|housing|infrastructure|mining|fisheries|planning|social affairs|"
    r"(?:public|state) security)\b"
)
PLACE_AFTER = re.compile(
    rf" in (?:the |(?:\w+ ){{0,2}}(?:province|city|state|town|region|district) of )?"
    rf"{CAPITALISED}(?: {CAPITALISED})*(?: province| city| state| region)?"
)
# Lower-case nouns that need a proper name or a country before them, and that common use makes poor evidence of a body.
WEAK = word_list("noun that needs a second witness")
STOP_BEFORE = word_list("word before which a name begins")
PLACED = frozenset(
    {"court", "police", "embassy", "consulate", "tribunal", "parliament", "court of appeal", "high court"}
)
OUTSIDE = word_list("adjective outside a name")
# 'the Danish veterinary administration', 'the French energy regulator': told by a country and a field.
QUALIFIED = frozenset({"administration", "authority", "regulator", "watchdog", "office", "service"})
FIELD = re.compile(r" (?:Affairs|Studies|Languages?|History)\b")  # 'Bureau of Norlandic Affairs'
JOINT_NOUNS = frozenset({"working group", "task force", "joint task force", "taskforce"})
ON_SUBJECT = re.compile(
    r" on (?:[a-z]+(?:-[a-z]+)*)(?: (?:and )?(?!has|have|had|was|were|is|are|will|would|said|that|to|in|at|on|by|for|"
    r"from|of|met|which|who)[a-z]+(?:-[a-z]+)*)?"
)
NOT_A_BODY_AFTER = word_list("noun that makes a body part of a work")
# 'Citizens' Forum', 'Fishermen's Association': of many people, who own no body but give it its name
OWNERS = re.compile(r"[A-Z][a-z]+s'|(?:[A-Z][a-z]*[Mm]en|Women|Men|People|Children)'s")


def find_bodies(view: View) -> None:
    """Add the bodies whose noun is in the lexicon and whose name or country makes them particular."""
    for hit in view.layer("body"):
        if view.is_free(hit.start, hit.end):
            found = _read_body(view, hit)
            if found is not None:
                view.add(found)


def _read_body(view: View, hit: Hit) -> Found | None:
    head = view.token_at(hit.end - 1)
    state = view.hit_at(["country"], hit.start)
    if state is not None and state.end >= hit.end:
        return None  # 'Russian Federation'
    office = view.hit_at(["title"], hit.end - 1)
    if office is not None and office.end > hit.end:
        return None  # 'Cabinet Secretary'
    is_capitalised = view.text[hit.start].isupper()
    start, country, owner = _extend_left(view, hit, is_capitalised)
    end = hit.end
    noun = hit.entry.written
    first_field, start = start, list_start(view, noun, start, end)
    if is_capitalised:
        after = (SHOUTED_AFTER if view.is_shouted else AFTER_HEAD).match(view.text, end)
        if after is not None:
            end = campus_end(view, noun, _trim_right(view, after.end(), end))
    else:
        after = AFTER_LOWER.match(view.text, end)
        if after is not None:
            end = after.end()
    following = view.text[end : end + 20].split()
    if following and following[0].strip(",.").lower() in NOT_A_BODY_AFTER and following[0][0].isupper():
        return None
    words = view.text[start:end]
    own = view.text[start : hit.start]
    if is_law(words, hit.end - start):
        return None
    if noun == "bureau" and not is_capitalised and re.fullmatch(r"[A-Z]\S+ ", own):
        return None  # a newspaper's 'Jakarta bureau'
    if is_capitalised and country is None and is_somebody(noun, own):
        return None
    if is_capitalised and (
        is_kind(view, noun, start) or is_contest(noun, own) or is_address(view, noun, start, hit.start, end)
    ):
        return None
    if is_power(view, noun, own, end):
        return None
    if words.lower().endswith(ROOMS) or is_office(view, start) or words.lower().removesuffix("s") in titles():
        return None
    place = None
    if noun.split()[-1] in PLACED and end == hit.end and (not is_capitalised or noun in ("embassy", "consulate")):
        place = PLACE_AFTER.match(view.text, end)
        if place is not None:
            end = place.end()
            words = view.text[start:end]
            country = country or _country_in(view, place.start(), place.end())
            if not is_capitalised and not own.strip() and view.text[max(start - 2, 0) : start].lower() == "a ":
                start -= 2
    seat = PLACE_AFTER.match(view.text, end) if noun == "ministry" and end > hit.end and country is None else None
    if seat is not None and not is_capitalised:
        country = _country_in(view, seat.start(), seat.end())
    joint = noun in JOINT_NOUNS and not is_capitalised
    if joint:
        subject = ON_SUBJECT.match(view.text, end)
        if subject is not None:
            end = subject.end()
            words = view.text[start:end]
    if country is None and end > hit.end and not OF_INDIANS.search(view.text, hit.end, end):
        country = _country_in(view, hit.end, end)
    has_name = any(w[0].isupper() for w in own.split()) or (is_capitalised and (end > hit.end or " " in noun))
    if is_capitalised:
        if not has_name and country is None:
            return None
        tagged = any(t.ent_type_ in ("ORG", "FAC", "GPE", "PERSON") for t in view.tokens_in(start, end))
        if noun in WEAK and not tagged and end == hit.end and not acts(view, start, end):
            return None
        if hit.entry.detail == "company" and end == hit.end and head.i + 1 < len(view.tokens) and head.whitespace_:
            after_head = view.tokens[head.i + 1]
            if (
                after_head.text[0].isupper()
                and after_head.pos_ in ("PROPN", "NOUN")
                and after_head.ent_type_ not in ("PERSON", "DATE")
            ):
                return None
        bare = not own.strip() and end == hit.end and country is None
        told = " " in noun and view.text[max(start - 4, 0) : start].lower() == "the "
        if bare and not told and noun not in generic_bodies():
            return None
    elif joint:
        if end == hit.end and own.strip() in ("", "joint", "new", "special"):
            return None
    elif place is None:
        coordinated = noun in PLURALS and own.strip() and view.text[max(start - 5, 0) : start] == " and "
        if country is None and owner is None and not has_name and not coordinated:
            return None
        qualified = country is not None and re.search(r"\b[a-z]+ $", own) is not None and noun in QUALIFIED
        is_weak = noun in WEAK and not qualified and not (noun == "administration" and has_name)
        if start == first_field and (hit.entry.detail != "government-body" or is_weak):
            return None
        if noun == "administration" and not qualified and _named_person_before(view, hit.start) is None:
            return None
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X") and not is_capitalised:
        return None
    if not view.is_free(start, end):
        blocked = view.found_over(start, end)
        if blocked is None or not (blocked.start >= start and blocked.end <= end):
            return None
        absorbed = [f for f in view.found if f.start >= start and f.end <= end]
        country = country or _country_of(absorbed[0], noun)
        whole = next((f.identity for f in absorbed if f.rule == "registry" and f.start == start), None)
        bare_name = words.removesuffix(noun).strip()
        if noun.strip(".") in LEGAL_FORMS:
            bare_name = re.sub(rf"[ ,]*{re.escape(noun)}$", "", words, flags=re.IGNORECASE)
        if whole is not None and bare_name in (whole.name, view.text[start : absorbed[0].end]):
            view.remove(next(f for f in absorbed if f.identity == whole and f.start == start))
            return Found(start, end, "name", whole, "registry")
        for f in absorbed:
            if f.rule != "registry" or f.identity.actor_type == "person" or not _owns(view, f, hit, end):
                view.remove(f)
    if country is None and owner is not None:
        country = owner.country_code
    actor_type = "organization" if joint else told_type(hit.entry, own, view.text[hit.end : end], country)
    kind = "description" if place is not None and not is_capitalised else "name"
    if noun.strip(".") in LEGAL_FORMS:
        words = re.sub(rf"[ ,]*{re.escape(noun)}$", "", words, flags=re.IGNORECASE) or words
    return Found(start, end, kind, body_identity(words, actor_type, country, noun), "body-noun", owner)


def _country_of(part: Found, noun: str) -> str | None:
    """The country that a name inside a body's name tells; a ministry's field tells none ('the Labour Ministry')."""
    is_field = noun in ("ministry", "department") and part.identity.actor_type == "organization"
    return None if is_field else part.identity.country_code


def _owns(view: View, found: Found, hit: Hit, end: int) -> bool:
    """Is a body inside another's name its owner ('the UN's Office for Rights'), and no part ('Yale School of Art')?"""
    if not view.text[hit.start].isupper():
        return True  # 'the Kremlin press office': a name before common nouns
    is_whole = found.end + 1 == hit.start and end > hit.end and found.identity.actor_type == "government-body"
    return view.text[found.end : found.end + 2] in ("'s", "' ") or found.end == end or is_whole


def _named_person_before(view: View, char: int) -> Token | None:
    """The capitalised token right before a character, which is not a country or capital."""
    token = view.token_at(char - 2) if char >= 2 else None
    return token if token is not None and token.text[:1].isupper() else None


def _trim_right(view: View, end: int, head_end: int) -> int:
    """Cut a name's tail where another sentence part begins: a title, a person, a verb."""
    tail_tokens = view.tokens_in(head_end, end)
    last = end
    for token in tail_tokens:
        if token.text == "The":
            last = token.idx  # 'Centre for Norland Studies and The Holm Society'
            break
        if token.text == "and" and view.hit_at(["country", "region"], token.idx - 2) is not None:
            last = token.idx
            break
        if token.ent_type_ in ("PERSON", "DATE", "TIME") and token.text[0].isupper():
            last = token.idx
            break
        if token.text in (",",) and token.i + 1 < len(view.tokens):
            nxt = view.tokens[token.i + 1]
            listed = any(t.text in ("and", "&") for t in tail_tokens if t.i > token.i)
            if not listed or nxt.ent_type_ in ("GPE", "PERSON"):
                last = token.idx
                break
    words = view.text[head_end:last].rstrip(" ,")
    if view.text[last : last + 1] in ("$", "£", "€"):
        words = words.rpartition(" ")[0]  # 'the Tarn Group for US$3 million'
    words = re.sub(r"(?: of the| of| for the| for| on the| on| against| and| &| the|,)+$", "", words)
    words = re.sub(r"(?<!People)(?<!Women)(?<!Men)(?<!Children)'s .*$", "", words)
    words = re.sub(r"'s?$", "", words)
    words = re.sub(r"(?<=\w\w)\.$", "", words)
    return head_end + len(words)


def _extend_left(view: View, hit: Hit, is_capitalised: bool) -> tuple[int, str | None, Identity | None]:
    """Where the body's name begins, the country that modifies or owns it, and the body it is part of."""
    start = hit.start
    country: str | None = None
    owner: Identity | None = None
    index = view.token_at(hit.start).i - 1
    while index >= 0:
        token = view.tokens[index]
        gap = view.text[token.idx + len(token) : start]
        if gap.strip() or token.is_punct and token.text not in ("-", "&", ".") and token.tag_ != "POS":
            break
        if token.text == "." and token.whitespace_:
            break
        lowered = token.text.lower()
        if token.text in ("'s", "\u2019s", "'", "\u2019"):
            begin, owned, code = _owner(view, index)
            if (
                begin is None
                and is_capitalised
                and index
                and OWNERS.fullmatch(view.tokens[index - 1].text + token.text)
            ):
                index -= 1
                start = view.tokens[index].idx
                index -= 1
                continue
            if begin is None:
                break
            country, owner = code, owned
            if owner is None:
                start = begin
            break
        if token.text == "&" or (lowered in ("and", "of") and is_capitalised and is_name_glue(view, index)):
            index -= 1
            start = token.idx
            continue
        if token.text == "-":
            index -= 1
            start = token.idx
            continue
        if lowered in STOP_BEFORE or view.is_headline and is_headline_verb(lowered):
            break
        named = view.hit_at(["country"], token.idx)
        if named is not None and not named.entry.is_ambiguous and named.entry.detail != "demonym":
            country = named.entry.key
            start = named.start
            index = view.token_at(named.start).i - 1
            before = view.tokens[index] if index >= 0 else None
            if (
                before is not None
                and named.entry.detail == "name"
                and is_capitalised
                and before.text[0].isupper()
                and before.pos_ == "PROPN"
                and before.whitespace_
            ):
                country = None
            elif before is not None and before.text in CONTINENTAL and before.whitespace_ and named.start > 0:
                start, country = before.idx, None  # 'North American Aerospace Defense Command'
                break
            elif named.entry.detail in ("adjective", "abbreviation") or not is_capitalised:
                break
            continue
        region = view.hit_at(["region"], token.idx)
        if region is not None and country is None:
            country = region.entry.key
            if region.end > token.idx + 1 and region.start < token.idx and is_capitalised:  # 'Isle of Wight'
                start = region.start
                index = view.token_at(region.start).i - 1
                continue
        whole = view.found_over(token.idx, token.idx + len(token))
        if whole is not None:
            if whole.identity.actor_type == "person" and hit.entry.written == "administration":
                start, country = token.idx, whole.identity.country_code
                index -= 1
                continue
            if whole.identity.actor_type != "person" and whole.end == start - 1:
                start, country = whole.start, _country_of(whole, hit.entry.written)
                index = view.token_at(whole.start).i - 1
                if whole.rule == "registry" and index >= 0 and is_capitalised and goes_on_left(view, index):
                    continue  # 'Tarnshire Hospitals NHS Trust'
            break
        title = view.hit_at(["title"], token.idx)
        if token.text[0].isupper() and token.pos_ not in ("DET", "ADP", "VERB", "AUX", "PRON", "SCONJ", "CCONJ", "ADV"):
            if token.is_sent_start and not looks_named(token):
                break
            if title is not None and title.entry.detail != "profession" and not is_capitalised:
                break
            start = token.idx
        elif is_capitalised and ORDINAL.match(token.text):
            start = token.idx  # '9th Circuit Court'
            break
        elif token.text[0].isdigit() or not token.text[0].isalpha():
            break
        elif (
            not is_capitalised
            and token.pos_ in ("NOUN", "ADJ", "PROPN")
            and _modifies(token, view, hit)
            and title is None
        ):
            start = token.idx
        else:
            break
        index -= 1
    while start < hit.start and view.text[start] in "-&. ":
        start += 1
    return start, country, owner


def _modifies(token: Token, view: View, hit: Hit) -> bool:
    """Does a lower-case word belong to the noun group of the body?"""
    head = token.head
    if token.dep_ == "conj" and head.dep_ in ("amod", "compound", "nmod"):
        return True
    return (
        token.dep_ in ("compound", "amod", "nmod")
        and token.i < head.i <= view.token_at(hit.end - 1).i
        and token.lemma_ not in OUTSIDE
    )


def _owner(view: View, possessive: int) -> tuple[int | None, Identity | None, str | None]:
    """Begin of the owner's words, the owner where it is a body, and its country."""
    if possessive == 0:
        return None, None, None
    word = view.tokens[possessive - 1]
    named = view.hit_at(["country"], word.idx)
    if named is not None and not named.entry.is_ambiguous:
        return named.start, None, named.entry.key
    found = view.found_over(word.idx, word.idx + len(word))
    if found is not None:
        if found.identity.actor_type == "person":
            return None, None, None
        return found.start, found.identity, found.identity.country_code
    return None, None, None


def _country_in(view: View, start: int, end: int) -> str | None:
    """The country named in a stretch, or the one that a region named there lies in; no field ('African Affairs')."""
    hits = [h for la in ("country", "region") for h in view.layer(la) if h.start >= start and h.end <= end]
    told = (h for h in hits if not h.entry.is_ambiguous and FIELD.match(view.text, h.end) is None)
    return next((h.entry.key for h in told), None)
