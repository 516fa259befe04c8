"""Quantities: values with unit, comparator and measure."""

from __future__ import annotations

from dossier.language.quantities.reading import read_quantities

__all__ = ["read_quantities"]
