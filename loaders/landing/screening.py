"""Screening: how often a landed document names what a topic is about, so that only relevant documents need be read.

The terms of a topic are the names of its items (``seeds/topics/TOPIC/TOPIC_item_names.csv``), found as the reader of
items finds them: whole words, plural or not, of overlapping names the longest. All topics are looked for in one pass.
"""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
from ahocorasick_rs import BytesAhoCorasick, Implementation

from dossier.errors import DossierError, ExitCode
from dossier.language.lexicons import load_lexicon
from dossier.raw_tables import append_rows, transaction
from dossier.settings import PROJECT_ROOT

BATCH_DOCUMENTS = 1_000
PLURALS = (b"es", b"s")
# What is printed for a hyphen, an apostrophe or a blank of the lists.
ODD = tuple(zip("‐‑‒–’‘\u00a0\u2009\u202f", "----''   ", strict=True))
FOLDED = bytes(range(256)).translate(bytes.maketrans(b"\n\r\t", b"   ")).lower()
WORD = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789")
NO_WORD = frozenset(range(0x80)) - WORD

UNSCREENED = """
    select documents.document_id, documents.text
    from raw.current_documents as current_documents
    inner join raw.documents as documents on current_documents.document_id = documents.document_id
    where documents.document_id not in (
        select document_id from raw.screenings where screener_version = $screener_version
    )
    order by documents.document_id
    limit $batch
"""

CHOICE_IN_FORCE = """
    select choice_number, topic, screener_version
    from raw.reading_choices
    where choice_number = (select max(choice_number) from raw.reading_choices)
    order by topic
"""


@dataclass(frozen=True)
class Term:
    """A name that a topic's documents are told by."""

    topic: str
    words: bytes  # as in the list
    is_case_sensitive: bool


@dataclass(frozen=True)
class Screening:
    """What one topic finds in one document."""

    topic: str
    mention_count: int
    term_count: int  # different terms


@functools.cache
def topic_names() -> tuple[str, ...]:
    """The topics that have a list of items, in order."""
    folder = PROJECT_ROOT / "seeds" / "topics"
    return tuple(sorted(p.name for p in folder.iterdir() if (p / f"{p.name}_item_names.csv").is_file()))


def choose_topics(names: str) -> tuple[str, ...]:
    """The topics of a list such as 'goods,metals'; raises ``DossierError`` for one that there is not."""
    chosen = tuple(dict.fromkeys(name for part in names.split(",") if (name := part.strip())))
    unknown = [name for name in chosen if name not in topic_names()]
    if unknown or not chosen:
        named = f"There is no topic {', '.join(unknown)}." if unknown else "No topic is named."
        raise DossierError(f"{named} Topics are: {', '.join(topic_names())}.", ExitCode.USAGE)
    return chosen


class Screener:
    """The terms of all topics behind one automaton."""

    def __init__(self, terms: Iterable[Term]) -> None:
        by_words: dict[bytes, list[Term]] = {}
        for term in sorted(terms, key=lambda t: (t.words, t.topic)):
            for words in {term.words, term.words.decode().upper().encode()}:  # É is no lower case of é among bytes
                listed = by_words.setdefault(words.translate(FOLDED), [])
                if term not in listed:
                    listed.append(term)
        self._terms = list(by_words.values())
        topics = sorted({term.topic for terms_of_words in self._terms for term in terms_of_words})
        self._nothing = [Screening(topic, mention_count=0, term_count=0) for topic in topics]
        self._automaton = BytesAhoCorasick(list(by_words), implementation=Implementation.DFA) if by_words else None

    def screen(self, text: str) -> list[Screening]:
        """What each topic finds in a text; topics that find nothing are told too."""
        found: dict[str, list[tuple[int, int, bytes]]] = defaultdict(list)
        for topic, start, end, words in self._matches(text):
            found[topic].append((start, -end, words))
        return [_count(n.topic, found[n.topic]) if n.topic in found else n for n in self._nothing]

    def _matches(self, text: str) -> Iterator[tuple[str, int, int, bytes]]:
        if self._automaton is None:
            return
        for odd, plain in ODD if not text.isascii() else ():
            text = text.replace(odd, plain)
        printed = text.encode("utf-8", "replace")
        folded = printed.translate(FOLDED) + b" "  # no word goes on behind the text, nor before it: folded[-1]
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if folded[start - 1] not in NO_WORD and _is_word(folded, start - 1):
                continue
            whole = end if folded[end] in NO_WORD else _whole_word_end(folded, end)
            if whole is not None:
                for term in self._terms[number]:
                    if not term.is_case_sensitive or printed[start:end] == term.words:
                        yield term.topic, start, whole, term.words


