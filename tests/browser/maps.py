"""A war for the map tests: who arms, fights, leads and denies in Sudan, in sentences of our own."""

from __future__ import annotations

import networkx as nx

from graph.links import RELATIONS, Actor, Document, Link, TimeInterval, actor_id
from graph.network import network

ARMY, RSF, EMIRATES = "Sudanese army", "Rapid Support Forces", "United Arab Emirates"
BURHAN, HEMEDTI = "Abdel Fattah al-Burhan", "Mohamed Hamdan Dagalo"

_KINDS = {
    ARMY: "armed force", RSF: "armed group", BURHAN: "person", HEMEDTI: "person", "United Nations":
    "international organisation", "Amnesty International": "organisation", "villagers": "generic",
}  # fmt: skip
_ALIASES = {RSF: {RSF: 3, "RSF": 5}, HEMEDTI: {HEMEDTI: 1, "Hemedti": 4}, EMIRATES: {EMIRATES: 2, "Abu Dhabi": 1}}

_POST = Document("post", "", "War comes to Merowe", "Nile Post", "https://post.example/merowe", "2023-05-02")
_WIRE = Document("wire", "", "Arms across the border", "Sahel Wire", None, "2024-08-12")

# document, sentence, source words, source, predicate words, predicate, relation, target words, target, more
_ROWS = (
    (_POST, "The Rapid Support Forces attacked the Sudanese army at Merowe.", "Rapid Support Forces", RSF, "attacked",
     "attack", "ASSAULT", "Sudanese army", ARMY, {"time": ("in April 2023", "2023-04-01", "2023-05-01")}),
    (_POST, "The Sudanese army bombed the Rapid Support Forces in return.", "Sudanese army", ARMY, "bombed", "bomb",
     "ASSAULT", "Rapid Support Forces", RSF, {"time": ("in May 2023", "2023-05-01", "2023-06-01")}),
    (_POST, "Abdel Fattah al-Burhan commands the Sudanese army.", BURHAN, BURHAN, "commands", "commander of", "ROLE",
     "Sudanese army", ARMY, {}),
    (_POST, "Mohamed Hamdan Dagalo leads the Rapid Support Forces.", HEMEDTI, HEMEDTI, "leads", "leader of", "ROLE",
     "Rapid Support Forces", RSF, {}),
    (_POST, "Egypt has long backed the Sudanese army.", "Egypt", "Egypt", "backed", "back", "SUPPORT", "Sudanese army",
     ARMY, {}),
    (_WIRE, "The United Arab Emirates armed the RSF, Amnesty International said.", EMIRATES, EMIRATES, "armed", "arm",
     "AID", "RSF", RSF, {"said_by": "Amnesty International", "confidence": 0.7}),
    (_WIRE, "Abu Dhabi denied that it armed the RSF.", "it", EMIRATES, "armed", "arm", "AID", "RSF", RSF,
     {"said_by": EMIRATES, "factuality": "negated", "confidence": 0.9}),
    (_WIRE, "Egypt and the United Arab Emirates met in Cairo.", "Egypt", "Egypt", "met", "meet", "CONSULT", EMIRATES,
     EMIRATES, {"symmetric": True}),
    (_WIRE, "Chad may close its border to the Rapid Support Forces.", "Chad", "Chad", "close its border to",
     "close border to", "REJECT", "Rapid Support Forces", RSF, {"factuality": "possible", "confidence": 0.6}),
    (_WIRE, "The United Arab Emirates lent money to Chad.", EMIRATES, EMIRATES, "lent money to", "lend money to", "AID",
     "Chad", "Chad", {}),
    (_WIRE, "Ethiopia did not recognise the RSF.", "Ethiopia", "Ethiopia", "recognise", "recognise", "SUPPORT", "RSF",
     RSF, {"factuality": "negated"}),
    (_WIRE, "The United Nations urged the Sudanese army to let food through.", "United Nations", "United Nations",
     "urged", "urge", "REQUEST", "Sudanese army", ARMY, {"confidence": 0.5}),
    (_POST, "Fighters of the RSF robbed villagers.", "RSF", RSF, "robbed", "rob", "ASSAULT", "villagers", "villagers",
     {}),
)  # fmt: skip


def war() -> tuple[nx.MultiDiGraph, dict[str, str]]:
    """The network and the texts of its two documents, each a paragraph with a headline."""
    texts = {document.id: f"{document.title}\n" for document in (_POST, _WIRE)}
    links = []
    for number, (document, sentence, *words, more) in enumerate(_ROWS):
        start = len(texts[document.id])
        texts[document.id] += sentence + " "
        links.append(_link(f"{number:04x}", document, sentence, start, words, more))
    names = dict.fromkeys(name for link in links for name in (link.source, link.target))
    people = [
        Actor(actor_id(name), name, _KINDS.get(name, "country"), None, _ALIASES.get(name, {name: 1})) for name in names
    ]
    return network(links, people), texts


def _link(key: str, document: Document, sentence: str, start: int, words: list[str], more: dict[str, object]) -> Link:
    source_words, source, predicate_words, predicate, relation, target_words, target = words
    meaning = RELATIONS[relation]

    def span(text: str) -> tuple[int, int]:
        at = start + sentence.index(text)
        return at, at + len(text)

    return Link(
        key, document.id, document.title, document.publisher, document.url, document.date, sentence, start,
        start + len(sentence), source, target, span(source_words), span(target_words), span(predicate_words), predicate,
        relation, meaning.polarity, meaning.scale, more.get("factuality", "asserted"), more.get("said_by"),
        TimeInterval(*more["time"]) if "time" in more else None, bool(more.get("symmetric")),
        "role" if relation == "ROLE" else "event", True, "active verb", more.get("confidence", 0.8),
    )  # type: ignore[arg-type]  # fmt: skip
