"""What the words beside a candidate say about it: a charge, a purpose, a habit, a back-reference."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.event_terms import deeds_of_word, word_stem
from dossier.language.events.grammar import is_swallowed_verb, is_verb, prepositional
from dossier.language.events.lexicon import load_noun_classes, word_list
from dossier.language.events.matching import Candidate

# How what is said, demanded or promised hangs on the word for saying it.
CONTENT = frozenset({"ccomp", "xcomp", "prep", "pcomp"})
TRAVELLING = word_list("verb of travelling")

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OWNERS = frozenset({"his", "her", "its", "their"})
RETOLD = frozenset({"other", "coerce"})
STRUGGLING = word_list("verb of a struggle")
STRUGGLES = frozenset({"battle", "fight", "war", "struggle"})
FIXED = word_list("noun of a fixed phrase")
ANSWERS = word_list("word of an answer")
LABEL = re.compile(r"[^.:;,*]{3,90}(?::|\.?\s?:?\*\*)")


def is_purpose(noun: Token) -> bool:
    """'flew to the capital on Tuesday for talks': who went there for it held it."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in TRAVELLING


def is_label(candidate: Candidate) -> bool:
    """'Supporting education: …', '**Building trust.** …': the label of a list item, not a clause of its text."""
    verb = candidate.head
    if verb.tag_ != "VBG" or any(t.is_alpha for t in verb.doc[: verb.i]) and verb != verb.sent[0]:
        return False
    label = LABEL.match(text_of(verb.doc), verb.idx)
    return label is not None


def is_bare_description(verb: Token) -> bool:
    """'funds seized from gangs', 'nationals detained abroad': a kind of things or people, nobody's deed on any day."""
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VBN" and first.head.tag_ == "VBN":
        first = first.head
    if first.dep_ not in {"acl", "amod"} or verb.tag_ not in {"VBN", "VBD"}:
        return False
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in first.children):
        return False  # 'a statement that police had arrested …'
    return not any(c.dep_ == "agent" or c.lower_ in {"in", "during"} for c in verb.children)


def is_only_verb(participle: Token) -> bool:
    """'Pounds of cocaine seized at port after ship searched': the first participle of a headline tells its news."""
    others = (t for t in participle.sent if t != participle and not participle.is_ancestor(t))
    return not any(t.tag_ in FINITE or t.pos_ == "AUX" for t in others)


def is_answered(noun: Token) -> bool:
    """'took steps today in response to the coup': the day is of the steps, not of what they answer."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_.lower() in ANSWERS


def is_of_the_utmost(verb: Token) -> bool:
    """'the second-highest fine imposed in Europe': how something ranks, no deed of any day."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ == "agent" for c in verb.children):
        return False
    return any(t.tag_ == "JJS" for t in verb.doc[verb.head.left_edge.i : verb.head.i])


def is_attribute(verb: Token) -> bool:
    """'the release of 100 detained sailors': a participle before its noun tells of what kind they are."""
    return not is_swallowed_verb(verb) and verb.dep_ == "amod" and verb.tag_ in {"VBN", "VBD"} and verb.i < verb.head.i


def is_cited(candidate: Candidate) -> bool:
    """'the Trade Act, as amended' and 'suffer from …': how a paper is cited, how somebody fares."""
    verb = candidate.head
    if verb.tag_ in {"VBN", "VBD"} and verb.i > 0 and verb.nbor(-1).lower_ == "as":
        return not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)
    return verb.lemma_.lower() == "suffer" and not candidate.patients


def is_asked(candidate: Candidate) -> bool:
    """'Have you spoken to him?': a question states nothing."""
    head = candidate.head
    is_main = is_verb(head) and head.dep_ in {"ROOT", "ccomp", "conj"}
    return is_main and any(t.text == "?" for t in list(head.sent)[-2:])


def is_fixed_phrase(noun: Token) -> bool:
    """'in consultation with the ministry': how something is done, no meeting on any day."""
    if noun.tag_ == "NNS" and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        return any(c.tag_ == "JJS" for c in noun.children)  # 'one of the deadliest accidents in decades'
    if noun.dep_ == "attr" and any(c.dep_ == "nsubj" and c.lemma_ == noun.lemma_ for c in noun.head.children):
        return True  # 'the meeting was the first meeting since …'
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in STRUGGLING and noun.lemma_.lower() in STRUGGLES:
        return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)  # 'lost her battle'
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or any(c.dep_ in {"det", "poss"} for c in noun.children):
        return False
    return noun.lemma_.lower() in FIXED and any(c.dep_ == "prep" and c.lower_ == "with" for c in noun.children)


def is_description(noun: Token) -> bool:
    """'it is a great deal', 'an attack on freedom' said of something else: a judgement; 'there was a raid' is none."""
    if noun.dep_ != "attr" or noun.head.lemma_.lower() != "be" or noun.pos_ != "NOUN":
        return False
    return not any(c.dep_ == "expl" for c in noun.head.children) and any(c.lower_ in {"a", "an"} for c in noun.children)


def is_side_effect(verb: Token) -> bool:
    """'…, supporting jobs and helping farmers': what an act is said to be good for."""
    return verb.tag_ == "VBG" and verb.dep_ in {"advcl", "conj", "acl", "pcomp"}


def is_long_habit(verb: Token) -> bool:
    """'for years', 'over the decades': what went on and on is no event."""
    return any(
        preposition in {"for", "over", "through", "throughout"}
        and noun.lower_ in {"years", "decades", "generations", "centuries", "ages"}
        and not any(c.pos_ == "NUM" or c.lower_ in {"past", "last", "coming", "next", "first"} for c in noun.children)
        for preposition, noun in prepositional(verb)
    )


def kinds(candidate: Candidate) -> set[str]:
    """What 'the attack', 'his conviction' may point back to: attacks by their kind, else by the deed or the word."""
    trigger, word = candidate.trigger, candidate.head.lemma_.lower()
    if trigger.event_type == "assault":
        return {trigger.event_subtype}
    if trigger.event_type not in RETOLD and trigger.event_subtype != "sanction":
        return set()
    return {word_stem(word), *deeds_of_word(word)}


def is_back_reference(noun: Token) -> bool:
    """'the crash', 'that attack', 'his conviction': one incident, known already."""
    return noun.tag_ == "NN" and any(
        c.lower_ in {"the", "this", "that"} and c.dep_ == "det" or c.dep_ == "poss" and c.lower_ in OWNERS
        for c in noun.children
    )


def is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in load_noun_classes()["people"]


def is_counted(noun: Token) -> bool:
    """'300 people', 'a dozen miners'."""
    many = noun.lemma_.lower() in {"hundred", "dozen", "thousand", "score"}
    return many or noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children)


def is_content(token: Token) -> bool:
    if token.dep_ == "acl":
        return any(c.dep_ in {"aux", "mark"} for c in token.children)
    return token.dep_ in CONTENT
