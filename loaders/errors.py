"""Errors that a person can act on: one or two lines and an exit code, never a stack trace."""

from __future__ import annotations

import re
from enum import IntEnum

# How systems, DuckDB and dbt say that nothing can be written.
UNWRITABLE = re.compile(
    r"No space left on device|Disk quota exceeded|File too large|Read-only file system|Permission denied"
    r"|Operation not permitted|Could not write|failed to offload"
)


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    USAGE = 2
    NOTHING_TO_DO = 3
    GATE_STOPPED = 4
    IN_USE = 5
    MODELS_FAILED = 6
    QUERY_REFUSED = 7
    NOT_FOUND = 8
    NO_ROOM = 9
    SERVER = 10


class DossierError(Exception):
    """A failure with a message that says what to do."""

    def __init__(self, message: str, exit_code: ExitCode) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def unwritable(words: str) -> str | None:
    """What an error says of a disk that is full or cannot be written; None where it is about something else."""
    found = UNWRITABLE.search(words)
    return found.group() if found else None
