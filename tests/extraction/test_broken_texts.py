"""Whatever a file holds, it is read: texts cut off, shuffled, shouted or glued together."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from gold_tables import rows_of
from spacy.language import Language

from graph.extraction.pipeline import blank, extract
from graph.links import Document

_TABLES = ("actors", "attribution", "clauses", "coreference", "relations", "roles")
_NUMBER = 250
_MARKS = ('"', "'s", "(", ")", ",", "-", "and", "of", "who", "said", "by", "\n\n", "their", "May", ":")


def _cut(words: list[str], chance: random.Random) -> list[str]:
    return words[: chance.randrange(len(words))]


def _shuffled(words: list[str], chance: random.Random) -> list[str]:
    return chance.sample(words, len(words))


def _shouted(words: list[str], chance: random.Random) -> list[str]:
    return [word.upper() for word in words[chance.randrange(len(words)) :]]


def _strewn(words: list[str], chance: random.Random) -> list[str]:
    for _ in range(3):
        words.insert(chance.randrange(len(words) + 1), chance.choice(_MARKS))
    return words


@pytest.mark.parametrize("broken", [_cut, _shuffled, _shouted, _strewn])
def test_a_broken_text_is_read(broken: Callable[[list[str], random.Random], list[str]], pipeline: Language) -> None:
    chance = random.Random(broken.__name__)
    texts = [row["text"] for table in _TABLES for row in rows_of(table)]
    chosen = chance.sample(texts, _NUMBER)
    documents = [Document(str(n), " ".join(broken(text.split(), chance))) for n, text in enumerate(chosen)]
    for extraction in extract(documents, pipeline, min_confidence=0):
        for link in extraction.links:
            assert extraction.document.text[link.start : link.end] == link.sentence


@pytest.mark.parametrize("text", ["", " ", "\n", ".", '"', "(", "Mr", "Zambia's"])
def test_what_says_nothing_gives_nothing(text: str, pipeline: Language) -> None:
    assert pipeline(blank(pipeline, Document("text", text)))._.links == []


@pytest.mark.parametrize("text", ["Pakistani embassy", "Zambia's parliament"])
def test_a_text_may_end_with_the_body_of_a_country(text: str, pipeline: Language) -> None:
    (link,) = pipeline(blank(pipeline, Document("text", text)))._.links
    assert (link.kind, link.sentence) == ("role", text)
