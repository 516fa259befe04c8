"""Reading in worker processes. They import this file, which is why it imports little."""

from __future__ import annotations

import os
import signal

from dossier.landing.workers import Job, ReadDocument, read_in_processes


def read_or_end(job: Job) -> ReadDocument:
    """What a worker does here."""
    if "end" in job.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return ReadDocument(job.document_id, {}, 0, 0.0)


def test_a_document_that_ends_its_process_is_left_unread_and_the_others_are_read() -> None:
    jobs = [Job(name, text, "en", {}, ()) for name, text in (("a", "x"), ("b", "the end"), ("c", "y"), ("d", "z"))]
    read = list(read_in_processes(jobs, 2, read_or_end))
    assert [document.document_id for document in read] == ["a", "b", "c", "d"]
    failures = [document.rows.get("reading_failures", []) for document in read]
    assert [len(found) for found in failures] == [0, 1, 0, 0] and "process" in failures[1][0]["error"]
