"""Which ways lead from here to there within so many steps: the k cheapest simple routes, exactly."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping
from math import inf

# Node -> neighbour -> cost of the step, all costs above zero.
Roads = Mapping[str, Mapping[str, float]]
Route = tuple[float, tuple[str, ...]]
# What has yet to be visited -> node -> cost of the cheapest walk to the goal that does.
_Rest = dict[frozenset[str], dict[str, float]]


def best_routes(
    roads: Roads,
    start: str,
    goal: str,
    *,
    k: int,
    max_length: int,
    via: Collection[str] = (),
    avoid: Collection[str] = (),
) -> list[Route]:
    """The k cheapest routes that visit no node twice.

    Parameters
    ----------
    roads : mapping of mappings
        The cost of each step, above zero.
    start, goal : str
    k, max_length : int
        At most so many routes of at most so many steps.
    via, avoid : collections of str
        Nodes every route must, or must not, visit.

    Returns
    -------
    list of (cost, nodes)
        Sorted by cost, then by the nodes' names.

    Notes
    -----
    Best-first search over partial routes (A*), led by the cheapest walk that remains from each node in
    the steps that remain. That walk never costs more than the rest of a simple route, so routes come out
    in order, and hardly a partial route is opened that is part of no answer. Yen's algorithm, as
    networkx has it, cannot bound the steps: long cheap routes would come first, without end.

    References
    ----------
    P. Hart, N. Nilsson, B. Raphael: A formal basis for the heuristic determination of minimum cost
    paths. IEEE Transactions on Systems Science and Cybernetics 4 (1968) 100–107.

    Examples
    --------
    >>> best_routes({"a": {"b": 1, "c": 5}, "b": {"c": 1}}, "a", "c", k=2, max_length=2)
    [(2.0, ('a', 'b', 'c')), (5.0, ('a', 'c'))]
    """
    closed, must = frozenset(avoid), frozenset(via) - {start, goal}
    if start == goal or k < 1 or max_length < 1 or closed & {start, goal, *via}:
        return []
    nodes = {start, goal, *roads, *(there for steps in roads.values() for there in steps)}
    # Visiting no node twice, no route has more steps.
    rest = _remaining(roads, start, goal, min(max_length, len(nodes) - 1), must, closed)
    found: list[Route] = []
    for route in _in_order(roads, start, goal, must, rest):
        found.append(route)
        if len(found) == k:
            break
    return sorted(found)


def _in_order(roads: Roads, start: str, goal: str, must: frozenset[str], rest: list[_Rest]) -> Iterator[Route]:
    """All simple routes in order of cost; `rest[n]` is what remains within n steps."""
    heap: list[tuple[float, tuple[str, ...], float]] = [(rest[-1].get(must, {}).get(start, inf), (start,), 0.0)]
    while heap:
        _, nodes, spent = heapq.heappop(heap)
        if nodes[-1] == goal:
            yield spent, nodes
            continue
        steps_left = len(rest) - 1 - len(nodes)
        if steps_left < 0:
            continue
        for there, price in roads.get(nodes[-1], {}).items():
            left = rest[steps_left].get(must.difference(nodes, (there,)), {}).get(there)
            if left is not None and there not in nodes:
                heapq.heappush(heap, (spent + price + left, (*nodes, there), spent + price))


def _remaining(
    roads: Roads, start: str, goal: str, max_length: int, must: frozenset[str], closed: frozenset[str]
) -> list[_Rest]:
    """For each number of steps, the cheapest walks to the goal from the nodes a route can be at then."""
    near = [{start}]
    for _ in range(max_length - 1):
        near.append((near[-1] | {there for here in near[-1] for there in roads.get(here, ())}) - closed)
    rest: list[_Rest] = [{frozenset(): {goal: 0.0}}]
    for nodes in reversed(near):
        rest.append(_one_step_more(roads, nodes, must, rest[-1]))
    return rest


def _one_step_more(roads: Roads, nodes: Collection[str], must: frozenset[str], rest: _Rest) -> _Rest:
    """The cheapest walks from these nodes, one step longer than those known."""
    more = {pending: dict(costs) for pending, costs in rest.items()}
    for pending, costs in rest.items():
        for here in nodes:
            steps = roads.get(here, {})
            for there in steps.keys() & costs.keys():
                table = more.setdefault(pending | must.intersection((there,)), {})
                table[here] = min(table.get(here, inf), steps[there] + costs[there])
    return more
