"""Reads mail (.eml): the body without what it quotes, with its subject, sender and date."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from typing import IO

from graph.documents.html import text_of_fragment
from graph.documents.limits import whole
from graph.documents.lines import unwrapped
from graph.documents.row import Row
from graph.errors import UnreadableDocument

_SIGNATURE = "-- "  # the line that opens a signature, by RFC 3676


def read_mail(file: IO[bytes], name: str) -> Iterator[Row]:
    """One document: the plain body where there is one, else the HTML body."""
    message = email.message_from_bytes(whole(file, name), policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise UnreadableDocument(f"{name}: this mail has no text")
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeDecodeError) as error:
        raise UnreadableDocument(f"{name}: this mail is in an encoding that is not known ({error})") from error
    text = text_of_fragment(content) if body.get_content_subtype() == "html" else _own_words(content)
    sender = message["from"].addresses[0] if message["from"] and message["from"].addresses else None
    yield Row(
        text,
        title=str(message["subject"] or "").strip() or None,
        publisher=(sender.display_name or sender.addr_spec) if sender else None,
        date=str(message["date"]) if message["date"] else None,
    )


def _own_words(body: str) -> str:
    kept: list[str] = []
    for line in body.replace("\r\n", "\n").split("\n"):
        if line == _SIGNATURE:
            break
        if not line.startswith(">"):
            kept.append(line)
    return unwrapped("\n".join(kept).strip("\n"))
