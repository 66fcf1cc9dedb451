"""How an explanation is shown: the links with their rules, the actors, the parse."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extraction.explaining import Explanation
from graph.links import Link
from graph.report.blocks import Block, Grid, Heading, Prose, deed, voice

NOTHING = "No link is read out of this."


def blocks(answer: Explanation) -> Iterator[Block]:
    """The links, then what they were read from."""
    if answer.links:
        columns = ("Who", "Does what", "To whom", "Relation", "Polarity", "Said by", "When", "Sure", "Rule")
        yield Grid(columns, [_row(link) for link in answer.links])
    else:
        yield Prose(NOTHING)
    yield Heading("Actors")
    yield Grid(("Words", "Actor", "Kind", "How"), [(n.words, n.actor, n.kind, n.how) for n in answer.actors])
    yield Heading("Parse")
    yield Grid(
        ("Word", "Lemma", "Tag", "Dependency", "Depends on"),
        [(w.word, w.lemma, w.part_of_speech, w.dependency, w.depends_on) for w in answer.parse],
    )


def rows(answer: Explanation) -> tuple[Link, ...]:
    """The link records."""
    return answer.links


def _row(link: Link) -> tuple[str | float, ...]:
    mark = " ★" if link.main else ""
    return (link.source, deed(link) + mark, link.target, link.relation, link.polarity, voice(link),
            link.time.text if link.time else "", round(link.confidence, 2), link.rule)  # fmt: skip
