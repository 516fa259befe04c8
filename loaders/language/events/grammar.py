"""Who does what in a parsed clause.

Subjects and objects by voice, also through control, coordination and relative clauses.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.language.events.lexicon import word_list

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
OBJECTS = frozenset({"dobj", "pobj"})
SUBJECTS = frozenset({"nsubj", "csubj"})
# Words that only measure or package what follows 'of': 'a number of', 'tons of', 'a series of'.
PACKAGING = word_list("noun that packs another")
# 'was arrested and extradited': the tagger takes the second participle for a past tense.
COURT_STEPS = word_list("step of police, court or hospital")
URGING = word_list("verb of urging or blaming")
OPENINGS = frozenset({"starting", "beginning", "effective", "commencing"})
BLAMING = word_list("verb of blame, praise or punishment")
JUDGING = word_list("verb of a ruling")
SAYING = word_list("verb of saying, of a body")
PAPERS = word_list("paper in which one speaks")
STRETCHES = word_list("stretch of time that a deed falls in")


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form (auxiliaries aside)."""
    if token.pos_ == "VERB" or (token.tag_.startswith("VB") and token.dep_ not in {"aux", "auxpass"}):
        return True
    # Headlines: a verb that the tagger takes for a noun still has its subject and object.
    deps = {c.dep_ for c in token.children} if token.dep_ == "ROOT" and token.pos_ == "NOUN" else set()
    return "nsubj" in deps and "dobj" in deps


def is_headline_verb(token: Token) -> bool:
    """'Minister orders inquiry': a verb with its subject that the parser takes for the first half of a compound."""
    return token.dep_ == "compound" and token.tag_ == "VBZ" and any(c.dep_ == "nsubj" for c in token.children)


def is_swallowed_verb(token: Token) -> bool:
    """'President Ann Holm sacked finance minister …': a verb behind a name that the parser takes for an attribute."""
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ != "amod" or token.i == 0 or token.i > token.head.i:
        return False
    return token.nbor(-1).ent_type_ == "PERSON" and token.nbor(-1).pos_ == "PROPN"


def is_headline_clause(token: Token) -> bool:
    """'Mayor quits after party routed in vote': a participle for a verb, behind 'after', 'as' or 'when'."""
    marks = {c.lower_ for c in token.lefts if c.dep_ == "mark"}
    return token.dep_ == "advcl" and token.tag_ in {"VBN", "VBD"} and bool(marks & {"after", "as", "when"})


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, also as a bare participle ('the measures imposed by …')."""
    if is_swallowed_verb(verb):
        return False
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl":  # 'the act, passed last year': a participle taken for a past tense
        return not any(child.dep_ in {"dobj", "nsubj"} for child in verb.children)
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and verb.lemma_.lower() in COURT_STEPS and verb.head.tag_ == "VBN":
        return is_passive(verb.head) and not any(child.dep_ in {"dobj", "nsubj", "aux"} for child in verb.children)
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    if any(child.dep_ == "agent" for child in verb.children):
        return True
    if (
        verb.dep_ == "conj"
        and is_verb(verb.head)
        and not any(child.dep_ in {"nsubj", "aux"} for child in verb.children)
    ):
        return is_passive(verb.head) and not any(child.dep_ == "dobj" for child in verb.children)
    return verb.dep_ in {"acl", "advcl", "relcl", "ROOT", "amod"} and not any(
        child.dep_ in {"dobj", "nsubj"} for child in verb.children
    )


def is_perfect(verb: Token) -> bool:
    """'has removed', 'had removed', 'have been removing'."""
    return any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)


def is_headline_plan(verb: Token) -> bool:
    """'Mills to close in May; others to follow': an infinitive where no other verb has come before."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    before = verb.doc[verb.sent.start : verb.i]
    return len(before) > 1 and not any(t.tag_ in {"VBZ", "VBD", "VBP", "MD", "VBG", "VBN", "VB"} for t in before)


