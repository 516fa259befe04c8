"""Items: goods, substances, technologies and instruments, found by the item lists of the topics.

Every folder of ``seeds/topics`` is a topic; its ``TOPIC_item_names.csv`` holds the names of its items. A new topic
is a new folder: nothing here knows any.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from dossier.language.analysis import Article
from dossier.language.lexicons import load_lexicon
from dossier.language.rows import ItemMentionRow
from dossier.settings import PROJECT_ROOT

READER = "items"
PLURALS = ("es", "s")
# One for one, so that offsets stay: other hyphens, apostrophes and blanks than those of the lists.
SAME = {ord(a): b for a, b in zip("‐‑‒–’‘\n\r\t\u00a0\u2009\u202f", "----''      ", strict=True)}


@dataclass(frozen=True)
class _Name:
    item_key: str
    words: str
    is_case_sensitive: bool


@functools.cache
def _names() -> tuple[_Name, ...]:
    found = []
    for folder in sorted(p.name for p in (PROJECT_ROOT / "seeds" / "topics").iterdir() if p.is_dir()):
        if (PROJECT_ROOT / "seeds" / "topics" / folder / f"{folder}_item_names.csv").exists():
            for row in load_lexicon(f"topics/{folder}/{folder}_item_names"):
                found.append(_Name(row["item_key"], row["item_name"], row["is_case_sensitive"] == "yes"))
    return tuple(sorted(found, key=lambda n: (n.words, n.item_key)))


@functools.cache
def _automaton() -> AhoCorasick | None:
    return AhoCorasick([_lowered(name.words) for name in _names()]) if _names() else None


def _lowered(text: str) -> str:
    """Lower case, one code point for one."""
    same = text.translate(SAME)
    lowered = same.lower()
    return lowered if len(lowered) == len(same) else "".join(c.lower() if len(c.lower()) == 1 else c for c in same)


def read_items(article: Article) -> list[ItemMentionRow]:
    """Read the mentions of items in an article: whole words, plural or not, of overlapping names the longest."""
    rows = []
    for paragraph in article.narrative:
        words = article.words(paragraph.start_char, paragraph.end_char)
        for start, end, key in find_items(words):
            text = words[start:end]
            rows.append(
                ItemMentionRow(
                    item_mention_id=article.ids.next_id("imn", text),
                    document_id=article.document_id,
                    article_id=article.article_id,
                    item_key=key,
                    start_char=paragraph.start_char + start,
                    end_char=paragraph.start_char + end,
                    text=text,
                    reader=READER,
                    rule="item-list",
                )
            )
    return rows


def find_items(text: str) -> list[tuple[int, int, str]]:
    """Items named in a text: first code point, code point behind the last, item_key; in text order, without overlap."""
    automaton = _automaton()
    if automaton is None:
        return []
    lowered, found = _lowered(text), []
    for number, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True):
        name = _names()[number]
        if start and lowered[start - 1].isalnum():
            continue
        if name.is_case_sensitive and text[start:end] != name.words:
            continue
        whole = _whole_word_end(lowered, end)
        if whole is not None:
            found.append((start, whole, name.item_key))
    kept: list[tuple[int, int, str]] = []
    for match in sorted(found, key=lambda m: (m[0], -m[1], m[2])):
        if not kept or match[0] >= kept[-1][1]:
            kept.append(match)
    return kept


def _whole_word_end(lowered: str, end: int) -> int | None:
    """Where the word ends that a name fills, its plural ending included; None inside a longer word."""
    if end == len(lowered) or not lowered[end].isalnum():
        return end
    for plural in PLURALS:
        behind = end + len(plural)
        if lowered.startswith(plural, end) and (behind == len(lowered) or not lowered[behind].isalnum()):
            return behind
    return None
