"""Events that the words around them take for granted: appealed against, investigated, or said to have consequences."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.grammar import prepositional
from dossier.language.events.lexicon import word_list

# Who does this to an event grants that it took place: 'will challenge the suspension', 'may appeal against the ruling'.
PRESUPPOSING = word_list("verb that grants its object")
HARMING = word_list("verb of harm")
FULFILLING = word_list("verb of fulfilling")
FULFILLED = word_list("noun of what is fulfilled")
KNOWN = frozenset({"the", "this", "his", "her", "their", "its"})
ABOUT = frozenset({"over", "about", "regarding", "concerning"})
JUDGING = word_list("word of accusing or judging")
POSSIBLE = frozenset({"should", "could", "may", "might", "can", "must"})


def is_cause_of_harm(noun: Token) -> bool:
    """'Hotel fire kills nine', 'a crash leaves two dead': one mishap or attack, told by what came of it."""
    verb = noun.head
    return noun.dep_ == "nsubj" and noun.tag_ == "NN" and verb.tag_ in {"VBZ", "VBD"} and verb.lemma_ in HARMING


def is_known_step(noun: Token) -> bool:
    """'the suspension of the talks may …', 'his arrest could …': a step that was taken, whatever comes of it."""
    verb = noun.head
    known = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}} & KNOWN
    if not known or noun.tag_ != "NN" or not any(c.dep_ == "aux" and c.lower_ in POSSIBLE for c in verb.children):
        return False
    behind = any(c.dep_ == "prep" and c.lower_ in {"of", "by", "between", "in", "on"} for c in noun.children)
    return (behind or "the" not in known) and not any(c.dep_ == "advcl" for c in verb.children)


def is_presupposed(noun: Token) -> bool:
    """'would challenge the suspension in court', 'appealed against his conviction': a fact to whoever does it."""
    determiners = [c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}]
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() == "responsibility":
        return not {"any", "no"} & set(determiners)  # 'claimed responsibility for an attack on Thursday'
    definite = noun.tag_ == "NN" and not {"a", "an", "any", "no", "another"} & set(determiners)  # bare in headlines
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"against", "into", "over"} else noun.head
    if verb.lemma_.lower() == "protest" and verb.pos_ == "NOUN" and not determiners:
        return False  # 'a protest against crime'
    return definite and noun.dep_ in {"dobj", "pobj"} and verb.lemma_.lower() in PRESUPPOSING


def is_matter(noun: Token) -> bool:
    """'filed charges on Friday over the sinking', 'jailed on Monday for the killing': what it is about came first."""
    if noun.dep_ != "pobj":
        return False
    word = noun.head.lower_
    return word in ABOUT or word == "for" and any(a.lemma_.lower() in JUDGING for a in noun.head.ancestors)


def is_fulfilled(verb: Token) -> bool:
    """'carried out its threat to …', 'made good on his pledge to …': what had been announced was done."""
    if verb.lemma_.lower() not in FULFILLING or verb.tag_ not in {"VBD", "VBN"}:
        return False
    nouns = [c for c in verb.children if c.dep_ == "dobj"] + [noun for _, noun in prepositional(verb)]
    nouns += [noun for c in verb.children if c.dep_ in {"acomp", "advmod"} for _, noun in prepositional(c)]
    return any(n.lemma_.lower() in FULFILLED for n in nouns)
