"""Review and judgements: what is unsure is listed by its effect, and a verdict is written once, checked and sorted."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import duckdb

from dossier.settings import PROJECT_ROOT, Warehouse
from tests.integration.conftest import run_dossier

HEADER = "table_name,left_id,right_id,verdict,why,judged_by,judged_on"


def ids(warehouse: Path, sql: str) -> list[str]:
    with duckdb.connect(str(Warehouse(warehouse).working_database), read_only=True) as connection:
        return [row[0] for row in connection.execute(sql).fetchall()]


def test_an_unsure_pair_is_listed_with_the_words_of_both_until_it_is_judged(own_copy: Path) -> None:
    database = str(Warehouse(own_copy).working_database)
    left, right = ids(own_copy, "select min(figure_report_id) from marts.figure_reports group by figure_id order by 1")[
        :2
    ]
    with duckdb.connect(database) as connection:
        connection.execute("delete from intermediate.int_figures__pairs")
        connection.execute(
            "insert into intermediate.int_figures__pairs by name select ? as earlier_id, ? as later_id, 0 as score, "
            "'refused: too little in common' as reason",
            [left, right],
        )
        quotes = connection.execute(
            "select quote from marts.figure_reports where figure_report_id in (?, ?)", [left, right]
        ).fetchall()
    listed = run_dossier("review", "-w", own_copy, "--table", "figures")
    assert listed.returncode == 0, listed.stderr
    assert "taken for two figures" in listed.stdout and "would change hands" in listed.stdout
    assert left in listed.stdout and right in listed.stdout
    assert all(" ".join(quote.split())[:40] in listed.stdout for (quote,) in quotes)
    with duckdb.connect(database) as connection:
        connection.execute(
            "insert into judgements.merge_judgements values ('figures', ?, ?, 'unsure', 'thin', 'a', current_date)",
            [right, left],
        )
    assert left not in run_dossier("review", "-w", own_copy, "--table", "figures").stdout


def test_a_judgement_is_written_once_sorted_and_by_reports(built: Path, tmp_path: Path) -> None:
    seed = tmp_path / "merge_judgements.csv"
    seed.write_text(f'{HEADER}\nevents,evr1,evr2,same,"two, then one",me,2025-01-01\n', encoding="utf-8")
    figures = ids(built, "select figure_id from marts.figures order by figure_id limit 2")
    found = ids(
        built,
        "select min(anchor_report_id) from intermediate.int_figures__members group by figure_id order by figure_id "
        "limit 2",
    )
    judge = ("judge", "--judgements", seed, "-w", built, "--by", "Ada")
    first = run_dossier(*judge, "same", *figures, "--why", "one strike")
    assert first.returncode == 0, first.stderr
    assert "now two figures" in first.stdout and "Next: dossier build" in first.stdout
    again = run_dossier(*judge, "different", *reversed(found), "--why", "two ports")
    assert "replaces: same" in again.stdout
    with seed.open(encoding="utf-8", newline="") as lines:
        rows = [tuple(row.values())[:6] for row in csv.DictReader(lines)]
    assert rows == [
        ("events", "evr1", "evr2", "same", "two, then one", "me"),
        ("figures", *sorted(found), "different", "two ports", "Ada"),
    ]


def test_a_judgement_that_cannot_bind_is_refused(built: Path, tmp_path: Path) -> None:
    seed = tmp_path / "merge_judgements.csv"
    judge = ("judge", "--judgements", seed, "-w", built, "same", "--why", "w")
    (event_id,) = ids(built, "select event_id from marts.events order by event_id limit 1")
    (actor_id,) = ids(built, "select actor_id from marts.actors order by actor_id limit 1")
    for left, right, code, words in (
        (event_id, "evr00", 8, "evr00 is no report"),
        (event_id, actor_id, 2, "two of a kind"),
        (event_id, event_id, 2, "the same report"),
    ):
        refused = run_dossier(*judge, left, right)
        assert refused.returncode == code and words in refused.stderr
    assert run_dossier(*judge, event_id, actor_id, "-w", tmp_path / "none").returncode == 3
    assert not seed.exists()


def test_a_verdict_holds_from_the_next_build_and_one_that_binds_to_nothing_is_listed(
    own_copy: Path, tmp_path: Path
) -> None:
    database = Warehouse(own_copy).working_database
    left, right = ids(own_copy, "select min(event_report_id) from marts.event_reports group by event_id order by 1")[:2]
    with duckdb.connect(str(database)) as connection:
        connection.executemany(
            "insert into judgements.merge_judgements values ('events', ?, ?, 'same', 'one strike', 'a', current_date)",
            [(left, right), ("evr00", left)],
        )
    models = ("int_judgements__pairs", "int_events__candidates+,int_events__*", "suspicions")
    done = subprocess.run(
        [Path(sys.executable).parent / "dbt", "run", "--quiet", "--select", *models],
        cwd=PROJECT_ROOT,
        env={**os.environ, "DOSSIER_DATABASE": str(database), "DBT_TARGET_PATH": str(tmp_path / "target")},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    reports = f"event_report_id in ('{left}', '{right}')"
    assert len(ids(own_copy, f"select distinct event_id from intermediate.int_events__members where {reports}")) == 1
    listed = "select fact_id from quality.suspicions where suspicion = 'judgement-binds-to-nothing'"
    assert ids(own_copy, listed) == [f"evr00 {left}"]
