"""A file for another tool looks like the relationship map."""

from __future__ import annotations

import re
from importlib import resources

import networkx as nx
import pytest
from samples import armenia, net, sudan

from graph.export import export
from graph.export.looks import ALONE, BLOC_COLOURS, TIE_COLOURS
from graph.export.view import View, tie_network
from graph.relationship_map.contents import contents
from graph.relationship_map.picture import picture


@pytest.mark.parametrize("links", [sudan(), armenia()], ids=["sudan", "armenia"])
@pytest.mark.parametrize("bundled", [False, True], ids=["links", "ties"])
def test_places_sizes_and_blocs_are_the_maps(links, bundled):
    network = net(*links)
    held = contents(network, generic=True)
    seen = picture(held, focus=None, limit=300)
    view = View(tie_network(network) if bundled else network)
    drawn = {node.label: view.looks[node.place] for node in view.nodes()}
    for index, (x, y) in zip(seen.actors, seen.places, strict=True):
        look, bloc = drawn[held.names[index]], seen.blocs[index]
        assert (look.x, look.y, look.size) == (x, y, seen.radii[index])
        assert look.color == (BLOC_COLOURS[bloc] if bloc >= 0 else ALONE)


def test_colours_are_those_of_the_maps_light_theme():
    style = resources.files("graph.relationship_map").joinpath("static", "style.css").read_text(encoding="utf-8")
    light = dict(reversed(re.findall(r"--([\w-]+): (#\w{6});", style)))
    assert {polarity: light[polarity] for polarity in TIE_COLOURS} == TIE_COLOURS
    assert tuple(light[f"bloc-{number}"] for number in range(len(BLOC_COLOURS))) == BLOC_COLOURS
    assert f"bloc-{len(BLOC_COLOURS)}" not in light
    assert light["bloc-none"] == ALONE


def test_the_file_carries_them(tmp_path):
    network = net(*sudan())
    export(network, tmp_path / "case.graphml")
    read = nx.read_graphml(tmp_path / "case.graphml", force_multigraph=True)
    army, view = read.nodes["sudanese-army"], View(network)
    looks = next(view.looks[node.place] for node in view.nodes() if node.label == "Sudanese army")
    assert (army["x"], army["y"], army["size"], army["color"]) == (looks.x, looks.y, looks.size, looks.color)
    bombing = next(row for *_, row in read.edges(data=True) if row["predicate"] == "bomb")
    assert bombing["color"] == TIE_COLOURS["hostile"]
