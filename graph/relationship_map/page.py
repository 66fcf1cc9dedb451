"""What does the file say? pyvis renders the first picture and the tables into our own template.

pyvis's own template loads from the network and runs scripts out of headings; ours escapes everything
and forbids, by the hash of each script, that anything else ever runs.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from graph.links import POLARITIES, RELATIONS
from graph.relationship_map.contents import Contents
from graph.relationship_map.picture import Picture
from graph.relationship_map.tables import FIELDS, actors, tables

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


def page(
    held: Contents, seen: Picture, texts: Mapping[str, str], *, title: str, focus: str | None, limit: int
) -> str:  # fmt: skip
    """The whole HTML file."""
    first, rest = tables(held, seen, texts)
    contents = {
        "fields": FIELDS, "first": first, "actors": actors(held, seen), "polarities": POLARITIES,
        "relations": {relation.name: relation.covers for relation in RELATIONS.values()},
        "focus": focus, "limit": limit, "fingerprint": _fingerprint(held),
    }  # fmt: skip
    labels = json.loads(_file("texts.json"))
    scripts = [_vis_network(), *(_file(f"{name}.js") for name in SCRIPTS)]
    style = _file("style.css")
    net = _network(held, seen, title)
    net.templateEnv.globals.update(
        t=labels, texts_json=_json(labels), contents_json=_json(contents), rest_json=_json(rest),
        picture_json=_picture_json, scripts=[Markup(script) for script in scripts], style=Markup(style),
        policy=_policy(scripts, style),
    )  # fmt: skip
    return str(net.generate_html())


def _network(held: Contents, seen: Picture, title: str) -> Network:
    """The first picture as a pyvis network with our own template; ties are numbered as in the tables."""
    net = Network(directed=True, heading=_plain(title), height="100%", cdn_resources="in_line")
    for actor, (x, y) in zip(seen.actors, seen.places, strict=True):
        net.add_node(actor, label=held.names[actor], shape="dot", x=x, y=y, size=seen.radii[actor])
    for number, index in enumerate(seen.ties):
        tie = held.ties[index]
        net.add_edge(held.position[tie.source], held.position[tie.target], id=number)
    net.options = OPTIONS
    net.templateEnv = _environment()
    net.path = "template.html"
    return net


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
    """Text that an HTML file can carry: no null, and a question mark for half a surrogate pair."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _policy(scripts: list[str], style: str) -> str:
    """The Content-Security-Policy: nothing from outside, and only these very scripts and styles."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _fingerprint(held: Contents) -> str:
    """What tells this map's notes in the browser from another's."""
    return hashlib.sha256("\n".join([*held.names, *held.links]).encode("utf-8", "replace")).hexdigest()[:12]


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
