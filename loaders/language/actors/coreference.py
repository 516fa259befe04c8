"""Descriptions ('the ministry', 'its officials') and pronouns, tied to an actor named before in the article."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.language.actors.view import View


def find_references(views: Sequence[View]) -> None:
    """Add descriptions and pronouns whose actor is plain."""
