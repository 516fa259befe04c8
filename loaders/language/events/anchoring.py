"""What ties a candidate to the world: somebody who does it, a day, a place, or what the article has told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from dossier.language.analysis import Paragraph
from dossier.language.events.concrete import is_business, is_concrete
from dossier.language.events.grammar import agents_of, is_passive, is_told_passive, prepositional
from dossier.language.events.granted import is_cause_of_harm
from dossier.language.events.lexicon import word_list
from dossier.language.events.matching import FALLBACK, Candidate
from dossier.language.events.occurrences import is_cause, is_given, is_of_something, is_where_one_was
from dossier.language.events.plans import is_particular_plan
from dossier.language.events.reality import ALLEGED, LASTING, OCCURRED
from dossier.language.events.roles import RoleFinder
from dossier.language.events.signs import is_back_reference, is_counted, is_person, is_purpose, kinds

DONE_TO = frozenset({"coerce", "aid", "assault"})
RESCUING = frozenset({"rescue", "evacuate", "airlift", "save"})
STANDING_BODIES = word_list("body that meets by its name")
REFUSING = word_list("verb of refusing an act")
UNILATERAL = frozenset({"pledge", "vow", "promise", "commit"})
BACKGROUND = frozenset({"after", "following", "despite", "before", "since", "during", "amid"})
SIDES = word_list("noun for a side")
MAIN = frozenset({"ROOT", "conj", "ccomp"})
SITES = frozenset({"GPE", "LOC", "FAC"})
HEADLINES = frozenset({"headline", "heading", "caption"})
# Verbs that only carry an event noun: 'held talks', 'carried out an attack', 'suffered a defeat'.
CARRYING = word_list("verb that carries a noun of an event")


def is_done_to_known(candidate: Candidate) -> bool:
    """'Two envoys were expelled', 'almost 300 tents have been sent': done to so many, or to somebody named."""
    if candidate.trigger.event_type not in {"sanction", "aid"} or candidate.agents or candidate.head.dep_ not in MAIN:
        return False
    told = any(c.dep_ == "auxpass" for c in candidate.head.children)
    return told and any(is_counted(p) or p.ent_type_ == "PERSON" for p in candidate.patients)


def is_being_in(noun: Token) -> bool:
    """'is in talks with several banks'."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ == "be"


def is_told_of_as_there(candidate: Candidate) -> bool:
    """'there was an explosion': an incident, in the past."""
    head = candidate.head
    if head.dep_ != "attr" or head.tag_ != "NN" or head.head.tag_ != "VBD":
        return False
    is_incident = candidate.trigger.event_type == "assault" or candidate.trigger.frame == "undergo"
    return is_incident and any(c.dep_ == "expl" for c in head.head.children)


def is_one_of(noun: Token) -> bool:
    """'a 36-year-old man', 'the driver': one person."""
    return is_person(noun) and noun.tag_ == "NN" and any(c.dep_ == "det" for c in noun.children)


