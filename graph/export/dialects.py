"""What does each tool want of a GraphML file beside the network's own attributes?

A dialect says which attributes come first in a node and an edge, with which types, and how the
elements are marked; yEd's adds its graphics.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from graph.export.looks import LINE_STYLES, TIE_COLOURS, polarity_of, rgb
from graph.export.values import Repairs, xml_text
from graph.export.view import Edge, Node, View

Row = dict[str, Any]
YFILES = "http://www.yworks.com/xml/graphml"


class Plain:
    """For every reader: a label, a place, a size and a colour."""

    namespaces = ""
    keys = ""
    node_types: ClassVar[Mapping[str, str]] = {
        "label": "string", "x": "double", "y": "double", "size": "double", "color": "string",
    }  # fmt: skip
    edge_types: ClassVar[Mapping[str, str]] = {"label": "string", "eid": "string", "color": "string"}

    def __init__(self, view: View) -> None:
        self.view = view

    def node_row(self, node: Node) -> Row:
        """The attributes that stand before the node's own."""
        look = self.view.looks[node.place]
        return {"label": node.label, "x": look.x, "y": look.y, "size": look.size, "color": look.color}

    def edge_row(self, edge: Edge) -> Row:
        """The attributes that stand before the edge's own."""
        return {"label": edge.label, "eid": edge.eid, "color": TIE_COLOURS[polarity_of(edge.attributes)]}

    def edge_markup(self, edge: Edge) -> str:
        """XML attributes of the edge element beside id, source and target."""
        return ""

    def node_graphics(self, node: Node, repairs: Repairs) -> str:
        """A data element that draws the node."""
        return ""

    def edge_graphics(self, edge: Edge, repairs: Repairs) -> str:
        """A data element that draws the edge."""
        return ""


class Gephi(Plain):
    """Colours as three numbers, a weight, symmetric edges undirected."""

    node_types: ClassVar[Mapping[str, str]] = {
        "label": "string", "x": "double", "y": "double", "size": "double", "r": "long", "g": "long", "b": "long",
    }  # fmt: skip
    edge_types: ClassVar[Mapping[str, str]] = {
        "label": "string", "eid": "string", "weight": "double", "r": "long", "g": "long", "b": "long",
    }  # fmt: skip

    def node_row(self, node: Node) -> Row:
        look = self.view.looks[node.place]
        # On Gephi's canvas y grows upwards.
        place = {"label": node.label, "x": look.x, "y": -look.y, "size": look.size}
        return place | dict(zip("rgb", rgb(look.color), strict=True))

    def edge_row(self, edge: Edge) -> Row:
        color = rgb(TIE_COLOURS[polarity_of(edge.attributes)])
        row = {"label": edge.label, "eid": edge.eid, "weight": edge.drawn_weight}
        return row | dict(zip("rgb", color, strict=True))

    def edge_markup(self, edge: Edge) -> str:
        return ' directed="false"' if edge.symmetric else ""


class Neo4j(Plain):
    """For `apoc.import.graphml(…, {readLabels: true})`: labels by kind, the relation as the type; no looks."""

    node_types: ClassVar[Mapping[str, str]] = {"labels": "string", "label": "string"}
    edge_types: ClassVar[Mapping[str, str]] = {"label": "string", "eid": "string"}

    def node_row(self, node: Node) -> Row:
        return {"labels": f":{':'.join(node.labels)}", "label": node.label}

    def edge_row(self, edge: Edge) -> Row:
        return {"label": edge.relation, "eid": edge.eid}


class Yed(Plain):
    """yEd draws only what its own graphics say: shape, place, label, line and arrow."""

    namespaces = f' xmlns:y="{YFILES}"'
    keys = (
        '<key id="node_graphics" for="node" yfiles.type="nodegraphics"/>\n'
        '<key id="edge_graphics" for="edge" yfiles.type="edgegraphics"/>\n'
    )
    # The label stands in the graphics alone, where an analyst edits it; yEd numbers nodes anew when it saves.
    node_types: ClassVar[Mapping[str, str]] = {"actor_id": "string"}
    edge_types: ClassVar[Mapping[str, str]] = {"eid": "string"}

    def node_row(self, node: Node) -> Row:
        return {"actor_id": node.attributes.get("actor_id", node.id)}

    def edge_row(self, edge: Edge) -> Row:
        return {"eid": edge.eid}

    def node_graphics(self, node: Node, repairs: Repairs) -> str:
        look = self.view.looks[node.place]
        side = 2 * look.size
        return (
            '<data key="node_graphics"><y:ShapeNode>'
            f'<y:Geometry height="{side}" width="{side}" x="{look.x - look.size}" y="{look.y - look.size}"/>'
            f'<y:Fill color="{look.color}" transparent="false"/>'
            '<y:BorderStyle color="#ffffff" type="line" width="1.0"/>'
            f'<y:NodeLabel modelName="sides" modelPosition="s">{xml_text(node.label, repairs)}</y:NodeLabel>'
            '<y:Shape type="ellipse"/></y:ShapeNode></data>'
        )

    def edge_graphics(self, edge: Edge, repairs: Repairs) -> str:
        polarity = polarity_of(edge.attributes)
        line = {"solid": "line"}.get(LINE_STYLES[polarity], LINE_STYLES[polarity])
        arrow = "none" if edge.symmetric else "standard"
        return (
            '<data key="edge_graphics"><y:PolyLineEdge>'
            f'<y:LineStyle color="{TIE_COLOURS[polarity]}" type="{line}" width="2.0"/>'
            f'<y:Arrows source="none" target="{arrow}"/>'
            f"<y:EdgeLabel>{xml_text(edge.label, repairs)}</y:EdgeLabel></y:PolyLineEdge></data>"
        )


DIALECTS: dict[str | None, type[Plain]] = {None: Plain, "gephi": Gephi, "neo4j": Neo4j, "yed": Yed}
