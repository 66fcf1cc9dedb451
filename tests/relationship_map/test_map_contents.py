"""What the map holds, and what of it is seen first."""

from __future__ import annotations

import networkx as nx
import pytest
from samples import armenia, link, net, sudan

from graph import relationship_map
from graph.errors import UnknownActor, WhowhomError
from graph.relationship_map.blocs import blocs
from graph.relationship_map.contents import contents
from graph.relationship_map.picture import picture
from graph.relationship_map.tables import FIELDS, tables, utf16


def test_actors_are_ranked_by_their_ties():
    held = contents(net(*sudan()))
    assert held.names[:2] == ("Sudanese army", "Rapid Support Forces")
    assert list(held.degree) == sorted(held.degree, reverse=True)


def test_generic_actors_are_held_only_when_asked_for():
    assert "police" not in contents(net(*sudan())).names
    assert "police" in contents(net(*sudan()), generic=True).names


def test_every_sentence_document_and_paragraph_stands_once():
    sentence = "Armenia and Azerbaijan met, and Azerbaijan thanked Armenia."
    rows = (
        link("Armenia", "CONSULT", "Azerbaijan", sentence=sentence, predicate="met", symmetric=True),
        link("Azerbaijan", "SUPPORT", "Armenia", sentence=sentence, predicate="thanked"),
    )
    held = contents(net(*rows))
    first, rest = tables(held, picture(held, focus=None, limit=9), {})
    assert first["paragraphs"] == [sentence]
    assert len(first["sentences"]) == len(first["documents"]) == 1
    assert len(first["links"]) == 2
    assert not any(rest.values())


def test_the_first_part_of_the_file_is_all_that_the_first_picture_needs():
    held = contents(net(*sudan(), *armenia()))
    seen = picture(held, focus=None, limit=4)
    first, rest = tables(held, seen, {})
    assert len(first["ties"]) == len(seen.ties)
    assert sum(row[FIELDS["ties"].index("links")] for row in first["ties"]) == len(first["links"])
    sentence = FIELDS["links"].index("sentence")
    assert all(row[sentence] < len(first["sentences"]) for row in first["links"])
    assert len(first["ties"]) + len(rest["ties"]) == len(held.ties)


def test_spans_and_sentences_count_as_javascript_does():
    text = "🙂 Armenia met Russia."
    assert utf16(text, text.index("Armenia")) == 3
    row = link("Armenia", "CONSULT", "Russia", predicate="met", sentence=text)
    held = contents(net(row))
    first, _ = tables(held, picture(held, focus=None, limit=9), {"wire-1": text})
    spans = first["links"][0][FIELDS["links"].index("spans")]
    encoded = text.encode("utf-16-le")
    assert [encoded[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(spans[::2], spans[1::2], strict=True)] == [
        "Armenia", "Russia", "met"]  # fmt: skip


def test_a_sentence_stands_in_its_paragraph_and_alone_where_the_text_is_another():
    row = link("Armenia", "CONSULT", "Russia", predicate="met", sentence="Armenia met Russia.")
    held = contents(net(row))
    seen = picture(held, focus=None, limit=9)
    text = "Armenia met Russia. It rained.\nNobody else came."
    assert tables(held, seen, {"wire-1": text})[0]["paragraphs"] == ["Armenia met Russia. It rained."]
    assert tables(held, seen, {"wire-1": "Something else."})[0]["paragraphs"] == ["Armenia met Russia."]


def test_a_paragraph_without_end_is_cut_around_the_sentence():
    row = link("Armenia", "CONSULT", "Russia", predicate="met", sentence="Armenia met Russia.")
    held = contents(net(row))
    [paragraph] = tables(held, picture(held, focus=None, limit=9), {"wire-1": "Armenia met Russia." + " x" * 9000})[0][
        "paragraphs"
    ]
    assert paragraph.startswith("Armenia met Russia. x")
    assert len(paragraph) < 1000


def test_the_first_picture_shows_the_most_tied_or_those_nearest_to_the_focus():
    held = contents(net(*sudan()))
    assert picture(held, focus=None, limit=3).actors == (0, 1, 2)
    near = [held.names[index] for index in picture(held, focus="Egypt", limit=3).actors]
    assert sorted(near) == ["Egypt", "Sudanese army", "United Arab Emirates"]


def test_as_many_actors_are_drawn_as_asked_for_and_none_stands_alone():
    pairs = [link(f"{name}{number}", "AID", name) for name in "ABCD" for number in range(2)]
    denied = link("X", "AID", "Y", factuality="negated")
    held = contents(net(*pairs, denied))
    for limit in range(2, 13):
        drawn = picture(held, focus=None, limit=limit)
        among = {name for index in drawn.ties for name in (held.ties[index].source, held.ties[index].target)}
        assert len(drawn.actors) == limit
        assert {held.names[index] for index in drawn.actors} == among


def test_blocs_are_those_of_the_groups_question_and_leaders_follow_their_own():
    from graph.questions.groups import groups

    network = net(*(row for row in sudan() if row.source != "police"))
    held = contents(network)
    bloc = dict(zip(held.names, blocs(held.names, held.ties), strict=True))
    for group in groups(network).blocs:
        assert len({bloc[name] for name in group.members}) == 1
    assert bloc["Mohamed Hamdan Dagalo"] == bloc["Rapid Support Forces"] != bloc["Sudanese army"]


def test_a_map_counts_what_it_holds():
    drawn = relationship_map(net(*sudan(), *armenia()), limit=5)
    assert (drawn.documents, drawn.links, drawn.shown) == (2, 16, 5)


def test_the_same_input_gives_the_same_file():
    assert relationship_map(net(*sudan())).html == relationship_map(net(*sudan())).html


def test_the_network_is_not_changed():
    network = net(*sudan())
    before = nx.MultiDiGraph(network)
    relationship_map(network)
    assert nx.utils.graphs_equal(network, before)


def test_an_unknown_focus_is_named():
    with pytest.raises(UnknownActor, match="Atlantis"):
        relationship_map(net(*sudan()), focus="Atlantis")


def test_a_map_is_saved_as_utf8_or_not_at_all(tmp_path):
    drawn = relationship_map(net(link("Türkiye", "AID", "日本")))
    drawn.save(tmp_path / "map.html")
    assert "日本" in (tmp_path / "map.html").read_text(encoding="utf-8")
    with pytest.raises(WhowhomError, match="missing"):
        drawn.save(tmp_path / "missing" / "map.html")
