"""Is text prepared without moving a character, and cut into sentences where it should be?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.pipeline import blank
from graph.extraction.text import plain_marks
from graph.links import Document


def sentences(pipeline: Language, text: str) -> list[str]:
    """The sentences of a text, without the spaces around them."""
    return [s.text.strip() for s in pipeline(blank(pipeline, Document("text", text))).sents]


@pytest.mark.parametrize("text", ["“Chad’s” ‘army’ — ‚«‹", "no marks", "", "\u00a0a\u2009b", "e\u0301\u2019s 😀 “x”"])
def test_marks_are_replaced_one_for_one(text: str) -> None:
    assert len(plain_marks(text)) == len(text)
    assert not set("“”‘’„«»") & set(plain_marks(text))


def test_a_heading_does_not_run_into_the_text(pipeline: Language) -> None:
    assert sentences(pipeline, "Chad and Niger\nThe two signed a treaty.") == [
        "Chad and Niger",
        "The two signed a treaty.",
    ]


def test_a_closing_quote_stays_with_its_sentence(pipeline: Language) -> None:
    text = 'The minister said: "We reject the offer."\nKenya did not reply.'
    assert sentences(pipeline, text)[-1] == "Kenya did not reply."
    assert all(s != '"' for s in sentences(pipeline, text))


def test_a_quoted_question_stays_with_its_speaker(pipeline: Language) -> None:
    assert sentences(pipeline, '"Why did Oman refuse?" the envoy asked.') == ['"Why did Oman refuse?" the envoy asked.']


def test_a_parenthesis_does_not_end_a_sentence(pipeline: Language) -> None:
    text = "The union praised (Labour Minister Ana) Costa for the pact."
    assert sentences(pipeline, text) == [text]
