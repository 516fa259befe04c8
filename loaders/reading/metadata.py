"""Metadata that comes with a document: the sidecar file beside it, a record's fields, a page's front matter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import yaml

from dossier.reading.published import parse_published
from dossier.reading.records import Metadata, Sidecar, Unreadable, clean_text

SPELLINGS = {"license": "licence"}


def read_sidecar(content: bytes) -> Sidecar:
    """Read a sidecar: a YAML mapping of fields to values; raises ``Unreadable`` for anything else."""
    fields = parse_yaml_fields(content.decode("utf-8", "replace"))
    return Sidecar(hashlib.sha256(content).hexdigest(), metadata_rows(fields, "sidecar"), content)


def parse_yaml_fields(text: str) -> dict[str, Any]:
    """A YAML mapping with every scalar left as it is written."""
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise Unreadable("bad-sidecar", "it uses YAML aliases; write the values out")
        fields = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes strings, lists and mappings only
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable("bad-sidecar", f"it is not YAML: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(fields, dict):
        raise Unreadable("bad-sidecar", "it is not a YAML mapping such as 'outlet: The Example Times'")
    return fields


def metadata_rows(fields: Mapping[str, Any], basis: str) -> tuple[Metadata, ...]:
    """Fields as metadata; a publication date is stored as EDTF, and as it was given in ``published_as_given``."""
    rows = []
    for name, value in fields.items():
        if value is None or value == "":
            continue
        field = SPELLINGS.get(str(name).strip().lower(), str(name).strip().lower())
        rows.append(Metadata(clean_text(field), clean_text(_as_text(value)), basis))
        if field == "published":
            edtf = parse_published(rows[-1].value)
            rows[-1] = Metadata("published_as_given", rows[-1].value, basis)
            if edtf is not None:
                rows.append(Metadata("published", edtf, basis))
    return tuple(rows)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
