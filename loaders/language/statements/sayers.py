"""Who does the saying: the subject of a verb, shared or inverted, and whether the saying is a fact of the text."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.language.lexicons import speech_words
from dossier.language.statements.cues import cues_of, noun_kinds
from dossier.language.statements.lookups import chunk_of, name_ahead, sentence_of

SUBJECT_DEPENDENCIES = ("nsubj", "csubj", "expl")
SINGULAR = frozenset({"it", "he", "she", "this", "that"})
NAMING = speech_words("verb of naming")
WRITERS = ("i", "we", "you", "me")
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ency", "ancy", "ance", "ence", "ness", "ity", "ure", "ism", "ship", "age")
# With a capital they are a state's own; 'the order', of a court, may be quoted.
DECREES = speech_words("decree with a capital")
RELATIVES = ("who", "which", "that", "whom", "whose")
HYPOTHETICAL = (
    "would",
    "could",
    "might",
    "may",
    "should",
    "must",
    "can",
    "will",
    "shall",
    "'ll",
    "’ll",
    "'d",
    "ca",
    "wo",
)
NEGATIONS = ("not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely")
ADDRESSING = speech_words("verb with the hearer behind it")
CONDITIONS = ("if", "unless", "whether", "lest")
RECEIVING = speech_words("verb of receiving")
OPEN_GOVERNORS = speech_words("verb before a saying that happens")
APPEARING = speech_words("verb of coming forward to speak")


def sayer_of(verb: Token) -> Token | None:
    """The token that says what a cue introduces, also where the parser gave the cue a subject that cannot speak."""
    name = _inverted_name(verb)
    if name is not None:
        return name
    subject = _adder(verb) or _beyond_relative(verb) or subject_of(verb)
    if subject is None and verb.dep_ == "conj":  # 'They were moved, it added, but later said …'
        aside = (c for c in verb.head.children if c.dep_ == "parataxis" and c.i < verb.i and cues_of(c.lemma_.lower()))
        subject = next((s for s in map(subject_of, aside) if s is not None), None)
    outer = outer_cue(verb)
    if outer is not None and not can_talk(subject):
        return subject_of(outer) or subject
    borrows = verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return _outer_speaker(verb) or subject if borrows and not can_talk(subject) else subject


def _adder(verb: Token) -> Token | None:
    """Who goes on in 'dismissed the claim that it was a risk adding that …': whoever the cue above is of."""
    if verb.lower_ != "adding" or verb.dep_ not in ("acl", "advcl", "conj", "xcomp", "pcomp", "dep"):
        return None
    above = (t for t in verb.ancestors if t.pos_ in ("VERB", "AUX") and cues_of(t.lemma_.lower()))
    subjects = (subject_of(t) for t in above)
    return next((s for s in subjects if can_talk(s)), None)


def _beyond_relative(verb: Token) -> Token | None:
    """'X criticised a ruling that bound him, urging …': a participle behind a comma goes with who did the main deed."""
    clause = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or clause.dep_ != "relcl" or verb.doc[verb.i - 1].text != ",":
        return None
    thing, main = clause.head, clause.head.head
    if thing.dep_ != "dobj" or thing.ent_type_ == "PERSON" or "person" in noun_kinds(thing.lower_):
        return None
    subject = subject_of(main) if main.pos_ == "VERB" else None
    return subject if can_talk(subject) else None


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The token that does the saying: own subject, agent of a passive, or a governing verb's subject."""
    helped = (c for aux in verb.children if aux.dep_ == "aux" for c in aux.children)  # 'The town has, in May, declared'
    own = next(
        (
            c
            for c in (*verb.children, *helped)
            if c.dep_ in SUBJECT_DEPENDENCIES and not (c.tag_ == "IN" and c.i > verb.i)
        ),
        None,
    )  # 'says that the …': the parser may take 'that' for a subject
    if own is not None and own.dep_ == "csubj" and own.tag_ == "VBG":
        own = _behind_comma(verb) or own  # 'Speaking in the hall, the chair, Mr Lee, repeated …'
    if own is not None:
        if own.lower_ in RELATIVES and own.tag_ in ("WP", "WDT", "WP$"):
            return _antecedent(verb, own)
        if own.lower_ in ("both", "each", "all") and own.i > 0 and own.nbor(-1).pos_ in ("PROPN", "NOUN"):
            listed = own.nbor(-1)  # 'Chad and Niger both said'
            while listed.dep_ == "conj" and listed.head.i < listed.i:
                listed = listed.head
            return listed
        later = [c for c in verb.children if c.dep_ == "nsubj" and own.i < c.i < verb.i and c.pos_ == "PROPN"]
        return later[-1] if later and own.pos_ == "NOUN" else own  # 'The chair of the union, MP Ann Lee said'
    before = verb.nbor(-1) if verb.i > 0 else verb
    joined = verb.dep_ == before.dep_ == "conj" and before.pos_ == "PROPN"
    if joined and before.head.ent_type_ in ("DATE", "TIME"):
        return before  # '… is to meet on Thursday and Lee said': the name behind 'and' was hung on the day
    aged = next((c for c in verb.children if c.lower_ == "old" and is_age(c) and c.i < verb.i), None)
    if aged is not None:
        return aged
    if depth == 0 and verb.tag_ in ("VBD", "VBZ") and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        named = name_ahead(verb)
        if named is not None:
            return named
    if depth == 0 and verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        lost = _behind_comma(verb)
        if lost is not None:
            return lost
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or depth > 6:
        return None
    if verb.dep_ in ("acl", "relcl"):
        return None if verb.tag_ == "VBN" else _bearer(verb.head, depth)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        holder = verb.head.head
        if verb.head.lower_ == "as" and holder.lemma_ in ("quote", "cite"):  # 'quoted the general as saying'
            return next((c for c in holder.children if c.dep_ in ("dobj", "nsubjpass")), None)
        return subject_of(holder, depth + 1) if holder.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.lemma_ in RECEIVING:
        received = next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
        if received is not None and "document" in noun_kinds(received.lower_):
            return received  # 'parents got a message from the school alerting them to a post'
    if verb.dep_ in ("conj", "xcomp", "advcl", "dep") and verb.head != verb:
        if verb.dep_ == "xcomp":
            thing = next((c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
            if thing is not None and thing.dep_ == "dobj" and verb.head.lemma_ != "use":
                return None
        if verb.head.pos_ in ("VERB", "AUX") or verb.dep_ == "conj":
            shared = subject_of(verb.head, depth + 1)
            is_plural = verb.tag_ == "VBP" or verb.tag_ == "VB" and verb.head.tag_ == "VBZ"
            return _plural_above(verb) if is_plural and _is_one(shared) else shared
    return None


def _behind_comma(verb: Token) -> Token | None:
    """Who speaks in 'While police said it was over, two men of the town claimed …', where the parser lost them."""
    at = verb.nbor(-2 if verb.i > 1 and verb.nbor(-1).text == "," else -1) if verb.i > 0 else verb
    for _ in range(6):
        edge = at.left_edge.i
        if (
            at.pos_ in ("NOUN", "PROPN")
            and edge > 0
            and verb.doc[edge - 1].text == ","
            and at.dep_ in ("conj", "appos")
        ):
            return at if can_talk(at) else None
        if at.head.i >= verb.i or at.head == at:
            return None
        at = at.head
    return None


def _is_one(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ in SINGULAR


def _plural_above(verb: Token) -> Token | None:
    """'we remain committed until it is binding and call on …': 'call' does not go with 'it'."""
    for above in verb.head.ancestors:
        own = next((c for c in above.children if c.dep_ in SUBJECT_DEPENDENCIES), None)
        if own is not None and not _is_one(own):
            return own
    return None


def is_term(verb: Token) -> bool:
    """'what economists call a shock': a word for a thing, nobody's speech."""
    return verb.lemma_.lower() in NAMING and any(c.lower_ == "what" for c in verb.children)


def first_of_name(subject: Token, verb: Token) -> int:
    """Index where the sayer's phrase begins; of '…, Valmere Terminals said' the whole name, whatever the parser made.

    All capitalised words between the last comma and the cue are one name, where the parser's phrase ends it.
    """
    edge = subject.left_edge.i
    if edge > verb.i or subject.i > verb.i or subject.pos_ == "PRON":
        return edge
    doc, at, start = verb.doc, edge, sentence_of(verb).start
    while at > start and (doc[at - 1].text[0].isupper() or doc[at - 1].text in ("&", "-", "of", "and", "the")):
        at -= 1
    return at if at < edge and at > start and doc[at - 1].text == "," and doc[at].text[0].isupper() else edge


def is_age(old: Token) -> bool:
    """Is it the 'old' of 'the 43-year-old', which the parser takes for no noun?"""
    before = [t.lower_ for t in old.doc[max(0, old.i - 4) : old.i] if t.text != "-"]
    return before[-1:] == ["year"] and any(c.lower_ == "the" for c in (*old.children, *old.head.children))


def _bearer(noun: Token, depth: int) -> Token | None:
    """Who speaks in 'a report accusing …' (the report) and in 'began his term accusing …' (whoever began it)."""
    if noun.pos_ in ("PROPN", "PRON") or noun_kinds(noun.lower_) & {"person", "body", "document"}:
        return noun
    above = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return noun if above is None else subject_of(above, depth + 1)


def _antecedent(verb: Token, pronoun: Token) -> Token | None:
    """What a relative pronoun stands for: the name right before it, else the noun its clause hangs on."""
    before = next(
        (
            t
            for t in reversed(list(verb.doc[max(sentence_of(verb).start, pronoun.i - 2) : pronoun.i]))
            if not t.is_punct
        ),
        None,
    )
    named = before is not None and before.pos_ == "PROPN" and before.ent_type_ in ("ORG", "PERSON", "GPE")
    at: Token = verb
    for _ in range(4):
        if at.dep_ == "relcl":
            return (
                before
                if named and before is not None and at.head.is_ancestor(before) and before.dep_ == "pobj"
                else at.head
            )
        if at.head == at:
            return None
        at = at.head
    return None


def _inverted_name(verb: Token) -> Token | None:
    """The name in '…, said the mayor.' and '…, said Ann Lee, …', whatever the parser made of it."""
    doc, sentence = verb.doc, sentence_of(verb)
    if (
        verb.tag_ not in ("VBD", "VBZ", "VBN")
        or verb.i in (sentence.start, sentence.end - 1)
        or not cues_of(verb.lemma_.lower(), "clause")
    ):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if verb.lemma_.lower() in ADDRESSING:
        return None
    if doc[verb.i - 1].text not in (",", "'", "’", "”", '"', "''", "–", "—"):
        return None
    chunk = chunk_of(doc[verb.i + 1])
    if chunk is not None and chunk.start != verb.i + 1:
        return None
    if (
        chunk is None
        or chunk.root.ent_type_ in ("DATE", "TIME")
        or (chunk.root.pos_ != "PROPN" and not noun_kinds(chunk.root.lower_) & {"person", "body", "document"})
    ):
        return None
    clause = chunk.root.head
    if own is not None and chunk.root.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "ccomp" and clause.head == verb:
        return None  # 'The state police, Lee, said a team was sent'
    behind = doc[chunk.end].text if chunk.end < sentence.end else "."
    if behind != "." and own is not None and can_talk(own):
        return None
    return chunk.root if behind in (",", ".", ";", "–", "—", "in", "on", "at", "of", "from", "who") else None


def can_talk(subject: Token | None) -> bool:
    if subject is None:
        return False
    if subject.ent_type_ in ("DATE", "TIME"):
        return False
    kinds = noun_kinds(subject.lower_)
    if is_rule_text(subject):
        return False
    return (
        subject.pos_ == "PROPN"
        or subject.lower_ in ("he", "she", "they", "it", "who")
        or bool(kinds & {"person", "body", "document"})
    )


def is_rule_text(subject: Token) -> bool:
    """Laws, orders and their sections rule; what they 'provide', 'state' or 'find' is nobody's saying."""
    words = [subject, *(c for c in subject.children if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN")]
    if any(word.text in DECREES for word in words):
        return True
    return any("rule" in noun_kinds(word.lower_) for word in (words if not subject.is_alpha else words[:1]))


def is_abstract(subject: Token) -> bool:
    """'the extension', 'the emergency': a common noun that by its ending cannot speak, unless it is listed."""
    return (
        subject.pos_ == "NOUN"
        and subject.lower_.removesuffix("s").endswith(ABSTRACT_ENDINGS)
        and not noun_kinds(subject.lower_) | noun_kinds(subject.lemma_)
    )


def outer_cue(verb: Token) -> Token | None:
    """The cue above what is said that a later cue goes with: 'said the sample was small but called the finding big'.

    The parser hangs 'called' on 'was'; 'said he was sad that the talks had failed and accused …' on 'failed'.
    """
    head = verb.head.head if verb.head.dep_ == "xcomp" and verb.head.tag_ == "VB" else verb.head
    if verb.dep_ == "ccomp" and verb.tag_ == head.tag_ and verb.i > head.i and verb.nbor(-1).tag_ == "CC":
        has_own = any(c.dep_ in SUBJECT_DEPENDENCIES for c in verb.children)
        return head if cues_of(head.lemma_.lower(), "clause") and not has_own else None  # '… but conceded that …'
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN", "VBZ") or not cues_of(verb.lemma_.lower()):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        return None
    while head.tag_ == "VB" and verb.tag_ == "VBD" and head.dep_ in ("advcl", "xcomp", "conj") and head.head.i < head.i:
        head = head.head  # 'said they would lose if they go on and urged …'
    own = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    modal = verb.tag_ == "VBD" and any(c.tag_ == "MD" for c in head.children)
    if own is None or (
        not modal and can_talk(own) and not any(c.tag_ == "PRP$" for c in own.children)
    ):  # 'his office was …'
        return None
    if head.dep_ != "ccomp":
        return None
    above = next((t for t in head.ancestors if t.pos_ == "VERB" and cues_of(t.lemma_.lower(), "clause")), None)
    if above is None or above.tag_ not in ("VBD", "VBZ"):
        return None
    return above if verb.tag_ == above.tag_ or (verb.tag_ == "VBN" and above.tag_ == "VBD") else None


def _outer_speaker(verb: Token) -> Token | None:
    """Who goes on speaking in 'X said the town was cut off, adding that …'."""
    for token in verb.ancestors:
        if token.pos_ in ("VERB", "AUX") and cues_of(token.lemma_.lower(), "clause"):
            return subject_of(token)
    return None


def is_asserted(verb: Token) -> bool:
    """Is the saying a fact of the text: not negated, hypothetical, conditional, wished for or still to come?"""
    for child in verb.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATIONS and child.i < verb.i):
            return False
        if child.dep_ == "aux" and child.lower_ in HYPOTHETICAL and child.i < verb.i and not _begins_name(child):
            return False
        if child.dep_ == "mark" and child.lower_ in CONDITIONS:
            return False
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for above in verb.ancestors for c in above.children):
        return False
    if verb.dep_ == "ROOT" and verb.tag_ == "VB" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return False  # an imperative: 'Thank you', 'Tell them'
    last = sentence_of(verb)
    if verb.dep_ == "ROOT" and "?" in [t.text for t in last[-2:]]:  # but for quoted words: 'She said, “Why me?”'
        return any(t.text in ("“", '"', "‘") for t in verb.doc[verb.i : last.end])
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj") and _is_wished(verb.head):
        return False
    if verb.tag_ == "VBG" and verb.dep_ in ("ccomp", "xcomp") and any(c.dep_ == "nsubj" for c in verb.children):
        return any(c.dep_ == "aux" for c in verb.children)  # 'oppose the state declaring …'
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and has_to(verb)):
        governor = verb.head.lemma_.lower()
        appears = verb.dep_ == "advcl" and verb.head.tag_ == "VBD" and governor in APPEARING
        return (appears or governor in OPEN_GOVERNORS) and is_asserted(verb.head)
    if verb.dep_ in ("ccomp", "acl", "relcl") and has_to(verb):
        return False
    if verb.dep_ == "ccomp" and any(cue.is_demand for cue in cues_of(verb.head.lemma_.lower(), "clause")):
        return False  # 'urged that the council declare …'
    shares = (verb.tag_ != "VBG" or verb.head.tag_ == "VBG") and not (
        verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VB"
    )
    if (
        shares
        and verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    ):
        return is_asserted(verb.head) if verb.head.i < verb.i else True
    return True


def _begins_name(word: Token) -> bool:
    """Is a word for what may be the first name of somebody: 'Will Foster promised …'?"""
    return word.text.istitle() and word.i + 1 < len(word.doc) and word.nbor(1).text.istitle()


def _is_wished(verb: Token) -> bool:
    """Does the verb, or one above it, stand in a 'would' or 'to' clause?"""
    for token in (verb, *verb.ancestors):
        if token.pos_ in ("VERB", "AUX") and any(
            c.dep_ == "aux" and (c.lower_ in HYPOTHETICAL or c.lower_ == "to") for c in token.children
        ):
            return True
    return False


def has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
