"""The outlet that a page's address and its own name of the site stand for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from urllib.parse import urlsplit

from dossier.language.lexicons import load_lexicon


def outlet_of_site(metadata: Mapping[str, str]) -> str | None:
    """The registered outlet of the page's domain, else the name the page gives its site."""
    host = host_of(metadata.get("url"))
    return (registered_by_domain(host) if host else None) or metadata.get("site_name")


def registered_by_domain(host: str) -> str | None:
    """The name of the registered outlet that a host belongs to: 'edition.cnn.com' to the owner of 'cnn.com'."""
    labels = host.lower().split(".")
    domains = _domains()
    return next((name for n in range(len(labels) - 1) if (name := domains.get(".".join(labels[n:])))), None)


def host_of(url: str | None) -> str | None:
    """The host of an address without 'www.'."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


@functools.cache
def _domains() -> Mapping[str, str]:
    registry = load_lexicon("reference/source_registry")
    return {row["domain"].lower().removeprefix("www."): row["name"] for row in reversed(registry) if row["domain"]}
