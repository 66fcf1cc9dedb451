"""What does a large network look like? Made-up links between made-up actors, with hubs as real ones have."""

from __future__ import annotations

import random

import networkx as nx

from graph.links import RELATIONS, Actor, Factuality, Link, actor_id
from graph.network import network

_KINDS = ("country", "person", "government body", "armed group", "organisation", "party", "company", "armed force")
_FIRST = ("Ana", "Boris", "Chen", "Dalia", "Emeka", "Farid", "Greta", "Hugo", "Ines", "Jamal", "Katya", "Luis", "Mina")
_LAST = ("Abara", "Becker", "Castro", "Dlamini", "Eriksen", "Fofana", "Gomez", "Haddad", "Ivanov", "Jansen", "Keita")
_SPEAKERS = (None, None, None, "the ministry", "a spokesman", "unnamed")
_TAIL = " near the border, in a move that officials on both sides called long expected"
_A_TIE_HAS = 1.4
_A_DOCUMENT_HAS = 8


def synthetic(actors: int, ties: int, seed: int = 1) -> nx.MultiDiGraph:
    """A network with so many actors and ties; the same for the same arguments.

    Preferential attachment: each newcomer ties itself to actors in proportion to the ties they have, so
    that a few have hundreds of ties and most a handful.
    """
    chance = random.Random(seed)
    names = [f"{chance.choice(_FIRST)} {chance.choice(_LAST)} {number}" for number in range(actors)]
    pairs = _pairs(actors, ties, chance)
    links: list[Link] = []
    for a, b, polarity in pairs:
        fitting = [name for name, relation in RELATIONS.items() if relation.polarity == polarity]
        for _ in range(1 + (chance.random() < _A_TIE_HAS - 1)):
            links.append(_link(len(links), names[a], names[b], chance, fitting))
    people = [Actor(actor_id(name), name, chance.choice(_KINDS), None, {name: 3}) for name in names]
    return network(links, people)


def _pairs(actors: int, ties: int, chance: random.Random) -> list[tuple[int, int, str]]:
    """Source, target and polarity of each tie."""
    urn = [0]
    found: dict[tuple[int, int, str], None] = {}
    while len(found) < ties:
        newcomer = 1 + len(found) * (actors - 1) // ties
        # One in ten meets anybody, so that small dense networks find room for all their ties.
        other = chance.choice(urn) if chance.random() < 0.9 else chance.randrange(actors)
        ends = (newcomer, other) if chance.random() < 0.5 else (other, newcomer)
        tie = (*ends, chance.choice(("cooperative", "hostile", "hostile", "cooperative", "neutral")))
        if newcomer != other and tie not in found:
            found[tie] = None
            urn += [newcomer, other]
    return list(found)


def _link(number: int, source: str, target: str, chance: random.Random, fitting: list[str]) -> Link:
    relation = RELATIONS[chance.choice(fitting)]
    verb = relation.covers.split(",")[0]
    sentence = f"{source} {verb} {target}{_TAIL} ({number})."
    document = number // _A_DOCUMENT_HAS
    date = f"{2015 + document % 10}-{1 + document % 12:02}-{1 + document % 28:02}"
    start = number * len(sentence)
    said: Factuality = chance.choice(("asserted", "asserted", "asserted", "possible", "negated"))
    return Link(
        f"{number:016x}", f"doc-{document}", f"Report {document}", f"Outlet {document % 9}", None, date, sentence,
        start, start + len(sentence), source, target, _span(sentence, source, start), _span(sentence, target, start),
        _span(sentence, verb, start), verb, relation.name, relation.polarity, relation.scale, said,
        chance.choice(_SPEAKERS), None, False, "event", True, "active verb", round(chance.uniform(0.4, 0.95), 2),
    )  # fmt: skip


def _span(sentence: str, words: str, offset: int) -> tuple[int, int]:
    start = offset + sentence.index(words)
    return start, start + len(words)
