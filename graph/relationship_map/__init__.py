"""Shows a network as one offline HTML file that leads from every tie to its words."""

from __future__ import annotations

import html
import os
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from graph.errors import UnknownActor
from graph.files import write_text
from graph.relationship_map.contents import contents
from graph.relationship_map.page import page
from graph.relationship_map.picture import picture

DEFAULT_LIMIT = 300
DEFAULT_TITLE = "Who does what to whom"
_FRAME_HEIGHT = 720

__all__ = ["DEFAULT_LIMIT", "RelationshipMap", "relationship_map"]


@dataclass(frozen=True)
class RelationshipMap:
    """A map that is ready to be written or shown.

    `html` is the whole file; `actors`, `links` and `documents` count what it holds, `shown` the
    actors of the first picture.
    """

    html: str
    documents: int
    actors: int
    links: int
    shown: int

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the map to `path`, whole or not at all; `-` is standard output.

        Raises
        ------
        WhowhomError
            If the file cannot be written.
        """
        write_text(path, self.html)

    def _repr_html_(self) -> str:
        """The map inside a notebook: an iframe that holds the whole file."""
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" title="{html.escape(DEFAULT_TITLE)}" '
            f'style="width:100%;height:{_FRAME_HEIGHT}px;border:0"></iframe>'
        )


def relationship_map(
    network: nx.MultiDiGraph,
    *,
    texts: Mapping[str, str] | None = None,
    title: str = DEFAULT_TITLE,
    focus: str | None = None,
    limit: int = DEFAULT_LIMIT,
    generic: bool = False,
) -> RelationshipMap:
    """Draw a network of links as an interactive map in one HTML file.

    Parameters
    ----------
    network : networkx.MultiDiGraph
        One edge a link, as `graph.network` builds it.
    texts : mapping of str to str, optional
        Document id to its text, so that a sentence can be read in its paragraph.
    title : str
        The heading.
    focus : str, optional
        The actor that the first picture is about: it and those nearest to it.
    limit : int
        How many actors the first picture shows; the others can be brought in.
    generic : bool
        Whether unnamed actors ("police", "rebels") are drawn.

    Returns
    -------
    RelationshipMap
        With `.html`, `.save(path)`; it shows itself in a notebook.

    Raises
    ------
    UnknownActor
        If `focus` is no actor of the network.

    Examples
    --------
    >>> drawn = relationship_map(nx.MultiDiGraph())
    >>> drawn.links, drawn.html.startswith("<!doctype html>")
    (0, True)
    """
    held = contents(network, generic=generic)
    if focus is not None and focus not in held.position:
        raise UnknownActor(f"no actor {focus!r} on the map: name one as `whowhom actors` lists it")
    seen = picture(held, focus=focus, limit=limit)
    return RelationshipMap(
        page(held, seen, texts or {}, title=title, focus=focus, limit=limit),
        documents=len({link.document for link in held.links.values()}), actors=len(held.names),
        links=len(held.links), shown=len(seen.actors),
    )  # fmt: skip
