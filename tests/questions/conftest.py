"""Texts read by the real pipeline, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest

from graph.documents import read_documents
from graph.extraction.pipeline import extract, load_pipeline
from graph.links import Document
from graph.network import network


@pytest.fixture(scope="session")
def read() -> Callable[..., nx.MultiDiGraph]:
    """The network of one text or several; `(text, date)` gives a text its date."""
    pipeline = load_pipeline()

    def read_texts(*texts: str | tuple[str, str]) -> nx.MultiDiGraph:
        rows = [text if isinstance(text, tuple) else (text, "2024-03-01") for text in texts]
        documents = [Document(f"text-{n}", text, date=date) for n, (text, date) in enumerate(rows, 1)]
        extractions = list(extract(documents, pipeline))
        actors = {actor.name: actor for extraction in extractions for actor in extraction.actors}
        return network((link for extraction in extractions for link in extraction.links), actors.values())

    return read_texts


@pytest.fixture(scope="session")
def article(read: Callable[..., nx.MultiDiGraph]) -> nx.MultiDiGraph:
    """The network of the article in seeds/."""
    extractions = list(extract(read_documents(["seeds"])))
    actors = {actor.name: actor for extraction in extractions for actor in extraction.actors}
    return network((link for extraction in extractions for link in extraction.links), actors.values())
