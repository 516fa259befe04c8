"""Events: what happened, who did it to whom, when and where, as each passage states it."""

from dossier.language.events.reading import EventReading, read_events

__all__ = ["EventReading", "read_events"]
