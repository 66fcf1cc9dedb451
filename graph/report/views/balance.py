"""How structural balance is shown: the triads under most strain, then the most stable, with their sentences."""

from __future__ import annotations

from collections.abc import Iterator

from graph.counting import rounded
from graph.questions.balance import Balance, Triad
from graph.report.blocks import Block, Heading, Prose, Quotations


def blocks(balance: Balance) -> Iterator[Block]:
    """The degree of balance, then triads."""
    if balance.degree is None:
        yield Prose("No three actors are all tied to each other by friendship or enmity.")
        return
    counts = f"{balance.stable} stable and {balance.unstable} unstable triads"
    yield Prose(f"Degree of balance {balance.degree:.2f}: {counts}.")
    for title, triads in (("Least stable", balance.least_stable), ("Most stable", balance.most_stable)):
        for number, triad in enumerate(triads, 1):
            yield Heading(f"{title} {number}: {triad.reading} (weight {rounded(triad.weight)})")
            yield Quotations(tuple(side.best for side in triad.sides))


def rows(balance: Balance) -> Iterator[dict[str, object]]:
    """One row a triad."""
    for triad in balance.least_stable + balance.most_stable:
        yield _row(triad)


def _row(triad: Triad) -> dict[str, object]:
    row: dict[str, object] = {"a": triad.actors[0], "b": triad.actors[1], "c": triad.actors[2],
                              "stable": triad.stable, "weight": triad.weight, "reading": triad.reading}  # fmt: skip
    for name, side in zip(("ab", "ac", "bc"), triad.sides, strict=True):
        row[f"{name}_net"], row[f"{name}_link"] = round(side.net, 6), side.best.id
        row[f"{name}_sentence"] = side.best.sentence
    return row
