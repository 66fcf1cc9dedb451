"""Names of different documents are one actor for a reason, and two where they may be."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import resolution
from graph.resolution import Named, family, resolve


def person(name: str, country: str | None = None) -> Named:
    return Named(name, "person", country)


def led(*names: Named) -> dict[str, str]:
    """Where names lead, by name and country, without the reasons."""
    return {f"{n.name}, {n.country}" if n.country else n.name: r.name for n, r in resolve(names).items()}


@pytest.mark.parametrize("short", ["Burhan", "A. Burhan", "Abdel Burhan", "al-Burhan", "Abdel F. al-Burhan"])
def test_a_short_form_leads_to_the_only_fuller_name(short: str) -> None:
    names = [person(short), person("Abdel Fattah al-Burhan")]
    assert family(names[0]) == family(names[1])
    found = resolve(names)
    assert found[names[0]] == ("Abdel Fattah al-Burhan", "short for Abdel Fattah al-Burhan, the only one it fits")
    assert found[names[1]] == ("Abdel Fattah al-Burhan", None)


def test_a_short_form_that_fits_two_people_is_left_alone() -> None:
    assert led(person("Deby"), person("Idriss Deby"), person("Mahamat Deby")) == {
        "Deby": "Deby", "Idriss Deby": "Idriss Deby", "Mahamat Deby": "Mahamat Deby",
    }  # fmt: skip


def test_a_later_fuller_name_takes_all_shorter_ones() -> None:
    assert set(led(person("Hemedti Dagalo"), person("Dagalo"), person("Hemedti Hamdan Dagalo")).values()) \
        == {"Hemedti Hamdan Dagalo"}  # fmt: skip


def test_another_first_name_is_another_person() -> None:
    assert led(person("Ali Osman"), person("Amina Osman")) == {"Ali Osman": "Ali Osman", "Amina Osman": "Amina Osman"}


def test_another_middle_initial_is_another_person() -> None:
    assert len(set(led(person("Paul H. W. Okoro"), person("Paul W. Okoro")).values())) == 2
    assert set(led(person("Paul H. W. Okoro"), person("Paul H. Okoro")).values()) == {"Paul H. W. Okoro"}


def test_spellings_are_one_actor_and_the_one_with_accents_names_it() -> None:
    found = resolve([person("Recep Tayyip Erdogan"), person("Recep Tayyip Erdoğan")])
    assert found[person("Recep Tayyip Erdogan")] == ("Recep Tayyip Erdoğan", "spelling of Recep Tayyip Erdoğan")


def test_two_countries_are_two_people_of_one_name() -> None:
    found = led(person("John Garang", "Sudan"), person("John Garang", "Kenya"), person("John Garang"))
    assert found == {
        "John Garang, Sudan": "John Garang (Sudan)", "John Garang, Kenya": "John Garang (Kenya)",
        "John Garang": "John Garang",
    }  # fmt: skip


def test_a_short_form_of_another_country_is_not_his() -> None:
    assert led(person("Garang", "Kenya"), person("John Garang", "Sudan"))["Garang, Kenya"] == "Garang"


def test_unnamed_actors_are_told_apart_by_country() -> None:
    police = [Named("police", "generic", "Haiti"), Named("police", "generic", "Kenya"), Named("police", "generic")]
    assert list(led(*police).values()) == ["police", "police (Haiti)", "police (Kenya)"]


def test_an_acronym_leads_to_the_only_body_it_spells() -> None:
    whole = Named("Rapid Support Forces", "armed group", "Sudan")
    short = Named("RSF", "organisation")
    assert family(whole) == family(short)
    assert resolve([whole, short])[short] == (
        "Rapid Support Forces", "acronym of Rapid Support Forces, the only one it fits",
    )  # fmt: skip
    other = Named("Regional Security Forum", "organisation")
    assert resolve([whole, other, short])[short].name == "RSF"


def test_an_article_and_capitals_make_no_other_body() -> None:
    names = [Named("the African Union", "organisation"), Named("African Union", "international organisation")]
    assert {found.name for found in resolve(names).values()} == {"African Union"}


def test_a_legal_form_makes_no_other_firm() -> None:
    names = [Named("Benmore Timber Co. Ltd", "company"), Named("Benmore Timber", "organisation"),
             Named("Benmore Timber Company", "company")]  # fmt: skip
    found = resolve(names)
    assert len({family(named) for named in names}) == 1
    assert found[names[0]] == ("Benmore Timber", "spelling of Benmore Timber")
    assert {resolution.name for resolution in found.values()} == {"Benmore Timber"}


def test_a_firm_and_its_founder_are_two() -> None:
    assert led(Named("Okafor Ltd", "company"), person("Okafor"), person("Ada Okafor")) == {
        "Okafor Ltd": "Okafor Ltd", "Okafor": "Ada Okafor", "Ada Okafor": "Ada Okafor",
    }  # fmt: skip


def test_an_acronym_of_a_firm_leaves_out_its_legal_form() -> None:
    whole, short = Named("Lagos Cement Works Plc", "company"), Named("LCW", "organisation")
    assert family(whole) == family(short)
    assert resolve([whole, short])[short].name == "Lagos Cement Works Plc"


def test_small_letters_make_no_other_body() -> None:
    names = [Named("US Special Forces", "armed force"), Named("US special forces", "armed force")]
    assert family(names[0]) == family(names[1])
    assert {found.name for found in resolve(names).values()} == {"US Special Forces"}


NAMES = st.builds(
    Named,
    st.lists(st.sampled_from(["Amina", "A.", "Binti", "Osman", "osman", "Ósman", "OSMAN"]), min_size=1, max_size=3)
    .map(" ".join),
    st.sampled_from(["person", "organisation", "generic"]),
    st.sampled_from([None, "Kenya", "Sudan"]),
)  # fmt: skip


@given(st.lists(NAMES, unique=True, max_size=5))
def test_the_same_names_give_the_same_actors_in_any_order(names: list[Named]) -> None:
    found = resolve(names)
    assert set(found) == set(names)
    for order in itertools.islice(itertools.permutations(names), 24):
        assert resolve(order) == found


@given(st.lists(NAMES, unique=True, max_size=12))
def test_fuller_forms_are_looked_up_as_if_all_pairs_were_compared(names: list[Named]) -> None:
    spellings: dict[str, list[Named]] = {}
    for named in names:
        spellings.setdefault(resolution.spelt(named), []).append(named)
    for found, is_short in ((resolution._longer_forms, resolution._is_short_person),
                            (resolution._spelt_out, resolution._is_acronym)):  # fmt: skip
        assert found(spellings) == {
            short: {whole for whole in spellings if whole != short and is_short(short, whole, spellings)}
            for short in spellings
        }


def test_a_family_of_thousands_is_not_compared_name_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    plain = resolution._is_short_person

    def counted(*pair: object) -> bool:
        nonlocal compared
        compared += 1
        return plain(*pair)  # type: ignore[arg-type]

    monkeypatch.setattr(resolution, "_is_short_person", counted)
    family = [person(f"{first}{number} Osman") for number in range(400) for first in ("Ali", "Binta", "Cedric")]
    found = resolve([*family, person("Osman"), person("A. Osman"), person("C. Osman"), person("Ali7 M. Osman")])
    assert found[person("Ali7 Osman")].name == "Ali7 M. Osman"
    assert found[person("Osman")].name == "Osman"
    assert compared < 5 * len(family)
