"""How is a network written as Cypher statements that load it into Neo4j, safely and in batches?

Constraints first, so that merging is fast and loading twice changes nothing; then the actors, then
the links by relation type. Values are literals with every special character escaped: Neo4j turns
`\\u0027` into a quotation mark before it parses, so that a backslash never stands before a `u`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

from graph.export.values import Repairs, column_types, lexical, scalar
from graph.export.view import View, identifier, unique
from graph.files import writing

FLAVOURS = ()
# A statement ends at so many rows or characters, whichever comes first.
BATCH_ROWS, BATCH_CHARACTERS = 500, 1_000_000
CONSTRAINT = "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE"
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_ENDS = ("source", "target")


def write(view: View, path: str | PathLike[str]) -> None:
    """Write the view as Cypher; `-` is standard output."""
    with writing(path) as file:
        for statement in statements(view):
            file.write(f"{statement};\n".encode())


def statements(view: View) -> Iterator[str]:
    """The statements, without their semicolons: the constraint, the actors, the links by relation."""
    yield CONSTRAINT
    own = dict.fromkeys(("id", "label"), "string")
    nodes = Properties({**own, **column_types(node.attributes for node in view.nodes())}, view.repairs)
    rows = (("", nodes.literal({"id": node.id, "label": node.label, **node.attributes})) for node in view.nodes())
    for _, batch in batches(rows):
        yield f"UNWIND [{batch}] AS row MERGE (n:Actor {{id: row.id}}) SET {nodes.assignments('id')}"
    own = dict.fromkeys(("id", *_ENDS, "label"), "string")
    edges = Properties({**own, **column_types(edge.attributes for edge in view.edges())}, view.repairs)
    rows = (
        (edge.relation, edges.literal({"id": edge.eid, "source": edge.source, "target": edge.target,
                                       "label": edge.label, **edge.attributes}))
        for edge in view.edges()
    )  # fmt: skip
    for relation, batch in batches(rows):
        yield (
            f"UNWIND [{batch}] AS row MATCH (s:Actor {{id: row.source}}) MATCH (t:Actor {{id: row.target}}) "
            f"MERGE (s)-[n:{quoted_name(relation)} {{id: row.id}}]->(t) SET {edges.assignments('id', *_ENDS)}"
        )


class Properties:
    """The properties of nodes or links: attribute -> name and type; every row has all, with null for none."""

    def __init__(self, types: Mapping[str, str], repairs: Repairs) -> None:
        self.types, self.repairs = types, repairs
        taken: set[str] = set()
        self.names = {raw: quoted_name(unique(identifier(str(raw)), taken)) for raw in types}
        for raw, name in self.names.items():
            if quoted_name(raw) != name:
                repairs.note("attributes renamed")

    def literal(self, row: Mapping[str, Any]) -> str:
        """The row as a map literal."""
        listed = [f"{name}: {self._value(row.get(raw), self.types[raw])}" for raw, name in self.names.items()]
        return f"{{{', '.join(listed)}}}"

    def assignments(self, *keys: str) -> str:
        """`n.name = row.name` for every property but the keys."""
        return ", ".join(f"n.{name} = row.{name}" for raw, name in self.names.items() if raw not in keys)

    def _value(self, value: Any, kind: str) -> str:
        if value is None:
            return "null"
        if kind == "string":
            text = value if isinstance(value, str) else self.repairs.as_text(value)
            return quoted_text(self.repairs.text(text))
        return number_literal(float(value)) if kind == "double" else number_literal(scalar(value))


def batches(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Rows of one kind joined, as (kind, rows): a batch is let go when it is full, the rest at the end.

    >>> list(batches([("AID", "{a: 1}"), ("ASSAULT", "{a: 2}"), ("AID", "{a: 3}")]))
    [('AID', '{a: 1}, {a: 3}'), ('ASSAULT', '{a: 2}')]
    """
    waiting: dict[str, list[str]] = {}
    sizes: dict[str, int] = {}
    for kind, row in rows:
        waiting.setdefault(kind, []).append(row)
        sizes[kind] = sizes.get(kind, 0) + len(row)
        if len(waiting[kind]) == BATCH_ROWS or sizes[kind] > BATCH_CHARACTERS:
            yield kind, ", ".join(waiting.pop(kind))
            del sizes[kind]
    for kind, left in waiting.items():
        yield kind, ", ".join(left)


def quoted_text(text: str) -> str:
    r"""The text as a string literal that nothing can break out of.

    >>> print(quoted_text(r"it's \u0027"))
    'it\'s \\' + 'u0027'
    """
    escaped = text.translate(_ESCAPES).replace("\\u", "\\' + 'u").replace("\\U", "\\' + 'U")
    return f"'{escaped}'"


def quoted_name(name: str) -> str:
    """The name, in backticks."""
    return f"`{name}`"


def number_literal(value: Any) -> str:
    """A number or boolean as a literal; what has no literal is spelt as a division or a difference.

    >>> number_literal(1e16), number_literal(float("nan")), number_literal(-(2**63))
    ('1e16', '(0.0 / 0.0)', '(-9223372036854775807 - 1)')
    """
    if isinstance(value, float) and not math.isfinite(value):
        return "(0.0 / 0.0)" if math.isnan(value) else "(1.0 / 0.0)" if value > 0 else "(-1.0 / 0.0)"
    if value == -(2**63) and isinstance(value, int):
        return "(-9223372036854775807 - 1)"
    return lexical(value).replace("+", "")
