"""What was made faster says what spaCy says."""

from __future__ import annotations

import warnings

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from graph.extraction import DEFAULT_MODEL
from graph.extraction.model import encoding, rules, speed
from graph.extraction.model.speed import OneThread, quicken

TEXTS = (
    "Kenya's envoys weren't going to meet them, but there is no doubt that she gets it.",
    "Let's go. I ain't gonna say nothin' about 'em; y'all gotta wait.\n\n  They got a deal, doin' what they would.",
    "On 3 May 2019 the Bank of Ghana, led by Ernest Addison, lent 25 million dollars to Vodafone\nin Accra.",
    "It's been said that those who've had enough will do something. Who did? You and I, if it were up to us.",
)


@pytest.fixture(scope="module")
def models() -> tuple[Language, Language]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(DEFAULT_MODEL), quicken(spacy.load(DEFAULT_MODEL))


def tokens(nlp: Language, text: str) -> list[tuple[str, ...]]:
    return [(t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph), str(t.head.i), t.ent_iob_, t.ent_type_) for t in nlp(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_quickened_model_says_the_same(
    models: tuple[Language, Language], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare, quick = models
    assert tokens(quick, text) == tokens(bare, text)
    assert tokens(quick, text) == tokens(bare, text)  # and from memory
    monkeypatch.setattr(rules, "_KEPT", 3)  # and where little is remembered
    assert tokens(quick, text) == tokens(bare, text)


def test_entities_that_a_document_comes_with_stay(models: tuple[Language, Language]) -> None:
    bare, quick = models
    words = ["Peru", "thanked", "the", "Lima", "Group", "in", "Quito"]
    found = []
    for nlp in (bare, quick):
        doc = Doc(nlp.vocab, words=words)
        doc.set_ents([Span(doc, 3, 6, "ORG")], default="missing")
        found.append([(entity.text, entity.label_) for entity in nlp(doc).ents])
    assert found[0] == found[1]
    assert ("Lima Group in", "ORG") in found[1]


def test_entities_of_many_documents_are_each_their_own(models: tuple[Language, Language]) -> None:
    texts = [*TEXTS, "", "Benin", "The talks between Malta and", "Malta", "  ", "New York"]
    bare, quick = ([[(e.text, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)] for nlp in models)
    assert quick == bare


def test_words_that_come_again_are_embedded_once(
    models: tuple[Language, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    bare, quick = (nlp.get_pipe("tok2vec").model for nlp in models)
    docs = [models[0].make_doc(text) for text in ("To be or not to be", "", "be to be", *TEXTS)]
    for mine, theirs in zip(quick.predict(docs), bare.predict(docs), strict=True):
        assert mine.shape == theirs.shape
        assert abs(mine - theirs).max(initial=0) < 1e-4
    [layer] = [node.layers[0] for node in quick.walk() if node.name == "once_a_word"]
    embed, asked = layer._func, []
    monkeypatch.setattr(layer, "_func", lambda model, words, **how: asked.extend(words) or embed(model, words, **how))
    quick.predict(docs[:3])
    assert [len(words) for words in asked] == [6]  # To, to, be before a space and at an end, or, not


@pytest.mark.parametrize("rows", [1, 2, 5, 1000])
def test_words_are_encoded_alike_in_blocks_of_any_size(
    models: tuple[Language, Language], rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "_ROWS", rows)
    bare, quick = (nlp.get_pipe("ner").model.get_ref("tok2vec") for nlp in models)
    assert sum(node.name == "in_blocks" for node in quick.walk()) == 4
    docs = [models[0].make_doc(text) for text in ("", "Benin", "Malta and Benin", *TEXTS)]
    for mine, theirs in zip(quick.predict(docs), bare.predict(docs), strict=True):
        assert mine.shape == theirs.shape
        assert abs(mine - theirs).max(initial=0) < 1e-4


def test_rules_of_a_token_and_of_several_say_what_they_said_together() -> None:
    words = ["arms", "for", "arms", "dealers", "arms"]
    told = []
    for make in (lambda ruler: ruler, rules.QuickRuler):
        ruler = spacy.blank("en").add_pipe("attribute_ruler")
        ruler.add([[{"LOWER": "arms"}]], {"LEMMA": "weapon", "POS": "NOUN"})
        ruler.add([[{"LOWER": "arms"}, {"LOWER": "dealers"}]], {"LEMMA": "gun"}, index=0)
        ruler.add([[{"LOWER": "arms"}]], {"POS": "PROPN"})
        doc = make(ruler)(Doc(ruler.vocab, words=words))
        told.append([(token.lemma_, token.pos_) for token in doc])
    assert told[0] == told[1]
    assert told[1][2] == ("gun", "PROPN")


def test_a_recognizer_of_another_kind_is_left_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner", name="ner")
    assert quicken(nlp).pipe_names == ["ner"]


def test_matrices_are_multiplied_in_one_thread_and_only_they(monkeypatch: pytest.MonkeyPatch) -> None:
    def threads() -> set[int]:  # of numpy's library; scipy brings one of its own
        return {library["num_threads"] for library in speed._libraries().info() if library["user_api"] == "blas"}

    seen = []
    monkeypatch.setattr(NumpyOps, "gemm", lambda *_: seen.append(threads()))
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        OneThread(use_blis=False).gemm()
        assert threads() == before
    assert seen == [{1}]
