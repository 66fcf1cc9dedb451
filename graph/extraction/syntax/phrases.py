"""What hangs together in a sentence: what is coordinated, what stands in apposition, what follows a preposition."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.text import children, once_a_token


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it below it, in order."""
    found = [token]
    for child in children(token):
        if child.dep_ == "conj":
            found += conjuncts(child)
    return found


def appositions(noun: Token) -> list[Token]:
    """What stands in apposition to a noun.

    In "the French envoy and Foreign Minister Ana Lima" the name is the minister's, whoever the parser gives it to.
    """
    own = [c for c in children(noun) if c.dep_ == "appos"]
    joined = [c.i for c in children(noun) if c.dep_ == "conj"]
    found = [c for c in own if c.left_edge.i - 1 not in joined and not _names_last_place(c, noun)]
    if noun.dep_ == "conj":
        found += [c for c in children(noun.head) if c.dep_ == "appos" and c.left_edge.i - 1 == noun.i]
    return found


def _names_last_place(name: Token, noun: Token) -> bool:
    """Whether a place is the name of a noun nearer than the parser's: "captured posts near Chad's capital, Njamena"."""
    if noun.tag_ != "NNS" or name.ent_type_ != "GPE" or len(name.conjuncts) or name.left_edge.i < 2:
        return False
    nearer = name.doc[name.left_edge.i - 2]
    return nearer.tag_ == "NN" and nearer != noun and noun.is_ancestor(nearer) and name.doc[nearer.i + 1].text == ","


def objects_of_preposition(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The objects of the token's own prepositional phrases with one of these prepositions."""
    return [token.doc[i] for preposition, places in _phrases(token) if preposition in prepositions for i in places]


@once_a_token
def _phrases(token: Token) -> list[tuple[str, list[int]]]:
    """The prepositions that hang on a token, each with where its objects stand."""
    return [
        (child.lower_, [inner.i for inner in children(child) if inner.dep_ == "pobj"])
        for child in children(token)
        if child.dep_ in ("prep", "agent")
    ]
