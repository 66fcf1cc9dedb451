"""For everyone: the keyboard, the table, small screens, and notebooks."""

from __future__ import annotations

import re
from pathlib import Path

from chromium import Keys, Map
from maps import ARMY, HEMEDTI, RSF, war

from graph import relationship_map

STATIC = Path(relationship_map.__code__.co_filename).parent / "static"


def test_the_page_has_a_language_a_title_a_doctype_and_names_for_its_controls(opened):
    page = opened(title="Sudan")
    assert page.js("return document.doctype.name") == "html"
    assert page.js("return document.compatMode") == "CSS1Compat"
    assert page.one("html").get_attribute("lang") == "en"
    assert page.browser.title == "Sudan"
    nameless = page.js("""const controls = 'button, input, select, textarea, [role=application], aside, dialog';
        const named = (e) => e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length;
        return [...document.querySelectorAll(controls)].filter((e) => !named(e)).map((e) => e.outerHTML)""")
    assert nameless == []


def test_every_text_is_in_one_place(opened):
    """No key that the scripts ask for is missing, and none is left over."""
    import json

    texts = json.loads((STATIC / "texts.json").read_text())
    scripts = "".join(path.read_text() for path in STATIC.glob("*.js"))
    template = (STATIC / "template.html").read_text()
    asked = set(re.findall(r'\bt\(\s*"(\w+)"', scripts)) | set(re.findall(r"\bt\.(\w+)", template))
    assert asked <= texts.keys()
    words = set(re.findall(r"[A-Za-z_]+", scripts + template))
    built = re.compile(r".+_heading|.+_ties|column_.+|save_.+|path_.+_label|[A-Z]+")
    assert [key for key in texts if key not in words and not built.fullmatch(key)] == []


def test_the_table_is_in_step_with_the_picture(opened):
    page = opened()
    page.type("t")

    def rows():
        return [[cell.text for cell in row.find_elements("css selector", "td")] for row in page.all("#table tbody tr")]

    assert {(row[0], row[2], row[3].strip()) for row in rows()} == page.ties()
    page.press('[data-key="polarity=hostile"]')
    assert {(row[0], row[2], row[3].strip()) for row in rows()} == page.ties()
    page.press('[data-key="sort source"]')
    names = [row[0] for row in rows()]
    assert names == sorted(names)
    page.press_text("leader of", within="#table")
    assert HEMEDTI in page.text("#panel h2")
    assert page.text("#table tr.chosen").startswith(HEMEDTI)


def test_the_map_is_walked_by_keyboard_alone(opened):
    page = opened()
    page.js("document.querySelector('#canvas').focus()")
    page.type(" ")
    first = page.text("#panel h2")
    assert first in page.actors()
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.ARROW_DOWN):
        page.type(key)
    walked = page.text("#panel h2")
    assert walked in page.actors()
    assert walked in page.js("return document.querySelector('#live').textContent")
    page.type("h")
    assert walked not in page.actors()
    page.chord(Keys.CONTROL, key="z")
    assert walked in page.actors()
    page.type(Keys.ESCAPE)
    assert "Strongest ties" in page.text("#panel")


def test_keys_zoom_expand_pin_and_ask_for_help(opened):
    page = opened(limit=3)
    page.click(RSF)
    scale = page.js("return view.scale()")
    page.type("+")
    page.still()
    assert page.js("return view.scale()") > scale
    page.type("e")
    assert HEMEDTI in page.actors()
    page.type("p")
    assert page.js("return Object.keys(state.now().pinned).length") == 1
    page.type("?")
    assert page.one("#help").is_displayed()
    page.type(Keys.ESCAPE)
    assert not page.one("#help").is_displayed()
    page.type(Keys.ENTER)
    assert page.js("return document.activeElement.id") == "panel"


def test_everything_is_reached_with_the_tab_key_and_focus_is_seen(opened):
    page = opened()
    page.js("document.body.tabIndex = -1; document.body.focus()")
    reached, unseen = set(), []
    for _ in range(70):
        page.type(Keys.TAB)
        name, outline = page.js("""const e = document.activeElement;
            return [e.id || e.dataset.key || e.tagName, getComputedStyle(e).outlineStyle]""")
        reached.add(name)
        if outline == "none":
            unseen.append(name)
    assert {
        "query",
        "tool-path",
        "tool-save",
        "speaker",
        "polarity=hostile",
        "confidence",
        "canvas",
        "since",
        "play",
    } <= reached
    assert set(unseen) <= {"BODY", "HTML"}


def test_focus_stays_on_a_filter_that_is_used(opened):
    page = opened()
    page.js("document.querySelector('[data-key=\"polarity=hostile\"]').focus()")
    page.type(Keys.SPACE)
    assert page.js("return document.activeElement.dataset.key") == "polarity=hostile"


def test_the_menu_is_walked_with_arrows(opened):
    page = opened()
    page.press("#tool-save")
    page.type(Keys.ARROW_DOWN)
    assert page.js("return document.activeElement.id") == "save-svg"
    page.type(Keys.ESCAPE)
    assert page.js("return document.activeElement.id") == "tool-save"


def test_it_works_at_phone_width(opened):
    page = opened(size=(390, 844))
    assert page.js("return document.documentElement.scrollWidth") <= 390
    assert not page.one("#legend").is_displayed()
    page.press("#tool-filter")
    page.press('[data-key="polarity=neutral"]')
    assert {polarity for *_, polarity in page.ties()} == {"cooperative", "hostile"}
    page.press("#tool-filter")
    page.type("/", "Egypt", Keys.ENTER)
    assert page.one("#panel").is_displayed()
    assert page.text("#panel h2") == "Egypt"
    box = page.one("#panel").rect
    assert box["width"] <= 390
    assert box["y"] > 300  # the picture keeps the upper half
    page.press("#panel .tool")
    assert not page.one("#panel").is_displayed()


def test_a_map_shows_itself_in_a_notebook(browser, tmp_path):
    network, texts = war()
    notebook = tmp_path / "notebook.html"
    cell = relationship_map(network, texts=texts)._repr_html_()
    notebook.write_text(f"<!doctype html><meta charset=utf-8><title>notebook</title>{cell}", encoding="utf-8")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.set_window_size(1440, 900)
    browser.get_log("browser")
    browser.get(notebook.as_uri())
    browser.switch_to.frame(browser.find_element("css selector", "iframe"))
    try:
        seen = Map.__new__(Map)
        seen.browser = browser
        seen.until(lambda: seen.js("return document.readyState === 'complete' && drawn !== null"))
        assert {RSF, ARMY} <= seen.actors()
        seen.press('[data-key="polarity=neutral"]')
        assert HEMEDTI not in seen.actors()
        assert seen.console() == []
    finally:
        browser.switch_to.default_content()
