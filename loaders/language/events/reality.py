"""Whether a clause says that something happened, is planned, goes on, is only claimed, or did not happen at all."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.concrete import is_talks
from dossier.language.events.grammar import is_passive, is_verb, saying_above
from dossier.language.events.granted import is_fulfilled, is_known_step, is_presupposed
from dossier.language.events.lexicon import load_status_cues, word_list

# Readings besides the statuses of events: what is 'unreal' or 'negated' is no event, 'present' is a habit or a state.
UNREAL = "hypothetical"
NEGATED = "negated"
PRESENT = "present"
OCCURRED, SCHEDULED, ONGOING, ALLEGED, DENIED = "occurred", "scheduled", "ongoing", "alleged", "denied"
THREATENED = "threatened"
RANKS = word_list("rank")
LASTING = word_list("verb of lasting")
ANNOUNCING = word_list("verb of announcing")
# What is wanted, allowed or bidden has not come about by that.
WANTING = word_list("verb of wanting or allowing")
THREATENING = word_list("verb before a threat")
WITNESSING = frozenset({"see", "watch", "hear", "witness"})
# Verbs whose subject takes place: 'the talks will begin', 'the strike will last'.
TAKING_PLACE = word_list("verb of taking place")
# What is wanted of these is not what they govern: 'warned that it had failed', 'knew that it had failed'.
TOLD_AS_FACT = word_list("verb that tells as fact")
KNOWING = word_list("verb of knowing")
MEANS = word_list("noun of means and aims")
SUFFERING = word_list("verb of what one is to face")
REPELLING = word_list("verb of repelling")
STOPPING = word_list("verb of stopping")
TIDINGS = word_list("noun of tidings")
GOING = word_list("verb of going somewhere")
PAST_PREPOSITIONS = frozenset(
    "after following since during despite amid before ahead until over at in by because".split()
)


def reading_of_verb(verb: Token, depth: int = 0) -> str:
    """Reading of the clause of a verb."""
    cues = load_status_cues()
    children = list(verb.children)
    if any(c.dep_ == "neg" for c in children) or any(
        cues.get(("adverb", c.lower_)) == NEGATED for c in children if c.dep_ == "advmod"
    ):
        return NEGATED
    if any(
        c.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and any(d.lower_ in {"no", "neither"} for d in c.children if d.dep_ == "det")
        for c in children
    ):
        return NEGATED
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in children if c.dep_ == "advmod"):
        return NEGATED
    if any(c.lower_ in {"nobody", "none", "neither", "nothing"} for c in children if c.dep_ in {"nsubj", "nsubjpass"}):
        return NEGATED
    if any(("conjunction", c.lower_) in cues for c in children if c.dep_ in {"mark", "advmod"}):
        return UNREAL
    if depth > 8:
        return OCCURRED
    if any(c.tag_ == "WRB" for c in verb.lefts) and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
        return UNREAL  # 'how to strengthen their ties'
    if any(cues.get(("adverb", c.lower_)) == UNREAL for c in children if c.dep_ == "advmod"):
        return UNREAL
    conditions = [
        c
        for c in children
        if c.dep_ == "advcl"
        and any(("conjunction", g.lower_) in cues for g in c.children if g.dep_ in {"mark", "advmod"})
    ]
    modal = next((cues[("modal", c.lower_)] for c in children if c.dep_ == "aux" and ("modal", c.lower_) in cues), None)
    if modal == UNREAL and not conditions and _is_future_in_the_past(verb):
        return SCHEDULED
    if modal is not None:
        return UNREAL if conditions else _under(verb, modal, depth) if modal == SCHEDULED else modal
    own = _alleged(verb, children, _tense(verb, children))
    if conditions and own == PRESENT:
        return UNREAL
    return own if own in {UNREAL, NEGATED, ALLEGED} else _under(verb, own, depth)


def _is_future_in_the_past(verb: Token) -> bool:
    """'said it would resume flights', 'would be held in May, he said': what was to come, as somebody told it."""
    if not any(c.dep_ == "aux" and c.lower_ in {"would", "'d", "’d"} for c in verb.children):
        return False
    first = verb
    while first.dep_ == "conj" and is_verb(first.head):
        first = first.head
    if first.dep_ == "acl" and first.head.lemma_.lower() in TIDINGS and any(c.dep_ == "mark" for c in first.children):
        return True  # 'a statement that it would expel …'
    if first.dep_ == "ccomp":
        teller = first.head
    else:
        teller = next((c for c in first.children if c.dep_ in {"ccomp", "parataxis"} and c.i > first.i), first)
    told = teller != first and teller.lemma_.lower() in ANNOUNCING and teller.tag_ in {"VBD", "VBN", "VBG"}
    return told and not any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def is_threatened(verb: Token) -> bool:
    """'threatened to strike from 1 May', 'said they would block the road unless …': what somebody says he will do."""
    if verb.dep_ == "conj" and is_verb(verb.head):
        return is_threatened(verb.head)
    children = list(verb.children)
    if any(c.dep_ == "neg" for c in children):
        return False
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_.lower() == "threaten":
        return not any(c.dep_ == "neg" or c.dep_ == "aux" and c.lower_ in {"could", "might"} for c in above.children)
    ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "'ll", "’ll"} for c in children)
    clauses = [c for c in children if c.dep_ == "advcl"]
    unless = any(w.lower_ in {"unless", "if"} for c in clauses for w in c.lefts if w.dep_ == "mark")
    return ahead and unless and verb.dep_ == "ccomp" and above.lemma_.lower() in THREATENING


def _is_due(verb: Token) -> bool:
    """'The council was to meet on Friday': arranged, where somebody or some occasion is the subject."""
    copula = verb.head
    if copula.lemma_.lower() != "be" or verb.dep_ != "xcomp" or copula.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    if any(c.dep_ in {"attr", "acomp", "expl"} or c.lemma_ in MEANS or c.lower_ == "if" for c in copula.children):
        return False
    subjects = [c for c in copula.children if c.dep_ == "nsubj"]
    cues = load_status_cues()
    return bool(subjects) and all(("noun", s.lemma_.lower()) not in cues and s.pos_ != "PRON" for s in subjects)


def _alleged(verb: Token, children: list[Token], tense: str) -> str:
    cues = load_status_cues()
    if tense in {OCCURRED, "participle"} and any(
        cues.get(("adverb", c.lower_)) == ALLEGED for c in children if c.dep_ == "advmod"
    ):
        return ALLEGED
    return tense


def _tense(verb: Token, children: list[Token]) -> str:
    """Reading by the form of the verb alone: 'infinitive' and 'participle' are settled by what governs them."""
    auxiliaries = [c for c in children if c.dep_ in {"aux", "auxpass"}]
    lemmas = {c.lemma_.lower() for c in auxiliaries} | {c.lower_ for c in auxiliaries}
    past = any(c.tag_ == "VBD" for c in auxiliaries)
    if "to" in lemmas and verb.tag_ in {"VB", "VBN", "VBG"}:
        return "infinitive"
    if verb.tag_ == "VBG":
        if not auxiliaries:
            return "participle"
        return OCCURRED if past and "have" not in lemmas else ONGOING
    if verb.tag_ in {"VBD"}:
        return OCCURRED
    if verb.tag_ == "VBN":
        if not auxiliaries:  # with a subject of its own it is a past tense that the tagger took for a participle
            own_subject = verb.dep_ in {"ccomp", "ROOT", "relcl"} and any(
                c.dep_ == "nsubj" and c.tag_ not in {"WP", "WDT"} for c in children
            )
            return OCCURRED if own_subject else "participle"
        if past or "have" in lemmas or "been" in lemmas or "’ve" in lemmas or "'ve" in lemmas:
            return OCCURRED
        return ONGOING if "being" in lemmas else PRESENT
    if past and "do" in lemmas:
        return OCCURRED
    return PRESENT if verb.tag_ in {"VBZ", "VBP"} else "base"


def _under(verb: Token, own: str, depth: int) -> str:
    """Reading of a verb form in view of what governs it."""
    head, bare = verb.head, own in {"infinitive", "participle", "base"}
    if verb.dep_ in {"ROOT", "parataxis"} or head == verb:
        if own == "infinitive":
            return SCHEDULED  # headlines: 'Mills to close'
        if own == "participle":
            return OCCURRED if verb.tag_ == "VBN" else UNREAL
        return PRESENT if own == "base" else own
    if verb.dep_ == "conj" and is_verb(head):
        if own == "infinitive" and load_status_cues().get(("verb", head.lemma_.lower())) == SCHEDULED:
            return SCHEDULED
        above = reading_of_verb(head, depth + 1)
        if above == UNREAL and any(("conjunction", c.lower_) in load_status_cues() for c in head.children):
            return UNREAL  # 'if talks failed and the strike began'
        return above if bare or above in {UNREAL, NEGATED} and own == "base" else own
    if verb.dep_ == "conj" and bare and head.pos_ == "NOUN":
        return reading_of_noun(head, depth + 1)  # 'supports the restrictions and banning …'
    if verb.dep_ in {"xcomp", "ccomp", "oprd"}:
        return _complement(verb, own, bare, depth)
    if verb.dep_ == "advcl":
        return _side_clause(verb, own, bare, depth)
    if verb.dep_ in {"acl", "relcl", "amod"}:
        return _attribute(verb, own, bare, depth)
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, depth)
    if verb.dep_ in {"csubj", "csubjpass"}:
        return UNREAL
    return OCCURRED if own == "participle" else UNREAL if bare else own


def _complement(verb: Token, own: str, bare: bool, depth: int) -> str:
    head = verb.head
    part = "adjective" if head.pos_ == "ADJ" or head.tag_.startswith("JJ") else "verb"
    cue = load_status_cues().get((part, head.lemma_.lower()))
    above = reading_of_verb(head, depth + 1) if is_verb(head) or head.pos_ == "AUX" else PRESENT
    if not is_verb(head) and head.pos_ in {"NOUN", "PROPN"} and _is_denied_noun(head):
        return NEGATED
    if own == "infinitive" and head.lemma_.lower() == "able" and head.head.lemma_ == "be" and head.head.tag_ == "VBD":
        return NEGATED if any(c.dep_ == "neg" for c in head.head.children) else OCCURRED  # 'were able to escape'
    if own == "infinitive" and is_passive(head) and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return OCCURRED if head.lemma_.lower() in KNOWING else ALLEGED  # 'are known to have died'
    if own == "base" and head.lemma_.lower() in WITNESSING:
        return above  # 'saw the tower collapse'
    if own == "infinitive" and head.lemma_.lower() == "have" and head.tag_ == "VBD":
        return above  # 'had to call off the launch'
    if own == "infinitive" and _is_due(verb):
        return SCHEDULED
    if bare:
        if above in {UNREAL, NEGATED}:
            return above
        if cue in {SCHEDULED, NEGATED, UNREAL, ALLEGED, DENIED}:
            return cue
        if cue == "factual" and above == SCHEDULED and head.lemma_.lower() in LASTING:
            return UNREAL  # 'will continue to …'
        if cue == "factual":
            return above if above != PRESENT else ONGOING
        return UNREAL if own != "participle" else above
    if head.lemma_.lower() in {"have"}:
        return NEGATED
    if above in {UNREAL, NEGATED} and cue in {None, UNREAL}:
        return UNREAL
    if cue in {ALLEGED, DENIED} and own == OCCURRED:
        return cue
    if verb.dep_ == "ccomp" and verb.i < head.i and own in {OCCURRED, PRESENT} and above != NEGATED:
        return own  # 'Vaccine recalled, probe ordered'
    is_told = head.lemma_.lower() in TOLD_AS_FACT and (own != SCHEDULED or head.lemma_.lower() in ANNOUNCING)
    if cue == UNREAL and verb.dep_ == "ccomp" and not is_told:
        return UNREAL
    return own


def _side_clause(verb: Token, own: str, bare: bool, depth: int) -> str:
    above = reading_of_verb(verb.head, depth + 1) if is_verb(verb.head) or verb.head.pos_ == "AUX" else OCCURRED
    saying = saying_above(verb)
    if saying is not None:
        return reading_of_verb(saying, depth + 1)
    if own == "infinitive":  # a purpose is reached only where somebody went there for it
        reached = verb.head.lemma_.lower() in GOING
        reached = reached or is_fulfilled(verb.head)  # 'carried out its threat to …'
        return above if reached and above in {OCCURRED, SCHEDULED} else UNREAL
    if bare:
        return OCCURRED if above == PRESENT and verb.tag_ != "VBG" else above
    return own


def _attribute(verb: Token, own: str, bare: bool, depth: int) -> str:
    if own == "infinitive":
        if verb.head.lower_ in RANKS or any(c.lower_ in RANKS for c in verb.head.children):
            above = next((a for a in verb.ancestors if is_verb(a) or a.pos_ == "AUX"), None)
            return UNREAL if above is None else reading_of_verb(above, depth + 1)  # 'was the first to …'
        carrier = verb.head.head.head if verb.head.dep_ == "pobj" else verb.head.head
        if verb.head.dep_ in {"dobj", "pobj"} and is_fulfilled(carrier):
            return reading_of_verb(carrier, depth + 1)
        cue = load_status_cues().get(("noun", verb.head.lemma_.lower()))
        return OCCURRED if cue == "factual" else cue or UNREAL
    if verb.dep_ == "acl" and not bare and _is_denied_noun(verb.head):
        return NEGATED
    if own == "participle":
        noun = reading_of_noun(verb.head, depth + 1)
        return noun if noun in {UNREAL, NEGATED} else OCCURRED
    if bare:
        return UNREAL
    return own


def _is_denied_noun(noun: Token) -> bool:
    return any(c.dep_ in {"det", "neg"} and c.lower_ in {"no", "any", "neither"} for c in noun.children)


def _after_preposition(verb: Token, depth: int) -> str:
    preposition = verb.head
    cues = load_status_cues()
    if cues.get(("preposition", preposition.lower_)) or any(
        ("preposition", " ".join(t.lower_ for t in verb.doc[max(0, preposition.i - back) : preposition.i + 1])) in cues
        for back in (1, 2, 3, 4)
    ):
        return UNREAL
    governor = preposition.head
    if preposition.lower_ in {"like", "as"}:
        verb_above = next((a for a in preposition.ancestors if is_verb(a)), None)
        if verb_above is not None and reading_of_verb(verb_above, depth + 1) == PRESENT:
            return PRESENT  # 'uses tricks like forcing …'
    part = {"NOUN": "noun", "ADJ": "adjective"}.get(governor.pos_, "verb")
    cue = cues.get((part, governor.lemma_.lower()))
    blamer = governor.head if governor.dep_ == "dobj" and preposition.lower_ == "of" else None
    if blamer is not None and cues.get(("verb", blamer.lemma_.lower())) == ALLEGED:
        return ALLEGED  # 'accused the rebels of firing rockets'
    if is_verb(governor):
        above = reading_of_verb(governor, depth + 1)
        if above == SCHEDULED and preposition.lower_ == "after" and _is_future_in_the_past(governor):
            return OCCURRED  # 'said it would resume exports after reaching a deal'
        if above == SCHEDULED and preposition.lower_ == "after" and governor.lemma_.lower() in SUFFERING:
            return OCCURRED  # 'will miss the final after tearing a muscle'
        if above == NEGATED and preposition.lower_ in {"after", "since", "following", "despite"}:
            return OCCURRED  # 'did not travel after being named a suspect'
        if above in {UNREAL, NEGATED, SCHEDULED}:
            return above
        if cue in {ALLEGED, DENIED}:
            return cue
        if cue in {SCHEDULED, UNREAL} and preposition.lower_ in {"to", "for", "on", "about", "of", "against", "at"}:
            return UNREAL  # 'is committed to helping', 'plans on leaving'
        return UNREAL if cue == NEGATED and preposition.lower_ in {"from", "of"} else OCCURRED
    if cue in {UNREAL, NEGATED, SCHEDULED, ALLEGED}:
        return cue
    return OCCURRED


def reading_of_noun(noun: Token, depth: int = 0) -> str:
    """Reading of an event that a noun names: by its own modifiers, then by what governs the noun."""
    cues = load_status_cues()
    if depth > 8 or noun.lower_ in {"nothing", "nobody", "none"}:
        return OCCURRED if depth > 8 else NEGATED
    for child in noun.children:
        if child.dep_ in {"det", "neg"} and child.lower_ in {"no", "any", "neither", "every", "each", "never"}:
            return NEGATED
        cue = cues.get(("adjective", child.lower_)) if child.dep_ in {"amod", "advmod", "acl"} else None
        if cue in {SCHEDULED, UNREAL, NEGATED, ALLEGED, "habitual"}:
            return PRESENT if cue == "habitual" else str(cue)
    head = noun.head
    if is_presupposed(noun) or noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "ahead":
        return OCCURRED
    if noun.dep_ == "dobj" and head.lemma_.lower() in REPELLING and noun.tag_ == "NN":
        return reading_of_verb(head, depth + 1)  # who foils an attack has been attacked
    if noun.dep_ in {"conj", "appos", "compound", "poss", "nmod"} and not is_verb(head):
        return reading_of_noun(head, depth + 1)
    if noun.dep_ == "pobj":
        phrase = " ".join(t.lower_ for t in noun.doc[max(0, head.i - 2) : head.i + 1])
        if cues.get(("preposition", head.lower_)) == NEGATED or any(
            ("preposition", p) in cues for p in (phrase, " ".join(phrase.split()[-2:]))
        ):
            return UNREAL
        governor = head.head
        if head.lower_ in PAST_PREPOSITIONS and not (head.lower_ in {"in", "at", "by"} and governor.pos_ == "NOUN"):
            above = reading_of_verb(governor, depth + 1) if is_verb(governor) else OCCURRED
            if above == PRESENT and head.lower_ == "in" and governor.lemma_ == "be" and is_talks(noun):
                return ONGOING  # 'is in talks'
            if above == PRESENT and head.dep_ == "agent":
                return PRESENT  # 'steps are met by sanctions'
            if above == SCHEDULED and governor.dep_ == "acl":
                above = OCCURRED
            if above == UNREAL and any(c.lower_ in {"a", "an"} for c in noun.children):
                return UNREAL  # 'what would happen after an attack'
            return (
                above
                if above in {SCHEDULED, UNREAL} and head.lower_ not in {"after", "following", "since", "despite"}
                else OCCURRED
            )
        if governor.pos_ == "NOUN":
            cue = cues.get(("noun", governor.lemma_.lower()))
            if cue is None and head.lower_ != "of" and any(c.lower_ in {"this", "that"} for c in noun.children):
                return OCCURRED  # 'investigators on this crash will …'
            return cue if cue in {UNREAL, SCHEDULED, ALLEGED} else reading_of_noun(governor, depth + 1)
        if is_verb(governor):
            return _under_verb(noun, governor, depth)
        return OCCURRED
    if is_verb(head) or head.pos_ == "AUX":
        return _under_verb(noun, head, depth)
    return OCCURRED


def _under_verb(noun: Token, verb: Token, depth: int) -> str:
    aside = any(c.lower_ in {"aside", "up", "off"} for c in verb.children)  # 'set aside a sentence' sets no day
    cue = None if aside else load_status_cues().get(("verb", verb.lemma_.lower()))
    expecting = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "expect" and not is_passive(verb.head)
    if noun.dep_ == "dobj" and expecting:
        return UNREAL  # 'expects to have a deal'
    above = reading_of_verb(verb, depth + 1)
    if above == SCHEDULED and noun.dep_ == "nsubj" and verb.lemma_.lower() not in TAKING_PLACE:
        return OCCURRED if any(c.dep_ in {"det", "poss"} for c in noun.children) else UNREAL  # 'the crash will cost …'
    is_subject = noun.dep_ == "nsubj" and verb.lemma_.lower() not in TAKING_PLACE
    if above in {UNREAL, NEGATED} and is_subject and is_known_step(noun):
        return OCCURRED  # 'the suspension of the talks should not deter …'
    if noun.dep_ == "dobj" and above == SCHEDULED and verb.lemma_.lower() in WANTING:
        return UNREAL  # 'will seek re-election'
    if noun.dep_ == "dobj" and above == SCHEDULED and verb.lemma_.lower() in STOPPING:
        return UNREAL  # 'promised to end the abductions'
    if above in {UNREAL, NEGATED, SCHEDULED}:
        return above if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj", "attr"} else OCCURRED
    if noun.dep_ == "nsubjpass" and cue == SCHEDULED:
        return SCHEDULED  # 'a hearing is set for May'
    if above == PRESENT and noun.dep_ == "nsubj" and any(c.lower_ in {"a", "an", "any"} for c in noun.children):
        return UNREAL  # 'an attack on one is an attack on all'
    if above == PRESENT and noun.dep_ in {"dobj", "pobj"} and verb.dep_ in {"relcl", "advcl"}:
        return PRESENT  # 'countries that reach an agreement'
    if verb.lemma_.lower() in LASTING or above == ONGOING and noun.dep_ in {"nsubj", "nsubjpass"}:
        return ONGOING
    if (
        noun.dep_ in {"dobj", "pobj"}
        and cue in {SCHEDULED, NEGATED}
        and verb.lemma_.lower() not in {"announce", "agree", "decide"}
    ):
        return cue
    if noun.dep_ in {"dobj", "pobj"} and verb.lemma_.lower() in WANTING:
        return UNREAL
    return OCCURRED
