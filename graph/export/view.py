"""What every exporter writes: nodes and edges with ids that any tool takes, and their attributes."""

from __future__ import annotations

import json
import math
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from graph.export.looks import Looks
from graph.export.values import Repairs
from graph.links import actor_id
from graph.network import ties

# Attributes that exporters compute. A network's own of these names are left out, and counted.
COMPUTED_NODE = frozenset({"label", "labels", "actor_id", "x", "y", "size", "color", "r", "g", "b"})
COMPUTED_EDGE = frozenset({"label", "id", "eid", "key", "source", "target", "color", "r", "g", "b"})
# Gephi leaves out an edge of weight 0, as a tie has whose links are all negated.
LEAST_WEIGHT = 0.01
_SPOTS = 1 << 23
_UNFIT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A node as files have it: its place in the order, an `id` that fits every format, the network's name for it."""

    place: int
    id: str
    label: str
    attributes: Mapping[str, Any]

    @property
    def labels(self) -> tuple[str, ...]:
        """What a property graph calls it: an Actor, and its kind as one word.

        >>> Node(0, "m23", "M23", {"kind": "armed group"}).labels
        ('Actor', 'ArmedGroup')
        """
        kind = identifier(str(self.attributes.get("kind") or "actor"))
        word = "".join(part.capitalize() for part in kind.split("_"))
        return ("Actor",) if word == "Actor" else ("Actor", word)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge as files have it: `id` is unique in the file, `eid` the network's own key."""

    id: str
    eid: str
    source: str
    target: str
    label: str
    attributes: Mapping[str, Any]

    @property
    def symmetric(self) -> bool:
        """Whether the words hold both ways."""
        return self.attributes.get("symmetric") is True

    @property
    def relation(self) -> str:
        """The relation type, as one word that databases take for the type of a relationship."""
        return identifier(str(self.attributes.get("relation") or "LINK"))

    @property
    def drawn_weight(self) -> float:
        """How thick to draw it: a tie's weight, a link's confidence, 1 for anything else; never 0."""
        weight = self.attributes.get("weight", self.attributes.get("confidence", 1.0))
        usable = isinstance(weight, (int, float)) and math.isfinite(weight)
        return max(float(weight), LEAST_WEIGHT) if usable else 1.0


class View:
    """A network seen by an exporter, walked as often as one likes.

    Beside the network it holds an id for each actor, the names that had to be changed, and which ids
    may come twice: nothing that grows with the links.
    """

    def __init__(self, network: nx.MultiDiGraph) -> None:
        self.network, self.repairs = network, Repairs()
        self._ids = _node_ids(network)
        self._changed = self._changed_names()
        self._twice = perhaps_twice(_edge_id(key) for *_, key in network.edges(keys=True))
        if self._changed:
            self.repairs.counts["names changed"] += len(self._changed)
        rows = network.nodes(data=True), network.edges(data=True)
        for computed, walk in zip((COMPUTED_NODE, COMPUTED_EDGE), rows, strict=True):
            if names := {name for *_, data in walk for name in computed.intersection(data)}:
                self.repairs.counts["attributes left out, since the file computes its own"] += len(names)

    @cached_property
    def looks(self) -> Looks:
        """The look of each node, computed when first asked for."""
        return Looks(self.network, [self._changed.get(node, node) for node in self.network])

    def nodes(self) -> Iterator[Node]:
        """The nodes, in the network's order; `id` is no attribute, except where it had to be changed."""
        for place, (node, data) in enumerate(self.network.nodes(data=True)):
            attributes = _without(data, COMPUTED_NODE | {"id"})
            if "id" in data and str(data["id"]) != self._ids[node]:
                attributes["actor_id"] = data["id"]
            yield Node(place, self._ids[node], self._changed.get(node, node), attributes)

    def edges(self) -> Iterator[Edge]:
        """The edges, in the network's order."""
        met: Counter[str] = Counter()
        for source, target, key, data in self.network.edges(keys=True, data=True):
            attributes = data if COMPUTED_EDGE.isdisjoint(data) else _without(data, COMPUTED_EDGE)
            label = str(data.get("predicate") or data.get("relation") or "")
            name = _edge_id(key)
            if _spot(name) in self._twice:
                met[name] += 1
                name = f"{name}:{met[name]}" if met[name] > 1 else name
            yield Edge(name, str(key), self._ids[source], self._ids[target], label, attributes)

    def _changed_names(self) -> dict[Any, str]:
        """The names of nodes that no file can hold as they are."""
        changed: dict[Any, str] = {}
        taken: set[str] = set()
        for node in self.network:
            name = self.repairs.text(str(node)) or self._ids[node]
            if name != node:
                changed[node] = unique(name, taken, self.network)
        return changed


def tie_network(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network with one edge a tie: counts, weight, first and last date, the best sentence.

    Speakers and link ids are lists, written as JSON strings.
    """
    bundled = nx.MultiDiGraph()
    bundled.add_nodes_from(network.nodes(data=True))
    for tie in ties(network):
        row = asdict(tie)
        source, target = row.pop("source"), row.pop("target")
        row.update(speakers=json.dumps(tie.speakers, ensure_ascii=False), links=json.dumps(tie.links))
        parts = (actor_id(source), actor_id(target), tie.polarity, "mutual" if tie.symmetric else "")
        bundled.add_edge(source, target, key=".".join(part for part in parts if part),
                         **{name: value for name, value in row.items() if value is not None})  # fmt: skip
    return bundled


def _without(attributes: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if name not in names}


def _node_ids(network: nx.MultiDiGraph) -> dict[Any, str]:
    """Each node's id: the actor's own where it fits, in ASCII since schemas and databases want names so."""
    taken: set[str] = set()
    return {
        node: unique(fit(str(data.get("id") or actor_id(str(node))), "actor"), taken)
        for node, data in network.nodes(data=True)
    }


def fit(text: str, kind: str) -> str:
    """The text as letters, digits, dots, dashes and underscores; a checksum where nothing is left.

    >>> fit("recep-tayyip-erdoğan", "actor")
    'recep-tayyip-erdogan'
    """
    if _UNFIT.search(text) is None and text:
        return text
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    fitted = _UNFIT.sub("-", plain).strip("-")
    return fitted or f"{kind}-{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def identifier(text: str) -> str:
    """The text as a name in a query language: letters, digits and underscores.

    >>> identifier("said by")
    'said_by'
    """
    return _UNFIT_IN_NAMES.sub("_", fit(text, "name"))


def unique(wanted: str, taken: set[str], also: Container[Any] = ()) -> str:
    """The wanted name, with a number at its end where it is taken; then it is taken, too.

    >>> unique("chad", {"chad"})
    'chad-2'
    """
    name, number = wanted, 1
    while name in taken or name in also:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def perhaps_twice(names: Iterable[str]) -> set[int]:
    """Where names stand (`_spot`) that come more than once, and few others: it costs a megabyte, not one set of all.

    >>> [_spot(name) in perhaps_twice(["a", "b", "a"]) for name in "ab"]
    [True, False]
    """
    seen = bytearray(_SPOTS // 8)
    twice = set()
    for name in names:
        spot = _spot(name)
        byte, bit = spot >> 3, 1 << (spot & 7)
        if seen[byte] & bit:
            twice.add(spot)
        seen[byte] |= bit
    return twice


def _spot(name: str) -> int:
    return hash(name) % _SPOTS


def _edge_id(key: Any) -> str:
    return fit(str(key), "edge")
