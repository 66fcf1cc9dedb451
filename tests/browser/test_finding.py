"""Finding: search, filters, time, paths, neighbourhoods, and what is shown at all."""

from __future__ import annotations

import time

import pytest
from chromium import Keys
from maps import ARMY, EMIRATES, HEMEDTI, RSF

from benchmarks.synthetic import synthetic


def entry(facet, value):
    return f'[data-key="{facet}={value}"]'


# -- search ---------------------------------------------------------------------------------------


def test_the_slash_key_searches_names_and_aliases_blind_to_case(opened):
    page = opened()
    page.type("/", "HEMED")
    assert HEMEDTI in page.text("#suggestions")
    page.type(Keys.ENTER)
    assert page.text("#panel h2") == HEMEDTI


def test_suggestions_are_walked_with_the_arrows_and_clicked(opened):
    page = opened()
    page.type("/", "a")
    first = page.text("#suggestions [aria-selected=true]")
    page.type(Keys.ARROW_DOWN)
    assert page.text("#suggestions [aria-selected=true]") != first
    page.all("#suggestions li")[2].click()
    assert page.text("#panel h2") in page.actors()


def test_a_name_that_nobody_bears_is_answered(opened):
    page = opened()
    page.type("/", "Atlantis")
    assert page.text("#suggestions") == "No actor bears this name"
    page.type(Keys.ESCAPE)
    assert not page.one("#suggestions").is_displayed()


# -- the legend -----------------------------------------------------------------------------------


def test_legend_entries_filter_by_polarity_and_count(opened):
    page = opened()
    assert page.text(entry("polarity", "hostile")).split() == ["hostile", "3"]
    page.press(entry("polarity", "hostile"))
    assert {polarity for *_, polarity in page.ties()} == {"cooperative", "neutral"}
    page.press(entry("polarity", "hostile"))
    assert (RSF, ARMY, "hostile") in page.ties()


def test_only_one_value_and_then_all_again(opened):
    page = opened()
    page.js("document.querySelector(arguments[0]).focus()", '[data-key="only relation=ASSAULT"]')
    page.type(Keys.ENTER)
    assert page.ties() == {(RSF, ARMY, "hostile"), (ARMY, RSF, "hostile")}
    page.type(Keys.ENTER)
    assert len(page.ties()) > 2


@pytest.mark.parametrize(
    ("facet", "value", "gone"),
    [
        ("relation", "ROLE", (HEMEDTI, RSF, "neutral")),
        ("factuality", "possible", ("Chad", RSF, "hostile")),
        ("publisher", "Nile Post", ("Egypt", ARMY, "cooperative")),
        ("kind", "person", (HEMEDTI, RSF, "neutral")),
    ],
)
def test_the_other_filters(opened, facet, value, gone):
    page = opened()
    assert gone in page.ties()
    page.press(entry(facet, value))
    assert gone not in page.ties()
    assert page.one(entry(facet, value)).get_attribute("aria-pressed") == "false"


def test_actors_without_a_tie_under_the_filters_leave_the_picture(opened):
    page = opened()
    page.press(entry("relation", "ROLE"))
    assert HEMEDTI not in page.actors()


def test_confidence_is_filtered_with_a_slider(opened):
    page = opened()
    page.js("document.querySelector('#confidence').focus()")
    page.type(*[Keys.ARROW_RIGHT] * 11)
    assert "55" in page.text("#confidence-value")
    assert ("United Nations", ARMY, "neutral") not in page.ties()
    page.chord(Keys.CONTROL, key="z")  # one drag of the slider is one step
    assert ("United Nations", ARMY, "neutral") in page.ties()


def test_ties_that_are_only_denied_are_shown_on_demand(opened):
    page = opened()
    assert "Ethiopia" not in page.actors()
    page.press('[data-key="denied"]')
    assert ("Ethiopia", RSF, "cooperative") in page.ties()


# -- time -----------------------------------------------------------------------------------------


def test_the_date_slider_narrows_the_picture_and_says_to_what(opened):
    page = opened()
    assert len(page.all("#histogram rect")) >= 3
    page.js("document.querySelector('#until').focus()")
    page.type(*[Keys.ARROW_LEFT] * 3)
    assert ("Egypt", EMIRATES, "cooperative") not in page.ties()
    assert (RSF, ARMY, "hostile") in page.ties()
    assert "2024-08" not in page.text("#period")


def test_a_handle_of_the_date_slider_is_dragged(opened):
    from selenium.webdriver import ActionChains

    page = opened()
    handle, width = page.one("#since"), page.one("#since").size["width"]
    left = -width // 2 + 8
    ActionChains(page.browser).move_to_element_with_offset(handle, left, 0).click_and_hold().move_by_offset(
        width // 2, 0
    ).release().perform()
    assert page.js("return state.now().since") > "2023-06"
    assert (RSF, ARMY, "hostile") not in page.ties()


def test_time_is_played(opened):
    page = opened()
    everything = page.ties()
    page.press("#play")
    page.until(lambda: page.js("return state.now().until") is not None)
    assert page.ties() < everything
    page.press("#play")
    stopped = page.js("return state.now().until")
    time.sleep(0.8)
    assert page.js("return state.now().until") == stopped


# -- paths ----------------------------------------------------------------------------------------


def ask(page, source, target):
    for which, name in (("from", source), ("to", target)):
        field = page.one(f'[data-key="path {which}"]')
        field.clear()
        field.send_keys(name, Keys.TAB)


