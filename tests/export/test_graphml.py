"""GraphML: written so that ours and other readers get back what went in."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest
from samples import actors_of, armenia, link, net, sudan

from graph.errors import WhowhomError
from graph.export import export, read_graphml
from graph.export.values import RepairWarning
from graph.network import links_of, network


def same(left: nx.MultiDiGraph, right: nx.MultiDiGraph) -> bool:
    """Whether two networks agree in nodes, edges, keys, attributes, and their order and types."""
    return repr(list(left.nodes(data=True))) == repr(list(right.nodes(data=True))) and repr(
        list(left.edges(keys=True, data=True))
    ) == repr(list(right.edges(keys=True, data=True)))


@pytest.mark.parametrize("links", [sudan(), armenia(), ()], ids=["sudan", "armenia", "empty"])
def test_reading_back_gives_the_network_that_was_written(links, tmp_path):
    written = net(*links)
    export(written, tmp_path / "case.graphml")
    assert same(read_graphml(tmp_path / "case.graphml"), written)


def test_links_come_back_as_they_were(tmp_path):
    links = sudan()
    export(net(*links), tmp_path / "case.graphml")
    assert sorted(links_of(read_graphml(tmp_path / "case.graphml")), key=lambda row: row.id) == sorted(
        links, key=lambda row: row.id
    )


def test_same_network_same_bytes(tmp_path):
    for name in ("one", "two"):
        export(net(*sudan()), tmp_path / f"{name}.graphml")
    assert (tmp_path / "one.graphml").read_bytes() == (tmp_path / "two.graphml").read_bytes()


def test_ids_are_plain_and_unique_whatever_the_names(tmp_path):
    links = (link("Erdoğan", "CONSULT", "Aliyev"), link("erdogan", "CONSULT", "Алиев"), link("Алиев", "AID", "Aliyev"))
    export(network(links, actors_of(links)), tmp_path / "case.graphml")
    plain = nx.read_graphml(tmp_path / "case.graphml")
    assert [*plain][:3] == ["erdogan", "aliyev", "erdogan-2"]
    assert [*plain][3].startswith("actor-")
    assert same(read_graphml(tmp_path / "case.graphml"), network(links, actors_of(links)))


def test_forbidden_characters_are_removed_and_counted(tmp_path):
    written = net(link("Chad", "AID", "Niger", sentence="Chad\x00 AID\x0b Niger]]>\r\n\U0001f64f"))
    with pytest.warns(RepairWarning, match="2 forbidden characters removed"):
        export(written, tmp_path / "case.graphml")
    (read,) = links_of(read_graphml(tmp_path / "case.graphml"))
    assert read.sentence == "Chad AID Niger]]>\r\n\U0001f64f"


def test_a_renamed_node_keeps_its_links(tmp_path):
    path = tmp_path / "case.graphml"
    export(net(link("Chad", "AID", "Niger")), path)
    path.write_text(path.read_text().replace(">Niger<", ">Republic of Niger<"))
    read = read_graphml(path)
    assert [*read.edges()] == [("Chad", "Republic of Niger")]
    assert read.nodes["Republic of Niger"]["name"] == "Republic of Niger"


def test_a_file_saved_by_yed_is_still_the_network(tmp_path):
    """yEd numbers nodes and edges anew, and keeps the attributes."""
    path, written = tmp_path / "case.graphml", net(*armenia())
    export(written, path, flavour="yed")
    text = path.read_text()
    for number, node in enumerate(written.nodes.values()):
        text = re.sub(f'(id|source|target)="{node["id"]}"', rf'\1="n{number}"', text)
    path.write_text(re.sub('<edge id="[^"]*"', '<edge id="e"', text))
    assert same(read_graphml(path), written)


def test_ties_are_written_but_cannot_be_asked(tmp_path):
    path = tmp_path / "ties.graphml"
    export(net(*sudan()), path, ties=True)
    plain = nx.read_graphml(path)
    arming = plain.edges["united-arab-emirates", "rapid-support-forces"]
    assert (arming["asserted"], arming["negated"], arming["first"]) == (1, 1, "2023-08-10")
    with pytest.raises(WhowhomError, match="without --ties"):
        read_graphml(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "is no GraphML"), ("<html/>", "is no GraphML: it starts with <html>"), (None, "cannot read")],
)
def test_a_file_that_is_no_graphml_is_named(content, message, tmp_path):
    path = tmp_path / "case.graphml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(WhowhomError, match=message):
        read_graphml(path)


def test_an_edge_without_words_is_refused(tmp_path):
    bare = nx.MultiDiGraph([("Chad", "Niger")])
    export(bare, tmp_path / "bare.graphml")
    with pytest.raises(WhowhomError, match=r"Chad → Niger carries no source_span_start"):
        read_graphml(tmp_path / "bare.graphml")


@pytest.mark.parametrize(
    ("was", "edited", "message"),
    [
        (">hostile<", ">very hostile<", "has the polarity 'very hostile': it can be cooperative, hostile, neutral"),
        (">asserted<", ">sure<", "has the factuality 'sure'"),
        ('"confidence">0.8<', '"confidence">high<', "its confidence 'high' is no double"),
        ("{&quot;Chad&quot;: 1}", "Tchad", "the actor Chad: its aliases 'Tchad' is no JSON object"),
    ],
)
def test_a_value_that_no_link_has_is_named(was, edited, message, tmp_path):
    path = tmp_path / "case.graphml"
    export(net(link("Chad", "ASSAULT", "Niger")), path)
    assert was in path.read_text()
    path.write_text(path.read_text().replace(was, edited))
    with pytest.raises(WhowhomError, match="case.graphml: .*" + message):
        read_graphml(path)


def test_keys_that_come_twice_are_told_apart(tmp_path):
    links = [link("Chad", "AID", "Niger"), link("Niger", "AID", "Chad")]
    written = nx.MultiDiGraph()
    for made in links:
        written.add_edges_from((u, v, "same", row) for u, v, row in net(made).edges(data=True))
    export(written, tmp_path / "case.graphml")
    assert re.findall('<edge id="([^"]*)"', (tmp_path / "case.graphml").read_text()) == ["same", "same:2"]


def test_an_unknown_format_is_named():
    with pytest.raises(WhowhomError, match=r"no format 'docx'.*graphml"):
        export(net(), Path("case.docx"))
