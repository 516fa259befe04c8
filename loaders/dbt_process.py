"""dbt in a process of its own: it starts and parses while documents are read, then builds when told to.

A process that ran dbt cannot open its database read-only afterwards, so dbt never runs in ours. This module is both
ends: ``DbtProcess`` in the pipeline, and, run as ``python -m dossier.dbt_process``, the process itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from types import TracebackType
from typing import IO

from dossier.errors import DossierError, ExitCode
from dossier.settings import PROJECT_ROOT, Warehouse

GO, GO_WITHOUT_SEEDS = "build\n", "build without seeds\n"
# A short answer is printed; the whole story is in dbt's log.
MAX_SHOWN_ERRORS = 3
MAX_SHOWN_LINES = 12


class DbtProcess:
    """A dbt process of one warehouse: parses at once, builds on ``build``."""

    def __init__(self, warehouse: Warehouse) -> None:
        self._warehouse = warehouse
        environment = {
            **os.environ,
            "DOSSIER_DATABASE": str(warehouse.working_database),
            "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
            "DO_NOT_TRACK": "1",
        }
        (warehouse.work / "logs").mkdir(parents=True, exist_ok=True)
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(warehouse.work)],
            cwd=PROJECT_ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def __enter__(self) -> DbtProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def build(self, *, with_seeds: bool, on_node: Callable[[int, int], None] = lambda done, total: None) -> None:
        """Build seeds (unless the database has them as they are), models and the data tests of what is published.

        Raises ``DossierError`` with dbt's own words where that fails.
        """
        try:
            _pipe(self._process.stdin).write(GO if with_seeds else GO_WITHOUT_SEEDS)
            _pipe(self._process.stdin).flush()
        except BrokenPipeError:
            pass  # it ended while parsing: its output tells why
        errors: list[str] = []
        for line in _pipe(self._process.stdout):
            try:
                event = json.loads(line)
                level, data, message = event["info"]["level"], event["data"], event["info"]["msg"]
            except (ValueError, KeyError, TypeError):
                continue
            if level == "error":
                errors.append(message)
            elif isinstance(data.get("index"), int) and isinstance(data.get("total"), int):
                on_node(data["index"], data["total"])
        if self._process.wait() != 0:
            words = "\n".join(
                line for error in errors[:MAX_SHOWN_ERRORS] for line in error.strip().splitlines()[:MAX_SHOWN_LINES]
            )
            raise DossierError(
                f"{words or 'dbt ended without a word.'}\nThe models were not built; the last published version is "
                f"untouched. All of dbt's output is in {self._warehouse.work / 'logs' / 'dbt.log'}",
                ExitCode.MODELS_FAILED,
            )


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise ValueError("the process was started without pipes")
    return stream


def _run(work_folder: str) -> int:
    from dbt.cli.main import dbtRunner

    places = [
        *("--project-dir", str(PROJECT_ROOT), "--profiles-dir", str(PROJECT_ROOT)),
        *("--target-path", f"{work_folder}/target", "--log-path", f"{work_folder}/logs"),
        *("--log-format", "json", "--log-level", "info"),
    ]
    parsed = dbtRunner().invoke(["parse", *places])
    if not parsed.success:
        return 1
    order = sys.stdin.readline()
    if order not in (GO, GO_WITHOUT_SEEDS):
        return 0
    # Every build tests what is published. Unit tests, which try models on rows of their own, and the data tests of the
    # inner layers belong to make test: a thousand small queries would cost more than the models. A full refresh lets
    # the columns of a seed change; no model here is incremental. Cautious: leave out tests of nothing but seeds.
    inner = [f"resource_type:test,path:{folder}" for folder in ("models/staging", "models/intermediate", "seeds")]
    seeds = ["path:seeds"] if order == GO_WITHOUT_SEEDS else []
    without = ["--exclude", *inner, *seeds, "--indirect-selection", "cautious"]
    runner = dbtRunner(manifest=parsed.result)  # type: ignore[arg-type]
    built = runner.invoke(["build", "--full-refresh", "--exclude-resource-type", "unit_test", *without, *places])
    return 0 if built.success else 1


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1]))
