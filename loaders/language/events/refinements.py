"""Words of several meanings: what stands beside a trigger can give it another type, or take it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Token

from dossier.language.events.concrete import THIRD_PERSONS, is_disaster
from dossier.language.events.grammar import agents_of, is_passive, is_verb, prepositional, resolve_relative, unpack
from dossier.language.events.lexicon import Trigger, load_noun_classes, load_offices, load_triggers, word_list
from dossier.language.events.matching import TRAVELLERS, Candidate
from dossier.language.events.nonevents import is_no_event
from dossier.language.events.objects import DECREE, PLAIN, is_contest, refine_by_object

BODY_PARTS = word_list("part of the body")
STRIKING = word_list("verb of striking")
RAZING = word_list("verb of razing")
HARMING = word_list("verb of harming people or things")
ACCIDENTS = word_list("verb of an accident")
SAYING = word_list("verb of saying or not saying")
CONDITIONAL = frozenset({"could", "would", "will", "may", "might", "'ll", "’ll"})
OWN = frozenset({"it", "they", "he", "she", "we", "i"})
ARMED = word_list("word of armed force")
VIOLENT = ("people", "troops", "attack", "weapon", "firm", "group", "delegation", "actor")
MISHAP = Trigger("verb|harm", (), "verb", (), (), "", "", "other", "other", "undergo", "", frozenset())
CONTEST = Trigger("verb|beat", (), "verb", (), (), "", "", "other", "other", "act", "", frozenset())
APPEAL = Trigger("verb|appeal|against", (), "verb", (), (), "", "", "other", "other", "act", "", frozenset({"to"}))
RULING = Trigger("verb|order|pay", (), "verb", (), (), "", "", "coerce", "sentencing", "act", "", frozenset({"to"}))
LISTING = Trigger(
    "verb|impose|measures",
    (),
    "verb",
    (),
    (),
    "",
    "",
    "sanction",
    "designation",
    "act",
    "",
    frozenset({"on", "against"}),
)
BIDDING = Trigger(
    "verb|order|bid", (), "verb", (), (), "", "", "demand", "demand", "speak", "official", frozenset({"to"})
)
STRIKE = Trigger("verb|begin|strike", (), "verb", (), (), "", "", "protest", "protest", "act", "", frozenset())
RAID = Trigger(
    "noun|strike|armed", (), "noun", (), (), "", "", "assault", "assault", "act", "anchor", frozenset({"on"})
)
BLASTS = frozenset({"explosion", "blast", "explode"})
WORKS = word_list("place or matter of an industrial accident")
ARMS = word_list("word of arms before a strike")
NEAR = 300  # words
AVENGING = word_list("verb of revenge")
HOSTILE = AVENGING | word_list("verb of a hostile step")
VOWING = word_list("verb of a vow")
IMPOSING = word_list("verb of imposing")
BEFALLING = word_list("verb of a mishap")
SUPERVISORS = frozenset({"regulator", "panel", "watchdog"})
MEDICAL = word_list("word of medicine")
FIGHTERS = ("troops", "group", "country")
CALLED = ("people", "person_post", "group", "firm", "body", "delegation", "troops")
MET = ("people", "troops", "group", "delegation", "firm", "body", "actor")
# What is met without a meeting.
MARKS = word_list("noun of a mark to meet")
SENTENCED = word_list("verb of what one is sentenced to")
COMPLEMENTS = frozenset({"xcomp", "ccomp"})
TEST_FIRING = Trigger("verb|test-fire", (), "verb", (), (), "", "", "mobilize", "mobilize", "act", "", frozenset())
THREAT = Trigger(
    "verb|warn|own-act", (), "verb", (), (), "", "", "threaten", "threat", "speak", "official", frozenset({"against"})
)

ClassTest = Callable[[Token, tuple[str, ...]], bool]


def refine(candidate: Candidate, in_classes: ClassTest) -> Candidate | None:
    """The candidate with the type its neighbours give it; None where it denotes no event."""
    if is_no_event(candidate, in_classes):
        return None
    settled = refine_by_object(candidate)
    if settled is not candidate:
        return settled
    trigger, verb = candidate.trigger, candidate.head
    if trigger.part_of_speech != "verb":
        return replace(candidate, trigger=RAID) if _is_armed_strike(candidate) else candidate
    lemma = verb.lemma_.lower()
    if lemma == "call" and trigger.event_subtype == "call" and not _is_conversation(candidate):
        return None
    if lemma in {"decline", "refuse"} and any(c.lemma_.lower() in SAYING for c in verb.children if c.dep_ == "xcomp"):
        return None
    if (
        lemma == "call"
        and trigger.event_type == "protest"
        and any(
            c.dep_ in {"oprd", "acomp", "ccomp", "xcomp"} or c.dep_ == "amod" and c.i > verb.i for c in verb.children
        )
    ):
        return None  # 'called the strike irresponsible'
    if lemma in {"help", "assist"} and not _is_on_somebody(candidate, in_classes):
        return None  # 'helped shape the plan'
    is_mark = any(p.lemma_.lower() in MARKS for p in candidate.patients)
    if lemma == "meet" and trigger.event_type == "consult" and is_mark:
        return None  # 'met the target'
    if lemma == "talk" and trigger.event_type == "consult" and not _has_partner(candidate):
        return None  # 'talked about his plans'
    if lemma == "fight" and any(
        c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB" or c.dep_ == "prep" and c.lower_ == "for" for c in verb.children
    ):
        return None  # 'fought to keep the school', 'fights for change'
    is_bare = trigger.object_classes == ("none",)
    if lemma == "fight" and is_bare and not any(in_classes(a, FIGHTERS) for a in candidate.agents):
        return None  # 'fought tirelessly'
    if lemma in {"play", "take"} and any(p.lemma_.lower() in {"role", "part"} for p in candidate.patients):
        return None if lemma == "play" else candidate
    if lemma == "charge" and any(c.dep_ == "xcomp" for c in verb.children):
        return None  # 'was charged to do it'
    bound = any(c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB" for c in verb.children)
    if lemma == "rally" and bound and not any(p in {"in", "outside", "at", "on"} for p, _ in prepositional(verb)):
        return None  # 'rallied to support them'
    if lemma in {"happen", "occur"} and any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children):
        return None  # 'what is going to happen'
    if lemma == "prosecute" and any(p.lemma_.lower() in {"war", "campaign", "agenda"} for p in candidate.patients):
        return None
    if (
        lemma == "name"
        and "people" in trigger.object_classes
        and (verb.dep_ == "acl" or not any(c.dep_ == "oprd" for c in verb.children))
    ):
        return None  # 'named the victim', 'named three suspects'
    if (
        lemma == "order"
        and trigger.event_subtype == "sentencing"
        and trigger.preposition_class == "infinitive"
        and any(a.lemma_.lower() in SUPERVISORS for a in candidate.agents)
        and not any(c.lemma_.lower() in SENTENCED for c in verb.children)
    ):
        return replace(candidate, trigger=BIDDING)  # 'the regulator ordered the maker to fix its cars'
    if lemma == "order" and trigger.event_type == "other" and _is_bidden(candidate):
        return replace(candidate, trigger=BIDDING)  # 'ordered one of them to stop'
    if lemma in {"begin", "start", "open", "end"} and trigger.subject_classes == ("case",) and _is_medical(verb):
        return replace(candidate, trigger=PLAIN)  # 'the vaccine trial, which began in May'
    if (
        trigger.event_type in {"yield", "assault"}
        and trigger.object_classes == ("attack",)
        and _is_of_business(candidate, in_classes)
    ):
        return replace(candidate, trigger=PLAIN)  # 'suspended operations at the mine', 'launched a rescue operation'
    if (
        lemma == "approve"
        and trigger.event_type == "aid"
        and any(in_classes(p, ("remedy",)) for p in candidate.patients)
    ):
        return replace(candidate, trigger=PLAIN)  # 'approved the vaccine'
    if (
        lemma == "pick"
        and trigger.event_subtype == "arrest"
        and any(in_classes(a, ("craft",)) for a in candidate.agents)
    ):
        return replace(candidate, trigger=PLAIN)  # 'were picked up by a freighter'
    if lemma in {"begin", "start"} and trigger.event_type == "other" and _is_labour_strike(candidate):
        return replace(candidate, trigger=STRIKE)  # 'the strike, which began on 2 May'
    if lemma == "spend" and trigger.event_subtype == "sentencing":
        return candidate if any(c.lower_ in CONDITIONAL for c in verb.children) else None
    if lemma == "order" and any(c.lemma_.lower() in SENTENCED and c.dep_ in COMPLEMENTS for c in verb.children):
        return replace(candidate, trigger=RULING)  # 'was ordered to pay damages'
    if lemma == "claim" and trigger.event_type == "accuse" and not any(c.dep_ == "ccomp" for c in verb.children):
        return None  # 'claimed victory', 'claimed a record'
    if lemma in VOWING and any(c.dep_ == "xcomp" and c.lemma_.lower() in AVENGING for c in verb.children):
        return replace(candidate, trigger=THREAT)  # 'vowed to retaliate'
    if lemma == "warn" and trigger.event_subtype == "warning-notice":
        return _warning(candidate, in_classes)
    if trigger.words == ("call", "for") and any(c.dep_ == "dobj" for c in verb.children):
        return None  # 'called elections for May'
    if lemma == "appeal":
        return replace(candidate, trigger=trigger if _is_addressed(verb) else APPEAL)
    if trigger.event_type == "reject" and trigger.needs == "official" and _is_between_firms(candidate, in_classes):
        return replace(candidate, trigger=PLAIN)  # 'rejected its rival's bid'
    if lemma in IMPOSING and trigger.event_type == "regulate" and any(in_classes(t, ("sanction",)) for t in verb.sent):
        return replace(candidate, trigger=LISTING)  # 'the sanctions widen measures imposed in May'
    if trigger.event_subtype == "agreement" and _is_own_decree(candidate):
        return replace(candidate, trigger=DECREE)
    if lemma == "destroy" and trigger.event_type == "coerce" and _is_mishap_of_craft(candidate, in_classes):
        return replace(candidate, trigger=MISHAP)
    if trigger.event_type != "assault":
        return candidate
    if lemma in STRIKING | RAZING and _is_by_no_one(candidate, in_classes):
        return replace(candidate, trigger=MISHAP)  # 'a wall of mud hit the town'
    if lemma in {"fire", "launch"} and [t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i]] == ["test", "-"]:
        return replace(candidate, trigger=TEST_FIRING)
    if lemma in HARMING and _is_mishap(candidate, in_classes):
        return replace(candidate, trigger=MISHAP)
    if lemma == "beat" and is_contest(candidate):
        return replace(candidate, trigger=CONTEST)
    return candidate


def _is_between_firms(candidate: Candidate, in_classes: ClassTest) -> bool:
    if not any(in_classes(p, ("takeover",)) for p in candidate.patients):
        return False
    owners = [c for p in candidate.patients for c in p.children if c.dep_ in {"poss", "compound"}]
    return any(in_classes(n, ("company",)) for n in (*candidate.agents, *owners)) and not any(
        in_classes(n, ("country", "person_post")) for n in candidate.agents
    )


def _is_bidden(candidate: Candidate) -> bool:
    behind = [c for c in candidate.head.children if c.dep_ in COMPLEMENTS and c.tag_ == "VB"]
    return bool(candidate.patients) and any(g.lower_ == "to" for c in behind for g in c.children)


def _is_on_somebody(candidate: Candidate, in_classes: ClassTest) -> bool:
    """'helped the refugees rebuild': done for people, a firm or a country."""
    nouns = [*candidate.patients]
    nouns += [s for c in candidate.head.children if c.dep_ in COMPLEMENTS for s in c.children if s.dep_ == "nsubj"]
    return any(in_classes(n, MET) or n.lower_ in {"them", "him", "her"} for n in nouns)


def _has_partner(candidate: Candidate) -> bool:
    """'talked with …', 'the two leaders talked': another side is told of."""
    verb = candidate.head
    if any(c.dep_ == "prep" and c.lower_ in {"with", "to"} for c in verb.children):
        return True
    if any(a.lower_ == "i" for a in candidate.agents):
        return False
    return len(candidate.agents) > 1 or any(a.tag_ == "NNS" for a in candidate.agents) and verb.tag_ == "VBD"


def _is_own_decree(candidate: Candidate) -> bool:
    """A president's 'memorandum' binds his own officials; one 'of understanding', or 'with' another side, is a pact."""
    papers = [p for p in candidate.patients if p.lemma_.lower() == "memorandum"]
    joined = {c.lower_ for n in (candidate.head, *papers) for c in n.children if c.dep_ == "prep"}
    return bool(papers) and not joined & {"with", "of", "between"} and len(candidate.agents) < 2


