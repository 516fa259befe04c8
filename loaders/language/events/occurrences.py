"""Which words of no particular type still tell of a dated occurrence, and not of a state, a habit or a saying."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.concrete import SPEAKERS, THIRD_PERSONS, is_concrete, is_undertaking
from dossier.language.events.generality import has_named_doer, is_idea, is_of_a_kind
from dossier.language.events.grammar import (
    is_first_of_row,
    is_passive,
    is_perfect,
    is_swallowed_verb,
    is_verb,
    patients_of,
    prepositional,
)
from dossier.language.events.granted import is_cause_of_harm, is_presupposed
from dossier.language.events.lexicon import load_noun_classes, load_status_cues, word_list
from dossier.language.events.matching import FALLBACK, Candidate
from dossier.language.events.plans import is_particular_plan
from dossier.language.events.reality import REPELLING

LATER = frozenset({"after", "before", "following", "since"})
TELLING = frozenset({"after", "before", "following", "while", "by", "for", "when"})
SAYING = word_list("verb of telling as fact")
WHILE = frozenset({"after", "when", "while", "before", "as", "since", "until", "because", "where"})
MEASURED = frozenset({"GPE", "LOC", "FAC", "MONEY", "QUANTITY", "PERCENT"})
WAYS = frozenset("into to from off onto through across against past out towards toward over".split())
PACTS = word_list("noun of a pact or plan")
CAUSES = frozenset("in after by from during of over for with".split())
OWN = frozenset({"it", "they"})
BEFALLING = word_list("verb of what befalls people")
BEGINNING = frozenset({"begin", "start", "commence"})
BEING_IN = word_list("verb of being in an event")
SEVERAL = word_list("word of several")
MAIN = frozenset({"ROOT", "conj", "parataxis"})


def is_occurrence(candidate: Candidate, status: str, has_time: bool, has_own_time: bool, has_actor: bool) -> bool:
    """Whether an event of no particular type is worth telling: dated, or a plain past act or mishap of somebody."""
    if candidate.trigger.part_of_speech == "noun":
        return _noun_occurs(candidate, has_time, has_own_time)
    verb = candidate.head
    if candidate.trigger.part_of_speech == "adjective":
        return _condition_occurs(candidate, has_time)
    if not is_verb(verb):
        return has_time
    if _is_habit(candidate):
        return False
    auxiliaries = _auxiliaries(verb)
    is_particular = candidate.trigger.needs == "" and candidate.trigger is not FALLBACK
    is_told_of = has_actor or is_fitted(candidate) or _is_done_by_the_concrete(candidate)
    if not auxiliaries and verb.tag_ in {"VBG", "VBN", "VB"} and not _has_lost_tense(verb):
        if _bare_form_occurs(candidate, has_time):
            return True
        done_to = candidate.patients or [n for p, n in prepositional(verb) if p in {"on", "against", "at"}]
        kind = bool(done_to) and all(map(is_of_a_kind, done_to))
        if candidate.trigger is not FALLBACK and is_told_of and not kind and _tells_on(verb):
            return True
        if candidate.trigger is not FALLBACK and _is_next_step(candidate):
            return True
        return (
            candidate.trigger is not FALLBACK and _is_result(candidate) or is_particular and _is_done_by_name(candidate)
        )
    if status == "scheduled" and verb.dep_ == "acl" and verb.head.lemma_.lower() in PACTS:
        return is_particular and has_actor  # 'a deal to buy its rival'
    if perfect_of_many(candidate):
        return True
    if status == "scheduled" and is_particular_plan(candidate, has_actor):
        return True
    if status != "occurred":  # 'an agreement to replace that of 2004' is dated by its past
        return (has_time or status == "alleged" and is_told_of) and not (verb.dep_ == "acl" and verb.tag_ == "VB")
    perfect = verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in auxiliaries)
    if is_particular and is_told_of and _is_told(verb, perfect):
        return True
    if _is_plain_news(candidate, perfect):
        return True
    if perfect and candidate.trigger is FALLBACK:
        return has_time and any(c.lower_ == "had" for c in auxiliaries)  # 'had flown over the town on 18 June'
    infinitive = any(c.lower_ == "to" for c in auxiliaries)
    if infinitive and is_particular and is_told_of and verb.dep_ == "xcomp":
        return True  # 'managed to escape', 'is known to have died'
    if perfect or infinitive or verb.dep_ == "relcl" or candidate.trigger.needs == "dated":
        return has_time
    return has_time or has_actor or candidate.trigger.frame == "undergo"


def is_lead_news(candidate: Candidate, status: str) -> bool:
    """'A festival in Cork has dropped a film': what the first paragraphs tell in the perfect is the page's news."""
    verb = candidate.head
    if status != "occurred" or verb.dep_ != "ROOT" or not is_perfect(verb):
        return False
    if not candidate.agents or not _is_done_by_the_concrete(candidate):
        return False
    if any(a.pos_ == "PRON" for a in candidate.agents) or any(c.lower_ == "since" for c in verb.children):
        return False  # 'has sent 10 million kits since 2020': a sum of deeds
    return any((is_concrete(p) or is_undertaking(p)) and not is_of_a_kind(p) for p in candidate.patients)


