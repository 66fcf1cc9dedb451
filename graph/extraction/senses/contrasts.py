"""Which of two that are set against each other is denied: "to elders, | not to Keita", "not Chad | but Mali"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.tokens import children, lower_words

_JOINTS = frozenset({",", "and", "but", "-", "–", "--"})
_BEGINNING = frozenset({"ADP", "DET", "NOUN", "NUM", "PRON", "PROPN"})  # what a phrase begins with, and no clause
_DEGREES = frozenset({"all", "because", "even", "every", "just", "long", "many", "much", "once", "only", "without"})
_HELD = frozenset({"dobj", "pobj", "conj", "appos", "dative", "attr", "nmod"})


def denies_only_next(word: Token) -> bool:
    """Whether a "not" denies the phrase behind it and nothing before: "surrendered to elders, not to Keita".

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> doc = Doc(
    ...     spacy.blank("en").vocab,
    ...     words="went to Chad , not to Mali and did not fight".split(),
    ...     pos="VERB ADP PROPN PUNCT PART ADP PROPN CCONJ AUX PART VERB".split(),
    ... )
    >>> [denies_only_next(token) for token in doc if token.text == "not"]
    [True, False]
    """
    words, i = lower_words(word.doc), word.i
    if words[i] != "not" or i == 0 or i + 1 >= len(words):
        return False
    following = word.doc[i + 1]
    if following.pos_ not in _BEGINNING or following.lower_ in _DEGREES or following.tag_ == "TO":
        return False
    return words[i - 1] in _JOINTS or _has_but_behind(word)


def is_denied(target: Token) -> bool:
    """Whether a "not" stands right before the phrase of a target, and denies that alone."""
    start = _start(target)
    return start > 0 and denies_only_next(target.doc[start - 1])


def is_meant_instead(target: Token) -> bool:
    """Whether a target is named in the place of one that is denied: "did not blame Chad | but Mali"."""
    start, words = _start(target), lower_words(target.doc)
    if start < 2 or words[start - 1] != "but" or target.dep_ not in _HELD:
        return False
    first = _phrase(target).head
    verb = next((t for t in (first, *first.ancestors) if t.pos_ == "VERB"), None)
    if verb is None or verb.i > target.i:
        return False
    denied = [c for c in children(verb) if c.dep_ == "neg" and c.i < start]
    return bool(denied) and not any(words[i] in ("only", "just") for i in range(denied[-1].i, start))


def _phrase(target: Token) -> Token:
    """The head of a target's phrase, with the preposition that it stands behind."""
    return target.head if target.dep_ == "pobj" and target.head.pos_ == "ADP" else target


def _start(target: Token) -> int:
    """Where the phrase of a target starts."""
    start = min(_phrase(target).i, target.left_edge.i)
    return start + 1 if target.doc[start].lower_ == "not" else start


def _has_but_behind(word: Token) -> bool:
    """Whether "but" and the same again follow a "not" right behind its verb: "left | not for Mali but for Chad"."""
    if word.head.i != word.i - 1 or word.head.pos_ != "VERB":
        return False
    behind = word.doc[word.i + 1 : word.sent.end]
    again = (t for t in behind[1:] if t.lower_ == behind[0].lower_)
    return any(t.nbor(-1).lower_ == "but" for t in again)
