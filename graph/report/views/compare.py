"""How two speakers' worlds are shown side by side."""

from __future__ import annotations

from collections.abc import Iterator

from graph.questions.compare import Speakers, View
from graph.report.blocks import Block, Grid, Heading, Prose, Quotations

_TITLES = {"differ": "Where they differ", "agree": "Where they agree", "silent": "Where one is silent"}


def blocks(speakers: Speakers) -> Iterator[Block]:
    """A grid for each verdict, and both sides' sentences where they differ."""
    if not speakers.comparisons:
        yield Prose(f"Nothing is quoted from {speakers.one} or {speakers.other} under these filters.")
    for verdict, title in _TITLES.items():
        rows = [row for row in speakers.comparisons if row.verdict == verdict]
        if rows:
            yield Heading(title)
            yield Grid(("Between", speakers.one, speakers.other), [
                (f"{row.a} – {row.b}", _stance(row.one), _stance(row.other)) for row in rows
            ])  # fmt: skip
            yield Quotations(tuple(view.best for row in rows for view in (row.one, row.other) if view))


def rows(speakers: Speakers) -> Iterator[dict[str, object]]:
    """One row a dyad."""
    for row in speakers.comparisons:
        yield {"verdict": row.verdict, "a": row.a, "b": row.b, **_flat("one", row.one), **_flat("other", row.other)}


def _stance(view: View | None) -> str | None:
    return f"{view.stance} ({view.links})" if view else None


def _flat(name: str, view: View | None) -> dict[str, object]:
    return {
        f"{name}_stance": view and view.stance,
        f"{name}_links": view.links if view else 0,
        f"{name}_link": view and view.best.id,
        f"{name}_sentence": view and view.best.sentence,
    }
