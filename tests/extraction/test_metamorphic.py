"""Do the links follow when a text says the same of others, or says it in another construction?"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from gold_tables import Row, documents, measured, rows_of
from spacy.language import Language
from transformations import FILLINGS, FRAMES, WORDINGS, renamed, rows

from graph.extraction.pipeline import extract
from graph.links import Extraction

LOSS = 0.03  # what a transformation may cost in recall, all texts taken together
RENAMED_TABLES = ("actors", "attribution", "clauses", "factuality", "relations")
Read = list[tuple[Row, Extraction]]

CONSTRUCTIONS = [
    ("active", "passive"),
    ("active", "relative"),
    ("relative", "active"),
    ("active", "fronted"),
    ("active", "parted"),
    ("active", "dashed"),
    ("active", "quoted"),
    ("quoted", "reported"),
]
OTHERS = [pytest.param(number, id=names["A"]) for number, names in enumerate(FILLINGS) if number]


@pytest.fixture(scope="module")
def read(pipeline: Language) -> Callable[[list[Row]], Read]:
    """What the pipeline makes of some documents."""
    return lambda found: list(zip(found, extract(documents(found), pipeline), strict=True))


@pytest.fixture(scope="module")
def wordings(read: Callable[[list[Row]], Read]) -> dict[str, Read]:
    """Every frame with every filling, read in each wording."""
    return {name: read(rows(FRAMES, wording)) for name, wording in WORDINGS.items()}


def recall(found: Iterable[tuple[Row, Extraction]]) -> float:
    """The share of the links of some documents that were found in full."""
    pairs = list(found)
    return measured((extraction for _, extraction in pairs), (row for row, _ in pairs)).measures["full"].recall


@pytest.mark.parametrize(("before", "after"), CONSTRUCTIONS)
def test_another_construction_keeps_the_links(before: str, after: str, wordings: dict[str, Read]) -> None:
    plain, changed = recall(wordings[before]), recall(wordings[after])
    assert plain > 0
    assert changed >= plain - LOSS, (plain, changed)


@pytest.mark.parametrize("number", OTHERS)
def test_other_actors_in_the_same_places_keep_the_links(number: int, wordings: dict[str, Read]) -> None:
    pairs = [pair for found in wordings.values() for pair in found]
    plain, changed = (recall(pair for pair in pairs if pair[0]["filling"] == filling) for filling in (0, number))
    assert plain > 0
    assert changed >= plain - LOSS, (plain, changed)


@pytest.mark.parametrize("step", [1, 5])
def test_other_countries_in_the_tables_keep_the_links(step: int, read: Callable[[list[Row]], Read]) -> None:
    before = [row for name in RENAMED_TABLES for row in rows_of(name)]
    after = renamed(before, step)
    assert sum(old["text"] != new["text"] for old, new in zip(before, after, strict=True)) > len(before) / 3
    plain, changed = recall(read(before)), recall(read(after))
    assert plain > 0
    assert changed >= plain - LOSS, (plain, changed)
