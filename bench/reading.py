"""All figures of reading quality in one run, beside what general tools read on the same texts.

    python bench/reading.py [--skip-cases] [--bulk]

Needs the labelled pages and public cases under ``$DOSSIER_SHARED`` (default ``../shared``) and says so where they are
absent. The labelled pages are built twice: as they are, and with each page's publication date in a sidecar.
``--bulk`` also builds the 880 real pages and checks that every row of evidence gives exactly its words (half an hour).
Peers take part where they are installed (``pip install -e '.[bench]'``): quantulum3 and dateparser; spaCy always does.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

from dossier.language.analysis import load_model
from dossier.settings import PROJECT_ROOT

SHARED = Path(os.environ.get("DOSSIER_SHARED", PROJECT_ROOT.parent / "shared")).resolve()
CASE_BENCHES = ("quantities.py", "time_expressions.py", "events.py", "coreference.py")
Spans = list[tuple[str, int, int]]
Texts = list[tuple[str, int, str]]  # document, where its stretch begins, the stretch
SPACY_TIMES = ("DATE", "TIME")
SPACY_ACTORS = ("PERSON", "ORG", "GPE", "NORP")


def gold_rows(kind: str) -> list[dict[str, Any]]:
    """Rows of one gold file."""
    return [json.loads(line) for line in (SHARED / "gold" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]


def page_text(document: str) -> str:
    """A page with its line ends untouched."""
    return (SHARED / "corpus" / f"{document}.txt").read_bytes().decode("utf-8")


def build(source: Path, warehouse: Path) -> Path:
    """Build a warehouse from a folder or file of documents; returns its published file."""
    command = [sys.executable, "-c", "from dossier.cli import main; main()", "build", str(source), "-w", str(warehouse)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return warehouse / "published" / "current" / "dossier.duckdb"


def build_and_score(folder: Path, warehouse: Path) -> None:
    """Build a warehouse from a folder of pages and print what the scorer says."""
    subprocess.run([sys.executable, str(SHARED / "score" / "score.py"), str(build(folder, warehouse))], check=True)


def write_dated_pages(folder: Path) -> None:
    """The pages with a sidecar each that gives the publication date of the gold."""
    for row in gold_rows("segments"):
        if row["article"] == 1:
            shutil.copy(SHARED / "corpus" / f"{row['doc']}.txt", folder)
            (folder / f"{row['doc']}.yml").write_text(f"published: {row['published']}\n", encoding="utf-8")


def overlap_scores(found: Spans, gold: Spans) -> str:
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
    """What general tools find on the main articles of the labelled pages."""
    texts = [
        (document, start, page_text(document)[start:end])
        for document, stretches in main_stretches().items()
        for start, end in stretches
    ]
    times = [(r["doc"], r["text_start_char"], r["text_end_char"]) for r in gold_rows("dates") if not r.get("optional")]
    _print_spacy(texts, times)
    _print_dateparser(texts, times)
    _print_quantulum(texts)


def _print_spacy(texts: Texts, times: Spans) -> None:
    found: Spans = []
    names: dict[str, set[str]] = {}
    for document, start, words in texts:
        analysed = load_model()(words.replace("\n", " "))
        found += [
            (document, start + e.start_char, start + e.end_char) for e in analysed.ents if e.label_ in SPACY_TIMES
        ]
        names.setdefault(document, set()).update(e.text for e in analysed.ents if e.label_ in SPACY_ACTORS)
    print("spaCy entities, time expressions, spans without values:", overlap_scores(sorted(found), times))
    wanted = [
        (doc, {r["name"], *r["aliases"]}) for r in gold_rows("actors") if not r.get("optional") for doc in r["docs"]
    ]
    hits = sum(bool(forms & names.get(doc, set())) for doc, forms in wanted)
    total = sum(map(len, names.values()))
    print(f"spaCy entities, actors: {hits} of {len(wanted)} named in their page, among {total} names")


def _print_dateparser(texts: Texts, times: Spans) -> None:
    try:
        from dateparser.search import search_dates  # type: ignore[import-untyped]
    except ImportError:
        print("dateparser: not installed")
        return
    found: Spans = []
    for document, start, text in texts:
        at = 0
        for words, _ in search_dates(text, languages=["en"]) or []:
            at = max(text.find(words, at), at)
            found.append((document, start + at, start + at + len(words)))
            at += len(words)
    print("dateparser.search, time expressions, spans without values:", overlap_scores(found, times))


def _print_quantulum(texts: Texts) -> None:
    """quantulum3 on the labelled figures: the words alone, and with the value."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it can do without its classifier
            from quantulum3 import parser  # type: ignore[import-not-found]
    except ImportError:
        print("quantulum3: not installed")
        return
    gold = [
        (report["doc"], report["text_start_char"], report["text_end_char"], report.get("value"))
        for figure in gold_rows("figures")
        if not figure.get("optional")
        for report in figure["reports"]
    ]
    found: list[tuple[str, int, int, float]] = []
    for document, start, text in texts:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = parser.parse(text)
        found += [(document, start + q.span[0], start + q.span[1], float(q.value)) for q in read]
    print("quantulum3, figures, spans:", overlap_scores([f[:3] for f in found], [g[:3] for g in gold]))
    with_value = [g for g in gold if any(_is_same_figure(g, f) for f in found)]
    print(f"quantulum3, figures, value: {len(with_value)} of {len(gold)}, among {len(found)} found")


