"""A graph database loads the Cypher and the CSV: tried on ladybug, which is embedded and wants its tables declared."""

from __future__ import annotations

import csv
import math
import re
from pathlib import Path
from typing import Any

import ladybug
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import armenia, link, net, sudan

from graph.export import export
from graph.export.cypher import CONSTRAINT, number_literal, quoted_text, statements
from graph.export.values import column_types
from graph.export.view import View

TYPES = {"string": "STRING", "long": "INT64", "double": "DOUBLE", "boolean": "BOOL"}
INJECTION = (
    "it's \\' }) DETACH DELETE n // \\u0027 \\\\u0027 \\U00000027 ` ;\n\t\r\n$x {y} "
    "\N{GRINNING FACE} \N{ARABIC LETTER BEH}"
)
HOSTILE = (
    link("Chad", "AID", "Niger", predicate=INJECTION, sentence=INJECTION, confidence=1e-07),
    link("'; MATCH (n) DETACH DELETE n; //", "ASSAULT", "Chad", sentence="", confidence=1e16),
)
INTERNAL = {"_ID", "_LABEL", "_SRC", "_DST"}  # ladybug's own
EMPTY = ladybug.Connection(ladybug.Database(":memory:"))
Rows = dict[str, dict[str, Any]]


@pytest.fixture(params=[sudan(), armenia(), HOSTILE], ids=["sudan", "armenia", "hostile"])
def network(request) -> nx.MultiDiGraph:
    return net(*request.param)


def actor_table(view: View) -> dict[str, str]:
    return {"id": "string", "label": "string", **column_types(node.attributes for node in view.nodes())}


def link_table(view: View) -> dict[str, str]:
    return {"id": "string", "label": "string", **column_types(edge.attributes for edge in view.edges())}


def declared(types: dict[str, str]) -> str:
    return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in types.items())


def database(view: View, relations: dict[str, str], actors: str | None = None) -> ladybug.Connection:
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    connection.execute(f"CREATE NODE TABLE Actor({actors or declared(actor_table(view))}, PRIMARY KEY (id))")
    for relation, columns in relations.items():
        connection.execute(f"CREATE REL TABLE `{relation}`(FROM Actor TO Actor, {columns})")
    return connection


def answers(connection: ladybug.Connection, question: str) -> list[list[Any]]:
    result, rows = connection.execute(question), []
    while result.has_next():
        rows.append(result.get_next())
    return rows


def actors_in(connection: ladybug.Connection) -> Rows:
    return {row["id"]: held(row) for (row,) in answers(connection, "MATCH (n:Actor) RETURN n")}


def links_in(connection: ladybug.Connection) -> Rows:
    found = answers(connection, "MATCH (s:Actor)-[n]->(t:Actor) RETURN s.id, t.id, label(n), n")
    return {row["id"]: {**held(row), "ends": (s, t), "relationship": kind} for s, t, kind, row in found}


def held(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None and name not in INTERNAL}


def wanted_actors(view: View) -> Rows:
    return {node.id: {"id": node.id, "label": node.label, **node.attributes} for node in view.nodes()}


def wanted_links(view: View) -> Rows:
    return {
        edge.eid: {"id": edge.eid, "label": edge.label, **edge.attributes,
                   "ends": (edge.source, edge.target), "relationship": edge.relation}
        for edge in view.edges()
    }  # fmt: skip


def test_cypher_loads_twice_to_the_same_graph(network):
    view = View(network)
    constraint, *loading = statements(view)
    assert constraint == CONSTRAINT  # ladybug's tables have their keys declared instead
    connection = database(view, {edge.relation: declared(link_table(view)) for edge in view.edges()})
    for statement in loading * 2:
        connection.execute(statement)
    assert actors_in(connection) == wanted_actors(view)
    assert links_in(connection) == wanted_links(view)


@settings(derandomize=True, deadline=None)
@given(st.text(st.one_of(st.sampled_from("\\uU0027'\"`\n\r\t"), st.characters(exclude_categories=["Cs", "Cc"]))))
def test_a_text_is_itself_as_a_literal(text):
    assert answers(EMPTY, f"RETURN {quoted_text(text)}") == [[text]]
    assert re.search(r"\\[uU]", quoted_text(text)) is None  # which Neo4j would replace before it parses


@settings(derandomize=True, deadline=None)
@given(st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(), st.booleans()))
def test_a_number_is_itself_as_a_literal(value):
    ((read,),) = answers(EMPTY, f"RETURN {number_literal(value)}")
    assert read == value or (math.isnan(read) and math.isnan(value))


def test_the_file_holds_the_statements(network, tmp_path):
    export(network, tmp_path / "case.cypher")
    text = (tmp_path / "case.cypher").read_bytes().decode()
    assert text == "".join(f"{statement};\n" for statement in statements(View(network)))


def test_large_networks_come_in_batches():
    many = net(*(link("Chad", "AID", "Niger", sentence=f"{number} lorries.") for number in range(1201)))
    links = [statement for statement in statements(View(many)) if "`AID`" in statement]
    assert [statement.count("lorries") for statement in links] == [500, 500, 201]


def test_csv_loads(network, tmp_path):
    view = View(network)
    export(network, tmp_path / "case.csv", flavour="neo4j")
    connection = database(view, {"LINK": declared({":TYPE": "string", **link_table(view)})})
    # The actors' table has Neo4j's labels as a second column, which ladybug has no use for.
    with (tmp_path / "case.nodes.csv").open(newline="", encoding="utf-8") as file:
        rows = [[row[0], *row[2:]] for row in csv.reader(file)]
    with (tmp_path / "plain.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    copy(connection, "Actor", tmp_path / "plain.csv")
    copy(connection, "LINK", tmp_path / "case.csv")
    assert actors_in(connection) == wanted_actors(view)
    for key, wanted in wanted_links(view).items():
        wanted[":TYPE"], wanted["relationship"] = wanted["relationship"], "LINK"
        # An empty cell is no value.
        assert links_in(connection)[key] == {name: value for name, value in wanted.items() if value != ""}


def copy(connection: ladybug.Connection, table: str, path: Path) -> None:
    connection.execute(f"COPY {table} FROM '{path}' (HEADER=true, PARALLEL=false, ESCAPE='\"')")
