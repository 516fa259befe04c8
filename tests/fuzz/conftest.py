"""How long the tests are, and how many inputs they made."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

IS_LONG = os.environ.get("DOSSIER_SOAK") == "1"
made: Counter[str] = Counter()


def generated(short: int, long: int) -> Callable[[Any], Any]:
    """Settings of a test over so many generated inputs: the same ones each time, in the long form other ones."""
    return settings(
        max_examples=long if IS_LONG else short,
        deadline=None,
        derandomize=not IS_LONG,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


@pytest.fixture(scope="session", autouse=True)
def counts() -> Iterator[None]:
    """Print at the end how many inputs there were."""
    yield
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in made.items())
    print(f"\nhostile input: {sum(made.values()):,} inputs ({kinds})")
