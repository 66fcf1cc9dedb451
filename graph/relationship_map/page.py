"""What does the file say? pyvis renders the first picture and the tables into our own template.

pyvis's own template loads from the network and runs scripts out of headings; ours escapes everything
and forbids, by the hash of each script, that anything else ever runs.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph.links import RELATIONS
from graph.relationship_map.contents import Contents
from graph.relationship_map.picture import Picture

# In this order: each script uses only those before it.
SCRIPTS = (
    "dom", "data", "state", "paths", "scene", "look", "labels", "view", "actions", "address", "panel", "route", "notes",
    "legend", "timeline", "search", "table", "drawing", "takeaway", "help", "tools", "keyboard", "main",
)  # fmt: skip
# What vis-network is told; everything else about the looks is decided in look.js.
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": True, "selectConnectedEdges": False, "keyboard": False,
                    "tooltipDelay": 0, "zoomSpeed": 0.6},
}  # fmt: skip


def page(held: Contents, seen: Picture, *, title: str, focus: str | None, limit: int) -> str:
    """The whole HTML file."""
    net = Network(directed=True, heading=_plain(title), height="100%", cdn_resources="in_line")
    for actor, (x, y) in zip(seen.actors, seen.places, strict=True):
        net.add_node(actor, label=_plain(held.names[actor]), shape="custom", x=x, y=y, size=seen.radii[actor])
    position = {name: index for index, name in enumerate(held.names)}
    for tie in seen.ties:
        source, target = position[held.ties[tie].source], position[held.ties[tie].target]
        net.add_edge(source, target, id=tie)
    net.options = OPTIONS
    texts = json.loads(_file("texts.json"))
    record = held.record() | {
        "blocs": seen.blocs,
        "radii": seen.radii,
        "focus": focus,
        "limit": limit,
        "fingerprint": _fingerprint(held),
        "relations": {relation.name: relation.covers for relation in RELATIONS.values()},
    }
    scripts = [_vis_network(), *(_file(f"{name}.js") for name in SCRIPTS)]
    style = _file("style.css")
    net.templateEnv = _environment()
    net.path = "template.html"
    net.templateEnv.globals.update(
        t=texts, texts_json=_json(texts), contents_json=_json(record), picture_json=_picture_json,
        scripts=[Markup(script) for script in scripts], style=Markup(style), policy=_policy(scripts, style),
    )  # fmt: skip
    return str(net.generate_html())


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("graph.relationship_map", "static"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _file(name: str) -> str:
    return resources.files("graph.relationship_map").joinpath("static", name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """The vis-network that pyvis brings, without the pointer to a source map that is not there."""
    script = resources.files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js")
    return re.sub(r"//# sourceMappingURL=\S+", "", script.read_text(encoding="utf-8"))


def _picture_json(nodes: list[dict[str, Any]], edges: list[dict[str, Any]], options: str) -> Markup:
    return _json({"nodes": nodes, "edges": edges, "options": json.loads(options)})


def _json(value: Any) -> Markup:
    """JSON that cannot end the script element it stands in."""
    text = _plain(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)


def _plain(text: str) -> str:
    """Text that UTF-8 can carry: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _policy(scripts: list[str], style: str) -> str:
    """The Content-Security-Policy: nothing from outside, and only these very scripts and styles."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _fingerprint(held: Contents) -> str:
    """What tells this map's notes in the browser from another's."""
    return hashlib.sha256("\n".join([*held.names, *held.link_ids]).encode("utf-8", "replace")).hexdigest()[:12]


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
