"""What the tagger takes for another word class where news leaves words out: headlines, and the second of two tolls."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dossier.language.events.grammar import is_passive
from dossier.language.events.lexicon import TriggerLexicon, word_list

DONE_TO_SOMEBODY = word_list("verb that needs an object")


def is_verb_read_as_noun(token: Token, lexicon: TriggerLexicon) -> bool:
    """'Passenger train derails': a line without another finite verb, whose head the tagger takes for a plural."""
    lemma = token.lemma_.lower()
    if token.tag_ != "NNS" or token.dep_ != "ROOT" or token.i == 0 or token.nbor(-1).dep_ != "compound":
        return False
    plain = [t for t in lexicon.verbs.get(lemma, ()) if not t.object_classes and not t.preposition]
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in token.sent)
    return bool(plain) and lemma not in lexicon.nouns and not finite and lexicon.verbs[lemma][-1] in plain


def has_lost_auxiliary(verb: Token, agents: Sequence[Token], patients: Sequence[Token]) -> bool:
    """'Driver killed in crash', 'Two arrested after raid': what one does to somebody, with nobody to do it to."""
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head):
        return bool(agents) and not patients and agents[0].head == verb  # 'ten were killed and 300 others displaced'
    is_past = verb.tag_ == "VBD" or verb.tag_ == "VBP" and verb.lower_ != verb.lemma_.lower()
    if not is_past or patients or verb.lemma_.lower() not in DONE_TO_SOMEBODY or not agents:
        return False
    return not any(c.dep_ in {"ccomp", "xcomp", "aux"} for c in verb.children) and agents[0].head == verb
