"""What sign does an edge get, once demands, denials and what is only considered are folded in?"""

from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks.edges import edges

SIGNS = [
    ("Ghana said Togo must disarm the militia.", -1),
    ("Ghana demanded an apology from Togo.", -1),
    ("Ghana urged Togo to disarm the militia.", 0),
    ("Ghana is considering sending food to Togo.", 0),
    ("Ghana sent food to Togo.", 1),
    ("Ghana agreed with Togo that the road was bad.", 0),
    ("Ghana has not recognised Togo.", -1),
]


@pytest.fixture(scope="module")
def signs() -> dict[str, set[int]]:
    """The signs of the edges from Ghana to Togo, by the sentence."""
    found: dict[str, set[int]] = defaultdict(set)
    for edge in edges([{"id": sentence, "text": sentence} for sentence, _ in SIGNS]):
        if (edge["source"], edge["target"]) == ("Ghana", "Togo"):
            found[edge["text"]].add(edge["polarity"])
    return found


@pytest.mark.parametrize(("sentence", "sign"), SIGNS)
def test_an_edge_has_its_folded_sign(signs: dict[str, set[int]], sentence: str, sign: int) -> None:
    assert signs[sentence] == {sign}
