"""Statements: direct, partial and indirect speech, with speaker and cue."""

from dossier.language.statements.reading import read_statements

__all__ = ["read_statements"]
