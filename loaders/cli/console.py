"""Printing: progress and notes go to standard error, answers to standard output."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

output = Console(highlight=False, soft_wrap=True)
messages = Console(stderr=True, highlight=False, soft_wrap=True)


class ConsoleProgress:
    """One bar a step on a terminal; elsewhere (logs, pipes) nothing but the notes."""

    def __init__(self) -> None:
        self._bars = Bars(
            TextColumn("{task.description:<34}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=messages,
            disable=not messages.is_terminal,
        )
        self._task = None if self._bars.disable else self._bars.add_task("start", total=None, visible=False)

    def __enter__(self) -> ConsoleProgress:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_step()
        self._bars.stop()

    def begin(self, step: str, total: int | None = None) -> None:
        """A step begins."""
        self._end_step()
        if not self._bars.disable:
            self._task = self._bars.add_task(step, total=total)

    def advance(self, done: int | None = None, total: int | None = None) -> None:
        """One more unit, or ``done`` of ``total``."""
        if self._task is None:
            return
        if done is None:
            self._bars.advance(self._task)
        else:
            self._bars.update(self._task, completed=done, total=total)

    def note(self, message: str) -> None:
        """A line beside the bars."""
        self._bars.console.print(message, markup=False)

    def _end_step(self) -> None:
        if self._task is not None:
            task = self._bars.tasks[self._bars.task_ids.index(self._task)]
            if task.total is None or task.completed < task.total:
                self._bars.update(self._task, total=task.completed or 1, completed=task.completed or 1)
            self._bars.stop_task(self._task)
