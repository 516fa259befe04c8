"""Readers without pause through publications: nobody meets an error, and nobody sees two versions mixed.

python -m tests.soak.readers WAREHOUSE PUBLICATIONS READERS    spoils the warehouse; prints one JSON object
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from dossier.database import connect, open_for_reading, open_working_database
from dossier.locking import lock_warehouse
from dossier.publishing.publish import current_publication, publish
from dossier.settings import Warehouse
from tests.soak.victims import fork, wait

# Every version carries its number in three tables; a fourth says which version it is.
MARKS = """
    select distinct cast(name as integer) from marts.documents
    union select distinct cast(title as integer) from marts.events
    union select distinct cast(quote as integer) from marts.statements
    union select max(last_version) from marts.fact_history
"""


def try_readers(root: Path, publications: int, readers: int) -> dict[str, int]:
    """Publish so many times while others read; what they met, in numbers."""
    warehouse = Warehouse(root)
    last = current_publication(warehouse)
    assert last is not None, "nothing is published there"
    first = last.version + 1
    _mark(warehouse, first)
    assert _publish(warehouse) == first
    with tempfile.TemporaryDirectory() as folder:
        stop = Path(folder, "stop")
        children = [
            fork(lambda reader=reader: _read_until(stop, warehouse, Path(folder, f"{reader}.json")))  # type: ignore[misc]
            for reader in range(readers)
        ]
        for number in range(first + 1, first + publications + 1):
            _mark(warehouse, number)
            assert _publish(warehouse) == number
        stop.touch()
        for child in children:
            wait(child)
        found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.json"))]
    return {
        "publications": publications,
        "readers": len(found),
        "queries": sum(one["queries"] for one in found),
        "errors": sum(len(one["errors"]) for one in found) + readers - len(found),
        "mixtures": sum(one["mixtures"] for one in found),
        "versions_seen": len({version for one in found for version in one["versions"]}),
    }


def _mark(warehouse: Warehouse, number: int) -> None:
    connection = connect(warehouse.working_database, read_only=False)
    try:
        for table, column in (("documents", "name"), ("events", "title"), ("statements", "quote")):
            connection.execute(f"update marts.{table} set {column} = $number", {"number": str(number)})
    finally:
        connection.close()


def _publish(warehouse: Warehouse) -> int:
    with lock_warehouse(warehouse, "publish"), open_working_database(warehouse) as connection:
        return publish(connection, warehouse).version


def _read_until(stop: Path, warehouse: Warehouse, report: Path) -> None:
    os.nice(10)  # the publisher must get on
    errors: list[str] = []
    versions: set[int] = set()
    queries = mixtures = 0
    while not stop.exists():
        try:
            with open_for_reading(warehouse.published / "current" / "dossier.duckdb") as connection:
                found = [row[0] for row in connection.execute(MARKS).fetchall()]
        except Exception as error:  # noqa: BLE001 - whatever a reader meets is what is looked for
            errors.append(repr(error))
            continue
        queries += 1
        versions.update(found)
        mixtures += len(found) != 1
    seen = {"errors": errors, "mixtures": mixtures, "queries": queries, "versions": sorted(versions)}
    report.write_text(json.dumps(seen), encoding="utf-8")


if __name__ == "__main__":
    print(json.dumps(try_readers(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
