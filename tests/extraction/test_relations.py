"""What does a predicate say of its target? A table a construction, on sentences of our own."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.relations import acted_on, sense

# predicate head, sentence, relation and polarity; the target is always Chad.
EVENTS = [
    ("attacked", "Libya attacked Chad in May.", "ASSAULT", "hostile"),
    ("fired", "Libyan gunners fired at Chad.", "ASSAULT", "hostile"),
    ("invasion", "The Libyan invasion of Chad failed.", "ASSAULT", "hostile"),
    ("imposed", "Libya imposed sanctions on Chad.", "SANCTION", "hostile"),
    ("severed", "Libya severed diplomatic relations with Chad.", "SANCTION", "hostile"),
    ("arrested", "Libya arrested Chad's envoy.", "COERCE", "hostile"),
    ("cracked", "Libya cracked down on Chad.", "COERCE", "hostile"),
    ("accused", "Libya accused Chad of treason.", "ACCUSE", "hostile"),
    ("sued", "Libya sued Chad last year.", "ACCUSE", "hostile"),
    ("rejected", "Libya rejected Chad's proposal.", "REJECT", "hostile"),
    ("warned", "Libya warned Chad on Monday.", "THREATEN", "hostile"),
    ("called", "Libya called on Chad to stop.", "REQUEST", "neutral"),
    ("praised", "Libya praised Chad on Monday.", "SUPPORT", "cooperative"),
    ("visited", "The minister visited Chad.", "CONSULT", "cooperative"),
    ("trades", "Libya trades with Chad.", "COOPERATE", "cooperative"),
    ("protected", "Libya protected Chad.", "AID", "cooperative"),
    ("released", "Libya released Chad's pilots.", "CONCEDE", "cooperative"),
    ("pulled", "Libya pulled out of Chad.", "RETREAT", "cooperative"),
    ("ally", "Libya is an ally of Chad.", "ALLIANCE", "cooperative"),
    ("hostile", "Libya is hostile toward Chad.", "RIVALRY", "hostile"),
    ("president", "He is the president of Chad.", "ROLE", "neutral"),
    ("told", "Libya told Chad about it.", "OTHER", "neutral"),
]
# What is sent decides what the sending is; and who is given something needs no preposition.
OBJECTS = [
    ("sent", "Libya sent hundreds of tons of wheat to Chad.", "AID", "cooperative"),
    ("sent", "Libya sent soldiers to Chad.", "MOBILIZE", "hostile"),
    ("sent", "Libya sent peacekeepers to Chad.", "AID", "cooperative"),
    ("sent", "Libya sent a delegation to Chad.", "CONSULT", "cooperative"),
    ("gave", "Libya gave Chad the rifles.", "AID", "cooperative"),
    ("took", "Libya took Chad to court.", "ACCUSE", "hostile"),
    ("laid", "Libya laid siege to Chad.", "COERCE", "hostile"),
    ("withdrew", "Libya withdrew its soldiers from Chad.", "RETREAT", "cooperative"),
]
# Operators: what is lifted, suspended, called for or violated.
OPERATORS = [
    ("lifted", "Libya lifted the embargo on Chad.", "CONCEDE", "cooperative"),
    ("suspended", "Libya suspended aid to Chad.", "SANCTION", "hostile"),
    ("halted", "Libya halted its air strikes on Chad.", "RETREAT", "cooperative"),
    ("called", "Libya called for sanctions against Chad.", "ACCUSE", "hostile"),
    ("called", "Libya called for talks with Chad.", "REQUEST", "neutral"),
    ("cancelled", "Libya cancelled a visit to Chad.", "REJECT", "hostile"),
    ("violated", "Libya violated the truce with Chad.", "ASSAULT", "hostile"),
    ("opposed", "Libya opposed sanctions on Chad.", "SUPPORT", "cooperative"),
    ("vetoed", "Libya vetoed aid to Chad.", "REJECT", "hostile"),
    ("launched", "Libya launched a wave of attacks on Chad.", "ASSAULT", "hostile"),
    ("threatened", "Libya threatened Chad with war.", "THREATEN", "hostile"),
    ("condemned", "Libya condemned aid to Chad.", "ACCUSE", "hostile"),
]
# Words that do not reach Chad.
UNFIT = [
    ("condemned", "Libya condemned the attack on Chad."),
    ("condemned", "Libya condemned the killing of Chad's president."),
    ("discussed", "Libya discussed the war in Chad."),
    ("bombed", "Libya bombed a camp in Chad."),
    ("photosynthesized", "Libya photosynthesized Chad."),
]


def read(nlp: Language, sentence: str, head: str) -> Sense | None:
    """The sense of the predicate between its head and Chad, along the tree."""
    doc = nlp(sentence)
    predicate = next(token for token in doc if token.text == head)
    token = next(token for token in doc if token.text == "Chad")
    chain: list[Token] = []
    while token.head != predicate and token.head != token:
        token = token.head
        chain.insert(0, token)
    return sense(predicate, chain)


@pytest.mark.parametrize(("head", "sentence", "relation", "polarity"), [*EVENTS, *OBJECTS, *OPERATORS])
def test_a_predicate_has_its_relation(
    pipeline: Language, head: str, sentence: str, relation: str, polarity: str
) -> None:
    found = read(pipeline, sentence, head)
    assert found is not None
    assert (found.relation, found.polarity) == (relation, polarity)
    assert found.known
    assert found.rule


@pytest.mark.parametrize(("head", "sentence"), UNFIT)
def test_what_does_not_reach_the_target_says_nothing(pipeline: Language, head: str, sentence: str) -> None:
    assert read(pipeline, sentence, head) is None


@pytest.mark.parametrize(
    ("head", "sentence", "converse"),
    [
        ("received", "Libya received rifles from Chad.", True),
        ("lost", "Libya lost to Chad in the final.", True),
        ("gave", "Libya gave rifles to Chad.", False),
    ],
)
def test_a_converse_asks_for_its_ends_to_be_exchanged(
    pipeline: Language, head: str, sentence: str, converse: bool
) -> None:
    found = read(pipeline, sentence, head)
    assert found is not None
    assert found.converse is converse


@pytest.mark.parametrize(
    ("head", "sentence", "symmetric"),
    [
        ("met", "Libya met with Chad.", True),
        ("alliance", "Libya's alliance with Chad held.", True),
        ("attacked", "Libya attacked Chad.", False),
    ],
)
def test_what_holds_both_ways_is_symmetric(pipeline: Language, head: str, sentence: str, symmetric: bool) -> None:
    found = read(pipeline, sentence, head)
    assert found is not None
    assert found.symmetric is symmetric


def test_the_kind_follows_the_words(pipeline: Language) -> None:
    kinds = {
        head: found.kind
        for head, sentence, _, _ in EVENTS
        if head in ("attacked", "accused", "sued", "ally", "president") and (found := read(pipeline, sentence, head))
    }
    assert kinds == {
        "attacked": "event", "accused": "speech", "sued": "event", "ally": "structural", "president": "role",
    }  # fmt: skip


def test_the_objects_of_a_verb_hold_what_they_measure(pipeline: Language) -> None:
    doc = pipeline("Libya sent tons of wheat and rice.")
    assert [token.text for token in acted_on(doc[1])][:2] == ["tons", "wheat"]
