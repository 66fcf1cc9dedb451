"""The file itself: one page, nothing from outside, nothing that runs but its own scripts."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape

import networkx as nx
from samples import link, net, sudan

from graph import relationship_map
from graph.relationship_map.page import SCRIPTS


def blocks(html, kind):
    return re.findall(rf"<script{kind}>(.*?)</script>", html, re.DOTALL)


def test_the_policy_names_exactly_the_scripts_of_the_file():
    html = relationship_map(net(*sudan())).html
    policy = unescape(re.search('Content-Security-Policy" content="(.*?)"', html)[1])
    allowed = set(re.findall(r"sha256-([\w+/=]+)", policy.split("script-src")[1].split(";")[0]))
    scripts = blocks(html, "")
    assert len(scripts) == len(SCRIPTS) + 1
    assert {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts} == allowed


def test_the_data_are_json_that_cannot_end_its_element():
    name = "</script><b>&\u2028\0"
    html = relationship_map(net(link(name, "AID", "Chad", id="1"))).html
    [contents] = blocks(html, ' type="application/json" id="contents"')
    assert not re.search("[<>&\u2028]", contents)
    assert name in [actor["name"] for actor in json.loads(contents)["actors"]]


def test_half_a_surrogate_pair_does_not_stop_the_file():
    drawn = relationship_map(nx.relabel_nodes(net(*sudan()), {"Egypt": "Egy\ud800pt"}))
    assert "Egy?pt" in drawn.html


def test_the_heading_is_text():
    html = relationship_map(net(*sudan()), title="<b>{{ 1 }}</b>\0").html
    assert "<h1>&lt;b&gt;{{ 1 }}&lt;/b&gt;\ufffd</h1>" in html


def test_a_notebook_gets_the_whole_file_in_a_frame():
    drawn = relationship_map(net(*sudan()))
    shown = drawn._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert "<script" not in shown


def test_the_command_and_the_library_agree_on_the_limit():
    from graph.commands import map as command
    from graph.relationship_map import DEFAULT_LIMIT

    assert command._DEFAULT_LIMIT == DEFAULT_LIMIT
