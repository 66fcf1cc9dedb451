"""How is a network written as two tables, edges and nodes, that a spreadsheet opens without harm?"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from graph.export.values import Repairs, lexical
from graph.export.view import View
from graph.files import writing

FLAVOURS = ()
# A cell that starts so is a formula to a spreadsheet; an apostrophe in front keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_EDGE_HEAD = ("Id", "Source", "Target", "Type", "Label")
_NODE_HEAD = ("Id", "Label")


def write(view: View, path: str | PathLike[str], *, bom: bool = False) -> None:
    """Write the edges to `path` and the nodes beside it (`x.csv`, `x.nodes.csv`); `-` is the edges alone.

    Parameters
    ----------
    view : View
    path : str or path
    bom : bool
        Start with the byte order mark by which Excel knows UTF-8.
    """
    _write_table(path, _EDGE_HEAD, _edge_rows(view), view.repairs, bom)
    if fspath(path) != "-":
        _write_table(nodes_path(path), _NODE_HEAD, _node_rows(view), view.repairs, bom)


def nodes_path(path: str | PathLike[str]) -> Path:
    """Where the table of nodes goes.

    >>> nodes_path("case.csv").name
    'case.nodes.csv'
    """
    return Path(path).with_suffix(".nodes.csv")


def _node_rows(view: View) -> Iterator[dict[str, Any]]:
    for node in view.nodes():
        yield {"Id": node.id, "Label": node.label, **node.attributes}


def _edge_rows(view: View) -> Iterator[dict[str, Any]]:
    for edge in view.edges():
        kind = "Undirected" if edge.attributes.get("symmetric") is True else "Directed"
        yield {"Id": edge.eid, "Source": edge.source, "Target": edge.target, "Type": kind,
               "Label": edge.label, **edge.attributes}  # fmt: skip


def _write_table(
    path: str | PathLike[str],
    head: Iterable[str],
    rows: Iterable[Mapping[str, Any]],
    repairs: Repairs,
    bom: bool,
) -> None:
    rows = list(rows)
    names = list(dict.fromkeys([*head, *(name for row in rows for name in row)]))
    with writing(path) as file:
        file.write(codecs.BOM_UTF8 if bom else b"")
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        table = csv.writer(text)
        table.writerow([_cell(name, repairs) for name in names])
        table.writerows([_cell(row.get(name), repairs) for name in names] for row in rows)
        text.detach()


def _cell(value: Any, repairs: Repairs) -> str:
    if value is None:
        return ""
    text = repairs.text(lexical(value))
    if text.startswith(_FORMULA) and not isinstance(value, (bool, int, float)):
        repairs.note("cells quoted with an apostrophe, lest a spreadsheet runs them")
        return f"'{text}"
    return text
