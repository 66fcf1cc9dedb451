"""Small links and networks for tests: facts about wars and courts, in sentences of our own.

from samples import armenia, link, net, sudan
"""

from __future__ import annotations

import hashlib
from typing import Any

import networkx as nx

from graph.links import RELATIONS, Actor, Document, Extraction, Link, TimeInterval, actor_id
from graph.network import network

KINDS = {
    "Abdel Fattah al-Burhan": "person",
    "African Union": "international organisation",
    "Amnesty International": "organisation",
    "Aram Petrosyan": "person",
    "European Union": "international organisation",
    "Mohamed Hamdan Dagalo": "person",
    "Rapid Support Forces": "armed group",
    "Sudanese army": "armed force",
    "United Nations": "international organisation",
    "police": "generic",
    "villagers": "generic",
}


def link(source: str, relation: str, target: str, **more: Any) -> Link:
    """A link with everything filled in from its sentence, which defaults to "SOURCE VERB TARGET."

    >>> link("Egypt", "AID", "Sudanese army", predicate="arm").sentence
    'Egypt arm Sudanese army.'
    """
    type_ = RELATIONS[relation]
    predicate = more.get("predicate", type_.covers.split(",")[0])
    sentence = more.get("sentence", f"{source} {predicate} {target}.")
    document = more.get("document", "wire-1")
    identity = "|".join((document, source, predicate, target, sentence, str(more)))
    row: dict[str, Any] = {
        "id": hashlib.sha256(identity.encode()).hexdigest()[:12],
        "document": document, "title": None, "publisher": None, "url": None, "date": None,
        "sentence": sentence, "start": 0, "end": len(sentence), "source": source, "target": target,
        "source_span": _span(sentence, source), "target_span": _span(sentence, target),
        "predicate_span": _span(sentence, predicate), "predicate": predicate, "relation": relation,
        "polarity": type_.polarity, "intensity": type_.scale, "factuality": "asserted", "attributed_to": None,
        "time": None, "symmetric": False, "kind": "structural" if type_.quad_class == "lasting" else "event",
        "main": True, "rule": "test", "confidence": 0.8,
    }  # fmt: skip
    return Link(**{**row, **more})


def during(start: str, end: str) -> TimeInterval:
    """A time expression for `link(..., time=during("2020-09", "2020-11"))`, end exclusive."""
    return TimeInterval(f"from {start} to {end}", start, end)


def actor(name: str, **more: Any) -> Actor:
    """An actor of the kind that KINDS gives it, a country otherwise; its name is its one alias."""
    row: dict[str, Any] = {"kind": KINDS.get(name, "country"), "aliases": {name: 1}, "why": {name: "by name"}}
    return Actor(actor_id(name), name, **{**row, **more})


def net(*links: Link) -> nx.MultiDiGraph:
    """The network of the links, its nodes described."""
    return network(links, actors_of(links))


def actors_of(links: tuple[Link, ...]) -> list[Actor]:
    """The actors at the ends of the links, in order of appearance."""
    return [actor(name) for name in dict.fromkeys(name for row in links for name in (row.source, row.target))]


def extraction(document: str, *links: Link) -> Extraction:
    """What would have been read out of a document that consists of the links' sentences, dated as the first."""
    text = "\n".join(dict.fromkeys(row.sentence for row in links))
    first = links[0] if links else None
    cited = Document(document, text, publisher=first and first.publisher, date=first and first.date)
    return Extraction(cited, tuple(actors_of(links)), links)


def _span(sentence: str, words: str) -> tuple[int, int]:
    start = max(sentence.find(words), 0)
    return start, start + len(words)


def sudan() -> tuple[Link, ...]:
    """Sudan's war: two armed camps, their backers, and claims that are denied."""
    army, rsf, emirates = "Sudanese army", "Rapid Support Forces", "United Arab Emirates"
    return (
        link(army, "ASSAULT", rsf, predicate="bomb", date="2023-05-02", publisher="Nile Post",
             sentence="The Sudanese army bombed positions of the Rapid Support Forces in Khartoum."),
        link(rsf, "ASSAULT", army, predicate="attack", date="2023-04-15", publisher="Nile Post",
             sentence="The Rapid Support Forces attacked the Sudanese army at Merowe airport."),
        link("Abdel Fattah al-Burhan", "ROLE", army, predicate="commander of", kind="role", date="2023-04-15"),
        link("Mohamed Hamdan Dagalo", "ROLE", rsf, predicate="leader of", kind="role", date="2023-04-15"),
        link("Egypt", "SUPPORT", army, predicate="back", date="2023-06-01", publisher="Nile Post",
             sentence="Egypt backs the Sudanese army."),
        link(emirates, "AID", rsf, predicate="arm", date="2023-08-10", attributed_to="Amnesty International",
             sentence="The United Arab Emirates has armed the Rapid Support Forces, Amnesty International said."),
        link(emirates, "AID", rsf, predicate="arm", date="2023-08-12", attributed_to=emirates, factuality="negated",
             sentence="The United Arab Emirates denied that it armed the Rapid Support Forces."),
        link("Egypt", "CONSULT", emirates, predicate="meet", symmetric=True, date="2023-09-01", confidence=0.6,
             sentence="Egypt and the United Arab Emirates met in Cairo."),
        link("United Nations", "REQUEST", army, predicate="call on", kind="speech", date="2023-09-03"),
        link("police", "COERCE", rsf, predicate="arrest", date="2023-09-05", confidence=0.5),
    )  # fmt: skip


def armenia() -> tuple[Link, ...]:
    """Armenia and Azerbaijan: enmity, allies that turn, a peace that comes closer."""
    return (
        link("Azerbaijan", "ASSAULT", "Armenia", predicate="attack", time=during("2020-09-27", "2020-11-10"),
             sentence="Azerbaijan attacked Armenia in the autumn of 2020.", document="history"),
        link("Turkey", "ALLIANCE", "Azerbaijan", predicate="ally of", symmetric=True, date="2020-10-01",
             sentence="Turkey is a close ally of Azerbaijan."),
        link("Turkey", "RIVALRY", "Armenia", predicate="hostile relations with", symmetric=True, date="2020-10-01",
             sentence="Turkey and Armenia have had hostile relations for decades."),
        link("Russia", "ALLIANCE", "Armenia", predicate="ally of", symmetric=True, date="2020-10-05",
             sentence="Russia was an ally of Armenia."),
        link("Armenia", "ACCUSE", "Russia", predicate="blame", date="2023-09-20", kind="speech",
             sentence="Armenia blamed Russia for standing by.", confidence=0.9),
        link("France", "AID", "Armenia", predicate="sell arms to", date="2023-10-23", attributed_to="Azerbaijan",
             sentence="France sells arms to Armenia, Azerbaijan says."),
        link("Azerbaijan", "CONSULT", "Armenia", predicate="negotiate with", symmetric=True, date="2025-03-13",
             factuality="possible", sentence="Azerbaijan and Armenia may negotiate with each other in Geneva."),
    )  # fmt: skip
