"""Who did what somebody is blamed for? "The killing of Ana Lima was blamed on rebels" says that they did it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.factuality import factuality
from graph.extraction.statements.statements import CHARGE, Statement, pair_up
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.syntax.reach import below_noun
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def blamed(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """The deeds laid at somebody's door, each against whom it was done.

    Parameters
    ----------
    verb : Token
        The verb of blaming or attributing, active or passive.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    preposition = next((way for way in ("on", "to") if verb.lemma_ in words("blaming", way)), None)
    if preposition is None or factuality(verb) != "asserted":
        return
    for deed in (c for c in children(verb) if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"):
        laid = [p for p in (*children(verb), *children(deed)) if p.dep_ == "prep" and p.lower_ == preposition]
        culprits = [t for p in laid[:1] for c in children(p) if c.dep_ == "pobj" for t in conjuncts(c)]
        sources = [a for t in culprits for a in arguments.of(t, products=False)]
        names = {a.actor for a in sources}
        reached = [(a, chain) for a, chain in below_noun(deed, arguments) if a.actor not in names]
        for source in sources if reached else ():
            yield from (s for s in pair_up(deed, source, reached, CHARGE) if s.sense.polarity == "hostile")
