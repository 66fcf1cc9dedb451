"""The map of the article in seeds/, as first opened: what can be read off it."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import Map
from test_picture import overlaps

from graph.commands.case import open_case
from graph.relationship_map import relationship_map
from graph.selection import Selection

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    with open_case(str(SEEDS), date=None, gazetteer=None, model=None) as casefile:
        texts = {document.id: document.text for document in casefile.documents()}
        drawn = relationship_map(casefile.network(Selection()), texts=texts)
    path = tmp_path_factory.mktemp("seeds") / "map.html"
    drawn.save(path)
    return path


def test_no_label_covers_another_at_three_zooms(browser, file):
    page = Map(browser, file)
    for _ in range(3):
        page.still()
        page.until(lambda: overlaps(page.labels()) == [])
        page.press("#tool-in")


@pytest.mark.parametrize(
    ("source", "target", "polarity", "words"),
    [
        ("Iran", "Hezbollah", "cooperative", "support"),
        ("Israel", "Hezbollah", "hostile", "attack"),
        ("Israel", "Iran", "hostile", "attack"),
        ("Iran", "Russia", "cooperative", "ally"),
        ("Hezbollah", "Russia", "cooperative", "alliance"),
        ("Ismail Haniyeh", "Hamas", "neutral", "leader"),
    ],
)
def test_who_does_what_to_whom_is_read_off_the_picture(browser, file, source, target, polarity, words):
    page = Map(browser, file)
    page.still()
    written = page.js("""const name = (id) => data.actors[id].name;
        return view.labels().filter(l => l.tie !== undefined).map(l => {
            const t = data.ties[l.tie]; return [name(t.source), name(t.target), t.polarity, l.text]; })""")
    names = {label["text"] for label in page.labels()}
    assert {source, target} <= names
    assert any(row[:3] == [source, target, polarity] and words in row[3] for row in written)


def test_no_generic_actors_and_no_pronouns(browser, file):
    page = Map(browser, file)
    assert page.js("return data.actors.filter(a => a.kind === 'generic').length") == 0


def test_a_click_shows_the_articles_sentence(browser, file):
    page = Map(browser, file)
    page.click("Iran", "Hezbollah")
    assert "which is supported by Israel’s sworn enemy, Iran" in page.text("#panel blockquote")
    assert page.console() == []
