"""What a reader takes along: pictures, links, a link to the view, quotations, notes, paper."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from chromium import Keys, Map
from maps import ARMY, EMIRATES, HEMEDTI, RSF, war

from graph.links import Link
from graph.network import actors_of, links_of


@pytest.fixture
def saved(downloads: Path):
    """Choose a format in the menu and get the file that the browser saved."""

    def save(page: Map, what: str, name: str) -> bytes:
        target = downloads / name
        target.unlink(missing_ok=True)
        page.press("#tool-save")
        page.press(f"#save-{what}")
        page.until(lambda: target.exists() and target.stat().st_size)
        return target.read_bytes()

    return save


def test_the_view_as_png(opened, saved):
    page = opened()
    png = saved(page, "png", "map.png")
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20])
    assert width == page.one("#canvas").size["width"]


def test_the_view_as_svg_with_every_actor_tie_and_label(opened, saved):
    page = opened()
    root = ElementTree.fromstring(saved(page, "svg", "map.svg"))
    space = "{http://www.w3.org/2000/svg}"
    titles = {title.text for title in root.iter(f"{space}title")}
    assert page.actors() <= titles
    assert {text.text for text in root.iter(f"{space}text")} == {label["text"] for label in page.labels()}
    dashed = [path for path in root.iter(f"{space}path") if path.get("stroke-dasharray")]
    assert len(dashed) == len([tie for tie in page.ties() if tie[2] != "cooperative"])


def test_the_links_shown_as_csv(opened, saved):
    page = opened()
    page.press('[data-key="polarity=neutral"]')
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv", "links.csv").decode("utf-8-sig"))))
    assert {(row["source"], row["target"]) for row in rows} == {tie[:2] for tie in page.ties()}
    expected = {link.id: link for link in links_of(war()[0])}
    for row in rows:
        link = expected[row["id"]]
        assert row["sentence"] == link.sentence
        assert (int(row["start"]), int(row["predicate_span_end"])) == (link.start, link.predicate_span[1])
        assert (row["factuality"], row["attributed_to"]) == (link.factuality, link.attributed_to or "")


def test_a_cell_that_a_spreadsheet_would_run_is_text(opened, saved):
    network = nx.relabel_nodes(war()[0], {"Chad": '=HYPERLINK("https://outside.example")'})
    rows = saved(opened(network), "csv", "links.csv").decode("utf-8-sig")
    assert "\"'=HYPERLINK" in rows


def test_the_links_shown_as_graphml_read_back_as_the_network(opened, saved):
    from graph import read_graphml

    page = opened()
    content = saved(page, "graphml", "links.graphml")
    read = nx.parse_graphml(content.decode(), force_multigraph=True)
    assert set(read) == page.actors()
    path = page.path.with_suffix(".graphml")
    path.write_bytes(content)
    original: dict[str, Link] = {link.id: link for link in links_of(war()[0])}
    taken = read_graphml(path)
    back = links_of(taken)
    assert back
    assert all(link == original[link.id] for link in back)
    # Beside an actor's own name, the words that texts use for it, with how often they do.
    others = {a.name: {word: n for word, n in a.aliases.items() if word != a.name} for a in actors_of(war()[0])}
    assert {a.name: dict(a.aliases) for a in actors_of(taken)} == {name: others[name] for name in taken}


def test_a_link_opens_the_same_view(opened):
    page = opened()
    page.press('[data-key="relation=ROLE"]')
    page.drag("Egypt", 40, 40)
    page.click(RSF, ARMY)
    page.press("#tool-in")
    page.still()
    page.until(lambda: "at=" in page.js("return location.hash"))
    page.press("#tool-out")
    page.press("#tool-in")
    page.still()
    wanted = page.ties(), page.middle("Egypt"), page.text("#panel h2")
    page.until(lambda: page.js("return location.hash") == page.js("return address.write()"))
    again = opened(hash=page.js("return location.hash"))
    again.still()
    assert again.ties() == wanted[0]
    assert again.middle("Egypt") == pytest.approx(wanted[1], abs=2)
    assert again.text("#panel h2") == wanted[2]


def test_a_link_keeps_a_path_and_a_speaker(opened):
    page = opened()
    page.ask_for_paths("Chad", ARMY, any=True)
    page.js("actions.listenTo('')")
    hash = page.js("return address.write()")
    again = opened(hash=hash)
    assert again.text("#panel h2") == "Paths"
    assert again.js("return state.now().speaker") == ""
    assert again.all("#panel .answer")


def test_a_quotation_is_copied_with_its_reference(opened):
    page = opened()
    page.click(EMIRATES, RSF)
    page.press("#panel [data-act=copy]")
    page.until(lambda: page.text("#toast") == "Copied")
    page.press("#panel textarea")
    page.chord(Keys.CONTROL, key="v")
    pasted = page.js("return document.querySelector('#panel textarea').value")
    assert pasted == (
        "“The United Arab Emirates armed the RSF, Amnesty International said.” "
        "(According to Amnesty International) — Sahel Wire, Arms across the border, 2024-08-12"
    )


def test_notes_are_kept_in_the_browser_and_exported_with_the_rest(opened, saved):
    page = opened()
    page.click(HEMEDTI)
    page.press("#panel textarea")
    page.type("born in 1974")
    page.click(RSF, ARMY)
    page.press("#panel textarea")
    page.type("the first day")
    page.browser.refresh()
    page.until(lambda: page.js("return document.readyState === 'complete' && drawn !== null"))
    page.click(HEMEDTI)
    assert page.js("return document.querySelector('#panel textarea').value") == "born in 1974"
    rows = csv.DictReader(io.StringIO(saved(page, "csv", "links.csv").decode("utf-8-sig")))
    assert [row["note"] for row in rows if (row["source"], row["target"]) == (RSF, ARMY)] == ["the first day"]
    read = nx.parse_graphml(saved(page, "graphml", "links.graphml").decode(), force_multigraph=True)
    assert read.nodes[HEMEDTI]["note"] == "born in 1974"
    page.js("localStorage.clear()")


def test_on_paper_the_picture_is_light_and_the_tools_are_gone(opened):
    page = opened(dark=True)
    page.click(RSF, ARMY)
    page.js("dispatchEvent(new Event('beforeprint'))")
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    page.until(lambda: page.js("return document.querySelector('#printed').naturalWidth") > 0)
    assert page.one("#printed").is_displayed()
    assert not page.one("#tools").is_displayed()
    assert "attacked the Sudanese army at Merowe" in page.text("#panel")
    assert page.js("return getComputedStyle(document.documentElement).getPropertyValue('--card')").strip() == "#ffffff"
    page.js("dispatchEvent(new Event('afterprint'))")
    assert page.js("return document.documentElement.dataset.theme") == "dark"
    assert page.console() == []
