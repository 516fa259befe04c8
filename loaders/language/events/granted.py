"""Events that the words around them take for granted: appealed against, investigated, or said to have consequences."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.grammar import prepositional

# Who does this to an event grants that it took place: 'will challenge the suspension', 'may appeal against the ruling'.
PRESUPPOSING = frozenset(
    "challenge appeal contest condemn criticise criticize regret mourn protest investigate probe survive escape "
    "commemorate overturn quash uphold".split()
)
FULFILLING = frozenset({"carry", "fulfil", "fulfill", "honour", "honor", "make", "follow", "execute"})
FULFILLED = frozenset("threat pledge promise plan vow order warning decision commitment".split())
KNOWN = frozenset({"the", "this", "his", "her", "their", "its"})
POSSIBLE = frozenset({"should", "could", "may", "might", "can", "must"})


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
    definite = noun.tag_ == "NN" and not {"a", "an", "any", "no", "another"} & set(determiners)  # bare in headlines
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"against", "into", "over"} else noun.head
    if verb.lemma_.lower() == "protest" and verb.pos_ == "NOUN" and not determiners:
        return False  # 'a protest against crime'
    return definite and noun.dep_ in {"dobj", "pobj"} and verb.lemma_.lower() in PRESUPPOSING


def is_fulfilled(verb: Token) -> bool:
    """'carried out its threat to …', 'made good on his pledge to …': what had been announced was done."""
    if verb.lemma_.lower() not in FULFILLING or verb.tag_ not in {"VBD", "VBN"}:
        return False
    nouns = [c for c in verb.children if c.dep_ == "dobj"] + [noun for _, noun in prepositional(verb)]
    nouns += [noun for c in verb.children if c.dep_ in {"acomp", "advmod"} for _, noun in prepositional(c)]
    return any(n.lemma_.lower() in FULFILLED for n in nouns)
