"""How names are compared: keys without accents, titles, initials and, for Chinese and Korean names, without order."""

from __future__ import annotations

import functools
import re
import unicodedata

from dossier.language.lexicons import load_lexicon

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
PARTICLES = frozenset(
    """de da do dos das del della di du la le van von der den ter ten el al bin binti binte ibn ben abu bint ould zu zur
    af st st. san""".split()
)
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|hs|ts|tz|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u|v)"
)


def plain_words(name: str) -> list[str]:
    """Words of a name in lower case, without accents, dots and possessives."""
    text = unicodedata.normalize("NFKD", name.replace("\u2019", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"'s\b|(?<=s)'(?=\s|$)", "", text)
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m.group(0).replace(".", ""), text)
    return re.findall(r"[\w'-]+", text)


@functools.cache
def given_names() -> frozenset[str]:
    """Given names, as printed."""
    return frozenset(row["given_name"] for row in load_lexicon("vocabulary/given_names"))


@functools.cache
def surname_first() -> frozenset[str]:
    """Surnames that Chinese, Korean and Vietnamese names begin with."""
    return frozenset(row["surname"].lower() for row in load_lexicon("vocabulary/surnames_first"))


def is_syllables(word: str, limit: int = 2) -> bool:
    """Can a word be read as one or two (with hyphens more) syllables of romanised Chinese?"""
    parts = word.lower().split("-")
    return (
        len(parts) <= 3
        and all(_count_syllables(p) is not None for p in parts)
        and sum(_count_syllables(p) or 9 for p in parts) <= limit
    )


@functools.lru_cache(maxsize=4096)
def _count_syllables(word: str) -> int | None:
    """Fewest syllables that make up the word, or None."""
    best: dict[int, int] = {0: 0}
    for at in range(len(word)):
        if at in best:
            for end in range(at + 1, min(at + 6, len(word)) + 1):
                if SYLLABLE.fullmatch(word, at, end):
                    best[end] = min(best.get(end, 99), best[at] + 1)
    return best.get(len(word))


def is_east_asian(words: list[str]) -> bool:
    """Is a name of two or three words one that may be printed in either order?"""
    if not 2 <= len(words) <= 3 or not (words[0] in surname_first() or words[-1] in surname_first()):
        return False
    return all(is_syllables(w) for w in words)


def person_key(name: str) -> str:
    """The form by which persons are compared across articles."""
    words = [w.strip("'-") for w in plain_words(name)]
    while len(words) > 2 and words[-1] in SUFFIXES:
        words.pop()
    if len(words) > 2:
        words = [words[0], *[w for w in words[1:-1] if len(w) > 1], words[-1]]
    if is_east_asian(words):
        return " ".join(sorted(w.replace("-", "") for w in words))
    return " ".join(words)


def short_names(name: str) -> list[str]:
    """What a person may be called after the full name was given: surnames as printed, the likeliest first."""
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,").lower() in SUFFIXES:
        words.pop()
    while len(words) > 1 and len(words[-1].strip(".,")) == 1:
        words.pop()  # 'Muthu S' is never called 'S'
    if len(words) < 2:
        return []
    forms = []
    at = len(words) - 1
    while at - 1 > 0 and words[at - 1].lower() in PARTICLES:
        at -= 1
    forms.append(" ".join(words[at:]))
    if at < len(words) - 1:
        forms.append(words[-1])
    if len(words) >= 3 and at == len(words) - 1 and len(words[-2].rstrip(".")) > 1:
        forms.append(" ".join(words[-2:]))
        if (len(words) >= 4 or words[-2] not in given_names()) and len(words[-2]) > 3 and words[-2][0].isupper():
            forms.append(words[-2])  # of two surnames the first
    east_asian = is_east_asian([w.lower() for w in words])
    if words[0].lower() in surname_first() and (east_asian or "-" in words[-1]):
        forms.insert(0 if words[-1].lower() not in surname_first() or "-" in words[-1] else 1, words[0])
    if len(words) == 3 and words[0].lower() in surname_first() and not {words[1], words[2]} & given_names():
        forms.append(words[0])  # 'Goh Chok Tong', as such names are spelt outside China
    forms += [form[0].upper() + form[1:] for form in forms if form[0].islower()]  # at the beginning of a sentence
    return list(dict.fromkeys(forms))


def body_words(name: str) -> list[str]:
    """Words of a body's or an organisation's name, for comparing."""
    words = [w.strip("'-") for w in plain_words(name.replace("&", " and "))]
    return words[1:] if words[:1] == ["the"] else words
