"""Text, titles, names and file names that try to be SQL, templates, markup, formulas or paths stay text."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
import yaml

from dossier.landing.documents import land_documents
from dossier.landing.readings import read_new_documents
from dossier.quality.gates import compute_metrics
from dossier.raw_tables import create_raw_tables
from tests.fuzz.conftest import IS_LONG
from tests.fuzz.inputs import INJECTED
from tests.integration.conftest import HARBOUR, run_dossier, write_files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose texts, titles, outlets and file names carry every injection."""
    folder = tmp_path_factory.mktemp("in put'; --")
    for number, words in enumerate(INJECTED):
        clean = words.replace("/", "_").replace("\x1b", "")[:60]
        sidecar = {"title": words, "outlet": words, "published": "2024-05-15", "author": words, "url": words}
        write_files(
            folder,
            {
                f"{number} {clean}.txt": f"{HARBOUR}\nMr {words} said 41 ships sank.\n\n“{words}”, {words} said.\n",
                f"{number} {clean}.yml": yaml.safe_dump(sidecar, allow_unicode=True),
            },
        )
    secret = write_files(tmp_path_factory.mktemp("outside"), {"secret.txt": "secret words of somebody else"})
    (folder / "link.txt").symlink_to(secret / "secret.txt")
    (folder / "folder").symlink_to(secret, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    return folder


def test_nothing_in_a_document_is_executed_or_followed(hostile: Path) -> None:
    connection = duckdb.connect()
    create_raw_tables(connection)
    summary = land_documents(connection, str(hostile))
    assert [(uri, code) for uri, code, _ in summary.rejections] == [("link.txt", "link-outside")]
    assert summary.landed_count == len(INJECTED)
    read_new_documents(connection, workers=1)
    assert connection.execute("select count(*) from raw.documents where text like '%secret%'").fetchone() == (0,)
    assert connection.execute("select count(*) from raw.reading_failures").fetchone() == (0,)
    metrics = compute_metrics(connection, "landing", None)
    assert metrics["mentions.read_offsets"] == 0
    titles = connection.execute("select value from raw.document_metadata where field = 'title'").fetchall()
    assert {title for (title,) in titles} == {words.strip() for words in INJECTED}


@pytest.mark.skipif(not IS_LONG, reason="the long form")
def test_a_hostile_folder_is_built_published_and_asked(hostile: Path, tmp_path: Path) -> None:
    """From end to end, through dbt, the gates, the search index and the command line's tables."""
    folder = Path(shutil.copytree(hostile, tmp_path / "{{ x }}'; drop", symlinks=True))
    warehouse = tmp_path / "ware 'house"
    built = run_dossier("build", folder, "-w", warehouse)
    assert built.returncode == 0, built.stderr
    assert "Traceback" not in built.stderr + built.stdout
    asked = run_dossier("query", "select name, text from documents", "-w", warehouse, "--format", "csv")
    assert asked.returncode == 0 and "drop table" in asked.stdout
    # No cell begins like a formula, and no control character reaches the terminal.
    assert not [line for line in asked.stdout.splitlines() if line.startswith(("=", "+", "@"))]
    explained = run_dossier("explain", "7 ]0;title\x07", "-w", warehouse)
    assert "\x1b]0;" not in explained.stdout + explained.stderr