class Anchoring:
    """Ties of the candidates of one paragraph."""

    def __init__(
        self,
        paragraph: Paragraph,
        roles: RoleFinder,
        has_time: Callable[[Candidate], bool],
        has_own_time: Callable[[Candidate], bool],
        told: AbstractSet[str],
    ) -> None:
        self._paragraph = paragraph
        self._roles = roles
        self._has_time = has_time
        self._has_own_time = has_own_time
        self._told = told  # nouns and kinds of incidents that the article has told of

    def is_anchored(self, candidate: Candidate, status: str) -> bool:
        trigger, paragraph = candidate.trigger, self._paragraph
        if trigger.part_of_speech == "noun":
            return self._noun_is_anchored(candidate)
        if trigger.needs in {"official", "actor"} and status == OCCURRED and is_done_to_known(candidate):
            return True
        if trigger.needs == "official":
            return self._roles.is_official(paragraph, candidate.agents)
        sideways = candidate.head.dep_ == "pcomp" and candidate.head.head.lower_ not in BACKGROUND
        if sideways and status != ALLEGED and not self.is_somebody(candidate.agents):
            return False  # 'efforts at banning …': nobody does it
        if trigger.event_subtype == "working-group" and not is_passive(candidate.head):
            return len(self._roles.participants(paragraph, candidate)) > 1 or self._roles.is_official(
                paragraph, candidate.agents
            )
        if (
            trigger.event_type == "agree"
            and trigger.part_of_speech == "verb"
            and candidate.head.lemma_.lower() in UNILATERAL
        ):
            return len(self._roles.participants(paragraph, candidate)) > 1  # one side's vow is no agreement
        if (trigger.needs == "actor" or trigger is FALLBACK) and trigger.frame != "undergo":
            if trigger is FALLBACK and any(map(is_concrete, candidate.agents)):
                return True
            if trigger.event_type in DONE_TO and any(is_counted(p) or is_one_of(p) for p in candidate.patients):
                if not candidate.agents and is_passive(candidate.head) and candidate.head.lemma_.lower() in RESCUING:
                    return True  # 'all 40 passengers were rescued'
                return any(map(is_concrete, candidate.agents))  # 'helicopters rescued 300 people'
            pact = bool(trigger.object_classes) or trigger.event_type == "agree"
            passive = trigger.frame == "symmetric" and pact and is_passive(candidate.head)
            if trigger.event_type == "agree" and any(a.lower_ == "they" for a in candidate.agents):
                return status == OCCURRED and candidate.head.tag_ == "VBD"  # 'They agreed to meet again'
            return self.is_somebody(
                [*candidate.agents, *(candidate.patients if trigger.frame == "symmetric" else ())]
            ) or (passive and (self._has_time(candidate) or status == OCCURRED and is_told_passive(candidate.head)))
        if trigger.part_of_speech == "adjective":
            return True
        if trigger.event_type == "other":
            named = any(a.ent_type_ == "PERSON" for a in candidate.agents) or self._paragraph.block.kind in HEADLINES
            if status not in {OCCURRED, ALLEGED} and not self._has_time(candidate) and not named:
                doers = candidate.agents or (candidate.patients if is_passive(candidate.head) else ())
                return is_particular_plan(candidate, self._roles.has_actor(paragraph, doers))
            return bool(candidate.agents or candidate.patients) or self._paragraph.block.kind in HEADLINES
        return True

    def _noun_is_anchored(self, candidate: Candidate) -> bool:
        """A noun states an event where it has participants, a date, a place or a verb that carries it, and is
        no bare plural."""
        head, paragraph = candidate.head, self._paragraph
        if is_given(head) and candidate.trigger.needs in {"", "anchor", "dated"}:
            return True
        if candidate.trigger.needs in {"official"} and not self._roles.is_official(paragraph, candidate.agents):
            return False
        if head.pos_ == "PROPN" and head.i > head.sent.start and self._paragraph.block.kind not in HEADLINES:
            if candidate.trigger.event_type == "agree":
                return False  # 'the Free Trade Agreement' is the name of a paper
            if head.lemma_.lower() in STANDING_BODIES and not self._has_own_time(candidate):
                return False  # 'the Security Dialogue' meets year by year
        if any(a.lower_ == "according" for a in list(head.ancestors)[:2]):
            return False
        is_vow = candidate.trigger.event_type == "agree" and head.lemma_.lower() in UNILATERAL
        if is_vow and len(self._roles.participants(paragraph, candidate)) < 2:
            return False  # 'his pledge to punish them'
        support = candidate.support
        carried = support is not None and head.head == support and head.dep_ in {"dobj", "nsubj", "nsubjpass"}
        bare = (
            not any(c.dep_ in {"det", "poss", "nummod"} for c in head.children)
            and paragraph.block.kind not in HEADLINES
        )
        dated = self._has_own_time(candidate)
        if candidate.trigger.needs == "dated":
            return dated
        background = not bare and head.dep_ == "pobj" and head.head.lower_ in BACKGROUND
        if candidate.trigger.frame == "speak":
            return bool(dated or carried or background) and self._roles.is_official(
                paragraph, [*candidate.agents, *(c for c in head.children if c.dep_ in {"compound", "amod"})]
            )
        if candidate.trigger.needs != "official" and self._is_known(candidate):
            return True
        many = is_counted(head) or candidate.trigger.event_type == "protest"
        if many and head.dep_ == "attr" and any(c.dep_ == "expl" for c in head.head.children):
            return True  # 'there had been 100 arrests', 'there have been demonstrations'
        if is_told_of_as_there(candidate):
            return True
        if candidate.trigger.event_type == "other" and (is_of_something(head) or is_cause(head)):
            return True
        if is_cause_of_harm(head) and candidate.trigger.event_type in {"assault", "other"}:
            return True
        if dated or (carried or is_purpose(head) or is_where_one_was(head)) and self._has_time(candidate):
            return True
        if background:
            return True
        if any(c.dep_ == "poss" and self._roles.has_actor(paragraph, [c]) for c in head.children):
            return True
        named = any(
            c.dep_ == "acl" and c.tag_ == "VBN" and any(g.dep_ == "prep" for g in c.children) for c in head.children
        )
        for preposition, noun in prepositional(head):
            if candidate.trigger.event_subtype == "protest" and preposition in {"against", "over", "by", "outside"}:
                named = True  # 'after protests against the law'
            if candidate.trigger.event_subtype == "meeting" and preposition in {"in", "at"} and noun.ent_type_ in SITES:
                named = True  # 'talks in Geneva'
            if preposition == "between" and is_concrete(noun):
                named = True  # 'clashes between police and fans'
            wanted = (
                {"between", "with", "by"}
                if bare
                else {"between", "with", "by", "of", "on", "to", "in", "at", "against"}
            )
            if preposition in wanted and (
                self._roles.has_actor(paragraph, [noun]) or noun.ent_type_ in {"GPE", "LOC", "FAC", "PERSON"}
            ):
                named = True
        definite = any(
            c.dep_ in {"det", "poss"} and c.lower_ in {"the", "a", "an", "this", "that", "his", "her", "its", "their"}
            for c in head.children
        )
        is_subject = head.dep_ in {"nsubj", "nsubjpass"} and any(c.lower_ == "the" for c in head.lefts)
        if named or is_subject and candidate.trigger.object_classes:
            return True  # 'the suspension of the talks …'
        compounds = [c for c in head.children if c.dep_ in {"compound", "amod"}]
        if definite and self._roles.has_actor(paragraph, compounds):
            return True
        if candidate.trigger.event_subtype == "meeting" and is_being_in(head):
            return self.is_somebody(agents_of(head.head.head))
        if support is not None and carried and support.lemma_.lower() in CARRYING:
            if support.lemma_.lower() in LASTING:
                return True
            return support.tag_ == "VBD" or is_passive(support) or self.is_somebody(agents_of(support))
        return False

    def is_private_act(self, candidate: Candidate, status: str) -> bool:
        """'The league suspended the club': done by somebody, but by no state, so of no type of states' acts."""
        trigger = candidate.trigger
        if trigger.part_of_speech != "verb" or trigger.needs != "official" or status != OCCURRED:
            return False
        if trigger.event_type == "support":
            return False  # what a firm or a person thanks and praises for is no news
        refused = candidate.head.lemma_.lower() in REFUSING and bool(candidate.patients)
        refused = refused or any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in candidate.head.children)
        is_step = trigger.event_type == "accuse" and bool(trigger.object_classes)  # 'lodged an allegation'
        if trigger.event_type == "reject":  # 'refused to tour Chad', 'blocked the bill'
            is_step = refused or bool(trigger.object_classes or trigger.preposition)
        if trigger.frame != "act" and not is_step or trigger.event_subtype == "denial":
            return False
        unsaid = not candidate.agents and is_passive(candidate.head)
        return unsaid or self.is_somebody(candidate.agents)

    def is_somebody(self, nouns: Sequence[Token]) -> bool:
        """Whether one of the nouns is an actor, named or not: 'the two sides', 'a delegation'."""
        return (
            any(n.lemma_.lower() in SIDES or is_business(n) for n in nouns)
            or self._paragraph.block.kind in HEADLINES
            and any(n.pos_ == "PROPN" for n in nouns)  # 'SL inks trade deal'
            or self._roles.has_actor(self._paragraph, nouns)
            or self._roles.is_official(self._paragraph, nouns)
        )

    def _is_known(self, candidate: Candidate) -> bool:
        """'the crash', where the article has told of one."""
        is_noun = candidate.trigger.part_of_speech == "noun"
        return is_noun and is_back_reference(candidate.head) and bool(kinds(candidate) & self._told)
