"""Names of people behind an office: lists behind a plural ('Senators Hale and Lee'), and behind its field or place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dossier.language.actors.lexicon import Hit, titles, word_list
from dossier.language.actors.names import PARTICLES
from dossier.language.actors.view import View

MANY_TITLED = re.compile(
    r"\b(?:[Ss]enators|[Rr]epresentatives|Sens\.|Reps\.|[Cc]ongressmen|[Cc]ongresswomen|[Pp]residents|[Mm]inisters|"
    r"[Gg]overnors|[Jj]udges|[Jj]ustices|[Gg]enerals|[Pp]rofessors|[Cc]ommissioners|[Cc]ouncill?ors|[Mm]ayors|"
    r"[Aa]mbassadors|[Ss]ecretaries|[Aa]dvis[eo]rs|[Ll]eaders|[Dd]irectors|[Cc]hairs|[Dd]octors|Drs\.?|Messrs\.?|"
    r"[Mm]embers|[Cc]hancellors|[Cc]onstables|[Ss]ergeants|[Ii]nspectors|[Oo]fficers|[Dd]eputies|[Ss]oldiers|[Cc]ounterparts|"
    r"[Cc]aptains|[Cc]olonels|[Ll]awyers|[Aa]ttorneys|[Aa]dvocates|[Jj]ournalists|[Rr]eporters|[Bb]rothers|[Ss]isters) "
    r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?: \([^()]{1,30}\))?"
    r"(?:(?:, and |, | and )[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,2}(?: \([^()]{1,30}\))?)*)"
)
BRACKETED = re.compile(r" \([^()]*\)")
PLACES = word_list("noun of a settlement or region")
LONGEST = 4  # words of a name
FIELD_WORDS = 9  # words of an office's field at most: 'of Health, Family Welfare and Sport'


def listed_names(view: View) -> list[tuple[int, int]]:
    """The names of lists behind plural titles: 'Senators Hale, Ortiz and Ann Lee', 'counterparts Ali Hale (Kent)'."""
    return [span for match in MANY_TITLED.finditer(view.text) for span in _listed(view, *match.span(1))]


def _listed(view: View, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    words = BRACKETED.sub(lambda m: " " * len(m.group()), view.text[start:end])  # 'Ali Hale (Kent), Ann Lee (York)'
    for name in re.finditer(r"[A-Z][\w.'’-]*\w(?: [A-Z][\w.'’-]*\w)*(?: [A-Z]\b(?!\.))?", words):
        left, right = start + name.start(), start + name.end()
        first, _, others = name.group().partition(" ")
        if first.lower().removesuffix("s") in titles():
            left = right - len(others)  # 'Senators Hale and Lee, Representatives Ortiz and …'
        if left == right:
            continue
        clear = all(view.hit_at([layer], left) is None for layer in ("country", "region", "body", "title", "registry"))
        if clear and view.is_free(left, right) and view.token_at(left).pos_ == "PROPN":
            found.append((left, right))
    return found


def named_behind_field(view: View, hit: Hit) -> Iterator[tuple[int, int]]:
    """The name behind an office with its field or place: 'Minister of Sea Farms Ann Lee'."""
    if hit.entry.detail != "office" or view.text[hit.end : hit.end + 4] not in (" of ", " for"):
        return
    first = view.token_at(hit.end + 1).i
    run: list[Token] = []
    for token in view.tokens[first + 1 : first + 1 + FIELD_WORDS + LONGEST]:
        is_name = token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")
        if not (is_name or token.lower_ in ("the", "and", "&", ",", "'s", "’s") or token.lower_ in PLACES | PARTICLES):
            break
        run.append(token)
    while run and not _is_word(run[-1]):
        run.pop()
    for at in range(1, len(run)):
        name = run[at:]
        if not 2 <= len(name) <= LONGEST or not _is_boundary(run, at) or not all(_is_word(t) for t in name):
            continue
        span = name[0].idx, name[-1].idx + len(name[-1])
        claimed = any(view.hit_at([la], c) is not None for la in ("registry", "body") for c in (span[0], span[1] - 1))
        if not claimed and view.is_free(*span):
            yield span
        return


# 'Suparman, a fisherman', '… said Kasmirah, 43, a farmer'
LONE = re.compile(r"(?:^|[.!?:”\"] |\b(?:said|says) )([A-Z][a-z'’]+[a-z])(?:, \d\d)?, an? (?:[a-z-]+ ){0,3}$")

HOLDING = re.compile(r"\b(?:said|says) ([A-Z][a-z'’]+[a-z]), (?:the )?$")  # '… said Suparman, head of the agency'


def named_by_trade(view: View) -> Iterator[tuple[int, int]]:
    """Names of one word before a trade: 'Suparman, a fisherman, said'."""
    for hit in view.layer("title"):
        if view.text[hit.start].isupper():
            continue
        at = max(hit.start - 70, 0)
        pattern = LONE if hit.entry.detail == "profession" else HOLDING
        match = pattern.search(view.text[at : hit.start])
        if match is None:
            continue
        start, end = at + match.start(1), at + match.end(1)
        token = view.token_at(start)
        claimed = any(view.hit_at([la], start) is not None for la in ("registry", "body", "country", "region", "title"))
        kinds = ("", "PERSON", "ORG") if pattern is LONE else ("", "PERSON", "ORG", "GPE", "NORP")
        if token.pos_ == "PROPN" and token.ent_type_ in kinds and not claimed and view.is_free(start, end):
            yield start, end


def _is_word(token: Token) -> bool:
    """May a token be part of a name?"""
    return token.text[0].isupper() and token.pos_ == "PROPN" or token.text in PARTICLES


def _is_boundary(run: list[Token], at: int) -> bool:
    """Does the field end before a word: with a common noun of a place, or with what the preposition governs?"""
    before = run[at - 1]
    if not run[at].text[0].isupper():
        return False
    return before.lower_ in PLACES and before.text[0].islower() or before.dep_ == "pobj" and run[at].head.i > run[at].i
