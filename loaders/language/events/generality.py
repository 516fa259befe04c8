"""What only sounds like an event: a plan without a day, a clause of an order, what befalls people of a kind."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.concrete import is_concrete, is_concrete_word, is_undertaking
from dossier.language.events.everyday import is_private_doing
from dossier.language.events.grammar import is_passive, is_perfect, is_verb, patients_of, prepositional
from dossier.language.events.lexicon import load_noun_classes, load_status_cues, word_list
from dossier.language.events.matching import FALLBACK, Candidate
from dossier.language.events.reality import LASTING, OCCURRED, ONGOING, SCHEDULED
from dossier.language.events.records import is_boast, is_in_capital_label, is_of_a_record

# Who binds himself to do something some day has not yet set about it.
RESOLVING = word_list("word of resolving")
# 'tariffs imposed pursuant to …', 'the duties set forth in …': the paper that something rests on.
RESTING = frozenset({"pursuant", "under", "forth", "through", "per", "by"})
PAPERS = word_list("part of a law or paper")
ON_PAPER = frozenset({"sanction", "regulate", "agree", "demand", "coerce", "aid", "assault", "accuse", "reject"})
# What goes on without a day is the standing of things; what one keeps doing by office is no event.
# What a state keeps doing is its policy; who keeps shelling a town shells it.
KEPT_UP = frozenset({"sanction", "regulate", "aid", "agree", "demand", "support", "cooperate"})
DOING = word_list("verb of doing at one time")
STANDING = frozenset({"cooperate", "support", "yield", "agree", "aid"})
# Words for being of use or working together, which tell of a deed only where it is one deed on somebody.
WEAK = word_list("verb of being of use")
IDEA_ENDINGS = tuple("logy tion sion ment ity ness ism ance ence ency ancy ship hood dom racy".split())
IDEAS = word_list("noun of an idea")
ARRANGED = word_list("word of what is arranged")
FINDING = word_list("verb of finding")
SOMEBODY = frozenset({"NUM", "PROPN", "PRON"})
SETTING_ABOUT = word_list("verb of setting about")
GENERAL_PERFECT = frozenset({"coerce", "assault", "aid", "accuse", "threaten", "sanction"})
REASONING = frozenset({"for", "of", "about", "on", "at", "in"})


def is_general(candidate: Candidate, status: str, has_time: bool, is_headline: bool) -> bool:
    """Whether the words tell of plans, kinds of people or papers rather than of something that came about."""
    if candidate.trigger.event_type == "other" and is_in_capital_label(candidate):
        return True
    if candidate.announced_by is None and is_of_a_record(candidate, status == SCHEDULED, has_time):
        return True
    if candidate.announced_by is not None or is_headline:
        return is_headline and is_boast(candidate)
    if candidate.trigger.event_type == "other" and (is_aim(candidate.head, status) or is_count_from(candidate.head)):
        return True
    if candidate.trigger.words == ("set", "out") and is_on_paper(candidate):
        return True
    if candidate.head.lemma_.lower() in WEAK and is_purpose_clause(candidate.head):
        return True
    if candidate.trigger is FALLBACK and status == OCCURRED and (is_of_ideas(candidate) or is_bane(candidate)):
        return True
    if has_time:
        return False
    if candidate.trigger is FALLBACK and is_finding(candidate.head) or is_private_doing(candidate):
        return True
    if status == SCHEDULED and (is_resolved(candidate.head) or is_item_of_plan(candidate.head)):
        # 'pledged to send 12 nurses': so much, to be given once
        return candidate.trigger.event_type != "aid" or not any(map(is_counted_noun, candidate.patients))
    if candidate.trigger.part_of_speech != "verb":
        return False
    kind = candidate.trigger.event_type
    if kind == "support" and (status == ONGOING or candidate.head.dep_ in {"acl", "relcl"}):
        return True
    if kind in ON_PAPER and is_on_paper(candidate):
        return True
    if kind in KEPT_UP and candidate.head.dep_ == "xcomp" and candidate.head.head.lemma_.lower() in LASTING:
        return True  # 'continues to impose …'
    if status == ONGOING and kind in STANDING and candidate.head.lemma_.lower() not in DOING:
        return True
    if (
        candidate.head.lemma_.lower() in WEAK
        and not is_one_deed(candidate)
        and not any(map(is_sum, candidate.patients))
    ):
        return True
    if kind == "other" and status == OCCURRED and is_of_ideas(candidate):
        return True
    if kind in {"other", "assault"} and candidate.agents and all(map(is_mere_idea, candidate.agents)):
        return True  # 'corruption has crushed the people'
    if kind == "other" and is_perfect(candidate.head) and is_common_lot(candidate):
        return True
    if kind == "protest" and is_perfect(candidate.head) and not is_one_protest(candidate):
        return True
    if kind == "coerce" and is_perfect(candidate.head) and is_against_a_kind(candidate):
        return True
    return kind in GENERAL_PERFECT and (befalls_a_kind(candidate) or is_reason(candidate.head))


def is_one_protest(candidate: Candidate) -> bool:
    """'police have clashed with marchers', 'nurses have rallied in Lima': by so many, with somebody or at a place."""
    where = (n for p, n in prepositional(candidate.head) if p in {"in", "at", "outside", "near"})
    return (
        any(map(is_counted_noun, candidate.agents))
        or any(p == "with" for p, _ in prepositional(candidate.head))
        or any(n.ent_type_ in {"GPE", "FAC", "LOC"} or is_concrete(n) for n in where)
    )


def is_resolved(head: Token) -> bool:
    """'commits to remove …', 'a pledge to build …': what somebody means to do, no day named."""
    verb = head
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    if verb.dep_ not in {"xcomp", "acl", "pcomp", "advcl", "ccomp"}:
        return False
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) and verb.dep_ != "pcomp":
        return False
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if governor.lemma_.lower() in RESOLVING:
        return True
    above = governor.head
    return governor.lemma_.lower() == "work" and above.lemma_.lower() in RESOLVING


def is_item_of_plan(verb: Token) -> bool:
    """'…; amending its laws; and cutting fees': an item of what is planned."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in SETTING_ABOUT:
        return False  # 'would begin regulating the sale'
    return verb.tag_ == "VBG" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)


