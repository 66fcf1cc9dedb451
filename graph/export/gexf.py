"""How is a network written as GEXF 1.3, so that Gephi shows the map and its timeline plays?

A link stands on the timeline while its time expression lasts, or on the day of its document; an
actor from its first to its last link. What has no date has no spell and is always there.

References
----------
GEXF Working Group, GEXF File Format 1.3, https://gexf.net
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

from graph.export.looks import LINE_STYLES, TIE_COLOURS, Look, polarity_of, rgb
from graph.export.values import Repairs, column_types, lexical, xml_text
from graph.export.view import Edge, View, fit, unique
from graph.files import writing

FLAVOURS = ()
NAMESPACE = "http://gexf.net/1.3"
Days = tuple[datetime.date, datetime.date]
_DAY = datetime.timedelta(days=1)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def write(view: View, path: str | PathLike[str]) -> None:
    """Write the view as GEXF, line by line; `-` is standard output."""
    with writing(path) as file:
        for line in _lines(view):
            file.write(line.encode())


def days_of(edge: Edge) -> Days | None:
    """The first and last day of an edge, if it has a date.

    >>> days_of(Edge("e", "e", "a", "b", "", {"time_start": "2020-09", "time_end": "2020-11"}))
    (datetime.date(2020, 9, 1), datetime.date(2020, 10, 31))
    """
    row = edge.attributes
    for start, end in (("time_start", "time_end"), ("first", "last"), ("date", "date")):
        first = _first_day(row.get(start))
        if first is None:
            continue
        if start == "time_start":
            following = _first_day(row.get(end))
            last = following - _DAY if following else _last_day(row[start])
        else:
            last = _last_day(row.get(end))
        return first, max(first, last or first)
    return None


def _first_day(text: Any) -> datetime.date | None:
    match = _DATE.match(str(text or ""))
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _last_day(text: Any) -> datetime.date | None:
    """The last day of a year, month or day."""
    first, match = _first_day(text), _DATE.match(str(text or ""))
    if first is None or match is None or match[3]:
        return first
    if match[2] is None:
        return first.replace(month=12, day=31)
    return (first.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY


class _Attributes:
    """The declared attributes of nodes or edges; an id is the attribute's name, since readers show it."""

    def __init__(self, scope: str, types: Mapping[str, str], repairs: Repairs) -> None:
        self.scope, self.types, self.repairs = scope, types, repairs
        taken: set[str] = set()
        self.ids = {raw: unique(fit(str(raw), "attribute"), taken) for raw in types}

    def declarations(self) -> Iterator[str]:
        yield f'<attributes class="{self.scope}">\n'
        for raw, identifier in self.ids.items():
            title = xml_text(str(raw), self.repairs)
            yield f'<attribute id="{identifier}" title="{title}" type="{self.types[raw]}"/>\n'
        yield "</attributes>\n"

    def values(self, row: Mapping[str, Any]) -> str:
        found = [
            f'<attvalue for="{self.ids[raw]}" value="{self._text(raw, value)}"/>'
            for raw, value in row.items()
            if value is not None
        ]
        return f"<attvalues>{''.join(found)}</attvalues>"

    def _text(self, raw: str, value: Any) -> str:
        if not isinstance(value, str) and self.types[raw] == "string":
            value = self.repairs.as_text(value)
        return xml_text(lexical(value), self.repairs)


def _lines(view: View) -> Iterator[str]:
    node_attributes = _Attributes("node", column_types(node.attributes for node in view.nodes()), view.repairs)
    edge_attributes = _Attributes("edge", column_types(_edge_row(edge) for edge in view.edges()), view.repairs)
    lifetimes = _lifetimes(view.edges())
    mode = 'mode="dynamic" timeformat="date"' if any(lifetimes.values()) else 'mode="static"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<gexf xmlns="{NAMESPACE}" xmlns:viz="{NAMESPACE}/viz" version="1.3">\n'
    yield f'<graph defaultedgetype="directed" {mode}>\n'
    yield from node_attributes.declarations()
    yield from edge_attributes.declarations()
    yield "<nodes>\n"
    for node in view.nodes():
        label = xml_text(node.label, view.repairs)
        yield (
            f'<node id="{node.id}" label="{label}">{node_attributes.values(node.attributes)}'
            f"{_spells(lifetimes.get(node.id))}{_node_viz(view.looks[node.place])}</node>\n"
        )
    yield "</nodes>\n<edges>\n"
    for edge in view.edges():
        direction = "undirected" if edge.symmetric else "directed"
        yield (
            f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}" type="{direction}" '
            f'label="{xml_text(edge.label, view.repairs)}" kind="{edge.relation}" weight="{edge.drawn_weight}">'
            f"{edge_attributes.values(_edge_row(edge))}{_spells(days_of(edge))}{_edge_viz(edge)}</edge>\n"
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _edge_row(edge: Edge) -> dict[str, Any]:
    return {"eid": edge.eid, **edge.attributes}


def _lifetimes(edges: Iterable[Edge]) -> dict[str, Days | None]:
    """From when to when each node has links; None for one with a link that is always there."""
    found: dict[str, Days | None] = {}
    for edge in edges:
        days = days_of(edge)
        for end in (edge.source, edge.target):
            known = found.get(end, days)
            found[end] = (min(known[0], days[0]), max(known[1], days[1])) if known and days else None
    return found


def _spells(days: Days | None) -> str:
    return "" if days is None else f'<spells><spell start="{days[0]}" end="{days[1]}"/></spells>'


def _node_viz(look: Look) -> str:
    # On Gephi's canvas y grows upwards.
    return f'{_color(look.color)}<viz:position x="{look.x}" y="{-look.y}" z="0.0"/><viz:size value="{look.size}"/>'


def _edge_viz(edge: Edge) -> str:
    polarity = polarity_of(edge.attributes)
    return f'{_color(TIE_COLOURS[polarity])}<viz:shape value="{LINE_STYLES[polarity]}"/>'


def _color(color: str) -> str:
    red, green, blue = rgb(color)
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
