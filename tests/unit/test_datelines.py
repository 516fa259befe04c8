"""Datelines: what is printed before the first sentence, and what only looks like it."""

from __future__ import annotations

import pytest

from dossier.ids import IdMaker
from dossier.language.parts import DocumentParts, read_parts
from dossier.language.parts.datelines import country_of

SENTENCE = "Growers lost a third of the harvest to frost this spring, the farm union said."

# printed before the sentence: dateline block, place, country and upstream outlet as written
DATELINES = {
    "NEW DELHI, Aug 20 (Harbour Wire) - ": ("NEW DELHI, Aug 20 (Harbour Wire)", "NEW DELHI", "IND", "Harbour Wire"),
    "OSLO - ": ("OSLO", "OSLO", "NOR", None),
    "ROTTERDAM, March 14 - ": ("ROTTERDAM, March 14", "ROTTERDAM", "NLD", None),
    "FRANKFURT (Reuters) - ": ("FRANKFURT (Reuters)", "FRANKFURT", "DEU", "Reuters"),
    "BEIJING-- ": ("BEIJING", "BEIJING", "CHN", None),
    "GENEVA — ": ("GENEVA", "GENEVA", "CHE", None),
    "GENEVA—": ("GENEVA", "GENEVA", "CHE", None),
    "WASHINGTON/HONG KONG -- ": ("WASHINGTON/HONG KONG", "WASHINGTON/HONG KONG", None, None),
    "KYIV, Ukraine (AP) — ": ("KYIV, Ukraine (AP)", "KYIV, Ukraine", "UKR", "AP"),
    "**QUITO, Ecuador** – ": ("QUITO, Ecuador", "QUITO, Ecuador", "ECU", None),
    "SPRINGFIELD, Ill. (AP) — ": ("SPRINGFIELD, Ill. (AP)", "SPRINGFIELD, Ill.", "USA", "AP"),
    "ATLANTA, Georgia - ": ("ATLANTA, Georgia", "ATLANTA, Georgia", "USA", None),
    "LONDON, July 5, 2019 (Xinhua) -- ": ("LONDON, July 5, 2019 (Xinhua)", "LONDON", "GBR", "Xinhua"),
    "LEITH, Scotland (July 5, 2019) — ": ("LEITH, Scotland (July 5, 2019)", "LEITH, Scotland", "GBR", None),
    "Paris (AFP) – ": ("Paris (AFP)", "Paris", "FRA", "AFP"),
    "Kathmandu, Nepal – ": ("Kathmandu, Nepal", "Kathmandu, Nepal", "NPL", None),
    "Gaza City – ": ("Gaza City", "Gaza City", "PSE", None),
    "Nairobi, 3 May (IRIN) - ": ("Nairobi, 3 May (IRIN)", "Nairobi", "KEN", "IRIN"),
    "New Delhi: ": ("New Delhi", "New Delhi", "IND", None),
    "MUMBAI: ": ("MUMBAI", "MUMBAI", "IND", None),
    "(Reuters) - ": ("(Reuters)", None, None, "Reuters"),
    "April 3 (Reuters) - ": ("April 3 (Reuters)", None, None, "Reuters"),
    "Sept. 30 (UPI) -- ": ("Sept. 30 (UPI)", None, None, "UPI"),
    "LITTLE HAVEN — ": ("LITTLE HAVEN", "LITTLE HAVEN", None, None),
    "Ashford – The ": ("Ashford", "Ashford", None, None),
    "Hong Kong CNN — ": ("Hong Kong CNN", "Hong Kong", "HKG", "CNN"),
    "MOSCOW, March 3. /TASS/. ": ("MOSCOW, March 3. /TASS/", "MOSCOW", "RUS", "TASS"),
}  # fmt: skip

