"""How is a network written as one JSON file: node-link for networkx and D3, or elements for Cytoscape.js?"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from numbers import Real
from os import PathLike
from typing import Any

from graph.export.looks import TIE_COLOURS, polarity_of
from graph.export.values import SURROGATES, Repairs, is_huge, scalar
from graph.export.view import Edge, Node, View
from graph.files import writing

FLAVOURS = ("cytoscape",)


def write(view: View, path: str | PathLike[str], *, flavour: str | None = None) -> None:
    """Write the view as JSON, one node or edge a line.

    Parameters
    ----------
    view : View
    path : str or path
        The file; `-` is standard output.
    flavour : str, optional
        `cytoscape` for Cytoscape.js and Cytoscape; what `networkx.node_link_graph` reads by default.
    """
    lines = _cytoscape(view) if flavour == "cytoscape" else _node_link(view)
    with writing(path) as file:
        for line in lines:
            file.write(line.encode())


def _node_link(view: View) -> Iterator[str]:
    yield '{"directed": true, "multigraph": true, "graph": {}, "nodes": [\n'
    yield from _listed((_node_row(view, node) for node in view.nodes()), view.repairs)
    yield '], "edges": [\n'
    edges = ({**_edge_row(edge), "key": edge.eid} for edge in view.edges())
    yield from _listed(edges, view.repairs)
    yield "]}\n"


def _cytoscape(view: View) -> Iterator[str]:
    yield '{"data": {}, "elements": {"nodes": [\n'
    yield from _listed((_cytoscape_node(view, node) for node in view.nodes()), view.repairs)
    yield '], "edges": [\n'
    edges = ({"data": {**_edge_row(edge), "id": edge.id, "eid": edge.eid}} for edge in view.edges())
    yield from _listed(edges, view.repairs)
    yield "]}}\n"


def _node_row(view: View, node: Node) -> dict[str, Any]:
    look = view.looks[node.place]
    return {**node.attributes, "label": node.label, "x": look.x, "y": look.y, "size": look.size,
            "color": look.color, "id": node.id}  # fmt: skip


def _cytoscape_node(view: View, node: Node) -> dict[str, Any]:
    row = _node_row(view, node)
    return {"position": {"x": row.pop("x"), "y": row.pop("y")}, "data": row}


def _edge_row(edge: Edge) -> dict[str, Any]:
    color = TIE_COLOURS[polarity_of(edge.attributes)]
    return {**edge.attributes, "label": edge.label, "color": color, "source": edge.source, "target": edge.target}


def _listed(rows: Iterable[Mapping[str, Any]], repairs: Repairs) -> Iterator[str]:
    """The rows, a comma before all but the first."""
    for number, row in enumerate(rows):
        line = json.dumps(_safe(row, repairs), ensure_ascii=False, allow_nan=False)
        yield f"{',' if number else ' '}{repairs.text(line, SURROGATES)}\n"


def _safe(value: Any, repairs: Repairs) -> Any:
    """What JSON and its readers hold: no None, NaN or infinity, no integer beyond 64 bits."""
    if isinstance(value, Mapping):
        return {str(key): _safe(held, repairs) for key, held in value.items() if held is not None}
    if isinstance(value, (list, tuple)):
        return [_safe(held, repairs) for held in value]
    if not isinstance(value, (str, Real)):  # a date, for one
        return repairs.as_text(value)
    value = scalar(value)
    if isinstance(value, float) and not math.isfinite(value):
        repairs.note("numbers that are not finite written as null")
        return None
    return repairs.as_text(value) if is_huge(value) else value
