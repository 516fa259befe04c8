"""Bodies and organisations told by a noun: 'the French interior ministry', 'Institute of Physics', 'a court in Lyon'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dossier.language.actors.lexicon import Hit, countries_with, country_forms, generic_bodies, generic_keys, registered_actors
from dossier.language.actors.names import body_words
from dossier.language.actors.view import Found, Identity, View

CAPITALISED = r"(?:[A-Z][\w'.-]*|[A-Z](?:\.[A-Z])+\.?)"
# 'of Health and Human Services', 'for Security, Strategy, and Technology', 'of the Interior', 'on Human Rights'
AFTER_HEAD = re.compile(
    rf" (?:of|for|on|against)(?: the)? {CAPITALISED}(?:(?:,? and|,? &|,| of the| of| for|)(?: the)? {CAPITALISED})*"
)
AFTER_LOWER = re.compile(r" (?:of|for) (?:foreign affairs|external affairs|internal affairs|the interior|home affairs|finance|defen[cs]e|national defen[cs]e|"
                         r"health|public health|justice|education|agriculture|commerce|trade|transport|energy|labou?r|culture|public security|state security)\b")
PLACE_AFTER = re.compile(rf" in (?:the |(?:\w+ ){{0,2}}(?:province|city|state|town|region|district) of )?{CAPITALISED}(?: {CAPITALISED})*(?: province| city| state| region)?")
PLURALS = {"ministries": "ministry", "departments": "department", "agencies": "agency", "courts": "court", "commissions": "commission"}
STATE_NOUNS_BARE = frozenset({"police", "court", "courts", "army", "navy", "military", "parliament", "senate", "treasury", "central bank", "supreme court",
                              "high court", "embassy", "coast guard", "air force", "armed forces", "security forces", "cabinet", "customs", "foreign office"})
# Lower-case nouns that need a proper name or a country before them, and that common use makes poor evidence of a body.
WEAK = frozenset({"office", "center", "centre", "school", "group", "company", "club", "front", "front line", "union", "movement", "society", "market",
                  "markets", "energy", "oil", "gas", "power", "media", "news", "times", "post", "journal", "daily", "capital", "systems", "technology",
                  "technologies", "industries", "resources", "stores", "games", "software", "networks", "network", "construction", "television", "radio",
                  "mining", "steel", "chemical", "chemicals", "insurance", "financial", "securities", "exchange", "mission", "fund", "trust", "board",
                  "party", "league", "team", "library", "museum", "theatre", "church", "mosque", "school board", "forum", "assembly", "administration",
                  "properties", "aviation", "shipping", "logistics", "communications", "mobile", "automotive", "properties", "records", "pictures",
                  "studios", "labs", "solutions", "equity", "ventures", "partners", "associates", "motors", "electric", "sa", "ag", "as", "ab", "co.",
                  "diet", "mint", "marines", "corps", "regulator", "watchdog", "authority", "customs", "presidency", "health service"})
STOP_BEFORE = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "and", "or", "in", "on", "at",
                         "of", "for", "by", "to", "with", "from", "as", "but", "no", "any", "each", "every", "some", "all", "both"})
PLACED = frozenset({"court", "police", "embassy", "consulate", "tribunal", "parliament", "court of appeal", "high court"})
JOINT_NOUNS = frozenset({"working group", "task force", "joint task force", "taskforce"})
ON_SUBJECT = re.compile(r" on (?:[a-z]+(?:-[a-z]+)*)(?: (?:and )?(?!has|have|had|was|were|is|are|will|would|said|that|to|in|at|on|by|for|from|of|met|which|who)[a-z]+(?:-[a-z]+)*)?")
NOT_A_BODY_AFTER = frozenset({"act", "bill", "law", "report", "treaty", "convention", "agreement", "day", "week", "month", "award", "prize", "building"})


def find_bodies(view: View) -> None:
    """Add the bodies whose noun is in the lexicon and whose name or country makes them particular."""
    for hit in view.layer("body"):
        if view.is_free(hit.start, hit.end):
            found = _read_body(view, hit)
            if found is not None:
                view.add(found)
    find_coordinated(view)


def _read_body(view: View, hit: Hit) -> Found | None:
    head = view.token_at(hit.end - 1)
    is_capitalised = view.text[hit.start].isupper()
    start, country, owner = _extend_left(view, hit, is_capitalised)
    end = hit.end
    noun = hit.entry.written
    if is_capitalised:
        after = AFTER_HEAD.match(view.text, end)
        if after is not None:
            end = _trim_right(view, after.end(), end)
    else:
        after = AFTER_LOWER.match(view.text, end)
        if after is not None:
            end = after.end()
    following = view.text[end : end + 20].split()
    if following and following[0].strip(",.").lower() in NOT_A_BODY_AFTER and following[0][0].isupper():
        return None
    words = view.text[start:end]
    own = view.text[start : hit.start]
    place = None
    if noun.split()[-1] in PLACED and end == hit.end and (not is_capitalised or noun in ("embassy", "consulate")):
        place = PLACE_AFTER.match(view.text, end)
        if place is not None:
            end = place.end()
            words = view.text[start:end]
            country = country or _country_in(view, place.start(), place.end())
            if not is_capitalised and not own.strip() and view.text[max(start - 2, 0) : start].lower() == "a ":
                start -= 2
    joint = noun in JOINT_NOUNS and not is_capitalised
    if joint:
        subject = ON_SUBJECT.match(view.text, end)
        if subject is not None:
            end = subject.end()
            words = view.text[start:end]
    if country is None and end > hit.end:
        country = _country_in(view, hit.end, end)
    has_name = any(w[0].isupper() for w in own.split()) or (is_capitalised and (end > hit.end or " " in noun))
    if is_capitalised:
        if not has_name and country is None:
            return None
        tagged = any(t.ent_type_ in ("ORG", "FAC", "GPE", "PERSON") for t in view.tokens if start <= t.idx < end)
        if noun in WEAK and not tagged and end == hit.end:
            return None
        if hit.entry.detail == "company" and end == hit.end and head.i + 1 < len(view.tokens) and head.whitespace_:
            after_head = view.tokens[head.i + 1]
            if after_head.text[0].isupper() and after_head.pos_ in ("PROPN", "NOUN") and after_head.ent_type_ not in ("PERSON", "DATE"):
                return None
        if not own.strip() and end == hit.end and country is None and not _is_generic(noun):
            return None
    elif joint:
        if end == hit.end and own.strip() in ("", "joint", "new", "special"):
            return None
    elif place is None:
        coordinated = noun in PLURALS and own.strip() and view.text[max(start - 5, 0) : start] == " and "
        if country is None and owner is None and not has_name and not coordinated:
            return None
        if hit.entry.detail != "government-body" or (noun in WEAK and not (noun == "administration" and has_name)):
            return None
        if noun == "administration" and _named_person_before(view, hit.start) is None:
            return None
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X") and not is_capitalised:
        return None
    if not view.is_free(start, end):
        blocked = view.found_over(start, end)
        if blocked is None or not (blocked.start >= start and blocked.end <= end):
            return None
        absorbed = [f for f in view.found if f.start >= start and f.end <= end]
        country = country or absorbed[0].identity.country_code
        for f in absorbed:
            if f.rule != "registry" or f.identity.actor_type == "person":
                view.found.remove(f)
    if country is None and owner is not None:
        country = owner.country_code
    actor_type = "organization" if joint else hit.entry.detail
    if actor_type == "organization" and not joint and is_capitalised and re.match(r".*'s? [A-Z]", own + "X") and country is not None and noun in ("institute", "academy", "center", "centre", "laboratory"):
        actor_type = "government-body"
    kind = "description" if place is not None and not is_capitalised else "name"
    return Found(start, end, kind, body_identity(words, actor_type, country, noun), "body-noun", owner)


def find_coordinated(view: View) -> None:
    """'foreign and finance ministries': the first of two bodies that share a noun."""
    for found in list(view.found):
        match = re.search(r"\b([a-z]+(?: [a-z]+)?) and $", view.text[: found.start])
        noun = view.text[: found.end].rsplit(" ", 1)[-1]
        if match is None or found.rule != "body-noun" or noun not in PLURALS:
            continue
        core = canonical_body(f"{match.group(1)} {PLURALS[noun]}", None)
        owner_end = view.text[: match.start(1)].rstrip().removesuffix("'s")
        country = view.hit_at(["country"], max(len(owner_end) - 1, 0))
        code = country.entry.key if country is not None else None
        if code is not None and core in generic_bodies():
            identity = body_identity(core, "government-body", code, noun)
            view.add(Found(match.start(1), match.end(1), "description", identity, "body-coordinated"))
            found.identity = body_identity(view.text[found.start : found.end], "government-body", code, noun)


def _is_generic(noun: str) -> bool:
    return noun in generic_bodies()


def _named_person_before(view: View, char: int) -> Token | None:
    """The capitalised token right before a character, which is not a country or capital."""
    token = view.token_at(char - 2) if char >= 2 else None
    return token if token is not None and token.text[:1].isupper() else None


def _trim_right(view: View, end: int, head_end: int) -> int:
    """Cut a name's tail where another sentence part begins: a title, a person, a verb."""
    tail_tokens = [t for t in view.tokens if head_end <= t.idx < end]
    last = end
    for token in tail_tokens:
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
        if gap.strip() or token.is_punct and token.text not in ("-", "&", "."):
            break
        if token.text == "." and token.whitespace_:
            break
        lowered = token.text.lower()
        if token.text in ("'s", "\u2019s", "'", "\u2019"):
            begin, owned, code = _owner(view, index)
            if begin is None:
                break
            country, owner = code, owned
            if owner is None:
                start = begin
            break
        if token.text == "&" or (lowered in ("and", "of") and is_capitalised and _is_name_glue(view, index)):
            index -= 1
            start = token.idx
            continue
        if token.text == "-":
            index -= 1
            start = token.idx
            continue
        if lowered in STOP_BEFORE:
            break
        named = view.hit_at(["country"], token.idx)
        if named is not None and not named.entry.is_ambiguous and named.entry.detail != "demonym":
            country = named.entry.key
            start = named.start
            index = view.token_at(named.start).i - 1
            before = view.tokens[index] if index >= 0 else None
            if before is not None and named.entry.detail == "name" and is_capitalised and before.text[0].isupper() and before.pos_ == "PROPN" and before.whitespace_:
                country = None
            elif named.entry.detail in ("adjective", "abbreviation") or not is_capitalised:
                break
            continue
        region = view.hit_at(["region"], token.idx)
        if region is not None and country is None:
            country = region.entry.key
        whole = view.found_over(token.idx, token.idx + len(token))
        if whole is not None:
            if whole.identity.actor_type == "person" and hit.entry.written == "administration":
                start, country = token.idx, whole.identity.country_code
                index -= 1
                continue
            if whole.identity.actor_type != "person" and whole.end == start - 1:
                start, country = whole.start, whole.identity.country_code
            break
        title = view.hit_at(["title"], token.idx)
        if token.text[0].isupper() and token.pos_ not in ("DET", "ADP", "VERB", "AUX", "PRON", "SCONJ", "CCONJ", "ADV"):
            if token.is_sent_start and not _looks_named(token):
                break
            if title is not None and title.entry.detail != "profession" and not is_capitalised:
                break
            start = token.idx
        elif token.text[0].isdigit() or not token.text[0].isalpha():
            break
        elif not is_capitalised and token.pos_ in ("NOUN", "ADJ", "PROPN") and _modifies(token, view, hit) and title is None:
            start = token.idx
        else:
            break
        index -= 1
    while start < hit.start and view.text[start] in "-&. ":
        start += 1
    return start, country, owner


