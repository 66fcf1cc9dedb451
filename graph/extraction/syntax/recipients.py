"""To whom is something given, where the parser makes the recipient a part of the gift: "gave Syria | weapons"?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.senses.lexicon import word_classes
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, any_of, words


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
    receiver = _between(gift, verb)
    if receiver is None or gift.lemma_.lower() in word_classes()["aid"]:
        return receiver
    # A country's own ships are "Chilean ships"; those of cities and of the US are not told apart.
    country = receiver.ent_type_ == "GPE" and not receiver.is_upper and "." not in receiver.text
    people = gift.lemma_.lower() in actor_words("generic", "people")
    return receiver if country and gift.tag_ == "NNS" and not people else None


def _between(gift: Token, verb: Token) -> Token | None:
    """The name between a verb of giving and what may be the gift."""
    if gift.dep_ != "dobj" or gift.tag_ not in ("NN", "NNS"):
        return None
    if verb.lemma_ not in any_of(words("granted", "ditransitive"), words("control", "fining")):
        return None
    if gift.left_edge.i != verb.i + 1:
        return None
    if any(c.dep_ in ("dative", "prep") and c.lower_ in ("to", "for") for t in (gift, verb) for c in children(t)):
        return None
    inside = (c for c in children(gift) if c.dep_ in ("compound", "nmod") and c.i > verb.i)
    return next((c for c in inside if c.pos_ == "PROPN" or c.lower_ in _GOVERNMENTS), None)


def recipients(verb: Token) -> list[Token]:
    """Who is or may be given something: "offered | Albania | pumps", "gave it to | Albania", "gave | Albania pumps"."""
    found = []
    for child in children(verb):
        behind = any(c.dep_ == "dobj" and c.i > child.i for c in children(verb))
        if child.dep_ == "dative":
            found += [child] if child.pos_ != "ADP" else [c for c in children(child) if c.dep_ == "pobj"]
        elif child.dep_ == "dobj" and behind:
            found.append(child)
        elif (name := _between(child, verb)) is not None:
            found.append(name)
    return found


_GOVERNMENTS = frozenset({"administration", "authorities", "government", "regime"})
