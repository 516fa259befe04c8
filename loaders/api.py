"""What ``import dossier`` offers: the steps as functions, and the published warehouse to be asked from Python."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from dossier.errors import DossierError, ExitCode
from dossier.settings import SAMPLE_DOCUMENTS, Warehouse, warehouse_for

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import pyarrow as pa

    from dossier.landing.documents import LandingSummary
    from dossier.pipeline import BuildReport, Progress
    from dossier.publishing.publish import Publication

Text = Literal["full", "quotes", "none"]
log = logging.getLogger("dossier")


class LoggedProgress:
    """Progress for programs: notes (what was set aside, soft bounds broken) go to the logger ``dossier``."""

    def begin(self, step: str, total: int | None = None) -> None:
        """A step begins."""
        log.info("%s", step)

    def advance(self, done: int | None = None, total: int | None = None) -> None:
        """Nothing is told of single documents."""

    def note(self, message: str) -> None:
        """Something a person should know."""
        log.warning("%s", message)


def land(
    documents: str | Path, warehouse: str | Path | None = None, *, progress: Progress | None = None
) -> LandingSummary:
    """Land the documents of a folder or file: bytes, text and metadata, versions kept; says what was new or set aside.

    ``warehouse`` is a folder; without it ``warehouse/<name of the documents' folder>`` of the project.
    """
    from dossier import pipeline
    from dossier.database import open_working_database
    from dossier.locking import lock_warehouse

    place = _warehouse(warehouse, documents)
    told = progress or LoggedProgress()
    with lock_warehouse(place, "land"), open_working_database(place) as connection:
        told.begin("land")
        summary = pipeline.land(connection, str(documents), told)
        pipeline.require_documents(connection)
    return summary


def build(
    documents: str | Path | None = None,
    warehouse: str | Path | None = None,
    *,
    workers: int | None = 1,
    force: bool = False,
    text: Text | None = None,
    topics: Sequence[str] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Land, read, check, model, check and publish; without documents the sample. Ends early where nothing has changed.

    ``workers`` are the processes that read. More than one (None: as many as pay) are started afresh, so the calling
    script needs the usual ``if __name__ == "__main__":``. ``text`` is how much of texts without an open licence is
    published; None keeps what the last publication did. With ``topics`` only documents are read that name what one of
    them is about; the others stay landed. The returned report's ``publication.database`` is the file
    to open.
    """
    from dossier import pipeline
    from dossier.locking import lock_warehouse
    from dossier.publishing.rights import TextLevel

    place = _warehouse(warehouse, documents)
    with lock_warehouse(place, "build"):
        return pipeline.build(
            place,
            str(SAMPLE_DOCUMENTS if documents is None else documents),
            progress or LoggedProgress(),
            workers=workers,
            force=force,
            text=None if text is None else TextLevel(text),
            topics=topics,
        )


def publish(
    warehouse: str | Path | None = None, *, text: Text | None = None, progress: Progress | None = None
) -> Publication:
    """Publish the models as they were built last, if the gate lets them pass."""
    from dossier import pipeline
    from dossier.database import open_working_database
    from dossier.locking import lock_warehouse
    from dossier.publishing.publish import publish as publish_tables
    from dossier.publishing.rights import TextLevel

    place = _warehouse(warehouse)
    told = progress or LoggedProgress()
    with lock_warehouse(place, "publish"), open_working_database(place) as connection:
        pipeline.require_documents(connection)
        told.begin("check marts")
        pipeline.check(connection, place, "marts", told)
        told.begin("publish")
        return publish_tables(connection, place, text=None if text is None else TextLevel(text))


def open(warehouse: str | Path | None = None) -> Published:
    """The version of a warehouse that is published now; it stays the same while later ones are published.

    As with ``dossier query``: read-only, no access to files or network, one SELECT at a time, and without a folder
    given the one in ``DOSSIER_WAREHOUSE`` or the sample. Close it, or use it in a ``with`` statement.
    """
    return Published(_warehouse(warehouse or os.environ.get("DOSSIER_WAREHOUSE")))


class Published:
    """A published version of a warehouse."""

    def __init__(self, warehouse: Warehouse) -> None:
        from dossier.published import open_published, published_database

        self.database: Path = published_database(warehouse)
        """The DuckDB file that is asked."""
        self.version: int = int(self.database.parent.name)
        """The number of this publication."""
        self._opened = ExitStack()
        self._connection: duckdb.DuckDBPyConnection = self._opened.enter_context(open_published(warehouse))

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] | None = None) -> Answer:
        """The rows of one SELECT over the schemas marts, topics and quality, whose tables need no schema name.

        Values go in as parameters (``?`` with a sequence, ``$name`` with a mapping), never into the text. What is no
        SELECT, or wrong, raises ``DossierError``.
        """
        from dossier.published import ask

        return Answer(ask(self._connection, sql, parameters).to_arrow_table())

    def close(self) -> None:
        """Close the file; asking afterwards is an error."""
        self._opened.close()

    def __enter__(self) -> Published:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


@dataclass(frozen=True)
class Answer:
    """The rows of a query, as whichever kind of table is wanted."""

    table: pa.Table

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""
        return [str(name) for name in self.table.column_names]

    def arrow(self) -> pa.Table:
        """An Arrow table; strings, numbers, booleans, dates and timestamps only."""
        return self.table

    def pandas(self) -> pd.DataFrame:
        """A pandas data frame."""
        frame: pd.DataFrame = self.table.to_pandas()
        return frame

    def polars(self) -> Any:
        """A polars data frame; polars is not installed with dossier."""
        try:
            import polars
        except ImportError:
            raise DossierError("Polars is not installed. Run: pip install polars", ExitCode.USAGE) from None
        return polars.from_arrow(self.table)

    def rows(self) -> list[dict[str, Any]]:
        """One dictionary a row."""
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    def __len__(self) -> int:
        return int(self.table.num_rows)


def _warehouse(root: str | Path | None, documents: str | Path | None = None) -> Warehouse:
    return warehouse_for(None if documents is None else Path(documents), None if root is None else Path(root))
