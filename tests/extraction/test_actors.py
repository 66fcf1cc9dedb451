"""Are actors found by their names, under one canonical name, and is what is no actor left alone?"""

from __future__ import annotations

import itertools

import pytest
from spacy.language import Language
from spacy.tokens import Doc

# (phenomenon, text, [(words, canonical name), ...]) for every mention in order
MENTIONS = [
    ("metonym of a government", "The Kremlin phoned Ankara.", [("Kremlin", "Russia"), ("Ankara", "Turkey")]),
    ("short name after a verb", "Cuba thanked the US.", [("Cuba", "Cuba"), ("US", "United States")]),
    ("demonym", "A Danish ship sank.", [("Danish", "Denmark")]),
    (
        "compound demonyms",
        "The Anglo-Irish talks failed.",
        [("Anglo", "United Kingdom"), ("Irish", "Ireland")],
    ),
    ("against a bloc", "It was an anti-Western speech.", [("Western", "Western countries")]),
    ("no group by its enemies", "The anti-Houthi forces withdrew.", [("anti-Houthi forces", "anti-Houthi forces")]),
    ("former state", "The Soviet Union collapsed.", [("Soviet Union", "Russia")]),
    ("former state with several heirs", "Yugoslavia broke up.", [("Yugoslavia", "Yugoslavia")]),
    ("government of a country", "The Greek government fell.", [("Greek government", "Greece")]),
    ("body of a country", "Peru's health ministry closed.", [("Peru's health ministry", "Peruvian Health Ministry")]),
    (
        "body with its own of",
        "The Supreme Court of Kenya sat.",
        [("Supreme Court of Kenya", "Kenyan Supreme Court")],
    ),
    (
        "adjectives over one noun",
        "The Nigerian and Chadian armies withdrew.",
        [("Nigerian and Chadian armies", "Chadian military"), ("Nigerian and Chadian armies", "Nigerian military")],
    ),
    ("army by acronym", "The IDF withdrew.", [("IDF", "Israeli military")]),
    (
        "each of two bodies",
        "The Peruvian and Chilean navies met.",
        [("Peruvian and Chilean navies", "Chilean Navy"), ("Peruvian and Chilean navies", "Peruvian Navy")],
    ),
    ("no state body", "A Polish town council met.", [("Polish town council", "Polish town council")]),
    ("a plural at the start", "Veterans complained.", [("Veterans", "veterans")]),
    (
        "whose team",
        "The Iranian women's football team lost.",
        [("Iranian women's football team", "Iranian women's football team")],
    ),
    ("as the text has it", "American teams helped.", [("American teams", "American teams")]),
    ("an odd first name", "It hit the treasurer, Per Holm.", [("treasurer", "treasurer"), ("Per Holm", "Per Holm")]),
    ("name behind its noun", "Sales of the dairy company Molkea fell.", [("Molkea", "Molkea")]),
    ("name behind its noun, quoting", "She told the daily La Prensa.", [("La Prensa", "La Prensa")]),
    ("office nobody holds yet", "Ana Costa ran for mayor.", [("Ana Costa", "Ana Costa")]),
    (
        "whose union",
        "The bus drivers' union met.",
        [("bus drivers' union", "bus drivers' union")],
    ),
    (
        "adjective beyond the name",
        "Centre-right parties met.",
        [("parties", "parties")],
    ),
    (
        "a verb inside an entity",
        "The Peruvian Football Federation fined Sporting Cristal.",
        [("Peruvian Football Federation", "Peruvian Football Federation"), ("Sporting Cristal", "Sporting Cristal")],
    ),
    ("no newspaper", "The Australian foreign minister left.",
     [("Australian foreign minister", "Australian foreign minister")]),
    ("one force of several", "Iraqi security forces fled.", [("Iraqi security forces", "Iraqi security forces")]),
    ("fighters stand for their group", "Shabaab fighters fled.", [("Shabaab fighters", "Al-Shabaab")]),
    ("delegation stands for its party", "A Fatah delegation arrived.", [("Fatah delegation", "Fatah")]),
    ("generic", "Police beat protesters.", [("Police", "police"), ("protesters", "protesters")]),
    ("generic with country", "Bolivian farmers met.", [("Bolivian farmers", "Bolivian farmers")]),
    ("generic behind a possessive", "Chad's top diplomat left.", [("Chad's top diplomat", "Chadian diplomat")]),
    ("generic office", "The Indian Prime Minister left.", [("Indian Prime Minister", "Indian prime minister")]),
    ("city, not government", "The mayor of Madrid left.", [("mayor", "mayor"), ("Madrid", "Madrid")]),
    ("political camp", "The pro-independence camp won.", [("pro-independence camp", "pro-independence camp")]),
    (
        "surname",
        "Maria Sousa spoke. Sousa left.",
        [("Maria Sousa", "Maria Sousa"), ("Sousa", "Maria Sousa")],
    ),
    (
        "a surname shared goes to the first",
        "George Bush met Laura Bush. Bush smiled.",
        [("George Bush", "George Bush"), ("Laura Bush", "Laura Bush"), ("Bush", "George Bush")],
    ),
    (
        "acronym introduced",
        "The Union of Free Miners (UFM) struck. The UFM won.",
        [
            ("Union of Free Miners", "Union of Free Miners"),
            ("UFM", "Union of Free Miners"),
            ("UFM", "Union of Free Miners"),
        ],
    ),
    (
        "short name of a body",
        "The Kenyan Supreme Court sat on Monday. The Supreme Court will rule soon.",
        [("Kenyan Supreme Court", "Kenyan Supreme Court"), ("Supreme Court", "Kenyan Supreme Court")],
    ),
    (
        "small words in names",
        "Ursula von der Leyen spoke.",
        [("Ursula von der Leyen", "Ursula von der Leyen")],
    ),
    (
        "also known as",
        "Robert Kyagulanyi, better known as Bobi Wine, sang.",
        [("Robert Kyagulanyi", "Robert Kyagulanyi"), ("Bobi Wine", "Robert Kyagulanyi")],
    ),
    ("bloc of countries", "Western powers armed Arab states.",
     [("Western powers", "Western countries"), ("Arab states", "Arab states")]),
    ("headline in capitals", "HAMAS FIRES ROCKETS INTO ISRAEL AGAIN", [("HAMAS", "Hamas"), ("ISRAEL", "Israel")]),
]  # fmt: skip

