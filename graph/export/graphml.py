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

from collections.abc import Iterator, Mapping
from os import PathLike
from typing import Any

from graph.export.dialects import DIALECTS
from graph.export.values import Repairs, column_types, lexical, xml_text
from graph.export.view import COMPUTED_EDGE, COMPUTED_NODE, View, fit, unique
from graph.files import writing

FLAVOURS = tuple(name for name in DIALECTS if name)
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# An attribute that has to be renamed takes none of these.
_RESERVED = COMPUTED_NODE | COMPUTED_EDGE
_LINES_AT_ONCE = 500


def write(view: View, path: str | PathLike[str], *, flavour: str | None = None) -> None:
    """Write the view as GraphML, line by line.

    Parameters
    ----------
    view : View
    path : str or path
        The file; `-` is standard output.
    flavour : str, optional
        One of `FLAVOURS`; a file that every reader opens by default.
    """
    with writing(path) as file:
        lines: list[str] = []
        for line in _lines(view, flavour):
            lines.append(line)
            if len(lines) == _LINES_AT_ONCE:
                file.write("".join(lines).encode())
                lines.clear()
        file.write("".join(lines).encode())


class Columns:
    """The keys of nodes or edges: attribute -> key id and type."""

    def __init__(
        self, scope: str, computed: Mapping[str, str], own: Mapping[str, str], taken: set[str], repairs: Repairs
    ) -> None:
        self.scope, self.types, self.repairs = scope, {**computed, **own}, repairs
        names = set(_RESERVED)
        self.names = {raw: raw if raw in _RESERVED else unique(fit(str(raw), "attribute"), names) for raw in self.types}
        self.ids = {raw: unique(f"{scope}_{name}" if name in taken else name, taken)
                    for raw, name in self.names.items()}  # fmt: skip
        self._openings = {raw: f'<data key="{identifier}">' for raw, identifier in self.ids.items()}
        for raw, name in self.names.items():
            if raw != name:
                repairs.note("attributes renamed")

    def declarations(self) -> str:
        """The `key` elements."""
        return "".join(
            f'<key id="{self.ids[raw]}" for="{self.scope}" attr.name="{name}" attr.type="{self.types[raw]}"/>\n'
            for raw, name in self.names.items()
        )

    def data(self, row: Mapping[str, Any]) -> str:
        """The `data` elements of one node or edge; None is left out."""
        openings, text = self._openings, self._text
        return "".join([openings[raw] + text(raw, value) for raw, value in row.items() if value is not None])

    def _text(self, raw: str, value: Any) -> str:
        if type(value) is str:
            return f"{xml_text(value, self.repairs)}</data>"
        if self.types[raw] == "string":
            value = self.repairs.as_text(value)
        return f"{xml_text(lexical(value), self.repairs)}</data>"


def _lines(view: View, flavour: str | None) -> Iterator[str]:
    dialect = DIALECTS[flavour](view)
    own_edge_types = column_types(edge.attributes for edge in view.edges())
    own_node_types = column_types(node.attributes for node in view.nodes())
    # Edges first: Neo4j knows the relationship type by the key id `label`, exactly.
    taken: set[str] = set()
    edge_columns = Columns("edge", dialect.edge_types, own_edge_types, taken, view.repairs)
    node_columns = Columns("node", dialect.node_types, own_node_types, taken, view.repairs)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<graphml xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{dialect.namespaces} '
        f'xsi:schemaLocation="{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd">\n'
    )
    yield from (node_columns.declarations(), edge_columns.declarations(), dialect.keys)
    yield '<graph edgedefault="directed">\n'
    for node in view.nodes():
        data = node_columns.data({**dialect.node_row(node), **node.attributes})
        yield f'<node id="{node.id}">{data}{dialect.node_graphics(node, view.repairs)}</node>\n'
    for edge in view.edges():
        data = edge_columns.data({**dialect.edge_row(edge), **edge.attributes})
        yield (
            f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}"{dialect.edge_markup(edge)}>'
            f"{data}{dialect.edge_graphics(edge, view.repairs)}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"
