"""GDELT exports: what they name becomes links."""

from __future__ import annotations

import gzip

import pytest

from dossier.reading.records import Record, Reference
from tests.unit.reading import read_bytes, reasons


def row(count: int, **columns: str) -> bytes:
    fields = ["x"] * count
    for place, value in columns.items():
        fields[int(place.removeprefix("c"))] = value
    return "\t".join(fields).encode() + b"\n"


def links(records: list[Record]) -> list[tuple[str, str, str, str]]:
    return [(r.uri, r.source_kind, r.seen_on, r.source_name) for r in records if isinstance(r, Reference)]


PAGE = "https://www.news.example/2024/flood"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("gkg", row(27, c0="20240302120000-7", c1="20240302120000", c4=PAGE)),
        ("event", row(61, c1="20240229", c59="20240302121500", c60=PAGE)),
        ("event", row(58, c1="20240229", c56="20240302", c57=PAGE)),
        ("mention", row(16, c1="20240229000000", c2="20240302123000", c5=PAGE)),
        ("gkg", b"DATE\tNUMARTS\tCOUNTS\tA\tB\tC\tD\tE\tF\tSOURCES\tSOURCEURLS\n" + row(11, c0="20240302", c10=PAGE)),
    ],
)
def test_an_export_names_addresses_with_the_day_it_saw_them(kind: str, content: bytes) -> None:
    for name, packed in (("a.csv", content), ("a.CSV.gz", gzip.compress(content))):
        assert links(read_bytes(name, packed)[1]) == [(PAGE, kind, "2024-03-02", "news.example")]


def test_an_export_without_addresses_is_set_aside() -> None:
    content = row(27, c0="20240302120000-7", c1="20240302120000", c4="BBC Monitoring")
    assert reasons(read_bytes("a.csv", content)[1]) == [("a.csv", "no-text")]
