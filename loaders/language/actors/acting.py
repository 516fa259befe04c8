"""Does a name act: does it speak or do something, employ somebody, or stand among others who do?

A capital and the tagger's word make no actor: laws, programmes, schemes and slogans have both. What is told by neither
the registry nor the noun of a body must do at one place of its article what only somebody does.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from spacy.tokens import Token

from dossier.language.actors.lexicon import is_dictionary_word, word_list
from dossier.language.actors.view import Found, View

BODIES = ("organization", "company", "government-body", "group")
SEEN = 80  # characters that are looked at before a name and behind it
HELD = rf"(?:{'|'.join(sorted(word_list('somebody of a body')))})"
SENT = rf"(?:{'|'.join(sorted(word_list('somebody of a party')))})"
# 'chief executive of X', 'workers at X', 'a lawyer for X'
OFFICE_OF = re.compile(rf"\b{HELD}s? (?:[a-z]+ ){{0,2}}?(?:of|at|for|with|from) (?:the )?$", re.I)
KIND = rf"(?:[a-z]*maker|{'|'.join(sorted(word_list('kind of body'), key=lambda n: (-len(n), n)))})"
# 'told X', 'a deal with X', 'a subsidiary of X', 'according to X'
DEALT_WITH = re.compile(
    r"(?:-based|-tier|-division|\b(?:told|tells|sued|suing|accus\w+|fined|fining|asked|urged|joined|joins|joining|acquired|"
    r"bought|hired|criticis\w+|criticiz\w+|thank(?:ed|s)?|represent(?:s|ing|ed)|according to|as per|"
    r"(?:work|teach)(?:es|s|ed|ing)? (?:at|for|with)|stud(?:ied|ies|ying) at|taught at|"
    r"(?:deal|contract|talks|agreement|partnership|merger|interview|meeting|lawsuit|dispute|venture|ties) "
    r"(?:with|against)|"
    r"(?:partner|negotiat|collaborat|compet|sid|sign|merg|clash|met|meet)(?:ed|e|s|ing)? with|"
    r"(?:licen[cs]e|headquarters|offices|premises|plants?|accounts|bankruptcy|takeover|collapse|subsidiary|unit|arm|branch|affiliate|wing|ally|rival|parent|"
    r"owner|maker|backer|sponsor|publisher) of|"
    r"(?:awards?|grants?|letters?|reports?|statement|support|money|funding|donations?|loans?|orders?|criticism|data|plans?|"
    r"joined|signed|signing|loan|bought|figures|researchers?|teams?) from|"
    r"(?:donat\w+|sold|sale|lent|belong\w*|complain\w*|complaint|transfer\w*|switch\w*|letter) (?:\w+ )?to|"
    r"(?:shares|stakes?|stock) (?:in|of)(?: [a-z]+)?|question comes from [^.]{3,40} (?:with|at|of)|"
    r"(?:lawsuit|charges|sanctions|complaint|case|allegations|fine|suit) against)|"
    rf"\b{KIND}s?(?: (?:including|include|includes|such as|like)|,)?)(?: the)? $",
    re.I,
)
# 'X chief executive Ann Lee', "X's workers", 'X, whose board', 'X, a unit of', 'X Inc'
HAS_PEOPLE = re.compile(
    rf"(?:['’]s?)?(?: [a-z-]+){{0,2}} {HELD}s?\b| {SENT}s?\b|"
    rf"(?:,| \(|,? and) (?:its|whose|their) (?:[a-z]+ ){{0,2}}{HELD}s?\b|"
    r"(?:['’]s?)? (?:[a-z]+-quarter )?(?:\d{4} )?(?:board|headquarters|shares|stock|profits?|revenues?|sales|lawyers|"
    r"fans|earnings|results)\b|"
    r"['’]s? (?:\w+ )?(?:statement|decision|offices?|plant|factory|factories|stores?|fleet|ground|workforce)\b|"
    rf"(?:,| \() ?an? (?:[\w-]+ ){{0,3}}{KIND}\b|"
    r",? (?:Inc|Ltd|LLC|LLP|L\.L\.C|L\.L\.P|Corp|Co|GmbH|plc|PLC|S\.A|N\.V|A/S|AG|SE|AB|Oyj)\b"
)


@functools.cache
def _doing() -> frozenset[str]:
    return word_list("verb of somebody who acts") | word_list("verb of speech")


def acts(view: View, start: int, end: int, unsure: Collection[str] = ()) -> bool:
    """Does the name at a stretch of a paragraph do, say or have what only somebody does, says or has?

    ``unsure`` are the keys of actors that are in doubt themselves, and vouch for nobody.
    """
    if HAS_PEOPLE.match(view.text, end) is not None:
        return True
    before = view.text[max(0, start - SEEN) : start]
    if OFFICE_OF.search(before) is not None or DEALT_WITH.search(before) is not None:
        return True
    tokens = view.tokens_in(start, end)
    return any(_does(view, token, start, end, unsure) for token in tokens)


def act_somewhere(places: Sequence[tuple[View, int, int]], unsure: Collection[str] = ()) -> bool:
    """Does a name act at one of its places?"""
    return any(acts(view, start, end, unsure) for view, start, end in places)


def _does(view: View, token: Token, start: int, end: int, unsure: Collection[str]) -> bool:
    """Is a word of the name the subject or the agent of a deed, or joined to an actor that has been found?"""
    head = token.head
    if token.dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_.lower() in _doing():
        return not start <= head.idx < end
    if token.dep_ == "pobj" and head.lower_ == "by" and head.head.pos_ in ("VERB", "NOUN"):
        return head.head.lemma_.lower() in _doing() or not view.text[start:end].isupper()
    joined = [c for c in token.children if c.dep_ == "conj"] + ([head] if token.dep_ == "conj" else [])
    for other in joined:
        found = None if start <= other.idx < end else view.found_over(other.idx, other.idx + len(other))
        if found is None or found.kind != "name" or found.identity.key in unsure:
            continue
        if found.identity.actor_type in BODIES:
            return True
    return False


# Last words of firms' names that are common nouns too: 'Critical Minerals', 'Unmanned Systems', 'Clean Energy'.
COMMON = word_list("noun of a firm that is common")


def is_coined(name: str) -> bool:
    """Is a name of two words or more led by one that no dictionary knows ('Vantera Shipping')? Slogans are of words."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.isalpha() and not first.isupper() and not is_dictionary_word(first)


