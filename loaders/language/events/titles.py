"""Headlines in Title Case: read again as a sentence would print them, so that verbs are seen as verbs."""

from __future__ import annotations

from dataclasses import replace

from dossier.language.actor_index import ActorIndex
from dossier.language.actors.lexicon import is_dictionary_word
from dossier.language.analysis import TEXT, Paragraph, load_english

TITLES = frozenset({"headline", "heading"})
LEAST_WORDS = 4
LEAST_SHARE = 0.8  # of the longer words that are capitalised
LONGER = 4  # letters; shorter words are small in some titles
SMALL = frozenset(
    "a an the of in on at to for from by with over after before amid as and or but not no than into against about "
    "its his her their is are was were be been has have had will would can could may up down off out all more "
    "who".split()
)
ENDINGS = ("", "s", "es", "d", "ed", "ing")


def in_plain_case(paragraph: Paragraph, actors: ActorIndex) -> Paragraph:
    """The paragraph, or, where it is a title in capitals, its analysis with small letters for all but names."""
    if paragraph.block.kind not in TITLES or paragraph.doc is not paragraph.words:
        return paragraph
    words = [t for t in paragraph.doc if t.is_alpha]
    longer = [t for t in words if len(t) >= LONGER]
    if len(words) < LEAST_WORDS or not longer or sum(t.text[0].isupper() for t in longer) < LEAST_SHARE * len(longer):
        return paragraph
    printed = paragraph.doc.user_data[TEXT]
    letters = list(printed)
    for token in words:
        if token.i and actors.mention_of_token(paragraph, token) is None and _is_common(token.text):
            letters[token.idx : token.idx + len(token)] = token.text.lower()
    if "".join(letters) == printed or len(letters) != len(printed):
        return paragraph
    doc = load_english().analyse(["".join(letters)])[0]
    doc.user_data[TEXT] = printed
    return replace(paragraph, doc=doc, words=doc)


def _is_common(word: str) -> bool:
    """'Wins', 'Elections', 'With': no name by itself."""
    small = word.lower()
    if small in SMALL:
        return True
    if word.isupper() and len(word) < LONGER:
        return False  # 'US', 'PM'
    stems = {small.removesuffix(ending) for ending in ENDINGS}
    stems |= {stem + "e" for stem in stems if stem != small}
    return any(len(stem) > 1 and is_dictionary_word(stem) for stem in stems)
