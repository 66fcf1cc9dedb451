"""The data files: read once each, and their word lists as sets.

`arguments.toml` says which verbs control, which nouns stand for people, which words place; `actors_words.toml` which
words name actors. A file that has more than lists is asked for whole.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.errors import WhowhomError

DATA = Path(__file__).parent / "data"


@functools.cache
def words(table: str, *keys: str) -> frozenset[str]:
    """A word list of data/arguments.toml, or several of one table together.

    >>> "reach" in words("motion", "reaching")
    True
    """
    return _together("arguments", table, keys)


@functools.cache
def actor_words(table: str, *keys: str) -> frozenset[str]:
    """A word list of data/actors_words.toml, or several of one table together.

    >>> "ministry" in actor_words("bodies", "modified")
    True
    """
    return _together("actors_words", table, keys)


@functools.cache
def any_of(*lists: frozenset[str]) -> frozenset[str]:
    """Several word lists together, put together once.

    >>> "ministry" in any_of(words("motion", "reaching"), actor_words("bodies", "modified"))
    True
    """
    return frozenset().union(*lists)


@functools.cache
def word_lists(table: str) -> Mapping[str, frozenset[str]]:
    """The word lists of a table of data/arguments.toml by their keys."""
    return {key: frozenset(found) for key, found in read_data("arguments")[table].items()}


@functools.cache
def short_titles() -> Mapping[str, str]:
    """What abbreviated titles stand for.

    >>> short_titles()["gov."]
    'governor'
    """
    return dict(read_data("actors_words")["short_titles"])


def _together(file: str, table: str, keys: tuple[str, ...]) -> frozenset[str]:
    lists = read_data(file)[table]
    return frozenset().union(*(lists[key] for key in keys))


@functools.cache
def read_data(name: str) -> Mapping[str, Any]:
    """A file of data/ by its name without the ending."""
    return read_toml(DATA / f"{name}.toml")


def by_word(lists: Mapping[str, list[str]]) -> dict[str, str]:
    """Word lists turned round.

    >>> by_word({"negate": ["refuse", "fail"], "try": ["attempt"]})
    {'refuse': 'negate', 'fail': 'negate', 'attempt': 'try'}
    """
    return {word: key for key, found in lists.items() for word in found}


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file.

    Raises
    ------
    WhowhomError
        If it cannot be read, or is no TOML: the message names the line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WhowhomError(f"cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WhowhomError(f"{path} is no TOML: {error}") from error


def listed(text: str) -> Iterator[str]:
    """The entries of a comma-separated list.

    >>> list(listed("attack, fire at/on,"))
    ['attack', 'fire at/on']
    """
    for entry in text.replace("\n", " ").split(","):
        if entry := " ".join(entry.split()):
            yield entry
