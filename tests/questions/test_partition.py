"""Partitions of signed graphs: friends together, enemies apart, nothing left to gain by a small step."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.questions import partition as module

NODES = "abcdefg"
NETS = st.dictionaries(
    st.sampled_from(list(combinations(NODES, 2))), st.integers(-8, 8).map(lambda n: n / 4), max_size=21
)


def partition(nets) -> dict[str, int]:
    return module.partition((a, b, net) for (a, b), net in nets.items())


def frustration(nets, home) -> float:
    return sum(abs(net) for (a, b), net in nets.items() if (net > 0) != (home[a] == home[b]))


@given(NETS)
def test_no_move_of_one_and_no_merger_of_two_makes_it_better(nets):
    home = partition(nets)
    now = frustration(nets, home)
    parts = {*home.values(), -1}
    moved = [frustration(nets, {**home, node: part}) for node in home for part in parts]
    merged = [
        frustration(nets, {node: one if part == other else part for node, part in home.items()})
        for one, other in combinations(parts, 2)
    ]
    assert now <= min([*moved, *merged], default=0) + 1e-9


@given(NETS)
def test_every_node_has_one_part_and_order_does_not_matter(nets):
    home = partition(nets)
    assert set(home) == {node for ends in nets for node in ends}
    assert partition(dict(reversed(nets.items()))) == home


@given(st.lists(st.integers(0, 2), min_size=2, max_size=7))
def test_a_graph_that_can_be_parted_without_frustration_is(camps):
    nets = {(NODES[i], NODES[j]): 1.0 if camps[i] == camps[j] else -1.0
            for i, j in combinations(range(len(camps)), 2)}  # fmt: skip
    assert frustration(nets, partition(nets)) == 0


def test_nothing_parts_into_nothing():
    assert partition({}) == {}
