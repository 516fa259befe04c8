"""Which candidates are events.

What really happened, is planned or goes on, and is tied to somebody, somewhere or some time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dossier.language.analysis import Paragraph, text_of
from dossier.language.events.anchoring import BACKGROUND, DONE_TO, HEADLINES, Anchoring
from dossier.language.events.charges import as_charged, charge_over, is_charged, is_one_deed
from dossier.language.events.doubles import Selected, without_doubles
from dossier.language.events.generality import is_general
from dossier.language.events.grammar import (
    is_headline_clause,
    is_headline_plan,
    is_headline_verb,
    is_passive,
    is_verb,
    speakers_or,
)
from dossier.language.events.lexicon import load_noun_classes, load_status_cues, word_list
from dossier.language.events.matching import Candidate
from dossier.language.events.objects import PLAIN
from dossier.language.events.occurrences import is_lead_news, is_occurrence
from dossier.language.events.plans import is_timetabled, is_under_way, is_voted
from dossier.language.events.reality import (
    ALLEGED,
    DENIED,
    NEGATED,
    OCCURRED,
    ONGOING,
    PRESENT,
    SCHEDULED,
    THREATENED,
    UNREAL,
    is_threatened,
    reading_of_noun,
    reading_of_verb,
)
from dossier.language.events.refusals import spoken_refusal
from dossier.language.events.roles import RoleFinder
from dossier.language.events.signs import (
    is_asked,
    is_attribute,
    is_back_reference,
    is_bare_description,
    is_cited,
    is_content,
    is_counted,
    is_description,
    is_fixed_phrase,
    is_label,
    is_long_habit,
    is_of_the_utmost,
    is_only_verb,
    is_person,
    is_side_effect,
    kinds,
)

PROVISION = re.compile(r"\W{0,4}\(\s?(?:[a-hj-z]|[ivx]{1,4}|[A-H]|\d{1,2})\W{0,2}\)|Sec(?:tion|\.)\s*\d")
PRAISED = frozenset({"aid", "support", "cooperate"})
BEGINNING = frozenset({"starting", "beginning", "commencing"})
MEETING = "meeting"
ENDING = word_list("verb of how talks end")
ANNOUNCING = word_list("verb of announcing by word")
NOT_BY_WORD = frozenset({"other", "protest", "consult", "assault"})  # who announces a strike is not yet on strike
COMING_INTO_FORCE = word_list("verb of coming into force")
PERFORMED = word_list("verb of what is done by saying so")
# Types whose reports in the perfect, without a date, are standing positions rather than acts.
THREATENABLE = frozenset({"protest"})
STANCES = frozenset({"accuse", "reject", "support"})
DRIVING = word_list("verb of driving")  # also what no one says: 'frost forced …'
SPOKEN = frozenset({"say", "state", "declare", "add"})
CLAIMING = frozenset({"allege", "claim", "maintain"})  # what one keeps saying
POSITIONS = word_list("verb of a standing position")
CALLING = frozenset({"summon"})  # an act, whatever the tense


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
        is_lead: bool,
    ) -> None:
        self._paragraph = paragraph
        self._roles = roles
        self._has_time = has_time  # a date in the event's clause
        self._repeats = repeats  # 'every year', 'annually'
        self._told = told  # nouns and kinds of incidents that the article has told of
        self._is_lead = is_lead  # one of the first paragraphs, where the news is told
        self._is_provision = PROVISION.match(text_of(paragraph.doc)) is not None
        self._has_own_time = has_own_time  # a date on the event's own words
        self._anchoring = Anchoring(paragraph, roles, has_time, has_own_time, told)

    def select(self, candidates: Sequence[Candidate]) -> list[Selected]:
        """The events among the candidates, without those that only carry another."""
        selected: list[Selected] = []
        for candidate in self._announced(candidates):
            charge = charge_over(candidate)
            if charge is not None:
                candidate = as_charged(candidate, charge)
            status = self._status(candidate) if charge is None else charge.status
            if self._is_end_of_told_talks(candidate):
                continue
            if (
                status is not None
                and not self._counts(candidate, status)
                and self._anchoring.is_private_act(candidate, status)
            ):
                candidate = replace(candidate, trigger=PLAIN)
            if status is not None and not self._is_general(candidate, status) and self._counts(candidate, status):
                rule = candidate.trigger.key if candidate.announced_by is None else f"announced:{candidate.trigger.key}"
                selected.append(Selected(candidate, status, rule))
                self._told |= kinds(candidate) | ({MEETING} if candidate.trigger.event_subtype == MEETING else set())
        threats = {s.candidate.head.head for s in selected if s.status == THREATENED}
        selected = [
            s for s in selected if s.candidate.head not in threats or s.candidate.trigger.event_type != "threaten"
        ]
        return without_doubles(self._outside_content(selected, candidates))

    def _is_end_of_told_talks(self, candidate: Candidate) -> bool:
        """'… met in Cairo, but the talks ended without agreement': how a meeting told before ended, no second one."""
        head = candidate.head
        if candidate.trigger.part_of_speech == "verb" and candidate.trigger.event_type == "other":
            talks = [a for a in candidate.agents if a.lemma_.lower() in load_noun_classes()["talks"]]
            return bool(talks) and head.lemma_.lower() in ENDING and self._is_known_end(talks[0])
        return candidate.trigger.event_subtype == MEETING and self._is_known_end(head)

    def _is_known_end(self, head: Token) -> bool:
        if MEETING not in self._told or head.dep_ != "nsubj" or head.head.lemma_.lower() not in ENDING:
            return False
        verb = head.head
        dated = any(t.ent_type_ in {"DATE", "TIME"} for t in verb.subtree)
        return not dated and any(c.lower_ in {"the", "those", "their", "these", "this"} for c in head.lefts)

    def _counts(self, candidate: Candidate, status: str) -> bool:
        """Whether the candidate is tied to somebody, somewhere or some time as its trigger asks."""
        if is_charged(candidate):
            return is_one_deed(candidate, status, self._has_own_time(candidate))
        if not self._anchoring.is_anchored(candidate, status):
            return False
        if (
            candidate.trigger.event_type != "other"
            or is_back_reference(candidate.head)
            and kinds(candidate) & self._told
        ):
            return True
        if self._paragraph.block.kind in HEADLINES and (
            candidate.head.dep_ in {"ROOT", "conj", "nsubj", "dobj"}
            or is_headline_verb(candidate.head)
            or is_headline_clause(candidate.head)
        ):
            return True
        around = [*candidate.agents, *candidate.patients]
        named = self._roles.has_actor(self._paragraph, around) or any(map(is_person, around))
        if self._is_lead and is_lead_news(candidate, status):
            return True
        return is_occurrence(candidate, status, self._has_time(candidate), self._has_own_time(candidate), named)

    def _is_general(self, candidate: Candidate, status: str) -> bool:
        if is_charged(candidate):
            return False
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
            and (c.trigger.event_type != "accuse" and c.head.lemma_.lower() not in DRIVING or c.head.i in told)
        }
        kept: list[Selected] = []
        for one in selected:
            path = [one.candidate.head]
            if one.status == THREATENED or is_charged(one.candidate):
                kept.append(one)
                continue
            if one.candidate.trigger.part_of_speech == "noun" and any(
                c.dep_ == "relcl" and is_passive(c) and c.i > one.candidate.head.i for c in one.candidate.head.children
            ):
                kept.append(one)  # 'accused of breaking a truce that was agreed in May': the truce is a fact
                continue
            if one.candidate.head.dep_ == "relcl" and one.candidate.head.head.pos_ == "PROPN":
                kept.append(one)  # 'denied robbing Mr Berg, who died on Monday'
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
            if candidate.trigger.part_of_speech == "verb" and candidate.trigger.event_type not in NOT_BY_WORD:
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
        if reading == UNREAL and self._paragraph.block.kind in HEADLINES and is_headline_plan(head):
            reading = SCHEDULED
        if trigger.event_type in THREATENABLE and is_voted(head):
            return SCHEDULED if self._has_time(candidate) else None  # the vote is told, the strike has no day
        if trigger.event_type in THREATENABLE and is_threatened(head):
            return THREATENED
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
        is_said = trigger.event_type in STANCES and trigger.event_subtype != "suspend-cooperation"
        if is_said and trigger.part_of_speech == "verb" and self._is_stance(candidate):
            return None
        if trigger.event_type == "other" and head.lower_ in BEGINNING:
            return None  # '… starting 1 May' dates another event
        if reading == SCHEDULED and trigger.event_type == "accuse" and not self._has_time(candidate):
            return None  # 'police will allege that …'
        if reading == SCHEDULED and trigger.event_type in PRAISED and not self._has_time(candidate):
            if trigger.event_type == "aid" and trigger.object_classes and self._anchoring.is_somebody(candidate.agents):
                return reading  # 'will provide 5 million euros'
            return None  # 'this will help us', 'will support families': promises of good
        if reading == ONGOING and head.tag_ == "VBG" and head.lemma_.lower() in PERFORMED and candidate.agents:
            return OCCURRED  # 'is announcing', 'is issuing': done by saying so
        if reading == ONGOING and trigger.event_subtype == "prosecution" and any(map(is_person, candidate.agents)):
            return OCCURRED  # 'is facing charges'
        if reading == ONGOING and trigger.event_type == "other" and is_under_way(head):
            return SCHEDULED  # 'is stepping down'
        if reading == ONGOING and (trigger.event_type == "other" or not self._is_acting(candidate)):
            return None
        return reading if reading in {OCCURRED, SCHEDULED, ONGOING, ALLEGED, DENIED} else OCCURRED

    def _is_undated_rule(self, candidate: Candidate) -> bool:
        """'(b) The agency shall publish …': the provisions of an order or a law tell what is to be, not what was."""
        is_bidden = any(c.dep_ == "aux" and c.lower_ == "shall" for c in candidate.head.children)
        if is_bidden and candidate.head.lemma_.lower() not in COMING_INTO_FORCE:
            return True
        return (self._is_provision or is_bidden) and not self._has_time(candidate)

    def _is_generic(self, candidate: Candidate) -> bool:
        """What only describes or praises: no day, no doer."""
        if is_label(candidate) or is_asked(candidate) or is_cited(candidate):
            return True
        if is_fixed_phrase(candidate.head) or is_description(candidate.head) and not self._has_own_time(candidate):
            return True
        if candidate.trigger.part_of_speech != "verb" or candidate.trigger.event_type == "other":
            return False
        is_stance = candidate.trigger.event_type in STANCES and candidate.head.dep_ == "amod"
        if is_of_the_utmost(candidate.head):
            return True
        if (is_stance or is_attribute(candidate.head)) and not self._has_own_time(candidate):
            return True
        if self._has_time(candidate):
            return False
        if candidate.trigger.event_type in PRAISED and is_side_effect(candidate.head):
            return True
        if candidate.trigger.event_type not in DONE_TO | {"sanction"} or not is_bare_description(candidate.head):
            return False
        return not (self._paragraph.block.kind in HEADLINES and is_only_verb(candidate.head))

    def _is_acting(self, candidate: Candidate) -> bool:
        if candidate.trigger.part_of_speech == "noun":
            return True
        if candidate.trigger.event_subtype == "arrest" and any(map(is_counted, candidate.patients)):
            return True  # 'three suspects are being held'
        return self._anchoring.is_somebody([*candidate.agents, *candidate.patients])

    def _present(self, candidate: Candidate) -> str | None:
        """The present tense tells of an event in headlines and captions, and where an official takes a stand.

        Else of a habit.
        """
        head, trigger = candidate.head, candidate.trigger
        if self._paragraph.block.kind in HEADLINES and head.dep_ != "relcl":
            is_order = head.tag_ == "VB" and not any(c.dep_ in {"nsubj", "aux"} for c in head.children)
            return None if is_order else OCCURRED  # 'Begin text', 'Read more'
        if is_timetabled(candidate) and self._has_time(candidate):
            return SCHEDULED  # 'the rule takes effect on 1 May'
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
        spoken = head.dep_ == "ccomp" and head.head.lemma_.lower() in SPOKEN and head.head.tag_ == "VBD"
        if (
            spoken
            and trigger.event_type in {"reject", "demand"}
            and self._roles.is_official(self._paragraph, speakers_or(head, list(candidate.agents)))
        ):
            return OCCURRED  # 'the ministry said it rejects the claim'
        if main and head.dep_ == "ROOT" and self._roles.has_actor(self._paragraph, candidate.agents):
            return OCCURRED
        return None

    @staticmethod
    def _is_habit(verb: Token) -> bool:
        cues = load_status_cues()
        return any(cues.get(("adverb", c.lower_)) == "habitual" for c in verb.children if c.dep_ == "advmod")

    def _is_stance(self, candidate: Candidate) -> bool:
        head = candidate.head
        if head.lemma_.lower() in CALLING:
            return False
        perfect = head.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
        lemma, apart = head.lemma_.lower(), any(c.lower_ == "also" for c in head.children)
        told = self._is_lead or not apart and lemma not in POSITIONS  # 'has also criticised' stands in the background
        news = head.dep_ in {"ROOT", "conj"} and lemma not in CLAIMING and told
        return (perfect and not news or self._is_habit(head)) and not self._has_time(candidate)
