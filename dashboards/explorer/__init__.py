"""The explorer: a web page on this machine that shows a published warehouse, run by ``dossier explore``."""
