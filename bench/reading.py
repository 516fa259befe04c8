"""All figures of reading quality in one run, beside what general tools read on the same texts.

    python bench/reading.py [--skip-cases]

Needs the labelled pages and public cases under ``$DOSSIER_SHARED`` (default ``../shared``) and says so where they are
absent. The labelled pages are built twice: as they are, and with each page's publication date in a sidecar.
Peers take part where they are installed (``pip install -e '.[bench]'``): quantulum3 and dateparser; spaCy always does.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dossier.language.analysis import load_model
from dossier.settings import PROJECT_ROOT

SHARED = Path(os.environ.get("DOSSIER_SHARED", PROJECT_ROOT.parent / "shared")).resolve()
CASE_BENCHES = ("quantities.py", "time_expressions.py", "events.py", "coreference.py")
SPACY_TIMES = ("DATE", "TIME")
SPACY_ACTORS = ("PERSON", "ORG", "GPE", "NORP")


def gold_rows(kind: str) -> list[dict[str, Any]]:
    """Rows of one gold file."""
    return [json.loads(line) for line in (SHARED / "gold" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]


def page_text(document: str) -> str:
    """A page with its line ends untouched."""
    return (SHARED / "corpus" / f"{document}.txt").read_bytes().decode("utf-8")


def build_and_score(folder: Path, warehouse: Path) -> None:
    """Build a warehouse from a folder of pages and print what the scorer says."""
    command = [sys.executable, "-c", "from dossier.cli import main; main()", "build", str(folder), "-w", str(warehouse)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    published = warehouse / "published" / "current" / "dossier.duckdb"
    subprocess.run([sys.executable, str(SHARED / "score" / "score.py"), str(published)], check=True)


def write_dated_pages(folder: Path) -> None:
    """The pages with a sidecar each that gives the publication date of the gold."""
    for row in gold_rows("segments"):
        if row["article"] == 1:
            shutil.copy(SHARED / "corpus" / f"{row['doc']}.txt", folder)
            (folder / f"{row['doc']}.yml").write_text(f"published: {row['published']}\n", encoding="utf-8")


def overlap_scores(found: list[tuple[str, int, int]], gold: list[tuple[str, int, int]]) -> str:
    """Precision, recall and F1 of spans that overlap, one to one in text order."""
    left, hits = list(gold), 0
    for document, start, end in found:
        match = next((g for g in left if g[0] == document and g[1] < end and start < g[2]), None)
        if match is not None:
            left.remove(match)
            hits += 1
    precision, recall = hits / max(1, len(found)), hits / max(1, len(gold))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * hits / max(1, len(found) + len(gold)):.3f}"


def main_stretches() -> dict[str, list[tuple[int, int]]]:
    """Where the main article of each page stands."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for row in gold_rows("segments"):
        if row["article"] == 1:
            stretches.setdefault(row["doc"], []).append((row["start_char"], row["end_char"]))
    return stretches


def print_peers() -> None:
    """What plain spaCy entities and dateparser find of the labelled time expressions (overlap alone, main articles)."""
    gold = [(r["doc"], r["text_start_char"], r["text_end_char"]) for r in gold_rows("dates") if not r.get("optional")]
    found: list[tuple[str, int, int]] = []
    names: dict[str, set[str]] = {}
    for document, stretches in main_stretches().items():
        text = page_text(document)
        for start, end in stretches:
            analysed = load_model()(text[start:end].replace("\n", " "))
            found += [
                (document, start + e.start_char, start + e.end_char) for e in analysed.ents if e.label_ in SPACY_TIMES
            ]
            names.setdefault(document, set()).update(e.text for e in analysed.ents if e.label_ in SPACY_ACTORS)
    print("spaCy entities, time expressions, spans:", overlap_scores(sorted(found), gold))
    wanted = [
        (doc, {r["name"], *r["aliases"]}) for r in gold_rows("actors") if not r.get("optional") for doc in r["docs"]
    ]
    hits = sum(bool(forms & names.get(doc, set())) for doc, forms in wanted)
    total = sum(map(len, names.values()))
    print(f"spaCy entities, actors: {hits} of {len(wanted)} named in their page, among {total} names")
    try:
        from dateparser.search import search_dates  # type: ignore[import-not-found, import-untyped]
    except ImportError:
        print("dateparser: not installed")
        return
    found = []
    for document, stretches in main_stretches().items():
        text = page_text(document)
        for start, end in stretches:
            at = start
            for words, _ in search_dates(text[start:end], languages=["en"]) or []:
                at = text.find(words, at)
                found.append((document, at, at + len(words)))
    print("dateparser.search, time expressions, spans:", overlap_scores(found, gold))


def main() -> int:
    """Print everything; 0 also where the shared folder is absent."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--skip-cases", action="store_true", help="only the labelled pages, not the public cases")
    options = arguments.parse_args()
    if not (SHARED / "gold").is_dir():
        print(f"skipped: {SHARED / 'gold'} is not there (set DOSSIER_SHARED)")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        dated = Path(scratch) / "dated"
        dated.mkdir()
        write_dated_pages(dated)
        print("# labelled pages as they are", flush=True)
        build_and_score(SHARED / "corpus", Path(scratch) / "plain")
        print("# labelled pages with their publication dates", flush=True)
        build_and_score(dated, Path(scratch) / "with-dates")
    print("# peers on the same pages", flush=True)
    print_peers()
    for bench in () if options.skip_cases else CASE_BENCHES:
        print(f"# {bench}", flush=True)
        subprocess.run([sys.executable, str(PROJECT_ROOT / "bench" / bench)], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
