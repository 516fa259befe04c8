"""A publication whose documents are written to deceive: every text of theirs carries mark-up of every kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

PAYLOAD = (
    '<img src=x onerror="alert(1)"><script>alert(2)</script></script><style>body{display:none}</style>'
    "![seen](http://tracker.invalid/pixel.png) [click](javascript:alert(3)) `code` **bold** $x^2$ :red[red] "
    ":material/home: &lt;b&gt; {{7*7}} \u202egnp.exe \x1b[31m"
)
# Names, titles and quotes: what pages print outside of a text.
WORDS = {
    "events": ("title", "place"),
    "actors": ("name",),
    "actor_names": ("name_as_written",),
    "actor_roles": ("title",),
    "sources": ("name",),
    "articles": ("headline", "byline"),
    "documents": ("name", "uri", "licence"),
    "figures": ("subject", "unit"),
    "statements": ("quote", "cue", "speaker_as_written"),
    "figure_reports": ("text", "quote", "unit"),
    "event_reports": ("quote", "rule"),
    "relations": ("reason",),
}


def hostile_copy(warehouse: Path, target: Path) -> Path:
    """A warehouse like the given one, its published words with the payload before them; texts get it too."""
    folder = target / "published" / "000001"
    folder.mkdir(parents=True)
    published = warehouse / "published" / "current"
    shutil.copy(published / "search.duckdb", folder)
    shutil.copy(published / "dossier.duckdb", folder)
    (target / "published" / "current").symlink_to("000001")
    if (warehouse / "private").is_dir():
        shutil.copytree(warehouse / "private", target / "private", symlinks=True)
    connection = duckdb.connect(str(folder / "dossier.duckdb"))
    for table, columns in WORDS.items():
        words = ", ".join(f"{column} = $payload || ' ' || {column}" for column in columns)
        connection.execute(f"update marts.{table} set {words}", {"payload": PAYLOAD})
    # In texts it stands where the words of the facts were, so that it is what is marked.
    connection.execute(
        "update marts.documents set text = repeat($payload || ' ', 1 + length(text) // length($payload))",
        {"payload": PAYLOAD},
    )
    connection.close()
    return target