def _is_armed_strike(candidate: Candidate) -> bool:
    """'an air strike on Rafah': nobody's refusal to work."""
    if candidate.trigger.event_type != "protest" or candidate.head.lemma_.lower() != "strike":
        return False
    return any(c.lower_ in ARMS for c in candidate.head.lefts)


def _is_labour_strike(candidate: Candidate) -> bool:
    strikes = [resolve_relative(a) for a in candidate.agents if resolve_relative(a).lemma_.lower() == "strike"]
    return bool(strikes) and not any(t.lemma_.lower() in ARMS | ARMED for t in candidate.head.sent)


def _around(verb: Token) -> Iterable[Token]:
    """The words of the paragraph near a verb."""
    return verb.doc[max(0, verb.i - NEAR) : verb.i + NEAR]


def _is_medical(verb: Token) -> bool:
    """Whether a 'trial' tests a medicine."""
    return any(t.lemma_.lower() in MEDICAL for t in _around(verb))


def _is_of_business(candidate: Candidate, in_classes: ClassTest) -> bool:
    """'halted operations at its plant', 'mounted a search operation': work of a firm or of police, no fighting."""
    attacks = [p for p in candidate.patients if in_classes(p, ("attack",))]
    if not attacks or any(p.lemma_.lower() != "operation" for p in attacks):
        return False
    return not any(in_classes(a, ("troops", "group", "country")) for a in candidate.agents) and not _is_armed_near(
        candidate
    )


