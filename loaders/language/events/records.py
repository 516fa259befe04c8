"""What a record of achievements or a table of figures tells: sums of deeds, comparisons and rates, nobody's one act."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.analysis import text_of
from dossier.language.events.concrete import is_concrete, is_undertaking
from dossier.language.events.grammar import is_passive, is_verb, prepositional
from dossier.language.events.lexicon import word_list
from dossier.language.events.matching import FALLBACK, Candidate

SPEAKERS = frozenset({"we", "i"})
MANY = word_list("word of many")
LONG = frozenset({"decade", "generation", "century"})
COUNTING = word_list("noun of counting")
DECLINES = word_list("noun of a change in number")
ADDING = word_list("verb of counting")
SHOWING = word_list("verb of showing")
TELLING = word_list("noun of what shows")
CAPITAL_LABEL = re.compile(r"[^a-z:]{4,60}:(?=\s)")
# 'murders down 19%', 'imports up 3 points', 'robberies fell'
DOWN = frozenset({"down", "up"})
YIELDING = word_list("verb of yield and use")
SHARES = word_list("word of a share")
TOLLS = frozenset({"toll", "tally"})
SUMS = word_list("noun that only counts in the plural")
BALLOTS = frozenset({"vote", "ballot", "poll"})
CHOOSING = word_list("verb of choosing")
CHANGING = word_list("verb of a change in number")
ANCHORING = frozenset({"since", "after", "before", "until", "when"})


def is_of_a_record(candidate: Candidate, is_ahead: bool, has_time: bool) -> bool:
    """Whether the words sum up, compare or count what has come about over a long time, or vow what shall."""
    head, kind = candidate.head, candidate.trigger.event_type
    if candidate.trigger.part_of_speech == "noun":
        return is_counted_off(head)
    if not is_verb(head):
        return False
    if head.dep_ == "acl" and any(a.lemma_.lower() in TOLLS for a in list(head.ancestors)[:4]):
        return True  # 'from an initial toll of five killed'
    if kind == "other" and (is_shown_by_figures(candidate) or is_of_a_table(candidate)):
        return True
    if kind == "other" and (is_over_generations(head) or is_since_in_office(head) or is_since_a_year(head)):
        return True
    is_own = bool(candidate.agents) and all(a.lower_ in SPEAKERS for a in candidate.agents)
    if kind == "other" and is_ahead and is_own:
        return True  # 'we will get there in the weeks ahead'
    if any(t.lower_ == "each" and t.i + 3 < len(t.doc) and t.nbor(3).lower_ in {"last", "past"} for t in head.subtree):
        return True  # 'were seized in each of the last three years'
    if any(c.lower_ in {"thus", "thereby"} for c in head.children) and head.tag_ == "VBG":
        return True
    perfect = any(c.dep_ == "aux" and c.lemma_.lower() in {"have", "'ve", "’ve"} for c in head.children)
    if kind == "other" and perfect and is_own:
        return True  # 'we have now brought dozens home'
    if has_time:
        return False
    if (
        kind == "other"
        and candidate.agents
        and candidate.patients
        and all(n.pos_ == "PRON" for n in _around(candidate))
    ):
        return True  # 'they bought them'
    if perfect and head.dep_ == "relcl" and any(a.lower_ == "we" for a in candidate.agents):
        return True  # 'the ammunition we have sent'
    if perfect and is_passive(head) and not candidate.agents and all(map(_is_vague_crowd, candidate.patients)):
        return bool(candidate.patients)  # 'hundreds of thousands have been killed'
    return perfect and any(map(_is_beyond_number, _around(candidate)))


def _is_vague_crowd(noun: Token) -> bool:
    """'thousands of people', 'hundreds of thousands'."""
    return noun.lemma_.lower() in {"hundred", "thousand", "million", "ten", "score"} and noun.tag_ == "NNS"


def _around(candidate: Candidate) -> tuple[Token, ...]:
    return (*candidate.agents, *candidate.patients)


def is_boast(candidate: Candidate) -> bool:
    """'Workers win big', 'Policies deliver on hopes': a headline of no particular act that names nothing acted on."""
    verb = candidate.head
    if candidate.trigger.event_type != "other" or not is_verb(verb):
        return False
    if is_shown_by_figures(candidate):
        return True
    if verb.lemma_.lower() in CHANGING and not candidate.trigger.subject_classes and not candidate.patients:
        return bool(candidate.agents) and all(a.tag_ == "NNS" and not a.ent_type_ for a in candidate.agents)
    if candidate.trigger is not FALLBACK and verb.lemma_.lower() != "win":
        return False
    met = any(is_concrete(p) or is_undertaking(p) for p in candidate.patients)
    one = any(a.ent_type_ in {"PERSON", "ORG", "GPE"} for a in candidate.agents)
    return not met and not (one and verb.lemma_.lower() == "win")


def is_in_capital_label(candidate: Candidate) -> bool:
    """'SUNDAY SHOWS: …', 'FACT CHECK: …': the name of a column, set in capitals before a colon."""
    label = CAPITAL_LABEL.match(text_of(candidate.head.doc))
    return label is not None and candidate.words[-1].idx < label.end()


def is_counted_off(noun: Token) -> bool:
    """'robberies down 20%', 'a decline in murders', 'submitting incidents to a database': what is counted."""
    first = noun
    while first.dep_ in {"compound", "conj", "amod"} and first.head.pos_ == "NOUN":
        first = first.head
    if first.tag_ == "NNS" and first.dep_ == "pobj" and first.head.head.lemma_.lower() in DECLINES:
        return True  # 'declines in robberies, assaults and shooting deaths'
    if noun.tag_ == "NNS" and noun.lemma_.lower() in SUMS:
        return True  # 'car sales in 2025'
    if noun.lemma_.lower() in BALLOTS and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        share = noun.head.head
        return share.text == "%" or share.lemma_.lower() in SHARES | COUNTING or share.ent_type_ == "PERCENT"
    if noun.tag_ not in {"NNS", "NNPS"} and not (noun.i == noun.sent.start and noun.lower_.endswith("s")):
        return False  # the tagger takes the first word of a sentence for a name
    behind = [t for t in noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 4] if t.pos_ != "SPACE"]
    beside = [t for t in noun.doc[noun.i + 1 : noun.i + 4] if t.pos_ != "SPACE"]
    for words in (behind, beside):
        if len(words) > 1 and words[0].lower_ in DOWN and any(t.like_num for t in words[1:]):
            return True
    if noun.lemma_.lower() == "vote" and noun.dep_ == "dobj" and noun.head.lemma_.lower() not in {"hold", "call"}:
        return True  # 'won 600 votes'
    if any(c.dep_ in {"nummod", "poss"} for c in noun.children):
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in CHANGING:
        return True
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() == "be" and any(c.lower_ in DOWN for c in noun.head.children):
        return True  # 'seizures in May were up from 80 tonnes'
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in ADDING:
        return True
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"of", "in", "for"}:
        return False
    return noun.head.head.lemma_.lower() in COUNTING


def is_shown_by_figures(candidate: Candidate) -> bool:
    """'new data reveal strong growth': what figures show is a finding, no occurrence."""
    if candidate.head.lemma_.lower() not in SHOWING or not candidate.agents:
        return False
    return all(a.lemma_.lower() in TELLING for a in candidate.agents)


def is_of_a_table(candidate: Candidate) -> bool:
    """'imported 52 million litres', 'less than half of adults received care': a line of statistics."""
    lemma = candidate.head.lemma_.lower()
    if candidate.agents and all(a.lemma_.lower() in TOLLS for a in candidate.agents):
        return True  # 'the death toll rose to 57'
    if lemma in YIELDING and any(_is_quantity(p) for p in candidate.patients):
        return True
    return lemma not in CHOOSING and any(a.lower_ in SHARES or a.ent_type_ == "PERCENT" for a in candidate.agents)


def _is_quantity(noun: Token) -> bool:
    return noun.ent_type_ in {"MONEY", "QUANTITY", "PERCENT"} or any(c.dep_ == "nummod" for c in noun.children)


def is_over_generations(verb: Token) -> bool:
    """'over the past two decades': no day, and no single act; 'the worst in decades' only ranks one."""
    for token in verb.subtree:
        if token.lemma_.lower() not in LONG or token.dep_ != "pobj":
            continue
        before = token.doc[max(token.sent.start, token.i - 7) : token.i]
        is_ranked = any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "only"} for t in before)
        is_own = next((a for a in token.ancestors if is_verb(a)), verb) == verb
        if is_own and not is_ranked and token.head.lower_ in {"over", "in", "during", "for", "through"}:
            return True
    return False


def is_since_in_office(verb: Token) -> bool:
    """'jobs have grown since the president took office': from when one counts, and no news."""
    if verb.dep_ != "advcl" or not any(c.lower_ in ANCHORING for c in verb.lefts):
        return False
    own = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    own |= {noun.lemma_.lower() for preposition, noun in prepositional(verb) if preposition in {"to", "into"}}
    return bool(own & {"office", "power", "presidency"}) and not any(
        t.like_num and t.ent_type_ == "DATE" for t in verb.subtree
    )


def is_since_a_year(verb: Token) -> bool:
    """'has spent 40 billion since 2021', 'since 2010, over 150 mills have closed': a sum of years."""
    if not any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children):
        return False
    return any(p == "since" and n.shape_ == "dddd" and n.left_edge == n for p, n in prepositional(verb))


def _is_beyond_number(noun: Token) -> bool:
    """'too many families', 'more barriers', 'countless lives'; 'many of the wounded' in the past are counted."""
    if noun.lower_ in MANY:
        return True
    quantities = (c for c in noun.children if c.dep_ in {"amod", "det"} and c.lower_ in MANY)
    return any(c.nbor(1).lower_ != "than" for c in quantities)  # 'more than 200 million' is a number
