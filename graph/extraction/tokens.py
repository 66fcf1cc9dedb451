"""What is asked of the tokens of a Doc again and again, looked up once: small letters, children, sentences."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeVar

from spacy.tokens import Doc, Token

Told = TypeVar("Told")

POSSESSIVE = frozenset({"'s", "'"})

# Where a Doc keeps what was found, in its `user_data`.
_OURS = "whowhom "
_LOWER = "lower words of whowhom"  # `forget` leaves them
_STARTS = f"{_OURS}sentence starts"
_CHILDREN = f"{_OURS}children"


def lower_words(doc: Doc) -> list[str]:
    """Every token of a Doc in lower case, looked up once: a token looks its letters up each time it is asked.

    >>> import spacy
    >>> lower_words(spacy.blank("en")("Chad left."))
    ['chad', 'left', '.']
    """
    kept: dict[str, list[str]] = doc.user_data
    if _LOWER not in kept:
        kept[_LOWER] = [token.lower_ for token in doc]
    return kept[_LOWER]


def sentence_starts(doc: Doc) -> list[int]:
    """Where the sentence of every token of a parsed Doc starts, found once: a token looks for its sentence when asked.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("sentencizer")
    >>> sentence_starts(nlp("Chad left. Why?"))
    [0, 0, 0, 3, 3]
    """
    kept: dict[str, list[int]] = doc.user_data
    if _STARTS not in kept:
        kept[_STARTS] = [sentence.start for sentence in doc.sents for _ in range(len(sentence))]
    return kept[_STARTS]


def children(token: Token) -> Sequence[Token]:
    """What hangs on a token of a parsed Doc, in order; found once a Doc, where a token goes through its sentence.

    What is found keeps the Doc alive, until `forget`.

    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Chad", "left", "."], heads=[1, 1, 1], deps=["nsubj", "ROOT", "punct"])
    >>> children(doc[1])
    [Chad, .]
    """
    kept: dict[str, list[list[Token]]] = token.doc.user_data
    found = kept.get(_CHILDREN)
    if found is None:
        found = kept[_CHILDREN] = [[] for _ in token.doc]
        for each, offset in zip(token.doc, token.doc.to_array("HEAD").astype("int64").tolist(), strict=True):
            if offset:
                found[each.i + offset].append(each)
    return found[token.i]


def forget(doc: Doc) -> None:
    """Let go of all that was found of a Doc: once its tree is mended, and when nobody will ask again.

    Kept tokens would keep the Doc alive. Who asks again finds it anew; the words in lower case stay, which no mending
    changes.

    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Chad", "left"], heads=[1, 1], deps=["nsubj", "ROOT"])
    >>> _ = children(doc[1])
    >>> forget(doc)
    >>> doc.user_data
    {}
    """
    for key in [key for key in doc.user_data if isinstance(key, str) and key.startswith(_OURS)]:
        del doc.user_data[key]


def once_a_token(says: Callable[[Token], Told]) -> Callable[[Token], Told]:
    """Ask a function of the parse alone once about each token of a Doc, until `forget`.

    >>> import spacy
    >>> asked = []
    >>> ask = once_a_token(lambda token: asked.append(token.i))
    >>> doc = spacy.blank("en")("Chad left.")
    >>> [ask(doc[0]), ask(doc[0]), ask(doc[1])] and asked
    [0, 1]
    """

    @functools.wraps(says)
    def told(token: Token) -> Told:
        known: dict[int, Told] | None = token.doc.user_data.get(key)
        if known is None:
            known = token.doc.user_data[key] = {}
        place = token.i
        if place not in known:
            known[place] = says(token)
        return known[place]

    key = f"{_OURS}{says.__module__} {says.__qualname__}"
    return told


def positions_of(doc: Doc, words: Container[str]) -> list[int]:
    """Where one of these words stands in a tagged Doc, and every plural, also one taken for a verb."""
    plurals = {doc.vocab.strings[tag] for tag in ("NNS", "NNPS", "VBZ")}
    pairs = zip(lower_words(doc), _values(doc, "TAG"), strict=True)
    return [i for i, (word, tag) in enumerate(pairs) if word in words or tag in plurals]


def having(doc: Doc, attribute: str, values: Iterable[str]) -> list[Token]:
    """The tokens with one of these values of an attribute, found without making the others; looked up until `forget`.

    >>> import spacy
    >>> having(spacy.blank("en")("Chad left, and Mali left."), "LOWER", ("left", "went"))
    [left, left]
    """
    asked = {doc.vocab.strings[value] for value in values}
    return [doc[i] for i, value in enumerate(_values(doc, attribute)) if value in asked]


def _values(doc: Doc, attribute: str) -> list[int]:
    """An attribute of all tokens, looked up once."""
    kept: dict[str, list[int]] = doc.user_data
    key = f"{_OURS}{attribute}"
    if key not in kept:
        kept[key] = doc.to_array(attribute).tolist()
    return kept[key]
