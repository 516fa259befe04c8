"""Events of one kind in many articles against ECB+: are reports of one event put under one event_id?

    python bench/coreference.py [--warehouse FOLDER]

Builds all documents of ``$DOSSIER_SHARED/bench/coref.ecbplus_dev.jsonl`` with the whole product (``--warehouse`` reads
one that was built before) and compares event ids on the ACTION_OCCURRENCE mentions that were found. Beside it, on
the same mentions, what 'same lemma, same topic' gives, which knows the topics. Three conditions: at least 40% of the
mentions found, CoNLL F1 at least the baseline's, B3 precision at least .80.

ECB+ checked its chains in selected sentences only; elsewhere most mentions stand outside the chain they belong to
('released on bail', told by ten papers), so the same figures are printed for the checked sentences, too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

import duckdb

from dossier.language.analysis import load_model
from dossier.settings import PROJECT_ROOT

CASES = Path(os.environ.get("DOSSIER_SHARED", PROJECT_ROOT.parent / "shared")) / "bench" / "coref.ecbplus_dev.jsonl"
Labels = Mapping[Hashable, Hashable]  # mention -> cluster
Counts = tuple[float, float, float, float]  # precision's numerator and denominator, recall's


def groups(labels: Labels) -> list[frozenset[Hashable]]:
    """Clusters as sets of mentions."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, label in labels.items():
        found[label].add(mention)
    return [frozenset(members) for members in found.values()]


def muc(gold: Labels, system: Labels) -> Counts:
    """Links kept: each cluster of n mentions needs n - 1."""

    def kept(clusters: Labels, other: Labels) -> tuple[float, float]:
        sets = groups(clusters)
        return (
            float(sum(len(s) - len({other[m] for m in s}) for s in sets)),
            float(sum(len(s) - 1 for s in sets)),
        )

    return (*kept(system, gold), *kept(gold, system))


def b_cubed(gold: Labels, system: Labels) -> Counts:
    """For every mention the share of its cluster that is right, and of its true cluster that is there."""
    both = Counter((gold[m], system[m]) for m in gold)
    size_gold, size_system = Counter(gold.values()), Counter(system.values())
    number = float(len(gold))
    return (
        sum(n * n / size_system[s] for (_, s), n in both.items()),
        number,
        sum(n * n / size_gold[g] for (g, _), n in both.items()),
        number,
    )


def ceaf_entities(gold: Labels, system: Labels) -> Counts:
    """The best one-to-one alignment of clusters, each pair by 2|A and B| / (|A| + |B|)."""
    gold_sets, system_sets = groups(gold), groups(system)
    rows = {g: i for i, s in enumerate(gold_sets) for g in s}
    columns = {m: i for i, s in enumerate(system_sets) for m in s}
    ties: dict[int, set[int]] = defaultdict(set)
    for mention in gold:
        ties[rows[mention]].add(columns[mention])
    total, done = 0.0, set[int]()
    for start in range(len(gold_sets)):
        if start in done:
            continue
        part_rows, part_columns = connected(start, ties)
        done |= part_rows
        total += best_alignment(
            [
                [
                    2 * len(gold_sets[r] & system_sets[c]) / (len(gold_sets[r]) + len(system_sets[c]))
                    for c in sorted(part_columns)
                ]
                for r in sorted(part_rows)
            ]
        )
    return total, float(len(system_sets)), total, float(len(gold_sets))


def connected(start: int, ties: Mapping[int, set[int]]) -> tuple[set[int], set[int]]:
    """Rows and columns that hang together with a row."""
    part_rows, part_columns = {start}, set(ties[start])
    while True:
        more = {r for r, columns in ties.items() if r not in part_rows and columns & part_columns}
        if not more:
            return part_rows, part_columns
        part_rows |= more
        part_columns |= {c for r in more for c in ties[r]}