def test_paths_are_found_lit_and_listed_with_their_sentences(opened):
    page = opened()
    page.press("#tool-path")
    ask(page, EMIRATES, "Sudanese army")
    first = page.text("#panel .answer.lit")
    assert first.startswith(f"1. {EMIRATES} → {RSF} → {ARMY}") or first.startswith(f"1. {EMIRATES} ↔ Egypt → {ARMY}")
    assert page.all("#panel .answer.lit .card")
    lit = page.js("return [...lit(state.now()).actors].map(id => data.actors[id].name)")
    assert lit[0] == EMIRATES
    assert lit[-1] == ARMY


def test_another_path_is_lit_when_it_is_clicked(opened):
    page = opened()
    page.ask_for_paths(EMIRATES, ARMY)
    page.press('[data-key="answer 1"]')
    assert page.text("#panel .answer.lit").startswith("2. ")


def test_paths_run_with_the_ties_unless_any_direction_is_asked_for(opened):
    page = opened()
    page.press("#tool-path")
    ask(page, ARMY, "Chad")
    assert "try any direction" in page.text("#panel")
    page.press('[data-key="any"]')
    assert page.all("#panel .answer")


def test_paths_are_those_of_the_command(opened):
    from graph.questions.paths import paths

    network = synthetic(60, 150)
    page = opened(network)
    names = page.js("return data.actors.map(a => a.name)")
    for far in (20, 33, 47):
        found = page.js(
            """return paths.find({...state.START, path: {from: 0, to: arguments[0], any: true, best: 0}})
            .map(p => [p.actors.map(id => data.actors[id].name), p.cost])""",
            far,
        )
        expected = paths(network, names[0], names[far], any_direction=True)
        assert [round(cost, 6) for _, cost in found] == [path.cost for path in expected]
        assert [tuple(actors) for actors, _ in found] == [path.actors for path in expected]


# -- neighbourhoods -------------------------------------------------------------------------------


def test_a_double_click_brings_in_the_neighbours(opened):
    page = opened(limit=3)
    before = page.actors()
    assert len(before) == 3
    page.click(RSF, double=True)
    assert HEMEDTI in page.actors()
    assert before < page.actors()


def test_common_neighbours_of_chosen_actors_and_the_picture_of_just_these(opened):
    page = opened()
    page.click("Egypt")
    page.click(RSF, holding=Keys.SHIFT)
    panel = page.text("#panel")
    assert "2 actors chosen" in panel
    assert f"Common neighbours (2)\n{ARMY}" in panel or f"Common neighbours (2)\n{EMIRATES}" in panel
    page.press_text("Just these", within="#panel")
    assert page.actors() == {"Egypt", RSF, ARMY, EMIRATES}
    page.press_text("show the others", within="#status")
    assert HEMEDTI in page.actors()


# -- what is shown --------------------------------------------------------------------------------


def test_hide_and_bring_back(opened):
    page = opened()
    page.click(RSF)
    page.press_text("Hide", within="#panel")
    assert RSF not in page.actors()
    assert "1 hidden" in page.text("#status")
    page.press_text("bring back", within="#status")
    assert RSF in page.actors()


def test_an_actor_that_is_dragged_stays_where_it_is_put(opened):
    page = opened()
    x, y = page.middle("Egypt")
    page.drag("Egypt", 60, 40)
    moved = page.middle("Egypt")
    assert moved == pytest.approx((x + 60, y + 40), abs=4)
    page.press(entry("polarity", "hostile"))
    page.press(entry("polarity", "hostile"))
    assert page.middle("Egypt") == pytest.approx(moved, abs=1)
    page.chord(Keys.CONTROL, key="z")
    page.chord(Keys.CONTROL, key="z")
    page.chord(Keys.CONTROL, key="z")
    assert page.middle("Egypt") == pytest.approx((x, y), abs=1)


def test_an_actor_is_pinned_and_unpinned_from_the_panel(opened):
    page = opened()
    page.click("Egypt")
    page.press_text("Pin", within="#panel")
    assert page.js("return Object.keys(state.now().pinned).length") == 1
    page.press_text("Unpin", within="#panel")
    assert page.js("return Object.keys(state.now().pinned).length") == 0


def test_undo_and_redo(opened):
    page = opened()
    assert not page.one("#tool-undo").is_enabled()
    page.press(entry("polarity", "hostile"))
    page.press(entry("relation", "AID"))
    filtered = page.ties()
    page.press("#tool-undo")
    page.chord(Keys.CONTROL, key="z")
    assert (RSF, ARMY, "hostile") in page.ties()
    page.press("#tool-redo")
    page.chord(Keys.CONTROL, key="y")
    assert page.ties() == filtered


def test_a_large_map_says_what_was_left_out_and_brings_it_in(opened):
    page = opened(synthetic(120, 300), limit=40)
    assert "of 120 actors shown" in page.text("#status")
    assert "80 with fewer ties left out" in page.text("#status")
    before = len(page.actors())
    assert before == 40
    page.press_text("show 40 more", within="#status")
    assert len(page.actors()) > before
    assert "40 with fewer ties left out" in page.text("#status")
    page.press_text("start again", within="#status")
    assert len(page.actors()) == before


def test_an_actor_that_is_left_out_is_found_and_brought_in(opened):
    page = opened(synthetic(120, 300), limit=40)
    last = page.js("return data.actors.at(-1).name")
    assert last not in page.actors()
    page.type("/", last, Keys.ENTER)
    assert last in page.actors()
    assert page.text("#panel h2") == last


def test_focus_starts_at_an_actor_and_those_nearest_to_it(opened):
    page = opened(focus="Chad", limit=3)
    assert page.actors() == {"Chad", RSF, EMIRATES}
    assert page.text("#panel h2") == "Chad"
