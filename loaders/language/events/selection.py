"""Which candidates are events.

What really happened, is planned or goes on, and is tied to somebody, somewhere or some time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dossier.language.analysis import Paragraph
from dossier.language.events.doubles import Selected, without_doubles
from dossier.language.events.grammar import agents_of, is_passive, is_verb, prepositional
from dossier.language.events.lexicon import load_status_cues
from dossier.language.events.matching import CRIME, FALLBACK, Candidate
from dossier.language.events.occurrences import is_occurrence
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
from dossier.language.events.roles import RoleFinder

# How what is said, demanded or promised hangs on the word for saying it.
CONTENT = frozenset({"ccomp", "xcomp", "prep", "pcomp"})
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
    ) -> None:
        self._paragraph = paragraph
        self._roles = roles
        self._has_time = has_time  # a date in the event's clause
        self._repeats = repeats  # 'every year', 'annually'
        self._has_own_time = has_own_time  # a date on the event's own words

    def select(self, candidates: Sequence[Candidate]) -> list[Selected]:
        """The events among the candidates, without those that only carry another."""
        selected: list[Selected] = []
        for candidate in self._announced(candidates):
            status = self._status(candidate)
            if _is_charge(candidate):
                candidate, status = replace(candidate, trigger=CRIME), ALLEGED
            if status is not None and self._counts(candidate, status):
                rule = candidate.trigger.key if candidate.announced_by is None else f"announced:{candidate.trigger.key}"
                selected.append(Selected(candidate, status, rule))
        return without_doubles(self._outside_content(selected, candidates))

    def _counts(self, candidate: Candidate, status: str) -> bool:
        """Whether the candidate is tied to somebody, somewhere or some time as its trigger asks."""
        if candidate.trigger is CRIME:
            return self._has_own_time(candidate)
        if not self._is_anchored(candidate, status):
            return False
        if candidate.trigger.event_type != "other":
            return True
        if self._paragraph.block.kind in HEADLINES and candidate.head.dep_ in {"ROOT", "conj", "nsubj", "dobj"}:
            return True
        named = self._roles.has_actor(self._paragraph, [*candidate.agents, *candidate.patients])
        return is_occurrence(
            candidate, status, self._has_time(candidate), self._has_own_time(candidate), has_actor=named
        )

    def _outside_content(self, selected: Sequence[Selected], candidates: Sequence[Candidate]) -> list[Selected]:
        """What somebody is accused of, asked for or has promised is told, but not stated as a fact: left out."""
        tellers = {
            c.head.i
            for c in candidates
            if c.trigger.event_type != "other"
            and (c.trigger.frame == "speak" or c.trigger.event_subtype == "agreement")
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
                if ancestor.i in tellers and _is_content(path[-1]):
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
        if reading == PRESENT:
            return self._present(candidate)
        if trigger.event_type in STANCES and trigger.part_of_speech == "verb" and self._is_stance(candidate):
            return None
        if trigger.event_type == "other" and head.lower_ in BEGINNING:
            return None  # '… starting 1 May' dates another event
        if reading == ONGOING and (trigger.event_type == "other" or not self._is_acting(candidate)):
            return None
        return reading if reading in {OCCURRED, SCHEDULED, ONGOING, ALLEGED, DENIED} else OCCURRED

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
        if self._paragraph.block.kind in HEADLINES:
            return OCCURRED
        if trigger.event_type in {"other", "accuse", "support"} or self._is_habit(head):
            return None
        if trigger.event_subtype == "denial" and head.dep_ == "relcl":  # 'a claim the ministry denies'
            return OCCURRED if self._roles.is_official(self._paragraph, candidate.agents) else None
        main = head.dep_ in {"ROOT", "ccomp", "conj"} and not is_passive(head)
        if trigger.part_of_speech == "noun":
            return None
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
        if sideways and not self._is_somebody(candidate.agents):
            return False  # 'efforts at banning …': nobody does it
        if (
            trigger.event_type == "agree"
            and trigger.part_of_speech == "verb"
            and candidate.head.lemma_.lower() in UNILATERAL
        ):
            return len(self._roles.participants(paragraph, candidate)) > 1  # one side's vow is no agreement
        if (trigger.needs == "actor" or trigger is FALLBACK) and trigger.frame != "undergo":
            passive = trigger.frame == "symmetric" and bool(trigger.object_classes) and is_passive(candidate.head)
            return self._is_somebody(
                [*candidate.agents, *(candidate.patients if trigger.frame == "symmetric" else ())]
            ) or (passive and self._has_time(candidate))
        if trigger.event_type == "other":
            named = any(a.ent_type_ == "PERSON" for a in candidate.agents)
            if status != OCCURRED and not self._has_time(candidate) and not named:
                return False
            return bool(candidate.agents or candidate.patients)
        return True

    def _noun_is_anchored(self, candidate: Candidate) -> bool:
        """A noun states an event where it has participants, a date, a place or a verb that carries it, and is
        no bare plural."""
        head, paragraph = candidate.head, self._paragraph
        if candidate.trigger.needs in {"official"} and not self._roles.is_official(paragraph, candidate.agents):
            return False
        if candidate.trigger.event_type == "agree" and head.pos_ == "PROPN" and head.i > head.sent.start:
            return False  # 'the Free Trade Agreement' is the name of a paper
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
        if dated or carried and self._has_time(candidate):
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


def _is_charge(candidate: Candidate) -> bool:
    """A crime that somebody is charged with, wanted or tried for: alleged, whatever became of the charge."""
    if candidate.trigger.part_of_speech != "noun" or candidate.trigger.event_type not in {"assault", "other", "coerce"}:
        return False
    above = list(candidate.head.ancestors)[:2]
    return (
        len(above) == 2
        and above[0].lower_ in {"of", "with", "for", "to"}
        and above[1].lemma_.lower()
        in {
            "charge",
            "arrest",
            "accuse",
            "convict",
            "suspicion",
            "indict",
            "suspect",
            "guilty",
            "plead",
            "count",
            "wanted",
        }
    )


def _is_content(token: Token) -> bool:
    if token.dep_ == "acl":
        return any(c.dep_ in {"aux", "mark"} for c in token.children)
    return token.dep_ in CONTENT