def is_told_passive(verb: Token) -> bool:
    """'The pacts were signed': done, in a main clause, by whom the context says."""
    told = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)
    return told and verb.dep_ in {"ROOT", "conj", "ccomp"}


def is_stray_subject(noun: Token) -> bool:
    """'A condemned the coup and B suspended its aid': a subject that the parser joins to the object before it."""
    if noun.dep_ != "conj" or not noun.ent_type_ or noun.i + 1 >= len(noun.doc) or noun.head.dep_ not in OBJECTS:
        return False
    verb = noun.nbor(1)
    joined = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).lower_ in {"and", "while", "but"}
    bare = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return joined and bare and verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ"}


def with_conjuncts(token: Token) -> Iterator[Token]:
    """A noun and the nouns coordinated with it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and not is_verb(child) and not is_stray_subject(child):
            yield from with_conjuncts(child)
        # 'between A and Country President B': the parser hangs A on B.
        elif child.dep_ == "nmod" and child.ent_type_ and any(c.dep_ == "cc" for c in child.children):
            yield child


def is_apposed(word: Token, noun: Token) -> bool:
    """Is a word in apposition to a noun, and not to one behind the noun's verb ('a jury convicted A, B')?"""
    if word.dep_ != "appos" or is_verb(word):
        return False
    return not (noun.dep_ in {"nsubj", "nsubjpass"} and noun.i < noun.head.i < word.i)


def resolve_relative(token: Token) -> Token:
    """The antecedent of a relative pronoun, else the token itself."""
    if token.lower_ in RELATIVE_PRONOUNS and token.tag_ in {"WP", "WDT", "IN", "WP$"}:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                head: Token = ancestor.head
                nearest = token.nbor(-1) if token.i else head
                one = nearest.tag_ == "NN" and nearest.dep_ == "pobj" and head.tag_ == "NNS"
                singular = any(c.tag_ == "VBZ" for c in (ancestor, *ancestor.children) if c.pos_ in {"AUX", "VERB"})
                return (
                    nearest if one and singular and head.is_ancestor(nearest) else head
                )  # 'victims of a flood that has'
    return token


def saying_above(verb: Token) -> Token | None:
    """'The ministry said that this breaks the rules, urging Chad to …': the saying that the participle goes with."""
    content = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_.lower() not in URGING:
        return None
    if content.dep_ not in {"ccomp", "acl"} or verb.left_edge.i < content.i or verb.left_edge.nbor(-1).text != ",":
        return None  # 'said in a statement that …': the parser hangs the content on the statement
    above = next((a for a in content.ancestors if is_verb(a)), None)
    if above is None or above.lemma_.lower() not in SAYING:
        return None
    named = any(
        c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"} for c in above.children
    )  # 'that said, …' says nothing
    return above if named else None


