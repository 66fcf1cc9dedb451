"""Reads PDF: the words of its pages, lines joined to paragraphs again."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import IO

from graph.documents.limits import whole
from graph.documents.lines import joined
from graph.documents.row import Row
from graph.errors import UnreadableDocument


def read_pdf(file: IO[bytes], name: str) -> Iterator[Row]:
    """One document: all pages; the title where the file names one."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # or each flaw of a file is a line on the terminal
    try:
        reader = PdfReader(io.BytesIO(whole(file, name)))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument(f"{name}: is locked with a password")
        pages = [joined(page.extract_text()) for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # pypdf meets broken files with whatever error comes first.
        raise UnreadableDocument(f"{name}: is not a PDF that can be read ({error})") from error
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise UnreadableDocument(f"{name}: holds no text (scanned pages need OCR first)")
    yield Row(text, title=(title or "").strip() or None)
