"""dossier: read documents into a DuckDB warehouse of events, actors, figures and statements."""

__version__ = "0.1.0"
