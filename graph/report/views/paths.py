"""How paths are shown: the chain, what its signs amount to, and a sentence for each step."""

from __future__ import annotations

from collections.abc import Iterator

from graph.counting import rounded
from graph.questions.paths import Connection, Hop, Path
from graph.report.blocks import Block, Heading, Prose, Quotations

_ARROWS = {"forward": "→ {} →", "backward": "← {} ←", "both": "— {} —"}


def blocks(answer: Connection) -> Iterator[Block]:
    """A heading, a reading and the best sentences for each path; without one, what would open one."""
    if not answer.paths:
        yield Prose(_nothing(answer))
    for number, path in enumerate(answer.paths, 1):
        yield Heading(f"{number}. {chain(path)}")
        yield Prose(f"{path.reading[:1].upper()}{path.reading[1:]}. Cost {rounded(path.cost)}.")
        for hop in path.hops:
            yield Prose(_support(hop))
            yield Quotations((hop.best,))


def rows(answer: Connection) -> Iterator[dict[str, object]]:
    """One row a step."""
    for number, path in enumerate(answer.paths, 1):
        for step, hop in enumerate(path.hops, 1):
            yield {
                "path": number, "cost": path.cost, "step": step, "source": hop.source, "target": hop.target,
                "direction": hop.direction, "relation": hop.relation, "predicate": hop.predicate,
                "polarity": hop.polarity, "weight": hop.weight, "asserted": hop.asserted, "negated": hop.negated,
                "possible": hop.possible, "first": hop.first, "last": hop.last, "link": hop.best.id,
                "attributed_to": hop.best.attributed_to, "sentence": hop.best.sentence,
                "document": hop.best.document,
            }  # fmt: skip


def _nothing(answer: Connection) -> str:
    line = f"No path leads from {answer.source} to {answer.target} under these filters."
    if not answer.openings:
        return f"{line} No single option would open one."
    return f"{line} One would open {', or '.join(answer.openings)}."


def chain(path: Path) -> str:
    """The path in one line: `Iran → support → Hezbollah ← attack ← Israel`."""
    parts = [path.actors[0]]
    for hop in path.hops:
        parts += [_ARROWS[hop.direction].format(hop.predicate), hop.target]
    return " ".join(parts)


def _support(hop: Hop) -> str:
    counts = [(hop.asserted, "asserted"), (hop.negated, "negated"), (hop.possible, "possible")]
    links = ", ".join(f"{count} {name}" for count, name in counts if count)
    dates = " to ".join(dict.fromkeys(date for date in (hop.first, hop.last) if date))
    others = sorted({tie.polarity for tie in hop.ties} - {hop.polarity})
    mixed = f", also {' and '.join(others)}" if others else ""
    tie = f"{hop.source} – {hop.target}: {hop.relation}, {hop.polarity}{mixed}; {links}"
    return f"{tie}; {dates}" if dates else tie
