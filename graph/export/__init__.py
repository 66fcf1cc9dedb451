"""Files for other tools: which format a path asks for, and who writes it.

One module a format, each with a `write(view, path, …)` and the `FLAVOURS` it knows.
"""

from __future__ import annotations

import importlib
from os import PathLike, fspath
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import WrongUse
from graph.export.view import View, tie_network

# Format -> the module that writes it. A file's ending is its format.
FORMATS = {
    "graphml": "graphml",
    "gexf": "gexf",
    "csv": "tables",
    "json": "json_files",
    "jsonl": "records",
    "cypher": "cypher",
}


def export(
    network: nx.MultiDiGraph,
    path: str | PathLike[str],
    *,
    file_format: str | None = None,
    flavour: str | None = None,
    ties: bool = False,
    bom: bool = False,
) -> None:
    """Write a network for other tools.

    Parameters
    ----------
    network : networkx.MultiDiGraph
        As `graph.network` builds it.
    path : str or path
        The file; its ending is its format. `-` is standard output, and needs `file_format`.
    file_format : str, optional
        One of `FORMATS`, where the ending does not say.
    flavour : str, optional
        A tool the file is meant for.
    ties : bool
        Bundle the links of a dyad into ties.
    bom : bool
        CSV only: start with a byte order mark, by which Excel knows UTF-8.

    Raises
    ------
    WrongUse
        If the format or flavour is unknown.
    WhowhomError
        If the file cannot be written.

    Warns
    -----
    RepairWarning
        With the number of characters and values that the format could not hold.
    """
    writer, options = writer_for(path, file_format=file_format, flavour=flavour, bom=bom)
    view = View(tie_network(network) if ties else network)
    writer.write(view, path, **options)
    view.repairs.warn(path)


def writer_for(
    path: str | PathLike[str], *, file_format: str | None = None, flavour: str | None = None, bom: bool = False
) -> tuple[Any, dict[str, Any]]:
    """Who writes a file, and the options it takes (see `export`).

    Raises
    ------
    WrongUse
        If there is no such format, or it has no such flavour.
    """
    ending = Path(fspath(path)).suffix.removeprefix(".").lower()
    chosen = file_format or ending
    if chosen not in FORMATS:
        named = f"{fspath(path)}: no format {chosen!r}" if chosen else f"{fspath(path)} has no ending"
        raise WrongUse(f"{named}: end the file's name in .{', .'.join(FORMATS)}, or say --format")
    if ending in FORMATS and ending != chosen:
        raise WrongUse(f"{fspath(path)} would hold {chosen}: end its name in .{chosen}, or leave out --format")
    writer = importlib.import_module(f"graph.export.{FORMATS[chosen]}")
    options: dict[str, Any] = {}
    if flavour is not None:
        if flavour not in writer.FLAVOURS:
            known = ", ".join(writer.FLAVOURS) or "none"
            raise WrongUse(f"{chosen} has no flavour {flavour!r}: it knows {known}")
        options["flavour"] = flavour
    if bom:
        if chosen != "csv":
            raise WrongUse(f"a byte order mark is for CSV, not for {chosen}: leave out --bom")
        options["bom"] = True
    return writer, options


def __getattr__(name: str) -> Any:
    if name == "read_graphml":
        from graph.export.graphml_reading import read_graphml

        return read_graphml
    raise AttributeError(f"module 'graph.export' has no attribute {name!r}")


__all__ = ["FORMATS", "export", "read_graphml", "writer_for"]