def agents_of(verb: Token, depth: int = 0) -> list[Token]:
    """Head nouns of those who do what the verb says (logical subjects), nearest first.

    Empty where the text names none.
    """
    if is_swallowed_verb(verb):
        return [verb.nbor(-1)]
    if is_passive(verb):
        return [
            noun
            for child in verb.children
            if child.dep_ == "agent"
            for o in child.children
            if o.dep_ == "pobj"
            for noun in with_conjuncts(o)
        ]
    saying = saying_above(verb)
    if saying is not None:
        return agents_of(saying, depth + 1)
    own = [
        noun for child in verb.children if child.dep_ in SUBJECTS for noun in with_conjuncts(resolve_relative(child))
    ]
    if not own and verb.tag_ == "VBD":  # 'In 2019 Beijing banned …': a name taken for an adverbial
        own = [c for c in verb.lefts if c.dep_ == "npadvmod" and c.ent_type_ in {"GPE", "PERSON", "ORG", "NORP"}]
    if not own and verb.tag_ in {"VBD", "VBN"} and depth < 3:
        first = next((c for c in verb.lefts if is_first_of_row(c)), None)
        if first is not None:
            return agents_of(first, depth + 1)
    if not own and verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ"} and verb.i > 0:
        stray = verb.nbor(-1)
        if is_stray_subject(stray):
            return [stray]
    if own or depth > 5:
        return own
    head = verb.head
    if verb.dep_ == "acl":
        if verb.tag_ == "VBG" or verb.tag_ == "VBN" and any(c.dep_ == "dobj" for c in verb.children):
            if head.lemma_.lower() in STRETCHES | PAPERS and is_verb(head.head):  # 'began the week accusing …'
                return agents_of(head.head, depth + 1)
            return list(with_conjuncts(head))
        return (
            [c for c in head.children if c.dep_ == "poss"]
            or [n for p, n in prepositional(head) if p == "by"]
            or (_subjects_above(head, depth) if verb.tag_ == "VB" else [])
        )
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.dep_ == "pcomp" and verb.lemma_.lower() in JUDGING:
        judged = next((a for a in head.ancestors if is_verb(a) and a.lemma_.lower() in BLAMING), None)
        if judged is not None:  # 'a jury convicted the two of shaking down dealers, finding them guilty of …'
            return agents_of(judged, depth + 1)
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and is_verb(head):
        if verb.dep_ == "xcomp":
            controlled = [noun for child in head.children if child.dep_ == "dobj" for noun in with_conjuncts(child)]
            if (
                controlled
                and verb.tag_ == "VB"
                and head.lemma_ not in {"promise", "vow", "pledge", "use", "hold", "take"}
            ):
                return controlled
        if is_passive(head) and (verb.dep_ != "conj" or not is_passive(verb)):
            return patients_of(head, depth + 1)
        return agents_of(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":  # 'is due to meet', 'was ready to talk'
        above = head.head
        return [n for c in above.children if c.dep_ in SUBJECTS for n in with_conjuncts(resolve_relative(c))]
    if verb.dep_ in {"pcomp", "ccomp"}:
        return _subjects_above(head, depth)
    return []


def is_first_of_row(verb: Token) -> bool:
    """'It has shut a mill, frozen accounts and …': the parser hangs the first clause of the row on the second."""
    if verb.dep_ not in {"advcl", "ccomp"} or verb.tag_ not in {"VBN", "VBD"} or verb.i > verb.head.i:
        return False
    kinds = {c.dep_ for c in verb.children}
    if not {"nsubj", "nsubjpass"} & kinds or "mark" in kinds:
        return False
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.head.children)
    row = any(c.dep_ == "conj" and is_verb(c) for c in verb.head.children)
    return bare and row and verb.head.tag_ in {"VBN", "VBD"} and verb.head.left_edge.i < verb.head.i


