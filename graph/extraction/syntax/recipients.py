"""To whom is something given, where the parser makes the recipient a part of the gift: "gave Syria | weapons"?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.senses.lexicon import word_classes
from graph.extraction.text import children
from graph.extraction.wordlists import words


def taken_for_owner(gift: Token, verb: Token) -> Token | None:
    """The noun that stands between a verb of giving and the gift, without a preposition.

    Parameters
    ----------
    gift : Token
        A child of the verb.
    verb : Token

    Returns
    -------
    Token or None
        None where it only says whose the gift is, as where somebody else gets it: "gave US weapons to Mali".
    """
    ditransitive = words("granted", "ditransitive") | words("control", "fining")
    if gift.dep_ != "dobj" or verb.lemma_ not in ditransitive or gift.tag_ not in ("NN", "NNS"):
        return None
    if gift.left_edge.i != verb.i + 1 or gift.lemma_.lower() not in word_classes()["aid"]:
        return None
    if any(c.dep_ in ("dative", "prep") and c.lower_ in ("to", "for") for t in (gift, verb) for c in children(t)):
        return None
    inside = (c for c in children(gift) if c.dep_ in ("compound", "nmod") and c.i > verb.i)
    return next((c for c in inside if c.pos_ == "PROPN" or c.lower_ in _GOVERNMENTS), None)


_GOVERNMENTS = frozenset({"administration", "authorities", "government", "regime"})
