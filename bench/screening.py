"""Screening beside ripgrep on the same text, one core each (processor time).

    python bench/screening.py [--megabytes 200] [--out FILE]

Every document of the text is screened for all topics, as landing does; ripgrep counts the lines of the same text that
hold one of the same terms (``rg -c -w -F -f``). The text is that of real pages (DOSSIER_SHARED), else of the sample
documents, repeated up to the size; each copy is other documents to both.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import FIGURES, record

from dossier.landing.screening import load_screener, topic_names
from dossier.language.lexicons import load_lexicon
from dossier.settings import PROJECT_ROOT

SHARED = Path(os.environ.get("DOSSIER_SHARED", PROJECT_ROOT.parent / "shared"))


def texts() -> list[str]:
    """Texts of documents: real pages where they are, else the sample."""
    bulk = SHARED / "bulk" / "whitehouse.jsonl"
    if bulk.is_file():
        with bulk.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    print(f"{bulk} is not there (set DOSSIER_SHARED): the sample documents instead")
    files = sorted((PROJECT_ROOT / "documents").rglob("*.txt")) + sorted((PROJECT_ROOT / "documents").rglob("*.md"))
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]


def screen(documents: list[str], copies: int) -> float:
    """Seconds of processor time to screen them so many times."""
    screener = load_screener()
    screener.screen(documents[0])
    started = time.process_time()
    for _ in range(copies):
        for text in documents:
            screener.screen(text)
    return time.process_time() - started


def count_with_ripgrep(documents: list[str], copies: int, folder: Path) -> float:
    """Seconds of processor time that ripgrep takes for the same text in one file."""
    terms, text = folder / "terms", folder / "text"
    names = {row["item_name"] for t in topic_names() for row in load_lexicon(f"topics/{t}/{t}_item_names")}
    terms.write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
    with text.open("w", encoding="utf-8") as file:
        for _ in range(copies):
            file.writelines(f"{document}\n" for document in documents)
    seconds = []
    for _ in range(2):  # the first run also brings the file into memory
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["rg", "-c", "-w", "-F", "-j1", "-f", terms, text], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(seconds)


def main() -> int:
    """Measure and keep both rates."""
    parser = argparse.ArgumentParser(description="Screening beside ripgrep.")
    parser.add_argument("--megabytes", type=int, default=200, help="size of the text (1000: a gigabyte)")
    parser.add_argument("--out", type=Path, default=FIGURES, help="file of figures")
    options = parser.parse_args()
    documents = texts()
    once = sum(len(text.encode("utf-8", "replace")) for text in documents) / 1e6
    copies = max(1, round(options.megabytes / once))
    ours = copies * once / screen(documents, copies)
    print(f"screening: {ours:.0f} MB/s of {copies * once:.0f} MB, {copies * len(documents):,} documents")
    record("screening", ours, "MB/s", f"{copies * once:.0f} MB, one core", options.out)
    if shutil.which("rg") is None:
        print("ripgrep is absent (Debian: apt-get install ripgrep), so there is nothing to compare with")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        theirs = copies * once / count_with_ripgrep(documents, copies, Path(folder))
    print(f"ripgrep: {theirs:.0f} MB/s; screening runs at {ours / theirs:.2f} of its rate")
    record("screening, of ripgrep's rate", ours / theirs, "x", f"rg {theirs:.0f} MB/s", options.out, ">= 0.5")
    return 0


if __name__ == "__main__":
    sys.exit(main())
