"""What network does a GraphML file of ours hold, also after an analyst edited it?"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from os import PathLike
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import networkx as nx

from graph.errors import WhowhomError
from graph.export.dialects import YFILES
from graph.export.graphml import NAMESPACE
from graph.export.view import COMPUTED_EDGE, COMPUTED_NODE
from graph.links import FACTUALITIES, LINK_KINDS, POLARITIES, RELATIONS, Link
from graph.network import link_of_edge

_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_EDGE_LOOKS = COMPUTED_EDGE | {"weight"}
# What an edge may say; anything else would be counted for nothing.
_ALLOWED: dict[str, Collection[str]] = {
    "relation": RELATIONS, "polarity": POLARITIES, "factuality": FACTUALITIES, "kind": LINK_KINDS,
}  # fmt: skip
Key = tuple[str, str]


def read_graphml(path: str | PathLike[str]) -> nx.MultiDiGraph:
    """The network of a GraphML file that `export` wrote, equal to the one that was written.

    Nodes may have been renamed (by their label), recoloured or moved, nodes and edges removed, and
    attributes changed, in any editor that keeps the attributes. What only serves the picture is left out.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    networkx.MultiDiGraph
        As `graph.network` builds it.

    Raises
    ------
    WhowhomError
        If the file is missing or no GraphML, if it bundles links into ties, or if an edge lacks what
        makes it a link (its sentence, its spans).
    """
    try:
        network = _read(path)
    except OSError as error:
        raise WhowhomError(f"cannot read {path}: {error.strerror}") from error
    except ElementTree.ParseError as error:
        raise WhowhomError(f"{path} is no GraphML: {error}") from error
    for source, target, key, data in network.edges(keys=True, data=True):
        _require_link(path, source, target, key, data)
    return network


def _read(path: str | PathLike[str]) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    keys: dict[str, Key] = {}
    names: dict[str, str] = {}
    for element in _elements(path):
        if element.tag == _tag("key"):
            keys[element.get("id", "")] = (element.get("attr.name", ""), element.get("attr.type", "string"))
        elif element.tag == _tag("node"):
            identifier = element.get("id", "")
            names[identifier] = _add_node(network, identifier, _data(path, element, keys), path)
        elif element.tag == _tag("edge"):
            data = _data(path, element, keys)
            key = data.get("eid") or element.get("id") or None
            attributes = {name: value for name, value in data.items() if name not in _EDGE_LOOKS}
            source, target = (names.get(element.get(end, ""), element.get(end, "")) for end in ("source", "target"))
            if network.has_edge(source, target, key):
                key = element.get("id")
            network.add_edges_from([(source, target, key, attributes)])
    return network


def _elements(path: str | PathLike[str]) -> Iterator[Element]:
    """The keys, nodes and edges, each emptied after use so that memory stays flat."""
    wanted = {_tag(name) for name in ("key", "node", "edge")}
    root = None
    for event, element in ElementTree.iterparse(path, events=("start", "end")):
        if root is None:
            root = element
            if root.tag != _tag("graphml"):
                raise WhowhomError(f"{path} is no GraphML: it starts with <{root.tag}>")
        elif event == "end" and element.tag in wanted:
            yield element
            element.clear()


def _add_node(network: nx.MultiDiGraph, identifier: str, data: dict[str, Any], path: object) -> str:
    """Add a node under its label; one with a name is an actor's record and has its id back."""
    name = str(data.get("label") or data.get("name") or identifier)
    attributes = {key: value for key, value in data.items() if key not in COMPUTED_NODE}
    for column in ("aliases", "why"):
        if column in attributes and not _is_mapping(attributes[column]):
            raise WhowhomError(f"{path}: the actor {name}: its {column} {attributes[column]!r} is no JSON object")
    if "name" in attributes:
        attributes = {"id": data.get("actor_id", identifier), **attributes, "name": name}
    network.add_nodes_from([(name, attributes)])
    return name


def _is_mapping(text: Any) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (TypeError, ValueError):
        return False


def _data(path: object, element: Element, keys: dict[str, Key]) -> dict[str, Any]:
    """The attributes of a node or edge, with their types."""
    found: dict[str, Any] = {}
    for data in element.findall(_tag("data")):
        name, kind = keys.get(data.get("key", ""), ("", "string"))
        if len(data):  # yEd's graphics, of which the label of a node counts
            label = data.find(f".//{{{YFILES}}}NodeLabel")
            found.update({} if label is None else {"label": label.text or ""})
        elif name:
            text = data.text or ""
            try:
                found[name] = _READERS.get(kind, str)(text)
            except ValueError as error:
                raise WhowhomError(f"{path}: {element.get('id')}: its {name} {text!r} is no {kind}") from error
    return found


def _number(text: str) -> int | float:
    """An integer in a column of decimals stays one: only a decimal is written with a point."""
    try:
        return int(text)
    except ValueError:
        return float(text)


_READERS: dict[str, Callable[[str], Any]] = {
    "boolean": lambda text: _TRUTH.get(text.strip().lower(), False),
    "int": _number, "long": _number, "float": _number, "double": _number,
}  # fmt: skip


def _require_link(path: object, source: str, target: str, key: str, data: dict[str, Any]) -> Link:
    if "asserted" in data and "links" in data:
        raise WhowhomError(f"{path} bundles links into ties, which cannot be asked: export it without --ties")
    try:
        link = link_of_edge(source, target, str(key), data)
    except KeyError as error:
        raise WhowhomError(
            f"{path}: the edge {source} → {target} carries no {error.args[0]}: "
            "a link needs its words; remove the edge or restore its attributes"
        ) from error
    for name, allowed in _ALLOWED.items():
        if (value := data[name]) not in allowed:
            raise WhowhomError(
                f"{path}: the edge {source} → {target} has the {name} {value!r}: it can be {', '.join(allowed)}"
            )
    return link


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