def is_fitted(candidate: Candidate) -> bool:
    """'a virus crossed into …', 'the sentence was suspended': the very thing that its trigger asks for."""
    trigger, verb = candidate.trigger, candidate.head
    asked = trigger.subject_classes or (trigger.object_classes if is_passive(verb) else ())
    return bool(asked) and not {"any", "none", "actor", "people"} & set(asked)


def _auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of a verb; a participle joined to another shares its: 'was booked and later released'."""
    own = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if own or verb.dep_ != "conj" or verb.tag_ != "VBN" or verb.head.tag_ != "VBN":
        return own
    return _auxiliaries(verb.head)


def _has_lost_tense(verb: Token) -> bool:
    """'The ferry overturned shortly after leaving': a past tense that the tagger took for a participle."""
    own = any(c.dep_ == "nsubj" for c in verb.children)
    return is_swallowed_verb(verb) or verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "ROOT"} and own


def _is_done_by_the_concrete(candidate: Candidate) -> bool:
    """Whether a clause tells of somebody or something in the world, and the writer is not speaking of himself."""
    around = candidate.agents or candidate.patients
    if candidate.patients and all(a.lower_ in OWN for a in around):
        around = candidate.patients  # 'as it cut 300 jobs'
    if any(a.lower_ in SPEAKERS for a in (*candidate.agents, *candidate.patients)):
        return False
    return any(map(is_concrete, around))


def _is_plain_news(candidate: Candidate, perfect: bool) -> bool:
    """'The museum bought two paintings': a main clause in the past with somebody concrete at both ends, or a place."""
    verb = candidate.head
    own = (
        perfect and verb.dep_ != "ROOT" and any(c.lower_ in OWN and c.dep_ == "nsubj" for c in verb.children)
    )  # 'said it had withdrawn …'
    if not _is_done_by_the_concrete(candidate) or perfect and candidate.trigger is FALLBACK and not own:
        return False
    if not _is_told(verb, perfect):
        return False
    if candidate.agents and candidate.patients:
        done = any(is_concrete(p) or is_undertaking(p) or own and not is_idea(p) for p in candidate.patients)
        return done and any(map(is_concrete, candidate.agents))
    if candidate.patients and any(p.lower_ in THIRD_PERSONS or p.ent_type_ == "PERSON" for p in candidate.patients):
        return True  # 'was taken to hospital', 'was stopped at the border'
    return any(
        n.ent_type_ in MEASURED or preposition in WAYS and is_concrete(n) for preposition, n in prepositional(verb)
    )


def _is_done_by_name(candidate: Candidate) -> bool:
    """'a film directed by …', 'a gala hosted by …': a participle with its named doer."""
    verb = candidate.head
    if verb.tag_ != "VBN" or verb.dep_ != "acl":
        return False
    return (
        has_named_doer(verb)
        and any(map(is_concrete, candidate.agents))
        and not any(map(is_of_a_kind, candidate.patients))
    )


def _is_result(candidate: Candidate) -> bool:
    """'…, killing at least 23 people', '…, leaving three men missing': what a mishap told before came to."""
    verb = candidate.head
    counted = any(c.dep_ == "nummod" for p in candidate.patients for c in p.children)
    is_mishap = candidate.trigger.frame == "undergo" or counted and candidate.trigger.needs == ""
    if verb.tag_ != "VBG" or not is_mishap or not any(map(is_concrete, candidate.patients)):
        return False  # '…, recovering 16 bodies' counts what was done
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    if verb.dep_ not in {"advcl", "acl"} or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    return any(a.tag_ in {"VBD", "VBZ", "VBN"} for a in verb.ancestors)


def perfect_of_many(candidate: Candidate) -> bool:
    """'floods that have killed 900 people': a toll so far, told in passing."""
    verb = candidate.head
    if verb.dep_ != "relcl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in BEFALLING:
        return False
    counted = any(c.dep_ == "nummod" for p in candidate.patients for c in p.children)
    return counted and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _is_next_step(candidate: Candidate) -> bool:
    """'…, firing coach Jo Berg and replacing him with …': what the main clause in the past came to, by name."""
    verb = candidate.head
    if verb.tag_ != "VBG" or not any(p.ent_type_ == "PERSON" or p.lower_ in THIRD_PERSONS for p in candidate.patients):
        return False
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    if verb.dep_ != "advcl" or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).text != ",":
        return False
    return verb.head.tag_ == "VBD" and not any(c.dep_ == "mark" for c in verb.children)


def _condition_occurs(candidate: Candidate, has_time: bool) -> bool:
    """'23 dead', 'was found dead', 'left 200 homeless': people counted or named with what has become of them."""
    if candidate.trigger.needs == "":
        return True
    word = candidate.words[0]
    if word.dep_ == "advmod":
        return False  # 'dead serious'
    if word.dep_ == "amod" or any(c.dep_ == "det" and c.lower_ == "the" for c in word.children):
        return word.dep_ != "amod" and word.head.i < word.i and word.head.pos_ == "NUM"  # 'the dead', 'a dead whale'
    people = [*candidate.patients, *candidate.agents, word.head]
    counted = any(
        n.pos_ == "NUM" or n.lower_ in SEVERAL or any(c.dep_ == "nummod" or c.lower_ in SEVERAL for c in n.children)
        for n in (word, *people)
    )
    if word.i > 0 and word.nbor(-1).pos_ == "NUM":
        counted = True
    verb = candidate.head
    past = is_verb(verb) or verb.lemma_ == "be"
    named = any(n.ent_type_ == "PERSON" or is_concrete(n) for n in (*candidate.patients, *candidate.agents))
    return counted or word.lower_ == "dead" and (past or has_time) and named


def _bare_form_occurs(candidate: Candidate, has_time: bool) -> bool:
    """Participles tell what another clause is about; only a dated one, or a crime found by a court, stands alone."""
    verb = candidate.head
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in BEGINNING:
        if verb.head.tag_ == "VBD" and has_time:
            return True  # 'began cutting output on Monday'
        return is_perfect(verb.head) and candidate.trigger.needs == "" and bool(candidate.patients)
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VBG":
        first = first.head
    if first.dep_ == "pcomp" and first.head.lower_ == "with" and candidate.trigger is not FALLBACK:
        main = first.head.head
        told = main.tag_ == "VBD" or is_perfect(main)
        return told and any(c.dep_ == "nsubj" for c in verb.children)  # '…, with police closing roads'
    if verb.dep_ == "ROOT":
        return True  # a headline, a clause whose auxiliary the parser lost
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        return is_passive(verb) and has_time
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and candidate.trigger.needs == "":
        return True  # a headline without a verb of its own: 'Woman killed in crash'
    if verb.tag_ == "VBN":
        return verb.dep_ in {"acl", "advcl"} and has_time and candidate.trigger.needs != "dated"
    return verb.dep_ == "pcomp" and verb.head.lower_ in LATER and has_time


def _is_told(verb: Token, perfect: bool) -> bool:
    """'A climber has fallen to his death', 'a driver who fled': told in a main clause, or of somebody in the past."""
    said = verb.dep_ in {"ccomp", "pcomp"} and any(a.lemma_.lower() in SAYING for a in list(verb.ancestors)[:2])
    if perfect:
        return verb.dep_ in MAIN or said or is_first_of_row(verb)
    if verb.dep_ == "relcl" and verb.tag_ == "VBD" and any(c.lower_ == "when" for c in verb.children):
        return True  # 'since May, when the council scrapped …'
    if verb.dep_ == "relcl" and not (any(c.lower_ == "who" for c in verb.children) or is_concrete(verb.head)):
        return any(c.dep_ == "nsubjpass" and c.lower_ in THIRD_PERSONS for c in verb.children)  # 'where he was booked'
    if verb.dep_ == "advcl" and not any(c.lower_ in WHILE for c in verb.children):
        return False
    if _has_lost_tense(verb):
        return True
    past = any(c.tag_ == "VBD" for c in _auxiliaries(verb))  # 'was sold', 'said it was shedding 300 jobs'
    return verb.tag_ == "VBD" or past and (is_passive(verb) or verb.tag_ == "VBG" and verb.dep_ == "ccomp")


def _tells_on(verb: Token) -> bool:
    """'died after slipping and falling', 'fell while climbing': how the main clause came about."""
    above = verb
    while above.dep_ == "conj" and is_verb(above.head):
        above = above.head
    being = above.tag_ == "VBN" and any(c.lower_ == "being" for c in above.children)  # 'before being sold'
    if above.tag_ != "VBG" and not being:
        return False
    if any(c.dep_ == "poss" and c.lower_ in {"our", "my", "your"} for p in patients_of(verb) for c in p.children):
        return False  # 'ruined us by opening our borders'
    if above.dep_ == "pcomp" and above.head.lower_ in TELLING:
        main = above.head.head
    elif above.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in TELLING for c in above.children):
        main = above.head
    else:
        return False
    if main.tag_ == "VBZ":
        return main.lemma_.lower() in BEFALLING or main.lemma_ == "be"  # 'dies after falling', 'is dead after falling'
    return main.tag_ == "VBD" or main.tag_ == "VBN" and any(c.dep_ in {"aux", "auxpass"} for c in main.children)


def _noun_occurs(candidate: Candidate, has_time: bool, has_own_time: bool) -> bool:
    noun, support = candidate.head, candidate.support
    if is_given(noun) or is_cause_of_harm(noun):
        return True
    if candidate.trigger.needs == "dated":
        return has_own_time
    determined = any(c.dep_ in {"det", "poss", "nummod", "compound"} for c in noun.children)
    carried = support is not None and noun.head == support and noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
    carried = carried or is_where_one_was(noun)
    if has_own_time or carried and has_time:
        return True
    if candidate.trigger.frame == "undergo" and is_cause(noun):
        return True
    if noun.tag_ in {"NNS", "NNPS"} and not determined:
        return False
    if is_of_something(noun):
        return True
    if determined and noun.dep_ == "pobj" and noun.head.lower_ in LATER:
        return support is not None and support.tag_ in {"VBD", "VBN"}  # 'was caught after a chase'
    past = support is not None and (support.tag_ == "VBD" or is_passive(support))
    return carried and past or candidate.trigger.frame == "undergo" and determined and noun.dep_ != "pobj"


def is_where_one_was(noun: Token) -> bool:
    """'was involved in a crash', 'was caught in a raid', 'took part in a march': somebody was in it."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or noun.tag_ == "NNS":
        return False
    verb = noun.head.head
    return (verb.head if verb.dep_ == "dobj" else verb).lemma_.lower() in BEING_IN


