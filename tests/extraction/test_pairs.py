"""What is the relation of a given pair, once negation, plans and demands are folded in?"""

from __future__ import annotations

from collections import Counter

import pytest
from gold_tables import Row, rows_of
from spacy.language import Language
from spacy.tokens import Doc, Span

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
    # who agrees to send troops helps, who will send them threatens
    ("Ghana offered to send soldiers to Togo.", "AGREE"),
    ("Ghana will send soldiers to the border of Togo.", "THREATEN"),
    # a clause on a noun that the verb above ends, a deed that it refuses, a purpose that says more
    ("Ghana rescinded the order banning Togo from the games.", "CONCEDE"),
    ("Ghana dismissed a petition by Togo.", "REJECT"),
    ("Ghana sent experts to Togo to investigate the fire.", "ACCUSE"),
    ("Ghana provided blankets to help Togo.", "AID"),
    # who is only reported on
    ("Ghana said Togo had lied about the accident.", "ACCUSE"),
    ("Ghana said Togo would not be welcome.", "REJECT"),
    # a circumstance is no object, a particle makes another verb, a possessive is an "of"
    ("Ghana resigned after protests in Togo.", "CONCEDE"),
    ("Ghana turned down Togo.", "REJECT"),
    ("Ghana wrote off Togo's debt.", "AID"),
    ("Ghana and Togo discussed the price of cocoa.", "CONSULT"),
    # A condition is not what is done; words in a protest protest; peacekeepers come to help.
    ("Ghana will not end the boycott until its fees are paid by Togo.", "REJECT"),
    ("Ghana has yet to reply to Togo.", "REJECT"),
    ("Dockers from Ghana took to the streets to denounce Togo.", "PROTEST"),
    ("Ghana and Togo jointly monitor the lagoon.", "COOPERATE"),
    ("Ghana sent a platoon to Togo, its first part in a peacekeeping mission.", "AID"),
    ("Ghana alleges that Togo is sheltering smugglers.", "ACCUSE"),
    ("Ghana insists it will never recognise Togo.", "REJECT"),
    # A clause with a doer of its own, and what only tells when, come after what the source does.
    ("Ghana skipped the talks that Benin planned to hold with Togo.", "REJECT"),
    ("Ghana lifted its boycott after reaching a deal with Togo.", "CONCEDE"),
    ("Ghana blocked Togo, officials urged.", "COERCE"),
    # Permissions, denials, what may happen, what only is offered, support that is promised.
    ("Ghana said it would allow Togo to base its troops there.", "AGREE"),
    ("Ghana denied that it had bombed Togo.", "REJECT"),
    ("Ghana may have bombed Togo.", "ASSAULT"),
    ("Ghana may bomb Togo.", "THREATEN"),
    ("Ghana has no plans to send wheat to Togo.", "REJECT"),
    ("Ghana is not ready to talk to Togo.", "REJECT"),
    ("Ghana said lifting the ban on Togo was out of the question.", "REJECT"),
    ("Ghana said there were no plans for a meeting with Togo.", "REJECT"),
    ("Neither Ghana nor its allies will recognise Togo.", "REJECT"),
    ("Ghana offered an amnesty to Togo.", "AGREE"),
    ("Ghana vowed to support Togo.", "SUPPORT"),
    ("Ghana bowed to demands that Togo be allowed to vote.", "CONCEDE"),
    # Inside a noun phrase.
    ("The arrest of a reporter from Togo by Ghana drew protests.", "COERCE"),
    ("Talks between Ghana and Togo lasted a week.", "CONSULT"),
    ("Talks between Ghana and Togo collapsed.", "REJECT"),
    # By who does it: students, peacekeepers; troops called up for this are called up.
    ("Ghana called up reservists to defend Togo.", "MOBILIZE"),
    ("Ghana and Togo staged a naval exercise.", "COOPERATE"),
    # What somebody is called, what a court says, a call with a purpose.
    ("Ghana called Togo a sinking barge.", "ACCUSE"),
    ("Ghana ruled that Togo had violated the truce.", "ACCUSE"),
    ("Ghana said Togo was shameless and corrupt.", "ACCUSE"),
    ("Ghana phoned Togo to offer its condolences.", "SUPPORT"),
    # The verb may be taken for a participle.
    ("Ghana, which has been under pressure for months, massed tanks near Togo.", "MOBILIZE"),
]
# One root in PLOVER, two types here: to yield ground is to yield.
ROOT = {"RETREAT": "CONCEDE"}
# Hundredths of the table of pairs that are answered right. Raise it when a rule gets better; never lower it.
FLOOR = 95


@pytest.mark.parametrize(("sentence", "relation"), PAIRS)
def test_a_pair_has_its_folded_relation(pipeline: Language, sentence: str, relation: str) -> None:
    doc = pipeline(sentence)
    assert relation_between(doc, words(doc, "Ghana"), words(doc, "Togo")) == relation


def test_words_that_say_nothing_known_have_no_relation(pipeline: Language) -> None:
    doc = pipeline("Ghana is larger than Togo.")
    assert relation_between(doc, doc[0:1], doc[4:5]) is None


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [("Students occupied a ministry in Togo.", "PROTEST"), ("Soldiers zapped Togo.", "ASSAULT")],
)
def test_who_does_it_tells_what_is_done(pipeline: Language, sentence: str, relation: str) -> None:
    doc = pipeline(sentence)
    assert relation_between(doc, doc[0:1], words(doc, "Togo")) == relation


def test_an_end_that_is_not_named_leaves_what_the_other_does(pipeline: Language) -> None:
    doc = pipeline("Ghana appealed for an end to the violence.")
    assert relation_between(doc, doc[0:1], doc[0:1]) == "REQUEST"


def test_the_table_of_pairs_reaches_its_floor(pipeline: Language) -> None:
    rows = rows_of("pairs")
    right = sum(answer(pipeline, row) == ROOT.get(row["relation"], row["relation"]) for row in rows)
    assert 100 * right >= FLOOR * len(rows), right / len(rows)


def test_the_table_of_pairs_names_each_end_once_and_asks_for_every_type() -> None:
    rows = rows_of("pairs")
    assert all(row["text"].count(row[end]) == 1 for row in rows for end in ("source", "target"))
    counts = Counter(row["relation"] for row in rows)
    assert len(counts) == 16
    assert min(counts.values()) >= 4


def answer(nlp: Language, row: Row) -> str | None:
    """The root of what is read for a row of the table."""
    doc = nlp(row["text"])
    found = relation_between(doc, words(doc, row["source"]), words(doc, row["target"]))
    return ROOT.get(found, found) if found else None


def words(doc: Doc, text: str) -> Span:
    """The span of a text that stands in a document."""
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), alignment_mode="expand")
    assert span is not None
    return span
