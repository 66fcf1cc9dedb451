"""How sure is each link, and do rule and shape make it so?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.confidence import Reading, corrections, crossed, verdicts
from graph.extraction.confidence import UNSEEN, Measured, measured, shapes
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank
from graph.extraction.statements.choosing import LOOSE
from graph.extraction.statements.statements import Statement
from graph.links import Document, Link
from graph.selection import SURE

SHAPES = [  # the way to the target, the target, the source, and the ends beside each other
    ("object", "Ghana attacked Togo.", ("itself", "country", "name", "of a kind")),
    ("preposition to somebody", "Ghana signed a treaty with Togo.", ("to somebody", "country", "name", "of a kind")),
    ("other preposition", "Ghana fired tear gas at protesters.", ("somewhere", "generic", "name", "of two kinds")),
    ("owner of a deed", "Ghana rejected Togo's proposal.", ("owner of a deed", "country", "name", "of a kind")),
    ("owner of a thing", "Ghana seized Togo's ships.", ("owner of a thing", "country", "name", "of a kind")),
    ("holder of a place", "Ghana shelled Togo's villages.", ("itself", "country", "name", "of a kind")),
    ("pronoun", "Togo has lost a province. Ghana attacked it.", ("itself", "pronoun", "name", "of a kind")),
    ("several states", "Ghana armed the Gulf states.", ("itself", "country", "name", "of a kind")),
    ("region", "Ghana occupied Crimea.", ("itself", "region", "name", "of two kinds")),
    ("some of a kind", "Rebels attacked Togo.", ("itself", "country", "a kind", "of two kinds")),
    ("those of a kind", "The rebels attacked Togo.", ("itself", "country", "the kind", "of two kinds")),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_the_shape_of_a_reading(text: str, expected: tuple[str, ...], pipeline: Language) -> None:
    named = [f"{name}: {part}" for name, part in zip(("way", "target", "source", "ends"), expected, strict=True)]
    found = shapes([statement for _, statement in read(text, pipeline)])
    assert found == [["kind: event", *named, "of its predicate: one"]]


def test_a_role_has_its_kind_only(pipeline: Language) -> None:
    assert shapes([s for _, s in read("Ana Costa, president of Brazil, smiled.", pipeline)]) == [["kind: role"]]


def test_what_hangs_far_below_its_predicate_is_far(pipeline: Language) -> None:
    ((_, statement),) = read("Ghana called for an end of the blockade of Togo.", pipeline)
    assert "way: far" in shapes([statement])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana attacked Togo and warned Mali.", ["one", "one"]),
        ("Ghana attacked Togo and Mali.", ["two", "two"]),
        ("Ghana attacked Togo, Mali and Niger.", ["more", "more", "more"]),
    ],
)
def test_how_many_pairs_a_predicate_ties(text: str, expected: list[str], pipeline: Language) -> None:
    found = shapes([statement for _, statement in read(text, pipeline)])
    assert [parts[-1] for parts in found] == [f"of its predicate: {many}" for many in expected]


def test_every_part_of_a_shape_moves_the_odds() -> None:
    kept = Measured({UNSEEN: 0.5, "active": 0.8}, {"way: far": -1.4, "target: person": 0.7})
    assert kept.confidence("active", []) == 0.8
    assert kept.confidence("unheard of", []) == 0.5
    assert kept.confidence("active", ["way: far"]) < kept.confidence("active", ["way: far", "target: person"]) < 0.8
    assert kept.confidence("active", ["way: unheard of"]) == 0.8


def test_a_link_has_the_confidence_of_its_rule_and_shape(pipeline: Language) -> None:
    found = read("Ethiopia accused Egypt of arming rebels in Tigray.", pipeline)
    assert found
    for (link, statement), parts in zip(found, shapes([s for _, s in found]), strict=True):
        assert link.confidence == measured().confidence(statement.rule, parts)


def test_near_targets_are_surer_than_owners_of_deeds_and_those_surer_than_owners_of_things_and_far_ones() -> None:
    def at(way: str) -> float:
        return measured().confidence("active", [f"way: {way}"])

    assert at("to somebody") > at("owner of a deed") > max(at("owner of a thing"), at("far"))


def test_people_and_bodies_are_surer_targets_than_regions_and_pronouns() -> None:
    def at(kind: str) -> float:
        return measured().confidence("active", [f"target: {kind}"])

    assert min(at("person"), at("government body")) > max(at("region"), at("pronoun"), at("demonym"))


def test_hints_are_not_sure(pipeline: Language) -> None:
    ((hint, statement),) = read("Ghana pondered the future of Togo.", pipeline)
    assert statement.rule == LOOSE
    assert shapes([statement]) == [[]]
    assert hint.confidence == measured().rules[LOOSE] == min(measured().rules.values()) < SURE


def test_a_part_adds_what_is_lacking_and_nothing_where_rules_are_right() -> None:
    rules = {UNSEEN: 0.8}
    as_told = [Reading("active", ["way: itself"], number % 5 > 0) for number in range(50)]
    worse = [Reading("active", ["way: far"], number % 5 == 0) for number in range(50)]
    counted = corrections([*as_told, *worse], rules)
    assert counted["way: itself"] == 0
    assert 0.2 < Measured(rules, counted).confidence("active", ["way: far"]) < 0.35  # a fifth, smoothed
    assert corrections(worse[:2], rules)["way: far"] > counted["way: far"]


def test_figures_kept_are_those_of_the_judged_readings() -> None:
    assert measured().shapes == corrections(verdicts(), dict(measured().rules))


def test_judged_readings_are_ordered_by_what_was_counted_on_other_texts() -> None:
    scored = sorted(crossed(verdicts(), dict(measured().rules)), reverse=True)
    third = len(scored) // 3
    surest, least = ([right for _, right in part] for part in (scored[:third], scored[-third:]))
    assert sum(surest) / third > 0.8 > 0.55 > sum(least) / third


def read(text: str, pipeline: Language) -> list[tuple[Link, Statement]]:
    """The links of a text, each with the statement it was made of."""
    return readings(pipeline(blank(pipeline, Document("text", text))))