def _is_armed_near(candidate: Candidate) -> bool:
    return any(t.lemma_.lower() in ARMED or t.lower_ == "military" for t in candidate.head.sent)


def _is_somebody(noun: Token) -> bool:
    """Who can be telephoned: a name, a person, an office, a body; no plan, threat or attack."""
    offices = load_offices() | TRAVELLERS | {"counterpart"}
    if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_ or noun.lemma_.lower() in offices:
        return True
    classes = load_noun_classes()
    return any(noun.lemma_.lower() in classes[name] for name in CALLED)


def _is_conversation(candidate: Candidate) -> bool:
    """'called his counterpart' is a call; 'called it a mistake', 'called on Monday' and 'called for help' are not."""
    named = any(c.dep_ in {"oprd", "ccomp", "xcomp", "acomp", "attr"} for c in candidate.head.children)
    behind = [c for c in candidate.head.children if c.dep_ == "dobj" and c.i > candidate.head.i]
    if not any(map(_is_somebody, candidate.patients)):
        return False  # 'called the plan a disgrace'
    return bool(behind) and not named and candidate.head.doc[behind[-1].right_edge.i].pos_ != "ADJ" and len(behind) == 1


def _warning(candidate: Candidate, in_classes: ClassTest) -> Candidate | None:
    """Who warns of what his own side would do threatens; who warns the public, sellers or travellers gives notice."""
    clause = next((c for c in candidate.head.children if c.dep_ == "ccomp"), None)
    if clause is None:
        return candidate
    if not any(c.dep_ == "aux" and c.lower_ in CONDITIONAL for c in clause.children):
        return candidate if any(in_classes(p, ("people", "firm")) for p in candidate.patients) else None
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    hostile = clause.lemma_.lower() in HOSTILE  # 'warned that it would freeze their assets'
    own = any(d.lower_ in OWN and (hostile or d.lower_ != "it") or in_classes(d, ("country",)) for d in doers)
    if any(in_classes(d, ("country",)) for d in doers) and clause.lemma_.lower() in BEFALLING:
        return None  # 'warned that Chad would run out of food'
    return replace(candidate, trigger=THREAT) if own and is_verb(clause) else None


