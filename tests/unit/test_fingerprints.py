"""Fingerprints are the same for the same words, wherever and however they are printed."""

from __future__ import annotations

from dossier.ids import IdMaker
from dossier.language.analysis import Article, Block, analyse_blocks
from dossier.language.fingerprints import hash_words, normalise_word, read_fingerprints

WORDS = "the ferry sank in calm water an hour after it had left the island with ninety people and four lorries on board"


def article(text: str, kind: str = "paragraph") -> Article:
    return Article(
        document_id="doc1",
        article_id="art1",
        article_number=1,
        is_main=True,
        text=text,
        headline=None,
        outlet_as_written=None,
        paragraphs=analyse_blocks(text, [Block(0, len(text), kind)]),
        ids=IdMaker("doc1"),
    )


def test_case_punctuation_and_line_breaks_do_not_change_a_fingerprint() -> None:
    plain = read_fingerprints(article(WORDS))
    printed = read_fingerprints(article(WORDS.upper().replace(" WATER ", " WATER,\n") + "."))
    assert plain and [row.shingle_hash for row in plain] == [row.shingle_hash for row in printed]


def test_kept_hashes_are_divisible_by_eight_and_span_five_words() -> None:
    for row in read_fingerprints(article(WORDS)):
        words = WORDS[row.start_char : row.end_char]
        assert row.shingle_hash % 8 == 0 and row.shingle_hash == hash_words(words) and len(words.split()) == 5


def test_hashes_never_change() -> None:
    assert hash_words("an hour after it had") == 5544509293264053764
    assert normalise_word("Élysée") == "elysee"


def test_headlines_and_captions_leave_no_fingerprint() -> None:
    assert not read_fingerprints(article(WORDS, "headline")) and not read_fingerprints(article(WORDS, "caption"))
