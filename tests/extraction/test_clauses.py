"""Who does what to whom: one sentence a construction, with a near miss that must not be read beside it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.pipeline import blank
from graph.links import Document, Link


def read(pipeline: Language, text: str) -> list[Link]:
    """The links of a text but for roles."""
    doc = pipeline(blank(pipeline, Document("text", text)))
    return [link for link in doc._.links if link.kind != "role"]


def triples(pipeline: Language, text: str) -> set[tuple[str, str, str]]:
    """Source, relation and target of the links of a text."""
    return {(link.source, link.relation, link.target) for link in read(pipeline, text)}


CONSTRUCTIONS = [
    ("active", "Ethiopia attacked Eritrea.", ("Ethiopia", "ASSAULT", "Eritrea")),
    ("passive", "Eritrea was attacked by Ethiopia.", ("Ethiopia", "ASSAULT", "Eritrea")),
    ("relative clause", "Ethiopia, which attacked Eritrea, closed the road.", ("Ethiopia", "ASSAULT", "Eritrea")),
    ("object relative", "Eritrea, which Ethiopia attacked, closed the road.", ("Ethiopia", "ASSAULT", "Eritrea")),
    ("passive relative", "Hezbollah, which is supported by Iran, denied it.", ("Iran", "SUPPORT", "Hezbollah")),
    ("reduced relative", "The town fell to rebels supported by Chad.", ("Chad", "SUPPORT", "rebels")),
    ("coordinated verbs", "Kenya praised Uganda and condemned Somalia.", ("Kenya", "ACCUSE", "Somalia")),
    ("coordinated objects", "Kenya condemned Somalia and Sudan.", ("Kenya", "ACCUSE", "Sudan")),
    ("coordinated subjects", "Kenya and Uganda condemned Sudan.", ("Uganda", "ACCUSE", "Sudan")),
    ("joined verbs", "Soldiers detained and questioned the bishop.", ("soldiers", "COERCE", "bishop")),
    ("control", "Norway refused to arm Poland.", ("Norway", "AID", "Poland")),
    ("object control", "France urged Mali to attack Niger.", ("Mali", "ASSAULT", "Niger")),
    ("participle", "Chad closed the road, accusing Sudan of theft.", ("Chad", "ACCUSE", "Sudan")),
    ("gerund", "Peru hurt the pact by attacking Bolivia.", ("Peru", "ASSAULT", "Bolivia")),
    ("nominal", "Ethiopia's invasion of Eritrea failed.", ("Ethiopia", "ASSAULT", "Eritrea")),
    ("light verb", "The European Union imposed sanctions on Belarus.", ("European Union", "SANCTION", "Belarus")),
    ("owned thing", "Qatar rejected Egypt's proposal.", ("Qatar", "REJECT", "Egypt")),
    ("apposition", "Chad, a close ally of France, sent aid.", ("Chad", "ALLIANCE", "France")),
    ("copula", "Chad is an ally of France.", ("Chad", "ALLIANCE", "France")),
    ("stance", "Serbia takes an anti-Kosovan stance.", ("Serbia", "RIVALRY", "Kosovo")),
    ("forces", "Turkish troops in Syria were attacked.", ("Turkish military", "OTHER", "Syria")),
    ("event", "Villagers were killed in Ethiopian air strikes.", ("Ethiopia", "ASSAULT", "villagers")),
    ("transfer", "Chad sent troops to Mali.", ("Chad", "MOBILIZE", "Mali")),
    ("inquiry", "Police opened an inquiry in connection with an attack by Chad.", ("police", "ACCUSE", "Chad")),
    ("blows, not words", "Ana Lima attacked the BBC with a knife.", ("Ana Lima", "ASSAULT", "BBC")),
    ("converse", "Chad received weapons from France.", ("France", "AID", "Chad")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in CONSTRUCTIONS], ids=[row[0] for row in CONSTRUCTIONS]
)
def test_a_construction_is_read(text: str, expected: tuple[str, str, str], pipeline: Language) -> None:
    assert expected in triples(pipeline, text)


SYMMETRIC = [
    ("reciprocal verb", "Kenya and Uganda met in Nairobi."),
    ("relations between", "Relations between Kenya and Uganda worsened."),
    ("adjectives", "Kenyan-Ugandan relations worsened."),
    ("shared noun", "Kenya and Uganda signed a treaty."),
    ("with", "Kenya held talks with Uganda."),
    ("together", "Kenya and Uganda worked together."),
]


@pytest.mark.parametrize("text", [row[1] for row in SYMMETRIC], ids=[row[0] for row in SYMMETRIC])
def test_what_holds_both_ways_is_one_symmetric_link(text: str, pipeline: Language) -> None:
    links = [link for link in read(pipeline, text) if {link.source, link.target} == {"Kenya", "Uganda"}]
    assert [link.symmetric for link in links] == [True]


NOTHING = [
    ("a place", "The conference took place in Kenya and in Uganda."),
    ("a passive without its doer", "The mayor was murdered in Kenya."),
    ("travel", "Angela Merkel travelled to Kenya."),
    ("a contrast with no deed", "Unlike Kenya, Uganda has two parliaments."),
    ("bare relations", "Relations have improved since the war."),
    ("a visit that is whose it is", "It will be his first visit to Kenya, Ali Hassan said."),
    ("a place of protest", "Students staged a rally in Nairobi."),
    ("after", "Kenya voted after the war in Somalia."),
]


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_nothing_is_read_where_nothing_is_stated(text: str, pipeline: Language) -> None:
    assert triples(pipeline, text) == set()


def test_unlike_gives_the_deed_to_the_other(pipeline: Language) -> None:
    links = read(pipeline, "Unlike Kenya, Uganda has not recognised Somaliland.")
    said = {(link.source, link.factuality) for link in links if link.target == "Somaliland"}
    assert said == {("Kenya", "asserted"), ("Uganda", "negated")}


def test_worsening_relations_are_hostile_and_improving_ones_friendly(pipeline: Language) -> None:
    polarity = [
        read(pipeline, f"Relations between Kenya and Uganda {verb}.")[0].polarity for verb in ("soured", "improved")
    ]
    assert polarity == ["hostile", "cooperative"]


def test_an_accusation_is_two_links(pipeline: Language) -> None:
    links = read(pipeline, "Kenya accused Somalia of shelling Mali.")
    assert {(link.source, link.target, link.attributed_to) for link in links} == {
        ("Kenya", "Somalia", None),
        ("Somalia", "Mali", "Kenya"),
    }


ONLY = [
    ("what is sent, not whose it was", "Peru returned six Mayan artifacts to Guatemala.", {("Peru", "Guatemala")}),
    ("the partner, not the topic", "Kenya reached a deal with Uganda on the Somali border.", {("Kenya", "Uganda")}),
    ("not what stands apart", "Kenya sued Uganda in the face of Somali threats.", {("Kenya", "Uganda")}),
    ("no office in an agent", "Kenya used a nerve agent on Uganda.", set()),
    ("own ships", "China increased its warships near Taiwan.", {("China", "Taiwan")}),
    ("own forces", "Kenya began its withdrawal of troops from Somalia.", {("Kenya", "Somalia")}),
]


@pytest.mark.parametrize(("text", "ends"), [row[1:] for row in ONLY], ids=[row[0] for row in ONLY])
def test_only_who_is_meant_is_an_end(text: str, ends: set[tuple[str, str]], pipeline: Language) -> None:
    found = {(link.source, link.target) for link in read(pipeline, text) if link.relation != "OTHER"}
    assert found == ends
