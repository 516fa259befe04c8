"""Finding the triggers of a paragraph: which words denote which event, with the nouns their conditions rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from dossier.language.actor_index import ActorIndex
from dossier.language.analysis import Paragraph, SpanIndex
from dossier.language.events.concrete import is_concrete, is_name_part, is_named_disaster
from dossier.language.events.grammar import (
    agents_of,
    is_headline_verb,
    is_passive,
    is_perfect,
    is_swallowed_verb,
    is_verb,
    meanings,
    patients_of,
    prepositional,
    speakers_or,
    unpack,
)
from dossier.language.events.lexicon import (
    Trigger,
    TriggerLexicon,
    load_nationalities,
    load_noun_classes,
    load_plain_verbs,
    load_triggers,
    word_list,
)
from dossier.language.events.misreadings import has_lost_auxiliary, is_verb_read_as_noun
from dossier.language.rows import ItemMentionRow, TimeExpressionRow

# Nouns that carry another noun's meaning when it stands before them: 'tariff rates', 'a sanctions regime'.
CARRIERS = word_list("noun that carries the noun before it")
TRAVELLERS = word_list("noun for who travels for a state")
NO_COUNT = frozenset({"MONEY", "PERCENT", "DATE", "TIME", "QUANTITY", "ORDINAL"})
ITEM_CLASSES = frozenset({"substance", "contraband"})
NO_VERBS = frozenset({"aux", "amod", "compound"})
CARRIED = word_list("noun that a verb carries")
TITLED = frozenset({"person_post", "emissary", "court"})
FALLBACK = Trigger("verb|dated", (), "verb", (), (), "", "", "other", "other", "act", "dated", frozenset())


@dataclass(frozen=True)
class Candidate:
    """Words that may denote an event."""

    trigger: Trigger
    head: Token
    words: tuple[Token, ...]  # of the trigger, in text order, without gaps
    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    support: Token | None = None  # verb of the clause that a nominal trigger stands in
    announced_by: Token | None = field(default=None)


class Matcher:
    """Matches triggers in the paragraphs of one article."""

    def __init__(
        self, actors: ActorIndex, items: SpanIndex[ItemMentionRow], times: SpanIndex[TimeExpressionRow]
    ) -> None:
        self._actors = actors
        self._items = items
        self._times = times

    def candidates(self, paragraph: Paragraph) -> list[Candidate]:
        """All candidates of a paragraph, at most one a head word, in text order."""
        lexicon = load_triggers()
        found: list[Candidate] = []
        for token in paragraph.doc:
            lemma = base_form(token, lexicon)
            candidate = None
            if token.tag_ == "VBG" and token.lower_ in lexicon.phrases and not patients_of(token):
                candidate = self._phrase_candidate(token, lexicon.phrases[token.lower_])  # '23 more are missing'
            elif is_verb(token) and (token.dep_ not in NO_VERBS or is_headline_verb(token) or is_swallowed_verb(token)):
                candidate = self._verb_candidate(paragraph, token, lexicon.verbs.get(lemma, ()))
                if candidate is None:
                    candidate = self._dated_candidate(paragraph, token, lemma)
            elif is_verb_read_as_noun(token, lexicon):
                doers = (token.nbor(-1),)
                candidate = Candidate(lexicon.verbs[token.lemma_.lower()][-1], token, (token,), agents=doers)
            elif token.pos_ in {"NOUN", "PROPN"} and not is_name_part(token):
                candidate = self._noun_candidate(paragraph, token, lexicon.nouns.get(lemma, ()))
            if candidate is None and lemma in lexicon.phrases:
                candidate = self._phrase_candidate(token, lexicon.phrases[lemma])
            if candidate is not None:
                found.append(candidate)
        return found

    def _verb_candidate(self, paragraph: Paragraph, verb: Token, triggers: Sequence[Trigger]) -> Candidate | None:
        if not triggers:
            return None
        agents, patients = speakers_or(verb, agents_of(verb)), patients_of(verb)
        if has_lost_auxiliary(verb, agents, patients):
            agents, patients = [], agents
        for trigger in triggers:
            rest = _rest_of_phrase(verb, trigger.words)
            if rest is None:
                continue
            complements = {"dobj", "oprd", "attr"} if verb.lemma_ == "become" else {"dobj", "oprd"}
            kept = [c for c in verb.children if c.dep_ in complements]  # 'was paid 300 euros', 'left two missing'
            # 'signed an order raising the duty': the parser makes the order the subject of what it does.
            doing = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBG"]
            kept += [s for c in doing for s in c.lefts if s.dep_ == "nsubj"]
            objects = [m for p in dict.fromkeys([*patients, *kept]) if p not in rest for m in meanings(p)]
            if (
                trigger.event_type == "assault"
                and not trigger.object_classes
                and any(self._is_abstract(paragraph, o) for o in objects)
            ):
                continue
            if trigger.object_classes == ("none",):
                if patients or any(c.dep_ == "ccomp" for c in verb.children):
                    continue
            elif trigger.object_classes and not any(
                self.in_classes(paragraph, o, trigger.object_classes) for o in objects
            ):
                continue
            if trigger.frame == "move" and trigger.needs == "actor" and not self._travels(paragraph, trigger, agents):
                continue  # 'the striker arrived at the ground' is no visit of state
            doers = agents or (patients if is_passive(verb) and trigger.frame == "undergo" else [])
            if trigger.subject_classes and not any(
                self.in_classes(paragraph, m, trigger.subject_classes) for s in doers for m in meanings(s)
            ):
                continue
            if trigger.preposition and not self._has_preposition(paragraph, verb, patients, trigger):
                continue
            return Candidate(
                trigger, verb, _trigger_words(verb, rest, patients, trigger), tuple(agents), tuple(patients)
            )
        return None

    def _dated_candidate(self, paragraph: Paragraph, verb: Token, lemma: str) -> Candidate | None:
        """A verb in the past that no trigger knows, beside a date: a dated occurrence."""
        if verb.tag_ not in {"VBD", "VBN"} or lemma in load_plain_verbs() or verb.dep_ in {"amod", "compound"}:
            return None
        own, patients = agents_of(verb), patients_of(verb)
        agents = speakers_or(verb, own)
        near = [t for c in verb.children if c.dep_ in {"npadvmod", "prep", "advmod"} for t in c.subtree]
        if not (agents or patients):
            return None
        dated = any(self._times.overlapping(paragraph.char_of(t), paragraph.end_of(t)) for t in near)
        placed = any(t.ent_type_ in {"GPE", "LOC", "FAC"} for t in near)
        told = agents != own and bool(patients)  # 'the firm said it had withdrawn the noodles'
        told = told or bool(agents and patients) and verb.dep_ == "ROOT" and is_perfect(verb)
        if not dated and not placed and not told and (verb.tag_ != "VBD" or not agents or not patients):
            return None
        named = any(self._actors.mention_of_token(paragraph, t) or is_concrete(t) for t in (*agents, *patients))
        return Candidate(FALLBACK, verb, (verb,), tuple(agents), tuple(patients)) if named else None

    def _noun_candidate(self, paragraph: Paragraph, noun: Token, triggers: Sequence[Trigger]) -> Candidate | None:
        if not triggers or noun.dep_ == "compound" and not is_named_disaster(noun):
            return None
        for trigger in triggers:
            before = trigger.words[:-1]
            start = noun.i - len(before)
            if (
                start < 0
                or [t.lower_ for t in noun.doc[start : noun.i]] != list(before)
                and not _noun_phrase_follows(noun, trigger.words)
            ):
                continue
            if trigger.object_classes and not self._noun_object(paragraph, noun, trigger.object_classes):
                continue
            if trigger.preposition and not self._has_preposition(paragraph, noun, [], trigger):
                continue
            words = tuple(noun.doc[start : noun.i + 1]) if before else (noun,)
            agents, patients = self._noun_roles(noun)
            if trigger.event_type == "coerce" and trigger.event_subtype in {"arrest", "sentencing", "prosecution"}:
                own = not any(p in {"on", "against"} for p, _ in prepositional(noun))  # 'Chad's fine on the firm'
                owners = tuple(a for a in agents if own and a.dep_ == "poss")  # 'his conviction' befell him
                agents, patients = tuple(a for a in agents if a not in owners), owners
            return Candidate(trigger, noun, words, agents, patients, support=_support(noun))
        return None

    def _phrase_candidate(self, token: Token, triggers: Sequence[Trigger]) -> Candidate | None:
        for trigger in triggers:
            words = token.doc[token.i : token.i + len(trigger.words)]
            if [t.lower_ for t in words] == list(trigger.words):
                verb = next((a for a in (token, *token.ancestors) if is_verb(a)), None)
                agents = agents_of(verb) if verb is not None else []
                patients = patients_of(verb) if verb is not None else []
                return Candidate(
                    trigger,
                    verb if verb is not None else token,
                    tuple(words),
                    tuple(agents),
                    tuple(patients),
                    support=verb,
                )
        return None

    def _noun_object(self, paragraph: Paragraph, noun: Token, classes: tuple[str, ...]) -> bool:
        related = [c for c in noun.children if c.dep_ in {"compound", "nmod", "amod", "poss"}]
        related += [
            unpack(inner)
            for preposition, inner in prepositional(noun)
            if preposition in {"of", "in", "to", "from", "on"}
        ]
        return any(self.in_classes(paragraph, other, classes) for other in related)

    @staticmethod
    def _noun_roles(noun: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        agents = [c for c in noun.children if c.dep_ == "poss"]
        agents += [inner for preposition, inner in prepositional(noun) if preposition in {"by", "between", "from"}]
        return tuple(agents), ()

    def _travels(self, paragraph: Paragraph, trigger: Trigger, nouns: Sequence[Token]) -> bool:
        """Whether one of the nouns is a named actor, or somebody who travels for a state."""
        return any(
            n.lemma_.lower() in TRAVELLERS
            or n.lower_ in load_nationalities()
            or n.ent_type_ == "PERSON"
            and trigger.words == ("visit",)
            or any(self._actors.mention_of_token(paragraph, t) is not None for t in (n, *n.children))
            for n in nouns
        )

    def _has_preposition(self, paragraph: Paragraph, token: Token, patients: Sequence[Token], trigger: Trigger) -> bool:
        wanted = (trigger.preposition_class,) if trigger.preposition_class not in {"", "any"} else ()
        if trigger.preposition_class == "infinitive":
            return any(
                c.dep_ in {"xcomp", "ccomp", "acl", "advcl", "relcl"}
                and any(g.dep_ == "aux" and g.lower_ == "to" for g in c.children)
                for c in token.children
            )
        for anchor in (token, *patients):
            for preposition, noun in prepositional(anchor):
                if preposition == trigger.preposition and (
                    not wanted or any(self.in_classes(paragraph, m, wanted) for m in meanings(noun))
                ):
                    return True
        return False

    def _is_abstract(self, paragraph: Paragraph, noun: Token) -> bool:
        """What one 'fights', 'attacks' or 'destroys' in figures of speech only: a problem, a proposal, a drug."""
        known = load_noun_classes()
        if noun.lower_ == "targets" and not any(c.dep_ == "poss" or c.tag_ in {"PRP$", "CD"} for c in noun.children):
            return False  # 'struck targets in the north'; those that one sets oneself are one's own
        if noun.lemma_.lower() in known["weapon"] | known["craft"]:
            return False  # 'shot down a drone', though drones are goods
        return noun.lemma_.lower() in known["abstract"] - known["premises"] or bool(
            self._items.overlapping(paragraph.char_of(noun), paragraph.end_of(noun))
        )

    def in_classes(self, paragraph: Paragraph, noun: Token, classes: tuple[str, ...]) -> bool:
        """Whether a noun belongs to one of the classes, by the word itself, a compound or what it names."""
        known = load_noun_classes()
        for name in classes:
            if name == "any":
                return True
            if name in {"actor", "country"}:
                mention = self._actors.mention_of_token(paragraph, noun)
                if mention is not None and (name == "actor" or self._actors.chain_of(mention).actor_type == "country"):
                    return True
                if name == "country" and noun.lower_ in load_nationalities():
                    return True
                continue
            if name == "company":
                mention = self._actors.mention_of_token(paragraph, noun)
                if mention is not None and self._actors.chain_of(mention).actor_type == "company":
                    return True
                continue
            if _names_class(noun, known.get(name, frozenset())) or name in TITLED and _names_titled(noun, known[name]):
                return True
            if name in ITEM_CLASSES and self._items.overlapping(paragraph.char_of(noun), paragraph.end_of(noun)):
                return True
            if name == "money" and (noun.ent_type_ == "MONEY" or any(c.is_currency for c in noun.children)):
                return True
            counted = noun.pos_ == "NUM" and noun.ent_type_ not in NO_COUNT
            if name == "people" and (noun.ent_type_ == "PERSON" or counted):
                return True
        return False


def base_form(token: Token, lexicon: TriggerLexicon) -> str:
    """The lemma; where that is no word of the lexicon, the form the ending gives ('staged' is not of 'stag')."""
    lemma, printed = token.lemma_.lower(), token.lower_
    if printed == "born":
        return printed
    if token.pos_ == "PROPN" and printed.endswith("s") and printed[:-1] in lexicon.nouns:
        return printed[:-1]  # 'the Oscars'
    if lemma in lexicon.verbs or lemma in lexicon.nouns or not is_verb(token):
        return lemma
    guesses = [printed[:-1], printed[:-2]] if printed.endswith("ed") else []
    guesses += [printed[:-3], printed[:-3] + "e"] if printed.endswith("ing") else []
    return next((g for g in guesses if g in lexicon.verbs), lemma)


def _names_titled(noun: Token, titles: frozenset[str]) -> bool:
    """'Premier Anna Holm': the title that stands before a name."""
    beside = [c for c in noun.lefts if c.dep_ in {"compound", "nmod", "amod"}] if noun.pos_ == "PROPN" else []
    return any(c.lower_ in titles for c in beside)


def _names_class(noun: Token, nouns: frozenset[str]) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in nouns or noun.lower_ in nouns or noun.tag_ == "NNPS" and lemma.removesuffix("s") in nouns:
        return True
    compounds = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}]
    for child in compounds:
        if f"{child.lower_} {lemma}" in nouns or f"{child.lemma_.lower()} {lemma}" in nouns:
            return True
        if lemma in CARRIERS and child.lemma_.lower() in nouns:
            return True
    behind = [(preposition, inner.lemma_.lower()) for preposition, inner in prepositional(noun)]
    if any(f"{lemma} {preposition} {inner}" in nouns for preposition, inner in behind):
        return True  # 'state of emergency'
    return lemma in CARRIERS and any(p in {"to", "of", "on"} and inner in nouns for p, inner in behind)


def _rest_of_phrase(verb: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens of a phrasal verb behind its verb; None where they are not there."""
    if len(words) == 1:
        return ()
    document = verb.doc
    reach = min(len(document), verb.i + (3 if len(words) == 2 else 2))
    if len(words) == 2:  # an object may stand between verb and particle
        near = [c for c in verb.children if verb.i < c.i <= verb.i + 6 and c.lower_ == words[1]]
        if near and near[0].dep_ == "prep" and any(c.dep_ == "dobj" and c.i < near[0].i for c in verb.children):
            return None  # 'brought clarity to the market' is not 'brought to'
        if near:
            return (near[0],)
    for start in range(verb.i + 1, reach):
        stretch = document[start : start + len(words) - 1]
        if [t.lower_ for t in stretch] == list(words[1:]):
            return tuple(stretch)
    return None


