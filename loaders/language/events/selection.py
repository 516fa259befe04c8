"""Which candidates are events.

What really happened, is planned or goes on, and is tied to somebody, somewhere or some time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dossier.language.analysis import Paragraph
from dossier.language.events.concrete import is_concrete
from dossier.language.events.doubles import Selected, without_doubles
from dossier.language.events.generality import is_general
from dossier.language.events.grammar import agents_of, is_headline_verb, is_passive, is_verb, prepositional
from dossier.language.events.lexicon import load_status_cues
from dossier.language.events.matching import CRIME, FALLBACK, Candidate, is_cause_of_harm
from dossier.language.events.occurrences import (
    is_cause,
    is_given,
    is_occurrence,
    is_of_something,
    is_particular_plan,
)
from dossier.language.events.reality import (
    ALLEGED,
    DENIED,
    LASTING,
    NEGATED,
    OCCURRED,
    ONGOING,
    PRESENT,
    SCHEDULED,
    UNREAL,
    reading_of_noun,
    reading_of_verb,
)
from dossier.language.events.refinements import spoken_refusal
from dossier.language.events.roles import RoleFinder
from dossier.language.events.signs import (
    is_against_somebody,
    is_asked,
    is_back_reference,
    is_bare_description,
    is_charge,
    is_cited,
    is_content,
    is_counted,
    is_fixed_phrase,
    is_label,
    is_long_habit,
    is_person,
    is_purpose,
    is_side_effect,
    kinds,
)

PROVISION = re.compile(r"\W{0,4}\(\s?(?:[a-hj-z]|[ivx]{1,4}|[A-H])\W{0,2}\)|Sec(?:tion|\.)\s*\d")
DONE_TO = frozenset({"coerce", "aid", "assault"})
PRAISED = frozenset({"aid", "support", "cooperate"})
STANDING_BODIES = frozenset({"dialogue", "forum", "conference", "council", "consultation", "mechanism"})
UNILATERAL = frozenset({"pledge", "vow", "promise", "commit"})
BACKGROUND = frozenset({"after", "following", "despite", "before", "since", "during", "amid"})
SIDES = frozenset(
    "side country nation leader group delegation committee commission panel team party government state "
    "minister lawmaker official rebel "
    "militant troop soldier union company firm protester demonstrator envoy negotiator counterpart council army "
    "militia force".split()
)
BEGINNING = frozenset({"starting", "beginning", "commencing"})
HEADLINES = frozenset({"headline", "heading", "caption"})
ANNOUNCING = frozenset({"announce", "declare", "unveil", "reveal", "confirm"})
# Types whose reports in the perfect, without a date, are standing positions rather than acts.
STANCES = frozenset({"accuse", "reject", "support"})
# Verbs that only carry an event noun: 'held talks', 'carried out an attack', 'suffered a defeat'.
CARRYING = frozenset(
    "hold have take make conduct carry stage host attend give issue launch begin start open end conclude "
    "continue resume follow undergo "
    "remain persist plan schedule suffer face mount deliver announce order sign reach pay commit cause report happen "
    "occur come kill hit strike rock meet discuss".split()
)


class Selector:
    """Decides over the candidates of one paragraph."""

    def __init__(
        self,
        paragraph: Paragraph,
        roles: RoleFinder,
        has_time: Callable[[Candidate], bool],
        has_own_time: Callable[[Candidate], bool],
        repeats: Callable[[Candidate], bool],
        told: set[str],
    ) -> None:
        self._paragraph = paragraph
        self._roles = roles
        self._has_time = has_time  # a date in the event's clause
        self._repeats = repeats  # 'every year', 'annually'
        self._told = told  # nouns and kinds of incidents that the article has told of
        self._is_provision = PROVISION.match(paragraph.doc.text) is not None
        self._has_own_time = has_own_time  # a date on the event's own words

    def select(self, candidates: Sequence[Candidate]) -> list[Selected]:
        """The events among the candidates, without those that only carry another."""
        selected: list[Selected] = []
        for candidate in self._announced(candidates):
            status = self._status(candidate)
            if is_charge(candidate):
                candidate, status = replace(candidate, trigger=CRIME), ALLEGED
            if status is not None and not self._is_general(candidate, status) and self._counts(candidate, status):
                rule = candidate.trigger.key if candidate.announced_by is None else f"announced:{candidate.trigger.key}"
                selected.append(Selected(candidate, status, rule))
                self._told |= kinds(candidate)
        return without_doubles(self._outside_content(selected, candidates))

    def _counts(self, candidate: Candidate, status: str) -> bool:
        """Whether the candidate is tied to somebody, somewhere or some time as its trigger asks."""
        if candidate.trigger is CRIME:
            return self._has_own_time(candidate) or is_against_somebody(candidate)
        if not self._is_anchored(candidate, status):
            return False
        if (
            candidate.trigger.event_type != "other"
            or is_back_reference(candidate.head)
            and kinds(candidate) & self._told
        ):
            return True
        if self._paragraph.block.kind in HEADLINES and (
            candidate.head.dep_ in {"ROOT", "conj", "nsubj", "dobj"} or is_headline_verb(candidate.head)
        ):
            return True
        around = [*candidate.agents, *candidate.patients]
        named = self._roles.has_actor(self._paragraph, around) or any(map(is_person, around))
        return is_occurrence(candidate, status, self._has_time(candidate), self._has_own_time(candidate), named)

    def _is_general(self, candidate: Candidate, status: str) -> bool:
        is_headline = self._paragraph.block.kind in HEADLINES
        dated = self._has_own_time(candidate) if status == ONGOING else self._has_time(candidate)
        return is_general(candidate, status, dated, is_headline)

    def _outside_content(self, selected: Sequence[Selected], candidates: Sequence[Candidate]) -> list[Selected]:
        """What somebody is accused of, asked for or has promised is told, but not stated as a fact: left out."""
        pacts = {s.candidate.head.i for s in selected if s.candidate.trigger.event_subtype == "agreement"}
        told = {s.candidate.head.i for s in selected}
        tellers = pacts | {  # what one side alone has pledged is its plan
            c.head.i
            for c in candidates
            if c.trigger.event_type != "other"
            and c.trigger.frame == "speak"
            and (c.trigger.event_type != "accuse" or c.head.i in told)
        }
        kept: list[Selected] = []
        for one in selected:
            path = [one.candidate.head]
            if one.candidate.trigger.part_of_speech == "noun" and any(
                c.dep_ == "relcl" and is_passive(c) and c.i > one.candidate.head.i for c in one.candidate.head.children
            ):
                kept.append(one)  # 'accused of breaking a truce that was agreed in May': the truce is a fact
                continue
            if one.candidate.head.dep_ == "advcl" and any(c.dep_ == "mark" for c in one.candidate.head.children):
                kept.append(one)
                continue
            for ancestor in one.candidate.head.ancestors:
                if ancestor.i in tellers and is_content(path[-1]):
                    break
                if (
                    ancestor.lower_ in BACKGROUND
                    or ancestor.dep_ == "advcl"
                    or ancestor.lower_ in {"retaliation", "response"}
                ):
                    kept.append(one)  # 'after …' and 'in response to …' are the teller's own ground
                    break
                path.append(ancestor)
            else:
                kept.append(one)
        return kept

    def _announced(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """'announced it will ban …' is the announcement of the ban.

        The content's type at the announcement's place and time.
        """
        result: list[Candidate] = []
        for candidate in candidates:
            refusal = spoken_refusal(candidate)
            if refusal is not None:
                result.append(refusal)
                continue
            if candidate.trigger.part_of_speech == "verb" and candidate.trigger.event_type != "other":
                announcer = self._announcer(candidate.head)
                if announcer is not None:
                    result.append(replace(candidate, announced_by=announcer))
                    if self._has_time(candidate):
                        result.append(candidate)
                    continue
            result.append(candidate)
        announcing = {c.announced_by.i for c in result if c.announced_by is not None}
        return [c for c in result if not (c.head.i in announcing and c.trigger.event_type == "other")]

    @staticmethod
    def _announcer(verb: Token) -> Token | None:
        head = verb.head
        if verb.dep_ not in {"ccomp", "xcomp"} or head.lemma_.lower() not in ANNOUNCING:
            return None
        ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "to", "'ll", "’ll"} for c in verb.children)
        return head if ahead else None

    def _status(self, candidate: Candidate) -> str | None:
        head = candidate.head
        trigger = candidate.trigger
        if candidate.announced_by is not None:
            reading = reading_of_verb(candidate.announced_by)
        elif trigger.part_of_speech == "noun":
            reading = reading_of_noun(head)
        else:
            reading = reading_of_verb(head) if is_verb(head) else OCCURRED
        if reading in {UNREAL, NEGATED} or self._repeats(candidate):
            return None
        if (
            self._is_undated_rule(candidate)
            or self._is_generic(candidate)
            or self._is_habit(head)
            or is_long_habit(head)
        ):
            return None
        if reading == PRESENT and trigger.part_of_speech == "adjective":
            return OCCURRED  # 'is dead after a fall'
        if reading == PRESENT:
            return self._present(candidate)
        if trigger.event_type in STANCES and trigger.part_of_speech == "verb" and self._is_stance(candidate):
            return None
        if trigger.event_type == "other" and head.lower_ in BEGINNING:
            return None  # '… starting 1 May' dates another event
        if reading == SCHEDULED and trigger.event_type in PRAISED and not self._has_time(candidate):
            if trigger.event_type == "aid" and trigger.object_classes and self._is_somebody(candidate.agents):
                return reading  # 'will provide 5 million euros'
            return None  # 'this will help us', 'will support families': promises of good
        if reading == ONGOING and trigger.event_subtype == "prosecution" and any(map(is_person, candidate.agents)):
            return OCCURRED  # 'is facing charges'
        if reading == ONGOING and (trigger.event_type == "other" or not self._is_acting(candidate)):
            return None
        return reading if reading in {OCCURRED, SCHEDULED, ONGOING, ALLEGED, DENIED} else OCCURRED

    def _is_undated_rule(self, candidate: Candidate) -> bool:
        """'(b) The agency shall publish …': the provisions of an order or a law tell what is to be, not what was."""
        is_bidden = any(c.dep_ == "aux" and c.lower_ == "shall" for c in candidate.head.children)
        return (self._is_provision or is_bidden) and not self._has_time(candidate)

    def _is_known(self, candidate: Candidate) -> bool:
        """'the crash', where the article has told of one."""
        is_noun = candidate.trigger.part_of_speech == "noun"
        return is_noun and is_back_reference(candidate.head) and bool(kinds(candidate) & self._told)

    def _is_generic(self, candidate: Candidate) -> bool:
        """What only describes or praises: no day, no doer."""
        if is_label(candidate) or is_asked(candidate) or is_cited(candidate):
            return True
        if is_fixed_phrase(candidate.head):
            return True
        if (
            candidate.trigger.part_of_speech != "verb"
            or candidate.trigger.event_type == "other"
            or self._has_time(candidate)
        ):
            return False
        if candidate.trigger.event_type in PRAISED and is_side_effect(candidate.head):
            return True
        return candidate.trigger.event_type in DONE_TO and is_bare_description(candidate.head)

    def _is_acting(self, candidate: Candidate) -> bool:
        if candidate.trigger.part_of_speech == "noun":
            return True
        return self._is_somebody([*candidate.agents, *candidate.patients])

    def _is_somebody(self, nouns: Sequence[Token]) -> bool:
        """Whether one of the nouns is an actor, named or not: 'the two sides', 'a delegation'."""
        return (
            any(n.lemma_.lower() in SIDES for n in nouns)
            or self._roles.has_actor(self._paragraph, nouns)
            or self._roles.is_official(self._paragraph, nouns)
        )

    def _present(self, candidate: Candidate) -> str | None:
        """The present tense tells of an event in headlines and captions, and where an official takes a stand.

        Else of a habit.
        """
        head, trigger = candidate.head, candidate.trigger
        if self._paragraph.block.kind in HEADLINES and head.dep_ != "relcl":
            return OCCURRED
        if trigger.event_type in {"other", "accuse", "support"} or self._is_habit(head):
            return None
        if trigger.event_subtype == "denial" and head.dep_ == "relcl":  # 'a claim the ministry denies'
            return OCCURRED if self._roles.is_official(self._paragraph, candidate.agents) else None
        main = head.dep_ in {"ROOT", "ccomp", "conj"} and not is_passive(head)
        if trigger.event_type not in {"reject", "demand", "threaten", "accuse", "coerce"} and not (
            trigger.event_subtype == "report-published" or self._has_time(candidate)
        ):
            return None  # 'the agency implements policy': what a body does for a living
        if trigger.part_of_speech == "noun":
            return None
        if trigger.event_subtype == "prosecution":  # 'is charged with', 'faces charges'
            return OCCURRED if head.dep_ in {"ROOT", "ccomp", "conj", "relcl"} else None
        if trigger.event_subtype == "report-published" and trigger.subject_classes:
            return OCCURRED if main else None
        if main and head.dep_ == "ROOT" and self._roles.has_actor(self._paragraph, candidate.agents):
            return OCCURRED
        return None

    @staticmethod
    def _is_habit(verb: Token) -> bool:
        cues = load_status_cues()
        return any(cues.get(("adverb", c.lower_)) == "habitual" for c in verb.children if c.dep_ == "advmod")

    def _is_stance(self, candidate: Candidate) -> bool:
        head = candidate.head
        perfect = head.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
        return (perfect or self._is_habit(head)) and not self._has_time(candidate)

    def _is_anchored(self, candidate: Candidate, status: str) -> bool:
        trigger, paragraph = candidate.trigger, self._paragraph
        if trigger.part_of_speech == "noun":
            return self._noun_is_anchored(candidate)
        if trigger.needs == "official":
            return self._roles.is_official(paragraph, candidate.agents)
        sideways = candidate.head.dep_ == "pcomp" and candidate.head.head.lower_ not in BACKGROUND
        if sideways and status != ALLEGED and not self._is_somebody(candidate.agents):
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
            if trigger.event_type in DONE_TO and any(map(is_counted, candidate.patients)):
                return any(map(is_concrete, candidate.agents))  # 'helicopters rescued 300 people'
            passive = trigger.frame == "symmetric" and bool(trigger.object_classes) and is_passive(candidate.head)
            return self._is_somebody(
                [*candidate.agents, *(candidate.patients if trigger.frame == "symmetric" else ())]
            ) or (passive and self._has_time(candidate))
        if trigger.part_of_speech == "adjective":
            return True
        if trigger.event_type == "other":
            named = any(a.ent_type_ == "PERSON" for a in candidate.agents) or self._paragraph.block.kind in HEADLINES
            if status != OCCURRED and not self._has_time(candidate) and not named:
                return is_particular_plan(candidate, self._roles.has_actor(paragraph, candidate.agents))
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
        if candidate.trigger.event_type == "other" and (is_of_something(head) or is_cause(head)):
            return True
        if is_cause_of_harm(head) and candidate.trigger.event_type in {"assault", "other"}:
            return True
        if dated or (carried or is_purpose(head)) and self._has_time(candidate):
            return True
        if background:
            return True
        if any(c.dep_ == "poss" and self._roles.has_actor(paragraph, [c]) for c in head.children):
            return True
        named = any(
            c.dep_ == "acl" and c.tag_ == "VBN" and any(g.dep_ == "prep" for g in c.children) for c in head.children
        )
        for preposition, noun in prepositional(head):
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
        if named:
            return True
        compounds = [c for c in head.children if c.dep_ in {"compound", "amod"}]
        if definite and self._roles.has_actor(paragraph, compounds):
            return True
        if support is not None and carried and support.lemma_.lower() in CARRYING:
            if support.lemma_.lower() in LASTING:
                return True
            return support.tag_ == "VBD" or is_passive(support) or self._is_somebody(agents_of(support))
        return False
