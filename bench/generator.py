"""Documents of a made-up world with known truth, in any number: for benches of growth.

    python bench/generator.py 10000 --warehouse DATABASE [--seed 1]     raw rows, as the readers would land them
    python bench/generator.py 10000 --documents FILE.jsonl [--seed 1]   the documents themselves, to be landed and read

The raw rows need no language model: a warehouse of 100,000 documents takes minutes. Outlets have few or many documents;
stories are told once or by hundreds, over days, as copies, rewrites and in own words; actors have namesakes, figures
compete and grow, sayings are printed again, a twelfth of the pages has no date, a third of the reports no place and
half
no day. ``truth.rows`` says of every report, statement, chain and article (kind, row_id) what it truly is (truth).
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from corpus.store import write_documents, write_warehouse


def main() -> int:
    """Write a corpus and say how long it took."""
    parser = argparse.ArgumentParser(description="Documents of a made-up world with known truth.")
    parser.add_argument("documents_count", type=int, metavar="COUNT", help="how many documents")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--warehouse", type=Path, help="working database whose raw tables are filled")
    where.add_argument("--documents", type=Path, help="JSON Lines file to write")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    started = time.perf_counter()
    if arguments.warehouse is not None:
        arguments.warehouse.parent.mkdir(parents=True, exist_ok=True)
        write_warehouse(arguments.warehouse, arguments.documents_count, arguments.seed)
    else:
        write_documents(arguments.documents, arguments.documents_count, arguments.seed)
    print(f"{arguments.documents_count:,} documents in {time.perf_counter() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
