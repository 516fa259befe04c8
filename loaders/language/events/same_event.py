"""One event told twice in an article: the telling without a date takes that of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Article
from dossier.language.event_terms import deeds_of_word, word_stem
from dossier.language.events.grammar import is_verb, prepositional
from dossier.language.events.lexicon import word_list
from dossier.language.events.matching import Candidate
from dossier.language.events.roles import Participant
from dossier.language.events.signs import is_back_reference
from dossier.language.rows import TimeExpressionRow

# 'After the summit', 'at the talks': how what is told lies to an event that is dated elsewhere.
ANCHORING = {
    "after": "after",
    "following": "after",
    "since": "after",
    "before": "before",
    "during": "on",
    "at": "on",
}
SEQUENCE = word_list("word of another one")
BACKGROUND = frozenset({"after", "following", "since", "before", "despite"})
RETOLD = frozenset({"other", "coerce", "assault"})
OTHER_DAYS = word_list("word of another day")
OUTCOMES = frozenset({"agreement", "truce", "resume-cooperation", "cooperate"})
OUTCOME_REACH = 1000  # code points from a meeting to what was agreed at it
UNORDERED = frozenset({"latest", "new", "annual", "fresh"})  # say little about which one is meant
INAUGURAL = {"inaugural": "first"}


class Draft(Protocol):
    """What has to be known of an event's passage."""

    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def trigger_start_char(self) -> int: ...
    @property
    def event_type(self) -> str: ...
    @property
    def event_subtype(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def time(self) -> TimeExpressionRow | None: ...
    @property
    def time_relation(self) -> str | None: ...
    @property
    def span_days(self) -> int | None: ...
    @property
    def twin_start_char(self) -> int | None: ...
    @property
    def participants(self) -> tuple[Participant, ...]: ...
    @property
    def is_definite(self) -> bool: ...
    @property
    def candidate(self) -> Candidate | None: ...


DraftT = TypeVar("DraftT", bound=Draft)


@dataclass(frozen=True)
class Telling:
    """What a draft says about which event it tells."""

    at: int
    sides: frozenset[str]
    targets: frozenset[str]
    sequence: str | None
    numbers: frozenset[str]
    names: frozenset[str]
    bodies: frozenset[str]  # a working group or committee that meets
    persons: frozenset[str]
    deeds: frozenset[str]  # what is done, by the word itself and by the deeds it stands for
    is_summit: bool
    things: frozenset[str]  # lemmas of who or what it is told of


def date_by_context(article: Article, drafts: Sequence[DraftT], actors: ActorIndex) -> list[DraftT]:
    """The drafts, those without a date with the date of their other telling or of the event they hang on.

    ``twin_start_char`` of a draft is where the trigger of its other telling begins.
    """
    tellings = [_telling(i, d, actors) for i, d in enumerate(drafts)]
    dated = list(drafts)
    opening = next((p.end_char for p in article.narrative if p.block.kind == "paragraph"), 0)
    for telling, draft in zip(tellings, drafts, strict=True):
        known = next((d for d in drafts if d.trigger_start_char == draft.twin_start_char), None)
        if draft.time is None and known is not None and known.time is not None and known.time_relation != "before":
            dated[telling.at] = _with_time(draft, known.time, known.time_relation, known.span_days)
        elif draft.time is None and draft.candidate is not None:
            twin = _twin(draft, telling, drafts, tellings, opening) or _encounter(draft, telling, drafts, tellings)
            if twin is not None:
                dated[telling.at] = _with_time(draft, twin.time, twin.time_relation, twin.span_days)
                if twin.event_subtype == draft.event_subtype:
                    dated[telling.at] = replace(dated[telling.at], twin_start_char=twin.trigger_start_char)  # type: ignore[type-var]
    heads = {d.candidate.head: d for d in dated if d.candidate is not None and d.time is not None}
    for at, draft in enumerate(dated):
        if draft.time is None and draft.candidate is not None and draft.status == "occurred":
            found = _anchor(draft.candidate, heads) or _told_along(draft.candidate, heads)
            if found is not None:
                dated[at] = _with_time(draft, *found)
    return dated


def told_before(drafts: Sequence[DraftT]) -> list[DraftT]:
    """The drafts, those that only point back ('the crash', 'his arrest') with where the event was told last."""
    last: dict[tuple[str, str], list[DraftT]] = defaultdict(list)
    linked: list[DraftT] = []
    for draft in drafts:
        word = None if draft.candidate is None else draft.candidate.head
        names = set() if word is None else {word_stem(word.lemma_.lower()), *deeds_of_word(word.lemma_.lower())}
        told = [d for n in sorted(names) for d in last[n, draft.event_subtype]]
        told = [d for d in told if draft.time is None or d.time == draft.time]
        is_bare = draft.twin_start_char is None
        if word is not None and is_bare and word.pos_ == "NOUN" and is_back_reference(word):
            is_coming = word.dep_ == "nsubj" and word.head.lemma_ == "come" and word.head.tag_ == "VBZ"
            if not is_coming:  # 'the talks come after …' may be of talks ahead
                told = [] if _says_which(word) else [d for d in told if d.status == draft.status]
            if told:
                twin = max(told, key=lambda d: d.trigger_start_char)
                draft = replace(draft, twin_start_char=twin.trigger_start_char, status=twin.status)  # type: ignore[type-var]
        for name in sorted(names):
            last[name, draft.event_subtype].append(draft)
        linked.append(draft)
    return linked


def _says_which(noun: Token) -> bool:
    """'The summit between the two presidents', 'the Geneva talks': its own words tell which one is meant."""
    return any(c.dep_ == "prep" or c.dep_ in {"compound", "amod", "nmod"} and c.pos_ == "PROPN" for c in noun.children)


def _with_time(draft: DraftT, time: TimeExpressionRow | None, relation: str | None, span_days: int | None) -> DraftT:
    return replace(draft, time=time, time_relation=relation, span_days=span_days)  # type: ignore[type-var]


def _twin(
    draft: Draft, telling: Telling, drafts: Sequence[DraftT], tellings: Sequence[Telling], opening: int
) -> DraftT | None:
    head = None if draft.candidate is None else draft.candidate.head
    if head is not None and draft.event_type in RETOLD and is_verb(head) and _is_of_another_day(head):
        return None  # 'in rulings last year the court overturned the verdict'
    is_lead = draft.start_char <= opening and not _is_background(draft)
    if not draft.is_definite and not is_lead and not _is_retold(draft):
        return None
    twins = [d for d, t in zip(drafts, tellings, strict=True) if d.time is not None and _is_same(draft, telling, d, t)]
    twins = [d for d in twins if telling.names <= _words_of(d)]
    before = [d for d in twins if d.start_char < draft.start_char]
    if draft.is_definite and draft.event_type not in RETOLD and (before or not is_lead):
        return before[-1] if before else None
    twins = [d for d in twins if d.time is not None and d.time.time_kind == "day"]  # the opening tells the day's news
    times = {(d.time.text.lower(), d.time_relation) for d in twins if d.time is not None}
    return twins[0] if len(times) == 1 else None


def _is_retold(draft: Draft) -> bool:
    """Whether a later sentence may tell the news again: plain past, main clause, and no word of another day."""
    head = None if draft.candidate is None else draft.candidate.head
    if head is None or draft.event_type not in RETOLD or draft.status != "occurred":
        return False
    is_main = head.dep_ in {"ROOT", "conj", "ccomp"} and (head.tag_ in {"VBD", "VBN"})
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in head.children)
    return is_main and not had and not _is_of_another_day(head)


