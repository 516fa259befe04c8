"""Reading documents, here or in worker processes: none of them holds up or ends the reading of the others."""

from __future__ import annotations

import functools
import gc
import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from dossier.budget import BudgetSpent, reading_budget
from dossier.reading.records import TextBlock

IN_FLIGHT = 4  # documents a worker


@dataclass(frozen=True)
class Job:
    """A document to read."""

    document_id: str
    text: str
    language: str | None
    metadata: dict[str, str]
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True)
class ReadDocument:
    """A document's rows by raw table name, without ``reading_id``."""

    document_id: str
    rows: dict[str, list[dict[str, Any]]]
    word_count: int
    seconds: float


def read_job(job: Job) -> ReadDocument:
    """Read one document; one beyond its budget is left unread."""
    from dossier.language.reader import read_document

    _spare_what_stays()
    started = time.perf_counter()
    try:
        with reading_budget(len(job.text)):
            rows = read_document(job.document_id, job.text, job.metadata, job.blocks, job.language)
    except BudgetSpent as spent:
        return _left_unread(job, f"its reading was broken off: {spent}")
    return ReadDocument(job.document_id, rows, len(job.text.split()), time.perf_counter() - started)


@functools.cache
def _spare_what_stays() -> None:
    """Load the model, and spare the garbage collector looking at what stays for good again and again."""
    from dossier.language.analysis import load_english

    load_english()
    gc.collect()
    gc.freeze()


def read_in_processes(
    jobs: Iterable[Job], processes: int, read: Callable[[Job], ReadDocument] = read_job
) -> Iterator[ReadDocument]:
    """Read documents in worker processes; results come in the order of the jobs.

    Where a process ends (no memory is left, compiled code fails), it cannot be told which of the documents in flight it
    was: each of them is read again in a process of its own, and one that ends that too is left unread.
    """
    os.environ["OMP_NUM_THREADS"] = "1"  # each worker computes on one core; inherited at spawn
    waiting: deque[tuple[Job, Future[ReadDocument]]] = deque()
    pool = _start_workers(processes)
    try:
        for job in jobs:
            try:
                waiting.append((job, pool.submit(read, job)))
            except BrokenProcessPool:
                pool = _start_workers(processes)
                waiting.append((job, pool.submit(read, job)))
            if len(waiting) >= IN_FLIGHT * processes:
                yield _result(*waiting.popleft(), read)
        while waiting:
            yield _result(*waiting.popleft(), read)
    finally:
        pool.shutdown(cancel_futures=True)


def _result(job: Job, future: Future[ReadDocument], read: Callable[[Job], ReadDocument]) -> ReadDocument:
    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with _start_workers(1) as alone:
        try:
            return alone.submit(read, job).result()
        except BrokenProcessPool:
            return _left_unread(
                job, "the process that read it ended, for want of memory or by a fault in compiled code"
            )


def _left_unread(job: Job, reason: str) -> ReadDocument:
    from dossier.language.reader import leave_unread

    return ReadDocument(
        job.document_id, leave_unread(job.document_id, job.text, job.metadata, reason), len(job.text.split()), 0.0
    )


def _start_workers(count: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""

    def wait_for_its_end() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait_for_its_end, daemon=True).start()
