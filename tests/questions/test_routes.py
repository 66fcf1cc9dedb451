"""Routes: cheapest first, bounded, simple; networkx enumerates them all as the judge."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.questions.routes import best_routes

NODES = "abcdef"
ROADS = st.dictionaries(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda ends: ends[0] != ends[1]),
    st.integers(1, 64).map(lambda n: n / 8),  # sums of eighths are exact
    max_size=20,
)


def nested(costs: dict[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    roads: dict[str, dict[str, float]] = {}
    for (here, there), cost in costs.items():
        roads.setdefault(here, {})[there] = cost
    return roads


def enumerated(costs: dict[tuple[str, str], float], max_length: int) -> list[tuple[float, tuple[str, ...]]]:
    graph = nx.DiGraph()
    graph.add_nodes_from(NODES)
    graph.add_weighted_edges_from((*ends, cost) for ends, cost in costs.items())
    routes = nx.all_simple_paths(graph, "a", "f", cutoff=max_length)
    return sorted((nx.path_weight(graph, route, "weight"), tuple(route)) for route in routes)


@given(ROADS, st.integers(1, 5), st.integers(1, 6))
def test_the_cheapest_of_all_simple_routes_are_found(costs, max_length, k):
    found = best_routes(nested(costs), "a", "f", k=k, max_length=max_length)
    expected = enumerated(costs, max_length)
    assert [cost for cost, _ in found] == [cost for cost, _ in expected[:k]]
    assert set(found) <= set(expected)


@given(ROADS, st.integers(1, 5), st.sets(st.sampled_from("bcde"), max_size=3), st.sets(st.sampled_from("bcde")))
def test_every_route_passes_what_it_must_and_avoids_what_it_may_not(costs, max_length, via, avoid):
    found = best_routes(nested(costs), "a", "f", k=1000, max_length=max_length, via=via, avoid=avoid)
    expected = [(cost, route) for cost, route in enumerated(costs, max_length)
                if via <= set(route) and avoid.isdisjoint(route)]  # fmt: skip
    assert found == expected


def test_a_long_cheap_route_gives_way_to_the_bound():
    costs = {("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "f"): 1.0, ("a", "f"): 10.0}
    assert best_routes(nested(costs), "a", "f", k=5, max_length=2) == [(10.0, ("a", "f"))]


@pytest.mark.parametrize(
    "asked", [{"k": 0, "max_length": 3}, {"k": 3, "max_length": 0}, {"k": 3, "max_length": 3, "avoid": ["a"]}]
)
def test_nothing_is_found_where_nothing_may_be(asked):
    assert best_routes({"a": {"f": 1.0}}, "a", "f", **asked) == []


def test_there_is_no_route_from_a_node_to_itself():
    assert best_routes({"a": {"b": 1.0}, "b": {"a": 1.0}}, "a", "a", k=3, max_length=3) == []
