"""Whatever the words are, each file parses and gives back what went in, or what a counted repair made of it."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import itertools
import json
import math
import os
import re
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
import rustworkx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from samples import actor, link

from graph.export import FORMATS, export, read_graphml
from graph.export.tables import nodes_path
from graph.export.values import RepairWarning, lexical
from graph.export.view import COMPUTED_EDGE, COMPUTED_NODE, View
from graph.links import RELATIONS, TimeInterval
from graph.network import link_of_edge, network

NASTY = (
    "]]>", "<!--", "&#0;", "\x00", "\x1f", "\ufffe", "\ud83d", "\r\n", "\r", "\t", "  ", "=1+1", "-2", "@A1", "\u202e",
    "\N{PILE OF POO}", "שלום", "\\u0027", "\\", "'", '"', "`", "${x}", "}) DETACH", "\u2028",
)  # fmt: skip
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

SURROGATES = re.compile("[\ud800-\udfff]")
COUNTED = re.compile(r"[:,] (\d+) ([^,]+(?:, (?:lest|lists|since) [^,]+)*)")

texts = st.lists(
    st.one_of(
        st.sampled_from(NASTY),
        st.text(st.characters(categories=["L", "N", "P", "Z", "C"]), max_size=8),
        st.just("long").map(lambda word: word * 20_000),
    ),
    max_size=4,
).map("".join)
numbers = st.one_of(st.integers(), st.integers(2**63, 2**200), st.floats(allow_subnormal=False))
extras = st.dictionaries(
    st.one_of(st.sampled_from(["flag", "count", "share", "since", "tags", "mixed", "label", "x", "eid"]), texts),
    st.one_of(st.none(), st.booleans(), numbers, texts, st.dates(), st.lists(numbers, max_size=2)),
    max_size=4,
)


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph:
    """A network of a few links with hostile words and hostile attributes."""
    names = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    links = []
    for number in range(draw(st.integers(0, 4))):
        row = {name: draw(texts) for name in ("predicate", "sentence", "document", "title", "rule", "attributed_to")}
        row |= {name: draw(st.sampled_from(names)) for name in ("source", "target")}
        when = TimeInterval(draw(texts), draw(texts), None) if draw(st.booleans()) else None
        made = link("Chad", draw(st.sampled_from(list(RELATIONS))), "Niger", time=when,
                    confidence=draw(st.floats(allow_subnormal=False)), symmetric=draw(st.booleans()))  # fmt: skip
        links.append(dataclasses.replace(made, id=f"{number}{draw(texts)}", **row))
    drawn = network(links, [actor(name, aliases={draw(texts): 1}) for name in names])
    for *_, data in itertools.chain(drawn.nodes(data=True), drawn.edges(data=True)):
        data.update({name: value for name, value in draw(extras).items() if name not in data})
    return drawn


# More by hand: EXAMPLES=200 pytest tests/export/test_hostile.py
hostile = settings(
    max_examples=int(os.environ.get("EXAMPLES", "20")), derandomize="EXAMPLES" not in os.environ, deadline=None,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


class Written:
    """A network written to a file, and whether repairs were counted."""

    def __init__(self, drawn: nx.MultiDiGraph, folder: str, ending: str, **options: Any) -> None:
        self.path = Path(folder) / f"case.{ending}"
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", RepairWarning)
            export(drawn, self.path, **options)
        self.repaired = bool(caught)
        self.counts = {kind: int(count) for count, kind in COUNTED.findall("".join(str(one.message) for one in caught))}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.nodes, self.edges = list(View(drawn).nodes()), list(View(drawn).edges())

    def check(self, name: str, read: Any, written: Any, clean: Callable[[str], str] = lambda text: text) -> None:
        """One value: back as it was, or as a counted repair made it."""
        if same(read, written):
            return
        assert self.repaired, name
        assert read == clean(FORBIDDEN.sub("", lexical(written))), name


def same(read: Any, written: Any) -> bool:
    if isinstance(written, float) and math.isnan(written):
        return isinstance(read, float) and math.isnan(read)
    return type(read) is type(written) and bool(read == written)


def there(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


@hostile
@given(networks())
def test_graphml_comes_back(drawn):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "graphml")
        read = read_graphml(written.path)
    assert len(read) == len(drawn)
    for node, attributes in zip(written.nodes, (row for _, row in read.nodes(data=True)), strict=True):
        wanted = there({**node.attributes, "name": node.label})
        wanted.pop("actor_id", None)  # back as the id
        for name, value in zip(wanted, list(attributes.values())[1:], strict=True):
            written.check(name, value, wanted[name])
    found = {key: row for _, _, key, row in read.edges(keys=True, data=True)}
    assert len(found) == len(written.edges)
    for edge in written.edges:
        wanted = there(edge.attributes)
        read_back = found.get(edge.eid) or found[FORBIDDEN.sub("", edge.eid)]
        for name, value in zip(wanted, read_back.values(), strict=True):
            written.check(name, value, wanted[name])


@hostile
@given(networks(), st.sampled_from(["gephi", "neo4j", "yed"]))
def test_flavours_of_graphml_come_back(drawn, flavour):
    with tempfile.TemporaryDirectory() as folder:
        plain = read_graphml(Written(drawn, folder, "graphml").path)
        flavoured = read_graphml(Written(drawn, folder, "graphml", flavour=flavour).path)
    # Long reprs, which pytest must not try to compare by itself.
    assert len({repr([*read.nodes(data=True), *read.edges(keys=True, data=True)]) for read in (plain, flavoured)}) == 1


@hostile
@given(networks())
def test_other_readers_open_the_graphml(drawn):
    with tempfile.TemporaryDirectory() as folder:
        path = Written(drawn, folder, "graphml").path
        (rusty,) = rustworkx.read_graphml(str(path))
        sizes = [
            (len(read.nodes), len(read.edges))
            for read in (nx.read_graphml(path, force_multigraph=True), nx.MultiDiGraph(drawn))
        ]
        sizes.append((rusty.num_nodes(), rusty.num_edges()))
        read = igraph.Graph.Read_GraphML(str(path))
        sizes.append((read.vcount(), read.ecount()))
    assert len(set(sizes)) == 1


@hostile
@given(networks())
def test_gexf_comes_back(drawn):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "gexf")
        root = etree.parse(written.path, etree.XMLParser(huge_tree=True)).getroot()
    for tag, rows in (("node", written.nodes), ("edge", written.edges)):
        for element, row in zip(root.iter(f"{{*}}{tag}"), rows, strict=True):
            values = [value.get("value") for value in element.iter("{*}attvalue")][0 if tag == "node" else 1 :]
            for read, (name, value) in zip(values, there(row.attributes).items(), strict=True):
                written.check(name, read, lexical(value))


@hostile
@given(networks(), st.sampled_from([None, "cytoscape"]))
def test_json_comes_back(drawn, flavour):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "json", flavour=flavour)
        read = json.loads(written.path.read_bytes(), parse_constant=pytest.fail)
    elements = read["elements"] if flavour else read
    for kind, rows in (("nodes", written.nodes), ("edges", written.edges)):
        for held, row in zip(elements[kind], rows, strict=True):
            data = held["data"] if flavour else held
            for name, value in there(row.attributes).items():
                key = re.sub("[\ud800-\udfff]", "", name)
                if not same(data.get(key), value) and not isinstance(value, (list, datetime.date)):
                    assert written.repaired
                    text = re.sub("[\ud800-\udfff]", "", lexical(value))
                    assert data[key] == (None if isinstance(value, float) else text)


@hostile
@given(networks(), st.sampled_from([None, "neo4j"]), st.booleans())
def test_csv_comes_back(drawn, flavour, bom):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "csv", flavour=flavour, bom=bom)
        tables = [table(path, bom) for path in (nodes_path(written.path), written.path)]
    for (heading, *rows), wanted in zip(tables, (written.nodes, written.edges), strict=True):
        assert len({len(row) for row in (heading, *rows)}) == 1
        for cells, row in zip(rows, wanted, strict=True):
            full = [cell for cell in cells[-len(heading) :] if cell != ""]
            values = [FORBIDDEN.sub("", lexical(value)) for value in there(row.attributes).values()]
            unquoted = set(full) | {cell[1:] for cell in full if cell[0] == "'"}
            assert {value for value in values if value} <= unquoted
        if flavour is None:
            for cell in itertools.chain.from_iterable(rows):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) or is_number(cell)


def table(path: Path, bom: bool) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") == bom
    csv.field_size_limit(10_000_000)
    with path.open(newline="", encoding="utf-8-sig" if bom else "utf-8") as file:
        return list(csv.reader(file))


def is_number(cell: str) -> bool:
    try:
        return isinstance(float(cell), float)
    except ValueError:
        return False


@hostile
@given(networks())
def test_jsonl_comes_back(drawn):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "jsonl")
        rows = [json.loads(line) for line in written.path.read_bytes().split(b"\n") if line]
    for row, (source, target, key, _) in zip(rows, drawn.edges(keys=True, data=True), strict=True):
        for read, value in ((row["source"], source), (row["target"], target), (row["id"], key)):
            written.check("end", read, re.sub("[\ud800-\udfff]", "", value))


@hostile
@given(networks(), st.sampled_from([name for name in FORMATS if not name.startswith("json")]))
def test_the_warning_counts_each_repair(drawn, ending):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, ending)
    due = Counter({
        "forbidden characters removed": removed("", *drawn),
        "names changed": sum(node.label != name for node, name in zip(written.nodes, drawn, strict=True)),
    })  # fmt: skip
    walks = (drawn.nodes(data=True), drawn.edges(data=True))
    for reserved, walk in zip((COMPUTED_NODE, COMPUTED_EDGE), walks, strict=True):
        names = {name for *_, data in walk for name in data if name in reserved}
        due["attributes left out, since the file computes its own"] += len(names)
    for rows, ends in ((written.nodes, ()), (written.edges, ("label", "eid"))):
        attributes = [there(row.attributes) for row in rows]
        due += due_in_columns(attributes, [getattr(row, end) for row in rows for end in ends], ending)
    assert written.counts == +due


def due_in_columns(rows: list[dict[str, Any]], texts_beside: list[str], ending: str) -> Counter[str]:
    """The repairs that the attributes of nodes or edges, and the texts beside them, need in a format."""
    due: Counter[str] = Counter()
    columns: dict[str, list[Any]] = {}
    for name, value in itertools.chain.from_iterable(row.items() for row in rows):
        columns.setdefault(name, []).append(value)
    cells = list(texts_beside)
    cells += list(columns) if ending in ("csv", "gexf") else []
    for name, values in columns.items():
        odd = [value for value in values if not isinstance(value, (bool, int, float, str))]
        due["dates, lists and mappings written as text"] += len(odd)
        huge = [value for value in values if type(value) is int and not -(2**63) <= value < 2**63]
        kinds = {"text" if value in huge or type(value) not in (bool, int, float) else type(value) for value in values}
        if ending != "csv" and ("text" in kinds or kinds > {bool}):
            due["integers of more than 64 bits written as text"] += len(huge)
            others = [value for value in values if type(value) in (bool, int, float) and value not in huge]
            due["numbers and booleans of mixed columns written as text"] += len(others)
        cells += [lexical(value) for value in values if ending != "csv" or not isinstance(value, (int, float))]
        fits = {"graphml": r"[A-Za-z0-9._-]+", "cypher": "[A-Za-z0-9_]+"}.get(ending)
        due["attributes renamed"] += bool(fits and not re.fullmatch(fits, name))
    due["forbidden characters removed"] += removed(*cells)
    if ending == "csv":
        starts = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
        quoted = sum(FORBIDDEN.sub("", cell).startswith(starts) for cell in cells)
        due["cells quoted with an apostrophe, lest a spreadsheet runs them"] += quoted
    return due


def removed(*found: str) -> int:
    return sum(len(FORBIDDEN.findall(text)) for text in found)


@hostile
@given(networks())
def test_jsonl_counts_its_surrogates_and_nothing_else(drawn):
    with tempfile.TemporaryDirectory() as folder:
        written = Written(drawn, folder, "jsonl")
    lost = 0
    for source, target, key, data in drawn.edges(keys=True, data=True):
        record = link_of_edge(source, target, key, data).record()
        lost += len(SURROGATES.findall("".join(str(value) for value in leaves(record))))
    assert written.counts == ({"forbidden characters removed": lost} if lost else {})


def leaves(value: Any) -> list[Any]:
    """The values in nested mappings."""
    return [leaf for held in value.values() for leaf in leaves(held)] if isinstance(value, dict) else [value]


@hostile
@given(networks(), st.sampled_from(list(FORMATS)))
def test_ties_are_written_in_every_format(drawn, ending):
    with tempfile.TemporaryDirectory() as folder:
        assert Written(drawn, folder, ending, ties=True).path.stat().st_size >= 0


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_graphology_reads_hostile_words(ending, graphology, tmp_path):
    links = [
        dataclasses.replace(link("Chad", "AID", "Niger"), id=f"link{number}", source=f"Chad {word}", sentence=word)
        for number, word in enumerate(NASTY)
    ]
    written = Written(network(links), str(tmp_path), ending)
    read = {row["attributes"]["eid"]: row["attributes"] for row in graphology(written.path)["edges"]}
    assert written.repaired
    for made in links:
        assert read[made.id]["sentence"] == FORBIDDEN.sub("", made.sentence), made.id


@pytest.mark.parametrize("ending", list(FORMATS))
def test_a_sentence_of_a_megabyte_is_written_whole(ending, tmp_path):
    sentence = "Chad & Niger met. " * 60_000
    export(network([link("Chad", "CONSULT", "Niger", sentence=sentence)]), tmp_path / f"case.{ending}")
    text = (tmp_path / f"case.{ending}").read_text()
    assert text.replace("&amp;", "&").count("Chad & Niger met.") == 60_000
