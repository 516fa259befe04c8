"""Who takes part in an event, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Paragraph
from dossier.language.events.bearing import bears, carries, who_undergoes
from dossier.language.events.grammar import (
    agents_of,
    is_apposed,
    is_verb,
    meanings,
    prepositional,
    resolve_relative,
    unpack,
    with_conjuncts,
)
from dossier.language.events.lexicon import load_nationalities, load_noun_classes, load_offices, word_list
from dossier.language.events.matching import Candidate, side_words
from dossier.language.events.signs import is_person
from dossier.language.rows import ActorChainRow, ActorMentionRow

# Acts of a state: who decides them in office acts for the country too.
STATE_ACTS = frozenset({"sanction", "regulate", "mobilize", "aid"})
OFFICIAL_ACTS = frozenset({"coerce", "regulate"})
SPOKEN_ACTS = frozenset({"accuse", "demand", "reject", "threaten", "support"})
WHOLE_GOVERNMENTS = frozenset({"administration", "government", "cabinet"})
LEAGUES = word_list("word in the name of a league")
OF_STATE = frozenset({"country", "government-body"})
# Who breaks or judges an agreement is not for that a party to it.
BREAKING = word_list("verb that is no party to a pact")
BODIES = word_list("noun of an authority")
PLACED = frozenset({"seizure", "arrest"})
ASKED = frozenset({"demand", "call", "request", "appeal"})
MEETING_BODIES = word_list("body that meets")
TOPICAL = frozenset({"discuss"})
STATE_NOUNS = word_list("noun for who acts for a state")
RANKS = word_list("rank of police or army")


@dataclass(frozen=True)
class Participant:
    """A chain and its part in an event."""

    chain_id: str
    role: str
    rule: str


class RoleFinder:
    """Finds the participants of candidates in one article."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._countries = {
            c.country_code: c.chain_id
            for c in reversed(actors.chains.values())
            if c.actor_type == "country" and c.country_code
        }

    def participants(self, paragraph: Paragraph, candidate: Candidate) -> list[Participant]:
        """Participants, each chain once, in the order agent, target, participant."""
        trigger = candidate.trigger
        if trigger.frame == "symmetric":
            found = self._symmetric(paragraph, candidate)
        elif trigger.frame == "undergo":
            nouns = who_undergoes(candidate)  # 'the firm's shares fell' befell the firm
            disasters = load_noun_classes()["disaster"]
            owned = [n for n in nouns if n.lemma_.lower() not in disasters]  # 'Japan's typhoon' befell it
            owners = [c for n in owned for c in n.children if c.dep_ == "poss"]
            chains = self._chains(paragraph, nouns) or self._chains(paragraph, owners)
            found = [Participant(c, "subject", "subject") for c in chains]
        else:
            found = self._directed(paragraph, candidate)
        unique: dict[str, Participant] = {}
        for participant in found:
            unique.setdefault(participant.chain_id, participant)
        return list(unique.values())

    def is_official(self, paragraph: Paragraph, nouns: Iterable[Token]) -> bool:
        """Whether one of the nouns is a state, one of its bodies, or somebody who holds an office."""
        for resolved in (m for noun in nouns for m in meanings(resolve_relative(noun))):
            forms = {resolved.lemma_.lower(), resolved.lower_.removesuffix("s")}  # 'MPs': a name to the tagger
            if forms & load_offices() or forms & BODIES:
                return True
            if any(c.dep_ in {"compound", "amod", "nmod"} and c.lemma_.lower() in BODIES for c in resolved.lefts):
                return True  # 'rebel forces', 'the opposition UNITA'
            mention = self._mention(paragraph, resolved)
            if mention is None:
                continue
            chain = self._actors.chain_of(mention)
            if chain.actor_type in OF_STATE or _is_league(chain):
                return True
            above = self._actors.chains.get(chain.affiliation_chain_id or "")
            if above is not None and above.actor_type in OF_STATE:
                return True
            if chain.actor_type == "person" and (chain.registry_key is not None or self._holds_office(chain)):
                return True
        return False

    def _holds_office(self, chain: ActorChainRow) -> bool:
        offices = load_offices()
        for role in self._actors.roles:
            if role.chain_id == chain.chain_id and role.title.split()[-1].lower() in offices:
                return True
        return False

    def has_actor(self, paragraph: Paragraph, nouns: Iterable[Token]) -> bool:
        """Whether one of the nouns names an actor."""
        return any(self._chains(paragraph, [noun]) for noun in nouns)

    def _symmetric(self, paragraph: Paragraph, candidate: Candidate) -> list[Participant]:
        nouns: list[Token] = [*candidate.agents]
        if candidate.trigger.part_of_speech == "verb" and candidate.head.lemma_.lower() in TOPICAL:
            anchors: list[Token] = [candidate.head]  # 'discussed A's invasion of B': neither takes part
        elif candidate.trigger.part_of_speech == "verb":
            nouns += candidate.patients
            anchors = [candidate.head, *candidate.patients]
        else:
            anchors = [candidate.head]
            if (
                candidate.support is not None
                and not candidate.agents
                and candidate.support.lemma_.lower() not in BREAKING
                and carries(candidate.support, candidate.head)
            ):
                nouns += agents_of(candidate.support)
        for anchor in anchors:
            if anchor is not candidate.head and self._chains(paragraph, [anchor]):
                continue  # 'his Polish counterpart, NAME': the person meets, not the country
            beside = [c for c in anchor.children if c.dep_ in {"poss", "compound", "amod", "nmod"}]
            nouns += [
                *beside,
                *(g for c in beside for g in c.children if g.dep_ in {"compound", "nmod"}),
            ]  # 'the A-B summit'
            for preposition, noun in prepositional(anchor):
                if preposition in candidate.trigger.target_prepositions or preposition in {
                    "between",
                    "with",
                    "among",
                    "by",
                }:
                    nouns.append(noun)
        return [self._party(c) for c in self._chains(paragraph, nouns)]

    def _party(self, chain_id: str) -> Participant:
        """A side of a mutual event; a working group or committee that meets is what the event is about."""
        chain = self._actors.chains[chain_id]
        if chain.actor_type in {"organization", "group"} and MEETING_BODIES & set(chain.name.lower().split()):
            return Participant(chain_id, "subject", "meeting-body")
        return Participant(chain_id, "participant", "symmetric")

    def _directed(self, paragraph: Paragraph, candidate: Candidate) -> list[Participant]:
        trigger, head = candidate.trigger, candidate.head
        agents = self._chains(paragraph, candidate.agents) or self._owners(paragraph, candidate.agents)
        if (
            not agents
            and not candidate.patients
            and trigger.part_of_speech == "noun"
            and candidate.support is not None
            and carries(candidate.support, head)
        ):
            agents = self._chains(paragraph, agents_of(candidate.support))
        if trigger.event_type == "coerce" and bears(candidate):
            borne = self._chains(paragraph, [*candidate.agents, *agents_of(candidate.support or head)])
            return [Participant(c, "target", "bearer") for c in borne]
        if trigger.part_of_speech == "noun" and not agents:
            agents = self._chains(paragraph, [c for c in head.children if c.dep_ in {"compound", "amod", "nmod"}])
        # 'the country's tariffs were raised', 'a planned A tariff was postponed'
        if not agents and not candidate.agents and trigger.event_type != "coerce":
            before = {"poss", "compound", "amod"} if trigger.event_type in {"sanction", "mobilize"} else {"poss"}
            agents = self._chains(paragraph, [c for p in candidate.patients for c in p.children if c.dep_ in before])
        if not agents and trigger.event_type in OFFICIAL_ACTS and trigger.part_of_speech == "verb":
            agents = self._authority_above(paragraph, head)
        found = [Participant(c, "agent", "subject") for c in agents]
        found += [Participant(c, "agent", "acts-for") for c in self._acts_for(trigger.event_type, agents)]
        targets = [p for p in candidate.patients if p.lemma_.lower() not in ASKED]  # 'repeated Chad's demand'
        places: list[str] = []
        if trigger.frame == "move":  # one visits a country by its capital
            for _, noun in prepositional(head):
                code = load_nationalities().get(noun.lower_)
                places += [self._countries[code]] if code in self._countries else []
        for anchor in (head, *candidate.patients):
            for preposition, noun in prepositional(anchor):
                if preposition in trigger.target_prepositions or (
                    trigger.part_of_speech == "noun" and preposition == "of"
                ):
                    targets += [unpack(noun), noun]
                    wanted = (
                        {"from", "of"}
                        if trigger.part_of_speech == "verb"
                        else {"from", "of", *trigger.target_prepositions}
                    )
                    targets += [inner for p, inner in prepositional(noun) if p in wanted]
        if trigger.frame == "speak" and trigger.event_type not in {"threaten", "reject"}:
            targets += [
                s
                for c in head.children
                if c.dep_ in {"ccomp", "xcomp"}
                for s in c.children
                if s.dep_ in {"nsubj", "nsubjpass"}
            ]
        if trigger.event_type == "reject" and trigger.part_of_speech == "verb":  # 'rejected the firm's request'
            targets += [c for p in candidate.patients for c in p.children if c.dep_ == "poss"]
        if trigger.event_type == "coerce":  # 'arrested 12 people, among them NAME'; a place of arrest is no target
            targets += self._singled_out(candidate)
        taken = {p.chain_id for p in found}
        found += [
            Participant(c, "target", "object")
            for c in [*self._chains(paragraph, targets, goods=True), *places]
            if c not in taken
            and not (trigger.event_subtype in PLACED and self._actors.chains[c].actor_type in OF_STATE)
        ]
        return found

    @staticmethod
    def _singled_out(candidate: Candidate) -> list[Token]:
        """Persons picked out behind the object: 'including NAME', 'among them the union's leader, NAME'."""
        sentence = list(candidate.head.sent)
        starts = [
            t.i for t in sentence if t.i > candidate.head.i and t.lower_ in {"including", "among"} and t.i - 1 >= 0
        ]
        return [t for t in sentence if starts and t.i > starts[0] and t.ent_type_ == "PERSON"] if starts else []

    def _authority_above(self, paragraph: Paragraph, verb: Token) -> list[str]:
        """'Its measures included banning …': the state that the clauses above are about."""
        if verb.tag_ not in {"VBG", "VB"}:
            return []
        for ancestor in verb.ancestors:
            if is_verb(ancestor) or ancestor.pos_ == "AUX":
                found = [
                    c
                    for c in self._chains(paragraph, agents_of(ancestor))
                    if self._actors.chains[c].actor_type in OF_STATE
                ]
                if found:
                    return found
        return []

    def _owners(self, paragraph: Paragraph, nouns: Iterable[Token]) -> list[str]:
        """Who stands before nouns that name nobody: 'a UN convention', 'the country's tariffs'."""
        public = [n for n in nouns if not _is_private(n)]  # 'a former police sergeant' does not act for the police
        before = [c for n in public for c in n.children if c.dep_ in {"poss", "compound", "nmod"}]
        return self._chains(paragraph, before)

    def _acts_for(self, event_type: str, chain_ids: Sequence[str]) -> list[str]:
        """Country or body that the agents act for, where the kind of act is one of states, or of speaking in office."""
        found: list[str] = []
        for chain_id in chain_ids:
            chain = self._actors.chains[chain_id]
            country = self._countries.get(chain.country_code or "")
            if event_type in STATE_ACTS and chain.name.split()[-1].lower() in WHOLE_GOVERNMENTS:
                found += [c for c in (self._namesake(chain), country) if c is not None]
            if chain.actor_type != "person":
                continue
            body = self._actors.chains.get(chain.affiliation_chain_id or "")
            if country is not None and (event_type in STATE_ACTS or event_type == "demand" and body is None):
                found.append(country)
            elif event_type in SPOKEN_ACTS and body is not None and body.actor_type == "government-body":
                found.append(body.chain_id)
        return [c for c in found if c not in chain_ids]

    def _namesake(self, body: ActorChainRow) -> str | None:
        """The person whom a government is called after: 'the NAME administration'."""
        names = {word.lower() for word in body.name.split()[:-1]}
        persons = (c for c in self._actors.chains.values() if c.actor_type == "person")
        return next((c.chain_id for c in persons if c.name.split()[-1].lower() in names), None)

    def _mention(self, paragraph: Paragraph, noun: Token) -> ActorMentionRow | None:
        return self._actors.mention_of_token(paragraph, noun)

    def _chains(self, paragraph: Paragraph, nouns: Iterable[Token], goods: bool = False) -> list[str]:
        """Chains of the nouns.

        By a mention on the head, its apposition, or the state that an official noun belongs to.
        """
        found: list[str] = []
        for first in nouns:
            for each in with_conjuncts(resolve_relative(first)):
                found += self._chains_of(paragraph, unpack(each), goods)
        return list(dict.fromkeys(found))

    def _chains_of(self, paragraph: Paragraph, noun: Token, goods: bool) -> list[str]:
        if noun.lemma_.lower() in load_offices():  # 'Country A's minister of defence, NAME'
            owners = {t for c in noun.children if c.dep_ == "poss" for t in c.subtree}
            for word in (w for w in side_words(noun) if w not in owners):
                inner = self._mention(paragraph, word)
                if inner is not None and self._actors.chain_of(inner).actor_type == "person":
                    return [inner.chain_id]
        leaders = [
            c
            for child in noun.children
            if child.dep_ == "acl" and child.lower_ in {"led", "headed"}
            for p, o in prepositional(child)
            if p == "by"
            for c in self._chains_of(paragraph, o, False)
        ]
        mention = self._mention(paragraph, noun)
        if mention is not None:
            others = [
                m.chain_id
                for child in noun.children
                if child.dep_ == "appos" and self._mention(paragraph, child) == mention
                for other in with_conjuncts(child)
                if (m := self._mention(paragraph, other)) is not None
            ]  # 'Presidents A and B'
            return [mention.chain_id, *others, *leaders]
        if noun.lemma_.lower() in load_offices() and noun.i + 1 < len(noun.doc):  # 'President NAME' cut in two
            following = self._mention(paragraph, noun.nbor(1))
            if following is not None and self._actors.chain_of(following).actor_type == "person":
                return [following.chain_id]
        code = load_nationalities().get(noun.lower_)
        is_many = any(c.dep_ == "nummod" for c in noun.children)  # '3,000 Germans' are not Germany
        if noun.pos_ == "PROPN" and code in self._countries and not is_many:  # a capital that acts is its country
            return [self._countries[code]]
        apposed = [a for c in noun.children if is_apposed(c, noun) for a in with_conjuncts(c)]
        named = [m.chain_id for a in apposed if (m := self._mention(paragraph, a)) is not None]
        named = named or self._named_behind(paragraph, noun)
        if named:
            return named
        found: list[str] = []
        lemma = noun.lemma_.lower()
        belongs = lemma in STATE_NOUNS or lemma in load_noun_classes().get("delegation", frozenset())
        for child in noun.children:
            if child.dep_ in {"compound", "amod", "nmod", "poss"} and (belongs or goods and not _is_private(noun)):
                inner = self._mention(paragraph, child)
                code = load_nationalities().get(child.lower_)
                if inner is not None:
                    found.append(inner.chain_id)
                elif code in self._countries:
                    found.append(self._countries[code])
        return found + leaders

    def _named_behind(self, paragraph: Paragraph, noun: Token) -> list[str]:
        """'his former partner, NAME, of …': the person named behind a comma, whatever the parser hangs the name on."""
        if noun.pos_ != "NOUN" or noun.tag_ != "NN" or not is_person(noun) or noun.i + 2 >= len(noun.doc):
            return []
        comma, first = noun.nbor(1), noun.nbor(2)
        mention = self._mention(paragraph, first) if comma.text == "," and first.pos_ == "PROPN" else None
        if mention is None or paragraph.char_of(first) != mention.start_char:
            return []
        return [mention.chain_id] if self._actors.chain_of(mention).actor_type == "person" else []


def _is_private(noun: Token) -> bool:
    """'a former police sergeant', 'a bank's manager' act for themselves, 'government troops' for their body."""
    lemma, before = noun.lemma_.lower(), {t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]}
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return False
    if before & {"former", "ex", "retired", "then", "late"} or lemma in RANKS and before & {"a", "an"}:
        return is_person(noun) or lemma in load_offices()
    return is_person(noun) and lemma not in STATE_NOUNS | BODIES


def _is_league(chain: ActorChainRow) -> bool:
    """A body of states: the United Nations and its councils, an African or European union, a treaty organisation."""
    if chain.actor_type != "organization" or chain.country_code is not None:
        return False
    words = set(chain.name.lower().replace("-", " ").split())
    return bool(LEAGUES & words) or "world" in words and bool({"organization", "organisation", "programme"} & words)
