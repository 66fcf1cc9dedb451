"""How a casefile is described: what it holds, what read it, and its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.casefile.info import Info, Listed, ReadBy
from graph.report.blocks import Block, Cell, Grid, Heading, Prose


def blocks(answer: Info | Sequence[Listed]) -> Iterator[Block]:
    """The numbers and a row a reading; or a row a document."""
    if isinstance(answer, Info):
        yield Heading(answer.path)
        yield Grid(("Holds", "Number"), _holdings(answer))
        yield Grid(("Model", "Rules", "Documents read", "Version"), map(_reading, answer.readings))
        if answer.unread:
            yield Prose(f"{answer.unread:,} documents are not read yet: whowhom build -c {answer.path} goes on.")
    else:
        yield Grid(("Document", "Title", "Publisher", "Date", "Links", "Rules", "Also in"), (
            (d.id, d.title, d.publisher, d.date, d.links, d.rules, ", ".join(d.also_in)) for d in answer
        ))  # fmt: skip


def rows(answer: Info | Sequence[Listed]) -> Sequence[object]:
    """One row for the casefile; or a document a row."""
    return [answer] if isinstance(answer, Info) else answer


def _holdings(answer: Info) -> Iterator[tuple[Cell, ...]]:
    yield "documents", answer.documents
    yield "copies of the same stories", answer.copies
    yield "actors, unnamed ones too", answer.actors
    yield "links, those of unnamed actors too", answer.links
    yield "hints, shown with --min-confidence 0", answer.hints
    yield "links an analyst rejected", answer.rejected
    yield "decisions by analysts", answer.decisions
    yield "megabytes", round(answer.bytes / 1e6, 1)
    if answer.first:
        yield "dates", answer.first if answer.first == answer.last else f"{answer.first} to {answer.last}"


def _reading(read_by: ReadBy) -> tuple[Cell, ...]:
    version = "current" if read_by.current else "other: build --reread"
    return read_by.model, read_by.rules, read_by.documents, version
