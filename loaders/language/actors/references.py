"""What may refer back: words for titles and bodies, both sides, and where quoted speech stands."""

from __future__ import annotations

import re

from spacy.tokens import Token

from dossier.language.actors.lexicon import description_nouns, titles, word_list
from dossier.language.actors.view import Found, View

OPENING = {'"': '"', "\u201c": "\u201d"}
FIRMS = word_list("noun for a company")
TITLE_NOUNS = word_list("title that refers back")
PERSONS = frozenset(
    """man woman boy girl driver teenager victim suspect gunman attacker father mother son daughter husband wife brother
    sister player striker goalkeeper manager farmer soldier officer patient student teacher resident neighbour
    neighbor worker tourist pilot passenger defendant plaintiff witness owner customer reporter caller""".split()
)
# 'its officials', 'their government': who speaks for the country or body that was named
OWNED = frozenset(
    "officials government authorities diplomats leaders negotiators spokesman spokeswoman spokesperson".split()
)
RUN_BY = re.compile(r"\b[Tt]he \w+-(?:run|controlled|led|based|owned|backed) $")
OFFICE_PHRASES = re.compile(
    r"(?:prime minister|foreign minister|vice president|attorney general|secretary of state|police chief|"
    r"opposition leader|supreme leader|crown prince)$"
)
BOTH = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]he two|[Tt]wo) (?:two )?(?:sides|countries|nations|governments|powers|"
    r"neighbou?rs|rivals|superpowers|capitals|economies)\b"
    r"(?! of (?:the |an? |our |this )?(?:[a-z-]+ )?(?:border|aisle|street|road|river|line|island|debate|argument|"
    r"coin|ledger|channel|strait|wall|fence|sea|ocean|Atlantic|Pacific|Channel|Strait|Senate|House)\b)"
)


def title_gender(word: str) -> str | None:
    """The gender that a title tells, where it tells one."""
    row = titles().get(word)
    return (row["gender"] or None) if row is not None else None


def phrase_head(token: Token, view: View, found: Found) -> Token:
    """The token by which a mention hangs in its sentence."""
    head = token
    while (
        head.head != head
        and head.dep_ in ("compound", "flat", "appos", "nmod", "amod", "case", "punct")
        and head.head.i >= view.token_at(found.start).i - 12
    ):
        if head.dep_ in ("amod", "nmod") and head.head.i > token.i + 3:
            break
        head = head.head
    return head


def unnamed_before(view: View, token: Token) -> bool:
    """Is the last subject before a token, in its sentence or the one before, a person without a name: 'the driver'?"""
    sentence = token.sent
    first = view.tokens[sentence.start - 1].sent.start if sentence.start else sentence.start
    subjects = [t for t in view.tokens[first : token.i] if t.dep_ in ("nsubj", "nsubjpass")]
    if not subjects:
        return False
    last = subjects[-1]
    is_title = last.lower_ in TITLE_NOUNS or last.lower_ in PERSONS
    opened = any(c.lower_ in ("the", "a", "an", "one", "another") for c in last.lefts)
    return is_title and last.pos_ in ("NOUN", "PROPN") and opened and view.is_free(last.idx, last.idx + len(last))


def subjects_before(view: View, token: Token) -> list[Token]:
    """Subjects of the same sentence before a token, nearest first."""
    sentence = token.sent
    found = [
        t for t in view.tokens[sentence.start : token.i] if t.dep_ in ("nsubj", "nsubjpass") and t.head != token.head
    ]
    return [t for t in found[::-1] if t.lower_ not in ("who", "which", "that", "what", "there")]


def is_idle_it(view: View, token: Token) -> bool:
    """'made it harder to …', 'It's incredible', 'it's — it's not': an 'it' that stands for nobody."""
    if token.lower_ != "it":
        return False
    before = view.tokens[token.i - 1] if token.i else None
    if before is not None and before.lemma_ in ("make", "find", "consider", "think", "keep"):
        return True
    return BEING.match(view.text, token.idx) is not None and DONE_TO.match(view.text, token.idx) is None


IS = r"[Ii]t(?:'s| is| was| isn't| wasn't| would be| will be| has been)"
BEING = re.compile(rf"{IS}\b")
# 'it's caused', 'it was founded', 'it is a member', 'it is preparing': somebody after all
DONE_TO = re.compile(
    rf"{IS} (?:(?:now|also|already|still|not|never|just|currently|being|been|only|at|once) ){{0,2}}"
    r"(?:(?!going )\w+(?:ed|ing)\b|"
    r"(?:ready|willing|able|unable|likely|unlikely|prepared|keen|committed|set|open|responsible|aware|free|bound|due|"
    r"confident|reluctant|entitled|guilty|worth|home|party|part|known|given|taken|led|held|run|told|sold|built|won|lost|"
    r"hit|owed|paid|forced|a member|one of)\b|"
    r"(?:an?|the) (?:[a-z-]+ )?(?:member|party|signatory|country|nation|company|firm|group|state|ally|partner|owner|"
    r"maker|producer|exporter|importer|supplier|leader|sponsor|subsidiary|unit|bank|club|union|agency|body)\b)"
)


def nationality(view: View, index: int, noun: str) -> tuple[str | None, int]:
    """The country that a word before a firm's description tells ('the U.S. bank'), and how many tokens tell it."""
    if index <= 0 or noun not in FIRMS and "company" not in description_nouns().get(noun, ()):
        return None, 0
    hit = view.hit_at(["country"], view.tokens[index].idx)
    if hit is None or hit.entry.is_ambiguous or hit.entry.detail not in ("name", "adjective", "abbreviation"):
        return None, 0
    size = len(view.tokens_in(hit.start, hit.end))
    is_told = index >= size and view.tokens[index - size].lower_ == "the"
    return (hit.entry.key, size) if is_told else (None, 0)


def is_of_joined(view: View, token: Token) -> bool:
    """'the election and its aftermath': the owner is the noun that 'and' joins the owned thing to, and no actor."""
    if token.lower_ != "its" or token.i < 2 or view.tokens[token.i - 1].lower_ != "and":
        return False
    thing = view.tokens[token.i - 2]
    owned = any(child.dep_ == "poss" for child in thing.children)
    is_joined = token.head.dep_ == "conj" and token.head.head.i == thing.i
    return is_joined and thing.pos_ == "NOUN" and not owned and view.is_free(thing.idx, thing.idx + len(thing))


def _ends_words(text: str, at: int) -> bool:
    """Does a straight mark stand behind words and before none, so that it closes?"""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and before not in "([—–-" and (not after or not after.isalnum())


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Stretches between double quotation marks (an opened one without an end runs to the end of the paragraph)."""
    stretches: list[tuple[int, int]] = []
    start, closing = -1, ""
    for at, char in enumerate(text):
        if start < 0 and (char == "\u201d" or char == '"' and _ends_words(text, at)):
            if not stretches:
                stretches.append((0, at))  # what was opened in a paragraph above
        elif start < 0 and char in OPENING:
            start, closing = at, OPENING[char]
        elif start >= 0 and char == closing:
            stretches.append((start, at))
            start = -1
    if start >= 0:
        stretches.append((start, len(text)))
    return stretches