def _is_same_figure(gold: tuple[str, int, int, float | None], found: tuple[str, int, int, float]) -> bool:
    overlaps = gold[0] == found[0] and gold[1] < found[2] and found[1] < gold[2]
    return overlaps and gold[3] is not None and abs(gold[3] - found[3]) <= 1e-6 * max(1.0, abs(gold[3]))


def print_bulk_sample() -> None:
    """The share of rows of real pages that were judged right by reading."""
    with (PROJECT_ROOT / "bench" / "bulk_sample.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    judged = Counter(row["kind"] for row in rows)
    right = Counter(row["kind"] for row in rows if row["verdict"] == "right")
    for kind in sorted(judged):
        print(f"{kind}: {right[kind]} of {judged[kind]} = {right[kind] / judged[kind]:.3f}")


def check_bulk(warehouse: Path) -> None:
    """Build the bulk of real pages and count the rows of evidence whose offsets give exactly their words."""
    connection = duckdb.connect(str(build(SHARED / "bulk" / "whitehouse.jsonl", warehouse)), read_only=True)
    rows, exact, documents = connection.sql(
        """
        select
            count(*),
            count(*) filter (
                substring(documents.text, evidence.start_char + 1, evidence.end_char - evidence.start_char)
                = evidence.quote
            ),
            count(distinct evidence.document_id)
        from marts.evidence as evidence
        join marts.documents as documents on evidence.document_id = documents.document_id
        """
    ).fetchall()[0]
    print(f"evidence: {exact} of {rows} rows give exactly their words = {exact / rows:.4f}, from {documents} documents")


def main() -> int:
    """Print everything; 0 also where the shared folder is absent."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--skip-cases", action="store_true", help="only the labelled pages, not the public cases")
    arguments.add_argument("--bulk", action="store_true", help="also build and check the 880 real pages")
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
    print("# rows of real pages, judged by reading (bulk_sample.tsv)", flush=True)
    print_bulk_sample()
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore"}
    for bench in () if options.skip_cases else CASE_BENCHES:
        print(f"# {bench}", flush=True)
        subprocess.run([sys.executable, str(PROJECT_ROOT / "bench" / bench)], check=False, env=quiet)
    if options.bulk:
        print("# 880 real pages", flush=True)
        with tempfile.TemporaryDirectory() as scratch:
            check_bulk(Path(scratch) / "bulk")
    return 0


if __name__ == "__main__":
    sys.exit(main())
