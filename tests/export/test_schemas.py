"""GraphML and GEXF validate against their published schemas."""

from __future__ import annotations

import pytest
from lxml import etree
from samples import armenia, link, net, sudan

from graph.export import export
from graph.export.gexf import NAMESPACE
from graph.links import TimeInterval

PUBLISHED_GEXF = "http://www.gexf.net/1.2draft"
HOSTILE = link("]]>", "AID", "<Ñandú & \N{LEFT-TO-RIGHT OVERRIDE}>", time=TimeInterval("once", "not a date", None))


@pytest.fixture(params=[(), sudan(), armenia(), (HOSTILE,)], ids=["empty", "sudan", "armenia", "hostile"])
def network(request):
    return net(*request.param)


@pytest.mark.parametrize("ties", [False, True], ids=["links", "ties"])
@pytest.mark.parametrize("flavour", [None, "gephi", "neo4j"])
def test_graphml_is_valid(network, flavour, ties, schemas, tmp_path):
    export(network, tmp_path / "case.graphml", flavour=flavour, ties=ties)
    schemas["graphml"].assertValid(etree.parse(tmp_path / "case.graphml"))


@pytest.mark.parametrize("ties", [False, True], ids=["links", "ties"])
def test_gexf_is_valid(network, ties, schemas, tmp_path):
    export(network, tmp_path / "case.gexf", ties=ties)
    schemas["gexf"].assertValid(as_published(etree.parse(tmp_path / "case.gexf")))


def test_the_schemas_are_not_fooled(schemas):
    """What validates could also fail."""
    assert not schemas["graphml"].validate(
        etree.XML('<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><x/></graphml>')
    )
    assert not schemas["gexf"].validate(etree.XML(f'<gexf xmlns="{PUBLISHED_GEXF}" version="1.2"/>'))


def as_published(document: etree._ElementTree) -> etree._ElementTree:
    """A GEXF 1.3 file as 1.2, the newest schema that is packaged.

    The versions differ, for what we write, in the namespace, the version, and an edge's `kind`. The
    packaged schema also holds the visual elements in the main namespace, where every tool writes `viz:`.
    """
    text = etree.tostring(document).decode().replace(NAMESPACE, PUBLISHED_GEXF).replace("viz:", "")
    root = etree.fromstring(text)
    root.set("version", "1.2")
    for edge in root.iter(f"{{{PUBLISHED_GEXF}}}edge"):
        del edge.attrib["kind"]
    return root.getroottree()