def _count(topic: str, matches: Sequence[tuple[int, int, bytes]]) -> Screening:
    """Of overlapping matches (start, end as a negative, words) the longest counts."""
    mention_count, behind = 0, 0
    terms = set()
    for start, negative_end, words in sorted(matches):
        if start >= behind:
            mention_count, behind = mention_count + 1, -negative_end
            terms.add(words)
    return Screening(topic, mention_count, len(terms))


def _whole_word_end(folded: bytes, end: int) -> int | None:
    """Where the word ends that a term fills, its plural ending included; None inside a longer word."""
    if not _is_word(folded, end):
        return end
    for plural in PLURALS:
        if folded.startswith(plural, end) and not _is_word(folded, end + len(plural)):
            return end + len(plural)
    return None


def _is_word(folded: bytes, at: int) -> bool:
    """Whether a letter or digit stands there, at the first or last of its bytes."""
    if at >= len(folded):
        return False
    byte = folded[at]
    if byte < 0x80:
        return byte in WORD
    start = at
    while folded[start] & 0xC0 == 0x80 and start > at - 4:
        start -= 1
    return folded[start : start + 4].decode("utf-8", "ignore")[:1].isalnum()


@functools.cache
def load_screener() -> Screener:
    """The screener of the project's topics."""
    return Screener(
        Term(topic, row["item_name"].encode(), row["is_case_sensitive"] == "yes")
        for topic in topic_names()
        for row in load_lexicon(f"topics/{topic}/{topic}_item_names")
    )


@functools.cache
def screener_version() -> str:
    """Hash of the terms and of this module: an edited list is a new screening."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for topic in topic_names():
        path = PROJECT_ROOT / "seeds" / "topics" / topic / f"{topic}_item_names.csv"
        digest.update(topic.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def screen_documents(connection: duckdb.DuckDBPyConnection) -> None:
    """Screen the current documents that these lists have not screened; one transaction a batch."""
    if not topic_names():
        return
    screener, version = load_screener(), screener_version()
    while batch := connection.execute(UNSCREENED, {"screener_version": version, "batch": BATCH_DOCUMENTS}).fetchall():
        rows: list[dict[str, Any]] = [
            {"document_id": document_id, "screener_version": version, **vars(screening)}
            for document_id, text in batch
            for screening in screener.screen(text)
        ]
        with transaction(connection):
            append_rows(connection, "screenings", rows)


def choose_documents(connection: duckdb.DuckDBPyConnection, topics: Sequence[str]) -> None:
    """From now on read the documents in which one of the topics finds something; without topics all documents."""
    screen_documents(connection)
    version = screener_version()
    chosen: list[tuple[str | None, str | None]] = [(topic, version) for topic in sorted(topics)] or [(None, None)]
    before = connection.execute(CHOICE_IN_FORCE).fetchall() or [(0, None, None)]
    if [row[1:] for row in before] != chosen:
        chosen_at = datetime.now(UTC).replace(tzinfo=None)
        rows = [
            {
                "choice_number": before[0][0] + 1,
                "topic": topic,
                "screener_version": screener,
                "chosen_at": chosen_at,
            }
            for topic, screener in chosen
        ]
        with transaction(connection):
            append_rows(connection, "reading_choices", rows)
