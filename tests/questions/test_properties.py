"""What holds of every question on every network."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from random_networks import networks, selections

from graph.links import SIGNS
from graph.network import links_of, network, selected
from graph.questions.actors import actors
from graph.questions.balance import balance
from graph.questions.central import central
from graph.questions.changes import changes
from graph.questions.compare import compare
from graph.questions.disputes import disputes
from graph.questions.evidence import evidence
from graph.questions.groups import groups
from graph.questions.neighbours import neighbours
from graph.questions.paths import paths
from graph.questions.search import search
from graph.questions.show import show
from graph.questions.timeline import timeline

LENGTHS = st.integers(1, 5)


def ends(graph: nx.MultiDiGraph) -> tuple[str, str] | None:
    names = sorted(graph)
    return (names[0], names[-1]) if len(names) > 1 else None


def mirrored(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    turned = graph.reverse(copy=True)
    assert isinstance(turned, nx.MultiDiGraph)
    return turned


@given(networks(), LENGTHS, st.booleans())
def test_paths_are_simple_sorted_and_within_bounds(graph, max_length, any_direction):
    if pair := ends(graph):
        found = paths(graph, *pair, k=7, max_length=max_length, any_direction=any_direction)
        assert [path.cost for path in found] == sorted(path.cost for path in found)
        assert len({path.actors for path in found}) == len(found) <= 7
        for path in found:
            assert (path.actors[0], path.actors[-1]) == pair
            assert len(set(path.actors)) == len(path.actors) == len(path.hops) + 1 <= max_length + 1
            assert [(hop.source, hop.target) for hop in path.hops] == list(
                zip(path.actors, path.actors[1:], strict=False)
            )


@given(networks(), LENGTHS)
def test_steps_run_along_links_that_are_not_denied(graph, max_length):
    if pair := ends(graph):
        for path in paths(graph, *pair, max_length=max_length):
            for hop in path.hops:
                assert hop.direction in ("forward", "both")
                assert hop.weight > 0
                assert hop.best.factuality != "negated"
                assert {hop.best.source, hop.best.target} == {hop.source, hop.target}
                assert hop.asserted + hop.negated + hop.possible == sum(len(tie.links) for tie in hop.ties)


@given(networks(), selections(), LENGTHS)
def test_paths_obey_every_filter(graph, selection, max_length):
    if pair := ends(graph):
        kinds = nx.get_node_attributes(graph, "kind")
        known = {link.id: link for link in links_of(graph)}
        for path in paths(selected(graph, selection), *pair, max_length=max_length):
            used = [known[identity] for hop in path.hops for tie in hop.ties for identity in tie.links]
            assert all(selection.keeps(link, kinds) for link in used)


@given(networks(), LENGTHS)
def test_reversing_all_ties_mirrors_paths(graph, max_length):
    if pair := ends(graph):
        there = paths(graph, *pair, k=1000, max_length=max_length)
        back = paths(mirrored(graph), *reversed(pair), k=1000, max_length=max_length)
        assert {path.actors: path.cost for path in there} == {path.actors[::-1]: path.cost for path in back}


@given(networks())
def test_reversing_all_ties_leaves_what_has_no_direction(graph):
    back = mirrored(graph)
    assert [bloc.members for bloc in groups(graph).blocs] == [bloc.members for bloc in groups(back).blocs]
    assert balance(graph).degree == balance(back).degree
    assert {row.name: row.betweenness for row in central(graph)} == {r.name: r.betweenness for r in central(back)}
    assert {row.name: row.links_out for row in actors(graph)} == {row.name: row.links_in for row in actors(back)}


@given(networks(), selections(), selections())
def test_filters_commute(graph, one, other):
    first, second = selected(selected(graph, one), other), selected(selected(graph, other), one)
    assert links_of(first) == links_of(second)
    assert links_of(selected(selected(graph, one), one)) == links_of(selected(graph, one))


@given(networks())
def test_groups_are_a_partition(graph):
    found = groups(graph)
    placed = [name for bloc in found.blocs for name in bloc.members] + [*found.alone, *found.unaligned]
    assert sorted(placed) == sorted(graph)
    assert all(len(bloc.members) > 1 for bloc in found.blocs)
    assert 0 <= found.frustration <= found.total


@given(networks())
def test_a_triad_is_stable_where_its_signs_say_so(graph):
    found = balance(graph, limit=1000)
    assert (found.stable, found.unstable) == (len(found.most_stable), len(found.least_stable))
    for triad in found.most_stable + found.least_stable:
        signs = [SIGNS[side.polarity] for side in triad.sides]
        assert triad.stable == (signs[0] * signs[1] * signs[2] > 0)
        assert {name for side in triad.sides for name in (side.a, side.b)} == set(triad.actors)


@given(networks())
def test_rings_are_distances(graph):
    if len(graph):
        start = sorted(graph)[0]
        tied = nx.Graph((link.source, link.target) for link in links_of(graph) if link.factuality != "negated")
        tied.add_node(start)
        expected = {name: steps for name, steps in nx.single_source_shortest_path_length(tied, start).items() if steps}
        assert {row.name: row.distance for row in neighbours(graph, start, depth=6)} == expected


@given(networks())
def test_a_timeline_loses_nothing_and_keeps_order(graph):
    told = timeline(graph)
    assert sorted(link.id for link in told.links + told.undated) == sorted(link.id for link in links_of(graph))
    assert [link.when for link in told.links] == sorted(link.when for link in told.links)
    assert sum(bar.links for bar in told.bars) == len(told.links)


@given(networks())
def test_no_question_changes_the_network(graph):
    before = links_of(graph), dict(graph.nodes(data=True))
    frozen = nx.freeze(graph)
    for ask in (actors, balance, central, disputes, groups, timeline):
        ask(frozen)
    changes(frozen, "2020-01-01")
    list(search(frozen, "Armenia"))
    if pair := ends(graph):
        paths(frozen, *pair)
        evidence(frozen, *pair)
        neighbours(frozen, pair[0], depth=2)
        show(frozen, pair[0])
        compare(frozen, *pair)
    assert (links_of(graph), dict(graph.nodes(data=True))) == before


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_links_does_not_matter(graph, chance):
    links = links_of(graph)
    chance.shuffle(links)
    shuffled = network(links)
    shuffled.add_nodes_from(graph.nodes(data=True))
    for ask in (actors, balance, central, disputes, groups, timeline):
        assert ask(shuffled) == ask(graph)
    if pair := ends(graph):
        assert paths(shuffled, *pair, any_direction=True) == paths(graph, *pair, any_direction=True)
        assert evidence(shuffled, *pair) == evidence(graph, *pair)
