"""Are words that refer back resolved when sure, and left alone when not?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.anaphora import neighbours
from graph.extraction.anaphora.descriptions import tables
from graph.extraction.naming.gazetteer import load_gazetteer
from graph.extraction.offices import terms
from graph.extraction.pipeline import blank
from graph.links import Document

RESOLVED = [
    ("its, of the subject", "Kenya defended its alliance with Uganda.", "its", ("Kenya",)),
    ("its, of the one judged", "Kenya criticised Uganda for its attack on Mali.", "its", ("Uganda",)),
    ("its, in parallel", "Chad regretted Kenya's war in Somalia and its pact with Uganda.", "its", ("Kenya",)),
    ("it, next sentence", "Hamas attacked. It took hostages.", "It", ("Hamas",)),
    ("he, who did it before", "Boris Horn met Emmanuel Macron. Later he left.", "he", ("Boris Horn",)),
    ("he after a report", "Boris Horn said Emmanuel Macron lied. Later he left.", "he", ()),
    ("his, of the subject", "Boris Horn called Emmanuel Macron at his desk, and he lost his keys.", "his", ()),
    ("his, of the object thanked", "Boris Horn thanked Emmanuel Macron for his help.", "his", ("Emmanuel Macron",)),
    ("his, of the subject", "Emmanuel Macron left. Boris Horn lost his keys.", "his", ("Boris Horn",)),
    (
        "his, before the subject",
        "Boris Horn left. In his speech Emmanuel Macron praised Mali.",
        "his",
        ("Emmanuel Macron",),
    ),
    (
        "he, after the main clause",
        "Police say Boris Horn was shot as he left Emmanuel Macron's house.",
        "he",
        ("Boris Horn",),
    ),
    ("lawyer", "Boris Horn's lawyer, Emmanuel Macron, said he was free.", "he", ()),
    ("lawyer who is a woman", "Boris Horn's lawyer, Ana Ruiz, said he was free.", "he", ("Boris Horn",)),
    ("asked whether", "Reporters asked the miners whether they had met Ana Ruiz.", "they", ("miners",)),
    (
        "the minister said, behind",
        'Ana Ruiz met Boris Horn. "I thank Boris Horn. He helped me," she said.',
        "He",
        ("Boris Horn",),
    ),
    ("he of a woman and a man", "Angela Merkel met Emmanuel Macron. Later he left.", "he", ("Emmanuel Macron",)),
    ("age", "Police arrested Ali Hassan, 44, in Nairobi. The 44-year-old attacked an officer.", "old", ("Ali Hassan",)),
    ("another age", "Police held Ali Hassan, 44. The 45-year-old accused Peru.", "old", ()),
    ("the only man", "Emmanuel Macron spoke. He praised Kenya.", "He", ("Emmanuel Macron",)),
    ("while", "Chad spoke first. While Kenya arms Somalia, it trades with Uganda.", "it", ("Chad",)),
    ("thing judged", "Egypt proposed a truce, but Qatar rejected it.", "it", ("Egypt",)),
    ("them", "Kenya warned Hamas, Fatah and Hezbollah. Uganda praised them.", "them", ("Hamas", "Fatah", "Hezbollah")),
    (
        "two men",
        "Angela Merkel met Emmanuel Macron. The two leaders shook hands.",
        "leaders",
        ("Angela Merkel", "Emmanuel Macron"),
    ),
    (
        "two countries",
        "Kenyan and Ugandan troops fought. The two countries signed a truce.",
        "countries",
        ("Kenya", "Uganda"),
    ),
    ("group", "Boko Haram burned a church. Chad fought the group.", "group", ("Boko Haram",)),
    (
        "company introduced",
        "The Swiss drug company Novalis fell out with Bern University. Later the company sued.",
        "company",
        ("Novalis",),
    ),
    (
        "ministry among bodies",
        "The Ministry of Labour and the Institute of Statistics disagree. The ministry won.",
        "ministry",
        ("Ministry of Labour",),
    ),
    ("mayor", "The mayor, Ana Costa, met Eva Lopes. Police arrested the mayor.", "mayor", ("Ana Costa",)),
    ("two so called", "Mayor Ana Costa met Mayor Eva Lopes. Police arrested the mayor.", "mayor", ()),
    ("no council", "Ban Cruelty thanked Peru. Later the council fell.", "council", ()),
    ("another sort of body", "The Union of Weavers struck. Police searched the university.", "university", ()),
    ("one judge is no they", "A judge dismissed their complaint.", "their", ()),
    (
        "her organisation",
        "Ana Ruiz, director of the Condor Foundation, resigned. Her organisation sued Peru.",
        "organisation",
        ("Condor Foundation",),
    ),
    ("claims", "Kenya claimed that Uganda lied. Uganda dismissed these claims.", "claims", ("Kenya",)),
    ("reported self", "The European Union said it would help Mali.", "it", ("European Union",)),
    ("fuller generic", "Kenyan miners stopped work. Police beat the miners.", "miners", ("Kenyan miners",)),
    ("first person", '"I condemn Chad," said Emmanuel Macron.', "I", ("Emmanuel Macron",)),
    ("it of a body without a name", "A court in Mali met on Friday. It jailed Ana Ruiz.", "It", ("court",)),
    ("it of a page", "The minister left a note on a Facebook page. It thanked Peru.", "It", ()),
    ("it of a video", "Kenya's lawyers say the video is unfair because it shows a fight.", "it", ()),
    ("it that worries", "Kenya met Mali. It worried Ana Ruiz that rebels attacked.", "It", ()),
    (
        "its, before the subject",
        "Mali met Togo. In its report the Kenyan Parliament thanked Peru.",
        "its",
        ("Kenyan Parliament",),
    ),
    ("them again", "Guards beat the prisoners, chained them and starved them.", "them", ("prisoners",)),
    ("them of cells", "Researchers at Bern University froze the cells and sold them to Peru.", "them", ()),
    (
        "their own advisers",
        "Kenyan troops met. Backed by Ugandan advisers, they attacked Hamas.",
        "they",
        ("Kenyan military",),
    ),
    ("weather it", "It is clear that Kenya lost. It was raining.", "It", ()),
    ("two candidates", "Chad fought Mali in Niger. Its economy shrank.", "Its", ("Chad",)),
]


@pytest.mark.parametrize(("text", "word", "names"), [row[1:] for row in RESOLVED], ids=[row[0] for row in RESOLVED])
def test_a_word_refers_back(text: str, word: str, names: tuple[str, ...], pipeline: Language) -> None:
    doc = pipeline(blank(pipeline, Document("text", text)))
    last = [token.i for token in doc if token.text == word][-1]
    assert doc._.references.get(last, ()) == names


def test_a_place_is_no_antecedent(pipeline: Language) -> None:
    doc = pipeline(blank(pipeline, Document("text", "Rioters burned shops in Kenya. They also attacked it.")))
    assert "Kenya" not in [name for names in doc._.references.values() for name in names]


def test_what_everybody_knows_is_of_known_actors() -> None:
    """Every actor that a description names is in the gazetteer, and every country is one."""
    gazetteer = load_gazetteer()
    for phrase, actors in tables()["repute"].items():
        assert all(actor in gazetteer.kinds for actor in actors), phrase
    for phrase, countries in tables()["features"].items():
        assert all(actor in gazetteer.kinds for actor in countries), phrase


OF_A_DATE = [
    ("2016-05-03", "Obama met Trump. The US president thanked Canada.", "Obama"),
    ("2018-05-03", "Obama met Trump. The US president thanked Canada.", "Trump"),
    ("2012-11-02", "François Hollande met Ana Lima. Later the French president left.", "François Hollande"),
    (
        "2012-02-02",
        "François Hollande met Nicolas Sarkozy. Later the French president left.",
        None,
    ),  # a year in which both were
    (None, "Obama met Trump. The US president thanked Canada.", None),
]


@pytest.mark.parametrize(("date", "text", "name"), OF_A_DATE)
def test_a_president_is_who_held_the_office_then(
    date: str | None, text: str, name: str | None, pipeline: Language
) -> None:
    doc = pipeline(blank(pipeline, Document("text", text, date=date)))
    [office] = [token.i for token in doc if token.text == "president"]
    assert doc._.references.get(office, (None,)) == (name,)


def test_who_leads_a_country_and_whom_it_borders_on_is_told_of_known_countries() -> None:
    kinds = load_gazetteer().kinds
    for term in terms.terms():
        assert term.country in kinds, term
        assert term.until is None or term.since <= term.until, term
    for country, others in neighbours._borders().items():
        assert {country, *others} <= kinds.keys(), country
        assert country not in others


def test_a_term_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match=r"Ana Lima since 2009.* of Peru is no term: write"):
        terms._term("Peru", "president", "Ana Lima since 2009")