def is_aim(verb: Token, status: str) -> bool:
    """'a plan to advance …, by 2030': an aim with its term; 'is due to open in May' is arranged."""
    if status != SCHEDULED or not is_verb(verb) or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    first = verb
    while first.dep_ == "conj" and is_verb(first.head):
        first = first.head
    return first.dep_ in {"acl", "advcl", "xcomp", "pcomp", "conj"} and first.head.lemma_.lower() not in ARRANGED


def is_count_from(verb: Token) -> bool:
    """'the lowest since records began in 1960': what is counted from."""
    if verb.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children):
        return False
    return any(t.tag_ in {"JJS", "RBS"} for t in verb.doc[verb.sent.start : verb.left_edge.i])


def is_finding(verb: Token) -> bool:
    """'a study found that duties strengthened the economy': what somebody makes of things, on no day."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in FINDING


def is_on_paper(candidate: Candidate) -> bool:
    """A bare participle behind its noun that only says on which paper, or of what kind: nobody's deed on any day."""
    verb = candidate.head
    if verb.dep_ not in {"acl", "amod"} or verb.tag_ not in {"VBN", "VBD"} or candidate.agents:
        return False
    behind = {c.lower_ for c in verb.children if c.dep_ in {"prep", "advmod", "prt", "agent"}}
    papers = (n for p, n in prepositional(verb) if p in {"in", "by"})
    return bool(behind & RESTING) or any(n.lemma_.lower() in PAPERS or n.pos_ == "NUM" for n in papers)


def is_of_ideas(candidate: Candidate) -> bool:
    """'ignited a renaissance', 'opened up markets': an act on nothing that one could meet with, on no day."""
    if candidate.trigger.object_classes not in {(), ("any",)}:
        return False
    nouns = [p for p in candidate.patients if p.pos_ in {"NOUN", "ADJ"}]
    if not nouns or len(nouns) < len(candidate.patients) or is_passive(candidate.head):
        return False
    return all(is_idea(p) and not is_undertaking(p) and (not is_concrete(p) or is_owned_idea(p)) for p in nouns)


def is_owned_idea(noun: Token) -> bool:
    """'Chile's dominance', 'US leadership': an idea, whosever it is."""
    if noun.ent_type_ or noun.pos_ == "PROPN" or any(c.dep_ == "nummod" for c in noun.children):
        return False
    return not is_concrete_word(noun)


