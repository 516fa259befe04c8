"""Reading beside a bare spaCy pipeline over the same main text, one core each (processor time), in turn.

    python bench/reading_speed.py [--documents 120] [--workers] [--out FILE]

Reading is all kinds of mention, from the text of a document to its rows; the bare pipeline is the model as it is
installed, all its parts, with its own batch size, given the paragraphs of the main articles. Both were warmed up on
other documents. With --workers the same documents are also read by one and by two worker processes (wall clock).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

from figures import FIGURES, record

from dossier.ids import make_id
from dossier.landing.workers import Job, read_in_processes, read_job
from dossier.language.analysis import load_model
from dossier.settings import PROJECT_ROOT

SHARED = Path(os.environ.get("DOSSIER_SHARED", PROJECT_ROOT.parent / "shared"))
TURNS = 6
WARM_UP = 12  # documents
METADATA = ("title", "url", "outlet", "published")


def jobs(count: int) -> list[Job]:
    """Documents to read: real pages spread over all there are, else the sample documents."""
    bulk = SHARED / "bulk" / "whitehouse.jsonl"
    if not bulk.is_file():
        print(f"{bulk} is not there (set DOSSIER_SHARED): the sample documents instead")
        files = sorted((PROJECT_ROOT / "documents" / "sample").glob("*.[tm]*"))
        return [_job(path.name, path.read_text(encoding="utf-8", errors="replace"), {}) for path in files]
    with bulk.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    step = max(1, len(records) // count)
    chosen = records[::step][:count]
    return [
        _job(r["id"], f"{r['title']}\n\n{r['text']}", {name: str(r[name]) for name in METADATA if r.get(name)})
        for r in chosen
    ]


def _job(name: str, text: str, metadata: dict[str, str]) -> Job:
    return Job(make_id("doc", name), text, "en", metadata, ())


def resident_megabytes() -> float:
    """Memory this process holds; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def compare(documents: list[Job], out: Path) -> None:
    """Read and parse in turn, a sixth of the documents each; print and keep what each took."""
    bare = load_model.__wrapped__()
    for job in documents[:WARM_UP]:
        read_job(job)
        list(bare.pipe(job.text.split("\n\n")))
    measured = documents[WARM_UP:] or documents
    ours = theirs = 0.0
    words, memory = 0, []
    for turn in range(TURNS):
        paragraphs: list[str] = []
        started = time.process_time()
        for job in measured[turn::TURNS]:
            read = read_job(job)
            for part in read.rows["read_parts"]:
                if part["part_kind"] == "article":
                    text = job.text[part["start_char"] : part["end_char"]]
                    paragraphs += [" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip()]
        ours += time.process_time() - started
        memory.append(resident_megabytes())
        started = time.process_time()
        for doc in bare.pipe(paragraphs):
            words += len(doc)
        theirs += time.process_time() - started
    note = f"{len(measured)} documents, {words:,} tokens"
    print(f"reading: {ours:.2f} s, bare spaCy: {theirs:.2f} s ({note}); {ours / theirs:.2f} times its time")
    print(f"memory after each sixth: {', '.join(f'{m:.0f}' for m in memory)} MB")
    record("reading, times bare spaCy", ours / theirs, "x", note, out, "<= 0.8")
    record("reading, tokens a second", words / ours, "1/s", f"bare spaCy {words / theirs:,.0f}", out)
    record("reading, memory gained over the second half", memory[-1] - memory[TURNS // 2 - 1], "MB", note, out)


def compare_workers(documents: list[Job], out: Path) -> None:
    """Wall-clock seconds of one and of two worker processes, from the first results on."""
    spent = {}
    for processes in (1, 2):
        results = read_in_processes(documents, processes)
        for _ in range(WARM_UP):
            next(results)
        started = time.perf_counter()
        for _ in results:
            pass
        spent[processes] = time.perf_counter() - started
    efficiency = spent[1] / spent[2] / 2
    print(f"workers: {spent[1]:.1f} s with one, {spent[2]:.1f} s with two: efficiency {efficiency:.2f}")
    record("reading, efficiency of two workers", efficiency, "", f"{len(documents)} documents", out, ">= 0.9")


def main() -> int:
    """Measure and keep the figures."""
    parser = argparse.ArgumentParser(description="Reading beside bare spaCy.")
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--workers", action="store_true", help="also one worker process beside two")
    parser.add_argument("--out", type=Path, default=FIGURES, help="file of figures")
    options = parser.parse_args()
    documents = jobs(options.documents)
    compare(documents, options.out)
    if options.workers:
        compare_workers(documents * max(1, 60 // len(documents)), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
