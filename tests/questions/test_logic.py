"""What questions do with links whose answer can be worked out by hand."""

from __future__ import annotations

import networkx as nx
import pytest
from samples import armenia, during, extraction, link, net, sudan

from graph.casefile import open_casefile
from graph.errors import UnknownActor
from graph.network import links_of, worth
from graph.questions.balance import balance
from graph.questions.betweenness import betweenness
from graph.questions.central import central
from graph.questions.changes import changes
from graph.questions.compare import compare
from graph.questions.disputes import disputes
from graph.questions.evidence import evidence
from graph.questions.groups import groups
from graph.questions.names import actor_in
from graph.questions.neighbours import neighbours
from graph.questions.openings import Walk, openings
from graph.questions.paths import connection, cost, paths
from graph.questions.show import show
from graph.questions.timeline import timeline
from graph.selection import Selection

WARS = (*sudan(), *armenia())


class TestPaths:
    def test_well_supported_goes_before_short(self):
        strong = [link("Chad", "AID", "Egypt", sentence=f"{n}") for n in range(20)]
        strong += [link("Egypt", "AID", "Sudan", sentence=f"{n}") for n in range(20)]
        graph = net(link("Chad", "AID", "Sudan", confidence=0.3), *strong)
        best, second = paths(graph, "Chad", "Sudan")
        assert best.actors == ("Chad", "Egypt", "Sudan")
        assert best.cost == pytest.approx(2 * cost(16.0))
        assert second.cost == pytest.approx(cost(0.3), abs=1e-6)

    def test_both_signs_of_a_step_are_told(self):
        graph = net(
            link("Russia", "ALLIANCE", "Armenia", symmetric=True), link("Armenia", "ACCUSE", "Russia", confidence=0.5)
        )
        (path,) = paths(graph, "Armenia", "Russia")
        (hop,) = path.hops
        assert (hop.polarity, hop.direction, hop.weight) == ("cooperative", "both", pytest.approx(1.3))
        assert [tie.polarity for tie in hop.ties] == ["cooperative", "hostile"]

    def test_dates_run_from_the_first_to_the_last(self):
        graph = net(
            link("Egypt", "AID", "Sudan", date="2023-05-01"), link("Egypt", "CONSULT", "Sudan", date="2021-01-01")
        )
        (hop,) = paths(graph, "Egypt", "Sudan")[0].hops
        assert (hop.first, hop.last) == ("2021-01-01", "2023-05-01")

    def test_an_unknown_name_is_answered_with_the_nearest(self):
        with pytest.raises(UnknownActor, match="nearest are Egypt"):
            paths(net(*WARS), "Egipt", "Armenia")

    def test_names_are_found_by_alias_and_in_any_case(self):
        graph = nx.MultiDiGraph()
        graph.add_node("United States", aliases='{"Washington": 2}')
        assert actor_in(graph, "WASHINGTON") == actor_in(graph, "united states") == "United States"

    def test_what_would_open_a_path_is_named_one_by_one(self):
        def leads(selection, walk):
            return not selection.polarity or walk.max_length > 4 or not walk.avoid

        asked = Selection(polarity=("hostile",), generic=True), Walk(avoid=("Chad",))
        assert openings(leads, *asked) == ["without --polarity", "without --avoid", "with --max-length 8"]

    def test_a_casefile_answers_as_its_network_does(self):
        with open_casefile(":memory:") as casefile:
            for number, row in enumerate(WARS):
                casefile.add(extraction(f"text-{number}", row))
            graph = casefile.network(Selection())
            for source, target in (("Egypt", "Rapid Support Forces"), ("Turkey", "Russia"), ("Armenia", "Armenia")):
                for walk in (Walk(), Walk(any_direction=True), Walk(k=1, max_length=1)):
                    asked = connection(casefile, source, target, Selection(), walk)
                    expected = paths(graph, source, target, k=walk.k, max_length=walk.max_length,
                                     any_direction=walk.any_direction)  # fmt: skip
                    assert list(asked.paths) == expected
                    assert not (asked.paths and asked.openings)


class TestDisputes:
    CLAIM = link("Turkey", "AID", "Azerbaijan", attributed_to="Armenia", date="2020-10-01", document="one")

    def denial(self, relation="ALLIANCE", **more):
        return link("Turkey", relation, "Azerbaijan", **{"factuality": "negated", "attributed_to": "Turkey", **more})

    @pytest.mark.parametrize(
        ("denial", "kinds"),
        [
            ({"date": "2020-11-01", "document": "two"}, ["contradiction"]),
            ({"date": "2024-11-01", "document": "two"}, ["change"]),
            ({"date": None, "document": "two"}, ["contradiction"]),
            ({"date": "2020-11-01", "time": during("1990-01-01", "1991-01-01"), "document": "two"}, ["change"]),
            ({"date": "2020-10-01", "document": "one"}, ["contradiction"]),
            ({"date": "2020-10-01", "document": "one", "attributed_to": "Armenia"}, []),
            ({"date": "2020-11-01", "document": "two", "relation": "SANCTION"}, []),
            ({"date": "2020-11-01", "document": "two", "factuality": "possible"}, []),
        ],
    )
    def test_a_denial_counts_by_time_speaker_and_matter(self, denial, kinds):
        assert [row.kind for row in disputes(net(self.CLAIM, self.denial(**denial)))] == kinds

    def test_a_dismissal_of_the_speaker_denies_what_he_said(self):
        claim = link(
            "Egypt", "ALLIANCE", "Chad", attributed_to="Sudan", sentence="Egypt is an ally of Chad, Sudan said."
        )
        near = link("Egypt", "REJECT", "Sudan", predicate="dismiss", start=claim.end + 1, end=claim.end + 30)
        far = link("Egypt", "REJECT", "Sudan", predicate="dismiss", start=claim.end + 500, end=claim.end + 530)
        (row,) = disputes(net(claim, near))
        assert row.reading == "Egypt — ally of — Chad, according to Sudan; denied by Egypt"
        assert disputes(net(claim, far)) == []

    def test_a_window_may_hold_all_of_time(self):
        graph = net(self.CLAIM, self.denial(date="2024-11-01", document="two"))
        assert [row.kind for row in disputes(graph, window=10**12)] == ["contradiction"]

    def test_friend_and_foe_at_one_time_is_a_contradiction(self):
        graph = net(link("Egypt", "ALLIANCE", "Chad", date="2023-01-01", document="one"),
                    link("Egypt", "RIVALRY", "Chad", date="2023-02-01", document="two"))  # fmt: skip
        (row,) = disputes(graph)
        assert (row.kind, row.about) == ("contradiction", "friend or foe")


