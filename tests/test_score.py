"""Are links scored against gold as the docstring says?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import WhowhomError
from graph.score import read_gold, score


def row(source: str, target: str, **more: Any) -> dict[str, Any]:
    """A link record of one sentence."""
    base = {"sentence": "Chad attacked Mali and Niger.", "predicate": "attack", "polarity": "hostile",
            "factuality": "asserted", "attributed_to": None, "kind": "event", "id": f"{source}-{target}"}  # fmt: skip
    return {**base, "source": source, "target": target, **more}


def test_a_perfect_reading() -> None:
    answer = score([row("Chad", "Mali")], [row("Chad", "Mali")])
    assert {m.f1 for m in answer.measures.values()} == {1.0}
    assert not answer.missed
    assert not answer.wrong


def test_direction_counts_unless_the_gold_is_symmetric() -> None:
    assert score([row("Mali", "Chad")], [row("Chad", "Mali")]).measures["pair"].hits == 0
    assert score([row("Mali", "Chad")], [row("Chad", "Mali", symmetric=True)]).measures["pair"].hits == 1


def test_levels_ask_more_and_more() -> None:
    answer = score([row("Chad", "Mali", factuality="possible")], [row("Chad", "Mali")])
    assert [answer.measures[level].hits for level in ("pair", "signed", "full")] == [1, 1, 0]
    assert answer.fields["factuality"] == (0, 1)


def test_accepted_names_and_values() -> None:
    gold = row("Chad", ["Mali", "Malians"], accept={"polarity": ["neutral"]})
    assert score([row("chad", "the Malians", polarity="neutral")], [gold]).measures["full"].hits == 1


def test_doubtful_gold_counts_neither_way() -> None:
    answer = score([row("Chad", "Niger")], [row("Chad", "Mali"), row("Chad", "Niger", doubtful=True)])
    assert (answer.measures["pair"].predicted, answer.measures["pair"].wanted) == (0, 1)
    assert [r["target"] for r in answer.excused] == ["Niger"]


def test_one_prediction_satisfies_one_gold_link() -> None:
    answer = score([row("Chad", "Mali")], [row("Chad", "Mali"), row("Chad", "Mali", polarity="neutral")])
    assert answer.measures["pair"].hits == 1
    assert answer.measures["signed"].hits == 1


def test_a_link_where_gold_is_silent_is_wrong() -> None:
    answer = score([row("Chad", "Mali"), row("A", "B", sentence="Nothing like it.")], [row("Chad", "Mali")])
    assert answer.measures["pair"].precision == 0.5


def test_nothing_predicted_and_nothing_wanted() -> None:
    assert score([], [row("Chad", "Mali")]).measures["pair"].f1 == 0
    assert score([], []).measures["pair"].precision == 0


def test_a_document_with_its_links_is_gold(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    first = {"id": "d1", "text": "Chad attacked Mali.", "links": [{"source": "Chad", "target": "Mali"}]}
    path.write_text(f"{json.dumps(first)}\n{json.dumps({'id': 'd2', 'text': 'It rained.', 'links': []})}\n")
    gold = read_gold(path)
    predicted = [row("Chad", "Mali", document="d1", sentence="Chad attacked Mali."),
                 row("Chad", "Mali", document="d2", sentence="It rained.")]  # fmt: skip
    measure = score(predicted, gold).measures["pair"]
    assert (measure.hits, measure.predicted, measure.wanted) == (1, 2, 1)


def test_broken_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row("Chad", "Mali")) + "\nnot json\n")
    with pytest.raises(WhowhomError, match=r"gold.jsonl, line 2: not JSON"):
        read_gold(path)
    with pytest.raises(WhowhomError, match="gold row 1: has no 'sentence'"):
        score([], [{}])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ([1], "is no link"),
        ({**row("Chad", "Mali"), "source": 3}, "'source' is neither a name nor a list of names"),
        (row("Chad", "Mali", polarity="friendly"), "polarity 'friendly' is none of"),
        (row("Chad", "Mali", relation=["AID", "HUG"]), "relation 'HUG' is none of"),
        (row("Chad", "Mali", factuality="sure"), "factuality 'sure' is none of"),
        (row("Chad", "Mali", accept=["neutral"]), "'accept' is no object of lists"),
        ({"id": "d", "text": "It rained.", "links": "x"}, "'links' is no list of links"),
        ({"id": "d", "text": "It rained.", "links": [5]}, "'links' is no list of links"),
        ({"text": "It rained.", "links": []}, "needs 'id'"),
        ({"id": "d", "text": "It rained.", "links": [{"source": "Chad"}]}, "has no 'target'"),
    ],
)
def test_a_row_that_is_no_gold_is_named_with_its_line(tmp_path: Path, line: Any, words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(row('Chad', 'Mali'))}\n{json.dumps(line)}\n")
    with pytest.raises(WhowhomError, match=rf"gold.jsonl, line 2: .*{words}"):
        read_gold(path)


@pytest.mark.parametrize(("content", "words"), [(b"\n", "holds no gold"), (b"\0\1\2", "is a binary file")])
def test_a_file_without_gold_is_no_gold(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(WhowhomError, match=words):
        read_gold(path)


def test_gold_is_read_in_the_encoding_it_has(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row("Chad", "Mali")), encoding="utf-16")
    assert read_gold(path) == [row("Chad", "Mali")]
