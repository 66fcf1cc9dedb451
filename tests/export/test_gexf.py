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
