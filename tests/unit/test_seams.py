"""What all readers stand on: ids, spans, cuts and the words given to the parser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.ids import IdMaker, make_id
from dossier.landing.folders import list_files
from dossier.language.analysis import MAX_PARAGRAPH_CHARS, Block, SpanIndex, analyse_blocks, cut_block
from dossier.language.markup import strip_markup
from dossier.language.quantities.atoms import digits_value, split_atoms
from dossier.language.quantities.numbers import read_number
from dossier.reading.records import InputFile, Metadata, effective_metadata

CODE = "".join(chr(97 + number % 23) for number in range(700))  # without a space


def test_ids_hash_raw_values_with_their_bounds_and_number_repeated_words() -> None:
    different = [("ab", "c"), ("a", "bc"), ("ab ", "c"), ("ab", None), ("ab", ""), ("ab",)]
    assert len({make_id("evt", *values) for values in different}) == len(different)
    ids = IdMaker("doc")
    first, mark = ids.next_id("act", "Oslo"), ids.mark()
    second = ids.next_id("act", "Oslo")
    ids.take_back(mark)
    assert first != second == ids.next_id("act", "Oslo")


def test_a_sidecar_goes_before_a_record_and_that_before_the_page() -> None:
    bases = ("record", "sidecar", "page-metadata")
    found = [Metadata("outlet", basis, basis) for basis in bases] + [Metadata("title", b, b) for b in bases[::2]]
    assert effective_metadata(tuple(found)) == {"outlet": "sidecar", "title": "record"}


@dataclass(frozen=True)
class Span:
    start_char: int
    end_char: int


def test_spans_are_found_by_where_they_stand() -> None:
    long, short, last = Span(0, 50), Span(10, 14), Span(60, 70)
    index = SpanIndex([last, short, long])
    assert index.rows == [long, short, last]
    assert index.overlapping(12, 13) == [long, short]
    assert index.overlapping(40, 61) == [long, last]
    assert index.within(5, 65) == [short]
    assert index.covering(11, 13) == short and index.covering(13, 20) == long and index.covering(50, 60) is None


def test_a_paragraph_without_end_is_cut_behind_sentences_and_loses_no_word() -> None:
    text = " ".join(f"Ship {number} left the port of Valmouth at dawn." for number in range(400))
    pieces = cut_block(text, Block(0, len(text), "paragraph"))
    assert len(pieces) > 3 and all(p.end_char - p.start_char <= MAX_PARAGRAPH_CHARS for p in pieces)
    assert " ".join(text[p.start_char : p.end_char] for p in pieces) == text
    assert all(text[p.end_char - 1] == "." for p in pieces)


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Contents " + "." * 60 + " 7", "Contents 7"),
        ("before " + "=-" * 40 + " after", "before after"),
        (CODE + " end", CODE[:500] + " " + CODE[500:] + " end"),
        ("the rain " * 200, ""),
        ("Rain \n fell.", "Rain fell."),
    ],
)
def test_what_is_no_word_is_kept_from_the_parser_and_every_place_leads_back(printed: str, words: str) -> None:
    stripped = strip_markup(printed)
    assert stripped.text.strip() == words
    for place, char in zip(stripped.places, stripped.text, strict=True):
        assert printed[place] == char or char == " " and (printed[place].isspace() or place == 500)
    paragraph = analyse_blocks(printed, [Block(0, len(printed), "paragraph")])[0]
    assert paragraph.doc.text == printed.replace("\n", " ")


@pytest.mark.parametrize(("digits", "value"), [("1,300", 1300), ("0.5", 0.5), ("1.2.3", None), ("9" * 30, None)])
def test_digits_have_a_value_or_none(digits: str, value: float | None) -> None:
    assert digits_value(digits) == value


@pytest.mark.parametrize(
    ("printed", "value"), [("3/4 cup", 0.75), ("12 500 men", 12500), ("12 50 men", 12), ("2024 500 men", 2024)]
)
def test_fractions_and_groups_of_three_digits_are_one_number(printed: str, value: float) -> None:
    number = read_number(split_atoms(printed), 0)
    assert number is not None and number.value == value


UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = (("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        *((word, number) for number, word in enumerate(UNITS) if number),
        *((word, 10 * number) for number, word in enumerate(TENS, start=2)),
        *((f"{word}-{UNITS[n]}", 10 * n + n) for n, word in enumerate(TENS, start=2)),
        *((f"six {word}", 6 * number) for word, number in SCALES),
    ],
)
def test_every_number_word_has_its_value(printed: str, value: float) -> None:
    number = read_number(split_atoms(f"{printed} ships"), 0)
    assert number is not None and number.value == value


def test_a_sidecar_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.", encoding="utf-8")
    (tmp_path / "a.yml").write_text("outlet: Valmouth Courier\npublished: 2024-05-15\n", encoding="utf-8")
    (file,) = list_files(str(tmp_path))
    assert isinstance(file, InputFile) and file.sidecar is not None
    assert {item.field: item.value for item in file.sidecar.metadata}.get("outlet") == "Valmouth Courier"
