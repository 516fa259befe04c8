"""What a time expression belongs to: the verb beside it, a deed that is judged, a paper, or a measure."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.events.grammar import is_verb
from dossier.language.events.lexicon import load_noun_classes, load_triggers, word_list

YEARLY = word_list("noun that a year is the name of")
COMPARING = frozenset({"compared", "than", "versus", "vs", "vs."})
CITING = frozenset({"under", "to", "with", "per"})
LONGEST_DATE = 6  # tokens
LONG = frozenset({"decade", "generation", "year", "century", "month", "week", "day"})


def dates_the_deed(token: Token, verdict: Token) -> bool:
    """'convicted for the 1984 killing', 'jailed for killing a man in 1984': a time that hangs on the deed, not on
    the verdict."""
    for word in (token, *token.ancestors):
        if word == verdict:
            return False
        if (
            word.dep_ in {"nummod", "compound", "nmod", "amod", "poss"}
            and word.head.pos_ == "NOUN"
            and word.head.ent_type_ != "DATE"
            and word.i < word.head.i
        ):
            return word.head.lemma_.lower() not in {"hearing", "trial", "session", "verdict", "ruling", "court"}
        if word.dep_ == "pcomp" and is_verb(word):
            return True
    return False


def is_day_of_saying(token: Token, verb: Token) -> bool:
    """'said on Thursday it had seized …': a day between the saying and the subject of what is said, whatever the
    parser hangs it on."""
    clause = verb
    while clause.dep_ in {"conj", "xcomp"} and is_verb(clause.head):
        clause = clause.head
    saying = clause.head
    if clause.dep_ != "ccomp" or not is_verb(saying) or not saying.i < token.i < clause.i:
        return False
    if any(c.dep_ == "mark" and c.i < token.i for c in clause.children):
        return False  # 'told us that in 2016 he was robbed'
    subjects = [c.left_edge.i for c in clause.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}]
    return bool(subjects) and token.i < min(subjects)


def is_yardstick(token: Token, focus: Token) -> bool:
    """'the highest since 2012', 'the first in decades', 'compared with last year': what is measured by, not when."""
    path = [token, *(a for a in token.ancestors if a.i != focus.i)][:4]
    if any(a.lemma_.lower() == "anniversary" for a in list(token.ancestors)[:6]):
        return True  # 'today, on the anniversary of the vote of 9 August'
    prepositions = [t.lower_ for t in path if t.dep_ in {"prep", "pcomp", "mark"} or t.lower_ in COMPARING]
    if any(word in COMPARING for word in prepositions):
        return True
    if any(c.lower_ == "than" and c.dep_ == "mark" and c.i < token.i for t in path for c in t.children):
        return True  # 'faster than expected three months ago'
    if not {"since", "in"} & set(prepositions):
        return False
    if "since" not in prepositions and not any(t.lemma_.lower() in LONG for t in path):
        return False
    before = token.doc[max(token.sent.start, token.i - 14) : token.i]
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "only"} for t in before)


def is_inside_description(token: Token, verb: Token) -> bool:
    """Whether the next verb above a token is a participle that only describes the object of ``verb``."""
    above = next((a for a in token.ancestors if is_verb(a)), verb)
    return above != verb and above.tag_ == "VBG" and above.dep_ == "acl" and above.head.head == verb


def participle_behind(noun: Token) -> Token | None:
    """'a truce agreed in May': a bare participle right behind its noun, whatever the parser hangs it on."""
    if noun.i + 1 >= len(noun.doc):
        return None
    verb = noun.doc[noun.i + 1]
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in {"acl", "conj", "amod"}:
        return None
    left = {c.dep_ for c in verb.lefts}
    return None if left & {"nsubj", "nsubjpass", "aux", "auxpass", "cc"} else verb


def is_year_of_paper(token: Token) -> bool:
    """'approved the 2022 budget', 'quit the 2015 pact': the year that a law or a pact is called by."""
    if not token.text.isdigit() or token.dep_ not in {"nummod", "compound", "nmod"}:
        return False
    classes = load_noun_classes()
    return token.head.lemma_.lower() in classes["law"] | classes["agreement"] | YEARLY


def is_day_of_cited_paper(token: Token, focus: Token) -> bool:
    """'will apply a duty under Order 12 of 3 March': a paper's day, not that of what is done."""
    doc, start, at = token.doc, token.sent.start, token.i
    while at > start and token.i - at < LONGEST_DATE and doc[at].pos_ in {"NUM", "PROPN", "PUNCT"}:
        at -= 1
    if doc[at].lower_ != "of" or at - 1 <= start or not doc[at - 1].text.isdecimal():
        return False
    at -= 2
    while at > start and (doc[at].lower_ in {"no", "no.", "."} or doc[at].text[0].isupper()):
        at -= 1
    return doc[at].lower_ in CITING or doc[at].lower_ in {"in", "by"} and is_verb(doc[at - 1]) and doc[at - 1] != focus


def is_age_of_thing(token: Token) -> bool:
    """'a 19th century tower', 'his 2019 book': a year before a noun that is no event dates nothing else."""
    above = token.head
    while above.ent_type_ == "DATE" and above.head != above:
        token, above = above, above.head
    before = token.dep_ in {"nummod", "compound", "nmod", "amod"} and token.i < above.i and above.pos_ == "NOUN"
    if any(c.dep_ == "acl" and c.tag_ == "VB" for c in above.children):
        return False  # 'the 2019 move to ban it': the year of the ban
    return before and above.lemma_.lower() not in load_triggers().nouns


def is_day_of_noun_before(token: Token, focus: Token) -> bool:
    """'42 died in the largest tremor since the quake on 25 April': a day right behind the noun of another event."""
    while token.i > token.sent.start and token.nbor(-1).ent_type_ == "DATE":
        token = token.nbor(-1)
    if token.i < token.sent.start + 2 or token.nbor(-1).lower_ not in {"on", "in"}:
        return False
    noun = token.nbor(-2)
    known = any(c.lower_ in {"the", "that"} for c in noun.lefts) and noun.lemma_.lower() in load_triggers().nouns
    return known and noun != focus and noun.dep_ == "pobj" and noun.head.head != focus


def is_of_another_event(token: Token, verb: Token) -> bool:
    """'agreed over the May election': a date before a noun in the verb's clause dates what the noun names."""
    if not is_verb(verb):
        return False
    while token != verb and token.head != token:
        above = token.head
        before = token.dep_ in {"nummod", "compound", "nmod", "amod", "npadvmod", "poss"} and token.i < above.i
        if before and above.pos_ == "NOUN" and above.ent_type_ not in {"DATE", "TIME"}:
            return above.head != verb or above.dep_ == "pobj"
        token = above
    return False