def _is_addressed(verb: Token) -> bool:
    """'appealed for calm', 'appealed to both sides to …' ask for something; 'appealed against the ruling' does not."""
    infinitive = any(
        c.dep_ in {"xcomp", "advcl", "ccomp"} and any(g.lower_ == "to" for g in c.children) for c in verb.children
    )
    return infinitive or any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)


def _is_mishap(candidate: Candidate, in_classes: ClassTest) -> bool:
    """Nobody's violence: done by a fire or by 'it', or told beside an accident and no attack."""
    if any(p.lemma_.lower() in BODY_PARTS for p in candidate.patients):
        return True  # 'hurt her ankle'
    if candidate.head.tag_ == "VBG" and any(a.lemma_.lower() in ACCIDENTS for a in list(candidate.head.ancestors)[:3]):
        return True  # 'plunged into a ravine, killing two'
    own = {c.dep_ for c in candidate.head.children}
    if candidate.head.tag_ == "VBG" and not own & {"nsubj", "agent", "aux"}:
        typed = load_triggers().verbs
        verbs = [a for a in candidate.head.ancestors if is_verb(a) and not _is_of_nature(a)]
        above = [typed.get(a.lemma_.lower(), ()) for a in verbs]
        if any(t.event_type == "assault" and not t.object_classes for found in above for t in found[:3]):
            return False  # 'shot down a plane, killing four'
        words = [t for t in candidate.head.sent if t.pos_ in {"NOUN", "VERB", "PROPN"}]
        told = any(t.lemma_.lower() in ACCIDENTS or in_classes(t, ("disaster", "craft")) for t in words)
        if told and not any(in_classes(t, ("attack", "weapon")) for t in words):
            return True
    if not candidate.agents and candidate.head.lemma_.lower() in RAZING and is_passive(candidate.head):
        return not _is_armed(candidate, in_classes)  # 'forty houses were destroyed'
    if not candidate.agents and _is_by_accident(candidate, in_classes):
        return True
    sentence = [t for t in candidate.head.sent if t.pos_ in {"NOUN", "VERB", "PROPN"}]
    told_of = sentence if candidate.agents or _is_armed(candidate, in_classes) else _around(candidate.head)
    mishap = any(t.lemma_.lower() in ACCIDENTS or in_classes(t, ("disaster",)) or _is_at_works(t) for t in told_of)
    armed = any(in_classes(t, ("attack", "weapon")) and not _is_of_nature(t) and not _is_at_works(t) for t in sentence)
    if candidate.agents:
        return not armed and not any(_is_violent(a, in_classes) for a in candidate.agents)
    return mishap and not armed and not any(in_classes(t, ("troops",)) for t in sentence)


