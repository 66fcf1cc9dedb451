"""How are links written for a shell: one JSON object a line, keys in the order of the contract?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from os import PathLike
from typing import Any

from graph.errors import WhowhomError
from graph.export.values import SURROGATES
from graph.export.view import View
from graph.files import writing
from graph.network import link_of_edge

FLAVOURS = ()


def write(view: View, path: str | PathLike[str]) -> None:
    """Write one JSON object a link (or a tie, where the network bundles them)."""
    view.repairs.counts.clear()  # the names and attributes are the network's own here
    with writing(path) as file:
        for row in _rows(view):
            line = json.dumps(row, ensure_ascii=False)
            file.write(view.repairs.text(line, SURROGATES).encode() + b"\n")


def _rows(view: View) -> Iterator[dict[str, Any]]:
    for source, target, key, data in view.network.edges(keys=True, data=True):
        if "links" in data:
            lists = {name: json.loads(data[name]) for name in ("speakers", "links")}
            yield {"source": source, "target": target, **data, **lists}
            continue
        try:
            yield link_of_edge(source, target, key, data).record()
        except KeyError as error:
            raise WhowhomError(
                f"the edge {source} → {target} carries no {error.args[0]}: JSONL holds links; write JSON or GraphML"
            ) from error
