"""What a document may cost: far more than any news text needs, so only what was made to hang gets there."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

# Reading: news text takes some 50 seconds of processor time a million characters; a slow machine a few times as many.
READING_SECONDS, READING_SECONDS_A_MILLION_CHARS = 120.0, 240.0
# Making text of a document's bytes: a large page takes a second a million bytes, a PDF of dense tables some ten.
FORMAT_SECONDS, FORMAT_SECONDS_A_MILLION_BYTES = 60.0, 30.0
# A long transcript with its analysis and all rows, or a PDF of 64 MB, stays below a third of it.
MEMORY_BYTES = 4 * 2**30
TICK_SECONDS = 0.5


class BudgetSpent(BaseException):
    """A document took too much; no ``Exception``, so that what guards against a reader's faults lets it pass."""


@contextmanager
def reading_budget(char_count: int) -> Iterator[None]:
    """What reading a text of that length may take."""
    with _budget(READING_SECONDS + READING_SECONDS_A_MILLION_CHARS * char_count / 1e6):
        yield


@contextmanager
def format_budget(byte_count: int) -> Iterator[None]:
    """What making the text of that many bytes may take."""
    with _budget(FORMAT_SECONDS + FORMAT_SECONDS_A_MILLION_BYTES * byte_count / 1e6):
        yield


@contextmanager
def _budget(seconds: float) -> Iterator[None]:
    """Raise ``BudgetSpent`` where the block takes more processor time, or more memory than a document may.

    It looks twice a second, between two steps of Python. Where there are no timers, or outside the main thread, nothing
    is limited; blocks are not nested.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    until = time.process_time() + seconds
    most = _resident_bytes() + MEMORY_BYTES

    def look(number: int, frame: FrameType | None) -> None:
        if time.process_time() > until:
            raise BudgetSpent(f"it took more than the {seconds:,.0f} seconds that a document of its length may")
        if _resident_bytes() > most:
            raise BudgetSpent(f"it took more than the {MEMORY_BYTES / 2**30:g} GiB of memory that a document may")

    before = signal.signal(signal.SIGVTALRM, look)
    signal.setitimer(signal.ITIMER_VIRTUAL, TICK_SECONDS, TICK_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _resident_bytes() -> int:
    """Memory this process holds now; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
