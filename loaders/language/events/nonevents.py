"""What stands beside an event and is none: an omission one is blamed for, a name given, anyone who might, regrets."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from dossier.language.events.everyday import is_commonplace
from dossier.language.events.generality import is_idea
from dossier.language.events.grammar import is_verb, prepositional, resolve_relative
from dossier.language.events.lexicon import (
    load_nationalities,
    load_noun_classes,
    load_offices,
    word_list,
)
from dossier.language.events.matching import Candidate

FALSELY = word_list("adverb of what is not so")
OMITTING = frozenset({"fail", "neglect", "omit", "refuse"})
NAMING = word_list("verb of naming")
ANYBODY = frozenset({"anyone", "anybody", "whoever", "whomever"})
ALL = frozenset({"everyone", "everybody", "anything", "whatever"})
ANY = frozenset({"any", "every", "each", "whichever"})
THOSE = word_list("noun for people of a kind")
BARE = frozenset({"companies", "firms", "residents"})  # 'companies hit by the storm will be paid': certain ones
SUPPOSING = frozenset({"will", "would", "could", "can", "may", "might", "must", "should", "shall", "'ll", "’ll"})
COURTESIES = word_list("courtesy")
COURTESY_NOUNS = word_list("noun of a courtesy")
WISHES = word_list("noun of a wish")
CALAMITIES = word_list("calamity also meant figuratively")
CONFLICTS = word_list("conflict also without arms")
HOSTING = word_list("verb of a host or guest")
OCCASIONS = word_list("occasion of a party")
UNARMED = word_list("matter of a conflict without arms")
FIGURATIVE = word_list("adjective of a calamity that is none")
COMERS = word_list("who comes in floods")
THANKING = frozenset({"thank", "congratulate"})
HELPING = word_list("verb of helping")
RULERS = word_list("noun for a ruler")
RAISING = word_list("verb of bringing in money")
STANDING = frozenset({"accuse", "threaten", "demand", "support", "cooperate", "regulate", "reject"})
ClassTest = Callable[[Token, tuple[str, ...]], bool]


def is_no_event(candidate: Candidate, in_classes: ClassTest) -> bool:
    """Whether the words beside a candidate take the event away."""
    head = candidate.head
    if is_commonplace(candidate):
        return True
    if candidate.trigger.part_of_speech == "noun":
        courtesy = _is_courtesy(candidate) and not _is_to_a_state(candidate, in_classes)
        tests = (
            is_metaphor,
            is_political_party,
            is_named_so,
            is_belief,
            is_news_of,
            is_flood_of_people,
            is_of_its_people,
            is_own_opinion,
        )
        if candidate.trigger.event_type in STANDING and is_standing(head):
            return True
        return courtesy or any(test(head) for test in tests)
    lemma = head.lemma_.lower()
    if is_of_what_clause(head) or is_falsely_said(head) or head.doc[head.i - 1].lower_ == "nor":
        return True
    if lemma in OMITTING and head.tag_ == "VBG" and head.dep_ == "pcomp" and head.head.lower_ in {"for", "of"}:
        return True  # 'fined for failing to provide …'
    if lemma in RAISING and any(in_classes(a, ("tariff",)) for a in candidate.agents):
        return any(in_classes(p, ("money",)) for p in candidate.patients)  # 'the levy raised 96 billion'
    if candidate.trigger.event_type == "assault" and candidate.agents and all(map(is_war_of_words, candidate.agents)):
        return True
    is_danger = lemma == "threaten" and not candidate.trigger.object_classes
    if is_danger and candidate.patients and all(map(is_idea, candidate.patients)):
        return True  # 'drought threatens the safety of …': a danger, that nobody utters
    if lemma in THANKING and candidate.trigger.event_type == "support":
        return True
    if _is_courtesy(candidate) and not _is_to_a_state(candidate, in_classes):
        return True
    if candidate.trigger.event_type == "support" and any(p.lemma_.lower() in WISHES for p in candidate.patients):
        return True  # 'expressed its readiness to talk'
    if lemma in HELPING and _is_supposed(head) and candidate.agents and not any(map(is_doer, candidate.agents)):
        return True  # 'which will help the town'
    return is_about_anyone(head, candidate)


def is_of_what_clause(verb: Token) -> bool:
    """'what the people elected him to do': which thing is meant, and not that it was done."""
    clause = verb
    while clause.dep_ in {"conj", "xcomp"} and is_verb(clause.head):
        clause = clause.head
    return clause.dep_ in {"ccomp", "pcomp", "csubj"} and any(
        c.lower_ == "what" and c.tag_ == "WP" for c in clause.lefts
    )


def is_falsely_said(verb: Token) -> bool:
    """'falsely claimed that it was shelled': not so, says the teller himself."""
    saying = verb.head
    return verb.dep_ in {"ccomp", "xcomp"} and any(c.dep_ == "advmod" and c.lower_ in FALSELY for c in saying.children)


def is_standing(noun: Token) -> bool:
    """'its control of the trade is strict', 'the accusation lacks evidence': how something is, on no day."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.tag_ not in {"VBZ", "VBP"}:
        return False
    return not any(t.ent_type_ in {"DATE", "TIME"} for t in noun.subtree)


def is_news_of(noun: Token) -> bool:
    """'reports from Iran of arrests', 'reports of shooting': what one hears, no paper that somebody published."""
    return noun.lemma_.lower() == "report" and noun.tag_ == "NNS" and any(p == "of" for p, _ in prepositional(noun))


def is_own_opinion(noun: Token) -> bool:
    """'India will make its own judgments', 'a judgment call': what one thinks, and no court."""
    is_own = any(c.lower_ == "own" for c in noun.children)
    return noun.lemma_.lower() in {"judgment", "judgement"} and (is_own or noun.dep_ == "compound")


