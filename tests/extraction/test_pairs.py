"""What is the relation of a given pair, once negation, plans and demands are folded in?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph import relation_between

PAIRS = [
    ("Ghana attacked Togo.", "ASSAULT"),
    ("Togo was attacked by Ghana.", "ASSAULT"),
    ("Ghana, which attacked Togo, was fined.", "ASSAULT"),
    ("Ghana said that it had freed the pilots of Togo.", "CONCEDE"),
    ("Ghana refused to lift the sanctions on Togo.", "REJECT"),
    ("Ghana will not lift the embargo on Togo.", "REJECT"),
    ("Ghana will host the president of Togo.", "AGREE"),
    ("Ghana is ready to send wheat to Togo.", "AGREE"),
    ("Ghana agreed to withdraw its soldiers from Togo.", "AGREE"),
    ("Ghana threatened to attack Togo.", "THREATEN"),
    ("Ghana will bomb Togo.", "THREATEN"),
    ("Ghana will investigate Togo.", "ACCUSE"),
    ("Ghana demanded that Togo withdraw.", "REQUEST"),
    ("Ghana said Togo must disarm.", "REQUEST"),
    ("Ghana failed to reach a deal with Togo.", "REJECT"),
    ("Ghana called Togo to express its support.", "SUPPORT"),
    ("Ghana and Togo signed a treaty.", "SUPPORT"),
    ("Ghana and Togo met on Monday.", "CONSULT"),
    ("Ghana imposed sanctions on Togo.", "COERCE"),
    ("Ghana suspended aid to Togo.", "SANCTION"),
]


@pytest.mark.parametrize(("sentence", "relation"), PAIRS)
def test_a_pair_has_its_folded_relation(pipeline: Language, sentence: str, relation: str) -> None:
    doc = pipeline(sentence)
    place = {token.text: token.i for token in doc}
    source, target = (doc[place[name] : place[name] + 1] for name in ("Ghana", "Togo"))
    assert relation_between(doc, source, target) == relation


def test_words_that_say_nothing_known_have_no_relation(pipeline: Language) -> None:
    doc = pipeline("Ghana is larger than Togo.")
    assert relation_between(doc, doc[0:1], doc[4:5]) is None
