"""Small HTML pages in the manner of real sites, each with the traps of its kind and with the truth about it."""

from __future__ import annotations

from tests.pages import blogs, modern, older, publishing_systems, traps  # noqa: F401 - they register their layouts
from tests.pages.building import LAYOUTS, PageCase, make_case


def all_cases() -> list[PageCase]:
    """A page of every layout, in a fixed order; the stories go round."""
    return [make_case(name, number) for number, name in enumerate(sorted(LAYOUTS))]
