"""How is a network written as GraphML that every reader opens?

Typed keys that carry the attribute's name as their id (Gephi mistakes the usual `d3` and `d7` for
labels), `label` as the first data element (Neo4j reads it as the relationship type), lowercase
booleans (rustworkx), and ids that the schema's NMTOKEN allows.

References
----------
Brandes et al., GraphML Progress Report: Structural Layer Proposal, Graph Drawing 2001.
http://graphml.graphdrawing.org/specification.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from os import PathLike
from typing import IO, Any

from graph.export.values import Repairs, Scalar, column_types, lexical, scalar, type_of
from graph.export.view import Edge, Node, View, fit, unique
from graph.files import writing

FLAVOURS = ()
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd">
"""
_TAIL = "</graph>\n</graphml>\n"
_SPECIAL = re.compile("[&<>\r]")
_BUFFER = 1000


class Columns:
    """The keys of nodes or edges: attribute name -> key id and type; renders data elements."""

    def __init__(self, scope: str, types: Mapping[str, str], taken: set[str], repairs: Repairs) -> None:
        self.scope = scope
        self.types = dict(types)
        self.repairs = repairs
        names: set[str] = set()
        self.names = {raw: unique(fit(str(raw), "attribute"), names) for raw in types}
        self.ids = {raw: unique(name if name not in taken else f"{scope}_{name}", taken)
                    for raw, name in self.names.items()}  # fmt: skip
        for raw, name in self.names.items():
            if raw != name:
                repairs.note("attributes renamed")

    def declarations(self) -> Iterator[str]:
        """The `key` elements."""
        for raw, name in self.names.items():
            yield (f'<key id="{self.ids[raw]}" for="{self.scope}" attr.name="{name}" '
                   f'attr.type="{self.types[raw]}"/>\n')  # fmt: skip

    def data(self, attributes: Mapping[str, Any]) -> str:
        """The `data` elements of one node or edge; None is left out."""
        ids = self.ids
        return "".join(
            [f'<data key="{ids[raw]}">{self._text(raw, value)}</data>'
             for raw, value in attributes.items() if value is not None]
        )  # fmt: skip

    def _text(self, raw: str, value: Any) -> str:
        if type(value) is not str:
            if self.types[raw] == "string" and isinstance(value, (bool, int, float)):
                self.repairs.note(f"{type_of(value)} values written as text")
            value = lexical(value)
        return escape(self.repairs.text(value))


def write(view: View, path: str | PathLike[str]) -> None:
    """Write the view as GraphML, in constant memory beyond the graph.

    Parameters
    ----------
    view : View
    path : str or path
        The file; `-` is standard output.
    """
    taken: set[str] = set()
    edges = Columns("edge", {"label": "string", "eid": "string", **_edge_types(view)}, taken, view.repairs)
    nodes = Columns("node", {"label": "string", **_node_types(view)}, taken, view.repairs)
    with writing(path) as file:
        file.write(_HEAD.encode())
        _write_lines(file, nodes.declarations())
        _write_lines(file, edges.declarations())
        file.write(b'<graph edgedefault="directed">\n')
        _write_lines(file, (node_element(node, nodes) for node in view.nodes()))
        _write_lines(file, (edge_element(edge, edges) for edge in view.edges()))
        file.write(_TAIL.encode())


def node_element(node: Node, columns: Columns) -> str:
    """One `node`, label first."""
    return f'<node id="{node.id}">{columns.data({"label": node.label, **node.attributes})}</node>\n'


def edge_element(edge: Edge, columns: Columns) -> str:
    """One `edge`, label first."""
    data = columns.data({"label": edge.label, "eid": edge.eid, **edge.attributes})
    return f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}">{data}</edge>\n'


def escape(text: str) -> str:
    """The text as XML content; a carriage return is written so that no parser makes a newline of it."""
    if _SPECIAL.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _node_types(view: View) -> dict[str, str]:
    return column_types(_scalars(node.attributes) for node in view.nodes())


def _edge_types(view: View) -> dict[str, str]:
    return column_types(_scalars(edge.attributes) for edge in view.edges())


def _scalars(attributes: Mapping[str, Any]) -> dict[str, Scalar]:
    return {name: scalar(value) for name, value in attributes.items() if value is not None}


def _write_lines(file: IO[bytes], lines: Iterator[str]) -> None:
    buffer: list[str] = []
    for line in lines:
        buffer.append(line)
        if len(buffer) == _BUFFER:
            file.write("".join(buffer).encode())
            buffer.clear()
    file.write("".join(buffer).encode())
