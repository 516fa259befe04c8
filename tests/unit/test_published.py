"""Publication dates in metadata are read as they are meant, or not at all."""

import pytest

from dossier.reading.published import parse_published

CASES = [
    ("2023-09-14", "2023-09-14"),
    ("2023-09-14T23:30:00-07:00", "2023-09-14"),
    ("2023-09-14 08:15:00 UTC", "2023-09-14"),
    ("2023-09", "2023-09"),
    ("2023", "2023"),
    ("2023-09-14/2023-09-16", "2023-09-14/2023-09-16"),
    ("../2019-05", "../2019-05"),
    ("199X", "199X"),
    ("2023-22", "2023-22"),
    ("Thu, 14 Sep 2023 10:00:00 GMT", "2023-09-14"),
    ("14 September 2023", "2023-09-14"),
    ("September 14, 2023", "2023-09-14"),
    ("Sept. 14, 2023 at 9:30 a.m. ET", "2023-09-14"),
    ("Thursday, 14th September 2023", "2023-09-14"),
    ("Published: 14 Sep 2023", "2023-09-14"),
    ("20230914", "2023-09-14"),
    ("1694685600", "2023-09-14"),
    ("14/09/2023", "2023-09-14"),
    ("September 2023", "2023-09"),
    ("03/04/2025", None),
    ("2023-02-30", None),
    ("2023-13-01", None),
    ("yesterday", None),
    ("", None),
]


@pytest.mark.parametrize(("value", "expected"), CASES)
def test_a_metadata_date_becomes_edtf_or_nothing(value: str, expected: str | None) -> None:
    assert parse_published(value) == expected
