"""The materialization `leader_clusters` against a plain re-statement of its rule, on random graphs."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from dossier.settings import PROJECT_ROOT

Edges = dict[str, dict[str, int]]

PROJECT = """
name: dossier
version: "0.1.0"
config-version: 2
profile: dossier
model-paths: [models]
macro-paths: [macros]
flags: {send_anonymous_usage_stats: false}
"""
PROFILE = "dossier: {target: d, outputs: {d: {type: duckdb, path: clusters.duckdb, threads: 1}}}"
MODEL = "{{ config(materialized='leader_clusters') }} select node_id, node_rank, earlier_node_id, score from main.graph"


def lead(ranks: dict[str, int], edges: Edges) -> dict[str, str]:
    """Leader of every node: itself unless an earlier leader is tied to it, then the best scored, then the earliest."""
    leaders: dict[str, str] = {}
    for node in sorted(ranks, key=lambda n: ranks[n]):
        choices = [
            (-score, ranks[other], other)
            for other, score in edges.get(node, {}).items()
            if leaders[other] == other and score > 0
        ]
        leaders[node] = min(choices)[2] if choices else node
    return leaders


def merge(ranks: dict[str, int], edges: Edges, leaders: dict[str, str]) -> dict[str, str]:
    """One merge pass: clusters are tied where 30 of 100 cross pairs are edges, and no more are found to be two."""
    sizes: dict[str, int] = {}
    for leader in leaders.values():
        sizes[leader] = sizes.get(leader, 0) + 1
    counts: Counter[tuple[str, str]] = Counter()
    refused: Counter[tuple[str, str]] = Counter()
    for later, ties in edges.items():
        for earlier, score in ties.items():
            pair = sorted({leaders[later], leaders[earlier]}, key=lambda n: -ranks[n])
            if len(pair) == 2:
                (counts if score > 0 else refused)[pair[0], pair[1]] += 1
    ties_between: Edges = {}
    for (later, earlier), count in counts.items():
        if 100 * count >= 30 * sizes[later] * sizes[earlier] and count >= refused[later, earlier]:
            ties_between.setdefault(later, {})[earlier] = 100 * count // (sizes[later] * sizes[earlier])
    above = lead({leader: ranks[leader] for leader in sizes}, ties_between)
    return {node: above[leader] for node, leader in leaders.items()}


def make_project(folder: Path) -> None:
    for name in ("models", "macros"):
        (folder / name).mkdir()
    for macro in (PROJECT_ROOT / "macros").glob("leader_*.sql"):
        shutil.copy(macro, folder / "macros")
    (folder / "dbt_project.yml").write_text(PROJECT, encoding="utf-8")
    (folder / "profiles.yml").write_text(PROFILE, encoding="utf-8")
    (folder / "models" / "clusters.sql").write_text(MODEL, encoding="utf-8")


def write_graph(folder: Path, rows: list[tuple[str, int, str | None, int | None]]) -> None:
    with duckdb.connect(str(folder / "clusters.duckdb")) as connection:
        connection.execute(
            "create table graph (node_id varchar, node_rank integer, earlier_node_id varchar, score integer)"
        )
        connection.executemany("insert into graph values (?, ?, ?, ?)", rows)


def run_dbt(folder: Path) -> subprocess.CompletedProcess[str]:
    dbt = Path(sys.executable).parent / "dbt"
    return subprocess.run([dbt, "run", "--profiles-dir", "."], cwd=folder, capture_output=True, text=True, check=False)


def test_clusters_are_those_of_the_rule(tmp_path: Path) -> None:
    draw = random.Random(7)
    nodes = [f"n{number}" for number in range(200)]
    draw.shuffle(nodes)
    ranks = {node: rank for rank, node in enumerate(nodes)}
    edges: Edges = {}
    for rank, node in enumerate(nodes):
        near = nodes[max(0, rank - 15) : rank]
        edges[node] = {other: max(0, draw.randint(-4, 9)) for other in near if draw.random() < 0.4}
    rows: list[tuple[str, int, str | None, int | None]] = [(node, rank, None, None) for node, rank in ranks.items()]
    rows += [(node, ranks[node], other, score) for node, ties in edges.items() for other, score in ties.items()]
    draw.shuffle(rows)
    make_project(tmp_path)
    write_graph(tmp_path, rows)
    result = run_dbt(tmp_path)
    assert result.returncode == 0, result.stdout
    expected = merge(ranks, edges, merge(ranks, edges, lead(ranks, edges)))
    with duckdb.connect(str(tmp_path / "clusters.duckdb")) as connection:
        found = dict(connection.execute("select node_id, leader_id from clusters").fetchall())
        tables = {row[0] for row in connection.execute("select table_name from information_schema.tables").fetchall()}
    assert found == expected
    assert tables == {"graph", "clusters"}, "work tables are dropped"


def test_judgements_outrank_ties_and_their_absence(tmp_path: Path) -> None:
    ranks = {name: rank for rank, name in enumerate("abcdefghij")}
    ties = [
        *(("b", "a", 9), ("c", "a", 9), ("c", "b", -1)),  # b and c would both follow a: c, the later one, goes
        *(("d", "c", 3),),  # d follows c, which leads now
        *(("f", "e", 1000), ("g", "f", 1000)),  # no rule ties e, f and g
        *(("h", "g", 5), ("h", "e", -1)),  # h is tied to g, but is not e, and g is e
        *(("i", "a", 4), ("i", "e", 5), ("j", "a", -1), ("j", "i", 2)),  # j follows nobody: i leads not
    ]
    rows: list[tuple[str, int, str | None, int | None]] = [(node, rank, None, None) for node, rank in ranks.items()]
    rows += [(later, ranks[later], earlier, score) for later, earlier, score in ties]
    make_project(tmp_path)
    write_graph(tmp_path, rows)
    result = run_dbt(tmp_path)
    assert result.returncode == 0, result.stdout
    with duckdb.connect(str(tmp_path / "clusters.duckdb")) as connection:
        found = {
            node: (leader, how)
            for node, leader, how in connection.execute("select node_id, leader_id, joined_by from clusters").fetchall()
        }
        tables = {row[0] for row in connection.execute("select table_name from information_schema.tables").fetchall()}
    assert {node: leader for node, (leader, _) in found.items()} == {
        "a": "a", "b": "a", "c": "c", "d": "c", "e": "e", "f": "e", "g": "e", "h": "h", "i": "e", "j": "j",
    }  # fmt: skip
    assert found["f"][1] == found["g"][1] == "judged same"
    assert tables == {"graph", "clusters"}, "work tables are dropped"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([("a", 1, None, None), ("b", 2, None, None), ("a", 1, "b", 5)], "edges that do not start at the later"),
        ([("a", 1, None, None), ("b", 1, None, None)], "ranks given twice"),
    ],
)
def test_a_broken_graph_is_refused(
    tmp_path: Path, rows: list[tuple[str, int, str | None, int | None]], fault: str
) -> None:
    make_project(tmp_path)
    write_graph(tmp_path, rows)
    result = run_dbt(tmp_path)
    assert result.returncode != 0
    assert fault in result.stdout
