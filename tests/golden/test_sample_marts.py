"""The marts of the sample documents are the ones that were read and accepted."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from dossier.settings import PROJECT_ROOT
from tests.golden.readme import ANALYSES, README, analyses_page, as_markdown, printed_answers
from tests.golden.sample_marts import answer_question, golden_questions, other_samples
from tests.integration.conftest import run_dossier

PART = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?|\d{3}X|\d{2}XX)"
# A day, month, season, year, decade, century, or an interval of them; or an ISO 8601 duration or clock time.
EDTF_OR_DURATION = re.compile(rf"{PART}|{PART}/(?:{PART}|\.\.)|\.\./{PART}|P[\dXTYMWDHS.]+|T\d{{2}}(?::\d{{2}})?\S*")


@pytest.fixture(scope="module")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documents, published."""
    warehouse = tmp_path_factory.mktemp("sample")
    done = run_dossier("build", "-w", warehouse)
    assert done.returncode == 0, done.stderr
    return warehouse / "published" / "current" / "dossier.duckdb"


@pytest.mark.parametrize("question", golden_questions(), ids=lambda path: path.stem)
def test_the_sample_gives_the_accepted_rows(sample_database: Path, question: Path) -> None:
    expected = question.with_suffix(".csv").read_text(encoding="utf-8").splitlines()
    assert answer_question(sample_database, question).splitlines() == expected


@pytest.mark.parametrize("sample", other_samples())
def test_another_subject_gives_the_accepted_rows(sample: str, tmp_path: Path) -> None:
    done = run_dossier("build", PROJECT_ROOT / "documents" / sample, "-w", tmp_path)
    assert done.returncode == 0, done.stderr
    database = tmp_path / "published" / "current" / "dossier.duckdb"
    answers = {question.stem: answer_question(database, question) for question in golden_questions(sample)}
    expected = {q.stem: q.with_suffix(".csv").read_text(encoding="utf-8") for q in golden_questions(sample)}
    assert answers == expected


def test_no_code_knows_a_subject() -> None:
    """A subject is folders of seeds, models and documents: neither loaders nor macros nor the other models name one."""
    subjects = re.compile(r"\b(counternarcotics|" + "|".join(map(re.escape, other_samples())) + r")\b")
    folders = ("loaders", "macros", "models/staging", "models/intermediate", "models/marts", "models/quality")
    files = [
        path for folder in folders for path in (PROJECT_ROOT / folder).rglob("*") if path.suffix in {".py", ".sql"}
    ]
    assert [str(path) for path in files if subjects.search(path.read_text(encoding="utf-8"))] == []


def test_the_readme_shows_what_its_queries_answer(sample_database: Path) -> None:
    answers = list(printed_answers(README.read_text(encoding="utf-8")))
    assert len(answers) >= 5
    for sql, printed in answers:
        assert as_markdown(sample_database, sql) == printed


def test_the_analyses_answer_what_their_page_shows(sample_database: Path) -> None:
    assert len(list(ANALYSES.glob("*.sql"))) >= 20
    assert analyses_page(sample_database) == (ANALYSES / "README.md").read_text(encoding="utf-8")


def test_every_date_of_the_world_is_well_formed_edtf(sample_database: Path) -> None:
    with duckdb.connect(str(sample_database), read_only=True) as connection:
        columns = connection.execute(
            "select table_name, column_name from information_schema.columns "
            "where table_schema = 'marts' and (column_name like '%_edtf' "
            "or (table_name = 'time_expressions' and column_name = 'value'))"
        ).fetchall()
        values = {
            (table, value)
            for table, column in columns
            for (value,) in connection.execute(
                f"select {column} from marts.{table} where {column} is not null"
            ).fetchall()
        }
    assert len(columns) >= 6
    assert [found for found in sorted(values) if not EDTF_OR_DURATION.fullmatch(found[1])] == []
