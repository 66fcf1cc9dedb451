"""What makes the model itself read faster and say the same.

spaCy multiplies matrices with BLIS; the BLAS that comes with numpy does it in a third less time on
the machines that were measured, and the model reads the same out of its results (`python -m
benchmarks.build` compares both, token by token).
"""

from __future__ import annotations

from spacy.language import Language
from thinc.api import NumpyOps


def quicken(nlp: Language) -> Language:
    """Let a pipeline multiply with numpy's BLAS; other pipelines of the process are left as they are."""
    plain = NumpyOps(use_blis=False)
    for _, component in nlp.components:
        for node in getattr(getattr(component, "model", None), "walk", list)():
            if type(node.ops) is NumpyOps:  # a graphics card, or Apple's own library, is left alone
                node.ops = plain
    return nlp
