"""The word lists of data/arguments.toml: which verbs control, which nouns stand for people, which words place."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources


@functools.cache
def words(table: str, *keys: str) -> frozenset[str]:
    """A word list of data/arguments.toml, or several of one table together."""
    return frozenset().union(*(word_lists(table)[key] for key in keys))


@functools.cache
def word_lists(table: str) -> Mapping[str, frozenset[str]]:
    """The word lists of a table of data/arguments.toml by their keys."""
    return {key: frozenset(listed) for key, listed in _tables()[table].items()}


@functools.cache
def _tables() -> dict[str, dict[str, list[str]]]:
    """All of data/arguments.toml, read once."""
    with resources.files("graph.extraction.data").joinpath("arguments.toml").open("rb") as file:
        return tomllib.load(file)