def is_metaphor(noun: Token) -> bool:
    """'an economic disaster', 'a political earthquake': how bad things are."""
    if noun.lemma_.lower() in CONFLICTS and any(c.lower_ in UNARMED for c in noun.lefts):
        return True  # 'the tariff clash', 'a price war'
    if noun.lemma_.lower() not in CALAMITIES:
        return False
    return any(c.dep_ == "amod" and c.lower_ in FIGURATIVE for c in noun.children)


def is_war_of_words(noun: Token) -> bool:
    """'a trade war hit manufacturers': no arms."""
    noun = resolve_relative(noun)
    kinds = {c.lower_ for c in noun.lefts if c.dep_ in {"compound", "amod", "nmod"}}
    return noun.lemma_.lower() == "war" and bool(kinds & UNARMED)


def is_political_party(noun: Token) -> bool:
    """'both parties', 'the Labour Party': nobody celebrates, where nothing says so."""
    if noun.lemma_.lower() != "party":
        return False
    hosted = is_verb(noun.head) and noun.head.lemma_.lower() in HOSTING
    return not hosted and not any(c.lower_ in OCCASIONS for c in noun.lefts)


def is_of_its_people(noun: Token) -> bool:
    """'organisers of the festival', 'the jury of the contest': who runs it is spoken of."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    classes = load_noun_classes()
    owners = classes["people"] | classes["group"] | classes["body"]
    return noun.lemma_.lower() in classes["competition"] and noun.head.head.lemma_.lower() in owners


def is_flood_of_people(noun: Token) -> bool:
    """'an invasion of tourists': many come, and nobody attacks."""
    comers = {n.lemma_.lower() for p, n in prepositional(noun) if p == "of"}
    return noun.lemma_.lower() == "invasion" and bool(comers & COMERS)


def is_belief(noun: Token) -> bool:
    """'the conviction that work pays': held by somebody, passed by no court."""
    if noun.lemma_.lower() != "conviction":
        return False
    return any(c.dep_ in {"acl", "ccomp", "relcl"} and any(m.lower_ == "that" for m in c.lefts) for c in noun.children)


def is_doer(noun: Token) -> bool:
    """Whether a noun may set about something: a name, a person or 'they'; no package, plan or missile."""
    noun = resolve_relative(noun)
    return (
        noun.pos_ in {"PROPN", "PRON"}
        and noun.lower_ not in {"it", "this", "that", "which", "these"}
        or bool(
            noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
            or noun.lemma_.lower() in load_noun_classes()["people"] | load_noun_classes()["group"] | load_offices()
            or noun.lemma_.lower() in load_noun_classes()["body"] | load_noun_classes()["firm"]
        )
    )


def is_named_so(noun: Token) -> bool:
    """'called the threat blackmail', 'described the plan as …': what is spoken of, not told."""
    verb = noun.head
    if (
        noun.dep_ not in {"dobj", "nsubj"}
        or verb.lemma_.lower() not in NAMING
        and verb.head.lemma_.lower() not in NAMING
    ):
        return False
    if noun.dep_ == "nsubj":  # 'called the threat "blackmail"': the parser makes a clause of it
        return verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_.lower() in NAMING and verb.tag_ == "VB"
    return any(
        c.dep_ in {"oprd", "ccomp", "xcomp", "acomp"} or c.dep_ == "prep" and c.lower_ == "as" for c in verb.children
    )


def is_about_anyone(verb: Token, candidate: Candidate) -> bool:
    """'anyone who blocked a road would be arrested', 'those who refuse will be fined': a rule, nobody's deed yet."""
    around = [resolve_relative(n) for n in (*candidate.agents, *candidate.patients)]
    if verb.dep_ == "relcl":
        around.append(verb.head)
    around += [s for c in verb.children if c.dep_ in {"csubj", "csubjpass"} for s in c.lefts]
    for noun in around:
        if noun.lower_ in ANYBODY:
            return True
        if noun.lower_ in ALL or any(c.dep_ == "det" and c.lower_ in ANY for c in noun.children):
            return _is_supposed(verb) or any(c.dep_ == "relcl" for c in noun.children)
        followed = any(
            c.dep_ == "relcl"
            and any(w.lower_ in {"who", "that"} for w in c.lefts)
            or c.dep_ == "acl"
            and c.tag_ == "VBN"
            and noun.lower_ not in BARE
            for c in noun.children
        )
        bare = not any(c.dep_ in {"det", "nummod", "poss"} for c in noun.children)
        if followed and bare and noun.lower_ in THOSE and (_is_supposed(verb) or _is_supposed(_above(noun))):
            return True
    return False


def _above(noun: Token) -> Token:
    return next((a for a in noun.ancestors if is_verb(a)), noun)


def _is_supposed(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in SUPPOSING for c in verb.children)


def _is_courtesy(candidate: Candidate) -> bool:
    if candidate.trigger.event_type != "support":
        return False
    if candidate.head.lemma_.lower() in COURTESIES:
        return True
    return any(p.lemma_.lower() in COURTESY_NOUNS for p in candidate.patients)


def _is_to_a_state(candidate: Candidate, in_classes: ClassTest) -> bool:
    """'apologised to Kenya', 'thanked the Turkish president'."""
    nouns = [*candidate.patients, *(n for p, n in prepositional(candidate.head) if p in {"to", "with"})]
    nouns += [n for patient in candidate.patients for p, n in prepositional(patient) if p in {"to", "with"}]
    return any(
        in_classes(n, ("country",))
        or n.lemma_.lower() in RULERS
        or any(c.lower_ in load_nationalities() or c.lemma_.lower() in RULERS for c in n.children)
        for n in nouns
    )
