"""What every exporter writes: nodes and edges with ids that any tool takes, and their attributes."""

from __future__ import annotations

import json
import math
import re
import unicodedata
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import networkx as nx

from graph.export.looks import Look, looks
from graph.export.values import Repairs
from graph.links import actor_id
from graph.network import ties

# Attributes that exporters compute. A network's own of these names are left out, and counted.
COMPUTED_NODE = frozenset({"label", "labels", "actor_id", "x", "y", "size", "color", "r", "g", "b"})
COMPUTED_EDGE = frozenset({"label", "id", "eid", "key", "source", "target", "color", "r", "g", "b"})
# Gephi leaves out an edge of weight 0, as a tie has whose links are all negated.
LEAST_WEIGHT = 0.01
_UNFIT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Node:
    """A node as files have it: `id` fits every format, `label` is the network's name for it."""

    id: str
    label: str
    attributes: Mapping[str, Any]

    @property
    def labels(self) -> tuple[str, ...]:
        """What a property graph calls it: an Actor, and its kind as one word.

        >>> Node("m23", "M23", {"kind": "armed group"}).labels
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


@dataclass(slots=True)
class View:
    """A network seen by an exporter; it may be walked more than once and holds only the ids."""

    network: nx.MultiDiGraph
    repairs: Repairs = field(default_factory=Repairs)
    ids: dict[Any, str] = field(init=False)
    labels: dict[Any, str] = field(init=False)
    _looks: dict[str, Look] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.ids = _node_ids(self.network)
        taken: set[str] = set()
        self.labels = {node: unique(self.repairs.text(str(node)) or self.ids[node], taken) for node in self.network}
        if changed := sum(node != label for node, label in self.labels.items()):
            self.repairs.counts["names changed"] += changed
        rows = self.network.nodes(data=True), self.network.edges(data=True)
        for computed, walk in zip((COMPUTED_NODE, COMPUTED_EDGE), rows, strict=True):
            if names := {name for *_, data in walk for name in computed.intersection(data)}:
                self.repairs.counts["attributes left out, since the file computes its own"] += len(names)

    @property
    def looks(self) -> dict[str, Look]:
        """The look of each node by its label, computed when first asked for."""
        if self._looks is None:
            self._looks = looks(self.network, self.labels)
        return self._looks

    def nodes(self) -> Iterator[Node]:
        """The nodes, in the network's order; `id` is no attribute, except where it had to be changed."""
        for node, data in self.network.nodes(data=True):
            attributes = _without(data, COMPUTED_NODE | {"id"})
            if "id" in data and str(data["id"]) != self.ids[node]:
                attributes["actor_id"] = data["id"]
            yield Node(self.ids[node], self.labels[node], attributes)

    def edges(self) -> Iterator[Edge]:
        """The edges, in the network's order."""
        taken: set[str] = set()
        for source, target, key, data in self.network.edges(keys=True, data=True):
            attributes = data if COMPUTED_EDGE.isdisjoint(data) else _without(data, COMPUTED_EDGE)
            label = str(data.get("predicate") or data.get("relation") or "")
            identifier = unique(fit(str(key), "edge"), taken)
            yield Edge(identifier, str(key), self.ids[source], self.ids[target], label, attributes)


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


def unique(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
