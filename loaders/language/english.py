"""The English model, run quickly: what spaCy's pipeline gives (tags, parse, lemmas, entities) in about half its time.

Four things differ from ``nlp.pipe``, and none of them changes what comes out:

- the layers that look at a word's neighbours use numpy's product of matrices, some three times as fast as the one that
  spaCy brings. Its last bits depend on where in the matrix a row stands, so each text is computed by itself and on one
  core (``dossier`` sees to that before numpy is loaded): what comes out for a text depends on that text alone;
- the first layer sees one word by itself, so its answer for a word is kept;
- part of speech and lemma of a word follow from the word, its tag and its dependency; only paragraphs in which a rule
  of the model for several words applies go through the model's own rules;
- the entity recognizer decides for all words of a batch at once: a word outside an entity depends on no other decision,
  one inside an entity on nothing but that entity.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
BATCH_WORDS = 1_000
RULES_LOOK_AT = {"LOWER", "TAG", "DEP", "IS_SPACE"}
KEPT_WORDS = 40_000  # of which answers are kept; beyond it all are dropped, so that memory stays bounded


KEPT_DOC_WORDS = 150_000  # of whole texts, some 20 MB
VARIANCE_FLOOR = np.float32(1e-8)  # as in thinc's normalization
NOTHING: Any = np.zeros((0,), dtype="f")


class EnglishModel:
    """A loaded spaCy pipeline, its parts run one after the other on batches of texts."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._tagger = _part(nlp, "tagger")
        self._parser = _part(nlp, "parser")
        words = _part(nlp, "tok2vec")
        recognizer = _part(nlp, "ner")
        self._words = _WordVectors(words.model)
        self._forms = _WordForms(nlp)
        self._entities = _Entities(recognizer)
        self._kept: OrderedDict[str, Doc] = OrderedDict()
        self._kept_words = 0

    def analyse(self, texts: Sequence[str]) -> list[Doc]:
        """Analyse each text by itself, less those that were analysed lately: copies of a story cost next to nothing."""
        new = dict.fromkeys(text for text in texts if text not in self._kept)
        fresh = dict(zip(new, self._analyse_new(new), strict=True))
        docs = []
        for text in texts:
            doc = fresh.pop(text, None)
            if doc is None:
                doc = self._kept[text].copy()
            else:
                self._kept[text] = doc
                self._kept_words += len(doc)
            self._kept.move_to_end(text)
            docs.append(doc)
        while self._kept_words > KEPT_DOC_WORDS:
            self._kept_words -= len(self._kept.popitem(last=False)[1])
        return docs

    def _analyse_new(self, texts: Iterable[str]) -> Iterator[Doc]:
        waiting = map(self.nlp.make_doc, texts)
        while batch := list(_take_words(waiting, BATCH_WORDS)):
            if docs := [doc for doc in batch if len(doc)]:
                self._analyse_batch(docs)
            yield from batch

    def _analyse_batch(self, docs: list[Doc]) -> None:
        vectors: Any
        for doc, vectors in zip(docs, self._words.compute(docs), strict=True):
            doc.tensor = vectors  # where tagger and parser look for it, and nobody else
        self._tagger.set_annotations(docs, self._tagger.predict(docs))
        self._parser.set_annotations(docs, self._parser.predict(docs))
        for doc in docs:
            doc.tensor = NOTHING
        self._forms.set(docs)
        self._entities.set(docs)


def _take_words(docs: Iterator[Doc], words: int) -> Iterator[Doc]:
    taken = 0
    while taken < words and (doc := next(docs, None)) is not None:
        taken += len(doc)
        yield doc