def best_alignment(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights with one per row and column (Hungarian method, cubic time)."""
    size = max(len(weights), len(weights[0]))
    cost = [
        [-weights[r][c] if r < len(weights) and c < len(weights[0]) else 0.0 for c in range(size)] for r in range(size)
    ]
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    match = [0] * (size + 1)
    for row in range(1, size + 1):
        match[0], column = row, 0
        slack, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while match[column]:
            used[column] = True
            here, step, next_column = match[column], float("inf"), 0
            for c in range(1, size + 1):
                if not used[c]:
                    reduced = cost[here - 1][c - 1] - row_price[here] - column_price[c]
                    if reduced < slack[c]:
                        slack[c], way[c] = reduced, column
                    if slack[c] < step:
                        step, next_column = slack[c], c
            for c in range(size + 1):
                if used[c]:
                    row_price[match[c]] += step
                    column_price[c] -= step
                else:
                    slack[c] -= step
            column = next_column
        while column:
            match[column], column = match[way[column]], way[column]
    return -sum(cost[match[c] - 1][c - 1] for c in range(1, size + 1))


def rates(counts: Counts) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision = counts[0] / counts[1] if counts[1] else 0.0
    recall = counts[2] / counts[3] if counts[3] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def print_scores(name: str, gold: Labels, system: Labels) -> tuple[float, float]:
    """One line of figures; returns CoNLL F1 and B3 precision."""
    scores = [rates(measure(gold, system)) for measure in (muc, b_cubed, ceaf_entities)]
    conll = sum(f1 for _, _, f1 in scores) / 3
    parts = "  ".join(
        f"{label} P {p:.3f} R {r:.3f} F {f:.3f}"
        for label, (p, r, f) in zip(("MUC", "B3", "CEAFe"), scores, strict=True)
    )
    print(f"{name:<24}CoNLL F1 {conll:.3f}  {parts}")
    return conll, scores[1][0]


def build(folder: Path, warehouse: Path) -> None:
    """Build a warehouse of all documents, one text file each."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        (folder / f"{case['id']}.txt").write_text(case["text"], encoding="utf-8", newline="")
    command = [sys.executable, "-c", "from dossier.cli import main; main()", "build", str(folder), "-w", str(warehouse)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def compare(published: Path) -> bool:
    """Print the figures; whether all three conditions hold."""
    with duckdb.connect(str(published), read_only=True) as connection:
        rows = connection.execute(
            "select d.name, r.trigger_start_char, r.trigger_end_char, r.event_id"
            " from marts.event_reports as r inner join marts.documents as d using (document_id)"
            " order by d.name, r.trigger_start_char, r.event_report_id"
        ).fetchall()
    reports: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for name, start, end, event_id in rows:
        reports[name].append((start, end, event_id))
    nlp, total = load_model(), 0
    gold: dict[Hashable, Hashable] = {}
    system: dict[Hashable, Hashable] = {}
    lemmas: dict[Hashable, Hashable] = {}
    checked: set[Hashable] = set()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        for mention in case["expected"]:
            if mention["tag"] != "ACTION_OCCURRENCE":
                continue
            total += 1
            hits = [e for start, end, e in reports[case["id"]] if start < mention["end"] and end > mention["start"]]
            if hits:
                named = (case["id"], mention["mid"])
                # A mention without a cluster stands alone.
                gold[named], system[named] = mention["cluster"] or named, hits[0]
                lemmas[named] = (case["topic"], nlp(mention["text"])[:].root.lemma_.lower())
                if mention["sentence"] in case["selected_sentences"]:
                    checked.add(named)
    print(f"mentions found          {len(gold)} of {total}: {len(gold) / total:.3f}")
    conll, precision = print_scores("event ids", gold, system)
    baseline, _ = print_scores("same lemma, same topic", gold, lemmas)
    print(f"in checked sentences    {len(checked)}")
    for name, labels in (("event ids", system), ("same lemma, same topic", lemmas)):
        print_scores(name, {m: gold[m] for m in gold if m in checked}, {m: labels[m] for m in gold if m in checked})
    return len(gold) / total >= 0.40 and conll >= baseline and precision >= 0.80


def main() -> int:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description="Event coreference against ECB+.")
    parser.add_argument("--warehouse", type=Path, help="a warehouse built from these documents before")
    arguments = parser.parse_args()
    if not CASES.exists():
        print(f"skipped: no {CASES}")
        return 0
    if arguments.warehouse is not None:
        published = arguments.warehouse
        if published.is_dir():
            published = published / "published" / "current" / "dossier.duckdb"
        return 0 if compare(published) else 1
    with tempfile.TemporaryDirectory() as scratch:
        folder, warehouse = Path(scratch) / "documents", Path(scratch) / "warehouse"
        folder.mkdir()
        build(folder, warehouse)
        return 0 if compare(warehouse / "published" / "current" / "dossier.duckdb") else 1


if __name__ == "__main__":
    sys.exit(main())
