"""Which link is a sentence's main one?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.linking import readings
from graph.extraction.pipeline import blank
from graph.extraction.statements.statements import Statement
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


def read(text: str, pipeline: Language) -> list[tuple[Link, Statement]]:
    """The links of a text, each with the statement it was made of."""
    return readings(pipeline(blank(pipeline, Document("text", text))))
