"""Fingerprints: sampled word sequences, by which SQL finds re-used wording.

Every run of five words is hashed and one in eight is kept, by the hash itself: the same words are kept in every
text, so texts can be compared by their samples (why samples and not minima: recall of rewrites, DECISIONS.md).
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

from dossier.language.analysis import Article
from dossier.language.rows import FingerprintRow

SHINGLE_WORDS = 5
SAMPLE_EVERY = 8
KINDS = frozenset({"paragraph", "bullet", "transcript"})  # headlines and captions travel without the text
WORD = re.compile(r"[^\W_]+")


def read_fingerprints(article: Article) -> list[FingerprintRow]:
    """Hash every run of five normalised words of each paragraph and keep those whose hash is divisible by 8.

    Offsets reach from the first word of a run to its last, 0-based code points, end exclusive.
    """
    rows: list[FingerprintRow] = []
    for paragraph in article.paragraphs:
        if paragraph.block.kind not in KINDS:
            continue
        words = [
            (normalise_word(match.group()), match.start(), match.end())
            for match in WORD.finditer(article.text, paragraph.start_char, paragraph.end_char)
        ]
        for first in range(len(words) - SHINGLE_WORDS + 1):
            run = words[first : first + SHINGLE_WORDS]
            shingle_hash = hash_words(" ".join(word for word, _, _ in run))
            if shingle_hash % SAMPLE_EVERY == 0:
                rows.append(
                    FingerprintRow(
                        document_id=article.document_id,
                        article_id=article.article_id,
                        shingle_hash=shingle_hash,
                        start_char=run[0][1],
                        end_char=run[-1][2],
                    )
                )
    return rows


def normalise_word(word: str) -> str:
    """A word in the form it is hashed in: lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if not unicodedata.combining(c))


def hash_words(words: str) -> int:
    """A signed 64-bit hash that is the same in every run and on every machine."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
