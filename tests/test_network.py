"""Links become a network and come back whole; ties bundle them by who, whom and polarity."""

from __future__ import annotations

import pytest
from samples import actor, armenia, during, link, net, sudan

from graph.links import Actor
from graph.network import actors_of, bundle, links_of, network, ties, worth

WARS = (*sudan(), *armenia())


def test_links_come_back_as_they_were():
    assert sorted(links_of(net(*WARS)), key=lambda row: row.id) == sorted(WARS, key=lambda row: row.id)


def test_actors_come_back_as_they_were():
    egypt = Actor("egypt", "Egypt", "country", None, {"Egypt": 3, "Cairo": 1}, {"Cairo": "metonym"})
    graph = network([link("Egypt", "AID", "Sudan")], [egypt, actor("Chad")])
    assert actors_of(graph)[0] == egypt
    assert [(row.name, row.kind) for row in actors_of(graph)] == [("Egypt", "country"), ("Sudan", "generic")]


def test_attributes_are_scalars_and_nothing_is_none():
    graph = net(link("Egypt", "AID", "Sudan", time=during("2023-01-01", "2024-01-01")), *WARS)
    for *_, data in [*graph.edges(data=True), *graph.nodes(data=True)]:
        assert all(isinstance(value, str | int | float | bool) for value in data.values())


def test_a_tie_bundles_a_direction_and_a_polarity():
    found = {(tie.source, tie.target, tie.polarity): tie for tie in ties(net(*WARS))}
    armed = found["United Arab Emirates", "Rapid Support Forces", "cooperative"]
    assert (armed.asserted, armed.negated, armed.possible) == (1, 1, 0)
    assert armed.weight == 0.8
    assert armed.speakers == ("Amnesty International", "United Arab Emirates")
    assert (armed.first, armed.last) == ("2023-08-10", "2023-08-12")
    assert armed.sentence.endswith("Amnesty International said.")
    assert ("Rapid Support Forces", "United Arab Emirates", "cooperative") not in found


def test_a_symmetric_tie_stands_in_alphabetical_order():
    ends = ("Turkey", "Azerbaijan")
    (tie,) = bundle(link(one, "ALLIANCE", other, symmetric=True) for one, other in (ends, ends[::-1]))
    assert (tie.source, tie.target, tie.asserted, tie.symmetric) == ("Azerbaijan", "Turkey", 2, True)


@pytest.mark.parametrize(("factuality", "expected"), [("asserted", 0.6), ("possible", 0.3), ("negated", 0.0)])
def test_doubt_halves_and_denial_voids(factuality, expected):
    assert worth(link("Egypt", "AID", "Sudan", confidence=0.6, factuality=factuality)) == expected


def test_a_tie_of_denials_weighs_nothing():
    (tie,) = bundle([link("Egypt", "AID", "Sudan", factuality="negated")])
    assert (tie.weight, tie.negated) == (0.0, 1)


def test_heavier_ties_come_first_whatever_the_order_of_links():
    assert bundle(WARS) == bundle(reversed(WARS))
    weights = [tie.weight for tie in bundle(WARS)]
    assert weights == sorted(weights, reverse=True)


def test_no_links_no_ties():
    assert ties(net()) == []
