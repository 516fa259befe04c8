"""Ask a published warehouse the golden questions; run as a script it rewrites the answers.

python tests/golden/sample_marts.py PUBLISHED.duckdb [SAMPLE]      SAMPLE: a folder of documents/, `sample` unless given
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import duckdb

FOLDER = Path(__file__).parent


def golden_questions(sample: str = "sample") -> list[Path]:
    """The questions asked of a sample, by name; those of `sample` stand in this folder, others in one so named."""
    return sorted((FOLDER if sample == "sample" else FOLDER / sample).glob("*.sql"))


def other_samples() -> list[str]:
    """The samples beside documents/sample that have questions."""
    return sorted(folder.name for folder in FOLDER.iterdir() if any(folder.glob("*.sql")))


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
    sample = sys.argv[2] if len(sys.argv) > 2 else "sample"
    for question in golden_questions(sample):
        answer = answer_question(Path(sys.argv[1]), question)
        question.with_suffix(".csv").write_text(answer, encoding="utf-8")
        print(f"{question.stem}: {answer.count(chr(10)) - 1} lines")


if __name__ == "__main__":
    main()