def _is_of_another_day(head: Token) -> bool:
    """Whether words of the sentence lead away from the day of the news: 'last year', 'earlier'."""
    return any(t.lower_ in OTHER_DAYS for t in head.sent)


def _encounter(draft: Draft, telling: Telling, drafts: Sequence[DraftT], tellings: Sequence[Telling]) -> DraftT | None:
    """'The two sides agreed to …', told behind a dated meeting of theirs: what they agreed on there."""
    if draft.event_subtype not in OUTCOMES or draft.status != "occurred" or len(telling.sides) < 2:
        return None
    near = [
        (d, t)
        for d, t in zip(drafts, tellings, strict=True)
        if d.event_subtype in {"meeting", "call"}
        and d.status == "occurred"
        and 0 <= draft.start_char - d.end_char <= OUTCOME_REACH
    ]
    if any(one.sides - one.bodies != telling.sides for _, one in near):
        return None
    dated = [d for d, _ in near if d.time is not None and d.time.time_kind == "day"]
    return dated[-1] if len({d.time.text for d in dated if d.time is not None}) == 1 else None


def _is_background(draft: Draft) -> bool:
    """'after the summit': what the news came after is not the news."""
    head = None if draft.candidate is None else draft.candidate.head
    return head is not None and head.dep_ in {"pobj", "pcomp"} and head.head.lower_ in BACKGROUND


