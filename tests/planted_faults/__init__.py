"""Faults planted in a copy of the project, and what catches them."""
