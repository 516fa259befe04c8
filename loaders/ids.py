"""Stable identifiers: a three-letter prefix and 20 hex digits of a SHA-256 over raw source values.

Ids hash what was landed, never cleaned text, row numbers or run times, so they do not change when
documents are added, lexicons are edited or rows are re-ordered by a new reader.
"""

from __future__ import annotations

import hashlib
from collections import Counter

SEPARATOR = "\x1f"
NULL_MARK = "\x00"


def make_id(prefix: str, *values: str | int | None) -> str:
    """Return ``prefix`` plus 20 hex digits over the values, told apart by a separator and a null mark."""
    joined = SEPARATOR.join(NULL_MARK if value is None else str(value) for value in values)
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


class IdMaker:
    """Hands out ids inside one document: a hash of document, kind, printed words and occurrence number.

    The second time the same words are met under the same prefix they get occurrence 2, and so on;
    callers must therefore ask in the order of the text.
    """

    def __init__(self, document_id: str) -> None:
        self.document_id = document_id
        self._seen: Counter[tuple[str, str]] = Counter()
        self._handed_out: list[tuple[str, str]] = []

    def next_id(self, prefix: str, words: str) -> str:
        """Return the id of the next occurrence of ``words`` under ``prefix``."""
        self._seen[prefix, words] += 1
        self._handed_out.append((prefix, words))
        return make_id(prefix, self.document_id, words, self._seen[prefix, words])

    def mark(self) -> int:
        """How many ids were handed out so far."""
        return len(self._handed_out)

    def take_back(self, mark: int) -> None:
        """Forget the ids handed out since ``mark``: what was to carry them was not read after all."""
        for key in self._handed_out[mark:]:
            self._seen[key] -= 1
        del self._handed_out[mark:]
