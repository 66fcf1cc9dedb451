"""How sure is each link, and do rule and shape make it so?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.choosing import LOOSE
from graph.extraction.confidence import UNSEEN, Measured, confidence, measured, shape
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank
from graph.extraction.statements import Statement
from graph.links import Document, Link
from graph.selection import SURE

SHAPES = [
    ("object", "Ghana attacked Togo.",
     ["kind: event", "way: itself", "target: country", "source: name", "ends: of a kind"]),
    ("preposition that leads to somebody", "Ghana signed a treaty with Togo.",
     ["kind: event", "way: to somebody", "target: country", "source: name", "ends: of a kind"]),
    ("preposition of a matter", "Ghana fired tear gas at protesters.",
     ["kind: event", "way: somewhere", "target: generic", "source: name", "ends: of two kinds"]),
    ("owner of what it did", "Ghana rejected Togo's proposal.",
     ["kind: event", "way: owner of a deed", "target: country", "source: name", "ends: of a kind"]),
    ("owner of a thing", "Ghana shelled Togo's villages.",
     ["kind: event", "way: owner of a thing", "target: country", "source: name", "ends: of a kind"]),
    ("pronoun", "Togo has lost a province. Ghana attacked it.",
     ["kind: event", "way: itself", "target: pronoun", "source: name", "ends: of a kind"]),
    ("some of a kind", "Rebels attacked Togo.",
     ["kind: event", "way: itself", "target: country", "source: a kind", "ends: of two kinds"]),
    ("those of a kind", "The rebels attacked Togo.",
     ["kind: event", "way: itself", "target: country", "source: the kind", "ends: of two kinds"]),
    ("role", "Ana Costa, president of Brazil, smiled.", ["kind: role"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_the_shape_of_a_reading(text: str, expected: list[str], pipeline: Language) -> None:
    assert [shape(statement) for _, statement in read(text, pipeline)] == [expected]


def test_what_hangs_far_below_its_predicate_is_far(pipeline: Language) -> None:
    ((_, statement),) = read("Ghana called for an end of the blockade of Togo.", pipeline)
    assert "way: far" in shape(statement)


def test_every_part_of_a_shape_moves_the_odds() -> None:
    kept = Measured({UNSEEN: 0.5, "active": 0.8}, {"way: far": -1.4, "target: person": 0.7})
    assert kept.confidence("active", []) == 0.8
    assert kept.confidence("unheard of", []) == 0.5
    assert kept.confidence("active", ["way: far"]) < kept.confidence("active", ["way: far", "target: person"]) < 0.8
    assert kept.confidence("active", ["way: unheard of"]) == 0.8


def test_a_link_has_the_confidence_of_its_rule_and_shape(pipeline: Language) -> None:
    found = read("Ethiopia accused Egypt of arming rebels in Tigray.", pipeline)
    assert found
    for link, statement in found:
        assert link.confidence == confidence(statement) == measured().confidence(statement.rule, shape(statement))


def test_near_targets_are_surer_than_owners_and_places_and_those_surer_than_far_ones() -> None:
    ways = [
        measured().confidence("active", [f"way: {way}"])
        for way in ("to somebody", "owner of a deed", "owner of a thing", "far")
    ]
    assert ways == sorted(ways, reverse=True)


def test_people_and_bodies_are_surer_targets_than_regions_and_pronouns() -> None:
    def at(kind: str) -> float:
        return measured().confidence("active", [f"target: {kind}"])

    assert min(at("person"), at("government body")) > max(at("region"), at("pronoun"), at("demonym"))


def test_hints_are_not_sure(pipeline: Language) -> None:
    assert shape_of_hint(pipeline) == []
    assert measured().rules[LOOSE] == min(measured().rules.values()) < SURE


def shape_of_hint(pipeline: Language) -> list[str]:
    """The shape of a reading of the last resort."""
    found = read("Ghana pondered the future of Togo.", pipeline)
    ((_, statement),) = [(link, s) for link, s in found if s.rule == LOOSE]
    return shape(statement)


def read(text: str, pipeline: Language) -> list[tuple[Link, Statement]]:
    """The links of a text, each with the statement it was made of."""
    return readings(pipeline(blank(pipeline, Document("text", text))))
