"""The picture: what is drawn, how it looks, and what can be read at every zoom."""

from __future__ import annotations

import time

import pytest
from maps import ARMY, BURHAN, EMIRATES, HEMEDTI, RSF, war

from benchmarks.synthetic import synthetic


def edges(page):
    """Every drawn tie with what vis-network draws it as."""
    return page.js("""return drawn.ties.map(({tie: t}) => { const e = view.network().body.edges[t.id];
        return {source: data.actors[t.source].name, target: data.actors[t.target].name, polarity: t.polarity,
        color: e.options.color.color, dashes: e.options.dashes, arrow: e.options.arrows.to.enabled,
        width: e.options.width, opacity: e.options.color.opacity, middle: e.edgeType.getPoint(0.5)}; })""")


def by_ends(page):
    return {(e["source"], e["target"], e["polarity"]): e for e in edges(page)}


def test_links_are_bundled_into_one_tie_per_direction_and_polarity(opened):
    page = opened()
    assert (RSF, ARMY, "hostile") in page.ties()
    assert (ARMY, RSF, "hostile") in page.ties()
    assert len([tie for tie in page.ties() if tie[:2] == (EMIRATES, RSF)]) == 1


def test_polarity_shows_in_colour_and_in_dash(opened):
    drawn = by_ends(opened())
    looks = {polarity: {(e["color"], str(e["dashes"])) for key, e in drawn.items() if key[2] == polarity}
             for polarity in ("cooperative", "hostile", "neutral")}  # fmt: skip
    assert [len(look) for look in looks.values()] == [1, 1, 1]
    colours = {color for look in looks.values() for color, _ in look}
    dashes = {dash for look in looks.values() for _, dash in look}
    assert len(colours) == 3
    assert len(dashes) == 3


def test_a_tie_that_holds_both_ways_has_no_arrowhead(opened):
    drawn = by_ends(opened())
    assert drawn["Egypt", EMIRATES, "cooperative"]["arrow"] is False
    assert drawn[RSF, ARMY, "hostile"]["arrow"] is True


def test_opposite_ties_bend_away_from_each_other(opened):
    drawn = by_ends(opened())
    one, other = drawn[RSF, ARMY, "hostile"]["middle"], drawn[ARMY, RSF, "hostile"]["middle"]
    assert abs(one["x"] - other["x"]) + abs(one["y"] - other["y"]) > 10


def test_more_links_make_a_wider_tie_and_a_tie_that_is_only_possible_is_paler(opened):
    drawn = by_ends(opened())
    assert drawn[EMIRATES, RSF, "cooperative"]["width"] > drawn["Egypt", ARMY, "cooperative"]["width"]
    assert drawn["Chad", RSF, "hostile"]["opacity"] < drawn[RSF, ARMY, "hostile"]["opacity"]


def test_generic_actors_are_left_out_unless_asked_for(opened):
    assert "villagers" not in opened().actors()
    assert "villagers" in opened(generic=True).actors()


def test_actors_with_more_ties_are_larger_and_each_kind_has_its_own_mark(opened):
    page = opened()
    radius = page.js("return Object.fromEntries(data.actors.map(a => [a.name, a.radius]))")
    assert radius[RSF] > radius["Egypt"] > radius[BURHAN]
    marks = page.js("return Object.values(look.KINDS).map(k => k.outline + k.icon)")
    assert len(set(marks)) == len(marks)


def overlaps(labels):
    def touch(a, b):
        return (
            a["x"] < b["x"] + b["w"]
            and b["x"] < a["x"] + a["w"]
            and a["y"] < b["y"] + b["h"]
            and b["y"] < a["y"] + a["h"]
        )

    return [(a["text"], b["text"]) for i, a in enumerate(labels) for b in labels[:i] if touch(a, b)]


@pytest.mark.parametrize("make", [war, lambda: (synthetic(150, 400), {})], ids=["a war", "a crowd"])
def test_labels_never_cover_each_other_at_any_zoom(opened, make):
    network, texts = make()
    page = opened(network, texts=texts)
    counts = []
    for _ in range(3):
        page.still()
        labels = page.labels()
        assert labels
        assert overlaps(labels) == []
        counts.append(len(labels))
        page.press("#tool-in")
        page.press("#tool-in")
    assert counts == sorted(counts)  # closer, more can be read


def test_the_important_keep_their_labels(opened):
    page = opened(synthetic(150, 400))
    names = page.js("return data.actors.map(a => a.name)")
    read = {label["text"] for label in page.labels()}
    assert names[0] in read
    assert len(read & set(names[:20])) > len(read & set(names[-20:]))


def test_a_small_map_names_every_actor_and_what_ties_them(opened):
    page = opened()
    read = {label["text"] for label in page.labels()}
    assert page.actors() <= read
    assert {"arm", "leader of", "commander of", "back"} <= read


def test_light_and_dark_follow_the_system_and_the_switch(opened):
    page = opened(dark=True)
    background = "return getComputedStyle(document.body).backgroundColor"
    dark = page.js(background)
    page.press("#tool-theme")
    light = page.js(background)
    assert sum(map(int, dark[4:-1].split(","))) < 150 < 600 < sum(map(int, light[4:-1].split(",")))
    page.prefer("light")
    time.sleep(0.3)
    page.prefer("dark")
    page.until(lambda: page.js(background) == dark)


def test_what_is_chosen_stands_out_from_the_rest(opened):
    page = opened()
    before = {e["target"]: e["opacity"] for e in edges(page) if e["source"] == "United Nations"}
    page.click(HEMEDTI)
    after = {e["target"]: e["opacity"] for e in edges(page) if e["source"] == "United Nations"}
    assert after[ARMY] < before[ARMY] / 2
    assert by_ends(page)[HEMEDTI, RSF, "neutral"]["opacity"] > 0.5


def test_an_empty_network_opens_too(opened):
    import networkx as nx

    page = opened(nx.MultiDiGraph())
    assert "Nothing is on this map" in page.text("#panel")
    assert "Strongest ties" not in page.text("#panel")
    assert page.text("#status") == ""
    assert page.console() == []


def test_nobody_is_cut_at_the_edges_of_the_first_view_whatever_the_window(opened):
    page = opened(synthetic(60, 90))
    for size in ((1280, 800), (900, 900), (1600, 700)):
        page.resize(*size)
        page.until(lambda: page.js("return innerWidth") == size[0])  # noqa: B023
        page.until(lambda: page.js("return view.size().width === byId('canvas').clientWidth"))
        page.still()
        boxes = page.js("""return view.labels().map((label) => {
            const {x, y} = view.toScreen(label); return [x, y, x + label.w, y + label.h]; })""")
        width, height = page.js("return [view.size().width, byId('foot').offsetTop]")
        assert boxes
        assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height for box in boxes), size


def test_what_the_reader_looks_at_stays_when_the_window_changes(opened):
    page = opened(synthetic(60, 90))
    page.press("#tool-in")
    page.still()
    page.resize(1100, 800)
    page.until(lambda: page.js("return view.size().width === byId('canvas').clientWidth"))
    page.still()
    kept = page.js("return view.scale()")
    page.press("#tool-fit")
    page.still()
    assert page.js("return view.scale()") < kept


def test_the_slider_says_any_where_nothing_is_left_out(opened):
    page = opened()
    assert page.text("#confidence-value") == "any"
    page.js("state.change({confidence: 0.5})")
    assert page.text("#confidence-value") == "from 50 %"
