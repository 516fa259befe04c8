"""What reading a document may cost: far more than any news text needs, so only what was made to hang gets there."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

# News text takes some 50 seconds of processor time a million characters; a slow machine takes a few times as many.
SECONDS, SECONDS_A_MILLION_CHARS = 120.0, 240.0
# The text of a long transcript, its analysis and all rows stay below a third of it.
MEMORY_BYTES = 4 * 2**30
TICK_SECONDS = 0.5


class BudgetSpent(BaseException):
    """Reading took too much; no ``Exception``, so that what guards against a reader's faults lets it pass."""


@contextmanager
def document_budget(char_count: int) -> Iterator[None]:
    """Raise ``BudgetSpent`` where the block takes more processor time or memory than a document of that length may.

    It looks twice a second, between two steps of Python. Where there are no timers, or outside the main thread, nothing
    is limited.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    until = time.process_time() + SECONDS + SECONDS_A_MILLION_CHARS * char_count / 1e6
    most = _resident_bytes() + MEMORY_BYTES

    def look(number: int, frame: FrameType | None) -> None:
        if time.process_time() > until:
            raise BudgetSpent("it took more time than a document of its length may")
        if _resident_bytes() > most:
            raise BudgetSpent("it took more memory than a document may")

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
