"""The steps of a build in processes that can be killed at any moment.

A child is forked from a process that has loaded everything (the English model, dbt with the parsed project, Great
Expectations), so a step takes as long as its work and not its imports. The child leads a process group of its own;
``kill -9`` goes to the whole group, dbt included.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import dossier.pipeline as pipeline
from dossier.database import open_working_database
from dossier.dbt_process import build_models, dbt_places, parse_project
from dossier.locking import lock_warehouse
from dossier.pipeline import check
from dossier.publishing.publish import publish
from dossier.settings import Warehouse


class Silent:
    """A progress that nobody sees."""

    def begin(self, step: str, total: int | None = None) -> None: ...

    def advance(self, done: int | None = None, total: int | None = None) -> None: ...

    def note(self, message: str) -> None: ...


class ForkedDbt:
    """Stands in for ``DbtProcess``: dbt is forked from here (before other threads run) with the project parsed."""

    manifest: Any = None

    def __init__(self, warehouse: Warehouse) -> None:
        orders, self._orders = os.pipe()

        def run() -> None:
            os.close(self._orders)
            order = os.read(orders, 1)
            if order:
                os.environ["DOSSIER_DATABASE"] = str(warehouse.working_database)
                assert build_models(self.manifest, dbt_places(str(warehouse.work)), with_seeds=order == b"s")

        self._child = fork(run, own_group=False)
        os.close(orders)

    def __enter__(self) -> ForkedDbt:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            os.close(self._orders)

    def build(self, *, with_seeds: bool, on_node: Callable[[int, int], None] = lambda done, total: None) -> None:
        os.write(self._orders, b"s" if with_seeds else b"m")
        assert wait(self._child) == 0, "dbt failed"


def load_everything(scratch: Path) -> None:
    """Load what the steps need, so that their processes need not."""
    import dossier.quality.expectations  # noqa: F401 - imported so that children need not
    from dossier.language.analysis import load_model

    os.environ["DOSSIER_DATABASE"] = str(scratch / "working.duckdb")
    load_model()
    ForkedDbt.manifest = parse_project(dbt_places(str(scratch)))
    pipeline.DbtProcess = ForkedDbt  # type: ignore[misc, assignment]


def land(warehouse: Warehouse, documents: Path) -> None:
    with lock_warehouse(warehouse, "land"), open_working_database(warehouse) as connection:
        pipeline.land(connection, str(documents), Silent())


def read(warehouse: Warehouse, documents: Path) -> None:
    with lock_warehouse(warehouse, "read"), open_working_database(warehouse) as connection:
        pipeline.read(connection, Silent(), workers=1)


def build(warehouse: Warehouse, documents: Path) -> None:
    with lock_warehouse(warehouse, "build"):
        pipeline.build(warehouse, str(documents), Silent(), workers=1, force=True)


def check_and_publish(warehouse: Warehouse, documents: Path) -> None:
    with lock_warehouse(warehouse, "publish"), open_working_database(warehouse) as connection:
        check(connection, warehouse, "marts", Silent())
        publish(connection, warehouse)


Step = Callable[[Warehouse, Path], None]
STEPS: dict[str, Step] = {"land": land, "read": read, "build": build, "publish": check_and_publish}


def fork(run: Callable[[], None], *, own_group: bool = True) -> int:
    """Run in a child; returns its process id."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        if own_group:
            os.setpgid(0, 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        run()
        status = 0
    except BaseException:  # noqa: BLE001 - a child must never return into its parent's code
        traceback.print_exc()
    finally:
        os._exit(status)


def wait(child: int) -> int:
    """Exit code of a child, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run_step(name: str, warehouse: Warehouse, documents: Path) -> float:
    """Let a step finish; returns seconds."""
    started = time.perf_counter()
    status = wait(fork(lambda: STEPS[name](warehouse, documents)))
    assert status == 0, f"{name} ended with {status}"
    return time.perf_counter() - started


def kill_step(name: str, warehouse: Warehouse, documents: Path, after: float) -> bool:
    """Kill a step with everything it started after so many seconds; False where it had finished by then."""
    child = fork(lambda: STEPS[name](warehouse, documents))
    time.sleep(after)
    finished, status = os.waitpid(child, os.WNOHANG)
    if finished:
        assert os.waitstatus_to_exitcode(status) == 0, f"{name} failed by itself after the kills before it"
        return False
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:  # it has not made its group yet
        os.kill(child, signal.SIGKILL)
    return wait(child) == -signal.SIGKILL
