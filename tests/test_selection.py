"""Selections: which links count, asked of a list, of a network and of a casefile alike."""

from __future__ import annotations

import pytest
from samples import actors_of, armenia, during, extraction, link, net, sudan

from graph.casefile import open_casefile
from graph.network import links_of, selected
from graph.selection import FILTERS, Selection

WARS = (*sudan(), *armenia())
KIND = {actor.name: actor.kind for actor in actors_of(WARS)}


def kept(**filters) -> set[str]:
    return {row.sentence for row in WARS if Selection(**filters).keeps(row, KIND)}


def test_nothing_asked_keeps_all_but_the_unnamed():
    assert kept() == {row.sentence for row in WARS if "police" not in (row.source, row.target)}
    assert kept(generic=True) == {row.sentence for row in WARS}
    assert Selection().narrowed == ()


@pytest.mark.parametrize(
    ("filters", "predicates"),
    [
        ({"polarity": ("hostile",), "about": ("Turkey",)}, {"hostile relations with"}),
        ({"relation": ("CONSULT",)}, {"meet", "negotiate with"}),
        ({"factuality": ("negated",)}, {"arm"}),
        ({"link_kind": ("role",)}, {"commander of", "leader of"}),
        ({"said_by": ("Azerbaijan",)}, {"sell arms to"}),
        ({"source": ("Armenia",), "polarity": ("cooperative",)}, {"ally of", "negotiate with"}),
        ({"target": ("Turkey",)}, {"ally of", "hostile relations with"}),
        ({"between": ("Egypt", "United Arab Emirates")}, {"meet"}),
        ({"actor_kind": ("armed group", "armed force")}, {"bomb", "attack"}),
        ({"since": "2025"}, {"negotiate with"}),
        ({"until": "2020-10"}, {"attack"}),
        ({"min_confidence": 0.9}, {"blame"}),
        ({"generic": True, "about": ("police",)}, {"arrest"}),
        ({"about": ("police",)}, set()),
    ],
)
def test_each_filter_keeps_what_it_says(filters, predicates):
    sentences = kept(**filters)
    assert {row.predicate for row in WARS if row.sentence in sentences} == predicates


def test_an_undated_link_is_in_no_period():
    undated = link("Egypt", "AID", "Sudan", date=None)
    assert not Selection(since="1900").keeps(undated, {"Egypt": "country", "Sudan": "country"})
    assert not Selection(until="2100").keeps(undated, {"Egypt": "country", "Sudan": "country"})


def test_its_own_time_goes_before_the_documents_date():
    old = link("Egypt", "AID", "Sudan", date="2024-05-01", time=during("1994-01-01", "1995-01-01"))
    assert Selection(until="2000").keeps(old, {"Egypt": "country", "Sudan": "country"})


def test_lifting_a_filter_leaves_the_others():
    narrow = Selection(polarity=("hostile",), since="2020", generic=True)
    assert narrow.narrowed == ("polarity", "since", "generic")
    assert narrow.without("since") == Selection(polarity=("hostile",), generic=True)
    assert set(FILTERS).isdisjoint({"source", "target", "between", "about"})


def test_a_network_and_a_casefile_keep_the_same():
    graph = net(*WARS)
    for filters in ({}, {"polarity": ("hostile",)}, {"source": ("Armenia",)}, {"target": ("Turkey", "Armenia")},
                    {"source": ("Armenia",), "target": ("Russia",)}, {"between": ("Turkey", "Armenia", "Azerbaijan")},
                    {"about": ("Egypt", "Russia")}, {"generic": True, "about": ("police",)},
                    {"actor_kind": ("country",)}, {"since": "2023-05", "until": "2023-09-02"},
                    {"said_by": ("Azerbaijan", "Amnesty International")}, {"min_confidence": 0.8}):  # fmt: skip
        selection = Selection(**filters)
        with open_casefile(":memory:") as casefile:
            for number, row in enumerate(WARS):
                casefile.add(extraction(f"text-{number}", row))
            stored = [row.sentence for row in casefile.links(selection)]
        assert sorted(stored) == sorted(row.sentence for row in links_of(selected(graph, selection)))


def test_a_view_keeps_all_actors_and_changes_nothing():
    graph = net(*WARS)
    view = selected(graph, Selection(polarity=("hostile",)))
    assert set(view) == set(graph)
    assert view.number_of_edges() < graph.number_of_edges() == len(WARS)
