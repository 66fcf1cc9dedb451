"""Does the gazetteer know the world, take a user's file, and refuse a broken one in one line?"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import WhowhomError
from graph.extraction.naming.gazetteer import load_gazetteer
from graph.links import ACTOR_KINDS


def test_breadth() -> None:
    gazetteer = load_gazetteer()
    assert len(gazetteer.kinds) > 2000
    assert len(gazetteer.readings) > 4000
    assert set(gazetteer.kinds.values()) <= set(ACTOR_KINDS)


def test_every_reading_leads_to_a_known_actor() -> None:
    gazetteer = load_gazetteer()
    assert {r.actor for r in gazetteer.readings.values()} <= set(gazetteer.kinds)
    assert {c for c in gazetteer.countries.values() if c} <= set(gazetteer.kinds)


@pytest.mark.parametrize(
    ("surface", "actor", "form"),
    [
        ("Kremlin", "Russia", "metonym"),
        ("Soviet", "Russia", "demonym"),
        ("Burma", "Myanmar", "name"),
        ("Swedes", "Swedes", "name"),
        ("Saudi", "Saudi Arabia", "demonym"),
        ("Kurdish", "Kurds", "demonym"),
        ("Ankara", "Turkey", "metonym"),
        ("LTTE", "Tamil Tigers", "name"),
        ("BJP", "Bharatiya Janata Party", "name"),
        ("AFP", "Agence France-Presse", "name"),
        ("UNHCR", "UNHCR", "name"),
    ],
)
def test_readings(surface: str, actor: str, form: str) -> None:
    reading = load_gazetteer().readings[surface]
    assert (reading.actor, reading.form) == (actor, form)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_adding_takes_an_alias_away(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.toml", '["government body"."Russia"]\n"Kremlin" = ["Presidential Administration"]\n')
    gazetteer = load_gazetteer(file)
    assert gazetteer.readings["Kremlin"].actor == "Kremlin"
    assert gazetteer.readings["Moscow"].actor == "Russia"
    assert load_gazetteer().readings["Kremlin"].actor == "Russia"


def test_merging(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(write(tmp_path / "mine.toml", '[merge]\n"Hamas" = ["Al-Qassam Brigades"]\n'))
    assert gazetteer.readings["Qassam Brigades"].actor == "Hamas"
    assert "Al-Qassam Brigades" not in gazetteer.kinds


def test_renaming_a_country_renames_what_belongs_to_it(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(write(tmp_path / "mine.toml", '[rename]\n"Turkey" = "Türkiye"\n'))
    assert gazetteer.readings["Ankara"].actor == "Türkiye"
    assert gazetteer.countries["AKP"] == "Türkiye"
    assert gazetteer.adjective("Türkiye") == "Turkish"
    assert gazetteer.country_of("Türkiye") == "Türkiye"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('["gang"."-"]\n"X" = []\n', "no kind of actor is called 'gang'"),
        ('[merge]\n"Hamas" = ["Hizbolah"]\n', "no actor is called 'Hizbolah'"),
        ('[rename]\n"Atlantis" = "Y"\n', "no actor is called 'Atlantis'"),
        ('["party"."-"]\n"X" = "one"\n', "needs a list of aliases"),
        ('[merge]\n"Hamas" = "Hezbollah"\n', "needs a list of actors"),
        ('[metonym]\n"Turtle Bay" = 3\n', "3 is no name of an actor"),
        ('[rename]\n"Turkey" = ["Türkiye"]\n', "needs one new name in quotes"),
        ("party = 3\n", "must be a table"),
        ("[party\n", "is no TOML"),
    ],
)
def test_broken_files_are_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(WhowhomError, match=words) as caught:
        load_gazetteer(write(tmp_path / "mine.toml", text))
    assert "\n" not in str(caught.value)


def test_missing_file() -> None:
    with pytest.raises(WhowhomError, match="cannot read"):
        load_gazetteer("no/such/file.toml")
