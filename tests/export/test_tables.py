"""CSV: two tables that Gephi and Neo4j import, and that a spreadsheet opens without harm."""

from __future__ import annotations

import csv

import pytest
from samples import link, net

from graph.errors import WhowhomError
from graph.export import export
from graph.export.values import RepairWarning


def rows(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_edges_are_in_the_file_and_the_nodes_beside_it(tmp_path):
    export(net(link("Chad", "CONSULT", "Niger", symmetric=True, predicate="meet")), tmp_path / "case.csv")
    (edge,) = rows(tmp_path / "case.csv")
    assert (edge["Source"], edge["Target"], edge["Type"], edge["Label"]) == ("chad", "niger", "Undirected", "meet")
    assert edge["intensity"] == "2.5"
    assert [(node["Id"], node["Label"]) for node in rows(tmp_path / "case.nodes.csv")] == [
        ("chad", "Chad"), ("niger", "Niger"),
    ]  # fmt: skip


def test_no_cell_is_a_formula(tmp_path):
    network = net(link("Chad", "ASSAULT", "Niger", sentence='=HYPERLINK("https://example.org")', predicate="@SUM(A1)"))
    with pytest.warns(RepairWarning, match="3 cells quoted with an apostrophe"):
        export(network, tmp_path / "case.csv")
    (edge,) = rows(tmp_path / "case.csv")
    assert edge["sentence"] == '\'=HYPERLINK("https://example.org")'
    assert edge["Label"] == edge["predicate"] == "'@SUM(A1)"
    assert edge["intensity"] == "-9"  # a number is no formula


def test_neo4j_has_typed_headings_and_the_text_as_it_is(tmp_path):
    export(net(link("Chad", "AID", "Niger", sentence="=1")), tmp_path / "case.csv", flavour="neo4j")
    (edge,), node = rows(tmp_path / "case.csv"), rows(tmp_path / "case.nodes.csv")[0]
    assert (edge[":START_ID"], edge[":END_ID"], edge[":TYPE"], edge["sentence"]) == ("chad", "niger", "AID", "=1")
    assert {"confidence:double", "main:boolean", "start:long"} <= edge.keys()
    assert (node["id:ID"], node[":LABEL"]) == ("chad", "Actor;Country")


def test_a_byte_order_mark_on_request(tmp_path):
    export(net(link("Chad", "AID", "Niger")), tmp_path / "case.csv", bom=True)
    assert (tmp_path / "case.csv").read_bytes().startswith(b"\xef\xbb\xbfId,")
    assert (tmp_path / "case.nodes.csv").read_bytes().startswith(b"\xef\xbb\xbfId,")


def test_a_byte_order_mark_is_for_csv_alone(tmp_path):
    with pytest.raises(WhowhomError, match="leave out --bom"):
        export(net(), tmp_path / "case.json", bom=True)


def test_standard_output_gets_the_edges(capfdbinary):
    export(net(link("Chad", "AID", "Niger")), "-", file_format="csv")
    assert capfdbinary.readouterr().out.startswith(b"Id,Source,Target,Type,Label,")
