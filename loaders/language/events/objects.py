"""Verbs whose object alone tells what is done: who is spoken to or welcomed, what is signed, as what one is named."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from dossier.language.events.grammar import is_passive, prepositional
from dossier.language.events.lexicon import Trigger, load_noun_classes, word_list
from dossier.language.events.matching import Candidate

LAWS = word_list("word in the name of a law")
THEM = frozenset({"him", "her", "them"})
# What one is designated 'as' by way of sanction; all else is an honour, a use or a rank.
STIGMA = word_list("word of what one is blacklisted as")
HONOURS = word_list("noun of an honour")
GRANTED = word_list("noun of what is granted or denied")
DRAFTS = word_list("noun of a draft")
PAPERS = word_list("noun of papers and evidence")
WINNING = word_list("verb of winning")
DEFENCE = Trigger("verb|intercept|drone", (), "verb", (), (), "", "", "assault", "assault", "act", "", frozenset())
FILMS = word_list("medium on which one is captured")
BARRING = frozenset({"block", "blockade", "barricade", "obstruct"})
PLAIN = Trigger("verb|plain", (), "verb", (), (), "", "", "other", "other", "act", "", frozenset())
DECREE = Trigger(
    "verb|sign|decree", (), "verb", (), (), "", "", "regulate", "law-enacted", "act", "", frozenset({"on"})
)
HOSTING = Trigger(
    "verb|welcome|person",
    (),
    "verb",
    (),
    (),
    "",
    "",
    "consult",
    "visit",
    "move",
    "actor",
    frozenset({"to", "in", "at"}),
)
TALK = Trigger(
    "verb|speak|of two", (), "verb", (), (), "", "", "consult", "meeting", "symmetric", "", frozenset({"with", "to"})
)
CLAIM = Trigger(
    "verb|charge|clause",
    (),
    "verb",
    (),
    (),
    "",
    "",
    "accuse",
    "accusation",
    "speak",
    "official",
    frozenset({"of", "against"}),
)
CALL = Trigger(
    "verb|hold|by telephone", (), "verb", (), (), "", "", "consult", "call", "symmetric", "", frozenset({"with", "to"})
)
PACT = Trigger(
    "verb|negotiate|object", (), "verb", (), (), "", "", "agree", "agreement", "symmetric", "actor", frozenset({"with"})
)


def refine_by_object(candidate: Candidate) -> Candidate | None:
    """The candidate with the type that its object gives it, or as it is; None where it denotes no event."""
    trigger, verb = candidate.trigger, candidate.head
    if trigger.event_subtype == "designation" and verb.lemma_.lower() == "designation" and is_named_for_good(verb):
        return None  # 'the designation of the valley as a heritage site'
    if trigger.part_of_speech != "verb":
        return candidate
    lemma = verb.lemma_.lower()
    if lemma == "join" and any(p.lower_ in {"us", "me"} for p in candidate.patients):
        return None  # 'the mayor has joined us today'
    if lemma == "charge" and is_of_a_price(candidate):
        return None
    if lemma == "charge" and any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children) and not is_passive(verb):
        return replace(candidate, trigger=CLAIM)  # '…, the ministry charged'
    if lemma in {"help", "assist"} and is_in_a_game(verb):
        return None
    behind_on = {n.lemma_.lower() for p, n in prepositional(verb) if p == "on"}
    if trigger.event_subtype == "arrest" and behind_on & FILMS:
        return None  # 'was captured on camera'
    if lemma in {"recognize", "recognise"} and any(c.dep_ == "ccomp" for c in verb.children):
        return None  # 'recognised that prices might rise'
    if lemma == "concede" and any(c.dep_ == "ccomp" for c in verb.children):
        return None  # 'conceding that he knew of it'
    if trigger.event_type == "protest" and lemma in BARRING and is_by_things(candidate):
        return replace(candidate, trigger=PLAIN)  # 'the trailers came loose, blocking the road'
    if trigger.event_subtype == "meeting" and is_by_telephone(candidate):
        return replace(candidate, trigger=CALL)  # 'held a telephone conversation with …'
    if lemma == "speak" and trigger.event_type == "other" and is_talk_of_two(candidate):
        return replace(candidate, trigger=TALK)
    if lemma == "intercept" and any(p.lemma_.lower() in load_noun_classes()["projectile"] for p in candidate.patients):
        return replace(candidate, trigger=DEFENCE)  # 'intercepted 16 drones'
    if lemma == "sign" and trigger.event_type == "other" and is_of_a_law(candidate):
        return replace(candidate, trigger=DECREE)
    if lemma == "designate" and verb.dep_ in {"acl", "amod"} and any(p == "for" for p, _ in prepositional(verb)):
        return None  # 'an area designated for buses'
    if lemma == "designate" and trigger.event_subtype == "designation" and is_named_for_good(verb):
        return replace(candidate, trigger=PLAIN)  # 'designated the palace as a museum'
    if lemma == "deny" and trigger.event_type == "reject" and is_withheld(verb):
        return None  # 'denied them access'
    if lemma in {"propose", "introduce"} and is_draft(candidate):
        return replace(candidate, trigger=PLAIN)  # 'introduced a bill': not yet a law, and no demand
    if trigger.event_type == "aid" and is_trade(verb):
        return None
    cleared = load_noun_classes()["approval"]
    if trigger.event_type == "aid" and any(c.dep_ == "dobj" and c.lemma_.lower() in cleared for c in verb.children):
        return replace(candidate, trigger=PLAIN)  # 'the vaccine was given approval'
    if trigger.event_type == "aid" and is_investment(candidate):
        return replace(candidate, trigger=PLAIN)
    if lemma == "strike" and any(p == "off" for p, _ in prepositional(verb)):
        return replace(candidate, trigger=PLAIN)  # 'struck the doctor off the register'
    if lemma in {"destroy", "shred", "burn"} and trigger.event_type == "assault" and is_of_papers(candidate):
        return replace(candidate, trigger=PLAIN)
    laws = load_noun_classes()["law"]  # 'welcomed the Bill'
    is_person = any(p.ent_type_ == "PERSON" and p.lemma_.lower() not in laws for p in candidate.patients)
    if lemma == "welcome" and trigger.event_type == "support":  # 'welcomed Ann Lee to the palace', 'welcomed the news'
        return replace(candidate, trigger=HOSTING) if is_person else None
    if lemma == "negotiate" and trigger.event_subtype == "meeting" and candidate.patients and not is_passive(verb):
        return replace(candidate, trigger=PACT)  # 'negotiated their release'
    return candidate


def is_by_things(candidate: Candidate) -> bool:
    classes = load_noun_classes()
    things = classes["craft"] | classes["disaster"] | classes["thing"] | classes["premises"]
    return bool(candidate.agents) and all(a.lemma_.lower() in things for a in candidate.agents)


def is_by_telephone(candidate: Candidate) -> bool:
    beside = {c.lower_ for p in candidate.patients for c in p.lefts}
    return bool(beside & {"telephone", "phone", "video"})


def is_of_a_price(candidate: Candidate) -> bool:
    """'what they charge us, we charge them': asked by those who speak, with no charge behind it."""
    own = bool(candidate.agents) and all(a.lower_ in {"we", "they", "you", "it", "i"} for a in candidate.agents)
    return own and not any(c.dep_ == "prep" and c.lower_ in {"with", "over"} for c in candidate.head.children)


def is_in_a_game(verb: Token) -> bool:
    """'helped Chile reach the final': no aid."""
    return any(c.lemma_.lower() in WINNING and c.dep_ in {"xcomp", "ccomp"} for c in verb.children)


def is_of_papers(candidate: Candidate) -> bool:
    """'destroyed 600 votes', 'burned the files': evidence, no attack."""
    return bool(candidate.patients) and all(p.lemma_.lower() in PAPERS for p in candidate.patients)


def is_withheld(verb: Token) -> bool:
    """'denied Iran all paths to a weapon', 'were denied entry': kept from somebody, no claim denied."""
    if any(c.dep_ == "dative" for c in verb.children):
        return True
    return any(c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in GRANTED for c in verb.children)


def is_trade(verb: Token) -> bool:
    """'was made and supplied by the firm': sold, not given."""
    joined = [verb.head] if verb.dep_ == "conj" else []
    joined += [c for c in verb.children if c.dep_ == "conj"]
    return any(v.lemma_.lower() in {"manufacture", "produce", "make", "sell", "export", "market"} for v in joined)


def is_investment(candidate: Candidate) -> bool:
    """'announced 2 billion in new investment': put into a business, no gift."""
    nouns = [*candidate.patients, *(n for p in candidate.patients for _, n in prepositional(p))]
    return any(n.lemma_.lower() == "investment" for n in (*nouns, *(n for _, n in prepositional(candidate.head))))


def is_draft(candidate: Candidate) -> bool:
    return bool(candidate.patients) and all(p.lemma_.lower() in DRAFTS for p in candidate.patients)


def is_talk_of_two(candidate: Candidate) -> bool:
    """'spoke to him on Monday', 'the two leaders spoke today': a conversation; 'spoke to the crowd' is a speech."""
    behind = [n for p, n in prepositional(candidate.head) if p in {"to", "with"}]
    if any(n.lower_ in THEM or n.ent_type_ == "PERSON" for n in behind):
        return True
    named = [a for a in candidate.agents if a.ent_type_ == "PERSON"]
    return not behind and len(named) > 1


def is_of_a_law(candidate: Candidate) -> bool:
    """'signed the Clean Rivers Act (12 U.S.C. 3 note)': the object is a law, whatever stands in brackets behind it."""
    return any(t.text in LAWS for p in candidate.patients for t in p.subtree if t.i - p.left_edge.i < 12)


def is_named_for_good(verb: Token) -> bool:
    """'designated as a beneficiary', 'designated March 9 a day of …': named as something that nobody is punished by."""
    named = [n for p, n in prepositional(verb) if p == "as"]
    named += [c for c in verb.children if c.dep_ == "oprd"]
    words = {w.lemma_.lower() for n in named for w in (n, *n.children)}
    heads = {n.lemma_.lower() for n in named}
    return bool(heads & HONOURS) or bool(named) and not words & STIGMA


def is_contest(candidate: Candidate) -> bool:
    """Teams and candidates beat each other by a score or a share, not with fists."""
    around = [*candidate.agents, *candidate.patients]
    scored = any(t.like_num or t.text in {"–", "-"} for t in candidate.head.rights if t.dep_ not in {"dobj", "prep"})
    contests = load_noun_classes()["competition"]
    if any(n.lemma_.lower() in contests for p, n in prepositional(candidate.head) if p in {"in", "at"}):
        return True  # 'beat Ana Prado in the final'
    return scored or any(t.ent_type_ in {"ORG", "GPE", "NORP"} for t in around)
