"""What SQLite counts, sums and sorts, so that a question reads the words of those links only that it shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from graph.casefile.rows import LINK_TABLES
from graph.casefile.selecting import WHEN, Where
from graph.links import Factuality, Polarity
from graph.network import Pair

Rows = Callable[..., Iterator[tuple[Any, ...]]]

_WORTH = "link.confidence * CASE link.factuality WHEN 'asserted' THEN 1.0 WHEN 'possible' THEN 0.5 ELSE 0.0 END"
_ENDS = "link JOIN actor AS source ON source.number = link.source JOIN actor AS target ON target.number = link.target"
_DOCUMENT = " JOIN document ON document.number = link.document"


class BareTie(NamedTuple):
    """A tie without its words: who, whom and how much. Cheap enough to read all of them."""

    source: str
    target: str
    polarity: Polarity
    symmetric: bool
    weight: float


class Moment(NamedTuple):
    """A link without its words: when it is, and what it weighs."""

    number: int
    when: str | None
    polarity: Polarity
    factuality: Factuality
    confidence: float


class Activity(NamedTuple):
    """An actor without its aliases, and how many links go out of it and come in."""

    number: int
    name: str
    kind: str
    country: str | None
    links_out: int
    links_in: int


def tables(dated: bool) -> str:
    """The tables that conditions speak of; that of the documents only where they ask for it."""
    return _ENDS + (_DOCUMENT if dated else "")


def bare_ties(rows: Rows, asked: Where, among: str) -> Iterator[BareTie]:
    """The ties, a symmetric one perhaps in two parts; `among` are the `tables`."""
    query = (
        f"SELECT source.name, target.name, link.polarity, link.symmetric, sum({_WORTH}) FROM {among}{asked.sql} "
        "GROUP BY link.source, link.target, link.polarity, link.symmetric"
    )
    return map(BareTie._make, rows(query, asked.values))


def pairs(rows: Rows, asked: Where, among: str) -> list[Pair]:
    """The pairs of actors between whom something is said that counts, in alphabetical order."""
    sums = ", ".join(
        f"round(sum(CASE link.polarity WHEN '{polarity}' THEN {_WORTH} ELSE 0.0 END), 6) AS {polarity}"
        for polarity in ("cooperative", "hostile", "neutral")
    )
    asked.add("link.source <> link.target")
    query = (
        f"WITH said AS (SELECT min(link.source, link.target) AS one, max(link.source, link.target) AS other, {sums}, "
        f"count(*) AS links FROM {among}{asked.sql} GROUP BY 1, 2 HAVING sum({_WORTH}) > 0) "
        "SELECT min(a.name, b.name), max(a.name, b.name), cooperative, hostile, neutral, links "
        "FROM said JOIN actor AS a ON a.number = one "
        "JOIN actor AS b ON b.number = other ORDER BY 1, 2"
    )
    return [Pair(*row) for row in rows(query, asked.values)]


def ask_between(asked: Where, ends: Iterable[tuple[str, str]]) -> None:
    """Ask that a link runs between the actors of one of the pairs, either way."""
    one_way = "SELECT number FROM named JOIN link ON link.source = named.{} AND link.target = named.{}"
    asked.add(
        "link.number IN (WITH named AS MATERIALIZED (SELECT a.number AS a, b.number AS b FROM json_each(?) "
        "JOIN actor AS a ON a.name = json_extract(value, '$[0]') "
        "JOIN actor AS b ON b.name = json_extract(value, '$[1]')) "
        f"{one_way.format('a', 'b')} UNION ALL {one_way.format('b', 'a')})",
        json.dumps(list(ends)),
    )


def ask_contested(asked: Where, among: str, dismissals: Sequence[str]) -> None:
    """Ask for links that another may contradict: see `Casefile.contested`."""
    conditions, values = asked.sql, list(asked.values)
    lasting = "link.kind = 'structural' AND link.factuality = 'asserted'"
    marks = ", ".join("?" * len(dismissals))
    disputed = (
        f"SELECT min(link.source, link.target), max(link.source, link.target) FROM {among}{conditions} GROUP BY 1, 2 "
        "HAVING count(*) > 1 AND (min(link.factuality) <> max(link.factuality) "
        f"OR count(DISTINCT CASE WHEN {lasting} THEN link.polarity END) > 1)"
    )
    asked.add(
        f"((min(link.source, link.target), max(link.source, link.target)) IN ({disputed}) OR link.document IN "
        f"(SELECT document FROM link WHERE predicate IN ({marks})))",
        *values, *dismissals,
    )  # fmt: skip


def moments(rows: Rows, asked: Where) -> list[Moment]:
    """The links as they happened; undated ones last."""
    query = (
        f"SELECT link.number, {WHEN}, link.polarity, link.factuality, link.confidence FROM {LINK_TABLES}{asked.sql} "
        f"ORDER BY coalesce({WHEN}, '9999'), document.id, sentence.start, link.id"
    )
    return list(map(Moment._make, rows(query, asked.values)))


def activities(rows: Rows, asked: Where, among: str) -> list[Activity]:
    """The actors that have links, the busiest first; a symmetric link counts out and in for both."""
    query = (
        f"WITH kept AS MATERIALIZED (SELECT link.source, link.target, link.symmetric FROM {among}{asked.sql}), "
        "ends AS (SELECT source AS actor, 1 AS one, symmetric AS other FROM kept "
        "UNION ALL SELECT target, symmetric, 1 FROM kept) "
        "SELECT number, name, kind, country, sum(one), sum(other) FROM ends JOIN actor ON number = actor "
        "GROUP BY number ORDER BY sum(one) + sum(other) DESC, name"
    )
    return list(map(Activity._make, rows(query, asked.values)))