def _is_same(left: Draft, one: Telling, right: Draft, other: Telling) -> bool:
    """Whether two passages of one article tell of one event, as far as they say."""
    if left.event_subtype != right.event_subtype or left.status != right.status:
        return False
    if left.event_type == "other" and not one.deeds & other.deeds:
        return False
    if one.sequence != other.sequence and {one.sequence, other.sequence} - {None, "first"}:
        return False
    if _differ(one.numbers, other.numbers) or _differ(one.targets, other.targets):
        return False
    if _differ(one.bodies, other.bodies) or _differ(one.persons, other.persons):
        return False
    if one.is_summit != other.is_summit and not one.persons & other.persons:
        return False
    if not one.sides or not other.sides:
        is_known = left.is_definite and (left.event_type != "assault" or bool(one.deeds & other.deeds))
        if is_known or one.deeds & other.deeds and one.things & other.things:
            return True
        judged = left.event_subtype == "sentencing"  # a court rules on one day
        return left.event_type in RETOLD and (judged or bool(one.deeds & other.deeds))
    if len(one.sides) > 1 and len(other.sides) > 1:
        return one.sides <= other.sides or other.sides <= one.sides
    return bool(one.sides & other.sides)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something and nothing is common."""
    return bool(one and other and not one & other)


def _anchor(candidate: Candidate, heads: dict[Token, DraftT]) -> tuple[TimeExpressionRow, str, int | None] | None:
    verb = candidate.head if candidate.trigger.part_of_speech != "noun" else candidate.support
    for child in () if verb is None else verb.children:
        if child.dep_ != "prep" or child.lower_ not in ANCHORING:
            continue
        for noun in child.children:
            event = heads.get(noun)
            if noun.dep_ == "pobj" and event is not None and event.time is not None and event.time_relation == "on":
                relation = ANCHORING[child.lower_]
                return event.time, relation, event.span_days if relation == "after" else None
    return None


def _told_along(candidate: Candidate, heads: dict[Token, DraftT]) -> tuple[TimeExpressionRow, str, int | None] | None:
    """'capsized on Tuesday, killing 23', 'it jailed him and fined the firm': on the day of the clause it goes with."""
    head = candidate.head
    if candidate.trigger.part_of_speech == "noun":
        return None
    if head.dep_ == "conj":
        event = heads.get(head.head) if head.tag_ == head.head.tag_ else None
    elif head.tag_ == "VBG" and head.dep_ in {"advcl", "acl"} and head.i > 0 and head.nbor(-1).text == ",":
        event = next((heads[a] for a in head.ancestors if a in heads), None)
    else:
        return None
    if event is None or event.time is None or event.status != "occurred":
        return None
    return event.time, event.time_relation or "on", event.span_days


def _telling(at: int, draft: Draft, actors: ActorIndex) -> Telling:
    def side(chain_id: str) -> str:
        return actors.chains[chain_id].country_code or chain_id

    head = None if draft.candidate is None else draft.candidate.head
    return Telling(
        at=at,
        sides=frozenset(side(p.chain_id) for p in draft.participants if p.role != "target"),
        targets=frozenset(side(p.chain_id) for p in draft.participants if p.role == "target"),
        sequence=None if head is None else _sequence(head),
        numbers=frozenset() if draft.candidate is None else frozenset(_numbers(draft.candidate)),
        names=frozenset() if head is None else frozenset(_names(head)),
        bodies=frozenset(p.chain_id for p in draft.participants if p.rule == "meeting-body"),
        persons=frozenset(
            p.chain_id
            for p in draft.participants
            if p.role != "target" and actors.chains[p.chain_id].actor_type == "person"
        ),
        deeds=frozenset() if draft.candidate is None else frozenset(_deeds(draft.candidate)),
        is_summit=draft.candidate is not None and any(t.lemma_.lower() == "summit" for t in draft.candidate.words),
        things=frozenset() if draft.candidate is None else frozenset(_things(draft.candidate)),
    )


def _deeds(candidate: Candidate) -> Iterable[str]:
    for word in candidate.words:
        if word.pos_ in {"NOUN", "VERB", "PROPN"}:
            yield word.lemma_.lower()
            yield from deeds_of_word(word.lemma_.lower())


def _sequence(head: Token) -> str | None:
    words = [c.lower_ for c in head.children if c.lower_ in SEQUENCE and c.lower_ not in UNORDERED]
    return INAUGURAL.get(words[0], words[0]) if words else None


def _names(head: Token) -> Iterable[str]:
    """Names on an event's noun that tell which one it is: 'the Geneva talks', 'the talks in Geneva'."""
    if is_verb(head):
        return
    inside = [c for c in head.lefts if c.dep_ in {"compound", "amod", "nmod"}]
    inside += [noun for preposition, noun in prepositional(head) if preposition in {"in", "at"}]
    yield from (t.lower_ for t in inside if t.pos_ == "PROPN" and t.ent_type_ in {"GPE", "LOC", "FAC"})


def _things(candidate: Candidate) -> Iterable[str]:
    for noun in (*candidate.patients, *candidate.agents):
        yield from (t.lemma_.lower() for t in (noun, *noun.children) if t.pos_ in {"NOUN", "PROPN"})


def _words_of(draft: Draft) -> frozenset[str]:
    head = None if draft.candidate is None else draft.candidate.head
    return frozenset() if head is None else frozenset(t.lower_ for t in head.sent)


def _numbers(candidate: Candidate) -> Iterable[str]:
    for noun in (candidate.head, *candidate.patients, *candidate.agents):
        yield from (t.lower_ for t in (noun, *noun.children) if t.like_num)
