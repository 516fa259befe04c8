"""Whether the subject of a verb does what an event's word says, or only bears it."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.grammar import is_passive
from dossier.language.events.lexicon import word_list
from dossier.language.events.matching import Candidate

# What follows these with 'to' or 'with' is somebody else's doing.
ANSWERING = word_list("verb of answering")
# 'has a conviction', 'faces charges', 'received a sentence': what a court did to the subject.
BEARING = word_list("verb whose subject is dealt with")
TALKING = word_list("verb of talking")
# 'the ministry confirms 37 dead': who tells of the dead is not dead.
COUNTING = word_list("verb of who counts the dead")


def bears(candidate: Candidate) -> bool:
    """'he has a conviction for theft', 'they received 20-year sentences': the subject is whom the court dealt with."""
    head, support = candidate.head, candidate.support
    if candidate.trigger.part_of_speech == "verb":
        return head.lemma_.lower() in BEARING and bool(candidate.trigger.object_classes) and not is_passive(head)
    if candidate.trigger.part_of_speech != "noun" or support is None or support.lemma_.lower() not in BEARING:
        return False
    return head.dep_ == "dobj" and head.head == support


def carries(verb: Token, noun: Token) -> bool:
    """Whether the noun is the object of a verb that adds little to it, so that the verb's subject does
    what the noun says."""
    if noun.head == verb and noun.dep_ in {"dobj", "attr"}:
        return True
    if verb.lemma_.lower() in ANSWERING:
        return False
    if noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in {"in", "into", "to", "on", "with", "for"}:
        return True
    return noun.dep_ == "pobj" and verb.lemma_.lower() in TALKING  # 'discussed the matter in a call'


def who_undergoes(candidate: Candidate) -> list[Token]:
    """Who or what an event befalls: the logical subjects of its verb, but for who only counts the dead."""
    head = candidate.head
    if candidate.trigger.part_of_speech == "adjective" and head.lemma_.lower() in COUNTING and not is_passive(head):
        return list(candidate.patients)
    return list(candidate.agents or candidate.patients)