NOBODY = [
    ("war", "The Vietnam War ended."),
    ("agreement", "The Paris Agreement was signed."),
    ("competition", "The Africa Cup was postponed."),
    ("nobody in particular", "All parties agreed, and the international community waited."),
    ("dates", "It happened on Tuesday, March 14."),
    ("things", "A state of siege, vouchers and AIDS were discussed."),
    ("places to stay", "The refugee camp burned."),
]


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(doc[m.start : m.end].text, m.actor) for m in doc._.actor_mentions]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in MENTIONS], ids=[row[0] for row in MENTIONS])
def test_mentions(pipeline: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(pipeline(text)) == expected


@pytest.mark.parametrize("text", [row[1] for row in NOBODY], ids=[row[0] for row in NOBODY])
def test_what_is_no_actor(pipeline: Language, text: str) -> None:
    assert found(pipeline(text)) == []


def test_title_of_a_work_names_nobody(pipeline: Language) -> None:
    doc = pipeline("Thomas Goltz, author of War in Georgia, spoke at length.")
    assert found(doc) == [("Thomas Goltz", "Thomas Goltz")]


def test_the_government_is_that_of_the_country_the_text_is_about(pipeline: Language) -> None:
    doc = pipeline("Italy voted. Italian schools closed and Italy waited. The government resigned.")
    assert ("government", "Italy") in found(doc)


def test_the_government_of_no_settled_country_stays_generic(pipeline: Language) -> None:
    assert found(pipeline("The government resigned.")) == [("government", "government")]


def test_entries_carry_kind_country_counts_and_reasons(pipeline: Language) -> None:
    doc = pipeline("The Polish army and Warsaw disagreed. Later Maria Sousa praised Poland. Sousa left.")
    actors = doc._.actors
    assert (actors["Polish military"].kind, actors["Polish military"].country) == ("armed force", "Poland")
    assert actors["Poland"].aliases == {"Warsaw": 1, "Poland": 1}
    assert actors["Poland"].why == {"Warsaw": "capital", "Poland": "gazetteer"}
    assert actors["Maria Sousa"].why["Sousa"] == "surname of Maria Sousa"


def test_mentions_never_overlap_but_on_one_span(pipeline: Language) -> None:
    doc = pipeline(
        "Russian and Israeli armies met NATO Secretary General Jens Stoltenberg at the Bank of Ghana in Accra."
    )
    mentions = doc._.actor_mentions
    spans = sorted({(m.start, m.end) for m in mentions})
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert len(mentions) > len(spans)


def test_places_are_marked(pipeline: Language) -> None:
    doc = pipeline("Rebels fled to Kampala.")
    assert [(m.actor, m.form, m.place) for m in doc._.actor_mentions] == [
        ("rebels", "generic", False),
        ("Uganda", "metonym", True),
    ]


def test_an_empty_text_has_no_actors(pipeline: Language) -> None:
    doc = pipeline("")
    assert doc._.actor_mentions == []
    assert doc._.actors == {}


def test_short_forms_of_surnames_and_firms(pipeline: Language) -> None:
    text = "Adolfo Ruiz Soler bought Halden Petroleum. Mr Ruiz Soler left before Halden sold two plants."
    names = {m.actor for m in pipeline(text)._.actor_mentions}
    assert names == {"Adolfo Ruiz Soler", "Halden Petroleum"}


def test_initials_tell_two_men_of_one_name_apart(pipeline: Language) -> None:
    doc = pipeline("Paul H.W. Okoro hired Ana Lima. Paul W. Okoro sued Ana Lima.")
    assert {m.actor for m in doc._.actor_mentions} == {"Paul H.W. Okoro", "Paul W. Okoro", "Ana Lima"}


def test_a_word_inside_a_longer_name_is_not_short_for_it(pipeline: Language) -> None:
    doc = pipeline("The Council House Trust sued Ana Lima. She thanked the Council.")
    assert [m.actor for m in doc._.actor_mentions if m.end > 7][-1] == "Council"


@pytest.mark.parametrize("short", ["Brennick Timber", "Brennick"])
def test_a_firm_is_called_without_its_legal_form(pipeline: Language, short: str) -> None:
    doc = pipeline(f"Brennick Timber Corp. sued Ana Lima. She says that {short} owes her money.")
    assert {m.actor for m in doc._.actor_mentions} == {"Brennick Timber Corp.", "Ana Lima"}


def test_capitals_are_short_for_a_holding(pipeline: Language) -> None:
    doc = pipeline("BTX Holdings Ltd sued Kenya. BTX wants damages from Kenya.")
    assert {m.actor for m in doc._.actor_mentions} == {"BTX Holdings Ltd", "Kenya"}


def test_a_possessive_parts_two_bodies_but_no_name(pipeline: Language) -> None:
    doc = pipeline("The Fisheries Coalition's Safe Nets Project and St John's College met.")
    names = {m.actor for m in doc._.actor_mentions}
    assert {"Fisheries Coalition", "Safe Nets Project"} <= names
    assert "College" not in names
