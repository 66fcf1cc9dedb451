"""How centrality is shown: a row an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.questions.central import Centrality
from graph.report.blocks import Block, Grid


def blocks(rows: Sequence[Centrality]) -> Iterator[Block]:
    """One grid, the most central first."""
    yield Grid(("Actor", "Degree", "Strength", "Betweenness", "PageRank"),
               [(row.name, row.degree, row.strength, row.betweenness, row.pagerank) for row in rows])  # fmt: skip


def rows(rows: Sequence[Centrality]) -> Sequence[Centrality]:
    """The actors with their measures."""
    return rows