def _is_of_nature(verb: Token) -> bool:
    """'a major earthquake struck': a word of attacks that a disaster is the subject of."""
    return any(c.dep_ == "nsubj" and is_disaster(c) for c in verb.children)


def _is_armed(candidate: Candidate, in_classes: ClassTest) -> bool:
    """Whether the paragraph speaks of attacks, arms or troops near by."""
    words = [t for t in _around(candidate.head) if t.pos_ in {"NOUN", "VERB", "PROPN"}]
    return any(
        (t.lemma_.lower() in ARMED or in_classes(t, ("attack", "weapon"))) and not _is_at_works(t) for t in words
    )


def _is_at_works(word: Token) -> bool:
    """'an explosion at a chemical plant', 'a gas blast': nobody's bomb, in a passage about such a place."""
    return word.lemma_.lower() in BLASTS and any(t.lemma_.lower() in WORKS for t in word.doc)


def _is_mishap_of_craft(candidate: Candidate, in_classes: ClassTest) -> bool:
    """'dozens of boats were destroyed': nobody did it, and no arms are told of."""
    wrecks = [unpack(p) for p in candidate.patients]
    if candidate.agents or not any(in_classes(w, ("craft",)) for w in wrecks):
        return False
    return is_passive(candidate.head) and not _is_armed(candidate, in_classes)


def _is_by_no_one(candidate: Candidate, in_classes: ClassTest) -> bool:
    if not candidate.agents or _is_armed(candidate, in_classes):
        return False
    return not any(_is_violent(a, in_classes) for a in candidate.agents)


def _is_by_accident(candidate: Candidate, in_classes: ClassTest) -> bool:
    """'were killed when a tree fell on a bus': done by what no one aims."""
    side = [c for c in candidate.head.children if c.dep_ == "advcl"]
    clauses = [c for c in side if any(w.lower_ in {"when", "after", "as"} for w in c.lefts)]
    doers = [a for c in clauses for a in agents_of(c)]
    others = [d for d in doers if d.lower_ not in THIRD_PERSONS]  # 'was killed when he ran into the road'
    return bool(doers) and not _is_armed(candidate, in_classes) and not any(_is_violent(d, in_classes) for d in others)


def _is_violent(agent: Token, in_classes: ClassTest) -> bool:
    if in_classes(agent, ("disease",)):
        return False  # 'malaria killed 600,000 people'
    agent = resolve_relative(unpack(agent))
    if in_classes(agent, ("weapon", "attack")):
        return True
    if agent.lower_ == "it" or is_disaster(agent) or agent.ent_type_ != "PERSON" and in_classes(agent, ("craft",)):
        return False
    if agent.pos_ in {"PRON", "PROPN", "NUM"} or agent.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    return agent.lemma_.lower() in load_offices() or in_classes(agent, VIOLENT)