def _is_name_glue(view: View, index: int) -> bool:
    """Does 'and' or 'of' stand between two capitalised words of one name ('Customs and Border Protection')?"""
    if index == 0 or index + 1 >= len(view.tokens):
        return False
    before, after = view.tokens[index - 1], view.tokens[index + 1]
    both = before.text[0].isupper() and after.text[0].isupper()
    if view.tokens[index].text.lower() == "of":
        return both and view.hit_at(["body"], before.idx) is not None
    return both and before.ent_type_ == after.ent_type_ == "ORG"


def _looks_named(token: Token) -> bool:
    """May a capitalised word at the beginning of a sentence be part of a name?"""
    return token.pos_ == "PROPN" or token.ent_type_ in ("ORG", "GPE", "NORP")


def _modifies(token: Token, view: View, hit: Hit) -> bool:
    """Does a lower-case word belong to the noun group of the body?"""
    head = token.head
    if token.dep_ == "conj" and head.dep_ in ("amod", "compound", "nmod"):
        return True
    return token.dep_ in ("compound", "amod", "nmod") and token.i < head.i <= view.token_at(hit.end - 1).i and token.lemma_ not in (
        "former", "local", "new", "same", "other", "top", "big", "large", "whole", "own", "first", "second", "last", "main", "senior", "leading", "entire",
        "powerful", "current", "previous", "different", "several", "many", "highest", "special", "small", "separate", "respective", "relevant", "various")


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
    """The country named in a stretch, or the one that a region named there lies in."""
    hits = [*view.layer("country"), *view.layer("region")]
    return next((h.entry.key for h in hits if h.start >= start and h.end <= end and not h.entry.is_ambiguous), None)


