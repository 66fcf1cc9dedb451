"""Nothing leaves the file, and nothing in the data ever becomes more than text."""

from __future__ import annotations

from pathlib import Path

from chromium import Map

from graph.links import RELATIONS, Actor, Link
from graph.network import network

HOSTILE = (
    "<script>window.harmed = 1</script>",
    "</script><script>window.harmed = 2</script>",
    '"><img src=x onerror="window.harmed = 3">',
    "<svg onload=window.harmed=4>",
    "<a href='javascript:window.harmed=5'>href</a>",
    "{{ 7 * 7 }} {% raw %} ${window.harmed = 6}",
    "\u202eright to left\u202c",
    "null \x00 byte, bell \x07, half a pair \ud83d, separators \u2028 \u2029",
    "<!-- comment --> ]]> &lt;b&gt; &amp;",
    "</title></style></textarea><iframe src='https://outside.example/'></iframe>",
)


def hostile_network():
    """A ring in which every field is hostile."""
    links, people = [], []
    for number, name in enumerate(HOSTILE):
        target = HOSTILE[(number + 1) % len(HOSTILE)]
        sentence = f"{name} attacks {target}."
        links.append(Link(
            f"{name}{number}", name, name, name, f"javascript:window.harmed='{number}'", "2024-01-01", sentence, 0,
            len(sentence), name, target, (0, len(name)), (len(name) + 9, len(sentence) - 1),
            (len(name) + 1, len(name) + 8), name, "ASSAULT", "hostile", RELATIONS["ASSAULT"].scale, "asserted", name,
            None, False, "event", True, name, 0.8,
        ))  # fmt: skip
        people.append(Actor(name, name, "country" if number % 2 else name, name, {name: 1, target: 2}))
    return network(links, people)


def inert(page: Map) -> None:
    assert page.js("return window.harmed") is None
    assert page.js("return document.querySelectorAll('iframe, svg[onload], #panel img, #legend img').length") == 0
    assert page.console() == []
    assert [url for url in page.requests() if not url.startswith(("file:", "data:", "about:"))] == []


def test_an_ordinary_map_asks_for_nothing_and_says_nothing(opened):
    page = opened()
    page.click("Egypt")
    page.press("#tool-theme")
    assert page.console() == []
    assert [url for url in page.requests() if url != page.path.as_uri() and not url.startswith("about:")] == []


def test_the_policy_forbids_everything_that_is_not_in_the_file(opened):
    page = opened()
    policy = page.one("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    page.js("const s = document.createElement('script'); s.textContent = 'window.harmed = 1'; document.body.append(s)")
    page.js("const i = new Image(); i.src = 'https://outside.example/x.png'; document.body.append(i)")
    assert page.js("return window.harmed") is None
    assert any("Content Security Policy" in message for message in page.console())
    assert not any("outside.example" in url for url in page.requests())


def test_hostile_strings_in_every_field_stay_text(opened):
    page = opened(hostile_network(), title=HOSTILE[0] + HOSTILE[5])
    shown = HOSTILE[0] + HOSTILE[5]
    assert page.browser.title == shown
    assert page.text("h1") == shown
    inert(page)
    for number in range(len(HOSTILE)):
        page.js("actions.choose(arguments[0])", number)
        assert page.js("return document.querySelector('#panel h2').textContent.length") > 0
    inert(page)


def test_hostile_strings_stay_text_in_the_search_the_table_the_paths_and_the_files(opened, downloads: Path):
    page = opened(hostile_network())
    page.type("/", "script")
    page.until(lambda: page.all("#suggestions li"))
    assert "<script>" in page.text("#suggestions")
    page.type("\ue00c")
    page.press("#tool-table")
    assert "<svg onload=window.harmed=4>" in page.text("#table")
    page.js("actions.findPath({from: 0, to: 3, any: true})")
    assert page.all("#panel .answer")
    page.js("actions.chooseTie(0)")
    assert page.all("#panel .card a") == []  # a javascript: address is no link
    page.js("document.body.append(new DOMParser().parseFromString(drawing.svgText(), 'image/svg+xml').documentElement)")
    inert(page)
    parsed = page.js(
        "return new DOMParser().parseFromString(takeaway.graphml(), 'text/xml').querySelectorAll('edge').length"
    )
    assert parsed == len(HOSTILE)


def test_an_address_that_somebody_made_up_does_no_harm(opened):
    page = opened(hash="#chosen=[%22<img src=x onerror=window.harmed=1>%22]&tie=7&limit=%22x&off=[&at=NaN,1,0&path={}")
    assert page.js("return window.harmed") is None
    assert page.actors()
    assert page.console() == []
