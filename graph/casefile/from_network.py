"""A network -> a casefile in memory, so that a GraphML file is asked in the same way as everything else."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.casefile.connection import MEMORY
from graph.casefile.store import Casefile, open_casefile
from graph.links import Actor, Document, Extraction, Link
from graph.network import actors_of, links_of

if TYPE_CHECKING:
    import networkx as nx


def casefile_of(network: nx.MultiDiGraph) -> Casefile:
    """A casefile of the links and actors of a network, as they are: nothing is resolved anew.

    Its documents hold the sentences of the links, each where it stands in the document.
    """
    by_document: dict[str, list[Link]] = defaultdict(list)
    for link in links_of(network):
        by_document[link.document].append(link)
    actors = {actor.name: actor for actor in actors_of(network)}
    casefile = open_casefile(MEMORY)
    with casefile.transaction():
        for identity, links in sorted(by_document.items()):
            ordered = sorted(links, key=lambda link: (link.start, link.id))
            casefile.add(Extraction(_document(identity, ordered), _taken(actors, ordered), tuple(ordered)))
    return casefile


def _taken(actors: dict[str, Actor], links: list[Link]) -> tuple[Actor, ...]:
    """The actors of the links; their aliases, which count for all documents, come with the first."""
    names = dict.fromkeys(name for link in links for name in (link.source, link.target, link.attributed_to))
    taken = []
    for name in names:
        if name in actors:
            actor = actors[name]
            taken.append(actor)
            actors[name] = Actor(actor.id, actor.name, actor.kind, actor.country)
    return tuple(taken)


def _document(identity: str, links: list[Link]) -> Document:
    text = ""
    for link in links:
        if link.start >= len(text):
            text = text.ljust(link.start) + link.sentence
    first = links[0]
    return Document(identity, text, first.title, first.publisher, first.url, first.date)
