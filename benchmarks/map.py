"""How fast does the map open, and how smoothly does it move, next to pyvis as it comes?

    python -m benchmarks.map

Writes maps of made-up networks, opens each in headless Chromium, and measures from opening to the first
picture, and the time from frame to frame while the map is panned and zoomed. pyvis's own page for the same
network is opened in the same run and given a minute to draw its first picture (with its scripts from
disk, since it asks for them from the network).
"""

from __future__ import annotations

import shutil
import tempfile
import time
from importlib import resources
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from benchmarks.synthetic import synthetic
from graph.relationship_map import relationship_map

SIZES = ((500, 1_500), (2_000, 6_000), (10_000, 30_000))
PATIENCE = 60.0
OPENINGS = 3
FRAMES = 90

# Moves the map as a hand would, a little each frame, and gives back the median time between frames.
_MOVE = """
const [move, frames, done] = arguments;
const steps = {
  pan: (i) => network.moveTo({offset: {x: i % 40 < 20 ? 6 : -6, y: i % 30 < 15 ? 4 : -4}}),
  zoom: (i) => network.moveTo({scale: network.getScale() * (i % 40 < 20 ? 1.03 : 1 / 1.03)}),
};
const network = view.network();
const times = [];
let last = null;
function frame(now) {
  if (last !== null) times.push(now - last);
  last = now;
  if (times.length === frames) return done(times.sort((a, b) => a - b)[frames >> 1]);
  steps[move](times.length);
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
"""


def main() -> None:
    """Print one line a size: ours, then pyvis's."""
    browser = _chromium()
    try:
        with tempfile.TemporaryDirectory() as folder:
            for actors, ties in SIZES:
                network = synthetic(actors, ties)
                print(f"{actors:,} actors, {ties:,} ties", flush=True)
                print("  whowhom:", _ours(browser, network, Path(folder) / "ours.html"), flush=True)
                print("  pyvis:  ", _theirs(browser, network, Path(folder) / "theirs.html"), flush=True)
    finally:
        browser.quit()


def _ours(browser: Chrome, network: nx.MultiDiGraph, path: Path) -> str:
    start = time.perf_counter()
    relationship_map(network).save(path)
    written = time.perf_counter() - start
    first = sorted(_first_picture(browser, path) for _ in range(OPENINGS))[OPENINGS // 2]
    pan, zoom = (browser.execute_async_script(_MOVE, move, FRAMES) for move in ("pan", "zoom"))
    return (f"written in {written:.1f} s, {path.stat().st_size / 1e6:.1f} MB; first picture {first / 1000:.2f} s; "
            f"median frame {pan:.1f} ms panning, {zoom:.1f} ms zooming")  # fmt: skip


def _first_picture(browser: Chrome, path: Path) -> float:
    """Milliseconds from opening to the first picture with its labels, all links being there."""
    browser.get(path.as_uri())
    time.sleep(1)
    return float(browser.execute_script("return performance.getEntriesByName('picture')[0].startTime"))


def _theirs(browser: Chrome, network: nx.MultiDiGraph, path: Path) -> str:
    """pyvis with all its defaults; its first picture is there once physics has settled the start."""
    net = Network(directed=True, cdn_resources="in_line")
    net.nodes = [{"id": name, "label": name, "shape": "dot"} for name in network]
    net.edges = [{"from": a, "to": b, "arrows": "to"} for a, b in network.edges()]
    net.node_ids = list(network)
    html = net.generate_html()
    script = resources.files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_text()
    # Its first script stands in for what it would fetch; the rest of its page is as it comes.
    mark = "network.once('afterDrawing', () => { document.title = 'drawn'; });"
    html = html.replace("<head>", f"<head><script>{script}</script>", 1)
    html = html.replace("return network;", f"{mark} return network;", 1)
    path.write_text(html, encoding="utf-8")
    start = time.perf_counter()
    try:
        browser.get(path.as_uri())
        while time.perf_counter() - start < PATIENCE and browser.title != "drawn":
            time.sleep(0.1)
        drawn: Any = browser.title == "drawn"
    except Exception as error:  # the driver gives up on a page that answers nothing
        drawn = False
        print(f"  ({type(error).__name__})")
    took = time.perf_counter() - start
    return f"first picture {took:.1f} s" if drawn else f"no picture within {PATIENCE:.0f} s"


def _chromium() -> Chrome:
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900"):
        options.add_argument(argument)
    browser = Chrome(options=options, service=Service(shutil.which("chromedriver")))
    browser.set_page_load_timeout(PATIENCE)
    return browser


if __name__ == "__main__":
    main()
