"""What makes the model itself read faster and say the same (`python -m benchmarks.build` compares token by token).

spaCy multiplies matrices with BLIS; the BLAS that comes with numpy does it in less time on machines
that were measured, if it keeps to one thread. Its attribute ruler tries each of 180 patterns on each
token, though nearly all of them ask for a tag, a word and a label only, and so for what they said of
these the last time. Its layers that turn words into vectors do so anew wherever a word comes again (see
`graph.extraction.model.embedding`). And its entity recognizer asks each of 74 actions about each token (see
`graph.extraction.model.entities`).
"""

from __future__ import annotations

import functools
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from graph.extraction.model import entities
from graph.extraction.model.embedding import embed_words_once

_ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})  # told by the three attributes that answers are kept by
_KEPT = 20_000  # answers, so that memory does not grow with the corpus
Match = tuple[int, int, int, int]


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
    if nlp.has_pipe("attribute_ruler"):
        ruler: Any = nlp.get_pipe("attribute_ruler")
        ruler.match = RememberedMatches(ruler)
    if entities.suits(nlp):
        nlp.add_pipe("whowhom_entities", before="ner")
        nlp.disable_pipe("ner")
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


class RememberedMatches:
    """What `AttributeRuler.match` finds, looked up where it was found before.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> ruler = nlp.add_pipe("attribute_ruler")
    >>> ruler.add([[{"LOWER": "arms"}]], {"TAG": "NNS"})
    >>> doc = nlp.make_doc("Arms for arms")
    >>> RememberedMatches(ruler)(doc) == ruler.match(doc)
    True
    """

    def __init__(self, ruler: Any) -> None:
        self.vocab = ruler.vocab
        self.of_tokens, self.others = Matcher(self.vocab), Matcher(self.vocab)
        for number, entry in enumerate(ruler.patterns):
            for pattern in entry["patterns"]:
                alone = len(pattern) == 1 and pattern[0].keys() <= _ASKED
                (self.of_tokens if alone else self.others).add(str(number), [pattern])
        self.found: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        """The number and name of each rule with the tokens it is for, later rules last."""
        matches = self._matches(self.others, doc)
        for place, key in enumerate(map(tuple, doc.to_array(["TAG", "LOWER", "DEP"]).tolist())):
            rules = self.found.get(key)
            if rules is None:
                rules = self._remember(key)
            matches += [(number, name, place, place + 1) for number, name in rules]
        return sorted(matches)

    def _remember(self, key: tuple[int, ...]) -> list[tuple[int, int]]:
        if len(self.found) >= _KEPT:
            self.found.clear()
        tag, lower, label = (self.vocab.strings[value] for value in key)
        token = Doc(self.vocab, words=[lower], tags=[tag], deps=[label], heads=[0])
        self.found[key] = [match[:2] for match in self._matches(self.of_tokens, token)]
        return self.found[key]

    def _matches(self, matcher: Matcher, doc: Doc) -> list[Match]:
        found = matcher(doc, allow_missing=True) if len(matcher) else []  # an empty one warns
        return [(int(self.vocab.strings[name]), name, start, end) for name, start, end in found]
