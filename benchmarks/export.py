"""How long do the exporters take, and how much memory beside the graph? `python -m benchmarks.export [LINKS...]`.

The yardstick of time is `networkx.write_graphml_lxml` on the same graph. Ends of links are drawn at random, so that
nearly every link is a dyad of its own: the worst case for the layout.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import networkx as nx

from graph.export import FORMATS, export
from graph.links import RELATIONS, Actor, Link, Relation, actor_id
from graph.network import network

DEFAULT_LINKS = (10_000, 100_000)
_ACTORS_PER_LINK = 0.1
_ROUNDS = 2


def synthetic(size: int, seed: int = 7) -> nx.MultiDiGraph:
    """A network of `size` links between a tenth as many actors, with sentences of a hundred characters."""
    chance = random.Random(seed)
    names = [f"Actor {number}" for number in range(max(2, int(size * _ACTORS_PER_LINK)))]
    relations = list(RELATIONS.values())
    actors = [Actor(actor_id(name), name, "country", None, {name: 1}, {name: "by name"}) for name in names]
    return network((_link(number, chance.sample(names, 2), chance.choice(relations)) for number in range(size)), actors)


def _link(number: int, ends: list[str], relation: Relation) -> Link:
    source, target = ends
    sentence = f"{source} was said to have {relation.name.lower()}ed {target} on the {number}th day & again <later>."
    start = sentence.index(target)
    return Link(
        f"{number:012x}", f"document-{number // 20}", f"Report {number // 20}", "Wire", None, "2024-05-01", sentence,
        0, len(sentence), source, target, (0, len(source)), (start, start + len(target)), (16, 20),
        relation.name.lower(), relation.name, relation.polarity, relation.scale, "asserted", None, None, False,
        "event", True, "benchmark", 0.8,
    )  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """The best of a few runs."""
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def peak(work: Callable[[], object]) -> float:
    """The memory the work takes at its peak, in MB."""
    tracemalloc.start()
    work()
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest / 1e6


def main(*sizes: int) -> None:
    """Print a line a format, for each number of links."""
    for size in sizes or DEFAULT_LINKS:
        measure(size)


def measure(size: int) -> None:
    """Print a line a format."""
    graph = synthetic(size)
    with tempfile.TemporaryDirectory() as folder:
        base = seconds(partial(nx.write_graphml_lxml, graph, f"{folder}/networkx.graphml", named_key_ids=True))
        print(f"{size} links, {len(graph)} actors; networkx.write_graphml_lxml {base:.2f} s")
        # Neo4j's GraphML has no layout: the difference to the plain one is what the layout takes.
        for name, flavour in [("graphml", None), ("graphml", "neo4j"), *((name, None) for name in list(FORMATS)[1:])]:
            work = partial(export, graph, f"{folder}/case.{name}", flavour=flavour)
            taken = seconds(work)
            print(f"{name} {flavour or '':6} {taken:6.2f} s  {taken / base:5.2f} times networkx  "
                  f"{peak(work):6.1f} MB beside the graph")  # fmt: skip


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
