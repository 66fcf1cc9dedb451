"""Reads Word documents (.docx): their paragraphs, and the title where the file names one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO

from graph.documents.limits import MAX_UNPACKED, whole
from graph.documents.row import Row
from graph.errors import UnreadableDocument


def read_docx(file: IO[bytes], name: str) -> Iterator[Row]:
    """One document: its paragraphs, a line each."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    data = io.BytesIO(whole(file, name))
    try:
        with zipfile.ZipFile(data) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                raise UnreadableDocument(f"{name}: is too large once unpacked")
        document = docx.Document(data)
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError) as error:
        raise UnreadableDocument(f"{name}: is not a Word document that can be read ({error})") from error
    text = "\n".join(paragraph.text for paragraph in document.paragraphs if paragraph.text.strip())
    yield Row(text, title=document.core_properties.title.strip() or None)
