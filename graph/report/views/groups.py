"""How blocs are shown: their members, what holds them, what parts them, what crosses them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.counting import rounded
from graph.questions.dyads import Dyad
from graph.questions.groups import Groups
from graph.report.blocks import Block, Grid, Heading, Prose, statement


def blocks(groups: Groups) -> Iterator[Block]:
    """The blocs, then the ties that speak for and against them."""
    if not groups.blocs:
        yield Prose("No two actors stand together: there is no cooperative tie that outweighs the hostile ones.")
    else:
        yield Grid(("Bloc", "Members", "Cooperative inside", "Hostile inside"), [
            (number, ", ".join(bloc.members), bloc.cooperative, bloc.hostile)
            for number, bloc in enumerate(groups.blocs, 1)
        ])  # fmt: skip
    if groups.alone:
        yield Prose(f"On their own: {', '.join(groups.alone)}")
    if groups.unaligned:
        yield Prose(f"Without a signed tie: {', '.join(groups.unaligned)}")
    for title, ties in _sorts(groups):
        if ties:
            yield Heading(title)
            yield Grid(("Between", "Cooperative", "Hostile", "Best link", "Sentence"), [
                (f"{tie.a} – {tie.b}", tie.cooperative, tie.hostile, statement(tie.best), tie.best.sentence)
                for tie in ties
            ])  # fmt: skip
    yield Prose(f"Method: {groups.method}. Frustration {rounded(groups.frustration)} of {rounded(groups.total)}.")


def rows(groups: Groups) -> Iterator[dict[str, object]]:
    """One row an actor: its bloc's number, 0 for those on their own, none for those without a signed tie."""
    for number, bloc in enumerate(groups.blocs, 1):
        yield from (_home(name, number) for name in bloc.members)
    yield from (_home(name, 0) for name in groups.alone)
    yield from (_home(name, None) for name in groups.unaligned)


def _home(name: str, bloc: int | None) -> dict[str, object]:
    return {"actor": name, "bloc": bloc}


def _sorts(groups: Groups) -> tuple[tuple[str, tuple[Dyad, ...]], ...]:
    return (("What holds the blocs together", groups.holds), ("What parts them", groups.parts),
            ("What crosses the lines", groups.crosses))  # fmt: skip
