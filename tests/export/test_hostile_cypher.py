"""Whatever the words are, a whole Cypher file runs and its rows come back: tried on ladybug, statement by statement."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from unittest import mock

from hypothesis import example, given, settings
from samples import link, net
from test_databases import TYPES, actors_in, database, links_in
from test_hostile import FORBIDDEN, Written, hostile, networks, same, there

from graph.export.cypher import CONSTRAINT, Properties, statements
from graph.export.values import Repairs, column_types, lexical
from graph.export.view import View

READERS: dict[str, Callable[[Any], Any]] = {
    "string": lambda value: FORBIDDEN.sub("", lexical(value)), "long": int, "double": float, "boolean": bool,
}  # fmt: skip
MEGABYTE = net(link("Chad", "CONSULT", "Niger", sentence="Chad's \\u0027 & Niger met. " * 40_000))
literal = Properties._value
Row = Mapping[str, Any]


class Table:
    """The rows that a table must hold, with the properties as Cypher names and types them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        self.types = {"id": "string", "label": "string", **column_types(self.rows)}
        self.names = {raw: name.strip("`") for raw, name in Properties(self.types, Repairs()).names.items()}

    @property
    def columns(self) -> str:
        return ", ".join(f"`{name}` {TYPES[self.types[raw]]}" for raw, name in self.names.items())

    def check(self, found: dict[str, Row]) -> None:
        """Every row is back, every property in it as its type says, and nothing else."""
        assert len(found) == len(self.rows)
        for row in self.rows:
            wanted = {self.names[raw]: READERS[self.types[raw]](value) for raw, value in there(row).items()}
            read = found[wanted["id"]]
            assert read.keys() == wanted.keys()
            for name, value in wanted.items():
                assert same(read[name], value), name


def typed_value(properties: Properties, value: Any, kind: str) -> str:
    """The literal; ladybug takes a null for a text unless it is told otherwise, which Neo4j does not need."""
    return f"CAST(null AS {TYPES[kind]})" if value is None else literal(properties, value, kind)


@settings(hostile, max_examples=int(os.environ.get("EXAMPLES", "15")))
@given(networks())
@example(MEGABYTE)
def test_cypher_comes_back(drawn):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "cypher")
        text = written.path.read_bytes().decode()
    assert text == "".join(f"{statement};\n" for statement in statements(View(drawn)))
    assert text.startswith(CONSTRAINT)
    actors = Table({"id": node.id, "label": node.label, **node.attributes} for node in written.nodes)
    links = Table({"id": edge.eid, "label": edge.label, **edge.attributes} for edge in written.edges)
    connection = database(View(drawn), {edge.relation: links.columns for edge in written.edges}, actors.columns)
    with mock.patch.object(Properties, "_value", typed_value):
        _, *loading = statements(View(drawn))
    for statement in loading:
        connection.execute(statement)
    actors.check(actors_in(connection))
    found = links_in(connection) if written.edges else {}
    ends = sorted((*row.pop("ends"), row.pop("relationship")) for row in found.values())
    assert ends == sorted((edge.source, edge.target, edge.relation) for edge in written.edges)
    links.check(found)
