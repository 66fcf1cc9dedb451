"""How disputes are shown: what is claimed, then what is said against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.questions.disputes import Dispute
from graph.report.blocks import Block, Heading, Prose, Quotations


def blocks(disputes: Sequence[Dispute]) -> Iterator[Block]:
    """A heading and two quotations a dispute."""
    if not disputes:
        yield Prose("No statements contradict each other under these filters.")
    for number, dispute in enumerate(disputes, 1):
        yield Heading(f"{number}. {dispute.kind.capitalize()}: {dispute.reading}")
        yield Quotations((dispute.one, dispute.other))


def rows(disputes: Sequence[Dispute]) -> Iterator[dict[str, object]]:
    """One row a dispute."""
    for dispute in disputes:
        row: dict[str, object] = {"kind": dispute.kind, "source": dispute.source, "target": dispute.target,
                                  "about": dispute.about, "reading": dispute.reading}  # fmt: skip
        for name, link in (("one", dispute.one), ("other", dispute.other)):
            row |= {f"{name}_says": link.attributed_to, f"{name}_when": link.when, f"{name}_link": link.id,
                    f"{name}_sentence": link.sentence}  # fmt: skip
        yield row
