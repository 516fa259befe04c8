"""The marts of the sample documents are the ones that were read and accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.readme import README, as_markdown, printed_answers
from tests.golden.sample_marts import answer_question, golden_questions
from tests.integration.conftest import run_dossier


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


def test_the_readme_shows_what_its_queries_answer(sample_database: Path) -> None:
    answers = list(printed_answers(README.read_text(encoding="utf-8")))
    assert len(answers) >= 5
    for sql, printed in answers:
        assert as_markdown(sample_database, sql) == printed
