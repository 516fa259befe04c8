"""What the words beside a candidate say about it: a charge, a purpose, a habit, a back-reference."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.event_terms import deeds_of_word, word_stem
from dossier.language.events.concrete import THIRD_PERSONS
from dossier.language.events.generality import is_of_a_kind
from dossier.language.events.grammar import agents_of, is_swallowed_verb, is_verb, patients_of, prepositional
from dossier.language.events.lexicon import load_noun_classes
from dossier.language.events.matching import Candidate

# How what is said, demanded or promised hangs on the word for saying it.
CONTENT = frozenset({"ccomp", "xcomp", "prep", "pcomp"})
TRAVELLING = frozenset(
    {"travel", "fly", "arrive", "come", "visit", "meet", "gather", "go", "return", "land", "convene"}
)

ACCUSING = frozenset(
    "arrest charge cite book detain accuse suspect indict convict sentence jail fine plead guilty".split()
)
OWNERS = frozenset({"his", "her", "its", "their"})
RETOLD = frozenset({"other", "coerce"})
STRUGGLING = frozenset({"lose", "fight", "win", "wage", "continue"})
STRUGGLES = frozenset({"battle", "fight", "war", "struggle"})
FIXED = frozenset("consultation coordination cooperation collaboration partnership dialogue agreement contact".split())
ANSWERS = frozenset({"response", "reaction", "answer", "retaliation", "respond", "react"})
LABEL = re.compile(r"[^.:;,*]{3,90}(?::|\.?\s?:?\*\*)")


def is_purpose(noun: Token) -> bool:
    """'flew to the capital on Tuesday for talks': who went there for it held it."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in TRAVELLING


def is_charge(candidate: Candidate) -> bool:
    """A crime that somebody is charged with, wanted or tried for: alleged, whatever became of the charge."""
    if candidate.trigger.part_of_speech != "noun" or candidate.trigger.event_type not in {"assault", "other", "coerce"}:
        return False
    first = candidate.words[0]
    top = first if first.is_ancestor(candidate.head) else candidate.head  # 'driving under the influence'
    above = list(top.ancestors)[:2]
    return (
        len(above) == 2
        and above[0].lower_ in {"of", "with", "for", "to"}
        and above[1].lemma_.lower()
        in {
            "charge",
            "arrest",
            "accuse",
            "convict",
            "suspicion",
            "allegation",
            "investigation",
            "indict",
            "suspect",
            "guilty",
            "plead",
            "count",
            "wanted",
        }
    )


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


def is_answered(noun: Token) -> bool:
    """'took steps today in response to the coup': the day is of the steps, not of what they answer."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_.lower() in ANSWERS


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


def is_against_somebody(candidate: Candidate) -> bool:
    """Whether a person is charged with it in the same clause: 'a driver was charged with manslaughter'."""
    verb = next((a for a in candidate.head.ancestors if is_verb(a)), None)
    around = () if verb is None else (*patients_of(verb), *agents_of(verb))
    if candidate.head.tag_ == "NNS" and is_of_a_kind(candidate.head):
        return False  # 'convicted of crimes'
    if any(p == "of" for p, _ in prepositional(candidate.head)):
        return True  # 'the murder of a teacher'
    if around and all(n.tag_ == "NNS" and not n.ent_type_ for n in around):
        return False  # '262 suspects for drug smuggling': a line of business
    if around and all(map(is_of_a_kind, around)):
        return False  # 'immigrants charged with theft'
    if any(a.lemma_.lower() in ACCUSING for a in list(candidate.words[0].ancestors)[:5]):
        return True
    return any(is_person(n) or n.lower_ in THIRD_PERSONS or n.pos_ == "PROPN" for n in around)


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
