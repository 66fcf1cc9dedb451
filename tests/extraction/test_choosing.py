"""Which link is a sentence's main one, and how sure is each?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.choosing import LOOSE, confidence, measured, parts
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank
from graph.extraction.statements import Statement
from graph.links import Document, Link

MAIN = [
    ("first of two", "Chad criticised Mali and attacked Niger.", ("Chad", "Mali")),
    ("over a relative clause", "Kenya, which has long armed Uganda, sued Somalia.", ("Kenya", "Somalia")),
    ("reported last", "Italy condemned Libya, a spokesman told Reuters.", ("Italy", "Libya")),
    ("over a noun's deed", "Peru praised Chile despite its invasion of Bolivia.", ("Peru", "Chile")),
    ("over its participle", "Turkish-backed rebels attacked Armenia.", ("rebels", "Armenia")),
]


@pytest.mark.parametrize(("text", "ends"), [row[1:] for row in MAIN], ids=[row[0] for row in MAIN])
def test_the_main_statement_is_the_first_of_the_highest_clause(
    text: str, ends: tuple[str, str], pipeline: Language
) -> None:
    assert [(link.source, link.target) for link, _ in read(text, pipeline) if link.main] == [ends]


def test_a_link_is_as_sure_as_its_weakest_part(pipeline: Language) -> None:
    for link, statement in read("Ethiopia accused Egypt of arming rebels in Tigray.", pipeline):
        assert link.confidence == confidence(statement) == min(measured()[part] for part in parts(statement))


def test_what_is_far_or_deep_is_no_surer_than_what_is_near(pipeline: Language) -> None:
    (near, _), *_ = read("Ghana attacked Togo.", pipeline)
    (far, _), *_ = read("Ghana launched a wave of attacks on the territory of Togo.", pipeline)
    assert far.confidence <= near.confidence


def test_hints_are_the_least_sure() -> None:
    assert measured()[f"read by: {LOOSE}"] == min(measured().values())


def read(text: str, pipeline: Language) -> list[tuple[Link, Statement]]:
    """The links of a text, each with the statement it was made of."""
    return readings(pipeline(blank(pipeline, Document("text", text))))
