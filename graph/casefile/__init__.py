"""A casefile: one SQLite file that keeps documents, actors, links and what is needed to follow them."""

from __future__ import annotations

from graph.casefile.connection import is_casefile, is_sqlite
from graph.casefile.store import Casefile, open_casefile

__all__ = ["Casefile", "is_casefile", "is_sqlite", "open_casefile"]
