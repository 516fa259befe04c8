"""A PostgreSQL server of the test's own: a new cluster in a temporary folder, on loopback, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

PASSWORDS = {"boss": "p@ss w:rd/%", "press": "press-secret", "analysts": "analysts-secret"}
SETTINGS = ("listen_addresses=127.0.0.1", "fsync=off", "shared_buffers=16MB", "max_connections=40")


@dataclass(frozen=True)
class Cluster:
    """A running server; roles ``boss`` (superuser), ``press`` (owns the databases) and ``analysts``."""

    port: int

    def address(self, user: str, database: str) -> str:
        """With the user's password in it."""
        return f"postgresql://{user}:{quote(PASSWORDS[user], safe='')}@127.0.0.1:{self.port}/{database}"

    def new_database(self, name: str, options: str = "") -> str:
        """Its address for ``press``, who owns it."""
        with psycopg.connect(self.address("boss", "postgres"), autocommit=True) as server:
            server.execute(f"create database {name} owner press {options}".encode())
        return self.address("press", name)


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Skips the test where PostgreSQL 15 or later is not installed."""
    binaries = _binaries()
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="dossier-postgres-"))
    try:
        (folder / "password").write_text(PASSWORDS["boss"])
        if owner is not None:
            for path in (folder, folder / "password"):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        data = folder / "data"
        initdb = [binaries / "initdb", "-D", data, "-U", "boss", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"]
        _run([*initdb, "-N", f"--pwfile={folder / 'password'}"], owner)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = int(free.getsockname()[1])
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, "-p", str(port), "-k", folder, *settings],
            user=None if owner is None else owner.pw_uid,
            group=None if owner is None else owner.pw_gid,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            cluster = Cluster(port)
            _make_roles(cluster)
            yield cluster
        finally:
            server.send_signal(signal.SIGINT)  # a fast shutdown: sessions are ended
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("postgres")
    places = [*found, *([Path(on_path).resolve().parent] if on_path else [])]
    if not places:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    return places[-1]


def _owner() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root, so root hands it to a user who may not do anything."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    pytest.skip("PostgreSQL does not run as root, and there is no other user")


def _run(command: list[str | Path], owner: pwd.struct_passwd | None) -> None:
    done = subprocess.run(
        command,
        user=None if owner is None else owner.pw_uid,
        group=None if owner is None else owner.pw_gid,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _make_roles(cluster: Cluster) -> None:
    for _ in range(100):
        try:
            with psycopg.connect(cluster.address("boss", "postgres"), autocommit=True) as server:
                for role in ("press", "analysts"):
                    server.execute(f"create role {role} login password '{PASSWORDS[role]}'".encode())
                return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise AssertionError("PostgreSQL did not start in 10 seconds")
