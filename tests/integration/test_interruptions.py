"""Kills, full disks, readers during publications: nothing half-made gets out, and the next run finishes.

Here in small numbers; ``make soak`` tries hundreds.
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.locking import lock_holder, lock_path, lock_warehouse
from dossier.publishing.publish import current_publication
from dossier.settings import PROJECT_ROOT, Warehouse
from tests.integration.conftest import RIVER, run_dossier, write_files


def data_hash(warehouse: Path) -> str:
    publication = current_publication(Warehouse(warehouse))
    assert publication is not None, "nothing whole is published"
    return publication.data_hash


def soak(module: str, *arguments: object) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.soak.{module}", *map(str, arguments)],
        cwd=PROJECT_ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_a_run_killed_at_any_step_is_finished_by_the_next_with_the_same_data(
    built: Path, documents: Path, tmp_path: Path
) -> None:
    found = soak("kills", documents, 6, tmp_path, "--seed", 11, "--hash", data_hash(built))
    assert (found["differing"], found["torn"]) == (0, 0)
    assert all(found["kills"].get(step) for step in ("land", "read", "build", "publish")), found  # type: ignore[attr-defined]


def test_readers_during_publications_meet_no_error_and_no_mixture(own_copy: Path) -> None:
    found = soak("readers", own_copy, 3, 8)
    assert (found["errors"], found["mixtures"], found["readers"]) == (0, 0, 8)
    assert found["versions_seen"] >= 2  # a busy machine may swap twice before any reader has its turn


def test_dbt_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    """Else the dbt of a killed build would go on writing the database that the next one opens."""
    orphan = subprocess.Popen([sys.executable, "-m", "dossier.dbt_process", str(tmp_path)], stdin=subprocess.PIPE)
    assert orphan.stdin is not None
    with pytest.raises(subprocess.TimeoutExpired):
        orphan.wait(timeout=0.5)
    orphan.stdin.close()
    assert orphan.wait(timeout=5) == 1


def test_models_whose_build_was_interrupted_are_not_published(own_copy: Path) -> None:
    (own_copy / "private" / "target" / "built_from.json").unlink()
    refused = run_dossier("publish", "-w", own_copy)
    assert refused.returncode == 6 and "did not finish" in refused.stderr


def test_a_lock_left_by_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse")
    killed = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from dossier.locking import lock_warehouse; "
            "from dossier.settings import Warehouse\n"
            "with lock_warehouse(Warehouse(Path(sys.argv[1])), 'build'): print('held', flush=True); time.sleep(60)",
            str(warehouse.root),
        ],
        stdout=subprocess.PIPE,
    )
    assert killed.stdout is not None and killed.stdout.readline() == b"held\n"
    holder = lock_holder(warehouse)
    assert holder is not None and (holder.pid, holder.command) == (killed.pid, "build")
    killed.kill()
    killed.wait()
    assert str(killed.pid) in lock_path(warehouse).read_text()
    with lock_warehouse(warehouse, "read"):
        pass


def test_what_a_killed_process_leaves_running_is_waited_for(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    warehouse.work.mkdir(parents=True)
    orphan = lock_path(warehouse).open("a+", encoding="utf-8")
    fcntl.flock(orphan, fcntl.LOCK_EX)
    json.dump({"pid": dead.pid, "since": "2026-01-01T00:00:00+00:00", "command": "build"}, orphan)
    orphan.flush()
    threading.Timer(0.5, orphan.close).start()
    with lock_warehouse(warehouse, "read"):
        assert orphan.closed


def limited(*arguments: str | Path, file_bytes: int) -> subprocess.CompletedProcess[str]:
    """The command line where no file can grow beyond so many bytes, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))

    command = [sys.executable, "-c", "from dossier.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, timeout=120)


def test_a_full_disk_is_named_and_leaves_the_last_version_whole(own_copy: Path, tmp_path: Path) -> None:
    before = data_hash(own_copy)
    more = write_files(tmp_path / "more", {"long.txt": RIVER * 3_000})
    for arguments in (("land", more), ("publish",)):
        stopped = limited(*arguments, "-w", own_copy, file_bytes=300_000)
        assert stopped.returncode == 9, stopped.stderr
        assert "cannot be written" in stopped.stderr and "Traceback" not in stopped.stderr
        assert data_hash(own_copy) == before
        assert not list((own_copy / "published").glob(".building*"))
        assert run_dossier("query", "select 1", "-w", own_copy).returncode == 0
    assert run_dossier("publish", "-w", own_copy).returncode == 0
    assert data_hash(own_copy) == before


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that cannot be written: by its mode, or for root, who may write anywhere, by a mount."""
    if os.geteuid() == 0:
        mounted = subprocess.run(
            f"mount --bind '{folder}' '{folder}' && mount -o remount,ro,bind '{folder}'", shell=True, check=False
        )
        if mounted.returncode:
            pytest.skip("root needs a read-only mount to be kept from writing, and this system allows none")
    else:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(path.stat().st_mode & ~0o222)
    try:
        yield
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(folder)], check=True)
        else:
            for path in [folder, *folder.rglob("*")]:
                path.chmod(path.stat().st_mode | 0o200)


def test_a_read_only_folder_is_named_and_can_still_be_asked(own_copy: Path, documents: Path) -> None:
    with read_only(own_copy):
        for arguments in (("build", documents, "--force"), ("publish",)):
            refused = run_dossier(*arguments, "-w", own_copy)
            assert refused.returncode == 9, refused.stderr
            assert "cannot be" in refused.stderr and "Traceback" not in refused.stderr
        for arguments in (("query", "select count(*) from documents"), ("status",)):
            assert run_dossier(*arguments, "-w", own_copy).returncode == 0
        doctor = run_dossier("doctor", "-w", own_copy)
        assert doctor.returncode == 3 and "cannot be written" in doctor.stdout, doctor.stderr


def test_of_two_builds_at_once_one_says_who_holds_the_warehouse(own_copy: Path, documents: Path) -> None:
    with lock_warehouse(Warehouse(own_copy), "build"):
        started = time.perf_counter()
        refused = run_dossier("build", documents, "-w", own_copy)
    assert refused.returncode == 5 and f"process {os.getpid()} (dossier build, since 20" in refused.stderr
    assert time.perf_counter() - started < 5
