"""Printing: progress and notes go to standard error, answers to standard output."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

from dossier.errors import DossierError, ExitCode

output = Console(highlight=False, soft_wrap=True)
messages = Console(stderr=True, highlight=False, soft_wrap=True)


UNITS = {"land": "kB"}  # what the steps count whose total is known; other steps count documents, models, parts
_log: IO[str] | None = None


def open_log(path: Path) -> None:
    """Log to a file from now on."""
    global _log
    try:
        _log = path.open("a", encoding="utf-8", buffering=1)
    except OSError as error:
        raise DossierError(f"{path} cannot be written ({error.strerror}).", ExitCode.NO_ROOM) from None


def log_event(level: str, event: str, **facts: object) -> None:
    """One line of the log, where one is kept."""
    if _log is not None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = {"time": now, "level": level, "event": event, "pid": os.getpid(), **facts}
        _log.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")


class _Rate(ProgressColumn):
    """Units a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "", style="progress.data.speed")


class ConsoleProgress:
    """One bar a step on a terminal; elsewhere (logs, pipes) the notes and, of long steps, a line now and then.

    The log is told of every step.
    """

    def __init__(self, seconds_between_lines: float = 15.0) -> None:
        self._between = seconds_between_lines
        self._done, self._told = 0, 0.0
        self._total: int | None = None
        self._bars = Bars(
            TextColumn("{task.description:<34}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeElapsedColumn(),
            TimeRemainingColumn(compact=True),
            console=messages,
            disable=not messages.is_terminal,
        )
        self._step: tuple[str, float] | None = None
        self._task = None if self._bars.disable else self._bars.add_task("start", total=None, visible=False)

    def __enter__(self) -> ConsoleProgress:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_step()
        self._bars.stop()
        if error is not None:
            log_event("error", "stopped", error=str(error) or type(error).__name__)

    def begin(self, step: str, total: int | None = None) -> None:
        """A step begins."""
        self._end_step()
        self._step = (step, time.perf_counter())
        self._done, self._total, self._told = 0, total, time.perf_counter()
        log_event("info", "step begins", step=step)
        if not self._bars.disable:
            self._task = self._bars.add_task(step, total=total)

    def advance(self, done: int | None = None, total: int | None = None) -> None:
        """One more unit, or ``done`` of ``total``."""
        self._done = self._done + 1 if done is None else done
        self._total = self._total if total is None else total
        if self._task is None:
            self._tell_now_and_then()
        elif done is None:
            self._bars.advance(self._task)
        else:
            unit = UNITS.get(self._step[0]) if self._step and total else None
            words = f"{self._step[0]}, {unit}" if self._step and unit else None
            self._bars.update(self._task, completed=done, total=total, description=words)

    def note(self, message: str) -> None:
        """A line beside the bars."""
        log_event("warning", "note", message=message)
        self._bars.console.print(message, markup=False)

    def _tell_now_and_then(self) -> None:
        """A line on how far a long step is, where there is no bar."""
        now = time.perf_counter()
        if self._step is None or now - self._told < self._between:
            return
        self._told = now
        step, started = self._step
        rate = self._done / max(now - started, 1e-9)
        of = f" of {self._total:,}{f' {UNITS[step]}' if step in UNITS else ''}" if self._total else ""
        is_known = self._total is not None and 0 < self._done < self._total
        left = f", {((self._total or 0) - self._done) / rate:,.0f} seconds left" if is_known else ""
        self._bars.console.print(f"{step}: {self._done:,}{of}, {rate:,.1f} a second{left}", markup=False)

    def _end_step(self) -> None:
        if self._step is not None:
            step, started = self._step
            log_event("info", "step ends", step=step, seconds=round(time.perf_counter() - started, 3))
            self._step = None
        if self._task is not None:
            task = self._bars.tasks[self._bars.task_ids.index(self._task)]
            if task.total is None or task.completed < task.total:
                self._bars.update(self._task, total=task.completed or 1, completed=task.completed or 1)
            self._bars.stop_task(self._task)
