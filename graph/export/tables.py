"""How is a network written as two tables, edges and nodes, that a spreadsheet opens without harm?"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from graph.export.values import Repairs, column_types, lexical
from graph.export.view import Edge, Node, View, identifier, unique
from graph.files import writing

FLAVOURS = ("neo4j",)
# A cell that starts so is a formula to a spreadsheet; an apostrophe in front keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NEO4J_TYPES = {"boolean": ":boolean", "long": ":long", "double": ":double", "string": ""}
_NEO4J_OWN = frozenset({"id:ID", ":LABEL", ":START_ID", ":END_ID", ":TYPE"})
Row = Mapping[str, Any]


def write(view: View, path: str | PathLike[str], *, flavour: str | None = None, bom: bool = False) -> None:
    """Write the edges to `path` and the nodes beside it (`x.csv`, `x.nodes.csv`); `-` is the edges alone.

    Parameters
    ----------
    view : View
    path : str or path
    flavour : str, optional
        `neo4j` for `neo4j-admin database import`: typed headings, and text as it is, for no spreadsheet.
        Gephi's headings by default.
    bom : bool
        Start with the byte order mark by which Excel knows UTF-8.
    """
    table = _Neo4j(view.repairs, bom) if flavour == "neo4j" else _Gephi(view.repairs, bom)
    table.write(path, lambda: map(table.edge_row, view.edges()))
    if fspath(path) != "-":
        table.write(nodes_path(path), lambda: map(table.node_row, view.nodes()))


def nodes_path(path: str | PathLike[str]) -> Path:
    """Where the table of nodes goes.

    >>> nodes_path("case.csv").name
    'case.nodes.csv'
    """
    return Path(path).with_suffix(".nodes.csv")


class _Gephi:
    """Gephi's headings, and no cell that a spreadsheet would run."""

    def __init__(self, repairs: Repairs, bom: bool) -> None:
        self.repairs, self.bom = repairs, bom

    def node_row(self, node: Node) -> Row:
        return {"Id": node.id, "Label": node.label, **node.attributes}

    def edge_row(self, edge: Edge) -> Row:
        direction = "Undirected" if edge.symmetric else "Directed"
        return {"Id": edge.eid, "Source": edge.source, "Target": edge.target, "Type": direction,
                "Label": edge.label, **edge.attributes}  # fmt: skip

    def headings(self, types: Mapping[str, str]) -> list[str]:
        return [self.cell(str(name)) for name in types]

    def cell(self, value: Any) -> str:
        text = self.text(value)
        if text.startswith(_FORMULA) and not isinstance(value, (bool, int, float)):
            self.repairs.note("cells quoted with an apostrophe, lest a spreadsheet runs them")
            return f"'{text}"
        return text

    def text(self, value: Any) -> str:
        if isinstance(value, str):
            return self.repairs.text(value)
        return self.repairs.text(
            lexical(value) if isinstance(value, (bool, int, float)) else self.repairs.as_text(value)
        )

    def write(self, path: str | PathLike[str], rows: Callable[[], Iterable[Row]]) -> None:
        """Write a table; the rows are asked for twice, first for their columns."""
        types = column_types(rows())
        with writing(path) as file:
            file.write(codecs.BOM_UTF8 if self.bom else b"")
            text = io.TextIOWrapper(file, encoding="utf-8", newline="")
            table = csv.writer(text)
            table.writerow(self.headings(types))
            for row in rows():
                table.writerow(["" if row.get(name) is None else self.cell(row[name]) for name in types])
            text.detach()


class _Neo4j(_Gephi):
    """The headings of `neo4j-admin database import`."""

    def node_row(self, node: Node) -> Row:
        return {"id:ID": node.id, ":LABEL": ";".join(node.labels), "label": node.label, **node.attributes}

    def edge_row(self, edge: Edge) -> Row:
        return {":START_ID": edge.source, ":END_ID": edge.target, ":TYPE": edge.relation, "id": edge.eid,
                "label": edge.label, **edge.attributes}  # fmt: skip

    def headings(self, types: Mapping[str, str]) -> list[str]:
        taken: set[str] = set()
        return [name if name in _NEO4J_OWN else self._heading(name, kind, taken) for name, kind in types.items()]

    def _heading(self, name: str, kind: str, taken: set[str]) -> str:
        fitted = unique(identifier(name), taken)
        if fitted != name:
            self.repairs.note("attributes renamed")
        return fitted + _NEO4J_TYPES[kind]

    def cell(self, value: Any) -> str:
        return self.text(value)
