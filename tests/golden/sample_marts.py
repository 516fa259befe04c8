"""Ask a published warehouse the golden questions; run as a script it rewrites the answers.

python tests/golden/sample_marts.py PUBLISHED.duckdb
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import duckdb

FOLDER = Path(__file__).parent


def golden_questions() -> list[Path]:
    """The SQL files of this folder, by name."""
    return sorted(FOLDER.glob("*.sql"))


def answer_question(database: Path, question: Path) -> str:
    """The rows of a question as CSV text with a header, NULL as an empty field."""
    with duckdb.connect(str(database), read_only=True) as connection:
        result = connection.execute(question.read_text(encoding="utf-8"))
        columns = [column[0] for column in result.description or ()]
        rows = result.fetchall()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def main() -> None:
    """Write the answer of every question beside it."""
    for question in golden_questions():
        answer = answer_question(Path(sys.argv[1]), question)
        question.with_suffix(".csv").write_text(answer, encoding="utf-8")
        print(f"{question.stem}: {answer.count(chr(10)) - 1} lines")


if __name__ == "__main__":
    main()
