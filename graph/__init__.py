"""whowhom: who does what to whom, read out of news, with the words behind every link.

The public API. Nothing is imported before it is used, so that a command starts at once.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

__version__ = "0.1.0"

# Each public name and the module it lives in.
_HOME = {
    "Document": "graph.links",
    "Actor": "graph.links",
    "Link": "graph.links",
    "Tie": "graph.links",
    "read_documents": "graph.documents",
    "load_pipeline": "graph.extraction.pipeline",
    "extract": "graph.extraction.pipeline",
    "relation_between": "graph.extraction.senses.pairs",
    "open_casefile": "graph.casefile",
    "network": "graph.network",
    "ties": "graph.network",
    "actors": "graph.questions.actors",
    "show": "graph.questions.show",
    "paths": "graph.questions.paths",
    "evidence": "graph.questions.evidence",
    "neighbours": "graph.questions.neighbours",
    "timeline": "graph.questions.timeline",
    "groups": "graph.questions.groups",
    "balance": "graph.questions.balance",
    "disputes": "graph.questions.disputes",
    "compare": "graph.questions.compare",
    "changes": "graph.questions.changes",
    "central": "graph.questions.central",
    "search": "graph.questions.search",
    "relationship_map": "graph.relationship_map",
    "export": "graph.export",
    "read_graphml": "graph.export",
    "score": "graph.score",
}
__all__ = sorted(_HOME)  # noqa: PLE0605


class _Api(ModuleType):
    """A module whose public functions are not shadowed by the submodules of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'graph' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


sys.modules[__name__].__class__ = _Api