class TestOthers:
    def test_a_card_counts_speakers_and_shows_the_newest_first(self):
        card = show(net(*WARS), "rapid support forces", latest=2)
        assert [link.when for link in card.latest] == ["2023-09-05", "2023-08-12"]
        assert [(row.name, row.links) for row in card.speakers] == [
            (None, 4), ("Amnesty International", 1), ("United Arab Emirates", 1)
        ]  # fmt: skip

    def test_evidence_is_sorted_by_voice(self):
        first, second = evidence(net(*WARS), "United Arab Emirates", "Rapid Support Forces")
        assert (first.speaker, len(first.asserted), second.speaker, len(second.negated)) == (
            "Amnesty International", 1, "United Arab Emirates", 1)  # fmt: skip

    @pytest.mark.parametrize(
        ("dates", "period"),
        [(["2023-01-01", "2023-01-02"], "day"),
         ([f"2023-{m:02}-{d:02}" for m in range(1, 5) for d in range(1, 11)], "month"),
         ([f"{y}-{m:02}-01" for y in range(2020, 2024) for m in range(1, 13)], "year"),
         ([f"{y}" for y in range(1950, 2000)], "decade")],
    )  # fmt: skip
    def test_bars_are_as_fine_as_fits(self, dates, period):
        assert timeline(net(*(link("Egypt", "AID", "Chad", date=date) for date in dates))).period == period

    def test_an_old_friendship_turns_by_weight(self):
        rows = {(row.a, row.b): row for row in changes(net(*WARS), "2022-01-01")}
        assert rows["Armenia", "Russia"].kind == "turned"
        assert rows["Armenia", "Russia"].after.best.predicate == "blame"
        assert rows["Armenia", "Azerbaijan"].after.best.factuality == "possible"
        assert rows["Armenia", "Turkey"].kind == "vanished"
        assert rows["Egypt", "Sudanese army"].kind == "appeared"

    def test_the_armies_of_sudan_lead_two_camps(self):
        found = groups(net(*sudan()))
        camps = [set(bloc.members) for bloc in found.blocs]
        assert not any({"Sudanese army", "Rapid Support Forces"} <= camp for camp in camps)
        assert found.crosses
        assert "United Nations" in found.unaligned

    def test_turkey_and_azerbaijan_stand_against_armenia(self):
        found = balance(net(*armenia()[:3]))
        assert found.degree == 1.0
        assert found.most_stable[0].reading == "Azerbaijan and Turkey stand together against Armenia, the enemy of both"

    def test_a_speaker_who_is_nobody_is_unknown(self):
        with pytest.raises(UnknownActor):
            compare(net(*WARS), "Amnesty International", "Nobody")

    @pytest.mark.parametrize("graph", [nx.path_graph(5), nx.star_graph(6), nx.barbell_graph(4, 2), nx.empty_graph(3),
                                       nx.gnm_random_graph(40, 70, seed=4), nx.complete_graph(2)])  # fmt: skip
    def test_betweenness_is_that_of_networkx(self, graph):
        expected = nx.betweenness_centrality(graph)
        assert betweenness(len(graph), list(graph.edges)) == pytest.approx(
            [expected[node] for node in range(len(graph))]
        )

    def test_pagerank_and_strength_are_those_of_networkx(self):
        directed, either = nx.DiGraph(), nx.Graph()
        for row in links_of(net(*WARS)):
            for ends in ((row.source, row.target), (row.target, row.source))[: 2 if row.symmetric else 1]:
                if worth(row):
                    weight = directed.get_edge_data(*ends, {"weight": 0})["weight"]
                    directed.add_edge(*ends, weight=weight + worth(row))
            if worth(row):
                weight = either.get_edge_data(row.source, row.target, {"weight": 0})["weight"]
                either.add_edge(row.source, row.target, weight=weight + worth(row))
        expected = nx.pagerank(directed, tol=1e-12)
        for row in central(net(*WARS)):
            assert row.pagerank == pytest.approx(expected[row.name], abs=1e-6)
            assert row.strength == pytest.approx(either.degree(row.name, weight="weight"))
            assert row.degree == either.degree(row.name)


def test_no_path_is_longer_than_there_are_actors():
    graph = net(link("Egypt", "AID", "Chad"), link("Chad", "AID", "Mali"))
    assert [path.actors for path in paths(graph, "Egypt", "Mali", max_length=10**12)] == [("Egypt", "Chad", "Mali")]


def test_rings_end_where_nobody_is_further_away():
    graph = net(link("Egypt", "AID", "Chad"), link("Chad", "AID", "Mali"))
    assert [row.name for row in neighbours(graph, "Egypt", depth=10**12)] == ["Chad", "Mali"]