def body_identity(words: str, actor_type: str, country: str | None, noun: str) -> Identity:
    """Identity of a body by its name without the country, in one word order, and its country."""
    core = canonical_body(words, country)
    registered = generic_identity(core, country)
    if registered is not None:
        return registered
    name_key = f"{core}|{country}" if actor_type == "government-body" and country is not None else core
    name = re.sub(r"^(?:the|an?) ", "", words, flags=re.IGNORECASE)
    return Identity(f"body:{name_key}", name, name_key, actor_type, country)


def find_police(views: Sequence[View]) -> None:
    """Police without a name that act: the police of the article, if it names any, else a body known in this article only."""
    named = [(v.number, f.start, f.identity) for v in views for f in v.found if f.identity.name_key.split("|")[0].split()[-1:] == ["police"]]
    for view in views:
        for hit in view.layer("body"):
            token = view.token_at(hit.start)
            if hit.entry.written != "police" or not view.is_free(hit.start, hit.end):
                continue
            if token.dep_ not in ("nsubj", "agent") and not (token.dep_ == "pobj" and token.head.lower_ == "by"):
                continue
            earlier = [identity for number, start, identity in named if (number, start) < (view.number, hit.start)]
            identity = earlier[-1] if earlier else (named[0][2] if named else Identity("body:police", "police", "police", "government-body", None))
            view.add(Found(hit.start, hit.end, "description", identity, "police"))


