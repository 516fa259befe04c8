"""Errors that a person can act on: one or two lines and an exit code, never a stack trace."""

from __future__ import annotations

from enum import IntEnum


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


class DossierError(Exception):
    """A failure with a message that says what to do."""

    def __init__(self, message: str, exit_code: ExitCode) -> None:
        super().__init__(message)
        self.exit_code = exit_code