def _trigger_words(
    verb: Token, rest: tuple[Token, ...], patients: Sequence[Token], trigger: Trigger
) -> tuple[Token, ...]:
    """The printed trigger: the verb with its particle, or a light verb up to the noun that carries the meaning."""
    last = max((t.i for t in rest), default=verb.i)
    if last - verb.i > 3:
        last = verb.i
    if trigger.object_classes and set(trigger.object_classes) & CARRIED:
        after = [p.i for p in patients if verb.i < p.i <= verb.i + 6]
        last = max([last, *after[:1]])
    return tuple(verb.doc[verb.i : last + 1])


def _noun_phrase_follows(noun: Token, words: tuple[str, ...]) -> bool:
    """'lifting of sanctions' style names whose head comes first."""
    start = noun.i - len(words) + 1
    return start >= 0 and [t.lemma_.lower() for t in noun.doc[start : noun.i + 1]] == list(words)


def _support(noun: Token) -> Token | None:
    for ancestor in noun.ancestors:
        if is_verb(ancestor):
            found: Token = ancestor
            return found
    return None


def side_words(token: Token) -> Iterator[Token]:
    """Tokens of a noun phrase without its relative clauses."""
    yield token
    for child in token.children:
        if child.dep_ != "relcl":
            yield from side_words(child)


def phrase_words(noun: Token) -> list[Token]:
    """Tokens of a noun phrase with the participle right behind the noun, whatever the parser hangs it on.

    'a truce agreed in May'.
    """
    words = list(side_words(noun))
    if noun.i + 1 < len(noun.doc):
        following = noun.nbor(1)
        if following.tag_ == "VBN" and not any(
            c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in following.children
        ):
            words += [t for t in following.subtree if t.i > noun.i]
    return sorted(set(words), key=lambda t: t.i)