def is_given(noun: Token) -> bool:
    """'Hurricane Maria', 'foiled an attempt', 'will challenge the suspension': an event that the words grant."""
    return noun.dep_ == "compound" or is_repelled(noun) or is_presupposed(noun)


def is_repelled(noun: Token) -> bool:
    """'foiled a hijack attempt': who foils it has met with it."""
    return noun.dep_ == "dobj" and noun.tag_ == "NN" and noun.head.lemma_.lower() in REPELLING


def is_cause(noun: Token) -> bool:
    """'died in a crash', 'was hurt in the collapse': the mishap behind what befell somebody."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in CAUSES or noun.tag_ == "NNS":
        return False
    verb = noun.head.head
    if noun.head.lower_ in {"of", "over", "for", "with"} and not any(c.dep_ == "relcl" for c in noun.children):
        return False
    if any(c.dep_ == "relcl" and c.tag_ == "VBD" and c.lemma_.lower() in BEFALLING for c in noun.children):
        return True  # 'charged over a crash that killed two'
    return verb.lemma_.lower() in BEFALLING and (verb.tag_ == "VBD" or verb.tag_ == "VBN")


def is_of_something(noun: Token) -> bool:
    """'the capsizing of a ferry', 'his brother's death': one occurrence, told by whom or what it befell."""
    known = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in noun.children)
    owned = any(c.dep_ == "poss" and is_concrete(c) and c.lower_ not in SPEAKERS for c in noun.children)
    befallen = any(preposition == "of" and is_concrete(inner) for preposition, inner in prepositional(noun))
    if noun.tag_ == "NNP" and noun.lemma_.lower() in load_noun_classes()["prize"]:
        return False  # 'the Minister's Merit Award' is the name of one
    if noun.tag_ == "NNS":
        return noun.dep_ == "pobj" and any(c.lower_ == "their" for c in noun.children)  # 'fell to their deaths'
    return noun.tag_ in {"NN", "NNP"} and (owned or known and befallen)


def _is_habit(candidate: Candidate) -> bool:
    cues = load_status_cues()
    return any(cues.get(("adverb", c.lower_)) == "habitual" for c in candidate.head.children if c.dep_ == "advmod")
