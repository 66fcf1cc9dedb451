"""A casefile gives back what it was given, narrowed as `Selection.keeps` narrows it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toy import Build

from graph.casefile import Casefile, open_casefile
from graph.casefile.from_network import casefile_of
from graph.errors import CasefileError, UnknownActor, WhowhomError
from graph.links import UNNAMED, Actor, Document, Extraction, Link, TimeInterval
from graph.network import ties
from graph.selection import Selection

TEXT = "Sudan attacks Chad. Egypt may help Sudan, Amina Osman said. Police did not meet Chad, officials said."
KINDS = {"Sudan": "country", "Chad": "country", "Egypt": "country", "Amina Osman": "person", "police": "generic"}


def link(identity: str, source: str, target: str, span: tuple[int, int], **more: object) -> Link:
    row: dict[str, object] = {
        "id": identity, "document": "a.txt", "title": "News", "publisher": "Wire", "url": None, "date": "2023-04-16",
        "sentence": TEXT[slice(*span)], "start": span[0], "end": span[1], "source": source, "target": target,
        "source_span": (span[0], span[0] + 5), "target_span": (span[1] - 5, span[1] - 1),
        "predicate_span": (span[0] + 6, span[0] + 9), "predicate": "attack", "relation": "ASSAULT",
        "polarity": "hostile", "intensity": -9.0, "factuality": "asserted", "attributed_to": None, "time": None,
        "symmetric": False, "kind": "event", "main": True, "rule": "active", "confidence": 0.8,
    }  # fmt: skip
    return Link(**{**row, **more})  # type: ignore[arg-type]


LINKS = (
    link("1", "Sudan", "Chad", (0, 19), time=TimeInterval("in 2022", "2022-01-01", "2023-01-01")),
    link("2", "Egypt", "Sudan", (20, 59), polarity="cooperative", relation="AID", predicate="help", intensity=10.0,
         factuality="possible", attributed_to="Amina Osman", confidence=0.5),
    link("3", "police", "Chad", (60, 101), polarity="cooperative", relation="CONSULT", factuality="negated",
         attributed_to=UNNAMED, symmetric=True, main=False, kind="speech"),
    link("4", "Chad", "Sudan", (0, 19), document="b.txt", publisher="Paper", date=None, symmetric=True),
)  # fmt: skip


@pytest.fixture(scope="module")
def casefile() -> Casefile:
    """Two documents, four links."""
    made = open_casefile(":memory:")
    actors = tuple(Actor(name.lower().replace(" ", "-"), name, kind, None, {name: 2}, {name: "name"})
                   for name, kind in KINDS.items())  # fmt: skip
    made.add(Extraction(Document("a.txt", TEXT, "News", "Wire", None, "2023-04-16"), actors, LINKS[:3]))
    made.add(Extraction(Document("b.txt", TEXT + " Again.", "News", "Paper"), actors[:2], LINKS[3:]))
    made.resolve()
    return made


def test_links_come_back_as_they_were_given(casefile: Casefile) -> None:
    assert tuple(casefile.links(Selection(generic=True))) == LINKS
    assert casefile.link("2") == LINKS[1]


SELECTIONS = st.builds(
    Selection,
    polarity=st.sampled_from([(), ("hostile",), ("cooperative", "neutral")]),
    relation=st.sampled_from([(), ("AID",), ("AID", "ASSAULT")]),
    factuality=st.sampled_from([(), ("asserted",), ("negated", "possible")]),
    link_kind=st.sampled_from([(), ("event",), ("speech",)]),
    actor_kind=st.sampled_from([(), ("country",), ("country", "generic")]),
    said_by=st.sampled_from([(), ("Amina Osman",), (UNNAMED,), ("Amina Osman", UNNAMED)]),
    publisher=st.sampled_from([(), ("Wire",), ("Paper", "Wire")]),
    document=st.sampled_from([(), ("a.txt",), ("b.txt", "c.txt")]),
    since=st.sampled_from([None, "2022-01-01", "2023-01-01"]),
    until=st.sampled_from([None, "2023-01-01", "2024-01-01"]),
    min_confidence=st.sampled_from([0.0, 0.6]),
    generic=st.booleans(),
    source=st.sampled_from([(), ("Sudan",), ("police", "Chad")]),
    target=st.sampled_from([(), ("Sudan",), ("Sudan", "Chad")]),
    between=st.sampled_from([(), ("Sudan", "Chad"), ("Sudan", "Egypt", "Chad")]),
    about=st.sampled_from([(), ("Egypt",), ("Sudan", "police")]),
)


@given(SELECTIONS)
@settings(max_examples=300, deadline=None)
def test_sql_keeps_what_the_selection_keeps(casefile: Casefile, selection: Selection) -> None:
    kept = [one for one in LINKS if selection.keeps(one, KINDS)]
    assert list(casefile.links(selection)) == kept
    assert sum(d.weight for d in casefile.bare_ties(selection)) == pytest.approx(
        sum(t.weight for t in casefile.ties(selection))
    )
    ends = set(itertools.chain.from_iterable((one.source, one.target) for one in kept))
    if selection.narrowed and selection != Selection(generic=True):
        assert {actor.name for actor in casefile.actors(selection)} == ends


def test_ties_are_those_of_the_network(casefile: Casefile) -> None:
    everything = Selection(generic=True)
    assert casefile.ties(everything) == ties(casefile.network(everything))


def test_a_network_makes_the_same_casefile_again(casefile: Casefile) -> None:
    everything = Selection(generic=True)
    again = casefile_of(casefile.network(everything))
    assert tuple(again.links(everything)) == LINKS
    for one in again.links(everything):
        assert again.document(one.document).text[one.start : one.end] == one.sentence


def test_actors_have_their_words(casefile: Casefile) -> None:
    chad = casefile.find_actor("Chad")
    assert (chad.kind, dict(chad.aliases), dict(chad.why)) == ("country", {"Chad": 4}, {"Chad": "name"})
    assert [actor.name for actor in casefile.actors()] == ["Amina Osman", "Chad", "Egypt", "Sudan"]


@pytest.mark.parametrize("name", ["SUDAN", "sudan", "Sudán"])
def test_names_are_found_whatever_their_case_and_accents(casefile: Casefile, name: str) -> None:
    assert casefile.find_actor(name).name == "Sudan"


def test_an_unknown_name_is_answered_with_the_nearest(casefile: Casefile) -> None:
    with pytest.raises(UnknownActor, match=r"'Sudam'.*Sudan"):
        casefile.find_actor("Sudam")
    with pytest.raises(UnknownActor):
        list(casefile.links(Selection(said_by=("Nobody",))))


def test_search_finds_words_in_any_form(casefile: Casefile) -> None:
    assert [one.id for one in casefile.search("attacking")] == ["1", "4"]
    assert [one.id for one in casefile.search('"may help" sudan')] == ["2"]
    assert list(casefile.search("help chad")) == []
    assert [one.id for one in casefile.search("attack", Selection(document=("b.txt",)))] == ["4"]


@pytest.mark.parametrize("words", ["", "***", '"'])
def test_a_search_needs_words(casefile: Casefile, words: str) -> None:
    with pytest.raises(WhowhomError, match="no word"):
        list(casefile.search(words))


@pytest.mark.parametrize("words", ["attacks OR", "NEAR(", "text:x", "a*b", "attacks NOT chad", "-chad"])
def test_no_word_is_an_operator(casefile: Casefile, words: str) -> None:
    list(casefile.search(words))


def test_documents_are_found_by_id(casefile: Casefile) -> None:
    assert casefile.document("b.txt").publisher == "Paper"
    with pytest.raises(CasefileError, match=r"no document 'c\.txt'"):
        casefile.document("c.txt")
    with pytest.raises(CasefileError, match="no link 'x'"):
        casefile.link("x")


def test_adding_a_document_again_replaces_it() -> None:
    with open_casefile(":memory:") as casefile:
        for _ in range(2):
            casefile.add(Extraction(Document("a.txt", TEXT), (), LINKS[:1]))
        assert [one.id for one in casefile.links(Selection(generic=True))] == ["1"]
        casefile.add(Extraction(Document("a.txt", "Nothing happened."), (), ()))
        assert casefile.actors(Selection(generic=True)) == []


def test_what_an_outlet_printed_includes_its_copies(build_toy: Build, tmp_path: Path) -> None:
    for name in ("Wire", "Paper"):
        (tmp_path / f"{name}.txt").write_text("Sudan attacks Chad.")
        (tmp_path / f"{name}.toml").write_text(f'publisher = "{name}"')
    build_toy(tmp_path / "Wire.txt", tmp_path / "Paper.txt")
    with open_casefile(tmp_path / "news.case") as casefile:
        assert len(list(casefile.links(Selection(publisher=("Paper",))))) == 1
        assert list(casefile.links(Selection(publisher=("Radio",)))) == []
