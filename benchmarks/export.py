"""How long do the exporters take, and how much memory beside the graph? `python -m benchmarks.export [LINKS]`.

The yardstick is `networkx.write_graphml_lxml` on the same graph.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from graph.export import FORMATS, export
from graph.links import RELATIONS, Actor, Link, actor_id
from graph.network import network

DEFAULT_LINKS = 100_000
_ACTORS_PER_LINK = 0.1
_ROUNDS = 1


def synthetic(size: int, seed: int = 7) -> nx.MultiDiGraph:
    """A network of `size` links between a tenth as many actors, with sentences of a hundred characters."""
    chance = random.Random(seed)
    names = [f"Actor {number}" for number in range(max(2, int(size * _ACTORS_PER_LINK)))]
    relations = list(RELATIONS.values())
    actors = [Actor(actor_id(name), name, "country", None, {name: 1}, {name: "by name"}) for name in names]
    return network((_link(number, chance.sample(names, 2), chance.choice(relations)) for number in range(size)), actors)


def _link(number: int, ends: list[str], relation: object) -> Link:
    source, target = ends
    type_ = RELATIONS[relation.name]  # type: ignore[attr-defined]
    sentence = f"{source} was said to have {type_.name.lower()}ed {target} on the {number}th day & again <later>."
    start = sentence.index(target)
    return Link(
        f"{number:012x}", f"document-{number // 20}", f"Report {number // 20}", "Wire", None, "2024-05-01", sentence,
        0, len(sentence), source, target, (0, len(source)), (start, start + len(target)), (16, 20),
        type_.name.lower(), type_.name, type_.polarity, type_.scale, "asserted", None, None, False, "event", True,
        "benchmark", 0.8,
    )  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """The best of three runs."""
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


def main(size: int = DEFAULT_LINKS) -> None:
    """Print a line a format."""
    graph = synthetic(size)
    with tempfile.TemporaryDirectory() as folder:
        yardstick = Path(folder) / "networkx.graphml"
        base = seconds(lambda: nx.write_graphml_lxml(graph, yardstick, named_key_ids=True))
        print(f"{size} links, {len(graph)} actors; networkx.write_graphml_lxml {base:.2f} s")
        for name in FORMATS:
            path = Path(folder) / f"case.{name}"
            taken = seconds(lambda path=path: export(graph, path))  # type: ignore[misc]
            memory = peak(lambda path=path: export(graph, path))  # type: ignore[misc]
            print(f"{name:8} {taken:6.2f} s  {taken / base:5.2f} times networkx  {memory:6.1f} MB beside the graph")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
