"""dbt in a process of its own: it starts and parses while documents are read, then builds when told to.

A process that ran dbt cannot open its database read-only afterwards, so dbt never runs in ours. This module is both
ends: ``DbtProcess`` in the pipeline, and, run as ``python -m dossier.dbt_process``, the process itself.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, cast

from dossier.errors import DossierError, ExitCode, unwritable
from dossier.settings import PROJECT_ROOT, Warehouse, memory_limit

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

LOG = logging.getLogger(__name__)
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
            "DOSSIER_MEMORY": memory_limit(),
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
                told = json.loads(line)
            except ValueError:
                continue
            if isinstance(told, dict) and "error" in told:
                errors.append(told["error"])
            elif isinstance(told, dict) and "index" in told:
                on_node(told["index"], told["total"])
        if self._process.wait() != 0:
            words = "\n".join(
                line for error in errors[:MAX_SHOWN_ERRORS] for line in error.strip().splitlines()[:MAX_SHOWN_LINES]
            )
            full = next((reason for error in errors if (reason := unwritable(error))), None)
            if full is not None:
                raise DossierError(
                    f"The models were not built: {self._warehouse.work} cannot be written ({full}). The last published "
                    "version is untouched; make room and run the command again.",
                    ExitCode.NO_ROOM,
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


def parse_project(places: list[str]) -> Manifest | None:
    """What dbt makes of the project; None where it is wrong (dbt has said how)."""
    from dbt.cli.main import dbtRunner

    result = dbtRunner(callbacks=[tell]).invoke(["parse", *places]).result
    return cast("Manifest | None", result)


def build_models(manifest: Manifest, places: list[str], *, with_seeds: bool) -> bool:
    """Build what a warehouse needs of a parsed project; whether that went well."""
    from dbt.cli.main import dbtRunner

    # Every build tests what is published. Unit tests, which try models on rows of their own, and the data tests of the
    # inner layers belong to make test: a thousand small queries would cost more than the models. A full refresh lets
    # the columns of a seed change; no model here is incremental. Cautious: leave out tests of nothing but seeds.
    inner = [f"resource_type:test,path:{folder}" for folder in ("models/staging", "models/intermediate", "seeds")]
    without = ["--exclude", *inner, *([] if with_seeds else ["path:seeds"]), "--indirect-selection", "cautious"]
    runner = dbtRunner(manifest=manifest, callbacks=[tell])
    return runner.invoke(["build", "--full-refresh", "--exclude-resource-type", "unit_test", *without, *places]).success


def dbt_places(work_folder: str) -> list[str]:
    """The options that tell dbt where the project and its own files are."""
    return [
        *("--project-dir", str(PROJECT_ROOT), "--profiles-dir", str(PROJECT_ROOT)),
        *("--target-path", f"{work_folder}/target", "--log-path", f"{work_folder}/logs"),
        *("--log-level", "none"),  # see tell
    ]


def tell(event: Any) -> None:
    """Print what went wrong and how far dbt is, a JSON object a line, and log what dbt has to say.

    dbt's own loggers make a line of each of its ten thousand events before they leave out most: a quarter of the time
    of a small build.
    """
    if event.info.level == "debug":
        return
    index, total = getattr(event.data, "index", None), getattr(event.data, "total", None)
    if event.info.level == "error":
        print(json.dumps({"error": event.info.msg}), flush=True)
    elif isinstance(index, int) and isinstance(total, int):
        print(json.dumps({"index": index, "total": total}), flush=True)
    LOG.info(event.info.msg)


def log_to(folder: str) -> None:
    """Write the log to ``dbt.log`` in a folder; the last 50 MB are kept."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(place / "dbt.log", maxBytes=10_000_000, backupCount=4, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def _run(work_folder: str) -> int:
    orders = _listen()
    log_to(f"{work_folder}/logs")
    places = dbt_places(work_folder)
    manifest = parse_project(places)
    if manifest is None:
        return 1
    return 0 if build_models(manifest, places, with_seeds=orders.get() == GO) else 1


def _listen() -> queue.Queue[str]:
    """Orders as they come. When the pipe closes, who gave them has ended or was killed: this process then ends at once,
    so that it never goes on writing a database that the next run opens."""
    orders: queue.Queue[str] = queue.Queue()

    def listen() -> None:
        received = b""
        while chunk := os.read(0, 1024):  # sys.stdin has a lock that a thread must not hold when the interpreter ends
            *lines, received = (received + chunk).split(b"\n")
            for line in lines:
                orders.put(line.decode() + "\n")
        os._exit(1)

    threading.Thread(target=listen, daemon=True).start()
    return orders


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1]))
