"""What is sent, and where does it go: the things that are moved, and the prepositions inside them that say where?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import any_of, words

_HOME = frozenset({"away", "back", "home", "packing"})
_WAYS = frozenset({"to", "from", "into", "back"})


def is_instrument(noun: Token, verb: Token, arguments: Arguments) -> bool:
    """Whether somebody sends or moves these, so that they are not who is meant: "mobilised troops"."""
    giving = verb.lemma_ in words("granted", "ditransitive")
    # "offered Chad's army to Mali", "lent Chad a battalion"
    lent = any(c.dep_ == "dative" and (giving or c.pos_ == "ADP") for c in children(verb))
    if noun.dep_ not in ("dobj", "nsubjpass") or not (lent or verb.lemma_ in words("transfer", "senders")):
        return False
    counted = objects_of_preposition(noun, ("of",)) if noun.lemma_ in words("partitives", "nouns") else []
    if any(c.lower_ in _HOME for c in children(verb)) and any(_is_of_others(t, arguments) for t in counted or [noun]):
        return False  # "sent home three Chadian diplomats"
    return any(
        t.lemma_.lower() in words("transfer", "instruments") and not arguments.named(t) for t in counted or [noun]
    )


def _is_of_others(people: Token, arguments: Arguments) -> bool:
    """Whether people are told to be of a country or body by a name, rather than to be the sender's."""
    whose = [a for a, _ in arguments.attributes(people)] or [a for a in arguments.at(people) if arguments.country(a)]
    return bool(whose) and all(a.form != "pronoun" for a in whose)


def ways(verb: Token, thing: Token) -> list[Token]:
    """The prepositions inside what is sent that say where it goes.

    The last one counts however deep it hangs ("a mask stolen from a temple to Nepal") where the verb has none of its
    own, unless a verb of motion needs it for itself ("people who fled to Chad").
    """
    inside = [t for t in thing.subtree if t.dep_ == "prep" and t.lower_ in _WAYS and t.i > thing.i]
    near = [t for t in inside if t.head == thing or t.head.head.head == thing]
    if near or any(t.dep_ in ("prep", "dative") and t.lower_ in _WAYS for t in children(verb)):
        return near
    moving = any_of(words("transfer", "verbs"), words("motion", "verbs"))
    deep = [t for t in inside[-1:] if t.lower_ == "to"]  # but not "envoys whom it linked | to a murder"
    return [t for t in deep if not any(_is_done_by_others(a) or a.lemma_ in moving for a in _up_to(t, thing))]


def _is_done_by_others(clause: Token) -> bool:
    """Whether a clause tells what somebody else does with a thing."""
    return clause.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in children(clause))


def _up_to(token: Token, top: Token) -> list[Token]:
    found = []
    while token != top:
        token = token.head
        found.append(token)
    return found[:-1]
