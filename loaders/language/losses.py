"""What a reader's fault may cost: its rows of the paragraph it stumbles over, noted in ``reading_failures``."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from dossier.ids import IdMaker
from dossier.language.analysis import HasSpan
from dossier.language.rows import ReadingFailureRow

ReadingT = TypeVar("ReadingT")
PartT = TypeVar("PartT", bound=HasSpan)


class Losses:
    """Guards the readers of one article (or of the document, before it is known to have any)."""

    def __init__(self, rows: dict[str, list[dict[str, Any]]], ids: IdMaker, article_id: str | None) -> None:
        self._rows, self._ids, self._article_id = rows, ids, article_id

    def guard(self, reader: str, read: Callable[[], ReadingT], instead: ReadingT) -> ReadingT:
        """The reading, or ``instead`` where the reader failed."""
        return self.guard_parts(reader, (), lambda parts: read(), instead)

    def guard_parts(
        self, reader: str, parts: Sequence[PartT], read: Callable[[Sequence[PartT]], ReadingT], instead: ReadingT
    ) -> ReadingT:
        """The reading of all paragraphs, or of those that the reader does not fail on; ``instead`` if that fails too.

        Ids that a failed attempt handed out are taken back: what is read in the end has the ids of a first attempt.
        """
        mark = self._ids.mark()
        outcome = _attempt(read, parts)
        if not isinstance(outcome, _Fault):
            return outcome.reading
        faults = []
        for part in parts:
            self._ids.take_back(mark)
            if isinstance(alone := _attempt(read, [part]), _Fault):
                faults.append((part, alone))
        self._ids.take_back(mark)
        if faults and len(faults) < len(parts):
            broken = {(part.start_char, part.end_char) for part, _ in faults}
            rest = _attempt(read, [part for part in parts if (part.start_char, part.end_char) not in broken])
            if not isinstance(rest, _Fault):
                for part, fault in faults:
                    self._note(reader, fault, part.start_char, part.end_char)
                return rest.reading
            self._ids.take_back(mark)
        self._note(reader, outcome, None, None)
        return instead

    def _note(self, reader: str, fault: _Fault, start_char: int | None, end_char: int | None) -> None:
        failure = ReadingFailureRow(
            document_id=self._ids.document_id,
            article_id=self._article_id,
            start_char=start_char,
            end_char=end_char,
            reader=reader,
            error=f"{type(fault.error).__name__}: {fault.error}"[:500],
        )
        self._rows.setdefault("reading_failures", []).append(dataclasses.asdict(failure))


@dataclasses.dataclass(frozen=True)
class _Fault:
    error: Exception


@dataclasses.dataclass(frozen=True)
class _Success(Generic[ReadingT]):
    reading: ReadingT


def _attempt(read: Callable[[Sequence[PartT]], ReadingT], parts: Sequence[PartT]) -> _Success[ReadingT] | _Fault:
    try:
        return _Success(read(parts))
    except Exception as error:  # noqa: BLE001 - whatever a reader stumbles over must not cost the rest of the document
        return _Fault(error)
