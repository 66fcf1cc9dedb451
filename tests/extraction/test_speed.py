"""What was made faster says what spaCy says."""

from __future__ import annotations

import warnings

import pytest
import spacy
from spacy.language import Language

from graph.extraction import DEFAULT_MODEL, speed
from graph.extraction.speed import quicken

TEXTS = (
    "Kenya's envoys weren't going to meet them, but there is no doubt that she gets it.",
    "Let's go. I ain't gonna say nothin' about 'em; y'all gotta wait.\n\n  They got a deal, doin' what they would.",
    "It's been said that those who've had enough will do something. Who did? You and I, if it were up to us.",
)


@pytest.fixture(scope="module")
def models() -> tuple[Language, Language]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(DEFAULT_MODEL), quicken(spacy.load(DEFAULT_MODEL))


def tokens(nlp: Language, text: str) -> list[tuple[str, ...]]:
    return [(t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph), str(t.head.i)) for t in nlp(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_quickened_model_says_the_same(
    models: tuple[Language, Language], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare, quick = models
    assert tokens(quick, text) == tokens(bare, text)
    assert tokens(quick, text) == tokens(bare, text)  # and from memory
    monkeypatch.setattr(speed, "_KEPT", 3)  # and where little is remembered
    assert tokens(quick, text) == tokens(bare, text)