def is_one_deed(candidate: Candidate) -> bool:
    """'helped 300 families', 'armed the rebels': told in the past of somebody counted, named or known."""
    verb = candidate.head
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "relcl"} or verb.tag_ not in {"VBD", "VBN"}:
        return False
    if any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children):
        return False
    around = [*candidate.patients, *(n for p, n in prepositional(verb) if p in {"to", "with", "against"})]
    return any(is_concrete(n) and not is_of_a_kind(n) for n in around)


def is_sum(noun: Token) -> bool:
    """'fund 171 million dollars': so much, and no more."""
    return noun.ent_type_ == "MONEY" or noun.lemma_.lower() in load_noun_classes()["money"]


def is_mere_idea(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and is_idea(noun) and not is_concrete(noun) and not is_undertaking(noun)


def is_idea(noun: Token) -> bool:
    """'growth', 'prosperity', 'innovation': what one cannot meet with."""
    lemma = noun.lemma_.lower()
    return lemma.endswith(IDEA_ENDINGS) or lemma in IDEAS or lemma in load_noun_classes()["abstract"]


def befalls_a_kind(candidate: Candidate) -> bool:
    """'people have been arrested at higher rates': the perfect of a plural without number, doer or day."""
    verb = candidate.head
    while verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN":
        verb = verb.head
    if verb.dep_ in {"acl", "amod"} and not candidate.agents:
        return bool(candidate.patients) and all(map(is_of_a_kind, candidate.patients)) and verb != candidate.head
    perfect = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
    if not perfect or candidate.agents or not candidate.patients:
        return False
    return all(map(is_of_a_kind, candidate.patients))


def is_against_a_kind(candidate: Candidate) -> bool:
    """'has arrested and prosecuted traffickers': what an office keeps doing, to nobody counted or named."""
    joined = [c for c in candidate.head.children if c.dep_ == "conj" and is_verb(c)]
    patients = candidate.patients or [p for c in joined for p in patients_of(c)]
    return bool(patients) and all(map(is_of_a_kind, patients))


def is_purpose_clause(verb: Token) -> bool:
    """'met in May to coordinate their work': what for."""
    return verb.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_bane(candidate: Candidate) -> bool:
    """'the scandal that burdened taxpayers': what a thing means for people of a kind."""
    return candidate.head.dep_ == "relcl" and bool(candidate.patients) and all(map(is_of_a_kind, candidate.patients))


def is_common_lot(candidate: Candidate) -> bool:
    """'too many parents have lost children': plurals on both sides, and no day."""
    agents, patients = candidate.agents, candidate.patients
    if not agents or not patients or not all(map(is_of_a_kind, patients)):
        return False
    return all(a.tag_ in {"NNS", "NNPS"} and not any(c.pos_ == "NUM" for c in a.children) for a in agents)


def is_counted_noun(noun: Token) -> bool:
    return noun.pos_ == "NUM" or any(c.dep_ in {"nummod", "det"} for c in noun.children)


def is_of_a_kind(noun: Token) -> bool:
    """A bare plural: 'farmers', 'young men'."""
    if noun.lower_ in {"some", "many", "others", "those", "most"}:
        return True
    if noun.pos_ in SOMEBODY or noun.ent_type_ or noun.tag_ != "NNS" or noun.lower_ == "police":
        return False
    if any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children):
        return False
    return not any(c.ent_type_ for c in noun.children)


def is_reason(verb: Token) -> bool:
    """'will punish officials for threatening …': what a step to come is taken for, told of a kind."""
    top = verb
    while top.dep_ == "conj" and is_verb(top.head):
        top = top.head
    if top.dep_ != "pcomp" or top.head.lower_ not in REASONING or top.tag_ != "VBG":
        return False
    above = top.head.head
    cues = load_status_cues()
    ahead = any(cues.get(("modal", c.lower_)) == SCHEDULED for c in above.children if c.dep_ == "aux")
    return ahead or above.tag_ in {"VBP", "VBZ"}


def has_named_doer(verb: Token) -> bool:
    """'painted by Anna Holm', 'hosted by the city': whether the doer behind 'by' is a name or a known one."""
    return any(
        preposition == "by"
        and (noun.pos_ == "PROPN" or noun.tag_ == "NN" and any(c.dep_ in {"det", "poss"} for c in noun.children))
        for preposition, noun in prepositional(verb)
    )
