"""A casefile, which sums up and reads words later, answers as the network of the same links does."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_networks import networks
from samples import armenia, link, net, sudan

import graph as api
from graph.casefile.from_network import casefile_of
from graph.network import links_of, selected
from graph.questions.actors import counted_in
from graph.questions.balance import balance_of
from graph.questions.changes import changes_in
from graph.questions.disputes import DISMISSALS, disputes_of
from graph.questions.dyads import said_in
from graph.questions.groups import groups_of
from graph.questions.timeline import timeline_in
from graph.selection import Selection

EVERYTHING = Selection(generic=True, min_confidence=0)
SELECTIONS = (
    EVERYTHING, replace(EVERYTHING, since="2020"), replace(EVERYTHING, until="2021"),
    replace(EVERYTHING, polarity=("hostile", "cooperative")), replace(EVERYTHING, min_confidence=0.5),
    replace(EVERYTHING, about=("Russia", "Armenia")), replace(EVERYTHING, factuality=("asserted", "negated")),
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(networks(), st.sampled_from(SELECTIONS))
def test_the_casefile_answers_as_the_network_does(network: nx.MultiDiGraph, selection: Selection) -> None:
    network = _each_in_its_place(network)
    kept = selected(network, selection)
    with casefile_of(network) as case:
        said = said_in(case, selection)
        assert balance_of(said) == api.balance(kept)
        assert groups_of(said, network.nodes) == api.groups(kept)
        for dates in (("2000", None), ("1994-05-12", "2021")):
            assert list(changes_in(case, selection, *dates)) == api.changes(kept, *dates)
        assert disputes_of(case.contested(DISMISSALS, selection)) == api.disputes(kept)
        told, expected = timeline_in(case, selection), api.timeline(kept)
        assert (told.period, told.bars) == (expected.period, expected.bars)
        assert (list(told.links), list(told.undated)) == (list(expected.links), list(expected.undated))
        counted = [(a.name, a.links_out, a.links_in) for a in counted_in(case, selection)]
        assert counted == [(a.name, a.links_out, a.links_in) for a in api.actors(kept)]


@pytest.mark.parametrize("links", [sudan(), armenia()])
def test_a_casefile_answers_with_the_words_of_its_links(links) -> None:
    network = _each_in_its_place(net(*links))
    with casefile_of(network) as case:
        answers = groups_of(said_in(case, EVERYTHING), network.nodes), disputes_of(case.contested(DISMISSALS))
        (turned, *_) = changes_in(case, EVERYTHING, "2023-08-11")
    (parted, *_) = answers[0].parts
    assert parted.best.sentence in {row.sentence for row in links}
    assert bool(answers[1]) == any(row.factuality == "negated" for row in links)
    assert turned == api.changes(network, "2023-08-11")[0]


def test_what_is_dismissed_in_the_next_sentence_is_found_in_a_casefile() -> None:
    claim = link(
        "France", "AID", "Armenia", attributed_to="Azerbaijan", sentence="France arms Armenia, Azerbaijan says."
    )
    answer = link(
        "France", "REJECT", "Azerbaijan", predicate="dismiss", sentence="France dismissed Azerbaijan's claim."
    )
    shift = len(claim.sentence) + 1
    answer = replace(answer, start=shift, end=shift + len(answer.sentence), source_span=(shift, shift + 6),
                     target_span=(shift + 17, shift + 27), predicate_span=(shift + 7, shift + 16))  # fmt: skip
    other = link("Egypt", "AID", "Sudan", document="wire-2")
    with casefile_of(net(claim, answer, other)) as case:
        contested = list(case.contested(DISMISSALS))
        (dispute,) = disputes_of(contested)
    assert other not in contested
    assert (dispute.one.id, dispute.other.id) == (claim.id, answer.id)


def _each_in_its_place(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The links with one document a date, and each sentence at a place of its own, as a casefile needs it."""
    links = []
    for number, row in enumerate(links_of(network)):
        spans = {name: tuple(200 * number + place for place in getattr(row, name))
                 for name in ("source_span", "target_span", "predicate_span")}  # fmt: skip
        links.append(replace(row, document=f"wire of {row.date}", start=200 * number,
                             end=200 * number + len(row.sentence), publisher=None, **spans))  # fmt: skip
    return net(*links)
