"""Which relation a predicate states: loads the lexicon of verbs, nouns and adjectives, and looks words up.

The lexicon is data, in `data/predicates_*.toml`. A file is a list of groups; a group gives its relation
once and lists its entries, separated by commas:

    [[group]]
    relation = "ASSAULT"
    verbs = "attack, fire at/on/into, lay siege to, <launch> <missile> at/on/into"
    nouns = "air strike on/against"

An entry is a head and the other words that must stand around it, in any order: particles,
prepositions, an object. `a/b` is one word or the other, `<name>` any word of a class in
`classes.toml`, `something` any object. The head of a verb or adjective entry is its first word, that
of a noun entry its last word before a preposition. A group may also set `kind`, `polarity`,
`symmetric` and `converse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from graph.errors import WhowhomError
from graph.extraction.wordlists import DATA, listed, read_data, read_toml
from graph.links import LINK_KINDS, POLARITIES, RELATIONS, LinkKind, Polarity

PartOfSpeech = Literal["verbs", "nouns", "adjectives"]
PARTS: tuple[PartOfSpeech, ...] = ("verbs", "nouns", "adjectives")

_KINDS: Mapping[str, LinkKind] = {
    "ACCUSE": "speech", "REQUEST": "speech", "THREATEN": "speech",
    "ALLIANCE": "structural", "RIVALRY": "structural", "ROLE": "role",
}  # fmt: skip
_GROUP_KEYS = frozenset({"relation", "kind", "polarity", "symmetric", "converse", *PARTS})
_ENTRY = re.compile(r"[\w<>/'’.-]+(?: [\w<>/'’.-]+)*")
_CLASS = re.compile(r"<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that mean the same: one `[[group]]` of a file."""

    relation: str
    polarity: Polarity
    kind: LinkKind
    symmetric: bool
    converse: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, ready to match: each slot must hold one of the words around the head."""

    text: str
    words: tuple[frozenset[str], ...]
    prepositions: tuple[frozenset[str], ...]
    group: Group


class Lexicon:
    """Entries by part of speech and head; an entry is compiled when its head is first met."""

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self.classes = classes
        self._raw: dict[tuple[PartOfSpeech, str], list[tuple[str, Group]]] = {}
        self._compiled: dict[tuple[PartOfSpeech, str], tuple[Entry, ...]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._raw.values()))

    def heads(self) -> Iterator[tuple[PartOfSpeech, str]]:
        """Every part of speech and head that has entries."""
        yield from self._raw

    def add(self, part: PartOfSpeech, text: str, group: Group) -> None:
        """Index an entry under its head, or under every head of the class it starts with."""
        if part == "nouns" and "-" in text:  # the tokenizer splits most of these: air - strike
            self._index(part, text.replace("-", " "), group)
        self._index(part, text, group)

    def _index(self, part: PartOfSpeech, text: str, group: Group) -> None:
        head = head_word(part, text)
        heads = sorted(self.classes[head[1:-1]]) if head.startswith("<") else head.split("/")
        for one in heads:
            self._raw.setdefault((part, one), []).append((text, group))

    def entries(self, part: PartOfSpeech, head: str) -> tuple[Entry, ...]:
        """The entries of a head, in the order of the files; empty where the lexicon has none.

        >>> [entry.group.relation for entry in lexicon().entries("verbs", "bombard")]
        ['ASSAULT']
        """
        key = (part, head)
        if key not in self._compiled:
            self._compiled[key] = tuple(self._compile(part, *raw) for raw in self._raw.get(key, ()))
        return self._compiled[key]

    def _compile(self, part: PartOfSpeech, text: str, group: Group) -> Entry:
        rest = text.split(" ")
        rest.remove(head_word(part, text))
        slots = [self._slot(word) for word in rest]
        return Entry(
            text,
            tuple(slot for slot in slots if not slot <= word_classes()["function"]),
            tuple(slot for slot in slots if slot <= word_classes()["function"]),
            group,
        )

    def _slot(self, text: str) -> frozenset[str]:
        words: set[str] = set()
        for word in text.split("/"):
            words |= self.classes[word[1:-1]] if word.startswith("<") else {word}
        return frozenset(words)


def head_word(part: PartOfSpeech, text: str) -> str:
    """The word an entry is looked up by.

    >>> head_word("verbs", "lay siege to"), head_word("nouns", "state of war with"), head_word("nouns", "air strike on")
    ('lay', 'state', 'strike')
    """
    words = text.split(" ")
    if part != "nouns":
        return words[0]
    plain = [word for word in words if not set(word.split("/")) <= word_classes()["function"]]
    end = next((i for i, word in enumerate(words) if word not in plain), len(words))
    return words[max(end - 1, 0)]


@cache
def lexicon() -> Lexicon:
    """The built-in lexicon: the predicate files, and the role nouns of `roles.toml`."""
    book = Lexicon(word_classes())
    for path in sorted(DATA.glob("predicates_*.toml")):
        read_groups(book, path)
    role, kin = Group("ROLE", "neutral", "role", False, False), Group("OTHER", "neutral", "structural", False, False)
    for name, section in read_data("roles").items():
        if name != "modifiers":
            for text in listed(section["words"]):
                book.add("nouns", text, kin if name == "kinship" else role)
    return book


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """The word classes of `classes.toml` by name."""
    return {name: frozenset(listed(words)) for name, words in read_data("classes").items()}


@cache
def entry_words(rule: str) -> frozenset[str]:
    """The words that an entry of the lexicon has, those of its classes among them; none where a rule only names it.

    >>> "summit" in entry_words("hold <talks> with"), entry_words("end(siege of)")
    (True, frozenset())
    """
    if "(" in rule:
        return frozenset()
    classes = re.findall(r"<(\w+)>", rule)
    return frozenset(re.split(r"\W+", rule)).union(*(word_classes().get(name, ()) for name in classes))


def read_groups(book: Lexicon, path: Path) -> None:
    """Add the groups of a predicate file to a lexicon.

    Raises
    ------
    WhowhomError
        If the file is no TOML, or a group or entry is broken: the message names the file and line.
    """
    source = path.read_text(encoding="utf-8")
    for row in read_toml(path).get("group", ()):
        group = _group(row, path, source)
        for part in PARTS:
            _check_block(book, row.get(part, ""), path, source)
            for text in listed(row.get(part, "")):
                book.add(part, text, group)


def refuse(path: Path, source: str, needle: str, problem: str) -> WhowhomError:
    """The error for a broken entry, with the line that has it."""
    line = source[: max(source.find(needle), 0)].count("\n") + 1
    return WhowhomError(f"{path.name}, line {line}: {problem}")


def _group(row: Mapping[str, Any], path: Path, source: str) -> Group:
    for key in row:
        if key not in _GROUP_KEYS:
            raise refuse(path, source, key, f"unknown key {key!r}: use one of {', '.join(sorted(_GROUP_KEYS))}")
    relation = row.get("relation", "")
    if relation not in RELATIONS:
        raise refuse(path, source, f'"{relation}"', f"unknown relation {relation!r}: use one of {', '.join(RELATIONS)}")
    polarity = row.get("polarity", RELATIONS[relation].polarity)
    kind = row.get("kind", _KINDS.get(relation, "event"))
    _check_choice(polarity, POLARITIES, path, source)
    _check_choice(kind, LINK_KINDS, path, source)
    return Group(relation, polarity, kind, bool(row.get("symmetric")), bool(row.get("converse")))


def _check_choice(value: str, allowed: Iterable[str], path: Path, source: str) -> None:
    if value not in allowed:
        raise refuse(path, source, f'"{value}"', f"unknown value {value!r}: use one of {', '.join(allowed)}")


def _check_block(book: Lexicon, block: str, path: Path, source: str) -> None:
    for name in _CLASS.findall(block):
        if name not in book.classes:
            raise refuse(path, source, f"<{name}>", f"unknown class <{name}>: add it to classes.toml")
    for text in listed(block):
        if not _ENTRY.fullmatch(text):
            raise refuse(path, source, text.split(" ")[0], f"entry {text!r} is not made of words, a/b and <class>")