def speakers_or(verb: Token, agents: list[Token]) -> list[Token]:
    """'The airline said it had cancelled 300 flights': who speaks of 'it' or 'they' speaks of his own doings."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING or len(agents) != 1:
        return agents
    if agents[0].lower_ not in {"it", "they"} or agents[0].head != verb:
        return agents
    speakers = [n for n in agents_of(verb.head) if n.pos_ in {"NOUN", "PROPN"} and n.ent_type_ != "PERSON"]
    return speakers or agents


def _subjects_above(token: Token, depth: int) -> list[Token]:
    """Possessor of the noun that governs a verb ('Iran's decision to …'), else the subject of the verb above it."""
    for ancestor in (token, *token.ancestors):
        owners = [c for c in ancestor.children if c.dep_ == "poss"]
        if owners and not is_verb(ancestor):
            return owners
        if is_verb(ancestor):
            blamed = ancestor.lemma_.lower() in BLAMING and token.lower_ in {"for", "of", "over"}
            if is_passive(ancestor) or blamed:  # 'fined the club for breaking …'
                return patients_of(ancestor, depth + 1)
            return agents_of(ancestor, depth + 1)
    return []


def patients_of(verb: Token, depth: int = 0) -> list[Token]:
    """Head nouns of those to whom it is done (logical objects)."""
    children = list(verb.children)
    if is_headline_verb(verb) or is_swallowed_verb(verb):
        return list(with_conjuncts(verb.head))
    if is_passive(verb):
        own = [
            noun
            for child in children
            if child.dep_ == "nsubjpass"
            for noun in with_conjuncts(_behind_opening(resolve_relative(child)))
        ]
        if own or depth > 5:
            return own
        before = _noun_before_comma(verb)
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return [verb.head] if before is None or before == verb.head else [before, verb.head]
        if before is not None and verb.dep_ == "advcl" and verb.tag_ == "VBN":
            return [before]
        if verb.dep_ in {"conj", "xcomp", "advcl"} and is_verb(verb.head):
            return patients_of(verb.head, depth + 1) if is_passive(verb.head) else agents_of(verb.head, depth + 1)
        return []
    own = [
        noun
        for child in children
        if child.dep_ in {"dobj", "dative"}
        for noun in with_conjuncts(resolve_relative(child))
    ]
    subjects = [c for c in children if c.dep_ in SUBJECTS]
    if not own and verb.dep_ == "relcl" and subjects and all(resolve_relative(c) == c for c in subjects):
        return [verb.head] if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else []
    return own


def _behind_opening(subject: Token) -> Token:
    """'Starting 1 May, the goods will be banned': the parser takes the opening for the subject."""
    if subject.lower_ not in OPENINGS:
        return subject
    return next((c for c in subject.rights if c.dep_ in {"dep", "dobj", "appos"} and c.pos_ == "NOUN"), subject)


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions that hang on a token with their head nouns, coordinated ones too."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB", "ADV", "ADJ"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    for noun in with_conjuncts(inner):
                        yield child.lower_, noun
                elif inner.dep_ == "prep":
                    for deepest in inner.children:
                        if deepest.dep_ == "pobj":
                            yield inner.lower_, deepest


def _noun_before_comma(participle: Token) -> Token | None:
    """'the levies, imposed in May': the noun that a participle behind a comma belongs to, whatever the parser says."""
    at = participle.left_edge.i - 2
    if at < 0 or participle.doc[at + 1].text != ",":
        return None
    noun = participle.doc[at]
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def unpack(noun: Token) -> Token:
    """What is meant by 'a number of X', 'tons of X': X."""
    if noun.lemma_.lower() in PACKAGING or noun.pos_ == "NUM":
        for preposition, inner in prepositional(noun):
            if preposition == "of":
                return unpack(inner) if inner != noun else noun
    return noun


def meanings(noun: Token) -> list[Token]:
    """A noun and, where it only packages another, that one: 'a list of goods' is a list and goods."""
    inner = unpack(noun)
    return [noun] if inner == noun else [noun, inner]


def clause_tokens(verb: Token) -> list[Token]:
    """Tokens of the verb's own clause.

    Its subtree without coordinated clauses, side clauses behind a comma and parataxis.
    """
    kept: list[Token] = []
    stack = [verb]
    while stack:
        token = stack.pop()
        kept.append(token)
        for child in token.children:
            if not _leaves_clause(verb, child):
                stack.append(child)
    return sorted(kept, key=lambda t: t.i)


def _leaves_clause(verb: Token, child: Token) -> bool:
    if child.head == verb:
        if child.dep_ == "conj" or child.dep_ in {"cc", "parataxis"}:
            return True
        if child.dep_ in {"advcl", "ccomp"} and any(t.text in {",", "–", "—", ";", ":"} for t in _between(verb, child)):
            return True
        return bool(
            child.dep_ == "punct"
            and child.i in {verb.left_edge.i, verb.right_edge.i}
            and child.text not in {"'", "’", '"', "”", "“", "‘", ")"}
        )
    return bool(child.dep_ == "relcl" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",")


def _between(first: Token, second: Token) -> list[Token]:
    if first.i < second.i:
        return list(first.doc[first.i : second.left_edge.i])
    return list(first.doc[second.right_edge.i : first.i])
