"""Where actors stand: allies near, adversaries apart, nobody on top of another."""

from __future__ import annotations

from itertools import combinations
from math import dist

from samples import link

from graph.network import bundle
from graph.relationship_map.layout import positions


def places(links, radius=12.0):
    ties = bundle(links)
    names = sorted({name for tie in ties for name in (tie.source, tie.target)})
    return dict(zip(names, positions(names, ties, [radius] * len(names)), strict=True))


def two_camps():
    friends = [link(a, "ALLIANCE", b, symmetric=True) for camp in ("ABCD", "WXYZ") for a, b in combinations(camp, 2)]
    foes = [link(a, "ASSAULT", b) for a, b in ("AW", "BX", "CY", "DZ")]
    return friends + foes


def test_allies_stand_nearer_than_adversaries():
    at = places(two_camps())
    within = [dist(at[a], at[b]) for camp in ("ABCD", "WXYZ") for a, b in combinations(camp, 2)]
    across = [dist(at[a], at[b]) for a, b in ("AW", "BX", "CY", "DZ")]
    assert max(within) < min(across)


def test_the_same_for_the_same_input():
    assert places(two_camps()) == places(two_camps())


def test_nobody_stands_on_top_of_another():
    star = [link("hub", "AID", f"leaf {number}") for number in range(60)]
    at = places(star)
    assert min(dist(a, b) for a, b in combinations(at.values(), 2)) > 24


def test_the_long_side_lies_across():
    chain = [link(a, "AID", b) for a, b in zip("ABCDEFGH", "BCDEFGHI", strict=True)]
    xs, ys = zip(*places(chain).values(), strict=True)
    assert max(xs) - min(xs) > max(ys) - min(ys)


def test_parts_without_a_tie_between_them_stand_apart():
    at = places([*two_camps(), link("Peru", "AID", "Chile")])
    low = max(y for name, (_, y) in at.items() if len(name) == 1)
    assert min(at["Peru"][1], at["Chile"][1]) > low


def test_many_small_parts_fill_a_window():
    at = places([link(f"Actor {number}", "AID", f"Target {number}") for number in range(40)])
    xs, ys = zip(*at.values(), strict=True)
    assert 1 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2


def test_beyond_the_core_everyone_stands_around_a_neighbour():
    ties = bundle([link("hub", "AID", f"leaf {number:04}") for number in range(600)])
    names = ["hub", *(f"leaf {number:04}" for number in range(600))]
    at = positions(names, ties, [10.0] * len(names))
    assert len(set(at)) == len(at)


def test_small_and_empty_networks_have_places_too():
    assert positions([], [], []) == []
    assert len(places([link("A", "AID", "B")])) == 2
    assert len(places([link("A", "CONCEDE", "A")])) == 1
