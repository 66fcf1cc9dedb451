"""GEXF: what stands on Gephi's timeline, and for how long."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree
from samples import during, link, net

from graph.export import export
from graph.export.gexf import days_of
from graph.export.view import Edge


def spells(tmp_path, *links):
    export(net(*links), tmp_path / "case.gexf")
    root = etree.parse(tmp_path / "case.gexf").getroot()
    found = {
        element.get("label"): [(spell.get("start"), spell.get("end")) for spell in element.iter("{*}spell")]
        for tag in ("node", "edge")
        for element in root.iter(f"{{*}}{tag}")
    }
    return root.find("{*}graph").get("mode"), found


def test_a_link_stands_while_its_time_lasts(tmp_path):
    mode, found = spells(
        tmp_path, link("Chad", "AID", "Niger", predicate="arm", time=during("2020-09-27", "2020-11-10"))
    )
    assert mode == "dynamic"
    assert found["arm"] == [("2020-09-27", "2020-11-09")]


def test_a_link_without_a_time_stands_on_the_day_of_its_document(tmp_path):
    _, found = spells(tmp_path, link("Chad", "AID", "Niger", predicate="arm", date="2023-05-02"))
    assert found["arm"] == [("2023-05-02", "2023-05-02")]


def test_an_actor_stands_from_its_first_to_its_last_link(tmp_path):
    _, found = spells(
        tmp_path,
        link("Chad", "AID", "Niger", date="2023-05-02"),
        link("Mali", "AID", "Chad", date="2023-07-01"),
        link("Mali", "CONSULT", "Togo"),
    )
    assert found["Chad"] == [("2023-05-02", "2023-07-01")]
    assert found["Niger"] == [("2023-05-02", "2023-05-02")]
    assert found["Mali"] == found["Togo"] == []  # a link of theirs is always there


def test_without_any_date_the_graph_is_static(tmp_path):
    mode, found = spells(tmp_path, link("Chad", "AID", "Niger"))
    assert mode == "static"
    assert not any(found.values())


@pytest.mark.parametrize("ties", [False, True], ids=["links", "ties"])
@pytest.mark.parametrize("dated", [{}, {"date": "2023-05-02"}], ids=["static", "dynamic"])
def test_it_keeps_the_rules_that_are_new_in_1_3(dated, ties, tmp_path):
    """What 1.3 says otherwise than 1.2, for which alone a schema is packaged: see `test_schemas`."""
    export(
        net(link("Chad", "AID", "Niger", **dated), link("Mali", "ASSAULT", "Chad")), tmp_path / "case.gexf", ties=ties
    )
    root = etree.parse(tmp_path / "case.gexf").getroot()
    # The namespaces, and the version beside them.
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    assert root.nsmap == {None: "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
    looks = {etree.QName(element).localname for element in root.iter("{http://gexf.net/1.3/viz}*")}
    assert looks == {"color", "position", "size", "shape"}
    # Time is given as intervals unless said otherwise; open intervals and time on values are gone.
    graph = root.find("{*}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == (("dynamic", "date") if dated else ("static", None))
    assert graph.get("timerepresentation", "interval") == "interval"
    timed = [element for element in root.iter() if {"start", "end"} & set(element.attrib)]
    assert {etree.QName(element).localname for element in timed} == ({"spell"} if dated else set())
    assert not [element for element in root.iter() if {"startopen", "endopen", "timestamp"} & set(element.attrib)]
    assert all(date.fromisoformat(spell.get("start")) <= date.fromisoformat(spell.get("end")) for spell in timed)
    # Two nodes may have many edges, which a kind tells apart.
    assert sorted(edge.get("kind") for edge in root.iter("{*}edge")) == ["AID", "ASSAULT"]
    # Types of attributes are spelt as in 1.2.
    kinds = {attribute.get("type") for attribute in root.iter("{*}attribute")}
    assert kinds <= {"boolean", "long", "double", "string"}


@pytest.mark.parametrize(
    ("attributes", "days"),
    [
        ({"date": "2023"}, (date(2023, 1, 1), date(2023, 12, 31))),
        ({"date": "2024-02"}, (date(2024, 2, 1), date(2024, 2, 29))),
        ({"date": "2024-02-30"}, None),
        ({"date": "soon"}, None),
        ({"time_start": "1990", "time_end": "2000", "date": "2023-01-01"}, (date(1990, 1, 1), date(1999, 12, 31))),
        ({"time_start": "1990-05", "time_end": None}, (date(1990, 5, 1), date(1990, 5, 31))),
        ({"time_start": "2020-01-05", "time_end": "2020-01-05"}, (date(2020, 1, 5), date(2020, 1, 5))),
        ({"first": "2020-01-05", "last": "2021"}, (date(2020, 1, 5), date(2021, 12, 31))),
    ],
)
def test_dates_may_be_partial(attributes, days):
    assert days_of(Edge("e", "e", "chad", "niger", "", attributes)) == days
