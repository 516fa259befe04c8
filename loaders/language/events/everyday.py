"""What befalls everybody and is nobody's news: nightfall, time spent, quiet roads, what private persons just did."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.grammar import is_passive, is_verb, prepositional
from dossier.language.events.lexicon import load_noun_classes, word_list
from dossier.language.events.matching import Candidate

DAYTIMES = word_list("time of day")
COMING = word_list("verb of coming about")
TIMES = word_list("stretch of time that one spends")
SUMMING = frozenset({"sum"})
JOURNEYS = word_list("verb of a private journey")
SAYING = word_list("verb of saying, of a person")
CHOICES = frozenset({"choice", "option", "alternative"})
NOTING = word_list("verb of a page's note about itself")
SHORT_LINE = 14  # words
AHEAD = frozenset({"will", "would", "'ll", "’ll", "to"})
THIRD_PERSONS = frozenset({"he", "she", "they"})


def is_commonplace(candidate: Candidate) -> bool:
    """'As night fell', 'spent three weeks in a coma', 'the roads were dead', 'summed up': no deed and no mishap."""
    head = candidate.head
    lemma = head.lemma_.lower()
    if _is_page_note(head):
        return True
    if _is_idiom(head) or _is_where_one_speaks(head):
        return True
    if candidate.trigger.event_type == "protest" and lemma == "strike" and is_verb(head):
        disasters = load_noun_classes()["disaster"]
        return is_passive(head) or any(t.lemma_.lower() in disasters for t in head.sent)  # 'struck by lightning'
    if candidate.trigger.event_type != "other":
        return False
    if candidate.trigger.part_of_speech == "adjective":
        word = candidate.words[0]
        subjects = [c for c in word.head.children if c.dep_ in {"nsubj", "nsubjpass"}] if word.dep_ == "acomp" else []
        return word.lower_ == "dead" and bool(subjects) and all(map(_is_thing, subjects))
    if lemma in COMING and any(c.dep_ == "nsubj" and c.lemma_.lower() in DAYTIMES for c in head.children):
        return True
    if lemma == "leave" and any(n.lemma_.lower() in CHOICES for p, n in prepositional(head) if p == "with"):
        return True  # 'were left with no choice'
    if lemma == "spend":
        return any(c.dep_ in {"dobj", "npadvmod"} and c.lemma_.lower() in TIMES for c in head.children)
    return lemma in SUMMING and any(c.lower_ == "up" for c in head.children)


def is_private_doing(candidate: Candidate) -> bool:
    """'then I just hit the wall', 'she said she arrived early to catch a flight': told of oneself, on no day."""
    head = candidate.head
    if candidate.trigger.event_type != "other" and candidate.trigger.event_subtype != "visit" or not is_verb(head):
        return False
    subjects = [c for c in head.children if c.dep_ == "nsubj"]
    if any(c.lower_ == "i" for c in subjects):
        return True
    if not subjects and head.tag_ == "VBD" and head.i and head.nbor(-1).text in {"Just", "Then", "Never"}:
        return True
    if head.lemma_.lower() not in JOURNEYS or not any(c.lower_ in THIRD_PERSONS for c in subjects):
        return False
    if any(c.dep_ == "aux" and c.lower_ in AHEAD for c in head.children):
        return False  # 'the president said he would fly to the town'
    above = [a for a in head.ancestors if is_verb(a)][:2]
    return head.dep_ in {"ccomp", "advcl"} and any(a.lemma_.lower() in SAYING for a in above)


def _is_where_one_speaks(noun: Token) -> bool:
    """'said at a press conference': an occasion of reporting."""
    if noun.lemma_ not in {"conference", "briefing", "interview"} or noun.dep_ != "pobj":
        return False
    return noun.head.lower_ in {"at", "during", "in"} and noun.head.head.lemma_.lower() in SAYING


def _is_idiom(head: Token) -> bool:
    """'left the door open for talks', 'got away with it': nothing is left, and nobody talks."""
    above = head.head.head if head.dep_ == "pobj" else head
    near = {t.lower_ for t in head.doc[max(0, above.i - 3) : above.i + 5]}
    if {"door", "open"} <= near and (
        head.lemma_ == "leave" or head.dep_ == "pobj" and head.head.lower_ in {"for", "to"}
    ):
        return True
    return head.lemma_ == "get" and {"away", "with"} <= near


def _is_page_note(verb: Token) -> bool:
    """'Published August 5, 2022', 'Updated on Monday': a line of the page about itself."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in NOTING:
        return False
    words = [t for t in verb.doc if not t.is_space]
    return (
        len(words) <= SHORT_LINE
        and words[-1].text not in {".", "!", "?"}
        and any(t.like_num for t in words if t.i > verb.i)
    )


def _is_thing(noun: Token) -> bool:
    """A common noun of neither people nor animals: roads, lines, batteries."""
    if (
        noun.pos_ != "NOUN"
        or noun.ent_type_ in {"PERSON", "CARDINAL"}
        or any(c.dep_ == "nummod" for c in noun.children)
    ):
        return False
    return noun.lemma_.lower() in THINGS or noun.lemma_.lower() in load_noun_classes()["thing"]


THINGS = word_list("thing that is only figuratively dead")