class _WordVectors:
    """A word-to-vector network: a first layer that sees single words, then layers that see their neighbours."""

    def __init__(self, model: Any) -> None:
        self._single, neighbours = model.layers
        self._pad: int = neighbours.attrs["pad"]
        self._layers = [_WindowLayer(residual.layers[0]) for residual in neighbours.layers[0].layers]
        self._row_of: dict[tuple[int, int, int], int] = {}
        self._rows: Floats | None = None

    def compute(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of the words of each doc."""
        keys = [[(o, n, s) for o, n, s in doc.to_array(["ORTH", "NORM", "SPACY"]).tolist()] for doc in docs]
        rows = self._rows
        if rows is None or len(rows) > KEPT_WORDS:
            self._row_of, rows = {}, None
        if new := sorted({key for words in keys for key in words if key not in self._row_of}):
            vocab = docs[0].vocab
            listed = Doc(vocab, words=[vocab.strings[orth] for orth, _, _ in new], spaces=[bool(s) for _, _, s in new])
            _set(listed, ["NORM"], np.array([[norm] for _, norm, _ in new], dtype=np.uint64))
            (answers,) = self._single.predict([listed])
            start = 0 if rows is None else len(rows)
            rows = answers if rows is None else np.concatenate([rows, answers])
            self._row_of.update((key, at) for at, key in enumerate(new, start))
        assert rows is not None  # docs have words
        self._rows = rows
        return [self._among_neighbours(rows[[self._row_of[key] for key in words]]) for words in keys]

    def _among_neighbours(self, vectors: Floats) -> Floats:
        padded = np.zeros((len(vectors) + 2 * self._pad, vectors.shape[1]), dtype="f")
        padded[self._pad : -self._pad] = vectors
        for layer in self._layers:
            padded += layer.compute(padded)
        return padded[self._pad : -self._pad]


class _WindowLayer:
    """A layer that sees a word and those beside it: a product, the greatest of its pieces, brought to one scale."""

    def __init__(self, layer: Any) -> None:
        window, maxout, norm = (_only(layer, name) for name in ("expand_window", "maxout", "layernorm"))
        weights = maxout.get_param("W")  # outputs, pieces, inputs
        outputs, self._pieces, inputs = weights.shape
        if window.attrs["window_size"] != 1:
            raise ValueError("the networks of this model are of another make")
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)
        self._bias = np.ascontiguousarray(maxout.get_param("b").T.reshape(-1))
        self._width = outputs
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def compute(self, vectors: Floats) -> Floats:
        """What the layer makes of a text's vectors."""
        width = self._width
        seen = np.zeros((len(vectors), 3 * width), dtype="f")  # the word before, the word, the word behind
        seen[1:, :width] = vectors[:-1]
        seen[:, width : 2 * width] = vectors
        seen[:-1, 2 * width :] = vectors[1:]
        pieces = seen @ self._weights
        pieces += self._bias
        made: Floats = pieces[:, :width]
        for piece in range(1, self._pieces):
            np.maximum(made, pieces[:, piece * width : (piece + 1) * width], out=made)
        made -= made.mean(axis=1, keepdims=True)
        made *= 1 / np.sqrt(np.einsum("ij,ij->i", made, made)[:, None] / width + VARIANCE_FLOOR)
        made *= self._scale
        made += self._shift
        return made


class _WordForms:
    """Part of speech, morphology and lemma, as the rules and the lemmatizer of the model set them."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._ruler = _part(nlp, "attribute_ruler")
        self._lemmatizer = _part(nlp, "lemmatizer")
        # The lemmatizer looks whether a form is in these lists of up to 57,000 words, again and again.
        known_words = self._lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(known_words):
            known_words[part_of_speech] = frozenset(known_words[part_of_speech])
        self._set_by_rules: dict[tuple[int, int, int], tuple[int, int, int]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}
        patterns: list[list[dict[str, Any]]]
        patterns = [pattern for rule in self._ruler.patterns for pattern in rule["patterns"]]
        if strange := {name for pattern in patterns for part in pattern for name in part} - RULES_LOOK_AT:
            raise ValueError(f"the rules of this model look at {', '.join(sorted(strange))}")
        self._over_several = Matcher(nlp.vocab)
        self._over_several.add("several", [*(p for p in patterns if len(p) > 1), [{"IS_SPACE": True}]])
        self._on_words = Matcher(nlp.vocab)
        self._on_words.add("words", [[{"LOWER": part["LOWER"]}] for p in patterns for part in p if "LOWER" in part])
        self._named: dict[int, int] = {}  # lower-case words; 0 for those that no rule names

    def set(self, docs: Sequence[Doc]) -> None:
        """Set them for all words of tagged and parsed docs."""
        for kept in (self._set_by_rules, self._lemmas, self._named):
            if len(kept) > KEPT_WORDS:
                kept.clear()
        alone = []
        for doc in docs:
            if self._over_several(doc):
                self._lemmatizer(self._ruler(doc))
            else:
                alone.append(doc)
        if alone:
            self._set_alone(alone)

    def _set_alone(self, docs: Sequence[Doc]) -> None:
        words = np.concatenate([doc.to_array(["ORTH", "LOWER", "TAG", "DEP"]) for doc in docs]).tolist()
        self._learn_named({lower for _, lower, _, _ in words if lower not in self._named})
        keys = [(self._named[lower], tag, dep) for _, lower, tag, dep in words]
        self._learn_rules(sorted({key for key in keys if key not in self._set_by_rules}))
        ruled = [self._set_by_rules[key] for key in keys]
        said = [(word[0], *form) for word, form in zip(words, ruled, strict=True)]
        unsaid = {(orth, pos, morph) for orth, pos, morph, lemma in said if not lemma}
        self._learn_lemmas(sorted(unsaid - self._lemmas.keys()))
        lemmas = self._lemmas
        forms = np.array(
            [(pos, morph, lemma or lemmas[orth, pos, morph]) for orth, pos, morph, lemma in said], "uint64"
        )
        start = 0
        for doc in docs:
            _set(doc, ["POS", "MORPH", "LEMMA"], forms[start : start + len(doc)])
            start += len(doc)

    def _learn_named(self, new: Set[int]) -> None:
        """Which of these words do rules name?"""
        if new:
            doc = Doc(self._vocab, words=[self._vocab.strings[lower] for lower in sorted(new)])
            named = {start for _, start, _ in self._on_words(doc)}
            self._named.update((lower, lower if at in named else 0) for at, lower in enumerate(sorted(new)))

    def _learn_rules(self, new: Sequence[tuple[int, int, int]]) -> None:
        """What do rules set for a word with this tag and dependency? Commas between them part the words."""
        strings = self._vocab.strings
        comma = strings.add(","), strings.add(","), strings.add("punct")
        listed = [key for word in new for key in (word, comma)]
        if listed:
            doc = Doc(self._vocab, words=[strings[lower] if lower else "," for lower, _, _ in listed])
            _set(doc, ["TAG", "DEP"], np.array([key[1:] for key in listed], dtype=np.uint64))
            found = self._ruler(doc).to_array(["POS", "MORPH", "LEMMA"])[::2].tolist()
            self._set_by_rules.update(zip(new, map(tuple, found), strict=True))

    def _learn_lemmas(self, new: Sequence[tuple[int, int, int]]) -> None:
        if new:
            doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in new])
            _set(doc, ["POS", "MORPH"], np.array([key[1:] for key in new], dtype=np.uint64))
            self._lemmas.update(zip(new, self._lemmatizer(doc).to_array(["LEMMA"]).ravel().tolist(), strict=True))


class _Entities:
    """The entity recognizer: a word begins (B), continues (I), ends (L) or is (U) an entity, or is outside (O)."""

    def __init__(self, recognizer: Any) -> None:
        words, _, self._linear = recognizer.model.layers[0].layers
        self._words = _WordVectors(words)
        self._features, self._scores = recognizer.model.layers[1:]
        self._bias: Floats = self._features.get_param("b")
        names: list[str] = [recognizer.moves.get_class_name(at) for at in range(recognizer.moves.n_moves)]
        if recognizer.model.attrs["unseen_classes"] or self._features.get_dim("nF") != 3:
            raise ValueError("the entity recognizer of this model is of another make")
        self._labels = [name[2:] for name in names]
        self._kinds = np.array([name[0] if name != "U-" else "" for name in names])  # "U-" blocks what was set before
        number = {name: at for at, name in enumerate(names)}
        self._going_on = np.array([number.get(f"I-{label}", -1) for label in self._labels])
        self._ending = np.array([number.get(f"L-{label}", -1) for label in self._labels])

    def set(self, docs: Sequence[Doc]) -> None:
        """Set the entities of parsed docs."""
        states = self._linear.predict(np.concatenate(self._words.compute(docs)))
        # Row 0 stands for no word, the others for the words; each as the next, as an entity's first, as the one before.
        features: Floats = self._features.predict(states)
        facts = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        ends = np.cumsum([len(doc) for doc in docs])
        stops = np.append(facts[1:, 0] == 1, True)  # no entity goes on behind: a sentence begins there, or nothing
        stops[ends - 1] = True
        moves = self._decide_outside(features, stops, facts[:, 1] == 1)
        lasts = self._find_lasts(features, stops, moves)
        start = 0
        for doc, end in zip(docs, ends.tolist(), strict=True):
            doc.set_ents(list(self._spans(doc, moves[start:end].tolist(), (lasts[start:end] - start).tolist())))
            start = end

    def _decide_outside(self, features: Floats, stops: Flags, blank: Flags) -> Numbers:
        """The move of each word if no entity is open at it."""
        scores = self._score(features[1:, 0] + features[0, 1] + features[0, 2])
        scores[:, ~np.isin(self._kinds, ["B", "U", "O"])] = -np.inf
        scores[np.ix_(stops, self._kinds == "B")] = -np.inf
        scores[np.ix_(blank, self._kinds != "O")] = -np.inf
        moves: Numbers = scores.argmax(axis=1)
        return moves

    def _find_lasts(self, features: Floats, stops: Flags, moves: Numbers) -> Numbers:
        """Of each word that would begin an entity, the entity's last word; of the others the word itself."""
        lasts = np.arange(len(moves))
        first = np.flatnonzero(self._kinds[moves] == "B")
        at = first + 1
        while len(first):
            scores = self._score(features[1 + at, 0] + features[1 + first, 1] + features[at, 2])
            rows, going_on, ending = np.arange(len(first)), self._going_on[moves[first]], self._ending[moves[first]]
            goes_on = ~stops[at] & (scores[rows, going_on] > scores[rows, ending])
            lasts[first[~goes_on]] = at[~goes_on]
            first, at = first[goes_on], at[goes_on] + 1
        return lasts

    def _score(self, sums: Floats) -> Floats:
        scores: Floats = self._scores.predict((sums + self._bias).max(axis=2))
        return scores

    def _spans(self, doc: Doc, moves: list[int], lasts: list[int]) -> Iterator[Span]:
        begins_one = [kind in "BU" for kind in self._kinds[moves].tolist()]
        at = 0
        while at < len(moves):
            if begins_one[at]:
                yield Span(doc, at, lasts[at] + 1, label=self._labels[moves[at]])
            at = lasts[at] + 1


def _part(nlp: Language, name: str) -> Any:
    """A part of the pipeline; what each has of its own is not in the types of spaCy."""
    return nlp.get_pipe(name)


def _set(doc: Doc, attributes: list[Any], values: Any) -> None:
    doc.from_array(attributes, values)


def _only(model: Any, name: str) -> Any:
    """The one layer of that name inside a layer."""
    (found,) = [layer for layer in model.walk() if layer.name == name]
    return found
