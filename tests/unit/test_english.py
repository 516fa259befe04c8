"""The quick way through the model gives what spaCy's own pipeline gives, however its texts are batched."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from dossier.language import english
from dossier.language.analysis import load_model
from dossier.language.english import EnglishModel

TEXTS = [
    "The Ministry of Transport in Oslo said on Monday that three ferries came from Stena Line for $41.5 million.",
    "“We can’t wait,” Marta Lind told reporters; “we’ll vote tomorrow and they’re gonna lose.”",
    "There were 12,400 people at the Estadio Monumental in Buenos Aires when it collapsed at 9.40 p.m. on 3 May 2019.",
    "",
    "Sales fell.",
    "Don't you think it's odd that he'd let's say got to leave? Y'all ain't coming, c'mon!",
    "Dr. Akua Mensah, who leads the WHO's office for West Africa, found the vaccine's cold chain broken last year.",
    "Police found the court had found that founders found it hard to found a firm in Lagos, Nigeria and Accra.",
    "The Bank of Japan, the European Central Bank and the U.S. Federal Reserve all held rates, Reuters reported.",
    "a b c d e f g",
    "Storm Eunice killed at least nine in England, Ireland and the Netherlands; 1.3 million homes lost power.",
    "Mr Justice Roth fined Aurelia Foods Ltd £2m under the Competition Act 1998. Shares (LSE: AUR) lost 4 percent.",
]


def rows(doc: Doc) -> list[tuple[Any, ...]]:
    """All that the readers look at in a doc."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start)
        for t in doc
    ]


@pytest.mark.parametrize("batch_words", [1, 40, 10_000])
def test_it_gives_what_the_stock_pipeline_gives_at_every_batch_size(
    batch_words: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = load_model.__wrapped__()
    expected = [rows(doc) for doc in stock.pipe(TEXTS)]
    monkeypatch.setattr(english, "BATCH_WORDS", batch_words)
    monkeypatch.setattr(english, "KEPT_WORDS", 30)  # what is kept is dropped in between
    quick = EnglishModel(load_model.__wrapped__())
    assert [rows(doc) for doc in quick.analyse(TEXTS)] == expected
