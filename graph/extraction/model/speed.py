"""What makes the model itself read faster and say the same (`python -m benchmarks.build` compares token by token).

spaCy multiplies matrices with BLIS; the BLAS that comes with numpy does it in less time on machines
that were measured, if it keeps to one thread. Its layers that turn words into vectors do so anew wherever
a word comes again (see `graph.extraction.model.embedding`), and those that look at the words around each go
through a whole batch step by step (`.encoding`). Its rules are tried anew on each token (`.rules`). And its
entity recognizer asks each of 74 actions about each token (`.entities`).
"""

from __future__ import annotations

import functools
from typing import Any

from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from graph.extraction.model import entities, rules
from graph.extraction.model.embedding import embed_words_once
from graph.extraction.model.encoding import encode_in_blocks

# A component of spaCy's, the one of ours that says the same, and whether it does.
_QUICKER = (
    ("attribute_ruler", "whowhom_attributes", rules.suits_rules),
    ("lemmatizer", "whowhom_lemmas", rules.suits_lemmas),
    ("ner", "whowhom_entities", entities.suits),
)


def quicken(nlp: Language) -> Language:
    """Make a pipeline faster, with the same output; other pipelines of the process are left as they are."""
    plain = OneThread(use_blis=False)
    for model in (getattr(component, "model", None) for _, component in nlp.components):
        if model is None:
            continue
        for node in model.walk():
            if type(node.ops) is NumpyOps:  # a graphics card, or Apple's own library, is left alone
                node.ops = plain
        embed_words_once(model)
        encode_in_blocks(model)
    for name, quick, suits in _QUICKER:
        if suits(nlp):
            nlp.add_pipe(quick, before=name)
            nlp.disable_pipe(name)
    return nlp


class OneThread(NumpyOps):  # type: ignore[misc]
    """Operations that multiply matrices with numpy's BLAS, in one thread.

    They are so small that more threads would mostly wait, and keep a processor busy with it.
    """

    def gemm(self, *args: Any, **kwargs: Any) -> Any:
        """The product of two matrices; everything else that the process computes keeps its threads."""
        with _libraries().limit(limits=1, user_api="blas"):
            return super().gemm(*args, **kwargs)


@functools.cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
