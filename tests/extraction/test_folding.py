"""What sign does an edge get, once demands, denials and what is only considered are folded in?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.edges import edge
from graph.extraction.pipeline import extract
from graph.links import Document

SIGNS = [
    ("Ghana said Togo must disarm the militia.", -1),
    ("Ghana demanded an apology from Togo.", -1),
    ("Ghana urged Togo to disarm the militia.", 0),
    ("Ghana is considering sending food to Togo.", 0),
    ("Ghana sent food to Togo.", 1),
    ("Ghana agreed with Togo that the road was bad.", 0),
    ("Ghana has not recognised Togo.", -1),
]


@pytest.mark.parametrize(("sentence", "sign"), SIGNS)
def test_an_edge_has_its_folded_sign(pipeline: Language, sentence: str, sign: int) -> None:
    (extraction,) = extract([Document("d", sentence)], pipeline)
    found = [edge(extraction, link) for link in extraction.links]
    signs = {e["polarity"] for e in found if (e["source"], e["target"]) == ("Ghana", "Togo")}
    assert signs == {sign}
