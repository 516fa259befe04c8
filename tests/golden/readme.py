"""The queries of README.md and of analyses/, and the tables printed under them.

python tests/golden/readme.py PUBLISHED.duckdb      writes the answers anew
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb

README = Path(__file__).resolve().parents[2] / "README.md"
ANALYSES = README.parent / "analyses"
INTRODUCTION = """# Twenty questions worth asking

Each file is plain SQL for a published warehouse: `dossier query "$(cat analyses/01_best_supported_events.sql)"`,
or any tool that opens the DuckDB file. None knows a subject. Below each question stands its answer on the sample
documents, at most {rows} rows of it.
"""
SHOWN_ROWS = 8
QUERY = re.compile(r"```sql\n(?P<sql>.*?)```\n(?P<answer>(?:\n?\|[^\n]*)*\n?)", re.DOTALL)


def as_markdown(database: Path, sql: str) -> str:
    """The answer of a query as a Markdown table."""
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute("set search_path = 'marts'")
        result = connection.execute(sql)
        header = [column[0] for column in result.description or ()]
        rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    lines = [
        header,
        ["---"] * len(header),
        *([cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows),
    ]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def printed_answers(text: str) -> Iterator[tuple[str, str]]:
    """Each query of a README with the answer printed under it."""
    for match in QUERY.finditer(text):
        yield match["sql"], match["answer"].strip("\n") + "\n"


def analyses_page(database: Path) -> str:
    """The page of analyses/: every question, the file that asks it, and the first rows of its answer."""
    sections = [INTRODUCTION.format(rows=SHOWN_ROWS)]
    for path in sorted(ANALYSES.glob("*.sql")):
        sql = path.read_text(encoding="utf-8")
        question = sql.splitlines()[0].removeprefix("-- ")
        header, rule, *rows = as_markdown(database, sql).splitlines()
        answer = [header, rule, *rows[:SHOWN_ROWS]] if rows else ["Nothing in the sample."]
        sections.append(f"## {question}\n\n[{path.name}]({path.name})\n\n" + "\n".join(answer) + "\n")
    return "\n".join(sections)


def main() -> None:
    """Write the answers of all queries anew."""
    database = Path(sys.argv[1])
    text = README.read_text(encoding="utf-8")
    answered = QUERY.sub(lambda m: f"```sql\n{m['sql']}```\n\n{as_markdown(database, m['sql'])}\n", text)
    README.write_text(re.sub(r"\n{3,}", "\n\n", answered), encoding="utf-8")
    (ANALYSES / "README.md").write_text(analyses_page(database), encoding="utf-8")


if __name__ == "__main__":
    main()
