"""The report: one HTML file to send to somebody, written by ``dossier report``."""