def drop_headline_words(views: Sequence[View]) -> None:
    """Take back bodies that a headline alone makes of common words and a country: 'UK Rail Union Votes to Strike'."""
    running = "\n".join(v.text for v in views if not v.is_headline)
    for view in views:
        for found in [f for f in view.found if view.is_headline and f.rule == "body-noun"]:
            words = view.text[found.start : found.end]
            plain = [w for w in words.split() if view.hit_at(["country"], found.start + words.index(w)) is None]
            is_common = found.identity.actor_type in ("organization", "company") and all(map(is_dictionary_word, plain))
            if is_common and found.identity.registry_key is None and words not in running:
                view.remove(found)


def drop_idle(views: Sequence[View]) -> None:
    """Take back names of firms that end with a common noun and act nowhere in the article."""
    places: dict[str, list[tuple[View, Found]]] = defaultdict(list)
    for view in views:
        for found in view.found:
            is_firm = found.rule in ("body-noun", "firm-ending") and found.identity.actor_type == "company"
            words = view.text[found.start : found.end]
            is_common = words.split()[-1].lower() in COMMON and not is_coined(words)
            if is_firm and found.identity.registry_key is None and is_common:
                places[found.identity.key].append((view, found))
    for held in places.values():
        if not act_somewhere([(view, found.start, found.end) for view, found in held], places):
            for view, found in held:
                view.remove(found)
