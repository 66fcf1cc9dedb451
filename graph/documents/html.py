"""Reads web pages: the article, without menus and advertisements, with its title, date and site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from graph.documents.limits import whole
from graph.documents.row import Row
from graph.errors import UnreadableDocument


def read_html(file: IO[bytes], name: str) -> Iterator[Row]:
    """One document: the text that trafilatura takes for the article."""
    import trafilatura

    page = trafilatura.bare_extraction(
        whole(file, name), include_comments=False, include_tables=False, deduplicate=False, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    found = page.as_dict() if page is not None and not isinstance(page, dict) else page or {}
    if not found.get("text"):
        raise UnreadableDocument(f"{name}: no article was found in this page")
    title, site, url, date = (found.get(key) or None for key in ("title", "sitename", "url", "date"))
    yield Row(found["text"], title=title, publisher=site, url=url, date=date)


def text_of_fragment(fragment: str) -> str:
    """What a reader sees of a piece of HTML, a paragraph a line.

    >>> text_of_fragment("<p>Talks <b>began</b>.</p><p>Then they ended.</p>")
    'Talks began.\\nThen they ended.'
    """
    from lxml import etree
    from lxml import html as lxml_html

    if not fragment.strip():
        return ""
    tree = lxml_html.fragment_fromstring(fragment, create_parent="div")
    etree.strip_elements(tree, "script", "style", with_tail=False)
    for block in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote"):
        block.tail = "\n" + (block.tail or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n".join(line for line in lines if line)
