"""Which country is "its northern neighbour"? The one that a text names and that has a border with it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.tokens import children
from graph.extraction.wordlists import read_data

_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_FAR_MORE = 3  # as many times one has to be named as another neighbour, for it to be meant


def neighbour(noun: Token, known: Antecedents) -> str | None:
    """The only neighbour of a country that a text has named before, or the one it names far more than others.

    Parameters
    ----------
    noun : Token
    known : Antecedents
    """
    if noun.lemma_.lower() not in _NEIGHBOURS or noun.tag_ != "NN" or noun.dep_ in ("appos", "attr"):
        return None
    owners = known.owners_of(noun)
    states = {state for owner in owners if (state := known.state(owner)) is not None}
    if len(states) != 1 or any(c.dep_ == "appos" for c in children(noun)) or known.name_at(noun.i + 1) is not None:
        return None
    near = _borders().get(states.pop(), frozenset())
    ranked = [(state, times) for state, times in known.states_named(noun.i).most_common() if state in near]
    clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= _FAR_MORE * ranked[1][1])
    return ranked[0][0] if clear else None


@functools.cache
def _borders() -> Mapping[str, frozenset[str]]:
    """Each country of data/borders.toml with those it has a border with."""
    found: dict[str, set[str]] = {}
    for country, others in read_data("borders").items():
        for other in others:
            found.setdefault(country, set()).add(other)
            found.setdefault(other, set()).add(country)
    return {country: frozenset(others) for country, others in found.items()}