NO_DATELINES = (
    "Norway – long the largest producer – ",
    "UPDATE - ",
    "EXCLUSIVE: ",
    "OPEC – the cartel of producers – ",
    "Anna Holt – who farms near the coast – ",
    "The union (Growers United) - ",
    "March 14 - ",
    "Tuesday: ",
    "Maria Lund (Centre Party) and her deputy agreed. ",
    "A-levels are over. ",
    "He said: ",
    "In Oslo - ",
)


def read(text: str, **metadata: str) -> DocumentParts:
    return read_parts("doc1", text, metadata, IdMaker("doc1"))


def blocks_of(text: str, parts: DocumentParts) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start_char : b.end_char]) for b in parts.blocks[parts.articles[0].article_id]]


@pytest.mark.parametrize(("printed", "wanted"), DATELINES.items())
def test_a_dateline_is_a_block_of_its_own_before_the_sentence(
    printed: str, wanted: tuple[str, str | None, str | None, str | None]
) -> None:
    text = f"Frost ruins cherry harvest\n\n{printed}{SENTENCE}\n\nPrices rose at once. Shops asked for imports."
    parts = read(text)
    article = parts.articles[0]
    (_, dateline, paragraph) = blocks_of(text, parts)[:3]
    assert dateline == ("dateline", wanted[0])
    assert paragraph[0] == "paragraph" and paragraph[1] in (SENTENCE, f"The {SENTENCE}")
    assert (article.dateline_place, article.dateline_country_code, article.upstream_as_written) == wanted[1:]


@pytest.mark.parametrize("printed", NO_DATELINES)
def test_what_a_sentence_begins_with_stays_in_it(printed: str) -> None:
    text = f"Frost ruins cherry harvest\n\n{printed}{SENTENCE}\n\nPrices rose at once. Shops asked for imports."
    assert blocks_of(text, read(text))[1] == ("paragraph", printed + SENTENCE)


@pytest.mark.parametrize("printed", ["NAIROBI, Kenya", "NEW DELHI, India", "OSLO", "LIMA, 4 May (AFP)"])
def test_a_dateline_may_stand_alone_above_the_text(printed: str) -> None:
    text = f"Frost ruins cherry harvest\n\n{printed}\n\n{SENTENCE}\n\nPrices rose at once. Shops asked for imports."
    parts = read(text)
    assert blocks_of(text, parts)[1:3] == [("dateline", printed), ("paragraph", SENTENCE)]
    assert parts.articles[0].byline is None


def test_the_place_of_a_byline_is_no_part_of_the_names() -> None:
    text = f"Frost ruins cherry harvest\n\nBy Lea Roth in Paris\n\n{SENTENCE}"
    assert blocks_of(text, read(text))[1:3] == [("other", "By Lea Roth"), ("dateline", "Paris")]


def test_an_agency_on_its_own_page_is_no_upstream() -> None:
    text = f"Frost ruins cherry harvest\n\nLIMA (Reuters) - {SENTENCE}"
    assert read(text, outlet="Reuters").articles[0].upstream_as_written is None
    assert read(text, outlet="Bay Herald").articles[0].upstream_as_written == "Reuters"


def test_editing_credits_are_the_end_of_the_article() -> None:
    credits = "(Additional reporting by Jo Lee in Lima; Editing by Mo Karim)"
    text = f"Home\nNews\nSport\nShare\nFrost ruins cherry harvest\n{SENTENCE}\n{SENTENCE}\n{credits}\nComments"
    assert blocks_of(text, read(text))[-1] == ("other", credits)


def test_speakers_of_an_interview_are_no_places() -> None:
    text = "Talk of the day\n\nJORDAN: Were you in the team?\n\nSMITH: I was, and I am glad of it.\n\nJORDAN: Why?"
    assert {kind for kind, _ in blocks_of(text, read(text))} == {"headline", "paragraph"}


def test_a_place_has_a_country_only_where_the_reference_data_know_one() -> None:
    assert country_of("SEOUL, South Korea") == "KOR"
    assert country_of("SEOUL/BUSAN") in ("KOR", None)
    assert country_of("SEOUL and TOKYO") is None
    assert country_of("NOWHERE UPON WATER") is None
