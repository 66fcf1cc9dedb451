"""How an analyst's decisions are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.casefile.decisions import Decision
from graph.report.blocks import Block, Cell, Grid, Prose, statement


def blocks(answer: Sequence[Decision]) -> Iterator[Block]:
    """A row a decision, in the order they were made."""
    if answer:
        yield Grid(("No.", "Decision", "Made", "Taken back", "Note"), map(_row, answer))
    else:
        yield Prose("Nothing was decided.")


def rows(answer: Sequence[Decision]) -> Sequence[object]:
    """A decision a row."""
    return answer


def _row(decision: Decision) -> tuple[Cell, ...]:
    return decision.number, in_words(decision), decision.made, decision.undone, decision.note


def in_words(decision: Decision) -> str:
    """A decision in words.

    >>> in_words(Decision(1, "split", "Georgia", "Georgia (US state)", documents=("atlanta.txt",)))
    'split Georgia (US state) off Georgia, in atlanta.txt'
    """
    if decision.action == "merge":
        return f"merge {decision.subject} into {decision.object}"
    if decision.action == "rename":
        return f"rename {decision.subject} to {decision.object}"
    if decision.action == "split":
        where = "".join((f", in {', '.join(decision.documents)}" if decision.documents else "",
                         f", where named {', '.join(decision.named)}" if decision.named else ""))  # fmt: skip
        return f"split {decision.object} off {decision.subject}{where}"
    read = f": {statement(decision.link)}" if decision.link else ""
    return f"{decision.action} link {decision.subject}{read}"
