"""SQL that stands in ``.sql`` files beside the modules that run it."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def load_sql(module_file: str, name: str) -> str:
    """Text of ``sql/NAME.sql`` beside a module (give its ``__file__``)."""
    return (Path(module_file).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")