def generic_identity(core: str, country: str | None) -> Identity | None:
    """The registered body of a country that goes by a generic name ('foreign ministry' of France)."""
    key = generic_keys().get((core, country or ""))
    if key is None:
        return None
    actor = registered_actors()[key]
    return Identity(f"registry:{key}", actor.name, core, actor.actor_type, actor.country_code, key)


def resolve_generic(views: Sequence[View]) -> None:
    """Give bodies with a generic name but no country the one of the article: of the same body, the only or the leading country."""
    identities = [f.identity for v in views for f in v.found]
    cores: dict[str, Identity] = {}
    weight: Counter[str] = Counter()
    for identity in identities:
        if identity.country_code is not None:
            weight[identity.country_code] += 1
            if identity.actor_type == "government-body":
                cores.setdefault(identity.name_key.split("|")[0], identity)
    for view in views:
        for hit in view.layer("country"):
            weight[hit.entry.key] += not hit.entry.is_ambiguous
    leading = [code for code, _ in sorted(weight.items(), key=lambda w: (-w[1], w[0]))]
    for view in views:
        for found in view.found:
            identity = found.identity
            if identity.country_code is not None or identity.registry_key is not None or found.rule != "body-noun":
                continue
            countries = countries_with(identity.name_key)
            same = cores.get(identity.name_key)
            if same is not None:
                found.identity = same
            elif found.owner is not None and found.owner.country_code in countries:
                found.identity = generic_identity(identity.name_key, found.owner.country_code) or identity
            else:
                chosen = next((c for c in leading[:2] if c in countries), None)
                if chosen is not None:
                    found.identity = generic_identity(identity.name_key, chosen) or identity
    for view in views:
        for found in view.found:
            owner = found.owner
            if owner is not None and owner.country_code is None:
                owner = next((f.identity for f in view.found if f.start < found.start and f.end >= found.start - 4), owner)
                found.owner = owner
            if owner is not None and found.identity.country_code is None and owner.country_code is not None:
                found.identity = replace(found.identity, country_code=owner.country_code)


def canonical_body(words: str, country: str | None) -> str:
    """A body's name without its country, with 'Ministry of X' turned into 'x ministry', plurals into singulars."""
    parts = body_words(words)
    if country is not None:


        for form in country_forms(country):
            size = len(form)
            if tuple(parts[:size]) == form and len(parts) > size:
                parts = parts[size:]
                break
            if tuple(parts[-size:]) == form and len(parts) > size + 1 and parts[-size - 1] in ("of", "in"):
                parts = parts[: -size - 1]
                break
            if tuple(parts[-size:]) == form and len(parts) > size + 2 and parts[-size - 2 : -size] == ["of", "the"]:
                parts = parts[: -size - 2]
                break
    parts = [PLURALS.get(p, p) for p in parts]
    text = " ".join(parts).removeprefix("the ").removeprefix("national ") if len(parts) > 3 else " ".join(parts)
    text = generic_bodies().get(text, text)
    text = re.sub(r"^(court|embassy|consulate|tribunal|police) in (?:the )?(?:\w+ )*?(?:province|city|state|town|region|district) of ", r"\1 in ", text)
    text = re.sub(r"^((?:court|tribunal|police) in .+) (?:province|city|state|region)$", r"\1", text.removeprefix("a "))
    group = re.fullmatch(r"(?:joint |new |special )*(.*?)\b(working group|task force|taskforce)(?: on (.+))?", text)
    if group is not None:
        subject = (group.group(1) or group.group(3) or "").strip().replace("-", "")
        return f"{subject} {group.group(2)}".strip()
    turned = re.fullmatch(r"(ministry|department) (?:of|for) (?:the )?(.+)", text)
    if turned is not None:
        text = f"{turned.group(2)} {turned.group(1)}"
    return generic_bodies().get(text, text)

