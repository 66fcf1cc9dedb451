"""The tables of docs/data-model.md say what the code says."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from graph.links import ACTOR_KINDS, RELATIONS, Actor, Link, Tie

PAGE = Path(__file__).parents[2] / "docs" / "data-model.md"


def relation_table() -> str:
    rows = [f"| {r.name} | {r.quad_class} | {r.polarity} | {r.scale:g} | {r.covers} |" for r in RELATIONS.values()]
    return "\n".join(["| relation | quad class | polarity | scale | what it covers |", "|---|---|---|---|---|", *rows])


def keys(section: str) -> list[str]:
    """The keys of the table in a section, in order."""
    body = PAGE.read_text(encoding="utf-8").split(f"## {section}\n")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in body.splitlines() if line.startswith("| `")]
    return [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]


def test_records_are_complete_and_in_order():
    assert keys("The link record") == [field.name for field in fields(Link)]
    assert keys("The actor record") == [field.name for field in fields(Actor)]
    assert sorted(keys("Ties")) == sorted(field.name for field in fields(Tie))


def test_kinds_and_relations_are_those_of_the_code():
    text = PAGE.read_text(encoding="utf-8")
    assert relation_table() in text
    assert f"Kinds: {', '.join(ACTOR_KINDS)}." in " ".join(text.split())
