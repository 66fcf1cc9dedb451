"""Other tools read what we write: networkx, rustworkx, igraph and graphology, edge by edge."""

from __future__ import annotations

import json
import math
from typing import Any

import igraph
import networkx as nx
import pytest
import rustworkx
from samples import armenia, net, sudan

from graph.export import export
from graph.export.view import COMPUTED_EDGE, COMPUTED_NODE, View

Rows = dict[str, dict[str, Any]]


@pytest.fixture(params=["sudan", "armenia"])
def network(request) -> nx.MultiDiGraph:
    return net(*{"sudan": sudan, "armenia": armenia}[request.param]())


def written_nodes(network: nx.MultiDiGraph) -> Rows:
    """What every reader must give back of the nodes, by id."""
    return {node.id: {**node.attributes, "label": node.label} for node in View(network).nodes()}


def written_edges(network: nx.MultiDiGraph) -> Rows:
    """What every reader must give back of the edges, by the link's id."""
    return {
        edge.eid: {**edge.attributes, "label": edge.label, "ends": (edge.source, edge.target)}
        for edge in View(network).edges()
    }


def own(row: dict[str, Any], *also: str) -> dict[str, Any]:
    """A row as a reader has it, without what only serves the picture and without what a column lacks."""
    looks = (COMPUTED_NODE | COMPUTED_EDGE | set(also)) - {"label"}
    return {name: value for name, value in row.items() if name not in looks and not missing(value)}


def missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


@pytest.mark.parametrize("flavour", [None, "neo4j", "yed"])
def test_networkx_reads_graphml(network, flavour, tmp_path):
    export(network, tmp_path / "case.graphml", flavour=flavour)
    read = nx.read_graphml(tmp_path / "case.graphml", force_multigraph=True)
    labelled = {name: row["label"] for name, row in written_nodes(network).items()}
    assert dict(read.nodes(data="label")) == labelled
    assert {node: own(row, "shape_type") for node, row in read.nodes(data=True)} == written_nodes(network)
    edges = {key: own(row) | {"ends": (u, v)} for u, v, key, row in read.edges(keys=True, data=True)}
    wanted = written_edges(network)
    if flavour == "neo4j":
        wanted = {key: row | {"label": row["relation"]} for key, row in wanted.items()}
    assert edges == wanted


def test_rustworkx_reads_graphml(network, tmp_path):
    export(network, tmp_path / "case.graphml")
    (read,) = rustworkx.read_graphml(str(tmp_path / "case.graphml"))
    assert {row["id"]: own(row, "id") for row in read.nodes()} == written_nodes(network)
    edges = {
        row["eid"]: own(row, "id") | {"ends": (read[source]["id"], read[target]["id"])}
        for source, target, row in read.weighted_edge_list()
    }
    assert edges == written_edges(network)


def test_igraph_reads_graphml(network, tmp_path):
    export(network, tmp_path / "case.graphml")
    read = igraph.Graph.Read_GraphML(str(tmp_path / "case.graphml"))
    assert {row["id"]: own(row.attributes(), "id") for row in read.vs} == filled(written_nodes(network))
    edges = {
        row["eid"]: own(row.attributes(), "id") | {"ends": tuple(read.vs[end]["id"] for end in row.tuple)}
        for row in read.es
    }
    assert edges == filled(written_edges(network))


def filled(rows: Rows) -> Rows:
    """Rows as igraph has them: a missing text is an empty one."""
    texts = {name for row in rows.values() for name, value in row.items() if isinstance(value, str)}
    return {key: dict.fromkeys(texts, "") | row for key, row in rows.items()}


def test_networkx_reads_json(network, tmp_path):
    export(network, tmp_path / "case.json")
    read = nx.node_link_graph(json.loads((tmp_path / "case.json").read_text()), edges="edges")
    assert {node: own(row) for node, row in read.nodes(data=True)} == written_nodes(network)
    edges = {key: own(row) | {"ends": (u, v)} for u, v, key, row in read.edges(keys=True, data=True)}
    assert edges == written_edges(network)


def test_cytoscape_elements_hold_the_network(network, tmp_path):
    export(network, tmp_path / "case.json", flavour="cytoscape")
    elements = json.loads((tmp_path / "case.json").read_text())["elements"]
    assert {row["data"]["id"]: own(row["data"], "id") for row in elements["nodes"]} == written_nodes(network)
    assert all(isinstance(row["position"]["x"], (int, float)) for row in elements["nodes"])
    edges = {
        row["data"]["eid"]: own(row["data"]) | {"ends": (row["data"]["source"], row["data"]["target"])}
        for row in elements["edges"]
    }
    assert edges == written_edges(network)


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_graphology_reads(ending, network, graphology, tmp_path):
    export(network, tmp_path / f"case.{ending}")
    read = graphology(tmp_path / f"case.{ending}")
    assert {row["key"]: own(row["attributes"], "z") for row in read["nodes"]} == written_nodes(network)
    edges = {
        row["attributes"]["eid"]: own(row["attributes"], "shape", "weight") | {"ends": (row["source"], row["target"])}
        for row in read["edges"]
    }
    assert edges == written_edges(network)
    if ending == "gexf":
        undirected = {row["attributes"]["eid"] for row in read["edges"] if row.get("undirected")}
        assert undirected == {key for _, _, key, symmetric in network.edges(keys=True, data="symmetric") if symmetric}
