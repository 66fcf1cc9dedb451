"""Which words signal negation, modality, speech and time: reads the cue lists of `data/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from graph.extraction.wordlists import by_word, read_data

Cues = Mapping[str, Mapping[str, str]]


@cache
def cues(topic: str) -> Cues:
    """The cue lists of one topic, turned from class -> words into word -> class.

    Parameters
    ----------
    topic : str
        The middle of a file name: "factuality" reads `data/cues_factuality.toml`.

    Returns
    -------
    mapping
        By table of the file; each table maps a word to its class.

    Examples
    --------
    >>> cues("factuality")["verb"]["refuse"]
    'negate'
    """
    tables = read_data(f"cues_{topic}")
    return MappingProxyType({name: MappingProxyType(by_word(table)) for name, table in tables.items()})
